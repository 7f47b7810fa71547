package stacks

import (
	"github.com/hashicorp/hcl/v2"
)

// node is a block as it was written, its attributes read by their kinds, before
// blocks are held against each other. Merging makes new nodes and leaves the old
// as they are.
type node struct {
	schema *blockSchema
	labels []item
	attrs  map[string]*value
	blocks []*node
	head   hcl.Range // type and labels
	rng    hcl.Range // all of it
	place  Place
}

// item is a string with its place in the file.
type item struct {
	s    string
	rng  hcl.Range
	null bool // only as a map's value, in a variant
}

// value is what an attribute was set to. Exactly one of the fields that its
// kind names is set; none where null or bad.
type value struct {
	text  item
	items []item
	argvs [][]item
	pairs map[string]item
	n     int64
	f     float64
	fs    []float64
	b     bool

	null bool // only in a variant
	bad  bool // a fault was reported
	// name and rng are the ranges of the attribute's name and of its expression.
	name, rng hcl.Range
	owner     *node
}

// label returns the i-th label, or "" where it is missing.
func (n *node) label(i int) string {
	if i < len(n.labels) {
		return n.labels[i].s
	}
	return ""
}

// children returns the blocks called name, in order.
func (n *node) children(name string) []*node {
	var found []*node
	for _, b := range n.blocks {
		if b.schema.name == name {
			found = append(found, b)
		}
	}
	return found
}

// child returns the first block called name, or nil.
func (n *node) child(name string) *node {
	for _, b := range n.blocks {
		if b.schema.name == name {
			return b
		}
	}
	return nil
}

// has reports whether the attribute was set, well or badly, and not to null.
func (n *node) has(name string) bool {
	v := n.attrs[name]
	return v != nil && !v.null
}

// good returns the attribute's value, or nil where it is absent, null or bad.
func (n *node) good(name string) *value {
	v := n.attrs[name]
	if v == nil || v.null || v.bad {
		return nil
	}
	return v
}

// The getters return the zero value where the attribute is absent or bad.

func (n *node) text(name string) string {
	if v := n.good(name); v != nil {
		return v.text.s
	}
	return ""
}

func (n *node) texts(name string) []string {
	v := n.good(name)
	if v == nil {
		return nil
	}
	return plain(v.items)
}

func (n *node) pairs(name string) map[string]string {
	v := n.good(name)
	if v == nil {
		return nil
	}
	m := make(map[string]string, len(v.pairs))
	for key, it := range v.pairs {
		if !it.null {
			m[key] = it.s
		}
	}
	return m
}

func (n *node) number(name string, fallback int64) int64 {
	if v := n.good(name); v != nil {
		return v.n
	}
	return fallback
}

func (n *node) fraction(name string) float64 {
	if v := n.good(name); v != nil {
		return v.f
	}
	return 0
}

func (n *node) flag(name string, fallback bool) bool {
	if v := n.good(name); v != nil {
		return v.b
	}
	return fallback
}

func plain(items []item) []string {
	var list []string
	for _, it := range items {
		list = append(list, it.s)
	}
	return list
}
