package slurm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"cairn/builder"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

// Executor is a builder.Executor that submits each action to Slurm. It is safe for
// concurrent use.
type Executor struct {
	opts      Options
	exchange  Exchange
	workspace *stacks.Workspace

	cpus   int
	memory int64

	mu      sync.Mutex
	sources map[digest.Digest]*madeSource
}

// madeSource is a source that was put into the store, once.
type madeSource struct {
	once sync.Once
	tree digest.Digest
	err  error
}

// New asks the cluster what it has. workspace has the stack that actions are of.
func New(ctx context.Context, workspace *stacks.Workspace, exchange Exchange, opts Options) (*Executor, error) {
	if opts.Poll <= 0 {
		opts.Poll = DefaultPoll
	}
	cpus, memory, err := nodes(ctx, opts.Partition)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(opts.Logs, 0o755); err != nil {
		return nil, err
	}
	return &Executor{opts: opts, exchange: exchange, workspace: workspace, cpus: cpus, memory: memory, sources: map[digest.Digest]*madeSource{}}, nil
}

// many is how many actions may wait in Slurm's queue: deciding is its matter.
const many = 1024

// Capacity is a whole node for each action; how many there are, Slurm knows.
func (e *Executor) Capacity() builder.Capacity {
	return builder.Capacity{Jobs: many * e.cpus, ActionJobs: e.cpus, AvailableBytes: many * e.memory, LargestBytes: e.memory}
}

// LostError says that a job ended without a result as often as is tried.
type LostError struct {
	Action, Job, State string
	Said               string // what the node said last, if anything
}

func (e *LostError) Error() string {
	text := fmt.Sprintf("%s: job %s ended as %s", e.Action, e.Job, e.State)
	if e.Said != "" {
		text += ": " + e.Said
	}
	return text
}

// Execute submits the action and waits for its result. A job that is cancelled, or
// whose submitter is, takes nothing with it: the next run finds what is done.
func (e *Executor) Execute(ctx context.Context, w builder.Work) (record *store.Record, ran bool, err error) {
	began := time.Now()
	w.Tell(builder.Event{Kind: builder.Started, Action: w.Action})
	defer func() {
		w.Tell(builder.Event{Kind: builder.Finished, Action: w.Action, Cached: err == nil && !ran, Err: err, Elapsed: time.Since(began)})
	}()
	unlock, err := w.Options.Store.Lock(ctx, "action-"+w.Action.Key.Hex())
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", w.Action.Name, err)
	}
	defer unlock()
	if done, ok, err := w.Options.Store.Action(w.Action.Key); err != nil || ok {
		return &done, false, err
	}
	if record, ok, err := e.exchange.Fetch(ctx, w.Options.Store, w.Action.Key); err != nil || ok {
		return record, false, err
	}
	d, err := e.hand(ctx, w)
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", w.Action.Name, err)
	}
	record, err = e.carryOut(ctx, w, d)
	return record, err == nil, err
}

// hand gives all that the action needs to the exchange.
func (e *Executor) hand(ctx context.Context, w builder.Work) (digest.Digest, error) {
	component := w.Action.Component()
	tree, err := e.export(ctx, w, component)
	if err != nil {
		return digest.Digest{}, err
	}
	j, err := describe(ctx, w, e.workspace, component, tree)
	if err != nil {
		return digest.Digest{}, err
	}
	for _, tree := range j.trees(w.Action, w.Plan) {
		if err := e.exchange.PushTree(ctx, w.Options.Store, tree); err != nil {
			return digest.Digest{}, err
		}
	}
	content, err := json.Marshal(j)
	if err != nil {
		return digest.Digest{}, err
	}
	return e.exchange.PushJob(ctx, content)
}

// export puts a component's patched source into the store, once for all its builds.
func (e *Executor) export(ctx context.Context, w builder.Work, component string) (digest.Digest, error) {
	s := w.Request.Sources[component]
	if s == nil {
		return digest.Digest{}, fmt.Errorf("no source for component %q", component)
	}
	e.mu.Lock()
	one := e.sources[s.ID()]
	if one == nil {
		one = &madeSource{}
		e.sources[s.ID()] = one
	}
	e.mu.Unlock()
	one.once.Do(func() {
		dir, remove, err := w.Options.Store.TempDir()
		if err != nil {
			one.err = err
			return
		}
		top := filepath.Join(dir, "source")
		if one.err = os.Mkdir(top, 0o755); one.err == nil {
			one.err = s.Export(ctx, top)
		}
		if one.err == nil {
			one.tree, one.err = w.Options.Store.MoveTree(ctx, top)
		}
		one.err = errors.Join(one.err, remove())
	})
	return one.tree, one.err
}

// tries is how often a job is submitted that a node, or Slurm, took down. Slurm
// itself requeues before that what it saw a node lose.
const tries = 3

// carryOut submits until there is a result, or the build itself failed.
func (e *Executor) carryOut(ctx context.Context, w builder.Work, d digest.Digest) (*store.Record, error) {
	r := request{name: "cairn:" + w.Action.Name, cpus: w.Jobs, command: e.opts.Command + " " + d.String()}
	r.memory = min(w.MemoryBytes+w.MemoryBytes/4, e.memory) // what was recorded is what was seen, not what may be
	if w.Action.Expected > 0 {
		r.limit = 4*w.Action.Expected + 10*time.Minute // a slower node is no fault
	}
	for try := 1; ; try++ {
		end, err := e.once(ctx, w, r, fmt.Sprintf("%s-%d", d.Short(), try))
		if err != nil {
			return nil, err
		}
		// The result counts, whatever became of the job that pushed it.
		if record, ok, err := e.exchange.Fetch(ctx, w.Options.Store, w.Action.Key); err != nil || ok {
			return record, err
		}
		if end.failed != nil {
			return nil, end.failure()
		}
		lost := &LostError{Action: w.Action.Name, Job: end.job, State: end.state, Said: end.said}
		switch end.state {
		case "OUT_OF_MEMORY":
			if r.memory == 0 || r.memory >= e.memory {
				return nil, lost
			}
			r.memory = min(2*r.memory, e.memory)
		case "TIMEOUT", "DEADLINE":
			r.limit *= 2
		case "NODE_FAIL", "BOOT_FAIL", "PREEMPTED", "LAUNCH_FAILED", "":
		case "FAILED":
			if end.lastWord { // an error of ours: it would be the same again
				return nil, lost
			}
		default: // CANCELLED by somebody
			return nil, lost
		}
		if try == tries {
			return nil, lost
		}
		w.Tell(builder.Event{Kind: builder.Progress, Action: w.Action, Line: fmt.Sprintf("job %s ended as %s: submitted again", end.job, end.state)})
	}
}

// failure is the failed build as if it had run here: with its log where logs are.
func (end ended) failure() error {
	failed := *end.failed
	failed.TreePath = "" // on the node
	failed.LogPath = end.log
	return &failed
}
