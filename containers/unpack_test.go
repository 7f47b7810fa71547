package containers

import (
	"archive/tar"
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/static"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// foreignImage writes an image of another tool: plain layers of the given entries.
func foreignImage(t *testing.T, layers ...[]tar.Header) *Image {
	t.Helper()
	image := mutate.MediaType(empty.Image, types.OCIManifestSchema1)
	image = mutate.ConfigMediaType(image, types.OCIConfigJSON)
	for _, entries := range layers {
		var content bytes.Buffer
		w := tar.NewWriter(&content)
		for _, h := range entries {
			text := h.Name
			if h.Typeflag == tar.TypeReg {
				h.Size = int64(len(text))
			}
			if err := w.WriteHeader(&h); err != nil {
				t.Fatal(err)
			}
			if h.Typeflag == tar.TypeReg {
				if _, err := w.Write([]byte(text)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := w.Close(); err != nil && entries[len(entries)-1].Size == 0 { // one that claims more than it has
			t.Fatal(err)
		}
		var err error
		if image, err = mutate.AppendLayers(image, static.NewLayer(content.Bytes(), types.OCIUncompressedLayer)); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	path, err := layout.Write(dir, empty.Index)
	if err != nil {
		t.Fatal(err)
	}
	if err := path.AppendImage(image, layout.WithPlatform(v1.Platform{OS: "linux", Architecture: "amd64"})); err != nil {
		t.Fatal(err)
	}
	opened, err := Open(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	return opened
}

func file(name string) tar.Header {
	return tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o644}
}

// Upper layers replace and delete, and Contents reads what Unpack writes.
func TestUnpackAppliesLayersInOrder(t *testing.T) {
	t.Parallel()
	image := foreignImage(t,
		[]tar.Header{file("a/kept"), file("a/gone"), file("b/one"), file("b/two"), file("c"), {Typeflag: tar.TypeSymlink, Name: "l", Linkname: "c"}},
		[]tar.Header{file("a/.wh.gone"), file("b/new"), file("b/.wh..wh..opq"), {Typeflag: tar.TypeDir, Name: "c/", Mode: 0o700}, file("c/in"),
			{Typeflag: tar.TypeLink, Name: "hard", Linkname: "a/kept"}, {Typeflag: tar.TypeChar, Name: "dev/null"}})
	dir := filepath.Join(t.TempDir(), "root")
	if err := Unpack(t.Context(), image, dir); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			got = append(got, name[len(dir)+1:])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"a/kept", "b/new", "c/in", "hard", "l"}; !slices.Equal(got, want) {
		t.Errorf("unpacked %q, want %q", got, want)
	}
	found, err := image.Contents(t.Context(), func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"/a/kept", "/b/new", "/c/in"} {
		if string(found[name]) != name[1:] {
			t.Errorf("%s has %q", name, found[name])
		}
		delete(found, name)
	}
	if len(found) != 0 {
		t.Errorf("besides: %q", found)
	}
}

// A layer cannot write outside of the folder, by names or by links.
func TestUnpackStaysInside(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	for name, entries := range map[string][]tar.Header{
		"link to a folder": {{Typeflag: tar.TypeSymlink, Name: "out", Linkname: outside}, file("out/evil")},
		"dots":             {file("../../evil")},
		"hard link":        {{Typeflag: tar.TypeLink, Name: "evil", Linkname: "../../../../etc/passwd"}},
	} {
		parent := t.TempDir()
		err := Unpack(context.Background(), foreignImage(t, entries), filepath.Join(parent, "root"))
		for _, dir := range []string{outside, parent} {
			if _, there := os.Lstat(filepath.Join(dir, "evil")); there == nil {
				t.Errorf("%s: wrote %s/evil (%v)", name, dir, err)
			}
		}
		if _, there := os.ReadFile(filepath.Join(parent, "root", "evil")); name == "hard link" && there == nil {
			t.Errorf("%s: linked a file from outside", name)
		}
	}
}
