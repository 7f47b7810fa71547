package sources

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing"
)

// File returns the content of a file at the pin's commit. Of a mirror on disk only
// that file is copied into the store. A path that is not there, or is no regular
// file, is fs.ErrNotExist.
func (r *Repositories) File(ctx context.Context, pin lockfiles.Pin, path string) ([]byte, error) {
	content, err := r.file(ctx, pin, path)
	if err != nil {
		return nil, fmt.Errorf("%s in %s at %s: %w", path, pin.Upstream, pin.Revision.Short(), err)
	}
	return content, nil
}

func (r *Repositories) file(ctx context.Context, pin lockfiles.Pin, path string) ([]byte, error) {
	if pin.Embedded != "" {
		objects, err := r.embeddedObjects(pin)
		if err != nil {
			return nil, err
		}
		return fileAt(objects, pin, path)
	}
	repo, err := r.repository(folderName(pin.Git))
	if err != nil {
		return nil, err
	}
	content, err := fileAt(repo.db, pin, path)
	if !errors.Is(err, plumbing.ErrObjectNotFound) {
		return content, err
	}
	where, err := r.locate(pin.Git)
	if err != nil {
		return nil, err
	}
	if where.dir == "" {
		if _, err := r.ensure(ctx, want{pin: pin}); err != nil {
			return nil, err
		}
		return fileAt(repo.db, pin, path)
	}
	mirror, err := r.mirror(where.dir)
	if err != nil {
		return nil, err
	}
	if !mirror.has(plumbing.Hash(pin.Revision)) {
		return nil, r.missing(pin, where)
	}
	content, err = fileAt(keeping{proved{mirror, where.dir}, repo.db}, pin, path)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil, fmt.Errorf("%s lacks it: %w", where.dir, err)
	}
	return content, err
}

// keeping copies each object that is read into a layer of ours.
type keeping struct {
	reader
	into front
}

func (k keeping) read(id plumbing.Hash) (plumbing.ObjectType, []byte, error) {
	kind, content, err := k.reader.read(id)
	if err == nil && !k.into.has(id) {
		err = k.into.write(id, kind, content)
	}
	return kind, content, err
}

func fileAt(from reader, pin lockfiles.Pin, path string) ([]byte, error) {
	kind, commit, err := from.read(plumbing.Hash(pin.Revision))
	if err != nil {
		return nil, err
	}
	if kind != plumbing.CommitObject {
		return nil, fmt.Errorf("%s is a %s, not a commit", pin.Revision, kind)
	}
	tree, err := treeOfCommit(commit)
	if err != nil {
		return nil, err
	}
	return readPath(from, tree, path)
}

// readPath reads a regular file of a tree. fs.ErrNotExist is a path that the tree
// does not have, plumbing.ErrObjectNotFound an object that the store lacks.
func readPath(from reader, tree plumbing.Hash, path string) ([]byte, error) {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		_, content, err := from.read(tree)
		if err != nil {
			return nil, err
		}
		entries, err := parseTree(content)
		if err != nil {
			return nil, fmt.Errorf("tree %s: %w", tree, err)
		}
		found := false
		for _, e := range entries {
			isFile := !e.isFolder() && !e.isLink() && !e.isModule()
			if last := i == len(parts)-1; e.name == part && (last && isFile || !last && e.isFolder()) {
				tree, found = e.id, true
				break
			}
		}
		if !found {
			return nil, fs.ErrNotExist
		}
	}
	_, content, err := from.read(tree)
	return content, err
}
