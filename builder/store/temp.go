package store

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// session is one process's part of tmp/: a folder, and beside it a lock file that
// is held as long as the process lives.
type session struct {
	dir  string
	lock *held
}

const lockSuffix = ".lock"

// TempDir makes an empty folder on the store's file system. It is removed by
// Close, by remove, or by a later run of any process if this one dies.
func (s *Store) TempDir() (dir string, remove func() error, err error) {
	in, err := s.begin()
	if err != nil {
		return "", nil, fmt.Errorf("make a temporary folder: %w", err)
	}
	dir, err = os.MkdirTemp(in.dir, "")
	if err != nil {
		return "", nil, fmt.Errorf("make a temporary folder: %w", err)
	}
	return dir, func() error { return RemoveAll(dir) }, nil
}

// begin starts the session with the first thing that is written, and clears away
// what dead processes left.
func (s *Store) begin() (*session, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.session != nil {
		return s.session, nil
	}
	tmp, err := s.Folder("tmp")
	if err != nil {
		return nil, err
	}
	if err := sweep(tmp); err != nil {
		return nil, err
	}
	for {
		dir := filepath.Join(tmp, rand.Text())
		lock, err := tryLock(dir + lockSuffix)
		if err != nil {
			return nil, err
		}
		if lock == nil {
			continue
		}
		if err := os.Mkdir(dir, 0o755); err != nil {
			lock.release()
			return nil, err
		}
		s.session = &session{dir: dir, lock: lock}
		return s.session, nil
	}
}

func (in *session) end() error {
	err := RemoveAll(in.dir)
	in.lock.release()
	return err
}

// sweep removes the sessions whose lock nobody holds. A folder is made only while
// its lock is held, so a folder without holder is a dead one.
func sweep(tmp string) error {
	entries, err := os.ReadDir(tmp)
	if err != nil {
		return err
	}
	var faults []error
	seen := map[string]bool{}
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), lockSuffix)
		if seen[name] {
			continue
		}
		seen[name] = true
		lock, err := tryLock(filepath.Join(tmp, name+lockSuffix))
		if err != nil || lock == nil {
			faults = append(faults, err)
			continue
		}
		if err := RemoveAll(filepath.Join(tmp, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			faults = append(faults, err)
		}
		lock.release()
	}
	return errors.Join(faults...)
}
