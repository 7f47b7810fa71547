package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"cairn/builder/otherhost"
	"cairn/builder/store"
	"cairn/stacks"
)

// rebuilt is a stack's second build.
type rebuilt struct {
	store   *store.Store
	records map[string]store.Record // by action name
	varied  []variation
	builds  []string
}

func (r *rebuilt) names() string { return strings.Join(r.builds, " · ") }

// isBuild tells records of builds from those of what they are made with.
func isBuild(r store.Record) bool {
	switch stacks.BuildKind(r.Kind) {
	case stacks.CMakeBuild, stacks.CommandBuild, stacks.PythonBuild:
		return true
	}
	return r.Kind == "environment"
}

// rebuildElsewhere runs "cairn build" once more in a place below dir, whose store
// has sources and toolchains but no build.
func (w *workshop) rebuildElsewhere(ctx context.Context, dir string) (*rebuilt, error) {
	place := otherhost.Other(dir)
	jobs := 1
	if w.jobsBefore() == 1 {
		place.CPUs, jobs = otherhost.Here().CPUs, 2
	}
	other := filepath.Join(dir, ".cache", "cairn")
	if err := os.MkdirAll(other, 0o755); err != nil {
		return nil, fmt.Errorf("make the other store: %w", err)
	}
	if err := w.store.Lend(other, func(r store.Record) bool { return !isBuild(r) }); err != nil {
		return nil, err
	}
	if err := w.runElsewhere(ctx, place, jobs); err != nil {
		return nil, err
	}
	st, err := store.Open(other)
	if err != nil {
		return nil, err
	}
	r := &rebuilt{store: st, records: map[string]store.Record{}}
	for _, action := range w.plan.Actions {
		record, ok, err := st.Last(action.Name)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, fmt.Errorf("%s was not built elsewhere", action.Name)
		}
		r.records[action.Name] = record
		r.builds = append(r.builds, action.Build)
	}
	r.varied = w.variations(place, other, jobs, r)
	return r, nil
}

// jobsBefore is the largest number of jobs that a build of the plan was made with.
func (w *workshop) jobsBefore() (most int) {
	for _, action := range w.plan.Actions {
		if record, ok, _ := w.store.Action(action.Key); ok {
			most = max(most, record.Jobs)
		}
	}
	return most
}

// runElsewhere runs the child. What it says goes to stderr; it is asked to end when
// ctx is cancelled, so that its sandbox ends with it.
func (w *workshop) runElsewhere(ctx context.Context, place otherhost.Place, jobs int) error {
	s := w.session
	args := []string{"build", w.stack.Ref(), "--progress", string(s.progress), "--jobs", strconv.Itoa(jobs)}
	if s.json {
		args = append(args, "--json")
	}
	if s.dir != "" {
		args = append(args, "-C", s.dir)
	}
	if s.offline {
		args = append(args, "--offline")
	}
	for flag, size := range map[string]sizeFlag{"--memory": s.limits.memory, "--keep-free": s.limits.keepFree} {
		if size > 0 {
			args = append(args, flag, strconv.FormatInt(max(1, int64(size)>>10), 10)+"KiB")
		}
	}
	for _, mirror := range s.mirrors {
		args = append(args, "--mirror", mirror)
	}
	w.live.pause()
	cmd, err := otherhost.Command(place, nil, s.stderr, args...)
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start the second build: %w", err)
	}
	stop := context.AfterFunc(ctx, func() { _ = cmd.Process.Signal(syscall.SIGTERM) }) // it may have ended
	defer stop()
	err = cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) && ctx.Err() != nil && exit.ExitCode() == exitInterrupted {
		return programExit{code: exitInterrupted} // it has said so
	}
	if errors.As(err, &exit) && ctx.Err() == nil {
		return &statusError{status: exitFailed, err: fmt.Errorf("the second build of %s ended with status %d", w.stack.Ref(), exit.ExitCode())}
	}
	return interrupted(ctx, err)
}

// variations are what differed between the two builds, as far as it is known of
// the first.
func (w *workshop) variations(place otherhost.Place, other string, jobs int, r *rebuilt) []variation {
	here := otherhost.Here()
	varied := []variation{
		{"store", w.store.Dir(), other}, {"HOME", here.Home, place.Home},
		{"user", strconv.Itoa(here.UserID), strconv.Itoa(place.UserID)}, {"umask", fmt.Sprintf("%03o", here.Umask), fmt.Sprintf("%03o", place.Umask)},
		{"LC_ALL", here.Variables["LC_ALL"], place.Variables["LC_ALL"]}, {"TZ", here.Variables["TZ"], place.Variables["TZ"]},
		{"host name", here.Hostname, place.Hostname}, {"CPUs", strconv.Itoa(here.CPUs), strconv.Itoa(place.CPUs)},
		{"jobs", strconv.Itoa(w.jobsBefore()), strconv.Itoa(jobs)},
	}
	for _, action := range w.plan.Actions {
		if record, ok, _ := w.store.Action(action.Key); ok {
			varied = append(varied, variation{"time of " + action.Build, record.Finished.Format(time.DateTime), r.records[action.Name].Finished.Format(time.DateTime)})
		}
	}
	kept := varied[:0]
	for _, v := range varied {
		if v.First != v.Second {
			kept = append(kept, v)
		}
	}
	return kept
}
