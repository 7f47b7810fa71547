package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"cairn/builder"

	"github.com/spf13/cobra"
)

func newBuildCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "build STACK",
		GroupID: groupJob,
		Short:   "Build a locked stack in the sandbox; what is built already is not run",
		Long: `Build a locked stack in the sandbox. What is built already is not run, what was
interrupted goes on, and what another has built is taken from the configured cache.

Exit 1 means that a step failed: its tree is kept for "cairn shell --failed"; 4 that the
lock does not match the definition, 6 that this machine lacks something.`,
		Example: "  cairn build ember\n  cairn build qwen36-q4-tp3@cpu --mirror https://github.com/=file:///srv/mirror/",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runBuild(c.Context(), s, args[0]) },
	}
	s.limits.flags(c.Flags())
	return c
}

func runBuild(ctx context.Context, s *session, ref string) error {
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	if w.upToDate() {
		if err := w.keep(); err != nil {
			return err
		}
		return s.answerBuild(w, len(w.plan.Actions), 0, false)
	}
	outcome, err := w.buildShown(ctx)
	if err != nil {
		return err
	}
	return s.answerBuild(w, len(outcome.Outputs), outcome.Ran, outcome.Impure)
}

// answerBuild says what a build came to.
func (s *session) answerBuild(w *workshop, actions, ran int, impure bool) error {
	if s.json {
		return s.printJSON(map[string]any{"stack": w.stack.Ref(), "actions": actions, "ran": ran, "lock": w.lock.Digest()})
	}
	if ran == 0 {
		_, err := fmt.Fprintf(s.stdout, "up to date (%s, 0 run)\n", plural(actions, "action", "actions"))
		return err
	}
	if impure {
		s.stage("", "impure: made with this host's compilers, which no lock pins", 0)
	}
	return nil
}

// buildShown builds and says in one line how it went; a failure is told with its
// first error and the end of its log.
func (w *workshop) buildShown(ctx context.Context) (*builder.Outcome, error) {
	start := time.Now()
	outcome, err := w.build(ctx)
	w.live.close()
	var failed *builder.ActionError
	if errors.As(err, &failed) {
		w.session.printFailure(failed)
		return nil, &statusError{status: exitFailed, err: fmt.Errorf("%s: %s", failed.Action, firstOf(failed)), hint: w.failureHint(failed)}
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, output := range outcome.Outputs {
		name := output.Build
		if steps := w.live.steps[name]; steps > 0 {
			name += fmt.Sprintf("  %d/%d", steps, steps)
		}
		if c := w.live.compiled[output.Build]; c.Total > 0 {
			name += fmt.Sprintf("  ccache %d of %d", c.FromCache, c.Total)
		}
		names = append(names, name)
	}
	if outcome.Cached > 0 {
		names = append(names, fmt.Sprintf("%d of %d up to date", outcome.Cached, len(outcome.Outputs)))
	}
	w.session.stage("build", strings.Join(names, " · "), time.Since(start))
	for _, output := range outcome.Outputs {
		if traces := w.live.traces[output.Build]; len(traces) > 0 {
			text := output.Build + ": " + traces[0].String()
			if more := len(traces) - 1; more > 0 {
				text += fmt.Sprintf(" (and %d more)", more)
			}
			w.session.stage("warning", text+", a path of the build's machine", 0)
		}
	}
	return outcome, nil
}

// failureHint is what helps after a build failed.
func (w *workshop) failureHint(failed *builder.ActionError) string {
	look := fmt.Sprintf("run %q to look at it where it failed", w.session.command("shell", "--failed", w.stack.Ref()))
	if failed.OutOfMemory {
		return fmt.Sprintf(`all processes of a build together had no more memory; let it run fewer jobs (%q), or say what one job needs in its build block: memory = "12GiB". Or %s`,
			w.session.command("build", "-j", "1", w.stack.Ref()), look)
	}
	d := failed.Download
	if d == nil {
		return look
	}
	name, from, commit := d.Name, d.From, "the commit, 40 hex digits"
	if name == "" {
		name = "NAME"
	}
	if from == "" {
		from = "where its repository is"
	}
	if d.Tag != "" {
		commit = "the commit of " + d.Tag
	}
	place := fmt.Sprintf("in stack %q", w.stack.Name)
	for _, a := range w.plan.Actions {
		if a.Name == failed.Action && a.OfToolchain != "" {
			place = fmt.Sprintf("in toolchain %q", a.OfToolchain)
		}
	}
	return fmt.Sprintf(`builds have no network; make what it wants to download a source that the lock knows:
    upstream "%[1]s" { git = "%[2]s" }
    component "%[1]s" { # %[5]s
      source {
        upstream = upstream.%[1]s
        revision = "%[3]s"
      }
    }
  and name it in the build block: sources = ["%[1]s"]. Or %[4]s`, name, from, commit, look, place)
}

func firstOf(failed *builder.ActionError) string {
	first := fmt.Sprintf("%q ended with status %d", strings.Join(failed.Step, " "), failed.ExitCode)
	if len(failed.FirstError) > 0 {
		first = strings.TrimSpace(failed.FirstError[0])
	}
	if failed.OutOfMemory {
		return "out of memory: " + first
	}
	return first
}

// printFailure shows the first error, the end of the log, and where it all is.
func (s *session) printFailure(failed *builder.ActionError) {
	fmt.Fprintf(s.stderr, "%s failed\n", failed.Action)
	for _, line := range failed.FirstError {
		fmt.Fprintf(s.stderr, "  %s\n", line)
	}
	if len(failed.Tail) > 0 {
		fmt.Fprintln(s.stderr, "the log ends")
		for _, line := range failed.Tail {
			fmt.Fprintf(s.stderr, "  %s\n", line)
		}
	}
	fmt.Fprintf(s.stderr, "log   %s\n", failed.LogPath)
	if failed.TreePath != "" {
		fmt.Fprintf(s.stderr, "tree  %s\n", failed.TreePath)
	}
}
