package builder

import (
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"

	"cairn/builder/sandbox"
	"cairn/builder/store"
)

// Stdio are the streams of a shell.
type Stdio struct {
	In       io.Reader
	Out, Err io.Writer
	// Terminal says that In is the *os.File of the caller's controlling terminal.
	Terminal bool
}

// Shell runs argv (a shell when empty) with the mounts and variables of an action:
// in the kept tree of its last failure if there is one (see Failed), else in a
// fresh export of its source that is removed afterwards. The builds that it needs
// must be done.
func Shell(ctx context.Context, req Request, plan *Plan, build string, st *store.Store, argv []string, stdio Stdio) (state sandbox.State, err error) {
	a, ok := plan.Action(build)
	if !ok {
		return sandbox.State{}, fmt.Errorf("no build %q in %s", build, plan.Stack)
	}
	if len(argv) == 0 {
		argv = []string{"sh"}
	}
	x := &execution{Action: a, sources: req.Sources, toolchain: req.Toolchains[a.build.Toolchain.Name], python: req.Python, plan: plan, visit: true}
	x.opts.Store = st
	if x.dir, ok = Failed(st, a.Name); !ok {
		dir, remove, err := st.TempDir()
		if err != nil {
			return sandbox.State{}, fmt.Errorf("shell of %s: %w", a.Name, err)
		}
		defer func() { _ = remove() }() // else it is swept later
		x.dir = dir
		if err := x.prepare(ctx); err != nil {
			return sandbox.State{}, fmt.Errorf("shell of %s: %w", a.Name, err)
		}
	} else if err := st.Hold("failed/" + filepath.Base(x.dir)); err != nil {
		return sandbox.State{}, fmt.Errorf("shell of %s: %w", a.Name, err)
	} else if err := writeTools(filepath.Join(x.dir, "tools"), a.recipe.wrappers); err != nil {
		return sandbox.State{}, fmt.Errorf("shell of %s: %w", a.Name, err)
	}
	mounts, err := x.mounts(ctx)
	if err != nil {
		return sandbox.State{}, err
	}
	env := maps.Clone(a.recipe.env)
	maps.Copy(env, map[string]string{"PS1": "[" + a.Build + "] $PWD $ ", "TERM": "xterm-256color"})
	return sandbox.Run(ctx, sandbox.Command{
		Argv: argv, Env: env, Dir: buildDir, Mounts: mounts, Network: true,
		Stdin: stdio.In, Stdout: stdio.Out, Stderr: stdio.Err, Terminal: stdio.Terminal,
	})
}
