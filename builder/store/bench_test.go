package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
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
