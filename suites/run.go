package suites

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"cairn/digest"
	"cairn/environments"
	"cairn/stacks"
)

// Executor runs one program in an environment; *environments.Environment is one.
type Executor interface {
	Run(ctx context.Context, inv environments.Invocation) (environments.State, error)
}

// Request is one run of a stack's suites.
type Request struct {
	Stack    *stacks.Stack
	Executor Executor
	// Models gives the host's path of each model that suites name, by the model's
	// label in the workspace.
	Models map[string]string
	// Lock and Environment are written into the record; Impure too, if something of
	// the environment is the host's.
	Lock        digest.Digest
	Environment digest.Digest
	Impure      bool
	Host        Host
	// Now is the caller's clock, asked at the start and the end.
	Now func() time.Time

	// Cache is a folder of the host for compile and JIT caches that outlives the
	// run, a subfolder per suite. Empty gives new folders, removed at the end, so
	// that the first run of each measurement is truly cold.
	Cache string
	// Only runs nothing but the suites named. Leaving out a quality suite marks
	// every figure as ungated; nil runs all.
	Only []string
	// AllowDegenerate switches off the checks for output that no sound engine
	// prints; the record says so.
	AllowDegenerate bool
	// Logs is a folder of the host, if not empty, that gets a file for each process
	// with what it writes to standard output and error, as it comes: up to 8 MiB of it.
	Logs string
	// GateTimeout and MeasureTimeout bound a single process; zero means 30 and 25
	// minutes, the lab's guards.
	GateTimeout, MeasureTimeout time.Duration
	// Events, if not nil, is told of progress, from one goroutine at a time.
	Events func(Event)
}

// Run runs all quality suites and then, if every gate passed, all measurements.
//
// The record is never nil unless the request itself is refused: it holds what was
// seen up to an error. Errors: *QualityError at the first gate that fails, after
// which nothing is measured; *BlockedError when suites ask for what this machine
// lacks, after all others ran; *ModelError for a model file that is not the one
// meant; else a program's *ExitError, *OutputError or *TimeoutError of a
// measurement, and what the executor returned.
func Run(ctx context.Context, req Request) (*Record, error) {
	if err := req.check(); err != nil {
		return nil, err
	}
	r := &run{Request: req, record: newRecord(req), models: map[string]ModelFacts{}}
	cache, err := r.cacheRoot()
	if err != nil {
		return nil, err
	}
	if req.Cache == "" {
		defer os.RemoveAll(cache) // what stays behind is below the temporary folder
	}
	r.cache = cache
	err = r.suites(ctx)
	r.record.finish(req.Now(), err)
	return r.record, err
}

// check refuses requests that no machine could run.
func (req Request) check() error {
	if req.Now == nil {
		return errors.New("suites: a request needs a clock")
	}
	for _, name := range req.Only {
		if !hasSuite(req.Stack, name) {
			return fmt.Errorf("stack %s has no suite %q", req.Stack.Ref(), name)
		}
	}
	return nil
}

func hasSuite(stack *stacks.Stack, name string) bool {
	for _, s := range stack.Suites {
		if s.Name == name {
			return true
		}
	}
	return false
}

// run is the state of one Run.
type run struct {
	Request
	record  *Record
	cache   string
	models  map[string]ModelFacts
	blocked []Blocked
	// service is the endpoint of the suite that runs now; nil where it has none.
	service  *Service
	requests int // sent to endpoints by measurements
	logged   int // files in Logs

	events  sync.Mutex // one at a time
	running Event      // the last that something began with
}

func (r *run) suites(ctx context.Context) error {
	quality, complete := r.chosen(stacks.QualitySuite)
	for _, suite := range quality {
		if r.block(suite) {
			continue
		}
		if err := r.gates(ctx, suite); err != nil {
			return err
		}
	}
	throughput, _ := r.chosen(stacks.ThroughputSuite)
	if len(r.blocked) > 0 { // a gate that could not run leaves nothing to be timed
		for _, suite := range throughput {
			r.block(suite)
		}
		return &BlockedError{Suites: r.blocked}
	}
	gated := complete && len(quality) > 0
	for _, suite := range throughput {
		if r.block(suite) {
			continue
		}
		if err := r.measure(ctx, suite, gated); err != nil {
			return fmt.Errorf("suite %s: %w", suite.Name, err)
		}
	}
	if len(r.blocked) > 0 {
		return &BlockedError{Suites: r.blocked}
	}
	return nil
}

// chosen returns the suites of a kind that are to be run, and whether these are
// all there are.
func (r *run) chosen(kind stacks.SuiteKind) (chosen []*stacks.Suite, complete bool) {
	complete = true
	for _, suite := range r.Stack.Suites {
		if suite.Kind != kind {
			continue
		}
		if r.wanted(suite.Name) {
			chosen = append(chosen, suite)
		} else {
			complete = false
		}
	}
	return chosen, complete
}

func (r *run) wanted(name string) bool {
	if r.Only == nil {
		return true
	}
	for _, only := range r.Only {
		if only == name {
			return true
		}
	}
	return false
}

func (r *run) event(e Event) {
	r.events.Lock()
	defer r.events.Unlock()
	if e.Kind == SuiteStarted || e.Kind == GateStarted {
		r.running = e
	}
	if r.Events != nil {
		r.Events(e)
	}
}

// wrote tells a line of a process of what runs.
func (r *run) wrote(line string) {
	r.events.Lock()
	defer r.events.Unlock()
	if r.Events != nil && r.running.Suite != nil {
		r.Events(Event{Kind: Wrote, Suite: r.running.Suite, Gate: r.running.Gate, Line: line})
	}
}
