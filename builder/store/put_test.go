package store

import (
	"cairn/digest"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestPutTreeKeepsACopy(t *testing.T) {
	t.Parallel()
	s := open(t)
	dir := plant(t, sample)
	want, err := HashTree(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		got, err := s.PutTree(t.Context(), dir)
		if err != nil || got != want {
			t.Fatalf("got %v, %v; want %v", got, err, want)
		}
	}
	checkKept(t, s, want)
	if again, err := HashTree(t.Context(), dir); err != nil || again != want {
		t.Errorf("the source changed: %v, %v", again, err)
	}
}

// What a caller hashed is not read again: a file in a folder keeps its place.
func TestMoveHashed(t *testing.T) {
	t.Parallel()
	s := open(t)
	for _, known := range []string{"one", "another"} {
		temp, _, err := s.TempDir()
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(temp, "out")
		if err := os.MkdirAll(filepath.Join(dir, "sub"), 0o755); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"sub/file", "read"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte("one"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := HashTree(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.MoveHashed(t.Context(), dir, map[string]digest.Digest{"sub/file": digest.Of([]byte(known))})
		if err != nil || (got == want) != (known == "one") {
			t.Errorf("%s: got %v, %v; the folder is %v", known, got, err, want)
		}
	}
}

func TestMoveTreeTakesTheFolder(t *testing.T) {
	t.Parallel()
	s := open(t)
	for range 2 { // the second time the store has it already
		temp, _, err := s.TempDir()
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(temp, "out")
		if err := os.Rename(plant(t, sample), dir); err != nil {
			t.Fatal(err)
		}
		want, err := HashTree(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.MoveTree(t.Context(), dir)
		if err != nil || got != want {
			t.Fatalf("got %v, %v; want %v", got, err, want)
		}
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("the folder is still there: %v", err)
		}
		checkKept(t, s, want)
	}
}

// checkKept checks that a tree is there, whole and read-only.
func checkKept(t *testing.T, s *Store, d digest.Digest) {
	t.Helper()
	path, ok := s.Tree(d)
	if !ok {
		t.Fatalf("%v is not in the store", d)
	}
	err := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Type()&fs.ModeSymlink != 0 {
			return err
		}
		info, err := entry.Info()
		if err == nil && info.Mode().Perm()&0o222 != 0 {
			t.Errorf("%s is writable: %v", name, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	checkClean(t, s)
}

func checkClean(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Verify(t.Context(), func(f Fault) { t.Errorf("%+v", f) }); err != nil {
		t.Fatal(err)
	}
}
