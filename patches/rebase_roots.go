package patches

import (
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// roots tells which conflicts are with the new base itself. Those that are only with
// patches that were left out are there, too, if the patch is merged onto the old base
// without these.
func (r *rebaser) roots(p *RebasedPatch) error {
	if len(r.left) == 0 {
		return nil
	}
	b := &batch{objects: r.objects}
	m, tree, err := b.mergeTrees(p.OldBase, r.without, p.OldTree, MergeOptions{Style: r.request.Style})
	if err != nil {
		return err
	}
	if len(p.Conflicts) == 0 && tree == r.without {
		// It does nothing without the others.
		return nil
	}
	for k := range p.Conflicts {
		c := &p.Conflicts[k]
		c.Root = !m.conflictsAt(c.Path, p.baseOf(c))
	}
	return nil
}

// baseOf is where the conflict lies in the base; a file as a whole has no place.
func (p *RebasedPatch) baseOf(c *RebaseConflictAt) *ConflictHunk {
	for _, f := range p.Unmerged {
		if f.Path == c.Path && c.Hunk > 0 && c.Hunk <= len(f.hunks) {
			return &f.hunks[c.Hunk-1]
		}
	}
	return nil
}

// conflictsAt says whether the merge has a conflict that touches the place, which is
// in lines of the same base.
func (m *treeMerge) conflictsAt(path string, place *ConflictHunk) bool {
	for _, f := range m.unmerged {
		if f.Path != path {
			continue
		}
		if place == nil || len(f.hunks) == 0 {
			return true
		}
		if slices.ContainsFunc(f.hunks, func(h ConflictHunk) bool {
			return h.BaseStart <= place.BaseStart+place.BaseLines && place.BaseStart <= h.BaseStart+h.BaseLines
		}) {
			return true
		}
	}
	return false
}

// needs finds the patches that were left out and without which this one conflicts: a
// patch is needed if it cannot be taken out of the old series alone, or if this one
// conflicts once it is out.
func (r *rebaser) needs(p *RebasedPatch) error {
	own, err := r.changesBetween(p.OldBase, p.OldTree)
	if err != nil {
		return err
	}
	touched := make(map[string]bool, len(own))
	for _, c := range own {
		touched[c.path] = true
	}
	var touching []string
	for _, k := range r.left {
		other := &r.result.Patches[k]
		theirs, err := r.changesBetween(other.OldBase, other.OldTree)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(theirs, func(c treeChange) bool { return touched[c.path] }) {
			continue
		}
		touching = append(touching, other.File)
		b := &batch{objects: r.objects}
		undo, tree, err := b.mergeTrees(other.OldTree, p.OldBase, other.OldBase, MergeOptions{})
		if err != nil {
			return err
		}
		needed := len(undo.conflicts) > 0
		if !needed {
			if err := r.keep(b); err != nil {
				return err
			}
			again := &batch{objects: r.objects}
			m, result, err := again.mergeTrees(p.OldBase, tree, p.OldTree, MergeOptions{})
			if err != nil {
				return err
			}
			needed = len(m.conflicts) > 0 || result == tree
		}
		if needed {
			p.Needs = append(p.Needs, other.File)
		}
	}
	if len(p.Needs) == 0 {
		p.Needs = touching
	}
	return nil
}

// resolve makes the tree of a conflict that a person has resolved, now or earlier.
func (r *rebaser) resolve(p *RebasedPatch, m *treeMerge, decision Decision, tree plumbing.Hash) (plumbing.Hash, error) {
	if len(m.conflicts) == 0 {
		return tree, nil
	}
	if decision.Kind == DecisionResolve {
		left := map[string]bool{}
		for _, f := range p.Unmerged {
			left[f.Path] = true
		}
		for _, f := range decision.Files {
			delete(left, f.Path)
			if f.Deleted {
				m.changes[f.Path] = change{path: f.Path}
				continue
			}
			c := change{path: f.Path, mode: f.Mode}
			if id, ok := commit(f.Content); ok && f.Mode == modeGitlink {
				c.id = id
			} else {
				c.id = m.put(plumbing.BlobObject, f.Content)
			}
			m.changes[f.Path] = c
		}
		if len(left) > 0 {
			return plumbing.ZeroHash, nil
		}
		p.Evidence = "resolved"
		p.Conflicts, p.Unmerged = []RebaseConflictAt{}, nil
		return m.result(r.newBase)
	}
	if !r.propose(p) || !r.request.UseResolutions {
		return plumbing.ZeroHash, nil
	}
	for _, f := range p.Unmerged {
		c := change{path: f.Path, mode: f.Mode}
		if f.Proposed == nil {
			c.mode = 0
		} else {
			c.id = m.put(plumbing.BlobObject, f.Proposed)
		}
		m.changes[f.Path] = c
	}
	p.Evidence = "resolution"
	p.Conflicts, p.Unmerged = []RebaseConflictAt{}, nil
	return m.result(r.newBase)
}
