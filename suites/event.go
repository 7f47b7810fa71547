package suites

import "cairn/stacks"

// EventKind tells what an Event is about.
type EventKind string

// The kinds of event, in the order in which a suite sends them.
const (
	// ModelChecked: a model file was hashed (Model is its name).
	ModelChecked EventKind = "model-checked"
	SuiteStarted EventKind = "suite-started"
	GateStarted  EventKind = "gate-started"
	// GateRepeated: repeat Index of Count is done and passed.
	GateRepeated EventKind = "gate-repeated"
	GatePassed   EventKind = "gate-passed"
	GateFailed   EventKind = "gate-failed"
	// Wrote: Line is what a process of the suite wrote last; told now and then, from the
	// goroutine that reads it.
	Wrote EventKind = "wrote"
	// Sampled: a process of a measurement is done; Index and Count number the
	// samples of its kind, cold or warm, and Value is the newest.
	Sampled EventKind = "sampled"
	// Measured: the measurement is complete.
	Measured EventKind = "measured"
	// SuiteBlocked: Reasons say what this machine lacks.
	SuiteBlocked EventKind = "suite-blocked"
)

// Event is one step of a run, for a person who watches it.
type Event struct {
	Kind  EventKind
	Suite *stacks.Suite
	Gate  string
	Model string
	Index int // counted from 1
	Count int
	Cold  bool
	Value float64 // tokens a second
	// Passed or failed gate, finished measurement; nil otherwise.
	GateRecord  *GateRecord
	Measurement *Measurement
	Reasons     []string
	Line        string
}
