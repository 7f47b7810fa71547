// Package bundles holds the file that carries a stack into a room without network: an
// index and the entries that it names, in a tar archive in zstd, the same bytes for
// the same content.
//
// Every entry is proved against the index as it is read, and the index can be signed;
// what the entries are, and what becomes of them, is the caller's matter (cmd/cairn).
//
// The archive holds, in this order: "cairn-bundle.json", the Index; if it is signed,
// "cairn-bundle.sig", containers/signatures' bundle over the index; the entries in the
// order of the index.
package bundles

import (
	"fmt"
	"io/fs"
	"math"
	"strings"
	"time"

	"cairn/digest"
)

// Schema names the form of a bundle.
const Schema = "cairn-bundle-v1"

// IndexType is what is signed: the bytes of the index.
const IndexType = "application/vnd.cairn.bundle.index.v1+json"

const (
	indexName     = "cairn-bundle.json"
	signatureName = "cairn-bundle.sig"

	maxIndexBytes     = 256 << 20
	maxSignatureBytes = 512 << 20 // a signed index holds the index
)

// Kind tells what an entry is.
type Kind string

// The kinds of entry.
const (
	Workspace Kind = "workspace" // a file of the workspace; Name is its path there
	Git       Kind = "git"       // objects of a repository, as sources.WriteObjects writes; Name is its URL
	File      Kind = "file"      // a file of the store; Name is its digest
	Tree      Kind = "tree"      // a tree of the store, as store.PackTree writes; Name is its digest
	Record    Kind = "record"    // the record of an action, JSON; Name is its key
)

// Index says what a bundle holds.
type Index struct {
	Schema string `json:"schema"`
	// Stack is the reference of what the bundle carries: "ember@host".
	Stack string `json:"stack"`
	// Lock is the digest of its lock.
	Lock    digest.Digest `json:"lock"`
	Entries []Entry       `json:"entries"`
	// Stripped are inputs that were left out, for they may not be passed on.
	Stripped []Stripped `json:"stripped,omitempty"`
}

// Entry is one content of a bundle.
type Entry struct {
	Kind      Kind          `json:"kind"`
	Name      string        `json:"name"`
	SHA256    digest.Digest `json:"sha256"` // of the entry's bytes
	SizeBytes int64         `json:"size_bytes"`
}

// Stripped is one input that the receiver must get from its maker.
type Stripped struct {
	Name    string        `json:"name"`
	SHA256  digest.Digest `json:"sha256"`
	Licence string        `json:"licence"`
	Reason  string        `json:"reason"`
}

// path is the entry's name in the archive: by kind and number, so that no name from
// outside decides about it.
func (e Entry) path(i int) string { return fmt.Sprintf("%s/%06d", e.Kind, i) }

// id is what messages call the entry: "file sha256:…".
func (e Entry) id() string { return string(e.Kind) + " " + e.Name }

// Fault says what in a bundle is not as it must be.
type Fault struct {
	Bundle string // the file
	Entry  string // "file sha256:…"; empty for the bundle as a whole
	Reason string
}

func (e *Fault) Error() string {
	if e.Entry == "" {
		return fmt.Sprintf("bundle %s is refused: %s", e.Bundle, e.Reason)
	}
	return fmt.Sprintf("bundle %s is refused: %s: %s", e.Bundle, e.Entry, e.Reason)
}

// SizeBytes is what all entries take as files, and the most that Read writes.
func (x *Index) SizeBytes() (sum int64) {
	for _, e := range x.Entries {
		if sum += e.SizeBytes; sum < 0 {
			return math.MaxInt64
		}
	}
	return sum
}

// check says why no Write has written the index; empty where one may have.
func (x *Index) check() string {
	if x.Schema != Schema {
		return fmt.Sprintf("it is of form %q, this version of cairn reads %q", x.Schema, Schema)
	}
	seen := map[string]bool{}
	for _, e := range x.Entries {
		id := e.id()
		switch {
		case seen[id]:
			return id + " is there twice"
		case e.SizeBytes < 0 || e.SHA256.IsZero():
			return id + " has no size or digest"
		case e.Kind == Workspace && (!fs.ValidPath(e.Name) || e.Name == "." || strings.Contains(e.Name, "\\")):
			return id + " is no path within a workspace"
		}
		switch e.Kind {
		case Workspace, Git:
		case File, Tree, Record:
			if _, err := digest.Parse(e.Name); err != nil {
				return id + " is no digest"
			}
		default:
			return "it has entries of a kind that is not known: " + string(e.Kind)
		}
		seen[id] = true
	}
	return ""
}

// epoch is the time of all entries.
var epoch = time.Unix(0, 0)
