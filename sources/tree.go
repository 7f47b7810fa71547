package sources

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
)

// entry is one line of a git tree.
type entry struct {
	name string
	mode filemode.FileMode
	id   plumbing.Hash
}

var errTree = errors.New("malformed tree")

// parseTree reads a tree object (git's tree-walk.c, decode_tree_entry).
func parseTree(content []byte) ([]entry, error) {
	entries := make([]entry, 0, len(content)/40)
	for len(content) > 0 {
		head, rest, found := bytes.Cut(content, []byte{0})
		mode, name, spaced := bytes.Cut(head, []byte{' '})
		if !found || !spaced || len(name) == 0 || len(rest) < idSize {
			return nil, errTree
		}
		bits, err := strconv.ParseUint(string(mode), 8, 32)
		if err != nil {
			return nil, fmt.Errorf("%w: mode %q", errTree, mode)
		}
		entries = append(entries, entry{string(name), filemode.FileMode(bits), plumbing.Hash(rest[:idSize])})
		content = rest[idSize:]
	}
	return entries, nil
}

// isFolder, isLink and isModule go by the type bits, as git does: old trees have
// permissions that are none of today's.
func (e entry) isFolder() bool { return e.mode&0o170000 == 0o040000 }
func (e entry) isLink() bool   { return e.mode&0o170000 == 0o120000 }
func (e entry) isModule() bool { return e.mode&0o170000 == 0o160000 }

// treeOfCommit reads the tree's id out of a commit object (git-commit-tree(1)).
func treeOfCommit(content []byte) (plumbing.Hash, error) {
	line, _, _ := bytes.Cut(content, []byte{'\n'})
	text, ok := bytes.CutPrefix(line, []byte("tree "))
	if !ok || !plumbing.IsHash(string(text)) {
		return plumbing.ZeroHash, errors.New("malformed commit: it does not begin with a tree")
	}
	return plumbing.NewHash(string(text)), nil
}
