package patches

import (
	"bytes"
	"slices"
)

// sketchHunk is a hunk by its lines alone.
type sketchHunk struct {
	*Hunk
	lines []HunkLine
	// claimed is the line, from 1, that the header asks for; 0 if it has no positions.
	claimed int
}

func readSketchHunk(source []byte, h *Hunk) sketchHunk {
	s := sketchHunk{Hunk: h, lines: slices.Collect(h.Lines(source))}
	if !h.Bare {
		s.claimed = h.OldStart
	}
	return s
}

// side is the lines before the change, or after it.
func (s *sketchHunk) side(drop byte) [][]byte {
	var side [][]byte
	for _, l := range s.lines {
		if l.Op != drop {
			side = append(side, l.Text)
		}
	}
	return side
}

// places lists where want stands in lines, as indexes from 0. A line of a sketch
// that came to be blank by an editor's hand matches a blank line.
func places(lines, want [][]byte) []int {
	var found []int
	for at := 0; at+len(want) <= len(lines); at++ {
		if slices.EqualFunc(lines[at:at+len(want)], want, bytes.Equal) {
			found = append(found, at)
		}
	}
	return found
}

// place finds the places of a hunk. Blank lines at its end may only part it from the
// next one: if it fits nowhere with them, they are taken off, one by one.
func (s *sketchHunk) place(lines [][]byte) []int {
	for {
		if before := s.side('+'); len(before) > 0 {
			if found := places(lines, before); len(found) > 0 {
				return found
			}
		}
		last := len(s.lines) - 1
		if last < 1 || s.lines[last].Op != ' ' || string(s.lines[last].Text) != "\n" {
			return nil
		}
		s.lines = s.lines[:last]
	}
}

// settle keeps of each hunk's places those that leave all hunks in order and apart.
// Where more than one is left, the one that the header names is taken, as git would.
func settle(hunks []sketchHunk, found [][]int) [][]int {
	kept := make([][]int, len(found))
	from := 0
	for i, at := range found {
		kept[i] = slices.DeleteFunc(slices.Clone(at), func(p int) bool { return p < from })
		if len(kept[i]) == 0 {
			return found // not in order at all
		}
		from = kept[i][0] + len(hunks[i].side('+'))
	}
	until := int(^uint(0) >> 1)
	for i := len(kept) - 1; i >= 0; i-- {
		size := len(hunks[i].side('+'))
		kept[i] = slices.DeleteFunc(kept[i], func(p int) bool { return p+size > until })
		if len(kept[i]) == 0 {
			return found
		}
		until = kept[i][len(kept[i])-1]
	}
	for i, at := range kept {
		if claimed := hunks[i].claimed - 1; len(at) > 1 && slices.Contains(at, claimed) {
			kept[i] = []int{claimed}
		}
	}
	return kept
}

// splitLines cuts a text after its line ends.
func splitLines(text []byte) [][]byte {
	lines := bytes.SplitAfter(text, []byte("\n"))
	return lines[:len(lines)-b2i(len(lines[len(lines)-1]) == 0)]
}
