package stacks

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// merged returns the node of a stack with a variant's changes in it. Neither is
// changed. What cannot be merged is reported.
func (l *loader) merged(stack, variant *node) *node {
	result := l.without(stack, variant)
	have := namesOf(stack.children("component"))
	places := placesOf(result.blocks, pathOf)
	for _, change := range variant.blocks {
		i, there := places[pathOf(change)]
		switch {
		case change.schema.name == "component":
			if !there {
				l.in(change, labelRange(change), "No such component", l.haveText("Components of the stack", have, change.label(0), bare)+" A variant has the components of its stack.")
				continue
			}
			result.blocks[i] = l.mergedComponent(result.blocks[i], change)
		case !there:
			places[pathOf(change)] = len(result.blocks)
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
	pathOfBuild := func(b *node) string { return pathOf(b) + "." + buildName(b) }
	places := placesOf(result.blocks, pathOfBuild)
	for _, build := range change.blocks {
		if i, there := places[pathOfBuild(build)]; !there {
			places[pathOfBuild(build)] = len(result.blocks)
			result.blocks = append(result.blocks, build)
		} else {
			result.blocks[i] = mergedBlock(result.blocks[i], build)
		}
	}
	return &result
}

// mergedBlock returns base with the attributes of change in it, and all blocks of change
// in the place of those of their types.
func mergedBlock(base, change *node) *node {
	result := *base
	result.attrs = mergedAttributes(base.attrs, change.attrs)
	replaced := map[*blockSchema]bool{}
	for _, b := range change.blocks {
		replaced[b.schema] = true
	}
	result.blocks = slices.DeleteFunc(slices.Clone(base.blocks), func(old *node) bool { return replaced[old.schema] })
	result.blocks = append(result.blocks, change.blocks...)
	return &result
}

// mergedAttributes replaces, except for maps, which merge key by key.
func mergedAttributes(base, change map[string]*value) map[string]*value {
	result := maps.Clone(base)
	for name, v := range change {
		old := result[name]
		if old == nil || old.pairs == nil || v.pairs == nil {
			result[name] = v
			continue
		}
		both := *v
		both.bad = v.bad || old.bad
		both.pairs = maps.Clone(old.pairs)
		maps.Copy(both.pairs, v.pairs)
		result[name] = &both
	}
	return result
}

// placesOf returns where the first block of each path is, for a variant may change many.
func placesOf(blocks []*node, path func(*node) string) map[string]int {
	places := make(map[string]int, len(blocks))
	for i, b := range blocks {
		if _, twice := places[path(b)]; !twice {
			places[path(b)] = i
		}
	}
	return places
}

// without returns a copy of the stack's node that lacks what the variant drops.
func (l *loader) without(stack, variant *node) *node {
	result := *stack
	result.blocks = nil
	drop := map[string]bool{}
	if v := variant.good("without"); v != nil {
		paths := droppable(stack)
		can := setOf(paths)
		for _, it := range v.items {
			if !can[it.s] {
				l.in(variant, it.rng, "No such block", l.haveText("What can be dropped", paths, it.s, quote))
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

func setOf(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

func namesOf(nodes []*node) []string {
	var names []string
	for _, n := range nodes {
		names = append(names, n.label(0))
	}
	return names
}

// haveText says what there is and what was probably meant.
func (f *faults) haveText(what string, names []string, given string, show func(string) string) string {
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
	text := what + ": " + strings.Join(shown, ", ") + suffix + "."
	if f.mayGuess(len(names)) {
		text += didYouMean(given, names, show)
	}
	return text
}
