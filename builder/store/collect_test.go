package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cairn/digest"
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
	for _, name := range []string{"git/wanted.git", "git/dead.git", "failed/x"} {
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
	want := fmt.Sprintf("[tree dead file %s repository dead.git failed x]", deadFile.Hex()[:12])
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

func TestRootOfAMissingLockLapses(t *testing.T) {
	t.Parallel()
	s := open(t)
	d := built(t, s, "x")
	lock := filepath.Join(t.TempDir(), "x.lock.hcl")
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

func TestAnotherProcessKeepsWhatItUses(t *testing.T) {
	t.Parallel()
	s := open(t)
	used, put := built(t, s, "used"), digest.Digest{}
	s = reopened(t, s)
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), "CAIRN_TEST_HOLDER="+s.Dir(), "CAIRN_TEST_TREE="+used.String())
	in, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	if put, err = digest.Parse(strings.TrimSpace(line)); err != nil {
		t.Fatal(err)
	}
	c := collect(t, s, CollectOptions{})
	if !s.exists("trees", used) || !s.exists("trees", put) || c.InUse != 2 || len(c.Removed) != 0 {
		t.Errorf("used %v, put %v, %+v", s.exists("trees", used), s.exists("trees", put), c)
	}
	if err := errors.Join(in.Close(), other.Wait()); err != nil {
		t.Fatal(err)
	}
	if c := collect(t, s, CollectOptions{}); len(c.Removed) != 2 || s.exists("trees", used) {
		t.Errorf("after its end: %+v", c)
	}
}

// holdUntilEnd looks one tree up, puts another, and waits.
func holdUntilEnd(dir, tree string) {
	d, err := digest.Parse(tree)
	if err != nil {
		panic(err)
	}
	s, err := Open(dir)
	if err != nil {
		panic(err)
	}
	if _, ok := s.Tree(d); !ok {
		panic("no tree")
	}
	temp, _, err := s.TempDir()
	if err != nil {
		panic(err)
	}
	if err := os.MkdirAll(temp+"/t/sub", 0o755); err != nil {
		panic(err)
	}
	put, err := s.MoveTree(context.Background(), temp+"/t")
	if err != nil {
		panic(err)
	}
	fmt.Println(put)
	_, _ = io.Copy(io.Discard, os.Stdin)
	os.Exit(0) // without Close, as a killed one
}

// Collectors that are killed at any instant, beside a writer that reads back all
// that it wrote: nothing in use goes, and nothing is ever half there.
func TestKilledCollectorsBesideAWriter(t *testing.T) {
	t.Parallel()
	s := open(t)
	writer := exec.Command(os.Args[0])
	writer.Env = append(os.Environ(), "CAIRN_TEST_USER="+s.Dir())
	said := &strings.Builder{}
	writer.Stderr = said
	if _, err := writer.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	for range 20_000 { // until it has begun, however busy the machine is
		if _, ok, err := s.Last("0-0"); ok || err != nil || t.Context().Err() != nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	for i := range 8 {
		collector := exec.Command(os.Args[0])
		collector.Env = append(os.Environ(), "CAIRN_TEST_COLLECTOR="+s.Dir())
		if err := collector.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+23*i) * time.Millisecond)
		if err := collector.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = collector.Wait() // says that it was killed
		checkClean(t, s)
	}
	if err := writer.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = writer.Wait()
	if said.Len() > 0 {
		t.Error(said)
	}
	checkClean(t, s)
	collect(t, s, CollectOptions{})
	checkClean(t, s)
}

// Between any two trees the store is whole: a record goes before its tree.
func TestRecordsGoBeforeTheirTrees(t *testing.T) {
	t.Parallel()
	s := open(t)
	built(t, s, "dead")
	s = reopened(t, s)
	c := &collection{store: s, links: linkCount{}}
	var err error
	if c.trash, _, err = s.TempDir(); err != nil {
		t.Fatal(err)
	}
	if c.uses, err = os.OpenFile(filepath.Join(s.Dir(), usesName), os.O_RDWR, 0); err != nil {
		t.Fatal(err)
	}
	defer c.uses.Close()
	if err := errors.Join(c.mark(), c.sweepTrees(t.Context())); err != nil || len(c.result.Removed) != 1 {
		t.Fatalf("got %+v, %v", c.result, err)
	}
	checkClean(t, s)
}

func collectForEver(dir string) {
	s, err := Open(dir)
	if err != nil {
		panic(err)
	}
	for {
		if _, err := s.Collect(context.Background(), CollectOptions{}); err != nil {
			panic(err)
		}
		time.Sleep(time.Millisecond) // flock(2) is not fair
	}
}

// useForEver makes trees, records them, and reads each back some time later, as a
// build does with the outputs that it needs.
func useForEver(dir string) {
	for round := 0; ; round++ {
		s, err := Open(dir)
		if err != nil {
			panic(err)
		}
		var trees []digest.Digest
		for i := range 10 {
			temp, _, err := s.TempDir()
			if err != nil {
				panic(err)
			}
			out := filepath.Join(temp, "out")
			name := fmt.Sprintf("%d-%d", round%3, i) // the same come again, after they were collected
			if err := errors.Join(os.Mkdir(out, 0o755), os.WriteFile(out+"/f", []byte(name), 0o644)); err != nil {
				panic(err)
			}
			d, err := s.MoveTree(context.Background(), out)
			if err != nil {
				panic(err)
			}
			trees = append(trees, d)
			key := digest.Of([]byte(name))
			if err := s.PutAction(key, Record{Name: name, Output: d}); err != nil {
				panic(err)
			}
			if r, ok, err := s.Action(key); err != nil || !ok || r.Output != d {
				panic(fmt.Sprintf("round %d: record %s is gone while it is used: %v", round, name, err))
			}
		}
		for _, d := range trees {
			if _, err := os.ReadFile(filepath.Join(dir, "trees", d.Hex(), "f")); err != nil {
				panic(fmt.Sprintf("round %d: gone while it is used: %v", round, err))
			}
		}
		if err := s.Close(); err != nil {
			panic(err)
		}
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
	u, err := s.Usage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(u.Roots) != 2 || u.Roots[0].SizeBytes != 2*u.Roots[1].SizeBytes || u.Roots[0].OwnBytes != u.Roots[1].SizeBytes || u.Roots[1].OwnBytes != 0 {
		t.Errorf("roots %+v", u.Roots)
	}
	if len(u.Unrooted) != 1 || u.Unrooted[0].Name != "c" || u.UnrootedBytes != u.Unrooted[0].SizeBytes || u.TotalBytes < 3*u.UnrootedBytes {
		t.Errorf("got %+v", u)
	}
}
