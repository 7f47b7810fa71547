package registry

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-containerregistry/pkg/name"
	inner "github.com/google/go-containerregistry/pkg/registry"
)

// faulty is a real registry behind a connection that fails on purpose.
type faulty struct {
	*httptest.Server
	registry http.Handler

	mu     sync.Mutex
	seen   []string // "METHOD path", without what is a name of an upload session
	kept   map[string]int64
	faults []fault
}

// fault is what befalls requests of a method whose path has a part, so many times.
type fault struct {
	method, part string
	times        int
	do           func(f *faulty, w http.ResponseWriter, r *http.Request)
}

func newFaulty(t *testing.T, options ...inner.Option) *faulty {
	t.Helper()
	options = append(options, inner.Logger(log.New(io.Discard, "", 0)))
	f := &faulty{registry: inner.New(options...), kept: map[string]int64{}}
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Server.Close)
	return f
}

func (f *faulty) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	if r.URL.Path != "/v2/" {
		f.seen = append(f.seen, r.Method+" "+r.URL.Path)
	}
	for i := range f.faults {
		if fault := &f.faults[i]; fault.times > 0 && fault.method == r.Method && strings.Contains(r.URL.Path, fault.part) {
			fault.times--
			f.mu.Unlock()
			fault.do(f, w, r)
			return
		}
	}
	kept, asked := f.kept[r.URL.Path]
	f.mu.Unlock()
	if asked && r.Method == http.MethodGet { // the registry below cannot tell
		w.Header().Set("Location", r.URL.Path)
		w.Header().Set("Range", fmt.Sprintf("0-%d", kept-1))
		w.WriteHeader(http.StatusNoContent)
		return
	}
	f.registry.ServeHTTP(w, r)
}

func (f *faulty) fail(method, part string, times int, do func(*faulty, http.ResponseWriter, *http.Request)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.faults = append(f.faults, fault{method, part, times, do})
}

// count says how many requests of a method had a part in their path.
func (f *faulty) count(method, part string) (n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, line := range f.seen {
		if strings.HasPrefix(line, method+" ") && strings.Contains(line, part) {
			n++
		}
	}
	return n
}

func (f *faulty) repository(t *testing.T, opts Options) *Repository {
	t.Helper()
	if opts.Patience == (Patience{}) {
		opts.Patience = quick
	}
	parsed, err := name.NewRepository(strings.TrimPrefix(f.URL, "http://") + "/me/ember")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Open(t.Context(), parsed, opts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// quick is patience for tests: the same steps, in milliseconds.
var quick = Patience{Attempts: 4, FirstWait: time.Millisecond, LongestWait: 20 * time.Millisecond, Connect: time.Minute, Stall: time.Minute}

// restless is quick that gives up on a silent connection, for what really is silent.
var restless = Patience{Attempts: 2, FirstWait: time.Millisecond, LongestWait: 20 * time.Millisecond, Connect: time.Minute, Stall: 2 * time.Second}

// answer replies with a status and headers.
func answer(status int, headers ...string) func(*faulty, http.ResponseWriter, *http.Request) {
	return func(_ *faulty, w http.ResponseWriter, r *http.Request) {
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, `{"errors":[{"code":"TOOMANYREQUESTS","message":"not now"}]}`)
	}
}

// drop closes the connection without an answer.
func drop(_ *faulty, w http.ResponseWriter, r *http.Request) {
	connection, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	connection.Close()
}

// dropAfter takes n bytes of an upload in, then closes the connection.
func dropAfter(n int64) func(*faulty, http.ResponseWriter, *http.Request) {
	return func(f *faulty, w http.ResponseWriter, r *http.Request) {
		part, err := io.ReadAll(io.LimitReader(r.Body, n))
		if err != nil {
			panic(err)
		}
		below := r.Clone(r.Context())
		below.Body, below.ContentLength = io.NopCloser(bytes.NewReader(part)), int64(len(part))
		f.registry.ServeHTTP(httptest.NewRecorder(), below)
		f.mu.Lock()
		f.kept[r.URL.Path] += int64(len(part))
		f.mu.Unlock()
		drop(f, w, r)
	}
}

// half answers with the first half of a blob, then closes the connection.
func half(f *faulty, w http.ResponseWriter, r *http.Request) {
	recorder := httptest.NewRecorder()
	f.registry.ServeHTTP(recorder, r)
	for name, values := range recorder.Header() {
		w.Header()[name] = values
	}
	w.WriteHeader(recorder.Code)
	_, _ = w.Write(recorder.Body.Bytes()[:recorder.Body.Len()/2])
	if err := http.NewResponseController(w).Flush(); err != nil {
		panic(err)
	}
	drop(f, w, r)
}

// hang moves no byte until the client goes away.
func hang(_ *faulty, _ http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	<-r.Context().Done()
}
