package containers

import (
	"bytes"
	"errors"
	"slices"
	"testing"
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
