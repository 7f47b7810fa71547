package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"cairn/builder/store"
	"cairn/internal/lazyregexp"
	"cairn/lockfiles"
)

// diffSide is what one argument of cairn diff names: a lock, builds, or both.
type diffSide struct {
	lock   *lockfiles.Lock
	builds map[string]store.Record // by name within the stack
}

func (d *diffSide) kind() string {
	switch {
	case d.lock != nil && len(d.builds) > 0:
		return "a lock and its builds"
	case d.lock != nil:
		return "a lock that is not built here"
	}
	return "a build"
}

var (
	keyPrefix = lazyregexp.New(`^[0-9a-f]{8,64}$`)
	earlier   = lazyregexp.New(`^(.+)~(\d+)$`)
)

// diffSide finds what name means.
func (s *session) diffSide(name string) (*diffSide, error) {
	switch {
	case strings.HasSuffix(name, lockfiles.Suffix):
		return lockSide(name)
	case keyPrefix.MatchString(name):
		return s.keySide(name)
	}
	if m := earlier.FindStringSubmatch(name); m != nil {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			return nil, usageError{message: fmt.Sprintf("%s: no such build", name)}
		}
		builds, err := s.builtBefore(m[1], n)
		if err == nil && len(builds) == 0 {
			return nil, hinted(fmt.Errorf("%s was not built so often here", m[1]), "run %q to see what would be built", s.command("plan", m[1]))
		}
		return &diffSide{builds: builds}, err
	}
	return s.stackSide(name)
}

func lockSide(path string) (*diffSide, error) {
	src, err := lockfiles.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usageError{message: "no lock at " + path}
	}
	if err != nil {
		return nil, fmt.Errorf("read lock: %w", err)
	}
	lock, diags := lockfiles.Parse(path, src)
	if diags.HasErrors() {
		return nil, &statusError{status: exitLock, err: &diagnosticsError{what: "lock", diags: diags, source: func(string) []byte { return src }}}
	}
	return &diffSide{lock: lock}, nil
}

// keySide is the one build whose key begins with the digits.
func (s *session) keySide(digits string) (*diffSide, error) {
	st, err := s.store()
	if err != nil {
		return nil, err
	}
	found, err := st.Records(digits, "")
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, usageError{message: fmt.Sprintf("%s of this store begin with %s", plural(len(found), "key", "keys"), digits), hint: "a build's log begins with its key: see \"cairn log STACK\""}
	}
	return &diffSide{builds: map[string]store.Record{found[0].Name: found[0]}}, nil
}

// stackSide is a stack's lock, cut to the variant, and its newest builds.
func (s *session) stackSide(ref string) (*diffSide, error) {
	ws, stack, err := s.stack(ref)
	if err != nil {
		return nil, err
	}
	lock, err := s.readLock(ws, stack.Name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &statusError{status: exitLock, err: fmt.Errorf("%s is not locked: no %s", stack.Name, s.lockPath(ws, stack.Name)), hint: fmt.Sprintf("run %q first", s.command("lock", stack.Name))}
	}
	if err != nil {
		return nil, err
	}
	view, ok := lock.View(stack.Variant)
	if !ok {
		return nil, &statusError{status: exitLock, err: fmt.Errorf("%s has no variant %q", s.lockPath(ws, stack.Name), stack.Variant), hint: fmt.Sprintf("run %q", s.command("lock", stack.Name))}
	}
	alone := *view
	alone.Variant = ""
	side := &diffSide{lock: &lockfiles.Lock{Stack: lock.Stack, LayerFormat: lock.LayerFormat, Views: []*lockfiles.View{&alone}}}
	side.builds, err = s.builtBefore(ref, 0)
	return side, err
}

// builtBefore returns for each build of a stack the one that is n before the newest.
func (s *session) builtBefore(ref string, n int) (map[string]store.Record, error) {
	st, err := s.store()
	if err != nil {
		return nil, err
	}
	found, err := st.Records("", ref+"/")
	if err != nil {
		return nil, err
	}
	builds, seen := map[string]store.Record{}, map[string]int{}
	for _, record := range found {
		if record.Kind == "environment" {
			continue
		}
		name := strings.TrimPrefix(record.Name, ref+"/")
		if seen[name] == n {
			builds[name] = record
		}
		seen[name]++
	}
	return builds, nil
}
