package patches

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strconv"
)

// hunkStyle is how hunks are written.
type hunkStyle struct {
	context int
	// heading is what a line says about those that follow it, nil if nothing.
	heading func(line []byte) []byte
	// numbers are in a hunk's header.
	numbers bool
	indent  string
}

// writeDiffHunks writes the hunks between two texts, as git diff does.
func writeDiffHunks(out *bytes.Buffer, old, created []byte, style hunkStyle) {
	room := takeDiffRoom()
	defer room.give()
	changes, d := diffLines(old, created, Myers, true, room)
	heading, scanned := []byte(nil), -1
	for len(changes) > 0 {
		// Changes whose context would touch are one hunk.
		count := 1
		for count < len(changes) && changes[count].a-(changes[count-1].a+changes[count-1].aLines) <= 2*style.context {
			count++
		}
		first, last := changes[0], changes[count-1]
		before := min(style.context, first.a, first.b)
		after := min(style.context, len(d.a.lines)-(last.a+last.aLines))
		a, b := first.a-before, first.b-before
		aEnd, bEnd := last.a+last.aLines+after, last.b+last.bLines+after
		for l := a - 1; l > scanned; l-- {
			if h := style.heading(d.a.lines[l]); h != nil {
				heading = h
				break
			}
		}
		scanned = a - 1
		out.WriteString(style.indent + "@@")
		if style.numbers {
			fmt.Fprintf(out, " -%s +%s @@", diffRange(a, aEnd), diffRange(b, bEnd))
		}
		if len(heading) > 0 {
			out.WriteByte(' ')
			out.Write(heading)
		}
		out.WriteByte('\n')
		at := a
		for _, c := range changes[:count] {
			writeDiffLines(out, style.indent+" ", d.a.lines[at:c.a])
			writeDiffLines(out, style.indent+"-", d.a.lines[c.a:c.a+c.aLines])
			writeDiffLines(out, style.indent+"+", d.b.lines[c.b:c.b+c.bLines])
			at = c.a + c.aLines
		}
		writeDiffLines(out, style.indent+" ", d.a.lines[at:aEnd])
		changes = changes[count:]
	}
}

// diffRange is one side of a hunk's header: the count is left out where it is one, and
// an empty side is named by the line before it.
func diffRange(start, end int) string {
	switch end - start {
	case 0:
		return strconv.Itoa(start) + ",0"
	case 1:
		return strconv.Itoa(start + 1)
	}
	return strconv.Itoa(start+1) + "," + strconv.Itoa(end-start)
}

// writeDiffLines writes lines behind an op, and a marker where the newline is missing.
func writeDiffLines(out *bytes.Buffer, op string, lines [][]byte) {
	for _, l := range lines {
		out.WriteString(op)
		out.Write(l)
		if !bytes.HasSuffix(l, []byte{'\n'}) {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// headingBytes is the longest heading (git's xemit.c).
const headingBytes = 80

// headingOf is the line as a hunk's heading, nil if it is none: it begins like a name
// (xemit.c, def_ff).
func headingOf(line []byte) []byte {
	if len(line) == 0 {
		return nil
	}
	if c := line[0]; c != '_' && c != '$' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
		return nil
	}
	line = line[:min(len(line), headingBytes)]
	return bytes.TrimRight(line, " \t\n\r")
}

// binaryLine is how many bytes a line of a binary patch holds.
const binaryLine = 52

// writeLiteral writes one half of a binary patch (git-apply's "GIT binary patch").
func writeLiteral(out *bytes.Buffer, content []byte) error {
	var packed bytes.Buffer
	writer := zlib.NewWriter(&packed)
	if _, err := writer.Write(content); err != nil {
		return err
	}
	if err := writer.Close(); err != nil {
		return err
	}
	fmt.Fprintf(out, "literal %d\n", len(content))
	for data := packed.Bytes(); len(data) > 0; {
		n := min(len(data), binaryLine)
		if n <= 26 {
			out.WriteByte(byte('A' + n - 1))
		} else {
			out.WriteByte(byte('a' + n - 27))
		}
		for group := data[:n]; len(group) > 0; group = group[min(4, len(group)):] {
			var word [4]byte
			copy(word[:], group)
			v := uint32(word[0])<<24 | uint32(word[1])<<16 | uint32(word[2])<<8 | uint32(word[3])
			var text [5]byte
			for i := 4; i >= 0; i-- {
				text[i] = alphabet85[v%85]
				v /= 85
			}
			out.Write(text[:])
		}
		out.WriteByte('\n')
		data = data[n:]
	}
	out.WriteByte('\n')
	return nil
}
