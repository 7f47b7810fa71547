package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"cairn/environments"

	"github.com/spf13/cobra"
)

func newRunCommand(s *session) *cobra.Command {
	var opts runOptions
	c := &cobra.Command{
		Use:     "run STACK -- PROGRAM [ARGUMENT…]",
		GroupID: groupJob,
		Short:   "Run a program in a stack's environment, building what is missing",
		Long: `Run a program in a stack's environment: its outputs at /opt/stack, its variables,
its base system, no network, nothing else of this machine. What is not built yet
is built first. The exit status is the program's.`,
		Example: "  cairn run ember -- ember-complete -n 16 --json\n  cairn run --bind ~/models qwen36-q4-tp3@cpu -- llama-bench -m /bind/small.gguf",
		Args: func(c *cobra.Command, args []string) error {
			if len(withoutDashes(args)) < 2 {
				return usageError{message: "cairn run wants a STACK and a PROGRAM", hint: `write it as "cairn run STACK -- PROGRAM"`}
			}
			return flagsFirst(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			args = withoutDashes(args)
			return runRun(c.Context(), s, opts, args[0], args[1:])
		},
	}
	c.Flags().SetInterspersed(false)
	c.Flags().StringVar(&opts.bind, "bind", "", "show the folder or file `PATH` at /bind, read-only")
	return c
}

// flagsFirst refuses a flag behind the stack: what stands there is a program.
func flagsFirst(c *cobra.Command, args []string) error {
	if len(args) > 1 && args[1] != "--" && strings.HasPrefix(args[1], "-") {
		return usageError{message: fmt.Sprintf("%s: flags come before the stack, and %s stands behind it", c.CommandPath(), args[1]),
			hint: fmt.Sprintf("write it as %q", c.CommandPath()+" "+args[1]+" … "+args[0]+" -- PROGRAM")}
	}
	return nil
}

// withoutDashes takes out the "--" between a stack and a program.
func withoutDashes(args []string) []string {
	if len(args) > 1 && args[1] == "--" {
		return append([]string{args[0]}, args[2:]...)
	}
	return args
}

type runOptions struct{ bind string }

// programExit is the exit status of a program that cairn ran for a person; the
// program has said itself what it had to say.
type programExit struct{ code int }

func (e programExit) Error() string { return fmt.Sprintf("exit status %d", e.code) }

// programEnd is what cairn ends with after the program that a person has run in it.
func (s *session) programEnd(state environments.State) error {
	if state.OutOfMemory {
		fmt.Fprintln(s.stderr, "cairn: memory was out: the kernel killed a process of it")
	}
	if state.ExitCode != 0 {
		return programExit{state.ExitCode}
	}
	return nil
}

func runRun(ctx context.Context, s *session, opts runOptions, ref string, argv []string) error {
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	// The program's output is the answer: cairn's own lines go to stderr.
	stdout := s.stdout
	s.stdout = s.stderr
	defer func() { s.stdout = stdout }()
	environment, err := w.ready(ctx)
	if err != nil {
		return err
	}
	invocation := environments.Invocation{Argv: argv, Stdin: s.stdin, Stdout: stdout, Stderr: s.stderr, Network: true}
	if stdin, ok := s.stdin.(*os.File); ok && isTerminal(stdout) && isTerminalFile(stdin) {
		invocation.Terminal = true
	}
	if opts.bind != "" {
		mount, err := bindMount(opts.bind)
		if err != nil {
			return err
		}
		invocation.Mounts = append(invocation.Mounts, mount)
	}
	w.live.close()
	state, err := environment.Run(ctx, invocation)
	if errors.Is(err, fs.ErrNotExist) {
		return hinted(err, "run %q to see the stack's programs", s.command("run", ref, "-- ls /opt/stack/bin"))
	}
	if err != nil {
		return interrupted(ctx, err)
	}
	return s.programEnd(state)
}
