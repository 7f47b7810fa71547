package containers

import (
	"archive/tar"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-containerregistry/pkg/name"
	inner "github.com/google/go-containerregistry/pkg/registry"

	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/digest"
)

// testRegistry is a registry in this process, with something between it and the client.
func testRegistry(t *testing.T, between func(http.Handler) http.Handler, options ...inner.Option) *registry.Repository {
	t.Helper()
	handler := inner.New(append(options, inner.Logger(log.New(io.Discard, "", 0)))...)
	if between != nil {
		handler = between(handler)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	parsed, err := name.NewRepository(strings.TrimPrefix(server.URL, "http://") + "/me/ember")
	if err != nil {
		t.Fatal(err)
	}
	r, err := registry.Open(t.Context(), parsed, registry.Options{Patience: registry.Patience{Attempts: 2, FirstWait: time.Millisecond}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func testPublication(t *testing.T, key *signatures.Key) Publication {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "image")
	built := mustBuild(t, simpleSpec(smallTree(t, "published")), dir, Options{})
	return Publication{
		Image: mustOpen(t, dir, "ember"), Tag: "1", Key: key,
		Documents: []Document{
			{Name: "lock", MediaType: LockType, Content: []byte("format = 1\n")},
			{Name: "spdx", MediaType: SPDXType, Content: []byte(`{"spdxVersion":"SPDX-2.3"}`)},
		},
		Provenance: Provenance{
			Stack: "ember", Lock: digest.Of([]byte("format = 1\n")), Builder: "urn:test", Version: "1", LayerFormat: LayerFormat,
			Materials: []Material{{Name: "engine", Git: "https://example.org/e.git", Commit: strings.Repeat("a", 40),
				Patches: []PatchMaterial{{Name: "p", SHA256: digest.Of([]byte("p"))}}}},
			Layers: built.Layers,
		},
	}
}

func TestPublishTwiceMovesNothing(t *testing.T) {
	t.Parallel()
	_, key, err := signatures.NewKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	for kind, options := range map[string][]inner.Option{"API": {inner.WithReferrersSupport(true)}, "tag": nil} {
		r := testRegistry(t, nil, options...)
		p := testPublication(t, key)
		first, err := Publish(t.Context(), r, p, nil)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if first.Moved.Blobs < 7 || len(first.Referrers) != 4 {
			t.Errorf("%s: first: %+v", kind, first)
		}
		second, err := Publish(t.Context(), r, p, nil)
		if err != nil || second.Moved.Blobs != 0 || second.Moved.Manifests != 0 || second.Moved.Bytes != 0 {
			t.Errorf("%s: second: %+v: %v", kind, second, err)
		}
		h, ok, err := r.HasManifest(t.Context(), "1")
		if err != nil || !ok || h.Hex != p.Image.Digest.Hex() {
			t.Errorf("%s: the tag stands for %s: %v", kind, h, err)
		}
		// Pulled, it is the image.
		image, err := Pull(t.Context(), r, "1", "amd64", filepath.Join(t.TempDir(), "pulled"))
		if err != nil || image.Digest != p.Image.Digest {
			t.Fatalf("%s: pulled %v: %v", kind, image, err)
		}
		mustVerify(t, image.Dir)
	}
}

// The tag comes last: where a document cannot be pushed there is none.
func TestTagComesLast(t *testing.T) {
	t.Parallel()
	var manifests atomic.Int32
	r := testRegistry(t, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
			if req.Method == http.MethodPut && strings.Contains(req.URL.Path, "/manifests/") && manifests.Add(1) > 2 {
				w.WriteHeader(http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, req)
		})
	})
	_, err := Publish(t.Context(), r, testPublication(t, nil), nil)
	if err == nil {
		t.Fatal("published")
	}
	if _, tagged, err := r.HasManifest(t.Context(), "1"); err != nil || tagged {
		t.Errorf("the tag is there (%v): %v", tagged, err)
	}
}

// What a registry changed on the way is found, by name.
func TestTamperedManifestsAndDocumentsAreFound(t *testing.T) {
	t.Parallel()
	_, key, err := signatures.NewKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	var tampered atomic.Value // part of the path whose answers are changed
	tampered.Store("none")
	r := testRegistry(t, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
			if req.Method != http.MethodGet || !strings.HasSuffix(req.URL.Path, tampered.Load().(string)) {
				next.ServeHTTP(w, req)
				return
			}
			recorder := httptest.NewRecorder()
			next.ServeHTTP(recorder, req)
			for name, values := range recorder.Header() {
				w.Header()[name] = values
			}
			content := recorder.Body.Bytes()
			content[len(content)/2] ^= 1
			w.WriteHeader(recorder.Code)
			_, _ = w.Write(content)
		})
	}, inner.WithReferrersSupport(true))
	p := testPublication(t, key)
	published, err := Publish(t.Context(), r, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	var mismatch *registry.Mismatch
	tampered.Store("/manifests/" + published.Digest.String())
	if _, _, err := Manifest(t.Context(), r, published.Digest.String(), "amd64"); !errors.As(err, &mismatch) || !strings.Contains(err.Error(), published.Digest.String()) {
		t.Errorf("image manifest: %v", err)
	}
	for _, referrer := range published.Referrers {
		tampered.Store("/manifests/" + referrer.Digest.String())
		attached, err := Attached(t.Context(), r, hashOf(published.Digest))
		if err != nil {
			t.Fatal(err)
		}
		faults := 0
		for _, a := range attached {
			if a.Fault != nil {
				faults++
				if !errors.As(a.Fault, &mismatch) || !strings.Contains(a.Fault.Error(), referrer.Digest.String()) {
					t.Errorf("%s: %v", referrer.Kind, a.Fault)
				}
			}
		}
		if faults != 1 {
			t.Errorf("%s tampered with: %d faults among %d", referrer.Kind, faults, len(attached))
		}
	}
	layer := p.Image.Manifest.Layers[0].Digest.String()
	tampered.Store("/blobs/" + layer)
	if _, err := Pull(t.Context(), r, "1", "amd64", filepath.Join(t.TempDir(), "x")); !errors.As(err, &mismatch) || !strings.Contains(err.Error(), layer) {
		t.Errorf("layer: %v", err)
	}
}

func TestProvenanceReadsBack(t *testing.T) {
	t.Parallel()
	p := testPublication(t, nil).Provenance
	p.Image = digest.Of([]byte("image"))
	p.Stripped, p.Impure = []string{"vendor-sdk"}, true
	p.Documents = []Document{{Name: "lock", MediaType: LockType, Digest: digest.Of([]byte("l"))}}
	p.Toolchains = []Toolchain{{Name: "host", Impure: true, ID: digest.Of([]byte("t"))}}
	content, err := p.Statement()
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadProvenance(content)
	if err != nil {
		t.Fatal(err)
	}
	want := p
	want.Materials, want.Toolchains, want.SourceDateEpoch = nil, nil, 0
	for i := range want.Layers {
		l := want.Layers[i]
		want.Layers[i] = BuiltLayer{Origin: l.Origin, Digest: l.Digest, DiffID: l.DiffID}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	// Fields that other tools read (slsa.dev/provenance/v1, in-toto statement v1).
	var s struct {
		Type          string `json:"_type"`
		PredicateType string `json:"predicateType"`
		Predicate     struct {
			BuildDefinition struct {
				ResolvedDependencies []struct {
					Name   string
					URI    string
					Digest map[string]string
				} `json:"resolvedDependencies"`
			} `json:"buildDefinition"`
		} `json:"predicate"`
	}
	if err := json.Unmarshal(content, &s); err != nil {
		t.Fatal(err)
	}
	deps := s.Predicate.BuildDefinition.ResolvedDependencies
	if s.Type != "https://in-toto.io/Statement/v1" || s.PredicateType != "https://slsa.dev/provenance/v1" || len(deps) != 3 {
		t.Fatalf("got %+v", s)
	}
	if deps[1].Digest["gitCommit"] != strings.Repeat("a", 40) || deps[2].Digest["sha256"] != digest.Of([]byte("p")).Hex() {
		t.Errorf("dependencies: %+v", deps)
	}
	if _, err := ReadSignature(content); err == nil {
		t.Error("provenance counts as a signature")
	}
}

// An image laid upon another has its layers, bytes and all, and its own on top.
func TestImageUponABase(t *testing.T) {
	t.Parallel()
	base := foreignImage(t, []tar.Header{file("etc/os-release"), file("usr/lib/libc.so.6")}, []tar.Header{file("usr/bin/sh")})
	base.Config.Config.Env = []string{"LANG=C", "PATH=/bin"}
	spec := simpleSpec(smallTree(t, "upon"))
	spec.Base, spec.BaseName = base, "example.org/debian@"+base.Digest.String()
	dir := filepath.Join(t.TempDir(), "image")
	built := mustBuild(t, spec, dir, Options{})
	mustVerify(t, dir)
	image := mustOpen(t, dir, "ember")
	if len(built.Layers) != 3 || built.Layers[0].Origin != OriginImage || !built.Layers[1].Reused {
		t.Errorf("layers: %+v", built.Layers)
	}
	for i, d := range base.Manifest.Layers {
		if image.Manifest.Layers[i].Digest != d.Digest {
			t.Errorf("layer %d is %s, the base has %s", i, image.Manifest.Layers[i].Digest, d.Digest)
		}
	}
	if got := image.Config.Config.Env; !reflect.DeepEqual(got, []string{"LANG=C", "A=<&>", "PATH=/opt/stack/bin"}) {
		t.Errorf("variables: %q", got)
	}
	if image.Manifest.Annotations[annotationBaseDigest] != base.Digest.String() {
		t.Errorf("annotations: %v", image.Manifest.Annotations)
	}
	root := filepath.Join(t.TempDir(), "root")
	if err := Unpack(context.Background(), image, root); err != nil {
		t.Fatal(err)
	}
}
