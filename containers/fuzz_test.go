package containers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"

	"cairn/digest"
)

// FuzzLayout: a layout that somebody else wrote is read, verified and compared with
// itself, or refused; its blobs are those that are in it.
func FuzzLayout(f *testing.F) {
	out := filepath.Join(f.TempDir(), "out")
	mustBuild(f, simpleSpec(smallTree(f, "content")), out, Options{})
	image := mustOpen(f, out, "ember")
	read := func(name string) []byte {
		content, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			f.Fatal(err)
		}
		return content
	}
	index, manifest, config := read(indexFile), read(manifestBlob(image)), read(configBlob(image))
	f.Add(index, manifest, config, read(layerBlob(image)))
	f.Add([]byte(`{"manifests":[{},{}]}`), manifest, config, []byte{})
	f.Fuzz(func(t *testing.T, index, manifest, config, layer []byte) {
		dir := t.TempDir()
		// Who attacks computes digests.
		var m v1.Manifest
		if json.Unmarshal(manifest, &m) == nil {
			m.Config.Digest, m.Config.Size = hashOf(digest.Of(config)), int64(len(config))
			for i := range m.Layers {
				m.Layers[i].Digest, m.Layers[i].Size = hashOf(digest.Of(layer)), int64(len(layer))
			}
			manifest, _ = json.Marshal(m)
		}
		var list v1.IndexManifest
		if json.Unmarshal(index, &list) == nil {
			for i := range list.Manifests {
				list.Manifests[i].Digest, list.Manifests[i].Size = hashOf(digest.Of(manifest)), int64(len(manifest))
			}
			index, _ = json.Marshal(list)
		}
		writeFile(t, filepath.Join(dir, layoutFile), []byte(layoutVersion), 0o644)
		writeFile(t, filepath.Join(dir, indexFile), index, 0o644)
		for _, blob := range [][]byte{manifest, config, layer} {
			writeFile(t, filepath.Join(dir, blobsDir, digest.Of(blob).Hex()), blob, 0o644)
		}
		if _, err := Verify(context.Background(), dir); err != nil && !isFault(err) {
			t.Errorf("verify: %T %v", err, err)
		}
		image, err := Open(dir, "")
		if err != nil {
			return
		}
		for i := range image.Manifest.Layers {
			if r, err := image.Layer(i); err == nil {
				_, _ = io.Copy(io.Discard, io.LimitReader(r, 8<<20))
				r.Close()
			}
		}
		if d, err := Diff(context.Background(), image, image); err == nil && !d.Equal() {
			t.Error("an image differs from itself")
		}
	})
}

func isFault(err error) bool {
	var fault *Fault
	var other *NotLayoutError
	return errors.As(err, &fault) || errors.As(err, &other)
}

// FuzzLayer reads layers of all compressions: no crash, and a fault where the content
// is not what the config names.
func FuzzLayer(f *testing.F) {
	for _, kind := range []Compression{Gzip, Zstd} {
		var packed bytes.Buffer
		c := newCompressor(&packed, kind, 1, nil)
		if _, err := io.Copy(c, strings.NewReader(strings.Repeat("some content ", 100))); err != nil {
			f.Fatal(err)
		}
		if err := c.Close(); err != nil {
			f.Fatal(err)
		}
		f.Add(packed.Bytes(), string(kind.mediaType()))
	}
	f.Fuzz(func(t *testing.T, blob []byte, kind string) {
		plain, err := decompress(bytes.NewReader(blob), types.MediaType(kind))
		if err != nil {
			return
		}
		r := &layerReader{plain: plain, file: io.NopCloser(nil), sum: digest.NewWriter(nil), fault: Fault{Path: "x"}}
		n, err := io.Copy(io.Discard, io.LimitReader(r, 8<<20))
		if n < 8<<20 && err == nil {
			t.Errorf("%d bytes pass for what nobody has", n)
		}
		if err != nil && !isFault(err) {
			t.Errorf("a %T: %v", err, err)
		}
	})
}
