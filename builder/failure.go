package builder

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/internal/lazyregexp"
)

// ActionError says that an action ran and failed.
type ActionError struct {
	Action   string
	Step     []string // the argv that failed
	ExitCode int
	// OutOfMemory says that the kernel killed a process of it, because all together had
	// reached what the machine, or a control group of the caller's, has for a build.
	OutOfMemory bool
	// FirstError are the first lines of the log that say what went wrong; never empty
	// if the log has a line.
	FirstError []string
	Tail       []string // the log's last lines
	// Download is what the build tried to fetch, nil if nothing: there is no network.
	Download *Download
	LogPath  string
	// TreePath is the kept build folder, for Shell; empty if it could not be kept.
	TreePath string
}

func (e *ActionError) Error() string {
	if e.OutOfMemory {
		return fmt.Sprintf("%s: %q was out of memory", e.Action, e.Step[0])
	}
	if e.ExitCode > 128 && e.ExitCode < 192 {
		return fmt.Sprintf("%s: %q was ended by signal %d", e.Action, e.Step[0], e.ExitCode-128)
	}
	return fmt.Sprintf("%s: %q ended with status %d", e.Action, e.Step[0], e.ExitCode)
}

// failure keeps the tree and says what is known.
func (x *execution) failure(s step, state sandbox.State) error {
	e := &ActionError{Action: x.Name, Step: s.Argv, ExitCode: state.ExitCode, OutOfMemory: state.OutOfMemory, LogPath: x.log.path, Tail: slices.Clone(x.log.tail)}
	e.FirstError, e.Download = x.log.first.lines, x.log.downloads.found
	if len(e.FirstError) == 0 && len(e.Tail) > 0 {
		e.FirstError = e.Tail[len(e.Tail)-1:]
	}
	kept, err := x.keepFailed()
	if err != nil {
		return errors.Join(e, fmt.Errorf("keep the failed tree: %w", err))
	}
	e.TreePath = kept
	return e
}

// keepFailed moves the build folder to failed/, in place of an earlier one.
func (x *execution) keepFailed() (string, error) {
	if _, err := x.opts.Store.Folder("failed"); err != nil {
		return "", err
	}
	unlock, err := x.opts.Store.Lock(context.Background(), "failed-"+x.Name)
	if err != nil {
		return "", err
	}
	defer unlock()
	path, _ := Failed(x.opts.Store, x.Name)
	if err := store.RemoveAll(path); err != nil {
		return "", err
	}
	return path, os.Rename(x.dir, path)
}

// forgetFailed removes what an earlier failure left, now that it is mended.
func (x *execution) forgetFailed() error {
	path, ok := Failed(x.opts.Store, x.Name)
	if !ok {
		return nil
	}
	unlock, err := x.opts.Store.Lock(context.Background(), "failed-"+x.Name)
	if err != nil {
		return err
	}
	defer unlock()
	return store.RemoveAll(path)
}

// Failed returns the folder that the last failure of an action left: "build" in it
// is /build, "out" is /out.
func Failed(st *store.Store, action string) (path string, ok bool) {
	path = filepath.Join(st.Dir(), "failed", url.PathEscape(action))
	_, err := os.Stat(path)
	return path, !errors.Is(err, fs.ErrNotExist)
}

// firstError picks the lines of a log that a person wants to see first.
type firstError struct {
	lines []string
	// more says how many following lines belong to it, as long as they are indented
	// or, in a traceback, until the line that says what happened.
	more      int
	traceback bool
}

var errorPatterns = []*lazyregexp.Regexp{
	lazyregexp.New(`^[^\s:][^:]*:\d+(:\d+)?: (fatal )?error: `), // GCC, Clang
	lazyregexp.New(`^(\S+: )?(fatal )?error: `),                 // drivers, linkers, cargo
	lazyregexp.New(`^CMake Error`),                              // cmake
	lazyregexp.New(`(^|/|\.)ld(\.\w+)?: .*(undefined reference|cannot find|error|multiple definition|No such)`), // GNU ld, gold, lld
	lazyregexp.New(`: undefined reference to `),
	lazyregexp.New(`^ninja: (error|fatal): `),
	lazyregexp.New(`^g?make(\[\d+\])?: \*\*\* `),
	lazyregexp.New(`^(/\S+/)?(ba|da)?sh: (\d+|line \d+): `), // a command that is not there
	lazyregexp.New(`^(cp|mv|ln|rm|mkdir|install|tar|cat|cd|touch): `),
	lazyregexp.New(`(?i)\b(fatal|error): `),
}

const refusedMark = "cairn: refused: "

func (f *firstError) add(line string) {
	switch {
	case strings.Contains(line, refusedMark):
		// Ours, wherever a build system quotes it: nothing else matters.
		if len(f.lines) != 1 || !strings.HasPrefix(f.lines[0], refusedMark) {
			f.lines = []string{line[strings.Index(line, refusedMark):]}
		}
		f.more, f.traceback = 0, false
	case f.traceback:
		if line != "" && line[0] != ' ' {
			f.lines, f.traceback = []string{line}, false
		}
	case f.more > 0:
		f.more--
		if strings.HasPrefix(line, " ") || strings.TrimSpace(line) == "" && strings.HasPrefix(f.lines[0], "CMake Error") {
			if strings.TrimSpace(line) != "" {
				f.lines = append(f.lines, line)
			}
		} else {
			f.more = 0
		}
	case len(f.lines) > 0, strings.Contains(line, ": warning: "), strings.Contains(line, ": note: "):
	case strings.HasPrefix(line, "Traceback (most recent call last)"):
		f.traceback = true
	default:
		for _, pattern := range errorPatterns {
			if pattern.MatchString(line) {
				f.lines, f.more = []string{line}, 4
				return
			}
		}
	}
}
