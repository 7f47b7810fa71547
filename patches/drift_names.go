package patches

import (
	"slices"
	"strings"
)

// nameGroups puts names together that one section speaks of (a union-find).
type nameGroups struct{ parent map[string]string }

func newNameGroups() *nameGroups { return &nameGroups{map[string]string{}} }

// root stands for the group of name.
func (g *nameGroups) root(name string) string {
	for {
		parent, ok := g.parent[name]
		if !ok || parent == name {
			return name
		}
		above := g.parent[parent]
		g.parent[name] = above // half the way for the next one who asks
		name = above
	}
}

// join puts names together; an empty one is none.
func (g *nameGroups) join(names ...string) {
	first := ""
	for _, name := range names {
		if name == "" {
			continue
		}
		if _, ok := g.parent[name]; !ok {
			g.parent[name] = name
		}
		if first == "" {
			first = name
		} else if a, b := g.root(first), g.root(name); a != b {
			g.parent[b] = a
		}
	}
}

// all is every name, sorted.
func (g *nameGroups) all() []string {
	names := make([]string, 0, len(g.parent))
	for name := range g.parent {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// joinNested puts a name together with those that it would be a folder of.
func (g *nameGroups) joinNested(names []string) {
	known := make(map[string]bool, len(names))
	for _, name := range names {
		known[name] = true
	}
	for _, name := range names {
		for folder := name; ; {
			i := strings.LastIndexByte(folder, '/')
			if i < 0 {
				break
			}
			if folder = folder[:i]; known[folder] {
				g.join(folder, name)
			}
		}
	}
}
