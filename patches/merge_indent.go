package patches

// Weights of git's indent heuristic (xdiff/xdiffi.c, "empirically-determined").
const (
	indentMax            = 200
	indentMaxBlanks      = 20
	indentMaxSliding     = 100
	indentStartOfFile    = 1
	indentEndOfFile      = 21
	indentTotalBlank     = -30
	indentPostBlank      = 6
	indentRelative       = -4
	indentRelativeBlank  = 10
	indentOutdent        = 24
	indentOutdentBlank   = 17
	indentDedent         = 23
	indentDedentBlank    = 17
	indentDirectionScale = 60
)

// bestSplit is where a group of size lines that ends at end, and could be slid up to
// end at earliest, looks best: the end of the group there.
func (s *diffSide) bestSplit(end, size, earliest int) int {
	from := max(earliest, end-size-1, end-indentMaxSliding)
	best, bestIndent, bestPenalty := -1, 0, 0
	for shift := from; shift <= end; shift++ {
		indent, penalty := s.scoreSplit(shift)
		indent2, penalty2 := s.scoreSplit(shift - size)
		indent, penalty = indent+indent2, penalty+penalty2
		direction := 0
		if indent > bestIndent {
			direction = 1
		} else if indent < bestIndent {
			direction = -1
		}
		if best == -1 || indentDirectionScale*direction+penalty-bestPenalty <= 0 {
			best, bestIndent, bestPenalty = shift, indent, penalty
		}
	}
	return best
}

// indentOf is how far a line is indented, with tabs of 8; -1 if it is blank.
func indentOf(line []byte) int {
	width := 0
	for _, c := range line {
		switch c {
		case ' ':
			width++
		case '\t':
			width += 8 - width%8
		case '\n', '\r':
		default:
			return width
		}
		if width >= indentMax {
			return indentMax
		}
	}
	return -1
}

// nearest is the indentation of the first line that is not blank from at on, in the
// direction of step, and how many blank ones lie before it.
func (s *diffSide) nearest(at, step int) (indent, blanks int) {
	for ; at >= 0 && at < len(s.lines); at += step {
		if indent = indentOf(s.lines[at]); indent != -1 {
			return indent, blanks
		}
		if blanks++; blanks == indentMaxBlanks {
			return 0, blanks
		}
	}
	return -1, blanks
}

// scoreSplit says how bad it looks to cut the file above line at.
func (s *diffSide) scoreSplit(at int) (effective, penalty int) {
	indent := -1
	if at < len(s.lines) {
		indent = indentOf(s.lines[at])
	} else {
		penalty += indentEndOfFile
	}
	preIndent, preBlank := s.nearest(at-1, -1)
	postIndent, postBlank := s.nearest(at+1, 1)
	if preIndent == -1 && preBlank == 0 {
		penalty += indentStartOfFile
	}
	blanksAfter := 0
	if indent == -1 {
		blanksAfter = 1 + postBlank
	}
	blanks := preBlank + blanksAfter
	penalty += indentTotalBlank*blanks + indentPostBlank*blanksAfter
	if indent == -1 {
		indent = postIndent
	}
	choose := func(plain, blank int) int {
		if blanks != 0 {
			return blank
		}
		return plain
	}
	switch {
	case indent == -1 || preIndent == -1 || indent == preIndent:
	case indent > preIndent:
		penalty += choose(indentRelative, indentRelativeBlank)
	case postIndent != -1 && postIndent > indent:
		penalty += choose(indentOutdent, indentOutdentBlank)
	default:
		penalty += choose(indentDedent, indentDedentBlank)
	}
	return indent, penalty
}
