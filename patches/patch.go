package patches

import (
	"bytes"
	"iter"
)

// Patch is a patch file in parsed form. Its offsets count bytes of Source, from 0;
// its line numbers count lines of Source, from 1.
type Patch struct {
	// Source is the text that was parsed; it is referenced, not copied.
	Source []byte
	// Files holds the file sections, in the order of the text.
	Files []FileDiff
	// Preamble is how many bytes stand before the first file section.
	Preamble int
	// Faults says what is wrong with the text, first fault first. Files holds what
	// could be read up to there.
	Faults []Fault

	excess bool // the last fault is a bound that the text goes over
}

// Tri is a fact that a traditional header may leave open.
type Tri int8

// The values of Tri. A git header leaves nothing open.
const (
	Unknown Tri = -1
	No      Tri = 0
	Yes     Tri = 1
)

// FileDiff is what a patch says about one file.
type FileDiff struct {
	// Line is where the section's header begins; Start and End bound the section,
	// HeaderEnd is where its hunks begin.
	Line, Start, HeaderEnd, End int
	// Git tells a "diff --git" header from a traditional one.
	Git bool
	// OldName and NewName are slash-separated, with the strip count and the folder
	// applied; "" for what does not exist on that side.
	OldName, NewName string
	// OldMode and NewMode are git's modes, in canonical form; 0 where not named.
	OldMode, NewMode uint32
	// Creation and Deletion say whether the file begins or ceases to exist.
	Creation, Deletion Tri
	Rename, Copy       bool
	// Similarity is in percent; 0 where not named.
	Similarity int
	// OldID and NewID are blob ids, as abbreviated in the text; "" where not named.
	OldID, NewID string
	Hunks        []Hunk
	// Binary says that the section is about a binary file. Forward and Reverse are
	// nil where the text says only that the files differ.
	Binary           bool
	Forward, Reverse *BinaryHunk
}

// Name is the file's name after the patch, or before it where it is deleted.
func (f *FileDiff) Name() string {
	if f.NewName != "" {
		return f.NewName
	}
	return f.OldName
}

// Hunk is one "@@" section. Its numbers are those in force when it is placed: the
// header's, or those counted where the header has none (Bare) or is not believed.
type Hunk struct {
	// Line is where the hunk's header stands. Start is the header's offset, Body that
	// of its first line, End the offset after its last line, markers of a missing
	// newline included.
	Line, Start, Body, End int
	// The lines it covers before and after; positions count from 1, and are 0 for an
	// empty side.
	OldStart, OldLines, NewStart, NewLines int
	// Leading and Trailing count the context lines at its ends.
	Leading, Trailing int
	// Added and Deleted count the lines with "+" and "-".
	Added, Deleted int
	// Bare says that the header is "@@" without positions: the hunk is a sketch.
	Bare bool
	// ClaimedOld and ClaimedNew are the counts of the header, -1 where Bare.
	ClaimedOld, ClaimedNew int
}

// HunkLine is one line of a hunk.
type HunkLine struct {
	// Op is ' ', '+' or '-'.
	Op byte
	// Text is the line without its first byte, with its newline where it has one.
	Text []byte
	// Line is where it stands in the patch.
	Line int
}

// Lines walks over the hunk's lines. A line that a marker ("\ No newline at end of
// file") follows has lost its newline; the marker itself is not seen.
func (h *Hunk) Lines(source []byte) iter.Seq[HunkLine] {
	return func(yield func(HunkLine) bool) {
		number := h.Line
		for rest := source[h.Body:h.End]; len(rest) > 0; {
			line := firstLine(rest)
			rest = rest[len(line):]
			number++
			if line[0] == '\\' {
				continue
			}
			seen := HunkLine{Op: line[0], Text: line[1:], Line: number}
			if line[0] == '\n' {
				// GNU diff may write an empty context line without its blank.
				seen = HunkLine{Op: ' ', Text: line, Line: number}
			}
			if len(rest) > 0 && rest[0] == '\\' {
				seen.Text = bytes.TrimSuffix(seen.Text, []byte{'\n'})
			}
			if !yield(seen) {
				return
			}
		}
	}
}

// BinaryHunk is one half of a "GIT binary patch".
type BinaryHunk struct {
	// Delta tells git's delta encoding from a literal copy of the file.
	Delta bool
	// Data is inflated.
	Data []byte
	// Line is where its "literal" or "delta" line stands.
	Line int
}

// firstLine is text up to and including its first newline, or all of it.
func firstLine(text []byte) []byte {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return text[:i+1]
	}
	return text
}
