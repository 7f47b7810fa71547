package sources

import (
	"context"

	"cairn/digest"
	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Options say where repositories are kept and what may be reached.
type Options struct {
	// Dir is the folder that the bare repositories are kept in; made when missing.
	Dir string
	// Mirrors redirect URLs; the longest matching prefix wins.
	Mirrors []Mirror
	// Offline forbids the network. Mirrors on disk are still read.
	Offline bool
	// Progress is told what a slow call does; it may be nil, must be quick, and may
	// be called from several goroutines.
	Progress func(Event)
}

// Phase is what a call is doing.
type Phase string

// The phases.
const (
	Fetching Phase = "fetch" // from the network
	Copying  Phase = "copy"  // from a mirror on disk
)

// Event is progress of one repository.
type Event struct {
	Upstream string
	Phase    Phase
	Revision digest.GitID
	// Done counts objects copied, or bytes received when fetching; Total is 0 where unknown.
	Done, Total int64
	// Finished marks the last event of a phase.
	Finished bool
}

// Repositories is a folder of git repositories. It is safe for concurrent use,
// and several processes may share one folder.
type Repositories struct{ options Options }

var _ lockfiles.Resolver = (*Repositories)(nil)

// Open returns the repositories below opts.Dir.
func Open(opts Options) (*Repositories, error) { return &Repositories{options: opts}, nil }

// Close lets go of open files. Object stores that were handed out stop working.
func (r *Repositories) Close() error { return nil }

// Source proves that the pin's commit and every object of its tree is in the
// store, bringing it when it is not, and returns their ids.
func (r *Repositories) Source(ctx context.Context, pin lockfiles.Pin) (lockfiles.Source, error) {
	return lockfiles.Source{}, nil
}

// File returns the content of a file at the pin's commit. Of a mirror on disk only
// that file is copied into the store. A path that is not there is fs.ErrNotExist.
func (r *Repositories) File(ctx context.Context, pin lockfiles.Pin, path string) ([]byte, error) {
	return nil, nil
}

// Objects returns the object store in which the pin's commit can be read whole;
// new objects that are set in it are kept in the repository's folder. It is safe
// for concurrent use.
func (r *Repositories) Objects(ctx context.Context, pin lockfiles.Pin) (storer.EncodedObjectStorer, error) {
	return nil, nil
}

// History is Objects with all ancestors of the pin's commit. Of a mirror on disk
// nothing is copied: commits, trees and blobs are read where they are.
func (r *Repositories) History(ctx context.Context, pin lockfiles.Pin) (storer.EncodedObjectStorer, error) {
	return nil, nil
}

// Export writes the tree of a resolved source, or of what patches made of it, to
// dir, with the submodules of source in their places.
func (r *Repositories) Export(ctx context.Context, pin lockfiles.Pin, source lockfiles.Source, tree digest.GitID, dir string) error {
	return nil
}
