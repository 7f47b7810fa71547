package patches

import (
	"context"
	"errors"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Input is one patch file to apply: its name, its bytes as stored, and how.
type Input struct {
	Name    string
	Content []byte
	Options Options
}

// Apply applies one patch file to a tree and says what became of it. Unless
// Options.Check is set, the new objects are written to objects, blobs first, when the
// whole patch has applied, and not one of them otherwise.
//
// An error is about reading or writing objects, or is ctx's; everything about the
// patch is in the verdict.
func Apply(ctx context.Context, objects storer.EncodedObjectStorer, tree plumbing.Hash, name string, content []byte, opts Options) (Verdict, error) {
	return Verdict{}, errors.ErrUnsupported
}

// ApplyAll applies patch files in order, each to the tree that the last one that
// applied has left. A patch that does not apply leaves the tree as it was, and the
// next ones are tried on that. The verdicts are in the order of inputs.
func ApplyAll(ctx context.Context, objects storer.EncodedObjectStorer, tree plumbing.Hash, inputs []Input) ([]Verdict, error) {
	return nil, errors.ErrUnsupported
}

// ApplyEach applies every patch file to the same tree, in parallel. Objects are read
// once for all, by one goroutine at a time. The verdicts are in the order of inputs.
func ApplyEach(ctx context.Context, objects storer.EncodedObjectStorer, tree plumbing.Hash, inputs []Input) ([]Verdict, error) {
	return nil, errors.ErrUnsupported
}
