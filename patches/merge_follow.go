package patches

import "fmt"

// findTheirRenames looks for renames that matter: of files that ours has changed.
func (m *treeMerge) findTheirRenames(list []treeChange) error {
	relevant := map[string]bool{}
	for _, c := range list {
		if c.new.exists() {
			continue
		}
		entry, err := m.at(m.ours, c.path)
		if err != nil {
			return err
		}
		relevant[c.path] = entry != c.old
	}
	found, err := m.renames(list, renameOptions{relevant: func(p string) bool { return relevant[p] }, limit: renameMergeLimit})
	for _, r := range found {
		if relevant[r.from.path] {
			m.theirTo[r.from.path], m.theirFrom[r.to.path] = r, r
		}
	}
	return err
}

// ourRename is where ours has moved a file that is gone there.
func (m *treeMerge) ourRename(gone string) (rename, bool, error) {
	if err := m.findOurRenames(); err != nil {
		return rename{}, false, err
	}
	r, found := m.ourTo[gone]
	return r, found, nil
}

// ourChanges is what ours has made of base, as a whole.
func (m *treeMerge) ourChanges() ([]treeChange, error) {
	var err error
	if m.ourList == nil {
		m.ourList, err = m.changesBetween(m.base, m.ours)
	}
	return m.ourList, err
}

// findOurRenames fills in ourTo.
func (m *treeMerge) findOurRenames() error {
	if m.oursKnown {
		return nil
	}
	m.oursKnown = true
	m.ourTo = map[string]rename{}
	list, err := m.ourChanges()
	if err != nil {
		return err
	}
	relevant := func(p string) bool { _, found := m.touched[p]; return found }
	found, err := m.renames(list, renameOptions{relevant: relevant, limit: renameMergeLimit})
	for _, r := range found {
		m.ourTo[r.from.path] = r
	}
	return err
}

// theirRename merges a file that theirs has renamed.
func (m *treeMerge) theirRename(r rename) error {
	from, to := r.from.path, r.to.path
	ours, err := m.at(m.ours, from)
	if err != nil {
		return err
	}
	blocking, err := m.at(m.ours, to)
	if err != nil {
		return err
	}
	if !ours.exists() {
		other, found, err := m.ourRename(from)
		if err != nil {
			return err
		}
		switch {
		case found && other.to.path == to:
			return m.merge(to, r.from.old, other.to.new, r.to.new, mergeNames{to, to, to})
		case found:
			m.conflict(UnmergedFile{Path: to, Mode: r.to.new.mode, Kind: "rename/rename", Base: r.from.old.id, Ours: other.to.new.id, Theirs: r.to.new.id},
				fmt.Sprintf("%s was renamed to %s by the new base and to %s by the patch", from, other.to.path, to))
			return nil
		}
		m.conflict(UnmergedFile{Path: to, Mode: r.to.new.mode, Kind: "rename/delete", Base: r.from.old.id, Theirs: r.to.new.id},
			fmt.Sprintf("%s was removed by the new base and renamed to %s by the patch", from, to))
		return nil
	}
	if blocking.exists() && ours.regular() != r.to.new.regular() {
		return m.doubleRename(to, r.from.old, blocking, r.to.new, mergeNames{from, to, to})
	}
	if blocking.exists() {
		m.conflict(UnmergedFile{Path: to, Mode: r.to.new.mode, Kind: "add/add", Base: r.from.old.id, Ours: blocking.id, Theirs: r.to.new.id},
			fmt.Sprintf("the patch renames %s to %s, which the new base has, too", from, to))
		return nil
	}
	if (ours.mode^r.to.new.mode)&modeType != 0 {
		m.conflict(UnmergedFile{Path: to, Mode: r.to.new.mode, Kind: "type", Base: r.from.old.id, Ours: ours.id, Theirs: r.to.new.id},
			fmt.Sprintf("%s was renamed to %s by the patch and is of another type on the new base", from, to))
		return nil
	}
	m.changes[from] = change{path: from}
	if moved, err := m.movedByOurs(r.to); moved || err != nil {
		return err
	}
	return m.merge(to, r.from.old, ours, r.to.new, mergeNames{from, from, to})
}

// followRename merges a change to a file that ours has renamed.
func (m *treeMerge) followRename(c treeChange, r rename) error {
	to := r.to.path
	if !c.new.exists() {
		m.conflict(UnmergedFile{Path: to, Mode: r.to.new.mode, Kind: "rename/delete", Base: c.old.id, Ours: r.to.new.id},
			fmt.Sprintf("%s was renamed to %s by the new base and removed by the patch", c.path, to))
		return nil
	}
	other, found := m.touched[to]
	if found && other.new.exists() && c.new.regular() != r.to.new.regular() {
		m.changes[c.path] = change{path: c.path, mode: c.new.mode, id: c.new.id}
		return m.doubleRename(to, c.old, r.to.new, other.new, mergeNames{c.path, to, to})
	}
	if (c.new.mode^r.to.new.mode)&modeType != 0 {
		m.conflict(UnmergedFile{Path: to, Mode: r.to.new.mode, Kind: "type", Base: c.old.id, Ours: r.to.new.id, Theirs: c.new.id},
			fmt.Sprintf("%s was renamed to %s by the new base and is of another type in the patch", c.path, to))
		return nil
	}
	if found && other.new.exists() {
		m.conflict(UnmergedFile{Path: to, Mode: r.to.new.mode, Kind: "add/add", Base: c.old.id, Ours: r.to.new.id, Theirs: other.new.id},
			fmt.Sprintf("%s was renamed to %s by the new base, and the patch adds a file of that name", c.path, to))
		return nil
	}
	return m.merge(to, c.old, r.to.new, c.new, mergeNames{c.path, to, c.path})
}

// doubleRename merges a file that one side has renamed to a name that the other side
// has, too, and has something of another type in the old place: that side has probably
// renamed it as well, and put something else there (git's process_renames: "really a
// double rename"). What is of another type at the new name, too, is no version of it,
// even where one side has left the file as it was.
func (m *treeMerge) doubleRename(to string, base, ours, theirs fileEntry, names mergeNames) error {
	if (ours.mode^theirs.mode)&modeType != 0 {
		m.typeConflict(to, base, ours, theirs)
		return nil
	}
	return m.merge(to, base, ours, theirs, names)
}

// isDouble says whether ours has renamed a file to a path that theirs adds, while theirs
// has put something of another type in the old place.
func (m *treeMerge) isDouble(to string) (bool, error) {
	for from, c := range m.touched {
		if !c.old.exists() || !c.new.exists() || c.old.regular() == c.new.regular() {
			continue
		}
		r, found, err := m.ourRename(from)
		if err != nil || found && r.to.path == to {
			return found, err
		}
	}
	return false, nil
}
