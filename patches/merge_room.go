package patches

import (
	"bytes"
	"sync"
)

// diffRoom is what a comparison of files takes: their lines, and the numbers of these. It
// is used again for the next ones: a file of thirty thousand lines takes four megabytes,
// and of what a short process does, to get memory for the first time is the slowest part.
type diffRoom struct {
	lines   [3][][]byte
	classes *lineClasses
}

var diffRooms = sync.Pool{New: func() any { return &diffRoom{} }}

// maxRoomLines is up to how many lines room is kept.
const maxRoomLines = 1 << 18

func takeDiffRoom() *diffRoom { return diffRooms.Get().(*diffRoom) }

// give makes room for others: no line that was cut in it may be looked at any more.
func (r *diffRoom) give() {
	for i := range r.lines {
		if cap(r.lines[i]) > maxRoomLines {
			r.lines[i] = nil
		}
		clear(r.lines[i]) // the files are not held
	}
	if r.classes != nil {
		if cap(r.classes.examples) > maxRoomLines {
			r.classes = nil
		} else {
			clear(r.classes.examples)
		}
	}
	diffRooms.Put(r)
}

// split cuts the content of one of the files.
func (r *diffRoom) split(file int, content []byte) [][]byte {
	r.lines[file] = cutLines(r.lines[file][:0], content)
	return r.lines[file]
}

// classify is an empty table for so many lines.
func (r *diffRoom) classify(lines int) *lineClasses {
	if r.classes == nil || len(r.classes.table) < 2*lines {
		r.classes = newLineClasses(lines)
	} else {
		clear(r.classes.table)
		r.classes.examples, r.classes.last = r.classes.examples[:0], r.classes.last[:0]
	}
	return r.classes
}

// contentLines cuts content into lines with their newlines.
func contentLines(content []byte) [][]byte { return cutLines(nil, content) }

// cutLines is contentLines in room that nobody needs any more.
func cutLines(lines [][]byte, content []byte) [][]byte {
	if count := bytes.Count(content, []byte{'\n'}) + 1; cap(lines) < count {
		lines = make([][]byte, 0, count)
	}
	for len(content) > 0 {
		line := firstLine(content)
		lines = append(lines, line)
		content = content[len(line):]
	}
	return lines
}
