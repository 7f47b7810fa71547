package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"path/filepath"
	"strings"
	"syscall"

	"cairn/builder"
	"cairn/builder/sandbox"
	"cairn/environments"
	"cairn/sources"
	"cairn/suites"
)

// The exit statuses (DESIGN, "Exit status and output").
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPatch       = 3
	exitLock        = 4
	exitQuality     = 5
	exitBlocked     = 6
	exitInterrupted = 130
)

// usageError is a command line that says something impossible.
type usageError struct{ message, hint string }

func (e usageError) Error() string { return e.message }

// statusError is a failure with a fixed exit status and the command that helps.
type statusError struct {
	status int
	err    error
	hint   string
}

func (e *statusError) Error() string { return e.err.Error() }
func (e *statusError) Unwrap() error { return e.err }

// hinted adds the command that helps to err, and keeps its exit status.
func hinted(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	status, _ := classify(err)
	return &statusError{status: status, err: err, hint: fmt.Sprintf(format, args...)}
}

// shown is an error whose text stands on stdout or stderr already: only its
// status is left to tell.
type shown struct {
	status int
	line   string // the closing line, without "cairn: error: "
	hint   string
}

func (e *shown) Error() string { return e.line }

// report prints err, if any, and returns the exit status.
func (s *session) report(ctx context.Context, err error) int {
	if err == nil {
		return exitDone
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		s.errorf("interrupted", s.resumption())
		return exitInterrupted
	}
	var program programExit
	if errors.As(err, &program) {
		return program.code
	}
	var faults *diagnosticsError
	if errors.As(err, &faults) {
		faults.write(s.stderr, s.width(), s.colour(s.stderr))
	}
	var ended *suites.ExitError
	if errors.As(err, &ended) {
		s.printEnded(ended)
	}
	var unloadable *environments.LoaderError
	if errors.As(err, &unloadable) {
		for _, fault := range unloadable.Faults()[1:] { // the closing line has the first
			fmt.Fprintf(s.stderr, "  %s\n", fault)
		}
	}
	status, hint := classify(err)
	line := err.Error()
	if status == exitBlocked && !strings.HasPrefix(line, "blocked") {
		line = "blocked: " + line
	}
	s.errorf(line, hint)
	return status
}

// resumption says how to go on after a command that was interrupted.
func (s *session) resumption() string {
	switch s.ran {
	case "test", "reproduce":
		return "run the same command again: what was built is kept, gates and measurements start anew"
	case "build", "image", "publish", "fetch", "lock", "plan", "run", "serve", "shell", "verify", "init", "export", "inspect",
		"cache push", "cache pull", "bundle export", "bundle import":
		return "run the same command again: what was finished is kept, in the store or where it was sent"
	case "rebase", "patch rebase":
		return "the same with --status says how far it came; --continue goes on from there, --abort gives it up"
	case "gc", "cache gc":
		return "run the same command again: what was removed is gone, all else is whole"
	}
	return "nothing was changed; run the same command again"
}

// printEnded shows the last words of a suite's program, and where all of them are.
func (s *session) printEnded(e *suites.ExitError) {
	for line := range strings.Lines(tailOf([]byte(e.Tail), endedTailLines)) {
		fmt.Fprintf(s.stderr, "  %s\n", strings.TrimRight(line, "\r\n"))
	}
	if e.Log != "" {
		fmt.Fprintf(s.stderr, "log   %s\n", tilde(e.Log))
	}
}

// endedTailLines are enough for a traceback's end.
const endedTailLines = 20

// errorf prints "cairn: error: …" and, where there is one, "cairn: hint: …".
func (s *session) errorf(line, hint string) {
	printError(s.stderr, line, s.runnable(hint))
}

func printError(w io.Writer, line, hint string) {
	// The rooms leave credentials out of what they say; what a person typed, or a library
	// quotes, passes here.
	fmt.Fprintf(w, "cairn: error: %s\n", sources.Redact(strings.TrimRight(line, "\n")))
	if hint != "" {
		fmt.Fprintf(w, "cairn: hint: %s\n", sources.Redact(hint))
	}
}

// classify picks the exit status of err and the hint that goes with it.
func classify(err error) (status int, hint string) {
	var (
		usage   usageError
		fixed   *statusError
		told    *shown
		series  *patchError
		refused *sandbox.RefusedError
		missing *builder.MissingProgramsError
		lacking *suites.BlockedError
		tooBig  *builder.TooLargeError
		noRoom  *builder.NoRoomError
		mirror  *sources.NoMirrorError
		lacks   *sources.MissingBlobError
		full    *sandbox.DiskError
		loader  *environments.LoaderError
	)
	switch {
	case errors.As(err, &usage):
		return exitUsage, usage.hint
	case errors.As(err, &fixed):
		return fixed.status, fixed.hint
	case errors.As(err, &told):
		return told.status, told.hint
	case errors.As(err, &series):
		return exitPatch, series.hint()
	case errors.As(err, &refused):
		return exitBlocked, `run "cairn doctor": it prints the two ways out`
	case errors.As(err, &missing):
		return exitBlocked, missing.Hint
	case errors.As(err, &tooBig):
		return exitBlocked, `memory = "…" in a build block says what one job needs; --memory says what a build may use here`
	case errors.As(err, &noRoom):
		return exitBlocked, fmt.Sprintf("end what uses the memory, or say with --memory %s that swapping is all right", gibCeiling(noRoom.NeedBytes))
	case errors.As(err, &full):
		return exitBlocked, `make room there (cairn gc, cairn du), or use another disk with --store; --keep-free SIZE says what a build leaves`
	case errors.As(err, &loader) && len(loader.Missing) > 0:
		return exitFailed, "environment.runtime, or a needed package, has to bring it; what a program does without is named in environment.optional_libraries"
	case errors.As(err, &mirror):
		return exitFailed, "--mirror PREFIX=URL puts URL in the place of PREFIX: file:///srv/mirror/ for https://github.com/ holds OWNER/NAME.git"
	case errors.As(err, &lacks):
		return exitFailed, fmt.Sprintf(`if the build can do without it, say so in the source block: exclude = ["%s"]`, strings.Join(lacks.Paths(), `", "`))
	case errors.As(err, &lacking):
		return exitBlocked, `run "cairn doctor" to see what this machine has`
	}
	if status, hint := wheelStatus(err); hint != "" {
		return status, hint
	}
	if status, hint = aptStatus(err); hint == "" {
		hint = systemHint(err)
	}
	return status, hint
}

// systemHint says what helps against what the system refuses; "" where nothing is known.
func systemHint(err error) string {
	var unreached *net.OpError
	var file *fs.PathError
	switch {
	case errors.As(err, &unreached):
		return "--mirror PREFIX=URL asks elsewhere, --offline takes only what the store has"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return `"cairn du" says what the store holds, "cairn gc" frees what nothing needs, --store DIR is another disk`
	case (errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)) && errors.As(err, &file):
		return fmt.Sprintf("%q says who may; --store DIR is another store", "ls -ld "+filepath.Dir(file.Path))
	}
	return ""
}

// gibCeiling is a size as --memory takes it, rounded up.
func gibCeiling(bytes int64) string { return fmt.Sprintf("%dGiB", (bytes+1<<30-1)>>30) }
