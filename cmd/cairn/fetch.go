package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"
)

func newFetchCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "fetch STACK",
		GroupID: groupStack,
		Short:   "Bring what a locked stack is made from into the store",
		Long: `Bring the sources, the patch files, the toolchains' packages and the base image of a
locked stack into the store, so that a later build works with --offline.`,
		Example: "  cairn fetch qwen36-q4-tp3 --mirror https://github.com/=file:///srv/mirror/",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runFetch(c.Context(), s, args[0]) },
	}
	s.limits.keepFreeFlag(c.Flags())
	return c
}

// printFetched is "cairn fetch --json": what is in the store now.
func (w *workshop) printFetched(ctx context.Context) error {
	checks, err := w.checkSeries(ctx)
	if err != nil {
		return err
	}
	err = w.session.printJSON(map[string]any{"stack": w.stack.Ref(), "lock": w.lock.Digest(), "components": checks})
	return errors.Join(err, checkOutcome(checks))
}

func runFetch(ctx context.Context, s *session, ref string) error {
	w, err := s.openLocked(ref)
	if err != nil {
		return err
	}
	defer w.close()
	if err := w.fetch(ctx); err != nil {
		return err
	}
	if err := w.fetchBase(ctx); err != nil {
		return err
	}
	if err := w.keep(); err != nil {
		return err
	}
	if s.json {
		return w.printFetched(ctx)
	}
	return w.verifyPatches(ctx)
}
