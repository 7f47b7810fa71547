package sources

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"cairn/digest"
)

// An embedded upstream is a git history made from files of this package, so that
// its commit ids are the same in every binary built from the same files:
//
//	embedded/NAME/NN-slug/COMMIT   one folder a commit, in the order of their names
//	embedded/NAME/NN-slug/tree/…   the whole content of files it adds or changes
//
// COMMIT is
//
//	Name <mail>                        the author, who is the committer too
//	date: 2026-01-02T15:04:05+01:00    RFC 3339; author and commit date
//	delete: path                       any number; a folder's path deletes what is below
//	mode: 100755 path                  any number; 100644, 100755 or 120000
//
//	Subject
//
//	Body: all that follows the first empty line is the message, to the byte.
//
// Paths that a commit does not name are inherited from the one before, with their
// modes. A new file is 100644 unless a mode line says otherwise; a mode line alone
// changes the mode of an inherited file. With mode 120000 the file's content is the
// link's target. A rename is a delete and a new file. Deletes come first. A delete
// of what is not there, a mode of what is not there, and a commit that changes
// nothing are errors. The history is linear.

//go:embed all:embedded
var embedded embed.FS

// EmbeddedCommit is one commit of an embedded upstream.
type EmbeddedCommit struct {
	Commit, Tree digest.GitID
	Slug         string // the folder's name
	Subject      string
	Date         time.Time
}

// EmbeddedHeads returns the commits of the embedded upstream called name, oldest
// first. A name that the binary does not carry is a *NoEmbeddedError.
func EmbeddedHeads(name string) ([]EmbeddedCommit, error) {
	h, err := embeddedHistory(name)
	if err != nil {
		return nil, err
	}
	return slices.Clone(h.commits), nil
}

// EmbeddedNames returns the names of the embedded upstreams, sorted.
func EmbeddedNames() []string {
	entries, err := embedded.ReadDir("embedded")
	if err != nil {
		panic(err) // the folder is part of the binary
	}
	var names []string
	for _, entry := range entries {
		if entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	return names
}

// NoEmbeddedError says that the binary carries no upstream of that name.
type NoEmbeddedError struct {
	Name  string
	Known []string
}

func (e *NoEmbeddedError) Error() string {
	return fmt.Sprintf("there is no embedded upstream %q; the binary carries: %s", e.Name, strings.Join(e.Known, ", "))
}

// histories keeps what was made, by name: a history is the same each time.
var histories struct {
	sync.Mutex
	made map[string]*history
}

func embeddedHistory(name string) (*history, error) {
	histories.Lock()
	defer histories.Unlock()
	if h, ok := histories.made[name]; ok {
		return h, nil
	}
	known := EmbeddedNames()
	if !slices.Contains(known, name) {
		return nil, &NoEmbeddedError{Name: name, Known: known}
	}
	h, err := makeHistory(embedded, "embedded/"+name)
	if err != nil {
		return nil, fmt.Errorf("embedded upstream %s: %w", name, err)
	}
	if histories.made == nil {
		histories.made = map[string]*history{}
	}
	histories.made[name] = h
	return h, nil
}
