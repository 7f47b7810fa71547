package main

import (
	"context"
	"fmt"

	"cairn/builder/store"

	"github.com/spf13/cobra"
)

func newDUCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "du",
		GroupID: groupMachine,
		Short:   "Say what takes room in the store, and for whom it is kept",
		Example: "  cairn du\n  cairn du --json",
		Args:    exactArgs(),
		RunE:    func(c *cobra.Command, _ []string) error { return runDU(c.Context(), s) },
	}
}

func runDU(ctx context.Context, s *session) error {
	st, err := s.store()
	if err != nil {
		return err
	}
	usage, err := st.Usage(ctx)
	if err != nil {
		return interrupted(ctx, err)
	}
	if s.json {
		return s.printJSON(struct {
			Store string `json:"store"`
			*store.Usage
		}{st.Dir(), usage})
	}
	var rows [][]string
	for _, folder := range usage.Folders {
		rows = append(rows, []string{folder.Name, plural(folder.Entries, "entry", "entries"), megabytes(folder.SizeBytes)})
	}
	rows = append(rows, []string{"together", "", megabytes(usage.TotalBytes)})
	table(s.stdout, rows)
	if len(usage.Roots) > 0 {
		fmt.Fprintln(s.stdout)
		rows = [][]string{{"kept for", "size", "its own"}}
		for _, root := range usage.Roots {
			name := root.Name
			if root.Lapsed {
				name += " (gone)"
			}
			rows = append(rows, []string{name, megabytes(root.SizeBytes), megabytes(root.OwnBytes)})
		}
		table(s.stdout, rows)
	}
	fmt.Fprintln(s.stdout)
	if usage.UnrootedBytes > 0 {
		fmt.Fprintf(s.stdout, "%s are kept for nobody: \"cairn gc\" frees them\n", megabytes(usage.UnrootedBytes))
		return nil
	}
	fmt.Fprintln(s.stdout, "all that is there is kept for somebody")
	return nil
}
