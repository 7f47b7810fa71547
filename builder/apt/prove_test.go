package apt

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/builder/store"
	"cairn/digest"
)

func TestProveNamesWhatIsWrong(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		change func(t *testing.T, st *store.Store, l *Locked)
		roots  []string
		want   string
	}{
		"another digest":    {change: func(_ *testing.T, _ *store.Store, l *Locked) { l.Packages[1].SHA256[0] ^= 1 }, want: "libx 1.0-1: no index"},
		"another size":      {change: func(_ *testing.T, _ *store.Store, l *Locked) { l.Packages[1].SizeBytes++ }, want: "libx 1.0-1: no index"},
		"a package more":    {roots: []string{"libx"}, want: "tools: it is locked"},
		"a package less":    {roots: []string{"tools", "unrelated"}, want: "unrelated: the definition needs it"},
		"one in the middle": {change: func(_ *testing.T, _ *store.Store, l *Locked) { l.Packages = slices.Delete(l.Packages, 1, 2) }, want: "libx: the definition needs it"},
		"another release":   {change: func(_ *testing.T, _ *store.Store, l *Locked) { l.Releases[0].SHA256[0] ^= 1 }, want: "the store does not have"},
		"no release":        {change: func(_ *testing.T, _ *store.Store, l *Locked) { l.Releases = nil }, want: "the lock has no release"},
		"no .deb":           {change: func(t *testing.T, st *store.Store, l *Locked) { spoil(t, st, l.Packages[1].SHA256, false) }, want: "does not have its .deb"},
		"damaged .deb":      {change: func(t *testing.T, st *store.Store, l *Locked) { spoil(t, st, l.Packages[1].SHA256, true) }, want: "is damaged"},
		"damaged release":   {change: func(t *testing.T, st *store.Store, l *Locked) { spoil(t, st, l.Releases[0].SHA256, true) }, want: "in place of"},
		"the index is gone": {change: spoilIndexes, want: "the store does not have it, whole"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newArchive(t, simple()...)
			dir := filepath.Join(t.TempDir(), "store")
			st, err := store.Open(dir) // damaged on purpose: not newStore's, which verifies
			if err != nil {
				t.Fatal(err)
			}
			defer st.Close()
			c := a.client(Options{Store: st})
			lock, err := c.Resolve(t.Context(), a.toolchain("tools"))
			if err == nil {
				err = c.Fetch(t.Context(), lock)
			}
			if err != nil {
				t.Fatal(err)
			}
			if test.change != nil {
				test.change(t, st, &lock)
			}
			roots := test.roots
			if roots == nil {
				roots = []string{"tools"}
			}
			err = c.Prove(t.Context(), a.toolchain(roots...), lock)
			var proof *ProofError
			if !errors.As(err, &proof) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

// A key signs many suites: the release of one is no proof for another.
func TestProveWantsTheSuitesOwnRelease(t *testing.T) {
	t.Parallel()
	a := newArchive(t, simple()...)
	st := newStore(t)
	c := a.client(Options{Store: st})
	lock, err := c.Resolve(t.Context(), a.toolchain("tools"))
	if err == nil {
		err = c.Fetch(t.Context(), lock)
	}
	if err != nil {
		t.Fatal(err)
	}
	a.publish(releaseOptions{suite: "stable-updates", codename: "stable"}, simple()...)
	if lock.Releases[0].SHA256, err = st.PutBytes(t.Context(), a.files["/debian/dists/stable/InRelease"]); err != nil {
		t.Fatal(err)
	}
	var proof *ProofError
	if err := c.Prove(t.Context(), a.toolchain("tools"), lock); !errors.As(err, &proof) || !strings.Contains(err.Error(), `it is the release of suite "stable-updates"`) {
		t.Errorf("got %v", err)
	}
}

func TestProveChoosesAgain(t *testing.T) {
	t.Parallel()
	a := newArchive(t, testDeb{name: "x", version: "1"}, testDeb{name: "x", version: "2"})
	c := a.client(Options{})
	old, err := c.Resolve(t.Context(), a.toolchain("x=1"))
	if err == nil {
		err = c.Fetch(t.Context(), old)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Prove(t.Context(), a.toolchain("x=1"), old); err != nil {
		t.Error(err)
	}
	err = c.Prove(t.Context(), a.toolchain("x"), old)
	if err == nil || !strings.Contains(err.Error(), "version 1 is locked, and 2 is chosen") {
		t.Errorf("got %v", err)
	}
}

// spoil removes or damages a file of a store.
func spoil(t *testing.T, st *store.Store, d digest.Digest, damage bool) {
	t.Helper()
	name, ok := st.File(d)
	if !ok {
		t.Fatalf("%s is not in the store", d)
	}
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if damage {
		content[len(content)/2] ^= 1
		if err := os.WriteFile(name, content, 0o444); err != nil {
			t.Fatal(err)
		}
	}
}

func spoilIndexes(t *testing.T, st *store.Store, l *Locked) {
	t.Helper()
	files, err := os.ReadDir(filepath.Join(st.Dir(), "files"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		d, err := digest.Parse(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		keep := d == l.Releases[0].SHA256 || slices.ContainsFunc(l.Packages, func(p Package) bool { return p.SHA256 == d })
		if !keep {
			spoil(t, st, d, false)
		}
	}
}
