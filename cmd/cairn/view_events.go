package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"cairn/builder"
	"cairn/builder/apt"
	"cairn/sources"
	"cairn/suites"
)

// progressEvent is one line of --progress json.
type progressEvent struct {
	Time string `json:"time"` // RFC 3339, UTC
	// Event is "started", "progress", "finished" or "note".
	Event string `json:"event"`
	Name  string `json:"name,omitempty"`
	// Done and Total count what the work counts: steps, bytes, packages.
	Done        int64   `json:"done,omitempty"`
	Total       int64   `json:"total,omitempty"`
	MemoryBytes int64   `json:"memory_bytes,omitempty"`
	Elapsed     float64 `json:"elapsed_s,omitempty"`
	Expected    float64 `json:"expected_s,omitempty"` // by the last record
	Line        string  `json:"line,omitempty"`       // the log's last, or what is said at the end
}

// emit prints an event.
func (v *view) emit(e progressEvent) {
	e.Time = time.Now().UTC().Format(time.RFC3339Nano)
	text, err := json.Marshal(e)
	if err != nil {
		panic(err) // numbers and texts always marshal
	}
	fmt.Fprintf(v.session.stderr, "%s\n", text)
}

// set says how far the running thing called name is.
func (v *view) set(name string, expected time.Duration, done, total, memoryBytes int64, last string) {
	l := v.line(name, expected)
	if l.set(done, total, memoryBytes, last) && v.mode == viewJSON {
		v.mu.Lock()
		defer v.mu.Unlock()
		v.emit(l.event("progress", name, ""))
	}
}

// source shows a fetch or a copy from a mirror.
func (v *view) source(e sources.Event) {
	name := fmt.Sprintf("%s %s %s", e.Phase, e.Upstream, e.Revision.Short())
	if e.Finished {
		v.finish(name, "")
		return
	}
	if e.Phase == sources.Fetching { // of how much is not known
		came := "asked, nothing came yet"
		if e.Done > 0 {
			came = fmt.Sprintf("%.1f MB", float64(e.Done)/1e6)
		}
		v.set(name, 0, e.Done, 0, 0, came)
		return
	}
	v.set(name, 0, e.Done, e.Total, 0, "")
}

// archive shows what becomes of a closure's packages.
func (v *view) archive(e apt.Event) {
	switch e.Kind {
	case apt.Downloaded, apt.Unpacked:
		name := string(e.Kind) + " packages"
		v.set(name, 0, int64(e.Done), int64(e.Total), 0, e.Name)
		if e.Done == e.Total {
			v.finish(name, plural(e.Total, "package", "packages"))
		}
	case apt.Retried:
		v.note(fmt.Sprintf("again: %s (%v)", e.Name, e.Err))
	}
}

// build shows an action.
func (v *view) build(e builder.Event) {
	name := e.Action.Build
	switch e.Kind {
	case builder.Started:
		v.line(name, e.Expected)
	case builder.Waiting:
		v.set(name, 0, 0, 0, 0, e.Line)
	case builder.Progress:
		v.set(name, e.Expected, int64(e.Done), int64(e.Total), e.MemoryBytes, e.Line)
	case builder.Finished:
		v.planFinished(e.Action.Name)
		text := fmt.Sprintf("done in %s", e.Elapsed.Round(100*time.Millisecond))
		switch {
		case errors.Is(e.Err, context.Canceled):
			text = "stopped after " + e.Elapsed.Round(100*time.Millisecond).String()
		case e.Err != nil:
			text = "failed after " + e.Elapsed.Round(100*time.Millisecond).String()
		case e.Cached:
			text = "up to date"
		}
		v.finish(name, text)
		v.mu.Lock()
		v.compiled[name], v.traces[name] = e.Compiled, e.Traces
		v.mu.Unlock()
	}
}

// suite shows a gate or a sample, and what its program says.
func (v *view) suite(e suites.Event) {
	text, running := describeSuiteEvent(e)
	switch {
	case e.Kind == suites.Wrote:
		v.set(text, 0, 0, 0, 0, e.Line)
	case running:
		if e.Kind == suites.GateStarted && v.runs("suite "+e.Suite.Name) {
			v.finish("suite "+e.Suite.Name, "") // its service has come up
		}
		v.line(text, 0)
	default:
		v.finish(text, "")
	}
}

// runs says whether the thing called name is shown.
func (v *view) runs(name string) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.lines[name] != nil
}
