package patches

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// find is the entry at path below root: a file, a symlink or a submodule, but no
// folder. False if there is none.
func (o *objects) find(root plumbing.Hash, path string) (treeEntry, bool, error) {
	id := root
	for {
		name, rest, deeper := strings.Cut(path, "/")
		entries, err := o.tree(id)
		if err != nil {
			return treeEntry{}, false, err
		}
		at := slices.IndexFunc(entries, func(e treeEntry) bool { return e.name == name })
		if at < 0 {
			return treeEntry{}, false, nil
		}
		entry := entries[at]
		folder := entry.mode&modeType == modeTree
		if !deeper || !folder {
			return entry, !deeper && !folder, nil
		}
		id, path = entry.id, rest
	}
}

// change is what becomes of one path. The zero mode removes it.
type change struct {
	path string
	mode uint32
	id   plumbing.Hash
}

// blockedError says that a file and a folder want one name.
type blockedError struct{ path string }

func (e *blockedError) Error() string {
	return fmt.Sprintf("%s would be a file and a folder", e.path)
}

// rebuild is the tree at id with changes, whose paths begin at depth and are sorted.
// Folders that become empty go. Only what is touched is made anew, with the entries'
// modes in canonical form, as git write-tree does. The id is zero for the empty tree.
func (b *batch) rebuild(id plumbing.Hash, changes []change, depth int) (plumbing.Hash, error) {
	old, err := b.tree(id)
	if err != nil {
		return plumbing.ZeroHash, err
	}
	// Of one name: the change of the file itself, and those below it.
	type group struct {
		leaf  *change
		below []change
	}
	groups := map[string]*group{}
	for i := range changes {
		name, _, deeper := strings.Cut(changes[i].path[depth:], "/")
		g := groups[name]
		if g == nil {
			g = &group{}
			groups[name] = g
		}
		if deeper {
			g.below = append(g.below, changes[i])
		} else {
			g.leaf = &changes[i]
		}
	}
	entries := make([]treeEntry, 0, len(old)+len(groups))
	merge := func(name string, was treeEntry, g *group) error {
		folder := was.mode&modeType == modeTree
		now := was
		if g.leaf != nil && !folder {
			now = treeEntry{name, g.leaf.mode, g.leaf.id}
		}
		if len(g.below) > 0 {
			var sub plumbing.Hash
			if folder {
				sub = was.id
			}
			if sub, err = b.rebuild(sub, g.below, depth+len(name)+1); err != nil {
				return err
			}
			if !sub.IsZero() {
				if !folder && now.mode != 0 {
					return &blockedError{changes[0].path[:depth] + name}
				}
				now = treeEntry{name, modeTree, sub}
			} else if folder {
				now.mode = 0
			}
		}
		if folder && g.leaf != nil && g.leaf.mode != 0 {
			if now.mode != 0 {
				return &blockedError{changes[0].path[:depth] + name}
			}
			now = treeEntry{name, g.leaf.mode, g.leaf.id}
		}
		if now.mode != 0 {
			entries = append(entries, now)
		}
		return nil
	}
	for _, entry := range old {
		entry.mode = canonicalMode(entry.mode)
		g := groups[entry.name]
		if g == nil {
			entries = append(entries, entry)
			continue
		}
		delete(groups, entry.name)
		if err := merge(entry.name, entry, g); err != nil {
			return plumbing.ZeroHash, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(groups)) { // so that the first error is always the same
		if err := merge(name, treeEntry{}, groups[name]); err != nil {
			return plumbing.ZeroHash, err
		}
	}
	if len(entries) == 0 {
		return plumbing.ZeroHash, nil
	}
	return b.put(plumbing.TreeObject, encodeTree(entries)), nil
}

// emptyTree is the id of the tree without entries, which rebuild calls zero.
var emptyTree = objectID(plumbing.TreeObject, nil)

// with is the tree at root with changes, which it sorts.
func (b *batch) with(root plumbing.Hash, changes []change) (plumbing.Hash, error) {
	slices.SortFunc(changes, func(a, b change) int { return strings.Compare(a.path, b.path) })
	id, err := b.rebuild(root, changes, 0)
	if err == nil && id.IsZero() {
		return b.put(plumbing.TreeObject, nil), nil
	}
	return id, err
}
