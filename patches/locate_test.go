package patches

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// touch changes every file a little.
func touch(mark string) func(map[string]string) {
	return func(files map[string]string) {
		for path, text := range files {
			if lines := strings.SplitAfter(text, "\n"); len(lines) > 4 {
				lines[len(lines)/2] += mark + "\n"
				files[path] = strings.Join(lines, "")
			}
		}
	}
}

// TestLocateAgainstGit cuts patches from random commits of random histories. Which
// commits fit is asked of git: which have all the blobs; and that the range ends where
// one of the blobs came or went, by git log --find-object.
func TestLocateAgainstGit(t *testing.T) {
	t.Parallel()
	ranges := 0
	for seed := range uint64(2) {
		u := newHistoryRepo(t)
		rng := rand.New(rand.NewPCG(seed, 3))
		all := u.random(rng, 40)
		head := all[len(all)-1]
		for n := range 5 {
			base := all[rng.IntN(len(all)-1)]
			abbrev := fmt.Sprintf("--abbrev=%d", 7+rng.IntN(20))
			patch := u.diff(base, touch(fmt.Sprint("mine", n)), abbrev)
			r, err := Locate(context.Background(), u.store, []plumbing.Hash{head}, []Input{{Name: "p", Content: []byte(patch)}})
			if err != nil {
				t.Fatal(err)
			}
			l := &r.Files[0]
			if l.Confidence != ByIDs || l.Mismatches != 0 || l.IDs == 0 || l.IDs != len(l.Sections) || r.Series != nil {
				t.Fatalf("seed %d, from %s: %+v", seed, base, l)
			}
			fits := func(commit string) bool {
				for _, s := range l.Sections {
					out, _ := u.try("", "rev-parse", "-q", "--verify", commit+":"+s.Path)
					if !strings.HasPrefix(out, s.Want) || s.Want == "" {
						return false
					}
				}
				return true
			}
			commits := strings.Fields(u.git("rev-list", head.String()))
			var fitting []string
			for _, commit := range commits {
				if fits(commit) {
					fitting = append(fitting, commit)
				}
			}
			if !fits(base.String()) || !slices.Contains(fitting, l.Commit.ID) || !slices.Contains(fitting, l.Oldest.ID) || l.Equal+l.Elsewhere != len(fitting) {
				t.Errorf("seed %d, from %s: %s..%s, %d and %d; git has %v", seed, base, l.Oldest.ID, l.Commit.ID, l.Equal, l.Elsewhere, fitting)
			}
			// The commits of the range, and the ones before and after it, on the line.
			line := strings.Fields(u.git("rev-list", "--first-parent", l.Commit.ID))
			if len(line) < l.Equal || line[l.Equal-1] != l.Oldest.ID {
				t.Errorf("seed %d: %d commits from %s do not end at %s", seed, l.Equal, l.Commit.ID, l.Oldest.ID)
			}
			if len(line) > l.Equal {
				ranges++
				came := false
				for _, s := range l.Sections {
					found := u.git("log", "--first-parent", "-m", "--format=%H", "--find-object="+s.Is, l.Commit.ID)
					came = came || strings.Contains(found, l.Oldest.ID)
				}
				if !came {
					t.Errorf("seed %d: git does not see that any blob came with %s", seed, l.Oldest.ID)
				}
			}
			for _, s := range l.Sections {
				if !s.Fits || s.By != "id" || !strings.HasPrefix(s.Is, s.Want) {
					t.Errorf("%+v", s)
				}
			}
			if r := l.RunnerUp; r != nil && (r.Mismatches == 0 || fits(r.Commit.ID)) {
				t.Errorf("the runner-up fits: %+v", r)
			}
			// The same without ids: the commits that it names take the patch as it is.
			var bare strings.Builder
			for line := range strings.Lines(patch) {
				if !strings.HasPrefix(line, "index ") {
					bare.WriteString(line)
				}
			}
			r, err = Locate(context.Background(), u.store, []plumbing.Hash{head}, []Input{{Name: "p", Content: []byte(bare.String())}})
			if err != nil {
				t.Fatal(err)
			}
			l = &r.Files[0]
			if l.Confidence != ByContent || l.Hunks == 0 || l.Exact != l.Hunks || l.Placed != l.Hunks || l.IDs != 0 {
				t.Fatalf("seed %d, from %s, without ids: %+v", seed, base, l)
			}
			for _, commit := range []string{l.Commit.ID, l.Oldest.ID} {
				if !u.applies(plumbing.NewHash(commit), bare.String()) {
					t.Errorf("seed %d: %s is named, and the patch does not apply", seed, commit)
				}
			}
			if r := l.RunnerUp; r != nil && r.Placed == r.Hunks && r.Exact == r.Hunks {
				t.Errorf("the runner-up is as good: %+v", r)
			}
		}
	}
	if ranges < 4 {
		t.Errorf("only %d ranges end before the history does", ranges)
	}
}

// locate locates patches in what heads reach.
func (u *historyRepo) locate(heads []plumbing.Hash, inputs ...Input) *LocateReport {
	u.t.Helper()
	r, err := Locate(context.Background(), u.store, heads, inputs)
	if err != nil {
		u.t.Fatal(err)
	}
	return r
}

// TestLocatePartial has a patch one of whose files was changed before it was cut.
func TestLocatePartial(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 20), "b": lineText("b", 20), "c": lineText("c", 30)})
	line := u.chain(base, []string{"1", "2", "3"}, touch("one"), touch("two"), touch("three"))
	dirty := u.chain(line[1], []string{"dirty"}, swapText("c", "c line 2\n", "dirty\n"))[1]
	patch := u.diff(dirty, touch("mine"))
	l := u.locate(line[3:], Input{Name: "p", Content: []byte(patch)}).Files[0]
	if l.Confidence != ByPart || l.IDs != 3 || l.Mismatches != 1 || l.Commit.ID != line[1].String() || l.Equal != 1 || l.RunnerUp == nil || l.RunnerUp.Mismatches != 3 {
		t.Fatalf("%+v", l)
	}
	c := l.Sections[2]
	if c.Path != "c" || c.Fits || c.Seen != nil || c.Is == "" || strings.HasPrefix(c.Is, c.Want) || c.Hunks != 1 || c.Exact != 1 {
		t.Errorf("%+v", c)
	}
	// An id that differs in its last character only is another.
	patch = u.diff(line[1], touch("mine"))
	id := strings.TrimSpace(u.git("rev-parse", "--short=7", line[1].String()+":c"))
	changed := id[:6] + map[bool]string{true: "1", false: "0"}[id[6] == '0']
	if !strings.Contains(patch, "index "+id) {
		t.Fatal(patch)
	}
	patch = strings.Replace(patch, "index "+id, "index "+changed, 1)
	if l = u.locate(line[3:], Input{Name: "p", Content: []byte(patch)}).Files[0]; l.Confidence != ByPart || l.Mismatches != 1 || l.Commit.ID != line[1].String() || l.Sections[2].Seen != nil {
		t.Errorf("%+v", l)
	}
	// A file from an older commit: it says where it was.
	mixed := map[string]string{"a": u.trees[line[2]]["a"], "b": u.trees[line[2]]["b"], "c": u.trees[line[0]]["c"]}
	patch = u.diff(u.commit("mixed", mixed), touch("mine"))
	l = u.locate(line[3:], Input{Name: "p", Content: []byte(patch)}).Files[0]
	if l.Commit.ID != line[2].String() || l.Mismatches != 1 || l.Sections[2].Seen == nil || l.Sections[2].Seen.ID != base.String() {
		t.Errorf("%+v", l)
	}
}

// TestLocateInNothing has no commits to look at.
func TestLocateInNothing(t *testing.T) {
	t.Parallel()
	r, err := Locate(t.Context(), memory.NewStorage(), nil, []Input{{Name: "p", Content: []byte(small)}})
	if err != nil || r.Commits != 0 || r.Files[0].Confidence != Nowhere || r.Files[0].Commit != nil || len(r.Files[0].Sections) != 1 {
		t.Errorf("got %+v, %v", r, err)
	}
}

// TestLocateSeries has a patch on top of another one.
func TestLocateSeries(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 20), "b": lineText("b", 20)})
	line := u.chain(base, []string{"1", "2", "3"}, touch("one"), touch("two"), touch("three"))
	mine := u.chain(line[2], []string{"m1"}, swapText("a", "a line 3\n", "mine\n"))[1]
	first := u.git("diff", line[2].String(), mine.String())
	second := u.diff(mine, func(f map[string]string) {
		f["new"] = "new\n"
		f["a"] = strings.Replace(f["a"], "mine\n", "mine 2\n", 1)
	})
	r := u.locate(line[3:], Input{Name: "1", Content: []byte(first)}, Input{Name: "2", Content: []byte(second)}, Input{Name: "3.gz", Content: []byte("no")})
	if s := r.Series; s == nil || s.Confidence != ByIDs || s.Commit.ID != line[2].String() || s.Mismatches != 0 || len(s.Sections) != 3 || s.Sections[1].By != "series" ||
		!s.Sections[1].Fits || s.Sections[2].By != "absence" || !s.Sections[2].Fits {
		t.Errorf("%+v", r.Series)
	}
	if l := r.Files[1]; l.Confidence != Nowhere || l.Commit != nil || l.Mismatches != 1 {
		t.Errorf("alone, the second is %+v", l)
	}
	if r.Files[2].Fault == nil || r.Files[2].Confidence != Nowhere {
		t.Errorf("%+v", r.Files[2])
	}
}

// TestLocateBranches prefers the first head's own line, and finds what is on another
// branch only.
func TestLocateBranches(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 20), "b": lineText("b", 20)})
	main := u.chain(base, []string{"m1", "m2"}, swapText("b", "b line 1\n", "m\n"), swapText("b", "b line 9\n", "m\n"))
	side := u.chain(base, []string{"s1", "s2", "s3"}, swapText("b", "b line 2\n", "s\n"), swapText("b", "b line 3\n", "s\n"), swapText("a", "a line 5\n", "s\n"))
	onlyA := u.diff(base, swapText("a", "a line 9\n", "mine\n"))
	l := u.locate([]plumbing.Hash{main[2], side[3]}, Input{Name: "p", Content: []byte(onlyA)}).Files[0]
	if l.Commit.ID != main[2].String() || l.Oldest.ID != base.String() || l.Equal != 3 || l.Elsewhere != 2 {
		t.Errorf("%+v", l)
	}
	if l = u.locate([]plumbing.Hash{side[3], main[2]}, Input{Name: "p", Content: []byte(onlyA)}).Files[0]; l.Commit.ID != side[2].String() || l.Elsewhere != 2 {
		t.Errorf("%+v", l)
	}
	there := u.diff(side[3], swapText("a", "a line 9\n", "mine\n"))
	if l = u.locate([]plumbing.Hash{main[2], side[3]}, Input{Name: "p", Content: []byte(there)}).Files[0]; l.Commit.ID != side[3].String() || l.Equal != 1 {
		t.Errorf("%+v", l)
	}
	hinted := onlyA + "-- \n2.39\n\nbase-commit: " + main[1].String() + "\n"
	l = u.locate([]plumbing.Hash{main[2], side[3]}, Input{Name: "p", Content: []byte(hinted)}).Files[0]
	if l.Commit.ID != main[1].String() || !l.Hinted || l.Hint != main[1].String() || l.Equal != 2 || l.Elsewhere != 3 {
		t.Errorf("%+v", l)
	}
	wrong := onlyA + "-- \n2.39\n\nbase-commit: " + side[3].String() + "\n"
	if l = u.locate([]plumbing.Hash{main[2], side[3]}, Input{Name: "p", Content: []byte(wrong)}).Files[0]; l.Commit.ID != main[2].String() || l.Hinted {
		t.Errorf("%+v", l)
	}
}

// TestLocateSketch has hunks without positions, and an absolute path.
func TestLocateSketch(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"pkg/core/a.py": lineText("a", 20), "pkg/b.py": lineText("b", 20), "core/c.py": "c\n"})
	line := u.chain(base, []string{"1", "2"}, swapText("pkg/core/a.py", "a line 9\n", "first\n"), swapText("pkg/core/a.py", "first\n", "second\n"))
	sketch := "--- /opt/lib/pkg/core/a.py\n+++ /opt/lib/pkg/core/a.py\n@@\n a line 8\n-first\n+mine\n a line 10\n"
	l := u.locate(line[2:], Input{Name: "p", Content: []byte(sketch)}).Files[0]
	if l.Confidence != ByContent || l.Commit.ID != line[1].String() || l.Hunks != 1 || l.Placed != 1 || l.Exact != 0 || l.Fault == nil {
		t.Fatalf("%+v", l)
	}
	if s := l.Sections[0]; s.Path != "pkg/core/a.py" || !strings.HasSuffix(s.Named, "opt/lib/pkg/core/a.py") || !s.Fits {
		t.Errorf("%+v", s)
	}
	elsewhere := strings.ReplaceAll(sketch, "first", "nothing like it")
	if l = u.locate(line[2:], Input{Name: "p", Content: []byte(elsewhere)}).Files[0]; l.Confidence != Nowhere || l.Commit != nil || l.Equal != 0 {
		t.Errorf("%+v", l)
	}
}

// TestLocateByLines has a patch without ids, whose lines are in every commit and at their
// place in the older ones only.
func TestLocateByLines(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 20)})
	line := u.chain(base, []string{"1", "2"}, swapText("a", "a line 15\n", "later\n"), swapText("a", "a line 1\n", "one\nmore\na line 1\n"))
	patch := "--- a/a\n+++ b/a\n@@ -8,3 +8,3 @@\n a line 8\n-a line 9\n+mine\n a line 10\n"
	l := u.locate(line[2:], Input{Name: "p", Content: []byte(patch)}).Files[0]
	if l.Confidence != ByContent || l.Commit.ID != line[1].String() || l.Equal != 2 || l.Placed != 1 || l.Exact != 1 {
		t.Fatalf("got %+v", l)
	}
	if second := l.RunnerUp; second == nil || second.Commit.ID != line[2].String() || second.Placed != 1 || second.Exact != 0 {
		t.Errorf("got %+v as the second best", second)
	}
}

// That a file is not there yet is true of any commit: it locates nothing.
func TestLocateACreation(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	patch := []byte("diff --git a/new b/new\nnew file mode 100644\nindex 0000000..3333333\n--- /dev/null\n+++ b/new\n@@ -0,0 +1 @@\n+n\n")
	r, err := Locate(t.Context(), s.store, []plumbing.Hash{s.head}, []Input{{Name: "p", Content: patch}})
	if err != nil {
		t.Fatal(err)
	}
	if l := r.Files[0]; l.Confidence != Nowhere || l.Commit != nil || l.Oldest != nil || l.IDs != 1 || l.Mismatches != 0 || l.Sections[0].By != "absence" {
		t.Errorf("got %+v", l)
	}
}

func TestSameEnd(t *testing.T) {
	t.Parallel()
	paths := []string{"a/x.py", "b/x.py", "c/d/y.py", "d/y.py"}
	for name, want := range map[string]string{"/opt/b/x.py": "b/x.py", "x.py": "", "e/x.py": "", "q/c/d/y.py": "c/d/y.py", "d/y.py": "", "z": ""} {
		if got := sameEnd(name, paths); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
