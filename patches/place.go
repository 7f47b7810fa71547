package patches

import "bytes"

// placing is how hunks are matched, with git apply's rules (apply.c, find_pos and
// match_fragment).
type placing struct {
	// context is the least number of context lines at each end, -1 for all.
	context     int
	unidiffZero bool
	ignoreSpace bool
	// fix matches, and keeps, context with its whitespace errors set right; fixAdded does
	// so with added lines.
	fix, fixAdded bool
	rule          spaceRule
	reverse       bool
	inaccurate    bool
	// warnsAtEOF says that blank lines added at the end of a file are noted.
	warnsAtEOF bool
	// left is how many lines may still be compared, shared by all hunks of a patch. Below
	// zero, no place is found any more.
	left *int
}

// spend takes note of lines that were compared, and says whether there are any left.
func (p *placing) spend(lines int) bool {
	*p.left -= lines
	return *p.left >= 0
}

// placed is where a hunk went.
type placed struct {
	// at is the line index in the image as it was.
	at int
	// wanted is the index it asked for, of its first line.
	wanted int
	// reduced says that context had to be left out; before how much of it at the
	// beginning. used is how much was left at both ends.
	reduced      bool
	before, used int
	// blankAtEOF says that it adds blank lines at the end of the file.
	blankAtEOF bool
}

// apply places a hunk in image. False is returned, with image as it was, where it has
// no place.
func (p *placing) apply(image *image, h *Hunk, source []byte) (placed, bool) {
	place, s, ok := p.locate(image, h, source)
	if !ok {
		return place, false
	}
	post := s.post
	if s.newBlanks > 0 && len(s.pre)+place.at >= image.size() && p.rule.blankAtEOF && p.warnsAtEOF {
		place.blankAtEOF = true
		if p.fix {
			post = post[:len(post)-s.newBlanks]
		}
	}
	image.replace(place.at, len(s.pre), post)
	return place, true
}

// locate finds the place of a hunk, and what it replaces there by what.
func (p *placing) locate(image *image, h *Hunk, source []byte) (placed, sides, bool) {
	s := h.sides(source, p.reverse, p.fixAdded, p.inaccurate, p.rule)
	oldStart, newStart, newLines := h.OldStart, h.NewStart, h.NewLines
	if p.reverse {
		oldStart, newStart, newLines = h.NewStart, h.OldStart, h.OldLines
	}
	line := max(newStart-1, 0)
	result := placed{wanted: line}
	if newLines == 0 {
		// An empty side is named by the line before it.
		result.wanted = newStart
	}
	// A hunk that starts at the first line must match there; with one that has no
	// context, an insertion before line two looks the same.
	atStart := oldStart == 0 || oldStart == 1 && !p.unidiffZero
	atEnd := !p.unidiffZero && s.trailing == 0
	for {
		if result.at = p.find(image, &s, line, atStart, atEnd); result.at >= 0 {
			break
		}
		if p.context < 0 || s.leading <= p.context && s.trailing <= p.context {
			return result, s, false
		}
		if atStart || atEnd {
			atStart, atEnd = false, false
			result.reduced = true
			continue
		}
		taken := s.reduce()
		result.reduced = true
		result.before += taken
		line -= taken
	}
	result.used = s.leading + s.trailing
	return result, s, true
}

// find is the line index where the hunk's old side matches: the nearest to line, the
// later one of two as near. -1 if there is none.
func (p *placing) find(image *image, s *sides, line int, atStart, atEnd bool) int {
	if atStart {
		line = 0
	} else if atEnd {
		line = image.size() - len(s.pre)
	}
	if line < 0 || line > image.size() {
		line = image.size()
	}
	if (atStart || atEnd) && !p.fix {
		// Without a rule that lets a hunk reach behind the end, this is the one place.
		if p.match(image, s, line, atStart, atEnd) {
			return line
		}
		return -1
	}
	for distance := 0; ; distance++ {
		forward, backward := line+distance, line-distance
		if forward > image.size() && backward < 0 || !p.spend(2) {
			return -1
		}
		if forward <= image.size() && p.match(image, s, forward, atStart, atEnd) {
			return forward
		}
		if distance > 0 && backward >= 0 && p.match(image, s, backward, atStart, atEnd) {
			return backward
		}
	}
}

// match says whether the hunk's old side is at at. Where white space was allowed to
// differ, s takes over the text that the result is to have.
func (p *placing) match(image *image, s *sides, at int, atStart, atEnd bool) bool {
	limit := len(s.pre)
	switch {
	case at+limit <= image.size():
		if atEnd && at+limit != image.size() {
			return false
		}
	case p.fix && p.rule.blankAtEOF:
		// Blank lines at the end of the file may have been removed already.
		limit = image.size() - at
	default:
		return false
	}
	if atStart && at > 0 {
		return false
	}
	exact := limit == len(s.pre)
	for i := range limit {
		if i > 0 {
			p.spend(1)
		}
		here := image.line(at + i)
		if here.marked {
			return false
		}
		if !bytes.Equal(here.text, s.pre[i].text) && !(i == limit-1 && !atEnd && cutShort(here.text, s.pre[i].text)) {
			if !p.ignoreSpace && !p.fix {
				return false
			}
			exact = false
		}
	}
	if exact {
		return true
	}
	if limit < len(s.pre) && allBlank(s.pre[:limit]) {
		return false
	}
	here := make([][]byte, limit)
	for i := range here {
		here[i] = image.line(at + i).text
	}
	if p.ignoreSpace {
		return p.matchLoosely(here, s)
	}
	return p.fix && p.matchFixed(here, s)
}

// cutShort says whether want, a last line without newline, is all of line but the
// white space at its end. Git compares bytes up to want's end there.
func cutShort(line, want []byte) bool {
	rest, found := bytes.CutPrefix(line, want)
	return found && !bytes.HasSuffix(want, []byte{'\n'}) && blank(rest)
}

func allBlank(lines []imageLine) bool {
	for i := range lines {
		if !blank(lines[i].text) {
			return false
		}
	}
	return true
}

// matchLoosely compares without regard to the amount of white space; context keeps the
// file's.
func (p *placing) matchLoosely(here [][]byte, s *sides) bool {
	for i := range here {
		if !sameButSpace(here[i], s.pre[i].text) {
			return false
		}
	}
	if !allBlank(s.pre[len(here):]) {
		return false
	}
	texts := make([][]byte, len(s.pre))
	for i := range texts {
		texts[i] = s.pre[i].text
		if i < len(here) {
			texts[i] = here[i]
		}
	}
	s.adopt(texts)
	return true
}

// matchFixed compares with errors on both sides set right; context stays so.
func (p *placing) matchFixed(here [][]byte, s *sides) bool {
	texts := make([][]byte, len(s.pre))
	for i := range s.pre {
		texts[i] = p.rule.fix(s.pre[i].text)
		if i >= len(here) {
			if !blank(texts[i]) {
				return false
			}
		} else if !bytes.Equal(texts[i], p.rule.fix(here[i])) {
			return false
		}
	}
	s.adopt(texts)
	return true
}
