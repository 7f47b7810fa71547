package digest

import (
	"encoding/hex"
	"fmt"
	"strings"
)

// GitID is the SHA-1 name of a git object (gitglossary, "object name"). The
// zero value is git's null id and stands for "none".
type GitID [20]byte

// ParseGitID reads exactly 40 lowercase hex digits: an abbreviated id is not a pin.
func ParseGitID(s string) (GitID, error) {
	var id GitID
	if len(s) != 2*len(id) || strings.ToLower(s) != s {
		return GitID{}, fmt.Errorf("%q is not a git object id: want 40 lowercase hex digits", s)
	}
	if _, err := hex.Decode(id[:], []byte(s)); err != nil {
		return GitID{}, fmt.Errorf("%q is not a git object id: %w", s, err)
	}
	return id, nil
}

// String returns the 40 hex digits.
func (id GitID) String() string { return hex.EncodeToString(id[:]) }

// Short returns the first 8 hex digits, for people.
func (id GitID) Short() string { return id.String()[:8] }

// IsZero reports whether id stands for "none".
func (id GitID) IsZero() bool { return id == GitID{} }

// MarshalText writes what String returns; the zero value becomes empty text.
func (id GitID) MarshalText() ([]byte, error) {
	if id.IsZero() {
		return nil, nil
	}
	return []byte(id.String()), nil
}

// UnmarshalText reads what ParseGitID reads; empty text becomes the zero value.
func (id *GitID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*id = GitID{}
		return nil
	}
	parsed, err := ParseGitID(string(text))
	if err != nil {
		return err
	}
	*id = parsed
	return nil
}
