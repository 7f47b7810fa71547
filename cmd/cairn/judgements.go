package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"cairn/digest"
	"cairn/internal/atomicfile"
	"cairn/suites"
)

// keepJudgement keeps how the last try to reproduce a result went, for reports.
func keepJudgement(j *suites.Judgement) error {
	dir, err := stateDir()
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	if err := addJSON(files, "judgement", j); err != nil {
		return err
	}
	// A result's name may be anything that a definition can write.
	path := filepath.Join(dir, "reproductions", digest.Of([]byte(j.Result)).Hex()[:32]+".json")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("keep judgement: %w", err)
	}
	return atomicfile.Write(path, files["judgement"], 0o644)
}

// keptJudgements reads the judgements of this machine, the last try's first. One that
// another version wrote and that cannot be read is passed over.
func keptJudgements() ([]suites.Judgement, error) {
	dir, err := stateDir()
	if err != nil {
		return nil, err
	}
	found, err := matching(filepath.Join(dir, "reproductions"), "*.json")
	if err != nil {
		return nil, fmt.Errorf("find judgements: %w", err)
	}
	slices.SortStableFunc(found, func(a, b string) int { return modified(b).Compare(modified(a)) })
	var judgements []suites.Judgement
	for _, path := range found {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read judgement: %w", err)
		}
		var j suites.Judgement
		if err := json.Unmarshal(data, &j); err == nil && j.Result != "" && len(j.Reasons) > 0 {
			judgements = append(judgements, j)
		}
	}
	return judgements, nil
}

// modified is when a file was written, the zero time where it is gone.
func modified(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
