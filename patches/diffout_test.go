package patches

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// TestDiffTreesAgainstGit holds written patches against git diff, byte for byte (but
// for binary contents, which must apply), and their ids against git patch-id.
func TestDiffTreesAgainstGit(t *testing.T) {
	t.Parallel()
	const batchSize = 60
	cases := differentialCases(t, batchSize)
	first := uint64(1)
	if s := os.Getenv("CAIRN_DIFFERENTIAL_SEED"); s != "" {
		if _, err := fmt.Sscan(s, &first); err != nil {
			t.Fatal(err)
		}
	}
	for done := 0; done < cases && !t.Failed(); done += batchSize {
		g := newNativeRepository(t)
		w := &importer{}
		for i := range batchSize {
			r := rand.New(rand.NewPCG(first+uint64(done+i), 3))
			n := 6 + r.IntN(60)
			base := randomTreeOf(r, n)
			if i%20 == 0 {
				base["large"] = plainFile{"100644", joinLines(r, randomLines(r, 2000+r.IntN(3000), 300), false)}
			}
			b := w.commit(base, "base\n")
			next := editedTree(r, base, n)
			if f, found := next["large"]; found {
				lines := contentLines(f.content)
				for range 300 + r.IntN(2000) {
					at := r.IntN(len(lines))
					lines[at] = randomLine(r, 300)
				}
				next["large"] = plainFile{"100644", joinLines(r, lines, false)}
			}
			if r.IntN(5) == 0 {
				next["\"q\tü"] = plainFile{"100644", []byte("x\n")}
			}
			w.commit(next, "next\n", b)
		}
		commits, trees := g.imported(w)
		store := g.storage()
		for i := range batchSize {
			seed := first + uint64(done+i)
			from, to := trees[2*i+1], trees[2*i+2]
			got, err := DiffTrees(t.Context(), store, from, to)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			want := g.git(nil, "diff", "--full-index", "--binary", "-M50%", from.String(), to.String())
			if bytes.Contains(want, []byte("GIT binary patch")) {
				v, err := Apply(t.Context(), store, from, "x", got, Options{Check: true})
				if err != nil || v.Tree != to.String() {
					t.Fatalf("seed %d: got %+v, %v:\n%s", seed, v, err, got)
				}
			} else if !bytes.Equal(got, want) {
				t.Fatalf("seed %d:\n%s\ngit has\n%s", seed, got, want)
			}
			plain, err := newObjects(store).diffText(from, to, diffFormat{context: 3})
			if err != nil {
				t.Fatal(err)
			}
			if len(plain) == 0 {
				continue
			}
			diff := g.git(nil, "diff-tree", "-p", "--full-index", "--no-renames", commits[2*i+1].String(), commits[2*i+2].String())
			id, _, _ := strings.Cut(string(g.git(diff, "patch-id", "--stable")), " ")
			if p := patchID(plain); p != id {
				t.Fatalf("seed %d: patch id %s, git has %s:\n%s", seed, p, id, plain)
			}
		}
	}
}

func TestDiffTreesOfEmptyTree(t *testing.T) {
	t.Parallel()
	store, base := seriesBase(t)
	c, err := newObjects(store).commit(base)
	if err != nil {
		t.Fatal(err)
	}
	diff, err := DiffTrees(t.Context(), store, emptyTree, c.tree)
	if err != nil {
		t.Fatal(err)
	}
	v, err := Apply(t.Context(), store, emptyTree, "x", diff, Options{Check: true})
	if err != nil || plumbing.NewHash(v.Tree) != c.tree {
		t.Errorf("got %+v, %v for\n%s", v, err, diff)
	}
}

// A hunk's heading is a line that begins like a name, cut where git cuts it.
func TestHeadings(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", headingBytes)
	for line, want := range map[string]string{
		"int f(void) \t\n": "int f(void)", "_x": "_x", "$x": "$x", "{\n": "", " indented\n": "", "9\n": "", "": "", long + "yz\n": long, long[1:] + " z\n": long[1:],
	} {
		if got := string(headingOf([]byte(line))); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
	if headingBytes != 80 { // XDL_MAX... of git's xemit.c
		t.Errorf("git's longest heading has 80 bytes, not %d", headingBytes)
	}
}
