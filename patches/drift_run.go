package patches

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/sourcegraph/conc/pool"
)

// Drift tries every hunk at every commit from one to another that touches its file: in
// between nothing changes, so that every flip is known and none is inferred. The line
// is to's first parents as far as they lead back to from, else the first of its parents
// that does.
//
// Patches are tried alone; one that applies to the base on top of those before it only
// is tried there, see PatchDrift.Stacked. Objects are not written. An error is about
// reading objects, or is ctx's.
func Drift(ctx context.Context, objects storer.EncodedObjectStorer, from, to plumbing.Hash, files []Input) (*DriftReport, error) {
	h, err := ReadHistory(ctx, objects, to, from)
	if err != nil {
		return nil, err
	}
	return h.Drift(ctx, from, to, files)
}

// Drift is the function Drift on a history that was read before, which reaches from and
// to.
func (h *History) Drift(ctx context.Context, from, to plumbing.Hash, files []Input) (*DriftReport, error) {
	d := &drifting{history: h}
	start, err := h.at(from)
	if err != nil {
		return nil, err
	}
	end, err := h.at(to)
	if err != nil {
		return nil, err
	}
	if d.line, err = h.line(start, end); err != nil {
		return nil, err
	}
	if d.trials, err = newTrials(ctx, &lockedObjects{EncodedObjectStorer: h.objects}, files); err != nil {
		return nil, err
	}
	if err := d.run(ctx); err != nil {
		return nil, err
	}
	return d.report(ctx, start, end)
}

// drifting is patches tried along a line.
type drifting struct {
	history *History
	line    []int32
	trials  *trials
	// results has, for each group, what came out at each commit of the line.
	results [][]*trialResult
	// unread says, for each group, where a result is that of an earlier version, because
	// the repository lacks the one there.
	unread  [][]bool
	missing []missingVersion
	// stacked says which patches are tried on those before them.
	stacked []bool
	tried   int
}

// run tries every version of the files on the line, each once.
func (d *drifting) run(ctx context.Context) error {
	t := d.trials
	type task struct {
		group *trialGroup
		state int32
		into  *trialResult
	}
	var tasks []task
	d.results = make([][]*trialResult, len(t.groups))
	last := int32(-1)
	for k, commit := range d.line {
		if k%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		state, err := t.watch.state(d.history.commits[commit].tree)
		if err != nil {
			return err
		}
		for i, g := range t.groups {
			if state == last {
				d.results[i] = append(d.results[i], d.results[i][k-1])
				continue
			}
			key := g.key(t.watch, state)
			result, ok := g.tried[key]
			if !ok {
				result = &trialResult{}
				g.tried[key] = result
				tasks = append(tasks, task{g, state, result})
			}
			d.results[i] = append(d.results[i], result)
		}
		last = state
	}
	d.tried = len(tasks)
	workers := pool.New().WithErrors().WithContext(ctx).WithCancelOnError().WithFirstError().WithMaxGoroutines(runtime.GOMAXPROCS(0))
	for _, task := range tasks {
		workers.Go(func(ctx context.Context) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			result, err := t.try(ctx, task.group, task.state)
			if errors.Is(err, plumbing.ErrObjectNotFound) {
				task.into.unread = err
				return nil
			}
			if err != nil {
				return fmt.Errorf("try %s: %w", t.watch.paths[task.group.paths[0]], err)
			}
			*task.into = *result
			return nil
		})
	}
	if err := workers.Wait(); err != nil {
		return err
	}
	return d.bridge()
}

// bridge takes what the repository lacks, as a mirror may that leaves large blobs out, for
// what was there before it. The first version of a file must be there.
func (d *drifting) bridge() error {
	d.unread = make([][]bool, len(d.results))
	for i, results := range d.results {
		path := d.trials.watch.paths[d.trials.groups[i].paths[0]]
		d.unread[i] = make([]bool, len(results))
		var last *trialResult
		for k, result := range results {
			if result.unread == nil {
				continue
			}
			if k == 0 {
				return fmt.Errorf("try %s: %w", path, result.unread)
			}
			if d.unread[i][k] = true; result != last {
				d.missing = append(d.missing, missingVersion{path, k})
			}
			last = result
			results[k] = results[k-1]
		}
	}
	return nil
}

// missingVersion is a version of a file that cannot be read, and the commit of the line
// where it comes up.
type missingVersion struct {
	path string
	k    int
}

// outcome is what became of a slot's piece at the k-th commit of the line.
func (d *drifting) outcome(patch int, slot *trialSlot, k int) *trialOutcome {
	result := d.results[slot.group][k]
	if d.stacked[patch] {
		return &result.stacked[slot.piece]
	}
	return &result.alone[slot.piece]
}

// applies says whether all of a patch applies at the k-th commit.
func (d *drifting) applies(patch int, stacked bool, k int) bool {
	slots := d.trials.patches[patch].slots
	for i := range slots {
		result := d.results[slots[i].group][k]
		pieces := result.alone
		if stacked {
			pieces = result.stacked
		}
		if !pieces[slots[i].piece].applies {
			return false
		}
	}
	return len(slots) > 0
}

// lockedObjects lets several goroutines read from a store that is not made for it: one
// at a time, and each object to its end.
type lockedObjects struct {
	storer.EncodedObjectStorer
	mu sync.Mutex
}

// EncodedObject returns an object that is in memory.
func (o *lockedObjects) EncodedObject(kind plumbing.ObjectType, id plumbing.Hash) (plumbing.EncodedObject, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	object, err := o.EncodedObjectStorer.EncodedObject(kind, id)
	if err != nil {
		return nil, err
	}
	if _, ok := object.(interface{ Bytes() []byte }); ok {
		return object, nil
	}
	content, err := rawContent(object)
	if err != nil {
		return nil, err
	}
	whole := &plumbing.MemoryObject{}
	whole.SetType(object.Type())
	_, err = whole.Write(content)
	return whole, err
}

// HasEncodedObject asks the store.
func (o *lockedObjects) HasEncodedObject(id plumbing.Hash) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.EncodedObjectStorer.HasEncodedObject(id)
}
