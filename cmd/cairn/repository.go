package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cairn/lockfiles"
	"cairn/sources"

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
	if err != nil {
		return nil, usageError{message: fmt.Sprintf("%s is not a git repository: %v", name, err), hint: "name one with --repo R"}
	}
	return &openedRepository{
		objects: local.Objects(),
		resolve: func(revision string) (plumbing.Hash, error) {
			id, err := local.Resolve(revision)
			var ambiguous *sources.AmbiguousError
			if errors.As(err, &ambiguous) {
				return plumbing.ZeroHash, usageError{message: err.Error(), hint: "name more of its digits"}
			}
			if err != nil {
				return plumbing.ZeroHash, noSuchCommit(name, revision)
			}
			return plumbing.Hash(id), nil
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
	if err != nil {
		return nil, err
	}
	if len(commits) == 0 {
		return nil, usageError{message: fmt.Sprintf("no embedded upstream %q", name), hint: `"embedded:ember" is there`}
	}
	repositories, err := s.repositories(nil)
	if err != nil {
		return nil, err
	}
	newest := commits[len(commits)-1]
	objects, err := repositories.History(ctx, lockfiles.Pin{Upstream: name, Embedded: name, Revision: newest.Commit})
	if err != nil {
		return nil, err
	}
	return &openedRepository{
		objects: objects,
		resolve: func(revision string) (plumbing.Hash, error) {
			for _, commit := range commits {
				if commit.Slug == revision || len(revision) >= 4 && strings.HasPrefix(commit.Commit.String(), revision) {
					return plumbing.Hash(commit.Commit), nil
				}
			}
			if revision == "HEAD" {
				return plumbing.Hash(newest.Commit), nil
			}
			return plumbing.ZeroHash, noSuchCommit("embedded:"+name, revision)
		},
		heads: func() ([]plumbing.Hash, error) { return []plumbing.Hash{plumbing.Hash(newest.Commit)}, nil },
	}, nil
}

func noSuchCommit(repository, revision string) error {
	return usageError{message: fmt.Sprintf("%s has no commit %q", repository, revision), hint: "name a commit id, a branch or a tag"}
}
