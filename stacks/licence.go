package stacks

import (
	"maps"
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// Licence says that some of what stacks are made of may not be passed on. It is
// about publishing, not about building: no lock depends on it.
type Licence struct {
	Name string
	// Packages and Wheels are globs (path.Match) of what it holds for: names of apt
	// packages, names of Python distributions.
	Packages, Wheels []string
	// Except are globs of names that it does not hold for after all.
	Except []string
	Reason string
	URL    string // of the licence's text; may be empty
	Range  hcl.Range
}

// Restriction returns the licence that keeps an apt package from being passed on;
// nil for none. Of several the first by name.
func (w *Workspace) Restriction(apt string) *Licence {
	return w.restriction(apt, func(l *Licence) []string { return l.Packages })
}

// WheelRestriction is Restriction for a Python distribution.
func (w *Workspace) WheelRestriction(name string) *Licence {
	return w.restriction(name, func(l *Licence) []string { return l.Wheels })
}

func (w *Workspace) restriction(name string, globs func(*Licence) []string) *Licence {
	for _, key := range slices.Sorted(maps.Keys(w.Licences)) {
		l := w.Licences[key]
		if matchesAny(globs(l), name) && !matchesAny(l.Except, name) {
			return l
		}
	}
	return nil
}

func matchesAny(globs []string, name string) bool {
	return slices.ContainsFunc(globs, func(glob string) bool {
		ok, err := path.Match(glob, name)
		return ok && err == nil
	})
}

var licenceBlock = &blockSchema{
	name: "licence", labels: named(nameLabel),
	doc: "inputs that may be built with and not passed on: publishing refuses them or strips them",
	attributes: attributes{
		{name: "packages", kind: globsKind, doc: `apt packages: "intel-oneapi-*"`},
		{name: "wheels", kind: globsKind, doc: "Python distributions"},
		{name: "except", kind: globsKind, doc: "names that may be passed on after all"},
		{name: "reason", kind: textKind, required: true, doc: "what the licence says, in words"},
		{name: "url", kind: webURLKind, doc: "of its text"},
	},
}

func (l *loader) licence(n *node) *Licence {
	if !n.has("packages") && !n.has("wheels") {
		l.in(n, n.head, "Missing attribute", "The licence needs packages or wheels, the names of what it holds for.")
	}
	return &Licence{
		Name: n.label(0), Packages: n.texts("packages"), Wheels: n.texts("wheels"), Except: n.texts("except"),
		Reason: n.text("reason"), URL: n.text("url"), Range: n.head,
	}
}
