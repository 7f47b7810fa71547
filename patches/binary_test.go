package patches

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// TestBinaryDeltas applies what git's own diff makes of large binary files that differ a
// little, both ways.
func TestBinaryDeltas(t *testing.T) {
	t.Parallel()
	g := newNativeGit(t)
	if g == nil {
		t.Skip("no git to make diffs")
	}
	noise := make([]byte, 300<<10)
	random := rand.New(rand.NewPCG(7, 7))
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	cut := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	small := []byte("\x00put in")
	for name, after := range map[string][]byte{
		"put in":        cut(noise[:150<<10], small, noise[150<<10:]),
		"turned":        cut(noise[200<<10:], noise[:200<<10]),
		"taken out":     cut(noise[:1000], noise[70_000:]),
		"twice":         cut(noise, small, noise[:100<<10]),
		"a short piece": cut(noise[123_456:123_456+300], small),
	} {
		t.Run(name, func(t *testing.T) {
			file := func(content []byte) []recordedFile {
				return []recordedFile{{path: "b", mode: modePlain, content: content}}
			}
			trees := [2]string{}
			for i, content := range [][]byte{noise, after} {
				tree, applied := g.apply(t, file(content), []byte("--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+x\n"), nil)
				if !applied {
					t.Fatal(tree)
				}
				if out, err := g.run(nil, "update-index", "--force-remove", "x"); err != nil {
					t.Fatal(out)
				}
				trees[i] = tree
			}
			patch, err := g.run(nil, "diff-tree", "-p", "--binary", trees[0], trees[1])
			patch += "\n\n" // run trims them
			if err != nil || !strings.Contains(patch, "\ndelta ") {
				t.Fatalf("git makes no delta: %v: %.300s", err, patch)
			}
			for i, have := range [][]byte{noise, after} {
				store := memory.NewStorage()
				want := objectID(plumbing.BlobObject, [][]byte{after, noise}[i])
				v, err := Apply(t.Context(), store, storeFiles(t, store, file(have)), "x.patch", []byte(patch), Options{Reverse: i == 1})
				if err != nil || v.Status != Clean {
					t.Fatalf("reverse %t: %s: %+v: %v", i == 1, v.Status, v.Fault, err)
				}
				if _, err := store.EncodedObject(plumbing.BlobObject, want); err != nil {
					t.Errorf("reverse %t makes another file: %v", i == 1, err)
				}
			}
		})
	}
}

// TestMalformedDeltas wants each way to lie in a delta refused (gitformat-pack(5)).
func TestMalformedDeltas(t *testing.T) {
	t.Parallel()
	base := []byte("0123456789")
	if out, err := applyDelta(base, []byte("\x0a\x07\x91\x02\x03\x02ab\x90\x02")); err != nil || string(out) != "234ab01" {
		t.Fatalf("a sound delta: %q, %v", out, err)
	}
	for name, delta := range map[string]string{
		"nothing":                     "",
		"for a shorter base":          "\x09\x01\x01a",
		"no size of the result":       "\x0a",
		"a size of 64 bits and more":  "\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
		"a size out of bounds":        "\x0a\xff\xff\xff\xff\x7f",
		"the reserved instruction":    "\x0a\x01\x00\x01a",
		"too little to put in":        "\x0a\x05\x05ab",
		"more put in than the result": "\x0a\x01\x02ab",
		"a copy cut short":            "\x0a\x03\x91\x02",
		"a copy past the end":         "\x0a\x05\x91\x08\x05",
		"a copy from past the end":    "\x0a\x01\x98\x01\x01",
		"more copied than the result": "\x0a\x01\x90\x02",
		"a copy of 64 KiB":            "\x0a\x01\x80",
		"a result too short":          "\x0a\x05\x90\x02",
	} {
		if out, err := applyDelta(base, []byte(delta)); !errors.Is(err, errDelta) {
			t.Errorf("%s: %q, %v", name, out, err)
		}
	}
}

// A delta is not carried out that makes more than a patch may hold.
func TestDeltaBomb(t *testing.T) {
	t.Parallel()
	base := make([]byte, 8<<20)
	delta := binary.AppendUvarint(binary.AppendUvarint(nil, uint64(len(base))), maxBinarySize+1)
	for range maxBinarySize / len(base) {
		delta = append(delta, 0x80|0x40, 0x80) // 8 MiB from the beginning
	}
	if out, err := applyDelta(base, append(delta, 1, 'x')); !errors.Is(err, errDelta) {
		t.Errorf("got %d bytes, %v", len(out), err)
	}
}

// TestBinaryRefusals wants a binary patch held against what is there and what it makes.
func TestBinaryRefusals(t *testing.T) {
	t.Parallel()
	before, after, other := []byte("\x00before"), []byte("\x00after"), []byte("\x00other")
	id := func(content []byte) string { return objectID(plumbing.BlobObject, content).String() }
	patch := func(from, to string, data ...[]byte) string {
		text := fmt.Sprintf("diff --git a/b b/b\nindex %s..%s 100644\nGIT binary patch\n", from, to)
		for _, content := range data {
			text += literal(t, content)
		}
		return text
	}
	created := strings.Replace(patch(strings.Repeat("0", 40), id(after), after), "index", "new file mode 100644\nindex", 1)
	tests := []struct {
		name, patch string
		there       []byte
		reverse     bool
		status      Status
		fault       string
	}{
		{"sound", patch(id(before), id(after), after, before), before, false, Clean, ""},
		{"back", patch(id(before), id(after), after, before), after, true, Clean, ""},
		{"made", created, nil, false, Clean, ""},
		{"landed", patch(id(before), id(after), after, before), after, false, Landed, "has the change already"},
		{"another file", patch(id(before), id(after), after, before), other, false, Conflict, "is for another b"},
		{"short ids", patch(id(before)[:9], id(after)[:9], after), before, false, Conflict, "does not name the full ids"},
		{"other data", patch(id(before), id(after), other), before, false, Conflict, "makes " + id(other)},
		{"made, of no data", "diff --git a/b b/b\nnew file mode 100644\nindex " + strings.Repeat("0", 40) + ".." + emptyBlob.String() + "\nBinary files /dev/null and b/b differ\n", nil, false, Conflict, "holds no data"},
		{"no reverse", patch(id(before), id(after), after), after, true, Conflict, "has no reverse"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			store := memory.NewStorage()
			var files []recordedFile
			if test.there != nil {
				files = []recordedFile{{path: "b", mode: modePlain, content: test.there}}
			}
			v, err := Apply(t.Context(), store, storeFiles(t, store, files), "x.patch", []byte(test.patch), Options{Reverse: test.reverse})
			if err != nil {
				t.Fatal(err)
			}
			said := ""
			for _, f := range append([]FileVerdict{{Fault: v.Fault}}, v.Files...) {
				if f.Fault != nil {
					said += f.Fault.Message
				}
			}
			if v.Status != test.status || !strings.Contains(said, test.fault) {
				t.Errorf("got %s (%s), want %s (%s)", v.Status, said, test.status, test.fault)
			}
		})
	}
}
