package patches

import (
	"context"

	"github.com/go-git/go-git/v5/plumbing/storer"
)

// RebaseSession is a rebase with stops, kept in a folder so that it outlives the
// process. Everything in the folder is replaced as a whole: a kill at any instant
// leaves the state before a call or the one after it. Two processes must not work on
// one session at the same time: callers hold a lock.
type RebaseSession struct {
	dir string
}

// RebaseState says where a session stands.
type RebaseState struct {
	Rebased *Rebased
	// Stopped is the index of the patch that a person has to look at, -1 if none is
	// left: then Export gives the new series, and Close ends the session.
	Stopped int
	// Dir is where the files of that patch that conflict lie, with markers; "" where
	// there is none (a question, see RebaseAsk).
	Dir string
	// Decided counts the decisions that Undo can take back.
	Decided int
}

// StartRebase begins a session in dir, which must not hold one. Request.Decisions and
// Request.Write are the session's to set.
func StartRebase(ctx context.Context, objects storer.EncodedObjectStorer, dir string, request RebaseRequest) (*RebaseSession, *RebaseState, error) {
	return nil, nil, nil
}

// OpenRebase goes on with the session in dir. The error is ErrNoRebase if none is there.
func OpenRebase(ctx context.Context, objects storer.EncodedObjectStorer, dir string) (*RebaseSession, *RebaseState, error) {
	return nil, nil, nil
}

// Continue takes what the person made of the files in RebaseState.Dir and goes on to
// the next stop. A file that was removed there is deleted. The error is a
// *LeftoverError where conflict markers are left. At a question it answers that the
// patch is another change, and keeps it.
func (s *RebaseSession) Continue(ctx context.Context) (*RebaseState, error) { return nil, nil }

// Skip leaves the patch at the stop out of the new series, and goes on.
func (s *RebaseSession) Skip(ctx context.Context) (*RebaseState, error) { return nil, nil }

// Undo takes the last decision back.
func (s *RebaseSession) Undo(ctx context.Context) (*RebaseState, error) { return nil, nil }

// State is where the session stands.
func (s *RebaseSession) State() *RebaseState { return nil }

// Series is the series that is being moved, as it was at the start.
func (s *RebaseSession) Series() []Entry { return nil }

// Resolutions are those given at the start, and what Continue recorded.
func (s *RebaseSession) Resolutions() *Resolutions { return nil }

// Finish writes the new objects to the store. The session must have no stop left.
func (s *RebaseSession) Finish(ctx context.Context) (*Rebased, error) { return nil, nil }

// Close removes the session: after Finish, and once the series is written; or instead
// of it, to abort.
func (s *RebaseSession) Close() error { return nil }
