package patches

// Resolutions are conflicts and what a person made of them, like git's rerere, as a
// text that is kept beside a series. The zero value is empty. Not safe for concurrent
// use.
type Resolutions struct {
	entries []Resolution
}

// Resolution is one resolved conflict.
type Resolution struct {
	// Key is the hash of what conflicted, in hex.
	Key string
	// Path is where it was; only for the reader.
	Path string
	// Base, Ours and Theirs are what conflicted, Resolved what it became.
	Base, Ours, Theirs, Resolved []byte
}

// ParseResolutions reads the text form. The error is a *Fault.
func ParseResolutions(text []byte) (*Resolutions, error) { return &Resolutions{}, nil }

// Bytes is the text form, sorted by key.
func (r *Resolutions) Bytes() []byte { return nil }

// Record takes in what a person made of a file with conflicts, and returns how many of
// the file's conflicts could be told from what stands around them.
func (r *Resolutions) Record(file UnmergedFile, resolved []byte) int { return 0 }

// Len counts the resolutions.
func (r *Resolutions) Len() int { return len(r.entries) }
