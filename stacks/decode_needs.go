package stacks

import "fmt"

// buildNeeds resolves what the builds of a stack need, and reports names that
// lead nowhere and cycles.
func (l *loader) buildNeeds(stack *node) {
	g := graph{byName: map[string]*node{}, state: map[*node]int{}}
	var names []string
	for _, component := range stack.children("component") {
		builds := component.children("build")
		for _, b := range builds {
			full := component.label(0) + "." + buildName(b)
			g.byName[full] = b
			names = append(names, full)
		}
		if len(builds) == 1 {
			g.byName[component.label(0)] = builds[0]
			names = append(names, component.label(0))
		}
	}
	for _, component := range stack.children("component") {
		for _, b := range component.children("build") {
			v := b.good("needs")
			if v == nil {
				continue
			}
			for _, it := range v.items {
				if g.byName[it.s] == nil {
					l.in(b, it.rng, "No such build", l.haveText("Builds here are", names, it.s, quote)+" Where a component has several, say which: \"component.build\".")
				}
			}
		}
	}
	for _, component := range stack.children("component") {
		for _, b := range component.children("build") {
			g.visit(b, func(in *node, it item) {
				l.in(in, it.rng, "Cycle of builds", fmt.Sprintf("Through %s this build needs itself, so neither could come first.", quote(it.s)))
			})
		}
	}
}

// buildSources reports sources of builds that are no component of the stack, or the
// build's own.
func (l *loader) buildSources(stack *node) {
	have := namesOf(stack.children("component"))
	known := setOf(have)
	for _, component := range stack.children("component") {
		for _, b := range component.children("build") {
			v := b.good("sources")
			if v == nil {
				continue
			}
			for _, it := range v.items {
				if it.s == component.label(0) {
					l.in(b, it.rng, "Own source", "The build's own source is at /build/source already. Name other components.")
				} else if !known[it.s] {
					l.in(b, it.rng, "No such component", l.haveText("Components of the stack", have, it.s, quote))
				}
			}
		}
	}
}

// graph finds cycles by depth; builds that are being visited have state 1.
type graph struct {
	byName map[string]*node
	state  map[*node]int
}

func (g *graph) visit(b *node, cycle func(in *node, it item)) {
	if g.state[b] != 0 {
		return
	}
	g.state[b] = 1
	if v := b.good("needs"); v != nil {
		for _, it := range v.items {
			switch next := g.byName[it.s]; {
			case next == nil:
			case g.state[next] == 1:
				cycle(b, it)
			default:
				g.visit(next, cycle)
			}
		}
	}
	g.state[b] = 2
}
