package sources

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// catFile compares every object of a database with what git cat-file prints.
func catFile(t *testing.T, n *native, db reader) {
	t.Helper()
	ids := strings.Fields(n.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype) %(objectsize)"))
	seen := map[plumbing.Hash]bool{}
	if err := db.each(func(id plumbing.Hash) error { seen[id] = true; return nil }); err != nil {
		t.Fatal(err)
	}
	if len(ids)/3 != len(seen) || len(seen) < 10 {
		t.Fatalf("git sees %d objects, we %d", len(ids)/3, len(seen))
	}
	var wants bytes.Buffer
	var got bytes.Buffer
	for i := 0; i < len(ids); i += 3 {
		id := plumbing.NewHash(ids[i])
		kind, content, err := verified(db, "test", id)
		if err != nil {
			t.Fatal(err)
		}
		wants.WriteString(ids[i] + "\n")
		got.WriteString(ids[i] + " " + kind.String() + " " + ids[i+2] + "\n" + string(content) + "\n")
	}
	want, err := n.try(wants.Bytes(), "cat-file", "--batch")
	if err != nil {
		t.Fatal(err)
	}
	if want != got.String() {
		t.Error("objects differ from git cat-file")
	}
}

func TestDatabaseReadsWhatGitReads(t *testing.T) {
	t.Parallel()
	for name, repack := range map[string][][]string{
		"loose":            nil,
		"offset deltas":    {{"repack", "-adfq", "--depth=50"}},
		"reference deltas": {{"-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq", "--depth=50"}},
		"two packs":        {{"repack", "-dq"}, {"commit", "-q", "--allow-empty", "-m", "x"}, {"repack", "-dq"}},
		"uncompressed":     {{"-c", "core.compression=0", "repack", "-adFq"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := grown(t, 12)
			for _, args := range repack {
				n.git(args...)
			}
			db, err := openDatabase(filepath.Join(n.dir, ".git", "objects"))
			if err != nil {
				t.Fatal(err)
			}
			defer db.close() //nolint:errcheck // read only
			if strings.HasSuffix(name, "deltas") && !strings.Contains(n.git("verify-pack", "-v", pathOf(t, n, "*.idx")), "chain length") {
				t.Fatal("git made no deltas: this tests nothing")
			}
			catFile(t, n, db)
			// Nothing cached: each object from scratch.
			db.cache.limit = 0
			catFile(t, n, db)
			if _, _, err := db.read(plumbing.Hash{1}); !errors.Is(err, plumbing.ErrObjectNotFound) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func pathOf(t *testing.T, n *native, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(n.dir, ".git", "objects", "pack", pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("got %v, %v", found, err)
	}
	return found[0]
}

func TestAlternatesAreFollowed(t *testing.T) {
	t.Parallel()
	n := grown(t, 2)
	shared := &native{t, t.TempDir()}
	shared.git("clone", "-q", "--shared", "--bare", n.dir, ".")
	db, err := openDatabase(filepath.Join(shared.dir, "objects"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.close() //nolint:errcheck // read only
	catFile(t, n, db)
	self := filepath.Join(shared.dir, "objects")
	if err := os.WriteFile(filepath.Join(self, "info", "alternates"), []byte(self+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := openDatabase(self); err == nil {
		t.Error("a circle of alternates was opened")
	}
}

// TestDamagedPackIsNeverReadAsSomethingElse turns over each byte of a pack in turn:
// every object is then either what it was or an error.
func TestDamagedPackIsNeverReadAsSomethingElse(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	n.write("a", strings.Repeat("some text that packs\n", 20))
	n.commit("one")
	n.write("a", strings.Repeat("some text that packs\n", 20)+"more\n")
	n.commit("two")
	n.git("repack", "-adfq")
	packPath := pathOf(t, n, "*.pack")
	whole, err := os.ReadFile(packPath)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(packPath, 0o644); err != nil {
		t.Fatal(err)
	}
	damaged := 0
	for i := 12; i < len(whole)-20; i++ {
		b := bytes.Clone(whole)
		b[i] ^= 0x55
		if err := os.WriteFile(packPath, b, 0o644); err != nil {
			t.Fatal(err)
		}
		db, err := openDatabase(filepath.Join(n.dir, ".git", "objects"))
		if err != nil {
			t.Fatal(err)
		}
		err = db.each(func(id plumbing.Hash) error {
			_, _, err := verified(db, "test", id)
			return err
		})
		var lying *LyingObjectError
		if errors.As(err, &lying) {
			damaged++
		} else if err != nil {
			t.Fatalf("byte %d: got %v", i, err)
		}
		if err := db.close(); err != nil {
			t.Fatal(err)
		}
	}
	// Bits that do not count: the spare ones of a deflate block's end.
	if unseen := len(whole) - 32 - damaged; unseen > 8 {
		t.Errorf("%d of %d changes were not noticed", unseen, len(whole)-32)
	}
	// A pack cut short.
	if err := os.WriteFile(packPath, whole[:len(whole)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := openDatabase(filepath.Join(n.dir, ".git", "objects"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.close() //nolint:errcheck // read only
	if err := db.each(func(id plumbing.Hash) error { _, _, err := verified(db, "test", id); return err }); err == nil {
		t.Error("a pack cut in half reads whole")
	}
}

func TestWrittenPackIsReadByGit(t *testing.T) {
	t.Parallel()
	needGit(t)
	n := &native{t, t.TempDir()}
	n.git("init", "-q", "--bare")
	contents := []string{"", "x", strings.Repeat("y", 15), strings.Repeat("z", 16), strings.Repeat("long", 100000)}
	w, err := newPackWriter(filepath.Join(n.dir, "objects"), len(contents))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range contents {
		if err := w.add(plumbing.ComputeHash(plumbing.BlobObject, []byte(c)), plumbing.BlobObject, []byte(c)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.commit(); err != nil {
		t.Fatal(err)
	}
	n.git("fsck", "--strict", "--full")
	found, err := filepath.Glob(filepath.Join(n.dir, "objects", "pack", "*"))
	if err != nil || len(found) != 2 {
		t.Fatalf("left: %v, %v", found, err)
	}
	n.git("verify-pack", found[0])
	for _, c := range contents {
		if got, err := n.try(nil, "cat-file", "blob", plumbing.ComputeHash(plumbing.BlobObject, []byte(c)).String()); err != nil || got != c {
			t.Errorf("%d bytes came back as %d, %v", len(c), len(got), err)
		}
	}
}

func TestLargeOffsets(t *testing.T) {
	t.Parallel()
	entries := []packedObject{{plumbing.Hash{9}, 1, 1<<31 + 5}, {plumbing.Hash{2}, 2, 12}, {plumbing.Hash{9, 1}, 3, 1 << 40}}
	x, err := parsePackIndex(packIndexBytes(entries, make([]byte, 20)))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if got, ok := x.find(e.id); !ok || got != e.offset {
			t.Errorf("%v: got %d, %v", e.id, got, ok)
		}
	}
	if _, ok := x.find(plumbing.Hash{3}); ok {
		t.Error("found what is not there")
	}
}

func FuzzPackIndex(f *testing.F) {
	f.Add(packIndexBytes([]packedObject{{plumbing.Hash{9}, 1, 1<<31 + 5}, {plumbing.Hash{2}, 2, 12}}, make([]byte, 20)))
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := parsePackIndex(b)
		if err != nil {
			return
		}
		for i := range min(x.count, 1000) {
			x.find(x.id(i))
		}
	})
}

func FuzzPatchDelta(f *testing.F) {
	f.Add([]byte("base of it"), []byte{10, 6, 0x90, 4, 2, 'x', 'y'})
	f.Add([]byte("base"), []byte{4, 4, 0x91, 2, 2, 0x90, 2})
	f.Fuzz(func(t *testing.T, base, delta []byte) {
		_, _ = patchDelta(nil, base, delta)
	})
}

func FuzzLooseObject(f *testing.F) {
	f.Add([]byte("x\x9cK\xca\xc9OR0`\x00\x00\x09\xb0\x01\xf0"))
	f.Fuzz(func(t *testing.T, b []byte) { _, _, _ = decodeLoose(b) })
}

func FuzzTree(f *testing.F) {
	f.Add([]byte("100644 a\x0012345678901234567890"))
	f.Fuzz(func(t *testing.T, b []byte) { _, _ = parseTree(b) })
}
