package patches

import (
	"bytes"
	"context"
	"encoding/binary"
	"slices"
)

// The search rests on this: base64 packs its characters into bytes from the high bit
// down, so that up to the damaged character the bytes are right as they stand (a),
// and after it they are right again in the alignment that the mended text has (b).
// A candidate is a character position and a value; its stream is a up to there and b
// after it. Decoding b from some bit on, inside some block, leads to the same end
// for every candidate that comes by; that end is computed once and kept. What is
// left per candidate is a symbol or two, so that a few million of them take a second.

// edited is a kind of edit: how many characters it takes out and puts in.
type edited struct {
	kind     string
	out, put int
}

var editKinds = []edited{{"missing", 0, 1}, {"extra", 1, 0}, {"changed", 1, 1}}

// candidate is an edit at a character position; value counts where put is 1.
type candidate struct {
	edited
	at    int
	value byte
}

// apply makes the edit on the characters.
func (c candidate) apply(chars []byte) []byte {
	fixed := make([]byte, 0, len(chars)+1)
	fixed = append(fixed, chars[:c.at]...)
	if c.put == 1 {
		fixed = append(fixed, c.value)
	}
	return append(fixed, chars[c.at+c.out:]...)
}

// pack turns six-bit values into bytes; bits that fill no byte are dropped.
func pack(chars []byte) []byte {
	out := make([]byte, 0, len(chars)*3/4)
	var bits uint32
	var have uint
	for _, c := range chars {
		bits = bits<<6 | uint32(c)
		if have += 6; have >= 8 {
			have -= 8
			out = append(out, byte(bits>>have))
		}
	}
	return out
}

// fits says whether so many characters can be a whole base64 text around gzip: no
// lone character at the end, and zero bits in what is dropped.
func fits(chars []byte) bool {
	switch len(chars) % 4 {
	case 1:
		return false
	case 2:
		return chars[len(chars)-1]&15 == 0
	case 3:
		return chars[len(chars)-1]&3 == 0
	}
	return true
}

// boundary is a place in the trace of a where a symbol or a block begins.
type boundary struct {
	bit    int
	yields int    // how many bytes a yields up to here
	block  *block // nil where a block's header begins
	stored bool   // the body of a stored block
}

// pathKey tells apart what symbols mean and what comes after them.
type pathKey struct {
	literals, dists *uint16
	final           bool
}

func (b *block) key() pathKey { return pathKey{&b.literals[0], &b.dists[0], b.final} }

// outcomes holds what decoding from a bit on yields, plus one; 0 where nobody has come
// by yet, dead where it leads nowhere. It is in pages, as few bits are ever asked for.
type outcomes [][]int32

const pathPage = 1 << 12

func (p outcomes) at(bit int) int32 {
	if page := p[bit/pathPage]; page != nil {
		return page[bit%pathPage]
	}
	return unknown
}

func (p outcomes) set(bit int, v int32) {
	if p[bit/pathPage] == nil {
		p[bit/pathPage] = make([]int32, pathPage)
	}
	p[bit/pathPage][bit%pathPage] = v
}

// search looks for the edit of one kind that makes chars a gzip file.
type search struct {
	edited
	chars []byte
	a, b  bitSource
	// start is where the deflate stream of a begins, in bytes; trace its boundaries.
	start int
	trace []boundary
	// heads and paths keep what decoding b from a bit on comes to: how many bytes it
	// yields to the end of the stream, or dead.
	heads map[int]int
	paths map[pathKey]outcomes
	// size is what the trailer of b says that all yields.
	size int
	// linear is set where it can be: the other way to tell candidates apart. local is
	// its buffer, inStep the first bit of its window that is a's own again.
	linear *linear
	local  []byte
	inStep int
}

const (
	unknown = 0
	dead    = -1
	// longestName bounds a gzip header: 10 bytes and a file name (NAME_MAX and its NUL).
	longestName = 10 + 256
)

func newSearch(kind edited, chars []byte) *search {
	s := &search{edited: kind, chars: chars, heads: map[int]int{}, paths: map[pathKey]outcomes{}, size: -1}
	s.a = newBitSource(pack(chars))
	// In b all characters are shifted as they are behind the edit.
	s.b = newBitSource(pack(candidate{edited: kind}.apply(chars)))
	if n := s.b.bits / 8; n >= 4 {
		s.size = int(binary.LittleEndian.Uint32(s.b.bytes[n-4:]))
	}
	start, err := gzipHeader(s.a.bytes[:s.a.bits/8])
	if err != nil {
		// Then it is the header that is damaged, and names are not longer than this.
		s.start = min(s.a.bits/8, longestName)
	} else {
		s.start = start
		s.follow()
	}
	if kind.out == kind.put && len(s.trace) > 0 {
		s.linear = s.newLinear()
	}
	return s
}

// follow traces a as far as it decodes at all.
func (s *search) follow() {
	pos, yields := s.start*8, 0
	for pos < s.a.bits {
		s.trace = append(s.trace, boundary{bit: pos, yields: yields})
		b, err := s.a.header(pos)
		if err != nil {
			return
		}
		pos = b.body
		if b.stored >= 0 {
			s.trace = append(s.trace, boundary{bit: pos, yields: yields, block: b, stored: true})
			pos += b.stored * 8
			yields += b.stored
		} else {
			for {
				s.trace = append(s.trace, boundary{bit: pos, yields: yields, block: b})
				step := s.a.symbol(b, pos)
				pos += step.bits
				yields += step.length
				if step.bits == 0 || pos > s.a.bits {
					return
				}
				if step.length == 0 {
					break
				}
			}
		}
		if b.final {
			return
		}
	}
}

// fromHead is what the rest of b yields from the block header at bit pos on.
func (s *search) fromHead(pos int) int {
	if n, ok := s.heads[pos]; ok {
		return n
	}
	s.heads[pos] = dead // a stream cannot come back here, but must not be able to
	n := dead
	if b, err := s.b.header(pos); err == nil {
		if b.stored >= 0 {
			n = s.after(b, b.body+b.stored*8)
			if n != dead {
				n += b.stored
			}
		} else {
			n = s.fromSymbol(b, b.body)
		}
	}
	s.heads[pos] = n
	return n
}

// after is what follows a block that ends at bit pos: nothing if it is the last one
// and the trailer of 8 bytes comes next.
func (s *search) after(b *block, pos int) int {
	if !b.final {
		return s.fromHead(pos)
	}
	if (pos+7)/8+8 == s.b.bits/8 {
		return 0
	}
	return dead
}

// fromSymbol is what the rest of b yields from the symbol at bit pos in block on.
func (s *search) fromSymbol(in *block, pos int) int {
	known := s.paths[in.key()]
	if known == nil {
		known = make(outcomes, s.b.bits/pathPage+1)
		s.paths[in.key()] = known
	}
	end := dead
	type mark struct{ pos, length int }
	var walked []mark
	for {
		if pos > s.b.bits {
			break
		}
		if v := known.at(pos); v != unknown {
			if end = int(v); end > 0 {
				end--
			}
			break
		}
		step := s.b.symbol(in, pos)
		if step.bits == 0 {
			walked = append(walked, mark{pos, 0})
			break
		}
		walked = append(walked, mark{pos, step.length})
		pos += step.bits
		if step.length == 0 {
			end = s.after(in, pos)
			break
		}
	}
	for _, w := range slices.Backward(walked) {
		if end != dead {
			end += w.length
			known.set(w.pos, int32(min(end, 1<<30)+1))
		} else {
			known.set(w.pos, dead)
		}
	}
	return end
}

// run tries every position and value, and returns what a gzip trailer proves: the
// mended stream and the edit. Likely candidates are proved first.
func (s *search) run(ctx context.Context) (found *candidate, err error) {
	var later []candidate
	last := len(s.chars) - s.out
	for at := last; at >= 0; at-- {
		if at%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		for _, c := range s.values(at) {
			switch s.look(c) {
			case unlikely:
				later = append(later, c)
			case likely:
				if s.prove(c) {
					return &c, nil
				}
			}
		}
	}
	for i, c := range later {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if s.prove(c) {
			return &c, nil
		}
	}
	return nil, nil
}

// values lists the candidates at a position, one for each text that comes of them.
func (s *search) values(at int) []candidate {
	if s.put == 0 {
		if at > 0 && s.chars[at] == s.chars[at-1] {
			return nil // taking out the one before makes the same text
		}
		return []candidate{{s.edited, at, 0}}
	}
	all := make([]candidate, 0, 64)
	for v := range byte(64) {
		if s.out == 0 && at > 0 && s.chars[at-1] == v || s.out == 1 && s.chars[at] == v {
			continue
		}
		all = append(all, candidate{s.edited, at, v})
	}
	return all
}

// prove decodes the whole candidate and believes the trailer only.
func (s *search) prove(c candidate) bool {
	fixed := c.apply(s.chars)
	return fits(fixed) && provesGzip(pack(fixed))
}

// provesGzip says whether stream is one whole gzip member, CRC and length included.
func provesGzip(stream []byte) bool {
	if len(stream) < 18 || !bytes.HasPrefix(stream, []byte("\x1f\x8b")) {
		return false
	}
	l := layer{encoding: "gzip", in: stream}
	size := int64(binary.LittleEndian.Uint32(stream[len(stream)-4:]))
	if size > DefaultLimits.orDefault().most(len(stream)) {
		return false
	}
	next, fault := gzipMember(&l, 0, size)
	return fault == nil && next == len(stream)
}
