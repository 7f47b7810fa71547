package patches

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// decodeGzip reads the members of RFC 1952 one after the other. Unlike gzip(1) it
// knows of no trailing garbage: a byte that is not the start of a whole member is a
// fault.
func decodeGzip(l *layer, limits Limits) {
	most := limits.most(len(l.in))
	for at := 0; at < len(l.in); {
		next, fault := gzipMember(l, at, most)
		if fault != nil {
			l.fault = fault
			// Only a single member's trailer says how much there is in all, if it is there.
			if at == 0 && len(l.in) >= 18 && fault.Byte < int64(len(l.in)) {
				l.announced = int64(binary.LittleEndian.Uint32(l.in[len(l.in)-4:]))
			}
			return
		}
		at = next
	}
	l.announced = l.read
}

// inflaters are kept, because a search for a damaged byte asks for thousands.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// gzipMember decodes the member that begins at byte at, and says where it ends.
func gzipMember(l *layer, at int, most int64) (next int, fault *DecodeError) {
	bad := func(where int, hint, format string, args ...any) (int, *DecodeError) {
		return 0, &DecodeError{Byte: int64(where), Message: fmt.Sprintf(format, args...), Hint: hint}
	}
	start, err := gzipHeader(l.in[at:])
	if err != nil {
		if at > 0 && !bytes.HasPrefix(l.in[at:], []byte("\x1f\x8b")) {
			return bad(at, "", "%d bytes after the end of the compressed data", len(l.in)-at)
		}
		return bad(at+start, "", "%s", err)
	}
	start += at
	source := bytes.NewReader(l.in[start:])
	inflate := inflaters.Get().(io.Reader)
	defer inflaters.Put(inflate)
	if err := inflate.(flate.Resetter).Reset(source, nil); err != nil {
		return bad(start, "", "%s", err)
	}
	before, sum := l.read, crc32.NewIEEE()
	err = l.drain(io.TeeReader(inflate, sum), most)
	where := len(l.in) - source.Len()
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, errTooLarge):
		return bad(where, "", "%s", err)
	case errors.As(err, &corrupt):
		return bad(start+int(corrupt), repairHint, "the deflate stream is broken at or before this byte")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return bad(len(l.in), repairHint, "the deflate stream ends before its last block")
	case err != nil:
		return bad(where, repairHint, "%s", err)
	case len(l.in)-where < 8:
		return bad(len(l.in), repairHint, "the checksum and length at the end are cut off")
	}
	crc, size := binary.LittleEndian.Uint32(l.in[where:]), binary.LittleEndian.Uint32(l.in[where+4:])
	if got := sum.Sum32(); got != crc {
		return bad(where, repairHint, "the CRC of what was read is %08x, the file says %08x", got, crc)
	}
	if uint32(l.read-before) != size {
		return bad(where+4, repairHint, "%d bytes were read, the file says %d", l.read-before, size)
	}
	return where + 8, nil
}

// gzipHeader says how long a member's header is (RFC 1952 section 2.3); with an
// error, at which byte it is wrong.
func gzipHeader(in []byte) (length int, err error) {
	const (
		hasCRC, hasExtra, hasName, hasComment, reserved = 2, 4, 8, 16, 0xe0
	)
	cut := errors.New("the gzip header is cut off")
	if len(in) < 10 {
		return len(in), cut
	}
	if in[0] != 0x1f || in[1] != 0x8b {
		return 0, errors.New("no gzip member begins here")
	}
	if in[2] != 8 {
		return 2, fmt.Errorf("compression method %d is not deflate", in[2])
	}
	flags := in[3]
	if flags&reserved != 0 {
		return 3, fmt.Errorf("reserved header flags %#x are set", flags&reserved)
	}
	n := 10
	if flags&hasExtra != 0 {
		if len(in) < n+2 {
			return len(in), cut
		}
		n += 2 + int(binary.LittleEndian.Uint16(in[n:]))
	}
	for _, flag := range []byte{hasName, hasComment} {
		if flags&flag == 0 {
			continue
		}
		if n >= len(in) {
			return len(in), cut
		}
		end := bytes.IndexByte(in[n:], 0)
		if end < 0 {
			return len(in), cut
		}
		n += end + 1
	}
	if flags&hasCRC != 0 {
		if len(in) < n+2 {
			return len(in), cut
		}
		want := binary.LittleEndian.Uint16(in[n:])
		if got := uint16(crc32.ChecksumIEEE(in[:n])); got != want {
			return n, fmt.Errorf("the CRC of the header is %04x, the file says %04x", got, want)
		}
		n += 2
	}
	if n > len(in) {
		return len(in), cut
	}
	return n, nil
}
