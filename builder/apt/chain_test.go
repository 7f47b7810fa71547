package apt

import (
	"bytes"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"cairn/digest"
)

// simple is an archive's content: tools needs libx, base is essential.
func simple() []testDeb {
	return []testDeb{
		{name: "base", version: "1", fields: "Essential: yes\nPriority: required\n", compression: ".gz", files: []entry{{name: "./etc/base", content: "base\n"}}},
		{name: "libx", version: "1.0-1", compression: ".xz", files: []entry{{name: "./usr/lib/libx", content: "x\n"}}},
		{name: "tools", version: "2:1.0", fields: "Depends: libx (>= 1.0)\n", compression: ".zst", files: []entry{{name: "./usr/bin/tool", content: "#!/bin/sh\n", mode: 0o755}}},
		{name: "unrelated", version: "1"},
	}
}

func TestResolveFollowsTheChain(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]releaseOptions{
		"clear-signed":        {},
		"signature apart":     {apart: true},
		"by digest":           {byHash: true},
		"only xz":             {compressions: []string{".xz"}},
		"only zst":            {compressions: []string{".zst"}},
		"plain":               {compressions: []string{""}},
		"valid until later":   {validUntil: today.Add(time.Hour)},
		"suite is a codename": {suite: "oldstable", codename: "stable"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newArchive(t)
			a.publish(o, simple()...)
			c := a.client(Options{})
			def := a.toolchain("tools")
			lock, err := c.Resolve(t.Context(), def)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := names(lock.Packages), []string{"base=1", "libx=1.0-1", "tools=2:1.0"}; !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
			if n := a.count(".deb"); n != 0 {
				t.Errorf("resolving fetched %d packages", n)
			}
			// The lock's release is what the store has.
			content, err := c.stored(lock.Releases[0].SHA256)
			if err != nil || !bytes.Contains(content, []byte("Origin: test")) || !bytes.Contains(content, []byte(beginSignature)) {
				t.Errorf("the release in the store: %q, %v", content, err)
			}
			if err := c.Fetch(t.Context(), lock); err != nil {
				t.Fatal(err)
			}
			a.server.Close()
			if err := c.Prove(t.Context(), def, lock); err != nil {
				t.Errorf("with the server gone: %v", err)
			}
		})
	}
}

func TestReleasesThatProveNothing(t *testing.T) {
	t.Parallel()
	text := func(name string, change func(string) string) func(*archive) {
		return func(a *archive) {
			name = "/debian/dists/stable/" + name
			a.files[name] = []byte(change(string(a.files[name])))
		}
	}
	for name, test := range map[string]struct {
		options releaseOptions
		change  func(*archive)
		want    string // part of the error
		as      any
	}{
		"signed by somebody else": {
			options: releaseOptions{key: newKey(t, "somebody")}, want: "is not signed by", as: new(*SignatureError),
		},
		"one byte of the text": {
			change: text("InRelease", func(s string) string { return strings.Replace(s, "Origin: test", "Origin: tesT", 1) }),
			want:   "is not signed by", as: new(*SignatureError),
		},
		"text before the message": {
			change: text("InRelease", func(s string) string { return "Suite: stable\n" + s }),
			want:   "is not signed by", as: new(*SignatureError),
		},
		"text after the message": {
			change: text("InRelease", func(s string) string { return s + "Suite: stable\n" }),
			want:   "text after the signed message", as: new(*SignatureError),
		},
		"no signature at all": {
			change: text("InRelease", func(string) string { return "<html>log in first</html>" }),
			want:   "it has no signature", as: new(*SignatureError),
		},
		"a signature apart that is another's": {
			options: releaseOptions{apart: true, key: newKey(t, "somebody")}, want: "is not signed by", as: new(*SignatureError),
		},
		"a text that is not what was signed apart": {
			options: releaseOptions{apart: true},
			change:  text("Release", func(s string) string { return s + "Extra: yes\n" }),
			want:    "is not signed by", as: new(*SignatureError),
		},
		"expired": {
			options: releaseOptions{validUntil: today.Add(-time.Minute)}, want: "Valid-Until 2026-05-07T11:59:00Z", as: new(*DateError),
		},
		"of the future": {
			options: releaseOptions{date: today.Add(time.Hour)}, want: "Date 2026-05-07T13:00:00Z", as: new(*DateError),
		},
		"another suite, by the same key": {
			options: releaseOptions{suite: "stable-updates", codename: "stable"}, want: `release of suite "stable-updates"`, as: new(*FormatError),
		},
		"a field twice": {
			options: releaseOptions{fields: "Suite: stable\n"}, want: "stands twice", as: new(*FormatError),
		},
		"nothing": {
			change: func(a *archive) { clear(a.files) }, want: "has moved or was removed", as: new(*UnavailableError),
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newArchive(t)
			a.publish(test.options, simple()...)
			if test.change != nil {
				test.change(a)
			}
			c := a.client(Options{})
			_, err := c.Resolve(t.Context(), a.toolchain("tools"))
			if err == nil || !strings.Contains(err.Error(), test.want) || !errors.As(err, test.as) {
				t.Errorf("got %T %v, want %T with %q", err, err, test.as, test.want)
			}
			if n := a.count("Packages"); n != 0 {
				t.Errorf("an index was read %d times for a release that proves nothing", n)
			}
		})
	}
}

func TestKeyIsSelectedByFingerprintAlone(t *testing.T) {
	t.Parallel()
	a := newArchive(t, simple()...)
	def := a.toolchain("tools")
	def.Distro.Apt[0].Fingerprint = fingerprint(newKey(t, "other"))
	var missing *KeyError
	if _, err := a.client(Options{}).Resolve(t.Context(), def); !errors.As(err, &missing) {
		t.Errorf("a fingerprint of no key: %v", err)
	}
	def.Distro.Apt[0].Fingerprint = ""
	if _, err := a.client(Options{}).Resolve(t.Context(), def); !errors.As(err, &missing) {
		t.Errorf("no fingerprint: %v", err)
	}
	// A subkey's fingerprint admits that subkey's signatures only: here the primary
	// key has signed.
	def.Distro.Apt[0].Fingerprint = strings.ToUpper(digestHex(a.key.Subkeys[0].PublicKey.Fingerprint))
	var bad *SignatureError
	if _, err := a.client(Options{}).Resolve(t.Context(), def); !errors.As(err, &bad) {
		t.Errorf("the fingerprint of another subkey: %v", err)
	}
	// Once used, a key is in the store.
	st := newStore(t)
	if _, err := a.client(Options{Store: st}).Resolve(t.Context(), a.toolchain("tools")); err != nil {
		t.Fatal(err)
	}
	if _, err := a.client(Options{Store: st, Keyrings: []string{}}).Resolve(t.Context(), a.toolchain("tools")); err != nil {
		t.Errorf("with the key in the store only: %v", err)
	}
	// And this machine's missing file is an error, since the person named it.
	if _, err := a.client(Options{Keyrings: []string{"/nowhere/key.gpg"}}).Resolve(t.Context(), a.toolchain("tools")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a keyring that is not there: %v", err)
	}
}

func digestHex(b []byte) string {
	var d digest.Digest
	copy(d[:], b)
	return d.Hex()[:2*len(b)]
}

func TestCarriedKeyIsDebians(t *testing.T) {
	t.Parallel()
	key, err := findIn(carried, "keys", debianKey)
	if err != nil || key == nil {
		t.Fatalf("%v, %v", key, err)
	}
}

func TestChangedIndexIsToldFromReplacedIndex(t *testing.T) {
	t.Parallel()
	const index = "/debian/dists/stable/main/binary-amd64/Packages.gz"
	flip := func(a *archive) { a.files[index][len(a.files[index])/2] ^= 1 }

	t.Run("one byte changed", func(t *testing.T) {
		t.Parallel()
		a := newArchive(t, simple()...)
		flip(a)
		_, err := a.client(Options{}).Resolve(t.Context(), a.toolchain("tools"))
		var mismatch *MismatchError
		if !errors.As(err, &mismatch) || !mismatch.Index || mismatch.What != "SHA256" || !strings.Contains(err.Error(), "no update in progress") {
			t.Errorf("got %v", err)
		}
		if n := a.count("InRelease"); n < 2 {
			t.Errorf("the release was read %d times, want again after the mismatch", n)
		}
	})
	t.Run("short and long", func(t *testing.T) {
		t.Parallel()
		for _, change := range []func([]byte) []byte{func(b []byte) []byte { return b[:len(b)-1] }, func(b []byte) []byte { return append(b, 0) }} {
			a := newArchive(t, simple()...)
			a.files[index] = change(a.files[index])
			_, err := a.client(Options{}).Resolve(t.Context(), a.toolchain("tools"))
			var mismatch *MismatchError
			if !errors.As(err, &mismatch) || mismatch.What != "size" {
				t.Errorf("got %v", err)
			}
		}
	})
	t.Run("replaced meanwhile", func(t *testing.T) {
		t.Parallel()
		a := newArchive(t, simple()...)
		old := a.files["/debian/dists/stable/InRelease"]
		debs := simple()
		debs[1].version = "1.1-1"
		a.publish(releaseOptions{}, debs...)
		var once atomic.Bool
		a.handle = func(w http.ResponseWriter, r *http.Request) bool {
			if strings.HasSuffix(r.URL.Path, "InRelease") && once.CompareAndSwap(false, true) {
				w.Write(old)
				return true
			}
			return false
		}
		lock, err := a.client(Options{}).Resolve(t.Context(), a.toolchain("tools"))
		if err != nil || !slices.Contains(names(lock.Packages), "libx=1.1-1") {
			t.Errorf("got %v, %v", names(lock.Packages), err)
		}
	})
	t.Run("replaced again and again", func(t *testing.T) {
		t.Parallel()
		a := newArchive(t, simple()...)
		flip(a)
		var n atomic.Int64
		a.handle = func(w http.ResponseWriter, r *http.Request) bool {
			if !strings.HasSuffix(r.URL.Path, "InRelease") {
				return false
			}
			a.mu.Lock()
			defer a.mu.Unlock()
			list := string(a.files["/debian/dists/stable/InRelease"])
			_, list, _ = strings.Cut(list, "SHA256:\n")
			list, _, _ = strings.Cut(list, "-----BEGIN")
			a.sign(releaseOptions{date: today.Add(-time.Hour + time.Duration(n.Add(1))*time.Second)}, list)
			return false
		}
		_, err := a.client(Options{}).Resolve(t.Context(), a.toolchain("tools"))
		var replaced *ReplacedError
		if !errors.As(err, &replaced) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("by digest nothing is replaced", func(t *testing.T) {
		t.Parallel()
		a := newArchive(t)
		a.publish(releaseOptions{byHash: true}, simple()...)
		flip(a)
		if _, err := a.client(Options{}).Resolve(t.Context(), a.toolchain("tools")); err != nil {
			t.Error(err)
		}
	})
}

func TestSnapshotDecidesWhichReleaseCounts(t *testing.T) {
	t.Parallel()
	public := "https://snapshot.example.invalid/archive/debian/"
	for name, test := range map[string]struct {
		snapshot   string
		validUntil time.Time
		field      string // of the DateError; empty: it is taken
	}{
		"mirror is older":                   {snapshot: "20260601T000000Z"},
		"mirror is newer":                   {snapshot: "20260501T000000Z", field: "Date"},
		"valid then, long expired now":      {snapshot: "20260508T000000Z", validUntil: time.Date(2026, 5, 14, 0, 0, 0, 0, time.UTC)},
		"expired by the snapshot's own day": {snapshot: "20260601T000000Z", validUntil: time.Date(2026, 5, 14, 0, 0, 0, 0, time.UTC), field: "Valid-Until"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newArchive(t)
			a.publish(releaseOptions{validUntil: test.validUntil}, simple()...)
			def := a.toolchain("tools")
			def.Distro.Apt[0].URL = public + test.snapshot
			refuse := &http.Client{Transport: refusing{http.DefaultTransport}}
			c := a.client(Options{Machine: []Source{{URI: a.server.URL + "/debian"}}, Client: refuse, Now: today.AddDate(1, 0, 0)})
			lock, err := c.Resolve(t.Context(), def)
			var date *DateError
			switch {
			case test.field != "":
				if !errors.As(err, &date) || date.Field != test.field || !date.Snapshot {
					t.Errorf("got %v", err)
				}
				return
			case err != nil:
				t.Fatal(err)
			}
			// The lock names the public address, never the machine's mirror.
			if got, want := lock.Releases[0].URL, public+test.snapshot+"/dists/stable/InRelease"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			if err := c.Fetch(t.Context(), lock); err != nil {
				t.Error(err)
			}
			if err := c.Prove(t.Context(), def, lock); err != nil {
				t.Error(err)
			}
		})
	}
}

// refusing lets nothing out of this machine.
type refusing struct{ http.RoundTripper }

func (r refusing) RoundTrip(q *http.Request) (*http.Response, error) {
	if !strings.HasPrefix(q.URL.Host, "127.0.0.1") {
		return nil, errors.New("no such host")
	}
	return r.RoundTripper.RoundTrip(q)
}

func TestOfflineUsesWhatTheStoreHas(t *testing.T) {
	t.Parallel()
	a := newArchive(t, simple()...)
	st := newStore(t)
	offline := a.client(Options{Store: st, Offline: true})
	var unavailable *UnavailableError
	if _, err := offline.Resolve(t.Context(), a.toolchain("tools")); !errors.As(err, &unavailable) || !unavailable.Offline {
		t.Errorf("with nothing in the store: %v", err)
	}
	lock, err := a.client(Options{Store: st}).Resolve(t.Context(), a.toolchain("tools"))
	if err != nil {
		t.Fatal(err)
	}
	a.count("")
	again, err := offline.Resolve(t.Context(), a.toolchain("tools"))
	if err != nil || !slices.Equal(names(again.Packages), names(lock.Packages)) || again.Releases[0] != lock.Releases[0] {
		t.Errorf("got %+v, %v", again, err)
	}
	if _, err := offline.Closure(t.Context(), lock); !errors.As(err, &unavailable) || !unavailable.Offline {
		t.Errorf("without the packages: %v", err)
	}
	if n := a.count(""); n != 0 {
		t.Errorf("%d requests while offline", n)
	}
	// A folder is a mirror too, offline or not.
	dir := t.TempDir()
	for name, content := range a.files {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, content, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	folder := a.client(Options{Store: st, Offline: true, Mirrors: []Mirror{{Prefix: a.server.URL + "/", URL: "file://" + dir}}})
	if err := folder.Fetch(t.Context(), lock); err != nil {
		t.Errorf("from a folder: %v", err)
	}
	if n := a.count(""); n != 0 {
		t.Errorf("%d requests while offline", n)
	}
}
