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
			grown := make([]byte, len(l.out), min(max(2*len(l.out), 4*len(l.in), 1<<10), int(most)+512))
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
