package patches

import (
	"context"
	"errors"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Entry is one patch of a series.
type Entry struct {
	Input
	// Message is the commit's, as it is; "" makes one of the patch's mail subject and
	// body, or of its file name.
	Message string
}

// Identity is the author and committer of a series' commits.
type Identity struct {
	Name, Email string
	// When is used in whole seconds, with its zone. The commits of a series all carry it.
	When time.Time
}

// Series is what came of applying a series.
type Series struct {
	// Commit is the last commit of the chain, or the base where it has none; Tree is
	// its tree.
	Commit, Tree plumbing.Hash
	// Commits holds one commit per entry, zero from the first one on that did not apply.
	Commits []plumbing.Hash
	// Verdicts holds one verdict per entry. After one that did not apply, the others
	// are tried on the last tree that was reached.
	Verdicts []Verdict
	// Complete says that every entry applied.
	Complete bool
}

// ApplySeries applies a series to the tree of the commit base and makes a chain of
// commits of it, whose ids depend on nothing but the base, the entries and id. Each
// entry's Options.Check is overruled by that of the first: all are written or none.
// Errors are as in Apply.
func ApplySeries(ctx context.Context, objects storer.EncodedObjectStorer, base plumbing.Hash, series []Entry, id Identity) (Series, error) {
	return Series{}, errors.ErrUnsupported
}
