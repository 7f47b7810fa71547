package patches

import (
	"bytes"
	"hash/maphash"
)

// lineClasses numbers lines, equal ones alike: an open hash table.
type lineClasses struct {
	table []lineSlot
	// examples has a line of each class.
	examples [][]byte
	// last is, by class, the index behind the first file's last line of that class, 0 if it
	// has none.
	last []int32
}

type lineSlot struct {
	hash  uint32
	class int32 // from 1
}

var lineSeed = maphash.MakeSeed()

// newLineClasses has room for so many different lines, and makes more when needed.
func newLineClasses(lines int) *lineClasses {
	size := 16
	for size < 2*lines {
		size *= 2
	}
	return &lineClasses{table: make([]lineSlot, size), examples: make([][]byte, 0, lines), last: make([]int32, 0, lines)}
}

// of is the class of a line.
func (c *lineClasses) of(line []byte) int32 {
	hash := uint32(maphash.Bytes(lineSeed, line))
	mask := uint32(len(c.table) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		entry := &c.table[at]
		if entry.class == 0 {
			c.examples, c.last = append(c.examples, line), append(c.last, 0)
			*entry = lineSlot{hash, int32(len(c.examples))}
			if len(c.examples) > len(c.table)*2/3 {
				c.grow()
			}
			return int32(len(c.examples) - 1)
		}
		if entry.hash == hash && bytes.Equal(c.examples[entry.class-1], line) {
			return entry.class - 1
		}
	}
}

func (c *lineClasses) grow() {
	old := c.table
	c.table = make([]lineSlot, 2*len(old))
	mask := uint32(len(c.table) - 1)
	for _, entry := range old {
		if entry.class == 0 {
			continue
		}
		at := entry.hash & mask
		for c.table[at].class != 0 {
			at = (at + 1) & mask
		}
		c.table[at] = entry
	}
}

// first numbers the file that the others are compared with.
func (c *lineClasses) first(lines [][]byte) []int32 {
	classes := make([]int32, len(lines))
	for i, line := range lines {
		classes[i] = c.of(line)
		c.last[classes[i]] = int32(i + 1)
	}
	return classes
}

// next numbers another file. Most of its lines are those of the first one, in the same
// order: where one is the line after the last one's partner, it need not be hashed.
func (c *lineClasses) next(lines [][]byte, first *diffSide) []int32 {
	classes := make([]int32, len(lines))
	partner := 0
	for i, line := range lines {
		if partner < len(first.lines) && bytes.Equal(first.lines[partner], line) {
			classes[i] = first.class[partner]
			partner++
			continue
		}
		classes[i] = c.of(line)
		// A line that is not in the first file took another's place, or was put in; one
		// that is shows where to go on.
		if at := c.last[classes[i]]; at > 0 {
			partner = int(at)
		}
	}
	return classes
}
