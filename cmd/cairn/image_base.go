package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"time"

	"cairn/builder/store"
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
	repository, err := w.session.registry(ctx, reference, true)
	if err != nil {
		return nil, err
	}
	dir, remove, err := w.store.TempDir()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	start := time.Now()
	layout := filepath.Join(dir, "image")
	if _, err := containers.Pull(ctx, repository, pinned.String(), runtime.GOARCH, layout); err != nil {
		return nil, fmt.Errorf("base: %w", registryFault(ctx, err))
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
