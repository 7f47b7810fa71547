package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cairn/digest"
)

// Fault is one thing in the store that is not what its name says.
type Fault struct {
	Path     string `json:"path"`     // below the store's folder
	Expected string `json:"expected"` // digest or rule
	Found    string `json:"found"`
}

// Verify hashes everything again and reports each fault. Its error is about
// reading, not about faults.
func (s *Store) Verify(ctx context.Context, report func(Fault)) error {
	for _, check := range []struct {
		folder string
		entry  func(ctx context.Context, name string, report func(expected, found string)) error
	}{
		{"trees", s.verifyTree}, {"files", s.verifyFile}, {"actions", s.verifyAction}, {"last", s.verifyLast},
	} {
		entries, err := os.ReadDir(filepath.Join(s.dir, check.folder))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("verify the store: %w", err)
		}
		for _, entry := range entries {
			if err := context.Cause(ctx); err != nil {
				return err
			}
			if strings.HasPrefix(entry.Name(), ".") {
				continue // atomicfile's work in progress, or its remains
			}
			path := filepath.Join(check.folder, entry.Name())
			err := check.entry(ctx, entry.Name(), func(expected, found string) {
				report(Fault{Path: path, Expected: expected, Found: found})
			})
			if err != nil {
				return fmt.Errorf("verify %s: %w", path, err)
			}
		}
	}
	return nil
}

func (s *Store) verifyTree(ctx context.Context, name string, report func(expected, found string)) error {
	want, err := digest.Parse(name)
	if err != nil {
		report("a name of 64 hex digits", name)
		return nil
	}
	var got digest.Digest
	err = s.uses.briefly(want, func() error {
		if !s.exists("trees", want) {
			got = want // collected since the folder was read
			return nil
		}
		var err error
		got, err = HashTree(ctx, filepath.Join(s.dir, "trees", name))
		return err
	})
	var bad *EntryError
	switch {
	case errors.As(err, &bad):
		report(want.String(), bad.Error())
	case err != nil:
		return err
	case got != want:
		report(want.String(), got.String())
	}
	return nil
}

func (s *Store) verifyFile(_ context.Context, name string, report func(expected, found string)) error {
	want, err := digest.Parse(name)
	if err != nil {
		report("a name of 64 hex digits", name)
		return nil
	}
	got, err := hashFile(filepath.Join(s.dir, "files", name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // collected since the folder was read
	}
	if err == nil && got != want {
		report(want.String(), got.String())
	}
	return err
}

func (s *Store) verifyAction(_ context.Context, name string, report func(expected, found string)) error {
	key, err := digest.Parse(strings.TrimSuffix(name, ".json"))
	if err != nil {
		report("a key of 64 hex digits", name)
		return nil
	}
	// With the sweep kept out, a record and its output are there both or neither.
	done, err := s.shareSweep()
	if err != nil {
		return err
	}
	defer done()
	r, ok, err := readRecord(s.actionPath(key))
	if err != nil {
		report("a record", err.Error())
		return nil
	}
	if !ok {
		return nil // collected since the folder was read
	}
	if r.Key != key {
		report("the record of "+key.String(), "the record of "+r.Key.String())
	}
	if !s.exists("trees", r.Output) {
		report("output "+r.Output.String(), "no such tree")
	}
	return nil
}

func (s *Store) verifyLast(_ context.Context, name string, report func(expected, found string)) error {
	if _, _, err := readRecord(filepath.Join(s.dir, "last", name)); err != nil {
		report("a record", err.Error())
	}
	return nil
}
