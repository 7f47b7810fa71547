package patches

import (
	"bytes"
	"slices"
)

// markerSize is how many characters a conflict marker has.
const markerSize = 7

// write puts the file together.
func (m *merger) write() Merged {
	var result Merged
	var out bytes.Buffer
	out.Grow(m.sizeBytes())
	line, at := 1, 0 // of the result, of ours
	copyLines := func(lines [][]byte) {
		for _, l := range lines {
			out.Write(l)
		}
		line += len(lines)
	}
	for _, h := range m.hunks {
		if h.take == takeNeither {
			continue
		}
		copyLines(m.ours[at:h.ours.start])
		switch h.take {
		case takeOurs:
			copyLines(h.ours.of(m.ours))
		case takeTheirs:
			copyLines(h.theirs.of(m.theirs))
		case takeConflict:
			c := ConflictHunk{
				Base: slices.Concat(h.base.of(m.base)...), Ours: slices.Concat(h.ours.of(m.ours)...), Theirs: slices.Concat(h.theirs.of(m.theirs)...),
				BaseStart: h.base.start + 1, BaseLines: h.base.count, Line: line,
			}
			c.Lines = m.writeConflict(&out, h)
			line += c.Lines
			result.Conflicts = append(result.Conflicts, c)
		}
		at = h.ours.end()
	}
	copyLines(m.ours[at:])
	result.Content = out.Bytes()
	return result
}

// sizeBytes is about how long the result will be: ours, and what theirs puts in.
func (m *merger) sizeBytes() int {
	size := 0
	count := func(lines [][]byte) {
		for _, l := range lines {
			size += len(l)
		}
	}
	count(m.ours)
	for _, h := range m.hunks {
		if h.take == takeTheirs || h.take == takeConflict {
			count(h.theirs.of(m.theirs))
		}
		if h.take == takeConflict {
			count(h.base.of(m.base))
			size += markersBytes
		}
	}
	return size
}

// markersBytes is about what the markers of a conflict take, with their labels.
const markersBytes = 256

// writeConflict writes one conflict between its markers and returns how many lines
// that took.
func (m *merger) writeConflict(out *bytes.Buffer, h mergeHunk) int {
	newline := "\n"
	if m.needsReturn(h) {
		newline = "\r\n"
	}
	lines := 0
	marker := func(c byte, label string) {
		out.Write(bytes.Repeat([]byte{c}, markerSize))
		if label != "" {
			out.WriteString(" " + label)
		}
		out.WriteString(newline)
		lines++
	}
	side := func(part [][]byte) {
		for _, l := range part {
			out.Write(l)
		}
		if n := len(part); n > 0 && !bytes.HasSuffix(part[n-1], []byte{'\n'}) {
			out.WriteString(newline)
		}
		lines += len(part)
	}
	marker('<', m.opts.Ours)
	side(h.ours.of(m.ours))
	if m.opts.Style == StyleDiff3 || m.opts.Style == StyleZealousDiff3 {
		marker('|', m.opts.Base)
		side(h.base.of(m.base))
	}
	marker('=', "")
	side(h.theirs.of(m.theirs))
	marker('>', m.opts.Theirs)
	return lines
}

// needsReturn says whether markers end as lines in Windows do: if what precedes the
// conflict does, on both sides, and the first line of the base (git's is_cr_needed).
func (m *merger) needsReturn(h mergeHunk) bool {
	if returns, known := endsWithReturn(m.ours, max(h.ours.start-1, 0)); known && !returns {
		return false
	}
	if returns, known := endsWithReturn(m.theirs, max(h.theirs.start-1, 0)); known && !returns {
		return false
	}
	returns, _ := endsWithReturn(m.base, 0)
	return returns
}

// endsWithReturn says how line i ends; of a last line without end, the one before it
// tells.
func endsWithReturn(lines [][]byte, i int) (returns, known bool) {
	if len(lines) == 0 {
		return false, false
	}
	if !bytes.HasSuffix(lines[i], []byte{'\n'}) {
		if i == 0 {
			return false, false
		}
		i--
	}
	return bytes.HasSuffix(lines[i], []byte("\r\n")), true
}
