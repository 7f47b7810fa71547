package registry

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// What a registry says reaches a terminal: in one line, and it moves no cursor there.
func TestWhatARegistrySaysIsOneLine(t *testing.T) {
	t.Parallel()
	f := newFaulty(t)
	f.fail("GET", "/manifests/", 1, func(_ *faulty, w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(403)
		_, _ = io.WriteString(w, `{"errors":[{"code":"DENIED","message":"no\u001b[2J\n\u007f`+strings.Repeat("é", 400)+`"}]}`)
	})
	_, _, err := f.repository(t, Options{}).Manifest(t.Context(), "v1")
	if err == nil || !strings.Contains(err.Error(), "403 Forbidden: DENIED: no [2J") {
		t.Fatalf("got %v", err)
	}
	if text := err.Error(); strings.ContainsAny(text, "\x1b\n\x7f") || !utf8.ValidString(text) || len(text) > 500 {
		t.Errorf("got %q", text)
	}
}

// A registry says how long it wants to be left alone: that long it is, unless nobody
// waits so long.
func TestRegistryThatSaysWhenToComeAgain(t *testing.T) {
	t.Parallel()
	for after, want := range map[string]time.Duration{"1": time.Second, "600": 0} {
		f := newFaulty(t)
		f.fail("GET", "/manifests/", 1, answer(429, "Retry-After", after))
		var waits []time.Duration
		patience := Patience{Attempts: 3, FirstWait: time.Millisecond, LongestWait: 10 * time.Second}
		r := f.repository(t, Options{Patience: patience, Events: func(e Event) { waits = append(waits, e.Wait) }})
		_, _, err := r.Manifest(t.Context(), "v1")
		status := 404 // of the second try
		if want == 0 {
			status = 429
		}
		refused := new(Error)
		if !errors.As(err, &refused) || refused.Status != status || want == 0 && len(waits) > 0 || want > 0 && !slices.Equal(waits, []time.Duration{want}) {
			t.Errorf("Retry-After: %s: waited %v; got %v", after, waits, err)
		}
	}
}

// Two that upload one blob at a time make some registries forget it for a moment; a blob
// that stays unknown is an error all the same.
func TestManifestWhoseBlobIsForgotten(t *testing.T) {
	t.Parallel()
	for times, passes := range map[int]bool{2: true, 3: false} {
		f := newFaulty(t)
		f.fail("PUT", "/manifests/", times, func(_ *faulty, w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(400)
			_, _ = io.WriteString(w, `{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN","message":"blob unknown to registry"}]}`)
		})
		var events int
		r := f.repository(t, Options{Patience: Patience{Attempts: 3, FirstWait: time.Millisecond, LongestWait: time.Second}, Events: func(Event) { events++ }})
		_, sent, err := r.PushArtifact(t.Context(), "v1", Artifact{Type: "application/x", Blobs: []ArtifactBlob{{MediaType: "text/plain", Content: []byte("x")}}}, nil)
		if events != 2 || passes && (err != nil || sent.Manifests != 1) || !passes && (err == nil || !strings.Contains(err.Error(), "MANIFEST_BLOB_UNKNOWN")) {
			t.Errorf("unknown %d times: %d events, sent %+v, %v", times, events, sent, err)
		}
	}
}

func TestWaitsGrowToTheLongest(t *testing.T) {
	t.Parallel()
	p := Patience{FirstWait: time.Second, LongestWait: 3 * time.Second}
	for attempt, want := range map[int]time.Duration{1: time.Second, 2: 2 * time.Second, 3: 3 * time.Second, 4: 3 * time.Second, 100: 3 * time.Second} {
		for range 100 { // a part of it is chance
			if got := p.wait(attempt); got > want || got < want*4/5 {
				t.Fatalf("attempt %d: %s, want %s or a fifth less", attempt, got, want)
			}
		}
	}
}
