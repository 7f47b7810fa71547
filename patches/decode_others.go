package patches

import (
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

var errTooLarge = errors.New("decodes to more than is allowed")

// Bounds of a piece of a layer that is being read: from the first to the last doubled.
const minPiece, maxPiece = 4 << 10, 4 << 20

// drain appends what r yields to l.pieces, up to most bytes in all; what came before
// an error is kept. The reader's panics on hostile input become errors.
func (l *layer) drain(r io.Reader, most int64) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the decoder gave up: %v", p)
		}
	}()
	for idle := 0; idle < 100; idle++ {
		last := len(l.pieces) - 1
		if last < 0 || len(l.pieces[last]) == cap(l.pieces[last]) {
			size := min(max(l.read, 4*int64(len(l.in)), minPiece), maxPiece, most-l.read+1)
			l.pieces = append(l.pieces, make([]byte, 0, size))
			last++
		}
		piece := l.pieces[last]
		n, err := r.Read(piece[len(piece):cap(piece)])
		l.pieces[last] = piece[:len(piece)+n]
		l.read += int64(n)
		if l.read > most {
			l.read, l.tooLarge = most, true
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
		l.announced = l.read
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
