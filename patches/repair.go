package patches

import (
	"bytes"
	"context"
	"fmt"
	"slices"
)

// Edit is one character of a base64 text that was lost, put in or changed.
type Edit struct {
	// Kind is "missing", "extra" or "changed": what had happened to the text.
	Kind string `json:"kind"`
	// Byte is where, counted from 0 in the file as stored; Line counts from 1, and so
	// does Column, in bytes. A missing character goes before that byte.
	Byte   int `json:"byte"`
	Line   int `json:"line"`
	Column int `json:"column"`
	// Was is the character that stands there, Is the one that belongs there; ""
	// where there is none.
	Was string `json:"was"`
	Is  string `json:"is"`
}

// Repaired is what could be made of a file that does not decode.
type Repaired struct {
	// Proven says that Content decodes and that the checksum and length which the file
	// itself carries vouch for it. If not, only Salvaged is left to use.
	Proven bool `json:"proven"`
	// Edits are what was undone, in the order of the text; empty unless Proven.
	Edits []Edit `json:"edits"`
	// Content is the mended file, in the encodings of the one given; nil unless Proven.
	Content []byte `json:"-"`
	// Diff is what Content decodes to; if not Proven, the sections of Salvaged that are
	// whole, one after the other.
	Diff []byte `json:"-"`
	// Sections says of each file section, in the part that could be read, whether it is
	// whole; nil if Proven.
	Sections []Section `json:"sections,omitempty"`
	// Fault is what was wrong with the file.
	Fault *DecodeError `json:"fault"`
}

// Section is one file section of a text that could not be read to its end.
type Section struct {
	Path string `json:"path"`
	// Line is where the section begins, from 1, in what could be read; Bytes its size.
	Line  int `json:"line"`
	Bytes int `json:"bytes"`
	Hunks int `json:"hunks"`
	// Whole says that the section parses, that its counts agree with its lines and that
	// what was read goes on after it in an orderly way. It is no proof: that is for the
	// blob ids that the section names.
	Whole bool `json:"whole"`
	// OldID and NewID are the blob ids on its index line.
	OldID string `json:"old_id"`
	NewID string `json:"new_id"`
	// Why says what is wrong where Whole is false.
	Why string `json:"why,omitempty"`

	start int // in bytes
}

// largestRepair is how many characters a text may have for the search: the work grows
// with their number, and a second is enough for a hundred thousand.
const largestRepair = 2 << 20

// Repair searches a file whose base64 layer holds gzip for the edit of a single
// character that makes it decode, and takes it only if both CRC and length in the
// gzip trailer prove it: of a million candidates that decode at all, a wrong one
// passes with a chance of one in four thousand. Otherwise it salvages the file
// sections that are whole. A file that decodes is returned as it is, Proven, without
// Edits.
//
// An error is ctx's, or the *DecodeError of a file that there is nothing to work on.
func Repair(ctx context.Context, name string, content []byte) (*Repaired, error) {
	u := unwrap(name, content, DefaultLimits, true)
	claims, _ := namedEncodings(name)
	chain := u.encoding()
	// A name that says more than is there may tell of a magic number that is damaged.
	short := len(chain) > 0 && len(chain) < len(claims) && slices.Equal(chain, claims[:len(chain)])
	if u.fault == nil || u.fault.Layer == "name" && !short {
		return &Repaired{Proven: true, Edits: []Edit{}, Content: content, Diff: u.text, Fault: u.fault}, nil
	}
	if u.fault.Layer == "file" {
		return nil, u.fault
	}
	r := &Repaired{Edits: []Edit{}, Fault: u.fault}
	if len(chain) > 0 && chain[0] == "base64" && (len(chain) > 1 && chain[1] == "gzip" || len(claims) > 1 && claims[1] == "gzip") {
		edits, err := findEdits(ctx, readCharacters(content))
		if err != nil {
			return nil, fmt.Errorf("repair %s: %w", name, err)
		}
		if edits != nil {
			fixed := applyEdits(content, edits)
			if again := unwrap(name, fixed, DefaultLimits, false); again.fault == nil || again.fault.Layer == "name" {
				r.Proven, r.Edits, r.Content, r.Diff = true, edits, fixed, again.text
				return r, nil
			}
		}
	}
	r.Sections = sections(u.text)
	for _, s := range r.Sections {
		if s.Whole {
			r.Diff = append(r.Diff, u.text[s.start:s.start+s.Bytes]...)
		}
	}
	return r, nil
}

// characters is a base64 text taken apart.
type characters struct {
	text   []byte
	values []byte // of the alphabet's characters
	places []int  // where they stand
	pads   []int  // where the padding at the end stands
	strays []int  // where something stands that does not belong
	end    int    // after the last of them all
}

func readCharacters(text []byte) *characters {
	c := &characters{text: text}
	for i, b := range text {
		switch {
		case isBase64[b]:
			c.strays = append(c.strays, c.pads...) // it was not the end
			c.pads = nil
			c.values, c.places = append(c.values, base64Values[b]), append(c.places, i)
		case b == '=':
			c.pads = append(c.pads, i)
		case b == '\n' || b == '\r' && i+1 < len(text) && text[i+1] == '\n':
			continue
		default:
			c.strays = append(c.strays, i)
		}
		c.end = i + 1
	}
	slices.Sort(c.strays)
	return c
}

// place is where the character with the given index stands, or would be put.
func (c *characters) place(i int) int {
	switch {
	case i < len(c.places):
		return c.places[i]
	case len(c.pads) > 0:
		return c.pads[0]
	}
	return c.end
}

// edit makes the report of an edit at a place in the text; is is 0 for none.
func (c *characters) edit(kind string, at int, is byte) Edit {
	e := Edit{Kind: kind, Byte: at, Line: 1 + bytes.Count(c.text[:at], []byte{'\n'})}
	e.Column = at - bytes.LastIndexByte(c.text[:at], '\n')
	if kind != "missing" {
		e.Was = string(c.text[at : at+1])
	}
	if kind != "extra" {
		e.Is = string(is)
	}
	return e
}

// padding is how much a text of n characters has to have; -1 if none fits.
func padding(n int) int { return [...]int{0, -1, 2, 1}[n%4] }

// findEdits searches for what makes the text a gzip file; nil if nothing does.
func findEdits(ctx context.Context, c *characters) ([]Edit, error) {
	if len(c.values) > largestRepair || len(c.values) < 24 {
		return nil, nil
	}
	if fits(c.values) && provesGzip(pack(c.values)) {
		return c.onlyPadding(), nil
	}
	if len(c.strays) > 1 {
		return nil, nil
	}
	if len(c.strays) == 1 {
		// The stray character is the changed one; taken out it proved nothing.
		at, n := c.strays[0], len(c.values)-1
		if c.places[n] > at && c.text[at] == '=' && fits(c.values[:n]) && provesGzip(pack(c.values[:n])) {
			return []Edit{c.edit("extra", c.places[n], 0)}, nil // within the padding
		}
		i, _ := slices.BinarySearch(c.places, at)
		for v := range byte(64) {
			if fixed := slices.Insert(slices.Clone(c.values), i, v); fits(fixed) && provesGzip(pack(fixed)) {
				return []Edit{c.edit("changed", at, base64Alphabet[v])}, nil
			}
		}
		return nil, nil
	}
	for _, kind := range editKinds {
		if padding(len(c.values)+kind.put-kind.out) != len(c.pads) {
			continue
		}
		found, err := newSearch(kind, c.values).run(ctx)
		if err != nil {
			return nil, err
		}
		if found != nil {
			return []Edit{c.edit(kind.kind, c.place(found.at), base64Alphabet[found.value])}, nil
		}
	}
	return nil, nil
}

// onlyPadding is for a text whose characters are right: stray ones are taken out and
// the padding is made what it has to be.
func (c *characters) onlyPadding() []Edit {
	edits := []Edit{}
	for _, at := range c.strays {
		edits = append(edits, c.edit("extra", at, 0))
	}
	want := padding(len(c.values))
	for i := want; i < len(c.pads); i++ {
		edits = append(edits, c.edit("extra", c.pads[i], 0))
	}
	for i := len(c.pads); i < want; i++ {
		edits = append(edits, c.edit("missing", c.end, '='))
	}
	return edits
}

// applyEdits makes edits, which are in the order of the text.
func applyEdits(text []byte, edits []Edit) []byte {
	out := make([]byte, 0, len(text)+len(edits))
	at := 0
	for _, e := range edits {
		out = append(out, text[at:e.Byte]...)
		out = append(out, e.Is...)
		at = e.Byte + len(e.Was)
	}
	return append(out, text[at:]...)
}
