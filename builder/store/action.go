package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"cairn/digest"
	"cairn/internal/atomicfile"
)

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
	PeakTotalBytes int64         `json:"peak_total_bytes"` // all processes that lived at once, together
	Jobs           int           `json:"jobs"`             // how many it was run with
	// Most is the most that this and earlier runs of the name took; zero in records
	// of programs that did not remember it.
	Most Taken `json:"most,omitzero"`
}

// Taken is the memory that runs were seen to use.
type Taken struct {
	RSSBytes   int64 `json:"rss_bytes"`   // the largest single process
	TotalBytes int64 `json:"total_bytes"` // all processes together
	Jobs       int   `json:"jobs"`        // how many there were at the time of TotalBytes
}

// Taken is what the next run is to be planned with.
func (r *Record) Taken() Taken {
	if r.Most != (Taken{}) {
		return r.Most
	}
	return Taken{RSSBytes: r.PeakRSSBytes, TotalBytes: max(r.PeakTotalBytes, r.PeakRSSBytes), Jobs: r.Jobs}
}

// Input is one named thing that an action depended on: a digest or a short value.
type Input struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// PutAction stores r under key, and as the newest record of its name.
func (s *Store) PutAction(key digest.Digest, r Record) error {
	r.Key = key
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("record %s: %w", r.Name, err)
	}
	text = append(text, '\n')
	done, err := s.shareSweep()
	if err != nil {
		return fmt.Errorf("record %s: %w", r.Name, err)
	}
	defer done()
	actions, err := s.Folder("actions")
	if err != nil {
		return err
	}
	last, err := s.Folder("last")
	if err != nil {
		return err
	}
	if err := atomicfile.Write(filepath.Join(actions, key.Hex()+".json"), text, 0o444); err != nil {
		return err
	}
	return atomicfile.Write(filepath.Join(last, fileName(r.Name)), text, 0o644)
}

// Action returns the record under key. A record whose output is no longer in the
// store counts as absent.
func (s *Store) Action(key digest.Digest) (Record, bool, error) {
	r, ok, err := readRecord(s.actionPath(key))
	if err != nil || !ok {
		return Record{}, false, err
	}
	if _, kept := s.Tree(r.Output); !kept || r.Key != key {
		return Record{}, false, nil
	}
	return r, true, nil
}

// Last returns the newest record of an action name, whether or not its output is
// still kept.
func (s *Store) Last(name string) (Record, bool, error) {
	return readRecord(filepath.Join(s.dir, "last", fileName(name)))
}

func (s *Store) actionPath(key digest.Digest) string {
	return filepath.Join(s.dir, "actions", key.Hex()+".json")
}

func readRecord(path string) (Record, bool, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Record{}, false, nil
	}
	if err != nil {
		return Record{}, false, fmt.Errorf("read record: %w", err)
	}
	var r Record
	if err := json.Unmarshal(text, &r); err != nil {
		return Record{}, false, fmt.Errorf("read record %s: %w", path, err)
	}
	return r, true, nil
}

// fileName makes any name one path element.
func fileName(name string) string { return url.PathEscape(name) + ".json" }
