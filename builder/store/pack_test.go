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
	for name, c := range map[string]struct {
		entries []tar.Header
		reason  string
	}{
		"above":         {[]tar.Header{{Name: "../x", Typeflag: tar.TypeReg}}, "is no path within a tree"},
		"absolute":      {[]tar.Header{{Name: "/x", Typeflag: tar.TypeReg}}, "is no path within a tree"},
		"not clean":     {[]tar.Header{{Name: "a/", Typeflag: tar.TypeDir}, {Name: "a//x", Typeflag: tar.TypeReg}}, "is no path within a tree"},
		"through link":  {[]tar.Header{{Name: "l", Typeflag: tar.TypeSymlink, Linkname: filepath.Dir(outside)}, {Name: "l/outside", Typeflag: tar.TypeReg}}, "is in no folder of the archive"},
		"over link":     {[]tar.Header{{Name: "l", Typeflag: tar.TypeSymlink, Linkname: outside}, {Name: "l", Typeflag: tar.TypeReg}}, "is there twice"},
		"hard link":     {[]tar.Header{{Name: "l", Typeflag: tar.TypeLink, Linkname: "/etc/passwd"}}, "is neither file, folder nor link"},
		"device":        {[]tar.Header{{Name: "d", Typeflag: tar.TypeChar, Devmajor: 1, Devminor: 3}}, "is neither file, folder nor link"},
		"no folder":     {[]tar.Header{{Name: "a/x", Typeflag: tar.TypeReg}}, "is in no folder of the archive"},
		"twice":         {[]tar.Header{{Name: "a", Typeflag: tar.TypeReg}, {Name: "a", Typeflag: tar.TypeReg}}, "is there twice"},
		"too large":     {[]tar.Header{{Name: "a", Typeflag: tar.TypeReg, Size: 1001}}, "is beyond the size that was announced"},
		"just as large": {[]tar.Header{{Name: "a", Typeflag: tar.TypeReg, Size: 1000}}, "holds tree"},
		"another tree":  {[]tar.Header{{Name: "a", Typeflag: tar.TypeReg, Size: 3}}, "holds tree"},
		"the top":       {[]tar.Header{{Name: "./", Typeflag: tar.TypeDir}}, "is there twice"},
		"cut in a file": {[]tar.Header{{Name: "cut", Typeflag: tar.TypeReg, Size: 900}}, "is damaged"},
		"goes on":       {[]tar.Header{{Name: "a", Typeflag: tar.TypeReg, Size: 3}}, "goes on after its end"},
	} {
		s := open(t)
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for _, header := range c.entries {
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
		switch name {
		case "cut in a file":
			content = content[:700]
		case "goes on":
			content = append(content, make([]byte, 1<<20)...)
		}
		var fault *PackedError
		if err := s.UnpackTree(t.Context(), bytes.NewReader(content), digest.Of([]byte("want")), 1000); !errors.As(err, &fault) || !strings.Contains(fault.Reason, c.reason) {
			t.Errorf("%s: got %v, want that it %s", name, err, c.reason)
		}
		if trees, _ := os.ReadDir(filepath.Join(s.Dir(), "trees")); len(trees) > 0 {
			t.Errorf("%s: something was kept", name)
		}
		if _, err := os.Lstat(outside); err == nil {
			t.Fatalf("%s: a file outside was written", name)
		}
	}
}
