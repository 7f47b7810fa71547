package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// wantEmpty refuses a folder in which something stands, and the one that cairn was called
// in: a checkout takes the place of the folder, and a shell would go on in the old one.
func wantEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return usageError{message: fmt.Sprintf("%s: %v", dir, errors.Unwrap(err)), hint: "name a new folder"}
	case len(entries) > 0:
		return usageError{message: dir + " is not empty", hint: "name a new folder; nothing is ever overwritten"}
	}
	there, err := os.Stat(dir)
	here, errHere := os.Stat(".")
	if err == nil && errHere == nil && os.SameFile(there, here) {
		return usageError{message: dir + " is the folder that you are in", hint: "name a new folder"}
	}
	return nil
}

// write makes the repository beside its place, and moves it there as the last thing: what
// was cut off leaves nothing in the place, and what it leaves beside, the next one removes.
func (c *checkout) write(ctx context.Context) (err error) {
	place := filepath.Clean(c.place)
	if target, err := filepath.EvalSymlinks(place); err == nil {
		place = target // which is empty
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		return err
	}
	folder, remove, err := beside(place, "checkout")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	c.dir = filepath.Join(folder, "checkout")
	if err := c.fill(ctx); err != nil {
		return err
	}
	if err := takePlace(c.dir, place); err != nil {
		if taken := wantEmpty(c.place); taken != nil {
			return taken // by another process
		}
		return err
	}
	return nil
}

// takePlace renames a folder to a name at which nothing is, or an empty folder: os.Rename
// refuses the latter, rename(2) does not.
func takePlace(from, place string) error {
	if err := unix.Rename(from, place); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: place, Err: err}
	}
	return nil
}

// beside makes a folder beside place to make in it what is to go there, after sweeping
// what ended processes left of the kind. remove takes it away, and then its lock.
func beside(place, what string) (dir string, remove func() error, err error) {
	parent, prefix := filepath.Dir(place), "."+filepath.Base(place)+"."+what+"-"
	sweepBeside(parent, prefix)
	locked, err := lockedBeside(parent, prefix)
	if err != nil {
		return "", nil, err
	}
	return locked.Name(), func() error {
		defer locked.Close() // only read from
		return os.RemoveAll(locked.Name())
	}, nil
}

// lockedBeside makes a folder in parent and locks it for as long as it is open.
func lockedBeside(parent, prefix string) (*os.File, error) {
	for {
		name, err := os.MkdirTemp(parent, prefix+"*")
		if err != nil {
			return nil, err
		}
		dir, err := os.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // swept before it was locked
		}
		if err != nil {
			return nil, err
		}
		_ = unix.Flock(int(dir.Fd()), unix.LOCK_EX) // where no locks are to be had nothing is swept
		if _, err := os.Stat(name); err == nil {
			return dir, nil
		}
		_ = dir.Close() // as above
	}
}

// sweepBeside removes what processes that are no more have left in parent. What it cannot
// remove stays: it is in nobody's way.
func sweepBeside(parent, prefix string) {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return
	}
	for _, entry := range entries {
		suffix, ours := strings.CutPrefix(entry.Name(), prefix)
		if !ours || !entry.IsDir() || strings.Trim(suffix, "0123456789") != "" {
			continue
		}
		name := filepath.Join(parent, entry.Name())
		dir, err := os.Open(name)
		if err != nil {
			continue
		}
		if unix.Flock(int(dir.Fd()), unix.LOCK_EX|unix.LOCK_NB) == nil {
			_ = os.RemoveAll(name)
		}
		_ = dir.Close()
	}
}
