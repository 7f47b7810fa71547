package builder

import (
	"fmt"
	"runtime"
	"slices"
	"time"

	"cairn/builder/sandbox"
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
	// Needs are the builds whose outputs are mounted, in the definition's order; each
	// at /deps/NAME, NAME being as the definition writes it.
	Needs []string `json:"needs,omitempty"`
	// Inputs are all that enters the key; while the action waits, those that are known.
	Inputs []store.Input `json:"inputs"`
	Impure bool          `json:"impure,omitempty"`
	// OfToolchain is the toolchain that the action makes a part of; empty for builds
	// whose output belongs to the stack.
	OfToolchain string `json:"of_toolchain,omitempty"`
	// Expected is how long the same action took last time; 0 if never.
	Expected time.Duration `json:"expected_ns,omitempty"`

	component *stacks.Component
	build     *stacks.Build
	recipe    recipe
	own       []store.Input // Inputs without the outputs of needs
	last      *store.Record // the newest record of the name, nil if none
	record    *store.Record // the record under Key once Done
}

// Component is the name of the component whose build it is.
func (a *Action) Component() string { return a.component.Name }

// Plan is the graph of a stack's actions, in an order in which they can run.
type Plan struct {
	Stack   string    `json:"stack"`
	Actions []*Action `json:"actions"`
}

// Action returns the action of a build, named as in Action.Build.
func (p *Plan) Action(build string) (*Action, bool) {
	i := slices.IndexFunc(p.Actions, func(a *Action) bool { return a.Build == build })
	if i < 0 {
		return nil, false
	}
	return p.Actions[i], true
}

// Records is what planning asks of a store; *store.Store has it.
type Records interface {
	Action(key digest.Digest) (store.Record, bool, error)
	Last(name string) (store.Record, bool, error)
}

// UnsupportedError names something that a definition may say and this version of
// the builder does not do.
type UnsupportedError struct{ Action, What string }

func (e *UnsupportedError) Error() string { return fmt.Sprintf("%s: %s", e.Action, e.What) }

// NewPlan works out what a stack's builds are and which of them are done. It
// writes and runs nothing. Records may be nil: then nothing was ever built.
func NewPlan(req Request, records Records) (*Plan, error) {
	plan := &Plan{Stack: req.Stack.Ref()}
	actions, err := Builds(req.Stack)
	if err != nil {
		return nil, err
	}
	plan.Actions = actions
	for _, a := range actions {
		if err := a.describe(req); err != nil {
			return nil, fmt.Errorf("plan %s: %w", a.Name, err)
		}
		if err := a.remember(records); err != nil {
			return nil, fmt.Errorf("plan %s: %w", a.Name, err)
		}
		if err := a.settle(plan, records); err != nil {
			return nil, fmt.Errorf("plan %s: %w", a.Name, err)
		}
	}
	return plan, nil
}

// Builds are a stack's builds under the names that their actions have, each after those
// that it needs, otherwise as in the definition. Nothing but names, kinds and needs is
// filled in: nothing is looked at for it.
func Builds(stack *stacks.Stack) ([]*Action, error) {
	var all []*Action
	byName := map[string]*Action{}
	for _, c := range stack.Components {
		for _, b := range c.Builds {
			full := c.Name + "." + b.Name
			a := &Action{Name: stack.Ref() + "/" + full, Build: full, Kind: b.Kind, OfToolchain: c.OfToolchain, component: c, build: b}
			if len(c.Builds) == 1 {
				a.Build = c.Name
				byName[c.Name] = a
			}
			byName[full] = a
			all = append(all, a)
		}
	}
	var sorted []*Action
	state := map[*Action]int{} // 1: being visited, 2: in place
	var visit func(a *Action) error
	visit = func(a *Action) error {
		if state[a] == 2 {
			return nil
		}
		if state[a] == 1 {
			return fmt.Errorf("%s: it needs itself, through its needs", a.Name)
		}
		state[a] = 1
		for _, name := range a.build.Needs {
			needed := byName[name]
			if needed == nil {
				return fmt.Errorf("%s: it needs %q, which is no build of this stack", a.Name, name)
			}
			a.Needs = append(a.Needs, needed.Build)
			if err := visit(needed); err != nil {
				return err
			}
		}
		state[a] = 2
		sorted = append(sorted, a)
		return nil
	}
	for _, a := range all {
		if err := visit(a); err != nil {
			return nil, err
		}
	}
	return sorted, nil
}

// describe fills in everything that does not depend on other actions.
func (a *Action) describe(req Request) error {
	source := req.Sources[a.component.Name]
	if source == nil {
		return fmt.Errorf("no source for component %q", a.component.Name)
	}
	var toolchain Toolchain
	if a.build.Toolchain != nil {
		toolchain = req.Toolchains[a.build.Toolchain.Name]
	}
	if toolchain == nil {
		return fmt.Errorf("no toolchain for build %q", a.build.Name)
	}
	r, err := newRecipe(a, toolchain, req)
	if err != nil {
		return err
	}
	a.recipe, a.Impure = r, toolchain.Impure()
	a.own = []store.Input{
		{Name: "system", Value: runtime.GOARCH + "-" + runtime.GOOS},
		{Name: "sandbox", Value: sandbox.Version},
		{Name: "driver", Value: string(a.Kind)},
		{Name: "source", Value: source.ID().String()},
		{Name: "toolchain", Value: toolchain.ID().String()},
	}
	for _, name := range a.build.Sources {
		beside := req.Sources[name]
		if beside == nil {
			return fmt.Errorf("no source for component %q", name)
		}
		a.own = append(a.own, store.Input{Name: "source " + name, Value: beside.ID().String()})
	}
	a.own = append(a.own, r.inputs()...)
	return nil
}

// remember looks up how the action went last time.
func (a *Action) remember(records Records) error {
	if records == nil {
		return nil
	}
	last, ok, err := records.Last(a.Name)
	if err != nil {
		return err
	}
	if ok {
		a.last, a.Expected = &last, last.WallTime
	}
	return nil
}

// settle computes the action's key if the outputs of its needs are known, and
// finds its record.
func (a *Action) settle(plan *Plan, records Records) error {
	a.Inputs = slices.Clone(a.own)
	a.State, a.Key, a.Output, a.Why, a.record = Ready, digest.Digest{}, digest.Digest{}, nil, nil
	for i, need := range a.Needs {
		needed, ok := plan.Action(need)
		if !ok || needed.State != Done {
			a.State = Waits
			continue
		}
		a.Inputs = append(a.Inputs, store.Input{Name: "dependency " + a.build.Needs[i], Value: needed.Output.String()})
		a.Impure = a.Impure || needed.Impure
	}
	if a.State == Waits {
		a.Why = a.why()
		return nil
	}
	key := digest.NewKey("cairn-action-v1")
	for _, in := range a.Inputs {
		key.String(in.Name, in.Value)
	}
	a.Key = key.Sum()
	if records != nil {
		record, ok, err := records.Action(a.Key)
		if err != nil {
			return err
		}
		if ok {
			a.finish(&record)
			return nil
		}
	}
	a.Why = a.why()
	return nil
}

// finish notes that the action's output is there.
func (a *Action) finish(record *store.Record) {
	a.State, a.Output, a.Why, a.record = Done, record.Output, nil, record
	a.Impure = a.Impure || record.Impure
}
