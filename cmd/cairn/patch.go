package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/spf13/cobra"
)

func newPatchCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "patch",
		GroupID: groupPatch,
		Short:   "Inspect, apply, repair, mend and rebase patch files",
		Args:    noSuchCommand,
		RunE:    showHelp,
	}
	c.AddCommand(newPatchInspectCommand(s), newPatchApplyCommand(s), newPatchRepairCommand(s), newPatchMendCommand(s),
		newPatchLocateCommand(s), newPatchDriftCommand(s), newPatchGraphCommand(s),
		newPatchRebaseCommand(s), newPatchRangeDiffCommand(s),
		newPatchCheckoutCommand(s), newPatchImportCommand(s), newPatchNewCommand(s))
	return c
}

// baseOptions name the commit that patch files are tried on.
type baseOptions struct{ repo, rev string }

func (o *baseOptions) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.repo, "repo", ".", "the git repository `R`, bare or not, or embedded:NAME")
	c.Flags().StringVar(&o.rev, "rev", "HEAD", "the commit `C` whose tree is the base")
}

// open returns the repository's objects and the commit.
func (o *baseOptions) open(ctx context.Context, s *session) (*openedRepository, *object.Commit, error) {
	repository, err := s.openRepository(ctx, o.repo)
	if err != nil {
		return nil, nil, err
	}
	hash, err := repository.resolve(o.rev)
	if err != nil {
		return nil, nil, err
	}
	commit, err := object.GetCommit(repository.objects, hash)
	if err != nil {
		return nil, nil, fmt.Errorf("read commit %s of %s: %w", hash, o.repo, err)
	}
	return repository, commit, nil
}

// readPatch reads a patch file.
func (s *session) readPatch(ctx context.Context, name string) ([]byte, error) {
	content, err := readPatchFile(ctx, name)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if errors.Is(err, syscall.EISDIR) {
		return nil, usageError{message: name + " is a folder", hint: fmt.Sprintf("name its files: %s", filepath.Join(name, "*.patch"))}
	}
	if errors.Is(err, os.ErrNotExist) {
		return nil, usageError{message: fmt.Sprintf("no such patch file: %s", name), hint: "name files that exist; a stack's patches are checked by \"cairn check STACK\""}
	}
	if err != nil {
		return nil, fmt.Errorf("read patch: %w", err)
	}
	return content, nil
}

// readPatchFile reads a file that may be a pipe: who waits for its other end can be
// interrupted. One that is larger than any that is looked at is not read to its end.
func readPatchFile(ctx context.Context, name string) ([]byte, error) {
	read := func() ([]byte, error) {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return io.ReadAll(io.LimitReader(f, patches.DefaultLimits.InputBytes+1))
	}
	if info, err := os.Stat(name); err != nil || info.Mode().IsRegular() {
		return read()
	}
	type result struct {
		content []byte
		err     error
	}
	done := make(chan result, 1)
	go func() {
		content, err := read()
		done <- result{content, err}
	}()
	select {
	case <-ctx.Done(): // what reads on is over with the process
		return nil, ctx.Err()
	case r := <-done:
		return r.content, r.err
	}
}
