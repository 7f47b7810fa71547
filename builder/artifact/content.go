package artifact

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"unicode/utf8"
)

// maxDepth bounds archives in archives.
const maxDepth = 8

// maxContent is what is unpacked of one archive at most, in bytes.
const maxContent = 512 << 20

// format is a kind of file that is looked into.
type format struct {
	is func(name string, content []byte) bool
	// compare notes what differs; false says that one of the two is not what its
	// mark promises.
	compare func(f *finding, a, b []byte) bool
}

func starts(mark string) func(string, []byte) bool {
	return func(_ string, content []byte) bool { return bytes.HasPrefix(content, []byte(mark)) }
}

// formats is a function because its own lead back to it.
func formats() []format {
	return []format{
		{starts("\x7fELF"), (*finding).elf},
		{starts("!<arch>\n"), (*finding).ar},
		{starts("\x1f\x8b"), (*finding).gzip},
		{starts("PK\x03\x04"), (*finding).zip},
		{func(name string, content []byte) bool { return path.Ext(name) == ".pyc" && len(content) >= 16 }, (*finding).pyc},
		{func(_ string, content []byte) bool {
			return len(content) >= 512 && bytes.HasPrefix(content[257:], []byte("ustar"))
		}, (*finding).tar},
	}
}

// content compares two contents and notes what differs.
func (f *finding) content(name string, a, b []byte) {
	if bytes.Equal(a, b) {
		return
	}
	if f.depth < maxDepth {
		for _, format := range formats() {
			if !format.is(name, a) || !format.is(name, b) {
				continue
			}
			trial := finding{depth: f.depth, normalised: slices.Clone(f.normalised)}
			if format.compare(&trial, a, b) {
				f.normalised = trial.normalised
				f.differs = append(f.differs, trial.differs...)
				return
			}
		}
	}
	f.differ(firstDifference(a, b))
}

// firstDifference says where two contents that are not equal part: by line in
// texts, else by byte. Both are counted from 1.
func firstDifference(a, b []byte) string {
	n := min(len(a), len(b))
	at := 0
	for at < n && a[at] == b[at] {
		at++
	}
	const sample = 8 << 10
	if isText(a[:min(len(a), sample)]) && isText(b[:min(len(b), sample)]) {
		return fmt.Sprintf("line %d", 1+bytes.Count(a[:at], []byte("\n")))
	}
	return fmt.Sprintf("byte %d", at+1)
}

func isText(b []byte) bool {
	for i := range 4 { // the sample may end within a character
		if i <= len(b) && utf8.Valid(b[:len(b)-i]) {
			return !bytes.ContainsRune(b, 0)
		}
	}
	return false
}
