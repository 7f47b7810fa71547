package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"cairn/digest"
)

func TestLockExcludes(t *testing.T) {
	t.Parallel()
	s := open(t)
	other, err := Open(s.Dir())
	if err != nil {
		t.Fatal(err)
	}
	var inside, entered atomic.Int32
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			st := s
			if i%2 == 0 {
				st = other
			}
			unlock, err := st.Lock(t.Context(), "a/b")
			if err != nil {
				t.Error(err)
				return
			}
			if inside.Add(1) != 1 {
				t.Error("two hold one lock")
			}
			entered.Add(1)
			time.Sleep(time.Millisecond)
			inside.Add(-1)
			unlock()
		})
	}
	wg.Wait()
	if entered.Load() != 20 {
		t.Errorf("%d entered", entered.Load())
	}
	unlock, err := s.Lock(t.Context(), "x")
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := other.Lock(ctx, "x"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestDeadSessionsAreSweptAndLiveOnesKept(t *testing.T) {
	t.Parallel()
	s := open(t)
	live, _, err := s.TempDir()
	if err != nil {
		t.Fatal(err)
	}
	dead := filepath.Join(s.Dir(), "tmp", "dead", "x", "tree")
	if err := errors.Join(os.MkdirAll(dead, 0o755), os.WriteFile(dead+"/f", nil, 0o444), os.Chmod(dead, 0o555),
		os.WriteFile(filepath.Join(s.Dir(), "tmp", "dead.lock"), nil, 0o644), os.Mkdir(filepath.Join(s.Dir(), "tmp", "unlocked"), 0o755)); err != nil {
		t.Fatal(err)
	}
	other, err := Open(s.Dir())
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := other.TempDir(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(live); err != nil {
		t.Errorf("a live process lost its folder: %v", err)
	}
	for _, name := range []string{"dead", "dead.lock", "unlocked"} {
		if _, err := os.Stat(filepath.Join(s.Dir(), "tmp", name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there: %v", name, err)
		}
	}
	if err := errors.Join(other.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(filepath.Join(s.Dir(), "tmp")); err != nil || len(left) != 0 {
		t.Errorf("left after Close: %v, %v", left, err)
	}
}

func TestKilledWriterLeavesAWholeStore(t *testing.T) {
	t.Parallel()
	s := open(t)
	trees := 0
	for i := 0; i < 6 || trees == 0 && i < 60; i++ { // on a busy machine the first ones get nowhere
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "CAIRN_TEST_WRITER="+s.Dir())
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(30+17*i) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // says that it was killed
		checkClean(t, s)
		entries, err := os.ReadDir(filepath.Join(s.Dir(), "trees"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		trees = len(entries)
	}
	if trees == 0 {
		t.Error("nothing was written at all: the test shows nothing")
	}
	if _, _, err := s.TempDir(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(filepath.Join(s.Dir(), "tmp")); err != nil || len(left) != 2 {
		t.Errorf("only this process's session should be left: %v, %v", left, err)
	}
}

// writeForEver puts trees and records until it is killed.
func writeForEver(dir string) {
	s, err := Open(dir)
	if err != nil {
		panic(err)
	}
	for i := os.Getpid() * 1000; ; i++ {
		temp, _, err := s.TempDir()
		if err != nil {
			panic(err)
		}
		out := filepath.Join(temp, "out")
		if err := os.MkdirAll(out+"/sub", 0o755); err != nil {
			panic(err)
		}
		for n := range 20 {
			if err := os.WriteFile(fmt.Sprintf("%s/sub/%d", out, n), fmt.Appendf(nil, "%d %d", i, n), 0o644); err != nil {
				panic(err)
			}
		}
		put := s.MoveTree
		if i%2 == 0 {
			put = s.PutTree
		}
		d, err := put(context.Background(), out)
		if err != nil {
			panic(err)
		}
		if err := s.PutAction(digest.Of(fmt.Append(nil, i)), Record{Name: fmt.Sprint("n", i%3), Output: d}); err != nil {
			panic(err)
		}
	}
}

// Files are hashed several batches at once: the race detector watches.
func TestHashTreeOfManyFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range 300 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d", i)), []byte(fmt.Sprint(i)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	first, err := HashTree(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := HashTree(t.Context(), dir); err != nil || again != first {
		t.Errorf("got %s, %v; want %s", again, err, first)
	}
}
