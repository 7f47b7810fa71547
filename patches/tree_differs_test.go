package patches

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/storage/memory"
)

// TestDiffersAt holds the comparison that ends early against the one that does not.
func TestDiffersAt(t *testing.T) {
	t.Parallel()
	store := memory.NewStorage()
	stored := func(p plainTree) (files []recordedFile) {
		modes := map[string]uint32{"100644": modePlain, "100755": 0o100755, "120000": 0o120000}
		for name, f := range p {
			files = append(files, recordedFile{path: name, mode: modes[f.mode], content: f.content})
		}
		return files
	}
	differ := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 11))
		before := randomTreeOf(r, 20)
		after := editedTree(r, before, 20)
		if len(after) == 0 {
			continue
		}
		a, b := storeFiles(t, store, stored(before)), storeFiles(t, store, stored(after))
		o := newObjects(store)
		changes, err := o.changesBetween(a, b)
		if err != nil {
			t.Fatal(err)
		}
		differ += len(changes)
		check := func(want bool, leaveOut int, more ...string) {
			paths := pathTree{}
			for i, c := range changes {
				if i != leaveOut {
					paths.add(c.path)
				}
			}
			for _, path := range more {
				paths.add(path)
			}
			if got, err := o.differsAt(a, b, paths); err != nil || got != want {
				t.Errorf("seed %d: %v at %v, %v; the trees differ at %+v", seed, got, paths, err, changes)
			}
		}
		check(true, -1)
		check(false, -1, "nowhere")
		check(false, -1, "a/b/nowhere")
		for i, c := range changes {
			// A file that becomes a folder is at the same path as what is in it.
			if !slices.ContainsFunc(changes, func(d treeChange) bool { return strings.HasPrefix(d.path, c.path+"/") }) {
				check(false, i)
			}
		}
	}
	if differ < 400 {
		t.Errorf("only %d differences", differ)
	}
}
