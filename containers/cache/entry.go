package cache

import (
	"bytes"
	"context"
	"encoding/json"

	"cairn/builder/store"
	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/digest"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// The types of an entry and its parts.
const (
	EntryType                     = "application/vnd.cairn.cache.entry.v1+json"
	StatementType                 = "application/vnd.cairn.cache.statement.v1+json"
	treeType      types.MediaType = "application/vnd.cairn.tree.v1.tar+zstd"
	logType       types.MediaType = "application/vnd.cairn.log.v1+zstd"
	bundleType    types.MediaType = signatures.BundleType
)

const (
	maxStatementBytes = 4 << 20
	maxLogBytes       = 64 << 20
	// maxTreeBytes is what no output can be: a statement that says more is nonsense.
	maxTreeBytes = 1 << 40
)

// Statement is what a builder signs: with this key I got this output.
type Statement struct {
	Key    digest.Digest `json:"key"`
	Record store.Record  `json:"record"`
	// TreeBytes is what the output's files are together.
	TreeBytes int64 `json:"tree_bytes"`
	Tree      Part  `json:"tree"`
	Log       *Part `json:"log,omitempty"`
}

// Part is a blob of an entry.
type Part struct {
	Digest    digest.Digest `json:"digest"` // of the compressed bytes
	SizeBytes int64         `json:"size_bytes"`
}

func (p Part) descriptor(kind types.MediaType) v1.Descriptor {
	return v1.Descriptor{MediaType: kind, Size: p.SizeBytes, Digest: v1.Hash{Algorithm: "sha256", Hex: p.Digest.Hex()}}
}

func partOf(b registry.Blob) (Part, error) {
	d, err := digest.Parse(b.Hash.String())
	return Part{Digest: d, SizeBytes: b.Size}, err
}

// Entry is a statement that was found, with its signature checked.
type Entry struct {
	Reference string // of the registry
	Statement
	Builder *signatures.PublicKey
	// Manifest is the digest of the entry's manifest.
	Manifest v1.Hash
}

// entry reads what stands under a tag and proves it to be of one of the builders and
// of the key; damage is a *Refused.
func (c *Cache) entry(ctx context.Context, r *registry.Repository, key digest.Digest, tag string, builders []*signatures.PublicKey) (*Entry, error) {
	e := &Entry{Reference: c.Name() + ":" + tag}
	err := c.read(ctx, r, e, key, tag, builders)
	if err != nil && damaging(err) {
		return nil, &Refused{Entry: e.Reference, Action: e.Record.Name, Err: err}
	}
	if err != nil {
		return nil, err
	}
	return e, nil
}

func (c *Cache) read(ctx context.Context, r *registry.Repository, e *Entry, key digest.Digest, tag string, builders []*signatures.PublicKey) error {
	content, d, err := r.Manifest(ctx, tag)
	if err != nil {
		return err
	}
	e.Manifest = d.Digest
	manifest, err := parseManifest(content)
	if err != nil {
		return err
	}
	if manifest.ArtifactType != EntryType || len(manifest.Layers) == 0 || manifest.Layers[0].MediaType != bundleType {
		return wrong("its manifest is of type %q, not an entry of a cairn cache", manifest.ArtifactType)
	}
	signed, err := r.Read(ctx, manifest.Layers[0], maxStatementBytes)
	if err != nil {
		return err
	}
	kind, payload, by, err := signatures.Open(ctx, signed, builders)
	if err != nil {
		if !damaging(err) {
			err = wrong("its statement %v", err)
		}
		return err
	}
	if kind != StatementType {
		return wrong("what is signed is a %q", kind)
	}
	decoder := json.NewDecoder(bytes.NewReader(payload))
	if err := decoder.Decode(&e.Statement); err != nil {
		return wrong("its statement cannot be read: %v", err)
	}
	e.Builder = by
	switch {
	case e.Key != key || e.Record.Key != key:
		return wrong("it is signed for the key %s", e.Key)
	case e.Record.Output.IsZero() || e.Tree.Digest.IsZero() || e.TreeBytes < 0 || e.TreeBytes > maxTreeBytes:
		return wrong("its statement names no output")
	}
	return nil
}

func parseManifest(content []byte) (*v1.Manifest, error) {
	manifest, err := v1.ParseManifest(bytes.NewReader(content))
	if err != nil {
		return nil, wrong("its manifest cannot be read: %v", err)
	}
	return manifest, nil
}

// peek reads an entry without checking who signed it: to show it, never to use it.
func (c *Cache) peek(ctx context.Context, r *registry.Repository, tag string) (*Entry, error) {
	e := &Entry{Reference: c.Name() + ":" + tag}
	manifest, h, err := c.manifest(ctx, r, tag)
	if err != nil {
		return nil, err
	}
	if e.Manifest = h; len(manifest.Layers) == 0 {
		return nil, &Refused{Entry: e.Reference, Err: wrong("its manifest has no statement")}
	}
	signed, err := r.Read(ctx, manifest.Layers[0], maxStatementBytes)
	if err != nil {
		return nil, err
	}
	_, payload, err := signatures.Peek(signed)
	if err == nil {
		err = json.Unmarshal(payload, &e.Statement)
	}
	if err != nil {
		return nil, &Refused{Entry: e.Reference, Err: wrong("its statement cannot be read: %v", err)}
	}
	return e, nil
}

// find asks for the entries of a key, builder by builder, and calls f with each that
// is good until f returns false. Damaged ones are warned of and passed over.
func (c *Cache) find(ctx context.Context, key digest.Digest, f func(*Entry) (more bool, err error)) error {
	ask, err := c.asked(ctx)
	if err != nil {
		return err
	}
	for _, builder := range c.builders {
		tag := tagOf(key, builderID(builder))
		_, there, err := ask.HasManifest(ctx, tag)
		if err != nil {
			return c.silent(ctx, err)
		}
		if !there {
			continue
		}
		r, err := c.open(ctx)
		if err != nil {
			return c.silent(ctx, err)
		}
		e, err := c.entry(ctx, r, key, tag, []*signatures.PublicKey{builder})
		if err != nil {
			if err := c.passOver(ctx, err); err != nil {
				return err
			}
			continue
		}
		if more, err := f(e); err != nil || !more {
			return err
		}
	}
	return nil
}

// passOver warns of what is wrong with one entry; the end of ctx is an error.
func (c *Cache) passOver(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	c.opts.Warn(err)
	return nil
}
