package patches

import (
	"bytes"
	"fmt"
	"strconv"
)

// parseHunkHeader reads "@@ -a,b +c,d @@", where a missing count is 1.
func parseHunkHeader(line []byte) (Hunk, bool) {
	h := Hunk{}
	rest, ok := bytes.CutPrefix(line, []byte("@@ -"))
	if !ok || line[len(line)-1] != '\n' {
		return h, false
	}
	if h.OldStart, h.OldLines, rest, ok = parseRange(rest, " +"); !ok {
		return h, false
	}
	if h.NewStart, h.NewLines, _, ok = parseRange(rest, " @@"); !ok {
		return h, false
	}
	h.ClaimedOld, h.ClaimedNew = h.OldLines, h.NewLines
	return h, true
}

func parseRange(text []byte, end string) (start, count int, rest []byte, ok bool) {
	if start, text, ok = parseNumber(text); !ok {
		return
	}
	count = 1
	if len(text) > 0 && text[0] == ',' {
		if count, text, ok = parseNumber(text[1:]); !ok {
			return
		}
	}
	rest, ok = bytes.CutPrefix(text, []byte(end))
	return
}

// parseNumber reads digits. A number no file can have is none.
func parseNumber(text []byte) (int, []byte, bool) {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	value, err := strconv.ParseInt(string(text[:min(n, 20)]), 10, 32)
	return int(value), text[n:], err == nil
}

// readHunks reads the hunks of a section.
func (p *parser) readHunks(file *FileDiff) bool {
	var old, created, context int
	for {
		line := p.current()
		ranged := bytes.HasPrefix(line, []byte("@@ -")) && len(p.src)-p.at > len("@@ -")
		if !ranged && (p.opts.Lenient || !isHunkLike(line)) {
			break
		}
		if p.hunks++; p.hunks > maxHunks {
			return p.excess(p.line, p.at, fmt.Sprintf("more than %d hunks", maxHunks))
		}
		hunk, ok := p.hunk(file, line)
		if !ok {
			return false
		}
		file.Hunks = append(file.Hunks, hunk)
		old += hunk.OldLines
		created += hunk.NewLines
		context += hunk.Leading + hunk.Trailing
	}
	// A hunk that removes nothing need not create the file, but one that removes
	// something does not; and more than one hunk says that it was there.
	if file.Creation == Unknown && (old > 0 || len(file.Hunks) > 1) {
		file.Creation = No
	}
	if file.Deletion == Unknown && (created > 0 || len(file.Hunks) > 1) {
		file.Deletion = No
	}
	if file.Creation == Yes && old > 0 {
		return p.fault(file.Line, file.Start, fmt.Sprintf("new file %s has lines that were there before", file.NewName), "")
	}
	if file.Deletion == Yes && created > 0 {
		return p.fault(file.Line, file.Start, fmt.Sprintf("deleted file %s keeps lines", file.OldName), "")
	}
	return true
}

// isHunkLike says whether a line begins a hunk, though perhaps without positions.
func isHunkLike(line []byte) bool {
	rest, found := bytes.CutPrefix(line, []byte("@@"))
	return found && (len(rest) == 0 || isSpace(rest[0]) || rest[0] == '@')
}

// hunk reads one hunk and moves behind it.
func (p *parser) hunk(file *FileDiff, line []byte) (Hunk, bool) {
	h, ok := parseHunkHeader(line)
	h.Line, h.Start, h.Body = p.line, p.at, p.at+len(line)
	if !ok {
		h.Bare, h.ClaimedOld, h.ClaimedNew = true, -1, -1
		message := fmt.Sprintf("hunk header %q has no positions", clip(line))
		p.here(message, `"cairn patch mend" finds the place of each hunk, where there is only one`)
		if !p.opts.Sketch {
			return h, false
		}
		p.takeShape(&h)
		return h, true
	}
	if p.opts.Recount {
		if old, created, ok := recount(p.src[h.Body:]); ok {
			h.OldLines, h.NewLines = old, created
		}
	}
	lines, problem := p.measure(&h)
	if problem == "" && p.opts.Sketch && p.moreOfShape(&h) {
		problem = "what follows beyond its counts would be dropped"
	}
	if problem == "" {
		p.at, p.line = h.End, h.Line+1+lines
		return h, true
	}
	if p.opts.Lenient && !p.opts.Sketch {
		p.here("corrupt hunk: "+problem, "")
		return h, false
	}
	p.here(p.miscount(file, &h, problem), p.recountHint(&h))
	if !p.opts.Sketch {
		return h, false
	}
	p.takeShape(&h)
	return h, true
}

// measure walks over the lines that the counts of h cover, and fills in the rest of h.
// Problem says why that cannot be, or is "". Lines counts those of the text.
func (p *parser) measure(h *Hunk) (lines int, problem string) {
	h.Leading, h.Trailing, h.Added, h.Deleted = 0, 0, 0, 0
	at, old, created := h.Body, h.OldLines, h.NewLines
	for (old > 0 || created > 0) && at < len(p.src) {
		line := firstLine(p.src[at:])
		if line[len(line)-1] != '\n' {
			return lines, fmt.Sprintf("line %d, the last one, has no newline", h.Line+lines+1)
		}
		switch line[0] {
		case '\n', ' ':
			old--
			created--
			if h.Added == 0 && h.Deleted == 0 {
				h.Leading++
			}
			h.Trailing++
		case '-':
			h.Deleted++
			old--
			h.Trailing = 0
		case '+':
			h.Added++
			created--
			h.Trailing = 0
		case '\\':
			// Up to 2.39 at least, git takes such a marker anywhere; 2.55 does not.
			if !p.opts.Lenient || !bytes.HasPrefix(line, []byte("\\ ")) || len(line) < 12 {
				return lines, fmt.Sprintf("line %d, %q, marks no line", h.Line+lines+1, clip(line))
			}
		default:
			return lines, fmt.Sprintf("line %d, %q, is none of a hunk", h.Line+lines+1, clip(line))
		}
		if old < 0 || created < 0 {
			return lines, fmt.Sprintf("line %d is one too many", h.Line+lines+1)
		}
		lines++
		at += len(line)
		if length := markerLen(p.src[at:]); length > 0 {
			at += length
			lines++
		}
	}
	if rest := p.src[at:]; p.opts.Lenient && len(rest) > 12 && bytes.HasPrefix(rest, []byte("\\ ")) && !endsInMarker(p.src[h.Body:at]) {
		// Up to 2.39 at least, git asks less of the last marker.
		at += len(firstLine(rest))
		lines++
	}
	h.End = at
	if old > 0 || created > 0 {
		return lines, "the text ends before"
	}
	if h.Added == 0 && h.Deleted == 0 && !p.opts.Recount {
		return lines, "it neither adds nor removes a line"
	}
	return lines, ""
}

// endsInMarker says whether the last line of text is such a marker.
func endsInMarker(text []byte) bool {
	text = bytes.TrimSuffix(text, []byte{'\n'})
	return bytes.HasPrefix(text[bytes.LastIndexByte(text, '\n')+1:], []byte("\\ "))
}

// markerLen is the length of a "\ No newline at end of file" line, in any language, at
// the start of text; 0 if there is none. GNU diff's shortest has 12 bytes; at the very
// end of a text git wants one more.
func markerLen(text []byte) int {
	if !bytes.HasPrefix(text, []byte("\\ ")) || len(text) <= 12 {
		return 0
	}
	if length := len(firstLine(text)); length >= 12 {
		return length
	}
	return 0
}

// recount counts the lines of a hunk as git apply --recount does: up to the next hunk
// or "diff" line, or the end. It fails at anything else.
func recount(body []byte) (old, created int, ok bool) {
	for len(body) > 0 {
		line := firstLine(body)
		body = body[len(line):]
		switch line[0] {
		case ' ', '\n':
			old++
			created++
		case '-':
			old++
		case '+':
			created++
		case '\\':
		case '@':
			return old, created, bytes.HasPrefix(line, []byte("@@ "))
		case 'd':
			return old, created, bytes.HasPrefix(line, []byte("diff "))
		default:
			return 0, 0, false
		}
	}
	return old, created, true
}
