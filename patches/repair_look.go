package patches

import "sort"

// look is what a glance at a candidate says.
type look int

// The glances: it cannot be; it may be, and the decoder has to say; it may well be.
const (
	impossible look = iota
	unlikely
	likely
)

// look decodes a candidate from the last sound boundary until the stream is b's.
func (s *search) look(c candidate) look {
	first := c.at * 6 / 8             // the first byte that it changes
	sound := ((c.at+c.put)*6 + 7) / 8 // from here on the bytes are b's
	total := s.b.bits / 8
	if sound+8 > total || first < s.start {
		return unlikely // in the gzip header or trailer: let the decoder say
	}
	i := sort.Search(len(s.trace), func(i int) bool { return s.trace[i].bit > first*8 }) - 1
	if i < 0 {
		return impossible
	}
	from := s.trace[i]
	gap := first*8 - from.bit
	switch {
	case from.block == nil:
		if gap > longestHeader {
			return impossible
		}
		return s.lookHead(c, from, first, sound)
	case from.stored:
		if gap > from.block.stored*8 {
			return impossible
		}
		return unlikely
	case gap > longestSymbol:
		return impossible // a has come to nothing before
	}
	if s.linear != nil {
		window, base := s.window(c, from.bit/8, first, sound, 512)
		s.inStep = (sound - base) * 8
		return s.matches(from, &window, base)
	}
	window, base := s.window(c, from.bit/8, first, sound, 16)
	verdict, pos, yields := s.steps(from.block, &window, from.bit-base*8, (sound-base)*8)
	if verdict == impossible || yields < 0 {
		return verdict
	}
	return s.ends(verdict, from.yields+yields, s.fromSymbol(from.block, pos+base*8))
}

const (
	// longestSymbol is a match with the longest codes and all extra bits.
	longestSymbol = 15 + 5 + 15 + 13
	// longestHeader is 17 bits, 19 code lengths, and 316 of up to 7 + 7 bits.
	longestHeader = 17 + 19*3 + 316*14
)

// ends holds the length that comes of a candidate against the trailer's.
func (s *search) ends(verdict look, yields, rest int) look {
	if rest == dead || uint32(yields+rest) != uint32(s.size) {
		return impossible
	}
	return verdict
}

// steps decodes symbols up to bit until. yields is -1 if the block ends before, which
// is rare enough to leave to the decoder.
func (s *search) steps(b *block, window *bitSource, pos, until int) (verdict look, end, yields int) {
	verdict = likely
	for pos < until {
		step := window.symbol(b, pos)
		pos += step.bits
		if step.bits == 0 || pos > window.bits {
			return impossible, pos, 0
		}
		if step.length == 0 {
			return unlikely, pos, -1
		}
		if step.dist == 0 && !plausible(step.literal) {
			verdict = unlikely
		}
		yields += step.length
	}
	return verdict, pos, yields
}

// lookHead is for a candidate that changes a block's header, and with it the meaning
// of all symbols of the block.
func (s *search) lookHead(c candidate, from boundary, first, sound int) look {
	window, base := s.window(c, from.bit/8, first, sound, longestHeader/8+16)
	b, err := window.header(from.bit - base*8)
	if err != nil {
		return impossible
	}
	if b.stored >= 0 {
		return unlikely
	}
	verdict, pos, yields := s.steps(b, &window, b.body, (sound-base)*8)
	if verdict == impossible || yields < 0 {
		return verdict
	}
	pos += base * 8
	// Its codes are its own, so the path is not worth keeping.
	for pos <= s.b.bits {
		step := s.b.symbol(b, pos)
		pos += step.bits
		yields += step.length
		if step.bits == 0 {
			return impossible
		}
		if step.length == 0 {
			return s.ends(verdict, from.yields+yields, s.after(b, pos))
		}
	}
	return impossible
}

// window is the candidate's stream from byte base on, some bytes past the edit.
func (s *search) window(c candidate, base, first, sound, past int) (bitSource, int) {
	end := min(sound+past, s.b.bits/8)
	w := make([]byte, 0, end-base+8)
	w = append(w, s.a.bytes[base:first]...)
	// The bytes in between are packed of the four characters around the edit.
	lead := first * 8 / 6
	near := candidate{c.edited, c.at - lead, c.value}.apply(s.chars[lead:min(c.at+8, len(s.chars))])
	var bits uint32
	have := -(first*8 - lead*6)
	for _, v := range near {
		bits = bits<<6 | uint32(v)
		if have += 6; have >= 8 && len(w) < sound-base {
			have -= 8
			w = append(w, byte(bits>>have))
		}
	}
	w = append(w, s.b.bytes[sound:end]...)
	n := len(w) * 8
	return bitSource{append(w, 0, 0, 0, 0, 0, 0, 0, 0), n}, base
}

// plausible says whether a byte is one that texts are made of.
func plausible(c byte) bool {
	return c >= ' ' && c != 0x7f || c == '\n' || c == '\t' || c == '\r'
}
