package main

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"

	"cairn/containers/signatures"

	"github.com/google/go-containerregistry/pkg/registry"
	"github.com/rogpeppe/go-internal/testscript"
)

// registriesKey is where a script keeps its registries.
type registriesKey struct{}

// scriptRegistry is a real registry on the loopback that can be told to misbehave.
type scriptRegistry struct {
	inner http.Handler
	mood  atomic.Value // "", "fail" or "tamper"
}

func (s *scriptRegistry) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch s.mood.Load() {
	case "fail":
		w.WriteHeader(http.StatusInternalServerError)
		return
	case "tamper":
		if r.Method == http.MethodGet && strings.Contains(r.URL.Path, "/blobs/") {
			recorded := httptest.NewRecorder()
			s.inner.ServeHTTP(recorded, r)
			content := recorded.Body.Bytes()
			content[len(content)/2] ^= 1
			_, _ = w.Write(content)
			return
		}
	}
	s.inner.ServeHTTP(w, r)
}

// registryCommand is "registry NAME": a registry on the loopback at $NAME until the
// script ends. "registry NAME fail" makes it answer 500, "registry NAME tamper" change
// a byte of each blob, "registry NAME mend" behave again.
func registryCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: registry NAME [fail|tamper|mend]")
	}
	registries, ok := ts.Value(registriesKey{}).(map[string]*scriptRegistry)
	if !ok {
		ts.Fatalf("the script has no room for registries")
	}
	if len(args) == 2 {
		registries[args[0]].mood.Store(args[1])
		return
	}
	s := &scriptRegistry{inner: registry.New(registry.Logger(log.New(io.Discard, "", 0)))}
	s.mood.Store("")
	server := httptest.NewServer(s)
	ts.Defer(server.Close)
	registries[args[0]] = s
	ts.Setenv(args[0], strings.TrimPrefix(server.URL, "http://"))
}

// keyCommand is "key FILE": a new key in FILE, its public half in FILE.pub.
func keyCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: key FILE")
	}
	private, key, err := signatures.NewKey(nil)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), private, 0o600))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".pub"), key.Public().PEM(), 0o644))
}

// tamperCommand is "tamper FROM TO": TO is FROM with one bit in its middle changed.
func tamperCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: tamper FROM TO")
	}
	content, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	content[len(content)/2] ^= 4
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), content, 0o644))
}
