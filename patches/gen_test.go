package patches

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
)

// This file makes random trees, edits and damaged patches; differential_test.go
// holds what the package makes of them against git.

// entry is a path in a random tree; id is set for a submodule and for what is known by
// its id only, data for all others.
type entry struct {
	mode string // as in a tree: 100644, 100755, 120000, 160000
	data []byte
	id   string
}

type randomTree map[string]entry

// gen draws everything that a case consists of from its seed.
type gen struct{ *rand.Rand }

func newGen(seed uint64) gen { return gen{rand.New(rand.NewPCG(seed, 20261123))} }

func (g gen) oneIn(n int) bool { return g.IntN(n) == 0 }

func pick[T any](g gen, from []T) T { return from[g.IntN(len(from))] }

var (
	genNames = []string{
		"a", "b.c", "main.py", "README", "x y", "ü.txt", "q\"uote", "tab\tx", "new\nline", "-dash", "back\\slash",
		"sp ", "long-name-of-a-file.cpp", "b", "c", "a.b", ".hidden", "@@", "dev", "null",
	}
	genFolders = []string{"", "", "", "src/", "src/", "lib/deep/", "a b/", "src/x/", "a/", "b/"}
	genWords   = []string{
		"int", "return", "x", "{", "}", "", "", "if (x)", "\tfoo();", "    bar();", "\t    mixed", "trailing ", "tabs\t\t", " lead",
		"--- a/x", "+++ b/x", "@@ -1 +1 @@", "-- ", "diff --git a/a b/a", "é", "end", "\\ No newline at end of file", "a  b", "a b", "a\tb", "        eight",
	}
)

func (g gen) path() string { return pick(g, genFolders) + pick(g, genNames) }

func (g gen) line() string {
	if g.oneIn(3) {
		return fmt.Sprintf("line %d", g.IntN(30))
	}
	return pick(g, genWords)
}

func (g gen) content() []byte {
	if g.oneIn(12) {
		return nil
	}
	if g.oneIn(14) {
		b := make([]byte, 1+g.IntN(200))
		for i := range b {
			b[i] = byte(g.IntN(5) * 60)
		}
		return append(b, 0)
	}
	var b bytes.Buffer
	end := "\n"
	if g.oneIn(12) {
		end = "\r\n"
	}
	for range g.IntN(pick(g, []int{3, 10, 30, 60})) {
		b.WriteString(g.line())
		b.WriteString(end)
	}
	if g.oneIn(6) {
		b.WriteString("no newline")
	}
	return b.Bytes()
}

func (g gen) entry() entry {
	switch {
	case g.oneIn(20):
		return entry{mode: "120000", data: []byte(pick(g, []string{"a", "../x", "src/main.py", "/etc/passwd"}))}
	case g.oneIn(40):
		id := make([]byte, 20)
		for i := range id {
			id[i] = byte(g.IntN(256))
		}
		return entry{mode: "160000", id: hex.EncodeToString(id)}
	case g.oneIn(8):
		return entry{mode: "100755", data: g.content()}
	}
	return entry{mode: "100644", data: g.content()}
}

// put adds a path unless it stands in the way of another.
func (t randomTree) put(path string, e entry) bool {
	for other := range t {
		if strings.HasPrefix(other, path+"/") || strings.HasPrefix(path, other+"/") {
			return false
		}
	}
	t[path] = e
	return true
}

func (t randomTree) paths() []string { return slices.Sorted(maps.Keys(t)) }

func (g gen) tree() randomTree {
	t := randomTree{}
	for range 1 + g.IntN(6) {
		t.put(g.path(), g.entry())
	}
	return t
}

// editLines changes a text a little: lines put in, taken out, changed, doubled.
func (g gen) editLines(data []byte, edits int) []byte {
	lines := bytes.SplitAfter(data, []byte("\n"))
	for range edits {
		at := g.IntN(len(lines) + 1)
		switch {
		case g.oneIn(2) || at == len(lines):
			lines = slices.Insert(lines, at, []byte(g.line()+"\n"))
			for g.oneIn(2) {
				lines = slices.Insert(lines, at, []byte(g.line()+"\n"))
			}
		case g.oneIn(3):
			lines[at] = []byte(g.line() + "\n")
		case g.oneIn(4):
			lines = slices.Insert(lines, at, bytes.Clone(lines[at]))
		default:
			lines = slices.Delete(lines, at, min(at+1+g.IntN(3), len(lines)))
		}
	}
	out := bytes.Join(lines, nil)
	switch {
	case g.oneIn(20):
		out = bytes.TrimSuffix(out, []byte("\n"))
	case g.oneIn(40):
		out = bytes.ReplaceAll(out, []byte("\n"), []byte("\r\n"))
	}
	return out
}

// edit makes the tree that a patch leads to.
func (g gen) edit(t randomTree) randomTree {
	n := maps.Clone(t)
	for range 1 + g.IntN(4) {
		paths := n.paths()
		if len(paths) == 0 {
			n.put(g.path(), g.entry())
			continue
		}
		path := pick(g, paths)
		e := n[path]
		switch {
		case g.oneIn(8):
			n.put(g.path(), g.entry())
		case g.oneIn(10):
			delete(n, path)
		case g.oneIn(8):
			delete(n, path)
			if !n.put(g.path(), entry{e.mode, g.editLines(e.data, g.IntN(2)), e.id}) {
				n[path] = e
			}
		case g.oneIn(8):
			n.put(g.path(), entry{e.mode, g.editLines(e.data, g.IntN(2)), e.id})
		case g.oneIn(12):
			n[path] = g.entry()
		case g.oneIn(10) && strings.HasPrefix(e.mode, "100"):
			e.mode = pick(g, []string{"100644", "100755"})
			n[path] = e
		case e.mode == "160000":
			n[path] = g.entry()
		case e.mode == "120000":
			e.data = []byte(g.path())
			n[path] = e
		default:
			e.data = g.editLines(e.data, 1+g.IntN(3))
			n[path] = e
		}
	}
	return n
}

// drift is the tree that the patch meets: often the one that it was made for.
func (g gen) drift(t randomTree) randomTree {
	if !g.oneIn(3) {
		return t
	}
	n := maps.Clone(t)
	for _, path := range n.paths() {
		if e := n[path]; strings.HasPrefix(e.mode, "100") && !g.oneIn(3) {
			e.data = g.editLines(e.data, g.IntN(3))
			if g.oneIn(8) {
				e.data = g.whitespace(e.data)
			}
			n[path] = e
		}
	}
	if g.oneIn(10) {
		n.put(g.path(), g.entry())
	}
	if paths := n.paths(); g.oneIn(15) && len(paths) > 1 {
		delete(n, pick(g, paths))
	}
	return n
}

// whitespace changes blanks in some lines, as editors and mailers do.
func (g gen) whitespace(text []byte) []byte {
	lines := bytes.SplitAfter(text, []byte("\n"))
	for i, line := range lines {
		if len(line) == 0 || !g.oneIn(4) {
			continue
		}
		body := bytes.TrimSuffix(line, []byte("\n"))
		tail := line[len(body):]
		switch g.IntN(7) {
		case 0:
			body = append(bytes.Clone(body), ' ')
		case 1:
			body = bytes.TrimRight(body, " \t")
		case 2:
			body = bytes.ReplaceAll(body, []byte("\t"), []byte("        "))
		case 3:
			body = bytes.ReplaceAll(body, []byte("    "), []byte("\t"))
		case 4:
			body = append(bytes.Clone(body), '\r')
		case 5:
			body = bytes.ReplaceAll(body, []byte(" "), []byte("  "))
		case 6:
			body = bytes.TrimSuffix(body, []byte("\r"))
		}
		lines[i] = append(bytes.Clone(body), tail...)
	}
	return bytes.Join(lines, nil)
}

// diffOptions are the ways in which git is asked for diffs; one process each a batch.
var diffOptions = [][]string{
	{}, {}, {"-U0"}, {"-U1"}, {"-U2"}, {"-U5"}, {"--binary"}, {"--binary", "--full-index"}, {"--full-index"},
	{"-M"}, {"-M", "-C", "--find-copies-harder", "--binary"}, {"-M50", "-U1"}, {"--no-prefix"}, {"--no-prefix", "-M", "--binary"},
	{"--ignore-space-change"}, {"-w", "-U1"}, {"--ignore-blank-lines"}, {"-B", "-M"}, {"-R"}, {"--src-prefix=x/y/", "--dst-prefix=x/z/"},
	{"--inter-hunk-context=4"}, {"-W"}, {"--patience", "-U4", "--binary"}, {"-D"},
}

// blobID is git's id of a blob.
func blobID(data []byte) string {
	h := sha1.New()
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

func (e entry) blob() string {
	if e.id != "" {
		return e.id
	}
	return blobID(e.data)
}

// treeObjects makes the tree objects of a flat list of paths (git's format: sorted
// as if folders ended in a slash), and hands each to emit. It is this test's own, so
// that it can vouch for the package's.
func treeObjects(t randomTree, emit func(id string, body []byte)) string {
	type node struct {
		files   map[string]entry
		folders map[string]randomTree
	}
	n := node{map[string]entry{}, map[string]randomTree{}}
	for path, e := range t {
		head, rest, nested := strings.Cut(path, "/")
		if !nested {
			n.files[head] = e
			continue
		}
		if n.folders[head] == nil {
			n.folders[head] = randomTree{}
		}
		n.folders[head][rest] = e
	}
	type item struct{ mode, name, id string }
	var items []item
	for name, e := range n.files {
		items = append(items, item{e.mode, name, e.blob()})
	}
	for name, sub := range n.folders {
		items = append(items, item{"40000", name, treeObjects(sub, emit)})
	}
	key := func(i item) string {
		if i.mode == "40000" {
			return i.name + "/"
		}
		return i.name
	}
	sort.Slice(items, func(a, b int) bool { return key(items[a]) < key(items[b]) })
	var body bytes.Buffer
	for _, i := range items {
		id, err := hex.DecodeString(i.id)
		if err != nil {
			panic(err)
		}
		fmt.Fprintf(&body, "%s %s\x00%s", i.mode, i.name, id)
	}
	h := sha1.New()
	fmt.Fprintf(h, "tree %d\x00", body.Len())
	h.Write(body.Bytes())
	id := hex.EncodeToString(h.Sum(nil))
	emit(id, body.Bytes())
	return id
}
