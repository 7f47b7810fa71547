package patches

import (
	"fmt"
	"path"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// movedByOurs finds that theirs adds a file to a folder that ours has moved as a whole
// (git's merge.directoryRenames=conflict).
func (m *treeMerge) movedByOurs(c treeChange) (bool, error) {
	folder := path.Dir(c.path)
	if gone, err := m.folderGone(m.base, m.ours, folder); err != nil || !gone {
		return false, err
	}
	list, err := m.ourChanges()
	if err != nil {
		return false, err
	}
	to, err := m.folderTarget(list, folder)
	if err != nil || to == "" {
		return false, err
	}
	if circular, err := m.movesFolder(m.theirs, to); err != nil || circular {
		return false, err
	}
	m.conflict(UnmergedFile{Path: path.Join(to, path.Base(c.path)), Mode: c.new.mode, Kind: "moved-folder", Theirs: c.new.id},
		fmt.Sprintf("the patch adds %s to a folder that the new base has moved to %s", c.path, to))
	return true, nil
}

// movedByTheirs finds that ours has added files to folders that theirs moves as a whole.
func (m *treeMerge) movedByTheirs(list []treeChange) error {
	looked := map[string]bool{}
	for _, c := range list {
		folder := path.Dir(c.path)
		if c.new.exists() || looked[folder] {
			continue
		}
		looked[folder] = true
		if gone, err := m.folderGone(m.base, m.theirs, folder); err != nil || !gone {
			if err != nil {
				return err
			}
			continue
		}
		was, _, err := m.subtree(m.base, folder)
		if err != nil {
			return err
		}
		is, _, err := m.subtree(m.ours, folder)
		if err != nil {
			return err
		}
		var added []treeChange
		if err := m.compareTrees(folder+"/", was, is, &added); err != nil {
			return err
		}
		added = slices.DeleteFunc(added, func(o treeChange) bool {
			return o.old.exists() || path.Dir(o.path) != folder || m.renamedTwice(o.path)
		})
		if len(added) == 0 {
			continue
		}
		to, err := m.folderTarget(list, folder)
		if err != nil {
			return err
		}
		if to == "" {
			continue
		}
		if circular, err := m.movesFolder(m.ours, to); err != nil {
			return err
		} else if circular {
			continue
		}
		for _, o := range added {
			m.conflict(UnmergedFile{Path: path.Join(to, path.Base(o.path)), Mode: o.new.mode, Kind: "moved-folder", Ours: o.new.id},
				fmt.Sprintf("the new base has added %s to a folder that the patch moves to %s", o.path, to))
			m.changes[o.path] = change{path: o.path}
		}
	}
	return nil
}

// renamedTwice says whether ours has a file there that theirs has renamed to elsewhere:
// that is a conflict already.
func (m *treeMerge) renamedTwice(at string) bool {
	for from, r := range m.ourTo {
		if other, found := m.theirTo[from]; found && r.to.path == at && other.to.path != at {
			return true
		}
	}
	return false
}

// folderTarget is where most of a folder's files went, "" if that cannot be said.
func (m *treeMerge) folderTarget(list []treeChange, folder string) (string, error) {
	found, err := m.renames(list, renameOptions{relevant: func(p string) bool { return path.Dir(p) == folder }, limit: renameMergeLimit})
	if err != nil {
		return "", err
	}
	counts := map[string]int{}
	for _, r := range found {
		if path.Dir(r.from.path) == folder && path.Dir(r.to.path) != folder {
			counts[path.Dir(r.to.path)]++
		}
	}
	to := mostFrequent(counts)
	for other, n := range counts {
		if other != to && n == counts[to] {
			return "", nil
		}
	}
	return to, nil
}

// movesFolder says whether a side has moved a folder as a whole. Where each side has
// moved the target of the other, both stay.
func (m *treeMerge) movesFolder(side plumbing.Hash, folder string) (bool, error) {
	if gone, err := m.folderGone(m.base, side, folder); err != nil || !gone {
		return false, err
	}
	list, err := m.changesBetween(m.base, side)
	if err != nil {
		return false, err
	}
	to, err := m.folderTarget(list, folder)
	return to != "", err
}

// folderGone says whether one tree has a folder that the other has not.
func (m *treeMerge) folderGone(before, after plumbing.Hash, folder string) (bool, error) {
	if folder == "." {
		return false, nil
	}
	if _, was, err := m.subtree(before, folder); err != nil || !was {
		return false, err
	}
	_, is, err := m.subtree(after, folder)
	return !is, err
}
