package builder

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"cairn/builder/store"
)

func TestEarlyCutoff(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("gen", files{"in": "a"}, script("tr -d '#' <in >/out/table"))
	b.component("app", files{"x": "app"}, script("cat x /deps/gen/table >/out/app", "gen"))
	if got := states(b.plan()); got != "gen:run app:waits" {
		t.Fatalf("got %s", got)
	}
	o := b.run()
	if o.Ran != 2 || !o.Impure || b.output(o, "app", "app") != "appa" {
		t.Errorf("got %+v", o)
	}
	if o := b.run(); o.Ran != 0 || o.Cached != 2 {
		t.Errorf("the second run: got %+v", o)
	}
	// The input changes and the output does not.
	b.Sources["gen"] = files{"in": "#a#"}
	if got := states(b.plan()); got != "gen:run app:waits" {
		t.Errorf("got %s", got)
	}
	if o := b.run(); o.Ran != 1 || o.Cached != 1 {
		t.Errorf("cutoff: got %+v", o)
	}
	b.Sources["gen"] = files{"in": "b"}
	o = b.run()
	if o.Ran != 2 || b.output(o, "app", "app") != "appb" {
		t.Errorf("got %+v", o)
	}
	b.Sources["gen"] = files{"in": "a"}
	if p := b.plan(); states(p) != "gen:done app:done" {
		t.Errorf("back to the first source: got %s", states(p))
	}
}

// gated is Local with something to do, or to wait for, around each build.
type gated struct {
	Local
	before, after func(build string)
}

func (g gated) Execute(ctx context.Context, w Work) (*store.Record, bool, error) {
	g.before(w.Action.Build)
	defer g.after(w.Action.Build)
	return g.Local.Execute(ctx, w)
}

func TestIndependentActionsRunTogether(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for _, name := range []string{"one", "two"} {
		b.component(name, files{"x": name}, script("echo $CAIRN_JOBS >/out/jobs"))
	}
	// Each waits for the other: one by one, they would wait for ever.
	var begun sync.WaitGroup
	begun.Add(2)
	both := gated{before: func(string) { begun.Done(); begun.Wait() }, after: func(string) {}}
	o, err := Run(t.Context(), b.Request, b.plan(), RunOptions{Store: b.store, Jobs: 2, Executor: both})
	if err != nil {
		t.Fatal(err)
	}
	if b.output(o, "one", "jobs") != "1\n" || b.output(o, "two", "jobs") != "1\n" {
		t.Error("two actions on two CPUs should have one job each")
	}
}

func TestFailureStartsNothingNewAndLosesNothing(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("good", files{"x": ""}, script("echo good >/out/x"))
	bad := b.component("bad", files{"x": ""}, script("exit 4"))
	b.component("after", files{"x": ""}, script("cp /deps/good/x /out/x", "good"))
	over := make(chan struct{}) // bad's end; good is under way, and ends after it
	order := gated{
		before: func(build string) {
			if build == "good" {
				<-over
			}
		},
		after: func(build string) {
			if build == "bad" {
				close(over)
			}
		},
	}
	_, err := Run(t.Context(), b.Request, b.plan(), RunOptions{Store: b.store, Jobs: 2, Executor: order})
	var failed *ActionError
	if !errors.As(err, &failed) || failed.Action != "stack/bad.command" || failed.ExitCode != 4 {
		t.Fatalf("got %v", err)
	}
	if got := states(b.plan()); got != "good:done bad:run after:run" {
		t.Errorf("got %s", got)
	}
	bad.Commands[0][2] = "echo mended >/out/x"
	if o := b.run(); o.Ran != 2 || o.Cached != 1 {
		t.Errorf("the second run should resume: got %+v", o)
	}
}

func TestCancelEndsActions(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("slow", files{"x": ""}, script("trap 'exit 3' TERM; echo started; while :; do sleep 0.01; done"))
	ctx, cancel := context.WithCancelCause(t.Context())
	cause := errors.New("enough")
	_, err := Run(ctx, b.Request, b.plan(), RunOptions{Store: b.store, Events: func(e Event) {
		if e.Line == "started" {
			cancel(cause)
		}
	}})
	var failed *ActionError
	if !errors.Is(err, cause) || errors.As(err, &failed) {
		t.Errorf("got %v", err)
	}
	if _, kept := Failed(b.store, "stack/slow.command"); kept {
		t.Error("a cancelled build counts as failed")
	}
	checkStore(t, b.store)
}

func TestMemoryBoundsJobs(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	build := b.component("big", files{"x": ""}, script("echo $CAIRN_JOBS >/out/jobs"))
	build.MemoryBytes = 1 << 30
	o, err := Run(t.Context(), b.Request, b.plan(), RunOptions{Store: b.store, Jobs: 8, MemoryBytes: 3<<30 + 5})
	if err != nil || b.output(o, "big", "jobs") != "3\n" {
		t.Errorf("got %+v, %v", o, err)
	}
	build.Jobs, build.Variables = 2, map[string]string{"X": "0"}
	if o, err := Run(t.Context(), b.Request, b.plan(), RunOptions{Store: b.store, Jobs: 8, MemoryBytes: 3<<30 + 5}); err != nil || b.output(o, "big", "jobs") != "2\n" {
		t.Errorf("with jobs = 2: got %+v, %v", o, err)
	}
}

func TestTwoRunsOfOneStackBuildOnce(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("one", files{"x": ""}, script("sleep 0.2; date +%N >/out/x"))
	other, err := store.Open(b.store.Dir())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	var wg sync.WaitGroup
	outcomes := make([]*Outcome, 2)
	for i, st := range []*store.Store{b.store, other} {
		plan := b.plan()
		wg.Go(func() {
			var err error
			if outcomes[i], err = Run(t.Context(), b.Request, plan, RunOptions{Store: st}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if t.Failed() {
		return
	}
	if outcomes[0].Ran+outcomes[1].Ran != 1 || outcomes[0].Outputs[0].Tree != outcomes[1].Outputs[0].Tree {
		t.Errorf("got %+v and %+v", outcomes[0], outcomes[1])
	}
}

func TestKilledBuildGoesOn(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	dir := b.store.Dir()
	finished := func() int {
		entries, _ := os.ReadDir(filepath.Join(dir, "actions")) // not there: none
		return len(entries)
	}
	kill := func(after time.Duration) {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "CAIRN_TEST_BUILD="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(after)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // says that it was killed
		checkStore(t, b.store)
	}
	for i := range 10 {
		kill(time.Duration(40+(i*37)%150) * time.Millisecond)
	}
	// On a busy machine none may have come to its end yet: the kills are to fall
	// between actions, too.
	for wait := 400 * time.Millisecond; finished() == 0; wait *= 2 {
		if wait > time.Minute {
			t.Fatal("no action ever finished: the test shows nothing")
		}
		kill(wait)
	}
	t.Logf("%d actions were finished between the kills", finished())
	b.component("gen", files{"in": "last"}, killedScript)
	b.component("app", files{"x": "app"}, script("cat x /deps/gen/0 >/out/app", "gen"))
	if o := b.run(); b.output(o, "app", "app") != "applast\n" {
		t.Errorf("got %+v", o)
	}
	checkStore(t, b.store)
	if left, err := os.ReadDir(filepath.Join(dir, "tmp")); err != nil || len(left) > 2 {
		t.Errorf("left in tmp: %v, %v", left, err)
	}
}

// killedScript makes several files, so that a kill finds some of them.
var killedScript = script("cat in; for i in 0 1 2 3 4 5 6 7 8 9; do { cat in; echo; } >/out/$i; done")

// buildForEver is the process that TestKilledBuildGoesOn kills: stack after stack.
func buildForEver(dir string) {
	st, err := store.Open(dir)
	if err != nil {
		panic(err)
	}
	toolchain, err := HostToolchain(context.Background(), toolchainOf(), dir)
	if err != nil {
		panic(err)
	}
	for i := 0; ; i++ {
		b := &bench{Request: Request{Stack: newStack(), Sources: map[string]Source{}, Toolchains: map[string]Toolchain{"host": toolchain}}}
		b.component("gen", files{"in": fmt.Sprint(os.Getpid(), " ", i)}, killedScript)
		b.component("app", files{"x": "app"}, script("cat x /deps/gen/0 >/out/app", "gen"))
		p, err := NewPlan(b.Request, st)
		if err == nil {
			_, err = Run(context.Background(), b.Request, p, RunOptions{Store: st})
		}
		if err != nil {
			panic(err)
		}
	}
}

func checkStore(t *testing.T, st *store.Store) {
	t.Helper()
	if err := st.Verify(context.Background(), func(f store.Fault) { t.Errorf("%+v", f) }); err != nil {
		t.Error(err)
	}
}

// BenchmarkNothingToDo is what a build of a built stack costs, but for the lock
// and the definition: toolchain from the cache, plan, records.
func BenchmarkNothingToDo(b *testing.B) {
	dir := b.TempDir()
	st, err := store.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	stack := newStack()
	req := Request{Stack: stack, Sources: map[string]Source{}, Toolchains: map[string]Toolchain{}}
	x := &bench{Request: req}
	for i := range 10 {
		x.component(fmt.Sprint("c", i), files{"in": fmt.Sprint(i)}, script("true"))
	}
	def := toolchainOf()
	plan := func() *Plan {
		if req.Toolchains["host"], err = HostToolchain(b.Context(), def, dir); err != nil {
			b.Skip(err)
		}
		p, err := NewPlan(x.Request, st)
		if err != nil {
			b.Fatal(err)
		}
		return p
	}
	out := filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o755); err != nil {
		b.Fatal(err)
	}
	tree, err := st.PutTree(b.Context(), out)
	if err != nil {
		b.Fatal(err)
	}
	for _, a := range plan().Actions {
		if err := st.PutAction(a.Key, store.Record{Name: a.Name, Inputs: a.Inputs, Output: tree}); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		p := plan()
		o, err := Run(b.Context(), x.Request, p, RunOptions{Store: st})
		if err != nil || o.Cached != 10 {
			b.Fatal(o, err)
		}
	}
}
