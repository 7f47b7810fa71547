package main

import (
	"context"
	"fmt"

	"cairn/builder"

	"github.com/spf13/cobra"
)

func newPlanCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "plan STACK",
		GroupID: groupStack,
		Short:   "Print the actions of a build and, for each that would run, why",
		Example: "  cairn plan ember\n  cairn plan ember --json",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runPlan(c.Context(), s, args[0]) },
	}
}

func runPlan(ctx context.Context, s *session, ref string) error {
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	if s.json {
		return s.printJSON(w.plan)
	}
	waiting := 0
	for _, action := range w.plan.Actions {
		if action.State != builder.Done {
			waiting++
		}
	}
	verb := "actions would run"
	if waiting == 1 {
		verb = "action would run"
	}
	fmt.Fprintf(s.stdout, "%d of %d %s\n", waiting, len(w.plan.Actions), verb)
	for _, action := range w.plan.Actions {
		if action.State != builder.Done {
			printReasons(s, action)
		}
	}
	return nil
}

func printReasons(s *session, action *builder.Action) {
	name := fmt.Sprintf("%s (%s)", action.Build, action.Kind)
	if action.State == builder.Waits {
		fmt.Fprintf(s.stdout, "  %s   waits: its inputs decide\n", name)
		return
	}
	for i, reason := range action.Why {
		lead := fmt.Sprintf("  %s   because", name)
		if i > 0 {
			lead = fmt.Sprintf("  %*s   and    ", len(name), "")
		}
		line := fmt.Sprintf("%s  %s", lead, reason.Input)
		if reason.Was != "" || reason.Now != "" {
			was, now := parted(reason.Was, reason.Now)
			line += fmt.Sprintf(" moved: %s → %s", was, now)
		}
		if reason.Attribute != "" {
			line += "   " + reason.Attribute
		}
		fmt.Fprintln(s.stdout, line)
	}
}

// parted cuts two values to what a person can compare; of long ones that begin
// alike, to where they part.
func parted(was, now string) (string, string) {
	const before, after = 12, 26
	a, b := []rune(was), []rune(now)
	if len(a) <= before+after || len(b) <= before+after {
		return abbreviated(was), abbreviated(now)
	}
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	if at <= before+after/2 {
		return abbreviated(was), abbreviated(now)
	}
	window := func(value []rune) string {
		end := min(len(value), at+after/2)
		text := "…" + string(value[max(0, at-before):end])
		if end < len(value) {
			text += "…"
		}
		return text
	}
	return window(a), window(b)
}

// abbreviated cuts a digest or a long value to what a person can compare.
func abbreviated(value string) string {
	switch {
	case value == "":
		return "(nothing)"
	case len(value) > 40:
		return value[:24] + "…"
	}
	return value
}
