package patches

// Mended is what became of a sketch.
type Mended struct {
	// Diff is the patch written anew: git headers, full blob ids, true counts and
	// positions. Nil unless every hunk has exactly one exact place.
	Diff []byte `json:"-"`
	// Tree is what Diff makes of the tree, in hex; "" where Diff is nil.
	Tree  string       `json:"tree"`
	Files []MendedFile `json:"files"`
	// Fault says why there is no Diff.
	Fault *Fault `json:"fault"`
}

// MendedFile is one file section of the sketch.
type MendedFile struct {
	// Named is the path as the sketch gives it, Path the one in the tree; "" if none or
	// several fit, which are then in Paths.
	Named string       `json:"named"`
	Path  string       `json:"path"`
	Paths []string     `json:"paths,omitempty"`
	Hunks []MendedHunk `json:"hunks"`
}

// MendedHunk is one hunk of the sketch.
type MendedHunk struct {
	Index      int `json:"index"`
	HeaderLine int `json:"header_line"`
	// Candidates are the places where all of its old lines stand: one if it could be
	// mended, none if it fits nowhere.
	Candidates []Candidate `json:"candidates"`
	// Landed says that its old lines stand nowhere and its new lines at Candidates.
	Landed bool `json:"landed,omitempty"`
	// Why says why there is no place for it, or not one.
	Why string `json:"why,omitempty"`
}

// Candidate is a place in the tree; Line counts from 1.
type Candidate struct {
	Path string `json:"path"`
	Line int    `json:"line"`
}
