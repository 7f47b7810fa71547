package lockfiles

import "github.com/hashicorp/hcl/v2"

// Parse reads a lock. It takes only what Bytes writes: anything else, down to the
// order of entries and the spaces between them, is an error with its range. name
// is the file's name in messages.
func Parse(name string, src []byte) (*Lock, hcl.Diagnostics) { return nil, nil }

// Bytes returns the canonical text: sorted, aligned as hclwrite formats, LF only.
func (l *Lock) Bytes() []byte { return nil }

// Write replaces the file at path with the lock, atomically.
func Write(path string, l *Lock) error { return nil }
