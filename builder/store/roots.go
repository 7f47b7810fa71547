package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cairn/digest"
	"cairn/internal/atomicfile"
)

// Root says what Collect must keep, and for whom.
type Root struct {
	// Digests are trees and files; one that the store does not have is no fault.
	Digests []digest.Digest `json:"digests"`
	// Repositories are folders below git/.
	Repositories []string `json:"repositories,omitempty"`
	// Lock is the path of the file that the root stands for: once it is gone, the
	// root counts for nothing. Empty if no file decides.
	Lock string `json:"lock,omitempty"`
	// Of and Generation tell meanings of one name apart (see KeepRoot): Of is what it is
	// wanted for, such as a lock's content, Generation what came of that. Zero says nothing.
	Of         digest.Digest `json:"of,omitzero"`
	Generation digest.Digest `json:"generation,omitzero"`
	At         time.Time     `json:"at,omitzero"`
}

// lapsed reports whether the file that the root stands for is gone.
func (r Root) lapsed() bool {
	if r.Lock == "" {
		return false
	}
	_, err := os.Lstat(r.Lock)
	return errors.Is(err, fs.ErrNotExist)
}

// SetRoot says what is wanted under a name ("lock/ember"), in place of what the name
// held before.
func (s *Store) SetRoot(name string, r Root) error {
	text, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("root %s: %w", name, err)
	}
	done, err := s.shareSweep()
	if err != nil {
		return fmt.Errorf("root %s: %w", name, err)
	}
	defer done()
	dir, err := s.Folder("roots")
	if err != nil {
		return err
	}
	return atomicfile.Write(filepath.Join(dir, fileName(name)), append(text, '\n'), 0o644)
}

// KeepRoot adds to what a root of the same generation holds, and replaces one of
// another. Of the same Of, a root without a generation is of any: who does not know what
// came of a lock takes nothing from who does. Where nothing is new it writes nothing.
func (s *Store) KeepRoot(name string, r Root) error {
	old, ok, err := s.Root(name)
	if err != nil {
		return err
	}
	if ok && r.Generation.IsZero() && r.Of == old.Of {
		r.Generation = old.Generation
	}
	if ok && r.Of == old.Of && (old.Generation == r.Generation || old.Generation.IsZero()) {
		r.Digests = merged(old.Digests, r.Digests, func(a, b digest.Digest) int { return slices.Compare(a[:], b[:]) })
		r.Repositories = merged(old.Repositories, r.Repositories, strings.Compare)
		if len(r.Digests) == len(old.Digests) && len(r.Repositories) == len(old.Repositories) && r.Lock == old.Lock && r.Generation == old.Generation {
			return nil
		}
	}
	return s.SetRoot(name, r)
}

// merged returns what is in either list, sorted, once each.
func merged[T comparable](a, b []T, compare func(a, b T) int) []T {
	all := append(slices.Clone(a), b...)
	slices.SortFunc(all, compare)
	return slices.Compact(all)
}

// RemoveRoot forgets a root; one that is not there is no error.
func (s *Store) RemoveRoot(name string) error {
	err := os.Remove(filepath.Join(s.dir, "roots", fileName(name)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove root %s: %w", name, err)
	}
	return nil
}

// Root returns one root.
func (s *Store) Root(name string) (Root, bool, error) {
	text, err := os.ReadFile(filepath.Join(s.dir, "roots", fileName(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return Root{}, false, nil
	}
	if err != nil {
		return Root{}, false, fmt.Errorf("read root %s: %w", name, err)
	}
	r, err := parseRoot(text)
	if err != nil {
		return Root{}, false, fmt.Errorf("read root %s: %w", name, err)
	}
	return r, true, nil
}

func parseRoot(text []byte) (r Root, err error) {
	if strings.HasPrefix(string(text), "[") { // as cairn 0.1.0 wrote them
		return r, json.Unmarshal(text, &r.Digests)
	}
	return r, json.Unmarshal(text, &r)
}

// Roots returns all roots by name.
func (s *Store) Roots() (map[string]Root, error) {
	roots := map[string]Root{}
	entries, err := os.ReadDir(filepath.Join(s.dir, "roots"))
	if errors.Is(err, fs.ErrNotExist) {
		return roots, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read roots: %w", err)
	}
	for _, entry := range entries {
		escaped, ok := strings.CutSuffix(entry.Name(), ".json")
		if !ok {
			continue // atomicfile's work in progress
		}
		name, err := url.PathUnescape(escaped)
		if err != nil {
			return nil, fmt.Errorf("read root %s: %w", entry.Name(), err)
		}
		r, ok, err := s.Root(name)
		if err != nil {
			return nil, err
		}
		if ok {
			roots[name] = r
		}
	}
	return roots, nil
}
