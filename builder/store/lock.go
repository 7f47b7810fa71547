package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"
)

// Lock waits until this caller alone holds name, in this and all other processes
// on the store. unlock must be called once.
func (s *Store) Lock(ctx context.Context, name string) (unlock func(), err error) {
	dir, err := s.Folder("locks")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, url.PathEscape(name))
	for pause := time.Millisecond; ; pause = min(2*pause, 100*time.Millisecond) {
		l, err := tryLock(path)
		if err != nil {
			return nil, fmt.Errorf("lock %s: %w", name, err)
		}
		if l != nil {
			return l.release, nil
		}
		select {
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case <-time.After(pause):
		}
	}
}

// held is a lock file that this process has locked with flock(2). The kernel
// lets go of it when the process dies, however that comes about.
type held struct {
	file *os.File
	path string
}

// tryLock returns nil when another has the lock.
func tryLock(path string) (*held, error) {
	for {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, err
		}
		err = unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if errors.Is(err, unix.EWOULDBLOCK) {
			return nil, file.Close()
		}
		if err != nil {
			return nil, errors.Join(err, file.Close())
		}
		// Whoever had it removed the file before letting go: a lock on a file that
		// the name no longer means is worth nothing.
		ours, err := file.Stat()
		if err != nil {
			return nil, errors.Join(err, file.Close())
		}
		if named, err := os.Stat(path); err == nil && os.SameFile(ours, named) {
			return &held{file: file, path: path}, nil
		}
		file.Close()
	}
}

func (l *held) release() {
	os.Remove(l.path) // still ours: nobody else can have locked it
	l.file.Close()
}
