package main

import (
	"context"
	"fmt"
	"slices"

	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing"
)

// arrange orders the patches on the base and proves that the series applies.
func (v *survey) arrange(ctx context.Context) error {
	var candidates []*surveyed
	for _, f := range v.files {
		if f.reason == "" {
			candidates = append(candidates, f)
		}
	}
	byDate(candidates)
	base := plumbing.NewHash(v.base.ID)
	graph, candidates, err := v.graph(ctx, base, candidates)
	if err != nil {
		return err
	}
	arranged := patches.Arrange(graph)
	for _, aside := range arranged.Aside {
		f := candidates[aside.Index-1]
		f.reason, f.kept = whyAside(aside, f, candidates, graph)
	}
	for _, index := range arranged.Series {
		v.series = append(v.series, candidates[index-1])
	}
	return v.prove(ctx, base)
}

// graph relates the patches to each other. One that applies on none of those before it
// is tried again behind all others, for as long as that helps.
func (v *survey) graph(ctx context.Context, base plumbing.Hash, candidates []*surveyed) (*patches.SeriesGraph, []*surveyed, error) {
	for before := len(candidates) + 1; ; {
		inputs := make([]patches.Input, len(candidates))
		for i, f := range candidates {
			inputs[i] = f.input()
		}
		graph, err := patches.Graph(ctx, v.objects, base, inputs)
		if err != nil {
			return nil, nil, err
		}
		var placed, left []*surveyed
		for i, f := range candidates {
			if graph.Nodes[i].Status == patches.Conflict {
				left = append(left, f)
			} else {
				placed = append(placed, f)
			}
		}
		if len(left) == 0 || len(left) >= before {
			return graph, candidates, nil
		}
		before, candidates = len(left), append(placed, left...)
	}
}

func whyAside(aside patches.SetAside, f *surveyed, candidates []*surveyed, graph *patches.SeriesGraph) (reason string, kept bool) {
	switch aside.Relation {
	case patches.Supersedes:
		return "all of it is in " + candidates[aside.By-1].label, true
	case patches.Excludes:
		return fmt.Sprintf("it changes the same places as %s%s", candidates[aside.By-1].label, sharedPaths(graph, aside)), true
	}
	reason = string(aside.Status)
	if fault := graph.Nodes[aside.Index-1].Fault; fault != nil {
		reason += ": " + fault.Message
	}
	if f.located != nil && f.located.Commit != nil {
		reason += fmt.Sprintf("; it was cut from %.8s", f.located.Commit.ID)
	}
	return reason, false
}

// sharedPaths are the files that a patch and the one it excludes both change, in
// brackets, as far as a line has room for them.
func sharedPaths(graph *patches.SeriesGraph, aside patches.SetAside) string {
	for _, e := range graph.Edges {
		if len(e.Paths) == 0 || e.Relation != patches.Excludes || (e.From != aside.Index || e.To != aside.By) && (e.From != aside.By || e.To != aside.Index) {
			continue
		}
		if more := len(e.Paths) - 1; more > 0 {
			return fmt.Sprintf(" (%s and %d more)", e.Paths[0], more)
		}
		return " (" + e.Paths[0] + ")"
	}
	return ""
}

// prove applies the series; what does not apply in it is set aside.
func (v *survey) prove(ctx context.Context, base plumbing.Hash) error {
	for {
		entries := make([]patches.Entry, len(v.series))
		for i, f := range v.series {
			entries[i].Input = f.input()
		}
		chain, err := patches.ApplySeries(ctx, v.objects, base, entries, seriesIdentity)
		if err != nil {
			return err
		}
		failed := slices.IndexFunc(chain.Verdicts, func(verdict patches.Verdict) bool { return !verdict.Reached() })
		for i, f := range v.series {
			f.status = chain.Verdicts[i].Status
		}
		if failed < 0 {
			return nil
		}
		f := v.series[failed]
		f.reason = fmt.Sprintf("%s on the patches before it", f.status)
		if fault := chain.Verdicts[failed].Fault; fault != nil {
			f.reason += ": " + fault.Message
		}
		v.series = slices.Delete(v.series, failed, failed+1)
	}
}
