package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Lend makes the empty folder dir a store that has what this one has, without its
// room: git repositories, files and trees are links into this store. A record of
// which lend says false is left out, and so is what came out of its action. What
// the other store makes is its own; it must not outlive this one.
func (s *Store) Lend(dir string, lend func(Record) bool) error {
	if err := s.lend(dir, lend); err != nil {
		return fmt.Errorf("lend the store to %s: %w", dir, err)
	}
	return nil
}

func (s *Store) lend(dir string, lend func(Record) bool) error {
	git, err := s.Folder("git")
	if err != nil {
		return err
	}
	if err := os.Symlink(git, filepath.Join(dir, "git")); err != nil {
		return err
	}
	withheld := map[string]bool{} // trees, by their names
	for _, folder := range []string{"actions", "last"} {
		err := s.linkEach(folder, dir, func(path string) (bool, error) {
			record, ok, err := readRecord(path)
			if ok && !lend(record) {
				withheld[record.Output.Hex()] = true
				ok = false
			}
			return ok, err
		})
		if err != nil {
			return err
		}
	}
	for _, folder := range []string{"trees", "files", "cache"} {
		err := s.linkEach(folder, dir, func(path string) (bool, error) { return !withheld[filepath.Base(path)], nil })
		if err != nil {
			return err
		}
	}
	return nil
}

// linkEach links the entries of one folder that are wanted.
func (s *Store) linkEach(folder, dir string, wanted func(path string) (bool, error)) error {
	if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(filepath.Join(s.dir, folder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			continue // atomicfile's work in progress
		}
		path := filepath.Join(s.dir, folder, entry.Name())
		ok, err := wanted(path)
		if err == nil && ok {
			err = os.Symlink(path, filepath.Join(dir, folder, entry.Name()))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
