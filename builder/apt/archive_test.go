package apt

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/armor"
	"github.com/ProtonMail/go-crypto/openpgp/clearsign"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// today is when tests happen; their archives are signed an hour before.
var today = time.Date(2026, 5, 7, 12, 0, 0, 0, time.UTC)

func at(date time.Time) *packet.Config {
	return &packet.Config{Time: func() time.Time { return date }, Algorithm: packet.PubKeyAlgoEdDSA, DefaultHash: crypto.SHA256}
}

// newKey makes a signing key, valid since 2020.
func newKey(t *testing.T, name string) *openpgp.Entity {
	t.Helper()
	key, err := openpgp.NewEntity(name, "", name+"@example.org", at(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func fingerprint(key *openpgp.Entity) string {
	return strings.ToUpper(hex.EncodeToString(key.PrimaryKey.Fingerprint))
}

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

func (d testDeb) stanza() string {
	text := fmt.Sprintf("Package: %s\nVersion: %s\n", d.name, d.version)
	if !strings.Contains(d.fields, "Architecture:") {
		text += "Architecture: amd64\n"
	}
	return text + d.fields + "Description: made by a test\n and nothing else\n"
}

// pack writes a .deb, member by member.
func (d testDeb) pack(t testing.TB) []byte {
	t.Helper()
	control := d.control
	if control == "" {
		control = d.stanza()
	}
	var out bytes.Buffer
	out.WriteString("!<arch>\n")
	member := func(name string, content []byte) {
		fmt.Fprintf(&out, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", name, 0, 0, 0, "100644", len(content))
		out.Write(content)
		if len(content)%2 == 1 {
			out.WriteByte('\n')
		}
	}
	member("debian-binary", []byte("2.0\n"))
	member("control.tar.gz", compress(t, ".gz", tarball(t, []entry{{name: "./", kind: tar.TypeDir}, {name: "./control", content: control}})))
	member("data.tar"+d.compression, compress(t, d.compression, tarball(t, d.files)))
	return out.Bytes()
}

func tarball(t testing.TB, entries []entry) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, e := range entries {
		if e.kind == 0 {
			e.kind = tar.TypeReg
		}
		if e.mode == 0 {
			e.mode = 0o644
		}
		err := w.WriteHeader(&tar.Header{Name: e.name, Linkname: e.link, Typeflag: e.kind, Mode: e.mode, Size: int64(len(e.content)), Format: tar.FormatGNU})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func compress(t testing.TB, suffix string, content []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	var err error
	switch suffix {
	case ".gz":
		w := gzip.NewWriter(&out)
		_, err = w.Write(content)
		err = errors.Join(err, w.Close())
	case ".xz":
		w, e := xz.NewWriter(&out)
		if e != nil {
			t.Fatal(e)
		}
		_, err = w.Write(content)
		err = errors.Join(err, w.Close())
	case ".zst":
		w, e := zstd.NewWriter(&out)
		if e != nil {
			t.Fatal(e)
		}
		_, err = w.Write(content)
		err = errors.Join(err, w.Close())
	default:
		return content
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

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
	var index strings.Builder
	for _, d := range debs {
		content := d.pack(a.t)
		name := path.Join("pool", "main", d.name[:1], d.name, fmt.Sprintf("%s_%s_amd64.deb", d.name, strings.ReplaceAll(d.version, ":", "%3a")))
		a.files["/debian/"+name] = content
		fmt.Fprintf(&index, "%sFilename: %s\nSize: %d\nSHA256: %s\n\n", d.stanza(), name, len(content), digest.Of(content).Hex())
	}
	if o.compressions == nil {
		o.compressions = []string{"", ".gz", ".xz"}
	}
	list := ""
	for _, suffix := range append([]string{""}, o.compressions...) {
		content := compress(a.t, suffix, []byte(index.String()))
		name := "main/binary-amd64/Packages" + suffix
		if suffix != "" || slices.Contains(o.compressions, "") {
			a.files["/debian/dists/stable/"+name] = content
			if o.byHash {
				a.files["/debian/dists/stable/main/binary-amd64/by-hash/SHA256/"+digest.Of(content).Hex()] = slices.Clone(content)
			}
		}
		line := fmt.Sprintf(" %s %d %s\n", digest.Of(content).Hex(), len(content), name)
		if !strings.Contains(list, line) {
			list += line
		}
	}
	a.sign(o, list)
}

// sign writes the release; the caller holds the lock.
func (a *archive) sign(o releaseOptions, list string) {
	a.t.Helper()
	if o.suite == "" {
		o.suite = "stable"
	}
	if o.date.IsZero() {
		o.date = today.Add(-time.Hour)
	}
	if o.key == nil {
		o.key = a.key
	}
	text := fmt.Sprintf("Origin: test\nSuite: %s\nCodename: %s\nDate: %s\nArchitectures: all amd64\nComponents: main\n", o.suite, o.codename, o.date.UTC().Format(time.RFC1123))
	if !o.validUntil.IsZero() {
		text += "Valid-Until: " + o.validUntil.UTC().Format(time.RFC1123) + "\n"
	}
	if o.byHash {
		text += "Acquire-By-Hash: yes\n"
	}
	text += o.fields + "SHA256:\n" + list
	for _, name := range []string{"InRelease", "Release", "Release.gpg"} {
		delete(a.files, "/debian/dists/stable/"+name)
	}
	var out bytes.Buffer
	if o.apart {
		w, err := armor.Encode(&out, openpgp.SignatureType, nil)
		if err != nil {
			a.t.Fatal(err)
		}
		err = openpgp.DetachSign(w, o.key, strings.NewReader(text), at(o.date))
		if err := errors.Join(err, w.Close()); err != nil {
			a.t.Fatal(err)
		}
		a.files["/debian/dists/stable/Release"] = []byte(text)
		a.files["/debian/dists/stable/Release.gpg"] = append(out.Bytes(), '\n')
		return
	}
	w, err := clearsign.Encode(&out, o.key.PrivateKey, at(o.date))
	if err != nil {
		a.t.Fatal(err)
	}
	_, err = w.Write([]byte(text))
	if err := errors.Join(err, w.Close()); err != nil {
		a.t.Fatal(err)
	}
	a.files["/debian/dists/stable/InRelease"] = append(out.Bytes(), '\n')
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
