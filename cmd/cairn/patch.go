package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/go-git/go-git/v5/plumbing/object"

	"github.com/spf13/cobra"
)

func newPatchCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "patch",
		GroupID: groupPatch,
		Short:   "Inspect, apply, repair, mend and rebase patch files",
		Args:    noSuchCommand,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
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
func (s *session) readPatch(name string) ([]byte, error) {
	content, err := os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, usageError{message: fmt.Sprintf("no such patch file: %s", name), hint: "name files that exist; a stack's patches are checked by \"cairn check STACK\""}
	}
	if err != nil {
		return nil, fmt.Errorf("read patch: %w", err)
	}
	return content, nil
}
