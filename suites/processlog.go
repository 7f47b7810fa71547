package suites

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// maxLogBytes bounds the log of one process.
const maxLogBytes = 8 << 20

// processLog is what one process writes, for Request.Logs, written as it comes: of a
// process that hangs, the file says where. Its last line is told as an event. Its
// methods belong to one goroutine at a time.
type processLog struct {
	path string // "" keeps nothing
	file *os.File
	left int   // bytes that it may still have
	err  error // the first write that went wrong: that must not stop the program

	part []byte // a line without end, as far as it is told
	told time.Time
	tell func(line string)
}

// logFor names the log of the run's next process; its file is made with the first
// byte.
func (r *run) logFor(suite, program string) *processLog {
	l := &processLog{left: maxLogBytes, tell: r.wrote}
	if r.Logs != "" {
		r.logged++
		l.path = filepath.Join(r.Logs, fmt.Sprintf("%03d-%s-%s.log", r.logged, suite, filepath.Base(program)))
	}
	return l
}

// Write never fails; close says what went wrong.
func (l *processLog) Write(p []byte) (int, error) {
	l.keep(p[:min(len(p), l.left)])
	l.say(p)
	return len(p), nil
}

func (l *processLog) keep(p []byte) {
	if l.path == "" || len(p) == 0 || l.err != nil {
		return
	}
	if l.file == nil {
		if l.file, l.err = os.OpenFile(l.path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644); l.err != nil {
			return
		}
	}
	n, err := l.file.Write(p)
	l.left -= n
	l.err = err
}

// tellEvery bounds how often a program's lines are told while it is measured.
const tellEvery = 200 * time.Millisecond

// say tells the last whole line. A bar that is drawn again and again ends its lines
// with a carriage return.
func (l *processLog) say(p []byte) {
	l.part = append(l.part, p...)
	end := bytes.LastIndexAny(l.part, "\r\n")
	if end < 0 {
		l.part = l.part[max(0, len(l.part)-maxLogLineBytes):]
		return
	}
	whole := bytes.TrimRight(l.part[:end], "\r\n \t")
	line := whole[bytes.LastIndexAny(whole, "\r\n")+1:]
	if text := strings.ToValidUTF8(string(line[:min(len(line), maxLogLineBytes)]), "\uFFFD"); text != "" && time.Since(l.told) >= tellEvery {
		l.told = time.Now()
		l.tell(text)
	}
	l.part = append(l.part[:0], l.part[end+1:]...)
}

func (l *processLog) close() error {
	if l.file == nil {
		return l.err
	}
	return errors.Join(l.err, l.file.Close())
}
