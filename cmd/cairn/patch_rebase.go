package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cairn/internal/atomicfile"
	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/spf13/cobra"
)

func newPatchRebaseCommand(s *session) *cobra.Command {
	var opts patchRebaseOptions
	c := &cobra.Command{
		Use:   "rebase --from C --onto D FILE… -o DIR",
		Short: "Move patch files from one commit to another and write the series anew",
		Long: `Move patch files from the commit they apply to onto another one, by a three-way
merge in memory, and write the series into DIR. All patches are reported in one
run; what has landed is dropped, with the evidence; a file whose result is unchanged
keeps its bytes.

Where a patch conflicts, its files are written below DIR/.cairn-rebase: edit them and
run "cairn patch rebase --continue -o DIR".`,
		Example: "  cairn patch rebase --repo llama.cpp --from db44417b --onto b12074 patches/*.patch -o rebased\n  cairn patch rebase --continue --repo llama.cpp -o rebased",
		RunE:    func(c *cobra.Command, args []string) error { return runPatchRebase(c.Context(), s, opts, args) },
	}
	flags := c.Flags()
	flags.StringVar(&opts.repo, "repo", ".", "the git repository `R`, or embedded:NAME")
	flags.StringVar(&opts.from, "from", "", "the commit `C` that the files apply to")
	flags.StringVar(&opts.onto, "onto", "", "the commit `D` that they are to apply to")
	flags.IntVarP(&opts.strip, "strip", "p", 1, "remove `N` leading folders from names")
	flags.StringVar(&opts.options.Directory, "directory", "", "prepend `DIR` to every name")
	flags.BoolVar(&opts.options.Recount, "recount", false, "do not believe the line counts of hunk headers")
	flags.StringVar(&opts.whitespace, "whitespace", "warn", "whitespace errors: `MODE` is nowarn, warn, fix or error")
	flags.BoolVar(&opts.each, "each", false, "the files do not build on each other: move each for itself")
	flags.StringVarP(&opts.out, "output", "o", "", "write the new series into `DIR`")
	opts.steps.flags(c)
	opts.exec.flags(c)
	opts.exec.excludeFlag(c)
	return c
}

type patchRebaseOptions struct {
	repo, from, onto, out string
	whitespace            string
	strip                 int
	each                  bool
	options               patches.Options
	steps                 rebaseSteps
	exec                  execCheck
}

// rebaseSteps are the ways to go on with a rebase that has stopped.
type rebaseSteps struct{ goOn, skip, abort, undo, status bool }

func (o *rebaseSteps) flags(c *cobra.Command) {
	c.Flags().BoolVar(&o.goOn, "continue", false, "take what you made of the conflicting files, and go on")
	c.Flags().BoolVar(&o.skip, "skip", false, "leave the patch at the stop out of the new series, and go on")
	c.Flags().BoolVar(&o.undo, "undo", false, "take the last --continue or --skip back")
	c.Flags().BoolVar(&o.status, "status", false, "say where the rebase stands")
	c.Flags().BoolVar(&o.abort, "abort", false, "give the rebase up; the series stays as it was")
	c.MarkFlagsMutuallyExclusive("continue", "skip", "undo", "status", "abort")
}

// any reports whether the command goes on with a rebase instead of starting one.
func (o rebaseSteps) any() bool { return o.goOn || o.skip || o.abort || o.undo || o.status }

// take makes one step in the session that stands in dir; to abort it is abortRebase's.
func (o rebaseSteps) take(ctx context.Context, objects storer.EncodedObjectStorer, dir string) (*patches.RebaseSession, error) {
	work, err := patches.OpenRebase(ctx, objects, dir)
	if err != nil {
		return nil, err
	}
	switch {
	case o.goOn:
		// Without a stop there is only the end left: --exec failed, or cairn was killed.
		if work.State().Stopped >= 0 {
			err = work.Continue(ctx)
		}
	case o.skip:
		err = work.Skip(ctx)
	case o.undo:
		err = work.Undo(ctx)
	}
	return work, err
}

func runPatchRebase(ctx context.Context, s *session, opts patchRebaseOptions, names []string) error {
	if opts.out == "" {
		return usageError{message: "rebase wants to know where the new series goes", hint: "name a folder with -o DIR"}
	}
	work := filepath.Join(opts.out, ".cairn-rebase")
	again := s.command("patch", "rebase", "--continue", "--repo", shellWord(opts.repo), "-o", shellWord(opts.out)) + opts.exec.again()
	if opts.steps.abort {
		return s.abortRebase(work, again, patchRebaseStart, func() error { return nil })
	}
	repository, err := s.openRepository(ctx, opts.repo)
	if err != nil {
		return err
	}
	var session *patches.RebaseSession
	if opts.steps.any() {
		session, err = opts.steps.take(ctx, repository.objects, work)
	} else {
		session, err = s.startPatchRebase(ctx, opts, repository, work, names)
	}
	if err != nil {
		return rebaseError(err, again, patchRebaseStart)
	}
	state := session.State()
	if err := s.showRebase(state, nil); err != nil {
		return err
	}
	if state.Stopped >= 0 {
		return s.stoppedRebase(state, again)
	}
	if opts.steps.status {
		s.nothingToDecide(again)
		return nil
	}
	// One file is written at once; of several, a killed process may leave some.
	if opts.exec.command != "" || len(state.Rebased.Patches) > 1 {
		if err := session.Save(); err != nil {
			return err
		}
	}
	rebased, err := session.Finish(ctx)
	if err != nil {
		return err
	}
	if err := opts.exec.run(ctx, s, repository.objects, session, nil, again); err != nil {
		return err
	}
	exported, err := patches.Export(ctx, session.Request().Series, rebased)
	if err != nil {
		return err
	}
	for _, file := range exported {
		if err := writeInto(opts.out, filepath.Base(file.Name), file.Content); err != nil {
			return err
		}
	}
	s.stage("written", fmt.Sprintf("%s, %d changed, to %s", plural(len(exported), "patch", "patches"), countChanged(exported), opts.out), 0)
	return session.Close()
}

func (s *session) startPatchRebase(ctx context.Context, opts patchRebaseOptions, repository *openedRepository, work string, names []string) (*patches.RebaseSession, error) {
	if opts.from == "" || opts.onto == "" || len(names) == 0 {
		return nil, usageError{message: "rebase wants --from C, --onto D and patch files", hint: `run "cairn patch rebase --help"`}
	}
	request := patches.RebaseRequest{Identity: seriesIdentity, Each: opts.each, Style: patches.StyleZealousDiff3}
	var err error
	if request.From, err = repository.resolve(opts.from); err != nil {
		return nil, err
	}
	if request.Onto, err = repository.resolve(opts.onto); err != nil {
		return nil, err
	}
	opts.options.Strip = &opts.strip
	if opts.options.Whitespace, err = whitespaceMode(opts.whitespace); err != nil {
		return nil, err
	}
	for _, name := range names {
		content, err := s.readPatch(ctx, name)
		if err != nil {
			return nil, err
		}
		request.Series = append(request.Series, patches.Entry{Input: patches.Input{Name: name, Content: content, Options: opts.options}})
	}
	if err := os.MkdirAll(opts.out, 0o755); err != nil {
		return nil, fmt.Errorf("rebase: %w", err)
	}
	return patches.StartRebase(ctx, repository.objects, work, request)
}

// abortRebase ends a session, and removes what it stood in. Neither the old base nor the
// new one is wanted for that.
func (s *session) abortRebase(dir, again, start string, remove func() error) error {
	if err := patches.AbortRebase(dir); err != nil {
		return rebaseError(err, again, start)
	}
	if err := remove(); err != nil {
		return err
	}
	s.stage("rebase", "given up; nothing was changed", 0)
	return nil
}

// nothingToDecide says so of a rebase that a failed --exec or a kill has ended early.
func (s *session) nothingToDecide(again string) {
	s.note("rebase", fmt.Sprintf("nothing is left to decide: %s writes the series", quotedCommand(again)))
}

// patchRebaseStart and rebaseStart say how a rebase begins.
const (
	patchRebaseStart = "start one with --from and --onto"
	rebaseStart      = "start one with --onto"
)

// rebaseError adds the command that helps to what a step answers: how to go on, or how to
// start.
func rebaseError(err error, again, start string) error {
	var leftover *patches.LeftoverError
	var strange *patches.StrangeFileError
	switch {
	case errors.Is(err, patches.ErrRebaseExists):
		return usageError{message: "a rebase is under way here", hint: fmt.Sprintf("run %q, or give it up with --abort", again)}
	case errors.Is(err, patches.ErrNoRebase):
		return usageError{message: "no rebase is under way here", hint: start}
	case errors.As(err, &strange):
		return &statusError{status: exitPatch, err: err, hint: fmt.Sprintf("take it away, then run %q", again)}
	case errors.As(err, &leftover):
		return &statusError{status: exitPatch, err: err, hint: fmt.Sprintf("edit the file, then run %q", again)}
	}
	return err
}

// stoppedRebase says where the files with conflicts are and how to go on.
func (s *session) stoppedRebase(state *patches.RebaseState, again string) error {
	patch := state.Rebased.Patches[state.Stopped]
	line := fmt.Sprintf("%s: %s", patch.File, patch.Status)
	if state.Dir != "" {
		line += "; its files with conflicts are in " + state.Dir
	}
	hint := fmt.Sprintf("resolve, then run %q (or --skip, --abort)", again)
	if state.Amending {
		line = fmt.Sprintf("%s is to be mended; the files that it changes are in %s", patch.File, state.Dir)
		hint = fmt.Sprintf("mend them, then run %q (or --skip, --abort)", again)
	}
	if len(state.Proposed) > 0 {
		line += "; an earlier resolution was put into " + proposed(state, &patch)
	}
	if patch.Status == patches.RebaseUnapplied {
		hint = "it does not apply to its old base: --skip leaves it out, --abort gives the rebase up"
	}
	if patch.Status == patches.RebaseAsk && state.Dir == "" {
		hint = fmt.Sprintf("it has the title of %s: --skip drops the patch as landed, --continue keeps it", patch.EvidenceCommit)
	}
	return &shown{status: exitPatch, line: line, hint: hint}
}

// proposed lists the files that an earlier resolution was put into, and how many
// conflicts are left where it did not fit all of a file's.
func proposed(state *patches.RebaseState, patch *patches.RebasedPatch) string {
	var files []string
	for _, file := range state.Proposed {
		all, left := 0, 0
		for _, conflict := range patch.Conflicts {
			if conflict.Path == file {
				all++
				if !conflict.Proposed {
					left++
				}
			}
		}
		if left > 0 {
			file += fmt.Sprintf(" (%d of %d conflicts left)", left, all)
		}
		files = append(files, file)
	}
	return strings.Join(files, ", ")
}

// showRebase prints one line per patch; labels may rename the files.
func (s *session) showRebase(state *patches.RebaseState, labels map[string]string) error {
	if s.json {
		return s.printJSON(state.Rebased)
	}
	var rows [][]string
	for i, patch := range state.Rebased.Patches {
		name := patch.File
		if label := labels[name]; label != "" {
			name = label
		}
		mark := " "
		if i == state.Stopped {
			mark = ">"
		}
		rows = append(rows, []string{fmt.Sprintf("%s%3d", mark, i+1), name, string(patch.Status), rebaseDetail(&patch, labels)})
	}
	table(s.stdout, rows)
	return nil
}

func rebaseDetail(patch *patches.RebasedPatch, labels map[string]string) string {
	switch patch.Status {
	case patches.RebaseLanded:
		return "dropped: " + evidence(patch)
	case patches.RebaseAsk:
		return "is it landed? " + evidence(patch)
	case patches.RebaseWaits:
		var needs []string
		for _, file := range patch.Needs {
			if label := labels[file]; label != "" {
				file = label
			}
			needs = append(needs, file)
		}
		return "needs " + strings.Join(needs, ", ")
	case patches.RebaseUnapplied:
		if patch.Verdict != nil {
			return verdictDetail(patch.Verdict)
		}
	case patches.RebaseConflict:
		return conflictDetail(patch.Conflicts)
	}
	detail := ""
	if patch.Keep {
		detail = "file unchanged"
	}
	if patch.Evidence != "" {
		detail = strings.TrimPrefix(detail+"; "+patch.Evidence, "; ")
	}
	return detail
}

func evidence(patch *patches.RebasedPatch) string {
	text := strings.TrimSuffix(patch.Evidence, " "+patch.EvidenceCommit)
	if patch.EvidenceCommit != "" {
		text += " " + patch.EvidenceCommit[:min(8, len(patch.EvidenceCommit))]
	}
	if patch.EvidenceTitle != "" {
		text += fmt.Sprintf(" %q", patch.EvidenceTitle)
	}
	return text
}

// conflictDetail counts conflicts by file, roots only where there are any.
func conflictDetail(conflicts []patches.RebaseConflictAt) string {
	var order []string
	count := map[string]int{}
	for _, conflict := range conflicts {
		if count[conflict.Path] == 0 {
			order = append(order, conflict.Path)
		}
		count[conflict.Path]++
	}
	var parts []string
	for _, path := range order {
		parts = append(parts, plural(count[path], "hunk", "hunks")+" in "+path)
	}
	return strings.Join(parts, ", ")
}

func countChanged(files []patches.Exported) int {
	changed := 0
	for _, file := range files {
		if file.Changed {
			changed++
		}
	}
	return changed
}

// writeInto writes a file of a new series; one of other content is not replaced.
func writeInto(dir, name string, content []byte) error {
	path := filepath.Join(dir, name)
	if old, err := os.ReadFile(path); err == nil && string(old) != string(content) {
		return usageError{message: path + " is there already, with other content", hint: "name another folder with -o"}
	}
	return atomicfile.Write(path, content, 0o644)
}

// openedRepository is where plumbing commands read commits.
type openedRepository struct {
	objects storer.EncodedObjectStorer
	resolve func(revision string) (plumbing.Hash, error)
	// heads are the tips of all branches.
	heads func() ([]plumbing.Hash, error)
}
