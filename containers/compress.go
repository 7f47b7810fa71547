package containers

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"
	"github.com/sourcegraph/conc/stream"
)

// Sizes and levels are part of LayerFormat: changing one changes all digests.
const (
	gzipBlockBytes  = 1 << 20
	gzipWindowBytes = 32 << 10 // RFC 1951, section 2: how far back a match may lie
	gzipLevel       = 5
	zstdBlockBytes  = 4 << 20
)

// gzipHead is RFC 1952, section 2.3: magic, deflate, no flags, no time, no extra
// flags, unknown system.
var gzipHead = []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255}

// compressor cuts what is written to it into blocks, compresses them
// side by side and writes them out in order. How many work at once does not show.
type compressor struct {
	w      io.Writer
	blocks *stream.Stream
	size   int
	// compact appends to out.
	compact func(out, dict, block []byte, last bool) ([]byte, error)
	reuse   *priorBlocks // nil: nothing to reuse, and made stays empty
	made    []madeBlock  // in the order of the stream

	block, dict []byte
	used        sync.Pool   // of *[]byte, blocks that are compressed
	written     sync.Pool   // of *[]byte, compressed blocks that are written
	crc         hash.Hash32 // gzip only
	total       uint32      // gzip only: length modulo 2^32
	err         error       // of the callbacks; read only after Wait
	failed      atomic.Bool // err is set: further bytes are in vain
}

// errFailed ends the writing early; Close has the reason.
var errFailed = errors.New("an earlier block was not written")

// newCompressor writes to w with up to jobs processors, and takes blocks from
// reuse where they are the same; nil for none. Close must be called in every case;
// it does not close w.
func newCompressor(w io.Writer, kind Compression, jobs int, reuse *priorBlocks) *compressor {
	c := &compressor{w: w, blocks: stream.New().WithMaxGoroutines(jobs), reuse: reuse}
	if kind == Zstd {
		c.size, c.compact = zstdBlockBytes, zstdFrame
		return c
	}
	c.size, c.compact, c.crc = gzipBlockBytes, deflateBlock, crc32.NewIEEE()
	c.blocks.Go(func() stream.Callback { return func() { c.put(gzipHead, nil) } })
	return c
}

func (c *compressor) Write(p []byte) (int, error) {
	if c.failed.Load() {
		return 0, errFailed
	}
	if c.crc != nil {
		c.crc.Write(p)
		c.total += uint32(len(p))
	}
	n := len(p)
	for len(p) > 0 {
		if len(c.block) == c.size {
			c.flush(false)
		}
		if c.block == nil {
			c.block = c.empty()
		}
		took := min(len(p), c.size-len(c.block))
		c.block = append(c.block, p[:took]...)
		p = p[took:]
	}
	return n, nil
}

// Close writes the last block and waits for all. It returns the first error of
// compressing or of the writer.
func (c *compressor) Close() error {
	c.flush(true)
	c.blocks.Wait()
	if c.crc != nil {
		// RFC 1952, section 2.3.1: CRC32 and ISIZE, little endian.
		tail := binary.LittleEndian.AppendUint32(nil, c.crc.Sum32())
		c.put(binary.LittleEndian.AppendUint32(tail, c.total), nil)
	}
	return c.err
}

func (c *compressor) flush(last bool) {
	block, dict := c.block, c.dict
	c.block, c.dict = nil, bytes.Clone(block[max(0, len(block)-gzipWindowBytes):])
	c.blocks.Go(func() stream.Callback {
		defer c.used.Put(&block)
		var out []byte
		if again, ok := c.written.Get().(*[]byte); ok {
			out = (*again)[:0]
		}
		made, known := madeBlock{}, false
		if c.reuse != nil {
			made.Sum = blockSum(dict, block, last)
			out, made, known = c.reuse.find(out, made.Sum)
		}
		var err error
		if !known {
			out, err = c.compact(out, dict, block, last)
			made.Size, made.CRC = int64(len(out)), crc32.ChecksumIEEE(out)
		}
		return func() {
			c.put(out, err)
			if c.reuse != nil {
				c.made = append(c.made, made)
			}
			c.written.Put(&out)
		}
	})
}

// empty returns a block to fill, one that was used before where there is one: clearing
// a new one takes as long as hashing it.
func (c *compressor) empty() []byte {
	if block, ok := c.used.Get().(*[]byte); ok && cap(*block) == c.size {
		return (*block)[:0]
	}
	return make([]byte, 0, c.size)
}

// cut ends the block before an entry of the tar, if LayerFormat wants it there.
func (c *compressor) cut(e entry) {
	if len(c.block) >= c.size/4 || len(c.block) > 0 && e.isLarge(c.size/4) {
		c.flush(false)
	}
}

// put runs in one goroutine at a time: in the callbacks, then after Wait.
func (c *compressor) put(p []byte, err error) {
	if c.err != nil {
		return
	}
	if c.err = err; err == nil {
		_, c.err = c.w.Write(p)
	}
	c.failed.Store(c.err != nil)
}

// deflateBlock appends block to out as part of a deflate stream whose bytes before it end in
// dict. Writers are used again, for their tables are large; what one compressed before
// does not show (ResetDict; TestDeflateForgets).
func deflateBlock(out, dict, block []byte, last bool) ([]byte, error) {
	to := bytes.NewBuffer(out)
	w, _ := deflaters.Get().(*flate.Writer)
	if w == nil {
		var err error
		if w, err = flate.NewWriter(nil, gzipLevel); err != nil {
			return nil, err
		}
	}
	defer deflaters.Put(w)
	w.ResetDict(to, dict)
	if _, err := w.Write(block); err != nil {
		return nil, err
	}
	if last {
		err := w.Close()
		return to.Bytes(), err
	}
	err := w.Flush() // an empty stored block: the next begins at a byte
	return to.Bytes(), err
}

var deflaters sync.Pool

// zstdFrame appends block to out as a frame of its own, by an encoder of its own.
func zstdFrame(out, _, block []byte, _ bool) ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(true),
		zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithWindowSize(zstdBlockBytes))
	if err != nil {
		return nil, fmt.Errorf("zstd: %w", err)
	}
	return w.EncodeAll(block, out), nil
}
