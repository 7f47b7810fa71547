// Package store keeps what cairn has made, by content: trees, files, the records
// of actions, their logs, and the roots that say what is still wanted.
//
// It decides nothing about builds. Whatever has a final name is whole: things are
// written to tmp/, hashed, synced and renamed. A kill at any instant leaves only
// entries below tmp/, which the next writer clears; a live process's entries are
// held by flock(2) and stay. Any number of processes may share one store.
//
// Layout below the store's folder:
//
//	trees/HEX           a tree, read-only, named by HashTree ("cairn-tree-v1")
//	files/HEX           a file, read-only, named by the sha256 of its bytes
//	actions/HEX.json    the record of an action, by key
//	last/NAME.json      the newest record of an action name
//	logs/               logs of actions
//	failed/             what failed builds left
//	sources/            the last build's source of each upstream, proved before it is used
//	roots/NAME.json     what must be kept: of locks, published images, pins
//	uses, sweep         what running processes hold, and the lock of Collect
//	git/                belongs to package sources
//	cache/              derived facts that may be lost (toolchain fingerprints)
//	tmp/, locks/        work in progress
package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"cairn/digest"
)

// Store is a folder of kept things. It is safe for concurrent use.
type Store struct {
	dir  string
	uses uses

	mu      sync.Mutex
	session *session // nil until something temporary is made
}

// Open returns the store in dir, creating the folder if there is none. It reads
// nothing else, so that a build with nothing to do stays fast.
func Open(dir string) (*Store, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", dir, err)
	}
	if err := os.MkdirAll(abs, 0o755); err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return &Store{dir: abs, uses: uses{dir: abs}}, nil
}

// Close removes this process's temporary entries and lets go of all that it held
// against Collect. The store is not used after.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.uses.close()
	if s.session != nil {
		err = errors.Join(err, s.session.end())
		s.session = nil
	}
	return err
}

// Dir returns the store's folder, absolute.
func (s *Store) Dir() string { return s.dir }

// Folder returns the path of a named folder of the store ("git", "cache",
// "failed"), created if absent.
func (s *Store) Folder(name string) (string, error) {
	dir := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("store folder %s: %w", name, err)
	}
	return dir, nil
}

// Tree returns the folder of a tree, and holds it against Collect until Close.
func (s *Store) Tree(d digest.Digest) (path string, ok bool) { return s.kept("trees", d) }

// File returns the path of a file, and holds it against Collect until Close.
func (s *Store) File(d digest.Digest) (path string, ok bool) { return s.kept("files", d) }

// RemoveAll removes path and all below it, read-only folders included. A path
// that is not there is no error.
func RemoveAll(path string) error {
	err := os.RemoveAll(path)
	if err == nil || !errors.Is(err, fs.ErrPermission) {
		return err
	}
	// As an ordinary user, entries of read-only folders cannot be unlinked.
	walkErr := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return os.Chmod(name, 0o700)
		}
		return nil
	})
	if walkErr != nil {
		return walkErr
	}
	return os.RemoveAll(path)
}
