package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"cairn/digest"
)

// note counts a thing as removed, while it is still there.
func (c *collection) note(kind, name, path string) {
	size := c.links.add(filepath.Join(c.store.dir, path))
	c.result.Removed = append(c.result.Removed, Removed{Kind: kind, Name: name, Path: path, SizeBytes: size})
}

// consider removes one thing that no root names, unless it is young or in use.
func (c *collection) consider(kind, name, path string, d digest.Digest, info fs.FileInfo, first func() error) error {
	if c.young(info) {
		c.result.Young++
		return nil
	}
	taken, err := c.take(d, func() error {
		c.note(kind, name, path)
		if first != nil {
			if err := first(); err != nil {
				return err
			}
		}
		return c.discard(path)
	})
	if err == nil && !taken {
		c.result.InUse++
	}
	if err == nil && taken && c.opts.DryRun {
		c.note(kind, name, path)
	}
	return err
}

// discard renames a thing into the trash: gone at once, whatever happens then.
func (c *collection) discard(path string) error {
	from := filepath.Join(c.store.dir, path)
	if info, err := os.Lstat(from); err == nil && info.IsDir() {
		if err := os.Chmod(from, 0o755); err != nil { // rename(2) must write its ".."
			return err
		}
	}
	return os.Rename(from, filepath.Join(c.trash, strings.ReplaceAll(path, "/", "-")))
}

func (c *collection) sweepTrees(ctx context.Context) error {
	return c.each("trees", func(name string, info fs.FileInfo) error {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		d, err := digest.Parse(name)
		if err != nil {
			return nil // not ours; "store verify" names it
		}
		if c.live[d] {
			c.result.Rooted++
			return nil
		}
		label := c.names[d]
		if label == "" {
			label = name[:12]
		}
		// Its records first: one without its tree would be a fault.
		return c.consider("tree", label, filepath.Join("trees", name), d, info, func() error {
			for _, record := range c.records[d] {
				if err := os.Remove(filepath.Join(c.store.dir, "actions", record)); err != nil && !errors.Is(err, fs.ErrNotExist) {
					return err
				}
			}
			return nil
		})
	})
}

func (c *collection) sweepFiles(ctx context.Context) error {
	return c.each("files", func(name string, info fs.FileInfo) error {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		d, err := digest.Parse(name)
		if err != nil {
			return nil
		}
		if c.live[d] {
			c.result.Rooted++
			return nil
		}
		return c.consider("file", name[:12], filepath.Join("files", name), d, info, nil)
	})
}

func (c *collection) sweepRepositories(ctx context.Context) error {
	return c.each("git", func(name string, info fs.FileInfo) error {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		if c.folders[name] {
			c.result.Rooted++
			return nil
		}
		path := filepath.Join("git", name)
		return c.consider("repository", name, path, digest.Of([]byte("git/"+name)), info, nil)
	})
}

func (c *collection) sweepFailed(context.Context) error {
	return c.each("failed", func(name string, info fs.FileInfo) error {
		path := filepath.Join("failed", name)
		return c.consider("failed", name, path, digest.Of([]byte(path)), info, nil)
	})
}

// sweepSources removes what the last builds left for the next ones; one that is taken
// meanwhile is gone.
func (c *collection) sweepSources(context.Context) error {
	return c.each("sources", func(name string, info fs.FileInfo) error {
		path := filepath.Join("sources", name)
		err := c.consider("source", name, path, digest.Of([]byte(path)), info, nil)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
}

// oldCompilerCache is how long a compiler cache must lie unused: no root names one, and
// it saves a toolchain's next build hours.
const oldCompilerCache = 30 * 24 * time.Hour

func (c *collection) sweepCompilerCaches(context.Context) error {
	return c.each("ccache", func(name string, info fs.FileInfo) error {
		path := filepath.Join("ccache", name)
		used := info.ModTime()
		err := c.each(path, func(_ string, inside fs.FileInfo) error { // what is written to are the folders below
			if inside.ModTime().After(used) {
				used = inside.ModTime()
			}
			return nil
		})
		if err != nil || c.now.Sub(used) < max(oldCompilerCache, c.opts.Keep) {
			return err
		}
		return c.consider("ccache", name[:min(len(name), 12)], path, digest.Of([]byte(path)), info, nil)
	})
}

// sweepRecords removes records whose tree is not there: a kill, or a hand, took it.
func (c *collection) sweepRecords(context.Context) error {
	if c.opts.DryRun {
		return nil
	}
	for output, records := range c.records {
		if c.store.exists("trees", output) {
			continue
		}
		for _, record := range records {
			if err := os.Remove(filepath.Join(c.store.dir, "actions", record)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// oldLog is how old a log that belongs to no record must be: it may be one that a
// running build writes, which may be silent for long.
const oldLog = 7 * 24 * time.Hour

func (c *collection) sweepLogs(context.Context) error {
	return c.each("logs", func(name string, info fs.FileInfo) error {
		if c.logs[name] || c.now.Sub(info.ModTime()) < max(oldLog, c.opts.Keep) {
			return nil
		}
		path := filepath.Join("logs", name)
		c.note("log", name, path)
		if c.opts.DryRun {
			return nil
		}
		return os.Remove(filepath.Join(c.store.dir, path))
	})
}

// sweepRemains clears away what killed processes left beside final names: files
// that atomicfile was writing, and lock files that nobody holds.
func (c *collection) sweepRemains(context.Context) error {
	if c.opts.DryRun {
		return nil
	}
	for _, folder := range []string{"actions", "last", "roots"} {
		remains, err := fs.Glob(os.DirFS(c.store.dir), folder+"/.*.tmp-*")
		if err != nil {
			return err
		}
		for _, name := range remains { // whoever writes here shares the lock that we have alone
			if err := os.Remove(filepath.Join(c.store.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return c.each("locks", func(name string, _ fs.FileInfo) error {
		lock, err := tryLock(filepath.Join(c.store.dir, "locks", name))
		if err == nil && lock != nil {
			lock.release()
		}
		return err
	})
}

// linkCount counts the bytes of files by inode: a file of several names takes its
// room once, and gives it back with the last of them.
type linkCount map[uint64]*linked

type linked struct {
	seen, names uint64
	bytes       int64
}

// add counts what stands at path and below, and returns its size as if it were alone.
func (l linkCount) add(path string) (size int64) {
	inside := map[uint64]bool{}
	_ = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil // what cannot be read is not counted
		}
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() {
			return nil
		}
		stat, ok := info.Sys().(*syscall.Stat_t)
		if !ok {
			return nil
		}
		if l[stat.Ino] == nil {
			l[stat.Ino] = &linked{names: uint64(stat.Nlink), bytes: stat.Blocks * 512}
		}
		l[stat.Ino].seen++
		if !inside[stat.Ino] {
			inside[stat.Ino] = true
			size += stat.Blocks * 512
		}
		return nil
	})
	return size
}

func (l linkCount) freed() (bytes int64) {
	for _, file := range l {
		if file.seen >= file.names {
			bytes += file.bytes
		}
	}
	return bytes
}
