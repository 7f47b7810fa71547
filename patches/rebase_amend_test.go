package patches

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// A patch that merges, but does not pass somebody's check, is mended at a stop: its own
// files, another one of the tree, one that goes. It outlives the process, and the patches
// after it stand on it.
func TestAmend(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(
		change1("src/hot.c", "hot 10", "warm 10\n"),
		change1("src/hot.c", "hot 30", "warm 30\n"),
	)
	s.replace("src/cold.c", "cold 5", "ice 5\n")
	s.commit("ice")
	request := RebaseRequest{From: from, Onto: s.head, Series: series, Identity: someone}
	dir := filepath.Join(t.TempDir(), "rebase")
	session, err := StartRebase(t.Context(), s.store, dir, request)
	if err != nil || session.State().Stopped != -1 {
		t.Fatalf("got %v, stop %d", err, session.State().Stopped)
	}
	if err := session.Amend(0); err != nil {
		t.Fatal(err)
	}
	if session, err = OpenRebase(t.Context(), s.store, dir); err != nil {
		t.Fatal(err)
	}
	if err := session.Amend(1); err == nil || !strings.Contains(err.Error(), "has a stop already") {
		t.Errorf("a stop within a stop: got %v", err)
	}
	state := session.State()
	if !state.Amending || state.Stopped != 0 || len(state.Files) != 1 || state.Files[0] != "src/hot.c" {
		t.Fatalf("got %+v", state)
	}
	at := func(name string) string { return filepath.Join(state.Dir, name) }
	content, err := os.ReadFile(at("src/hot.c"))
	if err != nil {
		t.Fatal(err)
	}
	mended := append([]byte("// mended\n"), content...)
	for name, content := range map[string][]byte{"src/hot.c": mended, "README": []byte("mended\n"), "src/hot.c~": content} {
		if err := os.WriteFile(at(name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var strange *StrangeFileError
	if err := session.Continue(t.Context()); !errors.As(err, &strange) || strange.Path != "src/hot.c~" {
		t.Fatalf("an editor's copy: got %v", err)
	}
	if err := os.Remove(at("src/hot.c~")); err != nil {
		t.Fatal(err)
	}
	if err := session.Continue(t.Context()); err != nil {
		t.Fatal(err)
	}
	if session, err = OpenRebase(t.Context(), s.store, dir); err != nil || session.State().Stopped != -1 {
		t.Fatalf("got %v, stop %d", err, session.State().Stopped)
	}
	rebased, err := session.Finish(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	exported, err := Export(t.Context(), series, rebased)
	if err != nil || !exported[0].Changed {
		t.Fatalf("got %v, %+v", err, exported)
	}
	// The written files lead there: the mended file with both changes, the other one, and
	// what upstream did.
	o := newObjects(s.store)
	var inputs []Input
	for _, e := range exported {
		inputs = append(inputs, Input{e.Name, e.Content, e.Options})
	}
	onto, err := o.commit(s.head)
	if err != nil {
		t.Fatal(err)
	}
	verdicts, err := ApplyAll(t.Context(), s.store, onto.tree, inputs)
	if err != nil || verdicts[1].Tree != rebased.Tree {
		t.Fatalf("got %v, %+v", err, verdicts)
	}
	for name, want := range map[string]string{"README": "mended\n"} {
		entry, found, err := o.find(plumbing.NewHash(rebased.Tree), name)
		if err != nil || !found {
			t.Fatalf("%s: %v, %v", name, found, err)
		}
		if got, err := o.blob(entry.id); err != nil || string(got) != want {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}

	// Nothing changed at a stop is no decision; what was decided is built upon.
	if err := session.Amend(1); err != nil {
		t.Fatal(err)
	}
	if err := session.Continue(t.Context()); err != nil {
		t.Fatal(err)
	}
	if session.State().Decided != 1 {
		t.Errorf("got %d decisions, want 1", session.State().Decided)
	}
	if err := session.Amend(0); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(session.State().Dir, "README")); err != nil {
		t.Fatal(err)
	}
	if err := session.Continue(t.Context()); err != nil {
		t.Fatal(err)
	}
	again, err := session.Finish(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, found, err := o.find(plumbing.NewHash(again.Tree), "README"); found || err != nil {
		t.Errorf("README is there (%v)", err)
	}
	if err := session.Undo(t.Context()); err != nil || session.State().Decided != 0 {
		t.Errorf("undo: %v, %d decisions", err, session.State().Decided)
	}
}

// What was decided of a file in a later patch does not undo what is mended in an earlier
// one: it is asked again.
func TestAmendBeforeDecision(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(change1("src/hot.c", "hot 10", "warm 10\n"), change1("src/hot.c", "hot 40", "warm 40\n"))
	s.replace("src/hot.c", "hot 40", "boiling 40\n")
	s.commit("heat")
	request := RebaseRequest{From: from, Onto: s.head, Series: series, Identity: someone}
	session, err := StartRebase(t.Context(), s.store, filepath.Join(t.TempDir(), "rebase"), request)
	if err != nil || session.State().Stopped != 1 {
		t.Fatal(err, session.State().Stopped)
	}
	for session.State().Stopped >= 0 {
		settleStop(t, session.State())
		if err := session.Continue(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := session.Amend(0); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(session.State().Dir, "src/hot.c")
	content, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, append([]byte("// mended\n"), content...), 0o644)
	}
	if err == nil {
		err = session.Continue(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	// The mended file is the first decision, and the only one.
	if state := session.State(); state.Stopped != 1 || state.Decided != 1 || len(state.Proposed) != 1 {
		t.Errorf("got a stop at %d, %d decisions, proposed %q", state.Stopped, state.Decided, state.Proposed)
	}
	for session.State().Stopped >= 0 {
		settleStop(t, session.State())
		if err := session.Continue(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	rebased, err := session.Finish(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	o := newObjects(s.store)
	entry, found, err := o.find(plumbing.NewHash(rebased.Tree), "src/hot.c")
	if err != nil || !found {
		t.Fatal(found, err)
	}
	if got, err := o.blob(entry.id); err != nil || !bytes.HasPrefix(got, []byte("// mended\n")) {
		t.Errorf("what was mended is gone (%v): %.40q", err, got)
	}
	// What was decided of it in an earlier patch stays.
	if err := session.Amend(1); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(session.State().Dir, "src/hot.c"), []byte("// mended again\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := session.Continue(t.Context()); err != nil || session.State().Decided != 2 {
		t.Errorf("got %v, %d decisions, want 2", err, session.State().Decided)
	}
}
