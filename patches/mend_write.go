package patches

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// mendContext is how many lines of context a mended hunk has: git's own default.
const mendContext = 3

// edit is a place in a file, as a line index, where lines are taken out and put in.
type edit struct {
	at      int
	removed int
	added   [][]byte
}

// edits reduces placed hunks to what they change.
func edits(hunks []sketchHunk, at []int) []edit {
	var all []edit
	for i := range hunks {
		pos := at[i]
		open := false // the last edit of all can still take lines
		for _, l := range hunks[i].lines {
			if l.Op == ' ' {
				pos++
				open = false
				continue
			}
			if !open {
				all = append(all, edit{at: pos})
				open = true
			}
			e := &all[len(all)-1]
			if l.Op == '-' {
				e.removed++
				pos++
			} else {
				e.added = append(e.added, l.Text)
			}
		}
	}
	return all
}

// result is the file after all edits.
func result(lines [][]byte, all []edit) []byte {
	var b bytes.Buffer
	pos := 0
	for _, e := range all {
		writeLines(&b, lines[pos:e.at])
		writeLines(&b, e.added)
		pos = e.at + e.removed
	}
	writeLines(&b, lines[pos:])
	return b.Bytes()
}

func writeLines(b *bytes.Buffer, lines [][]byte) {
	for _, l := range lines {
		b.Write(l)
	}
}

// writeHunks writes edits as git does: three lines of context, and edits that would
// touch in one hunk.
func writeHunks(b *bytes.Buffer, lines [][]byte, all []edit) {
	shift := 0
	for i := 0; i < len(all); {
		last := i
		for last+1 < len(all) && all[last+1].at-(all[last].at+all[last].removed) <= 2*mendContext {
			last++
		}
		from := max(0, all[i].at-mendContext)
		to := min(len(lines), all[last].at+all[last].removed+mendContext)
		removed, added := 0, 0
		for _, e := range all[i : last+1] {
			removed += e.removed
			added += len(e.added)
		}
		old := to - from
		fmt.Fprintf(b, "@@ -%s +%s @@\n", span(from, old), span(from+shift, old-removed+added))
		pos := from
		for _, e := range all[i : last+1] {
			writeMarked(b, ' ', lines[pos:e.at])
			writeMarked(b, '-', lines[e.at:e.at+e.removed])
			writeMarked(b, '+', e.added)
			pos = e.at + e.removed
		}
		writeMarked(b, ' ', lines[pos:to])
		shift += added - removed
		i = last + 1
	}
}

// span is one side of a hunk's header; an empty side is named by the line before it.
func span(from, size int) string {
	switch size {
	case 0:
		return fmt.Sprintf("%d,0", from)
	case 1:
		return fmt.Sprint(from + 1)
	}
	return fmt.Sprintf("%d,%d", from+1, size)
}

func writeMarked(b *bytes.Buffer, mark byte, lines [][]byte) {
	for _, l := range lines {
		b.WriteByte(mark)
		b.Write(l)
		if !bytes.HasSuffix(l, []byte("\n")) {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// mendedSection is what a section's header says; an id is zero and a mode 0 where the
// file does not exist.
type mendedSection struct {
	old, new         string
	oldMode, newMode uint32
	oldID, newID     plumbing.Hash
	rename, copied   bool
	similarity       int
}

// writeHeader writes a git header with full blob ids.
func (m *mendedSection) writeHeader(b *bytes.Buffer, hunks bool) {
	fmt.Fprintf(b, "diff --git %s %s\n", quoteName("a/"+m.old), quoteName("b/"+m.new))
	switch {
	case m.oldMode == 0:
		fmt.Fprintf(b, "new file mode %06o\n", m.newMode)
	case m.newMode == 0:
		fmt.Fprintf(b, "deleted file mode %06o\n", m.oldMode)
	case m.oldMode != m.newMode:
		fmt.Fprintf(b, "old mode %06o\nnew mode %06o\n", m.oldMode, m.newMode)
	}
	if m.rename || m.copied {
		kind := "rename"
		if m.copied {
			kind = "copy"
		}
		fmt.Fprintf(b, "similarity index %d%%\n%s from %s\n%[2]s to %[4]s\n", m.similarity, kind, quoteName(m.old), quoteName(m.new))
	}
	if m.oldID == m.newID {
		return
	}
	fmt.Fprintf(b, "index %s..%s", m.oldID, m.newID)
	if m.oldMode == m.newMode {
		fmt.Fprintf(b, " %06o", m.oldMode)
	}
	b.WriteByte('\n')
	if !hunks {
		return // one of the sides is the empty file, the other none
	}
	name := func(mark, prefix, name string, mode uint32) {
		if mode == 0 {
			fmt.Fprintf(b, "%s /dev/null\n", mark)
			return
		}
		quoted := quoteName(prefix + name)
		if strings.Contains(name, " ") && quoted[0] != '"' {
			quoted += "\t" // so that the name's end is seen, as git has it
		}
		fmt.Fprintf(b, "%s %s\n", mark, quoted)
	}
	name("---", "a/", m.old, m.oldMode)
	name("+++", "b/", m.new, m.newMode)
}

// quoteName writes a name as git does with core.quotePath (quote.c): in C's manner
// if it has a control character, a quote, a backslash or a byte over 127.
func quoteName(name string) string {
	var b strings.Builder
	plain := true
	for i := range len(name) {
		c := name[i]
		at := strings.IndexByte("\a\b\t\n\v\f\r\"\\", c)
		switch {
		case at >= 0:
			b.WriteByte('\\')
			b.WriteByte(`abtnvfr"\`[at])
		case c < ' ' || c >= 0x7f:
			fmt.Fprintf(&b, "\\%03o", c)
		default:
			b.WriteByte(c)
			continue
		}
		plain = false
	}
	if plain {
		return name
	}
	return `"` + b.String() + `"`
}
