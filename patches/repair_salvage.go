package patches

import (
	"bytes"
	"fmt"
)

// sections cuts what could be read of a text at its "diff --git" lines and looks at
// every piece by itself. A text without such lines has no sections: a traditional
// patch gives no id to hold them against.
func sections(text []byte) []Section {
	mark := []byte("diff --git ")
	var starts []int
	for at := 0; at < len(text) && len(starts) < maxFiles; {
		if bytes.HasPrefix(text[at:], mark) {
			starts = append(starts, at)
		}
		next := bytes.IndexByte(text[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	found := make([]Section, 0, len(starts))
	line, counted := 1, 0
	for i, start := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		line += bytes.Count(text[counted:start], []byte{'\n'})
		counted = start
		s := section(text[start:end], i+1 == len(starts))
		s.start, s.Line = start, line
		found = append(found, s)
	}
	return found
}

// section looks at one piece; last says that the text breaks off after it, so that
// nothing shows that more was to come.
func section(piece []byte, last bool) Section {
	s := Section{Bytes: len(piece)}
	p := Parse(piece, ParseOptions{})
	fault := ""
	switch {
	case len(p.Faults) > 0:
		fault = fmt.Sprintf("line %d: %s", p.Faults[0].Line, p.Faults[0].Message)
	case len(p.Files) != 1:
		fault = fmt.Sprintf("%d file sections where one begins", len(p.Files))
	case p.Files[0].End < len(bytes.TrimRight(piece, "\n")):
		fault = fmt.Sprintf("%d bytes that are no patch", len(piece)-p.Files[0].End)
	case last:
		fault = "the text breaks off here: more of it may be missing"
	}
	for i, c := range piece {
		if !plausible(c) && c != '\f' {
			fault = fmt.Sprintf("line %d: byte %#02x is no text", 1+bytes.Count(piece[:i], []byte{'\n'}), c)
			break
		}
	}
	if len(p.Files) == 0 {
		p = Parse(piece, ParseOptions{Sketch: true}) // for what its header says
	}
	if len(p.Files) > 0 {
		f := p.Files[0]
		s.Path, s.Hunks, s.OldID, s.NewID = f.Name(), len(f.Hunks), f.OldID, f.NewID
	}
	s.Whole, s.Why = fault == "", fault
	return s
}
