package patches

import (
	"context"

	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Exported is a patch file of the new series.
type Exported struct {
	// Index is that in the old series.
	Index   int
	Name    string
	Content []byte
	// Changed says that Content is not what it was.
	Changed bool
	// Options are those it is to be applied with: what was needed for the old text only
	// (strip, directory, recount, whitespace, context, globs) is gone where Changed.
	Options Options
}

// Export makes the files of a rebased series: those of patches that are landed or
// skipped are missing, those that are unchanged are what they were, byte for byte.
// Rebased must be complete.
func Export(ctx context.Context, objects storer.EncodedObjectStorer, series []Entry, rebased *Rebased) ([]Exported, error) {
	return nil, nil
}

// Rewrite puts a new diff into a patch file: mail header, text before the diff and the
// mail's signature stay, and the encodings are put on again: gzip without name and time
// at level 9, base64 in lines of 76 characters with a last newline, as coreutils
// base64.
func Rewrite(name string, old, diff []byte) ([]byte, error) { return nil, nil }
