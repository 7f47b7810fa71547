package stacks

import (
	"bytes"
	"io/fs"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// heads reports whether a line of src begins as a block of a type does, and as one of
// that name where name is not empty. Where that errs, a file is parsed that need not be,
// or a name leads nowhere and everything is read.
func heads(src []byte, kind, name string) bool {
	for line := range bytes.Lines(src) {
		rest, ok := bytes.CutPrefix(bytes.TrimLeft(line, " \t"), []byte(kind))
		if !ok {
			continue
		}
		label := bytes.TrimLeft(rest, " \t")
		if quoted := bytes.TrimPrefix(label, []byte(`"`)); len(quoted) < len(rest) { // else it is a longer word
			rest, ok = bytes.CutPrefix(quoted, []byte(name))
			if name == "" || ok && len(rest) > 0 && bytes.IndexByte([]byte("\" \t{"), rest[0]) >= 0 {
				return true
			}
		}
	}
	return false
}

// LoadStack is Load for a command that needs one stack, "name" or "name@variant": of
// the files that define stacks it parses only the one that defines this one, so that
// its cost does not grow with the workspace. What its workspace says of the stack is
// what Load's says; other stacks may be missing, and faults in their files are not
// reported. Where the stack is not found or has faults, it is Load in full.
func LoadStack(name string, fsys fs.FS, version, ref string) (*Workspace, hcl.Diagnostics) {
	stack, _, _ := strings.Cut(ref, "@")
	ws, diags := load(name, fsys, version, func(src []byte) bool {
		has := func(word string) bool { return bytes.Contains(src, []byte(word)) }
		// No stack refers to a licence, all obey it.
		return !has("stack") || !heads(src, "stack", "") || has(stack) && heads(src, "stack", stack) || has("required_version") || has("licence") && heads(src, "licence", "")
	})
	if diags.HasErrors() || ws.Stacks[stack] == nil {
		return Load(name, fsys, version)
	}
	return ws, diags
}
