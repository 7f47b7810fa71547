package sources

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/lockfiles"
)

func TestCarriedObjectsAreTheSame(t *testing.T) {
	t.Parallel()
	upstream := newNative(t)
	upstream.write("a/b.txt", "content\n")
	upstream.write("large", strings.Repeat("line\n", 10_000))
	commit := upstream.commit("first")

	var first, second bytes.Buffer
	gitDir := filepath.Join(upstream.dir, ".git")
	if err := WriteObjects(t.Context(), gitDir, &first); err != nil {
		t.Fatal(err)
	}
	upstream.git("gc", "-q", "--aggressive") // packed otherwise, the same objects
	if err := WriteObjects(t.Context(), gitDir, &second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("how git packs shows")
	}
	carried := filepath.Join(t.TempDir(), "carried")
	if err := ReadObjects(t.Context(), bytes.NewReader(first.Bytes()), carried); err != nil {
		t.Fatal(err)
	}
	upstream.git("-C", carried, "fsck", "--strict", "--no-dangling")
	r, err := Open(Options{Dir: filepath.Join(t.TempDir(), "git"), Offline: true, Mirrors: []Mirror{{Prefix: "https://example.com/x.git", Target: "file://" + carried}}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	pin := lockfiles.Pin{Upstream: "x", Git: "https://example.com/x.git", Revision: commit}
	if _, err := r.Source(t.Context(), pin); err != nil {
		t.Fatal(err)
	}
	if content, err := r.File(t.Context(), pin, "a/b.txt"); err != nil || string(content) != "content\n" {
		t.Errorf("got %q, %v", content, err)
	}

	for name, damaged := range map[string][]byte{
		"cut": first.Bytes()[:first.Len()-7], "longer": append(bytes.Clone(first.Bytes()), 0), "other": []byte("tree 123"), "empty": nil,
		"too many": append([]byte(carryMagic), 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
		"huge":     append([]byte(carryMagic), 0, 0, 0, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff),
	} {
		dir := filepath.Join(t.TempDir(), "damaged")
		if err := ReadObjects(t.Context(), bytes.NewReader(damaged), dir); err == nil {
			t.Errorf("%s: read", name)
		}
		if packs, _ := os.ReadDir(filepath.Join(dir, "objects/pack")); len(packs) > 0 {
			t.Errorf("%s: %v is left", name, packs)
		}
	}
}
