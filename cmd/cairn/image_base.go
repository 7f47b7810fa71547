package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"cairn/builder/store"
	"cairn/bundles"
	"cairn/containers"
	"cairn/digest"

	"github.com/google/go-containerregistry/pkg/name"
)

// baseImage returns the image that a definition names by digest, pulled once and kept
// in the store.
func (w *workshop) baseImage(ctx context.Context, ref string) (_ *containers.Image, err error) {
	reference, err := name.NewDigest(ref)
	if err != nil {
		return nil, usageError{message: fmt.Sprintf("image base %q: %v", ref, err)}
	}
	pinned, err := digest.Parse(reference.DigestStr())
	if err != nil {
		return nil, fmt.Errorf("image base %q: %w", ref, err)
	}
	record := store.Record{Name: "base/" + ref, Kind: "base", Inputs: []store.Input{{Name: "digest", Value: pinned.String()}}}
	record.Key = digest.NewKey("cairn-base-image-v1").Digest("digest", pinned).String("architecture", runtime.GOARCH).Sum()
	known, ok, err := w.store.Action(record.Key)
	if err != nil {
		return nil, err
	}
	if tree, there := w.store.Tree(known.Output); ok && there {
		return containers.Open(tree, "")
	}
	dir, remove, err := w.store.TempDir()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	start := time.Now()
	layout := filepath.Join(dir, "image")
	// A bundle may have brought it.
	if _, err = containers.Gather(ctx, w.store.File, pinned, runtime.GOARCH, layout); errors.Is(err, fs.ErrNotExist) {
		err = w.pullBase(ctx, reference, pinned, layout)
	}
	if err != nil {
		return nil, fmt.Errorf("base: %w", err)
	}
	if record.Output, err = w.store.MoveTree(ctx, layout); err != nil {
		return nil, err
	}
	record.Finished, record.WallTime = time.Now(), time.Since(start)
	if err := w.store.PutAction(record.Key, record); err != nil {
		return nil, err
	}
	tree, ok := w.store.Tree(record.Output)
	if !ok {
		return nil, fmt.Errorf("base: tree %s has left the store", record.Output)
	}
	return containers.Open(tree, "")
}

// pullBase brings an image into a layout; of one for several platforms the store keeps
// the index, which alone leads from its digest to the image.
func (w *workshop) pullBase(ctx context.Context, reference name.Digest, pinned digest.Digest, layout string) error {
	repository, err := w.session.registry(ctx, reference, true)
	if err != nil {
		return err
	}
	// What was gathered of it before something was found missing.
	if err := os.RemoveAll(layout); err != nil {
		return err
	}
	image, err := containers.Pull(ctx, repository, pinned.String(), runtime.GOARCH, layout)
	if err != nil || image.Digest == pinned {
		return registryFault(ctx, err)
	}
	index, _, err := repository.Manifest(ctx, pinned.String())
	if err != nil {
		return registryFault(ctx, err)
	}
	file := layout + ".index"
	if err := os.WriteFile(file, index, 0o644); err != nil {
		return err
	}
	_, err = w.store.PutFile(ctx, file)
	return err
}

// fetchBase brings the image that the stack's own is laid upon, if there is one.
func (w *workshop) fetchBase(ctx context.Context) error {
	if w.stack.Image == nil || w.stack.Image.Base == "" {
		return nil
	}
	_, err := w.baseImage(ctx, w.stack.Image.Base)
	return err
}

// base adds the image that the stack's own is laid upon.
func (p *packing) base(ctx context.Context) error {
	if p.stack.Image == nil || p.stack.Image.Base == "" {
		return nil
	}
	image, err := p.baseImage(ctx, p.stack.Image.Base)
	if err != nil {
		return err
	}
	for _, d := range image.Blobs() {
		p.baseBlobs++
		p.add(bundles.File, d.String(), image.Blob(d))
	}
	_, index, _ := strings.Cut(p.stack.Image.Base, "@")
	if pinned, err := digest.Parse(index); err == nil && pinned != image.Digest {
		p.baseBlobs++
		return p.stored(pinned)
	}
	return nil
}
