package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"cairn/builder"
	"cairn/sources"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// view shows running work on stderr: bars on a terminal, a line per event
// elsewhere, an object per event with --progress json, nothing with --progress none. It is safe for concurrent use; its
// callers only report, and the library's ticker draws.
type view struct {
	session *session
	mode    viewMode
	size    func() (columns, lines int) // of the terminal

	mu    sync.Mutex
	draw  *mpb.Progress // nil until the first bar, and after close
	all   *mpb.Bar      // what is done of the whole plan, under the others
	lines map[string]*line
	steps map[string]int // the build system's count of steps, of finished actions
	plan  *planned       // nil where nothing is planned
	// compiled is what ccache had of finished actions.
	compiled map[string]builder.Compiled
	// traces are what outputs tell of their builds.
	traces map[string][]builder.Leak
}

// barColumns is how wide a bar is; what a terminal has beyond is for words.
const barColumns = 20

type viewMode int

const (
	viewNone viewMode = iota
	viewPlain
	viewLive
	viewJSON
)

func (s *session) newView() *view {
	v := &view{session: s, size: terminalSize(s.stderr), lines: map[string]*line{}, steps: map[string]int{}, compiled: map[string]builder.Compiled{}, traces: map[string][]builder.Leak{}}
	switch {
	case s.progress == "json":
		v.mode = viewJSON
	case s.progress == "none" || s.json:
	case s.progress == "auto" && isTerminal(s.stderr) && os.Getenv("TERM") != "dumb":
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
	if v.all != nil {
		v.all.Abort(true)
	}
	if v.draw != nil {
		v.draw.Wait()
	}
	v.draw, v.all, v.lines = nil, nil, map[string]*line{}
}

// note says something that passes, where lines are plain.
func (v *view) note(text string) {
	text = sources.Redact(text)
	switch v.mode {
	case viewPlain:
		fmt.Fprintln(v.session.stderr, text)
	case viewJSON:
		v.emit(progressEvent{Event: "note", Line: text})
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
	case viewJSON:
		v.emit(progressEvent{Event: "started", Name: name, Expected: expected.Seconds()})
	case viewPlain:
		fmt.Fprintf(v.session.stderr, "%s …\n", name)
	case viewLive:
		if v.draw == nil {
			v.draw = mpb.New(mpb.WithOutput(&frames{out: v.session.stderr, size: v.size}), mpb.WithAutoRefresh(), mpb.WithWidth(frameWidth), mpb.WithRefreshRate(120*time.Millisecond))
			v.drawPlan()
		}
		l.bar = v.draw.AddBar(0,
			mpb.BarRemoveOnComplete(),
			mpb.BarWidth(barColumns),
			mpb.PrependDecorators(decor.Name(name+" ", decor.WCSyncWidthR)),
			mpb.AppendDecorators(decor.Any(func(st decor.Statistics) string {
				columns, _ := v.size()
				return l.text(columns - (frameWidth - st.AvailableWidth) - barColumns - 4)
			})),
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
	switch {
	case v.mode == viewPlain && text != "":
		fmt.Fprintf(v.session.stderr, "%s %s\n", name, text)
	case v.mode == viewJSON:
		v.emit(l.event("finished", name, text))
	}
}
