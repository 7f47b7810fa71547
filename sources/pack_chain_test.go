package sources

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// Large objects in the middle of a chain are made in buffers that are used again. Whatever
// the order and the cache, and however many read at a time, what was handed out stays what
// it was.
func TestLargeChains(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	r := rand.New(rand.NewPCG(1, 2))
	lines := make([]string, 3000)
	for i := range lines {
		lines[i] = fmt.Sprintf("line %d: %x %x %x %x", i, r.Uint64(), r.Uint64(), r.Uint64(), r.Uint64())
	}
	const versions = 25
	for v := range versions {
		lines[r.IntN(len(lines))] = fmt.Sprintf("changed in version %d", v)
		lines = append(lines, fmt.Sprintf("added in version %d", v))
		text := strings.Join(lines, "\n") + "\n"
		if len(text) < largeBytes {
			t.Fatalf("%d bytes are not large", len(text))
		}
		if err := os.WriteFile(filepath.Join(n.dir, "large.txt"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		n.git("add", ".")
		n.git("commit", "-q", "-m", fmt.Sprint(v))
	}
	n.git("repack", "-adfq", "--depth=50")
	if !strings.Contains(n.git("verify-pack", "-v", pathOf(t, n, "*.idx")), fmt.Sprintf("chain length = %d", keptDepth+3)) {
		t.Fatal("the chains are too short: this tests nothing")
	}
	ids := strings.Fields(n.git("rev-list", "--all", "--objects", "--no-object-names"))
	for name, limit := range map[string]int{"all kept": cacheBytes, "some kept": 4 << 20, "nothing kept": 0} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			db, err := openDatabase(filepath.Join(n.dir, ".git", "objects"))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.close() })
			db.cache.limit = limit
			var readers sync.WaitGroup
			for seed := range uint64(3) {
				readers.Go(func() {
					type read struct {
						id, kind string
						content  []byte
					}
					var all []read
					for _, i := range rand.New(rand.NewPCG(seed, 3)).Perm(len(ids)) {
						kind, content, err := db.read(plumbing.NewHash(ids[i]))
						if err != nil {
							t.Errorf("%s: %v", ids[i], err)
							return
						}
						all = append(all, read{ids[i], kind.String(), content})
					}
					for _, o := range all {
						kind, err := plumbing.ParseObjectType(o.kind)
						if got := plumbing.ComputeHash(kind, o.content); err != nil || got.String() != o.id {
							t.Errorf("%s is now %s", o.id, got)
						}
					}
				})
			}
			readers.Wait()
		})
	}
}
