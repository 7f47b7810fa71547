package patches

import (
	"bytes"
	"context"
	"fmt"
	"sort"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Mend writes a sketch anew as a well-formed git patch against tree: hunks headed by
// a bare "@@", wrong counts, a missing last newline, absolute paths or those of an
// installed package. It does so only if every hunk has exactly one place where all of
// its lines stand exactly, in order, or stands exactly where its header says;
// otherwise it lists the candidates. Sections that say nothing about lines (modes,
// renames, binary data) are taken over as they are. It writes nothing to objects.
//
// An error is about reading objects, is ctx's, or is the *DecodeError of a file that
// does not decode.
func Mend(ctx context.Context, objects storer.EncodedObjectStorer, tree plumbing.Hash, name string, content []byte) (*Mended, error) {
	decoded, err := Decode(name, content, Limits{})
	if err != nil {
		return nil, err
	}
	source, gone := tidy(decoded.Diff)
	m := &mender{tree: paths{objects: newObjects(objects), root: tree}, source: source, gone: gone, left: maxComparisons, result: &Mended{Files: []MendedFile{}}}
	whole := 0
	// Names are wanted as they stand.
	patch := Parse(source, ParseOptions{Sketch: true, Strip: &whole})
	if last := len(patch.Faults) - 1; patch.excess {
		m.refuse(patch.Faults[last].Line, patch.Faults[last].Message, patch.Faults[last].Hint)
		return m.result, nil
	}
	if len(patch.Files) == 0 {
		m.refuse(0, "no file section can be read", "")
		if len(patch.Faults) > 0 {
			first := patch.Faults[0]
			m.result.Fault = &first
		}
		return m.result, nil
	}
	m.nothingLost(patch)
	m.out.Write(source[:patch.Preamble])
	for i := range patch.Files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := m.section(&patch.Files[i]); err != nil {
			return nil, fmt.Errorf("mend %s: %w", name, err)
		}
		if m.left < 0 {
			m.result.Fault = nil
			m.refuse(patch.Files[i].Line, fmt.Sprintf("to look for the places of all hunks takes more than %d comparisons of lines", maxComparisons), "split it, one file to a patch")
			return m.result, nil
		}
	}
	if m.result.Fault != nil {
		return m.result, nil
	}
	// The proof: the engine takes the new text, and places every hunk exactly.
	verdict, err := Apply(ctx, objects, tree, "mended.patch", m.out.Bytes(), Options{Check: true})
	if err != nil {
		return nil, err
	}
	if verdict.Status != Clean {
		fault := Fault{Message: "the mended patch would end as " + string(verdict.Status)}
		if verdict.Fault != nil {
			fault.Message += ": " + verdict.Fault.Message
		}
		m.result.Fault = &fault
		return m.result, nil
	}
	m.result.Diff, m.result.Tree = m.out.Bytes(), verdict.Tree
	return m.result, nil
}

// mender carries one call of Mend.
type mender struct {
	tree   paths
	source []byte
	gone   []int // lines of the text that source has not
	left   int   // comparisons of lines
	out    bytes.Buffer
	result *Mended
}

// tidy ends the last line and takes out blank lines ahead of a hunk's header, which
// set hunks apart in sketches. It says which lines of the text it left out, ascending.
func tidy(text []byte) (source []byte, gone []int) {
	source = make([]byte, 0, len(text)+1)
	blank, number := 0, 0 // where a run of blank lines begins in source
	for rest := text; len(rest) > 0; {
		line := firstLine(rest)
		rest = rest[len(line):]
		number++
		switch {
		case len(bytes.TrimRight(line, "\r\n")) == 0:
		case bytes.HasPrefix(line, []byte("@@")):
			for n := bytes.Count(source[blank:], []byte{'\n'}); n > 0; n-- {
				gone = append(gone, number-n)
			}
			source = append(source[:blank], line...)
			blank = len(source)
			continue
		default:
			blank = len(source) + len(line)
		}
		source = append(source, line...)
	}
	if len(source) > 0 && source[len(source)-1] != '\n' {
		source = append(source, '\n')
	}
	return source, gone
}

// line is the number that a line of source had in the text; 0 stays 0.
func (m *mender) line(n int) int {
	if n < 1 {
		return n
	}
	// gone[i]-i is the line of source that follows the i-th that was left out.
	return n + sort.Search(len(m.gone), func(i int) bool { return m.gone[i]-i > n })
}

// refuse keeps the first reason for which there is no patch.
func (m *mender) refuse(line int, message, hint string) {
	if m.result.Fault == nil {
		m.result.Fault = &Fault{Line: m.line(line), Message: message, Hint: hint}
	}
}

// refuseAt is refuse for a hunk.
func (m *mender) refuseAt(h *MendedHunk, message, hint string) {
	if m.result.Fault == nil {
		m.result.Fault = &Fault{Line: h.HeaderLine, Message: message, Hint: hint}
	}
}

// nothingLost refuses a sketch with lines that look like patch and were read into no
// hunk: what is written anew must have all of it.
func (m *mender) nothingLost(p *Patch) {
	check := func(from, to int, marks string) {
		for at := from; at < to; {
			line := firstLine(m.source[at:to])
			signature := bytes.HasPrefix(line, []byte("-- "))
			if strings.IndexByte(marks, line[0]) >= 0 && !signature && len(bytes.TrimSpace(line)) > 0 {
				number := 1 + bytes.Count(m.source[:at], []byte{'\n'})
				m.refuse(number, fmt.Sprintf("line %d, %.60q, is part of no hunk", m.line(number), line), "")
				return
			}
			at += len(line)
		}
	}
	check(0, p.Preamble, "@")
	end := p.Preamble
	for i := range p.Files {
		f := &p.Files[i]
		check(end, f.Start, "+- @")
		end = f.HeaderEnd
		for n := range f.Hunks {
			check(end, f.Hunks[n].Start, "+- @")
			end = f.Hunks[n].End
		}
		if f.Binary || len(f.Hunks) == 0 {
			end = f.End
		}
	}
	check(end, len(m.source), "+- @")
}

// section mends one file section, or says why it cannot.
func (m *mender) section(f *FileDiff) error {
	named := f.Name()
	file := MendedFile{Named: named, Hunks: []MendedHunk{}}
	defer func() { m.result.Files = append(m.result.Files, file) }()
	if len(f.Hunks) == 0 {
		// Nothing here has a place to be found.
		file.Path = bareName(named)
		m.out.Write(m.source[f.Start:f.End])
		return nil
	}
	hunks := make([]sketchHunk, len(f.Hunks))
	for i := range f.Hunks {
		hunks[i] = readSketchHunk(m.source, &f.Hunks[i])
		file.Hunks = append(file.Hunks, MendedHunk{Index: i + 1, HeaderLine: m.line(f.Hunks[i].Line), Candidates: []Candidate{}})
	}
	if f.Creation == Yes || f.OldName == "" {
		return m.create(f, &file, hunks)
	}
	path, others, err := m.tree.resolve(f.OldName)
	if err == nil && path == "" && f.NewName != "" && f.NewName != f.OldName {
		path, others, err = m.tree.resolve(f.NewName)
	}
	if err != nil {
		return err
	}
	if path != "" {
		others = []string{path}
	}
	return m.modify(f, &file, hunks, others)
}
