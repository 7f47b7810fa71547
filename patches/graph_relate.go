package patches

import (
	"context"
	"slices"
	"strings"
)

// relate finds out how two patches stand to each other, i before j.
func (g *graphing) relate(ctx context.Context, result *SeriesGraph, i, j int) error {
	a, b := &g.nodes[i], &g.nodes[j]
	if !a.solved || !b.solved {
		return nil
	}
	e := GraphEdge{From: j + 1, To: i + 1, Evidence: []string{}}
	if !g.shares(i, j) {
		e.Relation, e.Evidence = Commutes, []string{"disjoint"}
		result.Pairs = append(result.Pairs, e)
		return nil
	}
	same := g.evidence(&e, i, j)
	e.Evidence = append(e.Evidence, "trial")
	if slices.Contains(b.ancestors, i) {
		if e.Relation = Needs; g.direct(i, j) {
			result.Edges = append(result.Edges, e)
		}
		return nil
	}
	below, ok, err := g.applyAll(ctx, union(a.ancestors, b.ancestors))
	if err != nil {
		return err
	}
	if !ok {
		e.Relation = Excludes
		result.Edges = append(result.Edges, e)
		return nil
	}
	afterA, _, okA, err := g.apply(ctx, below, i)
	if err != nil {
		return err
	}
	afterB, _, okB, err := g.apply(ctx, below, j)
	if err != nil {
		return err
	}
	ab, onA, okAB, err := g.apply(ctx, afterA, j)
	if err != nil {
		return err
	}
	ba, onB, okBA, err := g.apply(ctx, afterB, i)
	if err != nil {
		return err
	}
	okAB, okBA = okA && okAB, okB && okBA
	inB := okB && statusOf(onB) == Landed || len(same) > 0 && g.contained(i, j)
	inA := okA && statusOf(onA) == Landed || len(same) > 0 && g.contained(j, i)
	switch {
	case inB:
		e.Relation = Supersedes
	case inA:
		e.Relation, e.From, e.To = Supersedes, i+1, j+1
	case !okAB && !okBA, len(same) > 0:
		e.Relation = Excludes
	case okAB && okBA && slices.Equal(ab, ba):
		tree, err := g.tree(ab)
		if err != nil {
			return err
		}
		e.Relation, e.Tree = Commutes, tree.String()
		result.Pairs = append(result.Pairs, e)
		return nil
	case !okAB:
		e.Relation, e.From, e.To = Ordered, i+1, j+1
	default:
		e.Relation = Ordered
	}
	result.Edges = append(result.Edges, e)
	return nil
}

// evidence notes what the texts of two patches say about each other. It returns the
// changes that both of them make.
func (g *graphing) evidence(e *GraphEdge, i, j int) (same []string) {
	var blob, base, lines bool
	for _, a := range g.sections(i) {
		for _, b := range g.sections(j) {
			if a.Name() != b.Name() && a.Name() != b.OldName {
				continue
			}
			e.Paths = append(e.Paths, b.Name())
			blob = blob || sameID(a.NewID, b.OldID)
			cut := sameID(a.OldID, b.OldID)
			base = base || cut
			lines = lines || overlap(a, b, cut)
			theirs := g.changes(j, b)
			for change := range g.changes(i, a) {
				if theirs[change] {
					same = append(same, change)
				}
			}
		}
	}
	slices.Sort(e.Paths)
	e.Paths = slices.Compact(e.Paths)
	for _, found := range []struct {
		is   bool
		name string
	}{{blob, "blob"}, {base, "base"}, {lines, "lines"}, {len(same) > 0, "hunks"}} {
		if found.is {
			e.Evidence = append(e.Evidence, found.name)
		}
	}
	return same
}

// sections are the file sections of a patch that are tried.
func (g *graphing) sections(i int) []*FileDiff {
	var out []*FileDiff
	last := -1
	for _, slot := range g.patches[i].slots {
		if slot.section != last {
			last = slot.section
			out = append(out, &g.patches[i].patch.Files[last])
		}
	}
	return out
}

// sameID says whether two abbreviated ids of blobs can be of one.
func sameID(a, b string) bool {
	if strings.Trim(a, "0") == "" || strings.Trim(b, "0") == "" {
		return false
	}
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// overlap says whether hunks of two sections cover lines in common: of the version that
// both are cut from, else of what the first makes and the second finds.
func overlap(a, b *FileDiff, cut bool) bool {
	for i := range a.Hunks {
		for j := range b.Hunks {
			x, y := &a.Hunks[i], &b.Hunks[j]
			start, end := x.NewStart, x.NewStart+x.NewLines
			if cut {
				start, end = x.OldStart, x.OldStart+x.OldLines
			}
			if start < y.OldStart+y.OldLines && y.OldStart < end {
				return true
			}
		}
	}
	return false
}

// changes are the hunks of a section as text, context and all. Those that change a line
// or two, which may happen to be alike, do not count. Where a file repeats itself, git
// would make the same change a second time, in another place.
func (g *graphing) changes(i int, f *FileDiff) map[string]bool {
	changes := map[string]bool{}
	for k := range f.Hunks {
		var text strings.Builder
		significant := 0
		for line := range f.Hunks[k].Lines(g.patches[i].patch.Source) {
			text.WriteByte(line.Op)
			text.Write(line.Text)
			if line.Op != ' ' && len(strings.TrimSpace(string(line.Text))) >= 4 {
				significant++
			}
		}
		if significant >= 3 {
			changes[f.Name()+"\x00"+text.String()] = true
		}
	}
	return changes
}

// contained says whether all changes of a patch are among those of another.
func (g *graphing) contained(i, in int) bool {
	have := map[string]bool{}
	for _, f := range g.sections(in) {
		for change := range g.changes(in, f) {
			have[change] = true
		}
	}
	for _, f := range g.sections(i) {
		changes := g.changes(i, f)
		if len(changes) != len(f.Hunks) || len(f.Hunks) == 0 {
			return false
		}
		for change := range changes {
			if !have[change] {
				return false
			}
		}
	}
	return true
}

// leadsTo says whether a patch makes a blob that another wants.
func (g *graphing) leadsTo(i, j int) bool {
	for _, a := range g.sections(i) {
		for _, b := range g.sections(j) {
			if (a.Name() == b.Name() || a.Name() == b.OldName) && sameID(a.NewID, b.OldID) {
				return true
			}
		}
	}
	return false
}

// chain is the patches before j whose blobs lead to it, with their ancestors.
func (g *graphing) chain(j int) []int {
	var set []int
	for i := range j {
		if g.nodes[i].solved && g.leadsTo(i, j) {
			set = union(set, g.nodes[i].ancestors, []int{i})
		}
	}
	return set
}
