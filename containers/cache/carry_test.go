package cache

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cairn/containers/registry"
	"cairn/digest"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/sourcegraph/conc/pool"
)

// tree puts a folder with one file into a person's store.
func (p *person) tree(content string) digest.Digest {
	p.Helper()
	dir := p.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), []byte(content), 0o644); err != nil {
		p.Fatal(err)
	}
	d, err := p.store.PutTree(p.Context(), dir)
	if err != nil {
		p.Fatal(err)
	}
	return d
}

// Three actions of one source make its tree available at one time: it is sent once.
func TestOneTreeIsSentOnce(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	from := newPerson(t, f)
	tree := from.tree("of all three")
	work := pool.New().WithErrors()
	for range 3 {
		work.Go(func() error { return from.PushTree(t.Context(), from.store, tree) })
	}
	if err := work.Wait(); err != nil {
		t.Fatal(err)
	}
	uploads := 0
	for _, request := range f.requests() {
		if strings.HasPrefix(request, "PUT ") {
			uploads++
		}
	}
	if uploads != 3 { // the tree, the empty configuration, the manifest
		t.Errorf("%d things were sent: %v", uploads, f.requests())
	}
}

func TestTreesAndJobsAreCarried(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	from, to := newPerson(t, f), newPerson(t, f)
	tree := from.tree("carried")
	var job digest.Digest
	for range 2 {
		f.meanwhile(nil)
		err := from.PushTree(t.Context(), from.store, tree)
		if err == nil {
			job, err = from.PushJob(t.Context(), []byte("a job"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, request := range f.requests() {
		if !strings.HasPrefix(request, "HEAD ") && !strings.HasPrefix(request, "GET ") {
			t.Errorf("what is there was sent again: %s", request)
		}
	}
	if err := to.PullTree(t.Context(), to.store, tree); err != nil {
		t.Fatal(err)
	}
	path, _ := to.store.Tree(tree)
	if content, err := os.ReadFile(filepath.Join(path, "file")); err != nil || string(content) != "carried" {
		t.Errorf("got %q, %v", content, err)
	}
	if content, err := to.PullJob(t.Context(), job); err != nil || string(content) != "a job" {
		t.Errorf("got %q, %v", content, err)
	}
	f.meanwhile(nil)
	if err := to.PullTree(t.Context(), to.store, tree); err != nil || len(f.requests()) > 0 {
		t.Errorf("a tree that is here was asked for: %v, %v", f.requests(), err)
	}
	if _, err := to.PullJob(t.Context(), digest.Of([]byte("none"))); !registry.NotFound(err) {
		t.Errorf("no such job: %v", err)
	}
}

// Anybody who may push can put anything under a name: what is taken is what was asked for.
func TestWhatIsCarriedIsHeldAgainstItsName(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	p, me := newPerson(t, f), newPerson(t, f)
	r, err := p.Cache.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	other := p.tree("other")
	part, bytes, err := pushTree(t.Context(), r, p.store, other, &registry.Moved{})
	if err != nil || bytes != int64(len("other")) {
		t.Fatalf("%d bytes, %v", bytes, err)
	}
	layer := part.descriptor(treeType)
	wanted := digest.Of([]byte("wanted"))
	for _, c := range []struct {
		what   string
		layers []v1.Descriptor
		bytes  string
		want   string
	}{
		{"another tree", []v1.Descriptor{layer}, "5", "is refused"},
		{"a tree of fewer bytes", []v1.Descriptor{layer}, "4", "is refused"},
		{"a tree of less than nothing", []v1.Descriptor{layer}, "-1", "its manifest is not that of a tree"},
		{"a tree of two TiB", []v1.Descriptor{layer}, "2199023255552", "its manifest is not that of a tree"},
		{"a tree of any size", []v1.Descriptor{layer}, "", "its manifest is not that of a tree"},
		{"two trees", []v1.Descriptor{layer, layer}, "5", "its manifest is not that of a tree"},
		{"no tree", nil, "5", "its manifest is not that of a tree"},
	} {
		a := registry.Artifact{Type: TreeType, Others: c.layers, Annotations: map[string]string{treeBytesAnnotation: c.bytes}}
		if _, _, err := r.PushArtifact(t.Context(), treePrefix+wanted.Hex(), a, nil); err != nil {
			t.Fatal(err)
		}
		err := me.PullTree(t.Context(), me.store, wanted)
		if refused := new(Refused); !errors.As(err, &refused) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v", c.what, err)
		}
		if _, kept := me.store.Tree(wanted); kept {
			t.Errorf("%s was kept", c.what)
		}
	}
	for _, blobs := range [][]registry.ArtifactBlob{{{MediaType: "application/json", Content: []byte("other")}}, nil} {
		if _, _, err := r.PushArtifact(t.Context(), jobPrefix+wanted.Hex(), registry.Artifact{Type: JobType, Blobs: blobs}, nil); err != nil {
			t.Fatal(err)
		}
		content, err := me.PullJob(t.Context(), wanted)
		if refused := new(Refused); !errors.As(err, &refused) || content != nil {
			t.Errorf("a job of %d blobs: got %q, %v", len(blobs), content, err)
		}
	}
}

func TestTagsOfEntries(t *testing.T) {
	t.Parallel()
	key := digest.Of([]byte("key"))
	for tag, want := range map[string]bool{
		tagOf(key, "0123456789abcdef"): true, tagOf(key, "0123456789abcde"): false, tagOf(key, ""): false, key.Hex(): false,
		"latest": false, treePrefix + key.Hex(): false, jobPrefix + key.Hex(): false, "x" + tagOf(key, "0123456789abcdef"): false,
	} {
		got, builder, ok := parseTag(tag)
		if ok != want || ok && (got != key || tagOf(got, builder) != tag) {
			t.Errorf("%s: got %v, %q, %t", tag, got, builder, ok)
		}
	}
}

// What stands under such a name and is not a cache's is somebody else's, however old.
func TestCollectLeavesWhatIsOfAnotherKind(t *testing.T) {
	t.Parallel()
	f := newFlawed(t)
	p := newPerson(t, f)
	r, err := p.Cache.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]string{"ours": TreeType, "theirs": "application/vnd.example.model.v1"} {
		a := registry.Artifact{Type: kind, Annotations: map[string]string{createdAnnotation: "2020-01-02T03:04:05Z"}}
		if _, _, err := r.PushArtifact(t.Context(), treePrefix+digest.Of([]byte(name)).Hex(), a, nil); err != nil {
			t.Fatal(err)
		}
	}
	removed, kept, err := p.Collect(t.Context(), time.Now(), false)
	if err != nil || kept != 1 || len(removed) != 1 || !strings.HasSuffix(removed[0].Reference, treePrefix+digest.Of([]byte("ours")).Hex()) {
		t.Errorf("removed %v, kept %d, %v", removed, kept, err)
	}
}
