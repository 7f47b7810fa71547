package patches

import "bytes"

// imageLine is one line of a file or of a hunk's side.
type imageLine struct {
	// text has its newline, where it has one.
	text []byte
	// marked says: in a file, that a hunk has put it there, so that no other may match
	// it; in a hunk, that it is context, and stands on both sides.
	marked bool
}

// splitLines makes an image of a file. It references content.
func splitLines(content []byte) []imageLine {
	lines := make([]imageLine, 0, bytes.Count(content, []byte{'\n'})+1)
	for len(content) > 0 {
		line := firstLine(content)
		lines = append(lines, imageLine{text: line})
		content = content[len(line):]
	}
	return lines
}

// joinLines is the reverse of splitLines.
func joinLines(lines []imageLine) []byte {
	size := 0
	for i := range lines {
		size += len(lines[i].text)
	}
	out := make([]byte, 0, size)
	for i := range lines {
		out = append(out, lines[i].text...)
	}
	return out
}

// sides are what a hunk replaces, and by what.
type sides struct {
	pre, post []imageLine
	// leading and trailing count the context lines at the ends that are still there.
	leading, trailing int
	// newBlanks counts the blank lines that the hunk adds at its very end.
	newBlanks int
}

// sides makes the two sides of a hunk. Where fix is set, added lines are put right by
// rule.
func (h *Hunk) sides(source []byte, reverse, fix, inaccurateEOF bool, rule spaceRule) sides {
	s := sides{leading: h.Leading, trailing: h.Trailing}
	s.pre = make([]imageLine, 0, h.OldLines)
	s.post = make([]imageLine, 0, h.NewLines)
	for line := range h.Lines(source) {
		op := line.Op
		if reverse && op != ' ' {
			op = '+' + '-' - op
		}
		switch op {
		case ' ':
			s.pre = append(s.pre, imageLine{line.Text, true})
			s.post = append(s.post, imageLine{line.Text, true})
			if !rule.blankAtEOF || !blank(line.Text) {
				s.newBlanks = 0
			}
		case '-':
			s.pre = append(s.pre, imageLine{line.Text, false})
			s.newBlanks = 0
		case '+':
			text := line.Text
			if fix {
				text = rule.fix(nil, text)
			}
			s.post = append(s.post, imageLine{text, false})
			if rule.blankAtEOF && blank(line.Text) {
				s.newBlanks++
			} else {
				s.newBlanks = 0
			}
		}
	}
	if inaccurateEOF && len(s.pre) > 0 && len(s.post) > 0 {
		last, created := &s.pre[len(s.pre)-1].text, &s.post[len(s.post)-1].text
		if bytes.HasSuffix(*last, []byte{'\n'}) && bytes.HasSuffix(*created, []byte{'\n'}) {
			*last, *created = (*last)[:len(*last)-1], (*created)[:len(*created)-1]
		}
	}
	return s
}

// reduce takes one line of context away: from the longer end, from both where they are
// equally long. It reports how many were taken from the beginning.
func (s *sides) reduce() int {
	taken := 0
	if s.leading >= s.trailing {
		s.pre, s.post = s.pre[1:], s.post[1:]
		s.leading--
		taken = 1
	}
	if s.trailing > s.leading {
		s.pre, s.post = s.pre[:len(s.pre)-1], s.post[:len(s.post)-1]
		s.trailing--
	}
	return taken
}

// adopt makes context the text of the context lines, on both sides: what the file has,
// or what was set right. It has one text per line of pre.
func (s *sides) adopt(texts [][]byte) {
	s.pre = append([]imageLine(nil), s.pre...)
	s.post = append([]imageLine(nil), s.post...)
	at := 0
	for i := range s.pre {
		s.pre[i].text = texts[i]
		if !s.pre[i].marked {
			continue
		}
		for !s.post[at].marked {
			at++
		}
		s.post[at].text = texts[i]
		at++
	}
}
