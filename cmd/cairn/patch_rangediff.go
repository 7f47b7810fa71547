package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"cairn/patches"

	"github.com/spf13/cobra"
)

func newPatchRangeDiffCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "range-diff OLD NEW",
		Short: "Show what changed between two versions of a series",
		Long: `Pair the patches of two versions of a series, each a folder or one file, and show
the difference of their diffs (git-range-diff(1)). In a folder, patches are the files
with ".patch" or ".diff" in their name.`,
		Example: "  cairn patch range-diff patches/ rebased/",
		Args:    exactArgs("the OLD folder", "the NEW folder"),
		RunE: func(c *cobra.Command, args []string) error {
			return runPatchRangeDiff(c.Context(), s, args[0], args[1])
		},
	}
}

func runPatchRangeDiff(ctx context.Context, s *session, old, created string) error {
	before, err := s.readSeries(ctx, old)
	if err != nil {
		return err
	}
	after, err := s.readSeries(ctx, created)
	if err != nil {
		return err
	}
	pairs, err := patches.RangeDiff(before, after)
	if err != nil {
		return err
	}
	if s.json {
		return s.printJSON(pairs)
	}
	_, err = s.stdout.Write(patches.FormatRangeDiff(pairs))
	return err
}

// readSeries reads the patch files of a folder in the order of their names.
func (s *session) readSeries(ctx context.Context, path string) ([]patches.Input, error) {
	names := []string{path}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		entries, err := os.ReadDir(path)
		if err != nil {
			return nil, fmt.Errorf("read series: %w", err)
		}
		names = nil
		for _, entry := range entries {
			if entry.Type().IsRegular() && patchFile.MatchString(entry.Name()) {
				names = append(names, filepath.Join(path, entry.Name()))
			}
		}
		slices.Sort(names)
	}
	var series []patches.Input
	for _, name := range names {
		content, err := s.readPatch(ctx, name)
		if err != nil {
			return nil, err
		}
		series = append(series, patches.Input{Name: filepath.Base(name), Content: content})
	}
	return series, nil
}
