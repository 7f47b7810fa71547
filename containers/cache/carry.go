package cache

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"cairn/builder/store"
	"cairn/containers/registry"
	"cairn/digest"

	v1 "github.com/google/go-containerregistry/pkg/v1"
)

// What actions need on other machines lies beside the entries, named by its content:
// trees by their digests, jobs by those of their bytes. Nobody signs it, for whoever
// asks by a digest knows what must come.
const (
	TreeType = "application/vnd.cairn.cache.tree.v1"
	JobType  = "application/vnd.cairn.cache.job.v1"

	treePrefix = "tree."
	jobPrefix  = "job."

	treeBytesAnnotation = "cairn.tree.bytes"
	createdAnnotation   = "org.opencontainers.image.created"
	maxJobBytes         = 64 << 20
)

// PushTree makes a tree of the store available to other machines.
func (c *Cache) PushTree(ctx context.Context, st *store.Store, tree digest.Digest) error {
	if err := c.pushTree(ctx, st, tree); err != nil {
		return fmt.Errorf("push tree %s: %w", tree, err)
	}
	return nil
}

func (c *Cache) pushTree(ctx context.Context, st *store.Store, tree digest.Digest) error {
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	one, _ := c.trees.LoadOrStore(tree, new(sync.Mutex))
	one.(*sync.Mutex).Lock()
	defer one.(*sync.Mutex).Unlock()
	tag := treePrefix + tree.Hex()
	if _, there, err := r.HasManifest(ctx, tag); err != nil || there {
		return err
	}
	var moved registry.Moved
	part, bytes, err := pushTree(ctx, r, st, tree, &moved)
	if err != nil {
		return err
	}
	_, _, err = r.PushArtifact(ctx, tag, registry.Artifact{Type: TreeType, Others: []v1.Descriptor{part.descriptor(treeType)},
		Annotations: map[string]string{createdAnnotation: now(), treeBytesAnnotation: strconv.FormatInt(bytes, 10)}}, nil)
	return err
}

func now() string { return time.Now().UTC().Format(time.RFC3339) }

// PullTree brings a tree that PushTree made available into the store.
func (c *Cache) PullTree(ctx context.Context, st *store.Store, tree digest.Digest) error {
	if _, ok := st.Tree(tree); ok {
		return nil
	}
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	tag := treePrefix + tree.Hex()
	manifest, _, err := c.manifest(ctx, r, tag)
	if err != nil {
		return fmt.Errorf("pull tree %s: %w", tree, err)
	}
	bytes, err := strconv.ParseInt(manifest.Annotations[treeBytesAnnotation], 10, 64)
	if err != nil || bytes < 0 || bytes > maxTreeBytes || len(manifest.Layers) != 1 {
		return &Refused{Entry: c.Name() + ":" + tag, Err: errors.New("its manifest is not that of a tree")}
	}
	part := Part{SizeBytes: manifest.Layers[0].Size}
	if part.Digest, err = digest.Parse(manifest.Layers[0].Digest.String()); err == nil {
		err = pullTree(ctx, r, st, tree, part, bytes)
	}
	if err != nil && damaging(err) {
		return &Refused{Entry: c.Name() + ":" + tag, Err: err}
	}
	return err
}

// PushJob keeps a description of work and returns the digest by which PullJob finds it.
func (c *Cache) PushJob(ctx context.Context, job []byte) (digest.Digest, error) {
	d := digest.Of(job)
	r, err := c.open(ctx)
	if err != nil {
		return d, err
	}
	tag := jobPrefix + d.Hex()
	if _, there, err := r.HasManifest(ctx, tag); err != nil || there {
		return d, err
	}
	_, _, err = r.PushArtifact(ctx, tag, registry.Artifact{Type: JobType, Annotations: map[string]string{createdAnnotation: now()},
		Blobs: []registry.ArtifactBlob{{MediaType: "application/json", Content: job}}}, nil)
	if err != nil {
		return d, fmt.Errorf("push job: %w", err)
	}
	return d, nil
}

// PullJob returns what PushJob kept.
func (c *Cache) PullJob(ctx context.Context, d digest.Digest) ([]byte, error) {
	r, err := c.open(ctx)
	if err != nil {
		return nil, err
	}
	tag := jobPrefix + d.Hex()
	manifest, _, err := c.manifest(ctx, r, tag)
	if err != nil {
		return nil, fmt.Errorf("pull job %s: %w", d, err)
	}
	refused := func(err error) error { return &Refused{Entry: c.Name() + ":" + tag, Err: err} }
	if len(manifest.Layers) != 1 {
		return nil, refused(errors.New("its manifest is not that of a job"))
	}
	content, err := r.Read(ctx, manifest.Layers[0], maxJobBytes)
	if err != nil {
		return nil, fmt.Errorf("pull job %s: %w", d, err)
	}
	if got := digest.Of(content); got != d {
		return nil, refused(fmt.Errorf("it is %s", got))
	}
	return content, nil
}
