package main

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/spf13/cobra"
)

func newPatchMendCommand(s *session) *cobra.Command {
	var opts mendOptions
	c := &cobra.Command{
		Use:   "mend FILE -o OUT",
		Short: "Write a sketch anew as a well-formed git patch",
		Long: `Write a sketch anew as a well-formed git patch with full blob ids: hunks headed by
a bare "@@", wrong counts, a missing last newline, absolute paths. Only if every
hunk has exactly one exact place in the commit's tree; else the candidates are
listed and nothing is written.`,
		Example: "  cairn patch mend --repo vllm --rev c51df430 sketch.patch -o mended.patch",
		Args:    exactArgs("a patch FILE"),
		RunE:    func(c *cobra.Command, args []string) error { return runPatchMend(c.Context(), s, opts, args[0]) },
	}
	opts.flags(c)
	c.Flags().StringVarP(&opts.out, "output", "o", "", "write the mended patch to `OUT`")
	return c
}

type mendOptions struct {
	baseOptions
	out string
}

func runPatchMend(ctx context.Context, s *session, opts mendOptions, name string) error {
	if opts.out == "" {
		return usageError{message: "mend wants to know where to write", hint: fmt.Sprintf("run %q", "cairn patch mend "+name+" -o OUT")}
	}
	content, err := s.readPatch(ctx, name)
	if err != nil {
		return err
	}
	repository, commit, err := opts.open(ctx, s)
	if err != nil {
		return err
	}
	mended, err := patches.Mend(ctx, repository.objects, plumbing.Hash(commit.TreeHash), name, content)
	if err != nil {
		return fmt.Errorf("mend %s: %w", name, err)
	}
	if s.json {
		if err := s.printJSON(mended); err != nil {
			return err
		}
	} else {
		s.printMended(mended)
	}
	if mended.Diff == nil {
		message, hint := "not every hunk has exactly one place", "try the commit it was cut from, with --rev"
		if mended.Fault != nil {
			message, hint = mended.Fault.Message, cmp.Or(mended.Fault.Hint, hint)
		}
		return &shown{status: exitPatch, line: fmt.Sprintf("%s cannot be mended on %s: %s", name, commit.Hash.String()[:8], message), hint: hint}
	}
	if err := writeNew(opts.out, mended.Diff); err != nil {
		return err
	}
	s.stage("tree", mended.Tree, 0)
	s.stage("written", opts.out, 0)
	return nil
}

func (s *session) printMended(mended *patches.Mended) {
	for _, file := range mended.Files {
		name := file.Path
		switch {
		case name == "" && len(file.Paths) == 0:
			name = file.Named + ": no such file in the tree"
		case name == "":
			name = fmt.Sprintf("%s: could be any of %s", file.Named, strings.Join(file.Paths, ", "))
		}
		fmt.Fprintln(s.stdout, name)
		for _, hunk := range file.Hunks {
			fmt.Fprintf(s.stdout, "  hunk %d (patch line %d): %s\n", hunk.Index, hunk.HeaderLine, describeCandidates(hunk))
		}
	}
}

func describeCandidates(hunk patches.MendedHunk) string {
	switch {
	case hunk.Landed && len(hunk.Candidates) == 1:
		return fmt.Sprintf("stands already at line %d", hunk.Candidates[0].Line)
	case len(hunk.Candidates) == 1:
		return fmt.Sprintf("line %d", hunk.Candidates[0].Line)
	case len(hunk.Candidates) == 0:
		return "no place: " + hunk.Why
	}
	var lines []string
	for _, candidate := range hunk.Candidates {
		lines = append(lines, strconv.Itoa(candidate.Line))
	}
	return fmt.Sprintf("%d places, at lines %s", len(lines), strings.Join(lines, ", "))
}
