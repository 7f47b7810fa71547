package apt

import (
	"fmt"
	"strings"
	"time"
)

// KeyError says that no key material with a definition's fingerprint was found.
type KeyError struct {
	Repository  string // its name in the definition
	Fingerprint string // empty: the definition has none
	Looked      []string
}

func (e *KeyError) Error() string {
	if e.Fingerprint == "" {
		return fmt.Sprintf("repository %q has no fingerprint: its signature cannot be checked", e.Repository)
	}
	return fmt.Sprintf("repository %q: no key with the fingerprint %s in %s", e.Repository, e.Fingerprint, strings.Join(e.Looked, ", "))
}

// SignatureError says that a release is not signed by the key that the definition
// names.
type SignatureError struct {
	URL         string
	Fingerprint string
	Reason      string

	err error
}

// Unwrap returns what the OpenPGP library said; may be nil.
func (e *SignatureError) Unwrap() error { return e.err }

func (e *SignatureError) Error() string {
	return fmt.Sprintf("%s is not signed by %s: %s", e.URL, e.Fingerprint, e.Reason)
}

// DateError says that a signed release is too old or too new for what it was asked for.
type DateError struct {
	URL string
	// Field is "Valid-Until" or "Date", and Value what the release says.
	Field string
	Value time.Time
	// At is what Value was held against: the clock, or the snapshot's date.
	At       time.Time
	Snapshot bool
}

func (e *DateError) Error() string {
	at := "now it is "
	if e.Snapshot {
		at = "the snapshot is of "
	}
	return fmt.Sprintf("%s has %s %s, and %s%s", e.URL, e.Field, e.Value.UTC().Format(time.RFC3339), at, e.At.UTC().Format(time.RFC3339))
}

// MismatchError says that bytes are not those that a proved index names.
type MismatchError struct {
	URL  string
	What string // "SHA256" or "size"
	// Want is by the proved index, Got is what came.
	Want, Got string
	// Index says that it is an index, fetched again together with its release: the
	// archive was not just being updated.
	Index bool
}

func (e *MismatchError) Error() string {
	text := fmt.Sprintf("%s has %s %s, where the signed index says %s", e.URL, e.What, e.Got, e.Want)
	if e.Index {
		text += "; it stayed so when the release was fetched again, so this is no update in progress"
	}
	return text
}

// ReplacedError says that an index was still being replaced after several tries.
type ReplacedError struct {
	URL   string
	Tries int
}

func (e *ReplacedError) Error() string {
	return fmt.Sprintf("%s was replaced while it was read, %d times: the archive is being updated", e.URL, e.Tries)
}

// Attempt is one address that was tried.
type Attempt struct {
	URL string
	Err error
}

// UnavailableError says that nobody has what a lock or an index names. cmd/cairn
// maps it to exit status 6.
type UnavailableError struct {
	What  string // "g++_12.2.0-3_amd64.deb" or "InRelease of …"
	Tried []Attempt
	// Moved says that every archive answered and none has it: it was moved or removed.
	Moved   bool
	Offline bool
}

func (e *UnavailableError) Error() string {
	var tried []string
	for _, a := range e.Tried {
		tried = append(tried, fmt.Sprintf("%s: %v", a.URL, a.Err))
	}
	reason := "cannot be reached"
	switch {
	case e.Offline:
		reason = "is not in the store, and nothing is fetched offline"
	case e.Moved:
		reason = "has moved or was removed"
	}
	text := e.What + " " + reason
	if len(tried) > 0 {
		text += " (" + strings.Join(tried, "; ") + ")"
	}
	return text
}

// Unwrap returns the causes of all attempts.
func (e *UnavailableError) Unwrap() []error {
	var causes []error
	for _, a := range e.Tried {
		causes = append(causes, a.Err)
	}
	return causes
}

// UnreachedError says which repositories of a toolchain could not be read.
type UnreachedError struct {
	Repositories []*UnavailableError // at least one, in the definition's order
}

func (e *UnreachedError) Error() string {
	var texts []string
	for _, r := range e.Repositories {
		texts = append(texts, r.Error())
	}
	return strings.Join(texts, "; ")
}

// Unwrap returns the repositories' own errors.
func (e *UnreachedError) Unwrap() []error {
	var causes []error
	for _, r := range e.Repositories {
		causes = append(causes, r)
	}
	return causes
}

// UnmetError says that a set of packages cannot be put together.
type UnmetError struct {
	// Chain leads from a package of the definition to the one that wants Requirement,
	// each as "name version".
	Chain []string
	// Requirement is the relation that nothing meets: "libfoo (>= 2) | libbar".
	Requirement string
	// Reasons say of each alternative why not.
	Reasons []string
}

func (e *UnmetError) Error() string {
	text := fmt.Sprintf("nothing meets %q", e.Requirement)
	if len(e.Chain) > 0 {
		text += ", wanted by " + strings.Join(e.Chain, " → ")
	}
	if len(e.Reasons) > 0 {
		text += ": " + strings.Join(e.Reasons, "; ")
	}
	return text
}

// FormatError says that a file is not what its format allows.
type FormatError struct {
	File   string // address or name
	Line   int    // counted from 1; 0 where lines do not count
	Reason string
}

func (e *FormatError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason)
	}
	return e.File + ": " + e.Reason
}

// HostileError says which entry of a .deb was refused.
type HostileError struct {
	Package string // "name version"
	Path    string // as the archive has it
	Reason  string
}

func (e *HostileError) Error() string {
	return fmt.Sprintf("%s: entry %q refused: %s", e.Package, e.Path, e.Reason)
}

// FileConflictError says that two packages have different files of one name and
// neither replaces the other.
type FileConflictError struct{ Path, First, Second string }

func (e *FileConflictError) Error() string {
	return fmt.Sprintf("%s and %s both have %s", e.First, e.Second, e.Path)
}

// TrainError says that packages of several oneAPI release trains were selected.
type TrainError struct {
	Train  string // that the definition names
	Strays []Stray
}

// Stray is a package of another release train.
type Stray struct{ Name, Version, Train string }

func (e *TrainError) Error() string {
	var strays []string
	for _, s := range e.Strays {
		strays = append(strays, fmt.Sprintf("%s %s (%s)", s.Name, s.Version, s.Train))
	}
	return fmt.Sprintf("not of the oneAPI release train %s: %s", e.Train, strings.Join(strays, ", "))
}

// ProofError says what of a lock the store cannot prove.
type ProofError struct {
	What   string // "g++ 4:12.2.0-3" or an address
	Reason string
	// Absent says that the store lacks it: nothing contradicts the lock.
	Absent bool
}

func (e *ProofError) Error() string { return e.What + ": " + e.Reason }
