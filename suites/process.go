package suites

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"cairn/environments"
	"cairn/stacks"
)

const (
	// defaultGateTimeout and defaultMeasureTimeout are the lab's QUALITY_TIMEOUT and
	// BENCH_TIMEOUT.
	defaultGateTimeout    = 30 * time.Minute
	defaultMeasureTimeout = 25 * time.Minute
	// maxOutputBytes bounds what a program may print: token ids of the longest
	// context in use take a hundredth of it.
	maxOutputBytes = 64 << 20
	tailBytes      = 16 << 10
	headBytes      = 64
)

// job is one process to be run for a suite.
type job struct {
	suite   *stacks.Suite
	argv    []string
	stdin   string
	cache   string
	timeout time.Duration
	// results is a folder of the host that the program finds writable at resultsDir;
	// empty for none.
	results string
}

// resultsDir is where programs write reports that they do not print.
const resultsDir = "/results"

// ran is what a process took, and what it said beside its output.
type ran struct {
	Process
	engine *Engine // nil where it said nothing of itself
	errors string  // the end of its standard error
}

// execute runs one process and returns what it printed. A status other than 0 is
// an *ExitError, too much time a *TimeoutError.
func (r *run) execute(ctx context.Context, j job) ([]byte, ran, error) {
	limited, cancel := context.WithTimeout(ctx, j.timeout)
	defer cancel()
	stdout, stderr := &capped{limit: maxOutputBytes}, &tail{limit: tailBytes}
	outLog, errLog := &engineLog{}, &engineLog{}
	inv, err := Invocation(j.argv, j.suite.Variables, j.suite.Model, j.suite.Needs, r.Models, j.cache)
	if err != nil {
		return nil, ran{}, err
	}
	inv.Stdin, inv.Stdout, inv.Stderr = strings.NewReader(j.stdin), io.MultiWriter(stdout, outLog), io.MultiWriter(stderr, errLog)
	if j.results != "" {
		inv.Mounts = append(inv.Mounts, environments.Mount{Source: j.results, Target: resultsDir})
	}
	program := j.argv[0]
	log := r.logFor(j.suite.Name, program)
	both := &guarded{to: log}
	inv.Stdout, inv.Stderr = io.MultiWriter(inv.Stdout, both), io.MultiWriter(inv.Stderr, both)
	state, err := r.Executor.Run(limited, inv)
	if logErr := log.close(); err == nil && logErr != nil {
		return nil, ran{}, logErr
	}
	process := ran{Process: processOf(state), engine: errLog.engine(), errors: stderr.String()}
	if process.engine == nil {
		process.engine = outLog.engine()
	}
	switch {
	case ctx.Err() != nil: // the person's wish, not the program's fault
		return nil, process, context.Cause(ctx)
	case limited.Err() != nil:
		return nil, process, &TimeoutError{Program: program, Limit: j.timeout}
	case err != nil:
		return nil, process, fmt.Errorf("run %s: %w", program, err)
	case state.ExitCode != 0:
		return nil, process, &ExitError{Program: program, Code: state.ExitCode, OutOfMemory: state.OutOfMemory, Tail: stderr.String(), Log: log.path}
	case stdout.over:
		return nil, process, &OutputError{Program: program, Problem: fmt.Sprintf("is longer than %d bytes", maxOutputBytes), Head: head(stdout.Bytes())}
	}
	return stdout.Bytes(), process, nil
}

func processOf(state environments.State) Process {
	return Process{WallSeconds: state.WallTime.Seconds(), CPUSeconds: state.CPU.Seconds(), PeakRSSBytes: state.PeakRSSBytes}
}

// Invocation is a program with what a suite or service of the definition gives it:
// its variables, its model's file (of models, by label) and the GPUs' device nodes.
func Invocation(argv []string, variables map[string]string, model *stacks.Model, needs stacks.Needs, models map[string]string, cache string) (environments.Invocation, error) {
	inv := environments.Invocation{Argv: argv, Env: maps.Clone(variables), Cache: cache}
	if model != nil {
		path, err := filepath.Abs(models[model.Name])
		if err != nil {
			return environments.Invocation{}, err
		}
		inv.Mounts = []environments.Mount{{Source: path, Target: model.MountPath(), ReadOnly: true}}
	}
	if needs.GPUs > 0 {
		inv.Devices = []string{"/dev/dri"}
	}
	return inv, nil
}

// resultsFolder makes a folder for one process's reports; remove takes it away.
func (r *run) resultsFolder() (dir string, remove func(), err error) {
	dir, err = os.MkdirTemp(r.cache, "results-*")
	return dir, func() { _ = os.RemoveAll(dir) }, err // what stays is below the run's own folder
}

// cacheRoot returns the folder of this run's caches.
func (r *run) cacheRoot() (string, error) {
	if r.Cache == "" {
		return os.MkdirTemp("", "cairn-suites-*")
	}
	return r.Cache, os.MkdirAll(r.Cache, 0o755)
}

// suiteCache returns a suite's own cache folder and whether it is empty.
func (r *run) suiteCache(suite *stacks.Suite) (dir string, fresh bool, err error) {
	dir = filepath.Join(r.cache, string(suite.Kind)+"-"+suite.Name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", false, err
	}
	entries, err := os.ReadDir(dir)
	return dir, len(entries) == 0, err
}

// capped keeps what is written up to a limit and swallows the rest, so that a
// program that babbles ends by itself and not by a broken pipe.
type capped struct {
	bytes.Buffer
	limit int
	over  bool
}

func (c *capped) Write(p []byte) (int, error) {
	if room := c.limit - c.Len(); len(p) > room {
		c.over = true
		c.Buffer.Write(p[:max(room, 0)])
		return len(p), nil
	}
	return c.Buffer.Write(p)
}

// guarded lets two writers of one program take turns.
type guarded struct {
	mu sync.Mutex
	to io.Writer
}

func (g *guarded) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.to.Write(p)
}

// tail keeps the end of what is written.
type tail struct {
	kept  []byte
	limit int
}

func (t *tail) Write(p []byte) (int, error) {
	t.kept = append(t.kept, p...)
	if over := len(t.kept) - t.limit; over > 0 {
		t.kept = slices.Delete(t.kept, 0, over)
	}
	return len(p), nil
}

func (t *tail) String() string { return strings.ToValidUTF8(string(t.kept), "\uFFFD") }

func head(b []byte) []byte { return slices.Clone(b[:min(len(b), headBytes)]) }
