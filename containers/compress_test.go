package containers

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/klauspost/compress/flate"
)

func TestBlockEdges(t *testing.T) {
	t.Parallel()
	for _, kind := range []Compression{Gzip, Zstd} {
		for _, size := range []int{0, 1, gzipBlockBytes - 1, gzipBlockBytes, gzipBlockBytes + 1, 2 * gzipBlockBytes, zstdBlockBytes, zstdBlockBytes + 1} {
			plain := compressible(size)
			var whole, dripped bytes.Buffer
			c := newCompressor(&whole, kind, 2, nil)
			if _, err := c.Write(plain); err != nil {
				t.Fatal(err)
			}
			if err := c.Close(); err != nil {
				t.Fatal(err)
			}
			c = newCompressor(&dripped, kind, 1, nil)
			for chunk := range slices.Chunk(plain, 7001) {
				if _, err := c.Write(chunk); err != nil {
					t.Fatal(err)
				}
			}
			if err := c.Close(); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(whole.Bytes(), dripped.Bytes()) {
				t.Errorf("%s of %d bytes depends on how they were written", kind, size)
			}
			if got := unpacked(t, whole.Bytes(), kind); !bytes.Equal(got, plain) {
				t.Errorf("%s of %d bytes unpacks to %d other bytes", kind, size, len(got))
			}
		}
	}
}

// fullDisk takes some bytes, then none.
type fullDisk struct{ left int }

var errFull = errors.New("no space left on device")

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.left -= len(p); d.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrorIsTheOneReported(t *testing.T) {
	t.Parallel()
	c := newCompressor(&fullDisk{left: 1 << 20}, Gzip, 2, nil)
	content := noise(gzipBlockBytes)
	var err error
	for range 1000 {
		if _, err = c.Write(content); err != nil {
			break
		}
	}
	if !errors.Is(err, errFailed) {
		t.Errorf("writing went on for a gigabyte after the disk was full: %v", err)
	}
	if err := c.Close(); !errors.Is(err, errFull) {
		t.Errorf("Close: got %v", err)
	}
}

// A writer that is used again gives the bytes of a new one, whatever it did before.
func TestDeflateForgets(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	text := make([]byte, 2<<20)
	for i := range text {
		text[i] = "abcdefgh"[random.IntN(8)]
	}
	for i := range text[:1<<20] { // half of it does not compress
		text[i] = byte(random.Uint32())
	}
	part := func(size int) []byte {
		size = random.IntN(size + 1)
		start := random.IntN(len(text) - size)
		return text[start : start+size]
	}
	for i := range 300 {
		dict, block, last := part(gzipWindowBytes), part(64<<10), i%3 == 0
		if i%50 == 0 {
			block = part(gzipBlockBytes)
		}
		if i%7 == 0 {
			block = bytes.Repeat(part(9), 1+random.IntN(2000))
		}
		got, err := deflateBlock(nil, dict, block, last)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		w, err := flate.NewWriterDict(&want, gzipLevel, dict)
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.Write(block)
		if last {
			err = errors.Join(err, w.Close())
		} else {
			err = errors.Join(err, w.Flush())
		}
		if err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Fatalf("block %d, %d bytes after a dictionary of %d: another writer gives other bytes (%v)", i, len(block), len(dict), err)
		}
	}
}
