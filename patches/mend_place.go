package patches

import (
	"bytes"
	"math"
	"slices"
)

// sketchHunk is a hunk by its lines alone.
type sketchHunk struct {
	*Hunk
	lines []HunkLine
	// claimed is the line, from 1, that the header asks for; 0 if it has no positions.
	claimed int
}

// readSketchHunk takes a hunk as what its lines and its header say.
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

// standing is a text in which hunks are placed.
type standing struct {
	lines [][]byte
	at    map[string][]int // where the lines of the hunks stand
	left  *int             // comparisons of lines that the whole patch may still take
}

// placeCost is what a place that was found counts of the comparisons: it is kept.
const placeCost = 64

// stand takes a file for one in which the hunks are to be placed.
func stand(content []byte, hunks []sketchHunk, left *int) *standing {
	t := &standing{lines: contentLines(content), at: map[string][]int{}, left: left}
	for i := range hunks {
		for _, line := range hunks[i].lines {
			t.at[string(line.Text)] = nil
		}
		*left -= len(hunks[i].lines)
	}
	for i, line := range t.lines {
		if at, wanted := t.at[string(line)]; wanted {
			t.at[string(line)] = append(at, i)
		}
	}
	*left -= len(t.lines)
	return t
}

// places lists where want stands, as indexes from 0, ascending: only where the rarest
// of its lines stands can it be. Nothing stands nowhere.
func (t *standing) places(want [][]byte) []int {
	if len(want) == 0 {
		return nil
	}
	rare := 0
	for i, line := range want {
		if len(t.at[string(line)]) < len(t.at[string(want[rare])]) {
			rare = i
		}
	}
	*t.left -= len(want)
	var found []int
	for _, p := range t.at[string(want[rare])] {
		at := p - rare
		if *t.left -= len(want); *t.left < 0 {
			return nil
		}
		if at >= 0 && at+len(want) <= len(t.lines) && slices.EqualFunc(t.lines[at:at+len(want)], want, bytes.Equal) {
			found = append(found, at)
			*t.left -= placeCost
		}
	}
	return found
}

// place finds the places of a hunk. Blank lines at its end may only part it from the
// next one: if it fits nowhere with them, they are taken off, one by one.
func (s *sketchHunk) place(text *standing) []int {
	for {
		if before := s.side('+'); len(before) > 0 {
			if found := text.places(before); len(found) > 0 {
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
	until := math.MaxInt
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
