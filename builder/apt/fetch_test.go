package apt

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
)

// locked resolves "tools" on a new client.
func locked(t *testing.T, a *archive, opts Options) (*Archive, Locked) {
	t.Helper()
	c := a.client(opts)
	lock, err := c.Resolve(t.Context(), a.toolchain("tools"))
	if err != nil {
		t.Fatal(err)
	}
	return c, lock
}

func TestPackagesThatAreNotTheLocked(t *testing.T) {
	t.Parallel()
	const name = "/debian/pool/main/l/libx/libx_1.0-1_amd64.deb"
	for what, test := range map[string]struct {
		change func(a *archive)
		want   string
		as     any
	}{
		"short":            {func(a *archive) { a.files[name] = a.files[name][:100] }, "has size 100", new(*MismatchError)},
		"long":             {func(a *archive) { a.files[name] = append(a.files[name], 0) }, "has size more", new(*MismatchError)},
		"one byte changed": {func(a *archive) { a.files[name][200] ^= 1 }, "has SHA256", new(*MismatchError)},
		"moved":            {func(a *archive) { delete(a.files, name) }, "libx_1.0-1_amd64.deb has moved or was removed", new(*UnavailableError)},
		"forbidden": {func(a *archive) {
			a.handle = func(w http.ResponseWriter, r *http.Request) bool {
				if r.URL.Path == name {
					w.WriteHeader(http.StatusForbidden)
				}
				return r.URL.Path == name
			}
		}, "403 Forbidden", new(*UnavailableError)},
		"always broken": {func(a *archive) {
			a.handle = func(w http.ResponseWriter, r *http.Request) bool {
				if r.URL.Path == name {
					w.WriteHeader(http.StatusBadGateway)
				}
				return r.URL.Path == name
			}
		}, "502 Bad Gateway", new(*UnavailableError)},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			a := newArchive(t, simple()...)
			c, lock := locked(t, a, Options{})
			test.change(a)
			for _, do := range []func() error{
				func() error { return c.Fetch(t.Context(), lock) },
				func() error { _, err := c.Closure(t.Context(), lock); return err },
			} {
				if err := do(); err == nil || !strings.Contains(err.Error(), test.want) || !errors.As(err, test.as) {
					t.Errorf("got %T %v, want %T with %q", err, err, test.as, test.want)
				}
			}
			if _, ok := c.opts.Store.File(lock.Packages[1].SHA256); ok {
				t.Error("the package is in the store")
			}
			if n := a.count(name); what == "always broken" && n != 2*tries {
				t.Errorf("asked %d times, want %d", n, 2*tries)
			}
		})
	}
}

func TestBrokenConnectionGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	debs := simple()
	debs[1].compression = ""
	debs[1].files = []entry{{name: "./usr/lib/libx", content: strings.Repeat("incompressible? no matter\n", 40_000)}}
	for name, ranges := range map[string]bool{"with ranges": true, "without": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newArchive(t, debs...)
			c, lock := locked(t, a, Options{})
			var cuts, resumed atomic.Int64
			a.handle = func(w http.ResponseWriter, r *http.Request) bool {
				if !strings.Contains(r.URL.Path, "libx") {
					return false
				}
				if r.Header.Get("Range") != "" {
					resumed.Add(1)
				}
				if !ranges {
					r.Header.Del("Range")
				}
				if cuts.Add(1) > 2 {
					return false
				}
				content := a.files[r.URL.Path]
				from := 0
				if _, text, ok := strings.Cut(r.Header.Get("Range"), "bytes="); ok {
					from, _ = strconv.Atoi(strings.TrimSuffix(text, "-"))
					w.Header().Set("Content-Range", "bytes "+strconv.Itoa(from)+"-"+strconv.Itoa(len(content)-1)+"/"+strconv.Itoa(len(content)))
				}
				w.Header().Set("Content-Length", strconv.Itoa(len(content)-from))
				if from > 0 {
					w.WriteHeader(http.StatusPartialContent)
				}
				w.Write(content[from : from+300_000])
				panic(http.ErrAbortHandler)
			}
			if err := c.Fetch(t.Context(), lock); err != nil {
				t.Fatal(err)
			}
			if resumed.Load() < 2 {
				t.Errorf("%d requests for a range", resumed.Load())
			}
		})
	}
}

func TestMirrorsAreAskedAndNotTrusted(t *testing.T) {
	t.Parallel()
	public := newArchive(t, simple()...)
	mirror := newArchive(t)
	mirror.files = map[string][]byte{}
	for name, content := range public.files {
		mirror.files[name] = slices.Clone(content)
	}
	const lie = "/debian/pool/main/l/libx/libx_1.0-1_amd64.deb"
	const gone = "/debian/pool/main/t/tools/tools_2%3a1.0_amd64.deb"
	mirror.files[lie][200] ^= 1
	delete(mirror.files, gone)
	c, lock := locked(t, public, Options{Machine: []Source{{URI: mirror.server.URL + "/debian/"}, {URI: mirror.server.URL + "/other"}}})
	public.count("")
	if err := c.Fetch(t.Context(), lock); err != nil {
		t.Fatal(err)
	}
	if n := mirror.count(".deb"); n != 3 {
		t.Errorf("the mirror was asked for %d packages, want 3", n)
	}
	if n := public.count(".deb"); n != 2 {
		t.Errorf("the public archive was asked for %d packages, want the 2 that the mirror does not have", n)
	}
}

func TestNoPasswordIsTold(t *testing.T) {
	t.Parallel()
	a := newArchive(t, simple()...)
	secret := strings.Replace(a.server.URL, "http://", "http://me:hunter2@", 1)
	var told strings.Builder
	c := a.client(Options{Mirrors: []Mirror{{Prefix: a.server.URL, URL: secret + "/nowhere"}}, Events: func(e Event) {
		told.WriteString(e.Name)
		if e.Err != nil {
			told.WriteString(e.Err.Error())
		}
	}})
	def := a.toolchain("tools")
	lock, err := c.Resolve(t.Context(), def)
	if err != nil {
		t.Fatal(err)
	}
	delete(a.files, "/debian/pool/main/l/libx/libx_1.0-1_amd64.deb")
	err = c.Fetch(t.Context(), lock)
	if err == nil {
		t.Fatal("the package is not there")
	}
	if text := told.String() + err.Error(); strings.Contains(text, "hunter2") || !strings.Contains(text, "nowhere") {
		t.Errorf("told: %s", text)
	}
}

func TestBases(t *testing.T) {
	t.Parallel()
	tr := newTransport(Options{
		Mirrors: []Mirror{{Prefix: "https://snapshot.example.org/archive/", URL: "file:///srv/"}},
		Machine: []Source{{URI: "http://near/debian", Suite: "a"}, {URI: "http://near/debian/", Suite: "b"}, {URI: "http://near/debian-security"}},
	})
	const public = "https://snapshot.example.org/archive/debian/20260507T000000Z/"
	want := []string{"file:///srv/debian/20260507T000000Z", "http://near/debian", strings.TrimSuffix(public, "/")}
	if got := tr.bases(public, false); !slices.Equal(got, want) {
		t.Errorf("packages: got %q, want %q", got, want)
	}
	want[1], want[2] = want[2], want[1]
	if got := tr.bases(public, true); !slices.Equal(got, want) {
		t.Errorf("release: got %q, want %q", got, want)
	}
	if got := tr.bases("https://apt.example.org/oneapi", false); len(got) != 1 {
		t.Errorf("an archive that no mirror has: %q", got)
	}
}
