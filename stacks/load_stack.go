package stacks

import (
	"bytes"
	"io/fs"
	"regexp"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// stackHead is how a stack's block begins. Where the pattern errs, a file is parsed
// that need not be, or a name leads nowhere and everything is read.
var stackHead = regexp.MustCompile(`(?m)^[ \t]*stack[ \t"]`)

// licenceHead is how a licence's block begins: no stack refers to it, all obey it.
var licenceHead = regexp.MustCompile(`(?m)^[ \t]*licence[ \t"]`)

// LoadStack is Load for a command that needs one stack, "name" or "name@variant": of
// the files that define stacks it parses only the one that defines this one, so that
// its cost does not grow with the workspace. What its workspace says of the stack is
// what Load's says; other stacks may be missing, and faults in their files are not
// reported. Where the stack is not found or has faults, it is Load in full.
func LoadStack(name string, fsys fs.FS, version, ref string) (*Workspace, hcl.Diagnostics) {
	stack, _, _ := strings.Cut(ref, "@")
	head := regexp.MustCompile(`(?m)^[ \t]*stack[ \t]*"?` + regexp.QuoteMeta(stack) + `[" \t{]`)
	ws, diags := load(name, fsys, version, func(src []byte) bool {
		has := func(word string) bool { return bytes.Contains(src, []byte(word)) } // far cheaper than a pattern that fails
		return !stackHead.Match(src) || has(stack) && head.Match(src) || has("required_version") || has("licence") && licenceHead.Match(src)
	})
	if diags.HasErrors() || ws.Stacks[stack] == nil {
		return Load(name, fsys, version)
	}
	return ws, diags
}
