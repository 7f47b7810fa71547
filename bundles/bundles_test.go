package bundles

import (
	"archive/tar"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cairn/digest"

	"github.com/klauspost/compress/zstd"
)

// sample writes a bundle of a few entries and returns its path.
func sample(t *testing.T, order ...int) string {
	t.Helper()
	dir := t.TempDir()
	file := digest.Of([]byte("a package"))
	all := []Source{{Workspace, "ws.hcl", "a"}, {Workspace, "patches/one.patch", "b"}, {Git, "https://example.com/x.git", "c"}, {File, file.String(), "d"}}
	for i, content := range []string{"stack", "patch", "objects", "a package"} {
		if err := os.WriteFile(filepath.Join(dir, all[i].Path), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		all[i].Path = filepath.Join(dir, all[i].Path)
	}
	given := all
	if len(order) > 0 {
		given = nil
		for _, i := range order {
			given = append(given, all[i])
		}
	}
	path := filepath.Join(dir, "x.bundle")
	sign := func(_ context.Context, index []byte) ([]byte, error) { return append([]byte("signed "), index...), nil }
	d, err := Write(t.Context(), path, Index{Stack: "x", Lock: digest.Of([]byte("lock"))}, given, sign)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil || digest.Of(content) != d {
		t.Fatalf("its digest is %s, Write said %s: %v", digest.Of(content), d, err)
	}
	return path
}

func TestBundleComesBack(t *testing.T) {
	t.Parallel()
	path := sample(t)
	checked := false
	opened, err := Read(t.Context(), path, t.TempDir(), func(index *Index, content, signature []byte) error {
		checked = string(signature) == "signed "+string(content) && index.Stack == "x"
		return nil
	})
	if err != nil || !checked || len(opened.Files) != 4 {
		t.Fatalf("got %+v, %v; checked %v", opened, err, checked)
	}
	for i, e := range opened.Entries {
		content, err := os.ReadFile(opened.Files[i])
		if err != nil || digest.Of(content) != e.SHA256 || int64(len(content)) != e.SizeBytes {
			t.Errorf("%s %s: %q, %v", e.Kind, e.Name, content, err)
		}
	}
	// The order in which entries are gathered, and one given twice, do not show.
	first, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if opened.Digest != digest.Of(first) {
		t.Errorf("Read says that the file is %s", opened.Digest)
	}
	again, err := os.ReadFile(sample(t, 3, 2, 1, 0, 1))
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("the same content, other bytes: %v", err)
	}
}

// changed rewrites a bundle's archive, so that zstd's own checksums hold.
func changed(t *testing.T, path string, change func(header *tar.Header, content []byte) (*tar.Header, []byte)) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := zstd.NewReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	in, out := tar.NewReader(r), tar.NewWriter(w)
	for {
		header, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		header, content = change(header, content)
		if header == nil {
			continue
		}
		header.Size = int64(len(content))
		if err := out.WriteHeader(header); err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(out.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "changed.bundle")
	if err := os.WriteFile(to, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

func TestTamperedBundlesAreRefused(t *testing.T) {
	t.Parallel()
	path := sample(t)
	same := func(h *tar.Header, c []byte) (*tar.Header, []byte) { return h, c }
	index := func(edit func(x *Index)) func(h *tar.Header, c []byte) (*tar.Header, []byte) {
		return func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name != indexName {
				return h, c
			}
			var x Index
			if err := json.Unmarshal(c, &x); err != nil {
				t.Fatal(err)
			}
			edit(&x)
			c, err := json.Marshal(x)
			if err != nil {
				t.Fatal(err)
			}
			return h, c
		}
	}
	if _, err := Read(t.Context(), changed(t, path, same), t.TempDir(), nil); err != nil {
		t.Fatalf("unchanged: %v", err)
	}
	for name, tc := range map[string]struct {
		change func(h *tar.Header, c []byte) (*tar.Header, []byte)
		says   string
	}{
		"content": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == "file/000000" {
				c[0] ^= 1
			}
			return h, c
		}, "file sha256:"},
		"longer": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == "git/000001" {
				c = append(c, 'x')
			}
			return h, c
		}, "git https://example.com/x.git: \"git/000001\" stands in its place"},
		"left out": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == "git/000001" {
				return nil, nil
			}
			return h, c
		}, "git https://example.com/x.git:"},
		"added": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == "workspace/000003" {
				h.Typeflag = tar.TypeSymlink
				h.Linkname = "/etc/passwd"
				return h, nil
			}
			return h, c
		}, "workspace ws.hcl:"},
		"no index": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == indexName {
				return nil, nil
			}
			return h, c
		}, "not with an index"},
		"cut": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == "workspace/000003" {
				return nil, nil
			}
			return h, c
		}, "it ends early"},
		"climbing":   {index(func(x *Index) { x.Entries[2].Name = "../../etc/x" }), "is no path within a workspace"},
		"absolute":   {index(func(x *Index) { x.Entries[2].Name = "/etc/x" }), "is no path within a workspace"},
		"the folder": {index(func(x *Index) { x.Entries[2].Name = "." }), "is no path within a workspace"},
		"backslash":  {index(func(x *Index) { x.Entries[2].Name = `..\x` }), "is no path within a workspace"},
		"no size":    {index(func(x *Index) { x.Entries[1].SizeBytes = -1 }), "has no size or digest"},
		"no hash":    {index(func(x *Index) { x.Entries[1].SHA256 = digest.Digest{} }), "has no size or digest"},
		"new field": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == indexName {
				c = bytes.Replace(c, []byte("{"), []byte(`{"mood": "good",`), 1)
			}
			return h, c
		}, `unknown field "mood"`},
		"a folder": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == indexName {
				return index(func(x *Index) { x.Entries[0].SizeBytes, x.Entries[0].SHA256 = 0, digest.Of(nil) })(h, c)
			}
			if h.Name == "file/000000" {
				h.Typeflag, c = tar.TypeDir, nil
			}
			return h, c
		}, "stands in its place"},
		"more index": {func(h *tar.Header, c []byte) (*tar.Header, []byte) {
			if h.Name == indexName {
				c = append(c, "{}"...)
			}
			return h, c
		}, "something follows in its index"},
		"twice":      {index(func(x *Index) { x.Entries[2].Name = x.Entries[3].Name }), "is there twice"},
		"schema":     {index(func(x *Index) { x.Schema = "cairn-bundle-v9" }), "cairn-bundle-v9"},
		"kind":       {index(func(x *Index) { x.Entries[0].Kind = "program" }), "a kind that is not known"},
		"no digest":  {index(func(x *Index) { x.Entries[0].Name = "../x" }), "is no digest"},
		"fewer":      {index(func(x *Index) { x.Entries = x.Entries[:3] }), "which its index does not name"},
		"other hash": {index(func(x *Index) { x.Entries[0].SHA256 = digest.Of([]byte("y")) }), "the index says"},
	} {
		var fault *Fault
		bad := changed(t, path, tc.change)
		if _, err := Read(t.Context(), bad, t.TempDir(), nil); !errors.As(err, &fault) || !strings.Contains(err.Error(), tc.says) || !strings.Contains(err.Error(), bad) {
			t.Errorf("%s: got %v, want %q", name, err, tc.says)
		}
	}
}

// Wherever it is cut off, or a bit flips, what is read is refused or the same.
func TestCutsAndFlipsAreNoticed(t *testing.T) {
	t.Parallel()
	path := sample(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(t.TempDir(), "bad.bundle")
	for at := 0; at < len(whole); at += 11 { // every byte takes ten seconds
		for _, content := range [][]byte{whole[:at], append(append(bytes.Clone(whole[:at]), whole[at]^0x10), whole[at+1:]...)} {
			if err := os.WriteFile(bad, content, 0o600); err != nil {
				t.Fatal(err)
			}
			dir, err := os.MkdirTemp(t.TempDir(), "")
			if err != nil {
				t.Fatal(err)
			}
			opened, err := Read(t.Context(), bad, dir, nil)
			if err != nil {
				continue
			}
			for i, e := range opened.Entries {
				got, err := os.ReadFile(opened.Files[i])
				if err != nil || digest.Of(got) != e.SHA256 {
					t.Fatalf("byte %d: %s is taken as %q, %v", at, e.Name, got, err)
				}
			}
		}
	}
}

// An index that claims to be larger than any is refused before it is read.
func TestHugeIndexIsRefused(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	packed, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := tar.NewWriter(packed).WriteHeader(&tar.Header{Name: indexName, Size: maxIndexBytes + 1, Typeflag: tar.TypeReg}); err != nil {
		t.Fatal(err)
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "huge.bundle")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var fault *Fault
	if _, err := Read(t.Context(), path, t.TempDir(), nil); !errors.As(err, &fault) || !strings.Contains(err.Error(), "its index has 268435457 bytes") {
		t.Errorf("got %v", err)
	}
}

func TestCancelledBundles(t *testing.T) {
	t.Parallel()
	path := sample(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, path, t.TempDir(), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("read: got %v", err)
	}
	to := filepath.Join(t.TempDir(), "x.bundle")
	if _, err := Write(ctx, to, Index{}, []Source{{Workspace, "x.hcl", path}}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("write: got %v", err)
	}
	if _, err := os.Stat(to); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a bundle was left: %v", err)
	}
}

// Sizes that add up to more than can be counted are as much as can be.
func TestSizeOfAllEntries(t *testing.T) {
	t.Parallel()
	x := Index{Entries: []Entry{{SizeBytes: 40}, {SizeBytes: 2}}}
	if got := x.SizeBytes(); got != 42 {
		t.Errorf("got %d", got)
	}
	x.Entries = append(x.Entries, Entry{SizeBytes: math.MaxInt64}, Entry{SizeBytes: math.MaxInt64})
	if got := x.SizeBytes(); got != math.MaxInt64 {
		t.Errorf("got %d", got)
	}
}

// The digest is that of the whole file, of what follows the archive too.
func TestDigestOfTheWholeFile(t *testing.T) {
	t.Parallel()
	path := sample(t)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// A frame that is to be skipped (RFC 8878, section 3.1.2), larger than what is read ahead.
	frame := make([]byte, 8+(4<<20))
	binary.LittleEndian.PutUint32(frame, 0x184d2a50)
	binary.LittleEndian.PutUint32(frame[4:], 4<<20)
	content = append(content, frame...)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	opened, err := Read(t.Context(), path, t.TempDir(), nil)
	if err != nil || opened.Digest != digest.Of(content) {
		t.Errorf("got %v, %v", opened, err)
	}
}

// A file that changes while a bundle is written is noticed, and no bundle is left; all
// entries are of one time.
func TestFilesThatChange(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file, to := filepath.Join(dir, "file"), filepath.Join(dir, "x.bundle")
	put := func(content string) error { return os.WriteFile(file, []byte(content), 0o600) }
	if err := put("before"); err != nil {
		t.Fatal(err)
	}
	write := func(later string) error {
		_, err := Write(t.Context(), to, Index{}, []Source{{Workspace, "x.hcl", file}}, func(context.Context, []byte) ([]byte, error) { return nil, put(later) })
		return err
	}
	if err := write("change"); err == nil || !strings.Contains(err.Error(), "workspace x.hcl: it changed while it was read") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(to); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a bundle was left: %v", err)
	}
	if err := write("change"); err != nil {
		t.Fatal(err)
	}
	changed(t, to, func(h *tar.Header, c []byte) (*tar.Header, []byte) {
		if !h.ModTime.Equal(time.Unix(0, 0)) || h.Mode != 0o644 {
			t.Errorf("%s is of %s, with mode %o", h.Name, h.ModTime, h.Mode)
		}
		return h, c
	})
}
