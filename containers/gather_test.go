package containers

import (
	"archive/tar"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"

	"cairn/digest"
)

func TestGather(t *testing.T) {
	t.Parallel()
	image := foreignImage(t, []tar.Header{file("etc/os-release")}, []tar.Header{file("usr/bin/sh")})
	at := map[digest.Digest]string{}
	for _, d := range image.Blobs() {
		at[d] = image.Blob(d)
	}
	if len(at) != 4 {
		t.Fatalf("%d blobs of an image of two layers", len(at))
	}
	find := func(d digest.Digest) (string, bool) { path, ok := at[d]; return path, ok }

	index, err := encode(v1.IndexManifest{SchemaVersion: 2, MediaType: types.OCIImageIndex, Manifests: []v1.Descriptor{
		{MediaType: types.OCIManifestSchema1, Digest: hashOf(digest.Of([]byte("arm"))), Platform: &v1.Platform{OS: "linux", Architecture: "arm64"}},
		{MediaType: types.OCIManifestSchema1, Digest: hashOf(image.Digest), Platform: &v1.Platform{OS: "linux", Architecture: "amd64"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	several := digest.Of(index)
	at[several] = filepath.Join(t.TempDir(), "index")
	writeFile(t, at[several], index, 0o644)

	for i, pinned := range []digest.Digest{image.Digest, several} {
		dir := filepath.Join(t.TempDir(), "image")
		got, err := Gather(t.Context(), find, pinned, "amd64", dir)
		if err != nil || got.Digest != image.Digest || len(got.Manifest.Layers) != 2 {
			t.Fatalf("%d: %v, %v", i, got, err)
		}
		mustVerify(t, dir)
	}
	if _, err := Gather(t.Context(), find, several, "riscv64", filepath.Join(t.TempDir(), "x")); err == nil || !strings.Contains(err.Error(), "has no image for linux/riscv64") {
		t.Errorf("another platform: %v", err)
	}
	for _, gone := range append(image.Blobs(), several) {
		path := at[gone]
		delete(at, gone)
		_, err := Gather(t.Context(), find, several, "amd64", filepath.Join(t.TempDir(), "x"))
		if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(fmt.Sprint(err), gone.Hex()) {
			t.Errorf("without %s: %v", gone, err)
		}
		at[gone] = path
	}
}
