package sources

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing"
)

// materialise writes a history's objects where git can read them.
func materialise(t *testing.T, h *history) *native {
	t.Helper()
	needGit(t)
	n := &native{t, t.TempDir()}
	n.git("init", "-q", "--bare", "-b", "main")
	err := h.objects.each(func(id plumbing.Hash) error {
		kind, content, err := h.objects.read(id)
		if err != nil {
			return err
		}
		return writeLoose(filepath.Join(n.dir, "objects"), id, kind, content)
	})
	if err != nil {
		t.Fatal(err)
	}
	n.git("update-ref", "refs/heads/main", h.commits[len(h.commits)-1].Commit.String())
	return n
}

func TestEmbeddedHistoriesAreSoundToGit(t *testing.T) {
	t.Parallel()
	names := EmbeddedNames()
	if len(names) == 0 {
		t.Fatal("the binary carries no upstream")
	}
	for _, name := range names {
		h, err := embeddedHistory(name)
		if err != nil {
			t.Fatal(err)
		}
		n := materialise(t, h)
		if out := n.git("fsck", "--strict", "--full", "--no-dangling"); out != "" {
			t.Errorf("git fsck: %s", out)
		}
		var want []string
		for _, c := range h.commits {
			want = append(want, fmt.Sprintf("%s %s %s", c.Commit, c.Tree, c.Subject))
		}
		if got := n.git("log", "--reverse", "--format=%H %T %s", "main"); got != strings.Join(want, "\n") {
			t.Errorf("git log says\n%s\nwant\n%s", got, strings.Join(want, "\n"))
		}
	}
}

// small is a history with everything the format can say.
func small() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"h/01-start/COMMIT":              file("Jane Ö. Doe <jane@example.org>\ndate: 2026-01-02T15:04:05+01:00\nmode: 100755 run.sh\nmode: 120000 link\n\nStart\n\nWith a body: and a colon.\n"),
		"h/01-start/tree/run.sh":         file("#!/bin/sh\n"),
		"h/01-start/tree/link":           file("a/deep/file"),
		"h/01-start/tree/a/deep/file":    file("1\n"),
		"h/01-start/tree/a-b":            file("sorts before the folder a, after a.c\n"),
		"h/01-start/tree/a.c":            file("\n"),
		"h/01-start/tree/.gitignore":     file("*.o\n"),
		"h/02-move/COMMIT":               file("X <x@y>\ndate: 2026-01-03T00:00:00Z\ndelete: a\ndelete: a-b\n\nMove\n"),
		"h/02-move/tree/b/file":          file("1\n"),
		"h/02-move/tree/run.sh":          file("#!/bin/bash\n"),
		"h/03-mode/COMMIT":               file("X <x@y>\ndate: 2026-01-03T00:00:00-09:30\nmode: 100644 run.sh\n\nMode\n"),
		"h/04-file-to-folder/COMMIT":     file("X <x@y>\ndate: 2026-01-04T00:00:00Z\ndelete: a.c\n\nA file becomes a folder\n"),
		"h/04-file-to-folder/tree/a.c/x": file("x"),
	}
}

func TestHistoryIsWhatGitMakesOfIt(t *testing.T) {
	t.Parallel()
	h, err := makeHistory(small(), "h")
	if err != nil {
		t.Fatal(err)
	}
	n := materialise(t, h)
	if out := n.git("fsck", "--strict", "--full", "--no-dangling"); out != "" {
		t.Errorf("git fsck: %s", out)
	}
	// git commits the same: the same id.
	work := newNative(t)
	work.write("run.sh", "#!/bin/sh\n")
	for name, content := range map[string]string{"a/deep/file": "1\n", "a-b": "sorts before the folder a, after a.c\n", "a.c": "\n", ".gitignore": "*.o\n"} {
		work.write(name, content)
	}
	if err := os.Symlink("a/deep/file", filepath.Join(work.dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(work.dir, "run.sh"), 0o755); err != nil {
		t.Fatal(err)
	}
	work.git("add", "-A")
	tree := work.git("write-tree")
	if got := h.commits[0].Tree.String(); got != tree {
		t.Errorf("got tree %s, git has %s", got, tree)
	}
	commitTree := exec.Command("git", "commit-tree", tree, "-F", "-")
	commitTree.Dir = work.dir
	commitTree.Stdin = strings.NewReader("Start\n\nWith a body: and a colon.\n")
	commitTree.Env = append(gitEnv(),
		"GIT_AUTHOR_NAME=Jane Ö. Doe", "GIT_AUTHOR_EMAIL=jane@example.org", "GIT_AUTHOR_DATE=2026-01-02T15:04:05+01:00",
		"GIT_COMMITTER_NAME=Jane Ö. Doe", "GIT_COMMITTER_EMAIL=jane@example.org", "GIT_COMMITTER_DATE=2026-01-02T15:04:05+01:00")
	if out, err := commitTree.CombinedOutput(); err != nil || strings.TrimSpace(string(out)) != h.commits[0].Commit.String() {
		t.Errorf("got commit %s, git makes %s (%v)", h.commits[0].Commit, out, err)
	}
	if got := n.git("log", "-1", "--format=%an|%ae|%ad|%cn|%cd|%B", "--date=iso-strict", h.commits[0].Commit.String()); got !=
		"Jane Ö. Doe|jane@example.org|2026-01-02T15:04:05+01:00|Jane Ö. Doe|2026-01-02T15:04:05+01:00|Start\n\nWith a body: and a colon.\n" {
		t.Errorf("got %q", got)
	}
	for rev, want := range map[string]string{
		h.commits[1].Commit.String(): "100644 .gitignore|100644 a.c|100644 b/file|120000 link|100755 run.sh",
		h.commits[2].Commit.String(): "100644 .gitignore|100644 a.c|100644 b/file|120000 link|100644 run.sh",
		"main":                       "100644 .gitignore|100644 a.c/x|100644 b/file|120000 link|100644 run.sh",
	} {
		if got := strings.ReplaceAll(n.git("ls-tree", "-r", "--format=%(objectmode) %(path)", rev), "\n", "|"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	// The ids never change: definitions pin them.
	if got := h.commits[3].Commit.String(); got != smallHead {
		t.Errorf("got %s", got)
	}
}

// smallHead is what the first version of this code made, which git agreed with.
const smallHead = "33f397c6b6a5faefb0a3fd16ddb0979d186e5a1a"

func TestMalformedHistoryIsRefused(t *testing.T) {
	t.Parallel()
	const ok = "X <x@y>\ndate: 2026-01-03T00:00:00Z\n\nm\n"
	for name, c := range map[string]struct{ commit, file, want string }{
		"no message":        {"X <x@y>\ndate: 2026-01-03T00:00:00Z\n", "f", "no message"},
		"no newline":        {strings.TrimSuffix(ok, "\n"), "f", "line break"},
		"no author":         {"date: 2026-01-03T00:00:00Z\n\nm\n", "f", "COMMIT:1"},
		"crud":              {"X  <x@y>\ndate: 2026-01-03T00:00:00Z\n\nm\n", "f", "COMMIT:1"},
		"two authors":       {"X <x@y> Y <z@y>\ndate: 2026-01-03T00:00:00Z\n\nm\n", "f", "COMMIT:1"},
		"no date":           {"X <x@y>\nmode: 100755 f\n\nm\n", "f", "COMMIT:2"},
		"bad date":          {"X <x@y>\ndate: yesterday\n\nm\n", "f", "COMMIT:2"},
		"split seconds":     {"X <x@y>\ndate: 2026-01-03T00:00:00.5Z\n\nm\n", "f", "whole seconds"},
		"two dates":         {"X <x@y>\ndate: 2026-01-03T00:00:00Z\ndate: 2026-01-03T00:00:00Z\n\nm\n", "f", "COMMIT:3"},
		"unknown line":      {strings.Replace(ok, "\n\n", "\nrename: a b\n\n", 1), "f", "COMMIT:3"},
		"bad mode":          {strings.Replace(ok, "\n\n", "\nmode: 777 f\n\n", 1), "f", "mode \"777\""},
		"mode of nothing":   {strings.Replace(ok, "\n\n", "\nmode: 100755 g\n\n", 1), "f", "mode of g"},
		"delete of nothing": {strings.Replace(ok, "\n\n", "\ndelete: g\n\n", 1), "f", "delete of g"},
		"path outside":      {strings.Replace(ok, "\n\n", "\ndelete: ../g\n\n", 1), "f", "not a path"},
		"dot git":           {ok, ".git/config", "would not take"},
		"dot GIT below":     {ok, "a/.GIT/config", "would not take"},
	} {
		_, err := makeHistory(fstest.MapFS{"h/01/COMMIT": {Data: []byte(c.commit)}, "h/01/tree/" + c.file: {Data: []byte("x")}}, "h")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
	for name, fsys := range map[string]fstest.MapFS{
		"nothing changes": {"h/01/COMMIT": {Data: []byte(ok)}, "h/01/tree/f": {Data: []byte("x")}, "h/02/COMMIT": {Data: []byte(ok)}},
		"no commit":       {"h/01/tree/f": {Data: []byte("x")}},
		"a file":          {"h/01": {Data: []byte("x")}},
		"file and folder": {"h/01/COMMIT": {Data: []byte(ok)}, "h/01/tree/f": {Data: []byte("x")}, "h/02/COMMIT": {Data: []byte(ok)}, "h/02/tree/f/g": {Data: []byte("x")}},
	} {
		if _, err := makeHistory(fsys, "h"); err == nil {
			t.Errorf("%s passed", name)
		}
	}
}

func TestEmbeddedUpstreamIsASource(t *testing.T) {
	t.Parallel()
	name := EmbeddedNames()[0]
	commits, err := EmbeddedHeads(name)
	if err != nil {
		t.Fatal(err)
	}
	r := open(t, Options{Offline: true})
	last := commits[len(commits)-1]
	pin := lockfiles.Pin{Upstream: "e", Embedded: name, Revision: last.Commit}
	if s := mustSource(t, r, pin); s.Tree != last.Tree || s.Commit != last.Commit || s.Submodules != nil {
		t.Errorf("got %+v", s)
	}
	objects, err := r.Objects(context.Background(), pin)
	if err != nil {
		t.Fatal(err)
	}
	// What is set is kept, in this and in the next process.
	o := objects.NewEncodedObject()
	o.SetType(plumbing.BlobObject)
	w, err := o.Writer()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("patched")); err != nil {
		t.Fatal(err)
	}
	id, err := objects.SetEncodedObject(o)
	if err != nil || id != plumbing.ComputeHash(plumbing.BlobObject, []byte("patched")) {
		t.Fatalf("got %v, %v", id, err)
	}
	later, err := open(t, Options{Dir: r.options.Dir}).History(context.Background(), pin)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commits {
		if err := later.HasEncodedObject(plumbing.Hash(c.Commit)); err != nil {
			t.Errorf("%s: %v", c.Commit, err)
		}
	}
	if err := later.HasEncodedObject(id); err != nil {
		t.Error("the new object was lost")
	}
	if _, err := later.EncodedObject(plumbing.TreeObject, id); !errors.Is(err, plumbing.ErrObjectNotFound) {
		t.Errorf("a blob as a tree: %v", err)
	}
	pin.Revision[0] ^= 1
	var missing *MissingCommitError
	if _, err := r.Source(context.Background(), pin); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
	pin.Embedded = "none"
	var none *NoEmbeddedError
	if _, err := r.Source(context.Background(), pin); !errors.As(err, &none) || none.Known[0] != name {
		t.Errorf("got %v", err)
	}
	if _, err := r.File(context.Background(), lockfiles.Pin{Embedded: name, Revision: last.Commit}, "no/such"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
