package apt

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"cairn/builder/store"
	"cairn/stacks"
	"cairn/testdata/debarchive"

	"github.com/ProtonMail/go-crypto/openpgp"
)

// today is when tests happen; their archives are signed an hour before.
var today = time.Date(2026, 5, 7, 12, 0, 0, 0, time.UTC)

// newKey makes a signing key, valid since 2020.
func newKey(t *testing.T, name string) *openpgp.Entity {
	t.Helper()
	key, err := debarchive.NewKey(name)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func fingerprint(key *openpgp.Entity) string { return debarchive.Fingerprint(key) }

// entry is one entry of a test's data.tar.
type entry struct {
	name, content, link string
	kind                byte // tar.TypeReg unless said
	mode                int64
}

// testDeb is a package that tests make.
type testDeb struct {
	name, version string
	fields        string // more lines of the stanza, "Depends: x\n"
	files         []entry
	compression   string // of data.tar: ".gz", ".xz", ".zst" or ""
	control       string // in place of the stanza, inside the .deb
}

// deb is the package as archives have it.
func (d testDeb) deb() debarchive.Deb {
	return debarchive.Deb{Name: d.name, Version: d.version, Fields: d.fields, Files: entries(d.files), Compression: d.compression, Control: d.control}
}

func entries(list []entry) []debarchive.Entry {
	var all []debarchive.Entry
	for _, e := range list {
		all = append(all, debarchive.Entry{Name: e.name, Content: e.content, Link: e.link, Kind: e.kind, Mode: e.mode})
	}
	return all
}

// made fails the test where something could not be made.
func made(t testing.TB) func(content []byte, err error) []byte {
	return func(content []byte, err error) []byte {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
}

func (d testDeb) pack(t testing.TB) []byte { return made(t)(d.deb().Pack()) }

// archive is a repository that a test serves.
type archive struct {
	t      *testing.T
	key    *openpgp.Entity
	files  map[string][]byte // by path below the server
	server *httptest.Server

	mu       sync.Mutex
	requests []string
	// handle, if set, may answer before the files do.
	handle func(w http.ResponseWriter, r *http.Request) bool
}

// release says how an archive's release differs from a good one.
type releaseOptions struct {
	suite, codename string
	date            time.Time
	validUntil      time.Time
	key             *openpgp.Entity
	byHash          bool
	fields          string
	apart           bool // Release and Release.gpg in place of InRelease
	compressions    []string
}

// newArchive serves "debian", suite "stable", component "main", with debs.
func newArchive(t *testing.T, debs ...testDeb) *archive {
	t.Helper()
	a := &archive{t: t, key: newKey(t, "archive"), files: map[string][]byte{}}
	a.server = httptest.NewServer(http.HandlerFunc(a.serve))
	t.Cleanup(a.server.Close)
	a.publish(releaseOptions{}, debs...)
	return a
}

func (a *archive) serve(w http.ResponseWriter, r *http.Request) {
	a.mu.Lock()
	a.requests = append(a.requests, r.URL.Path)
	handle, content, ok := a.handle, a.files[r.URL.Path], a.files[r.URL.Path] != nil
	a.mu.Unlock()
	switch {
	case handle != nil && handle(w, r):
	case ok:
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	default:
		http.NotFound(w, r)
	}
}

// publish replaces the archive's content; old pool files stay.
func (a *archive) publish(o releaseOptions, debs ...testDeb) {
	a.t.Helper()
	a.mu.Lock()
	defer a.mu.Unlock()
	var list []debarchive.Deb
	for _, d := range debs {
		list = append(list, d.deb())
	}
	a.change(func(files *debarchive.Archive) error { return files.Publish(o.release(), list...) })
}

// sign writes the release; the caller holds the lock.
func (a *archive) sign(o releaseOptions, list string) {
	a.t.Helper()
	a.change(func(files *debarchive.Archive) error { return files.Sign(o.release(), list) })
}

// change works on the files below /debian/.
func (a *archive) change(do func(files *debarchive.Archive) error) {
	a.t.Helper()
	files := &debarchive.Archive{Key: a.key, Files: map[string][]byte{}}
	for name, content := range a.files {
		files.Files[strings.TrimPrefix(name, "/debian/")] = content
	}
	if err := do(files); err != nil {
		a.t.Fatal(err)
	}
	clear(a.files)
	for name, content := range files.Files {
		a.files["/debian/"+name] = content
	}
}

func (o releaseOptions) release() debarchive.Release {
	if o.date.IsZero() {
		o.date = today.Add(-time.Hour)
	}
	return debarchive.Release{
		Suite: o.suite, Codename: o.codename, Date: o.date, ValidUntil: o.validUntil, Key: o.key,
		ByHash: o.byHash, Fields: o.fields, Apart: o.apart, Compressions: o.compressions,
	}
}

// count says how many requests had a part in their path, and forgets all.
func (a *archive) count(part string) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	n := 0
	for _, r := range a.requests {
		if strings.Contains(r, part) {
			n++
		}
	}
	a.requests = nil
	return n
}

// toolchain is a definition with the archive as its only repository.
func (a *archive) toolchain(packages ...string) *stacks.Toolchain {
	return &stacks.Toolchain{
		Name: "tools", Kind: stacks.AptToolchain, Packages: packages,
		Distro: &stacks.Distro{Name: "test", Apt: []stacks.AptRepository{{
			Name: "main", URL: a.server.URL + "/debian", Suite: "stable", Components: []string{"main"}, Fingerprint: fingerprint(a.key),
		}}},
	}
}

// keyFile writes the public key for Options.Keyrings.
func (a *archive) keyFile() string {
	a.t.Helper()
	name := filepath.Join(a.t.TempDir(), "key.gpg")
	file, err := os.Create(name)
	if err != nil {
		a.t.Fatal(err)
	}
	if err := errors.Join(a.key.Serialize(file), file.Close()); err != nil {
		a.t.Fatal(err)
	}
	return name
}

// client opens the archive's counterpart on a store of its own, and holds the store
// against its promises when the test ends: nothing in tmp, nothing under a name that
// it is not.
func (a *archive) client(opts Options) *Archive {
	a.t.Helper()
	if opts.Store == nil {
		opts.Store = newStore(a.t)
	}
	if opts.Keyrings == nil {
		opts.Keyrings = []string{a.keyFile()}
	}
	if opts.Now.IsZero() {
		opts.Now = today
	}
	opts.Architecture = "amd64"
	c, err := Open(opts)
	if err != nil {
		a.t.Fatal(err)
	}
	c.fetch.pause = time.Millisecond
	return c
}

func newStore(t *testing.T) *store.Store {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "store")
	st, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		left := 0
		err := filepath.WalkDir(filepath.Join(dir, "tmp"), func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && !strings.HasSuffix(name, ".lock") {
				left++
				t.Errorf("left behind: %s", name)
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Error(err)
		}
		if err := st.Verify(context.Background(), func(f store.Fault) { t.Errorf("the store lies: %+v", f) }); err != nil {
			t.Error(err)
		}
		st.Close()
		store.RemoveAll(dir)
	})
	return st
}

// names of packages, for comparing.
func names(packages []Package) []string {
	var all []string
	for _, p := range packages {
		all = append(all, p.Name+"="+p.Version)
	}
	return all
}
