package apt

import (
	"archive/tar"
	"context"
	"errors"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"cairn/builder/sandbox"
	"cairn/builder/store"
)

// system is a small merged system with what real packages do.
func system() []testDeb {
	dir := byte(tar.TypeDir)
	link := byte(tar.TypeSymlink)
	return []testDeb{
		{name: "base-files", version: "12", fields: "Essential: yes\n", compression: ".xz", files: []entry{
			{name: "./", kind: dir}, {name: "./bin/", kind: dir}, {name: "./lib/", kind: dir}, {name: "./usr/", kind: dir}, {name: "./tmp/", kind: dir, mode: 0o1777},
			{name: "./etc/", kind: dir}, {name: "./usr/lib/os-release", content: "ID=test\n"}, {name: "./etc/os-release", kind: link, link: "../usr/lib/os-release"},
		}},
		{name: "dash", version: "0.5", fields: "Essential: yes\n", compression: ".gz", files: []entry{
			{name: "./bin/dash", content: "dash", mode: 0o755}, {name: "./usr/share/doc/dash/copyright", content: "free"}, {name: "./usr/share/doc/dash/changelog.gz", content: "long"},
			{name: "./usr/share/man/man1/dash.1.gz", content: "manual"},
		}},
		{name: "gcc-12", version: "12.2", compression: ".zst", files: []entry{
			{name: "./usr/bin/x86_64-linux-gnu-gcc-12", content: "gcc", mode: 0o755}, {name: "./usr/bin/gcc-12", kind: link, link: "x86_64-linux-gnu-gcc-12"},
			{name: "./usr/lib/gcc/cc1", content: "cc1", mode: 0o755}, {name: "./usr/lib/gcc/cc1-again", kind: tar.TypeLink, link: "./usr/lib/gcc/cc1", mode: 0o755},
			{name: "./lib/x86_64-linux-gnu/libz.so.1", kind: link, link: "/lib/x86_64-linux-gnu/libz.so.1.2"},
		}},
		{name: "gcc", version: "4:12.2", fields: "Depends: gcc-12 (>= 12.2~)\n", compression: "", files: []entry{
			{name: "./usr/bin/gcc", kind: link, link: "gcc-12"}, {name: "./usr/bin/mount", content: "mount", mode: 0o4755}, {name: "./usr/share/doc/gcc", kind: link, link: "gcc-12-base"},
		}},
		{name: "tools", version: "1", fields: "Depends: gcc\n", compression: ".gz", files: []entry{{name: "./usr/share/cmake/Help.txt", content: "help"}}},
	}
}

func TestClosureIsARoot(t *testing.T) {
	t.Parallel()
	a := newArchive(t, system()...)
	c, lock := locked(t, a, Options{})
	closure, err := c.Closure(t.Context(), lock)
	if err != nil {
		t.Fatal(err)
	}
	root := closure.Root()
	for name, want := range map[string]string{
		"bin": "→usr/bin", "lib": "→usr/lib", "usr/bin/dash": "dash", "usr/bin/sh": "→dash",
		"usr/bin/cc": "→gcc", "usr/bin/gcc": "→gcc-12", "usr/lib/gcc/cc1-again": "cc1", "etc/os-release": "→../usr/lib/os-release",
		"usr/lib/x86_64-linux-gnu/libz.so.1": "→/lib/x86_64-linux-gnu/libz.so.1.2", "usr/share/doc/dash/copyright": "free",
		"usr/share/doc/dash/changelog.gz": "absent", "usr/share/man": "absent", "usr/share/doc/gcc": "→gcc-12-base", "sbin": "absent",
		"etc/passwd": users, "usr/share/cmake/Help.txt": "help",
	} {
		if got := describe(filepath.Join(root, name)); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	info, err := os.Stat(filepath.Join(root, "usr/bin/mount"))
	if err != nil || info.Mode() != 0o555 {
		t.Errorf("mount is %v, %v: setuid must not come along", info.Mode(), err)
	}
	status := describe(filepath.Join(root, "var/lib/dpkg/status"))
	if want := "Package: gcc\nStatus: install ok installed\nVersion: 4:12.2\n"; !strings.Contains(status, want) || strings.Count(status, "\nStatus: install ok installed\n") != len(lock.Packages) {
		t.Errorf("dpkg's status is %q", status)
	}
	want := map[string]string{"sh": "/usr/bin/sh", "gcc": "/usr/bin/gcc", "cc": "/usr/bin/cc"}
	if got := closure.Programs(); !maps.Equal(got, want) {
		t.Errorf("programs: got %v, want %v", got, want)
	}
	if m := closure.Mounts(); closure.Impure() || len(m) != 1 || m[0] != (sandbox.Mount{Source: root, Target: "/", ReadOnly: true}) {
		t.Errorf("impure %v, mounts %v", closure.Impure(), m)
	}
	// A file is on the disk once.
	shared, err := os.Stat(filepath.Join(root, "usr/bin/dash"))
	if err != nil {
		t.Fatal(err)
	}
	links := 0
	err = filepath.WalkDir(filepath.Join(c.opts.Store.Dir(), "trees"), func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "dash" && d.Type().IsRegular() {
			if info, err := d.Info(); err == nil && os.SameFile(info, shared) {
				links++
			}
		}
		return err
	})
	if err != nil || links != 2 {
		t.Errorf("%d names of one file, %v", links, err)
	}
}

// describe is a file's content, a link's text after an arrow, or what it is.
func describe(name string) string {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "absent"
	case err != nil:
		return err.Error()
	case info.Mode()&fs.ModeSymlink != 0:
		text, _ := os.Readlink(name)
		return "→" + text
	case info.IsDir():
		return "folder"
	}
	content, _ := os.ReadFile(name)
	return string(content)
}

func TestClosureIsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	a := newArchive(t, system()...)
	c, lock := locked(t, a, Options{})
	first, err := c.Closure(t.Context(), lock)
	if err != nil {
		t.Fatal(err)
	}
	a.count("")
	again, err := c.Closure(t.Context(), lock)
	if err != nil || again.ID() != first.ID() || again.Root() != first.Root() || a.count("") != 0 {
		t.Errorf("the second time: %v", err)
	}
	elsewhere, lock2 := locked(t, a, Options{})
	if !slices.Equal(lock.Packages, lock2.Packages) || lock.Releases[0] != lock2.Releases[0] {
		t.Errorf("two locks differ: %+v, %+v", lock, lock2)
	}
	other, err := elsewhere.Closure(t.Context(), lock2)
	if err != nil || other.ID() != first.ID() || other.Tree() != first.Tree() {
		t.Errorf("in another store: tree %s and %s, %v", other.Tree(), first.Tree(), err)
	}
	// One package more is another toolchain.
	lock2.Packages = lock2.Packages[:len(lock2.Packages)-1]
	less, err := elsewhere.Closure(t.Context(), lock2)
	if err != nil || less.ID() == first.ID() {
		t.Errorf("a package less: %v", err)
	}
	for _, d := range c.Digests(a.toolchain("tools"), lock) {
		_, file := c.opts.Store.File(d)
		_, tree := c.opts.Store.Tree(d)
		if !file && !tree {
			t.Errorf("%s is to be kept and is not there", d)
		}
	}
	if got, want := len(c.Digests(a.toolchain("tools"), lock)), 1+1+1+len(lock.Packages)+1; got != want { // key, release, index, packages, root
		t.Errorf("%d digests are to be kept, want %d", got, want)
	}
	// The root of a lock that a store lost is made again.
	if _, err := c.Closure(t.Context(), Locked{Name: "none"}); err == nil {
		t.Error("a closure of no packages")
	}
}

func TestOnePackageMoreIsUnpackedAlone(t *testing.T) {
	t.Parallel()
	a := newArchive(t, system()...)
	unpacked := 0
	opts := Options{Store: newStore(t), Events: func(e Event) {
		if e.Kind == Unpacked {
			unpacked++
		}
	}}
	c, lock := locked(t, a, opts)
	if _, err := c.Closure(t.Context(), lock); err != nil {
		t.Fatal(err)
	}
	debs := system()
	debs[4].version, debs[4].fields = "2", "Depends: gcc, more\n"
	a.publish(releaseOptions{}, append(debs, testDeb{name: "more", version: "1"})...)
	unpacked = 0
	c, lock = locked(t, a, opts)
	if _, err := c.Closure(t.Context(), lock); err != nil || unpacked != 2 {
		t.Errorf("%d packages were unpacked, want tools and more; %v", unpacked, err)
	}
}

func TestManyMakeOneClosureAtOnce(t *testing.T) {
	t.Parallel()
	a := newArchive(t, system()...)
	st := newStore(t)
	_, lock := locked(t, a, Options{Store: st})
	a.count("")
	var composed atomic.Int64
	type result struct {
		c   *Closure
		err error
	}
	results := make(chan result)
	for range 4 {
		other, err := store.Open(st.Dir()) // as another process has it
		if err != nil {
			t.Fatal(err)
		}
		c := a.client(Options{Store: other, Events: func(e Event) {
			if e.Kind == Composed {
				composed.Add(1)
			}
		}})
		go func() {
			defer other.Close()
			closure, err := c.Closure(t.Context(), lock)
			results <- result{closure, err}
		}()
	}
	var first *Closure
	for range 4 {
		r := <-results
		if r.err != nil {
			t.Fatal(r.err)
		}
		if first == nil {
			first = r.c
		}
		if r.c.Root() != first.Root() {
			t.Errorf("%s and %s", r.c.Root(), first.Root())
		}
	}
	if n := a.count(".deb"); n != len(lock.Packages) || composed.Load() != 1 {
		t.Errorf("%d downloads of %d packages, composed %d times", n, len(lock.Packages), composed.Load())
	}
}

func TestCancelledWorkLeavesNothing(t *testing.T) {
	t.Parallel()
	a := newArchive(t, system()...)
	for _, stop := range []string{"InRelease", "Packages", "gcc-12_", "unpack"} {
		ctx, cancel := context.WithCancelCause(t.Context())
		reason := errors.New("enough")
		a.handle = func(_ http.ResponseWriter, r *http.Request) bool {
			if strings.Contains(r.URL.Path, stop) {
				cancel(reason)
			}
			return false
		}
		c := a.client(Options{Events: func(e Event) {
			if stop == string(e.Kind) {
				cancel(reason)
			}
		}})
		lock, err := c.Resolve(ctx, a.toolchain("tools"))
		if err == nil {
			_, err = c.Closure(ctx, lock)
		}
		if !errors.Is(err, reason) {
			t.Errorf("at %s: %v", stop, err)
		}
		a.mu.Lock()
		a.handle = nil
		a.mu.Unlock()
	}
}
