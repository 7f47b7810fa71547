package sources

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/sourcegraph/conc/pool"
)

// batch is how many neighbours in a pack one goroutine copies: they share delta bases.
const batch = 64

// copyObjects copies objects into a new pack of repo, each proved against its id.
// The lock is held. progress is told after each batch.
func (repo *repository) copyObjects(ctx context.Context, from *database, where string, ids []plumbing.Hash, progress func(done int64)) (err error) {
	var missing []plumbing.Hash
	for _, id := range ids {
		if !repo.db.has(id) {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	from.sortByPlace(missing)
	w, err := newPackWriter(repo.db.dir, len(missing))
	if err != nil {
		return err
	}
	var done atomic.Int64
	work := pool.New().WithMaxGoroutines(runtime.GOMAXPROCS(0)).WithContext(ctx).WithCancelOnError().WithFirstError()
	for ids := range slices.Chunk(missing, batch) {
		work.Go(func(ctx context.Context) error {
			for _, id := range ids {
				if err := ctx.Err(); err != nil {
					return err
				}
				kind, content, err := verified(from, where, id)
				if err != nil {
					return err
				}
				if err := w.add(id, kind, content); err != nil {
					return err
				}
			}
			progress(done.Add(int64(len(ids))))
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return errors.Join(err, w.abort())
	}
	if err := w.commit(); err != nil {
		return err
	}
	repo.db.forget()
	return nil
}

// sortByPlace puts ids into the order in which the packs hold them.
func (d *database) sortByPlace(ids []plumbing.Hash) {
	type place struct {
		pack   string
		offset int64
	}
	places := make(map[plumbing.Hash]place, len(ids))
	for _, id := range ids {
		if p, offset, ok := d.locate(id); ok {
			places[id] = place{p.path, offset}
		}
	}
	slices.SortStableFunc(ids, func(a, b plumbing.Hash) int {
		return cmp.Or(cmp.Compare(places[a].pack, places[b].pack), cmp.Compare(places[a].offset, places[b].offset))
	})
}
