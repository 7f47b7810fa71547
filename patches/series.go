package patches

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Entry is one patch of a series.
type Entry struct {
	Input
	// Message is the commit's, as it is; "" makes one of the file's name.
	Message string
}

// Identity is the author and committer of a series' commits.
type Identity struct {
	Name, Email string
	// When is used in whole seconds, with its zone. The commits of a series all carry it.
	When time.Time
}

// Series is what came of applying a series.
type Series struct {
	// Commit is the last commit of the chain, or the base where it has none; Tree is
	// its tree.
	Commit, Tree plumbing.Hash
	// Commits holds one commit per entry, zero from the first one on that did not apply.
	Commits []plumbing.Hash
	// Verdicts holds one verdict per entry. After one that did not apply, the others
	// are tried on the last tree that was reached.
	Verdicts []Verdict
	// Complete says that every entry applied.
	Complete bool
}

// ApplySeries applies a series to the tree of the commit base and makes a chain of
// commits of it, whose ids depend on nothing but the base, the entries and id. Objects
// are written only if every entry applies, and if no entry's Options.Check is set.
// Errors are as in Apply.
func ApplySeries(ctx context.Context, objects storer.EncodedObjectStorer, base plumbing.Hash, series []Entry, id Identity) (Series, error) {
	o := newObjects(objects)
	root, err := object.GetCommit(objects, base)
	if err != nil {
		return Series{}, fmt.Errorf("read commit %s: %w", base, err)
	}
	result := Series{Commit: base, Tree: root.TreeHash, Complete: true}
	write, reached := true, root.TreeHash
	for _, entry := range series {
		v, err := o.apply(ctx, reached, entry.Input, false)
		if err != nil {
			return Series{}, fmt.Errorf("apply %s: %w", entry.Name, err)
		}
		write = write && !entry.Options.Check
		result.Verdicts = append(result.Verdicts, v)
		result.Complete = result.Complete && v.Reached()
		if v.Reached() {
			reached = plumbing.NewHash(v.Tree)
		}
		if !result.Complete {
			result.Commits = append(result.Commits, plumbing.ZeroHash)
			continue
		}
		made := &batch{objects: o}
		result.Tree = reached
		result.Commit = made.put(plumbing.CommitObject, id.commit(reached, result.Commit, entry.message()))
		result.Commits = append(result.Commits, result.Commit)
		if err := o.keep(made); err != nil {
			return Series{}, err
		}
	}
	if write && result.Complete {
		if err := o.flush(); err != nil {
			return Series{}, err
		}
	}
	return result, nil
}

func (e *Entry) message() string {
	if e.Message != "" {
		return e.Message
	}
	return path.Base(e.Name) + "\n"
}

// commit is a commit object (git-commit-tree(1)): nothing in it is of the moment.
func (id Identity) commit(tree, parent plumbing.Hash, message string) []byte {
	// Names may not hold what ends them in the object; git drops these bytes, too.
	clean := strings.NewReplacer("\n", "", "<", "", ">", "", "\x00", "")
	who := fmt.Sprintf("%s <%s> %d %s", strings.TrimSpace(clean.Replace(id.Name)), strings.TrimSpace(clean.Replace(id.Email)), id.When.Unix(), id.When.Format("-0700"))
	var out bytes.Buffer
	fmt.Fprintf(&out, "tree %s\nparent %s\nauthor %s\ncommitter %s\n\n%s", tree, parent, who, who, message)
	return out.Bytes()
}
