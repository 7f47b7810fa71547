package patches

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// pathTree is paths, folder by folder; that of a file is empty.
type pathTree map[string]pathTree

func (t pathTree) add(path string) {
	name, rest, deeper := strings.Cut(path, "/")
	if t[name] == nil {
		t[name] = pathTree{}
	}
	if deeper {
		t[name].add(rest)
	}
}

// differsAt says whether two trees differ at paths, and nowhere else. Most commits can
// be told apart in their uppermost folders.
func (o *objects) differsAt(a, b plumbing.Hash, paths pathTree) (bool, error) {
	old, err := o.treeContent(a)
	if err != nil {
		return false, err
	}
	created, err := o.treeContent(b)
	if err != nil {
		return false, err
	}
	folders := map[string][2]plumbing.Hash{} // of those that differ
	for len(old) > 0 || len(created) > 0 {
		// Nearly all entries are the same on both sides, byte for byte.
		if n := entryBytes(old); n > 0 && n <= len(created) && bytes.Equal(old[:n], created[:n]) {
			old, created = old[n:], created[n:]
			continue
		}
		was, oldRest, err := firstEntry(old)
		if err != nil {
			return false, fmt.Errorf("read tree %s: %w", a, err)
		}
		is, createdRest, err := firstEntry(created)
		if err != nil {
			return false, fmt.Errorf("read tree %s: %w", b, err)
		}
		order := compareFirst(was, is)
		if order <= 0 {
			old = oldRest
		}
		if order >= 0 {
			created = createdRest
		}
		var ids [2]plumbing.Hash
		name := ""
		if order <= 0 {
			name, ids[0] = was[0].name, folderID(was[0])
		}
		if order >= 0 {
			name, ids[1] = is[0].name, folderID(is[0])
		}
		if order == 0 && was[0].id == is[0].id && canonicalMode(was[0].mode) == canonicalMode(is[0].mode) {
			continue
		}
		if paths[name] == nil {
			return false, nil
		}
		for side, id := range folders[name] {
			if !id.IsZero() {
				ids[side] = id
			}
		}
		folders[name] = ids
	}
	if len(folders) < len(paths) {
		return false, nil
	}
	for name, below := range paths {
		if len(below) == 0 {
			continue
		}
		if at, err := o.differsAt(folders[name][0], folders[name][1], below); !at || err != nil {
			return false, err
		}
	}
	return true, nil
}

// treeContent is a tree object as it is stored; the empty tree need not be.
func (o *objects) treeContent(id plumbing.Hash) ([]byte, error) {
	if id.IsZero() || id == emptyTree {
		return nil, nil
	}
	return o.read(plumbing.TreeObject, id)
}

// entryBytes is the length of the first entry of a tree object, 0 if there is none.
func entryBytes(content []byte) int {
	end := bytes.IndexByte(content, 0) + 1 + len(plumbing.Hash{})
	if end > len(content) {
		return 0
	}
	return end
}

// firstEntry is the first entry of a tree object, if there is one, and the rest.
func firstEntry(content []byte) ([]treeEntry, []byte, error) {
	if len(content) == 0 {
		return nil, nil, nil
	}
	mode, name, id, rest, err := nextTreeEntry(content)
	return []treeEntry{{string(name), mode, id}}, rest, err
}

// folderID is a folder's id, zero if the entry is none.
func folderID(e treeEntry) plumbing.Hash {
	if e.mode&modeType == modeTree {
		return e.id
	}
	return plumbing.ZeroHash
}
