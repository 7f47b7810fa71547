package sources

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cairn/digest"
	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing"
)

// NoRevisionError says that an upstream has no commit of a name.
type NoRevisionError struct {
	Repository string // where it was looked for, without credentials
	Revision   string
	// Why says more where the name is not simply unknown; "" otherwise.
	Why string
}

func (e *NoRevisionError) Error() string {
	text := fmt.Sprintf("%s has no commit %q", e.Repository, e.Revision)
	if e.Why != "" {
		text += ": " + e.Why
	}
	return text
}

// Revision returns the commit of the pin's upstream that a name is of: an id, a shortened
// one, a tag, a branch, HEAD (gitrevisions(7)), or the name of an embedded commit. What
// the pin's own revision is does not matter. A name that a tag and a branch of different
// commits have, and a shortened id of several, is an *AmbiguousError: a pin is one
// immutable commit. Of a server, tags and branches are asked for, and shortened ids are
// looked up among what was fetched of it. Nothing is fetched.
func (r *Repositories) Revision(ctx context.Context, pin lockfiles.Pin, name string) (digest.GitID, error) {
	id, err := r.revision(ctx, pin, name)
	if err != nil {
		return digest.GitID{}, fmt.Errorf("upstream %s: %w", pin.Upstream, err)
	}
	return id, nil
}

func (r *Repositories) revision(ctx context.Context, pin lockfiles.Pin, name string) (digest.GitID, error) {
	if pin.Embedded != "" {
		return embeddedRevision(pin.Embedded, name)
	}
	where, err := r.locate(pin.Git)
	if err != nil {
		return digest.GitID{}, err
	}
	if where.dir != "" {
		return r.localRevision(ctx, where, name)
	}
	if id, err := digest.ParseGitID(name); err == nil {
		return id, nil // whether it is there shows when it is fetched
	}
	repo, err := r.repository(folderName(pin.Git))
	if err != nil {
		return digest.GitID{}, err
	}
	fetched := &Local{path: where.name(), db: repo.db}
	if parts := shortened.FindStringSubmatch(name); parts != nil && parts[2] == "" {
		if id, found, err := fetched.complete(parts[1]); found || err != nil {
			return id, err
		}
	}
	if r.options.Offline {
		return digest.GitID{}, fmt.Errorf("look for %q in %s: %w", name, where.name(), ErrOffline)
	}
	references, err := r.listRemote(ctx, where)
	if err != nil {
		return digest.GitID{}, fmt.Errorf("list the tags and branches of %s: %w", where.name(), &redactedError{err})
	}
	id, err := pick(where, references, name)
	var unknown *NoRevisionError
	if errors.As(err, &unknown) && shortened.MatchString(name) {
		unknown.Why = "a server completes no shortened ids"
	}
	return id, err
}

// embeddedRevision takes ids, also shortened, the names of commits, and HEAD.
func embeddedRevision(embedded, name string) (digest.GitID, error) {
	commits, err := EmbeddedHeads(embedded)
	if err != nil {
		return digest.GitID{}, err
	}
	found := map[string]digest.GitID{}
	for _, commit := range commits {
		if commit.Slug == name {
			return commit.Commit, nil
		}
		if id := commit.Commit.String(); len(name) >= 4 && strings.HasPrefix(id, name) {
			found[id] = commit.Commit
		}
	}
	where := "embedded:" + embedded
	switch {
	case name == "HEAD" && len(commits) > 0:
		return commits[len(commits)-1].Commit, nil
	case len(found) > 1:
		return digest.GitID{}, ambiguous(where, name, found)
	}
	for _, id := range found {
		return id, nil
	}
	return digest.GitID{}, &NoRevisionError{Repository: where, Revision: name}
}

// localRevision looks into a git directory on this machine.
func (r *Repositories) localRevision(ctx context.Context, where location, name string) (digest.GitID, error) {
	db, err := r.mirror(where.dir)
	if err != nil {
		return digest.GitID{}, err
	}
	local := &Local{path: where.dir, gitDir: where.dir, db: db}
	if id, err := digest.ParseGitID(name); err != nil && local.isReference(name) {
		if err := local.oneReference(ctx, where, name); err != nil {
			return digest.GitID{}, err
		}
	} else if err == nil && !db.has(plumbing.Hash(id)) {
		return digest.GitID{}, &NoRevisionError{Repository: where.dir, Revision: name}
	}
	id, err := local.Resolve(name)
	var several *AmbiguousError
	if err != nil && !errors.As(err, &several) {
		return digest.GitID{}, &NoRevisionError{Repository: where.dir, Revision: name}
	}
	if err != nil {
		return digest.GitID{}, err
	}
	if kind, _, err := db.read(plumbing.Hash(id)); err != nil || kind != plumbing.CommitObject {
		return digest.GitID{}, &NoRevisionError{Repository: where.dir, Revision: name, Why: fmt.Sprintf("%s is a %s", id, kind)}
	}
	return id, nil
}

// oneReference refuses a name that a tag and a branch of different commits have.
func (l *Local) oneReference(ctx context.Context, where location, name string) error {
	references, err := listLocal(ctx, where)
	if err != nil {
		return err
	}
	for i, ref := range references {
		if full := ref.Name(); full.Short() == name && ref.Type() == plumbing.HashReference {
			// An annotated tag is an object of its own.
			if id, err := l.Resolve(full.String()); err == nil {
				references[i] = plumbing.NewHashReference(full, plumbing.Hash(id))
			}
		}
	}
	var several *AmbiguousError
	if _, err := pick(where, references, name); errors.As(err, &several) {
		return err
	}
	return nil // what only go-git knows, as refs/remotes, is its to find
}

// pick is the commit of a reference by its full or short name. A server shows what an
// annotated tag is of as NAME^{} (gitprotocol-pack(5)).
func pick(where location, references []*plumbing.Reference, name string) (digest.GitID, error) {
	byName := map[string]plumbing.Hash{}
	for _, ref := range references {
		if ref.Type() == plumbing.HashReference {
			byName[ref.Name().String()] = ref.Hash()
		}
	}
	for _, ref := range references {
		if target, ok := byName[ref.Target().String()]; ok && ref.Type() == plumbing.SymbolicReference {
			byName[ref.Name().String()] = target
		}
	}
	found := map[string]digest.GitID{}
	for _, rule := range []string{"%s", "refs/%s", "refs/tags/%s", "refs/heads/%s"} {
		full := fmt.Sprintf(rule, name)
		id, ok := byName[full]
		if peeled, annotated := byName[full+"^{}"]; annotated {
			id, ok = peeled, true
		}
		if ok {
			found[full] = digest.GitID(id)
		}
	}
	ids := map[digest.GitID]bool{}
	for _, id := range found {
		ids[id] = true
	}
	switch len(ids) {
	case 0:
		return digest.GitID{}, &NoRevisionError{Repository: where.name(), Revision: name}
	case 1:
		for id := range ids {
			return id, nil
		}
	}
	return digest.GitID{}, ambiguous(where.name(), name, found)
}

// ambiguous lists what a name may mean: references, or ids.
func ambiguous(where, name string, found map[string]digest.GitID) *AmbiguousError {
	e := &AmbiguousError{Repository: where, Short: name}
	for full, id := range found {
		if full != id.String() {
			full += " " + id.Short()
		}
		e.IDs = append(e.IDs, full)
	}
	slices.Sort(e.IDs)
	return e
}
