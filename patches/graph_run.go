package patches

import (
	"context"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Graph finds out how the patches of a series depend on each other on a commit.
// Objects are not written. An error is about reading objects, or is ctx's.
func Graph(ctx context.Context, objects storer.EncodedObjectStorer, commit plumbing.Hash, files []Input) (*SeriesGraph, error) {
	root, err := object.GetCommit(objects, commit)
	if err != nil {
		return nil, err
	}
	t, err := newTrials(ctx, objects, files)
	if err != nil {
		return nil, err
	}
	g := &graphing{trials: t, objects: newObjects(objects), commit: root.TreeHash, memo: map[graphKey]graphStep{}}
	state, err := t.watch.state(root.TreeHash)
	if err != nil {
		return nil, err
	}
	g.nodes = make([]graphNode, len(files))
	for i, group := range t.groups {
		tree, err := t.tree(g.objects, group, state)
		if err != nil {
			return nil, err
		}
		g.base = append(g.base, tree)
		for j := range group.pieces {
			n := &g.nodes[group.pieces[j].patch]
			if n.pieces == nil {
				n.pieces = map[int]int{}
			}
			n.pieces[i] = j
		}
	}
	result := &SeriesGraph{Commit: commit.String(), Tree: root.TreeHash.String(), Edges: []GraphEdge{}, Pairs: []GraphEdge{}}
	for i := range g.nodes {
		if err := g.solve(ctx, i); err != nil {
			return nil, err
		}
		result.Nodes = append(result.Nodes, g.describe(i))
	}
	for j := range g.nodes {
		for i := range j {
			if err := g.relate(ctx, result, i, j); err != nil {
				return nil, err
			}
		}
	}
	result.Exclusive = exclusive(result)
	all := make([]int, len(files))
	for i := range all {
		all[i] = i
	}
	_, result.Stack, err = g.applyAll(ctx, all)
	return result, err
}

// solve finds a minimal set of patches before a patch on which it applies.
func (g *graphing) solve(ctx context.Context, j int) error {
	n := &g.nodes[j]
	if fault := g.patches[j].fault; fault != nil {
		n.alone, n.status = Damaged, Damaged
		if g.patches[j].patch == nil {
			n.alone, n.status = Undecodable, Undecodable
		}
		return nil
	}
	_, outcomes, ok, err := g.apply(ctx, g.base, j)
	if err != nil {
		return err
	}
	n.alone = statusOf(outcomes)
	n.status = n.alone
	if ok {
		n.solved = true
		return nil
	}
	if n.alone == Landed {
		return nil
	}
	candidates, err := g.candidates(ctx, j)
	if err != nil {
		return err
	}
	for _, set := range candidates {
		_, ok, err := g.on(ctx, set, j)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		n.solved, n.ancestors = true, set
		if n.ancestors, err = g.minimal(ctx, j, set); err != nil {
			return err
		}
		outcomes, _, err := g.on(ctx, n.ancestors, j)
		if err != nil {
			return err
		}
		n.status = statusOf(outcomes)
		return nil
	}
	return nil
}

// on tries a patch on a set of others. False if it, or one of them, does not apply.
func (g *graphing) on(ctx context.Context, set []int, j int) ([]trialOutcome, bool, error) {
	state, ok, err := g.applyAll(ctx, set)
	if err != nil || !ok {
		return nil, false, err
	}
	_, outcomes, ok, err := g.apply(ctx, state, j)
	return outcomes, ok, err
}

// candidates are sets of patches before j on which it may apply, the likeliest first:
// those whose blob ids lead to it, each one with its own ancestors, pairs of those, and
// as many as go together.
func (g *graphing) candidates(ctx context.Context, j int) ([][]int, error) {
	var near []int
	for i := range j {
		if g.nodes[i].solved && g.shares(i, j) {
			near = append(near, i)
		}
	}
	var sets [][]int
	if chain := g.chain(j); len(chain) > 0 {
		sets = append(sets, chain)
	}
	closures := make([][]int, len(near))
	for k, i := range near {
		closures[k] = union(g.nodes[i].ancestors, []int{i})
	}
	slices.Reverse(closures)
	sets = append(sets, closures...)
	for a := range closures {
		for b := range a {
			sets = append(sets, union(closures[a], closures[b]))
		}
	}
	// The stack so far, in both directions of preferring one to another.
	for range 2 {
		state := g.base
		var set []int
		grow := func(i int) error {
			if slices.Contains(set, i) {
				return nil
			}
			next, _, ok, err := g.apply(ctx, state, i)
			if err != nil || !ok {
				return err
			}
			state, set = next, append(set, i)
			return nil
		}
		for _, closure := range closures {
			// Sorted, a closure has ancestors first.
			for _, i := range closure {
				if err := grow(i); err != nil {
					return nil, err
				}
			}
		}
		sets = append(sets, union(set))
		slices.Reverse(closures)
	}
	return sets, nil
}

// minimal leaves out of a set on which j applies whatever can be left out, with those
// that need it.
func (g *graphing) minimal(ctx context.Context, j int, set []int) ([]int, error) {
	// What ids speak for goes last.
	order := slices.Clone(set)
	slices.SortStableFunc(order, func(a, b int) int { return b2i(g.leadsTo(a, j)) - b2i(g.leadsTo(b, j)) })
	for _, i := range order {
		if !slices.Contains(set, i) {
			continue
		}
		var less []int
		for _, k := range set {
			if k != i && !slices.Contains(g.nodes[k].ancestors, i) {
				less = append(less, k)
			}
		}
		_, ok, err := g.on(ctx, less, j)
		if err != nil {
			return nil, err
		}
		if ok {
			set = less
		}
	}
	return set, nil
}

// shares says whether two patches touch files that belong together.
func (g *graphing) shares(i, j int) bool {
	for group := range g.nodes[i].pieces {
		if _, ok := g.nodes[j].pieces[group]; ok {
			return true
		}
	}
	return false
}

// describe is what the graph says of a patch.
func (g *graphing) describe(i int) GraphNode {
	n := &g.nodes[i]
	node := GraphNode{Index: i + 1, File: g.patches[i].input.Name, Status: n.status, Alone: n.alone, Needs: []int{}, Ancestors: []int{},
		Paths: []string{}, Fault: g.patches[i].fault}
	for _, k := range n.ancestors {
		node.Ancestors = append(node.Ancestors, k+1)
		if g.direct(k, i) {
			node.Needs = append(node.Needs, k+1)
		}
	}
	for _, slot := range g.patches[i].slots {
		node.Paths = append(node.Paths, g.patches[i].patch.Files[slot.section].Name())
	}
	slices.Sort(node.Paths)
	node.Paths = slices.Compact(node.Paths)
	return node
}

// direct says whether an ancestor is not there for another's sake only.
func (g *graphing) direct(ancestor, of int) bool {
	for _, k := range g.nodes[of].ancestors {
		if slices.Contains(g.nodes[k].ancestors, ancestor) {
			return false
		}
	}
	return true
}

// exclusive gathers patches that exclude each other: the largest set first that can be
// had by adding one after the other.
func exclusive(g *SeriesGraph) [][]int {
	apart := map[[2]int]bool{}
	for i := range g.Edges {
		if e := &g.Edges[i]; e.Relation == Excludes || e.Relation == Supersedes {
			apart[[2]int{e.From, e.To}], apart[[2]int{e.To, e.From}] = true, true
		}
	}
	sets := [][]int{}
	taken := map[int]bool{}
	for {
		var best []int
		for first := 1; first <= len(g.Nodes); first++ {
			if taken[first] {
				continue
			}
			set := []int{first}
			for next := 1; next <= len(g.Nodes); next++ {
				fits := !taken[next] && next != first
				for _, n := range set {
					fits = fits && apart[[2]int{n, next}]
				}
				if fits {
					set = append(set, next)
				}
			}
			if len(set) > len(best) {
				best = set
			}
		}
		if len(best) < 3 {
			return sets
		}
		slices.Sort(best)
		sets = append(sets, best)
		for _, n := range best {
			taken[n] = true
		}
	}
}

// together says whether an edge is within an exclusive set.
func (g *SeriesGraph) together(e *GraphEdge) bool {
	for _, set := range g.Exclusive {
		if slices.Contains(set, e.From) && slices.Contains(set, e.To) {
			return true
		}
	}
	return false
}
