package apt

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// A server that answers a question for the rest with something else is asked for all.
func TestAnotherRangeIsThrownAway(t *testing.T) {
	t.Parallel()
	content := bytes.Repeat([]byte("0123456789"), 100)
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch asked.Add(1) {
		case 1:
			w.Header().Set("Content-Length", "1000")
			_, _ = w.Write(content[:500])
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		case 2:
			if r.Header.Get("Range") != "bytes=500-" {
				t.Errorf("asked for %q", r.Header.Get("Range"))
			}
			w.Header().Set("Content-Range", "bytes 0-999/1000")
			w.WriteHeader(http.StatusPartialContent)
		}
		_, _ = w.Write(content)
	}))
	defer server.Close()
	tr := newTransport(Options{})
	tr.pause = time.Millisecond
	got, err := tr.read(t.Context(), server.URL, 1000, false)
	if err != nil || !bytes.Equal(got, content) || asked.Load() != 3 {
		t.Errorf("got %d bytes, %v, after %d requests", len(got), err, asked.Load())
	}
}

// unreachable refuses the first connections, so many.
type unreachable struct{ left, asked int }

func (u *unreachable) RoundTrip(*http.Request) (*http.Response, error) {
	u.asked++
	if u.left--; u.left >= 0 {
		return nil, &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}
	}
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader("here"))}, nil
}

// A host that cannot be connected to is asked twice, and then no more.
func TestUnreachableHostIsAskedTwice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		refused, asked int
		want           string
	}{{1, 2, "here"}, {1000, 2, ""}} {
		u := &unreachable{left: c.refused}
		tr := newTransport(Options{Client: &http.Client{Transport: u}})
		tr.pause = time.Millisecond
		for range 2 {
			got, err := tr.read(t.Context(), "http://archive.example/x", 100, false)
			if string(got) != c.want || (err == nil) != (c.want != "") {
				t.Errorf("refused %d times: got %q, %v", c.refused, got, err)
			}
			if c.want != "" {
				break
			}
		}
		if u.asked != c.asked {
			t.Errorf("refused %d times: asked %d times, want %d", c.refused, u.asked, c.asked)
		}
	}
}

func TestAddressesAreShownWithoutSecrets(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://me:secret@archive.example/debian/?token=secret": "https://me:xxxxx@archive.example/debian/",
		"http://archive.example/debian":                          "http://archive.example/debian",
		"http://[secret":                                         "(no address)",
	} {
		if got := redacted(address); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// Of two versions of a component nobody says which is the latest.
func TestLatestOfOneVersionOnly(t *testing.T) {
	t.Parallel()
	c := &composition{paths: map[string]*placed{}}
	for _, name := range []string{"mkl/2025.1", "mkl/2025.3", "tbb/2022.3", "tbb/docs"} {
		c.make(oneAPI+"/"+name, placed{kind: 'd'})
	}
	c.finishOneAPI("amd64")
	if c.paths[oneAPI+"/mkl/latest"] != nil {
		t.Error("two versions of mkl, and one is the latest")
	}
	if link := c.paths[oneAPI+"/tbb/latest"]; link == nil || link.text != "2022.3" {
		t.Errorf("tbb: got %+v", link)
	}
}
