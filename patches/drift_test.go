package patches

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// stateAt is a hunk's state at the k-th commit of the line, from what the report says.
func (h *HunkDrift) stateAt(k int) HunkState {
	state := h.AtBase
	for _, flip := range h.Flips {
		if flip.Commit.After <= k {
			state = flip.State
		}
	}
	return state
}

// TestDriftAgainstGit asks git apply at every commit of random lines, with merges,
// whether each file of each patch applies, and whether all of it does.
func TestDriftAgainstGit(t *testing.T) {
	t.Parallel()
	breaks, mended, whole := 0, 0, 0
	for seed := range uint64(2) {
		u := newHistoryRepo(t)
		rng := rand.New(rand.NewPCG(seed, 7))
		all := u.random(rng, 24)
		from, to := all[rng.IntN(4)], all[len(all)-1]
		var inputs []Input
		for n := range 4 {
			at := all[rng.IntN(len(all)-1)]
			patch := u.diff(at, func(files map[string]string) {
				for path, text := range files {
					lines := strings.SplitAfter(text, "\n")
					for range 1 + rng.IntN(2) {
						lines[rng.IntN(len(lines))] += fmt.Sprintf("mine %d\n", n)
					}
					files[path] = strings.Join(lines, "")
				}
				if rng.IntN(4) == 0 && files["a.txt"] != "" {
					files["renamed.txt"] = files["a.txt"]
					delete(files, "a.txt")
				}
				if rng.IntN(4) == 0 {
					delete(files, "other/d.txt")
				}
			}, "-M")
			inputs = append(inputs, Input{Name: fmt.Sprintf("%d.patch", n), Content: []byte(patch)})
		}
		r, err := Drift(context.Background(), u.store, from, to, inputs)
		if err != nil {
			t.Fatal(err)
		}
		h, _ := ReadHistory(context.Background(), u.store, to, from)
		a, _ := h.at(from)
		b, _ := h.at(to)
		line, err := h.line(a, b)
		if err != nil {
			t.Fatal(err)
		}
		if r.Commits != len(line)-1 || r.Base.ID != h.commits[line[0]].id.String() {
			t.Errorf("the line has %d commits from %s", r.Commits, r.Base.ID)
		}
		for i := range r.Patches {
			p := &r.Patches[i]
			if p.Stacked {
				continue
			}
			content := string(inputs[i].Content)
			last, first := -1, -1
			for k, commit := range line {
				id := h.commits[commit].id
				files, all := map[string]bool{}, true
				for j := range p.Hunks {
					path, ok := p.Hunks[j].Path, p.Hunks[j].stateAt(k).applies()
					if known, seen := files[path]; seen {
						ok = ok && known
					}
					files[path] = ok
					all = all && ok
				}
				if git := u.applies(id, content); git != all {
					t.Errorf("seed %d, %s at %d: applies is %v, git says %v", seed, p.File, k, all, git)
				}
				if all {
					last = k
				} else if last == k-1 && last >= 0 && first < 0 {
					first = k
				}
				for path, ok := range files {
					if rng.IntN(3) > 0 {
						continue // asking for all of them takes long
					}
					if git := u.applies(id, content, "--include="+path); git != ok {
						t.Errorf("seed %d, %s at %d: %s applies is %v, git says %v", seed, p.File, k, path, ok, git)
					}
				}
			}
			if got := after(p.AppliesAt); got != last {
				t.Errorf("seed %d, %s applies last at %d, not %d", seed, p.File, last, got)
			}
			if want := last + 1; last >= 0 && want < len(line) && after(p.BreaksAt) != want {
				t.Errorf("seed %d, %s breaks at %d, not %d", seed, p.File, want, after(p.BreaksAt))
			}
			if got := after(p.First); got != first {
				t.Errorf("seed %d, %s breaks first at %d, not %d", seed, p.File, first, got)
			}
			for j := range p.Hunks {
				hunk := &p.Hunks[j]
				if hunk.Break != nil {
					breaks++
					if hunk.Break.Commit.After != hunk.AppliesAt.After+1 {
						t.Errorf("%s breaks at %d and applies at %d", hunk.Path, hunk.Break.Commit.After, hunk.AppliesAt.After)
					}
				}
				if len(hunk.Flips) > 1 {
					mended++
				}
			}
			if last >= 0 {
				whole++
			}
		}
	}
	if breaks < 10 || mended < 1 || whole < 2 {
		t.Errorf("too little happened: %d breaks, %d that flip again, %d patches that apply somewhere", breaks, mended, whole)
	}
}

func after(c *CommitInfo) int {
	if c == nil {
		return -1
	}
	return c.After
}

// TestDriftNotMonotonic has a patch that breaks, is mended by a revert, and breaks
// again.
func TestDriftNotMonotonic(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"f.c": source()})
	there, back := swapText("f.c", "int y = x + 1", "int y = 1 + x"), swapText("f.c", "int y = 1 + x", "int y = x + 1")
	line := u.chain(base, []string{"there", "back", "again", "noise"}, there, back, there, swapText("f.c", "tail line 12", "tail"))
	patch := u.diff(base, swapText("f.c", "compute(y)", "compute(y + 2)"))
	r, err := Drift(context.Background(), u.store, base, line[4], []Input{{Name: "p", Content: []byte(patch)}})
	if err != nil {
		t.Fatal(err)
	}
	p := r.Patches[0]
	if after(p.AppliesAt) != 2 || after(p.BreaksAt) != 3 || after(p.First) != 1 || after(r.Clean) != 0 || after(r.Newest) != 2 {
		t.Errorf("%+v, clean %v, newest %v", p, r.Clean, r.Newest)
	}
	if h := p.Hunks[0]; after(h.AppliesAt) != 2 || h.Break == nil || h.Break.Commit.After != 3 {
		t.Errorf("%+v", h)
	}
	var flips []string
	for _, f := range p.Hunks[0].Flips {
		flips = append(flips, fmt.Sprint(f.Commit.After, f.State))
	}
	if got := strings.Join(flips, " "); got != "1conflict 2exact 3conflict" {
		t.Errorf("flips are %s", got)
	}
	if text := r.Text(); !strings.Contains(text, "clean up to "+base.String()[:9]+" (0 commits") || !strings.Contains(text, "and again at "+line[2].String()[:9]) {
		t.Errorf("it says\n%s", text)
	}
}

// TestDriftLaterHunk has a hunk below one that adds lines, in a file that has the place
// twice: what is lost is told by where it stood in the file before the patch.
func TestDriftLaterHunk(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	block := lineText("block", 9)
	base := u.commit("base", map[string]string{"f": lineText("head", 5) + block + lineText("middle", 5) + block + lineText("tail", 5)})
	patch := u.diff(base, func(f map[string]string) {
		f["f"] = strings.Replace(f["f"], "block line 5\n", "one\ntwo\nthree\n", 1)
		f["f"] = strings.Replace(f["f"], "block line 5\n", "mine\n", 1)
	})
	line := u.chain(base, []string{"culprit"}, func(f map[string]string) {
		first, second, _ := strings.Cut(f["f"], "middle line 1\n")
		f["f"] = first + "middle line 1\n" + strings.Replace(second, "block line 4\n", "other\n", 1)
	})
	r, err := Drift(context.Background(), u.store, base, line[1], []Input{{Name: "p", Content: []byte(patch)}})
	if err != nil {
		t.Fatal(err)
	}
	b := r.Patches[0].Hunks[1].Break
	if r.Patches[0].Hunks[0].Fate != Applies || b == nil || len(b.Lost) != 1 || strings.Split(patch, "\n")[b.Lost[0]-1] != " block line 4" || b.Line != 21 {
		t.Errorf("%+v\n%s", b, patch)
	}
}

// TestDriftStack has a second patch on top of a first one, and one of its own.
func TestDriftStack(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"f.c": source(), "g.c": source()})
	one := swapText("f.c", "compute(y)", "compute(y + 2)")
	first := u.diff(base, one)
	onFirst := u.chain(base, []string{"x"}, one)[1]
	second := u.diff(onFirst, swapText("f.c", "compute(y + 2)", "compute(y + 3)"))
	third := u.diff(base, swapText("g.c", "int y", "long y"))
	line := u.chain(base, []string{"n1", "break", "n2"}, swapText("g.c", "head line 1\n", "head\n"), swapText("f.c", "int y = x + 1", "int y = 1 + x"), swapText("g.c", "tail line 12", "tail"))
	r, err := Drift(context.Background(), u.store, base, line[3], []Input{{Name: "1", Content: []byte(first)}, {Name: "2", Content: []byte(second)},
		{Name: "3", Content: []byte(third)}, {Name: "4.gz", Content: []byte("no")}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Patches[0].Stacked || !r.Patches[1].Stacked || r.Patches[2].Stacked {
		t.Errorf("stacked: %v %v %v", r.Patches[0].Stacked, r.Patches[1].Stacked, r.Patches[2].Stacked)
	}
	b := r.Patches[1].Hunks[0].Break
	if b == nil || b.Did != FollowsPatch || b.Patch != "1" || b.Commit.ID != line[2].String() {
		t.Errorf("the second breaks with %+v", b)
	}
	if r.Patches[2].Fate != Applies || r.Patches[3].Fault == nil || r.Patches[3].Fate != "" {
		t.Errorf("%+v %+v", r.Patches[2], r.Patches[3])
	}
	if after(r.Clean) != 1 || after(r.Stack.Clean) != 1 || after(r.Stack.Newest) != 1 {
		t.Errorf("clean at %v, as a stack at %v and %v", r.Clean, r.Stack.Clean, r.Stack.Newest)
	}
	if text := r.Text(); !strings.Contains(text, "builds on 1, which breaks") || !strings.Contains(text, "4.gz was not tried") {
		t.Errorf("it says\n%s", text)
	}
	if r.Summary.Hunks != 3 || r.Summary.Files != 2 {
		t.Errorf("%+v", r.Summary)
	}
}

// TestDriftMerge has a branch whose merge breaks the patch, and a start that is on a
// branch of its own.
func TestDriftMerge(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"f.c": source(), "n": "1"})
	main := u.chain(base, []string{"m1"}, func(f map[string]string) { f["n"] = "2" })[1]
	side := u.chain(base, []string{"s1", "culprit (#5)", "s3"}, swapText("f.c", "head line 1\n", "head\n"), swapText("f.c", "int y = x + 1", "int y = 1 + x"), swapText("f.c", "tail line 12", "tail"))
	files := map[string]string{"f.c": u.trees[side[3]]["f.c"], "n": "2"}
	merge := u.commit("Merge pull request #6 from x/y", files, main, side[3])
	patch := u.diff(base, swapText("f.c", "compute(y)", "compute(y + 2)"))
	mine := u.chain(base, []string{"mine"}, func(f map[string]string) { f["mine"] = "x" })[1]
	for _, from := range []plumbing.Hash{base, mine} {
		r, err := Drift(context.Background(), u.store, from, merge, []Input{{Name: "p", Content: []byte(patch)}})
		if err != nil {
			t.Fatal(err)
		}
		b := r.Patches[0].Hunks[0].Break
		if b == nil || b.Commit.ID != merge.String() || b.Commit.PR != 6 || b.Brought == nil || b.Brought.ID != side[2].String() || b.Brought.PR != 5 || r.Commits != 2 {
			t.Errorf("the break is %+v, on a line of %d", b, r.Commits)
		}
		if r.Base.ID != base.String() || r.From.ID != from.String() || (r.From.After == 0) != (from == base) {
			t.Errorf("from %+v, base %+v", r.From, r.Base)
		}
	}
	// A branch that breaks it, mends it and breaks it again has no one commit that did.
	culprit, mends := swapText("f.c", "int y = x + 1", "int y = 1 + x"), swapText("f.c", "int y = 1 + x", "int y = x + 1")
	again := u.chain(base, []string{"a", "b", "c"}, culprit, mends, culprit)
	twice := u.commit("merge", map[string]string{"f.c": u.trees[again[3]]["f.c"], "n": "2"}, main, again[3])
	if r, err := Drift(context.Background(), u.store, base, twice, []Input{{Name: "p", Content: []byte(patch)}}); err != nil || r.Patches[0].Hunks[0].Break == nil || r.Patches[0].Hunks[0].Break.Brought != nil {
		t.Errorf("got %+v, %v", r, err)
	}
	// Of a branch too long to be tried nothing is said.
	long := []plumbing.Hash{side[3]}
	for n := range maxBrought + 1 {
		long = append(long, u.chain(long[n], []string{"x"}, func(f map[string]string) { f["f.c"] += fmt.Sprintln("more", n) })[1])
	}
	late := u.commit("merge", u.trees[long[len(long)-1]], main, long[len(long)-1])
	r, err := Drift(context.Background(), u.store, base, late, []Input{{Name: "p", Content: []byte(patch)}})
	if err != nil {
		t.Fatal(err)
	}
	if b := r.Patches[0].Hunks[0].Break; b == nil || b.Commit.ID != late.String() || b.Brought != nil {
		t.Errorf("the break is %+v", b)
	}
	if _, err := Drift(context.Background(), u.store, u.commit("alone", files), merge, nil); err == nil {
		t.Error("two histories that have nothing in common have a line")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Drift(ctx, u.store, base, merge, []Input{{Name: "p", Content: []byte(patch)}}); err == nil {
		t.Error("a cancelled context is not noticed")
	}
}

// TestDriftBreaksBeside: what a patch breaks at may be beside the lines that it changes.
func TestDriftBreaksBeside(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		patch string // "" for one that spoils the end of a line
		opts  Options
		edit  func(map[string]string)
	}{
		"attributes": {"", Options{Whitespace: WhitespaceError}, func(f map[string]string) { delete(f, ".gitattributes") }},
		"a folder":   {"--- /dev/null\n+++ b/lib\n@@ -0,0 +1 @@\n+lib\n", Options{}, func(f map[string]string) { f["lib/a"] = "a\n" }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newHistoryRepo(t)
			base := u.commit("base", map[string]string{".gitattributes": "*.c -whitespace\n", "f.c": source()})
			patch := c.patch
			if patch == "" {
				patch = u.diff(base, swapText("f.c", "compute(y);", "compute(y); "))
			}
			line := u.chain(base, []string{"noise", "beside", "noise"}, swapText("f.c", "tail line 11", "one"), c.edit, swapText("f.c", "tail line 12", "two"))
			r, err := Drift(t.Context(), u.store, base, line[3], []Input{{Name: "p", Content: []byte(patch), Options: c.opts}})
			if err != nil {
				t.Fatal(err)
			}
			if p := r.Patches[0]; p.Fate != Breaks || after(p.AppliesAt) != 1 || after(p.BreaksAt) != 2 {
				t.Errorf("got %+v", p)
			}
		})
	}
}

// TestDriftOutOfOrder has a patch that changes a file and removes it: it applies nowhere.
func TestDriftOutOfOrder(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"f": "one\n", "g": "g\n"})
	line := u.chain(base, []string{"noise"}, swapText("g", "g", "G"))
	patch := "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-one\n+two\n--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-two\n"
	r, err := Drift(t.Context(), u.store, base, line[1], []Input{{Name: "p", Content: []byte(patch)}})
	if err != nil {
		t.Fatal(err)
	}
	if p := r.Patches[0]; p.Fate != NeverApplies || p.AppliesAt != nil {
		t.Errorf("got %+v", p)
	}
}
