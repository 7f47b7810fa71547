package patches

import (
	"context"
	"errors"
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
	// Others counts the other texts with as few edits that decode to another diff and
	// that the checksum vouches for too; Proven is false if there are any.
	Others int `json:"others"`
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
}

// Repair searches a file whose base64 layer holds gzip for the edit of a single
// character that makes it decode, and takes it only if the CRC and the length in the
// gzip trailer prove it. Otherwise it salvages the file sections that are whole.
// A file that decodes is returned as it is, Proven, without Edits.
//
// An error is ctx's, or says that there is nothing to work on.
func Repair(ctx context.Context, name string, content []byte) (*Repaired, error) {
	return nil, errors.ErrUnsupported
}
