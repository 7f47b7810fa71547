package patches

import (
	"bytes"
	"fmt"
)

// proseWatch looks for lost patch lines in what git passes over: text before, between
// and after sections. What may stand there is prose: mails, signatures, the output of
// the tools that make patches.
type proseWatch struct {
	// afterHunk says that a section precedes: until something announces prose, lines
	// that look like those of a hunk have fallen off its end.
	afterHunk bool
	// announced says that prose has been announced; apart that other lines stand between.
	announced, apart bool
}

// What announces prose: a mail, a signature, another diff's first line.
var announcements = [][]byte{
	[]byte("-- \n"), []byte("-- \r\n"), []byte("--\n"), []byte("From "), []byte("From: "), []byte("Subject: "), []byte("Date: "),
	[]byte("Message-I"), []byte("Index: "), []byte("commit "), []byte("diff "), []byte("Only in "), []byte("Binary files "),
}

// lost says whether line is part of a hunk that nothing reads.
func (w *proseWatch) lost(line, after []byte) bool {
	if isHunkLike(line) {
		// Without a line of a hunk after it, it may be prose.
		return len(after) > 0 && bytes.IndexByte([]byte(" +-"), after[0]) >= 0
	}
	if !w.afterHunk || w.announced || len(bytes.TrimRight(line, "\r\n")) == 0 {
		return false
	}
	for _, start := range announcements {
		if bytes.HasPrefix(line, start) {
			w.announced = true
			return false
		}
	}
	switch line[0] {
	case '+', '\\':
		return true
	case '-':
		// A line of dashes sets off a footer.
		w.announced = len(bytes.Trim(line, "-\r\n")) == 0 && len(line) > 4
		return !w.announced
	case ' ':
		return !w.apart
	}
	w.apart = true
	return false
}

// lost notes that line is part of no hunk. It reports whether to go on.
func (p *parser) lost(line []byte) bool {
	if isHunkLike(line) {
		p.here(fmt.Sprintf("hunk header %q has no positions", clip(line)),
			`git would drop this hunk without a word; "cairn patch mend" finds the place of each hunk, where there is only one`)
		return p.opts.Sketch
	}
	if len(p.patch.Files) > 0 {
		file := &p.patch.Files[len(p.patch.Files)-1]
		if n := len(file.Hunks); n > 0 {
			h := &file.Hunks[n-1]
			message := p.miscount(file, h, fmt.Sprintf("line %d, %q, would be dropped", p.line, clip(line)))
			p.fault(h.Line, h.Start, message, p.recountHint(h))
			return p.opts.Sketch
		}
	}
	p.here(fmt.Sprintf("line %q looks like patch, but belongs to no hunk", clip(line)), "")
	return p.opts.Sketch
}

// miscount says what a hunk's header claims and what is there.
func (p *parser) miscount(file *FileDiff, h *Hunk, problem string) string {
	s := p.shape(h)
	place := fmt.Sprintf("hunk %d of %s", len(file.Hunks)+1, file.Name())
	if len(file.Hunks) > 0 && file.Hunks[len(file.Hunks)-1].Start == h.Start {
		place = fmt.Sprintf("hunk %d of %s", len(file.Hunks), file.Name())
	}
	if s.old == h.ClaimedOld && s.created == h.ClaimedNew {
		return fmt.Sprintf("%s: %s", place, problem)
	}
	return fmt.Sprintf("%s: its header claims %d old and %d new lines, %d and %d follow: %s", place, h.ClaimedOld, h.ClaimedNew, s.old, s.created, problem)
}

// recountHint says whether recount would mend the hunk at h.
func (p *parser) recountHint(h *Hunk) string {
	if p.opts.Recount || p.opts.Sketch {
		return ""
	}
	opts := p.opts
	opts.Recount = true
	again := Parse(p.src, opts)
	if len(again.Faults) == 0 {
		return `"recount" would mend it`
	}
	if again.Faults[0].Byte > h.End && again.Faults[0].Byte > h.Start {
		return fmt.Sprintf(`"recount" would mend this hunk, but not line %d`, again.Faults[0].Line)
	}
	return `"recount" would not mend it`
}

// shape is what a hunk is by the look of its lines: how many it has before and after,
// and in the text, and the offset at which it ends.
type shape struct {
	old, created, lines, end int
}

// shape counts the lines after a hunk's header that look like its own. Blank lines at
// its end count only as far as the header's claim wants them.
func (p *parser) shape(h *Hunk) shape {
	s := shape{end: h.Body}
	certain := s
	for s.end < len(p.src) {
		rest := p.src[s.end:]
		line := firstLine(rest)
		if endsShape(line, rest[len(line):]) {
			break
		}
		blank := len(bytes.TrimRight(line, "\r\n")) == 0
		switch {
		case line[0] == '+':
			s.created++
		case line[0] == '-':
			s.old++
		case line[0] == '\\':
		case line[0] == ' ' || blank:
			s.old++
			s.created++
		default:
			return certain
		}
		s.lines++
		s.end += len(line)
		if !blank || s.old <= h.ClaimedOld && s.created <= h.ClaimedNew {
			certain = s
		}
	}
	return certain
}

// endsShape says whether a line that looks like a hunk's begins something else: the
// next file's header, or a mail's signature.
func endsShape(line, after []byte) bool {
	switch {
	case bytes.HasPrefix(line, []byte("--- ")):
		return bytes.HasPrefix(after, []byte("+++ "))
	case bytes.Equal(line, []byte("-- \n")):
		// git signs with its version.
		return len(after) == 0 || isDigit(after[0])
	}
	return false
}

// moreOfShape says whether lines that look like the hunk's follow its end.
func (p *parser) moreOfShape(h *Hunk) bool { return p.shape(h).end > h.End }

// takeShape makes the hunk what its lines look like, and moves behind it.
func (p *parser) takeShape(h *Hunk) {
	s := p.shape(h)
	h.End, h.OldLines, h.NewLines = s.end, s.old, s.created
	h.Leading, h.Trailing, h.Added, h.Deleted = 0, 0, 0, 0
	for line := range h.Lines(p.src) {
		switch line.Op {
		case '+':
			h.Added++
			h.Trailing = 0
		case '-':
			h.Deleted++
			h.Trailing = 0
		default:
			if h.Added == 0 && h.Deleted == 0 {
				h.Leading++
			}
			h.Trailing++
		}
	}
	p.at, p.line = s.end, h.Line+1+s.lines
}
