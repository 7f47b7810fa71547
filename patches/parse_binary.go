package patches

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/klauspost/compress/zlib"
)

// binary reads what follows "GIT binary patch": the change, and perhaps its reverse.
func (p *parser) binary(file *FileDiff) bool {
	file.Binary = true
	var ok bool
	if file.Forward, ok = p.binaryHunk(); !ok {
		return false
	}
	if file.Forward == nil {
		return p.here("binary patch has neither literal nor delta", "")
	}
	file.Reverse, ok = p.binaryHunk()
	return ok
}

// binaryHunk reads one "literal" or "delta", nil if there is none. Its data stands in
// lines of base 85, each with its length before it, up to an empty line (git's
// Documentation/gitformat-... is silent; apply.c is the source).
func (p *parser) binaryHunk() (*BinaryHunk, bool) {
	line := p.current()
	h := &BinaryHunk{Line: p.line}
	start := p.at
	digits, literal := bytes.CutPrefix(line, []byte("literal "))
	if !literal {
		if digits, h.Delta = bytes.CutPrefix(line, []byte("delta ")); !h.Delta {
			return nil, true
		}
	}
	digits = bytes.TrimRight(digits, "\r\n")
	if p.opts.Lenient {
		// strtoul passes white space and a plus sign, stops at what is no digit, and git
		// does not look there.
		digits = bytes.TrimPrefix(bytes.TrimLeft(digits, " \t\v\f\r"), []byte("+"))
		digits = digits[:len(digits)-len(bytes.TrimLeft(digits, "0123456789"))]
		if len(digits) == 0 {
			digits = []byte("0") // which is what strtoul makes of nothing
		}
	}
	size, err := strconv.ParseInt(string(digits), 10, 64)
	if err != nil || size < 0 {
		return nil, p.here(fmt.Sprintf("%q names no size", clip(line)), "")
	}
	if p.inflated += size; size > maxBinarySize || p.inflated > maxBinarySize {
		return nil, p.excess(p.line, p.at, fmt.Sprintf("binary hunk of %d bytes: all together are larger than %d MiB", size, maxBinarySize>>20))
	}
	p.next(line)
	var deflated []byte
	for {
		line := p.current()
		if string(line) == "\n" {
			p.next(line)
			break
		}
		data, ok := decode85(line)
		if !ok {
			return nil, p.here(fmt.Sprintf("corrupt binary patch: %q", clip(line)), "")
		}
		deflated = append(deflated, data...)
		p.next(line)
	}
	if h.Data, err = inflate(deflated, size); err != nil {
		return nil, p.fault(h.Line, start, fmt.Sprintf("corrupt binary patch: its data does not inflate to %d bytes: %v", size, err), "")
	}
	return h, true
}

// inflate undoes zlib's compression, to exactly size bytes.
func inflate(data []byte, size int64) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out bytes.Buffer
	if _, err := io.Copy(&out, io.LimitReader(r, size+1)); err != nil {
		return nil, err
	}
	if int64(out.Len()) != size {
		return nil, fmt.Errorf("%d came out, or more", out.Len())
	}
	return out.Bytes(), nil
}

// alphabet85 is that of git's base 85 (base85.c); value85 has the value of each, -1 for
// what is none.
const alphabet85 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"

var value85 = func() (table [256]int8) {
	for i := range table {
		table[i] = -1
	}
	for i, c := range []byte(alphabet85) {
		table[c] = int8(i)
	}
	return table
}()

// decode85 decodes one line of a binary hunk: a letter for the number of bytes (A to Z
// for 1 to 26, a to z for 27 to 52), then five digits for each four bytes.
func decode85(line []byte) ([]byte, bool) {
	if len(line) < 7 || (len(line)-2)%5 != 0 || line[len(line)-1] != '\n' {
		return nil, false
	}
	var length int
	switch c := line[0]; {
	case 'A' <= c && c <= 'Z':
		length = int(c-'A') + 1
	case 'a' <= c && c <= 'z':
		length = int(c-'a') + 27
	default:
		return nil, false
	}
	most := (len(line) - 2) / 5 * 4
	if length > most || length <= most-4 {
		return nil, false
	}
	out := make([]byte, 0, most)
	for digits := line[1 : len(line)-1]; len(digits) > 0; digits = digits[5:] {
		var word uint64
		for _, c := range digits[:5] {
			value := value85[c]
			if value < 0 {
				return nil, false
			}
			word = word*85 + uint64(value)
		}
		if word > 0xffffffff {
			return nil, false
		}
		out = append(out, byte(word>>24), byte(word>>16), byte(word>>8), byte(word))
	}
	return out[:length], true
}
