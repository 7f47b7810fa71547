package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/storage/filesystem"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/spf13/cobra"
)

func newPatchCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "patch",
		GroupID: groupPatch,
		Short:   "Inspect, apply, repair and mend patch files",
		Args:    noSuchCommand,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newPatchInspectCommand(s), newPatchApplyCommand(s), newPatchRepairCommand(s), newPatchMendCommand(s))
	return c
}

// baseOptions name the commit that patch files are tried on.
type baseOptions struct{ repo, rev string }

func (o *baseOptions) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.repo, "repo", ".", "the git repository `R`, bare or not")
	c.Flags().StringVar(&o.rev, "rev", "HEAD", "the commit `C` whose tree is the base")
}

// open returns the repository's objects and the tree of the commit.
func (o *baseOptions) open() (*git.Repository, *object.Commit, error) {
	dir, err := gitDir(o.repo)
	if err != nil {
		return nil, nil, err
	}
	storage := filesystem.NewStorageWithOptions(osfs.New(dir), cache.NewObjectLRU(64*cache.MiByte), filesystem.Options{KeepDescriptors: true})
	repository, err := git.Open(storage, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("open repository %s: %w", o.repo, err)
	}
	hash, err := repository.ResolveRevision(plumbing.Revision(o.rev))
	if err != nil {
		return nil, nil, usageError{message: fmt.Sprintf("%s has no commit %q", o.repo, o.rev), hint: "--rev takes a commit id, a branch or a tag"}
	}
	commit, err := repository.CommitObject(*hash)
	if err != nil {
		return nil, nil, fmt.Errorf("read commit %s of %s: %w", hash, o.repo, err)
	}
	return repository, commit, nil
}

// gitDir finds the git directory of a work tree or bare repository
// (gitrepository-layout(5)).
func gitDir(path string) (string, error) {
	for _, dir := range []string{filepath.Join(path, ".git"), path} {
		if _, err := os.Stat(filepath.Join(dir, "objects")); err == nil {
			return filepath.Abs(dir)
		}
	}
	return "", usageError{message: fmt.Sprintf("%s is not a git repository", path), hint: "name one with --repo R"}
}

// readFiles reads patch files; "-" is standard input.
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
