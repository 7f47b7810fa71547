package containers

import (
	"archive/tar"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Opening a pipe waits for a writer, reading a device has no end: what stands in place
// of a layout's files is looked at before it is read.
func TestLayoutsOfPipesAndDevices(t *testing.T) {
	t.Parallel()
	for what, put := range map[string]func(path string) error{
		"pipe":   func(path string) error { return unix.Mkfifo(path, 0o644) },
		"zeros":  func(path string) error { return os.Symlink("/dev/zero", path) },
		"folder": func(path string) error { return os.Mkdir(path, 0o755) },
	} {
		for name, which := range map[string]func(*Image) string{"layer": layerBlob, "config": configBlob, "manifest": manifestBlob} {
			t.Run(what+" as "+name, func(t *testing.T) {
				t.Parallel()
				out := filepath.Join(t.TempDir(), "out")
				mustBuild(t, simpleSpec(smallTree(t, "x")), out, Options{})
				path := which(mustOpen(t, out, "ember"))
				if err := os.Remove(filepath.Join(out, path)); err != nil {
					t.Fatal(err)
				}
				if err := put(filepath.Join(out, path)); err != nil {
					t.Fatal(err)
				}
				var faults []Fault
				done := make(chan error, 1)
				go func() {
					var err error
					faults, err = Verify(t.Context(), out)
					done <- err
				}()
				select {
				case err := <-done:
					if err != nil || len(faults) != 1 || faults[0].Path != path || faults[0].What != "is no regular file" {
						t.Errorf("got %v, %v", faults, err)
					}
				case <-time.After(2 * time.Minute):
					t.Fatal("it is still read")
				}
			})
		}
	}
}

func TestLargeIndexIsNotRead(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out")
	mustBuild(t, simpleSpec(smallTree(t, "x")), out, Options{})
	for _, name := range []string{indexFile, layoutFile} {
		if err := os.Truncate(filepath.Join(out, name), 1<<40); err != nil { // sparse
			t.Skipf("no sparse files here: %v", err)
		}
		faults, err := Verify(t.Context(), out)
		if err != nil || len(faults) == 0 || !strings.Contains(faults[0].What, "more than the 4194304 that are read") {
			t.Errorf("%s: got %v, %v", name, faults, err)
		}
	}
}

// A layer of a few bytes that claims a file of a terabyte, as one with a sparse file may.
func TestUnpackStopsABomb(t *testing.T) {
	t.Parallel()
	image := foreignImage(t, []tar.Header{file("small"), {Typeflag: tar.TypeCont, Name: "huge", Size: 1 << 40, Mode: 0o644, Format: tar.FormatGNU}})
	dir := filepath.Join(t.TempDir(), "root")
	err := Unpack(t.Context(), image, dir)
	if err == nil || !strings.Contains(err.Error(), "/huge: the layer unpacks to more than 128 times its") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(filepath.Join(dir, "huge")); err == nil {
		t.Error("it was begun")
	}
}

// What runs as somebody else on the host must not come out of a layer.
func TestUnpackDropsSetuid(t *testing.T) {
	t.Parallel()
	su, folder := file("bin/su"), tar.Header{Typeflag: tar.TypeDir, Name: "shared/", Mode: 0o7777}
	su.Mode = 0o6755
	dir := filepath.Join(t.TempDir(), "root")
	if err := Unpack(t.Context(), foreignImage(t, []tar.Header{su, folder}), dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{"bin/su": 0o755, "shared": fs.ModeDir | 0o777} {
		if info, err := os.Lstat(filepath.Join(dir, name)); err != nil || info.Mode() != want {
			t.Errorf("%s: got %v, %v, want %v", name, info.Mode(), err, want)
		}
	}
}
