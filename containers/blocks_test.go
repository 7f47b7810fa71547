package containers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"cairn/digest"
)

// manyFiles is a tree in which blocks end at many places.
func manyFiles(t testing.TB) string {
	t.Helper()
	tree := t.TempDir()
	for i := range 300 {
		writeFile(t, filepath.Join(tree, fmt.Sprintf("d%d/f%03d", i%7, i)), compressible(20000+i), 0o644)
	}
	writeFile(t, filepath.Join(tree, "d3/big"), compressible(3<<20), 0o644)
	return tree
}

// reusedBlocks counts the blocks of made that before has too.
func reusedBlocks(t testing.TB, made, before packed) (reused int) {
	t.Helper()
	known := map[madeBlock]bool{}
	for _, b := range before.blocks {
		known[b] = true
	}
	for _, b := range made.blocks {
		if known[b] {
			reused++
		}
	}
	return reused
}

func TestChangedFileLeavesFarBlocksAlone(t *testing.T) {
	t.Parallel()
	for _, kind := range []Compression{Gzip, Zstd} {
		s, tree := openStore(t), manyFiles(t)
		spec := simpleSpec(tree)
		spec.Compression = kind
		p := &packer{spec: spec, store: s, jobs: 2}
		p.spec, _ = spec.normalise()
		pack := func() packed {
			made, err := p.pack(context.Background(), p.spec.Layers[0])
			if err != nil {
				t.Fatal(err)
			}
			return made
		}
		before := pack()
		// Longer by a number that shifts all that follows.
		writeFile(t, filepath.Join(tree, "d2/f002"), compressible(31007), 0o644)
		after := pack()
		if after.Digest == before.Digest || after.reused {
			t.Fatalf("%s: the change does not show", kind)
		}
		reused, total := reusedBlocks(t, after, before), len(after.blocks)
		if total < 4 || reused < total/2 {
			t.Errorf("%s: only %d of %d blocks are as before", kind, reused, total)
		}
		fresh, _ := packOne(t, p.spec.Layers[0], kind, 1)
		if fresh.Digest != after.Digest || fresh.DiffID != after.DiffID {
			t.Errorf("%s: reuse shows: %v, made anew %v", kind, after.Digest, fresh.Digest)
		}
	}
}

// Bytes that rotted in the store are made anew, and do not get into another layer.
func TestPriorBlocksAreTakenOnlyWhole(t *testing.T) {
	t.Parallel()
	s, tree := openStore(t), manyFiles(t)
	p := &packer{store: s, jobs: 1}
	p.spec, _ = simpleSpec(tree).normalise()
	if _, err := p.pack(context.Background(), p.spec.Layers[0]); err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob(filepath.Join(s.Dir(), "trees", "*", blobName))
	if err != nil || len(kept) != 1 {
		t.Fatalf("%v, %v", kept, err)
	}
	prior, err := openPrior(filepath.Dir(kept[0]), Gzip)
	if err != nil {
		t.Fatal(err)
	}
	defer prior.close()
	count := func() (found int) {
		for sum := range prior.at {
			if _, _, ok := prior.find(nil, sum); ok {
				found++
			}
		}
		return found
	}
	if all := count(); all != len(prior.at) || all < 4 {
		t.Fatalf("%d of %d blocks are found", all, len(prior.at))
	}
	if err := os.Chmod(kept[0], 0o644); err != nil {
		t.Fatal(err)
	}
	tamper(t, kept[0], func(b []byte) []byte { b[len(b)/2] ^= 1; return b })
	prior.close()
	if prior, err = openPrior(filepath.Dir(kept[0]), Gzip); err != nil {
		t.Fatal(err)
	}
	if rest := count(); rest != len(prior.at)-1 {
		t.Errorf("after one bit flipped, %d of %d blocks are taken", rest, len(prior.at))
	}
	writeFile(t, filepath.Join(tree, "d2/f002"), compressible(31007), 0o644)
	again, err := p.pack(context.Background(), p.spec.Layers[0])
	if err != nil {
		t.Fatal(err)
	}
	if fresh, _ := packOne(t, p.spec.Layers[0], Gzip, 2); fresh.Digest != again.Digest {
		t.Error("a rotten block got into a new layer")
	}
}

func TestBlockSumSeparatesWhatDecides(t *testing.T) {
	t.Parallel()
	seen := map[digest.Digest]bool{}
	for _, sum := range []digest.Digest{
		blockSum(nil, []byte("ab"), false), blockSum(nil, []byte("ab"), true),
		blockSum([]byte("a"), []byte("b"), false), blockSum([]byte("ab"), nil, false), blockSum([]byte("a"), []byte("b"), true),
	} {
		if seen[sum] {
			t.Errorf("two blocks that compress to other bytes have one sum")
		}
		seen[sum] = true
	}
}
