package patches

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// cherryPick lets git move all series, a patch of each at a time: what git cherry-pick
// does of a commit is a merge with the commit's parent as the base.
func (g *nativeRepository) cherryPick(cases []*seriesCase, trees []plumbing.Hash) {
	g.t.Helper()
	for _, c := range cases {
		c.state = trees[c.ontoMark]
	}
	for step := 0; ; step++ {
		w := &importer{}
		var request strings.Builder
		var moved []*seriesCase
		for _, c := range cases {
			if step >= len(c.series) {
				continue
			}
			before := trees[c.baseMark]
			if step > 0 {
				before = trees[c.seriesMarks[step-1]]
			}
			base := w.commitTree(before)
			w.commitTree(c.state, base)
			w.commitTree(trees[c.seriesMarks[step]], base)
			moved = append(moved, c)
		}
		if len(moved) == 0 {
			return
		}
		commits, _ := g.imported(w)
		for i := range moved {
			fmt.Fprintf(&request, "%s %s\n", commits[3*i+2], commits[3*i+3])
		}
		merges := g.mergeTree(strings.TrimSuffix(request.String(), "\n"))
		for i, c := range moved {
			c.merges = append(c.merges, merges[i])
			if merges[i] != nil && merges[i].clean {
				c.state = plumbing.NewHash(merges[i].tree)
			}
		}
	}
}

// commitTree adds a commit of a tree that is there already.
func (w *importer) commitTree(tree plumbing.Hash, parents ...int) int {
	w.marks++
	fmt.Fprintf(w, "commit refs/heads/t%d\nmark :%d\ncommitter A <a@example.com> 1700000000 +0000\ndata 2\nx\n", w.marks, w.marks)
	for _, parent := range parents {
		fmt.Fprintf(w, "from :%d\n", parent)
	}
	w.WriteString("deleteall\n")
	if tree != emptyTree {
		fmt.Fprintf(w, "M 040000 %s \n", tree)
	}
	w.WriteByte('\n')
	return w.marks
}

// mergeTree merges pairs of commits, a line each. One at which git itself breaks (2.39
// has assertions that fail now and then) is nil.
func (g *nativeRepository) mergeTree(pairs string) []*nativeMerge {
	g.t.Helper()
	command := g.command("merge-tree", "--write-tree", "--stdin", "--messages", "-z")
	command.Stdin = strings.NewReader(pairs + "\n")
	out, err := command.Output()
	lines := strings.Split(pairs, "\n")
	if err != nil {
		if len(lines) == 1 {
			return []*nativeMerge{nil}
		}
		half := len(lines) / 2
		return append(g.mergeTree(strings.Join(lines[:half], "\n")), g.mergeTree(strings.Join(lines[half:], "\n"))...)
	}
	var merges []*nativeMerge
	for _, m := range nativeMerges(g.t, out) {
		merges = append(merges, &m)
	}
	if len(merges) != len(lines) {
		g.t.Fatalf("%d merges of %d", len(merges), len(lines))
	}
	return merges
}

// appliesNatively applies the exported files with git apply, in order.
func (g *nativeRepository) appliesNatively(c *seriesCase, onto plumbing.Hash, exported []Exported, rebased *Rebased) {
	g.t.Helper()
	index := filepath.Join(g.dir, "export-index")
	defer os.Remove(index)
	run := func(stdin []byte, args ...string) string {
		command := g.command(args...)
		command.Env = append(command.Env, "GIT_INDEX_FILE="+index)
		command.Stdin = bytes.NewReader(stdin)
		out, err := command.CombinedOutput()
		if err != nil {
			g.t.Errorf("seed %d: git %s: %s", c.seed, strings.Join(args, " "), out)
		}
		return strings.TrimSpace(string(out))
	}
	run(nil, "read-tree", onto.String())
	for _, file := range exported {
		run(file.Content, "apply", "--cached", "--whitespace=nowarn", "-")
		// Objects that cairn made are not in this repository.
		if got, want := run(nil, "write-tree", "--missing-ok"), rebased.Patches[file.Index].Tree; got != want {
			g.t.Errorf("seed %d: git apply of %s makes %s, not %s", c.seed, file.Name, got, want)
			return
		}
	}
}

// pickForReal runs git cherry-pick itself in a work tree, and holds it against what
// git merge-tree has said.
func (g *nativeRepository) pickForReal(c *seriesCase, commits []plumbing.Hash) {
	g.t.Helper()
	dir := filepath.Join(g.dir, fmt.Sprintf("work-%d", c.seed))
	g.git(nil, "worktree", "add", "-q", "--detach", dir, commits[c.ontoMark].String())
	work := &nativeRepository{g.t, dir}
	for i, mark := range c.seriesMarks {
		if c.merges[i] == nil {
			return
		}
		_, err := work.command("cherry-pick", "--allow-empty", "--keep-redundant-commits", commits[mark].String()).CombinedOutput()
		if (err == nil) != c.merges[i].clean {
			g.t.Errorf("seed %d, patch %d: git cherry-pick ends with %v, git merge-tree says clean %v", c.seed, i+1, err, c.merges[i].clean)
			return
		}
		if err != nil {
			work.git(nil, "reset", "-q", "--hard")
			work.git(nil, "clean", "-q", "-ffdx")
			continue
		}
		if got := strings.TrimSpace(string(work.git(nil, "rev-parse", "HEAD^{tree}"))); got != c.merges[i].tree {
			g.t.Errorf("seed %d, patch %d: git cherry-pick makes %s, git merge-tree %s", c.seed, i+1, got, c.merges[i].tree)
			return
		}
	}
}
