package main

import (
	"fmt"
	"sync"
	"time"

	"cairn/builder"
	"cairn/builder/apt"
	"cairn/sources"
	"cairn/suites"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// view shows running work on stderr: bars on a terminal, a line per event
// elsewhere, nothing with --progress none. It is safe for concurrent use; its
// callers only report, and the library's ticker draws.
type view struct {
	session *session
	mode    viewMode

	mu    sync.Mutex
	draw  *mpb.Progress // nil until the first bar, and after close
	lines map[string]*line
	steps map[string]int // the build system's count of steps, of finished actions
}

type viewMode int

const (
	viewNone viewMode = iota
	viewPlain
	viewLive
)

// line is one running thing.
type line struct {
	bar         *mpb.Bar
	mu          sync.Mutex
	started     time.Time
	done, total int64
	memoryBytes int64
	last        string
	expected    time.Duration
}

func (s *session) newView() *view {
	v := &view{session: s, lines: map[string]*line{}, steps: map[string]int{}}
	switch {
	case s.progress == "none" || s.json:
	case s.progress == "auto" && isTerminal(s.stderr):
		v.mode = viewLive
	default:
		v.mode = viewPlain
	}
	return v
}

// close waits for the last drawing; later events start a new one.
func (v *view) close() { v.pause() }

// pause takes the live lines off the terminal, so that a result can be printed.
func (v *view) pause() {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, l := range v.lines {
		if l.bar != nil {
			l.bar.Abort(true)
		}
	}
	if v.draw != nil {
		v.draw.Wait()
	}
	v.draw, v.lines = nil, map[string]*line{}
}

// source shows a fetch or a copy from a mirror.
func (v *view) source(e sources.Event) {
	name := fmt.Sprintf("%s %s %s", e.Phase, e.Upstream, e.Revision.Short())
	if e.Finished {
		v.finish(name, "")
		return
	}
	l := v.line(name, 0)
	l.set(e.Done, e.Total, 0, "")
}

// archive shows what becomes of a closure's packages.
func (v *view) archive(e apt.Event) {
	switch e.Kind {
	case apt.Downloaded, apt.Unpacked:
		name := string(e.Kind) + " packages"
		v.line(name, 0).set(int64(e.Done), int64(e.Total), 0, e.Name)
		if e.Done == e.Total {
			v.finish(name, plural(e.Total, "package", "packages"))
		}
	case apt.Retried:
		v.note(fmt.Sprintf("again: %s (%v)", e.Name, e.Err))
	}
}

// note says something that passes, where lines are plain.
func (v *view) note(text string) {
	if v.mode == viewPlain {
		fmt.Fprintln(v.session.stderr, text)
	}
}

// build shows an action.
func (v *view) build(e builder.Event) {
	name := e.Action.Build
	switch e.Kind {
	case builder.Started:
		v.line(name, e.Expected)
	case builder.Waiting:
		v.line(name, 0).set(0, 0, 0, e.Line)
	case builder.Progress:
		v.line(name, e.Expected).set(int64(e.Done), int64(e.Total), e.MemoryBytes, e.Line)
	case builder.Finished:
		text := fmt.Sprintf("done in %s", e.Elapsed.Round(100*time.Millisecond))
		switch {
		case e.Err != nil:
			text = "failed after " + e.Elapsed.Round(100*time.Millisecond).String()
		case e.Cached:
			text = "up to date"
		}
		v.finish(name, text)
	}
}

// suite shows a gate or a sample.
func (v *view) suite(e suites.Event) {
	if text, running := describeSuiteEvent(e); running {
		v.line(text, 0)
	} else {
		v.finish(text, "")
	}
}

// line returns the running thing called name, starting it if it is new.
func (v *view) line(name string, expected time.Duration) *line {
	v.mu.Lock()
	defer v.mu.Unlock()
	if l := v.lines[name]; l != nil {
		return l
	}
	l := &line{started: time.Now(), expected: expected}
	v.lines[name] = l
	switch v.mode {
	case viewPlain:
		fmt.Fprintf(v.session.stderr, "%s …\n", name)
	case viewLive:
		if v.draw == nil {
			v.draw = mpb.New(mpb.WithOutput(v.session.stderr), mpb.WithWidth(20), mpb.WithRefreshRate(120*time.Millisecond))
		}
		room := v.session.width() - 20 - len(name) - 30
		l.bar = v.draw.AddBar(0,
			mpb.BarRemoveOnComplete(),
			mpb.PrependDecorators(decor.Name(name+" ")),
			mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return l.text(room) })),
		)
	}
	return l
}

// finish ends the running thing called name. text is said where lines are plain.
func (v *view) finish(name, text string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	l := v.lines[name]
	delete(v.lines, name)
	if l != nil {
		v.steps[name] = int(l.total)
	}
	if l != nil && l.bar != nil {
		l.bar.Abort(true)
	}
	if v.mode == viewPlain && text != "" {
		fmt.Fprintf(v.session.stderr, "%s %s\n", name, text)
	}
}

func (l *line) set(done, total, memoryBytes int64, last string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	// What is done never goes back.
	l.done, l.total, l.memoryBytes = max(l.done, done), max(l.total, total), memoryBytes
	if last != "" {
		l.last = last
	}
	if l.bar != nil && l.total > 0 {
		l.bar.SetTotal(l.total+1, false) // never complete by counting: finish ends it
		l.bar.SetCurrent(l.done)
	}
}

// text is what stands behind a bar: count, time, memory and the last log line.
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
	if last := []rune(l.last); len(last) > 0 && room > 20 {
		text += "  " + string(last[:min(len(last), room)])
	}
	return text
}
