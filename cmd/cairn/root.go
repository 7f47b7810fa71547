package main

import (
	"errors"
	"fmt"
	"runtime/debug"

	"cairn/internal/lazyregexp"
	"cairn/stacks"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// version is the release that this binary is; workspaces may require one.
const version = "0.1.0"

func newRootCommand(s *session) *cobra.Command {
	root := &cobra.Command{
		Use:   "cairn",
		Short: "Rebuild, patch, replay and ship LLM backend stacks",
		Long: `Rebuild, patch, replay and ship LLM backend stacks.

Exit status: 0 done, 1 failed, 2 usage, 3 a patch does not apply, 4 lock stale or digest
mismatch, 5 quality gate failed, 6 blocked: this machine lacks something, 130 interrupted.
What was asked for is on standard output, all else on standard error.`,
		Version:       version,
		Args:          noSuchCommand,
		SilenceUsage:  true,
		SilenceErrors: true,
		// "cairn -C DIR list" and "cairn list -C DIR" are the same.
		TraverseChildren: true,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(s.stdout, welcome)
			return err
		},
	}
	root.SetVersionTemplate("cairn {{.Version}}" + revision() + "\n")
	root.SetFlagErrorFunc(flagFault)
	s.globalFlags(root.PersistentFlags())
	s.workspaceFlag(root.Flags())
	root.AddGroup(
		&cobra.Group{ID: groupJob, Title: "The main job:"},
		&cobra.Group{ID: groupStack, Title: "Stacks and their locks:"},
		&cobra.Group{ID: groupPatch, Title: "Patches:"},
		&cobra.Group{ID: groupMachine, Title: "This machine:"},
	)
	for _, add := range []func(*session) *cobra.Command{
		newTestCommand, newBuildCommand, newRunCommand, newServeCommand, newImageCommand, newPublishCommand, newInspectCommand,
		newReproduceCommand,
		newInitCommand, newListCommand, newShowCommand, newResultsCommand, newReportCommand, newValidateCommand, newFmtCommand,
		newLockCommand, newFetchCommand, newExportCommand, newPlanCommand, newLogCommand, newShellCommand,
		newVerifyCommand, newDiffCommand, newCheckCommand, newRebaseCommand, newDoctorCommand,
	} {
		command := add(s)
		s.workspaceFlag(command.Flags())
		root.AddCommand(command)
	}
	for _, add := range []func(*session) *cobra.Command{newPinCommand, newUnpinCommand} {
		command := add(s)
		s.workspaceFlag(command.Flags())
		root.AddCommand(command)
	}
	root.AddCommand(newPatchCommand(s), newStoreCommand(s), newGCCommand(s), newDUCommand(s), newKeyCommand(s), newCacheCommand(s), newBundleCommand(s), newWorkerCommand(s), newDocsCommand(s))
	root.SetCompletionCommandGroupID(groupMachine)
	root.InitDefaultCompletionCmd("cairn")
	root.SetHelpCommand(newHelpCommand(root))
	root.SetHelpCommandGroupID(groupMachine)
	s.completeByValue(root)
	completeFlag(root, "progress", func([]string) []cobra.Completion { return flagWords["progress"] })
	for _, command := range root.Commands() {
		s.completeWords(command)
		if command.Name() == "completion" {
			command.Short, command.Args = "Print the script that completes cairn's commands in a shell", noSuchCommand
			command.RunE = showHelp
		}
	}
	return root
}

const (
	groupJob     = "job"
	groupStack   = "stack"
	groupPatch   = "patch"
	groupMachine = "machine"
)

const welcome = `cairn rebuilds, patches, replays and ships LLM backend stacks.

  cairn list                    the stacks you have, and whether they are locked
  cairn test ember              build the example stack, gate it, measure it
  cairn init URL PATCHES/       a workspace from your upstream and your patch files
  cairn doctor                  what this machine can build and run

"cairn help" lists every command.
`

// noSuchCommand refuses what is left over when no command took the arguments.
func noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := usageError{message: fmt.Sprintf("no such command: %q", c.CommandPath()+" "+args[0]), hint: fmt.Sprintf("run %q", c.CommandPath()+" --help")}
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		err.hint = fmt.Sprintf("did you mean %q?", c.CommandPath()+" "+near[0])
	}
	return err
}

// showHelp answers a command that is only the name of others.
func showHelp(c *cobra.Command, _ []string) error { return c.Help() }

// newHelpCommand is "cairn help COMMAND".
func newHelpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show what a command does, its flags and examples of it",
		RunE: func(_ *cobra.Command, args []string) error {
			c, left, err := root.Find(args)
			if err != nil || len(left) > 0 {
				return noSuchCommand(c, left)
			}
			return c.Help()
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			c, _, err := root.Find(args)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []cobra.Completion
			for _, sub := range c.Commands() {
				if sub.IsAvailableCommand() {
					names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// flagFault says what is wrong with a flag, and what was probably meant.
func flagFault(c *cobra.Command, err error) error {
	fault := usageError{message: notANumber.ReplaceAllString(err.Error(), "$1 is no whole number"), hint: fmt.Sprintf("run %q", c.CommandPath()+" --help")}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return fault
	}
	var names []string
	note := func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	}
	c.Flags().VisitAll(note)
	c.InheritedFlags().VisitAll(note)
	if near := stacks.Near(unknown.GetSpecifiedName(), names); near != "" {
		fault.hint = fmt.Sprintf("did you mean --%s?", near)
	}
	return fault
}

var notANumber = lazyregexp.New(`strconv\.Parse[A-Za-z]+: parsing ("[^"]*"): .*`)

// exactArgs refuses any other number of arguments, naming what is wanted.
func exactArgs(names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usageError{message: fmt.Sprintf("%s wants %s", c.CommandPath(), names[len(args)]), hint: fmt.Sprintf("run %q", c.CommandPath()+" --help")}
		case len(args) > len(names):
			return usageError{message: fmt.Sprintf("%s does not take %q", c.CommandPath(), args[len(names)]), hint: fmt.Sprintf("run %q", c.CommandPath()+" --help")}
		}
		return nil
	}
}

// atLeast refuses a command line without an argument, naming what is wanted.
func atLeast(name string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return exactArgs(name)(c, args)
		}
		return nil
	}
}

// atMost refuses what comes after the first n arguments.
func atMost(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) > n {
			return exactArgs(make([]string, n)...)(c, args)
		}
		return nil
	}
}

// revision is " (abcdef12)" where the Go tool recorded the commit, else empty.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" && len(setting.Value) >= 8 {
			return " (" + setting.Value[:8] + ")"
		}
	}
	return ""
}
