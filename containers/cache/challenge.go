package cache

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"cairn/builder/store"
	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/digest"

	v1 "github.com/google/go-containerregistry/pkg/v1"
)

// Claim is what one builder says that a key's output is.
type Claim struct {
	Builder string        `json:"builder"` // its ID in tags; "here" is the own store's record
	Output  digest.Digest `json:"output"`
	At      time.Time     `json:"at,omitzero"`
	Trusted bool          `json:"trusted"`
}

// Challenged is what is known of one key.
type Challenged struct {
	Key    digest.Digest `json:"key"`
	Action string        `json:"action"`
	Claims []Claim       `json:"claims"` // by builder
	Agree  bool          `json:"agree"`  // all claims name one output
}

// Challenge compares the outputs that builders claim for each key, and that of the
// store where it has one. Keys nil is all of the cache. Claims of builders that are
// not trusted are shown as such: their signature was not checked. Entries that are
// refused are warned of.
func (c *Cache) Challenge(ctx context.Context, st *store.Store, keys []digest.Digest) ([]Challenged, error) {
	r, err := c.open(ctx)
	if err != nil {
		return nil, err
	}
	tags := map[digest.Digest][]string{}
	err = r.Tags(ctx, func(tag string) error {
		key, _, ok := parseTag(tag)
		if ok && (keys == nil || slices.Contains(keys, key)) {
			tags[key] = append(tags[key], tag)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	result := []Challenged{}
	for key, found := range tags {
		ch := Challenged{Key: key}
		for _, tag := range found {
			e, trusted, err := c.claim(ctx, r, key, tag)
			if err != nil {
				if err := c.passOver(ctx, err); err != nil {
					return nil, err
				}
				continue
			}
			_, builder, _ := parseTag(tag)
			ch.Action = e.Record.Name
			ch.Claims = append(ch.Claims, Claim{Builder: builder, Output: e.Record.Output, At: e.Record.Finished, Trusted: trusted})
		}
		if own, ok, err := st.Action(key); err == nil && ok {
			ch.Action = own.Name
			ch.Claims = append(ch.Claims, Claim{Builder: "here", Output: own.Output, At: own.Finished, Trusted: true})
		}
		if len(ch.Claims) == 0 {
			continue
		}
		slices.SortFunc(ch.Claims, func(a, b Claim) int { return strings.Compare(a.Builder, b.Builder) })
		ch.Agree = !slices.ContainsFunc(ch.Claims, func(claim Claim) bool { return claim.Output != ch.Claims[0].Output })
		result = append(result, ch)
	}
	slices.SortFunc(result, func(a, b Challenged) int { return strings.Compare(a.Action+a.Key.Hex(), b.Action+b.Key.Hex()) })
	return result, nil
}

// claim reads an entry of any builder.
func (c *Cache) claim(ctx context.Context, r *registry.Repository, key digest.Digest, tag string) (*Entry, bool, error) {
	e, err := c.entry(ctx, r, key, tag, c.builders)
	var untrusted *signatures.UntrustedError
	if !errors.As(err, &untrusted) {
		return e, true, err
	}
	_, builder, _ := parseTag(tag)
	if slices.ContainsFunc(c.builders, func(k *signatures.PublicKey) bool { return builderID(k) == builder }) {
		return nil, false, err // it stands in the name of one whose signature it does not have
	}
	e, err = c.peek(ctx, r, tag)
	return e, false, err
}

// Old is an entry that Collect removed, or would.
type Old struct {
	Reference string    `json:"reference"`
	Action    string    `json:"action"`
	Created   time.Time `json:"created,omitzero"`
}

// Collect removes the entries that were pushed before a time. What the registry then
// does with their blobs is its own matter ("registry garbage-collect").
func (c *Cache) Collect(ctx context.Context, before time.Time, dryRun bool) (removed []Old, kept int, err error) {
	r, err := c.open(ctx)
	if err != nil {
		return nil, 0, err
	}
	removed = []Old{}
	var tags []string
	err = r.Tags(ctx, func(tag string) error {
		if _, _, ok := parseTag(tag); ok || strings.HasPrefix(tag, treePrefix) || strings.HasPrefix(tag, jobPrefix) {
			tags = append(tags, tag)
		}
		return nil
	})
	if err != nil {
		return nil, 0, err
	}
	for _, tag := range tags {
		manifest, h, err := c.manifest(ctx, r, tag)
		if registry.NotFound(err) {
			continue // somebody else removed it
		}
		if err != nil {
			return removed, kept, err
		}
		created, err := time.Parse(time.RFC3339, manifest.Annotations[createdAnnotation])
		if !slices.Contains([]string{EntryType, TreeType, JobType}, manifest.ArtifactType) || err != nil || !created.Before(before) {
			kept++
			continue
		}
		if !dryRun {
			if err := remove(ctx, r, tag, h); err != nil {
				return removed, kept, err
			}
		}
		removed = append(removed, Old{Reference: c.Name() + ":" + tag, Action: manifest.Annotations["cairn.action"], Created: created})
	}
	return removed, kept, nil
}

// remove deletes a manifest, and its tag where that stayed.
func remove(ctx context.Context, r *registry.Repository, tag string, h v1.Hash) error {
	if err := r.Delete(ctx, h.String()); err != nil {
		return err
	}
	if _, there, err := r.HasManifest(ctx, tag); err != nil || !there {
		return err
	}
	return r.Delete(ctx, tag)
}

func (c *Cache) manifest(ctx context.Context, r *registry.Repository, tag string) (*v1.Manifest, v1.Hash, error) {
	content, d, err := r.Manifest(ctx, tag)
	if err != nil {
		return nil, v1.Hash{}, err
	}
	manifest, err := parseManifest(content)
	return manifest, d.Digest, err
}
