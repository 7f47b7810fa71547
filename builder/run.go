package builder

import (
	"context"
	"fmt"
	"io"
	"time"

	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
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

// ActionError says that an action ran and failed.
type ActionError struct {
	Action   string
	Step     []string // the argv that failed
	ExitCode int
	// FirstError are the first lines of the log that say what went wrong.
	FirstError []string
	Tail       []string // the log's last lines
	LogPath    string
	// TreePath is the kept build folder, for Shell; empty if it could not be kept.
	TreePath string
}

func (e *ActionError) Error() string {
	return fmt.Sprintf("%s: exit status %d", e.Action, e.ExitCode)
}

// MissingProgramsError says which programs a toolchain needs and the machine lacks.
// cmd/cairn maps it to exit status 6.
type MissingProgramsError struct {
	Toolchain string
	Programs  []MissingProgram
	// Hint is a command that may help: "apt-get install g++ ninja-build".
	Hint string
}

// MissingProgram is one of them.
type MissingProgram struct{ Name, Reason string }

func (e *MissingProgramsError) Error() string { panic("published before written") }

// Run runs what of the plan is not done and returns all outputs. Keys that were
// waiting are computed as outputs come; an action whose record turns up is not
// run. After a failure nothing new starts, what runs may end, and the first
// failure is returned.
func Run(ctx context.Context, req Request, plan *Plan, opts RunOptions) (*Outcome, error) {
	panic("published before written")
}

// HostToolchain is what is installed on this machine, fingerprinted. Missing or
// unusable programs give a *MissingProgramsError. cacheDir keeps fingerprints by
// stat.
func HostToolchain(ctx context.Context, def *stacks.Toolchain, cacheDir string) (Toolchain, error) {
	panic("published before written")
}

// Stdio are the streams of a shell.
type Stdio struct {
	In       io.Reader
	Out, Err io.Writer
	Terminal bool
}

// Shell runs argv (a shell when empty) with the mounts of an action: in the kept
// tree of its last failure if there is one, else in a fresh export of its source.
func Shell(ctx context.Context, req Request, plan *Plan, build string, st *store.Store, argv []string, stdio Stdio) (sandbox.State, error) {
	panic("published before written")
}
