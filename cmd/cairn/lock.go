package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/lockfiles"

	"github.com/spf13/cobra"
)

func newLockCommand(s *session) *cobra.Command {
	var opts lockOptions
	c := &cobra.Command{
		Use:     "lock [STACK…]",
		GroupID: groupStack,
		Short:   "Resolve a stack and write everything it resolved to, by digest",
		Long: `Resolve a stack with all its variants and write everything it resolved to, by
digest, into its lock: commits, trees, the tree after each patch, toolchains.
Without arguments all stacks of the workspace, one after the other (with --json, an
object each).

Every other command only reads locks. The embedded workspace's locks are part of
the binary: with it, only --check is possible.`,
		Example: "  cairn -C stacks lock qwen36-q4-tp3\n  cairn lock --check ember\n  cairn lock --check",
		RunE:    func(c *cobra.Command, args []string) error { return runLocks(c.Context(), s, opts, args) },
	}
	c.Flags().BoolVar(&opts.check, "check", false, "write nothing; exit 4 if the lock is missing or would change")
	c.Flags().BoolVar(&opts.upgrade, "upgrade", false, "resolve again also what the definition did not move")
	s.limits.keepFreeFlag(c.Flags())
	return c
}

type lockOptions struct{ check, upgrade bool }

// runLocks goes on after a lock that does not hold, and names all of those at the end.
func runLocks(ctx context.Context, s *session, opts lockOptions, names []string) error {
	if len(names) == 0 {
		ws, err := s.workspace()
		if err != nil {
			return err
		}
		names = sortedKeys(ws.Stacks)
	}
	var moved []string
	var last error
	for _, name := range names {
		err := runLock(ctx, s, opts, name)
		if wrong := new(statusError); errors.As(err, &wrong) && wrong.status == exitLock {
			moved, last = append(moved, name), err
		} else if err != nil {
			return err
		}
	}
	if len(moved) > 1 {
		return &statusError{status: exitLock, err: fmt.Errorf("%d of %d locks do not hold: %s", len(moved), len(names), strings.Join(moved, ", ")),
			hint: fmt.Sprintf("run %q", s.command("lock", strings.Join(moved, " ")))}
	}
	return last
}

func runLock(ctx context.Context, s *session, opts lockOptions, name string) error {
	start := time.Now()
	ws, stack, err := s.stack(name)
	if err != nil {
		return err
	}
	if stack.Variant != "" {
		return usageError{message: fmt.Sprintf("%s is a variant: all variants are locked with their stack", name), hint: fmt.Sprintf("run %q", s.command("lock", stack.Name))}
	}
	if s.dir == "" && !opts.check {
		return usageError{message: "the embedded workspace's locks are part of the binary", hint: fmt.Sprintf(`run "cairn lock --check %s", or name your own workspace with -C DIR`, name)}
	}
	old, err := s.readLock(ws, stack.Name)
	if err != nil && (opts.check || !errors.Is(err, fs.ErrNotExist)) {
		return lockMissing(s, err, stack.Name)
	}
	previous := old
	if opts.upgrade || opts.check {
		previous = nil
	}
	var proved *lockfiles.Lock
	if opts.check {
		proved = old
	}
	var lock *lockfiles.Lock
	err = s.keepingFree(ctx, func(ctx context.Context) (err error) {
		lock, err = s.resolve(ctx, ws, stack.Name, previous, proved)
		return err
	})
	var series *patchError
	if errors.As(err, &series) {
		s.printSeries(series.verdicts)
	}
	if err != nil {
		return err
	}
	changes := lockfiles.Diff(old, lock)
	path := s.lockPath(ws, stack.Name)
	if old != nil || s.json {
		if err := s.printChanges(path, changes); err != nil {
			return err
		}
	}
	if opts.check {
		if len(changes) > 0 {
			return &statusError{status: exitLock, err: fmt.Errorf("%s is not what its definition resolves to", path), hint: fmt.Sprintf("run %q", s.command("lock", name))}
		}
		s.stage("lock", path+" holds: everything resolved to it again", time.Since(start))
		return nil
	}
	if old != nil && len(changes) == 0 && old.Digest() == lock.Digest() {
		s.stage("lock", path+" is up to date", time.Since(start))
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("write lock: %w", err)
	}
	if err := lockfiles.Write(path, lock); err != nil {
		return err
	}
	s.stage("lock", path+" written, "+lock.Digest().Short(), time.Since(start))
	return nil
}

func lockMissing(s *session, err error, name string) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &statusError{status: exitLock, err: fmt.Errorf("%s is not locked", name), hint: fmt.Sprintf("run %q first", s.command("lock", name))}
	}
	return err
}

// printChanges shows what differs between a lock and its successor.
func (s *session) printChanges(path string, changes []lockfiles.Change) error {
	if s.json {
		list := []map[string]string{}
		for _, change := range changes {
			list = append(list, map[string]string{"what": change.What, "old": change.Old, "new": change.New})
		}
		return s.printJSON(map[string]any{"lock": path, "changes": list})
	}
	const most = 40
	shown := folded(changes)
	for i, change := range shown {
		if i == most {
			fmt.Fprintf(s.stderr, "  … and %d more\n", len(shown)-most)
			break
		}
		fmt.Fprintf(s.stderr, "  %s\n", changeLine(change))
	}
	return nil
}
