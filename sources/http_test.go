package sources

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"cairn/digest"
	"cairn/lockfiles"
)

// What a server says without an end is neither held in memory nor waited for, and what
// is shown of it is a line.
func TestEndlessAnswers(t *testing.T) {
	t.Parallel()
	lines := bytes.Repeat([]byte("no entry\n\x1b[2J"), 4096)
	for name, c := range map[string]struct {
		status int
		rest   []byte
		want   string
	}{
		"refused":    {http.StatusForbidden, lines, "no entry [2Jno entry"},
		"not there":  {http.StatusNotFound, lines, "it does not exist, or asks for credentials"},
		"broken":     {http.StatusInternalServerError, lines, "500"},
		"no end":     {http.StatusOK, []byte{0}, "pkt"},
		"redirected": {http.StatusFound, lines, "status code: 302"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var sent int
			ended := make(chan struct{})
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				defer close(ended)
				w.Header().Set("Content-Type", "application/x-git-upload-pack-advertisement")
				w.WriteHeader(c.status)
				for err := error(nil); err == nil && sent < 1<<30; {
					var n int
					n, err = w.Write(c.rest)
					sent += n
				}
			}))
			defer s.Close()
			r := open(t, Options{Stall: 30 * time.Second})
			_, err := r.Source(context.Background(), lockfiles.Pin{Upstream: "engine", Git: s.URL + "/.git", Revision: digest.GitID{1}})
			<-ended
			if err == nil || errors.As(err, new(*StalledError)) || !strings.Contains(err.Error(), c.want) || len(err.Error()) > 800 || strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Errorf("got %.900v", err)
			}
			if sent >= 1<<30 {
				t.Error("all of it was read")
			}
		})
	}
}

// A list of refs has an end, or is given up.
func TestEndlessRefs(t *testing.T) {
	t.Parallel()
	line := []byte("003f" + strings.Repeat("1", 40) + " refs/heads/x\n")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for err := error(nil); err == nil; {
			_, err = w.Write(bytes.Repeat(line, 100))
		}
	}))
	defer s.Close()
	client := http.Client{Transport: boundedTransport{http.DefaultTransport, 1 << 20}}
	response, err := client.Get(strings.Replace(s.URL, "//", "//me:s3cret@", 1) + "/x.git/info/refs?service=git-upload-pack")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	read, err := io.Copy(io.Discard, response.Body)
	if want := s.URL + "/x.git: it lists refs in more than 1 MiB"; read > 1<<20 || !errors.As(err, new(*ExcessError)) || err.Error() != want {
		t.Errorf("got %d bytes, %v; want %s", read, err, want)
	}
}
