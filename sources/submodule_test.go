package sources

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/lockfiles"
)

// nested makes a repository with a submodule by a relative URL, which has one itself.
func nested(t *testing.T) (top *native, opts Options, pin lockfiles.Pin) {
	t.Helper()
	needGit(t)
	farm := t.TempDir()
	make := func(name string) *native {
		n := &native{t, filepath.Join(farm, name)}
		if err := os.MkdirAll(n.dir, 0o755); err != nil {
			t.Fatal(err)
		}
		n.git("init", "-q", "-b", "main")
		n.write("file", name+"\n")
		n.write("skip/blob", "left out of "+name+"\n")
		return n
	}
	leaf, middle, top := make("leaf"), make("middle"), make("top")
	leaf.commit("leaf")
	middle.git("submodule", "add", "-q", "../leaf", "deps/leaf")
	middle.commit("middle")
	top.git("submodule", "add", "-q", "../middle", "third party/middle")
	top.git("submodule", "add", "-q", "--name", "odd.name", "../leaf", "a")
	commit := top.commit("top")
	top.git("submodule", "update", "-q", "--init", "--recursive")
	opts = Options{Mirrors: []Mirror{{"https://example.org/team/", "file://" + farm + "/"}}}
	return top, opts, lockfiles.Pin{Upstream: "top", Git: "https://example.org/team/top.git", Revision: commit, Submodules: true}
}

func TestSubmodulesAreResolvedToTheLeaves(t *testing.T) {
	t.Parallel()
	top, opts, pin := nested(t)
	// The URLs in .gitmodules are file paths after "submodule add ../x" of a folder
	// without a remote; write them as upstreams do.
	text := "[submodule \"m\"]\n\tpath = third party/middle\n\turl = ../middle.git\n[submodule \"odd.name\"]\n\tpath = a\n\turl = ../leaf.git\n"
	top.write(".gitmodules", text)
	middle := &native{t, filepath.Join(top.dir, "third party/middle")}
	middle.write(".gitmodules", "[submodule \"l\"]\n\tpath = deps/leaf\n\turl = https://example.org/team/leaf\n")
	middle.commit("URLs")
	middle.git("push", "-q", filepath.Join(top.dir, "../middle"), "HEAD:refs/heads/pinned")
	pin.Revision = top.commit("URLs")
	r := open(t, opts)
	s := mustSource(t, r, pin)
	want := []lockfiles.Submodule{
		{Path: "a", URL: "https://example.org/team/leaf.git", Commit: top.id("HEAD:a")},
		{Path: "third party/middle", URL: "https://example.org/team/middle.git", Commit: top.id("HEAD:third party/middle")},
		{Path: "third party/middle/deps/leaf", URL: "https://example.org/team/leaf", Commit: middle.id("HEAD:deps/leaf")},
	}
	for i := range want {
		in := &native{t, filepath.Join(top.dir, want[i].Path)}
		want[i].Tree = in.id(want[i].Commit.String() + "^{tree}")
	}
	if len(s.Submodules) != len(want) {
		t.Fatalf("got %+v", s.Submodules)
	}
	for i := range want {
		if s.Submodules[i] != want[i] {
			t.Errorf("got %+v, want %+v", s.Submodules[i], want[i])
		}
	}
	out := filepath.Join(t.TempDir(), "out")
	pin.Exclude = []string{"third party/middle/deps/leaf/skip"}
	if err := r.Export(context.Background(), pin, s, s.Tree, out); err != nil {
		t.Fatal(err)
	}
	for name, there := range map[string]bool{
		"file": true, "a/file": true, "a/skip/blob": true, "third party/middle/skip/blob": true,
		"third party/middle/deps/leaf/file": true, "third party/middle/deps/leaf/skip/blob": false, ".git": false, "a/.git": false,
	} {
		if _, err := os.Lstat(filepath.Join(out, name)); (err == nil) != there {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Left out: nothing is fetched for it.
	pin.Exclude = []string{"third party", "a"}
	if s := mustSource(t, open(t, opts), pin); len(s.Submodules) != 0 {
		t.Errorf("got %+v", s.Submodules)
	}
	pin.Submodules = false
	if s := mustSource(t, r, pin); s.Submodules != nil {
		t.Errorf("got %+v", s.Submodules)
	}
}

func TestSubmoduleFaultsNameIt(t *testing.T) {
	t.Parallel()
	top, opts, pin := nested(t)
	top.write(".gitmodules", "[submodule \"m\"]\n\tpath = third party/middle\n\turl = ../middle.git\n")
	pin.Revision = top.commit("one URL less")
	_, err := open(t, opts).Source(context.Background(), pin)
	if err == nil || !strings.Contains(err.Error(), "submodule a: .gitmodules has no URL") {
		t.Errorf("got %v", err)
	}
	pin.Exclude = []string{"a", "third party/middle/deps"}
	if s := mustSource(t, open(t, opts), pin); len(s.Submodules) != 1 {
		t.Errorf("got %+v", s)
	}
	top.write(".gitmodules", "[submodule \"m\"]\n\tpath = third party/middle\n\turl = ../none.git\n")
	pin.Revision = top.commit("a URL that leads nowhere")
	_, err = open(t, opts).Source(context.Background(), pin)
	var none *NoMirrorError
	if !errors.As(err, &none) || !strings.Contains(err.Error(), "submodule third party/middle") {
		t.Errorf("got %v", err)
	}
	if _, err := open(t, opts).File(context.Background(), pin, "a"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a submodule as a file: %v", err)
	}
}
