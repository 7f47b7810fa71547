package sources

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"cairn/digest"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/config"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/go-git/go-git/v5/storage"
)

// Local is a git repository of the person's own, on this machine: bare, with a work
// tree, or a linked work tree. Nothing but new objects is ever written to it.
type Local struct {
	path, gitDir string
	db           *database
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
		return &Local{path, gitDir, db}, nil
	}
	return nil, &NoMirrorError{Repository: path, Tried: tried}
}

// Close lets go of open files.
func (l *Local) Close() error { return l.db.close() }

// Objects returns the repository's objects. What is set in it is written there;
// Scratch keeps it from being.
func (l *Local) Objects() *Objects { return &Objects{front: l.db} }

// Resolve returns the commit that a revision names: an id, a shortened one, a
// branch, a tag, HEAD, each with ~ and ^ (gitrevisions(7)). What is short for several
// commits is an AmbiguousError.
func (l *Local) Resolve(revision string) (digest.GitID, error) {
	if id, err := digest.ParseGitID(revision); err == nil && l.db.has(plumbing.Hash(id)) {
		return id, nil
	}
	// Go-git takes whatever may be a shortened id for one, and of several the first. But
	// a reference of that name (llama.cpp's tags are b1234) comes first.
	parts := shortened.FindStringSubmatch(revision)
	named := parts != nil && l.isReference(parts[1])
	if parts != nil && !named {
		id, found, err := l.complete(parts[1])
		if err != nil || found && parts[2] == "" {
			return id, err
		}
		if found {
			revision = id.String() + parts[2]
		}
	}
	// A linked work tree has a HEAD of its own.
	repo, err := git.PlainOpenWithOptions(l.path, &git.PlainOpenOptions{EnableDotGitCommonDir: true})
	if err != nil {
		return digest.GitID{}, fmt.Errorf("%s: %w", l.path, err)
	}
	from := repo.Storer
	if repo, err = git.Open(&localStorage{l.Objects(), l.db, from, from, from, from, from}, nil); err != nil {
		return digest.GitID{}, fmt.Errorf("%s: %w", l.path, err)
	}
	name := revision
	if named {
		name = referenced(repo, parts[1]) + parts[2]
	}
	id, err := repo.ResolveRevision(plumbing.Revision(name))
	if err != nil {
		return digest.GitID{}, fmt.Errorf("%s has no revision %q: %w", l.path, revision, err)
	}
	return digest.GitID(*id), nil
}

// shortened is a revision that begins with what may be a shortened id.
var shortened = regexp.MustCompile(`^([0-9a-f]{4,39})([~^].*)?$`)

// complete returns the commit that a shortened id is of, and false where it is of none.
func (l *Local) complete(short string) (digest.GitID, bool, error) {
	prefix, err := hex.DecodeString(short[:len(short)&^1])
	if err != nil {
		return digest.GitID{}, false, err
	}
	ids, err := l.db.withPrefix(prefix)
	if err != nil {
		return digest.GitID{}, false, err
	}
	found := map[string]bool{}
	var commit digest.GitID
	for _, id := range ids {
		kind, _, err := l.db.read(id)
		if err != nil || kind != plumbing.CommitObject && kind != plumbing.TagObject || !strings.HasPrefix(id.String(), short) {
			continue
		}
		found[id.String()] = true
		if kind == plumbing.CommitObject {
			commit = digest.GitID(id)
		}
	}
	if len(found) > 1 {
		return digest.GitID{}, false, &AmbiguousError{Repository: l.path, Short: short, IDs: slices.Sorted(maps.Keys(found))}
	}
	return commit, commit != digest.GitID{}, nil
}

// referenced is the id of the commit or tag that a short name is of, or the name.
func referenced(repo *git.Repository, short string) string {
	for _, rule := range plumbing.RefRevParseRules {
		ref, err := repo.Reference(plumbing.ReferenceName(fmt.Sprintf(rule, short)), true)
		if err != nil {
			continue
		}
		if tag, err := repo.TagObject(ref.Hash()); err == nil {
			return tag.Target.String()
		}
		return ref.Hash().String()
	}
	return short
}

// isReference says whether there may be a reference of that short name, without go-git's
// list of all (gitrepository-layout(5), refs and packed-refs).
func (l *Local) isReference(short string) bool {
	packed, _ := os.ReadFile(filepath.Join(l.gitDir, "packed-refs"))
	return slices.ContainsFunc(plumbing.RefRevParseRules, func(rule string) bool {
		name := fmt.Sprintf(rule, short)
		_, err := os.Stat(filepath.Join(l.gitDir, filepath.FromSlash(name)))
		return err == nil || bytes.Contains(packed, []byte(" "+name+"\n"))
	})
}

// localStorage is a repository as go-git reads it, but for its objects: to find one,
// go-git makes a table of all.
type localStorage struct {
	*Objects
	db *database
	storer.ReferenceStorer
	storer.ShallowStorer
	storer.IndexStorer
	config.ConfigStorer
	storage.ModuleStorer
}

// HashesWithPrefix is what go-git asks for shortened ids.
func (s *localStorage) HashesWithPrefix(prefix []byte) ([]plumbing.Hash, error) {
	return s.db.withPrefix(prefix)
}
