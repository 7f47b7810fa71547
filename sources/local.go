package sources

import (
	"fmt"
	"path/filepath"

	"cairn/digest"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
)

// Local is a git repository of the person's own, on this machine: bare, with a work
// tree, or a linked work tree. Nothing but new objects is ever written to it.
type Local struct {
	path string
	db   *database
}

// OpenLocal opens the repository at path.
func OpenLocal(path string) (*Local, error) {
	var tried []string
	for _, candidate := range []string{filepath.Join(path, ".git"), path} {
		gitDir, err := gitDirectory(candidate)
		if err != nil {
			return nil, err
		}
		if gitDir == "" {
			tried = append(tried, candidate)
			continue
		}
		db, err := openDatabase(filepath.Join(gitDir, "objects"))
		if err != nil {
			return nil, err
		}
		return &Local{path, db}, nil
	}
	return nil, &NoMirrorError{Repository: path, Tried: tried}
}

// Close lets go of open files.
func (l *Local) Close() error { return l.db.close() }

// Objects returns the repository's objects. What is set in it is written there;
// Scratch keeps it from being.
func (l *Local) Objects() *Objects { return &Objects{front: l.db} }

// Resolve returns the commit that a revision names: an id, a shortened one, a
// branch, a tag, HEAD, each with ~ and ^ (gitrevisions(7)).
func (l *Local) Resolve(revision string) (digest.GitID, error) {
	if id, err := digest.ParseGitID(revision); err == nil && l.db.has(plumbing.Hash(id)) {
		return id, nil
	}
	// A linked work tree has a HEAD of its own.
	repo, err := git.PlainOpenWithOptions(l.path, &git.PlainOpenOptions{EnableDotGitCommonDir: true})
	if err != nil {
		return digest.GitID{}, fmt.Errorf("%s: %w", l.path, err)
	}
	id, err := repo.ResolveRevision(plumbing.Revision(revision))
	if err != nil {
		return digest.GitID{}, fmt.Errorf("%s has no revision %q: %w", l.path, revision, err)
	}
	return digest.GitID(*id), nil
}
