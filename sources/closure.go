package sources

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing"
)

// want is a pin and where its repository stands in the outermost source.
type want struct {
	pin lockfiles.Pin
	// prefix is empty, or the submodule's path and "/"; the pin's globs match with it.
	prefix string
	depth  int // how many submodules it lies in
}

func (w want) commit() plumbing.Hash { return plumbing.Hash(w.pin.Revision) }

func (w want) excludes(path string) bool { return Match(w.pin.Exclude, w.prefix+path) }

// closure is all that a commit's tree names.
type closure struct {
	tree    plumbing.Hash
	ids     []plumbing.Hash // commit, trees and blobs that are there, each once
	lacks   []absence       // excluded blobs and trees that are not
	modules []module
}

// module is a gitlink.
type module struct {
	path   string
	commit plumbing.Hash
}

// walker collects a closure from a repository called where, proving each commit
// and tree that it reads.
type walker struct {
	from  reader
	where string
	want  want
	seen  map[plumbing.Hash]bool
	paths int64 // walked so far
	out   closure
	// missing is what is neither there nor excluded, the first of it; nil for nothing.
	missing *MissingBlobError
}

// walk collects the closure of the wanted commit. A commit that is not there is
// plumbing.ErrObjectNotFound.
func walk(ctx context.Context, from reader, where string, w want) (*closure, error) {
	commit := w.commit()
	kind, content, err := verified(from, where, commit)
	if err != nil {
		return nil, err
	}
	if kind != plumbing.CommitObject {
		return nil, fmt.Errorf("%s: %s is a %s, not a commit", where, commit, kind)
	}
	tree, err := treeOfCommit(content)
	if err != nil {
		return nil, fmt.Errorf("%s: commit %s: %w", where, commit, err)
	}
	walk := walker{from: from, where: where, want: w, seen: map[plumbing.Hash]bool{}}
	walk.out.tree = tree
	walk.out.ids = append(walk.out.ids, commit)
	if err := walk.folder(ctx, "", tree); err != nil {
		return nil, err
	}
	if walk.missing != nil {
		return nil, walk.missing
	}
	return &walk.out, nil
}

// lack notes what is neither there nor excluded: a person wants to know of all of it at
// once.
func (w *walker) lack(path string, id plumbing.Hash) {
	if w.missing == nil {
		w.missing = &MissingBlobError{Path: w.want.prefix + path, ID: [20]byte(id), Repository: w.where}
		return
	}
	if w.missing.More++; len(w.missing.Others) < maxOthers {
		w.missing.Others = append(w.missing.Others, w.want.prefix+path)
	}
}

// folder walks a tree whose path is empty or ends in "/". A tree that stands at two
// places is walked twice: other paths may be excluded there.
func (w *walker) folder(ctx context.Context, path string, id plumbing.Hash) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	kind, content, err := verified(w.from, w.where, id)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		if path != "" && w.want.excludes(path[:len(path)-1]) {
			w.out.lacks = append(w.out.lacks, absence{id, path[:len(path)-1]})
			return nil
		}
		w.lack(strings.TrimSuffix(path, "/"), id)
		return nil
	}
	if err != nil {
		return err
	}
	if kind != plumbing.TreeObject {
		return fmt.Errorf("%s: %s at %q is a %s, not a tree", w.where, id, path, kind)
	}
	w.add(id)
	entries, err := parseTree(content)
	if err != nil {
		return fmt.Errorf("%s: tree %s at %q: %w", w.where, id, path, err)
	}
	for _, e := range entries {
		if err := w.entry(ctx, path, e); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) entry(ctx context.Context, folder string, e entry) error {
	path := folder + e.name
	w.paths++
	if err := checkPath(w.where, path, w.paths); err != nil {
		return err
	}
	switch {
	case e.isFolder():
		return w.folder(ctx, path+"/", e.id)
	case e.isModule():
		w.out.modules = append(w.out.modules, module{path, e.id})
		return nil
	case w.seen[e.id]:
		return nil
	case w.from.has(e.id):
		w.add(e.id)
		return nil
	case w.want.excludes(path):
		w.out.lacks = append(w.out.lacks, absence{e.id, path})
		return nil
	}
	w.lack(path, e.id)
	return nil
}

func (w *walker) add(id plumbing.Hash) {
	if !w.seen[id] {
		w.seen[id] = true
		w.out.ids = append(w.out.ids, id)
	}
}
