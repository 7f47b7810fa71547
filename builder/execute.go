package builder

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"strconv"
	"time"

	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/builder/wheels"
)

// execution is one run of one action.
type execution struct {
	*Action
	sources   map[string]Source // of the stack, by component
	toolchain Toolchain
	python    PythonEnvironment // nil where there is none
	plan      *Plan
	opts      RunOptions
	jobs      int
	tell      func(Event)
	visit     bool // of a shell: nothing comes of it

	dir   string // of the store's temporary ones; its parts are mounted
	began time.Time
	used  store.Record // what the steps took so far
	log   *logFile
	// fromCache says how much of what was compiled ccache had.
	fromCache Compiled
	traces    []Leak // of the build, in its output

	installed *wheels.Installed // what a python build made
}

// run executes the action unless another process has done so meanwhile.
func (x *execution) run(ctx context.Context) (record *store.Record, ran bool, err error) {
	x.began = time.Now()
	x.tell(Event{Kind: Started, Action: x.Action})
	defer func() {
		x.tell(Event{Kind: Finished, Action: x.Action, Cached: err == nil && !ran, Err: err, Compiled: x.fromCache, Traces: x.traces, Elapsed: time.Since(x.began)})
	}()
	unlock, err := x.opts.Store.Lock(ctx, "action-"+x.Key.Hex())
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", x.Name, err)
	}
	defer unlock()
	if done, ok, err := x.opts.Store.Action(x.Key); err != nil || ok {
		return &done, false, err
	}
	dir, remove, err := x.opts.Store.TempDir()
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", x.Name, err)
	}
	x.dir = dir
	record, err = x.build(ctx)
	if err := errors.Join(err, remove()); err != nil {
		return nil, false, err
	}
	return record, true, nil
}

func (x *execution) build(ctx context.Context) (*store.Record, error) {
	if err := x.prepare(ctx); err != nil {
		return nil, fmt.Errorf("%s: %w", x.Name, err)
	}
	var err error
	if x.log, err = x.openLog(); err != nil {
		return nil, fmt.Errorf("%s: %w", x.Name, err)
	}
	err = x.steps(ctx)
	if err == nil {
		x.fromCache = x.compiled()
	}
	if err := errors.Join(err, x.log.close()); err != nil {
		return nil, err
	}
	record, err := x.keep(ctx)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", x.Name, err)
	}
	return record, nil
}

// mounts is the root of the action's sandbox over its folder.
func (x *execution) mounts(ctx context.Context) ([]sandbox.Mount, error) {
	a, dir, plan, st := x.Action, x.dir, x.plan, x.opts.Store
	mounts := append([]sandbox.Mount{}, x.toolchain.Mounts()...)
	if a.recipe.usesPython {
		folder, err := x.python.Folder(ctx)
		if err != nil {
			return nil, err
		}
		mounts = append(mounts, sandbox.Mount{Source: folder, Target: prefix, ReadOnly: true})
	}
	mounts = append(mounts,
		sandbox.Mount{Source: filepath.Join(dir, "build"), Target: buildDir},
		sandbox.Mount{Source: filepath.Join(dir, "out"), Target: outDir},
		sandbox.Mount{Source: filepath.Join(dir, "tmp"), Target: "/tmp"},
		sandbox.Mount{Source: filepath.Join(dir, "tools"), Target: toolsDir, ReadOnly: true})
	for _, name := range a.build.Sources {
		mounts = append(mounts, sandbox.Mount{Source: filepath.Join(dir, "sources", name), Target: besideDir + "/" + name, ReadOnly: true})
	}
	for i, need := range a.Needs {
		needed, ok := plan.Action(need)
		if !ok || needed.State != Done {
			return nil, fmt.Errorf("%s needs %s, which is not built", a.Name, need)
		}
		tree, ok := st.Tree(needed.Output)
		if !ok {
			return nil, fmt.Errorf("the output of %s, %s, is not in the store", need, needed.Output)
		}
		mounts = append(mounts, sandbox.Mount{Source: tree, Target: depsDir + "/" + a.build.Needs[i], ReadOnly: true})
	}
	return mounts, nil
}

// jobVariables tell build systems how many jobs to run. They are set beside the
// environment that is in the key: they must not change what comes out.
func jobVariables(jobs int) map[string]string {
	n := strconv.Itoa(jobs)
	return map[string]string{"CMAKE_BUILD_PARALLEL_LEVEL": n, "CTEST_PARALLEL_LEVEL": n, "MAKEFLAGS": "-j" + n, "MAX_JOBS": n, "CAIRN_JOBS": n}
}

func (x *execution) steps(ctx context.Context) error {
	mounts, err := x.mounts(ctx)
	if err != nil {
		return err
	}
	cache, folders, err := x.compilerCache()
	if err != nil {
		return err
	}
	mounts = append(mounts, folders...)
	for _, s := range x.recipe.steps {
		if s.Host != "" {
			if err := x.onHost(ctx, s); err != nil {
				_, keepErr := x.keepFailed()
				return errors.Join(fmt.Errorf("%s: %s: %w", x.Name, s.Host, err), keepErr)
			}
			continue
		}
		env := maps.Clone(x.recipe.env)
		maps.Copy(env, jobVariables(x.jobs))
		maps.Copy(env, cache)
		maps.Copy(env, s.Env)
		x.log.step(s)
		var memory int64
		x.log.onLine = func(line string, done, total int) {
			x.tell(Event{Kind: Progress, Action: x.Action, Line: line, Done: done, Total: total, MemoryBytes: memory, Elapsed: time.Since(x.began)})
		}
		state, err := sandbox.Run(ctx, sandbox.Command{
			Argv: s.Argv, Env: env, Dir: s.Dir, Mounts: mounts, Network: true, Stdout: x.log, Stderr: x.log,
			Limits: sandbox.Limits{TotalMemoryBytes: x.opts.MemoryBytes, KeepFreeBytes: x.opts.KeepFreeBytes},
			Observe: func(u sandbox.Usage) {
				x.log.locked(func(done, total int, line string) {
					memory = u.RSSBytes
					x.tell(Event{Kind: Progress, Action: x.Action, Line: line, Done: done, Total: total, MemoryBytes: memory, Elapsed: time.Since(x.began)})
				})
			},
		})
		x.used.CPU += state.CPU
		x.used.PeakRSSBytes = max(x.used.PeakRSSBytes, state.PeakRSSBytes)
		x.used.PeakTotalBytes = max(x.used.PeakTotalBytes, state.PeakTotalBytes)
		x.log.flush()
		if err != nil {
			return fmt.Errorf("%s: %w", x.Name, x.filled(err))
		}
		x.log.end(state)
		if state.ExitCode == 0 {
			continue
		}
		if cause := context.Cause(ctx); cause != nil {
			return fmt.Errorf("%s: %w", x.Name, cause) // it ended because it was asked to
		}
		return x.failure(s, state)
	}
	return nil
}

// filled adds to a *sandbox.DiskError that it is the store's disk, and removes the
// compilers' cache where that is what filled it: ccache keeps to its size, and a build
// that writes there by itself does not. The build folder goes as after every error.
func (x *execution) filled(err error) error {
	full := new(sandbox.DiskError)
	if !errors.As(err, &full) {
		return err
	}
	full.Path = x.opts.Store.Dir()
	if full.Most != ccacheDir {
		return err
	}
	return errors.Join(err, store.RemoveAll(filepath.Join(full.Path, ccacheFolder, x.toolchain.ID().Hex())))
}

// keep puts the output into the store and records it.
func (x *execution) keep(ctx context.Context) (*store.Record, error) {
	out, err := x.output()
	if err != nil {
		_, keepErr := x.keepFailed()
		return nil, errors.Join(err, keepErr)
	}
	x.keepSource(filepath.Join(x.dir, "build/source"))
	// Gone before the store syncs, objects are never written to the disk.
	for _, name := range []string{"build", "sources", "before", "tmp"} {
		if err := store.RemoveAll(filepath.Join(x.dir, name)); err != nil {
			return nil, err
		}
	}
	tree, err := x.opts.Store.MoveTree(ctx, out)
	if err != nil {
		return nil, err
	}
	record := x.used
	record.Key, record.Name, record.Kind = x.Key, x.Name, string(x.Kind)
	record.Inputs, record.Origins, record.Output = x.Inputs, x.origins(), tree
	record.Log = filepath.Join("logs", x.logName())
	record.Impure, record.Version = x.Impure, x.opts.Version
	record.Finished, record.WallTime, record.Jobs = time.Now().UTC(), time.Since(x.began), x.jobs
	record.Most = remembered(record, x.last)
	if err := x.opts.Store.PutAction(x.Key, record); err != nil {
		return nil, err
	}
	return &record, x.forgetFailed()
}

// logName is the same for every run of a key.
func (a *Action) logName() string { return url.PathEscape(a.Name) + "-" + a.Key.Short() + ".log" }

// logPath returns where the log of the action's record is.
func (a *Action) logPath(st *store.Store) string {
	if a.record == nil || a.record.Log == "" {
		return ""
	}
	return filepath.Join(st.Dir(), a.record.Log)
}
