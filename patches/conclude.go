package patches

import (
	"errors"
	"fmt"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// conclude fills in the verdict: the tree where all sections applied, else why not.
func (s *session) conclude(v *Verdict) error {
	if slices.ContainsFunc(s.targets, func(t *target) bool { return t.failed }) {
		for _, t := range s.targets {
			s.survey(t)
		}
	}
	for _, t := range s.sections {
		t.name() // a section that left open whether it creates the file knows by now
		v.Files = append(v.Files, t.verdict)
	}
	v.Notes = s.notes
	if s.failed(v) {
		return nil
	}
	if s.opts.Whitespace == WhitespaceError && s.spaceErrors > 0 {
		v.Status = Conflict
		v.Fault = &Fault{Message: fmt.Sprintf("%d lines add whitespace errors", s.spaceErrors), Hint: `whitespace "fix" would set them right`}
		return nil
	}
	if fault := s.outOfOrder(); fault != nil && !s.opts.Lenient {
		v.Status, v.Fault = Conflict, fault
		return nil
	}
	b := &batch{objects: s.objects}
	tree, fault, err := s.write(b)
	if err != nil {
		return err
	}
	if fault != nil {
		v.Status, v.Fault = Conflict, fault
		return nil
	}
	if (tree == s.root || s.root.IsZero() && tree == emptyTree) && !s.opts.Lenient {
		v.Status = Empty
		v.Fault = &Fault{Message: "changes nothing: the tree is what it was before"}
		if len(s.targets) == 0 {
			v.Fault = &Fault{Message: fmt.Sprintf("changes nothing: none of its %d file sections is included", len(s.sections))}
		}
		return nil
	}
	v.Status = Clean
	for _, file := range v.Files {
		for _, hunk := range file.Hunks {
			switch {
			case hunk.State == HunkFuzzy && v.Status != Fuzzy:
				v.Status = Fuzzy
				v.Fault = &Fault{Line: hunk.HeaderLine, Message: fmt.Sprintf("hunk %d of %s matches with %d lines of context only", hunk.Index, file.Path, hunk.ContextUsed),
					Hint: "see whether it is the right place, then acknowledge it in the definition"}
			case hunk.State == HunkOffset && v.Status == Clean:
				v.Status = Offset
			}
		}
	}
	if v.Status == Fuzzy && !s.opts.AllowFuzz && !s.opts.Lenient {
		return nil
	}
	v.Tree = tree.String()
	if s.single && s.opts.Check {
		return nil
	}
	return s.keep(b)
}

// failed says that the patch does not apply, and sets status and fault.
func (s *session) failed(v *Verdict) bool {
	var first, landed *Fault
	failed, all, strong, some := false, true, false, false
	for _, t := range s.targets {
		if !t.failed {
			all = false
			continue
		}
		failed = true
		fault := t.verdict.Fault
		conflict := !t.landed && len(t.verdict.Hunks) == 0
		for _, h := range t.verdict.Hunks {
			conflict = conflict || h.State == HunkConflict
			some = some || h.State == HunkLanded
		}
		if conflict && first == nil {
			first = fault
		}
		if landed == nil {
			landed = fault
		}
		all = all && t.landed
		strong = strong || t.landed && !t.weak
	}
	if !failed {
		return false
	}
	switch {
	case first != nil:
		v.Status, v.Fault = Conflict, first
	case all && strong:
		v.Status, v.Fault = Landed, &Fault{Line: landed.Line, Byte: landed.Byte, Message: "the change is in the tree already"}
	case strong || some && !all:
		v.Status, v.Fault = PartlyLanded, landed
	default:
		// Only that things are missing speaks for it: the base may be another one.
		v.Status, v.Fault = Conflict, landed
		for i := range v.Files {
			for j := range v.Files[i].Hunks {
				if v.Files[i].Hunks[j].State == HunkLanded {
					v.Files[i].Hunks[j].State = HunkConflict
				}
			}
		}
	}
	return true
}

// outOfOrder finds a file that a section changes and a later one removes. Git, which
// removes before it adds, would leave the changed file there.
func (s *session) outOfOrder() *Fault {
	changed := map[string]bool{}
	for _, t := range s.targets {
		if changed[t.OldName] && (t.Deletion == Yes || t.Rename) {
			return &Fault{Line: t.Line, Byte: t.Start, Message: fmt.Sprintf("%s is changed by one section and removed by a later one", t.OldName),
				Hint: "git would leave the changed file; make two patches of this one"}
		}
		if t.Deletion != Yes && t.NewName == t.OldName {
			changed[t.NewName] = true
		}
	}
	return nil
}

// write makes the tree. As git does, it first removes what goes or is replaced, then
// adds what is new, in the order of the sections.
func (s *session) write(b *batch) (plumbing.Hash, *Fault, error) {
	final := map[string]change{}
	for _, t := range s.targets {
		if t.Deletion == Yes || t.Creation != Yes && !t.Copy {
			final[t.OldName] = change{path: t.OldName}
		}
	}
	for _, t := range s.targets {
		if t.Deletion == Yes {
			continue
		}
		c := change{path: t.NewName, mode: t.NewMode}
		if c.mode == 0 {
			c.mode = modePlain
		}
		if c.mode == modeGitlink {
			var ok bool
			if c.id, ok = commit(t.result); !ok {
				return plumbing.ZeroHash, &Fault{Line: t.Line, Byte: t.Start, Message: fmt.Sprintf("%s is a submodule, and what the patch makes names no commit", t.NewName)}, nil
			}
		} else if c.id = t.id; c.id.IsZero() {
			c.id = b.put(plumbing.BlobObject, t.result)
		}
		final[c.path] = c
	}
	changes := make([]change, 0, len(final))
	for _, c := range final {
		changes = append(changes, c)
	}
	tree, err := b.with(s.root, changes)
	var blocked *blockedError
	if errors.As(err, &blocked) {
		return plumbing.ZeroHash, &Fault{Message: err.Error()}, nil
	}
	return tree, nil, err
}
