package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"cairn/builder"
	"cairn/builder/store"
	"cairn/containers/cache"
	"cairn/containers/registry"
	"cairn/digest"

	"github.com/spf13/cobra"
)

// openShared opens a stack and the cache that is configured, which there must be.
func (s *session) openShared(ctx context.Context, ref string, impure bool) (*workshop, error) {
	shared, err := s.configuredCache(impure)
	if err != nil {
		return nil, err
	}
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return nil, err
	}
	w.shared = shared
	return w, nil
}

func newCachePushCommand(s *session) *cobra.Command {
	var impure bool
	c := &cobra.Command{
		Use:     "push STACK",
		Short:   "Sign the outputs of a built stack and push them to the cache",
		Example: "  cairn cache push ember --impure",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runCachePush(c.Context(), s, args[0], impure) },
	}
	c.Flags().BoolVar(&impure, "impure", false, "also what was built with this host's own compilers")
	return c
}

func runCachePush(ctx context.Context, s *session, ref string, impure bool) error {
	w, err := s.openShared(ctx, ref, impure)
	if err != nil {
		return err
	}
	defer w.close()
	if !w.upToDate() {
		return hinted(fmt.Errorf("%s is not built: there is nothing to push", ref), "run %q first", s.command("build", ref))
	}
	start := time.Now()
	var moved registry.Moved
	for _, action := range w.plan.Actions {
		sent, err := w.shared.Push(ctx, w.store, action.Key)
		moved.Add(sent)
		switch {
		case errors.Is(err, cache.ErrNoKey):
			return usageError{message: err.Error(), hint: `write key = "FILE" into the cache block of ~/.config/cairn/config.hcl`}
		case errors.Is(err, cache.ErrImpure):
			return hinted(fmt.Errorf("not pushed: %w", err), "run %q to share it with machines that have the same compilers", s.command("cache", "push", "--impure", ref))
		case err != nil:
			return registryFault(ctx, err)
		}
	}
	if s.json {
		return s.printJSON(map[string]any{"stack": w.stack.Ref(), "cache": w.shared.Name(), "actions": len(w.plan.Actions), "moved": moved})
	}
	s.stage("pushed", fmt.Sprintf("%s to %s: %s sent, %s", plural(len(w.plan.Actions), "output", "outputs"), w.shared.Name(), plural(moved.Blobs, "blob", "blobs"), megabytes(moved.Bytes)), time.Since(start))
	return nil
}

func newCachePullCommand(s *session) *cobra.Command {
	var impure bool
	c := &cobra.Command{
		Use:     "pull STACK",
		Short:   "Bring what the cache has of a stack into the store; nothing is built",
		Example: "  cairn cache pull ember",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runCachePull(c.Context(), s, args[0], impure) },
	}
	c.Flags().BoolVar(&impure, "impure", false, "also what was built with the compilers of a host like this")
	return c
}

func runCachePull(ctx context.Context, s *session, ref string, impure bool) error {
	w, err := s.openShared(ctx, ref, impure)
	if err != nil {
		return err
	}
	defer w.close()
	start := time.Now()
	pulled, err := w.pull(ctx)
	if err != nil {
		return registryFault(ctx, err)
	}
	if err := w.keep(); err != nil {
		return err
	}
	missing := 0
	for _, action := range w.plan.Actions {
		if action.State != builder.Done {
			missing++
		}
	}
	if s.json {
		return s.printJSON(map[string]any{"stack": w.stack.Ref(), "cache": w.shared.Name(), "pulled": pulled, "missing": missing})
	}
	s.stage("pulled", fmt.Sprintf("%s from %s, %d to build", plural(pulled, "output", "outputs"), w.shared.Name(), missing), time.Since(start))
	return nil
}

// pull takes from the cache what the plan wants run, again and again as outputs give
// keys to what waited for them, and plans anew. It says how many came.
func (w *workshop) pull(ctx context.Context) (pulled int, err error) {
	if w.shared == nil {
		return 0, nil
	}
	asked := map[digest.Digest]bool{}
	for {
		before := pulled
		for _, action := range w.plan.Actions {
			if action.State != builder.Ready || asked[action.Key] || !w.shared.Takes(action.Impure) {
				continue
			}
			asked[action.Key] = true
			_, ok, err := w.shared.Fetch(ctx, w.store, action.Key)
			if err != nil {
				return pulled, interrupted(ctx, err)
			}
			if ok {
				pulled++
			}
		}
		if pulled == before {
			return pulled, nil
		}
		if w.plan, err = builder.NewPlan(w.request, w.store); err != nil {
			return pulled, err
		}
	}
}

// pullShown is pull from the configured cache, for builds: it says what came. It also
// settles where what is left will run.
func (w *workshop) pullShown(ctx context.Context) (err error) {
	if err := w.chooseExecutor(ctx); err != nil || w.shared == nil {
		return err
	}
	start := time.Now()
	pulled, err := w.pull(ctx)
	if err == nil && pulled > 0 {
		w.live.pause()
		w.session.stage("cache", fmt.Sprintf("%s from %s", plural(pulled, "output", "outputs"), w.shared.Name()), time.Since(start))
	}
	return err
}

// chooseExecutor opens the cache, if one is used, and what carries actions out.
func (w *workshop) chooseExecutor(ctx context.Context) (err error) {
	switch w.session.limits.executor {
	case "slurm":
		return w.useSlurm(ctx)
	case "", "local":
	}
	if w.shared, err = w.session.sharedCache(false); err != nil || w.shared == nil {
		return err
	}
	if w.session.machine.cache.Push {
		w.executor = sharing{Executor: builder.Local{}, cache: w.shared, warn: w.session.warn}
	}
	return nil
}

// sharing is an executor whose results go to the cache.
type sharing struct {
	builder.Executor
	cache *cache.Cache
	warn  func(error)
}

// Execute implements builder.Executor.
func (e sharing) Execute(ctx context.Context, w builder.Work) (*store.Record, bool, error) {
	record, ran, err := e.Executor.Execute(ctx, w)
	if err != nil || !ran || !e.cache.Takes(record.Impure) {
		return record, ran, err
	}
	// What cannot be shared is built all the same.
	if _, err := e.cache.Push(ctx, w.Options.Store, w.Action.Key); err != nil && !errors.Is(err, cache.ErrImpure) && ctx.Err() == nil {
		e.warn(fmt.Errorf("not shared: %w", err))
	}
	return record, ran, nil
}
