package patches

import (
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// TestThereAndBack makes patches between random trees (renames, modes, links,
// submodules, binary files, odd names, files without a last newline) and wants that each
// leads from one to the other, and taken back to where it came from.
func TestThereAndBack(t *testing.T) {
	t.Parallel()
	cases := uint64(500)
	if testing.Short() {
		cases = 100
	}
	changed := 0
	for seed := range cases {
		g := newGen(seed)
		from := g.tree()
		to := g.edit(from)
		store := memory.NewStorage()
		base, next := storeFiles(t, store, recorded(from)), storeFiles(t, store, recorded(to))
		diff, err := DiffTrees(t.Context(), store, base, next)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if base == next {
			if len(diff) > 0 {
				t.Fatalf("seed %d: equal trees differ:\n%s", seed, diff)
			}
			continue
		}
		changed++
		for _, way := range []struct {
			name     string
			reverse  bool
			from, to plumbing.Hash
		}{{"there", false, base, next}, {"back", true, next, base}} {
			v, err := Apply(t.Context(), store, way.from, "", diff, Options{Reverse: way.reverse, Check: true, Lenient: hasLineBreak(from, to)})
			if err != nil {
				t.Fatalf("seed %d, %s: %v", seed, way.name, err)
			}
			if v.Tree != treeID(way.to) {
				t.Fatalf("seed %d, %s: %s, %q, not %s\n%s", seed, way.name, describeVerdict(v), v.Tree, way.to, diff)
			}
		}
	}
	if changed < int(cases)*3/4 {
		t.Errorf("only %d of %d pairs of trees differ", changed, cases)
	}
}

// treeID is how a verdict names a tree: an empty one has its id, too.
func treeID(tree plumbing.Hash) string {
	if tree.IsZero() {
		return emptyTree.String()
	}
	return tree.String()
}

// hasLineBreak says whether a path is one that is refused on purpose.
func hasLineBreak(trees ...randomTree) bool {
	for _, tree := range trees {
		for path, e := range tree {
			if safePath(path, entryMode(e), false) != "" {
				return true
			}
		}
	}
	return false
}

func recorded(tree randomTree) []recordedFile {
	var files []recordedFile
	for _, path := range tree.paths() {
		e := tree[path]
		file := recordedFile{path: path, mode: entryMode(e), content: e.data}
		if file.mode == modeGitlink {
			file.id = plumbing.NewHash(e.id)
		}
		files = append(files, file)
	}
	return files
}

// entryMode is a random entry's mode as a number.
func entryMode(e entry) uint32 {
	return map[string]uint32{"100644": modePlain, "100755": 0o100755, "120000": modeSymlink, "160000": modeGitlink}[e.mode]
}
