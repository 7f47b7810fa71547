package patches

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// seriesCase is a random history and a random series: base, what the series makes of it
// patch by patch, what upstream makes of it commit by commit.
type seriesCase struct {
	seed             uint64
	base             plainTree
	series, upstream []plainTree
	// The marks of their commits, and what git has reached on the new base.
	baseMark, ontoMark int
	seriesMarks        []int
	state              plumbing.Hash
	// merges are git's, by patch; nil where git itself failed.
	merges []*nativeMerge
}

func newSeriesCase(seed uint64) *seriesCase {
	r := rand.New(rand.NewPCG(seed, 9))
	kinds := 6 + r.IntN(60)
	c := &seriesCase{seed: seed, base: randomTreeOf(r, kinds)}
	for at, n := c.base, 2+r.IntN(5); n > 0; n-- {
		if next := editedTree(r, at, kinds); !sameTree(next, at) && len(next) > 0 {
			c.series = append(c.series, next)
			at = next
		}
	}
	at := c.base
	for range 1 + r.IntN(5) {
		next := editedTree(r, at, kinds)
		if i := r.IntN(3 * (len(c.series) + 1)); i < len(c.series) {
			// A patch lands, if upstream has not touched what it changes.
			before := c.base
			if i > 0 {
				before = c.series[i-1]
			}
			next = landedOn(at, before, c.series[i])
		}
		if len(next) > 0 && !sameTree(next, at) {
			c.upstream = append(c.upstream, next)
			at = next
		}
	}
	return c
}

func sameTree(a, b plainTree) bool {
	if len(a) != len(b) {
		return false
	}
	for name, f := range a {
		if other, found := b[name]; !found || other.mode != f.mode || !bytes.Equal(other.content, f.content) {
			return false
		}
	}
	return true
}

// landedOn does to a tree what leads from before to after; where it has other content,
// nothing.
func landedOn(tree, before, after plainTree) plainTree {
	out := tree.clone()
	for name, f := range before {
		if other, found := after[name]; found && other.mode == f.mode && bytes.Equal(other.content, f.content) {
			continue
		}
		if ours, found := tree[name]; !found || ours.mode != f.mode || !bytes.Equal(ours.content, f.content) {
			return tree
		}
		delete(out, name)
	}
	for name, f := range after {
		if other, found := before[name]; found && other.mode == f.mode && bytes.Equal(other.content, f.content) {
			continue
		}
		if !out.free(name) {
			return tree
		}
		out[name] = f
	}
	return out
}

// seriesSeeds are cases in which this package and git once differed.
var seriesSeeds = []uint64{185, 2034, 3605, 3688, 7345, 7750, 9274, 2001133, 2003324}

// TestRebaseAgainstGit holds whole rebases against what git cherry-pick makes of the same
// commits: the tree after every patch, or that it conflicts and in which files; a patch
// that conflicts is left out on both sides. What is dropped as landed must be so by git's
// own means.
func TestRebaseAgainstGit(t *testing.T) {
	t.Parallel()
	const batchSize = 50
	cases := differentialCases(t, batchSize)
	first := uint64(1)
	if s := os.Getenv("CAIRN_DIFFERENTIAL_SEED"); s != "" {
		if _, err := fmt.Sscan(s, &first); err != nil {
			t.Fatal(err)
		}
	}
	total := seriesTally{}
	total.batch(t, seriesSeeds)
	for done := 0; done < cases && !t.Failed(); done += batchSize {
		seeds := make([]uint64, min(batchSize, cases-done))
		for i := range seeds {
			seeds[i] = first + uint64(done+i)
		}
		total.batch(t, seeds)
	}
	t.Logf("%+v", total)
	if cases >= batchSize && (total.clean < total.patches/10 || total.conflict < total.patches/20 || total.landed == 0) {
		t.Error("that is too much of one kind")
	}
}

// seriesTally counts patches by what became of them.
type seriesTally struct{ cases, patches, clean, conflict, landed, kept, picked, split, dropped, gitCrashed int }

func (n *seriesTally) batch(t *testing.T, seeds []uint64) {
	t.Helper()
	if len(seeds) == 0 {
		return
	}
	g := newNativeRepository(t)
	w := &importer{}
	var cases []*seriesCase
	for _, seed := range seeds {
		c := newSeriesCase(seed)
		if len(c.series) == 0 || len(c.upstream) == 0 {
			continue
		}
		c.baseMark = w.commit(c.base, "base\n")
		parent := c.baseMark
		for i, tree := range c.series {
			parent = w.commit(tree, fmt.Sprintf("patch %d\n", i+1), parent)
			c.seriesMarks = append(c.seriesMarks, parent)
		}
		c.ontoMark = c.baseMark
		for i, tree := range c.upstream {
			c.ontoMark = w.commit(tree, fmt.Sprintf("upstream %d\n", i+1), c.ontoMark)
		}
		cases = append(cases, c)
	}
	commits, trees := g.imported(w)
	g.cherryPick(cases, trees)
	store := g.storage()
	for i, c := range cases {
		request := RebaseRequest{From: commits[c.baseMark], Onto: commits[c.ontoMark], Identity: someone}
		before := trees[c.baseMark]
		for k, mark := range c.seriesMarks {
			diff, err := DiffTrees(t.Context(), store, before, trees[mark])
			if err != nil {
				t.Fatalf("seed %d: %v", c.seed, err)
			}
			request.Series = append(request.Series, Entry{Input: Input{Name: fmt.Sprintf("%04d.patch", k+1), Content: diff}})
			before = trees[mark]
		}
		rebased, err := Rebase(t.Context(), store, request)
		if err != nil {
			t.Fatalf("seed %d: %v", c.seed, err)
		}
		n.cases++
		n.compare(t, g, c, rebased, commits, trees)
		if exported, err := Export(t.Context(), request.Series, rebased); err != nil {
			t.Errorf("seed %d: %v", c.seed, err)
		} else if c.seed%20 == 0 {
			g.appliesNatively(c, trees[c.ontoMark], exported, rebased)
		}
		if i%50 == 0 {
			n.picked++
			g.pickForReal(c, commits)
		}
	}
}

// compare holds a rebase against git's, patch by patch, up to where git breaks.
func (n *seriesTally) compare(t *testing.T, g *nativeRepository, c *seriesCase, rebased *Rebased, commits, trees []plumbing.Hash) {
	t.Helper()
	state := trees[c.ontoMark].String()
	for i, p := range rebased.Patches {
		merge := c.merges[i]
		if merge == nil {
			n.gitCrashed++
			return
		}
		n.patches++
		where := fmt.Sprintf("seed %d, patch %d, %s (%s)", c.seed, i+1, p.Status, p.Evidence)
		switch {
		case merge.clean && merge.tree != state && p.Tree == "" && g.gitDrops(c, i, trees, state):
			// Git drops a change here, or a file (see TestMergeRenameOntoItself). This patch
			// conflicts, if upstream has not taken it earlier.
			if p.Status == RebaseLanded {
				g.hasLanded(c, i, p, commits)
			}
			n.dropped++
			return
		case merge.clean && merge.tree != state:
			n.clean++
			if p.Keep {
				n.kept++
			}
			state = merge.tree
			if p.Tree != merge.tree {
				t.Errorf("%s: tree %q, conflicts %+v, git has %s: %q", where, p.Tree, p.Conflicts, merge.tree, merge.messages)
				return
			}
		case !merge.clean && len(merge.stages) == 0 && p.Tree == merge.tree:
			// Git cannot say where a folder went (directory rename split), moves nothing,
			// and stops at the very tree that is here: there is nothing to resolve in it.
			n.split++
			return
		case p.Tree != "":
			t.Errorf("%s: tree %s, git says clean %v, tree %s, messages %q", where, p.Tree, merge.clean, merge.tree, merge.messages)
			return
		case p.Status == RebaseLanded:
			n.landed++
			if !merge.clean {
				g.hasLanded(c, i, p, commits)
			}
		case merge.clean:
			// It changes nothing on the new base, but only because of what was left out.
			if !slices.ContainsFunc(rebased.Patches[:i], func(q RebasedPatch) bool { return q.Tree == "" && q.Status != RebaseLanded }) {
				t.Errorf("%s: git says that it changes nothing", where)
			}
		default:
			n.conflict++
			if p.Status != RebaseConflict && p.Status != RebaseWaits || !sameConflicts(p.Conflicts, merge) {
				t.Errorf("%s: conflicts %+v, git has %q: %q", where, p.Conflicts, merge.paths(), merge.messages)
			}
		}
	}
	if rebased.Tree != state {
		t.Errorf("seed %d: the whole makes %s, git's %s", c.seed, rebased.Tree, state)
	}
}

// sameConflicts says whether a patch conflicts where git says so. Git names all names of
// a file that was renamed, this package the one it is to have; and where git moves a file
// with its folder, what is there then is its own affair.
func sameConflicts(conflicts []RebaseConflictAt, merge *nativeMerge) bool {
	want := merge.paths()
	if slices.ContainsFunc(merge.messages, func(m string) bool {
		return strings.Contains(m, "(file location)") || strings.Contains(m, "dir rename")
	}) {
		return len(conflicts) > 0
	}
	for _, c := range conflicts {
		named := slices.ContainsFunc(want, func(path string) bool {
			name, _, _ := strings.Cut(path, "~") // git's for what cannot have its own
			return name == c.Path
		})
		if !named && c.Kind != "rename/rename" && c.Kind != "rename/delete" {
			return false
		}
	}
	return len(conflicts) > 0
}

// gitDrops says whether one side of a patch's merge renames a file, and the other changes
// it and has the very same file under the new name; or has something of another type in its
// old place, and another file under the new name, which git takes for the renamed one.
func (g *nativeRepository) gitDrops(c *seriesCase, i int, trees []plumbing.Hash, state string) bool {
	before, theirs := trees[c.baseMark].String(), trees[c.seriesMarks[i]].String()
	if i > 0 {
		before = trees[c.seriesMarks[i-1]].String()
	}
	object := func(tree, name string) string {
		return strings.TrimSpace(string(g.git(nil, "ls-tree", "--format=%(objectmode) %(objectname)", "--full-tree", tree, "--", name)))
	}
	for _, sides := range [][2]string{{theirs, state}, {state, theirs}} {
		parts := strings.Split(string(g.git(nil, "diff-tree", "-r", "-z", "-M100%", "--diff-filter=R", before, sides[0])), "\x00")
		for k := 0; k+2 < len(parts); k += 3 {
			old, now := parts[k+1], parts[k+2]
			was, there, target := object(before, old), object(sides[1], old), object(sides[1], now)
			retyped := there != "" && there[:3] != was[:3]
			if target == was && there != was || retyped && target != "" {
				return true
			}
		}
	}
	return false
}

// hasLanded proves with git's own means that a conflicting patch is in the new base.
func (g *nativeRepository) hasLanded(c *seriesCase, i int, p RebasedPatch, commits []plumbing.Hash) {
	g.t.Helper()
	patch := g.git(nil, "diff-tree", "-p", "--full-index", "--binary", "--no-renames", commits[c.seriesMarks[i]].String()+"^", commits[c.seriesMarks[i]].String())
	if p.EvidenceCommit != "" {
		theirs := g.git(nil, "diff-tree", "-p", "--full-index", "--binary", "--no-renames", p.EvidenceCommit+"^", p.EvidenceCommit)
		ours, _, _ := bytes.Cut(g.git(patch, "patch-id", "--stable"), []byte(" "))
		other, _, _ := bytes.Cut(g.git(theirs, "patch-id", "--stable"), []byte(" "))
		if !bytes.Equal(ours, other) {
			g.t.Errorf("seed %d, patch %d: %s has patch id %s, not %s", c.seed, i+1, p.EvidenceCommit, other, ours)
		}
		return
	}
	index := filepath.Join(g.dir, "landed-index")
	defer os.Remove(index)
	for _, args := range [][]string{{"read-tree", p.NewBase.String()}, {"apply", "--cached", "--check", "--reverse", "-"}} {
		command := g.command(args...)
		command.Env = append(command.Env, "GIT_INDEX_FILE="+index)
		command.Stdin = bytes.NewReader(patch)
		if out, err := command.CombinedOutput(); err != nil {
			g.t.Errorf("seed %d, patch %d is dropped (%s): git %s: %s", c.seed, i+1, p.Evidence, args[0], out)
		}
	}
}
