package patches

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"
)

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// isBase64 tells the characters of the alphabet, base64Values holds the six bits of each.
var isBase64, base64Values = func() (is [256]bool, values [256]byte) {
	for i := range len(base64Alphabet) {
		is[base64Alphabet[i]], values[base64Alphabet[i]] = true, byte(i)
	}
	return is, values
}()

// decodeBase64 follows RFC 4648 section 4 with line ends (LF or CR LF) allowed
// between characters and nothing else: no spaces, no missing padding, no bits set
// in what the padding throws away (section 3.5), nothing after the padding. out
// holds the bytes of all whole characters, so that an inner layer can be looked at
// even if the count is off.
func decodeBase64(l *layer, _ Limits) {
	fail := func(at int, hint, format string, args ...any) {
		if l.fault == nil {
			l.fault = &DecodeError{Byte: int64(at), Message: fmt.Sprintf(format, args...), Hint: hint}
		}
	}
	out := make([]byte, 0, len(l.in)/4*3+3)
	var bits uint32
	var have uint // valid bits in bits
	chars, pads, firstPad, last := 0, 0, 0, 0
	for i, c := range l.in {
		switch {
		case isBase64[c]:
			if pads > 0 {
				fail(i, "", "character %q after the padding", c)
				// What follows is not part of the message.
				l.out = out
				return
			}
			chars++
			last = i
			bits = bits<<6 | uint32(base64Values[c])
			if have += 6; have >= 8 {
				have -= 8
				out = append(out, byte(bits>>have))
			}
		case c == '=':
			if pads++; pads == 1 {
				firstPad = i
			}
		case c == '\n':
		case c == '\r' && i+1 < len(l.in) && l.in[i+1] == '\n':
		default:
			fail(i, "", "stray character %q", c)
		}
	}
	l.out = out
	l.announced = int64(len(out))
	total := chars + pads
	switch {
	case total == 0:
		fail(0, "", "nothing encoded")
	case chars%4 == 1:
		fail(last, repairHint, "%s", countFault(chars, pads))
	case pads > 2 || pads > 0 && total%4 != 0:
		fail(firstPad, repairHint, "%s", countFault(chars, pads))
	case total%4 != 0:
		fail(len(l.in), repairHint, "%s", countFault(chars, pads))
	case have > 0 && bits&(1<<have-1) != 0:
		fail(last, repairHint, "the last character %q has bits set that the padding throws away", l.in[last])
	}
	if l.fault != nil {
		l.announced = -1
	}
}

// Hints of faults that a repair may undo: where it often does, and of a file as a whole.
const (
	repairHint     = `run "cairn patch repair FILE -o FIXED": a single missing, extra or changed character can often be proved`
	repairFileHint = `"cairn patch repair" may mend it`
)

// countFault says what is wrong with the number of characters.
func countFault(chars, pads int) string {
	total := chars + pads
	switch total % 4 {
	case 3:
		return fmt.Sprintf("%d characters: one short of a multiple of four", total)
	case 1:
		return fmt.Sprintf("%d characters: one more than a multiple of four", total)
	case 2:
		return fmt.Sprintf("%d characters: two off a multiple of four", total)
	}
	return fmt.Sprintf("%d characters and %d of padding do not go together", chars, pads)
}

// announcedBehind reads the length at the end of a gzip file out of a base64 text
// whose characters have got out of step: seen from its end they are in step. -1 if
// that cannot be.
func announcedBehind(text []byte) int64 {
	tail := make([]byte, 0, 12)
	for i := len(text) - 1; i >= 0 && len(tail) < cap(tail); i-- {
		if text[i] != '\n' && text[i] != '\r' {
			tail = append(tail, text[i])
		}
	}
	slices.Reverse(tail)
	plain, err := base64.StdEncoding.DecodeString(string(tail))
	if err != nil || len(plain) < 4 {
		return -1
	}
	return int64(binary.LittleEndian.Uint32(plain[len(plain)-4:]))
}
