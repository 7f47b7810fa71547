package patches

import (
	"encoding/binary"
	"errors"
)

// This file reads deflate (RFC 1951) one symbol at a time and at any bit position,
// which a search for a lost bit needs and no library offers. What it finds is
// proved afterwards by the ordinary decoder.

var errDeflate = errors.New("broken deflate stream")

// bitSource is a deflate stream; bytes past its end read as zero.
type bitSource struct {
	bytes []byte // followed by 8 bytes of zero
	bits  int    // how many there are
}

func newBitSource(stream []byte) bitSource {
	padded := make([]byte, len(stream)+8)
	copy(padded, stream)
	return bitSource{padded, len(stream) * 8}
}

// peek is the next 57 bits or more at pos, first bit lowest.
func (s *bitSource) peek(pos int) uint64 {
	at := pos >> 3
	if at > len(s.bytes)-8 {
		return 0
	}
	return binary.LittleEndian.Uint64(s.bytes[at:]) >> (pos & 7)
}

// codeBits is the longest code of deflate (section 3.2.7).
const codeBits = 15

// codes decodes a prefix code: as many of the next bits as its longest code has index
// symbol<<4 | length, 0 where no code begins so.
type codes []uint16

// entry is that of the code which word begins with.
func (c codes) entry(word uint64) uint16 { return c[word&uint64(len(c)-1)] }

// buildCodes makes the table of section 3.2.2. Codes that do not use up all bits are
// taken only where zlib takes them: a single code of one bit, or none at all.
func buildCodes(lengths []byte) (codes, error) {
	var count, next [codeBits + 2]int
	for _, n := range lengths {
		count[n]++
	}
	count[0] = 0
	left, used, longest := 1, 0, 0
	for n := 1; n <= codeBits; n++ {
		left = left<<1 - count[n]
		if left < 0 {
			return nil, errDeflate
		}
		next[n+1] = (next[n] + count[n]) << 1
		used += count[n]
		if count[n] > 0 {
			longest = n
		}
	}
	if left > 0 && (used > 1 || used == 1 && count[1] != 1) {
		return nil, errDeflate
	}
	table := make(codes, 1<<longest)
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		code := next[n]
		next[n]++
		reversed := 0
		for range n {
			reversed = reversed<<1 | code&1
			code >>= 1
		}
		for i := reversed; i < len(table); i += 1 << n {
			table[i] = uint16(symbol)<<4 | uint16(n)
		}
	}
	return table, nil
}

// block is what a block's header says.
type block struct {
	final bool
	// stored is how many bytes a stored block holds, -1 for the other kinds.
	stored          int
	literals, dists codes
	// body is where the block's first symbol or stored byte begins, in bits.
	body int
}

var fixedBlock = func() block {
	lengths := make([]byte, 288)
	for i := range lengths {
		lengths[i] = [...]byte{8, 9, 7, 8}[b2i(i > 143)+b2i(i > 255)+b2i(i > 279)]
	}
	five := make([]byte, 32)
	for i := range five {
		five[i] = 5
	}
	literals, err := buildCodes(lengths)
	dists, err2 := buildCodes(five)
	if err != nil || err2 != nil {
		panic("patches: the fixed codes of deflate are wrong")
	}
	return block{stored: -1, literals: literals, dists: dists}
}()

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// header reads the block header at bit pos (section 3.2.3).
func (s *bitSource) header(pos int) (*block, error) {
	head := s.peek(pos)
	b := block{final: head&1 == 1, stored: -1, body: pos + 3}
	switch head >> 1 & 3 {
	case 0:
		at := (pos + 3 + 7) / 8
		if at+4 > s.bits/8 {
			return nil, errDeflate
		}
		n := binary.LittleEndian.Uint16(s.bytes[at:])
		if n != ^binary.LittleEndian.Uint16(s.bytes[at+2:]) || at+4+int(n) > s.bits/8 {
			return nil, errDeflate
		}
		b.stored, b.body = int(n), (at+4)*8
		return &b, nil
	case 1:
		b.literals, b.dists = fixedBlock.literals, fixedBlock.dists
		return &b, nil
	case 2:
		return &b, s.dynamic(&b)
	}
	return nil, errDeflate
}

// dynamic reads the codes of a block (section 3.2.7).
func (s *bitSource) dynamic(b *block) error {
	pos := b.body
	take := func(n int) int {
		v := int(s.peek(pos) & (1<<n - 1))
		pos += n
		return v
	}
	literals, dists, n := take(5)+257, take(5)+1, take(4)+4
	if literals > 286 || dists > 30 {
		return errDeflate
	}
	var order = [19]byte{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
	lengths := make([]byte, 320)
	for _, i := range order[:n] {
		lengths[i] = byte(take(3))
	}
	table, err := buildCodes(lengths[:19])
	if err != nil {
		return err
	}
	clear(lengths)
	for i := 0; i < literals+dists; {
		entry := table.entry(s.peek(pos))
		if entry == 0 || pos > s.bits {
			return errDeflate
		}
		pos += int(entry & 15)
		symbol, repeat, value := entry>>4, 1, byte(0)
		switch {
		case symbol < 16:
			value = byte(symbol)
		case symbol == 16 && i == 0:
			return errDeflate
		case symbol == 16:
			value, repeat = lengths[i-1], 3+take(2)
		case symbol == 17:
			repeat = 3 + take(3)
		default:
			repeat = 11 + take(7)
		}
		if i+repeat > literals+dists {
			return errDeflate
		}
		for range repeat {
			lengths[i] = value
			i++
		}
	}
	if lengths[256] == 0 || pos > s.bits {
		return errDeflate
	}
	b.body = pos
	if b.literals, err = buildCodes(lengths[:literals]); err != nil {
		return err
	}
	b.dists, err = buildCodes(lengths[literals : literals+dists])
	return err
}

// The extra bits of lengths and distances (section 3.2.5).
var (
	lengthBase  = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthExtra = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase    = [30]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distExtra   = [30]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
)

// symbol is one step of a block: a literal (length 1, dist 0), a match, or, with
// length 0, its end.
type symbol struct {
	literal byte
	length  int
	dist    int
	bits    int // how long it is; 0 if no symbol begins here
}

// symbol reads the one at bit pos, which may reach past the end of the stream.
func (s *bitSource) symbol(b *block, pos int) symbol {
	word := s.peek(pos)
	entry := b.literals.entry(word)
	n := int(entry & 15)
	v := int(entry >> 4)
	switch {
	case v < 256:
		return symbol{literal: byte(v), length: 1, bits: n}
	case v == 256:
		return symbol{bits: n}
	case v > 285:
		return symbol{}
	}
	v -= 257
	word >>= n
	extra := int(lengthExtra[v])
	length := int(lengthBase[v]) + int(word&(1<<extra-1))
	word >>= extra
	n += extra
	entry = b.dists.entry(word)
	k := int(entry & 15)
	if d := int(entry >> 4); k > 0 && d < 30 {
		word >>= k
		extra = int(distExtra[d])
		return symbol{length: length, dist: int(distBase[d]) + int(word&(1<<extra-1)), bits: n + k + extra}
	}
	return symbol{}
}
