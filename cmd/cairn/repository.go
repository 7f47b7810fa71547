package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cairn/lockfiles"
	"cairn/sources"
	"cairn/stacks"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
)

// openRepository opens a git repository by path, or "embedded:NAME".
func (s *session) openRepository(ctx context.Context, name string) (*openedRepository, error) {
	if embedded, ok := strings.CutPrefix(name, "embedded:"); ok {
		return s.openEmbedded(ctx, embedded)
	}
	if strings.Contains(name, "://") && !strings.HasPrefix(name, "file://") {
		return nil, usageError{message: fmt.Sprintf("%s is a URL", sources.Redact(name)), hint: "--repo names a git repository on this machine"}
	}
	local, err := sources.OpenLocal(name)
	var none *sources.NoMirrorError
	if errors.As(err, &none) {
		return nil, usageError{message: fmt.Sprintf("%s is not a git repository: tried %s", name, strings.Join(none.Tried, ", ")), hint: "name one with --repo R"}
	}
	if err != nil {
		return nil, usageError{message: fmt.Sprintf("%s is not a git repository: %v", name, err), hint: "name one with --repo R"}
	}
	return &openedRepository{
		objects: local.Objects(),
		resolve: func(revision string) (plumbing.Hash, error) {
			id, err := local.Resolve(revision)
			var ambiguous *sources.AmbiguousError
			if err != nil && !errors.As(err, &ambiguous) {
				err = &sources.NoRevisionError{Repository: name, Revision: revision}
			}
			return plumbing.Hash(id), revisionError(err)
		},
		heads: func() ([]plumbing.Hash, error) { return branches(name) },
	}, nil
}

// branches are the tips of a repository's branches.
func branches(path string) ([]plumbing.Hash, error) {
	repository, err := git.PlainOpenWithOptions(path, &git.PlainOpenOptions{EnableDotGitCommonDir: true})
	if err != nil {
		return nil, fmt.Errorf("open repository %s: %w", path, err)
	}
	references, err := repository.References()
	if err != nil {
		return nil, fmt.Errorf("read the branches of %s: %w", path, err)
	}
	var heads []plumbing.Hash
	err = references.ForEach(func(ref *plumbing.Reference) error {
		if ref.Type() == plumbing.HashReference && (ref.Name().IsBranch() || ref.Name().IsRemote()) {
			heads = append(heads, ref.Hash())
		}
		return nil
	})
	return heads, err
}

// openEmbedded opens a history that the binary carries; revisions are ids, also
// abbreviated, and the names of its commits.
func (s *session) openEmbedded(ctx context.Context, name string) (*openedRepository, error) {
	commits, err := sources.EmbeddedHeads(name)
	var unknown *sources.NoEmbeddedError
	if errors.As(err, &unknown) {
		hint := "name a git repository, or embedded:" + strings.Join(unknown.Known, ", embedded:")
		if near := stacks.Near(name, unknown.Known); near != "" {
			hint = fmt.Sprintf("did you mean embedded:%s?", near)
		}
		return nil, usageError{message: err.Error(), hint: hint}
	}
	if err != nil {
		return nil, err
	}
	repositories, err := s.repositories(nil)
	if err != nil {
		return nil, err
	}
	newest := commits[len(commits)-1]
	pin := lockfiles.Pin{Upstream: name, Embedded: name, Revision: newest.Commit}
	objects, err := repositories.History(ctx, pin)
	if err != nil {
		return nil, err
	}
	return &openedRepository{
		objects: objects,
		resolve: func(revision string) (plumbing.Hash, error) {
			id, err := repositories.Revision(ctx, pin, revision)
			return plumbing.Hash(id), revisionError(err)
		},
		heads: func() ([]plumbing.Hash, error) { return []plumbing.Hash{plumbing.Hash(newest.Commit)}, nil },
	}, nil
}

// revisionError is what a name that is of no commit, or of several, is to a person.
func revisionError(err error) error {
	var ambiguous *sources.AmbiguousError
	var unknown *sources.NoRevisionError
	switch {
	case errors.As(err, &ambiguous) && strings.Contains(ambiguous.IDs[0], "refs/"):
		return usageError{message: ambiguous.Error(), hint: "name the tag refs/tags/" + ambiguous.Short + " or the branch refs/heads/" + ambiguous.Short}
	case errors.As(err, &ambiguous):
		return usageError{message: ambiguous.Error(), hint: "name more of its digits"}
	case errors.As(err, &unknown):
		return usageError{message: unknown.Error(), hint: "name a commit id, a branch or a tag"}
	}
	return err
}
