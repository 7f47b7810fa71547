package builder

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
)

func toolchainOf(programs ...string) *stacks.Toolchain {
	return &stacks.Toolchain{Name: "host", Kind: stacks.HostToolchain, Programs: programs}
}

// fixed is a toolchain that exists in plans only.
type fixed struct {
	id       string
	vars     map[string]string
	programs map[string]string
}

func (f fixed) ID() digest.Digest            { return digest.Of([]byte(f.id)) }
func (f fixed) Impure() bool                 { return false }
func (f fixed) Mounts() []sandbox.Mount      { return nil }
func (f fixed) Variables() map[string]string { return f.vars }
func (f fixed) Programs() map[string]string  { return f.programs }

// paper is a request of one cmake build, for plans that are never run.
func paper() Request {
	tools := fixed{"gcc 12", map[string]string{"A": "1"}, map[string]string{"cc": "/usr/bin/cc", "cmake": "/usr/bin/cmake", "ninja": "/usr/bin/ninja"}}
	return Request{
		Stack: &stacks.Stack{Name: "ember", Components: []*stacks.Component{{
			Name:    "engine",
			Source:  stacks.Source{Revision: digest.GitID{1}, Range: at(3)},
			Patches: []*stacks.Patch{{Name: "fast", SHA256: digest.Of([]byte("p")), Range: at(5)}},
			Builds: []*stacks.Build{{
				Kind: stacks.CMakeBuild, Name: "cmake", ISA: "x86-64-v3", Install: true, MemoryBytes: 1 << 30, Range: at(7),
				Toolchain: &stacks.Toolchain{Name: "host", Range: at(9)}, Options: map[string]string{"B": "2", "A": "1"}, Targets: []string{"x"},
				Variables: map[string]string{"V": "1"},
			}},
		}}},
		Sources: map[string]Source{"engine": files{"a": "1"}}, Toolchains: map[string]Toolchain{"host": tools}, SourceDateEpoch: 1,
	}
}

func at(line int) hcl.Range { return hcl.Range{Filename: "ember.hcl", Start: hcl.Pos{Line: line}} }

func keyOf(t *testing.T, req Request) digest.Digest {
	t.Helper()
	p, err := NewPlan(req, nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.Actions[0].Key.IsZero() {
		t.Fatal("no key")
	}
	return p.Actions[0].Key
}

func TestKeyHoldsWhatCanChangeTheResult(t *testing.T) {
	t.Parallel()
	base := keyOf(t, paper())
	if again := keyOf(t, paper()); again != base {
		t.Fatalf("one request, two keys: %v, %v", base, again)
	}
	tools := func(change func(*fixed)) func(*Request, *stacks.Build) {
		return func(r *Request, _ *stacks.Build) {
			f := r.Toolchains["host"].(fixed)
			f.programs, f.vars = maps.Clone(f.programs), maps.Clone(f.vars)
			change(&f)
			r.Toolchains["host"] = f
		}
	}
	for name, change := range map[string]func(*Request, *stacks.Build){
		"source":        func(r *Request, _ *stacks.Build) { r.Sources["engine"] = files{"a": "2"} },
		"epoch":         func(r *Request, _ *stacks.Build) { r.SourceDateEpoch = 2 },
		"toolchain":     tools(func(f *fixed) { f.id = "gcc 13" }),
		"tool variable": tools(func(f *fixed) { f.vars["A"] = "2" }),
		"generator":     tools(func(f *fixed) { delete(f.programs, "ninja") }),
		"compiler":      tools(func(f *fixed) { f.programs["cc"] = "/opt/cc" }),
		"isa":           func(_ *Request, b *stacks.Build) { b.ISA = "x86-64-v4" },
		"option":        func(_ *Request, b *stacks.Build) { b.Options["A"] = "2" },
		"target":        func(_ *Request, b *stacks.Build) { b.Targets = []string{"y"} },
		"directory":     func(_ *Request, b *stacks.Build) { b.Directory = "sub" },
		"variable":      func(_ *Request, b *stacks.Build) { b.Variables["V"] = "2" },
		"install":       func(_ *Request, b *stacks.Build) { b.Install = false },
		"component name": func(r *Request, _ *stacks.Build) {
			r.Stack.Components[0].Name = "e"
			r.Sources["e"] = r.Sources["engine"]
		},
	} {
		r := paper()
		change(&r, r.Stack.Components[0].Builds[0])
		if keyOf(t, r) == base {
			t.Errorf("%s does not enter the key", name)
		}
	}
	for name, change := range map[string]func(*Request, *stacks.Build){
		"memory":     func(_ *Request, b *stacks.Build) { b.MemoryBytes = 5 },
		"stack name": func(r *Request, _ *stacks.Build) { r.Stack.Name = "other"; r.Stack.Variant = "cpu" },
		"patch text": func(r *Request, _ *stacks.Build) { r.Stack.Components[0].Patches[0].SHA256 = digest.Digest{9} },
		"toolchain name": func(r *Request, b *stacks.Build) {
			b.Toolchain = &stacks.Toolchain{Name: "deb"}
			r.Toolchains["deb"] = r.Toolchains["host"]
		},
		"description": func(r *Request, _ *stacks.Build) { r.Stack.Description = "x" },
		"build name":  func(_ *Request, b *stacks.Build) { b.Name = "x" },
	} {
		r := paper()
		change(&r, r.Stack.Components[0].Builds[0])
		if keyOf(t, r) != base {
			t.Errorf("%s enters the key", name)
		}
	}
}

// memory is Records in maps.
type memory struct {
	byKey  map[digest.Digest]store.Record
	byName map[string]store.Record
}

func (m memory) Action(k digest.Digest) (store.Record, bool, error) {
	r, ok := m.byKey[k]
	return r, ok, nil
}
func (m memory) Last(n string) (store.Record, bool, error) { r, ok := m.byName[n]; return r, ok, nil }

// recorded is what a store holds after the request was built.
func recorded(t *testing.T, req Request) memory {
	t.Helper()
	m := memory{map[digest.Digest]store.Record{}, map[string]store.Record{}}
	p, err := NewPlan(req, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := p.Actions[0]
	r := store.Record{Key: a.Key, Name: a.Name, Inputs: a.Inputs, Origins: a.origins(), Output: digest.Of([]byte("out"))}
	m.byKey[a.Key], m.byName[a.Name] = r, r
	return m
}

func TestWhyNamesTheAttributeThatMoved(t *testing.T) {
	t.Parallel()
	hex := func(s string) string { return digest.Of([]byte(s)).String() }
	for name, tc := range map[string]struct {
		change func(*Request, *stacks.Build)
		want   Reason
	}{
		"patch": {func(r *Request, _ *stacks.Build) {
			r.Sources["engine"] = files{"a": "2"}
			r.Stack.Components[0].Patches[0].SHA256 = digest.Of([]byte("q"))
		}, Reason{`patch "fast"`, hex("p"), hex("q"), "ember.hcl:5"}},
		"revision": {func(r *Request, _ *stacks.Build) {
			r.Sources["engine"] = files{"a": "2"}
			r.Stack.Components[0].Source.Revision = digest.GitID{2}
		}, Reason{"revision", digest.GitID{1}.String(), digest.GitID{2}.String(), "ember.hcl:3"}},
		"patch dropped": {func(r *Request, _ *stacks.Build) {
			r.Sources["engine"] = files{"a": "2"}
			r.Stack.Components[0].Patches = nil
		}, Reason{`patch "fast"`, hex("p"), "", "ember.hcl:3"}},
		"source alone": {func(r *Request, _ *stacks.Build) { r.Sources["engine"] = files{"a": "2"} },
			Reason{"source", files{"a": "1"}.ID().String(), files{"a": "2"}.ID().String(), "ember.hcl:3"}},
		"option":     {func(_ *Request, b *stacks.Build) { b.Options["A"] = "9" }, Reason{"option A", "1", "9", "ember.hcl:7"}},
		"option new": {func(_ *Request, b *stacks.Build) { b.Options["C"] = "9" }, Reason{"option C", "", "9", "ember.hcl:7"}},
		"toolchain": {func(r *Request, _ *stacks.Build) {
			f := r.Toolchains["host"].(fixed)
			f.id = "gcc 13"
			r.Toolchains["host"] = f
		}, Reason{"toolchain", hex("gcc 12"), hex("gcc 13"), "ember.hcl:9"}},
		"variable": {func(_ *Request, b *stacks.Build) { b.Variables["V"] = "9" }, Reason{"variable V", "1", "9", "ember.hcl:7"}},
		"targets":  {func(_ *Request, b *stacks.Build) { b.Targets = nil }, Reason{"targets", "x", "", "ember.hcl:7"}},
	} {
		m := recorded(t, paper())
		r := paper()
		tc.change(&r, r.Stack.Components[0].Builds[0])
		p, err := NewPlan(r, m)
		if err != nil {
			t.Fatal(err)
		}
		if a := p.Actions[0]; a.State != Ready || !slices.Contains(a.Why, tc.want) || len(a.Why) > 1 {
			t.Errorf("%s: %s, got %+v, want %+v", name, a.State, a.Why, tc.want)
		}
	}
}

func TestStatesWithoutAMove(t *testing.T) {
	t.Parallel()
	m := recorded(t, paper())
	check := func(name string, records Records, state State, why ...Reason) {
		t.Helper()
		p, err := NewPlan(paper(), records)
		if err != nil {
			t.Fatal(err)
		}
		if a := p.Actions[0]; a.State != state || !slices.Equal(a.Why, why) {
			t.Errorf("%s: got %s, %+v", name, a.State, a.Why)
		}
	}
	check("built", m, Done)
	check("never", nil, Ready, Reason{Input: "never built"})
	check("lost", memory{nil, m.byName}, Ready, Reason{Input: "output", Was: digest.Of([]byte("out")).String(), Now: "no longer in the store"})
}

func TestPlanOrdersNeedsAndNamesFaults(t *testing.T) {
	t.Parallel()
	build := func(needs ...string) []*stacks.Build {
		return []*stacks.Build{{Kind: stacks.CommandBuild, Name: "command", Commands: [][]string{{"x"}}, Needs: needs, Toolchain: &stacks.Toolchain{Name: "host"}}}
	}
	plan := func(components ...*stacks.Component) (*Plan, error) {
		r := paper()
		r.Stack.Components = components
		for _, c := range components {
			r.Sources[c.Name] = files{}
		}
		return NewPlan(r, nil)
	}
	p, err := plan(&stacks.Component{Name: "app", Builds: build("lib.command", "gen")}, &stacks.Component{Name: "gen", Builds: build()}, &stacks.Component{Name: "lib", Builds: build("gen")})
	if err != nil || states(p) != "gen:run lib:waits app:waits" {
		t.Errorf("got %v, %v", p, err)
	}
	text, err := json.Marshal(p)
	if err != nil || !strings.Contains(string(text), `{"name":"ember/app.command","build":"app","kind":"command","state":"waits","why":[{"input":"never built"}],"needs":["lib","gen"],"inputs":[`) {
		t.Errorf("got %s, %v", text, err)
	}
	for want, components := range map[string][]*stacks.Component{
		"it needs itself": {{Name: "a", Builds: build("b")}, {Name: "b", Builds: build("a")}},
		`it needs "nothing", which is no build of this stack`: {{Name: "a", Builds: build("nothing")}},
	} {
		if _, err := plan(components...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	r := paper()
	r.Stack.Components[0].Builds[0].Kind = stacks.PythonBuild
	var unsupported *UnsupportedError
	if _, err := NewPlan(r, nil); !errors.As(err, &unsupported) || unsupported.Action != "ember/engine.cmake" {
		t.Errorf("got %v", err)
	}
}

func TestVariablesOfTheDefinitionWin(t *testing.T) {
	t.Parallel()
	r := paper()
	build := r.Stack.Components[0].Builds[0]
	build.Variables = map[string]string{"A": "mine", "CC": "/opt/mine/cc", "PATH": "/opt/mine"}
	env := buildEnvironment(build, r.Toolchains["host"], 1)
	if env["A"] != "mine" || env["CC"] != "/opt/mine/cc" || env["PATH"] != toolsDir+":/opt/mine" {
		t.Errorf("got %v", env)
	}
}

type impure struct{ fixed }

func (impure) Impure() bool { return true }

// What is made of something that the host's compilers made is the host's as well.
func TestImpureInputsMakeImpureOutputs(t *testing.T) {
	t.Parallel()
	r := paper()
	r.Toolchains["own"] = impure{r.Toolchains["host"].(fixed)}
	build := func(toolchain string, needs ...string) []*stacks.Build {
		return []*stacks.Build{{Kind: stacks.CommandBuild, Name: "command", Commands: [][]string{{"x"}}, Needs: needs, Toolchain: &stacks.Toolchain{Name: toolchain}}}
	}
	r.Stack.Components = []*stacks.Component{{Name: "lib", Builds: build("own")}, {Name: "app", Builds: build("host", "lib")}, {Name: "apart", Builds: build("host")}}
	for _, c := range r.Stack.Components {
		r.Sources[c.Name] = files{}
	}
	p, err := NewPlan(r, recorded(t, r))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"lib": true, "app": true, "apart": false} {
		if a, _ := p.Action(name); a.Impure != want {
			t.Errorf("%s: impure is %t", name, a.Impure)
		}
	}
}
