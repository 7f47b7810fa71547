package lockfiles

import (
	"context"
	"errors"

	"cairn/stacks"
)

// Resolver resolves pins. It is implemented by sources.Repositories.
type Resolver interface {
	Source(ctx context.Context, pin Pin) (Source, error)
	// File returns a file of the repository at the pin's commit.
	File(ctx context.Context, pin Pin, path string) ([]byte, error)
}

// PatchFile is one patch that a variant applies, with the bytes of its file.
type PatchFile struct {
	Definition *stacks.Patch
	Content    []byte
}

// Applier applies a series on a source. It is implemented in cmd/cairn with
// package patches. It returns one Patch for each of series, in order.
type Applier interface {
	Apply(ctx context.Context, pin Pin, base Source, series []PatchFile) ([]Patch, error)
}

// Resolve makes the lock of a stack: all declared variants at once. What old
// locked and the definition did not move is kept, unless old is nil (an upgrade);
// pins are immutable, so that resolving again proves more than it changes.
func Resolve(ctx context.Context, ws *stacks.Workspace, stack string, r Resolver, a Applier, old *Lock) (*Lock, error) {
	return nil, errors.New("not yet")
}
