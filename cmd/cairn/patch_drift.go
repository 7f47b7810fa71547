package main

import (
	"context"
	"fmt"
	"path/filepath"
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
		Args:    cobra.MinimumNArgs(1),
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
	inputs, err := opts.inputs(s, names)
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
	fmt.Fprintf(s.stdout, "%s in %s over %s commits\n", plural(report.Summary.Hunks, "hunk", "hunks"), plural(report.Summary.Files, "file", "files"), thousands(int64(report.Commits)))
	several := len(report.Patches) > 1
	for _, group := range report.Summary.Groups {
		fmt.Fprintf(s.stdout, "%5d  %s\n", group.Hunks, describeGroup(&group))
		if group.Fate == patches.Applies {
			continue
		}
		for _, place := range group.Places {
			where := fmt.Sprintf("%s: %s", place.Path, hunkNumbers(place.Hunks))
			if several {
				where = filepath.Base(place.File) + "  " + where
			}
			fmt.Fprintf(s.stdout, "         %s\n", where)
		}
	}
	if each {
		s.printDriftHunks(report)
	}
	switch {
	case report.Clean == nil:
		fmt.Fprintln(s.stdout, "not clean at the base itself")
	case report.Clean.ID == report.To.ID:
		fmt.Fprintln(s.stdout, "clean at every commit")
	default:
		fmt.Fprintf(s.stdout, "clean up to %.10s (%s after the base)\n", report.Clean.ID, plural(report.Clean.After, "commit", "commits"))
	}
}

func describeGroup(group *patches.DriftGroup) string {
	verb := map[patches.Fate][2]string{
		patches.Applies:      {"applies at the newest commit", "apply at the newest commit"},
		patches.Breaks:       {"breaks", "break"},
		patches.HasLanded:    {"landed", "landed"},
		patches.NeverApplies: {"never applies", "never apply"},
	}[group.Fate]
	text := verb[1]
	if group.Hunks == 1 {
		text = verb[0]
	}
	if group.Break == nil || group.Fate == patches.Applies {
		return text
	}
	preposition := " at "
	if group.Fate == patches.HasLanded {
		preposition = " in "
	}
	commit := &group.Break.Commit
	if group.Break.Brought != nil {
		commit = group.Break.Brought
	}
	return text + preposition + describeCommit(commit) + describeCause(group.Break)
}

func describeCause(b *patches.Break) string {
	switch b.Did {
	case patches.ChangedContext:
		return "  context changed"
	case patches.ChangedLines:
		return "  the lines themselves changed"
	case patches.MovedLines:
		if b.Line > 0 {
			return fmt.Sprintf("  moved to %s:%d", b.Path, b.Line)
		}
		return "  moved"
	case patches.RenamedFile:
		return "  file renamed to " + b.Path
	case patches.DeletedFile:
		return "  file deleted"
	case patches.CreatedFile:
		return "  file created upstream"
	case patches.ChangedType:
		return "  file changed its type"
	case patches.FollowsPatch:
		return "  follows " + filepath.Base(b.Patch)
	}
	return ""
}

func hunkNumbers(hunks []int) string {
	if len(hunks) == 1 && hunks[0] == 0 {
		return "the file itself"
	}
	var numbers []string
	for _, hunk := range hunks {
		numbers = append(numbers, fmt.Sprint(hunk))
	}
	word := "hunks "
	if len(hunks) == 1 {
		word = "hunk "
	}
	return word + strings.Join(numbers, ", ")
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
