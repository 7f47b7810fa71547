package registry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-containerregistry/pkg/authn"
	"github.com/google/go-containerregistry/pkg/name"
	inner "github.com/google/go-containerregistry/pkg/registry"
	v1 "github.com/google/go-containerregistry/pkg/v1"
)

// payload is a megabyte that does not repeat.
func payload() []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < 1<<20; i++ {
		fmt.Fprintf(&b, "line %d\n", i)
	}
	return b.Bytes()
}

func descriptor(content []byte) v1.Descriptor {
	h, size, _ := v1.SHA256(bytes.NewReader(content))
	return v1.Descriptor{Digest: h, Size: size}
}

func TestPushIsRetriedWithinBounds(t *testing.T) {
	const uploads = "/blobs/uploads/"
	for name, c := range map[string]struct {
		method, part string
		times        int
		do           func(*faulty, http.ResponseWriter, *http.Request)
		fails        string // what the error says; empty if the push succeeds
	}{
		"500 while looking":           {"HEAD", "/blobs/", 2, answer(500), ""},
		"500 at the start":            {"POST", uploads, 2, answer(500), ""},
		"429 at the start":            {"POST", uploads, 2, answer(429, "Retry-After", "0"), ""},
		"503 in the middle":           {"PATCH", uploads, 2, answer(503), ""},
		"dropped in the middle":       {"PATCH", uploads, 2, drop, ""},
		"dropped at the end":          {"PUT", uploads, 2, drop, ""},
		"hangs in the middle":         {"PATCH", uploads, 1, hang, ""},
		"session forgotten":           {"PUT", uploads, 1, answer(404), ""},
		"500 for ever":                {"POST", uploads, 1000, answer(500), "500 Internal Server Error: TOOMANYREQUESTS: not now"},
		"429 for ever":                {"PATCH", uploads, 1000, answer(429), "429 Too Many Requests: TOOMANYREQUESTS: not now (after 4 attempts)"},
		"429 for longer than we wait": {"POST", uploads, 1000, answer(429, "Retry-After", "3600"), "429 Too Many Requests"},
		"drops for ever":              {"PATCH", uploads, 1000, drop, "(after 4 attempts)"},
		"denied":                      {"POST", uploads, 1000, answer(403), "403 Forbidden"},
		"hangs for ever":              {"POST", uploads, 1000, hang, "no byte moved for 2s (after 2 attempts)"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFaulty(t)
			var opts Options
			if strings.HasPrefix(name, "hangs") {
				opts.Patience = restless
			}
			if c.fails == "" && opts.Patience != (Patience{}) {
				opts.Patience.Attempts = 5 // this machine may be silent, too
			}
			r := f.repository(t, opts)
			f.fail(c.method, c.part, c.times, c.do)
			content := payload()
			start := time.Now()
			moved, err := r.PushBlob(t.Context(), Bytes(content))
			if took := time.Since(start); took > time.Minute {
				t.Errorf("took %s", took)
			}
			if c.fails != "" {
				if err == nil || !strings.Contains(err.Error(), c.fails) {
					t.Fatalf("got %v, want %q", err, c.fails)
				}
				if asked := f.count(c.method, c.part); asked > 4*4 {
					t.Errorf("asked %d times", asked)
				}
				return
			}
			if err != nil || !moved {
				t.Fatalf("moved %v: %v", moved, err)
			}
			got, err := r.Read(t.Context(), descriptor(content), 1<<21)
			if err != nil || !bytes.Equal(got, content) {
				t.Errorf("pulled %d bytes: %v", len(got), err)
			}
			if moved, err := r.PushBlob(t.Context(), Bytes(content)); err != nil || moved {
				t.Errorf("a second push moved it again (%v): %v", moved, err)
			}
		})
	}
}

// A connection that breaks after 700,000 bytes is gone on with there.
func TestUploadGoesOnWhereItBroke(t *testing.T) {
	f := newFaulty(t)
	var events []Event
	r := f.repository(t, Options{Events: func(e Event) { events = append(events, e) }})
	f.fail("PATCH", "/blobs/uploads/", 1, dropAfter(700_000))
	content := payload()
	var opened []int64
	blob := Bytes(content)
	open := blob.Open
	blob.Open = func(offset int64) (io.ReadCloser, error) {
		opened = append(opened, offset)
		return open(offset)
	}
	if _, err := r.PushBlob(t.Context(), blob); err != nil {
		t.Fatal(err)
	}
	if want := []int64{0, 700_000}; !slices.Equal(opened, want) {
		t.Errorf("read from %v, want %v", opened, want)
	}
	if posts := f.count("POST", "uploads"); posts != 1 {
		t.Errorf("%d sessions, want 1", posts)
	}
	if len(events) != 1 || !strings.Contains(events[0].What, "push blob sha256:") || events[0].Reason == "" {
		t.Errorf("told of %v", events)
	}
	if got, err := r.Read(t.Context(), descriptor(content), 1<<21); err != nil || !bytes.Equal(got, content) {
		t.Errorf("pulled %d bytes: %v", len(got), err)
	}
}

func TestPullGoesOnAndProves(t *testing.T) {
	content := payload()
	push := func(t *testing.T) (*faulty, *Repository) {
		f := newFaulty(t)
		r := f.repository(t, Options{})
		if _, err := r.PushBlob(t.Context(), Bytes(content)); err != nil {
			t.Fatal(err)
		}
		return f, r
	}
	other := append([]byte("X"), content[1:]...)
	lie := func(what []byte) func(*faulty, http.ResponseWriter, *http.Request) {
		return func(_ *faulty, w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(what) }
	}
	for name, c := range map[string]struct {
		times int
		do    func(*faulty, http.ResponseWriter, *http.Request)
		fails string
	}{
		"broken twice": {2, half, ""},
		"busy":         {2, answer(503), ""},
		"other bytes":  {1000, lie(other), "is sha256:"},
		"fewer bytes":  {1000, lie(content[:1000]), "ends after 1000 bytes, its descriptor says"},
		"more bytes":   {1000, lie(append(slices.Clone(content), 'X')), "has more than the"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, r := push(t)
			f.fail("GET", "/blobs/sha256:", c.times, c.do)
			got, err := r.Read(t.Context(), descriptor(content), 1<<21)
			if c.fails == "" {
				if err != nil || !bytes.Equal(got, content) {
					t.Errorf("got %d bytes: %v", len(got), err)
				}
				return
			}
			var mismatch *Mismatch
			if !errors.As(err, &mismatch) || !strings.Contains(err.Error(), c.fails) || !strings.Contains(err.Error(), "/me/ember") {
				t.Errorf("got %v, want a mismatch: %q", err, c.fails)
			}
		})
	}
}

func TestManifestOfAnotherDigestIsRefused(t *testing.T) {
	f := newFaulty(t)
	r := f.repository(t, Options{})
	d, _, err := r.PushManifest(t.Context(), "latest", "application/vnd.oci.image.manifest.v1+json", []byte(`{"a":1}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, moved, err := r.PushManifest(t.Context(), "latest", d.MediaType, []byte(`{"a":1}`)); err != nil || moved {
		t.Errorf("the same manifest moved again (%v): %v", moved, err)
	}
	f.fail("GET", "/manifests/", 1, func(_ *faulty, w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(`{"a":2}`)) })
	_, _, err = r.Manifest(t.Context(), d.Digest.String())
	var mismatch *Mismatch
	if !errors.As(err, &mismatch) || !strings.Contains(err.Error(), d.Digest.String()) {
		t.Errorf("got %v", err)
	}
}

func TestReferrersWithAndWithoutTheAPI(t *testing.T) {
	for name, options := range map[string][]inner.Option{"API": {inner.WithReferrersSupport(true)}, "tag": nil} {
		t.Run(name, func(t *testing.T) {
			f := newFaulty(t, options...)
			r := f.repository(t, Options{})
			subject, _, err := r.PushManifest(t.Context(), "latest", "application/vnd.oci.image.manifest.v1+json", []byte(`{"schemaVersion":2}`))
			if err != nil {
				t.Fatal(err)
			}
			var want []v1.Hash
			for _, text := range []string{"one", "two"} {
				a := Artifact{Type: "application/x." + text, Blobs: []ArtifactBlob{{MediaType: "text/plain", Content: []byte(text)}}}
				d, moved, err := r.PushArtifact(t.Context(), "", a, &subject)
				if err != nil || moved.Manifests == 0 || moved.Blobs == 0 {
					t.Fatalf("%+v: %v", moved, err)
				}
				if _, moved, err = r.PushArtifact(t.Context(), "", a, &subject); err != nil || moved.Manifests != 0 || moved.Blobs != 0 || moved.Present != 2 {
					t.Errorf("a second push: %+v: %v", moved, err)
				}
				want = append(want, d.Digest)
			}
			list, err := r.Referrers(t.Context(), subject.Digest)
			if err != nil || len(list) != 2 {
				t.Fatalf("got %v: %v", list, err)
			}
			for _, d := range list {
				if !slices.Contains(want, d.Digest) {
					t.Errorf("lists %s", d.Digest)
				}
			}
			if _, tagged, err := r.HasManifest(t.Context(), fallbackTag(subject.Digest)); err != nil || tagged != (options == nil) {
				t.Errorf("fallback tag is there: %v: %v", tagged, err)
			}
		})
	}
}

// Credentials go to the registry that they are for, and into no error and no event.
func TestCredentialsStayOut(t *testing.T) {
	const secret = "hunter2-very-secret"
	var sent, leaked bool
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		leaked = leaked || r.Header.Get("Authorization") != ""
		w.WriteHeader(http.StatusInternalServerError)
	}))
	defer elsewhere.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, password, _ := r.BasicAuth(); password != secret {
			w.Header().Set("WWW-Authenticate", `Basic realm="test"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		sent = true
		http.Redirect(w, r, elsewhere.URL+"/blob?signature="+secret, http.StatusTemporaryRedirect)
	}))
	defer server.Close()
	parsed, err := name.NewRepository(strings.TrimPrefix(server.URL, "http://") + "/me/ember")
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	r, err := Open(t.Context(), parsed, Options{
		Keychain: authn.NewMultiKeychain(fixed{authn.AuthConfig{Username: "me", Password: secret}}), Patience: quick,
		Events: func(e Event) { told = append(told, fmt.Sprint(e)) },
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Read(t.Context(), v1.Descriptor{Digest: v1.Hash{Algorithm: "sha256", Hex: strings.Repeat("0", 64)}, Size: 3}, 10)
	if err == nil || !sent {
		t.Fatalf("err %v, sent %v", err, sent)
	}
	if leaked {
		t.Error("another host was given the credentials")
	}
	if text := fmt.Sprintf("%v %+v %v", err, err, told); strings.Contains(text, secret) || len(told) == 0 {
		t.Errorf("said: %s", text)
	}
}

type fixed struct{ config authn.AuthConfig }

func (f fixed) Resolve(authn.Resource) (authn.Authenticator, error) {
	return authn.FromConfig(f.config), nil
}

// A registry that is down costs one attempt where one is wanted.
func TestRegistryThatIsDown(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	parsed, err := name.NewRepository(strings.TrimPrefix(server.URL, "http://") + "/me/ember")
	if err != nil {
		t.Fatal(err)
	}
	var told []Event
	_, err = Open(context.Background(), parsed, Options{Patience: Patience{Attempts: 1}, Events: func(e Event) { told = append(told, e) }})
	if !Unreachable(err) || !strings.Contains(err.Error(), "connection refused") || len(told) > 0 {
		t.Errorf("got %v, after %v", err, told)
	}
}

// Answers that no registry gives are refused: soon, in little memory, and with what and where.
func TestHostileAnswers(t *testing.T) {
	endless := func(kind string) func(*faulty, http.ResponseWriter, *http.Request) {
		return func(_ *faulty, w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					return
				}
			}
		}
	}
	says := func(text string) func(*faulty, http.ResponseWriter, *http.Request) {
		return func(_ *faulty, w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/vnd.oci.image.index.v1+json")
			_, _ = io.WriteString(w, text)
		}
	}
	subject := descriptor([]byte("subject")).Digest
	manifest := func(ctx context.Context, r *Repository) error { _, _, err := r.Manifest(ctx, "latest"); return err }
	referrers := func(ctx context.Context, r *Repository) error { _, err := r.Referrers(ctx, subject); return err }
	blob := func(size int64) func(context.Context, *Repository) error {
		return func(ctx context.Context, r *Repository) error {
			_, err := r.Read(ctx, v1.Descriptor{Digest: subject, Size: size}, 1<<20)
			return err
		}
	}
	tags := func(ctx context.Context, r *Repository) error { return r.Tags(ctx, func(string) error { return nil }) }
	push := func(ctx context.Context, r *Repository) error {
		_, err := r.PushBlob(ctx, Bytes([]byte("x")))
		return err
	}
	for name, c := range map[string]struct {
		method, part string
		do           func(*faulty, http.ResponseWriter, *http.Request)
		ask          func(context.Context, *Repository) error
		want         string
	}{
		"endless manifest":  {"GET", "/manifests/", endless("application/json"), manifest, "has more than the 4194304 bytes that are read"},
		"endless referrers": {"GET", "/referrers/", endless("application/vnd.oci.image.index.v1+json"), referrers, "has more than the 4194304 bytes that are read"},
		"endless blob":      {"GET", "/blobs/", endless("text/plain"), blob(1000), "has more than the 1000 bytes"},
		"endless fault":     {"GET", "/manifests/", func(f *faulty, w http.ResponseWriter, r *http.Request) { w.WriteHeader(403); endless("")(f, w, r) }, manifest, "403 Forbidden"},
		"fault in drops": {"GET", "/manifests/", func(_ *faulty, w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(403)
			for r.Context().Err() == nil {
				_, _ = io.WriteString(w, "x")
				_ = http.NewResponseController(w).Flush() // the client may be gone, which ends it
				time.Sleep(50 * time.Millisecond)
			}
		}, manifest, "403 Forbidden"},
		"tags without a last": {"GET", "/tags/", func(_ *faulty, w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Link", "<"+r.URL.Path+">; rel=\"next\"")
			_, _ = io.WriteString(w, `{"tags":[`+strings.Repeat(`"v",`, 300_000)+`"v"]}`)
		}, tags, "lists more than 1000000 tags"},
		"blob of a negative size": {"GET", "/blobs/", says("x"), blob(-1), "has more than the -1 bytes"},
		"blob of an exabyte":      {"GET", "/blobs/", says("x"), blob(1 << 60), "more than the 1048576 that are read"},
		"referrers nested deep":   {"GET", "/referrers/", says(strings.Repeat("[", 1<<20)), referrers, "is no image index"},
		"referrers of a web page": {"GET", "/referrers/", says("<html>"), referrers, "is no image index"},
		"referrers of no digest":  {"GET", "/referrers/", says(`{"manifests":[{"digest":"sha256:../../../etc/passwd"}]}`), referrers, "is no image index"},
		"upload elsewhere":        {"POST", "/blobs/uploads/", answer(202, "Location", "file:///etc/passwd"), push, "unsupported protocol scheme"},
		"upload to no address":    {"POST", "/blobs/uploads/", answer(202, "Location", "http://[::1"), push, "missing ']' in host"},
		"redirected for ever": {"GET", "/manifests/", func(_ *faulty, w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path, http.StatusTemporaryRedirect)
		}, manifest, "stopped after 10 redirects"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFaulty(t, inner.WithReferrersSupport(true))
			patience := quick
			if name == "fault in drops" {
				patience = restless
			}
			r := f.repository(t, Options{Patience: patience})
			f.fail(c.method, c.part, 1000, c.do)
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
			defer cancel()
			err := c.ask(ctx, r)
			if err == nil || !strings.Contains(err.Error(), c.want) || len(err.Error()) > 2000 {
				t.Errorf("got %.2000v, want %q", err, c.want)
			}
		})
	}
}
