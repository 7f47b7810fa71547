package patches

import (
	"cmp"
	"slices"
)

// Arrangement is one series that can be made of patches, and what does not go into it.
type Arrangement struct {
	// Series are the patches of it by index, from 1: each after all that it needs.
	Series []int
	// Aside are the others, by index.
	Aside []SetAside
}

// SetAside is a patch that does not go into a series.
type SetAside struct {
	Index int
	// Relation says how By, a patch of the series, stands to it: Supersedes or Excludes.
	// It is "" for a patch that applies with none of the others; Status says why.
	Relation Relation
	By       int
	Status   Status
}

// Arrange makes a series of the patches of a graph. Of patches that must not be stacked
// the last in the order given is taken, but one that supersedes others is taken before
// them wherever it stands. It reads nothing: that the series applies as a whole is for
// ApplySeries to prove.
func Arrange(graph *SeriesGraph) Arrangement {
	var a Arrangement
	aside := make(map[int]bool, len(graph.Nodes))
	put := func(s SetAside) {
		if !aside[s.Index] {
			aside[s.Index] = true
			a.Aside = append(a.Aside, s)
		}
	}
	for _, node := range graph.Nodes {
		if node.Status != Clean && node.Status != Offset && node.Status != Fuzzy {
			put(SetAside{Index: node.Index, Status: node.Status})
		}
	}
	// From the last one on, each that is still there puts aside what cannot go with it.
	for i := len(graph.Nodes); i > 0; i-- {
		if aside[i] || slices.ContainsFunc(graph.Edges, func(e GraphEdge) bool {
			return e.To == i && e.Relation == Supersedes && !aside[e.From]
		}) {
			continue
		}
		for _, other := range exclusiveWith(graph, i) {
			put(SetAside{Index: other.To, Relation: other.Relation, By: i})
		}
	}
	slices.SortFunc(a.Aside, func(x, y SetAside) int { return cmp.Compare(x.Index, y.Index) })
	a.Series = ordered(graph, aside)
	return a
}

// exclusiveWith are the patches that cannot go with a patch, as edges from it.
func exclusiveWith(graph *SeriesGraph, patch int) []GraphEdge {
	var edges []GraphEdge
	for _, e := range graph.Edges {
		switch {
		case e.Relation == Supersedes && e.From == patch:
			edges = append(edges, e)
		case e.Relation == Excludes && e.From == patch:
			edges = append(edges, e)
		case e.Relation == Excludes && e.To == patch:
			e.From, e.To = e.To, e.From
			edges = append(edges, e)
		}
	}
	for _, set := range graph.Exclusive {
		if !slices.Contains(set, patch) {
			continue
		}
		for _, other := range set {
			if other != patch {
				edges = append(edges, GraphEdge{From: patch, To: other, Relation: Excludes})
			}
		}
	}
	return edges
}

// ordered sorts the patches that are not aside: the order given, but for one that must
// go after a later one. What a circle holds keeps the order given.
func ordered(graph *SeriesGraph, aside map[int]bool) []int {
	before := map[int][]int{}
	for _, e := range graph.Edges {
		if e.Relation == Needs || e.Relation == Ordered {
			before[e.From] = append(before[e.From], e.To)
		}
	}
	var series []int
	seen := map[int]bool{}
	var visit func(patch int)
	visit = func(patch int) {
		if seen[patch] || aside[patch] {
			return
		}
		seen[patch] = true
		slices.Sort(before[patch])
		for _, earlier := range before[patch] {
			visit(earlier)
		}
		series = append(series, patch)
	}
	for _, node := range graph.Nodes {
		visit(node.Index)
	}
	return series
}
