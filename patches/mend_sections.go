package patches

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// sketchFit is a file that a section may mean, and the places of the section's hunks in it.
type sketchFit struct {
	path  string
	entry treeEntry
	text  *standing
	hunks []sketchHunk
	at    [][]int // by hunk
	all   bool    // every hunk has a place
}

// modify places the hunks in each of the files that may be meant, of which one must fit.
func (m *mender) modify(f *FileDiff, file *MendedFile, hunks []sketchHunk, candidates []string) error {
	var seen, fits []*sketchFit
	for _, path := range candidates {
		fit, err := m.fit(path, hunks)
		if err != nil {
			return err
		}
		if m.left < 0 {
			return nil
		}
		if fit == nil {
			continue
		}
		seen = append(seen, fit)
		if fit.all {
			fits = append(fits, fit)
		}
	}
	if len(fits) == 1 {
		m.writeFit(f, file, fits[0])
		return nil
	}
	if len(fits) > 1 {
		seen = fits
	}
	m.refuseFits(f, file, candidates, seen)
	return nil
}

// fit looks for the hunks in a file of the tree; nil if there is none of that path.
func (m *mender) fit(path string, hunks []sketchHunk) (*sketchFit, error) {
	entry, ok, err := m.tree.objects.find(m.tree.root, path)
	if err != nil || !ok || entry.mode&modeType != modeFile {
		return nil, err
	}
	content, err := m.tree.objects.blob(entry.id)
	if err != nil {
		return nil, err
	}
	fit := &sketchFit{path: path, entry: entry, text: stand(content, hunks, &m.left), hunks: slices.Clone(hunks), all: true}
	for i := range fit.hunks {
		at := fit.hunks[i].place(fit.text)
		fit.at = append(fit.at, at)
		fit.all = fit.all && len(at) > 0
	}
	if fit.all {
		fit.at = settle(fit.hunks, fit.at)
	}
	return fit, nil
}

// refuseFits says why none of the files that may be meant is the one: seen are those that
// the hunks fit, or, where they fit none, all that are there.
func (m *mender) refuseFits(f *FileDiff, file *MendedFile, candidates []string, seen []*sketchFit) {
	file.Paths = candidates
	if len(candidates) == 1 {
		file.Path, file.Paths = candidates[0], nil
	}
	for _, fit := range seen {
		for i := range fit.hunks {
			m.report(&file.Hunks[i], fit.path, fit.at[i], &fit.hunks[i], fit.text)
		}
	}
	switch {
	case len(candidates) == 0:
		m.refuse(f.Line, fmt.Sprintf("%s is not in the tree, nor is another file of that name", file.Named), "")
	case len(seen) > 1 && seen[0].all:
		m.refuse(f.Line, fmt.Sprintf("%s may be any of %d files", file.Named, len(seen)), "give the section the path that is meant")
	default:
		for i := range file.Hunks {
			h := &file.Hunks[i]
			if len(h.Candidates) == 0 || h.Landed {
				m.refuseAt(h, fmt.Sprintf("hunk %d of %s: %s", h.Index, file.Named, h.Why), "")
			}
		}
		m.refuse(f.Line, fmt.Sprintf("%s is none of the files of that name", file.Named), "")
	}
}

// writeFit writes the section anew for the file that it means, if each of its hunks has one
// place there, in order.
func (m *mender) writeFit(f *FileDiff, file *MendedFile, fit *sketchFit) {
	file.Path = fit.path
	at := make([]int, len(fit.at))
	for i, places := range fit.at {
		h := &file.Hunks[i]
		m.report(h, fit.path, places, &fit.hunks[i], fit.text)
		if len(places) > 1 {
			h.Why = fmt.Sprintf("its lines stand in %d places", len(places))
			m.refuseAt(h, fmt.Sprintf("hunk %d of %s: %s", h.Index, fit.path, h.Why), "add lines of context until it has one place")
		}
		at[i] = places[0]
		if i > 0 && at[i] < at[i-1]+len(fit.hunks[i-1].side('+')) {
			m.refuseAt(h, fmt.Sprintf("hunk %d of %s stands before the one ahead of it, or on it", h.Index, fit.path), "put the hunks in the order of the file")
		}
	}
	if m.result.Fault != nil {
		return
	}
	all := edits(fit.hunks, at)
	after := result(fit.text.lines, all)
	section := fileChange{oldName: fit.path, newName: fit.path, old: fileEntry{fit.entry.mode, fit.entry.id},
		new: fileEntry{fit.entry.mode, objectID(plumbing.BlobObject, after)}, copied: f.Copy, similarity: f.Similarity}
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
	writeHunks(&m.out, fit.text.lines, all)
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
