package wheels

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Request is what a resolution starts from.
type Request struct {
	Python string // the interpreter's version, "3.12" or "3.12.3"
	Glibc  string // the least that the programs will find, "2.28"
	// Requires, Constraints and Overrides are requirements as PEP 508 writes them;
	// Excludes are names of packages that nothing shall bring in.
	Requires, Constraints, Overrides, Excludes []string
	// Indexes names the index that a package is from; all others are from DefaultIndex.
	// The package must be in Requires.
	Indexes map[string]string
	// ExcludeNewer is the instant from which nothing counts as published, for packages
	// of the default index: only that tells when; zero for no bound.
	ExcludeNewer time.Time
	// Sdists names packages that are taken as source distributions.
	Sdists []string
}

// Resolution is what a request came to.
type Resolution struct {
	UV Distribution // that resolved it; zero where nothing could be
	// Wheels and Sdists are sorted by name.
	Wheels, Sdists []Distribution
	// Pending are requirements that could not be resolved here, in their order.
	Pending []Pending
}

// Pending is a requirement without a file, and why.
type Pending struct {
	Name        string // normalised
	Requirement string // as it was asked for; where it was more than once, with " and "
	Index       string // that could not be reached
	Reason      string
}

// Resolver resolves requests with uv.
type Resolver struct {
	Client *Client
	// Run runs uv; nil is RunUV.
	Run func(ctx context.Context, command Command) error
}

// Resolve asks uv for a set of packages, each as one file of an index. Requirements
// whose index cannot be reached come back as pending, and nothing that they would bring
// in is resolved; where the default index cannot be, all are. Other errors are a
// *ResolutionError, which has uv's own words, or those of Client.Fetch: a file whose
// index tells no digest is brought, to be known.
//
// uv runs on the machine, since it needs the network, but with nothing of it: see
// Command. It builds nothing and runs nothing of a package.
func (r *Resolver) Resolve(ctx context.Context, req Request) (*Resolution, error) {
	out := &Resolution{}
	reasons, err := r.unreachable(ctx, req)
	if err != nil {
		return nil, err
	}
	var rest []string
	for _, requirement := range req.Requires {
		name := RequirementName(requirement)
		index := req.index(name)
		if reason, ok := reasons[index]; ok {
			out.wait(Pending{Name: name, Requirement: requirement, Index: index, Reason: reason})
			req.Excludes = append(slices.Clone(req.Excludes), name)
			continue
		}
		rest = append(rest, requirement)
	}
	if req.Requires = rest; len(rest) == 0 {
		return out, nil
	}
	out.UV = uv
	packages, err := r.uv(ctx, req)
	if err != nil {
		return nil, err
	}
	ranks, err := tags(req.Python, req.Glibc)
	if err != nil {
		return nil, err
	}
	for _, p := range packages {
		d, err := r.choose(ctx, req, p, ranks)
		if err != nil {
			return nil, err
		}
		if d.IsWheel() {
			out.Wheels = append(out.Wheels, d)
		} else {
			out.Sdists = append(out.Sdists, d)
		}
	}
	return out, nil
}

// wait adds a pending requirement; a package has one, which says all that is asked of it.
func (r *Resolution) wait(p Pending) {
	for i := range r.Pending {
		if known := &r.Pending[i]; known.Name == p.Name {
			if !slices.Contains(strings.Split(known.Requirement, " and "), p.Requirement) {
				known.Requirement += " and " + p.Requirement
			}
			return
		}
	}
	r.Pending = append(r.Pending, p)
}

// index returns the name of the index that a package is from.
func (r Request) index(name string) string {
	for pinned, index := range r.Indexes {
		if Normalise(pinned) == name {
			return index
		}
	}
	return DefaultIndex
}

// unreachable asks each index that the request needs for one of its packages, and
// returns why those that give no answer do not count. The words are the same on every
// machine: they stand in locks.
func (r *Resolver) unreachable(ctx context.Context, req Request) (map[string]string, error) {
	wanted := map[string]string{} // index → a package of it
	for _, requirement := range req.Requires {
		name := RequirementName(requirement)
		if index := req.index(name); wanted[index] == "" {
			wanted[index] = name
		}
	}
	if wanted[DefaultIndex] == "" && len(wanted) > 0 {
		wanted[DefaultIndex] = uv.Name // uv itself and what packages bring in are from there
	}
	reasons := map[string]string{}
	for _, index := range slices.Sorted(maps.Keys(wanted)) {
		err := r.Client.Reach(ctx, index, wanted[index])
		var silent *UnreachableError
		switch {
		case errors.As(err, &silent):
			reasons[index] = fmt.Sprintf("index %s could not be reached", index)
		case err != nil && !errors.As(err, new(*AbsentError)):
			return nil, err // that a package is absent, uv says with its reasons
		}
	}
	if reason, ok := reasons[DefaultIndex]; ok {
		for index := range wanted {
			if reasons[index] == "" {
				reasons[index] = reason
			}
		}
	}
	return reasons, nil
}

// choose makes a distribution of what uv says of a package.
func (r *Resolver) choose(ctx context.Context, req Request, p lockedPackage, ranks map[string]int) (file Distribution, err error) {
	if slices.ContainsFunc(req.Sdists, func(name string) bool { return Normalise(name) == p.Name }) {
		file, err = p.sdist()
	} else {
		file, err = p.wheel(ranks)
	}
	if err != nil {
		return Distribution{}, err
	}
	file.Index = req.index(p.Name)
	if file.SHA256.IsZero() {
		return r.Client.learn(ctx, file)
	}
	return file, nil
}
