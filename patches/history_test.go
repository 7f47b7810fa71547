package patches

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

// historyRepo is a repository that a test makes commit by commit, and that native git
// reads, too.
type historyRepo struct {
	t       *testing.T
	dir     string
	store   *filesystem.Storage
	objects *objects
	when    int64
	// trees has the files of each commit.
	trees map[plumbing.Hash]map[string]string
	// indexed is the commit that git's index has.
	indexed plumbing.Hash
}

func newHistoryRepo(t *testing.T) *historyRepo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here to hold this against")
	}
	u := &historyRepo{t: t, dir: t.TempDir(), when: 1_700_000_000, trees: map[plumbing.Hash]map[string]string{}}
	u.git("init", "-q", "--bare", ".")
	u.store = filesystem.NewStorage(osfs.New(u.dir), cache.NewObjectLRUDefault())
	u.objects = newObjects(u.store)
	return u
}

// try runs git, with an index of its own.
func (u *historyRepo) try(stdin string, args ...string) (string, error) {
	cmd := gitCommand(u.dir, args, "GIT_DIR="+u.dir, "GIT_INDEX_FILE="+filepath.Join(u.dir, "test-index"))
	cmd.Stdin = strings.NewReader(stdin)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("git %s: %w: %s", strings.Join(args, " "), err, errs.String())
	}
	return out.String(), nil
}

func (u *historyRepo) git(args ...string) string {
	u.t.Helper()
	out, err := u.try("", args...)
	if err != nil {
		u.t.Fatal(err)
	}
	return out
}

// commit makes a commit of all of files. A file whose text begins with "link:" is a
// symlink.
func (u *historyRepo) commit(title string, files map[string]string, parents ...plumbing.Hash) plumbing.Hash {
	u.t.Helper()
	b := &batch{objects: u.objects}
	var changes []change
	for path, text := range files {
		c := change{path: path, mode: modePlain}
		if target, link := strings.CutPrefix(text, "link:"); link {
			c.mode, text = modeSymlink, target
		}
		c.id = b.put(plumbing.BlobObject, []byte(text))
		changes = append(changes, c)
	}
	tree, err := b.with(plumbing.ZeroHash, changes)
	if err != nil {
		u.t.Fatal(err)
	}
	u.when += 3600
	var text strings.Builder
	fmt.Fprintf(&text, "tree %s\n", tree)
	for _, parent := range parents {
		fmt.Fprintf(&text, "parent %s\n", parent)
	}
	fmt.Fprintf(&text, "author A <a@example.org> %d +0000\ncommitter C <c@example.org> %d +0000\n\n%s\n\nmore text (#99)\n", u.when-60, u.when, title)
	id := b.put(plumbing.CommitObject, []byte(text.String()))
	if err := u.objects.keep(b); err != nil {
		u.t.Fatal(err)
	}
	if err := u.objects.flush(); err != nil {
		u.t.Fatal(err)
	}
	u.trees[id] = files
	return id
}

// chain makes a line of commits: each edit gets the files and changes them.
func (u *historyRepo) chain(base plumbing.Hash, titles []string, edits ...func(files map[string]string)) []plumbing.Hash {
	line := []plumbing.Hash{base}
	for i, edit := range edits {
		files := map[string]string{}
		for path, text := range u.trees[line[i]] {
			files[path] = text
		}
		edit(files)
		line = append(line, u.commit(titles[i], files, line[i]))
	}
	return line
}

// diff is the patch from one commit's files to others.
func (u *historyRepo) diff(from plumbing.Hash, edit func(files map[string]string), args ...string) string {
	u.t.Helper()
	to := u.chain(from, []string{"x"}, edit)[1]
	return u.git(append([]string{"diff", from.String(), to.String()}, args...)...)
}

// applies asks git whether a patch applies to a commit.
func (u *historyRepo) applies(commit plumbing.Hash, patch string, args ...string) bool {
	u.t.Helper()
	if u.indexed != commit {
		u.git("read-tree", commit.String())
		u.indexed = commit
	}
	_, err := u.try(patch, append([]string{"apply", "--cached", "--check"}, append(args, "-")...)...)
	return err == nil
}

// lineText is n numbered lines.
func lineText(name string, n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "%s line %d\n", name, i+1)
	}
	return out.String()
}

// swapText returns an edit that replaces text in a file.
func swapText(path, from, to string) func(map[string]string) {
	return func(files map[string]string) {
		if !strings.Contains(files[path], from) {
			panic(path + " has no " + strconv.Quote(from))
		}
		files[path] = strings.Replace(files[path], from, to, 1)
	}
}

// random makes a history with branches and merges, oldest first, and its last commit.
func (u *historyRepo) random(rng *rand.Rand, commits int) []plumbing.Hash {
	files := map[string]string{"a.txt": lineText("a", 30), "dir/b.txt": lineText("b", 40), "dir/sub/c.txt": lineText("c", 20), "other/d.txt": "d\n"}
	all := []plumbing.Hash{u.commit("first", files)}
	tips := []plumbing.Hash{all[0]}
	for n := 1; n < commits; n++ {
		at := rng.IntN(len(tips))
		next := map[string]string{}
		for path, text := range u.trees[tips[at]] {
			next[path] = text
		}
		paths := []string{"a.txt", "dir/b.txt", "dir/sub/c.txt", "other/d.txt"}
		path := paths[rng.IntN(len(paths))]
		switch text, ok := next[path]; {
		case !ok:
			next[path] = lineText(path, 10+rng.IntN(30))
		case rng.IntN(12) == 0:
			delete(next, path)
		case rng.IntN(15) == 0:
			next["moved/"+path] = text
			delete(next, path)
		default:
			lines := strings.SplitAfter(text, "\n")
			line := rng.IntN(len(lines))
			switch rng.IntN(3) {
			case 0:
				lines[line] = fmt.Sprintf("changed %d\n", n) + lines[line]
			case 1:
				lines = slices.Delete(lines, line, line+1)
			default:
				lines[line] = fmt.Sprintf("replaced %d\n", rng.IntN(5))
			}
			next[path] = strings.Join(lines, "")
		}
		parents := []plumbing.Hash{tips[at]}
		if other := rng.IntN(len(tips)); other != at && rng.IntN(2) == 0 {
			parents = append(parents, tips[other])
			tips = slices.Delete(tips, other, other+1)
			at = slices.Index(tips, parents[0])
		}
		id := u.commit(fmt.Sprintf("change %d (#%d)", n, n), next, parents...)
		if rng.IntN(6) == 0 && len(tips) < 4 {
			tips = append(tips, id)
		} else {
			tips[at] = id
		}
		all = append(all, id)
	}
	last := u.commit("join", u.trees[tips[0]], tips...)
	return append(all, last)
}

// TestHistory holds order, states, ancestry and comparisons against git's.
func TestHistory(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for seed := range uint64(3) {
		u := newHistoryRepo(t)
		rng := rand.New(rand.NewPCG(seed, 1))
		all := u.random(rng, 40)
		head := all[len(all)-1]
		h, err := ReadHistory(ctx, u.store, head, head)
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Fields(u.git("rev-list", "--date-order", head.String()))
		var got []string
		for i := range h.commits {
			got = append(got, h.commits[i].id.String())
		}
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d: the order is %v, git's %v", seed, got, want)
		}
		if h.Len() != len(want) || h.cut != 0 {
			t.Errorf("%d commits, %d cut", h.Len(), h.cut)
		}
		w := newPathWatch(u.store, []string{"a.txt", "dir/b.txt", "dir", "dir/sub/c.txt", "moved/a.txt", "a.txt/below", "other/d.txt", "a.txt"})
		for i := range h.commits {
			state, err := w.state(h.commits[i].tree)
			if err != nil {
				t.Fatal(err)
			}
			for j, path := range w.paths {
				e := w.entry(state, j)
				out, _ := u.try("", "rev-parse", "--verify", "-q", got[i]+":"+path)
				is := ""
				if e.mode != 0 && e.blocked == 0 {
					is = e.id.String()
				}
				if strings.TrimSpace(out) != is {
					t.Fatalf("%s:%s is %q, git says %q", got[i], path, is, strings.TrimSpace(out))
				}
				if blocked := path == "a.txt/below" && w.entry(state, w.index("a.txt")).mode != 0; blocked != (e.blocked > 0) {
					t.Fatalf("%s:%s: blocked is %v", got[i], path, e.blocked)
				}
			}
		}
		for range 20 {
			a, b := int32(rng.IntN(h.Len())), int32(rng.IntN(h.Len()))
			idA, idB := got[a], got[b]
			base, _ := h.mergeBase(a, b)
			if bases := strings.Fields(u.git("merge-base", "--all", idA, idB)); !slices.Contains(bases, got[base]) {
				t.Errorf("merge base of %s and %s is %s, git has %v", idA, idB, got[base], bases)
			}
			line, err := h.line(a, b)
			if err != nil {
				t.Fatal(err)
			}
			if line[0] != base || line[len(line)-1] != b {
				t.Errorf("the line from %d to %d, whose base is %d, is %v", a, b, base, line)
			}
			for k := 1; k < len(line); k++ {
				if !slices.Contains(h.commits[line[k]].parents, line[k-1]) {
					t.Errorf("%d is no parent of %d", line[k-1], line[k])
				}
			}
			changed, err := changedFiles(u.store, h.commits[a].tree, h.commits[b].tree)
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, file := range changed {
				names = append(names, file.path)
			}
			slices.Sort(names)
			if native := strings.Fields(u.git("diff-tree", "-r", "--name-only", "--no-renames", idA, idB)); !slices.Equal(names, native) {
				t.Errorf("%s and %s differ in %v, git says %v", idA, idB, names, native)
			}
		}
	}
}

// TestHistoryNames has titles and pull requests in all their forms.
func TestHistoryNames(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	for title, want := range map[string]int{
		"sycl : split (#23101)":                  23101,
		"Revert \"sycl : split (#23101)\" (#23)": 23,
		"Merge pull request #77 from someone/x":  77,
		"[Fix] #12 is not it":                    0,
		"no number":                              0,
	} {
		id := u.commit(title, map[string]string{"a": title})
		h, err := ReadHistory(context.Background(), u.store, id)
		if err != nil {
			t.Fatal(err)
		}
		info, err := h.info(0, 3)
		if err != nil {
			t.Fatal(err)
		}
		if info.Title != title || info.PR != want || info.After != 3 || info.Date.Unix() != u.when || info.ID != id.String() {
			t.Errorf("%q is %+v", title, info)
		}
	}
}

// TestHistoryCut reads a history whose oldest commits are not there.
func TestHistoryCut(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	gone := plumbing.NewHash("1111111111111111111111111111111111111111")
	id := u.commit("first", map[string]string{"a": "a"}, gone)
	h, err := ReadHistory(context.Background(), u.store, id)
	if err != nil || h.Len() != 1 || h.cut != 1 {
		t.Fatalf("%v, %+v", err, h)
	}
	// From a commit to itself is one head, not two of which the second must be there.
	if h, err := ReadHistory(context.Background(), u.store, id, id); err != nil || h.Len() != 1 || h.cut != 1 {
		t.Errorf("%v, %+v", err, h)
	}
	if _, err := ReadHistory(context.Background(), u.store, gone); err == nil {
		t.Error("a head that is not there was read")
	}
	if _, err := h.at(gone); err == nil {
		t.Error("a commit that is not there was found")
	}
}
