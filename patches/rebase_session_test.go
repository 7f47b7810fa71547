package patches

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// sessionStory has three patches of which two conflict, and one that waits.
func sessionStory(t *testing.T) (*story, RebaseRequest) {
	s := newStory(t)
	from := s.head
	series := s.series(
		change1("src/hot.c", "hot 10", "warm 10\n"),
		change1("src/cold.c", "cold 5", "ice 5\n"),
		change1("src/hot.c", "warm 10", "tepid 10\n"),
		func(s *story) { s.files["README"] = "read me\n" },
	)
	s.replace("src/hot.c", "hot 10", "boiling 10\n")
	delete(s.files, "README")
	s.commit("heat")
	return s, RebaseRequest{From: from, Onto: s.head, Series: series, Identity: someone}
}

// settleStop writes what a person would: of each conflict theirs, of a file as a whole too.
func settleStop(t *testing.T, state *RebaseState) {
	t.Helper()
	for _, f := range state.Files {
		path := filepath.Join(state.Dir, f)
		content, err := os.ReadFile(path)
		if errors.Is(err, os.ErrNotExist) {
			if content, err = os.ReadFile(path + ".theirs"); err == nil {
				err = os.WriteFile(path, content, 0o644)
			}
		} else if err == nil {
			err = os.WriteFile(path, takeTheirsOf(content), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func takeTheirsOf(content []byte) []byte {
	var out []byte
	inside, theirs := false, false
	for line := range bytes.Lines(content) {
		switch {
		case bytes.HasPrefix(line, []byte("<<<<<<<")):
			inside, theirs = true, false
		case bytes.HasPrefix(line, []byte("=======")) && inside:
			theirs = true
		case bytes.HasPrefix(line, []byte(">>>>>>>")):
			inside = false
		case !inside || theirs:
			out = append(out, line...)
		}
	}
	return out
}

func TestRebaseSession(t *testing.T) {
	t.Parallel()
	s, request := sessionStory(t)
	dir := filepath.Join(t.TempDir(), "rebase", "x")
	if _, err := OpenRebase(t.Context(), s.store, dir); !errors.Is(err, ErrNoRebase) {
		t.Fatalf("got %v", err)
	}
	session, err := StartRebase(t.Context(), s.store, dir, request)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := StartRebase(t.Context(), s.store, dir, request); !errors.Is(err, ErrRebaseExists) {
		t.Errorf("got %v", err)
	}
	// reopen goes on as another process would.
	reopen := func() {
		t.Helper()
		if session, err = OpenRebase(t.Context(), s.store, dir); err != nil {
			t.Fatal(err)
		}
	}
	stop := func(index int, want string, files string) {
		t.Helper()
		state := session.State()
		if state.Stopped != index || statuses(state.Rebased) != want || strings.Join(state.Files, " ") != files {
			t.Fatalf("stopped at %d (%s) with %q", state.Stopped, statuses(state.Rebased), state.Files)
		}
	}
	stop(0, "conflict clean waits(0001.patch) conflict", "src/hot.c")
	var leftover *LeftoverError
	if err := session.Continue(t.Context()); !errors.As(err, &leftover) || leftover.Line != 10 || leftover.Path != "src/hot.c" {
		t.Fatalf("got %v", err)
	}
	reopen()
	settleStop(t, session.State())
	if err := session.Continue(t.Context()); err != nil {
		t.Fatal(err)
	}
	reopen()
	stop(3, "merged clean clean conflict", "README")
	if session.State().Rebased.Patches[0].Evidence != "resolved" || session.Resolutions().Len() != 1 {
		t.Errorf("got %+v", session.State().Rebased.Patches[0])
	}
	if err := session.Continue(t.Context()); !errors.As(err, &leftover) || leftover.Line != 0 || leftover.Path != "README" {
		t.Fatalf("got %v", err)
	}
	if err := session.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	stop(0, "conflict clean waits(0001.patch) conflict", "src/hot.c")
	if p := session.State().Proposed; len(p) != 1 {
		t.Errorf("what was resolved before is not proposed: %q", p)
	}
	// The proposal lies there: nothing is left to do but to say yes.
	if err := session.Continue(t.Context()); err != nil {
		t.Fatal(err)
	}
	reopen()
	stop(3, "merged clean clean conflict", "README")
	if _, err := session.Finish(t.Context()); err == nil {
		t.Error("it finishes before the end")
	}
	if err := session.Skip(t.Context()); err != nil {
		t.Fatal(err)
	}
	reopen()
	stop(-1, "merged clean clean skipped", "")
	rebased, err := session.Finish(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	exported, err := Export(t.Context(), session.Request().Series, rebased)
	if err != nil || len(exported) != 3 || exported[1].Changed || !exported[0].Changed {
		t.Errorf("got %+v, %v", exported, err)
	}
	if err := session.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is left: %v", err)
	}
	if _, err := OpenRebase(t.Context(), s.store, dir); !errors.Is(err, ErrNoRebase) {
		t.Errorf("got %v", err)
	}
}

// TestRebaseSessionChild is the process that TestRebaseSessionKilled kills: it goes
// through a whole session, from wherever it stands.
func TestRebaseSessionChild(t *testing.T) {
	dir := os.Getenv("CAIRN_TEST_REBASE")
	if dir == "" {
		t.Skip("only a process of TestRebaseSessionKilled")
	}
	s, request := sessionStory(t)
	if _, err := goThrough(t, s.store, dir, request, 1000); err != nil {
		t.Fatal(err)
	}
}

// goThrough starts or continues, takes so many decisions back on its way, and ends with the last
// commit.
func goThrough(t *testing.T, store storer.EncodedObjectStorer, dir string, request RebaseRequest, undos int) (string, error) {
	session, err := OpenRebase(t.Context(), store, dir)
	if errors.Is(err, ErrNoRebase) {
		session, err = StartRebase(t.Context(), store, dir, request)
	}
	if err != nil {
		return "", err
	}
	for session.State().Stopped >= 0 {
		settleStop(t, session.State())
		if err := session.Continue(t.Context()); err != nil {
			return "", err
		}
		if undos > 0 {
			undos--
			if err := session.Undo(t.Context()); err != nil {
				return "", err
			}
		}
	}
	rebased, err := session.Finish(t.Context())
	if err != nil {
		return "", err
	}
	return rebased.Commit, session.Close()
}

// TestRebaseSessionKilled kills a process at many points of a session, and goes on from
// what it has left.
func TestRebaseSessionKilled(t *testing.T) {
	t.Parallel()
	s, request := sessionStory(t)
	want, err := goThrough(t, s.store, filepath.Join(t.TempDir(), "whole"), request, 1)
	if err != nil {
		t.Fatal(err)
	}
	kills := 12
	if os.Getenv("CAIRN_DIFFERENTIAL") != "" {
		kills = 60
	}
	killed, between := 0, 0
	for i := range kills {
		dir := filepath.Join(t.TempDir(), "rebase")
		child := exec.Command(os.Args[0], "-test.run=^TestRebaseSessionChild$")
		child.Env = append(os.Environ(), "CAIRN_TEST_REBASE="+dir)
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		// The first sign of work is the folder, that of a session its journal; then any
		// moment will do.
		sign := dir
		if i%2 == 1 {
			sign = filepath.Join(dir, journalName)
		}
		for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
			if _, err := os.Stat(sign); err == nil {
				break
			}
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(rand.IntN(40_000)) * time.Microsecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if child.Wait() != nil {
			killed++
		}
		session, err := OpenRebase(t.Context(), s.store, dir)
		switch {
		case errors.Is(err, ErrNoRebase):
		case err != nil:
			t.Fatalf("kill %d: the session is broken: %v", i, err)
		default:
			between++
			for _, f := range session.State().Files {
				path := filepath.Join(session.State().Dir, f)
				if _, err := os.Stat(path); err != nil {
					if _, err := os.Stat(path + ".theirs"); err != nil {
						t.Fatalf("kill %d: %s is not there", i, f)
					}
				}
			}
		}
		if i%2 == 0 && session != nil {
			if err := session.Close(); err != nil {
				t.Fatalf("kill %d: abort: %v", i, err)
			}
		}
		got, err := goThrough(t, s.store, dir, request, 1)
		if err != nil || got != want {
			t.Fatalf("kill %d: got %s, %v; want %s", i, got, err, want)
		}
		if left, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(left) != 0 {
			t.Errorf("kill %d: left %v, %v", i, left, err)
		}
	}
	t.Logf("%d killed, %d of them in a session", killed, between)
	if between == 0 {
		t.Error("no kill hit a session")
	}
}

func TestRebaseSessionTakesDeletionsAndModes(t *testing.T) {
	t.Parallel()
	s, request := sessionStory(t)
	session, err := StartRebase(t.Context(), s.store, filepath.Join(t.TempDir(), "x"), request)
	if err != nil {
		t.Fatal(err)
	}
	settleStop(t, session.State())
	if err := os.Chmod(filepath.Join(session.State().Dir, "src/hot.c"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := session.Continue(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(session.State().Dir, "README.deleted"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := session.Continue(t.Context()); err != nil {
		t.Fatal(err)
	}
	state := session.State()
	// Without README the patch does nothing.
	if got := statuses(state.Rebased); got != "merged clean clean landed" {
		t.Errorf("got %s", got)
	}
	entry, err := newObjects(s.store).at(plumbing.NewHash(state.Rebased.Patches[0].Tree), "src/hot.c")
	if err == nil {
		t.Errorf("the tree was written before the end: %v", entry)
	}
	if entry, err := state.Rebased.objects.at(state.Rebased.Patches[0].NewTree, "src/hot.c"); err != nil || entry.mode != 0o100755 {
		t.Errorf("got %o, %v", entry.mode, err)
	}
}

// A patch that does not apply to the old base has nothing to be resolved, and a session
// of another version of the program is not read.
func TestRebaseSessionRefusals(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	series := s.series(change1("src/hot.c", "hot 10", "warm 10\n"))
	series[0].Content = bytes.Replace(series[0].Content, []byte("hot 11"), []byte("hot eleven"), 1)
	dir := filepath.Join(t.TempDir(), "x")
	session, err := StartRebase(t.Context(), s.store, dir, RebaseRequest{From: s.head, Onto: s.head, Series: series, Identity: someone})
	if err != nil || session.State().Stopped != 0 || session.State().Dir != "" || session.State().Rebased.Patches[0].Status != RebaseUnapplied {
		t.Fatalf("got %v, %+v", err, session.State())
	}
	if err := session.Continue(t.Context()); err == nil || !strings.Contains(err.Error(), "can only be skipped") {
		t.Errorf("got %v", err)
	}
	for name, with := range map[string]string{journalName: `"version": 1`, requestName: `"version": 1`} {
		path := filepath.Join(dir, name)
		content, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(content, []byte(with)) {
			t.Fatalf("%s: %v\n%s", name, err, content)
		}
		if err := os.WriteFile(path, bytes.Replace(content, []byte(with), []byte(`"version": 2`), 1), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenRebase(t.Context(), s.store, dir); err == nil || !strings.Contains(err.Error(), "another version") {
			t.Errorf("%s: got %v", name, err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := session.Skip(t.Context()); err != nil || session.State().Stopped != -1 {
		t.Errorf("got %v, %+v", err, session.State())
	}
}
