package store

import (
	"bufio"
	"cairn/digest"
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
)

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
