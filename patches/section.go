package patches

import (
	"fmt"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// section tries one file section. The checks and their order are those of git apply's
// check_patch; a fault says why it does not apply, and what can be said about its
// hunks is in t.verdict then too.
func (s *session) section(t *target) (*Fault, error) {
	entry, fault, err := s.preimage(t)
	if err != nil {
		return nil, err
	}
	if fault != nil {
		return s.refused(t, entry, fault)
	}
	if fault, err = s.creates(t); fault != nil || err != nil {
		if err != nil {
			return nil, err
		}
		return s.refused(t, entry, fault)
	}
	if t.NewName != "" && t.OldName != "" {
		if t.NewMode == 0 {
			t.NewMode = t.OldMode
		}
		if (t.OldMode^t.NewMode)&modeType != 0 {
			return s.refused(t, entry, &Fault{Message: fmt.Sprintf("new mode %o of %s is of another type than %o, its old one", t.NewMode, t.NewName, t.OldMode)})
		}
	}
	if wrong := t.unsafe(s.opts.Lenient); wrong != "" {
		return &Fault{Message: wrong, Hint: "such a path is never written"}, nil
	}
	if t.Deletion != Yes {
		link, err := s.beyondSymlink(t.NewName)
		if err != nil || link != "" {
			return &Fault{Message: fmt.Sprintf("%s is beyond the symlink %s", t.NewName, link), Hint: "such a path is never written"}, err
		}
	}
	content, err := s.content(t, entry)
	if err != nil {
		return nil, err
	}
	if !t.Binary && len(t.Hunks) == 0 && s.previous(t).by == nil && entry.mode != modeGitlink {
		t.id = entry.id
	}
	if fault, err = s.change(t, content); fault != nil || err != nil {
		return fault, err
	}
	if t.NewName != "" {
		s.table[t.NewName] = record{by: t}
	}
	if t.NewName == "" || t.Rename {
		s.table[t.OldName] = record{gone: true}
	}
	if t.Deletion == Yes && len(t.result) > 0 {
		return &Fault{Message: fmt.Sprintf("%s is to be deleted, but %d bytes of it would be left", t.OldName, len(t.result))}, nil
	}
	return nil, nil
}

// preimage finds what the section changes, and settles what its header left open.
func (s *session) preimage(t *target) (treeEntry, *Fault, error) {
	if t.OldName == "" {
		return treeEntry{}, nil, nil
	}
	if t.Creation == Yes {
		// Of a header that is interrupted, or out of order; git aborts here.
		return treeEntry{}, &Fault{Message: fmt.Sprintf("header contradicts itself: %s is to be created, but %s is what it was", t.NewName, t.OldName)}, nil
	}
	var entry treeEntry
	previous := s.previous(t)
	switch {
	case previous.gone:
		return entry, &Fault{Message: fmt.Sprintf("%s has been renamed or deleted further up", t.OldName)}, nil
	case previous.by != nil:
		entry.mode = previous.by.NewMode
	default:
		var found bool
		var err error
		if entry, found, err = s.find(s.root, t.OldName); err != nil {
			return entry, nil, err
		}
		entry.mode = canonicalMode(entry.mode)
		if !found && t.Creation == Unknown {
			t.Creation, t.Deletion, t.OldName = Yes, No, ""
			return treeEntry{}, nil, nil
		}
		if !found {
			t.missing = true
			return treeEntry{}, &Fault{Message: fmt.Sprintf("%s does not exist", t.OldName), Hint: "another strip count, folder or base may have it"}, nil
		}
	}
	if t.Creation == Unknown {
		t.Creation = No
	}
	if t.OldMode == 0 {
		t.OldMode = entry.mode
	}
	if (entry.mode^t.OldMode)&modeType != 0 {
		return entry, &Fault{Message: fmt.Sprintf("%s has mode %o, which is of another type than %o, as the patch has it", t.OldName, entry.mode, t.OldMode)}, nil
	}
	if entry.mode != t.OldMode {
		s.note(t.Line, t.Start, fmt.Sprintf("%s has mode %o, not %o", t.OldName, entry.mode, t.OldMode))
	}
	if t.NewMode == 0 && t.Deletion == No {
		t.NewMode = entry.mode
	}
	return entry, nil, nil
}

// previous is what an earlier section has made of the section's old name. Renames and
// copies take what was there before the patch.
func (s *session) previous(t *target) record {
	if t.Copy || t.Rename {
		return record{}
	}
	return s.table[t.OldName]
}

// creates checks that what the section makes is not there yet.
func (s *session) creates(t *target) (*Fault, error) {
	if t.NewName == "" || t.Creation != Yes && !t.Rename && !t.Copy {
		return nil, nil
	}
	if going := s.table[t.NewName]; !going.gone && !going.leaving {
		_, found, err := s.find(s.root, t.NewName)
		if err != nil {
			return nil, err
		}
		if found {
			return &Fault{Message: fmt.Sprintf("%s exists already", t.NewName)}, nil
		}
	}
	if t.NewMode == 0 {
		t.NewMode = t.OldMode
		if t.Creation == Yes {
			t.NewMode = modePlain
		}
	}
	return nil, nil
}

// unsafe says what is wrong with the paths that the section would touch.
func (t *target) unsafe(lenient bool) string {
	if t.OldName != "" && (t.Deletion == Yes || t.Creation != Yes && !t.Copy) {
		if wrong := safePath(t.OldName, t.OldMode, lenient); wrong != "" {
			return wrong
		}
	}
	if t.NewName != "" && t.Deletion != Yes {
		return safePath(t.NewName, t.NewMode, lenient)
	}
	return ""
}

// beyondSymlink is the folder of path that is a symlink, or will be; "" if none is.
func (s *session) beyondSymlink(path string) (string, error) {
	for {
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return "", nil
		}
		path = path[:i]
		if s.keptLinks[path] {
			return path, nil
		}
		if s.removedLinks[path] {
			continue
		}
		entry, found, err := s.find(s.root, path)
		if err != nil {
			return "", err
		}
		if found && entry.mode&modeType == modeSymlink {
			return path, nil
		}
	}
}

// subproject is how a submodule's commit reads as a file.
const subproject = "Subproject commit "

// content is what the section's hunks apply to.
func (s *session) content(t *target, entry treeEntry) ([]byte, error) {
	if t.OldName == "" {
		return nil, nil
	}
	if previous := s.previous(t); previous.by != nil {
		return previous.by.result, nil
	}
	if entry.mode == modeGitlink {
		return []byte(subproject + entry.id.String() + "\n"), nil
	}
	return s.blob(entry.id)
}

// commit is the commit that a submodule's file names.
func commit(content []byte) (plumbing.Hash, bool) {
	id, found := strings.CutPrefix(string(content), subproject)
	if !found || len(id) < 40 || !plumbing.IsHash(id[:40]) {
		return plumbing.ZeroHash, false
	}
	return plumbing.NewHash(id[:40]), true
}
