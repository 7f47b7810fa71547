package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"cairn/digest"
)

// BenchmarkMoveTree is what keeping an output of 500 files costs, syncing included.
func BenchmarkMoveTree(b *testing.B) {
	s, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		temp, _, err := s.TempDir()
		if err != nil {
			b.Fatal(err)
		}
		dir := filepath.Join(temp, "t")
		if err := os.Mkdir(dir, 0o755); err != nil {
			b.Fatal(err)
		}
		for n := range 500 {
			if err := os.WriteFile(fmt.Sprint(dir, "/", n), fmt.Appendf(nil, "%d %d", i, n), 0o644); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
		if _, err := s.MoveTree(b.Context(), dir); err != nil {
			b.Fatal(err)
		}
	}
}

// Of 1,000 trees of 10 files, of which every tenth is wanted, nothing goes: what a
// look costs that finds nothing to remove.
func BenchmarkCollect(b *testing.B) {
	s, err := Open(filepath.Join(b.TempDir(), "store"))
	if err != nil {
		b.Fatal(err)
	}
	var all []digest.Digest
	for i := range 1000 {
		dir := filepath.Join(s.Dir(), "trees", fmt.Sprintf("%064x", i+1))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			b.Fatal(err)
		}
		for n := range 10 {
			if err := os.WriteFile(fmt.Sprintf("%s/%d", dir, n), []byte("content"), 0o444); err != nil {
				b.Fatal(err)
			}
		}
		d, err := digest.Parse(filepath.Base(dir))
		if err != nil {
			b.Fatal(err)
		}
		if err := s.PutAction(d, Record{Name: fmt.Sprint("n", i%50), Output: d}); err != nil {
			b.Fatal(err)
		}
		all = append(all, d)
	}
	if err := s.SetRoot("pin/all", Root{Digests: all}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if c, err := s.Collect(b.Context(), CollectOptions{}); err != nil || c.Rooted != 1000 {
			b.Fatalf("%+v, %v", c, err)
		}
	}
}
