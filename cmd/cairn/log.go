package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

func newLogCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "log STACK [BUILD]",
		GroupID: groupStack,
		Short:   "Print the log of a stack's last build",
		Example: "  cairn log ember",
		Args:    cobra.RangeArgs(1, 2),
		RunE:    func(c *cobra.Command, args []string) error { return runLog(c.Context(), s, args[0], args[1:]) },
	}
}

func runLog(ctx context.Context, s *session, ref string, builds []string) error {
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	printed := false
	for _, action := range w.plan.Actions {
		if len(builds) > 0 && action.Build != builds[0] {
			continue
		}
		record, ok, err := w.store.Last(action.Name)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if err := copyFile(s.stdout, filepath.Join(w.store.Dir(), record.Log)); err != nil {
			return err
		}
		printed = true
	}
	if !printed {
		return hinted(fmt.Errorf("%s was never built here", ref), "run %q", s.command("build", ref))
	}
	return nil
}

func copyFile(w io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read log: %w", err)
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
