package patches

// RangePair is one line of a range-diff. Old or New is -1 where the patch has no
// partner.
type RangePair struct {
	Old, New int
	// OldName and NewName are the files' names.
	OldName, NewName string
	// Equal says that both do the same to the same text.
	Equal bool
	// Diff is what differs between the two diffs, as git range-diff shows it; empty
	// where Equal or without partner.
	Diff []byte
}

// RangeDiff pairs the patches of two versions of a series by how alike they are, and
// shows what changed (git-range-diff(1)): first by equal text, then so that the sum of
// the differences is least; patches that differ by more than 60 % are not paired. Line
// numbers and blob ids do not count. Contents are patch files in their encodings; the
// error is a *DecodeError.
func RangeDiff(old, created []Input) ([]RangePair, error) { return nil, nil }

// FormatRangeDiff is the text form, in the order of git range-diff.
func FormatRangeDiff(pairs []RangePair) []byte { return nil }
