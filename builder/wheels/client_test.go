package wheels

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"cairn/builder/store"
	"cairn/digest"
	"cairn/testdata/packageindex"
)

var demoWheel = packageindex.Wheel("demo", "1.0", nil, file{Name: "demo.py", Content: "x = 1\n"})

const demoFile = "demo-1.0-py3-none-any.whl"

func demoDistribution() Distribution {
	return Distribution{Name: "demo", Version: "1.0", File: demoFile, SHA256: digest.Of(demoWheel), SizeBytes: int64(len(demoWheel)), Index: DefaultIndex}
}

// serve returns a client whose default index is the one that is served.
func serve(t *testing.T, index *packageindex.Index, change func(*Options)) *Client {
	t.Helper()
	server := httptest.NewServer(index)
	t.Cleanup(server.Close)
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	opts := Options{Store: st, Machine: server.URL + "/simple"}
	if change != nil {
		change(&opts)
	}
	c := NewClient(opts)
	c.pause = time.Millisecond
	return c
}

func withDemo() *packageindex.Index {
	index := packageindex.New()
	index.Add(demoFile, demoWheel)
	return index
}

func TestFetch(t *testing.T) {
	t.Parallel()
	for _, json := range []bool{true, false} {
		index := withDemo()
		index.JSON = json
		var events []Event
		c := serve(t, index, func(o *Options) { o.Events = func(e Event) { events = append(events, e) } })
		all := []Distribution{demoDistribution()}
		if len(c.Missing(all)) != 1 {
			t.Error("the store has it already")
		}
		for range 2 {
			if err := c.Fetch(t.Context(), all); err != nil {
				t.Fatal(err)
			}
		}
		path, ok := c.opts.Store.File(all[0].SHA256)
		if content, err := os.ReadFile(path); !ok || err != nil || string(content) != string(demoWheel) {
			t.Errorf("the store has something else: %v", err)
		}
		if n := index.Requests["/files/"+demoFile]; n != 1 {
			t.Errorf("fetched %d times", n)
		}
		if len(events) != 1 || events[0].Done != 1 || events[0].File != demoFile {
			t.Errorf("got %v", events)
		}
	}
}

func TestIndexesThatLie(t *testing.T) {
	t.Parallel()
	other := packageindex.Wheel("demo", "1.0", nil, file{Name: "demo.py", Content: "x = 2\n"})
	for what, c := range map[string]struct {
		index func() *packageindex.Index
		want  error
	}{
		"another digest on the page": {func() *packageindex.Index {
			index := packageindex.New()
			index.Add(demoFile, other)
			return index
		}, &MismatchError{}},
		"another file behind the page": {func() *packageindex.Index {
			index := packageindex.New()
			index.Add(demoFile, other)
			index.Bare = true
			return index
		}, &MismatchError{}},
		"a longer file": {func() *packageindex.Index {
			index := packageindex.New()
			index.Add(demoFile, append([]byte(strings.Clone(string(demoWheel))), 0))
			index.Bare = true
			return index
		}, &MismatchError{}},
		"a file that is gone": {func() *packageindex.Index {
			index := packageindex.New()
			index.Add("demo-2.0-py3-none-any.whl", other)
			return index
		}, &AbsentError{}},
		"a package that is gone": {packageindex.New, &AbsentError{}},
		"no answer": {func() *packageindex.Index {
			index := withDemo()
			index.Serve = func(w http.ResponseWriter, r *http.Request) bool { w.WriteHeader(http.StatusBadGateway); return true }
			return index
		}, &UnreachableError{}},
		"a page that is none": {func() *packageindex.Index {
			index := withDemo()
			index.Serve = func(w http.ResponseWriter, r *http.Request) bool {
				w.Header().Set("Content-Type", "application/json")
				_, _ = w.Write([]byte("{"))
				return true
			}
			return index
		}, &UnreachableError{}},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			client := serve(t, c.index(), nil)
			err := client.Fetch(t.Context(), []Distribution{demoDistribution()})
			ok := false
			switch c.want.(type) {
			case *MismatchError:
				ok = errors.As(err, new(*MismatchError))
			case *AbsentError:
				ok = errors.As(err, new(*AbsentError))
			case *UnreachableError:
				ok = errors.As(err, new(*UnreachableError))
			}
			if !ok {
				t.Errorf("got %v, want a %T", err, c.want)
			}
			if _, kept := client.opts.Store.File(digest.Of(demoWheel)); kept {
				t.Error("something was kept under the locked digest")
			}
			if err != nil && strings.Contains(err.Error(), "127.0.0.1") {
				t.Errorf("the message has an address: %v", err)
			}
		})
	}
}

func TestInterruptedDownloads(t *testing.T) {
	t.Parallel()
	index := withDemo()
	cut := 2
	index.Serve = func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, "/files/") || cut == 0 {
			return false
		}
		cut--
		w.Header().Set("Content-Length", "100000")
		_, _ = w.Write(demoWheel[:10]) // and the connection breaks
		return true
	}
	retried := 0
	c := serve(t, index, func(o *Options) {
		o.Events = func(e Event) {
			if e.Err != nil && e.File == demoFile {
				retried++
			}
		}
	})
	if err := c.Fetch(t.Context(), []Distribution{demoDistribution()}); err != nil || retried != 2 {
		t.Errorf("retried %d times: %v", retried, err)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	stop := errors.New("stop")
	index.Serve = func(w http.ResponseWriter, r *http.Request) bool { cancel(stop); w.WriteHeader(500); return true }
	fresh := serve(t, index, nil)
	if err := fresh.Fetch(ctx, []Distribution{demoDistribution()}); !errors.Is(err, stop) {
		t.Errorf("got %v", err)
	}
	index.Serve = nil
	if err := fresh.Fetch(t.Context(), []Distribution{demoDistribution()}); err != nil {
		t.Errorf("a cancellation was taken for an answer: %v", err)
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	index := withDemo()
	asked := ""
	index.Serve = func(w http.ResponseWriter, r *http.Request) bool {
		if strings.HasPrefix(r.URL.Path, "/files/") {
			user, password, _ := r.BasicAuth()
			asked = user + ":" + password
		}
		return false
	}
	server := httptest.NewServer(index)
	defer server.Close()
	secret := strings.Replace(server.URL, "http://", "http://me:secret@", 1)
	offline := serve(t, index, func(o *Options) { o.Offline = true })
	if err := offline.Fetch(t.Context(), []Distribution{demoDistribution()}); !errors.Is(err, errOffline) {
		t.Errorf("offline: got %v", err)
	}
	mirrored := serve(t, index, func(o *Options) {
		o.Machine = "http://127.0.0.1:1/nothing"
		o.Mirrors = []Mirror{{strings.TrimSuffix(DefaultIndexURL, "simple"), secret + "/"}}
	})
	if err := mirrored.Fetch(t.Context(), []Distribution{demoDistribution()}); err != nil || asked != "me:secret" {
		t.Errorf("mirror: asked as %q: %v", asked, err)
	}
	d := demoDistribution()
	d.Index = "files"
	index.Base, index.JSON = server.URL, false
	asked = ""
	links := serve(t, index, func(o *Options) { o.Indexes = []Index{{Name: "files", URL: secret + "/links", Links: true}} })
	if err := links.Fetch(t.Context(), []Distribution{d}); err != nil || asked != "me:secret" {
		t.Errorf("page of links: asked as %q: %v", asked, err)
	}
	// Another host is not told who asks.
	index.Base, asked = strings.Replace(server.URL, "127.0.0.1", "localhost", 1), ""
	elsewhere := serve(t, index, func(o *Options) { o.Indexes = []Index{{Name: "files", URL: secret + "/links", Links: true}} })
	if err := elsewhere.Fetch(t.Context(), []Distribution{d}); err != nil || asked != ":" {
		t.Errorf("another host: asked as %q: %v", asked, err)
	}
	closed := serve(t, index, func(o *Options) { o.Machine = "http://me:secret@127.0.0.1:1/simple" })
	err := closed.Reach(t.Context(), DefaultIndex, "demo")
	if !errors.As(err, new(*UnreachableError)) || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}
