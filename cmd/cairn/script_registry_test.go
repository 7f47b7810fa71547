package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"cairn/containers/signatures"

	"github.com/google/go-containerregistry/pkg/registry"
	"github.com/rogpeppe/go-internal/testscript"
)

// registriesKey is where a script keeps its registries.
type registriesKey struct{}

// scriptRegistry is a real registry on the loopback that can be told to misbehave.
type scriptRegistry struct {
	inner http.Handler

	mu     sync.Mutex
	faults []*requestFault
	took   string // a folder that keeps the bodies of all requests; empty for none
}

// take keeps a request's body.
func (s *scriptRegistry) take(r *http.Request) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.took == "" || r.Body == nil {
		return nil
	}
	body, err := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	if err != nil || len(body) == 0 {
		return err
	}
	file, err := os.CreateTemp(s.took, r.Method+"-*")
	if err != nil {
		return err
	}
	_, err = file.Write(body)
	return errors.Join(err, file.Close())
}

// requestFault befalls requests of a method whose path has a part, so many times.
type requestFault struct {
	what, method, part string // what: a status, "drop", "tamper"
	times              int
}

// parseFault reads "WHAT:METHOD:PART:TIMES"; PART may be "sha256:…".
func parseFault(text string) (*requestFault, error) {
	what, rest, _ := strings.Cut(text, ":")
	method, rest, _ := strings.Cut(rest, ":")
	at := strings.LastIndex(rest, ":")
	if at < 0 {
		return nil, fmt.Errorf("fault %q: want WHAT:METHOD:PART:TIMES", text)
	}
	times, err := strconv.Atoi(rest[at+1:])
	return &requestFault{what, method, rest[:at], times}, err
}

func (s *scriptRegistry) fault(r *http.Request) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if f.times > 0 && (f.method == "" || f.method == r.Method) && strings.Contains(r.URL.Path, f.part) {
			f.times--
			return f.what
		}
	}
	return ""
}

func (s *scriptRegistry) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := s.take(r); err != nil {
		panic(err)
	}
	switch what := s.fault(r); what {
	case "":
		s.inner.ServeHTTP(w, r)
	case "drop":
		if connection, _, err := w.(http.Hijacker).Hijack(); err == nil {
			connection.Close()
		}
	case "tamper":
		recorded := httptest.NewRecorder()
		s.inner.ServeHTTP(recorded, r)
		for name, values := range recorded.Header() {
			w.Header()[name] = values
		}
		content := recorded.Body.Bytes()
		content[len(content)/2] ^= 1
		w.WriteHeader(recorded.Code)
		_, _ = w.Write(content)
	default:
		status, _ := strconv.Atoi(what)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, `{"errors":[{"code":"UNAVAILABLE","message":"try later"}]}`)
	}
}

// registryCommand is "registry NAME": a registry on the loopback at $NAME until the
// script ends. "registry NAME WHAT:METHOD:PART:TIMES…" makes so many requests of a method
// whose path has PART fail: WHAT is a status, "drop" for a connection that closes, or
// "tamper" for an answer with one bit flipped. "registry NAME fail" is 500 for all,
// "registry NAME keep:DIR" writes all that it is given into a folder as well.
// "registry NAME tamper" is for all blobs, "registry NAME mend" makes it behave again.
func registryCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: registry NAME [fail|tamper|mend|keep:DIR|WHAT:METHOD:PART:TIMES…]")
	}
	registries, ok := ts.Value(registriesKey{}).(map[string]*scriptRegistry)
	if !ok {
		ts.Fatalf("the script has no room for registries")
	}
	s := registries[args[0]]
	if s == nil {
		s = &scriptRegistry{inner: registry.New(registry.Logger(log.New(io.Discard, "", 0)), registry.WithReferrersSupport(true))}
		server := httptest.NewUnstartedServer(s)
		server.Config.ReadHeaderTimeout = time.Minute
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
		server.Start()
		ts.Defer(server.Close)
		registries[args[0]] = s
		ts.Setenv(args[0], strings.TrimPrefix(server.URL, "http://"))
	}
	const always = 1 << 30
	var faults []*requestFault
	for _, arg := range args[1:] {
		if dir, ok := strings.CutPrefix(arg, "keep:"); ok {
			s.took = ts.MkAbs(dir)
			continue
		}
		switch arg {
		case "mend":
		case "fail":
			faults = append(faults, &requestFault{what: "500", times: always})
		case "tamper":
			faults = append(faults, &requestFault{"tamper", http.MethodGet, "/blobs/", always})
		default:
			f, err := parseFault(arg)
			ts.Check(err)
			faults = append(faults, f)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = faults
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

// matchCommand is "match NAME PATTERN FILE": $NAME is what the first group of a
// regular expression matches first in FILE.
func matchCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: match NAME PATTERN FILE")
	}
	found := regexp.MustCompile(args[1]).FindStringSubmatch(ts.ReadFile(args[2]))
	if len(found) != 2 {
		ts.Fatalf("%s has no match of %s", args[2], args[1])
	}
	ts.Setenv(args[0], found[1])
}
