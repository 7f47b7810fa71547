package patches

import "bytes"

// ConflictStyle is how conflicts are written into a file, as git's
// merge.conflictStyle.
type ConflictStyle string

// The styles. StyleMerge shows both sides, as small as can be; StyleDiff3 also the
// base, with whole hunks; StyleZealousDiff3 the base, without lines that both sides
// begin or end with.
const (
	StyleMerge        ConflictStyle = "merge"
	StyleDiff3        ConflictStyle = "diff3"
	StyleZealousDiff3 ConflictStyle = "zdiff3"
)

// MergeOptions say how files are merged. The zero value is what git cherry-pick does.
type MergeOptions struct {
	// Style is that of conflict markers; "" is StyleMerge.
	Style ConflictStyle
	// Algorithm is that of the diffs; "" is Histogram, as in git's merge-ort.
	Algorithm DiffAlgorithm
	// JoinBlank also joins conflicts with only lines between them that hold no letter
	// and no digit, as git merge-file does and git merge does not.
	JoinBlank bool
	// The labels of the sides, put behind the markers; "" for none.
	Ours, Base, Theirs string
}

// Merged is a merged file.
type Merged struct {
	// Content has the conflicts in it, between markers.
	Content []byte
	// Conflicts are in the order of the file; none if the merge is clean.
	Conflicts []ConflictHunk
	// Binary says that one of the three is binary, and was not looked into: where two
	// sides changed it, Content is ours and the one conflict is about all of it.
	Binary bool
}

// ConflictHunk is one conflict of lines. The parts are whole lines; the last line of
// a file may lack its newline.
type ConflictHunk struct {
	Base, Ours, Theirs []byte
	// BaseStart is where Base begins, in lines of the base from 1; BaseLines counts them.
	BaseStart, BaseLines int
	// Line is where its first marker stands in the merged content, from 1, and Lines how
	// many lines it takes, markers included.
	Line, Lines int
}

// MergeFiles merges what ours and theirs have made of base, as git merge-file and git
// merge do: with the same result where they are clean, with the same conflicts where
// they are not. The contents are referenced by the result and must not be changed.
func MergeFiles(base, ours, theirs []byte, opts MergeOptions) Merged {
	if isBinary(base) || isBinary(ours) || isBinary(theirs) {
		switch {
		case bytes.Equal(ours, theirs), bytes.Equal(base, theirs):
			return Merged{Content: ours, Binary: true}
		case bytes.Equal(base, ours):
			return Merged{Content: theirs, Binary: true}
		}
		return Merged{Content: ours, Binary: true, Conflicts: []ConflictHunk{{Base: base, Ours: ours, Theirs: theirs}}}
	}
	algorithm := opts.Algorithm
	if algorithm == "" {
		algorithm = Histogram
	}
	room := takeDiffRoom()
	defer room.give()
	o, t := diffBoth(base, ours, theirs, room)
	ourChanges, theirChanges := o.run(algorithm, false), t.run(algorithm, false)
	switch {
	case len(ourChanges) == 0:
		return Merged{Content: theirs}
	case len(theirChanges) == 0:
		return Merged{Content: ours}
	}
	m := merger{opts: opts, algorithm: algorithm, base: o.a.lines, ours: o.b.lines, theirs: t.b.lines}
	m.overlay(ourChanges, theirChanges)
	switch opts.Style {
	case StyleDiff3:
	case StyleZealousDiff3:
		m.trim()
	default:
		m.refine()
		m.join()
	}
	return m.write()
}

// binaryWindow is how much of a file is looked at (git's FIRST_FEW_BYTES).
const binaryWindow = 8000

// isBinary is git's rule: a NUL near the beginning.
func isBinary(content []byte) bool {
	return bytes.IndexByte(content[:min(len(content), binaryWindow)], 0) >= 0
}
