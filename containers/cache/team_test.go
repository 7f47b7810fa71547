package cache

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"cairn/builder/store"
	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/digest"

	inner "github.com/google/go-containerregistry/pkg/registry"
)

// flawed is a real registry behind a connection that fails on purpose.
type flawed struct {
	*httptest.Server
	registry http.Handler

	mu     sync.Mutex
	asked  []string
	answer func(w http.ResponseWriter, r *http.Request) bool // true: it has answered
}

func newFlawed(t *testing.T) *flawed {
	t.Helper()
	f := &flawed{registry: inner.New(inner.Logger(log.New(io.Discard, "", 0)))}
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Server.Close)
	return f
}

func (f *flawed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	f.asked = append(f.asked, r.Method+" "+r.URL.Path)
	answer := f.answer
	f.mu.Unlock()
	if answer == nil || !answer(w, r) {
		f.registry.ServeHTTP(w, r)
	}
}

func (f *flawed) meanwhile(answer func(w http.ResponseWriter, r *http.Request) bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.answer, f.asked = answer, nil
}

func (f *flawed) requests() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]string{}, f.asked...)
}

// person is one machine of the team: a store, a key, and what it was warned of.
type person struct {
	*testing.T
	*Cache
	store    *store.Store
	key      *signatures.Key
	warnings []string
	mu       sync.Mutex
}

func newPerson(t *testing.T, f *flawed, trusted ...*person) *person {
	t.Helper()
	p := &person{T: t}
	var err error
	if p.store, err = store.Open(filepath.Join(t.TempDir(), "store")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.RemoveAll(p.store.Dir()) })
	if _, p.key, err = signatures.NewKey(nil); err != nil {
		t.Fatal(err)
	}
	p.open(f, trusted...)
	return p
}

// open is the start of another process of the person. A slow machine is no silent
// registry.
func (p *person) open(f *flawed, trusted ...*person) {
	p.Helper()
	opts := Options{Key: p.key, Timeout: time.Minute, Warn: p.warn,
		Registry: registry.Options{Patience: registry.Patience{Attempts: 4, FirstWait: time.Millisecond, LongestWait: 20 * time.Millisecond, Stall: time.Minute}}}
	for _, other := range trusted {
		opts.Builders = append(opts.Builders, other.key.Public())
	}
	var err error
	if p.Cache, err = Open(strings.TrimPrefix(f.URL, "http://")+"/team/cache", opts); err != nil {
		p.Fatal(err)
	}
	p.warnings = nil
}

func (p *person) warn(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.warnings = append(p.warnings, err.Error())
}

var key = digest.Of([]byte("an action"))

// build makes an output of the key.
func (p *person) build(content string, impure bool) digest.Digest {
	p.Helper()
	dir := filepath.Join(p.TempDir(), "out")
	if err := errors.Join(os.MkdirAll(filepath.Join(dir, "bin"), 0o755), os.WriteFile(filepath.Join(dir, "bin/engine"), []byte(content), 0o755), os.Symlink("engine", filepath.Join(dir, "bin/link"))); err != nil {
		p.Fatal(err)
	}
	d, err := p.store.PutTree(context.Background(), dir)
	if err != nil {
		p.Fatal(err)
	}
	logs, err := p.store.Folder("logs")
	if err != nil {
		p.Fatal(err)
	}
	r := store.Record{Name: "ember/engine.cmake", Output: d, Impure: impure, Log: "logs/engine.log", PeakRSSBytes: 7}
	if err := errors.Join(os.WriteFile(filepath.Join(logs, "engine.log"), []byte("compiled\n"), 0o644), p.store.PutAction(key, r)); err != nil {
		p.Fatal(err)
	}
	return d
}

func (p *person) push() {
	p.Helper()
	if _, err := p.Push(p.Context(), p.store, key); err != nil {
		p.Fatal(err)
	}
}

func (p *person) fetch() bool {
	p.Helper()
	r, ok, err := p.Fetch(p.Context(), p.store, key)
	if err != nil {
		p.Fatal(err)
	}
	if ok {
		if again, there, err := p.store.Action(key); err != nil || !there || again.Output != r.Output {
			p.Fatalf("fetched, but the store has %v, %v", there, err)
		}
	}
	if err := p.store.Verify(p.Context(), func(f store.Fault) { p.Errorf("the store: %+v", f) }); err != nil {
		p.Fatal(err)
	}
	return ok
}
