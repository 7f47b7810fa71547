package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cairn/sources"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/format/index"
	"github.com/go-git/go-git/v5/plumbing/format/packfile"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

// checkout is a git repository in the making: a shallow base commit and a chain of
// commits on it, with index and work tree.
type checkout struct {
	place   string // where it is to stand
	dir     string // where it stands until it is whole
	objects *sources.Objects
	exclude []string // globs of paths that are left out of the work tree
	url     string   // where git may ask for what is left out; "" if nowhere

	base    plumbing.Hash
	commits []plumbing.Hash // in order, on base
	tip     plumbing.Hash
	tree    plumbing.Hash // of tip

	left int // files that were left out
}

// fill makes the repository in dir.
func (c *checkout) fill(ctx context.Context) error {
	if err := sources.ExportTree(ctx, sources.Tree{Objects: c.objects, ID: c.tree}, c.dir, sources.ExportOptions{Exclude: c.exclude}); err != nil {
		return fmt.Errorf("check out %s: %w", c.place, err)
	}
	storage := filesystem.NewStorage(osfs.New(gitFolder(c.dir), osfs.WithBoundOS()), cache.NewObjectLRUDefault())
	if err := storage.Init(); err != nil {
		return fmt.Errorf("make the repository of %s: %w", c.place, err)
	}
	paths, err := c.writeObjects(ctx, storage)
	if err != nil {
		return fmt.Errorf("write the objects of %s: %w", c.place, err)
	}
	if err := c.writeIndex(storage, paths); err != nil {
		return fmt.Errorf("write the index of %s: %w", c.place, err)
	}
	if err := c.writeConfig(paths); err != nil {
		return fmt.Errorf("configure %s: %w", c.place, err)
	}
	branch := plumbing.NewBranchReferenceName(checkoutBranch)
	for _, set := range []func() error{
		func() error { return storage.SetShallow([]plumbing.Hash{c.base}) },
		func() error { return storage.SetReference(plumbing.NewHashReference(branch, c.tip)) },
		func() error { return storage.SetReference(plumbing.NewSymbolicReference(plumbing.HEAD, branch)) },
	} {
		if err := set(); err != nil {
			return fmt.Errorf("set the branch of %s: %w", c.place, err)
		}
	}
	return nil
}

// treePath is a file, link or submodule of a tree.
type treePath struct {
	name string
	mode filemode.FileMode
	id   plumbing.Hash
	left bool // excluded
}

// writeObjects packs the commits and all that their trees hold; only blobs of excluded
// paths may be missing. It returns the paths of the last tree.
func (c *checkout) writeObjects(ctx context.Context, storage *filesystem.Storage) ([]treePath, error) {
	var ids []plumbing.Hash
	seen := map[plumbing.Hash]bool{}
	add := func(id plumbing.Hash) bool {
		if seen[id] {
			return false
		}
		seen[id] = true
		ids = append(ids, id)
		return true
	}
	missing := 0
	for _, commit := range append([]plumbing.Hash{c.base}, c.commits...) {
		add(commit)
		o, err := object.GetCommit(c.objects, commit)
		if err != nil {
			return nil, err
		}
		err = c.walk(ctx, o.TreeHash, "", add, func(p treePath) error {
			if p.mode == filemode.Submodule || seen[p.id] {
				return nil
			}
			if p.left && c.objects.HasEncodedObject(p.id) != nil {
				missing++
				return nil
			}
			add(p.id)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if err := c.pack(storage, ids, missing > 0); err != nil {
		return nil, err
	}
	var paths []treePath
	err := c.walk(ctx, c.tree, "", func(plumbing.Hash) bool { return true }, func(p treePath) error {
		paths = append(paths, p)
		return nil
	})
	return paths, err
}

// walk visits the trees below one that enter wants, and all that is in them.
func (c *checkout) walk(ctx context.Context, id plumbing.Hash, prefix string, enter func(plumbing.Hash) bool, visit func(treePath) error) error {
	if !enter(id) {
		return ctx.Err()
	}
	tree, err := object.GetTree(c.objects, id)
	if err != nil {
		return fmt.Errorf("tree %s at %q: %w", id, prefix, err)
	}
	for _, entry := range tree.Entries {
		name := prefix + entry.Name
		if entry.Mode == filemode.Dir {
			err = c.walk(ctx, entry.Hash, name+"/", enter, visit)
		} else {
			err = visit(treePath{name, entry.Mode, entry.Hash, sources.Match(c.exclude, name)})
		}
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

// pack writes the objects as one pack. Where some are missing it is marked as one of a
// promisor, so that git takes their absence (git, Documentation/technical/partial-clone).
func (c *checkout) pack(storage *filesystem.Storage, ids []plumbing.Hash, promisor bool) error {
	w, err := storage.PackfileWriter()
	if err != nil {
		return err
	}
	name, err := packfile.NewEncoder(w, c.objects, false).Encode(ids, 0)
	if closeErr := w.Close(); err == nil {
		err = closeErr
	}
	if err != nil || !promisor {
		return err
	}
	return os.WriteFile(filepath.Join(gitFolder(c.dir), "objects", "pack", "pack-"+name.String()+".promisor"), nil, 0o444)
}

// writeIndex lists the paths with the state of their files, so that git need not read
// them; what is left out is marked as such.
func (c *checkout) writeIndex(storage *filesystem.Storage, paths []treePath) error {
	idx := &index.Index{Version: 2}
	for _, p := range paths {
		entry := &index.Entry{Name: p.name, Mode: p.mode, Hash: p.id, SkipWorktree: p.left}
		if p.mode == filemode.Deprecated {
			entry.Mode = filemode.Regular // as git writes it (create_ce_mode)
		}
		if p.left {
			c.left++
			idx.Version = 3 // the first with the flag (gitformat-index(5))
		} else if p.mode != filemode.Submodule {
			if err := statInto(entry, filepath.Join(c.dir, filepath.FromSlash(p.name))); err != nil {
				return err
			}
		}
		idx.Entries = append(idx.Entries, entry)
	}
	return storage.SetIndex(idx)
}

// writeConfig writes the configuration, and which paths are not checked out.
func (c *checkout) writeConfig(paths []treePath) error {
	config := "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n\tautocrlf = false\n"
	if c.left > 0 {
		config += "\tsparseCheckout = true\n"
		if c.url != "" {
			config += fmt.Sprintf("[remote \"origin\"]\n\turl = %s\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n\tpromisor = true\n\tpartialclonefilter = blob:none\n", quoteConfig(c.url))
		}
		patterns := "/*\n"
		for _, p := range paths {
			if p.left {
				patterns += "!/" + patternEscaper.Replace(p.name) + "\n"
			}
		}
		info := filepath.Join(gitFolder(c.dir), "info")
		if err := os.MkdirAll(info, 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(info, "sparse-checkout"), []byte(patterns), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(gitFolder(c.dir), "config"), []byte(config), 0o644)
}

// patternEscaper makes a path a pattern for itself (gitignore(5)).
var patternEscaper = strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, " ", `\ `)

// quoteConfig quotes a value (git-config(1), "Syntax").
func quoteConfig(value string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(value) + `"`
}
