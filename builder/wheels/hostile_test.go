package wheels

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/testdata/packageindex"
)

// What no source distribution of ours holds: devices, pipes, names of files outside.
func TestHostileSdistEntries(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		header tar.Header
		want   string
	}{
		"device":                {tar.Header{Typeflag: tar.TypeBlock, Name: "demo/sda"}, "neither file, folder nor link"},
		"terminal":              {tar.Header{Typeflag: tar.TypeChar, Name: "demo/tty"}, "neither file, folder nor link"},
		"pipe":                  {tar.Header{Typeflag: tar.TypeFifo, Name: "demo/pipe"}, "neither file, folder nor link"},
		"absolute":              {tar.Header{Typeflag: tar.TypeDir, Name: "/demo/x/"}, "would leave"},
		"hard link out":         {tar.Header{Typeflag: tar.TypeLink, Name: "demo/x", Linkname: "../../../etc/passwd"}, "cannot be unpacked"},
		"hard link to the host": {tar.Header{Typeflag: tar.TypeLink, Name: "demo/x", Linkname: "/etc/passwd"}, "cannot be unpacked"},
	} {
		dir, err := unpackEntryOf(t, c.header)
		var hostile *HostileError
		if !errors.As(err, &hostile) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
			t.Errorf("%s: it left %v", name, left)
		}
	}
}

// What runs as somebody else on the host must come out of neither.
func TestSetuidIsDropped(t *testing.T) {
	t.Parallel()
	dir, err := unpackEntryOf(t, tar.Header{Typeflag: tar.TypeReg, Name: "demo/su", Mode: 0o6755})
	if err != nil {
		t.Fatal(err)
	}
	su := file{Name: "demo-1.0.data/scripts/su", Content: "#!/bin/sh\n", Mode: fs.ModeSetuid | fs.ModeSetgid | 0o755}
	root, _, err := install(t, packageindex.Wheel("demo", "1.0", nil, su), "demo-1.0-py3-none-any.whl")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(dir, "su"), filepath.Join(root, "bin/su")} {
		if info, err := os.Stat(path); err != nil || info.Mode() != 0o755 {
			t.Errorf("%s: got %v, %v", path, info, err)
		}
	}
}

func unpackEntryOf(t *testing.T, header tar.Header) (dir string, _ error) {
	t.Helper()
	var content bytes.Buffer
	packed := gzip.NewWriter(&content)
	w := tar.NewWriter(packed)
	if err := errors.Join(w.WriteHeader(&header), w.Close(), packed.Close()); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(t.TempDir(), "archive")
	if err := os.WriteFile(archive, content.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	return dir, UnpackSdist(t.Context(), archive, "demo-1.0.tar.gz", dir)
}
