package patches

import (
	"bytes"
	"testing"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

// TestAgainstGitdiff holds the parser against go-gitdiff, on the triples that both
// read: same files, same hunks, same lines.
func TestAgainstGitdiff(t *testing.T) {
	t.Parallel()
	paths, err := triplePaths()
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, path := range paths {
		tr, err := loadTriple(path)
		if err != nil {
			t.Fatal(err)
		}
		ours := Parse(tr.patch, ParseOptions{})
		theirs, _, err := gitdiff.Parse(bytes.NewReader(tr.patch))
		if err != nil || len(ours.Faults) > 0 || len(ours.Files) == 0 || !ours.Files[0].Git {
			// It wants what we forgive, or the other way; of names without "a/" and "b/" it
			// knows another rule.
			continue
		}
		if len(theirs) != len(ours.Files) {
			t.Errorf("%s: %d files, go-gitdiff has %d", path, len(ours.Files), len(theirs))
			continue
		}
		for i, their := range theirs {
			our := ours.Files[i]
			if our.OldName != their.OldName || our.NewName != their.NewName || our.Rename != their.IsRename || our.Copy != their.IsCopy ||
				(our.Creation == Yes) != their.IsNew || (our.Deletion == Yes) != their.IsDelete || our.Binary != their.IsBinary {
				t.Errorf("%s: got %+v, go-gitdiff has %+v", path, our, their)
			}
			if len(our.Hunks) != len(their.TextFragments) {
				t.Errorf("%s: %s has %d hunks, in go-gitdiff %d", path, our.Name(), len(our.Hunks), len(their.TextFragments))
				continue
			}
			for j, fragment := range their.TextFragments {
				h := our.Hunks[j]
				if int64(h.OldStart) != fragment.OldPosition || int64(h.NewStart) != fragment.NewPosition || int64(h.OldLines) != fragment.OldLines ||
					int64(h.Leading) != fragment.LeadingContext || int64(h.Trailing) != fragment.TrailingContext {
					t.Errorf("%s: hunk %d: got %+v, go-gitdiff has %+v", path, j+1, h, fragment)
				}
				n := 0
				for line := range h.Lines(tr.patch) {
					if n >= len(fragment.Lines) || fragment.Lines[n].Line != string(line.Text) || fragment.Lines[n].Op.String() != string(line.Op) {
						t.Errorf("%s: line %d: got %c%q", path, line.Line, line.Op, line.Text)
						break
					}
					n++
				}
			}
			compared++
		}
	}
	if compared < 10 {
		t.Errorf("only %d files were compared", compared)
	}
}
