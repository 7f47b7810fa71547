package main

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// folderTree is a tree object in the making, by the full paths of its files.
type folderTree struct {
	folders map[string]map[string]treePath // by path, "" is the top; then by name
}

func newFolderTree() *folderTree {
	return &folderTree{folders: map[string]map[string]treePath{"": {}}}
}

// put adds a file and the folders above it.
func (t *folderTree) put(name string, mode filemode.FileMode, id plumbing.Hash) {
	dir, base := path.Split(name)
	dir = strings.TrimSuffix(dir, "/")
	if t.folders[dir] == nil {
		t.folders[dir] = map[string]treePath{}
		t.put(dir, filemode.Dir, plumbing.ZeroHash)
	}
	t.folders[dir][base] = treePath{name: base, mode: mode, id: id}
}

// write sets the tree's objects and returns its id.
func (t *folderTree) write(objects storer.EncodedObjectStorer) (plumbing.Hash, error) {
	return t.writeFolder(objects, "")
}

func (t *folderTree) writeFolder(objects storer.EncodedObjectStorer, dir string) (plumbing.Hash, error) {
	entries := make([]treePath, 0, len(t.folders[dir]))
	for _, entry := range t.folders[dir] {
		if entry.mode == filemode.Dir {
			id, err := t.writeFolder(objects, path.Join(dir, entry.name))
			if err != nil {
				return plumbing.ZeroHash, err
			}
			entry.id = id
		}
		entries = append(entries, entry)
	}
	// A folder sorts as if its name ended in a slash (git, base_name_compare).
	key := func(p treePath) string {
		if p.mode == filemode.Dir {
			return p.name + "/"
		}
		return p.name
	}
	slices.SortFunc(entries, func(a, b treePath) int { return strings.Compare(key(a), key(b)) })
	var content bytes.Buffer
	for _, entry := range entries {
		fmt.Fprintf(&content, "%o %s\x00", uint32(entry.mode), entry.name)
		content.Write(entry.id[:])
	}
	return putObject(objects, plumbing.TreeObject, content.Bytes())
}

// putObject sets an object of that content.
func putObject(objects storer.EncodedObjectStorer, kind plumbing.ObjectType, content []byte) (plumbing.Hash, error) {
	o := objects.NewEncodedObject()
	o.SetType(kind)
	w, err := o.Writer()
	if err != nil {
		return plumbing.ZeroHash, err
	}
	if _, err := w.Write(content); err != nil {
		return plumbing.ZeroHash, err
	}
	if err := w.Close(); err != nil {
		return plumbing.ZeroHash, err
	}
	return objects.SetEncodedObject(o)
}

func splitPath(name string) []string { return strings.Split(name, "/") }
