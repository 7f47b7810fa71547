package sources

import (
	"fmt"
	"strings"

	"cairn/digest"
)

// MissingBlobError says that a repository lacks a blob, or a tree, that the pin does not
// exclude.
type MissingBlobError struct {
	Path       string
	ID         digest.GitID
	Repository string // where it was looked for, without credentials
	// Others are the paths of what is missing besides, at most maxOthers; More counts
	// all of that.
	Others []string
	More   int
}

// maxOthers bounds what a message lists: who lacks more wants another mirror.
const maxOthers = 20

func (e *MissingBlobError) Error() string {
	what := fmt.Sprintf("blob %s of %s", e.ID, e.Path)
	for _, path := range e.Others {
		what += ", " + path
	}
	if more := e.More - len(e.Others); more > 0 {
		what += fmt.Sprintf(" and %d more files", more)
	}
	return fmt.Sprintf("%s lacks %s, which the definition does not exclude", e.Repository, what)
}

// Paths are those that are listed, the first first.
func (e *MissingBlobError) Paths() []string { return append([]string{e.Path}, e.Others...) }

// MissingCommitError says that a commit is neither in the store nor where it was looked for.
type MissingCommitError struct {
	Upstream   string
	Repository string // public URL, without credentials
	Revision   digest.GitID
	// Offline says that the network was not asked.
	Offline bool
	// History says that the commit's ancestors were asked for too.
	History bool
	// Mirror is where it was looked for instead of Repository; empty if nowhere.
	Mirror string
}

func (e *MissingCommitError) Error() string {
	what := "commit " + e.Revision.String()
	if e.History {
		what = "the history of " + what
	}
	where := e.Repository
	if e.Mirror != "" {
		where = fmt.Sprintf("%s (for %s)", e.Mirror, e.Repository)
	}
	if e.Offline {
		return fmt.Sprintf("%s of %s is not in the store, and offline nothing is fetched; \"cairn fetch STACK\" brings it", what, where)
	}
	return fmt.Sprintf("%s does not have %s", where, what)
}

// LyingObjectError says that a repository holds something else under an object's id.
type LyingObjectError struct {
	Repository string
	ID         digest.GitID
	// Got is the id of what is there; zero where it cannot be read at all.
	Got digest.GitID
	Err error // why it cannot be read; may be nil
}

func (e *LyingObjectError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s: object %s is damaged: %v", e.Repository, e.ID, e.Err)
	}
	return fmt.Sprintf("%s: object %s is really %s: the repository is damaged or lies", e.Repository, e.ID, e.Got)
}

func (e *LyingObjectError) Unwrap() error { return e.Err }

// AmbiguousError says that a shortened id is that of several commits or tags.
type AmbiguousError struct {
	Repository string
	Short      string
	IDs        []string // sorted
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%s: %q is short for %d commits: %s", e.Repository, e.Short, len(e.IDs), strings.Join(e.IDs, ", "))
}
