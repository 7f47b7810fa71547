// Package digest holds the identities that cairn compares: sha256 values, git
// object ids, and the builder of keys over several named values.
//
// It knows nothing of files or trees; how a folder becomes a digest is said by
// the room that stores folders (builder/store).
package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strings"
)

// Digest is a sha256 value. The zero value stands for "none" and never equals
// the digest of any content that was hashed.
type Digest [sha256.Size]byte

// Of returns the sha256 of b.
func Of(b []byte) Digest { return sha256.Sum256(b) }

// Parse reads "sha256:" followed by 64 lowercase hex digits, or the digits alone.
func Parse(s string) (Digest, error) {
	var d Digest
	digits := strings.TrimPrefix(s, "sha256:")
	if len(digits) != 2*len(d) || strings.ToLower(digits) != digits {
		return Digest{}, fmt.Errorf("%q is not a sha256: want 64 lowercase hex digits", s)
	}
	if _, err := hex.Decode(d[:], []byte(digits)); err != nil {
		return Digest{}, fmt.Errorf("%q is not a sha256: %w", s, err)
	}
	return d, nil
}

// String returns "sha256:" and 64 hex digits, the form of OCI's image-spec
// (descriptor.md, "Digests").
func (d Digest) String() string { return "sha256:" + d.Hex() }

// Hex returns the 64 hex digits alone.
func (d Digest) Hex() string { return hex.EncodeToString(d[:]) }

// Short returns the first 12 hex digits, for people.
func (d Digest) Short() string { return d.Hex()[:12] }

// IsZero reports whether d stands for "none".
func (d Digest) IsZero() bool { return d == Digest{} }

// MarshalText writes what String returns; the zero value becomes empty text.
func (d Digest) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what Parse reads; empty text becomes the zero value.
func (d *Digest) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Digest{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Writer passes bytes on to w and hashes what w took.
type Writer struct {
	w    io.Writer
	h    hash.Hash
	size int64
}

// NewWriter returns a Writer over w. A nil w only hashes.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w, h: sha256.New()} }

// Write implements io.Writer; bytes that w refused are not hashed.
func (w *Writer) Write(p []byte) (int, error) {
	n, err := len(p), error(nil)
	if w.w != nil {
		n, err = w.w.Write(p)
	}
	w.h.Write(p[:n])
	w.size += int64(n)
	return n, err
}

// Digest returns the sha256 of all bytes written so far.
func (w *Writer) Digest() Digest { return Digest(w.h.Sum(nil)) }

// Size returns how many bytes were written so far.
func (w *Writer) Size() int64 { return w.size }
