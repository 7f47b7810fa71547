package containers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"

	"cairn/digest"
)

// Verify hashes every blob of the layout again, and for each image compares
// sizes, the number of layers, and the unpacked layers with their diff ids. It
// returns all faults, in the order of the images and their layers, then of blobs
// that no image uses. The error is about reading, not about faults.
func Verify(ctx context.Context, dir string) ([]Fault, error) {
	if exists, err := isLayout(dir); err != nil {
		return nil, err
	} else if !exists {
		return nil, &NotLayoutError{dir}
	}
	v := verifier{dir: dir, known: map[v1.Hash]bool{}}
	if err := v.layout(ctx); err != nil {
		return nil, fmt.Errorf("verify %s: %w", dir, err)
	}
	return v.faults, nil
}

type verifier struct {
	dir    string
	faults []Fault
	known  map[v1.Hash]bool // blobs looked at
}

func (v *verifier) layout(ctx context.Context) error {
	var version struct {
		Version string `json:"imageLayoutVersion"`
	}
	content, err := readSmall(v.dir, layoutFile)
	if err := v.note(err); err != nil {
		return err
	}
	if err == nil && (json.Unmarshal(content, &version) != nil || version.Version != "1.0.0") {
		v.faults = append(v.faults, Fault{v.dir, layoutFile, "is not of version 1.0.0"})
	}
	index, err := readIndex(v.dir)
	if err = v.note(err); err != nil {
		return err
	}
	if err := v.manifests(ctx, index.Manifests); err != nil {
		return err
	}
	return v.others(ctx)
}

// note keeps a fault and hands every other error back.
func (v *verifier) note(err error) error {
	var fault *Fault
	if !errors.As(err, &fault) {
		return err
	}
	if !slices.Contains(v.faults, *fault) {
		v.faults = append(v.faults, *fault)
	}
	return nil
}

func (v *verifier) manifests(ctx context.Context, list []v1.Descriptor) error {
	for _, d := range list {
		if v.known[d.Digest] {
			continue
		}
		v.known[d.Digest] = true
		if d.MediaType.IsIndex() {
			var inner v1.IndexManifest
			if err := v.note(readJSON(v.dir, d, &inner)); err != nil {
				return err
			}
			if err := v.manifests(ctx, inner.Manifests); err != nil {
				return err
			}
			continue
		}
		image, err := openImage(v.dir, d)
		if image != nil {
			v.known[image.Manifest.Config.Digest] = true
			err = v.layers(ctx, image)
		}
		if err := v.note(err); err != nil {
			return err
		}
	}
	return nil
}

func (v *verifier) layers(ctx context.Context, image *Image) error {
	for i, d := range image.Manifest.Layers {
		v.known[d.Digest] = true
		err := v.hash(ctx, d)
		if err == nil {
			err = v.unpack(ctx, image, i)
		}
		if err := v.note(err); err != nil {
			return err
		}
	}
	return nil
}

// hash compares the compressed bytes with their name.
func (v *verifier) hash(ctx context.Context, d v1.Descriptor) error {
	file, err := openBlob(v.dir, d)
	if err != nil {
		return err
	}
	defer file.Close()
	sum := digest.NewWriter(nil)
	if err := copyWith(ctx, sum, file); err != nil {
		return err
	}
	if hashOf(sum.Digest()) != d.Digest {
		return &Fault{v.dir, blobPath("", d.Digest), fmt.Sprintf("is %v", sum.Digest())}
	}
	return nil
}

// unpack compares the tar with the config's diff id.
func (v *verifier) unpack(ctx context.Context, image *Image, i int) error {
	tar, err := image.Layer(i)
	if err != nil {
		return err
	}
	return errors.Join(copyWith(ctx, io.Discard, tar), tar.Close())
}

// others looks at blobs that no image leads to: they may stay, but must be what
// their name says (image-layout.md, "Blobs").
func (v *verifier) others(ctx context.Context) error {
	entries, err := os.ReadDir(filepath.Join(v.dir, blobsDir))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		h := v1.Hash{Algorithm: "sha256", Hex: e.Name()}
		if v.known[h] {
			continue
		}
		if digestOf(h).IsZero() {
			v.faults = append(v.faults, Fault{v.dir, filepath.Join(blobsDir, e.Name()), "is not named by a digest"})
			continue
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		if err := v.note(v.hash(ctx, v1.Descriptor{MediaType: types.OCIContentDescriptor, Size: info.Size(), Digest: h})); err != nil {
			return err
		}
	}
	return err
}

// copyWith is io.Copy that ends when ctx does.
func copyWith(ctx context.Context, w io.Writer, r io.Reader) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := io.CopyN(w, r, copyBytes); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
