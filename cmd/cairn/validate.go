package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newValidateCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "validate",
		GroupID: groupStack,
		Short:   "Check the workspace's definitions and report every fault",
		Example: "  cairn -C my/stacks validate",
		Args:    exactArgs(),
		RunE:    func(*cobra.Command, []string) error { return runValidate(s) },
	}
}

func runValidate(s *session) error {
	ws, err := s.loadResults()
	if err != nil {
		return err
	}
	variants := 0
	for _, stack := range ws.Stacks {
		variants += len(stack.Variants)
	}
	if s.json {
		return s.printJSON(map[string]any{"workspace": ws.Name, "stacks": len(ws.Stacks), "variants": variants, "results": len(ws.Results)})
	}
	_, err = fmt.Fprintf(s.stdout, "%s: %s, %s, %s, no faults\n", ws.Name, plural(len(ws.Stacks), "stack", "stacks"), plural(variants, "variant", "variants"), plural(len(ws.Results), "result", "results"))
	return err
}
