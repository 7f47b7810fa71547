package main

import (
	"context"
	"fmt"
	"time"

	"cairn/digest"

	"github.com/spf13/cobra"
)

func newCacheChallengeCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "challenge [STACK]",
		Short: "Find builders that disagree about an output",
		Long: `Compare what builders say came out of the same inputs, and what came out here.
Without a STACK, of everything in the cache. Where two outputs of one key differ, the
exit status is 4: one of the builders, or the build, is not to be trusted.`,
		Example: "  cairn cache challenge\n  cairn cache challenge ember --json",
		Args:    atMost(1),
		RunE:    func(c *cobra.Command, args []string) error { return runCacheChallenge(c.Context(), s, args) },
	}
}

func runCacheChallenge(ctx context.Context, s *session, refs []string) error {
	shared, err := s.configuredCache(true)
	if err != nil {
		return err
	}
	st, err := s.store()
	if err != nil {
		return err
	}
	var keys []digest.Digest
	for _, ref := range refs {
		w, err := s.openWorkshop(ctx, ref)
		if err != nil {
			return err
		}
		defer w.close()
		keys = []digest.Digest{}
		for _, action := range w.plan.Actions {
			if !action.Key.IsZero() {
				keys = append(keys, action.Key)
			}
		}
	}
	found, err := shared.Challenge(ctx, st, keys)
	if err != nil {
		return registryFault(ctx, err)
	}
	differ := 0
	for _, one := range found {
		if !one.Agree {
			differ++
		}
	}
	if s.json {
		if err := s.printJSON(map[string]any{"cache": shared.Name(), "keys": found, "disagreements": differ}); err != nil {
			return err
		}
	} else {
		for _, one := range found {
			verdict := "agree"
			if !one.Agree {
				verdict = "DISAGREE"
			}
			if len(one.Claims) == 1 {
				verdict = "one claim"
			}
			fmt.Fprintf(s.stdout, "%-9s %s  key %s\n", verdict, one.Action, one.Key.Short())
			for _, claim := range one.Claims {
				trust := ""
				if !claim.Trusted {
					trust = "  (not a builder of yours: unchecked)"
				}
				fmt.Fprintf(s.stdout, "    %-16s  %s  %s%s\n", claim.Builder, claim.Output.Short(), claim.At.Format(time.DateOnly), trust)
			}
		}
		s.stage("challenged", fmt.Sprintf("%s in %s, %d disagree", plural(len(found), "key", "keys"), shared.Name(), differ), 0)
	}
	if differ > 0 {
		return &statusError{status: exitLock, err: fmt.Errorf("%s of %s: builders disagree about the output", plural(differ, "key", "keys"), shared.Name()), hint: `run "cairn verify" on the stack to see which file differs, and why`}
	}
	return nil
}

func newCacheGCCommand(s *session) *cobra.Command {
	var days int
	var dryRun bool
	c := &cobra.Command{
		Use:   "gc --keep-days N",
		Short: "Remove entries from the cache that were pushed long ago",
		Long: `Remove entries from the cache that were pushed more than N days ago. The registry
must allow it, and frees the room by its own garbage collection.`,
		Example: "  cairn cache gc --keep-days 90 --dry-run",
		Args:    exactArgs(),
		RunE: func(c *cobra.Command, _ []string) error {
			if days < 0 {
				return usageError{message: "cairn cache gc wants to know how many days to keep", hint: `run "cairn cache gc --keep-days 90"`}
			}
			return runCacheGC(c.Context(), s, days, dryRun)
		},
	}
	c.Flags().IntVar(&days, "keep-days", -1, "keep what was pushed within `N` days")
	c.Flags().BoolVarP(&dryRun, "dry-run", "n", false, "remove nothing, say what would be removed")
	return c
}

func runCacheGC(ctx context.Context, s *session, days int, dryRun bool) error {
	shared, err := s.configuredCache(true)
	if err != nil {
		return err
	}
	removed, kept, err := shared.Collect(ctx, time.Now().AddDate(0, 0, -days), dryRun)
	if err != nil {
		return registryFault(ctx, err)
	}
	if s.json {
		return s.printJSON(map[string]any{"cache": shared.Name(), "dry_run": dryRun, "removed": removed, "kept": kept})
	}
	verb := "removed"
	if dryRun {
		verb = "would go"
	}
	for _, old := range removed {
		s.stage(verb, fmt.Sprintf("%-30s %s  %s", old.Action, old.Created.Format(time.DateOnly), old.Reference), 0)
	}
	s.stage("gc", fmt.Sprintf("%s %s, %d kept", plural(len(removed), "entry", "entries"), verb, kept), 0)
	return nil
}
