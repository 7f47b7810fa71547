package lockfiles

import (
	"slices"
	"strings"

	"cairn/stacks"
)

// keptToolchain returns the closure that an old lock has for a toolchain whose
// definition is in v as it was there. old may be nil.
func keptToolchain(old *Lock, v *View, t *stacks.Toolchain) (Toolchain, bool) {
	if old == nil {
		return Toolchain{}, false
	}
	for _, before := range old.Views {
		locked, ok := before.Toolchain(t.Name)
		if ok && locked.Pending == "" && sameDefinition(v, before, "toolchain."+t.Name+".", "distro."+t.Distro.Name+".") {
			return *locked, true
		}
	}
	return Toolchain{}, false
}

// keptComponent returns what an old lock has for a part of a toolchain whose
// definition is in v as it was there: like packages, it is not asked for again. old
// may be nil.
func keptComponent(old *Lock, v *View, c *stacks.Component) (Component, bool) {
	if old == nil || c.OfToolchain == "" {
		return Component{}, false
	}
	at := "component." + c.Name + "."
	for _, before := range old.Views {
		locked, ok := before.Component(c.Name)
		if ok && sameDefinition(v, before, at+"source.", at+"patch", "upstream."+c.Source.Upstream.Name+".", "archive.") {
			return *locked, true
		}
	}
	return Component{}, false
}

// unmoved reports where a definition that did not move resolved to something else.
func unmoved(l, old *Lock) error {
	var moved []Change
	for _, v := range l.Views {
		before, ok := old.View(v.Variant)
		if !ok {
			continue
		}
		for i := range v.Components {
			c := &v.Components[i]
			at := "component." + c.Name + "."
			locked, ok := before.Component(c.Name)
			if ok && sameDefinition(v, before, at+"source.", at+"patch", "upstream.", "archive.") {
				moved = append(moved, componentChanges(v.Variant, locked, c)...)
			}
		}
	}
	if len(moved) > 0 {
		return &MovedError{l.Stack, moved}
	}
	return nil
}

// sameDefinition reports whether two views agree in all attributes that begin with
// one of the prefixes.
func sameDefinition(a, b *View, prefixes ...string) bool {
	pick := func(v *View) []Attribute {
		var out []Attribute
		for _, attribute := range v.Attributes {
			if slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(attribute.Path, p) }) {
				out = append(out, attribute)
			}
		}
		return out
	}
	return slices.Equal(pick(a), pick(b))
}

// componentChanges compares what one component resolved to.
func componentChanges(variant string, before, after *Component) []Change {
	single := func(c *Component) *Lock {
		return &Lock{Views: []*View{{Components: []Component{*c}}}}
	}
	changes := Diff(single(before), single(after))
	if variant != "" {
		for i := range changes {
			changes[i].What = "@" + variant + " " + changes[i].What
		}
	}
	return changes
}
