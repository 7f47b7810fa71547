package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cairn/digest"
	"cairn/lockfiles"
	"cairn/patches"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/spf13/cobra"
)

func newRebaseCommand(s *session) *cobra.Command {
	var opts rebaseOptions
	c := &cobra.Command{
		Use:     "rebase STACK --component C --onto D",
		GroupID: groupPatch,
		Short:   "Move a series to another upstream commit, definition and lock with it",
		Long: `Move a component's series to another upstream commit by a three-way merge in memory.
All patches are reported in one run; what has landed is dropped, with the evidence.
When nothing conflicts any more, the patch files that changed, the definition and the
lock are replaced together; the file of a patch that has landed goes, where no other
block of the workspace names it, and that of a skipped one stays. A tag or a branch is
the commit that it is of today: the definition gets that.

Where a patch conflicts, its files are written below DIR/.cairn/rebase; edit them and
go on with --continue.`,
		Example: "  cairn -C stacks rebase qwen36-q4-tp3 --component llama --onto b12074\n  cairn -C stacks rebase qwen36-q4-tp3 --continue",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runRebase(c.Context(), s, opts, args[0]) },
	}
	c.Flags().StringVar(&opts.component, "component", "", "the `COMPONENT` to move (default: the only one)")
	c.Flags().StringVar(&opts.onto, "onto", "", "the upstream commit `D`: an id, also a shortened one, a tag or a branch")
	opts.steps.flags(c)
	opts.exec.flags(c)
	return c
}

type rebaseOptions struct {
	component, onto string
	steps           rebaseSteps
	exec            execCheck
}

// rebasing is a component whose series is being moved.
type rebasing struct {
	*workshop
	component *stacks.Component
	entry     *lockfiles.Component
	applied   []*stacks.Patch // what the stack applies by default, in order
	dir       string          // of the session
	objects   storer.EncodedObjectStorer
}

func runRebase(ctx context.Context, s *session, opts rebaseOptions, name string) error {
	if s.dir == "" {
		return usageError{message: "the embedded workspace cannot be changed", hint: "name your own workspace with -C DIR, or use \"cairn patch rebase\" on patch files"}
	}
	r, err := s.openRebasing(opts.component, name)
	if err != nil {
		return err
	}
	defer r.close()
	unlock, err := r.store.Lock(ctx, "rebase-"+name)
	if err != nil {
		return err
	}
	defer unlock()
	again := r.command("rebase", "--continue") + opts.exec.again()
	if opts.steps.abort {
		return s.abortRebase(r.sessionDir(), again, rebaseStart, func() error { return removeSession(r.dir) })
	}
	var work *patches.RebaseSession
	if opts.steps.any() {
		work, err = r.resume(ctx, opts.steps)
	} else {
		work, err = r.start(ctx, opts.onto)
	}
	if err != nil {
		return rebaseError(err, again, rebaseStart)
	}
	state := work.State()
	labels := map[string]string{}
	for _, patch := range r.applied {
		labels[patch.Path] = patch.Name
	}
	if err := s.showRebase(state, labels); err != nil {
		return err
	}
	if state.Stopped >= 0 {
		return s.stoppedRebase(state, again)
	}
	if opts.steps.status {
		s.nothingToDecide(again)
		return nil
	}
	check := func() error {
		opts.exec.exclude = r.entry.Pin.Exclude
		if opts.exec.command != "" {
			if err := work.Save(); err != nil {
				return err
			}
		}
		return opts.exec.run(ctx, s, r.objects, work, labels, again)
	}
	return r.finish(ctx, work, check)
}

func (s *session) openRebasing(chosen, name string) (*rebasing, error) {
	w, err := s.openLocked(name)
	if err != nil {
		return nil, err
	}
	r := &rebasing{workshop: w}
	for _, component := range w.stack.Components {
		if component.Name == chosen || chosen == "" && len(w.stack.Components) == 1 {
			r.component = component
		}
	}
	if r.component == nil {
		names := []string{}
		for _, component := range w.stack.Components {
			names = append(names, component.Name)
		}
		what := "several components"
		if chosen != "" {
			what = fmt.Sprintf("no component %q", chosen)
		}
		w.close()
		return nil, usageError{message: fmt.Sprintf("%s has %s", name, what), hint: "name one with --component: " + strings.Join(names, ", ")}
	}
	var ok bool
	if r.entry, ok = w.view.Component(r.component.Name); !ok {
		w.close()
		return nil, fmt.Errorf("the lock has no component %q", r.component.Name)
	}
	for _, patch := range r.component.Patches {
		if patch.Applies("") {
			r.applied = append(r.applied, patch)
		}
	}
	r.dir = filepath.Join(s.dir, ".cairn", "rebase", name, r.component.Name)
	return r, nil
}

// command is how a person would type a command about the component.
func (r *rebasing) command(verb string, words ...string) string {
	line := []string{verb, r.stack.Name}
	if len(r.stack.Components) > 1 {
		line = append(line, "--component", r.component.Name)
	}
	return r.session.command(append(line, words...)...)
}

// history is the object store that holds the old base and the new one.
func (r *rebasing) history(ctx context.Context, onto plumbing.Hash) (storer.EncodedObjectStorer, error) {
	pin := r.entry.Pin
	pin.Revision = digest.GitID(onto)
	return r.repositories.History(ctx, pin)
}

// revision is the commit that a person's name of it is of; where it is not the id itself,
// it is said which commit that is today.
func (r *rebasing) revision(ctx context.Context, name string) (plumbing.Hash, error) {
	id, err := r.repositories.Revision(ctx, r.entry.Pin, name)
	if err != nil {
		return plumbing.ZeroHash, revisionError(err)
	}
	if id.String() != name {
		r.session.note("onto", fmt.Sprintf("%s is commit %s", name, id))
	}
	return plumbing.Hash(id), nil
}

// sessionName is the folder of a rebase's session, in the component's folder.
const sessionName = "session"

func (r *rebasing) sessionDir() string { return filepath.Join(r.dir, sessionName) }

// noRebase refuses while a rebase of the component is under way. If none is, what a
// killed process may have left goes. The lock on rebases must be held.
func (r *rebasing) noRebase() error {
	switch _, _, err := patches.RebaseUnderWay(r.sessionDir()); {
	case errors.Is(err, patches.ErrNoRebase):
		return removeSession(r.dir)
	case err != nil:
		return err
	default:
		return usageError{message: fmt.Sprintf("a rebase of %s is under way in %s", r.component.Name, r.dir), hint: fmt.Sprintf("go on with %q, or give it up with --abort", r.command("rebase", "--continue"))}
	}
}

// resume makes a step in the session that is there.
func (r *rebasing) resume(ctx context.Context, steps rebaseSteps) (*patches.RebaseSession, error) {
	_, onto, err := patches.RebaseUnderWay(r.sessionDir())
	if err != nil {
		return nil, err
	}
	if r.objects, err = r.history(ctx, onto); err != nil {
		return nil, err
	}
	return steps.take(ctx, r.objects, r.sessionDir())
}

// start begins a session; one that is under way is not touched.
func (r *rebasing) start(ctx context.Context, onto string) (*patches.RebaseSession, error) {
	if err := r.noRebase(); err != nil {
		return nil, err
	}
	if onto == "" {
		return nil, usageError{message: "rebase wants --onto D", hint: "D is a commit, a tag or a branch of upstream"}
	}
	commit, err := r.revision(ctx, onto)
	if err != nil {
		return nil, err
	}
	if r.objects, err = r.history(ctx, commit); err != nil {
		return nil, err
	}
	request := patches.RebaseRequest{From: plumbing.Hash(r.entry.Source.Commit), Onto: commit, Identity: seriesIdentity, Style: patches.StyleZealousDiff3}
	series, err := r.seriesFiles(ctx, r.component)
	if err != nil {
		return nil, err
	}
	for _, file := range series {
		request.Series = append(request.Series, patches.Entry{Input: patches.Input{Name: file.Definition.Path, Content: file.Content, Options: patchOptions(file.Definition)}})
	}
	if request.Resolutions, err = r.resolutions(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(r.dir, 0o755); err != nil {
		return nil, fmt.Errorf("rebase: %w", err)
	}
	return patches.StartRebase(ctx, r.objects, r.sessionDir(), request)
}

// resolutionsPath is where a component's resolved conflicts are kept beside its
// series.
func (r *rebasing) resolutionsPath() string {
	return filepath.Join(r.session.dir, "patches", r.stack.Name, r.component.Name+".resolutions")
}

func (r *rebasing) resolutions() (*patches.Resolutions, error) {
	text, err := os.ReadFile(r.resolutionsPath())
	if os.IsNotExist(err) {
		return &patches.Resolutions{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read resolutions: %w", err)
	}
	return patches.ParseResolutions(text)
}
