package patches

import (
	"bytes"
	"slices"
)

// merger lays the changes of two sides over each other.
type merger struct {
	opts               MergeOptions
	algorithm          DiffAlgorithm
	base, ours, theirs [][]byte
	hunks              []mergeHunk
}

// verdict of a mergeHunk.
type mergeTake int8

const (
	takeConflict mergeTake = iota
	takeOurs
	takeTheirs
	// takeNeither marks a conflict in which both sides turned out to be equal.
	takeNeither
)

// lineSpan is a run of lines.
type lineSpan struct{ start, count int }

func (s lineSpan) end() int { return s.start + s.count }

func (s lineSpan) of(lines [][]byte) [][]byte { return lines[s.start:s.end()] }

// mergeHunk is a place where at least one side changed the base.
type mergeHunk struct {
	take               mergeTake
	base, ours, theirs lineSpan
}

// add appends a hunk, or widens the last one if it touches it.
func (m *merger) add(h mergeHunk) {
	if n := len(m.hunks); n > 0 {
		last := &m.hunks[n-1]
		if h.ours.start <= last.ours.end() || h.theirs.start <= last.theirs.end() {
			if last.take != h.take {
				last.take = takeConflict
			}
			last.base.count = h.base.end() - last.base.start
			last.ours.count = h.ours.end() - last.ours.start
			last.theirs.count = h.theirs.end() - last.theirs.start
			return
		}
	}
	m.hunks = append(m.hunks, h)
}

// overlay makes hunks of the changes: what only one side changed is taken from it,
// what overlaps or touches is a conflict unless both did the same (XDL_MERGE_EAGER).
func (m *merger) overlay(ours, theirs []lineChange) {
	// How far the sides have moved against the base.
	oursBy, theirsBy := 0, 0
	takeOne := func(c lineChange) {
		m.add(mergeHunk{takeOurs, lineSpan{c.a, c.aLines}, lineSpan{c.b, c.bLines}, lineSpan{c.a + theirsBy, c.aLines}})
	}
	takeOther := func(c lineChange) {
		m.add(mergeHunk{takeTheirs, lineSpan{c.a, c.aLines}, lineSpan{c.a + oursBy, c.aLines}, lineSpan{c.b, c.bLines}})
	}
	for len(ours) > 0 && len(theirs) > 0 {
		o, t := ours[0], theirs[0]
		oursBy, theirsBy = o.b-o.a, t.b-t.a
		if o.a+o.aLines < t.a {
			takeOne(o)
			ours = ours[1:]
			continue
		}
		if t.a+t.aLines < o.a {
			takeOther(t)
			theirs = theirs[1:]
			continue
		}
		same := o.a == t.a && o.aLines == t.aLines && o.bLines == t.bLines &&
			slices.EqualFunc(m.ours[o.b:o.b+o.bLines], m.theirs[t.b:t.b+t.bLines], bytes.Equal)
		oEnd, tEnd := o.a+o.aLines, t.a+t.aLines
		if !same {
			start, end := min(o.a, t.a), max(oEnd, tEnd)
			h := mergeHunk{base: lineSpan{start, end - start}}
			h.ours.start = o.b - (o.a - start)
			h.ours.count = o.b + o.bLines + (end - oEnd) - h.ours.start
			h.theirs.start = t.b - (t.a - start)
			h.theirs.count = t.b + t.bLines + (end - tEnd) - h.theirs.start
			m.add(h)
		}
		if oEnd >= tEnd {
			theirs = theirs[1:]
		}
		if tEnd >= oEnd {
			ours = ours[1:]
		}
	}
	oursBy, theirsBy = len(m.ours)-len(m.base), len(m.theirs)-len(m.base)
	for _, c := range ours {
		takeOne(c)
	}
	for _, c := range theirs {
		takeOther(c)
	}
}

// trim takes what both sides begin and end with out of the conflicts (zdiff3).
func (m *merger) trim() {
	for i := range m.hunks {
		h := &m.hunks[i]
		if h.take != takeConflict {
			continue
		}
		for h.ours.count > 0 && h.theirs.count > 0 && bytes.Equal(m.ours[h.ours.start], m.theirs[h.theirs.start]) {
			h.ours = lineSpan{h.ours.start + 1, h.ours.count - 1}
			h.theirs = lineSpan{h.theirs.start + 1, h.theirs.count - 1}
		}
		for h.ours.count > 0 && h.theirs.count > 0 && bytes.Equal(m.ours[h.ours.end()-1], m.theirs[h.theirs.end()-1]) {
			h.ours.count--
			h.theirs.count--
		}
	}
}

// refine compares the sides of each conflict and leaves what differs (zealous). The
// base of a part is not known: it is that of the whole.
func (m *merger) refine() {
	var refined []mergeHunk
	for _, h := range m.hunks {
		if h.take != takeConflict || h.ours.count == 0 || h.theirs.count == 0 {
			refined = append(refined, h)
			continue
		}
		d := &lineDiff{a: diffSide{lines: h.ours.of(m.ours)}, b: diffSide{lines: h.theirs.of(m.theirs)}}
		d.classify(newLineClasses(len(d.a.lines)))
		changes := d.run(m.algorithm, false)
		if len(changes) == 0 {
			h.take = takeNeither
			refined = append(refined, h)
			continue
		}
		for _, c := range changes {
			refined = append(refined, mergeHunk{takeConflict, h.base, lineSpan{h.ours.start + c.a, c.aLines}, lineSpan{h.theirs.start + c.b, c.bLines}})
		}
	}
	m.hunks = refined
}

// joinDistance is how many lines between two conflicts are not worth keeping them
// apart.
const joinDistance = 3

// join makes one of conflicts that are close to each other.
func (m *merger) join() {
	if len(m.hunks) == 0 {
		return
	}
	joined := m.hunks[:1]
	for _, h := range m.hunks[1:] {
		last := &joined[len(joined)-1]
		between := m.ours[last.ours.end():max(h.ours.start, last.ours.end())]
		near := len(between) <= joinDistance || m.opts.JoinBlank && !slices.ContainsFunc(between, hasAlphanumeric)
		if last.take != takeConflict || h.take != takeConflict || !near {
			joined = append(joined, h)
			continue
		}
		last.ours.count = h.ours.end() - last.ours.start
		last.theirs.count = h.theirs.end() - last.theirs.start
		last.base.count = max(last.base.end(), h.base.end()) - last.base.start
	}
	m.hunks = joined
}

func hasAlphanumeric(line []byte) bool {
	for _, c := range line {
		if '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
			return true
		}
	}
	return false
}
