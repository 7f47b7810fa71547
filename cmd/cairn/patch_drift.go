package main

import (
	"context"
	"fmt"
	"strings"

	"cairn/patches"

	"github.com/spf13/cobra"
)

func newPatchDriftCommand(s *session) *cobra.Command {
	var opts upstreamOptions
	var from, to string
	var each bool
	c := &cobra.Command{
		Use:   "drift --from C --to D FILE…",
		Short: "Say which upstream commit broke which hunk, and how far the series is clean",
		Long: `Try every hunk at every upstream commit from C to D that touches its file, and say
where it last applies, which commit broke it, and what that commit did. Exit 3 if
something does not apply at D.`,
		Example: "  cairn patch drift --repo llama.cpp --from db44417b --to b12074 guardfix.patch.gz.b64",
		Args:    atLeast("patch files"),
		RunE: func(c *cobra.Command, args []string) error {
			if from == "" || to == "" {
				return usageError{message: "drift wants --from C and --to D", hint: `run "cairn patch drift --help"`}
			}
			return runPatchDrift(c.Context(), s, opts, from, to, each, args)
		},
	}
	opts.flags(c)
	c.Flags().StringVar(&from, "from", "", "the commit `C` that the files apply to")
	c.Flags().StringVar(&to, "to", "", "the upstream commit `D` to look at")
	c.Flags().BoolVar(&each, "hunks", false, "list every hunk")
	return c
}

func runPatchDrift(ctx context.Context, s *session, opts upstreamOptions, from, to string, each bool, names []string) error {
	inputs, err := opts.inputs(ctx, s, names)
	if err != nil {
		return err
	}
	repository, err := s.openRepository(ctx, opts.repo)
	if err != nil {
		return err
	}
	base, err := repository.resolve(from)
	if err != nil {
		return err
	}
	newest, err := repository.resolve(to)
	if err != nil {
		return err
	}
	report, err := patches.Drift(ctx, repository.objects, base, newest, inputs)
	if err != nil {
		return interrupted(ctx, err)
	}
	if s.json {
		if err := s.printJSON(report); err != nil {
			return err
		}
	} else {
		s.printDrift(report, each)
	}
	for _, patch := range report.Patches {
		if patch.Fate != patches.Applies && patch.Fate != patches.HasLanded {
			return &shown{status: exitPatch, line: fmt.Sprintf("%s does not apply at %.8s", patch.File, report.To.ID), hint: fmt.Sprintf("run %q to move it there", "cairn patch rebase --from C --onto D FILE… -o DIR")}
		}
	}
	return nil
}

func (s *session) printDrift(report *patches.DriftReport, each bool) {
	fmt.Fprint(s.stdout, report.Text())
	if each {
		s.printDriftHunks(report)
	}
}

func (s *session) printDriftHunks(report *patches.DriftReport) {
	for _, patch := range report.Patches {
		fmt.Fprintln(s.stdout, patch.File)
		if patch.Fault != nil {
			fmt.Fprintf(s.stdout, "  %s\n", patch.Fault.Message)
		}
		var rows [][]string
		for _, hunk := range patch.Hunks {
			var flips []string
			for _, flip := range hunk.Flips {
				flips = append(flips, fmt.Sprintf("%s at %.8s", flip.State, flip.Commit.ID))
			}
			rows = append(rows, []string{"  " + hunk.Path, fmt.Sprintf("hunk %d", hunk.Index), string(hunk.Fate), strings.Join(flips, ", ")})
		}
		table(s.stdout, rows)
	}
}
