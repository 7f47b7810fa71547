package containers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"

	"cairn/digest"
)

// Gather is Pull from blobs that are at hand: find returns the file that holds the
// bytes of a digest, proved. pinned is the digest of a manifest, or of an index whose
// image for the architecture is taken. A blob that is not there is fs.ErrNotExist.
func Gather(ctx context.Context, find func(digest.Digest) (path string, ok bool), pinned digest.Digest, architecture, dir string) (*Image, error) {
	manifest, d, err := gatherManifest(find, pinned, architecture)
	if err != nil {
		return nil, err
	}
	var m v1.Manifest
	if err := json.Unmarshal(manifest, &m); err != nil {
		return nil, fmt.Errorf("manifest %s: %w", d.Digest, err)
	}
	if err := os.MkdirAll(filepath.Join(dir, blobsDir), 0o755); err != nil {
		return nil, err
	}
	done := map[v1.Hash]bool{}
	for _, blob := range append([]v1.Descriptor{m.Config}, m.Layers...) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if done[blob.Digest] {
			continue
		}
		done[blob.Digest] = true
		path, ok := find(digestOf(blob.Digest))
		if !ok {
			return nil, fmt.Errorf("blob %s: %w", blob.Digest, fs.ErrNotExist)
		}
		if err := linkOrCopy(path, blobPath(dir, blob.Digest)); err != nil {
			return nil, err
		}
	}
	return finishLayout(dir, manifest, d)
}

func gatherManifest(find func(digest.Digest) (string, bool), pinned digest.Digest, architecture string) ([]byte, v1.Descriptor, error) {
	content, err := readFound(find, pinned)
	if err != nil {
		return nil, v1.Descriptor{}, err
	}
	var index v1.IndexManifest
	if err := json.Unmarshal(content, &index); err != nil {
		return nil, v1.Descriptor{}, fmt.Errorf("manifest %s: %w", pinned, err)
	}
	if len(index.Manifests) == 0 {
		d := v1.Descriptor{MediaType: index.MediaType, Digest: hashOf(pinned), Size: int64(len(content))}
		if d.MediaType == "" { // manifest.md: it may be left out, docker's never is
			d.MediaType = types.OCIManifestSchema1
		}
		return content, d, nil
	}
	d, ok := forPlatform(index, architecture)
	if !ok {
		return nil, d, fmt.Errorf("index %s has no image for linux/%s", pinned, architecture)
	}
	content, err = readFound(find, digestOf(d.Digest))
	return content, v1.Descriptor{MediaType: d.MediaType, Digest: d.Digest, Size: int64(len(content))}, err
}

func readFound(find func(digest.Digest) (string, bool), d digest.Digest) ([]byte, error) {
	path, ok := find(d)
	if !ok {
		return nil, fmt.Errorf("manifest %s: %w", d, fs.ErrNotExist)
	}
	content, err := os.ReadFile(path)
	if err == nil && len(content) > maxJSONBytes {
		err = errors.New("is no manifest: it is too large")
	}
	if err != nil {
		return nil, fmt.Errorf("manifest %s: %w", d, err)
	}
	return content, nil
}

// Blobs returns the digests of all that the image consists of, each once: its
// manifest, its configuration, its layers from the lowest up.
func (m *Image) Blobs() []digest.Digest {
	all := []digest.Digest{m.Digest}
	done := map[v1.Hash]bool{}
	for _, blob := range append([]v1.Descriptor{m.Manifest.Config}, m.Manifest.Layers...) {
		if !done[blob.Digest] {
			done[blob.Digest] = true
			all = append(all, digestOf(blob.Digest))
		}
	}
	return all
}

// Blob returns the file of the layout that holds a blob.
func (m *Image) Blob(d digest.Digest) string { return blobPath(m.Dir, hashOf(d)) }
