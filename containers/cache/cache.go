// Package cache shares the results of actions through any OCI registry: an entry is
// the output of one action as one builder made it, found by the action's key, signed
// by the builder, and taken only from builders that are trusted.
//
// Several builders may have entries of one key, side by side: where they disagree
// about the output, Challenge shows it. What an action is belongs to builder, how a
// registry is spoken to to containers/registry.
//
// An entry is an OCI artifact (OCI image specification v1.1, manifest.md, "Guidelines
// for Artifact Usage") under the tag KEY.BUILDER, 64 and 16 hex digits; its blobs
// are the signed Statement, the tree as store.PackTree writes it in zstd, and the log.
package cache

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"cairn/builder/store"
	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/digest"

	"github.com/google/go-containerregistry/pkg/name"
)

// Options say how a cache is used.
type Options struct {
	// Builders are those whose entries are taken; without any, nothing is.
	Builders []*signatures.PublicKey
	// Key signs what is pushed; nil pushes nothing. Its own entries are taken too.
	Key *signatures.Key
	// Impure shares also what was built with a host's own compilers.
	Impure bool
	// Required says that nothing goes on without the registry: questions are as patient
	// as all else, and one that gets no answer is an error.
	Required bool
	// Timeout is how long the registry is waited for before the first answer;
	// DefaultTimeout if zero. After an answer registry's patience holds.
	Timeout time.Duration
	// Registry is how the registry is spoken to; its Patience is for all but the first
	// answer.
	Registry registry.Options
	// Warn is told what was refused, and that a registry is not there; may be nil. It
	// may be called from several goroutines at once.
	Warn func(error)
}

// DefaultTimeout is what a registry that is down costs a build.
const DefaultTimeout = 2 * time.Second

// Cache is the shared results of one repository. It is safe for concurrent use.
type Cache struct {
	name     name.Repository
	opts     Options
	builders []*signatures.PublicKey

	mu      sync.Mutex
	quick   *registry.Repository // for the question whether something is there
	patient *registry.Repository // for what is known to be there, and for pushing
	off     error                // why nothing is asked any more

	trees sync.Map // digest.Digest → *sync.Mutex: one at a time makes a tree available
}

// Open returns the cache in a repository ("ghcr.io/team/cairn-cache"). Nothing is
// connected to yet.
func Open(repository string, opts Options) (*Cache, error) {
	named, err := name.NewRepository(repository)
	if err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	if opts.Timeout <= 0 {
		opts.Timeout = DefaultTimeout
	}
	if opts.Warn == nil {
		opts.Warn = func(error) {}
	}
	c := &Cache{name: named, opts: opts}
	if opts.Key != nil {
		c.builders = []*signatures.PublicKey{opts.Key.Public()}
	}
	for _, builder := range opts.Builders { // one's own key may be among them
		if !slices.ContainsFunc(c.builders, func(k *signatures.PublicKey) bool { return k.ID() == builder.ID() }) {
			c.builders = append(c.builders, builder)
		}
	}
	return c, nil
}

// Name is the repository's full name.
func (c *Cache) Name() string { return c.name.Name() }

// Pushes reports whether the cache can sign, and so be given results.
func (c *Cache) Pushes() bool { return c.opts.Key != nil }

// Takes reports whether results of a kind are shared: those of a host's own compilers
// only where that was asked for.
func (c *Cache) Takes(impure bool) bool { return c.opts.Impure || !impure }

// OffError says that the cache is not asked any more in this process.
type OffError struct {
	Cache string
	Err   error
}

func (e *OffError) Error() string {
	return fmt.Sprintf("the cache %s is left alone: %v", e.Cache, e.Err)
}
func (e *OffError) Unwrap() error { return e.Err }

// asked opens the repository for questions. A registry that gives no answer in time
// is not asked again: the build goes on without.
func (c *Cache) asked(ctx context.Context) (*registry.Repository, error) {
	if c.opts.Required {
		return c.open(ctx)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.off != nil || c.quick != nil {
		return c.quick, c.off
	}
	options := c.opts.Registry
	options.PullOnly = !c.Pushes()
	options.Patience = registry.Patience{Attempts: 1, Connect: c.opts.Timeout, Stall: c.opts.Timeout}
	timed, cancel := context.WithTimeout(ctx, c.opts.Timeout)
	defer cancel()
	r, err := registry.Open(timed, c.name, options)
	if err != nil {
		return nil, c.turnOff(ctx, err)
	}
	c.quick = r
	return r, nil
}

// turnOff is called with the lock held. It warns once.
func (c *Cache) turnOff(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if c.off == nil {
		c.off = &OffError{Cache: c.Name(), Err: err}
		c.opts.Warn(c.off)
	}
	return c.off
}

// silent turns the cache off if a question got no answer, and returns the error.
func (c *Cache) silent(ctx context.Context, err error) error {
	if c.opts.Required {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.turnOff(ctx, err)
}

// open opens the repository for what takes long.
func (c *Cache) open(ctx context.Context) (*registry.Repository, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.patient != nil {
		return c.patient, nil
	}
	options := c.opts.Registry
	options.PullOnly = !c.Pushes()
	if options.Patience.Connect == 0 {
		options.Patience.Connect = c.opts.Timeout
	}
	r, err := registry.Open(ctx, c.name, options)
	c.patient = r
	return r, err
}

// builderID is how tags name a builder.
func builderID(key *signatures.PublicKey) string {
	sum, err := base64.StdEncoding.DecodeString(key.ID())
	if err != nil || len(sum) < 8 {
		panic("a key's ID is base64 of a SHA-256")
	}
	return hex.EncodeToString(sum[:8])
}

func tagOf(key digest.Digest, builder string) string { return key.Hex() + "." + builder }

// parseTag reads what tagOf writes.
func parseTag(tag string) (key digest.Digest, builder string, ok bool) {
	digits, builder, ok := strings.Cut(tag, ".")
	key, err := digest.Parse(digits)
	return key, builder, ok && err == nil && len(builder) == 16
}

// Refused says that an entry is not what its builder signed, or not of a trusted one.
type Refused struct {
	Entry  string // the reference: "ghcr.io/team/cairn-cache:KEY.BUILDER"
	Action string // as far as it says so
	Err    error
}

func (e *Refused) Error() string {
	if e.Action != "" {
		return fmt.Sprintf("cache entry %s of %s is refused: %v", e.Entry, e.Action, e.Err)
	}
	return fmt.Sprintf("cache entry %s is refused: %v", e.Entry, e.Err)
}
func (e *Refused) Unwrap() error { return e.Err }

// damaging are the errors by which content is refused; others are of the connection.
func damaging(err error) bool {
	var mismatch *registry.Mismatch
	var untrusted *signatures.UntrustedError
	var packed *store.PackedError
	var wrong *wrongError
	return errors.As(err, &mismatch) || errors.As(err, &untrusted) || errors.As(err, &packed) || errors.As(err, &wrong)
}

// wrongError is something that an entry says and that is not so.
type wrongError struct{ text string }

func (e *wrongError) Error() string { return e.text }

func wrong(format string, args ...any) error { return &wrongError{fmt.Sprintf(format, args...)} }
