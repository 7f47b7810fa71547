package sources

import (
	"bytes"
	"context"
	"errors"
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
	refs := []byte("001e# service=git-upload-pack\n0000" + hex4(4+40+6+8) + strings.Repeat("1", 40) + " HEAD\x00no-done\n")
	begun := len(refs)
	for i := range 4096 {
		line := strings.Repeat("0", 36) + string("0123456789abcdef"[i&15]) + string("0123456789abcdef"[i>>4&15]) + string("0123456789abcdef"[i>>8&15]) + "1 refs/heads/x" + time.Duration(i).String() + "\n"
		refs = append(refs, []byte(hex4(len(line)+4)+line)...)
	}
	for name, c := range map[string]struct {
		status int
		first  []byte
		rest   []byte
		want   string
	}{
		"refused":    {http.StatusForbidden, nil, lines, "no entry [2Jno entry"},
		"not there":  {http.StatusNotFound, nil, lines, "it does not exist, or asks for credentials"},
		"broken":     {http.StatusInternalServerError, nil, lines, "500"},
		"many refs":  {http.StatusOK, refs, refs[begun:], "it lists refs in more than 128 MiB"},
		"no end":     {http.StatusOK, nil, []byte{0}, "pkt"},
		"redirected": {http.StatusFound, nil, lines, "status code: 302"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var sent int
			ended := make(chan struct{})
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				defer close(ended)
				w.Header().Set("Content-Type", "application/x-git-upload-pack-advertisement")
				w.WriteHeader(c.status)
				n, err := w.Write(c.first)
				for ; err == nil && sent < 1<<30; sent += n {
					n, err = w.Write(c.rest)
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

func hex4(n int) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[n>>12&15], digits[n>>8&15], digits[n>>4&15], digits[n&15]})
}
