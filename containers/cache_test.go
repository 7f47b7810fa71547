package containers

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/builder/store"
)

func openStore(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "store"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// storedSpec is simpleSpec over a tree that lies in the store.
func storedSpec(t testing.TB, s *store.Store, dir string) Spec {
	t.Helper()
	d, err := s.PutTree(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	tree, _ := s.Tree(d)
	spec := simpleSpec(tree)
	spec.Layers[0].Content = d
	return spec
}

func TestUnchangedLayersComeFromTheStore(t *testing.T) {
	t.Parallel()
	s, dir := openStore(t), t.TempDir()
	makeTree(t, dir, 9)
	spec := storedSpec(t, s, dir)
	spec.Layers = append(spec.Layers, Layer{Origin: "etc", Files: goldenFiles})
	fresh := mustBuild(t, spec, filepath.Join(t.TempDir(), "fresh"), Options{})
	first := mustBuild(t, spec, filepath.Join(t.TempDir(), "first"), Options{Store: s})
	if first.Layers[0].Reused || first.Digest != fresh.Digest {
		t.Errorf("the first: %+v; without a store %v", first, fresh.Digest)
	}
	out := filepath.Join(t.TempDir(), "second")
	second := mustBuild(t, spec, out, Options{Store: s})
	mustVerify(t, out)
	if second.Digest != first.Digest || !second.Layers[0].Reused || !second.Layers[1].Reused {
		t.Errorf("the second: %+v", second)
	}
	// One layer moves, the other stays.
	spec.Layers[1].Files = []File{{Path: "/etc/passwd", Mode: 0o644, Content: []byte("root:x:0:1\n")}}
	third := mustBuild(t, spec, filepath.Join(t.TempDir(), "third"), Options{Store: s})
	if !third.Layers[0].Reused || third.Layers[1].Reused || third.Layers[1].Digest == first.Layers[1].Digest {
		t.Errorf("the third: %+v", third)
	}
	if err := s.Verify(context.Background(), func(f store.Fault) { t.Error(f) }); err != nil {
		t.Error(err)
	}
}

func TestEachPartOfTheKeyMissesTheCache(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	base := storedSpec(t, s, smallTree(t, "x"))
	out := filepath.Join(t.TempDir(), "out")
	mustBuild(t, base, out, Options{Store: s})
	for name, change := range map[string]func(*Spec){
		"compression": func(c *Spec) { c.Compression = Zstd },
		"epoch":       func(c *Spec) { c.SourceDateEpoch++ },
		"mount":       func(c *Spec) { c.Layers[0].Mount = "/opt/elsewhere" },
		"content":     func(c *Spec) { c.Layers[0] = storedSpec(t, s, smallTree(t, "y")).Layers[0] },
		"files":       func(c *Spec) { c.Layers[0].Files = goldenFiles[:1] },
	} {
		spec := base
		spec.Layers = []Layer{base.Layers[0]}
		change(&spec)
		with := mustBuild(t, spec, out, Options{Store: s})
		without := mustBuild(t, spec, filepath.Join(t.TempDir(), "out"), Options{})
		if with.Layers[0].Reused || with.Digest != without.Digest {
			t.Errorf("%s: reused %v, %v with the store, %v without", name, with.Layers[0].Reused, with.Digest, without.Digest)
		}
	}
	// What does not show in the bytes hits: the name of the origin, the config.
	base.Layers[0].Origin, base.Config.Env = "renamed", nil
	if built := mustBuild(t, base, out, Options{Store: s}); !built.Layers[0].Reused {
		t.Error("another origin's name misses")
	}
}

// A layout handed to a person must not be a way to change the store.
func TestBlobsFromTheStoreAreReadOnly(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	spec, out := storedSpec(t, s, smallTree(t, "x")), filepath.Join(t.TempDir(), "out")
	built := mustBuild(t, spec, out, Options{Store: s})
	err := filepath.WalkDir(filepath.Join(out, blobsDir), func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o222 != 0 {
			t.Errorf("%s is writable: %v", file, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if err := os.RemoveAll(out); err != nil { // and yet easily removed
		t.Error(err)
	}
	again := mustBuild(t, spec, out, Options{Store: s})
	if again.Digest != built.Digest || !again.Layers[0].Reused {
		t.Errorf("after the layout was removed: %+v", again)
	}
}

func TestDamagedLayerOfTheStoreIsRefused(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	spec, out := storedSpec(t, s, smallTree(t, "x")), filepath.Join(t.TempDir(), "out")
	mustBuild(t, spec, out, Options{Store: s})
	kept, err := filepath.Glob(filepath.Join(s.Dir(), "trees", "*", blobName))
	if err != nil || len(kept) != 1 {
		t.Fatalf("%v, %v", kept, err)
	}
	if err := os.Chmod(kept[0], 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(kept[0], 10); err != nil {
		t.Fatal(err)
	}
	_, err = Build(context.Background(), spec, filepath.Join(t.TempDir(), "other"), Options{Store: s})
	if err == nil || !strings.Contains(err.Error(), kept[0]+" is damaged") {
		t.Errorf("got %v", err)
	}
}
