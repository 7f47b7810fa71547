package stacks

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// toolchainComponents decodes what toolchains build themselves, once all toolchains
// are known: a build of theirs may name its own one, whose packages it then has.
func (l *loader) toolchainComponents() {
	for _, name := range slices.Sorted(maps.Keys(l.ws.Toolchains)) {
		t, n := l.ws.Toolchains[name], l.nodes["toolchain"][name]
		parts := n.children("component")
		if len(parts) == 0 {
			continue
		}
		if t.Kind == HostToolchain {
			l.in(parts[0], parts[0].head, "Conflicting blocks", "A toolchain that cairn builds stands on a closure of packages: host and component do not go together.")
			continue
		}
		l.uniqueBlocks(n)
		l.buildNeeds(n)
		l.buildSources(n)
		t.ranges = map[string]hcl.Range{}
		for _, part := range parts {
			if slices.ContainsFunc(t.Components, func(c *Component) bool { return c.Name == part.label(0) }) {
				continue // uniqueBlocks has said so
			}
			c := l.component(part, nil, t.ranges)
			c.OfToolchain = name
			t.Components = append(t.Components, c)
			for i, b := range c.Builds {
				if other := b.Toolchain; other != nil && other != t && l.nodes["toolchain"][other.Name].child("component") != nil {
					l.in(part, part.children("build")[i].head, "Unsuitable toolchain", fmt.Sprintf("A part of toolchain %s is built with its own packages, or with a toolchain that is packages alone; %s has components.", quote(name), quote(other.Name)))
				}
			}
		}
	}
}

// addToolchainComponents gives a stack the components of the toolchains that its
// builds use, and makes those builds need theirs.
func (l *loader) addToolchainComponents(n *node, s *Stack) {
	own := s.Components
	added := map[string]bool{}
	for _, c := range own {
		for _, b := range c.Builds {
			if b.Toolchain == nil || len(b.Toolchain.Components) == 0 {
				continue
			}
			outputs := b.Toolchain.outputs()
			if !l.affords(n, len(outputs)) {
				return
			}
			b.Needs = append(outputs, b.Needs...)
			if added[b.Toolchain.Name] {
				continue
			}
			added[b.Toolchain.Name] = true
			for _, part := range b.Toolchain.Components {
				if slices.ContainsFunc(s.Components, func(c *Component) bool { return c.Name == part.Name }) {
					l.in(n, n.head, "Duplicate name", fmt.Sprintf("Component %s is there twice: toolchain %s has one of this name too, at %s.", quote(part.Name), quote(b.Toolchain.Name), at(part.Range)))
					continue
				}
				s.Components = append(s.Components, part)
			}
			maps.Copy(s.ranges, b.Toolchain.ranges)
		}
	}
}

// outputs are the builds of the toolchain's components, as needs name them.
func (t *Toolchain) outputs() []string {
	var names []string
	for _, c := range t.Components {
		for _, b := range c.Builds {
			name := c.Name
			if len(c.Builds) > 1 {
				name += "." + b.Name
			}
			names = append(names, name)
		}
	}
	return names
}
