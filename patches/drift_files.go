package patches

import (
	"context"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// changedFile is a file that differs between two trees.
type changedFile struct {
	path    string
	was, is pathEntry
}

// changedFiles compares two trees. It goes only into folders that differ.
func changedFiles(objects storer.EncodedObjectStorer, before, after plumbing.Hash) ([]changedFile, error) {
	var out []changedFile
	var compare func(prefix string, before, after plumbing.Hash) error
	compare = func(prefix string, before, after plumbing.Hash) error {
		was, err := listTree(objects, before)
		if err != nil {
			return err
		}
		is, err := listTree(objects, after)
		if err != nil {
			return err
		}
		names := make([]string, 0, len(is))
		for name := range is {
			names = append(names, name)
		}
		for name := range was {
			if _, ok := is[name]; !ok {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		for _, name := range names {
			a, b := was[name], is[name]
			if a == b {
				continue
			}
			var from, to plumbing.Hash
			if a.mode&modeType == modeTree {
				from, a = a.id, pathEntry{}
			}
			if b.mode&modeType == modeTree {
				to, b = b.id, pathEntry{}
			}
			if !from.IsZero() || !to.IsZero() {
				if err := compare(prefix+name+"/", from, to); err != nil {
					return err
				}
			}
			if a != b {
				out = append(out, changedFile{prefix + name, a, b})
			}
		}
		return nil
	}
	return out, compare("", before, after)
}

// listTree is a tree's entries by name; none for the zero id.
func listTree(objects storer.EncodedObjectStorer, id plumbing.Hash) (map[string]pathEntry, error) {
	if id.IsZero() || id == emptyTree {
		return nil, nil
	}
	content, err := rawObject(objects, plumbing.TreeObject, id)
	if err != nil {
		return nil, err
	}
	entries := map[string]pathEntry{}
	for len(content) > 0 {
		mode, name, entry, rest, err := nextTreeEntry(content)
		if err != nil {
			return nil, err
		}
		entries[string(name)] = pathEntry{mode: mode, id: entry}
		content = rest
	}
	return entries, nil
}

// maxBrought bounds how many versions of a merged branch are tried to find the commit
// that did it there.
const maxBrought = 200

// brought is the commit that a merge on the line brought in and that did to the hunk
// what the merge did: the only one among what it merged which does that to its own
// first parent. Nil if the commit is no merge, there is not just one, or finding it takes
// more than maxBrought versions.
func (d *drifting) brought(ctx context.Context, i int, slot *trialSlot, k int) (*CommitInfo, error) {
	merge := d.line[k+1]
	parents := d.history.commits[merge].parents
	if len(parents) < 2 {
		return nil, nil
	}
	have := d.history.ancestors(d.line[k])
	merged := d.history.ancestors(merge)
	target := kindOf(d.outcome(i, slot, k+1).hunks[slot.at].state)
	found, tries := int32(-1), 0
	kind := func(commit int32) (HunkState, error) {
		state, err := d.trials.watch.state(d.history.commits[commit].tree)
		if err != nil {
			return "", err
		}
		g := d.trials.groups[slot.group]
		key := g.key(d.trials.watch, state)
		result, ok := g.tried[key]
		if !ok {
			tries++
			if result, err = d.trials.try(ctx, g, state); err != nil {
				return "", err
			}
			g.tried[key] = result
		}
		pieces := result.alone
		if d.stacked[i] {
			pieces = result.stacked
		}
		return kindOf(pieces[slot.piece].hunks[slot.at].state), nil
	}
	for at := merge + 1; int(at) < len(merged); at++ {
		above := d.history.commits[at].parents
		if !merged[at] || have[at] || len(above) == 0 || above[0] < 0 {
			continue
		}
		is, err := kind(at)
		if err != nil {
			return nil, err
		}
		was, err := kind(above[0])
		if err != nil {
			return nil, err
		}
		if tries > maxBrought {
			return nil, nil
		}
		if is != target || was == target {
			continue
		}
		if found >= 0 {
			return nil, nil
		}
		found = at
	}
	if found < 0 {
		return nil, nil
	}
	info, err := d.history.info(found, -1)
	return &info, err
}
