package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"cairn/builder"
	"cairn/environments"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func newShellCommand(s *session) *cobra.Command {
	var opts shellOptions
	c := &cobra.Command{
		Use:     "shell STACK [-- PROGRAM…]",
		GroupID: groupStack,
		Short:   "Enter the sandbox of a build, as its steps see it",
		Long: `Enter the sandbox of a build with the mounts and variables that its steps see. With
--failed it is the tree that the last failure left; without, a fresh one.`,
		Example: "  cairn shell ember\n  cairn shell --failed ember\n  cairn shell ember -- ninja --version",
		Args:    cobra.MatchAll(atLeast("a stack"), flagsFirst),
		RunE: func(c *cobra.Command, args []string) error {
			args = withoutDashes(args)
			return runShell(c.Context(), s, opts, args[0], args[1:])
		},
	}
	c.Flags().SetInterspersed(false)
	c.Flags().BoolVar(&opts.failed, "failed", false, "enter the tree that the last failure left")
	c.Flags().StringVar(&opts.build, "build", "", "the `BUILD` to enter (default: the first, with --failed the first that failed)")
	return c
}

type shellOptions struct {
	failed bool
	build  string
}

func runShell(ctx context.Context, s *session, opts shellOptions, ref string, argv []string) error {
	if opts.failed {
		if err := s.wantFailed(ref); err != nil {
			return err // before the compilers are brought for nothing
		}
	}
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	build := opts.build
	if build == "" {
		build = w.firstToEnter(opts.failed)
	}
	action, ok := w.plan.Action(build)
	if !ok {
		return usageError{message: fmt.Sprintf("%s has no build %q", ref, build), hint: fmt.Sprintf("run %q to see its builds", s.command("plan", ref))}
	}
	if _, kept := builder.Failed(w.store, action.Name); opts.failed && !kept {
		what := ref
		if opts.build != "" {
			what = build + " of " + ref
		}
		return noneFailed(s, what, ref)
	}
	w.live.close()
	stdio := builder.Stdio{In: s.stdin, Out: s.stdout, Err: s.stderr}
	if stdin, ok := s.stdin.(*os.File); ok {
		stdio.Terminal = isTerminalFile(stdin) && isTerminal(s.stdout)
	}
	state, err := builder.Shell(ctx, w.request, w.plan, build, w.store, argv, stdio)
	if err != nil {
		return interrupted(ctx, err)
	}
	return s.programEnd(state)
}

// wantFailed refuses a stack of which no failed build is kept.
func (s *session) wantFailed(ref string) error {
	w, err := s.openLocked(ref)
	if err != nil {
		return err
	}
	defer w.close()
	actions, err := w.builds()
	if err != nil {
		return err
	}
	for _, action := range actions {
		if _, kept := builder.Failed(w.store, action.Name); kept {
			return nil
		}
	}
	return noneFailed(s, ref, ref)
}

func noneFailed(s *session, what, ref string) error {
	return usageError{message: fmt.Sprintf("no failed build of %s is kept", what), hint: fmt.Sprintf("run %q to enter a fresh one", s.command("shell", ref))}
}

// firstToEnter is the first build, or the first of which a failure is kept, if one is.
func (w *workshop) firstToEnter(failed bool) string {
	for _, action := range w.plan.Actions {
		if _, kept := builder.Failed(w.store, action.Name); failed && kept {
			return action.Build
		}
	}
	return w.plan.Actions[0].Build
}

func isTerminalFile(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// bindMount shows a person's folder or file inside at /bind.
func bindMount(path string) (environments.Mount, error) {
	absolute, err := filepath.Abs(path)
	if err == nil {
		_, err = os.Stat(absolute)
	}
	if err != nil {
		return environments.Mount{}, usageError{message: fmt.Sprintf("--bind %s: %v", path, err)}
	}
	return environments.Mount{Source: absolute, Target: "/bind", ReadOnly: true}, nil
}
