package sources

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"cairn/digest"
	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing"
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
	// Stall is how long a server may send nothing before a fetch is given up;
	// DefaultStall if zero.
	Stall time.Duration
	// Progress is told what a slow call does; it may be nil, must be quick, and may
	// be called from several goroutines.
	Progress func(Event)
	// Using is told the name of each folder of Dir before it is opened or made, so that
	// the caller can keep it from being cleared away; may be nil.
	Using func(folder string) error
}

// DefaultStall is generous: a server that packs a large history says nothing
// for a while, but says so.
const DefaultStall = 2 * time.Minute

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
	// Done counts objects when copying and bytes when fetching; Total is 0 where unknown.
	Done, Total int64
	// Finished marks the last event of a phase that did not fail.
	Finished bool
}

// Repositories is a folder of git repositories. It is safe for concurrent use,
// and several processes may share one folder.
type Repositories struct {
	options Options

	mu      sync.Mutex
	opened  map[string]*repository // by folder
	mirrors map[string]*database   // by git directory
}

var _ lockfiles.Resolver = (*Repositories)(nil)

// Open returns the repositories below opts.Dir.
func Open(opts Options) (*Repositories, error) {
	if err := os.MkdirAll(opts.Dir, 0o777); err != nil {
		return nil, err
	}
	boundHTTP()
	if opts.Stall == 0 {
		opts.Stall = DefaultStall
	}
	if opts.Progress == nil {
		opts.Progress = func(Event) {}
	}
	opts.Mirrors = slices.Clone(opts.Mirrors)
	return &Repositories{
		options: opts,
		opened:  map[string]*repository{},
		mirrors: map[string]*database{},
	}, nil
}

// Close lets go of open files. Object stores that were handed out stop working.
func (r *Repositories) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var err error
	for _, repo := range r.opened {
		err = errors.Join(err, repo.db.close())
	}
	for _, db := range r.mirrors {
		err = errors.Join(err, db.close())
	}
	clear(r.opened)
	clear(r.mirrors)
	return err
}

// Source proves that the pin's commit and every object of its tree is in the
// store, bringing it when it is not, and returns their ids. What the pin excludes
// may be missing. Errors are *MissingCommitError, *MissingBlobError,
// *LyingObjectError, *NoEmbeddedError, *NoMirrorError or wrap I/O.
func (r *Repositories) Source(ctx context.Context, pin lockfiles.Pin) (lockfiles.Source, error) {
	source, err := r.source(ctx, want{pin: pin})
	if err != nil {
		return lockfiles.Source{}, fmt.Errorf("upstream %s: %w", pin.Upstream, err)
	}
	return source, nil
}

// Objects returns the object store in which the pin's commit can be read whole;
// new objects that are set in it are kept in the repository's folder. It is safe
// for concurrent use.
func (r *Repositories) Objects(ctx context.Context, pin lockfiles.Pin) (storer.EncodedObjectStorer, error) {
	objects, err := r.objects(ctx, want{pin: pin})
	if err != nil {
		return nil, fmt.Errorf("upstream %s: %w", pin.Upstream, err)
	}
	return objects, nil
}

func (r *Repositories) objects(ctx context.Context, w want) (*Objects, error) {
	if w.pin.Embedded != "" {
		return r.embeddedObjects(w.pin)
	}
	repo, err := r.ensure(ctx, w)
	if err != nil {
		return nil, err
	}
	return &Objects{front: repo.db}, nil
}

func (r *Repositories) embeddedObjects(pin lockfiles.Pin) (*Objects, error) {
	h, err := embeddedHistory(pin.Embedded)
	if err != nil {
		return nil, err
	}
	if !h.objects.has(plumbing.Hash(pin.Revision)) {
		return nil, &MissingCommitError{Upstream: pin.Upstream, Repository: "embedded " + pin.Embedded, Revision: pin.Revision, Mirror: "the binary"}
	}
	repo, err := r.repository(pin.Embedded + "-embedded.git")
	if err != nil {
		return nil, err
	}
	return &Objects{front: repo.db, behind: []reader{h.objects}}, nil
}

// History is Objects with all ancestors of the pin's commit. Of a mirror on disk
// nothing is copied: commits, trees and blobs are read where they are, each proved
// as it is read, and what a partial clone lacks is plumbing.ErrObjectNotFound.
func (r *Repositories) History(ctx context.Context, pin lockfiles.Pin) (storer.EncodedObjectStorer, error) {
	objects, err := r.history(ctx, pin)
	if err != nil {
		return nil, fmt.Errorf("upstream %s: %w", pin.Upstream, err)
	}
	return objects, nil
}

func (r *Repositories) history(ctx context.Context, pin lockfiles.Pin) (*Objects, error) {
	if pin.Embedded != "" {
		return r.embeddedObjects(pin)
	}
	repo, err := r.repository(folderName(pin.Git))
	if err != nil {
		return nil, err
	}
	where, err := r.locate(pin.Git)
	if err != nil {
		return nil, err
	}
	if where.dir == "" {
		return &Objects{front: repo.db}, r.ensureHistory(ctx, repo, pin, where)
	}
	mirror, err := r.mirror(where.dir)
	if err != nil {
		return nil, err
	}
	if !mirror.has(plumbing.Hash(pin.Revision)) {
		return nil, r.missing(pin, where)
	}
	return &Objects{front: repo.db, behind: []reader{proved{mirror, where.dir}}}, nil
}

// Export writes the tree of a resolved source, or of what patches made of it, to
// dir, with the submodules of source in their places and without what the pin
// excludes. dir is made when missing and must be empty.
func (r *Repositories) Export(ctx context.Context, pin lockfiles.Pin, source lockfiles.Source, tree digest.GitID, dir string) error {
	return r.export(ctx, pin, source, tree, dir, false)
}

// Mend makes of dir, whatever an earlier export in it has become, what Export would have
// written: what is the tree's already stays, every file proved against its git id; all
// else goes. It is for an export that something was built in: two thousand files that are
// read again cost a tenth of two thousand that are made. Nobody else may write to dir
// meanwhile. Times are not its matter. After an error dir is of no use.
func (r *Repositories) Mend(ctx context.Context, pin lockfiles.Pin, source lockfiles.Source, tree digest.GitID, dir string) error {
	return r.export(ctx, pin, source, tree, dir, true)
}

func (r *Repositories) export(ctx context.Context, pin lockfiles.Pin, source lockfiles.Source, tree digest.GitID, dir string, mend bool) error {
	objects, err := r.Objects(ctx, pin)
	if err != nil {
		return err
	}
	opts := ExportOptions{Exclude: pin.Exclude, Submodules: map[string]Tree{}}
	for _, sub := range source.Submodules {
		w := want{pin: lockfiles.Pin{Upstream: pin.Upstream, Git: sub.URL, Revision: sub.Commit, Exclude: pin.Exclude}, prefix: sub.Path + "/"}
		store, err := r.objects(ctx, w)
		if err != nil {
			return fmt.Errorf("upstream %s: submodule %s: %w", pin.Upstream, sub.Path, err)
		}
		opts.Submodules[sub.Path] = Tree{store, plumbing.Hash(sub.Tree)}
	}
	return export(ctx, Tree{objects, plumbing.Hash(tree)}, dir, opts, mend)
}

// repository opens one of the store's own repositories, making it when missing.
func (r *Repositories) repository(name string) (*repository, error) {
	dir := filepath.Join(r.options.Dir, name)
	r.mu.Lock()
	defer r.mu.Unlock()
	if repo, ok := r.opened[dir]; ok {
		return repo, nil
	}
	if r.options.Using != nil {
		if err := r.options.Using(name); err != nil {
			return nil, err
		}
	}
	repo, err := openRepository(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if err = initRepository(dir); err == nil {
			repo, err = openRepository(dir)
		}
	}
	if err != nil {
		return nil, err
	}
	r.opened[dir] = repo
	return repo, nil
}

// mirror opens a git directory that is not ours; it is never written to.
func (r *Repositories) mirror(gitDir string) (*database, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if db, ok := r.mirrors[gitDir]; ok {
		return db, nil
	}
	db, err := openDatabase(filepath.Join(gitDir, "objects"))
	if err != nil {
		return nil, err
	}
	r.mirrors[gitDir] = db
	return db, nil
}

// proved reads objects of a repository that is not ours, each held against its id.
type proved struct {
	*database
	where string
}

func (p proved) read(id plumbing.Hash) (plumbing.ObjectType, []byte, error) {
	return verified(p.database, p.where, id)
}
