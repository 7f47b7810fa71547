package builder

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
)

func TestMain(m *testing.M) {
	sandbox.Main()
	if dir := os.Getenv("CAIRN_TEST_BUILD"); dir != "" {
		buildForEver(dir)
	}
	os.Exit(m.Run())
}

// files is a Source written in the test: contents by path; a path that ends in
// "*" is executable.
type files map[string]string

func (f files) ID() digest.Digest { return digest.NewKey("test-source").Map("files", f).Sum() }

func (f files) Export(_ context.Context, dir string) error {
	for name, content := range f {
		mode := os.FileMode(0o600)
		if plain, ok := strings.CutSuffix(name, "*"); ok {
			name, mode = plain, 0o700
		}
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), mode)); err != nil {
			return err
		}
	}
	return nil
}

// bench is a store and a request that tests change.
type bench struct {
	*testing.T
	store *store.Store
	Request
	events *eventLog
}

type eventLog struct {
	sync.Mutex
	all []Event
}

func (l *eventLog) add(e Event) {
	l.Lock()
	defer l.Unlock()
	l.all = append(l.all, e)
}

// newBench makes a stack of the components, each with one command build.
func newBench(t *testing.T, programs ...string) *bench {
	t.Helper()
	st, err := store.Open(filepath.Join(t.TempDir(), "store"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(st.Close(), store.RemoveAll(st.Dir())); err != nil {
			t.Error(err)
		}
	})
	def := &stacks.Toolchain{Name: "host", Kind: stacks.HostToolchain, Programs: programs}
	toolchain, err := HostToolchain(t.Context(), def, t.TempDir())
	var missing *MissingProgramsError
	if errors.As(err, &missing) {
		t.Skip(missing)
	}
	if err != nil {
		t.Fatal(err)
	}
	return &bench{T: t, store: st, events: &eventLog{}, Request: Request{
		Stack: newStack(), Sources: map[string]Source{}, Toolchains: map[string]Toolchain{"host": toolchain}, SourceDateEpoch: 1_000_000_000,
	}}
}

// component adds one with one build, which it returns.
func (b *bench) component(name string, source Source, build stacks.Build) *stacks.Build {
	if build.Name == "" {
		build.Name = string(build.Kind)
	}
	build.Toolchain = &stacks.Toolchain{Name: "host"}
	build.Range = hcl.Range{Filename: "stack.hcl", Start: hcl.Pos{Line: 10 * (len(b.Stack.Components) + 1)}}
	b.Sources[name] = source
	b.Stack.Components = append(b.Stack.Components, &stacks.Component{Name: name, Builds: []*stacks.Build{&build}})
	return &build
}

// script is a command build that runs one sh script.
func script(text string, needs ...string) stacks.Build {
	return stacks.Build{Kind: stacks.CommandBuild, Commands: [][]string{{"sh", "-euc", text}}, Needs: needs}
}

func (b *bench) plan() *Plan {
	b.Helper()
	p, err := NewPlan(b.Request, b.store)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func (b *bench) tryRun() (*Outcome, error) {
	b.Helper()
	return Run(b.Context(), b.Request, b.plan(), RunOptions{Store: b.store, Jobs: 2, Events: b.events.add})
}

func (b *bench) run() *Outcome {
	b.Helper()
	o, err := b.tryRun()
	if err != nil {
		b.Fatal(err)
	}
	return o
}

// output reads a file of a build's output.
func (b *bench) output(o *Outcome, build, name string) string {
	b.Helper()
	i := slices.IndexFunc(o.Outputs, func(out BuildOutput) bool { return out.Build == build })
	if i < 0 {
		b.Fatalf("no output of %s: %+v", build, o.Outputs)
	}
	tree, ok := b.store.Tree(o.Outputs[i].Tree)
	if !ok {
		b.Fatalf("the output of %s is not in the store", build)
	}
	text, err := os.ReadFile(filepath.Join(tree, name))
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

func states(p *Plan) string {
	var list []string
	for _, a := range p.Actions {
		list = append(list, a.Build+":"+string(a.State))
	}
	return strings.Join(list, " ")
}

func newStack() *stacks.Stack { return &stacks.Stack{Name: "stack"} }
