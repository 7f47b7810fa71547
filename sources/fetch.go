package sources

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"cairn/lockfiles"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/config"
	"github.com/go-git/go-git/v5/plumbing"
	gitcache "github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/transport"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

// StalledError says that a server sent nothing for too long.
type StalledError struct {
	Repository string
	After      time.Duration
}

func (e *StalledError) Error() string {
	return fmt.Sprintf("%s sent nothing for %s", e.Repository, e.After)
}

// fetch gets the wanted commit over the network, depth commits of it or all when
// depth is 0. What arrives lies in a folder of its own until every object of the
// commit's tree is proved to be there. The lock is held.
func (r *Repositories) fetch(ctx context.Context, repo *repository, w want, where location, depth int) error {
	incoming, err := os.MkdirTemp(filepath.Join(repo.dir, "cairn"), "incoming-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(incoming) //nolint:errcheck // swept by the next who locks
	if err := r.download(ctx, incoming, w.pin, where, depth); err != nil {
		return err
	}
	arrived, err := openDatabase(filepath.Join(incoming, "objects"))
	if err != nil {
		return err
	}
	found, err := walk(ctx, arrived, where.name(), w)
	if err == nil && depth == 0 {
		err = walkAncestors(ctx, arrived, w.commit())
	}
	if err = errors.Join(err, arrived.close()); errors.Is(err, plumbing.ErrObjectNotFound) {
		return r.missing(w.pin, where)
	}
	if err != nil {
		return err
	}
	if err := repo.adopt(incoming); err != nil {
		return err
	}
	if depth == 0 {
		if err := repo.writeFile("cairn/history/"+w.commit().String(), ""); err != nil {
			return err
		}
	}
	return repo.record(w.commit(), found.lacks)
}

// download fetches into an empty folder. Every object's id is computed from what
// came, by go-git's pack parser; a pack that does not parse is an error.
func (r *Repositories) download(ctx context.Context, dir string, pin lockfiles.Pin, where location, depth int) error {
	storage := filesystem.NewStorage(osfs.New(dir), gitcache.NewObjectLRUDefault())
	if err := storage.Init(); err != nil {
		return err
	}
	remote := git.NewRemote(storage, &config.RemoteConfig{Name: "origin", URLs: []string{where.url}})
	id := pin.Revision.String()
	options := &git.FetchOptions{
		RefSpecs: []config.RefSpec{config.RefSpec(id + ":refs/cairn/" + id)},
		Depth:    depth,
		Tags:     git.NoTags,
	}
	watched, w := r.watch(ctx, dir, pin, where)
	options.Progress = w
	err := remote.FetchContext(watched, options)
	if errors.Is(err, git.ErrExactSHA1NotSupported) {
		// The server hands out only what its refs name: all of it, then.
		options.RefSpecs = []config.RefSpec{"+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"}
		options.Depth = 0
		err = remote.FetchContext(watched, options)
	}
	w.stop(err == nil)
	switch cause := context.Cause(watched); {
	case err == nil, errors.Is(err, git.NoErrAlreadyUpToDate):
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(cause, new(*StalledError)):
		return cause
	case strings.Contains(err.Error(), "not our ref"):
		return r.missing(pin, where)
	case errors.Is(err, transport.ErrAuthenticationRequired), errors.Is(err, transport.ErrRepositoryNotFound):
		return fmt.Errorf("fetch %s: %w (it does not exist, or asks for credentials)", where.name(), &redactedError{err})
	}
	return fmt.Errorf("fetch %s from %s: %w", pin.Revision.Short(), where.name(), &redactedError{err})
}

// adopt moves the packs of a finished fetch into the repository: each pack before
// its index, which is what readers look for. The lock is held.
func (repo *repository) adopt(incoming string) error {
	from := filepath.Join(incoming, "objects", "pack")
	into := filepath.Join(repo.db.dir, "pack")
	for _, ending := range []string{".pack", ".idx"} {
		names, err := fs.Glob(os.DirFS(from), "pack-*"+ending)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := syncFile(filepath.Join(from, name)); err != nil {
				return err
			}
			if err := os.Rename(filepath.Join(from, name), filepath.Join(into, name)); err != nil {
				return err
			}
		}
	}
	repo.db.forget()
	return syncFolder(into)
}

func syncFile(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// ensureHistory brings all ancestors of a commit over the network.
func (r *Repositories) ensureHistory(ctx context.Context, repo *repository, pin lockfiles.Pin, where location) error {
	there := func() (bool, error) {
		_, err := os.Stat(repo.marker("history", plumbing.Hash(pin.Revision)))
		return err == nil, ignore(err, fs.ErrNotExist)
	}
	if ok, err := there(); ok || err != nil {
		return err
	}
	if r.options.Offline {
		missing := r.missing(pin, where)
		missing.History = true
		return missing
	}
	unlock, err := repo.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	if ok, err := there(); ok || err != nil {
		return err
	}
	repo.db.forget()
	return r.fetch(ctx, repo, want{pin: pin}, where, 0)
}

// walkAncestors proves that all ancestors of a commit are there.
func walkAncestors(ctx context.Context, from reader, commit plumbing.Hash) error {
	seen := map[plumbing.Hash]bool{commit: true}
	for queue := []plumbing.Hash{commit}; len(queue) > 0; {
		if err := ctx.Err(); err != nil {
			return err
		}
		_, content, err := from.read(queue[0])
		if err != nil {
			return err
		}
		queue = queue[1:]
		for _, parent := range parentsOf(content) {
			if !seen[parent] {
				seen[parent] = true
				queue = append(queue, parent)
			}
		}
	}
	return nil
}

// watcher ends a fetch that has stalled, and tells how many bytes have come. It is
// also where the server's own messages go: they are signs of life and nothing more.
type watcher struct {
	cancel   context.CancelCauseFunc
	event    Event
	tell     func(Event)
	dir      string
	messages atomic.Int64
	ended    chan struct{}
}

// watch returns the context that the fetch runs under.
func (r *Repositories) watch(ctx context.Context, dir string, pin lockfiles.Pin, where location) (context.Context, *watcher) {
	w := &watcher{
		event: Event{Upstream: pin.Upstream, Phase: Fetching, Revision: pin.Revision},
		tell:  r.options.Progress,
		dir:   filepath.Join(dir, "objects", "pack"),
		ended: make(chan struct{}),
	}
	w.tell(w.event) // a server may say nothing for a while
	ctx, w.cancel = context.WithCancelCause(ctx)
	go w.run(ctx, &StalledError{where.name(), r.options.Stall})
	return ctx, w
}

// Write implements io.Writer for the server's messages.
func (w *watcher) Write(p []byte) (int, error) {
	w.messages.Add(1)
	return len(p), nil
}

func (w *watcher) run(ctx context.Context, stalled *StalledError) {
	defer close(w.ended)
	tick := time.NewTicker(min(200*time.Millisecond, stalled.After/4))
	defer tick.Stop()
	messages, moved := int64(0), time.Now()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now, said := w.bytes(), w.messages.Load()
		if now != w.event.Done || said != messages {
			w.event.Done, messages, moved = now, said, time.Now()
			w.tell(w.event)
		}
		if time.Since(moved) > stalled.After {
			w.cancel(stalled)
			return
		}
	}
}

func (w *watcher) bytes() (sum int64) {
	entries, err := os.ReadDir(w.dir)
	if err != nil {
		return 0 // not made yet
	}
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil {
			sum += info.Size()
		}
	}
	return sum
}

// stop ends the watch; the last event is told when the fetch went well.
func (w *watcher) stop(well bool) {
	w.cancel(nil)
	<-w.ended
	if well {
		w.event.Done, w.event.Finished = w.bytes(), true
		w.tell(w.event)
	}
}
