package stacks

import (
	"io/fs"

	"github.com/hashicorp/hcl/v2"
)

// Load reads all *.hcl files at the top of fsys, except *.lock.hcl, in sorted
// order, and checks them together. Name is how messages call the workspace; it
// is joined before the file names in ranges. Version is the binary's own, held
// against required_version of the cairn block before anything else: where it
// does not satisfy it, that is the only fault reported. An empty version, or one
// that is no version ("devel"), satisfies everything.
//
// All faults of all files are reported at once. A fault's Extra is a Place.
//
// The workspace is never nil; where the diagnostics have errors, only its Name,
// Files and Sources may be used.
func Load(name string, fsys fs.FS, version string) (*Workspace, hcl.Diagnostics) {
	return &Workspace{Name: name, Files: fsys}, nil
}

// Place names the block that a fault is in, outermost first:
// `stack "qwen36" / component "llama"`. It is the Extra of Load's diagnostics.
type Place string
