package patches

import (
	"fmt"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// TestDriftGroups has patches whose hunks apply, land, break and lose their files: what
// happened to each is told once for all that it happened to.
func TestDriftGroups(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"one.c": source(), "two.c": source(), "three.c": source() + lineText("far", 30), "four.c": source()})
	all := func(f map[string]string) {
		for _, path := range []string{"one.c", "two.c", "four.c"} {
			swapText(path, "compute(y)", "compute(y + 2)")(f)
		}
		for _, line := range []string{"head line 2", "compute(y)", "far line 25"} {
			swapText("three.c", line, line+" + 2")(f)
		}
	}
	first := u.diff(base, all)
	second := u.diff(base, swapText("four.c", "tail line 11", "mine"))
	line := u.chain(base, []string{"moves", "lands", "breaks"}, func(f map[string]string) {
		f["a/one.c"], f["b/two.c"] = f["one.c"], f["two.c"]
		delete(f, "one.c")
		delete(f, "two.c")
	}, swapText("three.c", "head line 2", "head line 2 + 2"), swapText("three.c", "int y", "long y"))
	r, err := Drift(t.Context(), u.store, base, line[3], []Input{{Name: "first", Content: []byte(first)}, {Name: "second", Content: []byte(second)}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Patches[0].Fate != Breaks || r.Patches[1].Fate != Applies {
		t.Errorf("got fates %s and %s", r.Patches[0].Fate, r.Patches[1].Fate)
	}
	var got []string
	for _, g := range r.Summary.Groups {
		got = append(got, fmt.Sprintf("%s %d %s", g.Fate, g.Hunks, g.headline()))
	}
	at := func(k int, title string) string { return fmt.Sprintf("%s %q, 2023-11-", line[k].String()[:9], title) }
	for i, want := range []string{"applies 3 apply at the newest commit", "breaks 1 breaks at " + at(1, "moves"), "breaks 1 breaks at " + at(1, "moves"), "landed 1 landed in " + at(2, "lands"), "breaks 1 breaks at " + at(3, "breaks")} {
		if i >= len(got) || !strings.HasPrefix(got[i], want) {
			t.Fatalf("got\n%s\nwant %s", strings.Join(got, "\n"), want)
		}
	}
	for _, want := range []string{"file renamed to a/one.c", "file renamed to b/two.c", "        first: three.c: hunk 2\n"} {
		if !strings.Contains(r.Text(), want) {
			t.Errorf("no %q in\n%s", want, r.Text())
		}
	}
	if one := u.locate([]plumbing.Hash{base}, Input{Name: "x"}); one.Series != nil {
		t.Errorf("got %+v", one)
	}
}

// TestDriftFewLines: of lines that came elsewhere, a single one is no move, nor are few of
// a hunk that has many; a file that went is where its name is, of two that are alike.
func TestDriftFewLines(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		context string
		edit    func(map[string]string)
		did     Cause
		path    string
	}{
		"one of two": {"-U1", func(f map[string]string) {
			swapText("src/f.c", "int y = x + 1;\n\treturn compute(y);", "gone();")(f)
			f["src/other.c"] += "\tint y = x + 1;\n"
		}, ChangedLines, "src/f.c"},
		"two of six": {"-U3", func(f map[string]string) {
			swapText("src/f.c", "tail line 1\ntail line 2\n", "")(f)
			f["src/other.c"] += "tail line 1\ntail line 2\n"
		}, ChangedContext, "src/f.c"},
		"of two alike": {"-U3", func(f map[string]string) {
			f["a/copy.c"], f["src/there/f.c"] = f["src/f.c"], f["src/f.c"]
			delete(f, "src/f.c")
		}, RenamedFile, "src/there/f.c"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newHistoryRepo(t)
			base := u.commit("base", map[string]string{"src/f.c": source(), "src/other.c": lineText("other", 30)})
			patch := u.diff(base, swapText("src/f.c", "compute(y)", "compute(y + 2)"), c.context)
			line := u.chain(base, []string{"x"}, c.edit)
			r, err := Drift(t.Context(), u.store, base, line[1], []Input{{Name: "p", Content: []byte(patch)}})
			if err != nil {
				t.Fatal(err)
			}
			if b := r.Patches[0].Hunks[0].Break; b == nil || b.Did != c.did || b.Path != c.path {
				t.Errorf("got %+v", b)
			}
		})
	}
}
