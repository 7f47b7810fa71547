package patches

import "fmt"

// change applies the section's hunks to content and leaves what comes out in t.result.
func (s *session) change(t *target, content []byte) (*Fault, error) {
	if t.Binary {
		return s.changeBinary(t, content)
	}
	if len(t.Hunks) == 0 {
		t.result = content
		return nil, nil
	}
	t.before, t.placed = content, true
	p := s.placing
	p.rule = t.rule
	image := splitInto(s.lines, content, t.added())
	defer func() { s.lines = image.lines }()
	var first *Fault
	for i := range t.Hunks {
		h := &t.Hunks[i]
		place, ok := p.apply(image, h, s.patch.Source)
		v := HunkVerdict{Index: i + 1, HeaderLine: h.Line}
		if s.comparisons < 0 {
			return nil, &Fault{Line: h.Line, Byte: h.Start, Message: fmt.Sprintf("hunk %d of %s: to look for the places of all hunks takes more than %d comparisons of lines", i+1, t.Name(), maxComparisons)}
		}
		if !ok {
			v.State, v.Line = HunkConflict, max(place.wanted, 0)+1
			if at, used, landed := p.landed(image, h, s.patch.Source, place.wanted); landed {
				v.State, v.Line, v.Offset, v.ContextUsed = HunkLanded, at+1, at-place.wanted, used
			}
			if first == nil && v.State == HunkConflict {
				first = &Fault{Line: h.Line, Byte: h.Start, Message: fmt.Sprintf("hunk %d does not match %s:%d", i+1, t.verdict.from(), max(p.oldStart(h), 1))}
			}
			t.failed = true
			t.verdict.Hunks = append(t.verdict.Hunks, v)
			continue
		}
		at := place.at - place.before
		v.State, v.Line, v.Offset, v.ContextUsed = HunkExact, at+1, at-place.wanted, place.used
		switch {
		case place.reduced:
			v.State = HunkFuzzy
		case v.Offset != 0:
			v.State = HunkOffset
		}
		if place.blankAtEOF {
			if s.opts.Whitespace == WhitespaceError {
				s.spaceErrors++
			}
			s.note(h.Line, h.Start, fmt.Sprintf("hunk %d of %s adds a blank line at the end of the file", i+1, t.Name()))
		}
		t.verdict.Hunks = append(t.verdict.Hunks, v)
	}
	length := image.length()
	if err := s.produces(t, length); err != nil {
		return nil, err
	}
	switch {
	case t.failed:
	case s.wantsID(t):
		t.id = image.blobID(length)
	default:
		t.result = image.bytes()
	}
	if first == nil && t.failed {
		first = t.hasLanded()
	}
	return first, nil
}

// wantsID says that of what a section makes only the id matters: nothing is built on it,
// and no other section goes on from there.
func (s *session) wantsID(t *target) bool {
	others := s.from[t.NewName]
	if t.OldName == t.NewName {
		others--
	}
	return s.single && s.opts.Check && t.Deletion != Yes && t.NewMode&modeType == modeFile && t.NewName != "" && others <= 0
}

// Bounds of what one patch may cost: comparisons of lines to find the places of its
// hunks (most take one a line), and bytes of the files that it makes.
const (
	maxComparisons = 128_000_000
	maxProduced    = 64 << 20
)

// produces takes note of the size of what a section makes. The error is a *Fault.
func (s *session) produces(t *target, bytes int) error {
	if s.produced += bytes; s.produced > maxProduced {
		return &Fault{Line: t.Line, Byte: t.Start, Message: fmt.Sprintf("%s: the files that the patch makes are larger than %d MiB together", t.Name(), maxProduced>>20)}
	}
	return nil
}

// hasLanded says how much of a section, in which no hunk conflicts, has landed.
func (t *target) hasLanded() *Fault {
	t.landed = true
	for _, v := range t.verdict.Hunks {
		t.landed = t.landed && v.State == HunkLanded
	}
	message := fmt.Sprintf("%s has some of the change already", t.Name())
	if t.landed {
		message = fmt.Sprintf("%s has the change already", t.Name())
	}
	return &Fault{Line: t.Line, Byte: t.Start, Message: message}
}

// survey looks again at the hunks of a patch that does not apply. A hunk that would
// apply, but not where it wants to, has rather landed if what it makes is nearer.
func (s *session) survey(t *target) {
	if !t.placed {
		return
	}
	p := s.placing
	p.rule = t.rule
	image := splitInto(s.lines, t.before, t.added())
	s.lines = image.lines
	landed, conflict := false, false
	for i := range t.Hunks {
		h := &t.Hunks[i]
		v := &t.verdict.Hunks[i]
		place, _, ok := p.locate(image, h, s.patch.Source)
		offset := place.at - place.before - place.wanted
		if !ok || place.reduced || offset != 0 {
			at, used, found := p.landed(image, h, s.patch.Source, place.wanted)
			if found && (!ok || place.reduced || max(at-place.wanted, place.wanted-at) < max(offset, -offset)) {
				v.State, v.Line, v.Offset, v.ContextUsed = HunkLanded, at+1, at-place.wanted, used
				landed = true
				continue
			}
		}
		if !ok {
			v.State = HunkConflict
			conflict = true
			continue
		}
		p.apply(image, h, s.patch.Source)
		v.Line, v.Offset, v.ContextUsed, v.State = place.wanted+offset+1, offset, place.used, HunkExact
		switch {
		case place.reduced:
			v.State = HunkFuzzy
		case offset != 0:
			v.State = HunkOffset
		}
	}
	if landed && !conflict {
		t.failed = true
		t.verdict.Fault = t.hasLanded()
	}
}

// from is the name before the patch.
func (v *FileVerdict) from() string {
	if v.OldPath != "" {
		return v.OldPath
	}
	return v.Path
}

func (p *placing) oldStart(h *Hunk) int {
	if p.reverse {
		return h.NewStart
	}
	return h.OldStart
}

// landed says where what the hunk makes is already. All of its context must be there,
// and a hunk that only removes must leave context that is more than blank lines.
func (p *placing) landed(image *image, h *Hunk, source []byte, wanted int) (at, used int, ok bool) {
	s := h.sides(source, p.reverse, false, p.inaccurate, p.rule)
	s.pre, s.post = s.post, s.pre
	if allBlank(s.pre) {
		return 0, 0, false
	}
	exact := placing{context: -1, rule: p.rule, left: p.left}
	at = exact.find(image, &s, wanted, false, !p.unidiffZero && s.trailing == 0)
	return at, s.leading + s.trailing, at >= 0
}

// refused says of a section that cannot be tried whether it has landed: what it makes
// is there, what it removes is gone.
func (s *session) refused(t *target, entry treeEntry, fault *Fault) (*Fault, error) {
	state := HunkConflict
	switch {
	case t.Creation == Yes && t.NewName != "":
		there, found, err := s.find(s.root, t.NewName)
		if err != nil {
			return nil, err
		}
		if !found || t.NewMode != 0 && canonicalMode(there.mode) != t.NewMode || there.mode&modeType == modeGitlink {
			break
		}
		existing, err := s.blob(there.id)
		if err != nil {
			return nil, err
		}
		if text, ok := s.created(t); ok && string(text) == string(existing) {
			state, t.landed = HunkLanded, true
		}
	case t.Deletion == Yes && t.missing:
		state, t.landed, t.weak = HunkLanded, true, true
	case t.Rename && entry.mode == 0:
		there, found, err := s.find(s.root, t.NewName)
		if err != nil {
			return nil, err
		}
		if !found || there.mode&modeType == modeGitlink {
			break
		}
		content, err := s.blob(there.id)
		if err != nil {
			return nil, err
		}
		// Hunks that fit the new name's file do not make up for the old one's absence.
		if _, err := s.change(t, content); err != nil {
			return nil, err
		}
		if t.landed || len(t.Hunks) == 0 && !t.Binary {
			t.landed = true
			return &Fault{Message: fmt.Sprintf("%s is %s already", t.OldName, t.NewName)}, nil
		}
		t.verdict.Hunks = nil
	}
	if t.landed {
		fault.Message += ": the change has landed"
	}
	for i := range t.Hunks {
		h := &t.Hunks[i]
		t.verdict.Hunks = append(t.verdict.Hunks, HunkVerdict{Index: i + 1, HeaderLine: h.Line, State: state, Line: max(s.placing.oldStart(h), 1)})
	}
	return fault, nil
}

// created is the content of a file that the section creates.
func (s *session) created(t *target) ([]byte, bool) {
	if t.Binary {
		result, message, err := s.binary(t, nil)
		return result, message == "" && err == nil
	}
	image := newImage(nil, t.added())
	for i := range t.Hunks {
		if _, ok := s.placing.apply(image, &t.Hunks[i], s.patch.Source); !ok {
			return nil, false
		}
	}
	return image.bytes(), true
}

// added is by how many lines the file may grow on the way through the hunks.
func (t *target) added() int {
	lines := 0
	for i := range t.Hunks {
		lines += max(t.Hunks[i].NewLines-t.Hunks[i].OldLines, t.Hunks[i].OldLines-t.Hunks[i].NewLines)
	}
	return lines
}
