package builder

import (
	"context"
	"slices"
	"time"

	"cairn/builder/store"
	"cairn/digest"
)

// RunOptions say with what a plan is run. They never enter a key.
type RunOptions struct {
	Store *store.Store
	// Executor carries actions out; nil is Local.
	Executor Executor
	// Jobs is how many processes compile at once, over all actions; 0 is what the
	// executor has.
	Jobs int
	// MemoryBytes is what all actions together may use; 0 is what the executor has
	// available.
	MemoryBytes int64
	// KeepFreeBytes is what actions leave free of the disks that they write to; 0 is
	// what the sandbox keeps by itself.
	KeepFreeBytes int64
	// Patience is how long an action that fits the machine, but not beside what
	// others use of it, is waited for before the run is given up; 0 is a minute.
	Patience time.Duration
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
	// Waiting says that nothing runs because others use the memory; Event.Line has
	// the figures.
	Waiting EventKind = "waiting"
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
	// Compiled says of a finished action what ccache had of it; zero where the
	// toolchain has no ccache.
	Compiled Compiled
	// Traces are what a finished action's output tells of where it was built: no
	// fault, but a person may want to know.
	Traces []Leak
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
	// OfToolchain as in Action.
	OfToolchain string
}

// Run runs what of the plan is not done and returns all outputs. Keys that were
// waiting are computed as outputs come; an action whose record turns up is not
// run. After a failure nothing new starts, what runs may end (its work is kept for
// the next run), and the first failure is returned. The plan is brought up to date.
// What can never fit is a *TooLargeError before anything runs.
func Run(ctx context.Context, req Request, plan *Plan, opts RunOptions) (*Outcome, error) {
	outcome := &Outcome{}
	if slices.ContainsFunc(plan.Actions, func(a *Action) bool { return a.State != Done }) {
		s, err := newScheduler(req, plan, opts)
		if err != nil {
			return nil, err
		}
		if outcome.Ran, err = s.run(ctx); err != nil {
			return nil, err
		}
	}
	outcome.Cached = len(plan.Actions) - outcome.Ran
	for _, a := range plan.Actions {
		outcome.Impure = outcome.Impure || a.Impure
		outcome.Outputs = append(outcome.Outputs, BuildOutput{Build: a.Build, Action: a.Name, Tree: a.Output, Log: a.logPath(opts.Store), OfToolchain: a.OfToolchain})
	}
	return outcome, nil
}
