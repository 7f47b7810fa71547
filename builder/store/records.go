package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Records returns the records of all actions whose key begins with the hex digits
// prefix and whose name begins with name, the newest first. Their outputs may have
// left the store.
func (s *Store) Records(prefix, name string) ([]Record, error) {
	dir := filepath.Join(s.dir, "actions")
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read records: %w", err)
	}
	var found []Record
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") || !strings.HasPrefix(entry.Name(), prefix) {
			continue
		}
		r, ok, err := readRecord(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, err
		}
		if ok && strings.HasPrefix(r.Name, name) {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b Record) int { return b.Finished.Compare(a.Finished) })
	return found, nil
}
