package main

import (
	"context"
	"fmt"

	"cairn/builder/store"

	"github.com/spf13/cobra"
)

func newStoreCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "store",
		GroupID: groupMachine,
		Short:   "Look after the store",
		Args:    noSuchCommand,
		RunE:    showHelp,
	}
	c.AddCommand(&cobra.Command{
		Use:   "verify",
		Short: "Hash everything in the store again and report what is not what its name says",
		Long: `Hash everything in the store again and report what is not what its name says. Nothing
is changed; what is damaged is brought or built again once it is removed.`,
		Example: "  cairn store verify\n  cairn store verify --store /srv/cairn",
		Args:    exactArgs(),
		RunE:    func(c *cobra.Command, _ []string) error { return runStoreVerify(c.Context(), s) },
	})
	return c
}

func runStoreVerify(ctx context.Context, s *session) error {
	st, err := s.store()
	if err != nil {
		return err
	}
	faults := []store.Fault{}
	if err := st.Verify(ctx, func(f store.Fault) { faults = append(faults, f) }); err != nil {
		return interrupted(ctx, err)
	}
	if s.json {
		if err := s.printJSON(map[string]any{"store": st.Dir(), "faults": faults}); err != nil {
			return err
		}
	} else {
		for _, fault := range faults {
			fmt.Fprintf(s.stdout, "%s\n    expected %s\n    found    %s\n", fault.Path, fault.Expected, fault.Found)
		}
	}
	if len(faults) > 0 {
		return &statusError{status: exitLock, err: fmt.Errorf("%s in %s", plural(len(faults), "fault", "faults"), st.Dir()), hint: "remove what is named above: the next build makes it anew"}
	}
	s.stage("store", st.Dir()+": everything is what its name says", 0)
	return nil
}
