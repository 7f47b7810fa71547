package patches

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"github.com/ulikunitz/xz"
)

// decodeXZ reads the streams of an .xz file (format 1.1.0). The library takes the
// end of the input between two blocks for the end of the file, so the frame of the
// streams is checked here as well.
func decodeXZ(l *layer, limits Limits) {
	source := bytes.NewReader(l.in)
	if at, size := xzDictionary(l.in); size > limits.DecodedBytes {
		l.fault = &DecodeError{Byte: int64(at),
			Message: fmt.Sprintf("a dictionary of %d bytes is more than the %d allowed", size, limits.DecodedBytes)}
		return
	}
	announced, fault := xzFrame(l.in)
	// 64 KiB is small; a block's header may ask for more.
	r, err := xz.ReaderConfig{DictCap: 64 << 10}.NewReader(source)
	if err == nil {
		err = l.drain(r, limits.most(len(l.in)))
	}
	l.finish(err, source)
	l.announced = announced
	if l.fault == nil && fault != nil {
		l.fault = fault
	}
	if l.fault == nil && announced != int64(len(l.out)) {
		l.fault = &DecodeError{Byte: int64(len(l.in)),
			Message: fmt.Sprintf("%d bytes were read, the index says %d", len(l.out), announced)}
	}
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

// xzFrame walks over the streams from the last one's footer to the start (sections
// 2 and 4) and adds up what their indexes announce; -1 if they cannot be read.
func xzFrame(in []byte) (announced int64, fault *DecodeError) {
	const header, footer = 12, 12
	for end := len(in); end > 0; {
		for end >= 4 && string(in[end-4:end]) == "\x00\x00\x00\x00" {
			end -= 4 // stream padding
		}
		bad := &DecodeError{Byte: int64(end), Message: "no whole xz stream ends here"}
		if end < header+footer+8 || string(in[end-2:end]) != "YZ" {
			return -1, bad
		}
		foot := in[end-footer : end]
		index := (int64(binary.LittleEndian.Uint32(foot[4:])) + 1) * 4
		if crc32.ChecksumIEEE(foot[4:10]) != binary.LittleEndian.Uint32(foot) || index > int64(end-header-footer) {
			return -1, bad
		}
		blocks, plain := xzIndex(in[int64(end-footer)-index : end-footer])
		start := int64(end) - footer - index - blocks - header
		if blocks < 0 || start < 0 || !bytes.HasPrefix(in[start:], []byte("\xfd7zXZ\x00")) {
			return -1, bad
		}
		announced += plain
		end = int(start)
	}
	return announced, nil
}

// xzIndex adds up what the records of an index say that the blocks take up and hold;
// -1 if it is broken.
func xzIndex(index []byte) (blocks, plain int64) {
	rest := index
	next := func() int64 {
		v, n := binary.Uvarint(rest)
		if n <= 0 || v > 1<<40 {
			return -1
		}
		rest = rest[n:]
		return int64(v)
	}
	if next() != 0 { // the index indicator
		return -1, -1
	}
	for count := next(); count != 0; count-- {
		unpadded, size := next(), next()
		if count < 0 || unpadded < 0 || size < 0 {
			return -1, -1
		}
		blocks += (unpadded + 3) &^ 3
		plain += size
		if blocks > 1<<40 || plain > 1<<50 {
			return -1, -1
		}
	}
	return blocks, plain
}
