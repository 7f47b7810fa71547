package patches

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"github.com/ulikunitz/xz"
	"github.com/ulikunitz/xz/lzma"
)

// decodeXZ reads the streams of an .xz file (format 1.1.0). The library takes the
// end of the input between two blocks for the end of the file, and makes a new
// dictionary for each block, so the frame of the streams is checked here first.
func decodeXZ(l *layer, limits Limits) {
	frame, fault := xzFrame(l.in)
	if fault != nil {
		l.fault = fault
		l.salvageXZ(limits)
		return
	}
	l.announced = frame.plain
	if frame.dictionaries > 2*limits.DecodedBytes {
		l.fault = &DecodeError{Message: fmt.Sprintf("dictionaries of %d bytes in all are more than the %d allowed", frame.dictionaries, 2*limits.DecodedBytes)}
		return
	}
	source := bytes.NewReader(l.in)
	// A block's header may ask for more.
	r, err := xz.ReaderConfig{DictCap: smallDictionary}.NewReader(source)
	if err == nil {
		err = l.drain(r, limits.most(len(l.in)))
	}
	l.finish(err, source)
	l.announced = frame.plain
	if l.fault == nil && frame.plain != l.read {
		l.fault = &DecodeError{Byte: int64(len(l.in)),
			Message: fmt.Sprintf("%d bytes were read, the index says %d", l.read, frame.plain)}
	}
}

const (
	xzHeader, xzFooter = 12, 12
	// smallDictionary is what a block's dictionary takes at least here.
	smallDictionary = 64 << 10
)

// salvageXZ reads what it can of the first block, for a file without a whole frame.
func (l *layer) salvageXZ(limits Limits) {
	if len(l.in) <= xzHeader {
		return
	}
	length := (int(l.in[xzHeader]) + 1) * 4
	size := xzDictionary(l.in[xzHeader:])
	if size <= 0 || size > limits.DecodedBytes || xzHeader+length > len(l.in) {
		return
	}
	r, err := lzma.Reader2Config{DictCap: int(max(size, smallDictionary))}.NewReader2(bytes.NewReader(l.in[xzHeader+length:]))
	if err == nil {
		_ = l.drain(r, limits.most(len(l.in))) // the fault is known already
	}
}

// xzDictionary reads the LZMA2 dictionary size out of the block header at the start
// of in (xz format, sections 3.1 and 5.3.1). -1 if it cannot be read.
func xzDictionary(in []byte) int64 {
	if len(in) < 2 || in[0] == 0 {
		return -1
	}
	end := (int(in[0]) + 1) * 4
	if end > len(in) {
		return -1
	}
	flags, pos := in[1], 2
	for _, present := range []byte{0x40, 0x80} {
		if flags&present != 0 {
			_, n := binary.Uvarint(in[pos:end])
			if n <= 0 {
				return -1
			}
			pos += n
		}
	}
	if pos+3 > end || in[pos] != 0x21 || in[pos+1] != 1 || in[pos+2] > 40 {
		return -1
	}
	bits := in[pos+2]
	return (2 | int64(bits&1)) << (bits/2 + 11)
}

// xzSizes add up what a file's indexes and block headers announce.
type xzSizes struct{ plain, dictionaries int64 }

// xzFrame walks over the streams from the last one's footer to the start (sections
// 2 and 4).
func xzFrame(in []byte) (sizes xzSizes, fault *DecodeError) {
	for end := len(in); end > 0; {
		for end >= 4 && string(in[end-4:end]) == "\x00\x00\x00\x00" {
			end -= 4 // stream padding
		}
		bad := &DecodeError{Byte: int64(end), Message: "no whole xz stream ends here"}
		if end < xzHeader+xzFooter+8 || string(in[end-2:end]) != "YZ" {
			return sizes, bad
		}
		foot := in[end-xzFooter : end]
		index := (int64(binary.LittleEndian.Uint32(foot[4:])) + 1) * 4
		if crc32.ChecksumIEEE(foot[4:10]) != binary.LittleEndian.Uint32(foot) || index > int64(end-xzHeader-xzFooter) {
			return sizes, bad
		}
		blocks := in[:int64(end-xzFooter)-index]
		start, ok := sizes.index(in[len(blocks):end-xzFooter], blocks)
		if !ok || start < xzHeader || !bytes.HasPrefix(in[start-xzHeader:], []byte("\xfd7zXZ\x00")) {
			return sizes, bad
		}
		end = start - xzHeader
	}
	return sizes, nil
}

// index adds up the records of an index, and finds where the first block starts: the
// blocks end where blocks does.
func (s *xzSizes) index(index, blocks []byte) (start int, ok bool) {
	rest := index
	next := func() int {
		v, n := binary.Uvarint(rest)
		if n <= 0 || v > 1<<40 {
			return -1
		}
		rest = rest[n:]
		return int(v)
	}
	if next() != 0 { // the index indicator
		return 0, false
	}
	var lengths []int
	total := 0
	for count := next(); count != 0; count-- {
		unpadded, plain := next(), next()
		if count < 0 || unpadded < 0 || plain < 0 {
			return 0, false
		}
		length := (unpadded + 3) &^ 3
		lengths = append(lengths, length)
		total += length
		s.plain += int64(plain)
		if total > len(blocks) || s.plain > 1<<50 {
			return 0, false
		}
	}
	start = len(blocks) - total
	at := start
	for _, length := range lengths {
		size := xzDictionary(blocks[at : at+length])
		if size < 0 {
			return 0, false
		}
		s.dictionaries += max(size, smallDictionary)
		at += length
	}
	return start, true
}
