package sources

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

func TestLocalRepositoryResolvesAndTakesObjects(t *testing.T) {
	t.Parallel()
	n := grown(t, 5)
	n.git("tag", "-a", "-m", "x", "v1", "HEAD~1")
	n.git("branch", "side", "HEAD~3")
	n.git("gc", "-q")
	n.git("commit", "-q", "--allow-empty", "-m", "loose")
	// A tag that looks like the start of another commit's id, as llama.cpp's b1234 may.
	short := n.git("rev-parse", "--short=6", "main~3")
	n.git("tag", short, "main~1")
	n.git("tag", "-a", "-m", "x", short+"ffff", "main~2")
	linked := filepath.Join(t.TempDir(), "linked")
	n.git("worktree", "add", "-q", "--detach", linked, "main~2")
	for _, path := range []string{n.dir, filepath.Join(n.dir, ".git"), linked} {
		l, err := OpenLocal(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, revision := range []string{"HEAD", "main", "side", "v1", "main~2", "HEAD^", n.git("rev-parse", "main~4"), n.git("rev-parse", "--short", "main"),
			n.git("rev-parse", "--short=9", "main~1"), short, short + "~1", short + "ffff"} {
			got, err := l.Resolve(revision)
			// Git need not warn of what is a shortened id, too.
			if want := (&native{t, path}).id(revision + "^{commit}"); err != nil || got != want {
				t.Errorf("%s: got %s, %v; want %s", revision, got, err, want)
			}
		}
		if _, err := l.Resolve("none"); err == nil || !strings.Contains(err.Error(), "none") {
			t.Errorf("got %v", err)
		}
		if path == n.dir {
			o := l.Objects().NewEncodedObject()
			o.SetType(plumbing.BlobObject)
			w, err := o.Writer()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write([]byte("new\n")); err != nil {
				t.Fatal(err)
			}
			scratch, err := l.Objects().Scratch().SetEncodedObject(o)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := n.try(nil, "cat-file", "-e", scratch.String()); err == nil {
				t.Error("a scratch wrote into the repository")
			}
			id, err := l.Objects().SetEncodedObject(o)
			if err != nil || n.git("cat-file", "blob", id.String()) != "new" {
				t.Errorf("got %v", err)
			}
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := OpenLocal(t.TempDir()); err == nil {
		t.Error("an empty folder was opened")
	}
}

func TestLocalRepositorySaysWhatIsAmbiguous(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	var stream strings.Builder // git-fast-import(1): enough for two ids that begin with the same four digits
	for i := range 800 {
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter A <a@example.org> %d +0000\ndata 0\n", 1700000000+i)
	}
	if out, err := n.try([]byte(stream.String()), "fast-import", "--quiet"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	known := map[string]bool{}
	var short string
	for id := range strings.Lines(n.git("rev-list", "main")) {
		if known[id[:4]] {
			short = id[:4]
		}
		known[id[:4]] = true
	}
	if short == "" {
		t.Fatal("no two commits begin alike")
	}
	l, err := OpenLocal(n.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, err = l.Resolve(short)
	var ambiguous *AmbiguousError
	if !errors.As(err, &ambiguous) || len(ambiguous.IDs) != 2 {
		t.Errorf("got %v", err)
	}
}
