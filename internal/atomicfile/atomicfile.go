// Package atomicfile writes files that are either whole or not there.
package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces path with data: a temporary file beside it is written, synced
// and renamed over it, then the folder is synced (rename(2)). After an error, or
// a kill at any instant, path holds either what it held before or all of data.
// Several processes may write one path at once: they take turns.
func Write(path string, data []byte, mode fs.FileMode) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return f.Abandon(err)
	}
	return f.Commit(mode)
}

// File is what is to stand at a path, until it is committed or abandoned under another
// name beside it.
type File struct {
	*os.File
	path string
}

// Create begins a file that is to stand at path. What a killed process has left of an
// earlier one is removed; another process that writes the same path is waited for.
func Create(path string) (*File, error) {
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".tmp-0")
	file, err := createLocked(temporary)
	if errors.Is(err, errors.ErrUnsupported) { // a file system without flock(2)
		file, err = os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".tmp-*")
	}
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	return &File{file, path}, nil
}

// Commit syncs the file and gives it its name; nothing is left of it after an error.
func (f *File) Commit(mode fs.FileMode) error {
	if err := errors.Join(f.Chmod(mode), f.Sync()); err != nil {
		return f.Abandon(err)
	}
	// It is closed after it has its name: until then it is locked.
	if err := os.Rename(f.Name(), f.path); err != nil {
		return f.Abandon(err)
	}
	return errors.Join(f.Close(), SyncDir(filepath.Dir(f.path)))
}

// Abandon removes the file because of an error, which it returns with the file's name.
func (f *File) Abandon(err error) error {
	return errors.Join(fmt.Errorf("write %s: %w", f.path, err), ignoreMissing(os.Remove(f.Name())), f.Close())
}

// SyncDir makes renames within dir last through a power cut.
func SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
