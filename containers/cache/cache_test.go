package cache

import (
	"context"
	"errors"
	"fmt"
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

// open is the start of another process of the person.
func (p *person) open(f *flawed, trusted ...*person) {
	p.Helper()
	opts := Options{Key: p.key, Timeout: 500 * time.Millisecond, Warn: p.warn,
		Registry: registry.Options{Patience: registry.Patience{Attempts: 4, FirstWait: time.Millisecond, LongestWait: 20 * time.Millisecond, Stall: 2 * time.Second}}}
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

func TestPushedResultsComeBack(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	ci := newPerson(t, f)
	want := ci.build("a program", false)
	ci.push()
	me := newPerson(t, f, ci)
	if !me.fetch() {
		t.Fatalf("nothing came: %v", me.warnings)
	}
	r, _, err := me.store.Action(key)
	if err != nil || r.Output != want || r.PeakRSSBytes != 7 {
		t.Errorf("got %+v, %v", r, err)
	}
	if text, err := os.ReadFile(filepath.Join(me.store.Dir(), r.Log)); err != nil || string(text) != "compiled\n" {
		t.Errorf("log %q: %v", text, err)
	}
	// A second push moves nothing.
	if moved, err := ci.Push(t.Context(), ci.store, key); err != nil || moved.Blobs+moved.Manifests != 0 {
		t.Errorf("pushed again: %+v, %v", moved, err)
	}
	// A key that nobody has costs one HEAD for each builder, once it is known how to ask.
	f.meanwhile(nil)
	if _, ok, err := me.Fetch(t.Context(), me.store, digest.Of([]byte("other"))); ok || err != nil {
		t.Errorf("got %v, %v", ok, err)
	}
	for _, request := range f.requests() {
		if !strings.HasPrefix(request, "HEAD ") {
			t.Errorf("asked %s for what is not there", request)
		}
	}
	if n := len(f.requests()); n != 2 {
		t.Errorf("%d requests for two builders", n)
	}
}

func TestOnlyTrustedBuildersCount(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	stranger := newPerson(t, f)
	stranger.build("something else", false)
	stranger.push()
	me := newPerson(t, f)
	if me.fetch() {
		t.Error("a stranger's result was taken")
	}
	// One that stands in a trusted builder's name is refused, with its name.
	ci := newPerson(t, f)
	repository, err := ci.Cache.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	content, _, err := repository.Manifest(t.Context(), tagOf(key, builderID(stranger.key.Public())))
	if err != nil {
		t.Fatal(err)
	}
	forged := tagOf(key, builderID(ci.key.Public()))
	if _, _, err := repository.PushManifest(t.Context(), forged, "application/vnd.oci.image.manifest.v1+json", content); err != nil {
		t.Fatal(err)
	}
	me.open(f, ci)
	if me.fetch() || len(me.warnings) != 1 || !strings.Contains(me.warnings[0], forged) || !strings.Contains(me.warnings[0], "not signed by a trusted key") {
		t.Errorf("warned of %q", me.warnings)
	}
	// And an entry of another key under this one's tag.
	other := digest.Of([]byte("another action"))
	d := ci.build("fine", false)
	if err := ci.store.PutAction(other, store.Record{Name: "other", Output: d}); err != nil {
		t.Fatal(err)
	}
	if _, err := ci.Push(t.Context(), ci.store, other); err != nil {
		t.Fatal(err)
	}
	if content, _, err = repository.Manifest(t.Context(), tagOf(other, builderID(ci.key.Public()))); err != nil {
		t.Fatal(err)
	}
	if _, _, err := repository.PushManifest(t.Context(), forged, "application/vnd.oci.image.manifest.v1+json", content); err != nil {
		t.Fatal(err)
	}
	me.open(f, ci)
	if me.fetch() || len(me.warnings) != 1 || !strings.Contains(me.warnings[0], "it is signed for the key") {
		t.Errorf("warned of %q", me.warnings)
	}
	// The builder's next push puts it right.
	ci.push()
	me.open(f, ci)
	if !me.fetch() {
		t.Errorf("not mended: %q", me.warnings)
	}
}

// Whichever byte of an entry is changed on its way, it is refused, with where, and
// nothing of it is kept; the other builder's is taken.
func TestTamperedEntriesAreRefused(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	ci := newPerson(t, f)
	ci.build(strings.Repeat("a long program ", 1000), false)
	ci.push()
	f.meanwhile(nil)
	me := newPerson(t, f, ci)
	if !me.fetch() {
		t.Fatal(me.warnings)
	}
	var blobs []string
	for _, request := range f.requests() {
		if path, ok := strings.CutPrefix(request, "GET "); ok && strings.Contains(path, "/blobs/") {
			blobs = append(blobs, path)
		}
	}
	if len(blobs) != 3 {
		t.Fatalf("read %q, want statement, tree and log", blobs)
	}
	for i, path := range blobs {
		for _, at := range []int{0, 20, -1} {
			f.meanwhile(func(w http.ResponseWriter, r *http.Request) bool {
				if r.Method != http.MethodGet || r.URL.Path != path {
					return false
				}
				recorded := httptest.NewRecorder()
				f.registry.ServeHTTP(recorded, r)
				content := recorded.Body.Bytes()
				if at < 0 {
					content[len(content)+at] ^= 1
				} else {
					content[at] ^= 1
				}
				_, _ = w.Write(content)
				return true
			})
			victim := newPerson(t, f, ci)
			came := victim.fetch()
			said := strings.Join(victim.warnings, "\n")
			if i == 2 { // the log is for people: the output is whole without it
				if !came || !strings.Contains(said, "the log of") {
					t.Errorf("log: came %v, warned of %q", came, said)
				}
				continue
			}
			if came || !strings.Contains(said, "is refused") || !strings.Contains(said, key.Hex()) || !strings.Contains(said, path[strings.LastIndex(path, "/")+1:]) {
				t.Errorf("%s, byte %d: came %v, warned of %q", path, at, came, said)
			}
			if trees, _ := os.ReadDir(filepath.Join(victim.store.Dir(), "trees")); len(trees) > 0 {
				t.Errorf("%s, byte %d: something was kept", path, at)
			}
		}
	}
}

func TestImpureResultsAreNotSharedUnlessAsked(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	ci := newPerson(t, f)
	ci.build("with this host's gcc", true)
	if _, err := ci.Push(t.Context(), ci.store, key); !errors.Is(err, ErrImpure) {
		t.Fatalf("got %v", err)
	}
	ci.opts.Impure = true
	ci.push()
	me := newPerson(t, f, ci)
	if me.fetch() {
		t.Error("an impure result was taken")
	}
	me.opts.Impure = true
	if !me.fetch() {
		t.Error("an impure result was not taken, though asked for")
	}
}

func TestDisagreeingBuildersAreFound(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	one, two, three := newPerson(t, f), newPerson(t, f), newPerson(t, f)
	one.build("a program", false)
	two.build("a program", false)
	three.build("another", false)
	one.push()
	two.push()
	me := newPerson(t, f, one, two)
	found, err := me.Challenge(t.Context(), me.store, nil)
	if err != nil || len(found) != 1 || !found[0].Agree || len(found[0].Claims) != 2 {
		t.Fatalf("got %+v, %v", found, err)
	}
	three.push()
	found, err = me.Challenge(t.Context(), me.store, []digest.Digest{key})
	if err != nil || len(found) != 1 || found[0].Agree || len(found[0].Claims) != 3 || found[0].Action != "ember/engine.cmake" {
		t.Fatalf("got %+v, %v", found, err)
	}
	for _, claim := range found[0].Claims {
		if claim.Trusted == (claim.Builder == builderID(three.key.Public())) {
			t.Errorf("claim %+v", claim)
		}
	}
	// One builder that disagrees with itself says so, and its first entry stays.
	one.build("today something else", false)
	var disagrees *Disagreement
	if _, err := one.Push(t.Context(), one.store, key); !errors.As(err, &disagrees) {
		t.Errorf("got %v", err)
	}
	// What is old is removed.
	if removed, kept, err := me.Collect(t.Context(), time.Now().Add(-time.Hour), false); err != nil || len(removed) != 0 || kept != 3 {
		t.Errorf("removed %v, kept %d, %v", removed, kept, err)
	}
	if removed, kept, err := me.Collect(t.Context(), time.Now().Add(time.Hour), false); err != nil || len(removed) != 3 || kept != 0 {
		t.Errorf("removed %v, kept %d, %v", removed, kept, err)
	}
	me.open(f, one, two)
	if me.fetch() {
		t.Error("collected, and still there")
	}
}

// A registry that is down, or does not answer, costs one timeout and one warning.
func TestSilentRegistryCostsOneTimeout(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	me := newPerson(t, f)
	f.meanwhile(func(_ http.ResponseWriter, r *http.Request) bool {
		<-r.Context().Done()
		return true
	})
	started := time.Now()
	for i := range 20 {
		if _, ok, err := me.Fetch(t.Context(), me.store, digest.Of(fmt.Append(nil, i))); ok || err != nil {
			t.Fatalf("got %v, %v", ok, err)
		}
	}
	if took := time.Since(started); took > 3*time.Second || len(me.warnings) != 1 || !strings.Contains(me.warnings[0], "left alone") {
		t.Errorf("20 questions took %s, warned of %q", took, me.warnings)
	}
	f.meanwhile(nil)
	gone := newPerson(t, f)
	f.CloseClientConnections()
	f.Listener.Close()
	if gone.fetch() || len(gone.warnings) != 1 {
		t.Errorf("warned of %q", gone.warnings)
	}
}

// Faults that pass are waited for; those that stay end in one clear error.
func TestFaultsAreRetriedWithinBounds(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]func(w http.ResponseWriter){
		"500": func(w http.ResponseWriter) { w.WriteHeader(http.StatusInternalServerError) },
		"429": func(w http.ResponseWriter) {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusTooManyRequests)
		},
		"drop": func(w http.ResponseWriter) { panic(http.ErrAbortHandler) },
	} {
		f := newFlawed(t)
		f.Config.ErrorLog = log.New(io.Discard, "", 0)
		ci := newPerson(t, f)
		ci.build("a program", false)
		// Every request but a question fails twice before it is answered.
		var mu sync.Mutex
		times := map[string]int{}
		often := func(w http.ResponseWriter, r *http.Request) bool {
			path, _, _ := strings.Cut(r.URL.Path, "/uploads/") // each session has a name of its own
			mu.Lock()
			n := times[r.Method+path]
			times[r.Method+path]++
			mu.Unlock()
			if n >= 2 || r.URL.Path == "/v2/" || r.Method == http.MethodHead {
				return false
			}
			fault(w)
			return true
		}
		f.meanwhile(often)
		ci.push()
		mu.Lock()
		clear(times)
		mu.Unlock()
		me := newPerson(t, f, ci)
		if !me.fetch() {
			t.Errorf("%s: nothing came: %q", name, me.warnings)
		}
		f.meanwhile(func(w http.ResponseWriter, r *http.Request) bool {
			if r.URL.Path == "/v2/" || r.Method == http.MethodHead {
				return false
			}
			fault(w)
			return true
		})
		me = newPerson(t, f, ci)
		if me.fetch() || len(me.warnings) != 1 {
			t.Errorf("%s for ever: warned of %q", name, me.warnings)
		}
		if n := len(f.requests()); n > 12 {
			t.Errorf("%s for ever: %d requests", name, n)
		}
	}
}
