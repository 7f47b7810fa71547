package main

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"cairn/builder"
	"cairn/builder/apt"
	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/containers/cache"
	"cairn/environments"
	"cairn/lockfiles"
	"cairn/sources"
	"cairn/stacks"
)

// sourceDateEpoch is the time that builds and images are told: the one of the
// patched commits. It is part of every key.
var sourceDateEpoch = seriesIdentity.When.Unix()

// workshop is a locked stack with all that its build takes.
type workshop struct {
	*locked
	session      *session
	store        *store.Store
	repositories *sources.Repositories
	live         *view
	request      builder.Request
	plan         *builder.Plan
	fetched      bool         // every source is in the store, and was said to be
	archive      *apt.Archive // opened when needed
	debs         debs
	shared       *cache.Cache          // nil where none is used
	executor     builder.Executor      // nil is this machine
	python       *pythonEnvironment    // nil without a python block
	outputs      []builder.BuildOutput // of the environment that was assembled
}

// openLocked loads a locked stack and opens what its commands work with. Nothing
// is fetched.
func (s *session) openLocked(ref string) (*workshop, error) {
	l, err := s.lockedStack(ref)
	if err != nil {
		return nil, err
	}
	w := &workshop{locked: l, session: s, live: s.newView()}
	w.request.Toolchains = map[string]builder.Toolchain{}
	if w.store, err = s.store(); err != nil {
		return nil, err
	}
	w.repositories, err = s.repositories(w.live.source)
	return w, err
}

// openWorkshop is openLocked with the build planned: local patch files are held
// against their digests, toolchains are made ready. Nothing runs.
func (s *session) openWorkshop(ctx context.Context, ref string) (*workshop, error) {
	w, err := s.openLocked(ref)
	if err != nil {
		return nil, err
	}
	if err := w.planBuild(ctx); err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

// planBuild makes toolchains ready and plans. Nothing runs.
func (w *workshop) planBuild(ctx context.Context) (err error) {
	if err := w.session.checkLocalPatches(w.locked); err != nil {
		return err
	}
	if err := w.checkUnknown(); err != nil {
		return err
	}
	w.request.Stack, w.request.SourceDateEpoch = w.stack, sourceDateEpoch
	w.request.Sources = map[string]builder.Source{}
	for _, component := range w.stack.Components {
		entry, ok := w.view.Component(component.Name)
		if !ok {
			return fmt.Errorf("the lock has no component %q", component.Name)
		}
		w.request.Sources[component.Name] = &patchedSource{workshop: w, component: component, entry: entry}
	}
	for _, toolchain := range w.stack.Toolchains() {
		if err := w.addToolchain(ctx, toolchain); err != nil {
			return err
		}
	}
	if err := w.addPython(ctx); err != nil {
		return err
	}
	w.plan, err = builder.NewPlan(w.request, w.store)
	return err
}

// checkUnknown stops the build of a component of which something is not known that
// its build cannot do without: what would come out is another program.
func (w *workshop) checkUnknown() error {
	for _, unknown := range w.stack.Unknown {
		if len(unknown.Blocks) > 0 {
			name := unknown.Blocks[0]
			return &statusError{status: exitBlocked,
				err:  fmt.Errorf("blocked: %s of %s cannot be built: unknown: %s (%s)", name, w.stack.Ref(), unknown.What, unknown.Range),
				hint: fmt.Sprintf("run %q to see what is missing", w.session.command("show", w.stack.Ref()))}
		}
	}
	return nil
}

// close ends the live view and lets go of repositories.
func (w *workshop) close() {
	w.live.close()
	_ = w.repositories.Close() // nothing is written through them any more
}

// checkLocalPatches holds the workspace's own patch files against the digests in
// the definition; those of archives are pinned by a commit.
func (s *session) checkLocalPatches(l *locked) error {
	for _, component := range l.stack.Components {
		for _, patch := range component.Patches {
			if patch.Archive != nil || !patch.Applies(l.stack.Variant) {
				continue
			}
			content, err := fs.ReadFile(l.workspace.Files, patch.Path)
			if err != nil {
				return fmt.Errorf("patch %q: %w", patch.Name, err)
			}
			if err := s.checkPatchFile(l.stack.Name, patch, content); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkToolchains finds what of the toolchains is not to be had here before
// anything is fetched for them.
func (w *workshop) checkToolchains(ctx context.Context) error {
	if err := sandbox.Check(); err != nil {
		return err
	}
	for _, def := range w.stack.Toolchains() {
		var err error
		if def.Kind == stacks.HostToolchain {
			err = w.addToolchain(ctx, def)
		} else {
			_, err = w.lockedToolchain(def)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// addToolchain makes a toolchain ready once.
func (w *workshop) addToolchain(ctx context.Context, def *stacks.Toolchain) error {
	if w.request.Toolchains[def.Name] != nil {
		return nil
	}
	if def.Kind != stacks.HostToolchain {
		toolchain, err := w.closure(ctx, def)
		if err != nil {
			return err
		}
		w.request.Toolchains[def.Name] = toolchain
		return nil
	}
	cache, err := w.store.Folder("cache")
	if err != nil {
		return err
	}
	toolchain, err := builder.HostToolchain(ctx, def, cache)
	if err != nil {
		return err
	}
	w.request.Toolchains[def.Name] = toolchain
	return nil
}

// upToDate reports whether every action has its output.
func (w *workshop) upToDate() bool {
	return !slices.ContainsFunc(w.plan.Actions, func(a *builder.Action) bool { return a.State != builder.Done })
}

// build runs what the plan wants run: sources are fetched, the series verified,
// then the actions start.
func (w *workshop) build(ctx context.Context) (*builder.Outcome, error) {
	if !w.upToDate() {
		if err := w.pullShown(ctx); err != nil {
			return nil, err
		}
	}
	if !w.upToDate() {
		if err := w.fetch(ctx); err != nil {
			return nil, err
		}
	}
	w.live.expect(w.plan, w.store)
	outcome, err := builder.Run(ctx, w.request, w.plan, w.runOptions())
	if err != nil {
		return nil, interrupted(ctx, err)
	}
	return outcome, w.keep()
}

// fetch brings every source and every package of the closures, once, and says so in
// one line. It ends before the store's disk is full.
func (w *workshop) fetch(ctx context.Context) error {
	if w.fetched {
		return nil
	}
	return w.session.keepingFree(ctx, w.bring)
}

func (w *workshop) bring(ctx context.Context) error {
	start := time.Now()
	var parts []string
	for _, component := range w.stack.Components {
		entry, _ := w.view.Component(component.Name)
		if err := w.proveSource(ctx, entry); err != nil {
			return err
		}
		part := fmt.Sprintf("%s@%s", component.Name, entry.Source.Commit.Short())
		if entry.Pin.Embedded != "" {
			part += " (embedded)"
		}
		parts = append(parts, part)
	}
	took := time.Since(start)
	if err := w.fetchClosures(ctx); err != nil {
		return err
	}
	if w.debs.count > 0 {
		parts = append(parts, w.debs.describe(w.view))
		took += w.debs.took
	}
	started := time.Now()
	packages, err := w.fetchPython(ctx)
	if err != nil {
		return err
	}
	if packages != "" {
		parts = append(parts, packages)
		took += time.Since(started)
	}
	w.fetched = true
	if err := w.keep(); err != nil {
		return err
	}
	w.live.pause()
	w.session.stage("fetch", strings.Join(parts, " · "), took)
	return nil
}

// proveSource brings a component's source and holds its tree against the lock.
func (w *workshop) proveSource(ctx context.Context, entry *lockfiles.Component) error {
	source, err := w.repositories.Source(ctx, entry.Pin)
	if err != nil {
		return err
	}
	if source.Tree != entry.Source.Tree {
		return &statusError{status: exitLock, err: fmt.Errorf("%s: commit %s has tree %s, the lock says %s", entry.Name, source.Commit, source.Tree, entry.Source.Tree)}
	}
	return nil
}

// environment assembles what the programs run in.
func (w *workshop) environment(ctx context.Context, outcome *builder.Outcome) (*environments.Environment, error) {
	var outputs []environments.Output
	w.outputs = nil
	for _, output := range outcome.Outputs {
		if output.OfToolchain == "" {
			w.outputs = append(w.outputs, output)
			outputs = append(outputs, environments.Output{Name: output.Build, Tree: output.Tree})
		}
	}
	if w.python != nil {
		tree, err := w.python.Tree(ctx)
		if err != nil {
			return nil, interrupted(ctx, err)
		}
		outputs = append(outputs, environments.Output{Name: "python", Tree: tree})
		w.outputs = append(w.outputs, builder.BuildOutput{Build: "python", Tree: tree})
	}
	environment, err := environments.Assemble(ctx, w.store, w.running(), outputs, w.runtime())
	if err != nil {
		return nil, err
	}
	if r := w.stack.Environment.Runtime; r != nil && !w.request.Toolchains[r.Name].Impure() {
		environment = environment.On(w.request.Toolchains[r.Name].ID())
	}
	return environment, w.keep()
}

// ready builds what is not built, saying so only then, and assembles the environment.
func (w *workshop) ready(ctx context.Context) (*environments.Environment, error) {
	build := w.build
	if !w.upToDate() {
		build = w.buildShown
	}
	outcome, err := build(ctx)
	if err != nil {
		return nil, err
	}
	return w.environment(ctx, outcome)
}

// running is the stack with the variables that its toolchains' libraries need, where
// it does not set them itself.
func (w *workshop) running() *stacks.Stack {
	stack := *w.stack
	stack.Environment.Variables = map[string]string{}
	for _, def := range w.stack.Toolchains() {
		if r := w.stack.Environment.Runtime; r != nil && r.Name != def.Name {
			continue
		}
		if entry, ok := w.view.Toolchain(def.Name); ok {
			maps.Copy(stack.Environment.Variables, entry.RunVariables)
		}
	}
	maps.Copy(stack.Environment.Variables, w.stack.Environment.Variables)
	return &stack
}

// runtime is the base system that programs run on: the closure that the definition
// names for it, or what the builds' toolchains mount.
func (w *workshop) runtime() []sandbox.Mount {
	if r := w.stack.Environment.Runtime; r != nil {
		return w.request.Toolchains[r.Name].Mounts()
	}
	var mounts []sandbox.Mount
	for _, name := range sortedKeys(w.request.Toolchains) {
		for _, mount := range w.request.Toolchains[name].Mounts() {
			if !slices.ContainsFunc(mounts, func(m sandbox.Mount) bool { return m.Target == mount.Target }) {
				mounts = append(mounts, mount)
			}
		}
	}
	return mounts
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
