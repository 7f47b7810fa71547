package containers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"github.com/sourcegraph/conc/pool"

	"cairn/containers/registry"
	"cairn/digest"
)

// transfers is how many blobs are on their way at once.
const transfers = 4

// Pull writes the image that a tag or digest stands for into a new folder dir, as an
// OCI layout with that one image, every blob proved. Of an image for several platforms
// it takes architecture's.
func Pull(ctx context.Context, repository *registry.Repository, reference, architecture, dir string) (*Image, error) {
	manifest, d, err := Manifest(ctx, repository, reference, architecture)
	if err != nil {
		return nil, err
	}
	var m v1.Manifest
	if err := json.Unmarshal(manifest, &m); err != nil {
		return nil, &registry.Mismatch{What: fmt.Sprintf("manifest %s of %s", d.Digest, repository.Name()), Is: "is no image manifest: " + err.Error()}
	}
	blobs := filepath.Join(dir, blobsDir)
	if err := os.MkdirAll(blobs, 0o755); err != nil {
		return nil, err
	}
	work := pool.New().WithMaxGoroutines(transfers).WithContext(ctx).WithCancelOnError().WithFirstError()
	started := map[v1.Hash]bool{}
	for _, blob := range append([]v1.Descriptor{m.Config}, m.Layers...) {
		if started[blob.Digest] {
			continue
		}
		started[blob.Digest] = true
		work.Go(func(ctx context.Context) error { return pullBlob(ctx, repository, blob, dir) })
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	return finishLayout(dir, manifest, d)
}

// finishLayout makes a folder of an image's blobs a layout with that one image.
func finishLayout(dir string, manifest []byte, d v1.Descriptor) (*Image, error) {
	index, err := encode(v1.IndexManifest{SchemaVersion: 2, MediaType: types.OCIImageIndex, Manifests: []v1.Descriptor{d}})
	if err != nil {
		return nil, err
	}
	err = errors.Join(
		writeSynced(blobPath(dir, d.Digest), manifest, blobMode),
		writeSynced(filepath.Join(dir, indexFile), index, 0o644),
		writeSynced(filepath.Join(dir, layoutFile), []byte(layoutVersion), 0o644))
	if err != nil {
		return nil, err
	}
	return Open(dir, "")
}

func pullBlob(ctx context.Context, repository *registry.Repository, d v1.Descriptor, dir string) (err error) {
	if digestOf(d.Digest).IsZero() {
		return &registry.Mismatch{What: "blob " + d.Digest.String(), Is: "has a digest that is not sha256"}
	}
	body, err := repository.Blob(ctx, d)
	if err != nil {
		return err
	}
	defer body.Close()
	file, err := os.OpenFile(blobPath(dir, d.Digest), os.O_WRONLY|os.O_CREATE|os.O_EXCL, blobMode)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if _, err := io.Copy(file, body); err != nil {
		return err
	}
	return file.Sync()
}

// Manifest returns the manifest of an image, with its descriptor: what reference
// stands for, or of an index the image for linux and an architecture.
func Manifest(ctx context.Context, repository *registry.Repository, reference, architecture string) ([]byte, v1.Descriptor, error) {
	content, d, err := repository.Manifest(ctx, reference)
	if err != nil || !d.MediaType.IsIndex() {
		if err == nil && !d.MediaType.IsImage() {
			err = &registry.Mismatch{What: fmt.Sprintf("%s of %s", reference, repository.Name()), Is: fmt.Sprintf("is a %s, and no image", d.MediaType)}
		}
		return content, d, err
	}
	var index v1.IndexManifest
	if err := json.Unmarshal(content, &index); err != nil {
		return nil, d, &registry.Mismatch{What: fmt.Sprintf("index %s of %s", d.Digest, repository.Name()), Is: "is no index: " + err.Error()}
	}
	m, ok := forPlatform(index, architecture)
	if !ok {
		return nil, d, fmt.Errorf("%s of %s has no image for linux/%s", reference, repository.Name(), architecture)
	}
	content, found, err := repository.Manifest(ctx, m.Digest.String())
	found.MediaType = m.MediaType
	return content, found, err
}

// forPlatform finds the image for linux and an architecture in an index.
func forPlatform(index v1.IndexManifest, architecture string) (v1.Descriptor, bool) {
	for _, m := range index.Manifests {
		if m.Platform != nil && m.Platform.OS == "linux" && m.Platform.Architecture == architecture && m.MediaType.IsImage() {
			return m, true
		}
	}
	return v1.Descriptor{}, false
}

// Push makes the repository hold the image, under its digest only: a tag is set once
// all that is said about the image is there too. Blobs that are there are not sent. done
// is told of each layer that was dealt with, in their order; nil for nobody.
func Push(ctx context.Context, repository *registry.Repository, image *Image, done func(origin string, d v1.Descriptor, moved bool)) (v1.Descriptor, registry.Moved, error) {
	type sent struct {
		descriptor v1.Descriptor
		moved      bool
	}
	var moved registry.Moved
	work := pool.NewWithResults[sent]().WithMaxGoroutines(transfers).WithContext(ctx).WithCancelOnError().WithFirstError()
	started := map[v1.Hash]bool{}
	for _, d := range append([]v1.Descriptor{image.Manifest.Config}, image.Manifest.Layers...) {
		if started[d.Digest] {
			continue
		}
		started[d.Digest] = true
		work.Go(func(ctx context.Context) (sent, error) {
			ok, err := repository.PushBlob(ctx, blobOf(image.Dir, d))
			return sent{d, ok}, err
		})
	}
	results, err := work.Wait()
	went := map[v1.Hash]bool{}
	for _, r := range results {
		moved.Count(r.moved, r.descriptor.Size)
		went[r.descriptor.Digest] = r.moved
	}
	for _, d := range image.Manifest.Layers {
		if m, tried := went[d.Digest]; done != nil && tried {
			done(d.Annotations[AnnotationOrigin], d, m)
		}
	}
	if err != nil {
		return v1.Descriptor{}, moved, err
	}
	content, err := os.ReadFile(blobPath(image.Dir, hashOf(image.Digest)))
	if err != nil {
		return v1.Descriptor{}, moved, err
	}
	if is := digest.Of(content); is != image.Digest {
		return v1.Descriptor{}, moved, &Fault{image.Dir, blobPath("", hashOf(image.Digest)), "is " + is.String()}
	}
	d, ok, err := repository.PushManifest(ctx, "", types.OCIManifestSchema1, content)
	if ok {
		moved.Manifests++
	}
	return d, moved, err
}

// blobOf is a blob of a layout, to be pushed. What was damaged on the disk the
// registry refuses, for it does not have the digest.
func blobOf(dir string, d v1.Descriptor) registry.Blob {
	return registry.Blob{Hash: d.Digest, Size: d.Size, Open: func(offset int64) (io.ReadCloser, error) {
		file, err := openBlob(dir, d)
		if err != nil {
			return nil, err
		}
		if _, err := file.Seek(offset, io.SeekStart); err != nil {
			file.Close()
			return nil, err
		}
		return file, nil
	}}
}
