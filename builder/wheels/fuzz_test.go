package wheels

import (
	"archive/tar"
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/testdata/packageindex"

	"github.com/klauspost/compress/gzip"
)

// within fails where something was made beside a folder, or where something in it leads
// out of it.
func within(t *testing.T, folder string) {
	t.Helper()
	if beside, err := os.ReadDir(filepath.Dir(folder)); err != nil || len(beside) != 1 {
		t.Errorf("beside the folder: %v, %v", beside, err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch entry.Type() {
		case 0, fs.ModeDir:
		case fs.ModeSymlink:
			if _, err := root.Stat(name); err != nil && strings.Contains(err.Error(), "escapes") {
				t.Errorf("%s: %v", name, err)
			}
		default:
			t.Errorf("%s is %v", name, entry.Type())
		}
		info, err := entry.Info()
		if err == nil && info.Mode()&(fs.ModeSetuid|fs.ModeSetgid) != 0 {
			t.Errorf("%s is %v", name, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// FuzzInstall: whatever a wheel is, it writes below its root alone.
func FuzzInstall(f *testing.F) {
	f.Add(packageindex.Wheel("demo", "1.0", nil, demo...))
	f.Add(packageindex.Wheel("demo", "1.0", nil, file{Name: "demo-1.0.data/data/../x", Content: "x"}))
	f.Fuzz(func(t *testing.T, content []byte) {
		root, installed, err := install(t, content, "demo-1.0-py3-none-any.whl")
		if err == nil {
			err = installed.Finish()
		}
		if _, made := os.Stat(root); made != nil && err != nil {
			return // refused before anything was
		}
		within(t, root)
	})
}

// FuzzSdist gives the archive inside of the compression: a changed gzip is damaged.
func FuzzSdist(f *testing.F) {
	for _, headers := range [][]tar.Header{
		{{Name: "demo-1.0/", Typeflag: tar.TypeDir, Mode: 0o755}, {Name: "demo-1.0/a.py", Typeflag: tar.TypeReg, Mode: 0o4755}},
		{{Name: "demo-1.0/a", Typeflag: tar.TypeSymlink, Linkname: "b"}, {Name: "demo-1.0/b", Typeflag: tar.TypeReg}, {Name: "demo-1.0/c", Typeflag: tar.TypeLink, Linkname: "demo-1.0/b"}},
		{{Name: "demo-1.0/a", Typeflag: tar.TypeSymlink, Linkname: "../../x"}, {Name: "demo-1.0/a/b", Typeflag: tar.TypeReg}},
	} {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for _, h := range headers {
			if err := w.WriteHeader(&h); err != nil {
				f.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		_, _ = w.Write(content) // to memory
		_ = w.Close()
		archive := filepath.Join(t.TempDir(), "archive")
		if err := os.WriteFile(archive, packed.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(t.TempDir(), "folder")
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		_ = UnpackSdist(t.Context(), archive, "demo-1.0.tar.gz", folder) // refused or not
		within(t, folder)
	})
}

// FuzzPage: no page of an index makes an address that is not one.
func FuzzPage(f *testing.F) {
	f.Add([]byte(`{"files": [{"filename": "demo-1.0-py3-none-any.whl", "url": "../x.whl", "hashes": {"sha256": "00"}, "size": 1}]}`))
	f.Add([]byte(`<html><body><a href="../x.whl#sha256=00" data-yanked="">demo-1.0-py3-none-any.whl</a></body></html>`))
	base, err := url.Parse("https://index.example/simple/demo/")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, read := range []func([]byte, *url.URL) ([]link, error){readJSON, readHTML} {
			links, _ := read(text, base) // an error is an answer
			for _, l := range links {
				if u, err := url.Parse(l.url); err != nil || !u.IsAbs() {
					t.Errorf("%q leads to %q: %v", l.file, l.url, err)
				}
			}
		}
	})
}

// FuzzPylock: a lock of uv that is read names only what can be a file's name.
func FuzzPylock(f *testing.F) {
	f.Add([]byte(pylock()))
	f.Add([]byte("lock-version = '1.0'\n[[packages]]\nname = 'demo'\nversion = '1.0'\nwheels = [{url = 'https://index.example/demo-1.0-py3-none-any.whl', hashes = {sha256 = '00'}}]\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		packages, err := readPylock(text)
		if err != nil {
			return
		}
		for _, p := range packages {
			for _, read := range []func() (Distribution, error){p.sdist, func() (Distribution, error) { return p.wheel(map[string]int{"py3-none-any": 1}) }} {
				if d, err := read(); err == nil && (d.File == "" || filepath.Base(d.File) != d.File) {
					t.Errorf("%q is no file's name", d.File)
				}
			}
		}
	})
}
