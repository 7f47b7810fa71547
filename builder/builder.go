// Package builder turns a stack's patched sources into outputs: it plans actions
// with keys (NewPlan, pure), and runs those that have no record yet (Run), each in
// a sandbox.
//
// Where sources and toolchains come from is the caller's matter; how outputs are
// put together to something that runs belongs to environments.
package builder

import (
	"context"

	"cairn/builder/sandbox"
	"cairn/digest"
	"cairn/stacks"
)

// Source is a component's patched tree.
type Source interface {
	// ID changes whenever a file of the tree does.
	ID() digest.Digest
	// Export writes the tree into the empty folder dir.
	Export(ctx context.Context, dir string) error
}

// Toolchain is what builds run with: the root of the sandbox.
type Toolchain interface {
	// ID changes whenever a program or library of it does.
	ID() digest.Digest
	// Impure says that the lock does not determine it.
	Impure() bool
	// Mounts are the sandbox's root; a Mount of Target "/" gives a whole root.
	Mounts() []sandbox.Mount
	// Variables are set in every build's environment.
	Variables() map[string]string
	// Programs are the programs that drivers ask for (cc, c++, icpx, cmake, ninja,
	// make, sh, …), each with its absolute path inside the sandbox.
	Programs() map[string]string
}

// Request is all that a plan depends on.
type Request struct {
	Stack      *stacks.Stack
	Sources    map[string]Source    // by component name
	Toolchains map[string]Toolchain // by toolchain name
	// Python is what python builds run with; nil where the stack has no python block.
	Python PythonEnvironment
	// SourceDateEpoch is the time that builds are told, in seconds since 1970.
	SourceDateEpoch int64
}
