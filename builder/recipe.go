package builder

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

// The fixed paths of a build. They are the same on every machine, so that what
// leaks into an output is the same too.
const (
	buildDir  = "/build"        // writable
	sourceDir = "/build/source" // the patched tree
	workDir   = "/build/build"
	outDir    = "/out"
	depsDir   = "/deps"          // NAME is the output of a needed build, read-only
	besideDir = "/sources"       // NAME is the patched tree of another component, read-only
	toolsDir  = "/opt/cairn/bin" // compiler wrappers
	prefix    = "/opt/stack"
)

// step is one program of a build.
type step struct {
	Argv []string          `json:"argv,omitempty"`
	Host hostStep          `json:"host,omitempty"` // in the place of Argv
	Dir  string            `json:"dir"`
	Env  map[string]string `json:"env,omitempty"` // besides the recipe's
}

// recipe is what a driver makes of a build: all that runs and all that it sees,
// but for digests of trees.
type recipe struct {
	steps []step
	// env is the whole cleared environment.
	env map[string]string
	// wrappers are written to toolsDir, by name.
	wrappers map[string]string
	// output is the folder of the sandbox that becomes the tree.
	output string
	// collect says that the files of targets are copied into the output, since
	// nothing installs them; an empty list of targets then means all.
	collect bool
	targets []string
	// usesPython says that the stack's wheels are mounted.
	usesPython bool
	// declared are attributes of the definition, kept apart so that Why can name them.
	declared []store.Input
}

// newRecipe asks the driver of the build's kind.
func newRecipe(a *Action, toolchain Toolchain, req Request) (recipe, error) {
	r := recipe{
		env:      buildEnvironment(a.build, toolchain, req.SourceDateEpoch),
		wrappers: wrappers(a.component.Name, a.build, toolchain.Programs()),
	}
	if a.build.ISA != "" {
		r.declare("isa", a.build.ISA)
	}
	if a.build.Directory != "" {
		r.declare("directory", a.build.Directory)
	}
	for _, name := range slices.Sorted(maps.Keys(a.build.Options)) {
		r.declare("option "+name, a.build.Options[name])
	}
	switch a.Kind {
	case stacks.CMakeBuild:
		return r, r.cmake(a, toolchain)
	case stacks.CommandBuild:
		return r, r.command(a)
	case stacks.PythonBuild:
		return r, r.python(a, toolchain, req.Python)
	}
	return r, &UnsupportedError{Action: a.Name, What: fmt.Sprintf("there is no driver %q", a.Kind)}
}

func (r *recipe) declare(name, value string) {
	r.declared = append(r.declared, store.Input{Name: name, Value: value})
}

// inputs are all that the recipe adds to the key.
func (r *recipe) inputs() []store.Input {
	inputs := slices.Clone(r.declared)
	for _, name := range slices.Sorted(maps.Keys(r.env)) {
		inputs = append(inputs, store.Input{Name: "variable " + name, Value: r.env[name]})
	}
	inputs = append(inputs, store.Input{Name: "wrappers", Value: digest.NewKey("cairn-wrappers-v1").Map("files", r.wrappers).Sum().String()})
	for i, s := range r.steps {
		text, err := json.Marshal(s)
		if err != nil {
			panic(err) // strings and maps of strings always marshal
		}
		inputs = append(inputs, store.Input{Name: fmt.Sprintf("step %d", i+1), Value: string(text)})
	}
	paths := strings.Join([]string{sourceDir, workDir, depsDir, besideDir, toolsDir, r.output}, " ")
	return append(inputs, store.Input{Name: "paths", Value: paths})
}

// buildEnvironment is the whole environment of a build: the sandbox's defaults,
// the toolchain's variables, the definition's, and what drivers rely on.
func buildEnvironment(build *stacks.Build, toolchain Toolchain, epoch int64) map[string]string {
	env := map[string]string{
		"SOURCE_DATE_EPOCH": strconv.FormatInt(epoch, 10), "PATH": "/usr/bin:/bin",
		"all_proxy": noNetwork, "no_proxy": "localhost,127.0.0.1,::1",
	}
	for variable, names := range map[string][]string{"CC": {"cc", "gcc", "clang", "icx"}, "CXX": {"c++", "g++", "clang++", "icpx"}} {
		for _, name := range names {
			if toolchain.Programs()[name] != "" {
				env[variable] = toolsDir + "/" + name
				break
			}
		}
	}
	maps.Copy(env, toolchain.Variables())
	maps.Copy(env, build.Variables)
	env["PATH"] = toolsDir + ":" + env["PATH"]
	return sandbox.Environment(env)
}
