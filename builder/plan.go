package builder

import (
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

// State says what stands between an action and its output.
type State string

// The states of an action.
const (
	Done  State = "done"  // a record with its output is there
	Ready State = "run"   // would run now
	Waits State = "waits" // its key depends on outputs that are not there yet
)

// Reason is one thing that moved since the last record of the same action name.
type Reason struct {
	Input string `json:"input"` // `patch "fast-kernel"`, "option GGML_SYCL", "toolchain"; "never built" stands alone
	Was   string `json:"was,omitempty"`
	Now   string `json:"now,omitempty"`
	// Attribute is where the definition says it, "file:line"; empty if nowhere.
	Attribute string `json:"attribute,omitempty"`
}

// Action is one thing to execute in the sandbox.
type Action struct {
	// Name is unique within the store: "ember/engine.cmake", "qwen@cpu/llama.cmake".
	Name  string           `json:"name"`
	Build string           `json:"build"` // "engine" or, with several builds, "engine.NAME"
	Kind  stacks.BuildKind `json:"kind"`
	Key   digest.Digest    `json:"key,omitzero"` // zero while it waits
	State State            `json:"state"`
	Why   []Reason         `json:"why,omitempty"`
	// Output is the tree's digest once Done.
	Output digest.Digest `json:"output,omitzero"`
	// Needs are the builds whose outputs are mounted, in the definition's order.
	Needs  []string      `json:"needs,omitempty"`
	Inputs []store.Input `json:"inputs"`
	Impure bool          `json:"impure,omitempty"`
}

// Plan is the graph of a stack's actions, in an order in which they can run.
type Plan struct {
	Stack   string    `json:"stack"`
	Actions []*Action `json:"actions"`
}

// Records is what planning asks of a store; *store.Store has it.
type Records interface {
	Action(key digest.Digest) (store.Record, bool, error)
	Last(name string) (store.Record, bool, error)
}

// NewPlan works out what a stack's builds are and which of them are done. It
// writes and runs nothing. Records may be nil: then nothing was ever built.
func NewPlan(req Request, records Records) (*Plan, error) { panic("published before written") }
