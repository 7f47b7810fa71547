package patches

import (
	"bytes"
	"fmt"
	"strings"
)

// fileChange is one file section to be written; an entry is zero where the file does
// not exist.
type fileChange struct {
	oldName, newName string
	old, new         fileEntry
	// copied tells a copy from a rename, where the names differ; similarity is in percent.
	copied     bool
	similarity int
}

// writeHeader writes a git header with full blob ids, up to the names of the hunks' files
// (git's fill_metainfo).
func (c *fileChange) writeHeader(out *bytes.Buffer) {
	fmt.Fprintf(out, "diff --git %s %s\n", quoteName("a/"+c.oldName), quoteName("b/"+c.newName))
	switch {
	case !c.old.exists():
		fmt.Fprintf(out, "new file mode %06o\n", c.new.mode)
	case !c.new.exists():
		fmt.Fprintf(out, "deleted file mode %06o\n", c.old.mode)
	case c.old.mode != c.new.mode:
		fmt.Fprintf(out, "old mode %06o\nnew mode %06o\n", c.old.mode, c.new.mode)
	}
	if c.oldName != c.newName {
		kind := "rename"
		if c.copied {
			kind = "copy"
		}
		fmt.Fprintf(out, "similarity index %d%%\n%[2]s from %[3]s\n%[2]s to %[4]s\n", c.similarity, kind, quoteName(c.oldName), quoteName(c.newName))
	}
	if c.old.id == c.new.id {
		return
	}
	fmt.Fprintf(out, "index %s..%s", c.old.id, c.new.id)
	if c.old.mode == c.new.mode {
		fmt.Fprintf(out, " %06o", c.old.mode)
	}
	out.WriteByte('\n')
}

// names are those of the two sides, as headers have them.
func (c *fileChange) names() (from, to string) {
	from, to = "/dev/null", "/dev/null"
	if c.old.exists() {
		from = quoteName("a/" + c.oldName)
	}
	if c.new.exists() {
		to = quoteName("b/" + c.newName)
	}
	return from, to
}

// writeNames writes the lines that name the hunks' files. A name with a blank in it ends
// in a tab, so that GNU patch sees where it ends.
func (c *fileChange) writeNames(out *bytes.Buffer) {
	from, to := c.names()
	for _, line := range []string{"--- " + from, "+++ " + to} {
		out.WriteString(line)
		if strings.ContainsAny(line[len("--- "):], " \t") {
			out.WriteByte('\t')
		}
		out.WriteByte('\n')
	}
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
