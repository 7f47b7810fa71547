package patches

import (
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// treeChange is a path that differs between two trees. A zero mode means that there is
// none. Submodules count as files.
type treeChange struct {
	path     string
	old, new fileEntry
}

// fileEntry is what stands at a path.
type fileEntry struct {
	mode uint32
	id   plumbing.Hash
}

func (e fileEntry) exists() bool { return e.mode != 0 }

func (e fileEntry) regular() bool { return e.mode&modeType == modeFile }

// changesBetween lists what differs between two trees, sorted by path. Folders that
// are equal are not read.
func (o *objects) changesBetween(a, b plumbing.Hash) ([]treeChange, error) {
	var changes []treeChange
	err := o.compareTrees("", a, b, &changes)
	slices.SortFunc(changes, func(x, y treeChange) int { return strings.Compare(x.path, y.path) })
	return changes, err
}

// entries is tree, but the empty tree need not be in the store.
func (o *objects) entries(id plumbing.Hash) ([]treeEntry, error) {
	if id == emptyTree {
		return nil, nil
	}
	return o.tree(id)
}

func (o *objects) compareTrees(prefix string, a, b plumbing.Hash, changes *[]treeChange) error {
	if a == b {
		return nil
	}
	old, err := o.entries(a)
	if err != nil {
		return err
	}
	created, err := o.entries(b)
	if err != nil {
		return err
	}
	for len(old) > 0 || len(created) > 0 {
		order := compareFirst(old, created)
		var was, is treeEntry
		if order <= 0 {
			was, old = old[0], old[1:]
		}
		if order >= 0 {
			is, created = created[0], created[1:]
		}
		if was.id == is.id && canonicalMode(was.mode) == canonicalMode(is.mode) {
			continue
		}
		path := prefix + was.name
		if order > 0 {
			path = prefix + is.name
		}
		// Entries of one key are both folders, or both not.
		if was.mode&modeType == modeTree || is.mode&modeType == modeTree {
			if err := o.compareTrees(path+"/", was.id, is.id, changes); err != nil {
				return err
			}
			continue
		}
		c := treeChange{path: path}
		if order <= 0 {
			c.old = fileEntry{canonicalMode(was.mode), was.id}
		}
		if order >= 0 {
			c.new = fileEntry{canonicalMode(is.mode), is.id}
		}
		*changes = append(*changes, c)
	}
	return nil
}

// compareFirst is the order of the first entries of two trees, of which one is not empty.
func compareFirst(a, b []treeEntry) int {
	switch {
	case len(a) == 0:
		return 1
	case len(b) == 0:
		return -1
	}
	return compareEntries(&a[0], &b[0])
}

// compareEntries is the order of entries in a tree (git's base_name_compare): a folder
// counts as if its name ended in a slash.
func compareEntries(a, b *treeEntry) int {
	aFolder, bFolder := a.mode&modeType == modeTree, b.mode&modeType == modeTree
	if aFolder == bFolder && !aFolder {
		return strings.Compare(a.name, b.name)
	}
	n := min(len(a.name), len(b.name))
	if order := strings.Compare(a.name[:n], b.name[:n]); order != 0 {
		return order
	}
	next := func(name string, folder bool) int {
		switch {
		case len(name) > n:
			return int(name[n])
		case folder:
			return '/'
		}
		return 0
	}
	if order := next(a.name, aFolder) - next(b.name, bFolder); order != 0 {
		return order
	}
	return len(a.name) - len(b.name)
}

// at is what stands at path; a folder is nothing.
func (o *objects) at(tree plumbing.Hash, path string) (fileEntry, error) {
	if tree == emptyTree {
		tree = plumbing.ZeroHash
	}
	entry, found, err := o.find(tree, path)
	if err != nil || !found {
		return fileEntry{}, err
	}
	return fileEntry{canonicalMode(entry.mode), entry.id}, nil
}

// blocked says whether a folder stands at path, or a file where one of its folders
// would be.
func (o *objects) blocked(tree plumbing.Hash, path string) (bool, error) {
	if tree == emptyTree {
		return false, nil
	}
	for {
		entries, err := o.tree(tree)
		if err != nil {
			return false, err
		}
		name, rest, deeper := strings.Cut(path, "/")
		i := slices.IndexFunc(entries, func(e treeEntry) bool { return e.name == name })
		if i < 0 {
			return false, nil
		}
		if folder := entries[i].mode&modeType == modeTree; folder != deeper || !deeper {
			return folder != deeper, nil
		}
		tree, path = entries[i].id, rest
	}
}

// subtree is the folder at path.
func (o *objects) subtree(tree plumbing.Hash, path string) (plumbing.Hash, bool, error) {
	for name := range strings.SplitSeq(path, "/") {
		entries, err := o.entries(tree)
		if err != nil {
			return plumbing.ZeroHash, false, err
		}
		i := slices.IndexFunc(entries, func(e treeEntry) bool { return e.name == name })
		if i < 0 || entries[i].mode&modeType != modeTree {
			return plumbing.ZeroHash, false, nil
		}
		tree = entries[i].id
	}
	return tree, true, nil
}
