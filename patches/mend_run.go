package patches

import (
	"bytes"
	"context"
	"fmt"
	"slices"
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

// modify places the hunks in each of the files that may be meant.
func (m *mender) modify(f *FileDiff, file *MendedFile, hunks []sketchHunk, candidates []string) error {
	type fit struct {
		path  string
		entry treeEntry
		text  *standing
		hunks []sketchHunk
		at    [][]int
	}
	var fits []fit // where every hunk has a place
	var seen []fit
	for _, path := range candidates {
		entry, ok, err := m.tree.objects.find(m.tree.root, path)
		if err != nil {
			return err
		}
		if !ok || entry.mode&modeType != modeFile {
			continue
		}
		content, err := m.tree.objects.blob(entry.id)
		if err != nil {
			return err
		}
		try := fit{path: path, entry: entry, text: stand(content, hunks, &m.left), hunks: slices.Clone(hunks)}
		all := true
		for i := range try.hunks {
			at := try.hunks[i].place(try.text)
			try.at = append(try.at, at)
			all = all && len(at) > 0
		}
		if m.left < 0 {
			return nil
		}
		seen = append(seen, try)
		if all {
			try.at = settle(try.hunks, try.at)
			fits = append(fits, try)
		}
	}
	if len(fits) != 1 {
		file.Paths = candidates
		if len(fits) > 1 {
			seen = fits
		} else if len(candidates) == 1 {
			file.Path, file.Paths = candidates[0], nil
		}
		for _, try := range seen {
			for i := range try.hunks {
				m.report(&file.Hunks[i], try.path, try.at[i], &try.hunks[i], try.text)
			}
		}
		switch {
		case len(candidates) == 0:
			m.refuse(f.Line, fmt.Sprintf("%s is not in the tree, nor is another file of that name", file.Named), "")
		case len(fits) > 1:
			m.refuse(f.Line, fmt.Sprintf("%s may be any of %d files", file.Named, len(fits)), "give the section the path that is meant")
		default:
			for i := range file.Hunks {
				h := &file.Hunks[i]
				if len(h.Candidates) == 0 || h.Landed {
					m.refuseAt(h, fmt.Sprintf("hunk %d of %s: %s", h.Index, file.Named, h.Why), "")
				}
			}
			m.refuse(f.Line, fmt.Sprintf("%s is none of the files of that name", file.Named), "")
		}
		return nil
	}
	one := fits[0]
	file.Path = one.path
	at := make([]int, len(one.at))
	for i, places := range one.at {
		h := &file.Hunks[i]
		m.report(h, one.path, places, &one.hunks[i], one.text)
		if len(places) > 1 {
			h.Why = fmt.Sprintf("its lines stand in %d places", len(places))
			m.refuseAt(h, fmt.Sprintf("hunk %d of %s: %s", h.Index, one.path, h.Why), "add lines of context until it has one place")
		}
		at[i] = places[0]
		if i > 0 && at[i] < at[i-1]+len(one.hunks[i-1].side('+')) {
			m.refuseAt(h, fmt.Sprintf("hunk %d of %s stands before the one ahead of it, or on it", h.Index, one.path), "put the hunks in the order of the file")
		}
	}
	if m.result.Fault != nil {
		return nil
	}
	all := edits(one.hunks, at)
	after := result(one.text.lines, all)
	section := fileChange{oldName: one.path, newName: one.path, old: fileEntry{one.entry.mode, one.entry.id},
		new: fileEntry{one.entry.mode, objectID(plumbing.BlobObject, after)}, copied: f.Copy, similarity: f.Similarity}
	if f.Rename || f.Copy {
		section.newName = bareName(f.NewName)
	}
	switch {
	case f.Deletion == Yes && len(after) == 0:
		section.new = fileEntry{}
	case f.NewMode != 0:
		section.new.mode = f.NewMode
	}
	section.writeHeader(&m.out)
	section.writeNames(&m.out)
	writeHunks(&m.out, one.text.lines, all)
	return nil
}

// report lists a hunk's places, or looks for its new lines if it has none.
func (m *mender) report(h *MendedHunk, path string, at []int, hunk *sketchHunk, text *standing) {
	for _, p := range at {
		h.Candidates = append(h.Candidates, Candidate{Path: path, Line: p + 1})
	}
	if len(h.Candidates) > 0 {
		return
	}
	if len(hunk.side('+')) == 0 {
		h.Why = "it has no lines to be placed by"
		return
	}
	h.Why = "its lines stand nowhere"
	if after := text.places(hunk.side('-')); len(after) > 0 {
		h.Landed, h.Why = true, "its change is there already"
		for _, p := range after {
			h.Candidates = append(h.Candidates, Candidate{Path: path, Line: p + 1})
		}
	}
}

// create takes over a section that makes a file.
func (m *mender) create(f *FileDiff, file *MendedFile, hunks []sketchHunk) error {
	path, err := m.tree.fresh(f.NewName)
	if err != nil {
		return err
	}
	file.Path = path
	if _, exists, err := m.tree.objects.find(m.tree.root, path); err != nil {
		return err
	} else if exists {
		m.refuse(f.Line, path+" is to be created and is in the tree already", "")
	}
	var added [][]byte
	for i := range hunks {
		if len(hunks[i].side('+')) > 0 {
			file.Hunks[i].Why = "it has old lines, and the file is a new one"
			m.refuse(f.Hunks[i].Line, fmt.Sprintf("hunk %d of %s: %s", i+1, path, file.Hunks[i].Why), "")
		}
		file.Hunks[i].Candidates = append(file.Hunks[i].Candidates, Candidate{Path: path, Line: len(added) + 1})
		added = append(added, hunks[i].side('-')...)
	}
	if m.result.Fault != nil {
		return nil
	}
	mode := f.NewMode
	if mode == 0 {
		mode = modePlain
	}
	section := fileChange{oldName: path, newName: path, new: fileEntry{mode, objectID(plumbing.BlobObject, bytes.Join(added, nil))}}
	section.writeHeader(&m.out)
	section.writeNames(&m.out)
	writeHunks(&m.out, nil, []edit{{added: added}})
	return nil
}
