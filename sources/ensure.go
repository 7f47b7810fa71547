package sources

import (
	"context"
	"errors"
	"fmt"

	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing"
)

// ensure returns the store's repository, after bringing the wanted commit into it
// when it is not there whole.
func (r *Repositories) ensure(ctx context.Context, w want) (*repository, error) {
	if w.pin.Git == "" || w.pin.Revision.IsZero() {
		return nil, fmt.Errorf("pin of %q has no repository or no revision", w.pin.Upstream)
	}
	repo, err := r.repository(folderName(w.pin.Git))
	if err != nil {
		return nil, err
	}
	if fault, err := repo.whole(w); err != nil || fault == nil {
		return repo, err
	}
	unlock, err := repo.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	// Another process may have brought it while we waited.
	repo.db.forget()
	fault, err := repo.whole(w)
	if err != nil || fault == nil {
		return repo, err
	}
	return repo, r.bring(ctx, repo, w, fault)
}

// errAbsent says that a commit was never brought.
var errAbsent = errors.New("not in the store")

// whole returns why the store does not hold the wanted commit whole: errAbsent or
// a *MissingBlobError; nil when it does.
func (repo *repository) whole(w want) (fault, err error) {
	lacks, there, err := repo.absent(w.commit())
	if err != nil {
		return nil, err
	}
	if !there {
		return errAbsent, nil
	}
	for _, a := range lacks {
		// A patch or another commit may have brought the very blob.
		if !w.excludes(a.path) && !repo.db.has(a.id) {
			return &MissingBlobError{Path: w.prefix + a.path, ID: [20]byte(a.id), Repository: repo.dir}, nil
		}
	}
	return nil, nil
}

// bring gets the wanted commit from where its URL leads. The lock is held.
func (r *Repositories) bring(ctx context.Context, repo *repository, w want, fault error) error {
	where, err := r.locate(w.pin.Git)
	if err != nil {
		return err
	}
	if where.dir != "" {
		return r.bringFromDisk(ctx, repo, w, where)
	}
	if r.options.Offline {
		if !errors.Is(fault, errAbsent) {
			return fault
		}
		return r.missing(w.pin, where)
	}
	return r.fetch(ctx, repo, w, where, 1)
}

func (r *Repositories) bringFromDisk(ctx context.Context, repo *repository, w want, where location) error {
	mirror, err := r.mirror(where.dir)
	if err != nil {
		return err
	}
	// What the store has already, the mirror need not have.
	found, err := walk(ctx, &Objects{front: mirror, behind: []reader{repo.db}}, where.dir, w)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return r.missing(w.pin, where)
	}
	if err != nil {
		return err
	}
	event := Event{Upstream: w.pin.Upstream, Phase: Copying, Revision: w.pin.Revision, Total: int64(len(found.ids))}
	err = repo.copyObjects(ctx, mirror, where.dir, found.ids, func(done int64) {
		event := event
		event.Done = done
		r.options.Progress(event)
	})
	if err != nil {
		return err
	}
	if err := repo.record(w.commit(), found.lacks); err != nil {
		return err
	}
	event.Done, event.Finished = event.Total, true
	r.options.Progress(event)
	return nil
}

func (r *Repositories) missing(pin lockfiles.Pin, where location) *MissingCommitError {
	e := &MissingCommitError{
		Upstream:   pin.Upstream,
		Repository: redact(pin.Git),
		Revision:   pin.Revision,
		Offline:    r.options.Offline && where.dir == "",
	}
	if where.name() != e.Repository {
		e.Mirror = where.name()
	}
	return e
}
