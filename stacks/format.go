package stacks

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

// Format returns src in the canonical style: the blanks of hclwrite.Format, LF
// line ends, no empty lines before and after, one newline at the end. Formatting
// twice changes nothing more. Source that does not parse is returned as it is,
// with its faults.
func Format(name string, src []byte) ([]byte, hcl.Diagnostics) {
	if _, diags := parse(name, src); diags.HasErrors() {
		return src, diags
	}
	out := bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	out = bytes.TrimLeft(bytes.TrimRight(hclwrite.Format(out), " \t\n"), "\n")
	if len(out) == 0 {
		return []byte{}, nil
	}
	return append(out, '\n'), nil
}
