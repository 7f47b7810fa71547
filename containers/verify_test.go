package containers

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// tamper changes a file in place of a layout, its mode notwithstanding.
func tamper(t testing.TB, path string, change func([]byte) []byte) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if content = change(content); content == nil {
		return
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestVerifyFindsWhatIsTamperedWith(t *testing.T) {
	t.Parallel()
	flip := func(b []byte) []byte { b[len(b)/2] ^= 0x20; return b }
	gone := func([]byte) []byte { return nil }
	short := func(b []byte) []byte { return b[:len(b)-1] }
	for name, c := range map[string]struct {
		which  func(*Image) string
		change func([]byte) []byte
		what   string
	}{
		"layer, one bit":    {layerBlob, flip, "is sha256:"},
		"layer, shorter":    {layerBlob, short, "bytes, its descriptor says"},
		"layer, missing":    {layerBlob, gone, "is missing"},
		"config, one bit":   {configBlob, flip, "is sha256:"},
		"config, missing":   {configBlob, gone, "is missing"},
		"manifest, one bit": {manifestBlob, flip, "is sha256:"},
		"manifest, missing": {manifestBlob, gone, "is missing"},
		"index, no JSON":    {func(*Image) string { return indexFile }, short, "is no image index"},
		"layout, version":   {func(*Image) string { return layoutFile }, func([]byte) []byte { return []byte(`{"imageLayoutVersion":"9"}`) }, "version"},
	} {
		out := filepath.Join(t.TempDir(), "out")
		mustBuild(t, simpleSpec(smallTree(t, "some content to be packed")), out, Options{})
		path := c.which(mustOpen(t, out, "ember"))
		tamper(t, filepath.Join(out, path), c.change)
		faults, err := Verify(context.Background(), out)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(faults) != 1 || faults[0].Path != path || !strings.Contains(faults[0].What, c.what) {
			t.Errorf("%s: got %v, want %s %s", name, faults, path, c.what)
		}
	}
}

func layerBlob(m *Image) string    { return blobPath("", m.Manifest.Layers[0].Digest) }
func configBlob(m *Image) string   { return blobPath("", m.Manifest.Config.Digest) }
func manifestBlob(m *Image) string { return blobPath("", hashOf(m.Digest)) }

func TestVerifyLooksAtBlobsThatNoImageUses(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out")
	mustBuild(t, simpleSpec(smallTree(t, "x")), out, Options{})
	lost := filepath.Join(blobsDir, strings.Repeat("0", 64))
	writeFile(t, filepath.Join(out, lost), []byte("not what its name says"), 0o644)
	writeFile(t, filepath.Join(out, blobsDir, "README"), nil, 0o644)
	faults, err := Verify(context.Background(), out)
	if err != nil || len(faults) != 2 || faults[0].Path != lost || !strings.HasSuffix(faults[1].Path, "README") {
		t.Errorf("got %v, %v", faults, err)
	}
	var refused *NotLayoutError
	if _, err := Verify(context.Background(), t.TempDir()); !errors.As(err, &refused) {
		t.Errorf("an empty folder: %v", err)
	}
}

// Every blob is what its name says here; the config lies about the layer.
func TestVerifyUnpacksLayers(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out")
	mustBuild(t, simpleSpec(smallTree(t, "x")), out, Options{})
	image := mustOpen(t, out, "ember")
	l, err := beginLayout(out)
	if err != nil {
		t.Fatal(err)
	}
	defer l.discard()
	image.Config.RootFS.DiffIDs[0].Hex = strings.Repeat("1", 64)
	if image.Manifest.Config, err = l.addJSON(types.OCIConfigJSON, image.Config); err != nil {
		t.Fatal(err)
	}
	named, err := l.addJSON(types.OCIManifestSchema1, image.Manifest)
	if err != nil {
		t.Fatal(err)
	}
	named.Annotations = map[string]string{annotationRefName: "ember"}
	if err := l.commit(named); err != nil {
		t.Fatal(err)
	}
	faults, err := Verify(context.Background(), out)
	if err != nil || len(faults) != 1 || !strings.Contains(faults[0].What, "the config says sha256:1111") {
		t.Errorf("got %v, %v", faults, err)
	}
}

// A hostile index must not lead out of the layout, nor make the reader swallow
// what it names.
func TestOpenRefusesHostileIndexes(t *testing.T) {
	t.Parallel()
	for want, index := range map[string]string{
		"is no image index":          `{"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:../../../../etc/passwd","size":1}]}`,
		"only sha256 is known":       `{"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha512:` + strings.Repeat("0", 128) + `","size":1}]}`,
		"an image manifest":          `{"manifests":[{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"sha256:` + strings.Repeat("0", 64) + `","size":1}]}`,
		`holds 0 images`:             `{"manifests":[]}`,
		"holds 2 images":             `{"manifests":[{},{}]}`,
		"is missing":                 `{"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:` + strings.Repeat("1", 64) + `","size":1}]}`,
		"is no image index: unexpec": `{"manifests":[`,
	} {
		out := t.TempDir()
		writeFile(t, filepath.Join(out, layoutFile), []byte(layoutVersion), 0o644)
		writeFile(t, filepath.Join(out, indexFile), []byte(index), 0o644)
		if _, err := Open(out, ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot %v, want %q", index, err, want)
		}
	}
}

func TestBlobPathStaysInside(t *testing.T) {
	t.Parallel()
	for _, h := range []v1.Hash{{Algorithm: "sha256", Hex: "../../x"}, {}, {Algorithm: "sha512", Hex: strings.Repeat("0", 64)}} {
		if f, err := openBlob(t.TempDir(), v1.Descriptor{Digest: h}); err == nil {
			t.Errorf("%v opened %s", h, f.Name())
		}
	}
}
