package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cairn/digest"

	"golang.org/x/sys/unix"
)

// built puts a tree of one file, with the record of an action, and returns its digest.
func built(t *testing.T, s *Store, name string) digest.Digest {
	t.Helper()
	d, err := s.PutTree(t.Context(), plant(t, map[string]string{"bin/" + name + "*": name}))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutAction(digest.Of([]byte(name)), Record{Name: name, Output: d}); err != nil {
		t.Fatal(err)
	}
	return d
}

// reopened ends the process's hold on everything, as its end would.
func reopened(t *testing.T, s *Store) *Store {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(s.Dir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = again.Close() })
	return again
}

func collect(t *testing.T, s *Store, opts CollectOptions) *Collected {
	t.Helper()
	c, err := s.Collect(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCollectKeepsWhatRootsName(t *testing.T) {
	t.Parallel()
	s := open(t)
	wanted, dead := built(t, s, "wanted"), built(t, s, "dead")
	file, err := s.PutBytes(t.Context(), []byte("a deb"))
	if err != nil {
		t.Fatal(err)
	}
	deadFile, err := s.PutBytes(t.Context(), []byte("an old deb"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"git/wanted.git", "git/dead.git", "failed/x", "sources/y"} {
		if _, err := s.Folder(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetRoot("lock/a", Root{Digests: []digest.Digest{wanted, file}, Repositories: []string{"wanted.git"}}); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, s)

	rehearsed := collect(t, s, CollectOptions{DryRun: true})
	if !s.exists("trees", dead) || !s.exists("files", deadFile) {
		t.Fatal("a dry run removed something")
	}
	c := collect(t, s, CollectOptions{})
	var kinds []string
	for _, r := range c.Removed {
		kinds = append(kinds, r.Kind+" "+r.Name)
	}
	want := fmt.Sprintf("[tree dead file %s repository dead.git failed x source y]", deadFile.Hex()[:12])
	if got := fmt.Sprint(kinds); got != want || c.Rooted != 3 || c.FreedBytes == 0 {
		t.Errorf("got %s, %+v; want %s", got, c, want)
	}
	if fmt.Sprint(rehearsed.Removed) != fmt.Sprint(c.Removed) || rehearsed.FreedBytes != c.FreedBytes {
		t.Errorf("the dry run said %+v", rehearsed)
	}
	for _, gone := range []bool{s.exists("trees", dead), s.exists("files", deadFile)} {
		if gone {
			t.Error("what no root names is still there")
		}
	}
	if _, ok, err := s.Action(digest.Of([]byte("wanted"))); err != nil || !ok {
		t.Errorf("the wanted record: %v, %v", ok, err)
	}
	if _, ok, err := readRecord(s.actionPath(digest.Of([]byte("dead")))); err != nil || ok {
		t.Errorf("the dead record: %v, %v", ok, err)
	}
	checkClean(t, s)
}

// A child that another goroutine is starting has all open files until it is another
// program: what this process has let go of is not held by it.
func TestWhatAChildHasOpenIsNotHeld(t *testing.T) {
	t.Parallel()
	s := open(t)
	dead := built(t, s, "dead")
	inherited, err := unix.Dup(int(s.uses.file.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(inherited)
	s = reopened(t, s)
	if c := collect(t, s, CollectOptions{}); s.exists("trees", dead) || c.InUse != 0 {
		t.Errorf("it is still held: %+v", c)
	}
}

func TestCompilerCachesGoWhenLongUnused(t *testing.T) {
	t.Parallel()
	s := open(t)
	past := time.Now().AddDate(0, 0, -31)
	for _, name := range []string{"ccache/old/0", "ccache/used/0", "ccache/held/0"} {
		if _, err := s.Folder(name); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{name, filepath.Dir(name)} {
			if err := os.Chtimes(filepath.Join(s.Dir(), path), past, past); err != nil {
				t.Fatal(err)
			}
		}
	}
	now := time.Now()
	if err := errors.Join(os.Chtimes(filepath.Join(s.Dir(), "ccache/used/0"), now, now), s.Hold("ccache/held")); err != nil {
		t.Fatal(err)
	}
	c := collect(t, s, CollectOptions{})
	if len(c.Removed) != 1 || c.Removed[0].Path != "ccache/old" || c.InUse != 1 {
		t.Errorf("got %+v", c)
	}
}

func TestCollectSparesTheYoung(t *testing.T) {
	t.Parallel()
	s := open(t)
	old, young := built(t, s, "old"), built(t, s, "young")
	past := time.Now().Add(-72 * time.Hour)
	if err := os.Chtimes(filepath.Join(s.Dir(), "trees", old.Hex()), past, past); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, s)
	c := collect(t, s, CollectOptions{Keep: 48 * time.Hour})
	if s.exists("trees", old) || !s.exists("trees", young) || c.Young != 1 {
		t.Errorf("old %v, young %v, %+v", s.exists("trees", old), s.exists("trees", young), c)
	}
	// The time of its last use is known to the hour: it may have been after the bound.
	almost := time.Now().Add(-48*time.Hour - usedEvery/2)
	if err := os.Chtimes(filepath.Join(s.Dir(), "trees", young.Hex()), almost, almost); err != nil {
		t.Fatal(err)
	}
	if c := collect(t, s, CollectOptions{Keep: 48 * time.Hour}); !s.exists("trees", young) || c.Young != 1 {
		t.Errorf("a tree that may have been used 48 hours ago: %+v", c)
	}
	// A lookup makes it young again.
	if err := os.Chtimes(filepath.Join(s.Dir(), "trees", young.Hex()), past, past); err != nil {
		t.Fatal(err)
	}
	s.Tree(young)
	s = reopened(t, s)
	if collect(t, s, CollectOptions{Keep: 48 * time.Hour}); !s.exists("trees", young) {
		t.Error("a tree that was just used counted as old")
	}
}

// A log without a record may be that of a build that runs: it goes when it is old.
func TestOldLogsGo(t *testing.T) {
	t.Parallel()
	s := open(t)
	logs, err := s.Folder("logs")
	if err != nil {
		t.Fatal(err)
	}
	d := built(t, s, "x")
	if err := errors.Join(s.PutAction(digest.Of([]byte("x")), Record{Name: "x", Output: d, Log: "logs/recorded"}), s.SetRoot("pin/x", Root{Digests: []digest.Digest{d}})); err != nil {
		t.Fatal(err)
	}
	for name, age := range map[string]time.Duration{"recorded": 2 * oldLog, "old": oldLog + time.Hour, "young": oldLog - time.Hour} {
		then := time.Now().Add(-age)
		if err := errors.Join(os.WriteFile(filepath.Join(logs, name), nil, 0o644), os.Chtimes(filepath.Join(logs, name), then, then)); err != nil {
			t.Fatal(err)
		}
	}
	if c := collect(t, s, CollectOptions{Keep: time.Hour}); len(c.Removed) != 1 || c.Removed[0].Path != "logs/old" {
		t.Errorf("got %+v", c)
	}
}

// A dry run asks for what a build in its middle shares: it waits for nobody.
func TestDryRunWaitsForNobody(t *testing.T) {
	t.Parallel()
	s := open(t)
	done, err := s.shareSweep()
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	collect(t, s, CollectOptions{DryRun: true})
}

func TestRootOfAMissingLockLapses(t *testing.T) {
	t.Parallel()
	s := open(t)
	d := built(t, s, "x")
	lock := filepath.Join(t.TempDir(), "x.lock.hcl")
	// Where it cannot be said whether there is a lock, it counts as there.
	if (Root{Lock: filepath.Join(t.TempDir(), strings.Repeat("x", 1000))}).lapsed() {
		t.Error("a lock that cannot be asked for counts as gone")
	}
	if err := errors.Join(os.WriteFile(lock, nil, 0o644), s.SetRoot("lock/x", Root{Digests: []digest.Digest{d}, Lock: lock})); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, s)
	if collect(t, s, CollectOptions{}); !s.exists("trees", d) {
		t.Fatal("the tree of a lock that is there was removed")
	}
	if err := os.Remove(lock); err != nil {
		t.Fatal(err)
	}
	c := collect(t, s, CollectOptions{})
	if roots, err := s.Roots(); s.exists("trees", d) || err != nil || len(roots) != 0 || c.Removed[0].Kind != "root" {
		t.Errorf("roots %v, %v; %+v", roots, err, c)
	}
}

// What a hand removed is built again, not said to be there.
func TestRecordOfATreeThatIsGoneGoes(t *testing.T) {
	t.Parallel()
	s := open(t)
	d, stays := built(t, s, "gone"), built(t, s, "stays")
	if err := s.SetRoot("pin/x", Root{Digests: []digest.Digest{d, stays}}); err != nil {
		t.Fatal(err)
	}
	path, _ := s.Tree(d)
	if err := RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, s)
	collect(t, s, CollectOptions{DryRun: true})
	for _, dry := range []bool{true, false} {
		if !dry {
			collect(t, s, CollectOptions{})
		}
		for name, want := range map[string]bool{"gone": dry, "stays": true} {
			if _, ok, err := readRecord(s.actionPath(digest.Of([]byte(name)))); err != nil || ok != want {
				t.Errorf("dry run: %t; the record of %s: %t, %v", dry, name, ok, err)
			}
		}
	}
}

// A file of two trees gives its room back with the second.
func TestFreedCountsSharedFilesOnce(t *testing.T) {
	t.Parallel()
	s := open(t)
	first := built(t, s, "first")
	temp, _, err := s.TempDir()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(temp, "t")
	path, _ := s.Tree(first)
	if err := errors.Join(os.Mkdir(dir, 0o755), os.Link(filepath.Join(path, "bin/first"), filepath.Join(dir, "same"))); err != nil {
		t.Fatal(err)
	}
	second, err := s.MoveTree(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetRoot("pin/a", Root{Digests: []digest.Digest{second}}); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, s)
	if c := collect(t, s, CollectOptions{}); len(c.Removed) != 1 || c.FreedBytes != 0 {
		t.Errorf("got %+v", c)
	}
	if err := s.RemoveRoot("pin/a"); err != nil {
		t.Fatal(err)
	}
	if c := collect(t, s, CollectOptions{}); len(c.Removed) != 1 || c.FreedBytes == 0 {
		t.Errorf("got %+v", c)
	}
}

func TestUsage(t *testing.T) {
	t.Parallel()
	s := open(t)
	a, b := built(t, s, "a"), built(t, s, "b")
	built(t, s, "c")
	if err := errors.Join(s.SetRoot("lock/one", Root{Digests: []digest.Digest{a, b}}), s.SetRoot("lock/two", Root{Digests: []digest.Digest{b}})); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"git/kept.git/config": "kept", "git/dead.git/config": "dead"} {
		file := filepath.Join(s.Dir(), name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetRoot("lock/three", Root{Repositories: []string{"kept.git"}}); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, s)
	u, err := s.Usage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(u.Roots) != 3 || u.Roots[0].SizeBytes != 2*u.Roots[2].SizeBytes || u.Roots[0].OwnBytes != u.Roots[2].SizeBytes || u.Roots[2].OwnBytes != 0 {
		t.Errorf("roots %+v", u.Roots)
	}
	would, err := s.Collect(t.Context(), CollectOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(u.Unrooted) != 1 || u.Unrooted[0].Name != "c" || u.UnrootedBytes != would.FreedBytes || u.UnrootedBytes <= u.Unrooted[0].SizeBytes || u.TotalBytes < u.UnrootedBytes {
		t.Errorf("got %+v", u)
	}
}
