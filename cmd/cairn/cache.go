package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"cairn/containers/cache"
	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/sources"

	"github.com/spf13/cobra"
)

func newCacheCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "cache",
		GroupID: groupMachine,
		Short:   "Share results through a registry",
		Long: `Share results through any OCI registry. "cairn build" takes from the cache that
~/.config/cairn/config.hcl names, without being asked:

  cache "ghcr.io/team/cairn-cache" {
    builders = ["ci.pub"]      # whose results are taken; else trusted_keys
    key      = "builder.key"   # signs what is pushed from here; else signing_key
    push     = true            # push what is built here
    impure   = false           # share also what a host's own compilers built
    timeout  = "2s"            # what a registry that is down costs
  }`,
		Args: noSuchCommand,
		RunE: showHelp,
	}
	for _, add := range []func(*session) *cobra.Command{newCachePushCommand, newCachePullCommand, newCacheChallengeCommand} {
		command := add(s)
		s.workspaceFlag(command.Flags())
		c.AddCommand(command)
	}
	c.AddCommand(newCacheGCCommand(s))
	return c
}

// sharedCache opens the cache of the configuration; nil where there is none, or the
// network is not to be used. impure shares host-built results in any case.
func (s *session) sharedCache(impure bool) (*cache.Cache, error) {
	return s.openCache(cache.Options{Impure: impure})
}

// openCache fills opts from the configuration.
func (s *session) openCache(opts cache.Options) (*cache.Cache, error) {
	if s.offline {
		return nil, nil
	}
	machine, err := s.config()
	if err != nil || machine.cache == nil {
		return nil, err
	}
	given := machine.cache
	opts.Impure = opts.Impure || given.Impure
	opts.Warn = s.warn
	opts.Registry = registry.Options{UserAgent: "cairn/" + version, Events: s.registryEvents()}
	if given.Timeout != "" {
		if opts.Timeout, err = time.ParseDuration(given.Timeout); err != nil || opts.Timeout <= 0 {
			return nil, usageError{message: fmt.Sprintf("cache %q: timeout = %q is no time", given.Repository, given.Timeout), hint: `write it as "2s" or "500ms"`}
		}
	}
	builders, own := given.Builders, given.Key
	if len(builders) == 0 {
		builders = machine.trustedKeys
	}
	if own == "" {
		own = machine.signingKey
	}
	for _, path := range builders {
		key, err := readKeyFile(machine.folder, path, signatures.ParsePublicKey)
		if err != nil {
			return nil, err
		}
		opts.Builders = append(opts.Builders, key)
	}
	if own != "" {
		opts.Key, err = readKeyFile(machine.folder, own, parsePrivateKey)
		if err != nil {
			return nil, err
		}
	}
	return cache.Open(given.Repository, opts)
}

var warning sync.Mutex

// warn tells of something that the command goes on without.
func (s *session) warn(err error) {
	warning.Lock()
	defer warning.Unlock()
	fmt.Fprintf(s.stderr, "cairn: warning: %s\n", sources.Redact(err.Error()))
}

// configuredCache is sharedCache for commands that are about it.
func (s *session) configuredCache(impure bool) (*cache.Cache, error) {
	if s.offline {
		return nil, usageError{message: "the cache is on the network, and --offline was given", hint: "leave one of the two out"}
	}
	c, err := s.sharedCache(impure)
	if err == nil && c == nil {
		err = usageError{message: "no cache is configured", hint: `write cache "REGISTRY/NAME" { … } into ~/.config/cairn/config.hcl; "cairn cache --help" has an example`}
	}
	return c, err
}

// registryFault gives a registry's error its exit status and the command that helps.
func registryFault(ctx context.Context, err error) error {
	var refused *cache.Refused
	var mismatch *registry.Mismatch
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return interrupted(ctx, err)
	case registry.Denied(err):
		return hinted(err, `log in with "docker login", "podman login" or "skopeo login": cairn uses the credentials that they keep`)
	case registry.Unreachable(err):
		return &statusError{status: exitBlocked, err: err}
	case errors.As(err, &refused) || errors.As(err, &mismatch):
		return &statusError{status: exitLock, err: err}
	}
	return err
}
