package patches

// Status is what became of a patch.
type Status string

// The statuses, best first. Only Clean, Offset and Fuzzy reach a tree.
const (
	Clean        Status = "clean"
	Offset       Status = "offset"
	Fuzzy        Status = "fuzzy"
	Landed       Status = "landed"
	PartlyLanded Status = "partly-landed"
	Conflict     Status = "conflict"
	Empty        Status = "empty"
	Damaged      Status = "damaged"
	Undecodable  Status = "undecodable"
)

// HunkState is what became of a hunk.
type HunkState string

// The states of a hunk. A binary hunk, whose place is the whole file, is HunkExact,
// HunkLanded or HunkConflict.
const (
	HunkExact    HunkState = "exact"
	HunkOffset   HunkState = "offset"
	HunkFuzzy    HunkState = "fuzzy"
	HunkLanded   HunkState = "landed"
	HunkConflict HunkState = "conflict"
)

// Verdict is what is said about one patch file. Its JSON form is a contract.
type Verdict struct {
	File string `json:"file"`
	// Encoding is the chain of encodings, outermost first ("base64", "gzip"), joined
	// by "+"; "plain" for none.
	Encoding string `json:"encoding"`
	// SHA256 is of the file as stored, DecodedSHA256 of the diff in it; in hex, the
	// second "" if it does not decode.
	SHA256        string `json:"sha256"`
	DecodedSHA256 string `json:"decoded_sha256"`
	Status        Status `json:"status"`
	// Tree is the id of the tree that was reached, in hex; "" if none was.
	Tree  string        `json:"tree"`
	Files []FileVerdict `json:"files"`
	// Fault says why Status is what it is; nil where there is nothing to say.
	Fault *Fault `json:"fault"`
	// Notes are remarks that change nothing: a mode that differs, whitespace errors.
	Notes []Fault `json:"notes,omitempty"`
}

// Reached says whether the patch applied, so that Tree is set.
func (v *Verdict) Reached() bool { return v.Tree != "" }

// FileVerdict is what is said about one file section.
type FileVerdict struct {
	// Path is the name after the patch (before it, for a deletion); OldPath is the
	// name before it where that is another, else "".
	Path    string        `json:"path"`
	OldPath string        `json:"old_path"`
	Hunks   []HunkVerdict `json:"hunks"`
	// Skipped says that include or exclude left the section out.
	Skipped bool `json:"skipped,omitempty"`
	// Fault says why the section does not apply; nil if it does.
	Fault *Fault `json:"fault,omitempty"`
}

// HunkVerdict is what is said about one hunk.
type HunkVerdict struct {
	// Index counts from 1 in its file section.
	Index int `json:"index"`
	// HeaderLine is the hunk's line in the decoded patch, from 1.
	HeaderLine int       `json:"header_line"`
	State      HunkState `json:"state"`
	// Line is where it was placed, from 1, in the file as the hunks before it leave it;
	// where State is conflict, the line it asked for.
	Line int `json:"line"`
	// Offset is Line minus the line it asked for.
	Offset int `json:"offset"`
	// ContextUsed is how many context lines had to match, at both ends together.
	ContextUsed int `json:"context_used"`
}

// Fault is something wrong, with its place in the decoded patch.
type Fault struct {
	// Line counts from 1, Byte from 0; Line is 0 where there is no place to name.
	Line    int    `json:"line"`
	Byte    int    `json:"byte"`
	Message string `json:"message"`
	// Hint says what may help; "" if nothing is known to.
	Hint string `json:"hint"`
}

// Error makes a Fault an error.
func (f *Fault) Error() string { return f.Message }
