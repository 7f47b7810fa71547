package patches

// Inspection is what "cairn patch inspect" shows of a file.
type Inspection struct {
	File string `json:"file"`
	// Bytes and SHA256 are of the file as stored.
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
	// Encoding is the chain of encodings, outermost first; empty for a plain file.
	Encoding []string `json:"encoding"`
	// Layers say more about each; the last one's Decoded is the diff's size.
	Layers []LayerInspection `json:"layers"`
	// Decodes says that every layer is sound. If not, all that follows is about the
	// part that could be read, and must not be applied.
	Decodes bool `json:"decodes"`
	// DecodedBytes and DecodedSHA256 are of the diff, "" if it does not decode.
	DecodedBytes  int    `json:"decoded_bytes"`
	DecodedSHA256 string `json:"decoded_sha256"`
	Mail          *Mail  `json:"mail,omitempty"`
	// Status is Undecodable or Damaged, or "" if nothing is wrong with the text: what
	// becomes of it on a tree is for Apply to say.
	Status Status           `json:"status"`
	Files  []FileInspection `json:"files"`
	// Sections is set where the file does not decode.
	Sections []Section `json:"sections,omitempty"`
	// Faults are of the text, Fault is the first thing wrong with the file; nil if
	// nothing is.
	Faults []Fault `json:"faults"`
	Fault  *Fault  `json:"fault"`
}

// LayerInspection is one encoding of the file.
type LayerInspection struct {
	Encoding string `json:"encoding"`
	// Bytes and SHA256 are of the layer's input.
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
	// Decoded is how many bytes it yields, or yielded before its fault; Announced how
	// many it says, -1 if it does not.
	Decoded   int64 `json:"decoded"`
	Announced int64 `json:"announced"`
	// Byte is where it is broken, counted from 0 in its input; -1 if it is sound.
	Byte    int64  `json:"byte"`
	Message string `json:"message,omitempty"`
	Hint    string `json:"hint,omitempty"`
}

// FileInspection is one file section.
type FileInspection struct {
	Path string `json:"path"`
	// OldPath is the name before, where that is another.
	OldPath string `json:"old_path"`
	// Change is "modify", "create", "delete", "rename", "copy" or "mode".
	Change  string `json:"change"`
	OldMode string `json:"old_mode,omitempty"`
	NewMode string `json:"new_mode,omitempty"`
	OldID   string `json:"old_id,omitempty"`
	NewID   string `json:"new_id,omitempty"`
	Binary  bool   `json:"binary,omitempty"`
	// Line is where the section begins in the decoded text, from 1.
	Line    int              `json:"line"`
	Added   int              `json:"added"`
	Deleted int              `json:"deleted"`
	Hunks   []HunkInspection `json:"hunks"`
}

// HunkInspection is one hunk.
type HunkInspection struct {
	// Index counts from 1 in its section; HeaderLine is its line in the decoded text.
	Index      int    `json:"index"`
	HeaderLine int    `json:"header_line"`
	Header     string `json:"header"`
	OldStart   int    `json:"old_start"`
	NewStart   int    `json:"new_start"`
	// OldLines and NewLines are counted, ClaimedOld and ClaimedNew are the header's, -1
	// where it has none.
	OldLines   int `json:"old_lines"`
	NewLines   int `json:"new_lines"`
	ClaimedOld int `json:"claimed_old"`
	ClaimedNew int `json:"claimed_new"`
	Added      int `json:"added"`
	Deleted    int `json:"deleted"`
}
