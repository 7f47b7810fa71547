package cache

import (
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
	"cairn/containers/signatures"
	"cairn/digest"
)

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
	if me.fetch() || me.Takes(true) || !me.Takes(false) {
		t.Error("an impure result was taken, or would be")
	}
	me.opts.Impure = true
	if !me.fetch() || !me.Takes(true) || !me.Takes(false) {
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

// Whoever may push may push under a builder's name: without its signature that is no claim.
func TestClaimsInTheNameOfAnother(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	ci, stranger := newPerson(t, f), newPerson(t, f)
	stranger.build("another", false)
	stranger.push()
	r, err := stranger.Cache.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	content, d, err := r.Manifest(t.Context(), tagOf(key, builderID(stranger.key.Public())))
	if err == nil {
		_, _, err = r.PushManifest(t.Context(), tagOf(key, builderID(ci.key.Public())), d.MediaType, content)
	}
	if err != nil {
		t.Fatal(err)
	}
	me := newPerson(t, f, ci)
	found, err := me.Challenge(t.Context(), me.store, nil)
	if err != nil || len(found) != 1 || len(found[0].Claims) != 1 || found[0].Claims[0].Trusted || found[0].Claims[0].Builder != builderID(stranger.key.Public()) {
		t.Errorf("got %+v, %v", found, err)
	}
	if len(me.warnings) != 1 || !strings.Contains(me.warnings[0], "is not signed by a trusted key") {
		t.Errorf("warned of %q", me.warnings)
	}
	if me.fetch() {
		t.Error("it was taken")
	}
}

// A registry that is down, or does not answer, costs one timeout and one warning.
func TestSilentRegistryCostsOneTimeout(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	me := newPerson(t, f)
	me.opts.Timeout = 300 * time.Millisecond
	f.meanwhile(func(_ http.ResponseWriter, r *http.Request) bool {
		<-r.Context().Done()
		return true
	})
	first := 0
	for i := range 20 {
		if _, ok, err := me.Fetch(t.Context(), me.store, digest.Of(fmt.Append(nil, i))); ok || err != nil {
			t.Fatalf("got %v, %v", ok, err)
		}
		if i == 0 {
			first = len(f.requests())
		}
	}
	if asked := len(f.requests()); asked != first || len(me.warnings) != 1 || !strings.Contains(me.warnings[0], "left alone") {
		t.Errorf("asked %d times for one thing, %d for 20; warned of %q", first, asked, me.warnings)
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
		// Every kind of request but a question fails before it is answered.
		var mu sync.Mutex
		times := map[string]int{}
		often := func(w http.ResponseWriter, r *http.Request) bool {
			path, _, _ := strings.Cut(r.URL.Path, "/uploads/") // each session has a name of its own
			mu.Lock()
			n := times[r.Method+path]
			times[r.Method+path]++
			mu.Unlock()
			if n >= 1 || r.URL.Path == "/v2/" || r.Method == http.MethodHead {
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

// One's own key among the builders is one builder: its entries are asked for once.
func TestOwnKeyIsOneBuilder(t *testing.T) {
	t.Parallel()
	_, key, err := signatures.NewKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Open("127.0.0.1:1/team/cache", Options{Key: key, Builders: []*signatures.PublicKey{key.Public(), key.Public()}})
	if err != nil || len(c.builders) != 1 {
		t.Errorf("%d builders, %v", len(c.builders), err)
	}
}
