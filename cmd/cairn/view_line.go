package main

import (
	"fmt"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
)

// line is one running thing.
type line struct {
	bar *mpb.Bar
	// drawing is held while the bar is told something, mu never: the bar waits for its own
	// drawing, which asks for text.
	drawing     sync.Mutex
	mu          sync.Mutex
	started     time.Time
	said        time.Time // when --progress json told it last
	done, total int64
	memoryBytes int64
	last        string
	expected    time.Duration
}

// sayEvery is how often a running thing is worth an event of --progress json.
const sayEvery = time.Second

// set notes how far it is, and reports whether it is time to say so again.
func (l *line) set(done, total, memoryBytes int64, last string) bool {
	l.drawing.Lock()
	defer l.drawing.Unlock()
	done, total, due := l.note(done, total, memoryBytes, last)
	if l.bar != nil && total > 0 {
		l.bar.SetTotal(total+1, false) // never complete by counting: finish ends it
		l.bar.SetCurrent(done)
	}
	return due
}

func (l *line) note(done, total, memoryBytes int64, last string) (int64, int64, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	// What is done never goes back.
	l.done, l.total, l.memoryBytes = max(l.done, done), max(l.total, total), memoryBytes
	if last != "" {
		l.last = last
	}
	now := time.Now()
	due := now.Sub(l.said) >= sayEvery
	if due {
		l.said = now
	}
	return l.done, l.total, due
}

// event is the line as one of --progress json; l may be nil.
func (l *line) event(kind, name, text string) progressEvent {
	e := progressEvent{Event: kind, Name: name, Line: text}
	if l == nil {
		return e
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	e.Done, e.Total, e.MemoryBytes = l.done, l.total, l.memoryBytes
	e.Elapsed, e.Expected = time.Since(l.started).Seconds(), l.expected.Seconds()
	if e.Line == "" {
		e.Line = l.last
	}
	return e
}

// text is what stands behind a bar: count, time, memory and of the last log line what fits
// into so many columns with them.
func (l *line) text(room int) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	text := ""
	if l.total > 0 {
		text = fmt.Sprintf(" %d/%d", l.done, l.total)
	}
	elapsed := time.Since(l.started).Round(time.Second)
	text += " " + elapsed.String()
	if l.expected > 0 {
		text += fmt.Sprintf(" of ~%s", l.expected.Round(time.Second))
	}
	if l.memoryBytes > 0 {
		text += fmt.Sprintf(" %d MiB", l.memoryBytes>>20)
	}
	last, left := []rune(l.last), room-len([]rune(text))-2
	if len(last) > left && left >= 10 {
		last = append(last[:left-1:left-1], '…')
	}
	if len(last) > 0 && len(last) <= left {
		text += "  " + string(last)
	}
	return text
}
