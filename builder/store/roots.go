package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"cairn/digest"
	"cairn/internal/atomicfile"
)

// SetRoot says that the digests are wanted under a name ("lock/ember"), in place
// of what the name held before. No digests removes the root.
func (s *Store) SetRoot(name string, digests []digest.Digest) error {
	dir, err := s.Folder("roots")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, fileName(name))
	if len(digests) == 0 {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove root %s: %w", name, err)
		}
		return nil
	}
	text, err := json.Marshal(digests)
	if err != nil {
		return fmt.Errorf("root %s: %w", name, err)
	}
	return atomicfile.Write(path, append(text, '\n'), 0o644)
}

// Roots returns all roots.
func (s *Store) Roots() (map[string][]digest.Digest, error) {
	roots := map[string][]digest.Digest{}
	entries, err := os.ReadDir(filepath.Join(s.dir, "roots"))
	if errors.Is(err, fs.ErrNotExist) {
		return roots, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read roots: %w", err)
	}
	for _, entry := range entries {
		escaped, ok := strings.CutSuffix(entry.Name(), ".json")
		if !ok || strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		name, err := url.PathUnescape(escaped)
		if err != nil {
			return nil, fmt.Errorf("read root %s: %w", entry.Name(), err)
		}
		text, err := os.ReadFile(filepath.Join(s.dir, "roots", entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("read root %s: %w", name, err)
		}
		var digests []digest.Digest
		if err := json.Unmarshal(text, &digests); err != nil {
			return nil, fmt.Errorf("read root %s: %w", name, err)
		}
		roots[name] = digests
	}
	return roots, nil
}
