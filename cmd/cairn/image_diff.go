package main

import (
	"context"
	"fmt"

	"cairn/containers"

	"github.com/spf13/cobra"
)

func newImageDiffCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "diff A B",
		Short:   "Say in what two images differ: layers, files, config",
		Example: "  cairn image diff ./yesterday ./today",
		Args:    exactArgs("the layout A", "the layout B"),
		RunE:    func(c *cobra.Command, args []string) error { return runImageDiff(c.Context(), s, args[0], args[1]) },
	}
}

func runImageDiff(ctx context.Context, s *session, a, b string) error {
	left, err := containers.Open(a, "")
	if err != nil {
		return err
	}
	right, err := containers.Open(b, "")
	if err != nil {
		return err
	}
	difference, err := containers.Diff(ctx, left, right)
	if err != nil {
		return interrupted(ctx, err)
	}
	if s.json {
		return s.printJSON(difference)
	}
	if difference.Equal() {
		s.stage("same", difference.A.String(), 0)
		return nil
	}
	s.stage("a", difference.A.String(), 0)
	s.stage("b", difference.B.String(), 0)
	for _, change := range difference.Config {
		s.stage("config", fmt.Sprintf("%s: %s → %s", change.Field, orNone(change.A), orNone(change.B)), 0)
	}
	for _, layer := range difference.Layers {
		s.stage("layer", fmt.Sprintf("%s  %s", layer.Origin, layer.Status), 0)
		for _, file := range layer.Files {
			s.stage("", fmt.Sprintf("  %s  %s %s", file.Status, file.Path, file.What), 0)
		}
	}
	return nil
}

func newImageVerifyCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "verify DIR",
		Short:   "Hash every blob of an image layout again",
		Long:    `Hash every blob of an image layout again, and report what is not what its name says.`,
		Example: "  cairn image verify ./ember-image",
		Args:    exactArgs("the layout DIR"),
		RunE:    func(c *cobra.Command, args []string) error { return runImageVerify(c.Context(), s, args[0]) },
	}
}

func runImageVerify(ctx context.Context, s *session, dir string) error {
	faults, err := containers.Verify(ctx, dir)
	if err != nil {
		return interrupted(ctx, err)
	}
	if s.json {
		if err := s.printJSON(map[string]any{"layout": dir, "faults": listed(faults)}); err != nil {
			return err
		}
	}
	for i := range faults {
		fmt.Fprintln(s.stderr, faults[i].Error())
	}
	if len(faults) > 0 {
		return &shown{status: exitLock, line: fmt.Sprintf("%s in %s", plural(len(faults), "fault", "faults"), dir)}
	}
	s.stage("image", dir+": every blob is what its name says", 0)
	return nil
}
