package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/internal/atomicfile"
	"cairn/suites"
)

// keepRecord writes a run's record and returns where it is.
func (s *session) keepRecord(w *workshop, record *suites.Record) (path string, err error) {
	if path, err = recordPath(w.stack.Ref(), record.Finished); err != nil {
		return "", err
	}
	data, err := record.Encode()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", fmt.Errorf("keep record: %w", err)
	}
	return path, atomicfile.Write(path, data, 0o644)
}

// recordPath is where a record of a stack made at a time is kept.
func recordPath(ref string, at time.Time) (string, error) {
	dir, err := stateDir()
	if err != nil {
		return "", err
	}
	name := at.UTC().Format("2006-01-02T15-04-05") + "-" + strings.ReplaceAll(ref, "@", "-") + ".json"
	return filepath.Join(dir, "records", name), nil
}

// freshLogs makes an empty folder for what the programs of a test write. There is one
// for each stack: the last test's.
func freshLogs(ref string) (string, error) {
	dir, err := stateDir()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(dir, "logs", strings.ReplaceAll(ref, "@", "-"))
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o755)); err != nil {
		return "", fmt.Errorf("logs of the test: %w", err)
	}
	return dir, nil
}
