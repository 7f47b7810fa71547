package environments

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

func newStore(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
		unlock(t, st.Dir())
	})
	return st
}

// unlock lets t.TempDir remove the store's read-only folders.
func unlock(t *testing.T, dir string) {
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			return os.Chmod(path, 0o755)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// output stores a tree. An entry is content; "-> x" makes a link, "!x" an
// executable, "/" a folder.
func output(t *testing.T, st *store.Store, name string, entries map[string]string) Output {
	t.Helper()
	dir := t.TempDir()
	for path, content := range entries {
		path = filepath.Join(dir, path)
		switch {
		case content == "/":
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
		case len(content) > 3 && content[:3] == "-> ":
			symlink(t, content[3:], path)
		case len(content) > 1 && content[0] == '!':
			writeFile(t, path, content[1:], 0o755)
		default:
			writeFile(t, path, content, 0o644)
		}
	}
	tree, err := st.PutTree(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return Output{Name: name, Tree: tree}
}

func ember(variables map[string]string) *stacks.Stack {
	return &stacks.Stack{Name: "ember", Environment: stacks.Environment{Variables: variables}}
}

func TestAssembleMergesAndRemembers(t *testing.T) {
	t.Parallel()
	st := newStore(t)
	engine := map[string]string{"bin/ember": "!#!/bin/sh\n", "lib/libember.so.1": "so", "lib/libember.so": "-> libember.so.1", "share/LICENSE": "MIT", "empty": "/"}
	tools := map[string]string{"bin/bench": "!#!/bin/sh\n", "share/LICENSE": "MIT", "lib/libember.so": "-> libember.so.1"}
	a, b := output(t, st, "engine", engine), output(t, st, "tools", tools)
	env, err := Assemble(t.Context(), st, ember(map[string]string{"X": "1"}), []Output{a, b}, nil)
	if err != nil {
		t.Fatal(err)
	}
	// The merged tree is that of a folder with all the files.
	all := map[string]string{}
	for _, entries := range []map[string]string{engine, tools} {
		for path, content := range entries {
			all[path] = content
		}
	}
	if want := output(t, st, "all", all).Tree; env.Tree() != want {
		t.Errorf("got %s, want %s", env.Tree(), want)
	}
	sameFile(t, filepath.Join(env.Root(), "bin/ember"), filepath.Join(mustTree(t, st, a.Tree), "bin/ember"))

	// Neither the order nor a repetition counts, and what is known is not made again.
	trees := entries(t, filepath.Join(st.Dir(), "trees"))
	second, err := Assemble(t.Context(), st, ember(map[string]string{"X": "1"}), []Output{b, a, b}, nil)
	if err != nil || second.ID() != env.ID() || second.Root() != env.Root() {
		t.Errorf("got %v, %v; want %v", second, err, env)
	}
	if got := entries(t, filepath.Join(st.Dir(), "trees")); !slices.Equal(got, trees) {
		t.Errorf("got %v, want %v", got, trees)
	}
	actions := entries(t, filepath.Join(st.Dir(), "actions"))
	if len(actions) != 1 {
		t.Errorf("got %v, want one record", actions)
	}
	if on := env.On(digest.Of([]byte("base"))); on.ID() == env.ID() || on.ID() == env.On(digest.Of([]byte("other"))).ID() || on.Tree() != env.Tree() {
		t.Error("the base system is no part of the identity")
	}
	other, err := Assemble(t.Context(), st, ember(map[string]string{"X": "2"}), []Output{a, b}, nil)
	if err != nil || other.ID() == env.ID() || other.Tree() != env.Tree() {
		t.Errorf("other variables: got %v, %v", other, err)
	}
	if err := st.Verify(t.Context(), func(f store.Fault) { t.Errorf("%+v", f) }); err != nil {
		t.Error(err)
	}
}

// The record must be used: a second call does not even look at the files.
func TestSecondAssemblyTakesTheRecord(t *testing.T) {
	t.Parallel()
	st := newStore(t)
	a, b := output(t, st, "a", map[string]string{"x": "1"}), output(t, st, "b", map[string]string{"y": "2"})
	first, err := Assemble(t.Context(), st, ember(nil), []Output{a, b}, nil)
	if err != nil {
		t.Fatal(err)
	}
	key := entries(t, filepath.Join(st.Dir(), "actions"))[0]
	parsed, err := digest.Parse(key[:64])
	if err != nil {
		t.Fatal(err)
	}
	record, ok, err := st.Action(parsed)
	if err != nil || !ok || record.Output != first.Tree() || record.Name != "ember/environment" {
		t.Fatalf("got %+v, %v, %v", record, ok, err)
	}
	record.Output = a.Tree // a lie that only a reader of the record believes
	if err := st.PutAction(parsed, record); err != nil {
		t.Fatal(err)
	}
	second, err := Assemble(t.Context(), st, ember(nil), []Output{a, b}, nil)
	if err != nil || second.Tree() != a.Tree {
		t.Errorf("got %v, %v", second, err)
	}
}

func TestOneOutputIsTheRoot(t *testing.T) {
	t.Parallel()
	st := newStore(t)
	a := output(t, st, "engine", map[string]string{"bin/x": "!x"})
	env, err := Assemble(t.Context(), st, ember(nil), []Output{a}, nil)
	if err != nil || env.Tree() != a.Tree || env.Root() != mustTree(t, st, a.Tree) {
		t.Errorf("got %+v, %v", env, err)
	}
}

func TestConflictsNameBothOutputs(t *testing.T) {
	t.Parallel()
	st := newStore(t)
	for _, test := range []struct{ a, b, reason string }{
		{"1", "2", "their content differs"},
		{"12", "2", "their content differs"},
		{"!#x", "#x", "one is executable, the other is not"},
		{"-> a", "-> b", "one links to"},
		{"-> a", "a", "one is a"},
		{"/", "a", "one is a"},
	} {
		a := output(t, st, "engine", map[string]string{"lib/x": test.a, "lib/a": "same"})
		b := output(t, st, "tools", map[string]string{"lib/x": test.b, "lib/a": "same"})
		_, err := Assemble(t.Context(), st, ember(nil), []Output{a, b}, nil)
		var conflict *ConflictError
		if !errors.As(err, &conflict) {
			t.Errorf("%q and %q: got %v", test.a, test.b, err)
			continue
		}
		names := []string{conflict.First, conflict.Second}
		slices.Sort(names)
		if conflict.Path != "lib/x" || !slices.Equal(names, []string{"engine", "tools"}) || !contains(conflict.Reason, test.reason) {
			t.Errorf("%q and %q: got %v", test.a, test.b, err)
		}
	}
	err := filepath.WalkDir(filepath.Join(st.Dir(), "tmp"), func(path string, entry fs.DirEntry, err error) error {
		if entry.Name() == "root" || entry.Name() == "lib" {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestAssembleRefuses(t *testing.T) {
	t.Parallel()
	st := newStore(t)
	if _, err := Assemble(t.Context(), st, ember(nil), nil, nil); err == nil {
		t.Error("no outputs: passed")
	}
	gone := Output{Name: "engine", Tree: digest.Of([]byte("gone"))}
	if _, err := Assemble(t.Context(), st, ember(nil), []Output{gone}, nil); err == nil || !contains(err.Error(), "output engine: tree sha256:") {
		t.Errorf("a tree that is not there: got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	a, b := output(t, st, "a", map[string]string{"x": "1"}), output(t, st, "b", map[string]string{"y": "2"})
	if _, err := Assemble(ctx, st, ember(nil), []Output{a, b}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
}

// A store whose trees are lent has links in their place; they are followed.
func TestAssembleFromALentStore(t *testing.T) {
	t.Parallel()
	st := newStore(t)
	outputs := []Output{
		output(t, st, "a", map[string]string{"bin/a": "!a", "lib/x": "x"}),
		output(t, st, "b", map[string]string{"bin/b": "!b"}),
	}
	stack := &stacks.Stack{Name: "s"}
	want, err := Assemble(t.Context(), st, stack, outputs, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := st.Lend(dir, func(r store.Record) bool { return r.Kind != "environment" }); err != nil {
		t.Fatal(err)
	}
	other, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { other.Close(); unlock(t, dir) }()
	got, err := Assemble(t.Context(), other, stack, outputs, nil)
	if err != nil || got.Tree() != want.Tree() {
		t.Errorf("got %v, %v, want %v", got, err, want.Tree())
	}
}
