package main

import (
	"context"
	"fmt"

	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/spf13/cobra"
)

func newPatchLocateCommand(s *session) *cobra.Command {
	var opts upstreamOptions
	c := &cobra.Command{
		Use:   "locate FILE…",
		Short: "Find the upstream commit that patch files were cut from",
		Long: `Find the upstream commit that patch files were cut from, in the history of all
branches: by the blob ids on their index lines, else by where the old lines of their
hunks stand. Exit 1 if one is found nowhere.`,
		Example: "  cairn patch locate --repo llama.cpp guardfix.patch.gz.b64",
		Args:    atLeast("patch files"),
		RunE:    func(c *cobra.Command, args []string) error { return runPatchLocate(c.Context(), s, opts, args) },
	}
	opts.flags(c)
	c.Flags().StringArrayVar(&opts.heads, "head", nil, "search what the branch or commit `H` reaches (default: all branches)")
	return c
}

// upstreamOptions say where the history is, and how the files are read.
type upstreamOptions struct {
	repo    string
	heads   []string
	strip   int
	options patches.Options
}

func (o *upstreamOptions) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.repo, "repo", ".", "the git repository `R`, or embedded:NAME")
	c.Flags().IntVarP(&o.strip, "strip", "p", 1, "remove `N` leading folders from names")
	c.Flags().StringVar(&o.options.Directory, "directory", "", "prepend `DIR` to every name")
	c.Flags().BoolVar(&o.options.Recount, "recount", false, "do not believe the line counts of hunk headers")
}

// inputs reads the patch files with these options.
func (o *upstreamOptions) inputs(ctx context.Context, s *session, names []string) ([]patches.Input, error) {
	o.options.Strip = &o.strip
	inputs := make([]patches.Input, len(names))
	for i, name := range names {
		content, err := s.readPatch(ctx, name)
		if err != nil {
			return nil, err
		}
		inputs[i] = patches.Input{Name: name, Content: content, Options: o.options}
	}
	return inputs, nil
}

func runPatchLocate(ctx context.Context, s *session, opts upstreamOptions, names []string) error {
	inputs, err := opts.inputs(ctx, s, names)
	if err != nil {
		return err
	}
	repository, err := s.openRepository(ctx, opts.repo)
	if err != nil {
		return err
	}
	var heads []plumbing.Hash
	for _, name := range opts.heads {
		head, err := repository.resolve(name)
		if err != nil {
			return err
		}
		heads = append(heads, head)
	}
	if len(heads) == 0 {
		if heads, err = repository.heads(); err != nil {
			return err
		}
		// The checked-out branch is the main one.
		if head, err := repository.resolve("HEAD"); err == nil {
			heads = append([]plumbing.Hash{head}, heads...)
		}
	}
	report, err := patches.Locate(ctx, repository.objects, heads, inputs)
	if err != nil {
		return interrupted(ctx, err)
	}
	if s.json {
		if err := s.printJSON(report); err != nil {
			return err
		}
	} else {
		for _, location := range report.Files {
			s.printLocation(location.File, &location)
		}
		if report.Series != nil {
			s.printLocation("all together", report.Series)
		}
	}
	for _, location := range report.Files {
		if location.Confidence == patches.Nowhere {
			return &shown{status: exitFailed, line: fmt.Sprintf("%s was cut from none of the %s commits", location.File, thousands(int64(report.Commits)))}
		}
	}
	return nil
}

func (s *session) printLocation(name string, location *patches.Location) {
	fmt.Fprintln(s.stdout, name)
	if location.Fault != nil {
		fmt.Fprintf(s.stdout, "  fault      %s\n", location.Fault.Message)
	}
	if location.Commit == nil {
		fmt.Fprintf(s.stdout, "  nowhere    nothing of it stands in the history\n")
		return
	}
	fmt.Fprintf(s.stdout, "  commit     %s\n", location.Commit.String())
	fmt.Fprintf(s.stdout, "  sure       %s\n", describeFit(location))
	if location.Equal > 1 && location.Oldest != nil {
		fmt.Fprintf(s.stdout, "  as well    %d commits from %s on\n", location.Equal, location.Oldest.ID[:8])
	}
	if location.RunnerUp != nil && location.RunnerUp.Commit != nil {
		fmt.Fprintf(s.stdout, "  runner-up  %s: %s\n", location.RunnerUp.Commit.ID[:8], countFit(location.RunnerUp))
	}
	for _, section := range location.Sections {
		if !section.Fits {
			fmt.Fprintf(s.stdout, "  differs    %s%s\n", section.Path, whyMisfit(&section))
		}
	}
}

func describeFit(location *patches.Location) string {
	text := map[patches.Confidence]string{
		patches.ByIDs:     "by blob ids",
		patches.ByPart:    "in part",
		patches.ByContent: "by content",
	}[location.Confidence]
	return text + ", " + countFit(&location.Fit)
}

func countFit(fit *patches.Fit) string {
	text := ""
	if fit.IDs > 0 {
		text = fmt.Sprintf("%d of %d ids", fit.IDs-fit.Mismatches, fit.IDs)
	}
	if fit.Hunks > 0 {
		if text != "" {
			text += ", "
		}
		text += fmt.Sprintf("%d of %d hunks, %d at their line", fit.Placed, fit.Hunks, fit.Exact)
	}
	return text
}

func whyMisfit(section *patches.SectionFit) string {
	switch {
	case section.Want != "" && section.Is == "":
		return ": not there; the patch wants " + section.Want
	case section.Want != "":
		return fmt.Sprintf(": is %.10s, the patch wants %s", section.Is, section.Want)
	case section.Hunks > 0:
		return fmt.Sprintf(": %d of %d hunks", section.Placed, section.Hunks)
	}
	return ""
}
