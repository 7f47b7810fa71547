package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"

	"github.com/google/go-containerregistry/pkg/registry"
)

// far is all that a command talks to, on the loopback: git repositories at /git/, an
// archive of packages at /apt/, and a registry of its own for each world. It can be told
// to misbehave.
type far struct {
	*httptest.Server
	git, apt http.Handler
	gone     chan struct{} // closed when requests that hang are to end

	mu         sync.Mutex
	registries map[string]http.Handler
	requests   int // since it was told the last time
	from       int // the request that it misbehaves from, counted from 1; 0 for never
	how        string
	hit        bool // it did
}

// newFar serves what stands in a folder.
func newFar(dir string) (*far, error) {
	exec, err := exec.Command("git", "--exec-path").Output()
	if err != nil {
		return nil, fmt.Errorf("git --exec-path: %w", err)
	}
	f := &far{
		git: &cgi.Handler{Path: filepath.Join(strings.TrimSpace(string(exec)), "git-http-backend"), Root: "/git", Stderr: io.Discard, Logger: log.New(io.Discard, "", 0), Env: []string{
			"GIT_HTTP_EXPORT_ALL=1", "GIT_PROJECT_ROOT=" + filepath.Join(dir, "git"), "HOME=/nonexistent",
			"GIT_CONFIG_COUNT=2", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*",
			"GIT_CONFIG_KEY_1=uploadpack.allowAnySHA1InWant", "GIT_CONFIG_VALUE_1=true",
		}},
		apt:        http.StripPrefix("/apt", http.FileServerFS(os.DirFS(filepath.Join(dir, "apt")))),
		registries: map[string]http.Handler{},
		gone:       make(chan struct{}),
	}
	f.Server = httptest.NewUnstartedServer(f)
	f.Config.ErrorLog = log.New(io.Discard, "", 0)
	f.Start()
	return f, nil
}

// address is the far end's, as HOST:PORT.
func (f *far) address() string { return strings.TrimPrefix(f.URL, "http://") }

// behave makes the far end answer well, from now on.
func (f *far) behave() {
	f.misbehave("", 0)
}

// misbehave makes it fail all requests from a certain one on.
func (f *far) misbehave(how string, from int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	close(f.gone)
	f.gone = make(chan struct{})
	f.how, f.from, f.requests, f.hit = how, from, 0, false
}

// served is how many requests came since it was told how to behave.
func (f *far) served() (requests int, misbehaved bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.requests, f.hit
}

// arrive counts a request and says how it is to be answered.
func (f *far) arrive() (how string, gone <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.requests++
	if f.from == 0 || f.requests < f.from {
		return "", f.gone
	}
	f.hit = true
	return f.how, f.gone
}

func (f *far) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	how, gone := f.arrive()
	switch how {
	case "":
		f.handler(r).ServeHTTP(w, r)
		return
	case "refused":
		http.Error(w, "try later", http.StatusServiceUnavailable)
		return
	case "dropped":
		hangUp(w)
		return
	}
	recorded := httptest.NewRecorder()
	f.handler(r).ServeHTTP(recorded, r)
	for name, values := range recorded.Header() {
		w.Header()[name] = values
	}
	content := recorded.Body.Bytes()
	if how == "tampered" {
		if len(content) > 0 {
			content[len(content)/2] ^= 1
		}
		w.WriteHeader(recorded.Code)
		_, _ = w.Write(content) // the client may have gone
		return
	}
	// Half of what was promised comes.
	w.Header().Set("Content-Length", fmt.Sprint(max(len(content), 2)))
	w.WriteHeader(recorded.Code)
	_, _ = w.Write(content[:len(content)/2])
	if how == "stalled" {
		_ = http.NewResponseController(w).Flush()
		select {
		case <-gone:
		case <-r.Context().Done():
		}
	}
	hangUp(w)
}

// hangUp closes the connection in the middle of an answer.
func hangUp(w http.ResponseWriter) {
	if connection, _, err := http.NewResponseController(w).Hijack(); err == nil {
		connection.Close()
	}
}

// handler is who answers a request when all is well.
func (f *far) handler(r *http.Request) http.Handler {
	switch {
	case strings.HasPrefix(r.URL.Path, "/git/"):
		return f.git
	case strings.HasPrefix(r.URL.Path, "/apt/"):
		return f.apt
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/v2/"), "/")
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.registries[name] == nil {
		f.registries[name] = registry.New(registry.Logger(log.New(io.Discard, "", 0)), registry.WithReferrersSupport(true))
	}
	return f.registries[name]
}
