package patches

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// RangePair is one line of a range-diff. Old or New is -1 where the patch has no
// partner.
type RangePair struct {
	Old int `json:"old"`
	New int `json:"new"`
	// OldName and NewName are the files' names.
	OldName string `json:"old_name"`
	NewName string `json:"new_name"`
	// Equal says that both do the same to the same text, under the same title.
	Equal bool `json:"equal"`
	// Diff is what differs between the two diffs, as git range-diff shows it; empty
	// where Equal or without partner.
	Diff string `json:"diff"`
}

// creationPercent is how much of a patch may differ, in lines of the difference, before
// it is another patch (git range-diff's --creation-factor).
const creationPercent = 60

// RangeDiff pairs the patches of two versions of a series by how alike they are, and
// shows what changed (git-range-diff(1)): first by equal text, then so that the sum of
// the differences is least; patches that differ by more than 60 % are not paired. Line
// numbers and blob ids do not count. Contents are patch files in their encodings; the
// error is a *DecodeError.
//
// The pairs are in the order of the new series, with those of the old one that have no
// partner before the first pair that follows them there.
func RangeDiff(old, created []Input) ([]RangePair, error) {
	a, err := rangePatches(old)
	if err != nil {
		return nil, err
	}
	b, err := rangePatches(created)
	if err != nil {
		return nil, err
	}
	partner := pairPatches(a, b)
	paired := make([]int, len(b))
	for j := range paired {
		paired[j] = slices.Index(partner, j)
	}
	var pairs []RangePair
	shown := make([]bool, len(a))
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		for i < len(a) && shown[i] {
			i++
		}
		switch {
		case i < len(a) && partner[i] < 0:
			pairs = append(pairs, RangePair{Old: i, New: -1, OldName: old[i].Name})
			i++
		case j < len(b) && paired[j] < 0:
			pairs = append(pairs, RangePair{Old: -1, New: j, NewName: created[j].Name})
			j++
		case j < len(b):
			k := paired[j]
			p := RangePair{Old: k, New: j, OldName: old[k].Name, NewName: created[j].Name, Equal: bytes.Equal(a[k].text, b[j].text)}
			if !p.Equal {
				var out bytes.Buffer
				writeDiffHunks(&out, a[k].text, b[j].text, hunkStyle{context: 3, heading: rangeHeading, indent: "    "})
				p.Diff = out.String()
			}
			pairs = append(pairs, p)
			shown[k] = true
			j++
		}
	}
	return pairs, nil
}

// FormatRangeDiff is the text form, in the manner of git range-diff.
func FormatRangeDiff(pairs []RangePair) []byte {
	var out bytes.Buffer
	width, nameWidth := 1, 0
	for _, p := range pairs {
		width = max(width, len(fmt.Sprint(p.Old+1)), len(fmt.Sprint(p.New+1)))
		nameWidth = max(nameWidth, len(p.OldName))
	}
	number := func(i int) string {
		if i < 0 {
			return fmt.Sprintf("%*s", width, "-")
		}
		return fmt.Sprintf("%*d", width, i+1)
	}
	for _, p := range pairs {
		sign := "!"
		switch {
		case p.Old < 0:
			sign = ">"
		case p.New < 0:
			sign = "<"
		case p.Equal:
			sign = "="
		}
		line := fmt.Sprintf("%s:  %-*s %s %s:  %s", number(p.Old), nameWidth, p.OldName, sign, number(p.New), p.NewName)
		out.WriteString(strings.TrimRight(line, " ") + "\n" + p.Diff)
	}
	return out.Bytes()
}

// rangePatch is a patch as it is compared.
type rangePatch struct {
	// text is title and diff; diff is the second part of it.
	text, diff []byte
	// lines counts the lines of diff, size those of the diff against nothing.
	lines map[string]int
	size  int
}

func rangePatches(inputs []Input) ([]rangePatch, error) {
	patches := make([]rangePatch, len(inputs))
	for i, input := range inputs {
		decoded, err := Decode(input.Name, input.Content, input.Options.Limits)
		if err != nil {
			return nil, err
		}
		patches[i] = newRangePatch(decoded, input.Options)
	}
	return patches, nil
}

// newRangePatch writes a patch so that only what matters differs: each file under its
// name, hunks without numbers.
func newRangePatch(d *Decoded, opts Options) rangePatch {
	var out bytes.Buffer
	if d.Mail != nil {
		if d.Mail.Author != "" {
			fmt.Fprintf(&out, " ## Metadata ##\nAuthor: %s\n\n", d.Mail.Author)
		}
		fmt.Fprintf(&out, " ## Commit message ##\n    %s\n\n", d.Mail.Subject)
	}
	start := out.Len()
	parse := opts.parse()
	parse.Sketch = true
	patch := Parse(d.Diff, parse)
	for i := range patch.Files {
		f := &patch.Files[i]
		fmt.Fprintf(&out, " ## %s%s ##\n", rangeName(f), rangeMode(f))
		for k := range f.Hunks {
			h := &f.Hunks[k]
			out.WriteString("@@")
			header := firstLine(d.Diff[h.Start:])
			if _, heading, found := bytes.Cut(bytes.TrimPrefix(bytes.TrimSpace(header), []byte("@@")), []byte("@@ ")); found {
				fmt.Fprintf(&out, " %s: %s", f.Name(), heading)
			}
			out.WriteByte('\n')
			out.Write(d.Diff[h.Body:h.End])
			if out.Bytes()[out.Len()-1] != '\n' {
				out.WriteByte('\n')
			}
		}
		if f.Binary {
			fmt.Fprintf(&out, "binary %s..%s\n", f.OldID, f.NewID)
		}
		out.WriteByte('\n')
	}
	if len(patch.Files) == 0 {
		out.Write(d.Diff)
	}
	p := rangePatch{text: out.Bytes(), diff: out.Bytes()[start:], lines: map[string]int{}}
	for line := range bytes.Lines(p.diff) {
		p.lines[string(line)]++
		p.size++
	}
	return p
}

func rangeName(f *FileDiff) string {
	if f.OldName != "" && f.NewName != "" && f.OldName != f.NewName {
		return f.OldName + " => " + f.NewName
	}
	return f.Name()
}

// rangeMode is what is said about a file's existence and mode.
func rangeMode(f *FileDiff) string {
	switch {
	case f.Creation == Yes:
		return " (new)"
	case f.Deletion == Yes:
		return " (deleted)"
	case f.OldMode != 0 && f.NewMode != 0 && f.OldMode != f.NewMode:
		return fmt.Sprintf(" (mode change %06o => %06o)", f.OldMode, f.NewMode)
	}
	return ""
}

// rangeHeading finds the file or hunk that a line of a diff of diffs stands in.
func rangeHeading(line []byte) []byte {
	line = bytes.TrimRight(line, "\n")
	if text, found := bytes.CutPrefix(line, []byte(" ## ")); found {
		if text, found = bytes.CutSuffix(text, []byte(" ##")); found {
			return text
		}
	}
	if text, found := bytes.CutPrefix(line, []byte("@@ ")); found {
		return text
	}
	return nil
}
