package bundles

import (
	"archive/tar"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"cairn/digest"

	"github.com/klauspost/compress/zstd"
)

// FuzzRead gives the archive inside of the compression: what is read is what the index
// names, and lies in the folder that was given.
func FuzzRead(f *testing.F) {
	sum := digest.Of([]byte("stack")).String()
	for _, index := range []string{
		`{"schema":"cairn-bundle-v1","stack":"x","lock":"` + sum + `","entries":[{"kind":"workspace","name":"x.hcl","sha256":"` + sum + `","size_bytes":5}]}`,
		`{"schema":"cairn-bundle-v1","stack":"x","lock":"` + sum + `","entries":[{"kind":"file","name":"` + sum + `","sha256":"` + sum + `","size_bytes":5}],"stripped":[]}`,
	} {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for _, entry := range [][2]string{{indexName, index}, {"workspace/000000", "stack"}} {
			if err := w.WriteHeader(&tar.Header{Name: entry[0], Size: int64(len(entry[1])), Typeflag: tar.TypeReg}); err != nil {
				f.Fatal(err)
			}
			if _, err := w.Write([]byte(entry[1])); err != nil {
				f.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	pack, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, archive []byte) {
		dir := t.TempDir()
		path, into := filepath.Join(dir, "x.bundle"), filepath.Join(dir, "into")
		if err := os.Mkdir(into, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, pack.EncodeAll(archive, nil), 0o600); err != nil {
			t.Fatal(err)
		}
		opened, err := Read(t.Context(), path, into, nil)
		if beside, _ := os.ReadDir(dir); len(beside) != 2 {
			t.Errorf("beside the folder: %v", beside)
		}
		if err != nil {
			return
		}
		for i, e := range opened.Entries {
			content, err := os.ReadFile(opened.Files[i])
			if err != nil || digest.Of(content) != e.SHA256 || int64(len(content)) != e.SizeBytes || filepath.Dir(opened.Files[i]) != into {
				t.Errorf("%s %s is taken as %q, %v", e.Kind, e.Name, content, err)
			}
		}
	})
}
