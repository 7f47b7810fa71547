package builder

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"cairn/builder/sandbox"
	"cairn/internal/lazyregexp"
)

// logFile is an action's log: everything goes to the file as it comes; lines are
// watched for progress and for the first real error.
type logFile struct {
	file *os.File
	path string

	mu          sync.Mutex
	err         error // the first write that went wrong
	size        int64 // in bytes, of what programs wrote
	part        []byte
	last        string
	done, total int
	tail        []string
	first       firstError
	downloads   downloadLog
	onLine      func(line string, done, total int)
}

// tailLines is how many of the log's last lines are shown with a failure.
const tailLines = 20

// longestLog bounds what a program can write to the disk by talking: no build that is
// read says so much. Lines are watched beyond it.
const longestLog = 256 << 20

// longLine is where a line without end is cut, for what watches lines, and watchedLine
// how much of each is looked at and shown: patterns take their time.
const (
	longLine    = 64 << 10
	watchedLine = 4 << 10
)

func (x *execution) openLog() (*logFile, error) {
	dir, err := x.opts.Store.Folder("logs")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, x.logName())
	// A log in use keeps its content: another reader may have it open.
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	l := &logFile{file: file, path: path}
	l.printf("# cairn log of %s\n# key %s\n", x.Name, x.Key)
	for _, in := range x.Inputs {
		if in.Name == "source" || in.Name == "toolchain" || in.Name == "isa" || strings.HasPrefix(in.Name, "dependency ") {
			l.printf("# %s %s\n", in.Name, in.Value)
		}
	}
	l.printf("# started %s, %d jobs\n", x.began.UTC().Format(time.RFC3339), x.jobs)
	return l, nil
}

func (l *logFile) printf(format string, args ...any) {
	if _, err := fmt.Fprintf(l.file, format, args...); err != nil && l.err == nil {
		l.err = err
	}
}

func (l *logFile) step(s step) {
	argv, err := json.Marshal(s.Argv)
	if err != nil {
		panic(err) // strings always marshal
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done, l.total = 0, 0
	l.printf("\n$ %s\n", argv)
}

func (l *logFile) end(state sandbox.State) {
	how := ""
	if state.OutOfMemory {
		how = ", memory was out"
	}
	l.printf("# exit status %d after %.1f s, %.1f s of CPU, largest process %d MiB%s\n",
		state.ExitCode, state.WallTime.Seconds(), state.CPU.Seconds(), state.PeakRSSBytes>>20, how)
}

func (l *logFile) close() error {
	if err := errors.Join(l.err, l.file.Close()); err != nil {
		return fmt.Errorf("write the log %s: %w", l.path, err)
	}
	return nil
}

// Write implements io.Writer. A log that cannot be written must not stop the
// program that writes it; close reports it.
func (l *logFile) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.put(p)
	l.part = append(l.part, p...)
	for {
		line, rest, ended := bytes.Cut(l.part, []byte("\n"))
		if !ended && len(l.part) < longLine {
			return len(p), nil
		}
		l.line(string(bytes.TrimRight(line, "\r")))
		l.part = rest
	}
}

// put writes as much as the log may take.
func (l *logFile) put(p []byte) {
	before := l.size
	l.size += int64(len(p))
	if before >= longestLog {
		return
	}
	if l.size < longestLog {
		if _, err := l.file.Write(p); err != nil && l.err == nil {
			l.err = err
		}
		return
	}
	l.printf("%s\n# the log is longer than %d MiB: the rest is not kept\n", p[:longestLog-before], longestLog>>20)
}

// flush treats an unfinished last line as a line.
func (l *logFile) flush() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.part) > 0 {
		l.line(string(l.part))
		l.part = nil
		l.printf("\n")
	}
}

// locked calls f with what is known of the progress.
func (l *logFile) locked(f func(done, total int, line string)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f(l.done, l.total, l.last)
}

func (l *logFile) line(line string) {
	line = line[:min(len(line), watchedLine)]
	if strings.TrimSpace(line) == "" {
		l.first.add(line)
		return
	}
	l.last = line
	l.tail = append(l.tail, line)
	if len(l.tail) > tailLines {
		l.tail = l.tail[1:]
	}
	l.first.add(line)
	l.downloads.add(line)
	if done, total, ok := progress(line); ok && done*max(l.total, 1) >= l.done*total {
		l.done, l.total = done, total
	}
	if l.onLine != nil {
		l.onLine(line, l.done, l.total)
	}
}

var (
	ninjaProgress = lazyregexp.New(`^\[(\d+)/(\d+)\] `)
	makeProgress  = lazyregexp.New(`^\[ *(\d+)%\] `)
)

// progress reads the counters of ninja ("[3/31] ") and of CMake's makefiles ("[ 42%] ").
func progress(line string) (done, total int, ok bool) {
	if m := ninjaProgress.FindStringSubmatch(line); m != nil {
		done, errDone := strconv.Atoi(m[1])
		total, errTotal := strconv.Atoi(m[2])
		return done, total, errDone == nil && errTotal == nil && done <= total
	}
	if m := makeProgress.FindStringSubmatch(line); m != nil {
		done, err := strconv.Atoi(m[1])
		return done, 100, err == nil && done <= 100
	}
	return 0, 0, false
}
