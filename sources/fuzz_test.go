package sources

import (
	"bytes"
	"crypto/sha1"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// FuzzPack reads all objects of a pack that a lying mirror made: each is what its id
// says, or refused.
func FuzzPack(f *testing.F) {
	dir := f.TempDir()
	w, err := newPackWriter(dir, 3)
	if err != nil {
		f.Fatal(err)
	}
	var entries []packedObject
	for _, content := range []string{"one\n", "two\n", strings.Repeat("three\n", 100)} {
		if err := w.add(plumbing.ComputeHash(plumbing.BlobObject, []byte(content)), plumbing.BlobObject, []byte(content)); err != nil {
			f.Fatal(err)
		}
	}
	entries = append(entries, w.entries...)
	if err := w.commit(); err != nil {
		f.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "pack", "*.pack"))
	if err != nil || len(names) != 1 {
		f.Fatalf("%v, %v", names, err)
	}
	content, err := os.ReadFile(names[0])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content, uint32(entries[0].offset), uint32(entries[1].offset), uint32(entries[2].offset))
	// A delta whose base is itself, and two that are each other's.
	loop := append(append([]byte("PACK\x00\x00\x00\x02\x00\x00\x00\x01"), 0x74), make([]byte, 60)...)
	f.Add(loop, uint32(12), uint32(13), uint32(14))
	f.Fuzz(func(t *testing.T, content []byte, a, b, c uint32) {
		dir := t.TempDir()
		sum := sha1.Sum(content)
		ids := []plumbing.Hash{plumbing.ComputeHash(plumbing.BlobObject, []byte("one\n")), {0x10}, {0xfe}}
		index := packIndexBytes([]packedObject{{ids[0], 0, int64(a)}, {ids[1], 0, int64(b)}, {ids[2], 0, int64(c)}}, sum[:])
		for name, bytes := range map[string][]byte{"pack-x.pack": content, "pack-x.idx": index} {
			if err := os.MkdirAll(filepath.Join(dir, "pack"), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "pack", name), bytes, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		db, err := openDatabase(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer db.close()
		for _, id := range ids {
			kind, content, err := verified(db, "there", id)
			if err == nil && plumbing.ComputeHash(kind, content) != id {
				t.Errorf("%s passes for %s", plumbing.ComputeHash(kind, content), id)
			}
		}
	})
}

// FuzzPackHeader reads what stands before an object in a pack.
func FuzzPackHeader(f *testing.F) {
	f.Add([]byte{0x95, 0x0a}, int64(100))
	f.Add(binary.AppendUvarint([]byte{0xe5}, 3), int64(100))
	f.Fuzz(func(t *testing.T, b []byte, offset int64) {
		h, err := readHeader(bytes.NewReader(b), offset)
		if err == nil && h.kind == plumbing.OFSDeltaObject && (h.base < 12 || h.base >= offset) {
			t.Errorf("the base of an object at %d is at %d", offset, h.base)
		}
	})
}

// FuzzCommitFile: a commit of an embedded upstream names paths in its tree only.
func FuzzCommitFile(f *testing.F) {
	f.Add([]byte("A B <a@b>\ndate: 2026-01-02T15:04:05+01:00\ndelete: x/y\nmode: 100755 z\n\nSubject\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := parseCommitFile(text)
		if err != nil {
			return
		}
		for _, path := range c.deletes {
			if !safePath(path) {
				t.Errorf("deletes %q", path)
			}
		}
		for _, m := range c.modes {
			if !safePath(m.path) {
				t.Errorf("mode of %q", m.path)
			}
		}
	})
}

// FuzzRedact: no credentials that stand before a URL's host survive.
func FuzzRedact(f *testing.F) {
	f.Add("fetch ", "https", "user", "hunter2", "example.org/x.git")
	f.Add("", "ssh", "git", "", "h")
	f.Fuzz(func(t *testing.T, before, scheme, user, secret, rest string) {
		plain := func(s string) bool {
			return strings.IndexFunc(s, func(r rune) bool {
				return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
			}) < 0
		}
		if !plain(user) || !plain(secret) || !plain(scheme) || scheme == "" || scheme[0] < 'A' || len(secret) < 8 {
			return
		}
		if strings.Contains(before, secret) || strings.Contains(rest, secret) || strings.Contains(scheme, secret) || strings.Contains(user, secret) {
			return
		}
		if got := redact(before + scheme + "://" + user + ":" + secret + "@" + rest); strings.Contains(got, secret) {
			t.Errorf("%q is still in %q", secret, got)
		}
	})
}
