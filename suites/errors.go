package suites

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"cairn/digest"
)

// QualityError says that a gate did not hold. cmd/cairn maps it to exit status 5.
type QualityError struct {
	Suite, Gate string
	// Repeat is the process that failed, counted from 1.
	Repeat int
	// Reasons are all rules that did not hold; at least one.
	Reasons []string
	// Err is set where the program itself failed: *ExitError, *OutputError or
	// *TimeoutError.
	Err error
}

func (e *QualityError) Error() string {
	return fmt.Sprintf("gate %s/%s, run %d: %s", e.Suite, e.Gate, e.Repeat, strings.Join(e.Reasons, "; "))
}

// Unwrap returns the program's own failure, or nil.
func (e *QualityError) Unwrap() error { return e.Err }

// BlockedError says what suites need and this machine lacks. cmd/cairn maps it to
// exit status 6.
type BlockedError struct{ Suites []Blocked }

// Blocked is one suite that could not run.
type Blocked struct {
	Suite string `json:"suite"`
	// Reasons are whole lines: what is needed, then what is here.
	Reasons []string `json:"reasons"`
}

func (e *BlockedError) Error() string {
	var lines []string
	for _, b := range e.Suites {
		lines = append(lines, fmt.Sprintf("suite %s %s", b.Suite, strings.Join(b.Reasons, "; ")))
	}
	return "blocked: " + strings.Join(lines, "; ")
}

// ModelError says that a model file is not the one that the definition means.
type ModelError struct {
	Model, Path           string
	WantSize, GotSize     int64 // in bytes; the digests are unset where sizes differ
	WantSHA256, GotSHA256 digest.Digest
}

func (e *ModelError) Error() string {
	// The base name alone: the text goes into records, which hold no path of the host.
	file := filepath.Base(e.Path)
	if e.WantSize != e.GotSize {
		return fmt.Sprintf("model %s: %s has %d bytes, the definition says %d", e.Model, file, e.GotSize, e.WantSize)
	}
	return fmt.Sprintf("model %s: %s is %s, the definition says %s", e.Model, file, e.GotSHA256, e.WantSHA256)
}

// ExitError says that a suite's program ended with a status other than 0.
type ExitError struct {
	Program string
	Code    int
	// OutOfMemory is sandbox.State's: the kernel killed a process of it.
	OutOfMemory bool
	// Tail is the end of what it wrote to standard error, at most 4 KiB.
	Tail string
	// Log is the file of Request.Logs with all that it wrote; "" where none is kept.
	Log string
}

func (e *ExitError) Error() string {
	text := fmt.Sprintf("%s %s", e.Program, endedAs(e.Code, e.OutOfMemory))
	if line := lastLine(e.Tail); line != "" {
		text += ": " + line
	}
	return text
}

// endedAs says how a program ended, after its name.
func endedAs(code int, outOfMemory bool) string {
	if outOfMemory {
		return fmt.Sprintf("ended with status %d because memory was out", code)
	}
	return fmt.Sprintf("ended with status %d", code)
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

// TimeoutError says that a suite's program was ended because it took too long.
type TimeoutError struct {
	Program string
	Limit   time.Duration
}

func (e *TimeoutError) Error() string {
	return fmt.Sprintf("%s took longer than %s and was ended", e.Program, e.Limit)
}

// OutputError says that a suite's program printed what cannot be read.
type OutputError struct {
	Program string
	Field   string // of its JSON; empty where the whole is at fault
	Problem string
	// Head is the beginning of what it printed, at most 64 bytes.
	Head []byte
}

func (e *OutputError) Error() string {
	field := "its output"
	if e.Field != "" {
		field = fmt.Sprintf("field %q", e.Field)
	}
	return fmt.Sprintf("%s: %s %s; it printed %q", e.Program, field, e.Problem, e.Head)
}
