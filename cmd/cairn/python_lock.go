package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"cairn/builder"
	"cairn/builder/wheels"
	"cairn/lockfiles"
	"cairn/stacks"
)

// wheelClient asks the indexes of a python block, where this machine has them.
func (s *session) wheelClient(p *stacks.Python, events func(wheels.Event)) (*wheels.Client, error) {
	st, err := s.store()
	if err != nil {
		return nil, err
	}
	mirrors, err := s.allMirrors()
	if err != nil {
		return nil, err
	}
	machine, err := wheels.MachineIndex(os.DirFS("/"), os.Getenv)
	if err != nil {
		return nil, fmt.Errorf("this machine's package index: %w", err)
	}
	opts := wheels.Options{Store: st, Machine: machine, Offline: s.offline, Events: events}
	for _, m := range mirrors {
		opts.Mirrors = append(opts.Mirrors, wheels.Mirror{Prefix: m.Prefix, URL: m.Target})
	}
	for _, index := range p.From {
		opts.Indexes = append(opts.Indexes, wheels.Index{Name: index.Name, URL: index.URL, Links: index.Links})
	}
	return wheels.NewClient(opts), nil
}

// pythonResolver joins lockfiles and builder/wheels: it is lockfiles.PythonResolver.
type pythonResolver struct{ session *session }

// Python has uv resolve a python block.
func (r pythonResolver) Python(ctx context.Context, p *stacks.Python) (*lockfiles.Python, error) {
	client, err := r.session.wheelClient(p, nil)
	if err != nil {
		return nil, err
	}
	request := wheels.Request{
		Python: p.Version, Glibc: p.Glibc, Requires: p.Requires, Constraints: p.Constraints, Overrides: p.Overrides,
		Excludes: p.Excludes, Indexes: p.Indexes,
	}
	if p.ExcludeNewer != "" {
		day, err := time.Parse(time.DateOnly, p.ExcludeNewer)
		if err != nil {
			return nil, err
		}
		request.ExcludeNewer = day.AddDate(0, 0, 1) // the day itself counts
	}
	for _, sdist := range p.Sdists {
		request.Sdists = append(request.Sdists, sdist.Name)
	}
	resolver := &wheels.Resolver{Client: client, Run: r.session.runUV}
	resolution, err := resolver.Resolve(ctx, request)
	if err != nil {
		return nil, err
	}
	out := &lockfiles.Python{Version: p.Version, Wheels: lockedDistributions(resolution.Wheels), Sdists: lockedDistributions(resolution.Sdists)}
	if resolution.UV.File != "" {
		out.Resolver = &lockedDistributions([]wheels.Distribution{resolution.UV})[0]
	}
	for _, pending := range resolution.Pending {
		out.Pending = append(out.Pending, lockfiles.PendingRequirement(pending))
	}
	return out, nil
}

func lockedDistributions(list []wheels.Distribution) []lockfiles.Distribution {
	var out []lockfiles.Distribution
	for _, d := range list {
		out = append(out, lockfiles.Distribution(d))
	}
	return out
}

func filesOf(list []lockfiles.Distribution) []wheels.Distribution {
	var out []wheels.Distribution
	for _, d := range list {
		out = append(out, wheels.Distribution(d))
	}
	return out
}

// wheelStatus picks the exit status of a fault of packages of Python, and the hint to it.
func wheelStatus(err error) (status int, hint string) {
	var (
		interpreter *builder.InterpreterError
		mismatch    *wheels.MismatchError
		hostile     *wheels.HostileError
		silent      *wheels.UnreachableError
		absent      *wheels.AbsentError
	)
	switch {
	case errors.As(err, &interpreter):
		return exitBlocked, "name a toolchain in the python block that has this version: toolchain = toolchain.NAME"
	case errors.As(err, &mismatch):
		return exitLock, "what came is not what was locked: ask its index, or lock again what it offers now"
	case errors.As(err, &hostile):
		return exitFailed, "nothing of it was kept"
	case errors.As(err, &silent):
		return exitBlocked, "name a mirror of it with --mirror PREFIX=URL, or this machine's index in pip's or uv's configuration"
	case errors.As(err, &absent):
		return exitBlocked, "name a mirror that still has it with --mirror PREFIX=URL, or lock again"
	}
	return exitFailed, ""
}
