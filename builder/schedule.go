package builder

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"cairn/builder/store"

	"github.com/sourcegraph/conc/pool"
)

// scheduler starts actions as their needs are met and there is room. Its fields
// belong to the goroutine of run.
type scheduler struct {
	req      Request
	plan     *Plan
	opts     RunOptions
	executor Executor
	capacity Capacity
	jobs     int   // not given to an action
	memory   int64 // not given to an action
	running  []*Action
	finished chan finished
	waiting  time.Time // since when nothing runs for want of memory; zero if something does

	events sync.Mutex // one event at a time
}

// share is what an action was given.
type share struct {
	jobs   int
	memory int64
}

type finished struct {
	action *Action
	share  share
	record *store.Record
	ran    bool
	err    error
}

// newScheduler asks what there is and refuses a plan of which something can never
// fit.
func newScheduler(req Request, plan *Plan, opts RunOptions) (*scheduler, error) {
	s := &scheduler{req: req, plan: plan, opts: opts, executor: opts.Executor, finished: make(chan finished)}
	if s.executor == nil {
		s.executor = Local{}
	}
	s.capacity = s.bounded()
	s.jobs, s.memory = s.capacity.Jobs, s.capacity.AvailableBytes
	return s, checkFits(plan, s.capacity.LargestBytes)
}

// bounded is what the executor has, within what the options allow.
func (s *scheduler) bounded() Capacity {
	c := s.executor.Capacity()
	if s.opts.Jobs > 0 {
		c.Jobs = s.opts.Jobs
	}
	if s.opts.MemoryBytes > 0 {
		c.AvailableBytes, c.LargestBytes = s.opts.MemoryBytes, s.opts.MemoryBytes
	}
	if c.ActionJobs <= 0 || c.ActionJobs > c.Jobs {
		c.ActionJobs = c.Jobs
	}
	return c
}

func (s *scheduler) run(ctx context.Context) (ran int, err error) {
	workers := pool.New()
	defer workers.Wait()
	for {
		if err == nil {
			err = s.settle()
		}
		stuck := (*Action)(nil)
		if err == nil && ctx.Err() == nil {
			stuck = s.start(ctx, workers)
		}
		if len(s.running) == 0 {
			if stuck == nil {
				break
			}
			err = s.waitForMemory(ctx, stuck)
			continue
		}
		s.waiting = time.Time{}
		f := <-s.finished
		s.running = slices.DeleteFunc(s.running, func(a *Action) bool { return a == f.action })
		s.jobs += f.share.jobs
		s.memory += f.share.memory
		if f.err != nil {
			if err == nil {
				err = f.err
			}
			continue
		}
		f.action.finish(f.record)
		if f.ran {
			ran++
		}
	}
	return ran, errors.Join(err, contextError(ctx, err))
}

// contextError is ctx's cause, unless err has it already.
func contextError(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil && !errors.Is(err, cause) {
		return cause
	}
	return nil
}

// settle gives keys to actions whose needs are done by now.
func (s *scheduler) settle() error {
	for _, a := range s.plan.Actions {
		if a.State != Waits {
			continue
		}
		if err := a.settle(s.plan, s.opts.Store); err != nil {
			return fmt.Errorf("plan %s: %w", a.Name, err)
		}
		if a.State == Done {
			s.tell(Event{Kind: Finished, Action: a, Cached: true})
		}
	}
	return nil
}

// start starts what is ready, has room, and is not running yet. Free jobs are
// shared between the actions that could use them; whatever does not fit beside
// others waits for them. It returns the first that found no room.
func (s *scheduler) start(ctx context.Context, workers *pool.Pool) (stuck *Action) {
	ready := slices.DeleteFunc(slices.Clone(s.plan.Actions), func(a *Action) bool {
		return a.State != Ready || slices.Contains(s.running, a)
	})
	for i, a := range ready {
		given, ok := s.room(a, len(ready)-i)
		if !ok {
			if stuck == nil {
				stuck = a
			}
			continue
		}
		s.jobs -= given.jobs
		s.memory -= given.memory
		s.running = append(s.running, a)
		workers.Go(func() {
			f := finished{action: a, share: given}
			f.record, f.ran, f.err = s.executor.Execute(ctx, Work{Request: s.req, Plan: s.plan, Action: a, Options: s.opts,
				Jobs: given.jobs, MemoryBytes: given.memory, Tell: s.tell})
			s.finished <- f
		})
	}
	return stuck
}

// room says with how many jobs an action can start now, others wanting to as well.
func (s *scheduler) room(a *Action, sharers int) (share, bool) {
	if s.jobs == 0 {
		return share{}, false
	}
	given := share{jobs: min(max(1, s.jobs/sharers), s.capacity.ActionJobs)}
	if a.build.Jobs > 0 {
		given.jobs = min(given.jobs, a.build.Jobs)
	}
	for ; given.jobs > 0; given.jobs-- {
		given.memory = a.MemoryFor(given.jobs)
		if given.memory <= min(s.memory, s.capacity.LargestBytes) {
			return given, true
		}
	}
	return share{}, false
}

// waitForMemory looks a second later how much is available by then. An action that
// has waited for too long gives up the run.
func (s *scheduler) waitForMemory(ctx context.Context, a *Action) error {
	if s.waiting.IsZero() {
		s.waiting = time.Now()
	}
	patience := s.opts.Patience
	if patience == 0 {
		patience = time.Minute
	}
	if time.Since(s.waiting) > patience {
		return &NoRoomError{Action: a.Name, NeedBytes: a.MemoryFor(1), AvailableBytes: s.memory, HaveBytes: s.capacity.LargestBytes, Waited: patience}
	}
	s.tell(Event{Kind: Waiting, Action: a, Elapsed: time.Since(s.waiting),
		Line: fmt.Sprintf("waits for memory: one job needs %s, %s are available", size(a.MemoryFor(1)), size(s.memory))})
	select {
	case <-ctx.Done():
		return nil // run says so
	case <-time.After(min(time.Second, patience/4)):
	}
	s.capacity = s.bounded()
	s.memory = s.capacity.AvailableBytes
	return nil
}

func (s *scheduler) tell(e Event) {
	if s.opts.Events == nil {
		return
	}
	s.events.Lock()
	defer s.events.Unlock()
	e.Expected = e.Action.Expected
	s.opts.Events(e)
}
