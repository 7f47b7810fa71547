package patches

import (
	"fmt"
	"path"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// treeMerge merges what theirs has made of base into ours, as git's merge-ort does for
// a cherry-pick. Only paths that theirs touches are looked at, and what ours has
// renamed only if one of them is gone there.
type treeMerge struct {
	*batch
	base, ours, theirs plumbing.Hash
	opts               MergeOptions

	// What theirs did: by path, and its renames by both names.
	touched            map[string]treeChange
	theirTo, theirFrom map[string]rename
	// Of ours, once it is needed.
	oursKnown bool
	ourTo     map[string]rename
	ourList   []treeChange
	// What was merged ahead of path, by the ids of base, ours and theirs.
	ready map[[3]plumbing.Hash]Merged

	// The result: what becomes of ours, the conflicts, the files with conflicts, the
	// paths that were merged line by line.
	changes   map[string]change
	conflicts []RebaseConflictAt
	unmerged  []UnmergedFile
	merged    []string
}

// mergeTrees merges. The tree is zero if there are conflicts.
func (b *batch) mergeTrees(base, ours, theirs plumbing.Hash, opts MergeOptions) (*treeMerge, plumbing.Hash, error) {
	m := &treeMerge{batch: b, base: base, ours: ours, theirs: theirs, opts: opts,
		touched: map[string]treeChange{}, theirTo: map[string]rename{}, theirFrom: map[string]rename{}, changes: map[string]change{}}
	if base == ours {
		return m, theirs, nil
	}
	list, err := b.changesBetween(base, theirs)
	if err != nil {
		return nil, plumbing.ZeroHash, err
	}
	for _, c := range list {
		m.touched[c.path] = c
	}
	if err := m.findTheirRenames(list); err != nil {
		return nil, plumbing.ZeroHash, err
	}
	if err := m.mergeAhead(list); err != nil {
		return nil, plumbing.ZeroHash, err
	}
	for _, c := range list {
		if err := m.path(c); err != nil {
			return nil, plumbing.ZeroHash, err
		}
	}
	if err := m.movedByTheirs(list); err != nil {
		return nil, plumbing.ZeroHash, err
	}
	if len(m.conflicts) > 0 {
		return m, plumbing.ZeroHash, nil
	}
	tree, err := m.result(ours)
	return m, tree, err
}

// result is ours with the changes.
func (m *treeMerge) result(ours plumbing.Hash) (plumbing.Hash, error) {
	changes := make([]change, 0, len(m.changes))
	for _, c := range m.changes {
		changes = append(changes, c)
	}
	if ours == emptyTree {
		ours = plumbing.ZeroHash
	}
	return m.with(ours, changes)
}

// path decides about one path that theirs touches.
func (m *treeMerge) path(c treeChange) error {
	if r, found := m.theirFrom[c.path]; found {
		return m.theirRename(r)
	}
	if _, found := m.theirTo[c.path]; found {
		return nil // with its new name
	}
	ours, err := m.at(m.ours, c.path)
	if err != nil {
		return err
	}
	if c.old.exists() && !ours.exists() {
		r, found, err := m.ourRename(c.path)
		if err != nil {
			return err
		}
		if found {
			return m.followRename(c, r)
		}
	}
	if !c.old.exists() && ours.exists() {
		if double, err := m.isDouble(c.path); double || err != nil {
			return err // with its old name
		}
	}
	if !c.old.exists() && !ours.exists() {
		if moved, err := m.movedByOurs(c); moved || err != nil {
			return err
		}
	}
	return m.merge(c.path, c.old, ours, c.new, mergeNames{c.path, c.path, c.path})
}

func (m *treeMerge) typeConflict(at string, base, ours, theirs fileEntry) {
	m.conflict(UnmergedFile{Path: at, Mode: ours.mode, Kind: "type", Base: base.id, Ours: ours.id, Theirs: theirs.id},
		fmt.Sprintf("%s is of another type on each side", at))
}

// conflict records one about a file as a whole. Its content is that of the side that
// has one.
func (m *treeMerge) conflict(f UnmergedFile, detail string) {
	if f.Content == nil {
		for _, id := range []plumbing.Hash{f.Ours, f.Theirs} {
			if id.IsZero() {
				continue
			}
			// It is only shown: a submodule, or what a partial clone lacks, is not.
			if content, err := m.blob(id); err == nil {
				f.Content = content
				break
			}
		}
	}
	m.unmerged = append(m.unmerged, f)
	m.conflicts = append(m.conflicts, RebaseConflictAt{Path: f.Path, Root: true, Kind: f.Kind, Detail: detail, Key: wholeKey(f)})
}

// take is a change without a conflict, unless something stands in its way.
func (m *treeMerge) take(at string, e fileEntry) error {
	if e.exists() {
		blocked, err := m.blocked(m.ours, at)
		if err != nil {
			return err
		}
		clear := false
		if blocked {
			if clear, err = m.clears(at); err != nil {
				return err
			}
		}
		if blocked && !clear {
			m.conflict(UnmergedFile{Path: at, Mode: e.mode, Kind: "file/folder", Theirs: e.id}, fmt.Sprintf("%s would be a file and a folder", at))
			return nil
		}
	}
	m.changes[at] = change{path: at, mode: e.mode, id: e.id}
	return nil
}

// clears says whether theirs itself makes room for a file: whether all that is in its
// way goes.
func (m *treeMerge) clears(at string) (bool, error) {
	for above := path.Dir(at); above != "."; above = path.Dir(above) {
		if c, found := m.touched[above]; found && !c.new.exists() {
			entry, err := m.at(m.ours, above)
			return entry == c.old, err
		}
	}
	var files []treeChange
	tree, found, err := m.subtree(m.ours, at)
	if err != nil || !found {
		return false, err
	}
	if err := m.compareTrees(at+"/", tree, plumbing.ZeroHash, &files); err != nil {
		return false, err
	}
	return !slices.ContainsFunc(files, func(f treeChange) bool {
		c, found := m.touched[f.path]
		return !found || c.new.exists() || c.old != f.old
	}), nil
}

// mergeNames are a file's on the three sides.
type mergeNames struct{ base, ours, theirs string }

func (n mergeNames) same() bool { return n.ours == n.base && n.theirs == n.base }

// merge decides about one path from what stands there on the three sides.
func (m *treeMerge) merge(at string, base, ours, theirs fileEntry, names mergeNames) error {
	switch {
	case ours == theirs:
		if at != names.ours {
			return m.take(at, ours)
		}
		return nil
	case ours == base:
		return m.take(at, theirs)
	case theirs == base:
		return m.take(at, ours)
	case base.exists() && !ours.exists():
		m.conflict(UnmergedFile{Path: at, Mode: theirs.mode, Kind: "modify/delete", Base: base.id, Theirs: theirs.id},
			fmt.Sprintf("%s was removed by the new base and is changed by the patch", at))
		return nil
	case base.exists() && !theirs.exists():
		m.conflict(UnmergedFile{Path: at, Mode: ours.mode, Kind: "modify/delete", Base: base.id, Ours: ours.id},
			fmt.Sprintf("%s was changed by the new base and is removed by the patch", at))
		return nil
	case ours.mode&modeType != theirs.mode&modeType:
		m.typeConflict(at, base, ours, theirs)
		return nil
	}
	return m.mergeContent(at, base, ours, theirs, names)
}

// mergeContent merges two entries of one type that both differ from the base.
func (m *treeMerge) mergeContent(at string, base, ours, theirs fileEntry, names mergeNames) error {
	mode, modeConflict := ours.mode, false
	switch {
	case ours.mode == theirs.mode || ours.mode == base.mode:
		mode = theirs.mode
	case theirs.mode != base.mode:
		modeConflict = true
	}
	file := UnmergedFile{Path: at, Mode: mode, Base: base.id, Ours: ours.id, Theirs: theirs.id}
	id := ours.id
	switch {
	case ours.id == theirs.id || ours.id == base.id:
		id = theirs.id
	case theirs.id == base.id:
	case !ours.regular():
		file.Kind = "symlink"
		if ours.mode == modeGitlink {
			file.Kind = "submodule"
		}
		m.conflict(file, fmt.Sprintf("%s points elsewhere on each side", at))
		return nil
	default:
		result, err := m.mergeBlobs(base, ours, theirs, names)
		if err != nil {
			return err
		}
		if len(result.Conflicts) > 0 {
			file.Kind = "content"
			if !base.exists() {
				file.Kind = "add/add"
			}
			file.Content, file.hunks = result.Content, result.Conflicts
			if result.Binary {
				file.Kind, file.hunks = "binary", nil
				m.conflict(file, fmt.Sprintf("%s is binary and was changed by both sides", at))
				return nil
			}
			m.unmerged = append(m.unmerged, file)
			for i, c := range result.Conflicts {
				m.conflicts = append(m.conflicts, RebaseConflictAt{Path: at, Hunk: i + 1, Root: true, Kind: file.Kind, Line: c.Line, Key: c.key()})
			}
			return nil
		}
		id = m.put(plumbing.BlobObject, result.Content)
		m.merged = append(m.merged, at)
	}
	if modeConflict {
		file.Kind = "mode"
		if file.Content == nil {
			for _, made := range m.made {
				if made.id == id {
					file.Content = made.content
				}
			}
		}
		m.conflict(file, fmt.Sprintf("%s has mode %o on the new base and %o in the patch", at, ours.mode, theirs.mode))
		return nil
	}
	return m.take(at, fileEntry{mode, id})
}
