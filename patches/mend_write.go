package patches

import (
	"bytes"
	"fmt"
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
		fmt.Fprintf(b, "@@ -%s +%s @@\n", diffRange(from, to), diffRange(from+shift, to+shift-removed+added))
		pos := from
		for _, e := range all[i : last+1] {
			writeDiffLines(b, " ", lines[pos:e.at])
			writeDiffLines(b, "-", lines[e.at:e.at+e.removed])
			writeDiffLines(b, "+", e.added)
			pos = e.at + e.removed
		}
		writeDiffLines(b, " ", lines[pos:to])
		shift += added - removed
		i = last + 1
	}
}
