package patches

import (
	"bytes"
	"compress/bzip2"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

var errTooLarge = errors.New("decodes to more than is allowed")

// drain appends what r yields to l.out, up to most bytes in all; what came before
// an error is kept. The reader's panics on hostile input become errors.
func (l *layer) drain(r io.Reader, most int64) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the decoder gave up: %v", p)
		}
	}()
	for idle := 0; idle < 100; idle++ {
		if len(l.out) == cap(l.out) {
			grown := make([]byte, len(l.out), min(max(2*len(l.out), 64<<10), int(most)+512))
			copy(grown, l.out)
			l.out = grown
		}
		n, err := r.Read(l.out[len(l.out):cap(l.out)])
		l.out = l.out[:len(l.out)+n]
		if int64(len(l.out)) > most {
			l.out = l.out[:most]
			return fmt.Errorf("%w: over %d bytes from %d", errTooLarge, most, len(l.in))
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if n > 0 {
			idle = 0
		}
	}
	return io.ErrNoProgress
}

// finish turns a reader's error into the layer's fault, at the byte where source stood.
func (l *layer) finish(err error, source *bytes.Reader) {
	if err == nil {
		l.announced = int64(len(l.out))
		return
	}
	message := err.Error()
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		message = "the compressed data end too early"
	}
	for _, prefix := range []string{"xz: ", "lzma: ", "bzip2 data invalid: "} {
		message = strings.TrimPrefix(message, prefix)
	}
	l.fault = &DecodeError{Byte: int64(len(l.in) - source.Len()), Message: message}
}

// decodeZstd reads the frames of RFC 8878, checksums included where a frame has one.
func decodeZstd(l *layer, limits Limits) {
	most := limits.most(len(l.in))
	source := bytes.NewReader(l.in)
	var head zstd.Header
	if head.Decode(l.in) == nil && head.HasFCS {
		l.announced = int64(min(head.FrameContentSize, 1<<62))
	}
	// A window is allocated before the first byte is read, so it is bounded as well.
	r, err := zstd.NewReader(source, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(uint64(max(limits.DecodedBytes, zstd.MinWindowSize))))
	if err == nil {
		err = l.drain(r, most)
		r.Close()
	}
	l.finish(err, source)
}

// decodeBzip2 reads the streams of a .bz2 file; what follows the last one is a fault.
func decodeBzip2(l *layer, limits Limits) {
	source := bytes.NewReader(l.in)
	l.finish(l.drain(bzip2.NewReader(source), limits.most(len(l.in))), source)
}

// decodeXZ reads the streams of an .xz file (format 1.1.0).
func decodeXZ(l *layer, limits Limits) {
	source := bytes.NewReader(l.in)
	if at, size := xzDictionary(l.in); size > limits.DecodedBytes {
		l.fault = &DecodeError{Byte: int64(at),
			Message: fmt.Sprintf("a dictionary of %d bytes is more than the %d allowed", size, limits.DecodedBytes)}
		return
	}
	l.announced = xzAnnounced(l.in)
	// 64 KiB is as much as the smallest dictionary; a block's header may ask for more.
	r, err := xz.ReaderConfig{DictCap: 64 << 10}.NewReader(source)
	if err == nil {
		err = l.drain(r, limits.most(len(l.in)))
	}
	l.finish(err, source)
}

// xzDictionary reads the LZMA2 dictionary size out of the first block's header
// (xz format, sections 3.1 and 5.3.1) and where it stands. 0 if it cannot be read.
func xzDictionary(in []byte) (at int, size int64) {
	const streamHeader = 12
	if len(in) < streamHeader+2 || in[streamHeader] == 0 {
		return 0, 0
	}
	end := streamHeader + (int(in[streamHeader])+1)*4
	if end > len(in) {
		return 0, 0
	}
	flags, pos := in[streamHeader+1], streamHeader+2
	for _, present := range []byte{0x40, 0x80} {
		if flags&present != 0 {
			_, n := binary.Uvarint(in[pos:end])
			if n <= 0 {
				return 0, 0
			}
			pos += n
		}
	}
	if pos+3 > end || in[pos] != 0x21 || in[pos+1] != 1 {
		return 0, 0
	}
	bits := in[pos+2] & 0x3f
	if bits > 40 {
		return 0, 0
	}
	return pos + 2, (2 | int64(bits&1)) << (bits/2 + 11)
}

// xzAnnounced adds up the uncompressed sizes in the index of the last stream
// (sections 2.1.2 and 4), -1 if it cannot be read.
func xzAnnounced(in []byte) int64 {
	n := len(in)
	if n < 32 || string(in[n-2:]) != "YZ" {
		return -1
	}
	size := (int64(binary.LittleEndian.Uint32(in[n-8:])) + 1) * 4
	if size > int64(n-24) {
		return -1
	}
	index := in[int64(n)-12-size : n-12]
	if index[0] != 0 {
		return -1
	}
	index = index[1:]
	records, k := binary.Uvarint(index)
	total := int64(0)
	for ; records > 0 && k > 0; records-- {
		var a, b int
		var plain uint64
		if _, a = binary.Uvarint(index[k:]); a <= 0 {
			return -1
		}
		if plain, b = binary.Uvarint(index[k+a:]); b <= 0 || plain > 1<<40 {
			return -1
		}
		k += a + b
		total += int64(plain)
	}
	return total
}
