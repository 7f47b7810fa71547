package sources

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"cairn/digest"
	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/plumbing"
)

// server serves a repository over smart HTTP with git's own server program.
type server struct {
	*httptest.Server
	packs atomic.Int64 // requests for packs
	// spoil, when set, writes the answer to a request for a pack.
	spoil func(w http.ResponseWriter, r *http.Request, answer func(http.ResponseWriter))
}

func serve(t *testing.T, n *native, exact bool) *server {
	t.Helper()
	backend := filepath.Join(n.git("--exec-path"), "git-http-backend")
	if _, err := os.Stat(backend); err != nil {
		t.Skip("git http-backend is not installed: no server to fetch from")
	}
	config := []string{"GIT_CONFIG_COUNT=2", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*",
		"GIT_CONFIG_KEY_1=uploadpack.allowAnySHA1InWant", "GIT_CONFIG_VALUE_1=false"}
	if exact {
		config[4] = "GIT_CONFIG_VALUE_1=true"
	}
	handler := &cgi.Handler{Path: backend, Env: append(config, "GIT_HTTP_EXPORT_ALL=1", "GIT_PROJECT_ROOT="+n.dir, "HOME=/nonexistent"), Stderr: io.Discard}
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user, _, ok := r.BasicAuth(); strings.HasPrefix(r.URL.Path, "/private") && (!ok || user != "me") {
			w.Header().Set("WWW-Authenticate", "Basic")
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.URL.Path = strings.TrimPrefix(r.URL.Path, "/private")
		if strings.HasSuffix(r.URL.Path, "/git-upload-pack") {
			s.packs.Add(1)
			if s.spoil != nil {
				s.spoil(w, r, func(w http.ResponseWriter) { handler.ServeHTTP(w, r) })
				return
			}
		}
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *server) pin(id digest.GitID) lockfiles.Pin {
	return lockfiles.Pin{Upstream: "engine", Git: s.URL + "/.git", Revision: id}
}

// nothingLeft fails when a fetch left a pack or a part of one.
func nothingLeft(t *testing.T, r *Repositories) {
	t.Helper()
	for _, pattern := range []string{"*/objects/pack/*", "*/cairn/incoming-*", "*/cairn/commits/*", "*/cairn/history/*"} {
		if left, _ := filepath.Glob(filepath.Join(r.options.Dir, pattern)); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// A folder's name is no pattern for the packs in it.
func TestFetchIntoAFolderWithBrackets(t *testing.T) {
	t.Parallel()
	n := grown(t, 2)
	s := serve(t, n, true)
	r := open(t, Options{Dir: filepath.Join(t.TempDir(), "[git]")})
	mustSource(t, r, s.pin(n.id("HEAD")))
}

func TestFetchOfAnExactCommitIsShallow(t *testing.T) {
	t.Parallel()
	n := grown(t, 8)
	s := serve(t, n, true)
	older := n.id("HEAD~3")
	var last atomic.Value
	r := open(t, Options{Progress: func(e Event) { last.Store(e) }})
	if got := mustSource(t, r, s.pin(older)); got.Tree != n.id("HEAD~3^{tree}") {
		t.Errorf("got %+v", got)
	}
	if e, _ := last.Load().(Event); !e.Finished || e.Phase != Fetching || e.Done == 0 || e.Revision != older {
		t.Errorf("got %+v", e)
	}
	store := only(t, r, "*.git")
	if got := store.git("rev-list", "--count", older.String()); got != "1" {
		t.Errorf("git sees %s commits", got)
	}
	store.git("fsck", "--strict", "--full")
	if n := s.packs.Load(); n != 1 {
		t.Errorf("%d requests for packs", n)
	}
	// It is there now: neither the server nor the network is asked.
	offline := open(t, Options{Dir: r.options.Dir, Offline: true})
	mustSource(t, offline, s.pin(older))
	if _, err := offline.File(context.Background(), s.pin(older), "c/00.txt"); err != nil {
		t.Error(err)
	}
	var missing *MissingCommitError
	if _, err := offline.Source(context.Background(), s.pin(n.id("HEAD"))); !errors.As(err, &missing) || !missing.Offline {
		t.Errorf("got %v", err)
	}
	if n := s.packs.Load(); n != 1 {
		t.Error("offline, the network was asked")
	}
}

func TestFetchOfHistoryIsWhole(t *testing.T) {
	t.Parallel()
	n := grown(t, 8)
	s := serve(t, n, true)
	r := open(t, Options{})
	head := n.id("HEAD")
	mustSource(t, r, s.pin(n.id("HEAD~2"))) // a shallow one before it
	objects, err := r.History(context.Background(), s.pin(head))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(n.git("rev-list", "--objects", "HEAD") + "\n") {
		if err := objects.HasEncodedObject(plumbing.NewHash(line[:40])); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	store := only(t, r, "*.git")
	if got := store.git("rev-list", "--count", head.String()); got != "8" {
		t.Errorf("git sees %s commits", got)
	}
	store.git("fsck", "--strict", "--full")
	packs := s.packs.Load()
	if _, err := open(t, Options{Dir: r.options.Dir, Offline: true}).History(context.Background(), s.pin(head)); err != nil {
		t.Error(err)
	}
	mustSource(t, open(t, Options{Dir: r.options.Dir, Offline: true}), s.pin(head))
	if s.packs.Load() != packs {
		t.Error("fetched again")
	}
}

func TestServerThatHandsOutOnlyItsRefs(t *testing.T) {
	t.Parallel()
	n := grown(t, 4)
	s := serve(t, n, false)
	r := open(t, Options{})
	if got := mustSource(t, r, s.pin(n.id("HEAD~1"))); got.Tree != n.id("HEAD~1^{tree}") {
		t.Errorf("got %+v", got)
	}
	only(t, r, "*.git").git("fsck", "--strict", "--full")
}

func TestServerWithoutTheCommit(t *testing.T) {
	t.Parallel()
	n := grown(t, 2)
	gone := n.id("HEAD")
	gone[3] ^= 1
	for _, exact := range []bool{true, false} {
		s := serve(t, n, exact)
		r := open(t, Options{})
		var missing *MissingCommitError
		if _, err := r.Source(context.Background(), s.pin(gone)); !errors.As(err, &missing) || missing.Offline || !strings.Contains(err.Error(), gone.String()) {
			t.Errorf("exact %v: got %v", exact, err)
		}
		nothingLeft(t, r)
	}
}

func TestSpoiledTransfersLeaveNothing(t *testing.T) {
	t.Parallel()
	// A server that sends the pack of something else: all objects are sound, and the
	// commit is not among them.
	other := newNative(t)
	other.write("other", "content")
	other.commit("other")
	for name, spoil := range map[string]func(w http.ResponseWriter, body []byte){
		"cut after the first bytes": func(w http.ResponseWriter, body []byte) { cut(w, body, 20) },
		"cut in the pack":           func(w http.ResponseWriter, body []byte) { cut(w, body, len(body)/2) },
		"cut before the checksum":   func(w http.ResponseWriter, body []byte) { cut(w, body, len(body)-30) },
		"short, but ended well":     func(w http.ResponseWriter, body []byte) { w.Write(body[:len(body)/2]) }, //nolint:errcheck // a test's server
		"one bit turned": func(w http.ResponseWriter, body []byte) {
			body[len(body)/2] ^= 4
			w.Write(body) //nolint:errcheck // a test's server
		},
		"nothing":      func(http.ResponseWriter, []byte) {},
		"server error": func(w http.ResponseWriter, _ []byte) { w.WriteHeader(http.StatusBadGateway) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := grown(t, 3)
			s := serve(t, n, true)
			s.spoil = func(w http.ResponseWriter, r *http.Request, answer func(http.ResponseWriter)) {
				whole := httptest.NewRecorder()
				answer(whole)
				w.Header().Set("Content-Type", whole.Header().Get("Content-Type"))
				spoil(w, whole.Body.Bytes())
			}
			r := open(t, Options{})
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			_, err := r.Source(ctx, s.pin(n.id("HEAD")))
			if err == nil || errors.Is(err, context.DeadlineExceeded) {
				t.Fatalf("got %v", err)
			}
			nothingLeft(t, r)
			s.spoil = nil
			mustSource(t, r, s.pin(n.id("HEAD")))
		})
	}
}

// cut sends the first bytes and then drops the connection.
func cut(w http.ResponseWriter, body []byte, n int) {
	w.Header().Set("Content-Length", "1000000")
	w.Write(body[:n]) //nolint:errcheck // a test's server
	if f, ok := w.(http.Flusher); ok {
		f.Flush()
	}
	panic(http.ErrAbortHandler)
}

func TestStalledServerIsGivenUp(t *testing.T) {
	t.Parallel()
	n := grown(t, 3)
	s := serve(t, n, true)
	release := make(chan struct{})
	defer close(release)
	s.spoil = func(w http.ResponseWriter, r *http.Request, answer func(http.ResponseWriter)) {
		whole := httptest.NewRecorder()
		answer(whole)
		w.Write(whole.Body.Bytes()[:whole.Body.Len()/2]) //nolint:errcheck // a test's server
		w.(http.Flusher).Flush()
		<-release
	}
	r := open(t, Options{Stall: 300 * time.Millisecond})
	_, err := r.Source(context.Background(), s.pin(n.id("HEAD")))
	var stalled *StalledError
	if !errors.As(err, &stalled) || !strings.Contains(err.Error(), s.URL) {
		t.Errorf("got %v", err)
	}
	nothingLeft(t, r)
	// A person who does not want to wait is heard at once.
	patient := open(t, Options{})
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if _, err := patient.Source(ctx, s.pin(n.id("HEAD"))); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	nothingLeft(t, patient)
}

func TestCredentialsAreInNoError(t *testing.T) {
	t.Parallel()
	n := grown(t, 1)
	s := serve(t, n, true)
	with := func(user, path string) string {
		return strings.Replace(s.URL, "http://", "http://"+user+":s3cr3t-pass@", 1) + path
	}
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	dead := closed.Addr().String()
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	gone := n.id("HEAD")
	gone[0] ^= 1
	for name, pin := range map[string]lockfiles.Pin{
		"refused":       {Git: with("you", "/private/.git"), Revision: n.id("HEAD")},
		"no repository": {Git: with("me", "/private/none"), Revision: n.id("HEAD")},
		"no commit":     {Git: with("me", "/private/.git"), Revision: gone},
		"no server":     {Git: "http://me:s3cr3t-pass@" + dead + "/x", Revision: gone},
		"no such host":  {Git: "http://me:s3cr3t-pass@[::1]:x/x", Revision: gone},
		"odd scheme":    {Git: "odd://me:s3cr3t-pass@host/x", Revision: gone},
	} {
		for _, offline := range []bool{false, true} {
			r := open(t, Options{Offline: offline})
			pin.Upstream = "engine"
			_, err := r.Source(context.Background(), pin)
			_, err2 := r.History(context.Background(), pin)
			_, err3 := r.File(context.Background(), pin, "x")
			for _, err := range []error{err, err2, err3} {
				if err == nil || strings.Contains(err.Error(), "s3cr3t") {
					t.Errorf("%s: got %v", name, err)
				}
			}
			entries, err := os.ReadDir(r.options.Dir)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				if strings.Contains(e.Name(), "s3cr3t") {
					t.Errorf("%s: folder %s", name, e.Name())
				}
			}
		}
	}
	// They do let in.
	r := open(t, Options{})
	mustSource(t, r, lockfiles.Pin{Upstream: "engine", Git: with("me", "/private/.git"), Revision: n.id("HEAD")})
	// And a mirror may have them.
	r = open(t, Options{Mirrors: []Mirror{{"https://example.org/", with("me", "/private/")}}})
	pin := lockfiles.Pin{Upstream: "engine", Git: "https://example.org/.git", Revision: n.id("HEAD")}
	mustSource(t, r, pin)
	pin.Revision = gone
	if _, err := r.Source(context.Background(), pin); err == nil || strings.Contains(err.Error(), "s3cr3t") {
		t.Errorf("got %v", err)
	}
}
