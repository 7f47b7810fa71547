package patches

import (
	"encoding/binary"
	"hash/crc32"
	"sort"
)

// A changed character moves nothing, so that of most candidates the length is right,
// and the CRC has to tell them apart. Decoding each of a million is too slow. But CRC
// is linear over the bits of its input, and a match copies bits: how a change of an
// output byte, with all its copies further down, changes the CRC of the whole is a
// linear map of 8 bits to 32, known for each byte once and for all. A candidate then
// needs only its own symbols up to where it falls in step with the text as it stands.

// linear knows these maps for a stream that decodes to its end.
type linear struct {
	out    []byte
	parent []int32 // the byte that this one is a copy of, -1 for a literal
	// weight is what flipping each bit of each byte does to the CRC.
	weight [][8]uint32
	// target is what a candidate has to change in the CRC.
	target uint32
}

// largestLinear bounds the memory, which is 37 bytes for each byte of output.
const largestLinear = 2 << 20

// newLinear decodes a; nil if a does not decode to the size that it announces.
func (s *search) newLinear() *linear {
	last := s.trace[len(s.trace)-1]
	if last.yields != s.size || s.size > largestLinear || last.block == nil || !last.block.final {
		return nil
	}
	l := &linear{parent: make([]int32, s.size), weight: make([][8]uint32, s.size), out: make([]byte, 0, s.size)}
	for _, at := range s.trace {
		switch {
		case at.stored:
			return nil
		case at.block == nil:
			continue
		}
		step := s.a.symbol(at.block, at.bit)
		for range step.length {
			from := int32(-1)
			value := step.literal
			if step.dist > 0 {
				if step.dist > len(l.out) {
					return nil
				}
				from = int32(len(l.out) - step.dist)
				value = l.out[from]
			}
			l.parent[len(l.out)] = from
			l.out = append(l.out, value)
		}
	}
	if len(l.out) != s.size {
		return nil
	}
	// From the last byte back: one more byte behind it is one more step of the CRC.
	var bits [8]uint32
	for bit := range bits {
		bits[bit] = crc32.IEEETable[1<<bit]
	}
	for i := s.size - 1; i >= 0; i-- {
		for bit := range bits {
			l.weight[i][bit] ^= bits[bit]
			bits[bit] = crc32.IEEETable[byte(bits[bit])] ^ bits[bit]>>8
		}
		if p := l.parent[i]; p >= 0 {
			for bit, w := range l.weight[i] {
				l.weight[p][bit] ^= w
			}
		}
	}
	l.target = crc32.ChecksumIEEE(l.out) ^ binary.LittleEndian.Uint32(s.a.bytes[s.a.bits/8-8:])
	return l
}

// matches decodes a candidate from a boundary until it is in step with a, and holds
// what it changes against the CRC. The window is a's bytes with the edit made.
func (s *search) matches(from boundary, window *bitSource, base int) look {
	l := s.linear
	verdict := likely
	local := s.local[:0]
	pos := from.bit - base*8
	const farthest = 4096 // bytes of output; most are in step after a few dozen
	for {
		step := window.symbol(from.block, pos)
		pos += step.bits
		if step.bits == 0 || pos > window.bits {
			return impossible
		}
		if step.length == 0 || len(local) > farthest {
			return unlikely
		}
		if step.dist > from.yields+len(local) {
			return impossible
		}
		for range step.length {
			value := step.literal
			if step.dist > 0 {
				if back := len(local) - step.dist; back >= 0 {
					value = local[back]
				} else {
					value = l.out[from.yields+back]
				}
			} else if !plausible(value) {
				verdict = unlikely
			}
			local = append(local, value)
		}
		s.local = local
		if pos < s.inStep {
			continue
		}
		bit := pos + base*8
		i := sort.Search(len(s.trace), func(i int) bool { return s.trace[i].bit >= bit })
		if i == len(s.trace) || s.trace[i].bit != bit || s.trace[i].block != from.block {
			continue
		}
		if s.trace[i].yields != from.yields+len(local) {
			return impossible // the length would be another
		}
		break
	}
	var change uint32
	for i, value := range local {
		at := from.yields + i
		if at >= len(l.out) {
			return impossible
		}
		difference := value ^ l.out[at]
		if difference == 0 {
			continue
		}
		weight := l.weight[at]
		for j := i + 1; j < len(local); j++ {
			// What is copied within these bytes is among them already.
			if at+j-i < len(l.parent) && int(l.parent[at+j-i]) == at {
				for bit, w := range l.weight[at+j-i] {
					weight[bit] ^= w
				}
			}
		}
		for bit, w := range weight {
			if difference>>bit&1 == 1 {
				change ^= w
			}
		}
	}
	if change != l.target {
		return impossible
	}
	return verdict
}
