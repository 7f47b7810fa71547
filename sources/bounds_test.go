package sources

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/klauspost/compress/zlib"
)

// treeBomb keeps a few trees that name width to the power of depth files, and gives
// the outermost one.
func treeBomb(t *testing.T, m *memory, width, depth int) plumbing.Hash {
	t.Helper()
	keep := func(kind plumbing.ObjectType, content []byte) plumbing.Hash {
		id := plumbing.ComputeHash(kind, content)
		if err := m.write(id, kind, content); err != nil {
			t.Fatal(err)
		}
		return id
	}
	id, mode := keep(plumbing.BlobObject, []byte("x\n")), "100644"
	for range depth {
		var tree bytes.Buffer
		for i := range width {
			fmt.Fprintf(&tree, "%s f%04d\x00%s", mode, i, id[:])
		}
		id, mode = keep(plumbing.TreeObject, tree.Bytes()), "40000"
	}
	return id
}

// A few kilobytes that name a trillion files are refused when they are fetched, and
// when they are written out.
func TestTreeBomb(t *testing.T) {
	t.Parallel()
	m := newMemory()
	tree := treeBomb(t, m, 1000, 4)
	commit := []byte("tree " + tree.String() + "\nauthor a <a@b> 0 +0000\ncommitter a <a@b> 0 +0000\n\nx\n")
	id := plumbing.ComputeHash(plumbing.CommitObject, commit)
	if err := m.write(id, plumbing.CommitObject, commit); err != nil {
		t.Fatal(err)
	}
	w := want{}
	w.pin.Revision = [20]byte(id)
	_, err := walk(t.Context(), m, "somewhere", w)
	var excess *ExcessError
	if !errors.As(err, &excess) || !strings.Contains(err.Error(), "more than 1000000 paths") {
		t.Errorf("walk: got %v", err)
	}
	// Writing a million files takes minutes: a long path stops it as well.
	deep := treeBomb(t, m, 1, 1000)
	err = Export(t.Context(), &Objects{front: m}, deep, filepath.Join(t.TempDir(), "out"), nil)
	if !errors.As(err, &excess) || !strings.Contains(err.Error(), "more than 4096") {
		t.Errorf("export: got %v", err)
	}
	w.pin.Revision = [20]byte{}
	walker := walker{from: m, where: "somewhere", want: w, seen: map[plumbing.Hash]bool{}}
	if err := walker.folder(t.Context(), "", deep); !errors.As(err, &excess) {
		t.Errorf("walk of a deep tree: got %v", err)
	}
}

// Objects that announce or make more than is ever held in memory are refused first.
func TestObjectBombs(t *testing.T) {
	t.Parallel()
	var excess *ExcessError
	zeros := make([]byte, 1<<20)
	var compressed bytes.Buffer
	z := zlib.NewWriter(&compressed)
	fmt.Fprintf(z, "blob %d\x00", len(zeros))
	if _, err := z.Write(zeros); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := decodeLooseUpTo(compressed.Bytes(), 1<<20-100); !errors.As(err, &excess) {
		t.Errorf("loose: got %v", err)
	}
	if _, content, err := decodeLooseUpTo(compressed.Bytes(), 1<<20); err != nil || len(content) != len(zeros) {
		t.Errorf("loose, just allowed: got %d bytes, %v", len(content), err)
	}
	delta := binary.AppendUvarint(nil, uint64(len(zeros)))
	delta = binary.AppendUvarint(delta, 1<<39)
	for range 1000 {
		delta = append(delta, 0xf0, 0, 0, 16) // copy 1 MiB from the start
	}
	if _, err := patchDelta(nil, zeros, delta); !errors.As(err, &excess) {
		t.Errorf("delta: got %v", err)
	}
}
