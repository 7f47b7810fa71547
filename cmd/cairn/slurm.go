package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cairn/builder/slurm"
	"cairn/builder/store"
	"cairn/containers/cache"
	"cairn/digest"

	"github.com/spf13/cobra"
)

// exchange is the cache as builder/slurm sees it.
type exchange struct{ *cache.Cache }

// Push implements slurm.Exchange. That the same builder had another output before is
// for "cairn cache challenge": the entry that stands is the one that all take.
func (e exchange) Push(ctx context.Context, st *store.Store, key digest.Digest) error {
	_, err := e.Cache.Push(ctx, st, key)
	var disagrees *cache.Disagreement
	if errors.As(err, &disagrees) {
		return nil
	}
	return err
}

// clusterCache opens the cache through which a cluster's nodes give and take.
func (s *session) clusterCache() (*cache.Cache, error) {
	if s.offline {
		return nil, usageError{message: "--executor slurm needs the registry of the cache, and --offline was given", hint: "leave one of the two out"}
	}
	c, err := s.openCache(cache.Options{Impure: true, Required: true})
	if err != nil {
		return nil, err
	}
	if c == nil || !c.Pushes() {
		return nil, usageError{message: "--executor slurm hands inputs and outputs through a cache that can be pushed to, and none is configured",
			hint: `write cache "REGISTRY/NAME" { key = "FILE" } into ~/.config/cairn/config.hcl; "cairn cache --help" has an example`}
	}
	return c, nil
}

// useSlurm makes the cluster what carries actions out.
func (w *workshop) useSlurm(ctx context.Context) (err error) {
	if w.shared, err = w.session.clusterCache(); err != nil {
		return err
	}
	given := w.session.machine.slurm
	if given.Cairn == "" {
		if given.Cairn, err = os.Executable(); err != nil {
			return err
		}
	}
	if given.Logs == "" {
		given.Logs = filepath.Join(w.store.Dir(), "slurm")
	}
	command := shellWord(given.Cairn) + " worker"
	if given.Store != "" {
		command += ` --store "` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`").Replace(given.Store) + `"`
	}
	opts := slurm.Options{Command: command, Partition: given.Partition, Account: given.Account, Extra: given.Options, Logs: given.Logs}
	for _, name := range []string{"HOME", "USER", "LOGNAME", "PATH", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "DOCKER_CONFIG", "SLURM_CONF"} {
		if value, ok := os.LookupEnv(name); ok {
			opts.Environment = append(opts.Environment, name+"="+value)
		}
	}
	executor, err := slurm.New(ctx, w.workspace, exchange{w.shared}, opts)
	var missing *slurm.CommandError
	if errors.As(err, &missing) {
		return &statusError{status: exitBlocked, err: fmt.Errorf("blocked: Slurm does not answer: %w", err), hint: "leave --executor slurm out to build here"}
	}
	w.executor = executor
	return err
}

func newWorkerCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:    "worker JOB",
		Hidden: true, // sbatch types it
		Short:  "Carry out one action on a node of a cluster",
		Args:   exactArgs("the digest of a JOB"),
		RunE:   func(c *cobra.Command, args []string) error { return runWorker(c.Context(), s, args[0]) },
	}
}

func runWorker(ctx context.Context, s *session, job string) error {
	d, err := digest.Parse(job)
	if err != nil {
		return usageError{message: err.Error(), hint: `"cairn build --executor slurm" makes jobs`}
	}
	shared, err := s.clusterCache()
	if err != nil {
		return err
	}
	st, err := s.store()
	if err != nil {
		return err
	}
	return interrupted(ctx, slurm.RunJob(ctx, exchange{shared}, st, d, version, s.stdout))
}
