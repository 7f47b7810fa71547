package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
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

// openToLock opens a file of the store whose locks are all that matters of it, and makes it
// where it is missing. On a store that this process may only read, it opens it as it is:
// nil where it is missing.
func openToLock(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, unix.EROFS) {
		return file, err
	}
	if file, err = os.Open(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return file, err
}

const sweepName = "sweep"

// sweepLock opens the file by which Collect keeps out what would write records and
// roots: they share it, Collect has it alone while it looks and renames. The kernel lets
// those who wait have it in turn, which asking again and again would not.
func (s *Store) sweepLock(ctx context.Context, how int) (unlock func(), err error) {
	file, err := openToLock(filepath.Join(s.dir, sweepName))
	if err != nil {
		return nil, err
	}
	if file == nil {
		return func() {}, nil
	}
	descriptor := int(file.Fd())
	locked := make(chan error, 1)
	go func() {
		for {
			if err := unix.Flock(descriptor, how); err != unix.EINTR {
				locked <- err
				return
			}
		}
	}()
	select {
	case err = <-locked:
	case <-ctx.Done():
		go func() { // flock(2) cannot be called off; who gets it now lets go at once
			<-locked
			file.Close()
		}()
		return nil, context.Cause(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return func() { file.Close() }, nil
}

func (s *Store) shareSweep() (unlock func(), err error) {
	return s.sweepLock(context.Background(), unix.LOCK_SH)
}
