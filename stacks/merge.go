package stacks

import (
	"fmt"
	"slices"
	"strings"
)

// merged returns the node of a stack with a variant's changes in it. Neither is
// changed. What cannot be merged is reported.
func (l *loader) merged(stack, variant *node) *node {
	result := l.without(stack, variant)
	for _, change := range variant.blocks {
		i := slices.IndexFunc(result.blocks, func(b *node) bool { return sameBlock(b, change) })
		switch {
		case change.schema.name == "component":
			if i < 0 {
				l.in(change, labelRange(change), "No such component", haveText("Components of the stack", namesOf(stack.children("component")), change.label(0), bare)+" A variant has the components of its stack.")
				continue
			}
			result.blocks[i] = l.mergedComponent(result.blocks[i], change)
		case i < 0:
			result.blocks = append(result.blocks, change)
		case change.schema.once:
			result.blocks[i] = mergedBlock(result.blocks[i], change)
		default:
			result.blocks[i] = change
		}
	}
	if v := variant.attrs["description"]; v != nil {
		result.attrs = mergedAttributes(result.attrs, map[string]*value{"description": v})
	}
	return result
}

// mergedComponent merges builds by name; new ones come after the old.
func (l *loader) mergedComponent(component, change *node) *node {
	result := *component
	result.blocks = slices.Clone(component.blocks)
	for _, build := range change.blocks {
		i := slices.IndexFunc(result.blocks, func(b *node) bool {
			return b.schema == buildBlock && b.label(0) == build.label(0) && buildName(b) == buildName(build)
		})
		if i < 0 {
			result.blocks = append(result.blocks, build)
		} else {
			result.blocks[i] = mergedBlock(result.blocks[i], build)
		}
	}
	return &result
}

// mergedBlock returns base with the attributes of change in it, and the blocks of
// change in the place of those of the same type.
func mergedBlock(base, change *node) *node {
	result := *base
	result.attrs = mergedAttributes(base.attrs, change.attrs)
	for _, b := range change.blocks {
		result.blocks = append(slices.DeleteFunc(slices.Clone(result.blocks), func(old *node) bool { return old.schema == b.schema }), b)
	}
	return &result
}

// mergedAttributes replaces, except for maps, which merge key by key.
func mergedAttributes(base, change map[string]*value) map[string]*value {
	result := make(map[string]*value, len(base)+len(change))
	for name, v := range base {
		result[name] = v
	}
	for name, v := range change {
		old := result[name]
		if old == nil || old.pairs == nil || v.pairs == nil {
			result[name] = v
			continue
		}
		both := *v
		both.bad = v.bad || old.bad
		both.pairs = make(map[string]item, len(old.pairs)+len(v.pairs))
		for key, it := range old.pairs {
			both.pairs[key] = it
		}
		for key, it := range v.pairs {
			both.pairs[key] = it
		}
		result[name] = &both
	}
	return result
}

// sameBlock reports whether a variant's block changes the stack's.
func sameBlock(a, b *node) bool {
	if a.schema.name != b.schema.name || len(a.labels) != len(b.labels) {
		return false
	}
	for i := range a.labels {
		if a.label(i) != b.label(i) {
			return false
		}
	}
	return true
}

// without returns a copy of the stack's node that lacks what the variant drops.
func (l *loader) without(stack, variant *node) *node {
	result := *stack
	result.place = stack.place
	result.blocks = nil
	drop := map[string]bool{}
	if v := variant.good("without"); v != nil {
		paths := droppable(stack)
		for _, it := range v.items {
			if !slices.Contains(paths, it.s) {
				l.in(variant, it.rng, "No such block", haveText("What can be dropped", paths, it.s, quote))
			}
			drop[it.s] = true
		}
	}
	for _, block := range stack.blocks {
		path := pathOf(block)
		if block.schema == variantBlock || drop[path] {
			continue
		}
		if block.schema == componentBlock {
			component := *block
			component.blocks = nil
			for _, b := range block.blocks {
				if b.schema != buildBlock || !drop[path+".build."+buildName(b)] {
					component.blocks = append(component.blocks, b)
				}
			}
			block = &component
		}
		result.blocks = append(result.blocks, block)
	}
	return &result
}

// droppable lists what a variant of the stack may drop.
func droppable(stack *node) []string {
	var paths []string
	for _, block := range stack.blocks {
		if block.schema == variantBlock || block.schema == environmentBlock {
			continue
		}
		paths = append(paths, pathOf(block))
		for _, b := range block.children("build") {
			paths = append(paths, pathOf(block)+".build."+buildName(b))
		}
	}
	return paths
}

// pathOf returns how paths call a block of a stack: "suite.quality.tokens".
func pathOf(block *node) string {
	parts := []string{block.schema.name}
	return strings.Join(append(parts, plain(block.labels)...), ".")
}

// buildName returns the name of a build, which is its driver unless said.
func buildName(build *node) string {
	if name := build.text("name"); name != "" {
		return name
	}
	return build.label(0)
}

func namesOf(nodes []*node) []string {
	var names []string
	for _, n := range nodes {
		names = append(names, n.label(0))
	}
	return names
}

// haveText says what there is and what was probably meant.
func haveText(what string, names []string, given string, show func(string) string) string {
	if len(names) == 0 {
		return what + ": none."
	}
	shown := names
	const most = 20
	suffix := ""
	if len(shown) > most {
		suffix = fmt.Sprintf(" and %d more", len(shown)-most)
		shown = shown[:most]
	}
	return what + ": " + strings.Join(shown, ", ") + suffix + "." + didYouMean(given, names, show)
}
