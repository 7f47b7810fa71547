package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"cairn/sources"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
	"github.com/go-git/go-git/v5/plumbing/format/index"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// statInto fills in what git remembers of a file (gitformat-index(5)).
func statInto(entry *index.Entry, path string) error {
	var stat syscall.Stat_t
	if err := syscall.Lstat(path, &stat); err != nil {
		return &fs.PathError{Op: "lstat", Path: path, Err: err}
	}
	entry.CreatedAt = time.Unix(stat.Ctim.Unix())
	entry.ModifiedAt = time.Unix(stat.Mtim.Unix())
	entry.Dev, entry.Inode = uint32(stat.Dev), uint32(stat.Ino)
	entry.UID, entry.GID = stat.Uid, stat.Gid
	entry.Size = uint32(stat.Size)
	return nil
}

// workTree is what a person has made of a checkout.
type workTree struct {
	dir     string
	local   *sources.Local
	objects *sources.Objects // new objects are kept in memory
	head    *object.Commit
}

// openWorkTree opens the repository in dir at its HEAD.
func openWorkTree(dir string) (*workTree, error) {
	const hint = `make one with "cairn patch checkout STACK DIR"`
	if info, err := os.Stat(gitFolder(dir)); err != nil || !info.IsDir() {
		return nil, usageError{message: dir + " is not the work tree of a git repository", hint: hint}
	}
	for _, under := range []string{"rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "MERGE_HEAD"} {
		if _, err := os.Stat(filepath.Join(gitFolder(dir), under)); err == nil {
			return nil, usageError{message: fmt.Sprintf("git is in the middle of something in %s (.git/%s)", dir, under), hint: `finish it ("git status" says how), or give it up`}
		}
	}
	local, err := sources.OpenLocal(dir)
	if err != nil {
		return nil, usageError{message: fmt.Sprintf("%s is not a git repository: %v", dir, err), hint: hint}
	}
	w := &workTree{dir: dir, local: local, objects: local.Objects().Scratch()}
	head, err := local.Resolve("HEAD")
	if err == nil {
		w.head, err = object.GetCommit(w.objects, plumbing.Hash(head))
	}
	if err != nil {
		_ = local.Close()
		return nil, fmt.Errorf("read the HEAD of %s: %w", dir, err)
	}
	return w, nil
}

func (w *workTree) close() { _ = w.local.Close() }

// tree is the tree that "git add -A" and "git write-tree" would make: tracked files as
// they stand, new ones that are not ignored, without those that are gone. Bytes are
// taken as they are: filters and conversions that attributes ask for are not made, but
// a file that differs in CRLF only counts as unchanged.
func (w *workTree) tree(ctx context.Context) (plumbing.Hash, error) {
	repository, err := git.PlainOpen(w.dir)
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("open %s: %w", w.dir, err)
	}
	idx, err := repository.Storer.Index()
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("read the index of %s: %w", w.dir, err)
	}
	tracked := map[string]*index.Entry{}
	modules := map[string]bool{}
	found := newFolderTree()
	for _, entry := range idx.Entries {
		tracked[entry.Name] = entry
		switch {
		case entry.Stage != 0:
			return plumbing.ZeroHash, usageError{message: fmt.Sprintf("%s has a conflict in %s", w.dir, entry.Name), hint: "resolve it with git first"}
		case entry.Mode == filemode.Submodule:
			modules[entry.Name] = true
			found.put(entry.Name, entry.Mode, entry.Hash)
		case entry.SkipWorktree:
			found.put(entry.Name, entry.Mode, entry.Hash)
		}
	}
	patterns, err := gitignore.ReadPatterns(osfs.New(w.dir), nil)
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("read what %s ignores: %w", w.dir, err)
	}
	ignored := gitignore.NewMatcher(patterns)
	err = filepath.WalkDir(w.dir, func(path string, file fs.DirEntry, err error) error {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil || path == w.dir {
			return err
		}
		name, err := filepath.Rel(w.dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if file.IsDir() {
			_, err := os.Lstat(gitFolder(path))
			if name == ".git" || modules[name] || err == nil { // another repository is no part of this one
				return fs.SkipDir
			}
			return nil
		}
		entry := tracked[name]
		if entry == nil && ignored.Match(splitPath(name), false) {
			return nil
		}
		return w.add(found, name, path, file, entry)
	})
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("read %s: %w", w.dir, err)
	}
	return found.write(w.objects)
}

// add puts a file or link into the tree; others, as sockets, git does not track.
func (w *workTree) add(found *folderTree, name, path string, file fs.DirEntry, entry *index.Entry) error {
	mode, content := filemode.Regular, []byte(nil)
	info, err := file.Info()
	if err != nil {
		return err
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		mode = filemode.Symlink
		var target string
		target, err = os.Readlink(path)
		content = []byte(target)
	case !info.Mode().IsRegular():
		return nil
	default:
		if info.Mode()&0o100 != 0 {
			mode = filemode.Executable
		}
		if entry != nil && entry.Mode == mode && unchanged(entry, path) {
			found.put(name, mode, entry.Hash)
			return nil
		}
		content, err = os.ReadFile(path)
	}
	if err != nil {
		return err
	}
	// Where attributes ask for CRLF git has made it of LF, and takes it back (gitattributes(5)).
	plain := bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
	if entry != nil && mode != filemode.Symlink && plumbing.ComputeHash(plumbing.BlobObject, plain) == entry.Hash {
		content = plain
	}
	id, err := putObject(w.objects, plumbing.BlobObject, content)
	found.put(name, mode, id)
	return err
}

// unchanged reports whether a file is for certain what the index says: git's stat data
// are the same, and it is old enough for a later write to have shown in them (git,
// Documentation/technical/racy-git).
func unchanged(entry *index.Entry, path string) bool {
	var now index.Entry
	if statInto(&now, path) != nil || time.Since(now.ModifiedAt) < 10*time.Second {
		return false
	}
	return now.ModifiedAt.Equal(entry.ModifiedAt) && now.CreatedAt.Equal(entry.CreatedAt) && now.Size == entry.Size && now.Inode == entry.Inode
}
