// Package store keeps what cairn has made, by content: trees, files, the records
// of actions, their logs, and the roots that say what is still wanted.
//
// It decides nothing about builds. Whatever has a final name is whole: things are
// written to tmp/, hashed, synced and renamed. A kill at any instant leaves only
// entries below tmp/, which the next writer clears; a live process's entries are
// held by flock(2) and stay. Any number of processes may share one store.
//
// Layout below the store's folder:
//
//	trees/HEX           a tree, read-only, named by HashTree ("cairn-tree-v1")
//	files/HEX           a file, read-only, named by the sha256 of its bytes
//	actions/HEX.json    the record of an action, by key
//	last/NAME.json      the newest record of an action name
//	logs/               logs of actions
//	failed/             what failed builds left
//	roots/NAME.json     digests that must be kept
//	git/                belongs to package sources
//	cache/              derived facts that may be lost (toolchain fingerprints)
//	tmp/, locks/        work in progress
package store

import (
	"context"
	"time"

	"cairn/digest"
)

// Store is a folder of kept things. It is safe for concurrent use.
type Store struct {
	dir string
}

// Open returns the store in dir, creating the folder if there is none. It reads
// nothing else, so that a build with nothing to do stays fast.
func Open(dir string) (*Store, error) { panic("published before written") }

// Close removes this process's temporary entries. The store is not used after.
func (s *Store) Close() error { panic("published before written") }

// Dir returns the store's folder, absolute.
func (s *Store) Dir() string { return s.dir }

// Folder returns the path of a named folder of the store ("git", "cache",
// "failed"), created if absent.
func (s *Store) Folder(name string) (string, error) { panic("published before written") }

// TempDir makes an empty folder on the store's file system. It is removed by
// Close, by remove, or by a later run of any process if this one dies.
func (s *Store) TempDir() (dir string, remove func() error, err error) {
	panic("published before written")
}

// PutTree copies the folder dir into the store and returns its digest. What is
// there already is not written again.
func (s *Store) PutTree(ctx context.Context, dir string) (digest.Digest, error) {
	panic("published before written")
}

// MoveTree is PutTree for a folder that the caller gives away: it is renamed into
// the store where it lies on the same file system, else copied and removed.
func (s *Store) MoveTree(ctx context.Context, dir string) (digest.Digest, error) {
	panic("published before written")
}

// Tree returns the folder of a tree.
func (s *Store) Tree(d digest.Digest) (path string, ok bool) { panic("published before written") }

// PutFile copies the file at path into the store.
func (s *Store) PutFile(ctx context.Context, path string) (digest.Digest, error) {
	panic("published before written")
}

// PutBytes stores b as a file.
func (s *Store) PutBytes(ctx context.Context, b []byte) (digest.Digest, error) {
	panic("published before written")
}

// File returns the path of a file.
func (s *Store) File(d digest.Digest) (path string, ok bool) { panic("published before written") }

// Record says what an action was and what came out of it.
type Record struct {
	Key  digest.Digest `json:"key"`
	Name string        `json:"name"` // "ember/engine.cmake"
	Kind string        `json:"kind"` // the driver
	// Inputs are all that entered the key, by name, sorted.
	Inputs []Input `json:"inputs"`
	// Origins explain inputs to people ("patch fast-kernel", "revision") and are
	// not part of the key.
	Origins []Input       `json:"origins,omitempty"`
	Output  digest.Digest `json:"output"` // a tree
	Log     string        `json:"log"`    // a path below the store's folder
	Impure  bool          `json:"impure,omitempty"`
	Version string        `json:"version,omitempty"` // of cairn; never compared

	Finished       time.Time     `json:"finished"`
	WallTime       time.Duration `json:"wall_ns"`
	CPU            time.Duration `json:"cpu_ns"`
	PeakRSSBytes   int64         `json:"peak_rss_bytes"`   // the largest single process
	PeakTotalBytes int64         `json:"peak_total_bytes"` // all processes together, as sampled
	Jobs           int           `json:"jobs"`             // how many it was run with
}

// Input is one named thing that an action depended on: a digest or a short value.
type Input struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// PutAction stores r under key, and as the newest record of its name.
func (s *Store) PutAction(key digest.Digest, r Record) error { panic("published before written") }

// Action returns the record under key. A record whose output is no longer in the
// store counts as absent.
func (s *Store) Action(key digest.Digest) (Record, bool, error) { panic("published before written") }

// Last returns the newest record of an action name, whether or not its output is
// still kept.
func (s *Store) Last(name string) (Record, bool, error) { panic("published before written") }

// Lock waits until this caller alone holds name, in this and all other processes
// on the store. unlock must be called once.
func (s *Store) Lock(ctx context.Context, name string) (unlock func(), err error) {
	panic("published before written")
}

// SetRoot says that the digests are wanted under a name ("lock/ember"), in place
// of what the name held before. No digests removes the root.
func (s *Store) SetRoot(name string, digests []digest.Digest) error {
	panic("published before written")
}

// Roots returns all roots.
func (s *Store) Roots() (map[string][]digest.Digest, error) { panic("published before written") }

// Fault is one thing in the store that is not what its name says.
type Fault struct {
	Path     string // below the store's folder
	Expected string // digest or rule
	Found    string
}

// Verify hashes everything again and reports each fault. Its error is about
// reading, not about faults.
func (s *Store) Verify(ctx context.Context, report func(Fault)) error {
	panic("published before written")
}

// HashTree returns the digest of a folder, "cairn-tree-v1".
func HashTree(ctx context.Context, dir string) (digest.Digest, error) {
	panic("published before written")
}
