package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/digest"

	"golang.org/x/sys/unix"
)

// CollectOptions say what Collect spares besides what roots name.
type CollectOptions struct {
	// Keep spares what was used within this time, to the hour.
	Keep time.Duration
	// DryRun removes nothing and reports what would be.
	DryRun bool
}

// Removed is one thing that Collect removed, or would.
type Removed struct {
	Kind      string `json:"kind"` // tree, file, repository, failed, source, ccache, log or root
	Name      string `json:"name"` // of a tree the action that made it, where one is known; else below the store's folder
	Path      string `json:"path"` // below the store's folder
	SizeBytes int64  `json:"size_bytes"`
}

// Collected is what Collect came to.
type Collected struct {
	Removed []Removed `json:"removed"`
	// FreedBytes counts a file with several names once, and only if all are gone.
	FreedBytes int64 `json:"freed_bytes"`
	// Rooted, InUse and Young count the trees, files, repositories and failed builds that
	// stay: for a root, for a running process, and for their age.
	Rooted int `json:"rooted"`
	InUse  int `json:"in_use"`
	Young  int `json:"young"`
}

// collection is one run of Collect.
type collection struct {
	store   *Store
	opts    CollectOptions
	now     time.Time
	trash   string   // dead things are renamed into it, so that they go at once
	uses    *os.File // a description of its own: what this process holds stays too
	live    map[digest.Digest]bool
	folders map[string]bool // below git/
	records map[digest.Digest][]string
	names   map[digest.Digest]string
	logs    map[string]bool
	links   linkCount
	result  Collected
}

// Collect removes the trees, files, repositories, failed builds and logs that no
// root names, no living process holds and whose last use is longer ago than
// opts.Keep. Other processes may use the store meanwhile: those that record results
// wait for the moment in which dead things are renamed, their removal takes no lock.
// Killed at any instant, the store is whole, and the next run goes on.
func (s *Store) Collect(ctx context.Context, opts CollectOptions) (*Collected, error) {
	c := &collection{store: s, opts: opts, now: time.Now(), links: linkCount{}}
	c.result.Removed = []Removed{}
	remove := func() error { return nil }
	if !opts.DryRun {
		var err error
		if c.trash, remove, err = s.TempDir(); err != nil {
			return nil, fmt.Errorf("collect garbage: %w", err)
		}
	}
	err := c.run(ctx)
	c.result.FreedBytes = c.links.freed()
	if err := errors.Join(err, remove()); err != nil {
		return &c.result, fmt.Errorf("collect garbage: %w", err)
	}
	return &c.result, nil
}

func (c *collection) run(ctx context.Context) error {
	how := unix.LOCK_EX
	if c.opts.DryRun {
		how = unix.LOCK_SH
	}
	unlock, err := c.store.sweepLock(ctx, how)
	if err != nil {
		return err
	}
	defer unlock()
	if c.uses, err = openToLock(filepath.Join(c.store.dir, usesName)); err != nil {
		return err
	}
	if c.uses != nil {
		defer c.uses.Close()
	}
	if err := c.mark(); err != nil {
		return err
	}
	for _, sweep := range []func(context.Context) error{c.sweepTrees, c.sweepFiles, c.sweepRepositories, c.sweepFailed, c.sweepSources, c.sweepCompilerCaches, c.sweepRecords, c.sweepLogs, c.sweepRemains} {
		if err := sweep(ctx); err != nil {
			return err
		}
	}
	return nil
}

// mark reads roots and records.
func (c *collection) mark() error {
	roots, err := c.store.Roots()
	if err != nil {
		return err
	}
	c.live, c.folders = map[digest.Digest]bool{}, map[string]bool{}
	for name, root := range roots {
		if root.lapsed() {
			c.note("root", name+" (its lock is gone: "+root.Lock+")", filepath.Join("roots", fileName(name)))
			if !c.opts.DryRun {
				if err := c.store.RemoveRoot(name); err != nil {
					return err
				}
			}
			continue
		}
		for _, d := range root.Digests {
			c.live[d] = true
		}
		for _, folder := range root.Repositories {
			c.folders[folder] = true
		}
	}
	c.records, c.names, c.logs = map[digest.Digest][]string{}, map[digest.Digest]string{}, map[string]bool{}
	err = c.each("actions", func(name string, _ fs.FileInfo) error {
		r, ok, err := readRecord(filepath.Join(c.store.dir, "actions", name))
		if err != nil || !ok {
			return err
		}
		c.records[r.Output] = append(c.records[r.Output], name)
		c.names[r.Output] = r.Name
		c.logs[filepath.Base(r.Log)] = true
		return nil
	})
	if err != nil {
		return err
	}
	return c.each("last", func(name string, _ fs.FileInfo) error {
		r, ok, err := readRecord(filepath.Join(c.store.dir, "last", name))
		if err != nil || !ok {
			return err
		}
		c.logs[filepath.Base(r.Log)] = true
		return nil
	})
}

// each calls f for the entries of a folder of the store; one that is missing is empty.
func (c *collection) each(folder string, f func(name string, info fs.FileInfo) error) error {
	entries, err := os.ReadDir(filepath.Join(c.store.dir, folder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) || strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		if err != nil {
			return err
		}
		if err := f(entry.Name(), info); err != nil {
			return err
		}
	}
	return nil
}

func (c *collection) young(info fs.FileInfo) bool {
	return c.opts.Keep > 0 && c.now.Sub(info.ModTime()) < c.opts.Keep+usedEvery
}

// take calls f if nobody holds d, and keeps others from holding it meanwhile.
func (c *collection) take(d digest.Digest, f func() error) (taken bool, err error) {
	if c.uses == nil {
		return true, nil // nobody can hold what nobody can lock
	}
	if c.opts.DryRun {
		lock := unix.Flock_t{Type: unix.F_WRLCK, Start: offsetOf(d), Len: 1}
		if err := unix.FcntlFlock(c.uses.Fd(), unix.F_OFD_GETLK, &lock); err != nil || lock.Type != unix.F_UNLCK {
			return false, err
		}
		return true, nil
	}
	err = lockByte(c.uses, unix.F_OFD_SETLK, unix.F_WRLCK, d)
	if err == unix.EAGAIN || err == unix.EACCES {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	err = f()
	return err == nil, errors.Join(err, lockByte(c.uses, unix.F_OFD_SETLK, unix.F_UNLCK, d))
}
