package patches

import (
	"bytes"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// storeTree puts a tree into memory.
func storeTree(t *testing.T, tree randomTree) (*memory.Storage, plumbing.Hash) {
	t.Helper()
	w := &workbench{dir: t.TempDir(), objects: memory.NewStorage(), written: map[string]bool{}}
	return w.objects, plumbing.NewHash(w.write(t, tree))
}

func numbered(prefix string, n int) []byte {
	var b bytes.Buffer
	for i := range n {
		b.WriteString(prefix + string(rune('a'+i%26)) + strings.Repeat("x", i/26) + "\n")
	}
	return b.Bytes()
}

func mendTree() randomTree {
	same := bytes.Repeat([]byte("same\n"), 20)
	return randomTree{
		"vllm/core/sched.py": {mode: "100644", data: numbered("s", 60)},
		"vllm/core/copy.py":  {mode: "100755", data: append(bytes.Clone(same), numbered("c", 10)...)},
		"tests/only.py":      {mode: "100644", data: numbered("o", 20)},
		"one/twin.py":        {mode: "100644", data: numbered("t", 20)},
		"two/twin.py":        {mode: "100644", data: numbered("t", 20)},
		"a b/ü.txt":          {mode: "100644", data: []byte("x\nlast")},
		"gone.py":            {mode: "100644", data: []byte("g\n")},
	}
}

func TestMend(t *testing.T) {
	t.Parallel()
	tree := mendTree()
	store, root := storeTree(t, tree)
	sched := string(tree["vllm/core/sched.py"].data)
	tests := []struct {
		name, sketch string
		path         string // whose content changes
		want         string // its content
	}{
		{"a bare header", "diff --git a/vllm/core/sched.py b/vllm/core/sched.py\n--- a/vllm/core/sched.py\n+++ b/vllm/core/sched.py\n@@\n sk\n-sl\n+SL\n",
			"vllm/core/sched.py", strings.Replace(sched, "sl\n", "SL\n", 1)},
		{"no last newline", "--- a/vllm/core/sched.py\n+++ b/vllm/core/sched.py\n@@\n sk\n-sl\n+SL",
			"vllm/core/sched.py", strings.Replace(sched, "sl\n", "SL\n", 1)},
		{"wrong counts", "--- a/vllm/core/sched.py\n+++ b/vllm/core/sched.py\n@@ -3,9 +3,2 @@\n sk\n-sl\n+SL\n+SM\n+SN\n sm\n",
			"vllm/core/sched.py", strings.Replace(sched, "sl\n", "SL\nSM\nSN\n", 1)},
		{"an installed package", "--- /opt/venv/lib/python3.12/site-packages/vllm/core/sched.py\t2026-05-05 10:11:12.000000000 +0200\n+++ /tmp/new/vllm/core/sched.py\t2026-05-05 10:11:13.000000000 +0200\n@@\n sk\n-sl\n+SL\n",
			"vllm/core/sched.py", strings.Replace(sched, "sl\n", "SL\n", 1)},
		{"a folder that is not there", "--- a/src/only.py\n+++ b/src/only.py\n@@\n ob\n+new\n oc\n",
			"tests/only.py", strings.Replace(string(tree["tests/only.py"].data), "oc\n", "new\noc\n", 1)},
		{"blank lines between hunks", "--- a/vllm/core/sched.py\n+++ b/vllm/core/sched.py\n@@\n sk\n-sl\n+SL\n\n@@\n sx\n+more\n\n\n",
			"vllm/core/sched.py", strings.Replace(strings.Replace(sched, "sl\n", "SL\n", 1), "sx\n", "sx\nmore\n", 1)},
		{"a place that the order tells", "--- a/vllm/core/copy.py\n+++ b/vllm/core/copy.py\n@@\n-ca\n+CA\n@@\n cb\n+after\n",
			"vllm/core/copy.py", strings.Replace(string(tree["vllm/core/copy.py"].data), "ca\ncb\n", "CA\ncb\nafter\n", 1)},
		{"a place that the header tells", "--- a/vllm/core/copy.py\n+++ b/vllm/core/copy.py\n@@ -5,2 +5,1 @@\n same\n-same\n+other\n",
			"vllm/core/copy.py", strings.Repeat("same\n", 5) + "other\n" + strings.Repeat("same\n", 14) + string(numbered("c", 10))},
		{"the end of a file without a newline", "--- a b/ü.txt\n+++ a b/ü.txt\n@@\n x\n-last\n\\ No newline at end of file\n+lost\n\\ No newline at end of file\n",
			"a b/ü.txt", "x\nlost"},
		{"a new file", "diff --git a/vllm/core/new.py b/vllm/core/new.py\nnew file mode 100755\n--- /dev/null\n+++ b/vllm/core/new.py\n@@\n+n1\n+n2\n",
			"vllm/core/new.py", "n1\nn2\n"},
	}
	for _, test := range tests {
		got, err := Mend(t.Context(), store, root, "x.patch", []byte(test.sketch))
		if err != nil || got.Diff == nil {
			t.Errorf("%s: %v: %+v", test.name, err, got)
			continue
		}
		want := mendTree()
		e := want[test.path]
		if e.mode == "" {
			e.mode = "100755"
		}
		e.data = []byte(test.want)
		want[test.path] = e
		if id := treeObjects(want, func(string, []byte) {}); got.Tree != id {
			t.Errorf("%s: got tree %s, want %s:\n%s", test.name, got.Tree, id, got.Diff)
		}
		if full := "index " + plumbing.ZeroHash.String() + ".."; !strings.Contains(string(got.Diff), ".."+e.blob()) && !strings.Contains(string(got.Diff), full) {
			t.Errorf("%s: no full ids:\n%s", test.name, got.Diff)
		}
		if v, err := Apply(t.Context(), store, root, "m.patch", got.Diff, Options{Check: true}); err != nil || v.Status != Clean || v.Tree != got.Tree {
			t.Errorf("%s: its diff is %v, %v", test.name, v, err)
		}
	}
}

// A sketch of a rename or a copy finds its places in the old file.
func TestMendMovesFiles(t *testing.T) {
	t.Parallel()
	store, root := storeTree(t, mendTree())
	for _, kind := range []string{"rename", "copy"} {
		sketch := strings.ReplaceAll("diff --git a/tests/only.py b/tests/o ther.py\nsimilarity index 90%\nKIND from tests/only.py\nKIND to tests/o ther.py\n--- a/tests/only.py\n+++ b/tests/o ther.py\n@@\n ob\n-oc\n+OC\n", "KIND", kind)
		got, err := Mend(t.Context(), store, root, "x.patch", []byte(sketch))
		if err != nil || got.Diff == nil {
			t.Fatalf("%s: %v: %+v", kind, err, got.Fault)
		}
		want := mendTree()
		e := want["tests/only.py"]
		if kind == "rename" {
			delete(want, "tests/only.py")
		}
		e.data = bytes.Replace(e.data, []byte("oc\n"), []byte("OC\n"), 1)
		want["tests/o ther.py"] = e
		if id := treeObjects(want, func(string, []byte) {}); got.Tree != id {
			t.Errorf("%s: got tree %s, want %s:\n%s", kind, got.Tree, id, got.Diff)
		}
		if head := "similarity index 90%\n" + kind + " from tests/only.py\n" + kind + " to tests/o ther.py\nindex "; !strings.Contains(string(got.Diff), head) || !strings.Contains(string(got.Diff), "\n--- a/tests/only.py\n+++ b/tests/o ther.py\t\n") {
			t.Errorf("%s:\n%s", kind, got.Diff)
		}
	}
}

func TestMendListsCandidates(t *testing.T) {
	t.Parallel()
	store, root := storeTree(t, mendTree())
	head := func(name string) string { return "--- a/" + name + "\n+++ b/" + name + "\n" }
	tests := []struct {
		name, sketch string
		candidates   []Candidate // of the first hunk
		message      string
	}{
		{"two places", head("vllm/core/copy.py") + "@@\n" + strings.Repeat(" same\n", 19) + "+more\n",
			[]Candidate{{"vllm/core/copy.py", 1}, {"vllm/core/copy.py", 2}}, "its lines stand in 2 places"},
		{"no place", head("vllm/core/sched.py") + "@@\n nowhere\n+more\n", []Candidate{}, "its lines stand nowhere"},
		{"there already", head("vllm/core/sched.py") + "@@\n sk\n-never\n+sl\n", []Candidate{{"vllm/core/sched.py", 11}}, "its change is there already"},
		{"two files", head("x/twin.py") + "@@\n tb\n+more\n", []Candidate{{"one/twin.py", 2}, {"two/twin.py", 2}}, "may be any of 2 files"},
		{"no file", head("nothing.py") + "@@\n tb\n+more\n", []Candidate{}, "is not in the tree"},
		{"the wrong order", head("vllm/core/sched.py") + "@@\n sx\n+1\n@@\n sb\n+2\n", []Candidate{{"vllm/core/sched.py", 24}}, "stands before the one ahead of it"},
		{"nothing to go by", head("vllm/core/sched.py") + "@@\n+1\n", []Candidate{}, "it has no lines to be placed by"},
		{"a new file that is there", "--- /dev/null\n+++ b/gone.py\n@@\n+1\n", []Candidate{{"gone.py", 1}}, "is in the tree already"},
		{"no patch", "some words\n", nil, ""},
	}
	for _, test := range tests {
		got, err := Mend(t.Context(), store, root, "x.patch", []byte(test.sketch))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got.Diff != nil || got.Tree != "" || got.Fault == nil || !strings.Contains(got.Fault.Message, test.message) {
			t.Errorf("%s: got %+v %v, want a fault: %s", test.name, got, got.Fault, test.message)
			continue
		}
		if test.candidates != nil && !slices.Equal(got.Files[0].Hunks[0].Candidates, test.candidates) {
			t.Errorf("%s: got %v, want %v", test.name, got.Files[0].Hunks[0].Candidates, test.candidates)
		}
	}
}

// A sketch with lines that belong to no hunk is not mended without them.
func TestMendDropsNothing(t *testing.T) {
	t.Parallel()
	store, root := storeTree(t, mendTree())
	sketch := "--- a/vllm/core/sched.py\n+++ b/vllm/core/sched.py\n@@\n sk\n-sl\n+SL\nwords\n+lost\n"
	got, err := Mend(t.Context(), store, root, "x.patch", []byte(sketch))
	if err != nil || got.Diff != nil && !bytes.Contains(got.Diff, []byte("lost")) {
		t.Errorf("got %v:\n%s", err, got.Diff)
	}
}

// Diffs of git whose headers are taken away come back, or are refused; and git takes
// what is written.
func TestMendAgainstGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git to compare with")
	}
	w := openWorkbench(t)
	defer w.close()
	bare := regexp.MustCompile(`(?m)^@@ .*$`)
	var trials []*trial
	for seed := range uint64(150) {
		g := newGen(1_000_000 + seed)
		base, next := randomTree{}, randomTree{}
		for _, path := range []string{"src/a.c", "b.py", "ü x"} {
			data := numbered("l", 5+g.IntN(50))
			base[path] = entry{mode: "100644", data: data}
			next[path] = entry{mode: "100644", data: g.editLines(data, 1+g.IntN(4))}
		}
		trials = append(trials, &trial{seed: seed, target: base, from: w.write(t, base), to: w.write(t, next), tree: w.write(t, base)})
	}
	w.diff(t, nil, trials)
	mended := 0
	for _, tr := range trials {
		got, err := Mend(t.Context(), w.objects, plumbing.NewHash(tr.tree), "x.patch", bare.ReplaceAll(tr.patch, []byte("@@")))
		if err != nil {
			t.Fatal(err)
		}
		if got.Diff == nil {
			continue
		}
		mended++
		if got.Tree != tr.to {
			t.Errorf("seed %d: got %s, want %s:\n%s", tr.seed, got.Tree, tr.to, got.Diff)
		}
		tr.patch, tr.args = got.Diff, []string{"--whitespace=nowarn"}
		if tree, says, err := w.gitApply(tr, 0); err != nil || tree != tr.to {
			t.Errorf("seed %d: git makes %q of it, want %s: %v %s\n%s", tr.seed, tree, tr.to, err, says, got.Diff)
		}
	}
	if mended < 100 {
		t.Errorf("%d of %d sketches could be mended", mended, len(trials))
	}
}

// Blank lines ahead of a hunk go, and what is said of a line names the one in the file.
func TestMendCountsLines(t *testing.T) {
	t.Parallel()
	store, root := storeTree(t, mendTree())
	sketch := "\n\ntext\n\n--- a/vllm/core/sched.py\n+++ b/vllm/core/sched.py\n\n\r\n\n@@\n sk\n-sl\n+SL\n\n@@\n sn\n-nowhere\n+SO"
	mended, err := Mend(t.Context(), store, root, "", []byte(sketch))
	if err != nil {
		t.Fatal(err)
	}
	hunks := mended.Files[0].Hunks
	if len(hunks) != 2 || hunks[0].HeaderLine != 10 || hunks[1].HeaderLine != 15 {
		t.Errorf("got %+v, want hunks of the lines 10 and 15", hunks)
	}
	if mended.Diff != nil || mended.Fault == nil || mended.Fault.Line != 15 {
		t.Errorf("got fault %+v, want one of line 15", mended.Fault)
	}
}
