package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cairn/builder/store"

	"github.com/spf13/cobra"
)

func newGCCommand(s *session) *cobra.Command {
	var opts gcOptions
	c := &cobra.Command{
		Use:     "gc",
		GroupID: groupMachine,
		Short:   "Remove from the store what no lock, published image or pin needs",
		Long: `Remove from the store what no lock, published image or pin needs.

A lock keeps what the last commands on it used: sources, packages, outputs, layers.
It stops to count when its file is gone, or has moved and was built again. What a
running process uses stays in any case; several may work on the store meanwhile.`,
		Example: "  cairn gc --dry-run\n  cairn gc --keep-days 14",
		Args:    exactArgs(),
		RunE:    func(c *cobra.Command, _ []string) error { return runGC(c.Context(), s, opts) },
	}
	c.Flags().BoolVarP(&opts.dryRun, "dry-run", "n", false, "remove nothing, say what would be removed")
	c.Flags().IntVar(&opts.keepDays, "keep-days", 0, "also keep what was used within `N` days")
	return c
}

type gcOptions struct {
	dryRun   bool
	keepDays int
}

func runGC(ctx context.Context, s *session, opts gcOptions) error {
	if opts.keepDays < 0 {
		return usageError{message: "--keep-days wants a number of days, 0 or more", hint: `run "cairn gc --help"`}
	}
	st, err := s.store()
	if err != nil {
		return err
	}
	start := time.Now()
	c, err := st.Collect(ctx, store.CollectOptions{Keep: time.Duration(opts.keepDays) * 24 * time.Hour, DryRun: opts.dryRun})
	if err != nil {
		return interrupted(ctx, err)
	}
	if s.json {
		return s.printJSON(struct {
			Store  string `json:"store"`
			DryRun bool   `json:"dry_run"`
			*store.Collected
		}{st.Dir(), opts.dryRun, c})
	}
	verb := "removed"
	if opts.dryRun {
		verb = "would go"
	}
	for _, r := range c.Removed {
		s.stage(verb, fmt.Sprintf("%-10s  %-40s %9s", r.Kind, r.Name, megabytes(r.SizeBytes)), 0)
	}
	var stays []string
	for _, part := range []struct {
		n   int
		why string
	}{{c.Rooted, "for roots"}, {c.InUse, "in use by running processes"}, {c.Young, fmt.Sprintf("used within %s", plural(opts.keepDays, "day", "days"))}} {
		if part.n > 0 {
			stays = append(stays, fmt.Sprintf("%d %s", part.n, part.why))
		}
	}
	if len(stays) > 0 {
		s.stage("kept", strings.Join(stays, " · "), 0)
	}
	if len(c.Removed) == 0 {
		s.stage("gc", "nothing to remove", time.Since(start))
		return nil
	}
	verb = "freed"
	if opts.dryRun {
		verb = "would free"
	}
	s.stage("gc", verb+" "+megabytes(c.FreedBytes), time.Since(start))
	return nil
}

// megabytes writes a size for people, in decimal units as df -H does.
func megabytes(bytes int64) string {
	switch {
	case bytes >= 10e9:
		return fmt.Sprintf("%.1f GB", float64(bytes)/1e9)
	case bytes >= 1e5 || bytes == 0:
		return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
	}
	return fmt.Sprintf("%.1f kB", float64(bytes)/1e3)
}
