package patches

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// stack asks git to apply patches in order, and gives the tree; "" if one does not
// apply.
func (u *historyRepo) stack(commit plumbing.Hash, patches []string) string {
	u.t.Helper()
	u.indexed = plumbing.ZeroHash
	u.git("read-tree", commit.String())
	for _, patch := range patches {
		if _, err := u.try(patch, "apply", "--cached", "-"); err != nil {
			return ""
		}
	}
	return strings.TrimSpace(u.git("write-tree"))
}

func graphOf(u *historyRepo, base plumbing.Hash, patches ...string) *SeriesGraph {
	u.t.Helper()
	var inputs []Input
	for i, patch := range patches {
		inputs = append(inputs, Input{Name: fmt.Sprintf("%04d-p.patch", i+1), Content: []byte(patch)})
	}
	g, err := Graph(context.Background(), u.store, base, inputs)
	if err != nil {
		u.t.Fatal(err)
	}
	return g
}

// TestGraphAgainstGit makes random series and asks git about all that is said of them:
// ancestors suffice, none of them can be left out, and pairs commute.
func TestGraphAgainstGit(t *testing.T) {
	t.Parallel()
	needs, commutes, others := 0, 0, 0
	for seed := range uint64(3) {
		u := newHistoryRepo(t)
		rng := rand.New(rand.NewPCG(seed, 5))
		base := u.commit("base", map[string]string{"a": lineText("a", 14), "b": lineText("b", 14), "c": lineText("c", 9)})
		tips := []plumbing.Hash{base}
		var patches []string
		for n := range 6 {
			from := tips[rng.IntN(len(tips))]
			to := u.chain(from, []string{"x"}, func(files map[string]string) {
				for range 1 + rng.IntN(2) {
					path := []string{"a", "a", "b", "b", "c"}[rng.IntN(5)]
					lines := strings.SplitAfter(files[path], "\n")
					if rng.IntN(2) == 0 {
						lines[rng.IntN(len(lines)-1)] = fmt.Sprintf("mine %d\n", n)
					} else {
						lines[rng.IntN(len(lines)-1)] += fmt.Sprintf("more of %d\n", n)
					}
					files[path] = strings.Join(lines, "")
				}
				if rng.IntN(5) == 0 {
					files[fmt.Sprint("new", rng.IntN(2))] = "new\n"
				}
			})[1]
			patches = append(patches, u.git("diff", from.String(), to.String()))
			tips = append(tips, to)
		}
		g := graphOf(u, base, patches...)
		pick := func(indexes ...int) []string {
			var out []string
			for _, index := range indexes {
				out = append(out, patches[index-1])
			}
			return out
		}
		for i := range g.Nodes {
			n := &g.Nodes[i]
			applies := n.Status == Clean || n.Status == Offset
			if alone := u.stack(base, pick(n.Index)) != ""; alone != (n.Alone == Clean || n.Alone == Offset) {
				t.Errorf("seed %d: %d alone is %s, git applies it: %v", seed, n.Index, n.Alone, alone)
			}
			if !applies {
				if len(n.Ancestors) > 0 {
					t.Errorf("seed %d: %d is %s and has ancestors", seed, n.Index, n.Status)
				}
				continue
			}
			if u.stack(base, pick(append(slices.Clone(n.Ancestors), n.Index)...)) == "" {
				t.Errorf("seed %d: git does not apply %d on %v", seed, n.Index, n.Ancestors)
			}
			for _, out := range n.Ancestors {
				needs++
				var rest []int
				for _, k := range n.Ancestors {
					if k != out && !slices.Contains(g.Nodes[k-1].Ancestors, out) {
						rest = append(rest, k)
					}
				}
				if u.stack(base, pick(append(rest, n.Index)...)) != "" {
					t.Errorf("seed %d: git applies %d without %d, on %v", seed, n.Index, out, rest)
				}
			}
		}
		of := func(e *GraphEdge) []int {
			var set []int
			set = append(set, g.Nodes[e.From-1].Ancestors...)
			set = append(set, g.Nodes[e.To-1].Ancestors...)
			slices.Sort(set)
			return slices.Compact(set)
		}
		for i := range g.Pairs {
			e := &g.Pairs[i]
			commutes++
			one := u.stack(base, pick(append(of(e), e.From, e.To)...))
			two := u.stack(base, pick(append(of(e), e.To, e.From)...))
			if slices.Contains(e.Evidence, "disjoint") && one == "" && two == "" {
				continue // their ancestors do not go together
			}
			if one == "" || one != two || e.Tree != "" && e.Tree != one {
				t.Errorf("seed %d: %d and %d do not commute: %s, %s, %s", seed, e.From, e.To, one, two, e.Tree)
			}
		}
		for i := range g.Edges {
			e := &g.Edges[i]
			if e.Relation == Needs {
				continue
			}
			others++
			one := u.stack(base, pick(append(of(e), e.From, e.To)...))
			two := u.stack(base, pick(append(of(e), e.To, e.From)...))
			if e.Relation == Ordered && (two == "" || one == two) {
				t.Errorf("seed %d: %d is not to go after %d: %q, %q", seed, e.From, e.To, one, two)
			}
			if e.Relation == Excludes && !slices.Contains(e.Evidence, "hunks") && (one != "" || two != "") {
				t.Errorf("seed %d: %d does not exclude %d", seed, e.From, e.To)
			}
		}
		all := make([]int, len(patches))
		for i := range all {
			all[i] = i + 1
		}
		if stack := u.stack(base, pick(all...)) != ""; stack != g.Stack {
			t.Errorf("seed %d: the stack applies: %v, git says %v", seed, g.Stack, stack)
		}
	}
	if needs < 4 || commutes < 10 || others < 5 {
		t.Errorf("too little happened: %d ancestors, %d pairs commute, %d other edges", needs, commutes, others)
	}
}

// relation is how one patch stands to another in a graph, "" if nothing is said.
func (g *SeriesGraph) relation(from, to int) Relation {
	for _, edges := range [][]GraphEdge{g.Edges, g.Pairs} {
		for i := range edges {
			if edges[i].From == from && edges[i].To == to {
				return edges[i].Relation
			}
		}
	}
	return ""
}

// TestGraphRelations has one pair of patches for each relation.
func TestGraphRelations(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 60), "b": lineText("b", 20)})
	big := func(name string) string { return name + " one\n" + name + " two\n" + name + " three\n" }
	one := swapText("a", "a line 10\n", big("one"))
	first := u.diff(base, one)
	onOne := u.chain(base, []string{"x"}, one)[1]
	// Two snapshots that hold the first change, and one more each.
	snapA := u.diff(base, func(f map[string]string) { one(f); swapText("a", "a line 30\n", big("A"))(f) })
	snapB := u.diff(base, func(f map[string]string) { one(f); swapText("a", "a line 30\n", big("B"))(f) })
	snapC := u.diff(base, func(f map[string]string) { one(f); swapText("a", "a line 31\n", big("C"))(f) })
	needs := u.diff(onOne, swapText("a", "one two\n", "one and a half\n"))
	far := u.diff(base, swapText("a", "a line 50\n", big("far")))
	other := u.diff(base, swapText("b", "b line 3\n", big("other")))
	// The context of the first of these is what the second inserts into.
	before := u.diff(base, swapText("b", "b line 16\n", "b line 16\nX\n"))
	after := u.diff(base, swapText("b", "b line 16\n", "b line 16\nY\n"), "-U0")

	g := graphOf(u, base, first, needs, far, other, snapA, snapB, snapC, before, after, "--- a/a\n+++ b/a\n@@ -1,9 +1,9 @@\n nothing\n")
	for _, want := range []struct {
		from, to int
		relation Relation
	}{
		{2, 1, Needs}, {3, 1, Commutes}, {3, 2, Commutes}, {4, 1, Commutes}, {5, 1, Supersedes}, {6, 1, Supersedes}, {6, 5, Excludes}, {7, 5, Excludes}, {7, 6, Excludes},
		{8, 4, Commutes}, {10, 1, ""},
	} {
		if got := g.relation(want.from, want.to); got != want.relation {
			t.Errorf("%d to %d is %q, not %q", want.from, want.to, got, want.relation)
		}
	}
	if len(g.Exclusive) != 1 || !slices.Equal(g.Exclusive[0], []int{1, 5, 6, 7}) {
		t.Errorf("exclusive are %v", g.Exclusive)
	}
	if g.Stack || g.Nodes[9].Status != Damaged || g.Nodes[9].Fault == nil || !slices.Equal(g.Nodes[1].Ancestors, []int{1}) || !slices.Equal(g.Nodes[1].Needs, []int{1}) {
		t.Errorf("%+v", g)
	}
	edge := g.Edges[slices.IndexFunc(g.Edges, func(e GraphEdge) bool { return e.From == 2 && e.To == 1 })]
	if !slices.Contains(edge.Evidence, "blob") || !slices.Contains(edge.Evidence, "lines") || !slices.Equal(edge.Paths, []string{"a"}) {
		t.Errorf("%+v", edge)
	}
	edge = g.Edges[slices.IndexFunc(g.Edges, func(e GraphEdge) bool { return e.From == 6 && e.To == 5 })]
	if !slices.Contains(edge.Evidence, "base") || !slices.Contains(edge.Evidence, "hunks") {
		t.Errorf("%+v", edge)
	}
	text := g.Text()
	for _, want := range []string{"needs 1", "only one can be taken of 1, 5, 6, 7", "5  supersedes 1", "damaged", "do not all apply"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text has no %q:\n%s", want, text)
		}
	}
}

// TestGraphTwice has two patches with a change in common, in a file that repeats itself:
// git makes it twice, in both orders, and gives one tree.
func TestGraphTwice(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	section := "{\n  begin\n  middle\n  end\n  close\n}\n"
	base := u.commit("base", map[string]string{"a": lineText("a", 20) + section + section + lineText("z", 20)})
	// A line or two may happen to be alike.
	for mine, want := range map[string]Relation{"  mine one\n  mine two\n  mine three\n": Excludes, "  mine one\n  mine two\n": Commutes} {
		both := swapText("a", "  middle\n", "  middle\n"+mine)
		one := u.diff(base, func(f map[string]string) { both(f); swapText("a", "a line 2\n", "one\n")(f) })
		two := u.diff(base, func(f map[string]string) { both(f); swapText("a", "z line 18\n", "two\n")(f) })
		if tree := u.stack(base, []string{one, two}); tree == "" || tree != u.stack(base, []string{two, one}) {
			t.Fatal("git no longer makes the change twice")
		}
		if g := graphOf(u, base, one, two); g.relation(2, 1) != want {
			t.Errorf("%q: %+v %+v", mine, g.Edges, g.Pairs)
		}
	}
}

// TestGraphOrdered has two insertions without context at one place: both orders apply,
// and give different files.
func TestGraphOrdered(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"b": lineText("b", 20)})
	var inputs []Input
	for _, name := range []string{"X", "Y"} {
		text := u.diff(base, swapText("b", "b line 16\n", "b line 16\n"+name+"\n"), "-U0")
		inputs = append(inputs, Input{Name: name, Content: []byte(text), Options: Options{UnidiffZero: true}})
	}
	g, err := Graph(context.Background(), u.store, base, inputs)
	if err != nil {
		t.Fatal(err)
	}
	if g.relation(2, 1) != Ordered || len(g.Pairs) > 0 || !g.Stack || !strings.Contains(g.Text(), "2  goes after 1") {
		t.Errorf("%+v\n%s", g, g.Text())
	}
}

// TestGraphMinimal has a patch that needs three others, and two more that it can do
// without, of which one needs the other.
func TestGraphMinimal(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 90)})
	edits := []func(map[string]string){swapText("a", "a line 80\n", "x\n"), swapText("a", "x\n", "y\n"), swapText("a", "a line 10\n", "one\n"), swapText("a", "a line 30\n", "two\n"),
		swapText("a", "a line 50\n", "three\n"), func(f map[string]string) {
			swapText("a", "one\n", "1\n")(f)
			swapText("a", "two\n", "2\n")(f)
			swapText("a", "three\n", "3\n")(f)
		}}
	line := u.chain(base, []string{"1", "2", "3", "4", "5", "6"}, edits...)
	var patches []string
	for i := range edits {
		patches = append(patches, u.git("diff", line[i].String(), line[i+1].String()))
	}
	g := graphOf(u, base, patches...)
	if !slices.Equal(g.Nodes[5].Ancestors, []int{3, 4, 5}) || !slices.Equal(g.Nodes[5].Needs, []int{3, 4, 5}) || !slices.Equal(g.Nodes[1].Ancestors, []int{1}) {
		t.Errorf("%+v", g.Nodes)
	}
}

// TestGraphChain has a chain of three, whose last needs the second only by way of
// itself, and a patch that can go anywhere.
func TestGraphChain(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 40)})
	line := u.chain(base, []string{"1", "2", "3", "4"}, swapText("a", "a line 10\n", "one\n"), swapText("a", "a line 30\n", "far\n"), swapText("a", "one\n", "two\n"), swapText("a", "two\n", "three\n"))
	var patches []string
	for i := range 4 {
		patches = append(patches, u.git("diff", line[i].String(), line[i+1].String()))
	}
	g := graphOf(u, base, patches...)
	if !g.Stack || !slices.Equal(g.Nodes[3].Ancestors, []int{1, 3}) || !slices.Equal(g.Nodes[3].Needs, []int{3}) || !slices.Equal(g.Nodes[2].Ancestors, []int{1}) || len(g.Nodes[1].Ancestors) > 0 {
		t.Errorf("%+v", g.Nodes)
	}
	if g.relation(4, 3) != Needs || g.relation(4, 1) != "" || g.relation(2, 1) != Commutes || g.relation(4, 2) != Commutes || len(g.Exclusive) > 0 {
		t.Errorf("%+v", g.Edges)
	}
	if !strings.Contains(g.Text(), "needs 3 (with 1, 3)") || !strings.Contains(g.Text(), "all apply one on the other") {
		t.Error(g.Text())
	}
	columns, alone := g.layers()
	if fmt.Sprint(columns, alone) != "[[1] [3] [4]] [2]" {
		t.Errorf("layers are %v, alone %v", columns, alone)
	}
}

// TestGraphPictures draws names that want escaping.
func TestGraphPictures(t *testing.T) {
	t.Parallel()
	g := &SeriesGraph{Nodes: []GraphNode{{Index: 1, File: `a "<&\>.patch.gz.b64`, Status: Clean}, {Index: 2, File: "dir/" + strings.Repeat("ü", 90) + ".patch", Status: Conflict},
		{Index: 3, File: "c", Status: Landed}, {Index: 4, File: "d", Status: Offset}},
		Edges: []GraphEdge{{From: 2, To: 1, Relation: Needs}, {From: 3, To: 1, Relation: Ordered}, {From: 1, To: 3, Relation: Ordered}, {From: 3, To: 2, Relation: Excludes}}}
	decoder := xml.NewDecoder(bytes.NewReader(g.SVG()))
	texts := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok && strings.Contains(string(text), `a "<&\>`) {
			texts++
		}
	}
	if texts != 2 {
		t.Errorf("the name is there %d times", texts)
	}
	dot := string(g.DOT())
	for _, want := range []string{`n1 [label="1  a \"<&\\>\nclean"]`, `n2 -> n1 [label="needs"`, "n3 -> n2", "dir=none"} {
		if !strings.Contains(dot, want) {
			t.Errorf("no %s in\n%s", want, dot)
		}
	}
}

// Two that exclude each other are no set: edges have the pair.
func TestExclusiveSetsAreOfThreeOrMore(t *testing.T) {
	t.Parallel()
	g := &SeriesGraph{Nodes: make([]GraphNode, 5), Edges: []GraphEdge{{From: 2, To: 1, Relation: Excludes}, {From: 4, To: 3, Relation: Excludes}, {From: 5, To: 3, Relation: Supersedes}}}
	if got := exclusive(g); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	g.Edges = append(g.Edges, GraphEdge{From: 5, To: 4, Relation: Excludes})
	if got := exclusive(g); len(got) != 1 || !slices.Equal(got[0], []int{3, 4, 5}) {
		t.Errorf("got %v", got)
	}
}

// A file that does not decode and one that does not parse are told apart.
func TestGraphOfWhatCannotBeRead(t *testing.T) {
	t.Parallel()
	store, base := seriesBase(t)
	g, err := Graph(t.Context(), store, base, []Input{{Name: "x.gz", Content: []byte("no")}, {Name: "x", Content: []byte("no patch")}, oneLine("1", "one", "ONE").Input})
	if err != nil {
		t.Fatal(err)
	}
	var got []Status
	for _, n := range g.Nodes {
		got = append(got, n.Status)
	}
	if !slices.Equal(got, []Status{Undecodable, Damaged, Clean}) || g.Nodes[0].Alone != Undecodable || g.Nodes[0].Fault == nil || g.Stack {
		t.Errorf("got %v, %+v", got, g.Nodes[0])
	}
}
