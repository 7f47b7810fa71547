package main

import (
	"errors"

	"cairn/bundles"

	"github.com/spf13/cobra"
)

func newBundleCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "bundle",
		GroupID: groupMachine,
		Short:   "Carry a stack to a machine without network",
		Args:    noSuchCommand,
		RunE:    showHelp,
	}
	for _, add := range []func(*session) *cobra.Command{newBundleExportCommand, newBundleImportCommand} {
		command := add(s)
		s.workspaceFlag(command.Flags())
		c.AddCommand(command)
	}
	return c
}

// bundleFault gives a bundle that is refused its exit status.
func bundleFault(err error) error {
	var fault *bundles.Fault
	if errors.As(err, &fault) {
		return &statusError{status: exitLock, err: err, hint: "copy it again, and compare its sha256 with the one that \"cairn bundle export\" said"}
	}
	return err
}
