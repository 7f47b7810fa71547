package suites

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
	tailBytes      = 4 << 10
	headBytes      = 64
)

// job is one process to be run for a suite.
type job struct {
	suite   *stacks.Suite
	argv    []string
	stdin   string
	cache   string
	timeout time.Duration
}

// execute runs one process and returns what it printed. A status other than 0 is
// an *ExitError, too much time a *TimeoutError.
func (r *run) execute(ctx context.Context, j job) ([]byte, Process, error) {
	limited, cancel := context.WithTimeout(ctx, j.timeout)
	defer cancel()
	stdout, stderr := &capped{limit: maxOutputBytes}, &tail{limit: tailBytes}
	inv := environments.Invocation{
		Argv: j.argv, Env: maps.Clone(j.suite.Variables), Cache: j.cache,
		Stdin: strings.NewReader(j.stdin), Stdout: stdout, Stderr: stderr,
	}
	if model := j.suite.Model; model != nil {
		path, err := filepath.Abs(r.Models[model.Name])
		if err != nil {
			return nil, Process{}, err
		}
		inv.Mounts = []environments.Mount{{Source: path, Target: model.MountPath(), ReadOnly: true}}
	}
	if j.suite.Needs.GPUs > 0 {
		inv.Devices = []string{"/dev/dri"}
	}
	program := j.argv[0]
	state, err := r.Executor.Run(limited, inv)
	process := Process{WallSeconds: state.WallTime.Seconds(), CPUSeconds: state.CPU.Seconds(), PeakRSSBytes: state.PeakRSSBytes}
	switch {
	case ctx.Err() != nil: // the person's wish, not the program's fault
		return nil, process, context.Cause(ctx)
	case limited.Err() != nil:
		return nil, process, &TimeoutError{Program: program, Limit: j.timeout}
	case err != nil:
		return nil, process, fmt.Errorf("run %s: %w", program, err)
	case state.ExitCode != 0:
		return nil, process, &ExitError{Program: program, Code: state.ExitCode, Tail: stderr.String()}
	case stdout.over:
		return nil, process, &OutputError{Program: program, Problem: fmt.Sprintf("is longer than %d bytes", maxOutputBytes), Head: head(stdout.Bytes())}
	}
	return stdout.Bytes(), process, nil
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
