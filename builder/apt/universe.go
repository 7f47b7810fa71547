package apt

import (
	"cmp"
	"slices"
	"strings"
)

// universe is all packages of all indexes of a toolchain.
type universe struct {
	architecture string
	// byName has the newest version first; of one version, that of the repository
	// which the definition names first.
	byName map[string][]*candidate
	// providers are the candidates that provide a name, in the order of preference.
	providers map[string][]provider
	relations map[*candidate]*related
}

// provider is one entry of a Provides field.
type provider struct {
	candidate *candidate
	version   string // empty if it provides no version
}

// related is what a candidate says of others, read when it is first asked for.
type related struct {
	depends, conflicts []clause
	provides           []relation
}

// newUniverse sorts what the indexes of all repositories had.
func newUniverse(architecture string, all []*candidate) (*universe, error) {
	u := &universe{
		architecture: architecture, byName: make(map[string][]*candidate, len(all)),
		providers: map[string][]provider{}, relations: map[*candidate]*related{},
	}
	for _, c := range all {
		u.byName[c.Name] = append(u.byName[c.Name], c)
	}
	for _, versions := range u.byName {
		if len(versions) > 1 {
			slices.SortStableFunc(versions, func(a, b *candidate) int {
				return cmp.Or(compareVersions(b.Version, a.Version), cmp.Compare(a.repository, b.repository))
			})
		}
	}
	for _, c := range all {
		if c.provides == "" {
			continue
		}
		provides, err := parseClauses(c.provides)
		if err != nil {
			return nil, &FormatError{File: c.String(), Reason: "Provides: " + err.Error()}
		}
		for _, p := range provides {
			u.providers[p[0].name] = append(u.providers[p[0].name], provider{candidate: c, version: p[0].version})
		}
	}
	for _, providers := range u.providers {
		slices.SortStableFunc(providers, func(a, b provider) int {
			return cmp.Or(
				cmp.Compare(priorityRank(a.candidate.priority), priorityRank(b.candidate.priority)),
				cmp.Compare(a.candidate.Name, b.candidate.Name),
				compareVersions(b.candidate.Version, a.candidate.Version),
				cmp.Compare(a.candidate.repository, b.candidate.repository))
		})
	}
	return u, nil
}

// priorities are those of policy 2.5, the most wanted first.
var priorities = []string{"required", "important", "standard", "optional", "extra"}

func priorityRank(p string) int {
	if i := slices.Index(priorities, p); i >= 0 {
		return i
	}
	return len(priorities)
}

// related reads the relations of c.
func (u *universe) related(c *candidate) (*related, error) {
	if r := u.relations[c]; r != nil {
		return r, nil
	}
	r := &related{}
	var err error
	if r.depends, err = parseClauses(c.depends); err != nil {
		return nil, &FormatError{File: c.String(), Reason: "Depends: " + err.Error()}
	}
	if r.conflicts, err = parseClauses(c.conflicts); err != nil {
		return nil, &FormatError{File: c.String(), Reason: "Conflicts: " + err.Error()}
	}
	provides, err := parseClauses(c.provides)
	if err != nil {
		return nil, &FormatError{File: c.String(), Reason: "Provides: " + err.Error()}
	}
	for _, p := range provides {
		r.provides = append(r.provides, p[0])
	}
	u.relations[c] = r
	return r, nil
}

// essential are the newest versions of packages that every system has, by name
// (policy 3.8).
func (u *universe) essential() []*candidate {
	var all []*candidate
	for _, versions := range u.byName {
		if versions[0].essential {
			all = append(all, versions[0])
		}
	}
	slices.SortFunc(all, func(a, b *candidate) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// options are the candidates that meet a relation: real packages, the newest first,
// then providers. The order is that in which they are tried.
func (u *universe) options(r relation) []*candidate {
	if !u.ours(r.qualifier) {
		return nil
	}
	var found []*candidate
	for _, c := range u.byName[r.name] {
		if r.admits(c.Version) && (r.qualifier != "any" || c.multiArch == "allowed") {
			found = append(found, c)
		}
	}
	for _, p := range u.providers[r.name] {
		if p.meets(r) && !slices.Contains(found, p.candidate) {
			found = append(found, p.candidate)
		}
	}
	return found
}

// meets says whether what is provided is what a relation asks for: one with a
// version is met only by a Provides with a version (policy 7.5).
func (p provider) meets(r relation) bool {
	return r.operator == "" || p.version != "" && r.admits(p.version)
}

// ours says whether a qualifier names the architecture that is resolved for.
func (u *universe) ours(qualifier string) bool {
	return qualifier == "" || qualifier == "any" || qualifier == "native" || qualifier == u.architecture
}

// meets says whether c, as itself or by what it provides, meets a relation.
func (u *universe) meets(c *candidate, r relation) bool {
	if c.Name == r.name && u.ours(r.qualifier) && r.admits(c.Version) && (r.qualifier != "any" || c.multiArch == "allowed") {
		return true
	}
	rel, err := u.related(c)
	return err == nil && u.ours(r.qualifier) && slices.ContainsFunc(rel.provides, func(p relation) bool {
		return p.name == r.name && provider{candidate: c, version: p.version}.meets(r)
	})
}
