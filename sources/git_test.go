package sources

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cairn/digest"
	"cairn/lockfiles"
)

// native is a repository that git itself made: the oracle of this package's tests.
type native struct {
	t   testing.TB
	dir string // what git runs in
}

func needGit(t testing.TB) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed: nothing to compare with")
	}
}

func newNative(t testing.TB) *native {
	t.Helper()
	needGit(t)
	n := &native{t, t.TempDir()}
	n.git("init", "-q", "-b", "main")
	return n
}

// git runs git with nothing of the machine's configuration and a fixed clock.
func (n *native) git(args ...string) string {
	n.t.Helper()
	out, err := n.try(nil, args...)
	if err != nil {
		n.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSuffix(out, "\n")
}

func (n *native) try(stdin []byte, args ...string) (string, error) {
	cmd := exec.Command("git", append([]string{"-c", "protocol.file.allow=always", "-c", "advice.detachedHead=false", "-c", "core.warnAmbiguousRefs=false"}, args...)...)
	cmd.Dir = n.dir
	cmd.Stdin = bytes.NewReader(stdin)
	cmd.Env = gitEnv()
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func gitEnv() []string {
	env := []string{
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "HOME=/nonexistent", "LC_ALL=C", "TZ=UTC",
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_AUTHOR_DATE=1700000000 +0100",
		"GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org", "GIT_COMMITTER_DATE=1700000000 +0100",
	}
	return append(env, "PATH="+os.Getenv("PATH"), "TMPDIR="+os.Getenv("TMPDIR"))
}

func (n *native) write(name, content string) {
	n.t.Helper()
	path := filepath.Join(n.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		n.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		n.t.Fatal(err)
	}
}

// commit commits all that is in the folder and returns its id.
func (n *native) commit(message string) digest.GitID {
	n.t.Helper()
	n.git("add", "-A")
	n.git("commit", "-q", "--allow-empty", "-m", message)
	return n.id("HEAD")
}

func (n *native) id(rev string) digest.GitID {
	n.t.Helper()
	id, err := digest.ParseGitID(n.git("rev-parse", "--verify", rev))
	if err != nil {
		n.t.Fatal(err)
	}
	return id
}

// grown makes a repository whose history git packs with deltas: a large file that
// changes a little in each commit, small ones that come and go, all kinds of entries.
func grown(t testing.TB, commits int) *native {
	n := newNative(t)
	r := rand.New(rand.NewPCG(7, 7))
	var lines []string
	for i := range 400 {
		lines = append(lines, fmt.Sprintf("line %d %x", i, r.Uint64()))
	}
	var stream bytes.Buffer // git-fast-import(1)
	data := func(s string) { fmt.Fprintf(&stream, "data %d\n%s\n", len(s), s) }
	file := func(mode, name, content string) {
		fmt.Fprintf(&stream, "M %s inline %q\n", mode, name)
		data(content)
	}
	for i := range commits {
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter A <a@example.org> %d +0100\n", 1700000000+i)
		data(fmt.Sprintf("commit %d\n", i))
		if i == 0 {
			file("100755", "bin/run.sh", "#!/bin/sh\n")
			file("120000", "bin/link", "../a/b/large.txt")
			file("100644", "empty", "")
			file("100644", "a.txt", "sorts between the folder a and the file a-b\n")
			file("100644", "a-b", "x")
			file("100644", "models/big.gguf", strings.Repeat("weights", 1000))
			file("100644", "sp ace/u \"q\"", "odd name\n")
		}
		lines[r.IntN(len(lines))] = fmt.Sprintf("changed %d %x", i, r.Uint64())
		file("100644", "a/b/large.txt", strings.Join(lines, "\n"))
		file("100644", fmt.Sprintf("c/%02d.txt", i%20), fmt.Sprintf("%d\n", i))
	}
	if out, err := n.try(stream.Bytes(), "-c", "fastimport.unpackLimit=10000", "fast-import", "--quiet"); err != nil {
		t.Fatalf("git fast-import: %v\n%s", err, out)
	}
	n.git("reset", "-q", "--hard")
	return n
}

// open returns repositories in a new folder.
func open(t testing.TB, opts Options) *Repositories {
	t.Helper()
	if opts.Dir == "" {
		opts.Dir = filepath.Join(t.TempDir(), "git")
	}
	r, err := Open(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

const publicURL = "https://example.org/team/engine.git"

func mirrorOf(n *native) []Mirror { return []Mirror{{Prefix: publicURL, Target: "file://" + n.dir}} }

func pinOf(id digest.GitID, exclude ...string) lockfiles.Pin {
	return lockfiles.Pin{Upstream: "engine", Git: publicURL, Revision: id, Exclude: exclude}
}

// only returns the store's one repository as git sees it.
func only(t testing.TB, r *Repositories, pattern string) *native {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(r.options.Dir, pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("got %v, %v", found, err)
	}
	return &native{t, found[0]}
}

func mustSource(t testing.TB, r *Repositories, pin lockfiles.Pin) lockfiles.Source {
	t.Helper()
	s, err := r.Source(context.Background(), pin)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
