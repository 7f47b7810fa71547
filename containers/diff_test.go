package containers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func buildAndOpen(t testing.TB, spec Spec) *Image {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	mustBuild(t, spec, out, Options{})
	return mustOpen(t, out, spec.Name)
}

func mustDiff(t testing.TB, a, b *Image) *Difference {
	t.Helper()
	d, err := Diff(context.Background(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDiffSaysWhatMoved(t *testing.T) {
	t.Parallel()
	base := Layer{Origin: "runtime", Files: []File{{Path: "/lib/libc.so", Mode: 0o755, Content: []byte("libc")}}}
	a := simpleSpec("")
	a.Layers = []Layer{base, {Origin: "old", Files: base.Files}, {Origin: "stack", Files: []File{
		{Path: "/s/same", Mode: 0o644, Content: []byte("same")},
		{Path: "/s/gone", Mode: 0o644},
		{Path: "/s/grown", Mode: 0o644, Content: []byte("1")},
		{Path: "/s/program", Mode: 0o644},
		{Path: "/s/link", Mode: fs.ModeSymlink, Link: "same"},
		{Path: "/s/owned", Mode: 0o644},
	}}}
	b := simpleSpec("")
	b.Layers = []Layer{base, {Origin: "stack", Files: []File{
		{Path: "/s/same", Mode: 0o644, Content: []byte("same")},
		{Path: "/s/grown", Mode: 0o644, Content: []byte("12")},
		{Path: "/s/program", Mode: 0o755},
		{Path: "/s/link", Mode: fs.ModeSymlink, Link: "new"},
		{Path: "/s/new", Mode: 0o644},
		{Path: "/s/owned", Mode: 0o644, UID: 7},
	}}, {Origin: "new", Files: base.Files}}
	b.Config.Env = map[string]string{"PATH": "/bin", "B": "1"}
	b.Config.Labels = map[string]string{"a": "b"}
	b.Config.Cmd = nil
	d := mustDiff(t, buildAndOpen(t, a), buildAndOpen(t, b))
	var got []string
	for _, c := range d.Config {
		got = append(got, fmt.Sprintf("%s: %s | %s", c.Field, c.A, c.B))
	}
	for _, l := range d.Layers {
		got = append(got, fmt.Sprintf("%s %s %v %v", l.Origin, l.Status, l.A.IsZero(), l.B.IsZero()))
		for _, f := range l.Files {
			got = append(got, strings.TrimSpace(fmt.Sprintf("  %s %s %s", f.Path, f.Status, f.What)))
		}
	}
	want := []string{
		`cmd: ["--help"] | `, "env A: <&> | ", "env B:  | 1", "env PATH: /opt/stack/bin | /bin", "label cairn.lock: sha256:0 | ",
		"runtime same false false",
		"stack changed false false",
		"/s/gone removed", "/s/grown changed content (1 → 2 bytes)", "/s/link changed link same → new", "/s/new added",
		"/s/owned changed owner 0:0 → 7:0", "/s/program changed mode 644 → 755",
		"new added true false",
		"old removed false true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if d.Equal() {
		t.Error("the images are called equal")
	}
}

func TestDiffOfEqualAndRepackedImages(t *testing.T) {
	t.Parallel()
	spec := simpleSpec(smallTree(t, "x"))
	a := buildAndOpen(t, spec)
	if d := mustDiff(t, a, buildAndOpen(t, spec)); !d.Equal() || len(d.Config) != 0 || d.Layers[0].Status != Same {
		t.Errorf("got %+v", d)
	}
	spec.Compression = Zstd
	if d := mustDiff(t, a, buildAndOpen(t, spec)); d.Equal() || d.Layers[0].Status != Repacked {
		t.Errorf("got %+v", d)
	}
	spec.SourceDateEpoch++
	d := mustDiff(t, a, buildAndOpen(t, spec))
	if d.Layers[0].Status != Changed || d.Layers[0].Files[0].What != "time 1700000000 → 1700000001" || d.Config[0].Field != "created" {
		t.Errorf("got %+v", d)
	}
}

func TestDiffOfATamperedLayer(t *testing.T) {
	t.Parallel()
	a, b := buildAndOpen(t, simpleSpec(smallTree(t, "x"))), buildAndOpen(t, simpleSpec(smallTree(t, "y")))
	// The trailer's CRC: every byte of the tar unpacks all the same.
	tamper(t, filepath.Join(b.Dir, layerBlob(b)), func(c []byte) []byte { c[len(c)-6] ^= 1; return c })
	_, err := Diff(context.Background(), a, b)
	var fault *Fault
	if !errors.As(err, &fault) || fault.Path != layerBlob(b) {
		t.Errorf("got %v", err)
	}
}

func TestSaveDocker(t *testing.T) {
	t.Parallel()
	for _, kind := range []Compression{Gzip, Zstd} {
		tree := t.TempDir()
		makeTree(t, tree, 8)
		spec := simpleSpec(tree)
		spec.Compression = kind
		spec.Layers = append(spec.Layers, spec.Layers[0]) // one blob, two places
		spec.Layers[1].Origin = "again"
		image := buildAndOpen(t, spec)
		var first, second bytes.Buffer
		for _, w := range []*bytes.Buffer{&first, &second} {
			if err := SaveDocker(context.Background(), image, "lab/ember:cpu", w); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Error("two archives of one image differ")
		}
		archive := filepath.Join(t.TempDir(), "ember.tar")
		writeFile(t, archive, first.Bytes(), 0o644)
		if names := native(t, "tar", "-tf", archive); len(strings.Fields(names)) != 3 {
			t.Errorf("the archive holds\n%s", names)
		}
		// skopeo unpacks it and checks the layers against the config.
		copied := filepath.Join(t.TempDir(), "copied")
		native(t, "skopeo", "copy", "--quiet", "docker-archive:"+archive+":lab/ember:cpu", "oci:"+copied+":ember")
		mustVerify(t, copied)
		got := mustOpen(t, copied, "ember")
		if !slices.Equal(got.Config.RootFS.DiffIDs, image.Config.RootFS.DiffIDs) {
			t.Errorf("skopeo read the layers %v", got.Config.RootFS.DiffIDs)
		}
	}
}

func TestSaveDockerRefusesNamesAndFaults(t *testing.T) {
	t.Parallel()
	image := buildAndOpen(t, simpleSpec(smallTree(t, "x")))
	for _, tag := range []string{"ember", "Ember:1", "a b:1", "ember:", ":1", "ember@cpu:1", "../x:1"} {
		if err := SaveDocker(context.Background(), image, tag, &bytes.Buffer{}); err == nil {
			t.Errorf("tag %q passed", tag)
		}
	}
	for _, tag := range []string{"", "ember:1", "localhost:5000/lab/ember:cpu", "a.b/c-d/e__f:V1.2"} {
		if err := SaveDocker(context.Background(), image, tag, &bytes.Buffer{}); err != nil {
			t.Errorf("tag %q: %v", tag, err)
		}
	}
	if err := os.Remove(filepath.Join(image.Dir, layerBlob(image))); err != nil {
		t.Fatal(err)
	}
	var fault *Fault
	if err := SaveDocker(context.Background(), image, "", &bytes.Buffer{}); !errors.As(err, &fault) {
		t.Errorf("got %v", err)
	}
}
