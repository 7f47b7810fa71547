package patches

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// pathEntry is what a tree has at a path. The zero value is nothing.
type pathEntry struct {
	mode uint32 // as it stands in the tree
	id   plumbing.Hash
	// blocked says that it stands at the first blocked bytes of the path, which is
	// therefore no folder; 0 where it is the path's own.
	blocked int
}

func (e *pathEntry) isFile() bool {
	return e.blocked == 0 && e.mode != 0 && e.mode&modeType != modeTree
}

// pathWatch tells what trees have at some paths. It goes into the folders on the way
// only, and into each version of a folder once.
type pathWatch struct {
	objects storer.EncodedObjectStorer
	paths   []string // sorted
	root    *watchNode
	// entries and states are interned: a state is the entries at all paths.
	entries   []pathEntry
	known     map[pathEntry]int32
	states    [][]int32
	stateKeys map[string]int32
}

// watchNode is a folder on the way to a path, or a path.
type watchNode struct {
	name     string
	children []*watchNode
	// leaf is the path's index, -1 for a folder only; the paths at and below the node
	// are [first, last).
	leaf, first, last int
	depth             int // bytes of the path up to and with name
	seen              map[plumbing.Hash][]int32
}

func newPathWatch(objects storer.EncodedObjectStorer, paths []string) *pathWatch {
	w := &pathWatch{objects: objects, paths: slices.Compact(slices.Sorted(slices.Values(paths))), known: map[pathEntry]int32{{}: 0},
		entries: make([]pathEntry, 1), stateKeys: map[string]int32{}}
	// Folders must stand together for first and last.
	slices.SortFunc(w.paths, func(a, b string) int {
		return slices.Compare(strings.Split(a, "/"), strings.Split(b, "/"))
	})
	w.root = &watchNode{leaf: -1, last: len(w.paths), seen: map[plumbing.Hash][]int32{}}
	for i, path := range w.paths {
		at := w.root
		for depth := 0; depth < len(path); {
			name, _, _ := strings.Cut(path[depth:], "/")
			depth += len(name)
			if n := len(at.children); n == 0 || at.children[n-1].name != name {
				at.children = append(at.children, &watchNode{name: name, leaf: -1, first: i, depth: depth, seen: map[plumbing.Hash][]int32{}})
			}
			at = at.children[len(at.children)-1]
			at.last = i + 1
			depth++
		}
		at.leaf = i
	}
	return w
}

// index is the place of a path among w.paths.
func (w *pathWatch) index(path string) int { return slices.Index(w.paths, path) }

// state is the index of the state that a tree has.
func (w *pathWatch) state(tree plumbing.Hash) (int32, error) {
	if tree == emptyTree {
		return w.intern(make([]int32, len(w.paths))), nil
	}
	entries, err := w.resolve(w.root, tree)
	if err != nil {
		return 0, err
	}
	return w.intern(entries), nil
}

func (w *pathWatch) intern(entries []int32) int32 {
	key := make([]byte, 0, 4*len(entries))
	for _, e := range entries {
		key = binary.LittleEndian.AppendUint32(key, uint32(e))
	}
	at, ok := w.stateKeys[string(key)]
	if !ok {
		at = int32(len(w.states))
		w.states = append(w.states, entries)
		w.stateKeys[string(key)] = at
	}
	return at
}

// entry is what a state has at a path, by their indexes.
func (w *pathWatch) entry(state int32, path int) *pathEntry {
	return &w.entries[w.states[state][path]]
}

func (w *pathWatch) internEntry(e pathEntry) int32 {
	at, ok := w.known[e]
	if !ok {
		at = int32(len(w.entries))
		w.entries = append(w.entries, e)
		w.known[e] = at
	}
	return at
}

// resolve is the entries of the paths at and below a node, in its version id.
func (w *pathWatch) resolve(node *watchNode, id plumbing.Hash) ([]int32, error) {
	if entries, ok := node.seen[id]; ok {
		return entries, nil
	}
	content, err := rawObject(w.objects, plumbing.TreeObject, id)
	if err != nil {
		return nil, err
	}
	entries := make([]int32, node.last-node.first)
	for left := len(node.children); left > 0 && len(content) > 0; {
		mode, name, entryID, rest, err := nextTreeEntry(content)
		if err != nil {
			return nil, fmt.Errorf("read tree %s: %w", id, err)
		}
		content = rest
		child := node.child(name)
		if child == nil {
			continue
		}
		left--
		if err := w.child(child, pathEntry{mode: mode, id: entryID}, entries[child.first-node.first:child.last-node.first]); err != nil {
			return nil, err
		}
	}
	node.seen[id] = entries
	return entries, nil
}

// child is the child of a name, nil if there is none. Children are sorted by name.
func (n *watchNode) child(name []byte) *watchNode {
	at, found := slices.BinarySearchFunc(n.children, name, func(c *watchNode, name []byte) int { return strings.Compare(c.name, string(name)) })
	if !found {
		return nil
	}
	return n.children[at]
}

// child fills in what stands at a node, and below it.
func (w *pathWatch) child(node *watchNode, e pathEntry, entries []int32) error {
	if e.mode&modeType == modeTree {
		if len(node.children) > 0 {
			below, err := w.resolve(node, e.id)
			if err != nil {
				return err
			}
			copy(entries, below)
		}
	} else if len(node.children) > 0 {
		blocked := e
		blocked.blocked = node.depth
		at := w.internEntry(blocked)
		for i := range entries {
			entries[i] = at
		}
	}
	if node.leaf >= 0 {
		entries[node.leaf-node.first] = w.internEntry(e)
	}
	return nil
}

var errTreeEntry = errors.New("malformed entry")

// nextTreeEntry reads the first entry of a tree object: octal mode, blank, name, NUL, id.
func nextTreeEntry(content []byte) (mode uint32, name []byte, id plumbing.Hash, rest []byte, err error) {
	blank := bytes.IndexByte(content, ' ')
	if blank < 1 || blank > 7 {
		return 0, nil, id, nil, errTreeEntry
	}
	for _, digit := range content[:blank] {
		if digit < '0' || digit > '7' {
			return 0, nil, id, nil, errTreeEntry
		}
		mode = mode<<3 | uint32(digit-'0')
	}
	rest = content[blank+1:]
	end := bytes.IndexByte(rest, 0)
	if end < 0 || len(rest) < end+1+len(id) {
		return 0, nil, id, nil, errTreeEntry
	}
	name = rest[:end]
	copy(id[:], rest[end+1:])
	return mode, name, id, rest[end+1+len(id):], nil
}
