package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"cairn/builder"

	"github.com/vbauerster/mpb/v8"
)

func TestPlanSaysWhatIsLeftOnlyByRecords(t *testing.T) {
	t.Parallel()
	start := time.Now()
	left := func(unknown int, seconds ...int) *planned {
		p := &planned{started: start, total: len(seconds) + 1, done: 1, unknown: unknown, left: map[string]time.Duration{}}
		for i, n := range seconds {
			p.left[string(rune('a'+i))] = time.Duration(n) * time.Second
		}
		return p
	}
	for _, test := range []struct {
		plan *planned
		want string
	}{
		{left(0, 40, 80), "1 of 3 actions done in 5s, 1m20s to 2m0s for what is left by the last records"},
		{left(0, 40), "1 of 2 actions done in 5s, 40s for what is left by the last record"},
		{left(1, 40, 0), "1 of 3 actions done in 5s"},
		{left(0), "1 of 1 action done in 5s"},
	} {
		if got := test.plan.text(start.Add(5 * time.Second)); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// A bar waits for its own drawing, and the drawing asks the line for its text: who
// reports must not hold what that needs.
func TestReportsAndDrawingDoNotWaitForEachOther(t *testing.T) {
	t.Parallel()
	v := (&session{stderr: io.Discard}).newView()
	v.mode = viewLive
	v.draw = mpb.New(mpb.WithOutput(io.Discard), mpb.WithAutoRefresh(), mpb.WithRefreshRate(100*time.Microsecond))
	done := make(chan struct{})
	go func() {
		defer close(done)
		var reporters sync.WaitGroup
		for range 4 {
			reporters.Go(func() {
				for i := range int64(5000) {
					v.set("unpack packages", 0, i, 5000, 0, "cpp-12")
				}
			})
		}
		reporters.Wait()
		v.close()
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("reports wait for the drawing, and the drawing for them")
	}
}

func TestProgressAsJSON(t *testing.T) {
	t.Parallel()
	var stderr bytes.Buffer
	s := &session{stderr: &stderr, progress: "json"}
	v := s.newView()
	action := &builder.Action{Name: "made/one.cmake", Build: "one"}
	v.build(builder.Event{Kind: builder.Started, Action: action, Expected: 2 * time.Second})
	v.build(builder.Event{Kind: builder.Progress, Action: action, Done: 1, Total: 3, MemoryBytes: 5, Line: "cc one.c"})
	v.build(builder.Event{Kind: builder.Progress, Action: action, Done: 2, Total: 3, Line: "cc two.c"}) // at once: not worth a line
	v.build(builder.Event{Kind: builder.Finished, Action: action, Elapsed: time.Second})
	v.close()
	var kinds []string
	for line := range strings.Lines(stderr.String()) {
		var e progressEvent
		if err := json.Unmarshal([]byte(line), &e); err != nil || e.Name != "one" || e.Time == "" {
			t.Fatalf("%q: %v", line, err)
		}
		kinds = append(kinds, e.Event)
		if e.Event == "progress" && (e.Done != 1 || e.Total != 3 || e.Line != "cc one.c" || e.MemoryBytes != 5) {
			t.Errorf("got %+v", e)
		}
		if e.Event == "finished" && (e.Done != 2 || e.Line != "done in 1s") {
			t.Errorf("got %+v", e)
		}
	}
	if got := strings.Join(kinds, " "); got != "started progress finished" {
		t.Errorf("got %s", got)
	}
}

// What stands behind a bar fits the terminal, and the last log line gets what is left.
func TestLineFillsItsRoom(t *testing.T) {
	t.Parallel()
	l := &line{started: time.Now(), done: 3, total: 300, memoryBytes: 5 << 20, last: "compiling a file with ä long name"}
	for room, want := range map[int]string{
		20:  " 3/300 0s 5 MiB",
		30:  " 3/300 0s 5 MiB  compiling a …",
		200: " 3/300 0s 5 MiB  compiling a file with ä long name",
	} {
		if got := l.text(room); got != want {
			t.Errorf("in %d columns got %q, want %q", room, got, want)
		}
	}
}
