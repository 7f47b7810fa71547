package patches

import (
	"errors"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// wantedHunk is the old side of a hunk, to be found in a file.
type wantedHunk struct {
	lines []uint64
	start int // the index that its header names, -1 for none
}

// placedHunks counts hunks whose old lines stand somewhere in a file, and those of them
// that stand where they say.
type placedHunks struct{ hunks, placed, exact int }

func (p *placedHunks) add(other placedHunks) {
	p.hunks += other.hunks
	p.placed += other.placed
	p.exact += other.exact
}

// wantedHunks are those of a section that have old lines.
func wantedHunks(f *FileDiff, source []byte, reverse bool) []wantedHunk {
	var wanted []wantedHunk
	for i := range f.Hunks {
		h := &f.Hunks[i]
		w := wantedHunk{start: h.OldStart - 1}
		if reverse {
			w.start = h.NewStart - 1
		}
		if h.Bare {
			w.start = -1
		}
		for _, line := range oldLines(h, source, reverse) {
			w.lines = append(w.lines, hashLine(line.text))
		}
		if len(w.lines) > 0 {
			wanted = append(wanted, w)
		}
	}
	return wanted
}

// contentKey is a section on a version of its file.
type contentKey struct {
	section *locateSection
	entry   int32
}

// place says how well a section's hunks sit in what a state has at its path. A version
// is read once, for all sections on that path.
func (l *locating) place(s *locateSection, entry int32) (placedHunks, error) {
	if known, ok := l.content[contentKey{s, entry}]; ok {
		return known, nil
	}
	e := &l.watch.entries[entry]
	var content []byte
	if e.isFile() && e.mode&modeType != modeGitlink {
		var err error
		content, err = rawObject(l.history.objects, plumbing.BlobObject, e.id)
		if errors.Is(err, plumbing.ErrObjectNotFound) {
			// A partial clone lacks versions that nobody has asked for yet.
			l.missing[e.id] = true
		} else if err != nil {
			return placedHunks{}, err
		}
	}
	lines := hashLines(content, false)
	for i := range l.files {
		for _, other := range l.files[i].sections {
			if other.path == s.path && other.byContent {
				l.content[contentKey{other, entry}] = placeHunks(other.hunks, lines)
			}
		}
	}
	return l.content[contentKey{s, entry}], nil
}

// placeHunks looks for the old lines of hunks in a file: all of them, next to each
// other.
func placeHunks(hunks []wantedHunk, lines []uint64) placedHunks {
	wanted := map[uint64][]int32{}
	for i := range hunks {
		for _, line := range hunks[i].lines {
			wanted[line] = nil
		}
	}
	for i, line := range lines {
		if places, ok := wanted[line]; ok {
			wanted[line] = append(places, int32(i))
		}
	}
	result := placedHunks{hunks: len(hunks)}
	for _, h := range hunks {
		if stands(lines, h.lines, h.start) {
			result.placed++
			result.exact++
			continue
		}
		// The rarest of its lines leads to the fewest places.
		rarest := 0
		for i, line := range h.lines {
			if len(wanted[line]) < len(wanted[h.lines[rarest]]) {
				rarest = i
			}
		}
		for _, at := range wanted[h.lines[rarest]] {
			if stands(lines, h.lines, int(at)-rarest) {
				result.placed++
				break
			}
		}
	}
	return result
}

// stands says whether want is in lines at an index.
func stands(lines, want []uint64, at int) bool {
	return at >= 0 && at+len(want) <= len(lines) && slices.Equal(lines[at:at+len(want)], want)
}
