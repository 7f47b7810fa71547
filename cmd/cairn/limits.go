package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"

	"cairn/builder"
	"cairn/builder/sandbox"
	"cairn/stacks"

	"github.com/spf13/pflag"
)

// limits bound what a build may use of this machine. They change no output.
type limits struct {
	jobs     jobsFlag
	memory   sizeFlag
	keepFree sizeFlag
	executor executorFlag
}

// flags adds -j and --memory to a command that builds.
func (l *limits) flags(flags *pflag.FlagSet) {
	flags.VarP(&l.jobs, "jobs", "j", "compile with at most `N` processes at once (default: one for each CPU)")
	flags.Var(&l.executor, "executor", "where actions run: `local`, or slurm: one job of the cluster each, by the configured cache")
	l.memoryFlag(flags)
	l.keepFreeFlag(flags)
}

func (l *limits) keepFreeFlag(flags *pflag.FlagSet) {
	flags.Var(&l.keepFree, "keep-free", "end what is fetched and built before less than `SIZE` of the store's disk is free, as 20GiB (default: a fiftieth, at most 2GiB)")
}

func (l *limits) memoryFlag(flags *pflag.FlagSet) {
	flags.Var(&l.memory, "memory", "use at most `SIZE` of memory, as 12GiB (default: what is available)")
}

// runOptions are those of every run in this workshop.
func (w *workshop) runOptions() builder.RunOptions {
	l := w.session.limits
	return builder.RunOptions{Store: w.store, Executor: w.executor, Jobs: int(l.jobs), MemoryBytes: int64(l.memory), KeepFreeBytes: int64(l.keepFree), Version: version, Events: w.live.build}
}

// keepingFree runs work that brings what is not known to be small into the store; it is
// ended as a build is that fills the disk.
func (s *session) keepingFree(ctx context.Context, work func(context.Context) error) error {
	st, err := s.store()
	if err != nil {
		return err
	}
	var folders []string
	for _, name := range []string{"git", "files", "tmp"} {
		if folder, err := st.Folder(name); err == nil { // else nothing can be written there
			folders = append(folders, folder)
		}
	}
	err = sandbox.KeepFree(ctx, folders, int64(s.limits.keepFree), work)
	if full := new(sandbox.DiskError); errors.As(err, &full) {
		full.Path = st.Dir()
	}
	return err
}

// executorFlag is local or slurm; empty is local.
type executorFlag string

func (e *executorFlag) String() string { return cmp.Or(string(*e), "local") }
func (*executorFlag) Type() string     { return "local" }

func (e *executorFlag) Set(text string) error {
	if text != "local" && text != "slurm" {
		return errors.New("it is one of local, slurm")
	}
	*e = executorFlag(text)
	return nil
}

// jobsFlag is a number of processes; 0 is unsaid.
type jobsFlag int

func (f *jobsFlag) String() string { return strconv.Itoa(int(*f)) }
func (f *jobsFlag) Type() string   { return "N" }

// Set implements pflag.Value.
func (f *jobsFlag) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return fmt.Errorf("a whole number, 1 or more, is wanted")
	}
	*f = jobsFlag(n)
	return nil
}

// sizeFlag is a size as the language writes it, in bytes; 0 is unsaid.
type sizeFlag int64

func (f *sizeFlag) String() string { return strconv.FormatInt(int64(*f), 10) }
func (f *sizeFlag) Type() string   { return "SIZE" }

// Set implements pflag.Value.
func (f *sizeFlag) Set(text string) error {
	n, err := stacks.ParseSize(text)
	*f = sizeFlag(n)
	return err
}
