package builder

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"cairn/builder/store"
	"cairn/digest"

	"github.com/sourcegraph/conc/pool"
)

// RunOptions say with what a plan is run. They never enter a key.
type RunOptions struct {
	Store *store.Store
	// Jobs is how many processes compile at once, over all actions; 0 is the number
	// of CPUs.
	Jobs int
	// MemoryBytes is what all actions together may use; 0 is the machine's
	// available memory.
	MemoryBytes int64
	// Version of cairn, noted in records.
	Version string
	// Events is told of progress, from one goroutine at a time; may be nil.
	Events func(Event)
}

// EventKind tells events apart.
type EventKind string

// The kinds of event.
const (
	Started  EventKind = "started"
	Progress EventKind = "progress"
	Finished EventKind = "finished"
)

// Event is one thing that happened while a plan runs.
type Event struct {
	Kind   EventKind
	Action *Action
	// Done and Total count the build system's steps, 0 of 0 where it does not say.
	// Within an action their ratio never falls.
	Done, Total int
	// Line is the log's last line.
	Line string
	// MemoryBytes is what the action's processes use together now.
	MemoryBytes int64
	Elapsed     time.Duration
	// Expected is how long the same action took last time; 0 if never.
	Expected time.Duration
	// Cached says of a finished action that it did not run: its record was there.
	Cached bool
	Err    error // of a finished action
}

// Outcome is what a run came to.
type Outcome struct {
	// Outputs are all builds of the stack in the order of the plan.
	Outputs []BuildOutput
	// Ran and Cached count actions.
	Ran, Cached int
	Impure      bool
}

// BuildOutput is one build's tree, whose top stands for /opt/stack.
type BuildOutput struct {
	Build  string // as Action.Build
	Action string
	Tree   digest.Digest
	Log    string // path of the log
}

// Run runs what of the plan is not done and returns all outputs. Keys that were
// waiting are computed as outputs come; an action whose record turns up is not
// run. After a failure nothing new starts, what runs may end (its work is kept for
// the next run), and the first failure is returned. The plan is brought up to date.
func Run(ctx context.Context, req Request, plan *Plan, opts RunOptions) (*Outcome, error) {
	if opts.Jobs <= 0 {
		opts.Jobs = runtime.NumCPU()
	}
	outcome := &Outcome{}
	if slices.ContainsFunc(plan.Actions, func(a *Action) bool { return a.State != Done }) {
		most := opts.MemoryBytes
		if most <= 0 {
			most, opts.MemoryBytes = machineMemory()
		}
		if err := checkFits(plan, most); err != nil {
			return nil, err
		}
		s := &scheduler{req: req, plan: plan, opts: opts, jobs: opts.Jobs, memory: opts.MemoryBytes, finished: make(chan finished)}
		ran, err := s.run(ctx)
		if err != nil {
			return nil, err
		}
		outcome.Ran = ran
	}
	outcome.Cached = len(plan.Actions) - outcome.Ran
	for _, a := range plan.Actions {
		outcome.Impure = outcome.Impure || a.Impure
		outcome.Outputs = append(outcome.Outputs, BuildOutput{Build: a.Build, Action: a.Name, Tree: a.Output, Log: a.logPath(opts.Store)})
	}
	return outcome, nil
}

// scheduler starts actions as their needs are met and the machine has room. Its
// fields belong to the goroutine of run.
type scheduler struct {
	req      Request
	plan     *Plan
	opts     RunOptions
	jobs     int   // not given to an action
	memory   int64 // not given to an action
	running  []*Action
	finished chan finished

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

func (s *scheduler) run(ctx context.Context) (ran int, err error) {
	workers := pool.New()
	defer workers.Wait()
	for {
		if err == nil {
			err = s.settle()
		}
		if err == nil && ctx.Err() == nil {
			s.start(ctx, workers)
		}
		if len(s.running) == 0 {
			break
		}
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
// others waits for them.
func (s *scheduler) start(ctx context.Context, workers *pool.Pool) {
	ready := slices.DeleteFunc(slices.Clone(s.plan.Actions), func(a *Action) bool {
		return a.State != Ready || slices.Contains(s.running, a)
	})
	for i, a := range ready {
		given, ok := s.room(a, len(ready)-i)
		if !ok {
			continue
		}
		s.jobs -= given.jobs
		s.memory -= given.memory
		s.running = append(s.running, a)
		workers.Go(func() {
			f := finished{action: a, share: given}
			x := &execution{Action: a, source: s.req.Sources[a.component.Name], toolchain: s.req.Toolchains[a.build.Toolchain.Name],
				plan: s.plan, opts: s.opts, jobs: given.jobs, tell: s.tell}
			f.record, f.ran, f.err = x.run(ctx)
			s.finished <- f
		})
	}
}

// room says with how many jobs an action can start now, others wanting to as well.
func (s *scheduler) room(a *Action, sharers int) (share, bool) {
	if s.jobs == 0 {
		return share{}, false
	}
	given := share{jobs: max(1, s.jobs/sharers)}
	if need := a.memoryPerJob(); need > 0 {
		given.jobs = int(min(int64(given.jobs), s.memory/need))
		if len(s.running) == 0 {
			given.jobs = max(1, given.jobs) // others than us use the memory now; waiting would not help
		}
		given.memory = need * int64(given.jobs)
	}
	return given, given.jobs > 0
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
