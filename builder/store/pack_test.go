package store

import (
	"archive/tar"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cairn/digest"
)

func TestPackedTreeComesBack(t *testing.T) {
	t.Parallel()
	from, to := open(t), open(t)
	d, err := from.PutTree(t.Context(), plant(t, sample))
	if err != nil {
		t.Fatal(err)
	}
	var first, again bytes.Buffer
	if err := errors.Join(from.PackTree(t.Context(), d, &first), from.PackTree(t.Context(), d, &again)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("one tree, two archives")
	}
	if err := to.UnpackTree(t.Context(), bytes.NewReader(first.Bytes()), d, 1<<20); err != nil {
		t.Fatal(err)
	}
	checkClean(t, to)
	if _, ok := to.Tree(d); !ok {
		t.Error("the tree is not there")
	}
	// tar reads it as the same tree.
	if _, err := exec.LookPath("tar"); err == nil {
		dir := t.TempDir()
		c := exec.Command("tar", "-x", "-C", dir)
		c.Stdin = &again
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("tar: %v: %s", err, out)
		}
		if got, err := HashTree(t.Context(), dir); err != nil || got != d {
			t.Errorf("tar unpacks %s, %v; want %s", got, err, d)
		}
	}
}

func TestHostileArchivesAreRefused(t *testing.T) {
	t.Parallel()
	outside := filepath.Join(t.TempDir(), "outside")
	for name, entries := range map[string][]tar.Header{
		"above":         {{Name: "../x", Typeflag: tar.TypeReg}},
		"absolute":      {{Name: "/x", Typeflag: tar.TypeReg}},
		"not clean":     {{Name: "a/", Typeflag: tar.TypeDir}, {Name: "a//x", Typeflag: tar.TypeReg}},
		"through link":  {{Name: "l", Typeflag: tar.TypeSymlink, Linkname: filepath.Dir(outside)}, {Name: "l/outside", Typeflag: tar.TypeReg}},
		"over link":     {{Name: "l", Typeflag: tar.TypeSymlink, Linkname: outside}, {Name: "l", Typeflag: tar.TypeReg}},
		"hard link":     {{Name: "l", Typeflag: tar.TypeLink, Linkname: "/etc/passwd"}},
		"device":        {{Name: "d", Typeflag: tar.TypeChar, Devmajor: 1, Devminor: 3}},
		"no folder":     {{Name: "a/x", Typeflag: tar.TypeReg}},
		"twice":         {{Name: "a", Typeflag: tar.TypeReg}, {Name: "a", Typeflag: tar.TypeReg}},
		"too large":     {{Name: "a", Typeflag: tar.TypeReg, Size: 2000}},
		"another tree":  {{Name: "a", Typeflag: tar.TypeReg, Size: 3}},
		"the top":       {{Name: "./", Typeflag: tar.TypeDir}},
		"cut in a file": {{Name: "cut", Typeflag: tar.TypeReg, Size: 900}},
	} {
		s := open(t)
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for _, header := range entries {
			if err := w.WriteHeader(&header); err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(bytes.Repeat([]byte("x"), int(header.Size))); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		content := b.Bytes()
		if strings.HasPrefix(name, "cut") {
			content = content[:700]
		}
		var fault *PackedError
		if err := s.UnpackTree(t.Context(), bytes.NewReader(content), digest.Of([]byte("want")), 1000); !errors.As(err, &fault) {
			t.Errorf("%s: got %v", name, err)
		}
		if trees, _ := os.ReadDir(filepath.Join(s.Dir(), "trees")); len(trees) > 0 {
			t.Errorf("%s: something was kept", name)
		}
		if _, err := os.Lstat(outside); err == nil {
			t.Fatalf("%s: a file outside was written", name)
		}
	}
}
