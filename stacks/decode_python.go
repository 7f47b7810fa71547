package stacks

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"cairn/internal/lazyregexp"
)

func (l *loader) index(n *node) *Index {
	if n.label(0) == DefaultIndex {
		l.in(n, labelRange(n), "Reserved name", "The index pypi is there without a block. Choose another name.")
	}
	return &Index{Name: n.label(0), URL: n.text("url"), Links: n.flag("links", false), Range: n.head}
}

func (l *loader) packageSet(n *node) *PackageSet {
	return &PackageSet{Name: n.label(0), Requires: n.texts("requires"), Range: n.head}
}

func (l *loader) python(n *node) *Python {
	p := &Python{
		Version: n.text("version"), Toolchain: refers(l, n, "toolchain", l.ws.Toolchains), Glibc: n.text("glibc"),
		Constraints: n.texts("constraints"), Overrides: n.texts("overrides"), Excludes: n.texts("excludes"),
		Indexes: n.pairs("indexes"), ExcludeNewer: n.text("exclude_newer"), Range: n.head,
	}
	if p.Glibc == "" {
		p.Glibc = DefaultGlibc
	}
	if p.Indexes == nil {
		p.Indexes = map[string]string{}
	}
	if set := refers(l, n, "package_set", l.ws.PackageSets); set != nil {
		p.Requires = slices.Clone(set.Requires)
	}
	p.Requires = append(p.Requires, n.texts("requires")...)
	l.indexes(n, p)
	seen := map[string]*node{}
	for _, b := range n.children("sdist") {
		l.unique(seen, b, b.label(0), labelRange(b), "sdist")
		p.Sdists = append(p.Sdists, &Sdist{Name: b.label(0), ISA: b.text("isa"), Variables: b.pairs("variables"), Options: b.pairs("options"), Range: b.head})
	}
	return p
}

// packageOf is the package that a requirement is about (PEP 503, "Normalized Names").
func packageOf(requirement string) string {
	end := strings.IndexAny(requirement, " [<>=!~;")
	if end < 0 {
		end = len(requirement)
	}
	return plainName(requirement[:end])
}

func plainName(name string) string {
	return strings.ToLower(separators.ReplaceAllString(name, "-"))
}

var separators = lazyregexp.New(`[-_.]+`)

// indexes finds the indexes that packages are pinned to.
func (l *loader) indexes(n *node, p *Python) {
	v := n.good("indexes")
	if v == nil {
		return
	}
	have := append(slices.Sorted(maps.Keys(l.ws.Indexes)), DefaultIndex)
	used, required := map[string]bool{}, map[string]bool{}
	for _, r := range p.Requires {
		required[packageOf(r)] = true
	}
	for _, name := range slices.Sorted(maps.Keys(v.pairs)) {
		it := v.pairs[name]
		if it.null {
			continue
		}
		if !required[plainName(name)] {
			l.in(n, it.rng, "No such requirement", fmt.Sprintf("%s is in no list of requirements, and only what is can be pinned to an index: what other packages bring in is from theirs. Write it into requires.", name))
		}
		index := l.ws.Indexes[it.s]
		switch {
		case it.s == DefaultIndex || used[it.s]:
		case index != nil:
			used[it.s] = true
			p.From = append(p.From, index)
		case !l.partial:
			l.in(n, it.rng, "No such index", l.haveText("Indexes here are", have, it.s, quote)+" Write index "+quote(it.s)+" { url = … } in a file of the workspace.")
		}
	}
	slices.SortFunc(p.From, func(a, b *Index) int { return strings.Compare(a.Name, b.Name) })
}

// sdistNames reports source distributions that are called as a component is: each is
// built as one.
func (l *loader) sdistNames(n *node, s *Stack) {
	if s.Python == nil {
		return
	}
	components := map[string]*Component{}
	for _, c := range s.Components {
		components[c.Name] = c
	}
	for _, d := range s.Python.Sdists {
		if c := components[d.Name]; c != nil {
			l.in(n, d.Range, "Duplicate name", fmt.Sprintf("There is a component %s already, at %s, and a source distribution is built as one. Rename the component.", quote(c.Name), at(c.Range)))
		}
	}
}
