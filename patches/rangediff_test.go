package patches

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestAssignIsTheLeast(t *testing.T) {
	t.Parallel()
	for seed := range 300 {
		r := rand.New(rand.NewPCG(uint64(seed), 4))
		n := 1 + r.IntN(6)
		cost := make([][]int, n)
		for i := range cost {
			for range n {
				cost[i] = append(cost[i], r.IntN(20))
			}
		}
		sum := 0
		seen := map[int]bool{}
		for i, j := range assign(cost) {
			sum += cost[i][j]
			seen[j] = true
		}
		var least func(i int, used int) int
		least = func(i, used int) int {
			if i == n {
				return 0
			}
			best := 1 << 30
			for j := range n {
				if used&(1<<j) == 0 {
					best = min(best, cost[i][j]+least(i+1, used|1<<j))
				}
			}
			return best
		}
		if want := least(0, 0); sum != want || len(seen) != n {
			t.Fatalf("seed %d: got %d, want %d", seed, sum, want)
		}
	}
}

// TestRangeDiffAgainstGit makes a series and an edited one, and holds the pairs and the
// diffs of diffs against git range-diff.
func TestRangeDiffAgainstGit(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	first := s.series(
		change1("src/hot.c", "hot 10", "warm 10\nwarm 11\nwarm 12\nwarm 13\nwarm 14\n"),
		change1("src/cold.c", "cold 5", "ice 5\n"),
		func(s *story) { s.files["new"] = countedLines("new", 20) },
		change1("README", "readme", "read me\n"),
	)
	second := s.series(
		func(s *story) { s.files["other"] = countedLines("quite another", 12) },
		change1("src/hot.c", "hot 10", "warm 10\nwarm 11\nwarm 12\nwarm 13\nhotter\n"),
		change1("README", "readme", "read me\n"),
		func(s *story) { s.files["new"] = countedLines("new", 19) + "last\n" },
	)
	inputs := func(entries []Entry) []Input {
		var all []Input
		for i := range entries {
			all = append(all, entries[i].Input)
		}
		return all
	}
	pairs, err := RangeDiff(inputs(first), inputs(second))
	if err != nil {
		t.Fatal(err)
	}
	got := string(FormatRangeDiff(pairs))
	for _, line := range []string{"-:             > 1:  0001.patch", "1:  0001.patch ! 2:  0002.patch", "2:  0002.patch < -:", "4:  0004.patch = 3:  0003.patch", "3:  0003.patch ! 4:  0004.patch"} {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git to compare with")
	}
	g := newNativeRepository(t)
	base := plainTree{}
	for path, content := range s.files {
		base[path] = plainFile{"100644", []byte(content)}
	}
	w := &importer{}
	root := w.commit(base, "base\n")
	chain := func(entries []Entry) int {
		at, files := root, map[string]string{}
		for path, content := range s.files {
			files[path] = content
		}
		tree := base.clone()
		for i, e := range entries {
			applied, err := ApplySeries(t.Context(), s.store, s.head, entries[:i+1], someone)
			if err != nil || !applied.Complete {
				t.Fatalf("%s: %+v, %v", e.Name, applied, err)
			}
			o := newObjects(s.store)
			list, err := o.changesBetween(emptyTree, applied.Tree)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range list {
				content, err := o.blob(c.new.id)
				if err != nil {
					t.Fatal(err)
				}
				tree[c.path] = plainFile{"100644", content}
			}
			at = w.commit(tree, "x\n", at)
		}
		return at
	}
	one, two := chain(first), chain(second)
	commits, _ := g.imported(w)
	want := string(g.git(nil, "range-diff", "--no-color", commits[root].String(), commits[one].String(), commits[two].String()))
	hash := regexp.MustCompile(`(?m)^(\d|-):  ([0-9a-f-]{7,}) (.) (\d|-):  ([0-9a-f-]{7,}) x$`)
	lines := func(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }
	plain := regexp.MustCompile(`(?m)^(\d|-): +(?:\S+\.patch)? +(.) (\d|-):(?:  \S+)?$`)
	a := lines(plain.ReplaceAllString(got, "$1 $2 $3"))
	b := lines(hash.ReplaceAllString(want, "$1 $3 $4"))
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("got\n%s\ngit has\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
	if filepath.Base(pairs[0].NewName) != "0001.patch" {
		t.Errorf("got %+v", pairs[0])
	}
}

// A patch that does the same under another title is paired, and not equal.
func TestRangeDiffOfTitles(t *testing.T) {
	t.Parallel()
	mail := func(subject string) []Input {
		return []Input{{Name: "p", Content: []byte("From: A <a@b>\nSubject: " + subject + "\n\n---\n\n" + small)}}
	}
	pairs, err := RangeDiff(mail("one"), mail("another"))
	if err != nil || len(pairs) != 1 || pairs[0].Old != 0 || pairs[0].New != 0 || pairs[0].Equal || !strings.Contains(pairs[0].Diff, "+    another") && !strings.Contains(pairs[0].Diff, "another") {
		t.Errorf("got %+v, %v", pairs, err)
	}
	if pairs, err = RangeDiff(mail("one"), mail("one")); err != nil || !pairs[0].Equal || pairs[0].Diff != "" {
		t.Errorf("got %+v, %v", pairs, err)
	}
}
