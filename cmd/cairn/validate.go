package main

import (
	"errors"
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

// validation is "cairn validate --json". The counts are of a workspace without faults.
type validation struct {
	Valid     bool    `json:"valid"`
	Workspace string  `json:"workspace,omitempty"`
	Stacks    int     `json:"stacks"`
	Variants  int     `json:"variants"`
	Results   int     `json:"results"`
	Faults    []fault `json:"faults"`
}

func runValidate(s *session) error {
	ws, err := s.loadResults()
	var faults *diagnosticsError
	if s.json && errors.As(err, &faults) {
		return errors.Join(s.printJSON(validation{Faults: faults.list()}), err)
	}
	if err != nil {
		return err
	}
	variants := 0
	for _, stack := range ws.Stacks {
		variants += len(stack.Variants)
	}
	if s.json {
		return s.printJSON(validation{Valid: true, Workspace: ws.Name, Stacks: len(ws.Stacks), Variants: variants, Results: len(ws.Results), Faults: []fault{}})
	}
	_, err = fmt.Fprintf(s.stdout, "%s: %s, %s, %s, no faults\n", ws.Name, plural(len(ws.Stacks), "stack", "stacks"), plural(variants, "variant", "variants"), plural(len(ws.Results), "result", "results"))
	return err
}
