package builder

import (
	"context"
	"runtime"

	"cairn/builder/store"
)

// Executor carries actions out: on this machine (Local), or by handing each to
// something that schedules machines of its own. Run decides what is wanted and in
// which order, and starts nothing beyond the Capacity.
type Executor interface {
	// Capacity is asked once before anything starts, and again while nothing runs
	// and an action waits for memory.
	Capacity() Capacity
	// Execute carries one action out and returns its record once record and output
	// are in the store of the options; ran is false if another process had done the
	// work meanwhile. A build that ran and failed is an *ActionError. It is called
	// from several goroutines at once, and tells of a Started and a Finished event.
	Execute(ctx context.Context, w Work) (record *store.Record, ran bool, err error)
}

// Capacity is what an executor has for actions.
type Capacity struct {
	// Jobs is how many processes may compile at once, over all actions.
	Jobs int
	// ActionJobs is how many of them one action can have; 0 is all.
	ActionJobs int
	// AvailableBytes is the memory for all actions together, now.
	AvailableBytes int64
	// LargestBytes is the most that one action could ever have.
	LargestBytes int64
}

// Work is one action and what it was given.
type Work struct {
	Request Request
	Plan    *Plan
	Action  *Action // Ready, with its Key
	Options RunOptions
	// Jobs and MemoryBytes are the action's share; 0 bytes where nobody knows what
	// it needs.
	Jobs        int
	MemoryBytes int64
	// Tell passes an event on; it may be called from any goroutine.
	Tell func(Event)
}

// Local runs actions in sandboxes of this machine.
type Local struct{}

// Capacity is the machine's CPUs and memory.
func (Local) Capacity() Capacity {
	total, available := machineMemory()
	return Capacity{Jobs: runtime.NumCPU(), AvailableBytes: available, LargestBytes: total}
}

// Execute runs the action's steps.
func (Local) Execute(ctx context.Context, w Work) (record *store.Record, ran bool, err error) {
	x := &execution{Action: w.Action, sources: w.Request.Sources, toolchain: w.Request.Toolchains[w.Action.build.Toolchain.Name],
		python: w.Request.Python, plan: w.Plan, opts: w.Options, jobs: w.Jobs, tell: w.Tell}
	return x.run(ctx)
}
