package patches

import (
	"context"
	"maps"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// graphing is patches tried on each other, on one commit.
type graphing struct {
	*trials
	objects *objects
	commit  plumbing.Hash // its tree
	base    graphState
	memo    map[graphKey]graphStep
	nodes   []graphNode
}

// graphState is what some patches have made of the groups' files: the id of a tree of
// nothing else for each group.
type graphState []plumbing.Hash

type graphKey struct {
	group, piece int
	root         plumbing.Hash
}

type graphStep struct {
	outcome trialOutcome
	root    plumbing.Hash
}

// graphNode is what is known of a patch so far.
type graphNode struct {
	// solved says that it applies on ancestors, which are sorted and hold theirs.
	solved    bool
	ancestors []int
	alone     Status
	status    Status
	pieces    map[int]int // piece by group
}

// apply applies a patch to a state: all of it, or nothing.
func (g *graphing) apply(ctx context.Context, state graphState, patch int) (graphState, []trialOutcome, bool, error) {
	next := slices.Clone(state)
	var outcomes []trialOutcome
	ok := len(g.nodes[patch].pieces) > 0
	for _, group := range slices.Sorted(maps.Keys(g.nodes[patch].pieces)) {
		key := graphKey{group, g.nodes[patch].pieces[group], state[group]}
		step, known := g.memo[key]
		if !known {
			var err error
			if step.outcome, step.root, err = g.piece(ctx, g.objects, state[group], &g.groups[group].pieces[key.piece]); err != nil {
				return nil, nil, false, err
			}
			g.memo[key] = step
		}
		outcomes = append(outcomes, step.outcome)
		ok = ok && step.outcome.applies
		next[group] = step.root
	}
	if !ok {
		return state, outcomes, false, nil
	}
	return next, outcomes, true, nil
}

// applyAll applies patches in order. False if one does not apply.
func (g *graphing) applyAll(ctx context.Context, patches []int) (graphState, bool, error) {
	state := g.base
	for _, patch := range patches {
		next, _, ok, err := g.apply(ctx, state, patch)
		if err != nil || !ok {
			return nil, false, err
		}
		state = next
	}
	return state, true, nil
}

// tree is the commit's tree with a state's files.
func (g *graphing) tree(state graphState) (plumbing.Hash, error) {
	var changes []change
	for i, group := range g.groups {
		if state[i] == g.base[i] {
			continue
		}
		for _, path := range group.paths {
			name := g.watch.paths[path]
			was, _, err := g.objects.find(g.base[i], name)
			if err != nil {
				return plumbing.ZeroHash, err
			}
			is, _, err := g.objects.find(state[i], name)
			if err != nil {
				return plumbing.ZeroHash, err
			}
			if was != is {
				changes = append(changes, change{path: name, mode: is.mode, id: is.id})
			}
		}
	}
	b := &batch{objects: g.objects}
	return b.with(g.commit, changes)
}

// statusOf is the status of a patch that ended like this.
func statusOf(outcomes []trialOutcome) Status {
	status, applies := Clean, len(outcomes) > 0
	landed, conflict := false, false
	for i := range outcomes {
		applies = applies && outcomes[i].applies
		for _, h := range outcomes[i].hunks {
			switch {
			case h.state == HunkLanded:
				landed = true
			case h.state == HunkConflict:
				conflict = true
			case h.state == HunkFuzzy:
				status = Fuzzy
			case h.state == HunkOffset && status == Clean:
				status = Offset
			}
		}
	}
	if applies {
		return status
	}
	if conflict || !landed {
		return Conflict
	}
	for i := range outcomes {
		for _, h := range outcomes[i].hunks {
			if h.state != HunkLanded {
				return PartlyLanded
			}
		}
	}
	return Landed
}

// union is the sorted union of sorted sets.
func union(sets ...[]int) []int {
	var all []int
	for _, set := range sets {
		all = append(all, set...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
