package patches

import (
	"context"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// History is the commits that can be reached from some heads, read once. Its trees are
// read as they are asked for. It is not safe for concurrent use.
type History struct {
	objects storer.EncodedObjectStorer
	heads   []plumbing.Hash
	commits []historyCommit
	index   map[plumbing.Hash]int32
	cut     int
}

// historyCommit is one commit. Its parents are indexes of commits, -1 for one that is
// not in the store.
type historyCommit struct {
	id, tree plumbing.Hash
	parents  []int32
	when     int64
}

// CommitInfo names an upstream commit for a person.
type CommitInfo struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// PR is the pull request that the title names, as in "(#123)"; 0 if none.
	PR int `json:"pr,omitempty"`
	// Date is the committer's.
	Date time.Time `json:"date"`
	// After counts commits from the start of the line that is looked at, which is 0;
	// -1 for a commit that is not on it.
	After int `json:"after"`
}

// ReadHistory reads the commits that heads reach, each once. A parent that is not in
// the store, as below a shallow clone, ends the history there; see Cut. Trees and blobs
// are not read yet.
func ReadHistory(ctx context.Context, objects storer.EncodedObjectStorer, heads ...plumbing.Hash) (*History, error) {
	return nil, nil
}

// Len is the number of commits.
func (h *History) Len() int { return len(h.commits) }

// Cut counts the parents that are not in the store.
func (h *History) Cut() int { return h.cut }
