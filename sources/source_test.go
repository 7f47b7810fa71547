package sources

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"cairn/digest"
	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing"
)

func TestSourceFromMirrorsOfEveryLayout(t *testing.T) {
	t.Parallel()
	n := grown(t, 5)
	commit, tree := n.id("HEAD"), n.id("HEAD^{tree}")
	bare := t.TempDir()
	for _, name := range []string{"engine.git", "other"} {
		n.git("clone", "-q", "--bare", n.dir, filepath.Join(bare, name))
	}
	linked := filepath.Join(t.TempDir(), "linked")
	n.git("worktree", "add", "-q", "--detach", linked)
	for name, mirror := range map[string]Mirror{
		"work tree":           {publicURL, "file://" + n.dir},
		"its git folder":      {publicURL, n.dir + "/.git"},
		"linked work tree":    {publicURL, linked},
		"prefix":              {"https://example.org/team/", "file://" + bare + "/"},
		"prefix, no ending":   {"https://example.org/team/engine.git", "file://" + bare + "/engine"},
		"prefix, more ending": {"https://example.org/team/engine.git", bare + "/other.git"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var events []Event
			r := open(t, Options{Offline: true, Mirrors: []Mirror{mirror}, Progress: func(e Event) { events = append(events, e) }})
			s := mustSource(t, r, pinOf(commit))
			if s.Commit != commit || s.Tree != tree {
				t.Errorf("got %+v, want %s %s", s, commit, tree)
			}
			if n := len(events); n == 0 || !events[n-1].Finished || events[n-1].Done != events[n-1].Total || events[n-1].Phase != Copying {
				t.Errorf("got %+v", events)
			}
			store := only(t, r, "engine-*.git")
			if out := store.git("fsck", "--strict", "--full", "--no-dangling"); strings.Trim(out, "\n") != "" && !strings.HasPrefix(out, "notice: HEAD") {
				t.Errorf("git fsck: %s", out)
			}
			if got := store.git("rev-parse", commit.String()+"^{tree}"); got != tree.String() {
				t.Errorf("git sees tree %s", got)
			}
			if got := len(strings.Fields(store.git("rev-list", commit.String()))); got != 1 {
				t.Errorf("git sees %d commits, want a shallow one", got)
			}
		})
	}
}

func TestStoreOutlivesTheMirror(t *testing.T) {
	t.Parallel()
	n := grown(t, 3)
	commit := n.id("HEAD")
	dir := filepath.Join(t.TempDir(), "git")
	mustSource(t, open(t, Options{Dir: dir, Mirrors: mirrorOf(n)}), pinOf(commit))
	content, err := open(t, Options{Dir: dir, Mirrors: mirrorOf(n)}).File(context.Background(), pinOf(n.id("HEAD~1")), "c/01.txt")
	if err != nil {
		t.Fatal(err)
	}
	older := n.id("HEAD~1")
	if err := os.RemoveAll(n.dir); err != nil {
		t.Fatal(err)
	}
	r := open(t, Options{Dir: dir, Offline: true})
	mustSource(t, r, pinOf(commit))
	if got, err := r.File(context.Background(), pinOf(older), "c/01.txt"); err != nil || !bytes.Equal(got, content) {
		t.Errorf("got %q, %v", got, err)
	}
	// Only that file of the older commit was kept.
	_, err = r.Source(context.Background(), pinOf(older))
	var missing *MissingCommitError
	if !errors.As(err, &missing) || !missing.Offline {
		t.Fatalf("got %v", err)
	}
	for _, part := range []string{older.String(), publicURL, "cairn fetch STACK", "engine"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not say %q", err, part)
		}
	}
	if _, err := r.History(context.Background(), pinOf(commit)); !errors.As(err, &missing) {
		t.Errorf("a history that was never fetched: %v", err)
	}
}

// drop removes a blob from a mirror.
func drop(t *testing.T, n *native, rev string) digest.GitID {
	t.Helper()
	id := n.id(rev)
	if err := os.Remove(loosePath(filepath.Join(n.dir, ".git", "objects"), plumbing.Hash(id))); err != nil {
		t.Fatal(err)
	}
	return id
}

// All that is missing is told at once, not one file a run.
func TestMissingBlobsAreAllNamed(t *testing.T) {
	t.Parallel()
	n := grown(t, 1)
	for i := range 30 {
		n.write(fmt.Sprintf("models/%02d.gguf", i), fmt.Sprintf("weights %d", i))
	}
	n.commit("weights")
	commit := n.id("HEAD")
	for i := range 30 {
		drop(t, n, fmt.Sprintf("HEAD:models/%02d.gguf", i))
	}
	_, err := open(t, Options{Mirrors: mirrorOf(n)}).Source(context.Background(), pinOf(commit))
	var missing *MissingBlobError
	if !errors.As(err, &missing) || missing.Path != "models/00.gguf" || missing.More != 29 || len(missing.Paths()) != 21 || missing.Paths()[20] != "models/20.gguf" {
		t.Fatalf("got %v", err)
	}
	if !strings.Contains(err.Error(), "models/07.gguf") || !strings.Contains(err.Error(), "and 9 more files") {
		t.Errorf("%q does not name them", err)
	}
}

func TestMissingBlobIsAnErrorUnlessExcluded(t *testing.T) {
	t.Parallel()
	n := grown(t, 1)
	commit, tree := n.id("HEAD"), n.id("HEAD^{tree}")
	blob := drop(t, n, "HEAD:models/big.gguf")
	r := open(t, Options{Mirrors: mirrorOf(n)})
	check := func(r *Repositories, pin lockfiles.Pin, path string, blob digest.GitID) {
		t.Helper()
		_, err := r.Source(context.Background(), pin)
		var missing *MissingBlobError
		if !errors.As(err, &missing) || missing.Path != path || missing.ID != blob {
			t.Fatalf("got %v", err)
		}
		if !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), blob.String()) {
			t.Errorf("%q does not name path and id", err)
		}
	}
	check(r, pinOf(commit), "models/big.gguf", blob)
	check(r, pinOf(commit, "models/*.bin"), "models/big.gguf", blob)
	if left, _ := filepath.Glob(filepath.Join(r.options.Dir, "*", "objects", "pack", "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if s := mustSource(t, r, pinOf(commit, "models/*.gguf")); s.Tree != tree {
		t.Errorf("got tree %s, want that of the whole", s.Tree)
	}
	// Another pin of the same commit does not exclude it: the store must not say yes.
	check(r, pinOf(commit), "models/big.gguf", blob)
	check(open(t, Options{Dir: r.options.Dir, Offline: true, Mirrors: mirrorOf(n)}), pinOf(commit), "models/big.gguf", blob)
	out := filepath.Join(t.TempDir(), "out")
	pin := pinOf(commit, "models/*.gguf")
	if err := r.Export(context.Background(), pin, mustSource(t, r, pin), tree, out); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(out, "models/big.gguf")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an excluded file was written: %v", err)
	}
	// A blob that is excluded at one path and wanted at another is missing.
	n.write("elsewhere", "") // the empty blob, which "empty" has too
	n.write("models/none.gguf", "")
	both := n.commit("both")
	empty := drop(t, n, "HEAD:empty")
	check(open(t, Options{Mirrors: mirrorOf(n)}), pinOf(both, "models", "empty"), "elsewhere", empty)
	// And once the mirror has it again, it comes.
	n.write("models/big.gguf", strings.Repeat("weights", 1000))
	n.git("hash-object", "-w", "models/big.gguf")
	mustSource(t, r, pinOf(commit))
	if _, err := r.File(context.Background(), pinOf(commit), "models/big.gguf"); err != nil {
		t.Error(err)
	}
}

func TestLyingMirrorIsNamed(t *testing.T) {
	t.Parallel()
	for name, lie := range map[string]func(t *testing.T, n *native, id plumbing.Hash){
		"another blob": func(t *testing.T, n *native, id plumbing.Hash) {
			objects := filepath.Join(n.dir, ".git", "objects")
			if err := writeLoose(objects, id, plumbing.BlobObject, []byte("evil\n")); err != nil {
				t.Fatal(err)
			}
		},
		"another type": func(t *testing.T, n *native, id plumbing.Hash) {
			if err := writeLoose(filepath.Join(n.dir, ".git", "objects"), id, plumbing.TreeObject, nil); err != nil {
				t.Fatal(err)
			}
		},
		"rubbish": func(t *testing.T, n *native, id plumbing.Hash) {
			path := loosePath(filepath.Join(n.dir, ".git", "objects"), id)
			if err := os.Chmod(path, 0o644); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte("rubbish"), 0o644); err != nil {
				t.Fatal(err)
			}
		},
		"a pack": func(t *testing.T, n *native, id plumbing.Hash) {
			if err := os.Remove(loosePath(filepath.Join(n.dir, ".git", "objects"), id)); err != nil {
				t.Fatal(err)
			}
			w, err := newPackWriter(filepath.Join(n.dir, ".git", "objects"), 1)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(w.add(id, plumbing.BlobObject, []byte("evil\n")), w.commit()); err != nil {
				t.Fatal(err)
			}
		},
	} {
		for _, rev := range []string{"HEAD:a.txt", "HEAD^{tree}", "HEAD"} {
			t.Run(name+" "+rev, func(t *testing.T) {
				t.Parallel()
				n := grown(t, 1)
				commit, id := n.id("HEAD"), n.id(rev)
				lie(t, n, plumbing.Hash(id))
				r := open(t, Options{Mirrors: mirrorOf(n)})
				_, err := r.Source(context.Background(), pinOf(commit))
				var lying *LyingObjectError
				if !errors.As(err, &lying) || lying.ID != id || !strings.Contains(err.Error(), id.String()) || !strings.Contains(err.Error(), n.dir) {
					t.Errorf("got %v", err)
				}
				if _, err := r.File(context.Background(), pinOf(commit), "a.txt"); !errors.As(err, &lying) {
					t.Errorf("File: got %v", err)
				}
				if left, _ := filepath.Glob(filepath.Join(r.options.Dir, "*", "objects", "pack", "*")); len(left) > 0 {
					t.Errorf("left behind: %v", left)
				}
			})
		}
	}
}

func TestCommitThatIsNotThere(t *testing.T) {
	t.Parallel()
	n := grown(t, 1)
	r := open(t, Options{Mirrors: mirrorOf(n)})
	var missing *MissingCommitError
	gone := n.id("HEAD")
	gone[0] ^= 1
	for name, f := range map[string]func() error{
		"Source":  func() error { _, err := r.Source(context.Background(), pinOf(gone)); return err },
		"File":    func() error { _, err := r.File(context.Background(), pinOf(gone), "x"); return err },
		"Objects": func() error { _, err := r.Objects(context.Background(), pinOf(gone)); return err },
		"History": func() error { _, err := r.History(context.Background(), pinOf(gone)); return err },
	} {
		if err := f(); !errors.As(err, &missing) || missing.Offline || missing.Mirror == "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := r.Source(context.Background(), pinOf(n.id("HEAD^{tree}"))); err == nil || !strings.Contains(err.Error(), "is a tree") {
		t.Errorf("a tree as a commit: %v", err)
	}
	if _, err := r.Source(context.Background(), lockfiles.Pin{Upstream: "u", Git: publicURL}); err == nil {
		t.Error("a pin of nothing passed")
	}
	var none *NoMirrorError
	other := lockfiles.Pin{Upstream: "u", Git: "https://example.org/team/engine.git-2", Revision: gone}
	if _, err := r.Source(context.Background(), other); !errors.As(err, &none) || len(none.Tried) == 0 {
		t.Errorf("got %v", err)
	}
}

func TestHistoryReadsTheMirrorWhereItIs(t *testing.T) {
	t.Parallel()
	n := grown(t, 9)
	n.git("repack", "-adfq")
	r := open(t, Options{Mirrors: mirrorOf(n)})
	objects, err := r.History(context.Background(), pinOf(n.id("HEAD")))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(n.git("rev-list", "--objects", "HEAD") + "\n") {
		id := plumbing.NewHash(line[:40])
		if o, err := objects.EncodedObject(plumbing.AnyObject, id); err != nil || o.Hash() != id {
			t.Errorf("%s: %v", line, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(r.options.Dir, "*", "objects", "pack", "*")); len(left) > 0 {
		t.Errorf("copied: %v", left)
	}
	before := n.git("count-objects", "-v")
	o := objects.NewEncodedObject()
	o.SetType(plumbing.BlobObject)
	if id, err := objects.SetEncodedObject(o); err != nil || objects.HasEncodedObject(id) != nil {
		t.Error(err)
	}
	if n.git("count-objects", "-v") != before {
		t.Error("the mirror was written to")
	}
	iter, err := objects.IterEncodedObjects(plumbing.CommitObject)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	if err := iter.ForEach(func(plumbing.EncodedObject) error { count++; return nil }); err != nil || count != 9 {
		t.Errorf("got %d commits, %v", count, err)
	}
}

func TestScratchKeepsNothing(t *testing.T) {
	t.Parallel()
	n := grown(t, 1)
	r := open(t, Options{Mirrors: mirrorOf(n)})
	objects, err := r.Objects(context.Background(), pinOf(n.id("HEAD")))
	if err != nil {
		t.Fatal(err)
	}
	scratch := objects.(*Objects).Scratch()
	o := scratch.NewEncodedObject()
	o.SetType(plumbing.BlobObject)
	w, _ := o.Writer()
	if _, err := w.Write([]byte("new")); err != nil {
		t.Fatal(err)
	}
	id, err := scratch.SetEncodedObject(o)
	if err != nil || scratch.HasEncodedObject(id) != nil || objects.HasEncodedObject(id) == nil {
		t.Errorf("got %v, %v", id, err)
	}
	if scratch.HasEncodedObject(plumbing.Hash(n.id("HEAD"))) != nil {
		t.Error("the scratch does not see what lies behind")
	}
}

// TestManyAtOnce has several openings of one folder bring the same and other
// commits at the same time, as processes do.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	n := grown(t, 6)
	dir := filepath.Join(t.TempDir(), "git")
	var revisions []digest.GitID
	for line := range strings.Lines(n.git("rev-list", "HEAD") + "\n") {
		id, err := digest.ParseGitID(strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		revisions = append(revisions, id)
	}
	var wg sync.WaitGroup
	for range 4 {
		r := open(t, Options{Dir: dir, Mirrors: mirrorOf(n)})
		for _, revision := range revisions {
			wg.Go(func() {
				if _, err := r.Source(context.Background(), pinOf(revision)); err != nil {
					t.Error(err)
				}
			})
		}
	}
	wg.Wait()
	store := only(t, open(t, Options{Dir: dir}), "engine-*.git")
	store.git("fsck", "--strict", "--full")
	if left, _ := filepath.Glob(filepath.Join(store.dir, "objects/pack/*.pack")); len(left) != len(revisions) {
		t.Errorf("%d packs for %d commits: %v", len(left), len(revisions), left)
	}
}

func TestCancelLeavesNothing(t *testing.T) {
	t.Parallel()
	n := grown(t, 1)
	r := open(t, Options{Mirrors: mirrorOf(n)})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Source(ctx, pinOf(n.id("HEAD"))); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	mustSource(t, r, pinOf(n.id("HEAD")))
}
