package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newPatchApplyCommand(s *session) *cobra.Command {
	var opts applyOptions
	c := &cobra.Command{
		Use:   "apply FILE…",
		Short: "Apply patch files to a commit's tree, in memory, and print the trees",
		Long: `Apply patch files in order to the tree of a commit and print the tree after each.
There is no checkout; the new objects are written into the repository unless
--check is given. With --each, every file is applied to the commit itself.

The options are those of git apply. Exit 0 means that every file reached a tree;
3 that one does not apply. A damaged file is never applied.`,
		Example: "  cairn patch apply --repo llama.cpp --rev db44417b --check guardfix.patch.gz.b64",
		Args:    atLeast("patch files"),
		RunE:    func(c *cobra.Command, args []string) error { return runPatchApply(c.Context(), s, opts, args) },
	}
	opts.flags(c)
	return c
}

type applyOptions struct {
	baseOptions
	strip, context   int
	whitespace       string
	each             bool
	binary           bool
	options          patches.Options
	stripSet, ctxSet *pflag.Flag
}

func (o *applyOptions) flags(c *cobra.Command) {
	o.baseOptions.flags(c)
	flags := c.Flags()
	flags.SortFlags = false
	flags.IntVarP(&o.strip, "strip", "p", 1, "remove `N` leading folders from names")
	flags.StringVar(&o.options.Directory, "directory", "", "prepend `DIR` to every name")
	flags.StringVar(&o.whitespace, "whitespace", "warn", "whitespace errors: `MODE` is nowarn, warn, fix or error")
	flags.BoolVar(&o.options.IgnoreWhitespace, "ignore-whitespace", false, "ignore changes in whitespace in context lines")
	flags.BoolVar(&o.options.Recount, "recount", false, "do not believe the line counts of hunk headers")
	flags.IntVarP(&o.context, "context", "C", 0, "at least `N` lines of context must match (acknowledges fuzzy hunks)")
	flags.Var(globFlag{&o.options.Globs, false}, "include", "apply only to paths that match `GLOB`")
	flags.Var(globFlag{&o.options.Globs, true}, "exclude", "leave paths that match `GLOB` alone")
	flags.BoolVarP(&o.options.Reverse, "reverse", "R", false, "apply backwards")
	flags.BoolVar(&o.options.UnidiffZero, "unidiff-zero", false, "accept hunks without context")
	flags.BoolVar(&o.binary, "binary", true, "accept binary patches (always on, as in git)")
	flags.BoolVar(&o.options.Check, "check", false, "write no objects")
	flags.BoolVar(&o.each, "each", false, "apply every file to the commit itself, not to the tree before")
	o.stripSet, o.ctxSet = flags.Lookup("strip"), flags.Lookup("context")
}

// complete turns the flags into the engine's options.
func (o *applyOptions) complete() (patches.Options, error) {
	options := o.options
	if o.stripSet.Changed {
		if o.strip < 0 {
			return options, usageError{message: fmt.Sprintf("-p %d: a strip count cannot be negative", o.strip)}
		}
		options.Strip = &o.strip
	}
	if o.ctxSet.Changed {
		if o.context < 0 {
			return options, usageError{message: fmt.Sprintf("-C %d: a number of lines cannot be negative", o.context)}
		}
		// Whoever types -C has acknowledged that less context may match.
		options.Context, options.AllowFuzz = &o.context, true
	}
	var err error
	options.Whitespace, err = whitespaceMode(o.whitespace)
	return options, err
}

// whitespaceMode reads --whitespace.
func whitespaceMode(text string) (patches.Whitespace, error) {
	modes := []patches.Whitespace{patches.WhitespaceNowarn, patches.WhitespaceWarn, patches.WhitespaceFix, patches.WhitespaceError}
	if mode := patches.Whitespace(text); slices.Contains(modes, mode) {
		return mode, nil
	}
	return "", usageError{message: fmt.Sprintf("--whitespace %s: no such mode", text), hint: "the modes are nowarn, warn, fix and error"}
}

// globFlag collects --include and --exclude in the order they were typed, which
// decides (git-apply(1)).
type globFlag struct {
	globs   *[]patches.Glob
	exclude bool
}

func (f globFlag) Set(pattern string) error {
	*f.globs = append(*f.globs, patches.Glob{Pattern: pattern, Exclude: f.exclude})
	return nil
}
func (f globFlag) String() string { return "" }
func (f globFlag) Type() string   { return "string" }

func runPatchApply(ctx context.Context, s *session, opts applyOptions, names []string) error {
	options, err := opts.complete()
	if err != nil {
		return err
	}
	inputs := make([]patches.Input, len(names))
	for i, name := range names {
		content, err := s.readPatch(ctx, name)
		if err != nil {
			return err
		}
		inputs[i] = patches.Input{Name: name, Content: content, Options: options}
	}
	repository, commit, err := opts.open(ctx, s)
	if err != nil {
		return err
	}
	apply := patches.ApplyAll
	if opts.each {
		apply = patches.ApplyEach
	}
	verdicts, err := apply(ctx, repository.objects, plumbing.Hash(commit.TreeHash), inputs)
	if err != nil {
		return err
	}
	if err := s.printVerdicts(verdicts); err != nil {
		return err
	}
	if failed := unreached(verdicts); failed > 0 {
		err := &patchError{upstream: opts.repo, verdicts: verdicts, failed: failed}
		return &statusError{status: exitPatch, err: err, hint: err.hint()}
	}
	return nil
}

// printVerdicts prints one line per patch: the tree after it, its status, and its
// file; below it, the hunks that want a word.
func (s *session) printVerdicts(verdicts []patches.Verdict) error {
	if s.json {
		return s.printJSON(verdicts)
	}
	for i := range verdicts {
		v := &verdicts[i]
		tree := v.Tree
		if tree == "" {
			tree = strings.Repeat("-", 40)
		}
		fmt.Fprintf(s.stdout, "%s  %-13s %s\n", tree, v.Status, v.File)
		if detail := verdictDetail(v); detail != "" {
			fmt.Fprintf(s.stdout, "    %s\n", detail)
		}
		printTroubledHunks(s, v)
	}
	return nil
}

func printTroubledHunks(s *session, v *patches.Verdict) {
	for _, file := range v.Files {
		if file.Fault != nil && (v.Fault == nil || file.Fault.Message != v.Fault.Message) {
			fmt.Fprintf(s.stdout, "    %s: %s\n", file.Path, file.Fault.Message)
		}
		for _, hunk := range file.Hunks {
			if hunk.State == patches.HunkConflict || hunk.State == patches.HunkLanded && v.Status != patches.Landed {
				fmt.Fprintf(s.stdout, "    %s: hunk %d (patch line %d): %s at line %d\n", file.Path, hunk.Index, hunk.HeaderLine, hunk.State, hunk.Line)
			}
		}
	}
}
