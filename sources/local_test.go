package sources

import (
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
	linked := filepath.Join(t.TempDir(), "linked")
	n.git("worktree", "add", "-q", "--detach", linked, "main~2")
	for _, path := range []string{n.dir, filepath.Join(n.dir, ".git"), linked} {
		l, err := OpenLocal(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, revision := range []string{"HEAD", "main", "side", "v1", "main~2", "HEAD^", n.git("rev-parse", "main~4"), n.git("rev-parse", "--short", "main")} {
			got, err := l.Resolve(revision)
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
