package wheels

import (
	"fmt"
	"strings"
)

// HostileError says why a wheel or source distribution is not unpacked: it is not
// what its format allows, by accident or on purpose.
type HostileError struct {
	File   string // the archive
	Entry  string // in it; empty where it is about the whole
	Reason string
}

func (e *HostileError) Error() string {
	if e.Entry == "" {
		return fmt.Sprintf("%s: %s", e.File, e.Reason)
	}
	return fmt.Sprintf("%s: %q %s", e.File, e.Entry, e.Reason)
}

// MismatchError says that what came is not what was locked.
type MismatchError struct {
	File       string
	Index      string // that it was fetched from
	What       string // "sha256" or "size"
	Want, Have string
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("%s from index %s: its %s is %s, the lock says %s", e.File, e.Index, e.What, e.Have, e.Want)
}

// UnreachableError says that an index gave no answer. Err tells why, without
// addresses that a person may have kept secrets in.
type UnreachableError struct {
	Index string
	Err   error
}

func (e *UnreachableError) Error() string {
	return fmt.Sprintf("index %s cannot be reached: %v", e.Index, e.Err)
}

func (e *UnreachableError) Unwrap() error { return e.Err }

// AbsentError says that an index answers and does not have something.
type AbsentError struct {
	Index, Package string
	File           string // empty where the whole package is absent
}

func (e *AbsentError) Error() string {
	if e.File == "" {
		return fmt.Sprintf("index %s has no package %s", e.Index, e.Package)
	}
	return fmt.Sprintf("index %s no longer offers %s", e.Index, e.File)
}

// ResolutionError is uv's answer that requirements cannot be met.
type ResolutionError struct{ Text string }

func (e *ResolutionError) Error() string {
	return "uv finds no set of packages: " + strings.TrimSpace(e.Text)
}
