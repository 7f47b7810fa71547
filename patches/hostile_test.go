package patches

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/storage/memory"
)

// TestHostile wants hostile texts refused, soon and in little memory.
func TestHostile(t *testing.T) {
	var big bytes.Buffer
	for i := range 50_000 {
		fmt.Fprintf(&big, "line %d\n", i%7)
	}
	var copies string
	for i := range 1000 {
		copies += fmt.Sprintf("diff --git a/big b/c%[1]d\ncopy from big\ncopy to c%[1]d\n--- a/big\n+++ b/c%[1]d\n@@ -1,2 +1,3 @@\n+new\n line 0\n line 1\n", i)
	}
	header := "diff --git a/a b/a\n--- a/a\n+++ b/a\n"
	tests := []struct{ name, patch, fault string }{
		{"line of 10 MB", header + "@@ -1 +1 @@\n-one\n+" + strings.Repeat("x", 10<<20) + "\n", "line 6 is longer than"},
		{"line of 10 MB before", strings.Repeat("x", 10<<20) + "\n" + header, "line 1 is longer than"},
		{"a million hunks", header + strings.Repeat("@@ -1 +1 @@\n-one\n+two\n", 1e6), "more than"},
		{"a million sections", strings.Repeat("diff --git a/a b/a\nnew file mode 100644\n", 1e6), "more than"},
		{"a million bare hunks", header + strings.Repeat("@@\n-one\n+two\n", 1e6), "has no positions"},
		{"a count out of all range", header + "@@ -1,99999999999999999999 +1 @@\n-one\n+two\n", "has no positions"},
		{"a large count", header + "@@ -1,2000000000 +1,2000000000 @@\n-one\n+two\n", "claims 2000000000 old"},
		{"a blank name of 7 MB", "diff --git a/" + strings.Repeat(" ", 7<<20) + "\nold mode 100644\nnew mode 100755\n", "names no file"},
		{"slashes of 7 MB", "diff --git " + strings.Repeat("/ ", 3<<20) + "\nold mode 100644\nnew mode 100755\n", "names no file"},
		{"slash and blank", "diff --git a/" + strings.Repeat(" x/", 2<<20) + "\nold mode 100644\nnew mode 100755\n", "names no file"},
		{"a deep path", "--- /dev/null\n+++ b/" + strings.Repeat("x/", 1<<20) + "y\n@@ -0,0 +1 @@\n+one\n", "is longer than"},
		{"blanks for a time", "--- a/" + strings.Repeat(" ", 7<<20) + "1\n+++ b/" + strings.Repeat(" ", 7<<19) + "1\n@@ -1 +1 @@\n-one\n+two\n", "is longer than"},
		{"a binary bomb", "diff --git a/b b/b\nnew file mode 100644\nindex 0000000..1111111\nGIT binary patch\nliteral 100000000000\nzcmZ?wbhEHb\n\n", "larger than 64 MiB"},
		{"many binary bombs", strings.Repeat("diff --git a/b b/b\nnew file mode 100644\nindex 0000000000000000000000000000000000000000..1111111111111111111111111111111111111111\nGIT binary patch\n"+literal(t, make([]byte, 40<<20)), 50), "larger than 64 MiB"},
		{"copies of a large file", copies, "larger than 64 MiB"},
		{"hunks that fit nowhere", "--- a/big\n+++ b/big\n" + strings.Repeat("@@ -1,3 +1,3 @@\n line 1\n-nope\n+new\n line 2\n", 100_000), "comparisons of lines"},
		{"a path of many folders", "--- /dev/null\n+++ b/" + strings.Repeat("x/", 1000) + "y\n@@ -0,0 +1 @@\n+one\n", "is deeper than"},
		{"an endless quote", "diff --git \"a/" + strings.Repeat(`\`, 7<<20) + "\nold mode 100644\nnew mode 100755\n", "names no file"},
	}
	store := memory.NewStorage()
	base := storeFiles(t, store, []recordedFile{{path: "a", mode: modePlain, content: []byte("one\n")}, {path: "big", mode: modePlain, content: big.Bytes()}})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			patch := []byte(test.patch)
			v := bounded(t, "apply", func() (Verdict, error) {
				return Apply(t.Context(), store, base, "", patch, Options{Check: true})
			})
			if v.Reached() || v.Fault == nil {
				t.Fatalf("not refused: %s", v.Status)
			}
			if test.fault != "" && !strings.Contains(v.Fault.Message, test.fault) {
				t.Errorf("got fault %q, want %q", v.Fault.Message, test.fault)
			}
			if len(v.Fault.Message) > 10_000 {
				t.Errorf("the message has %d bytes", len(v.Fault.Message))
			}
			bounded(t, "inspect", func() (*Inspection, error) { return Inspect("", patch), nil })
			m := bounded(t, "mend", func() (*Mended, error) { return Mend(t.Context(), store, base, "", patch) })
			if m.Diff != nil && len(patch) > 1<<20 {
				t.Errorf("mended to %d bytes", len(m.Diff))
			}
		})
	}
}

// hostileLimit is what a hostile text may take of a processor: the promise is a second
// (docs/patches.md), and a busy or slow machine gets three.
const hostileLimit = 3 * time.Second * slowdown

// bounded does work and holds it to hostileLimit and 200 MiB.
func bounded[T any](t *testing.T, name string, work func() (T, error)) T {
	t.Helper()
	peak := watchHeap(t)
	start := processorTime(t)
	made, err := work()
	took := processorTime(t) - start
	used := peak()
	if err != nil {
		t.Fatal(err)
	}
	if took > hostileLimit {
		t.Errorf("%s took %v, more than %v", name, took, hostileLimit)
	}
	if used > 200<<20 {
		t.Errorf("%s used %d MiB", name, used>>20)
	}
	return made
}

// literal is content as a binary patch holds it.
func literal(t *testing.T, content []byte) string {
	var b bytes.Buffer
	if err := writeLiteral(&b, content); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// watchHeap samples the heap until the function that it returns is called, which gives
// by how much it has grown. The collector lets garbage lie by what else is alive, which is
// other tests' matter: here it is kept to half.
func watchHeap(t *testing.T) func() uint64 {
	percent := debug.SetGCPercent(50)
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	stop, done := make(chan struct{}), make(chan uint64)
	go func() {
		var most uint64
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			var now runtime.MemStats
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
			select {
			case <-stop:
				done <- most
				return
			case <-tick.C:
			}
		}
	}()
	return func() uint64 {
		close(stop)
		debug.SetGCPercent(percent)
		return max(<-done, before.HeapAlloc) - before.HeapAlloc
	}
}

// TestManyHunksApply wants many hunks, within the bounds, to be applied in good time.
func TestManyHunksApply(t *testing.T) { // alone, for its processor time
	const lines = 100_000
	var before, after, patch bytes.Buffer
	patch.WriteString("--- a/a\n+++ b/a\n")
	for i := range lines {
		fmt.Fprintf(&before, "line %d\n", i)
		if i%5 != 2 {
			fmt.Fprintf(&after, "line %d\n", i)
			continue
		}
		fmt.Fprintf(&after, "changed %d\nand more\n", i)
		fmt.Fprintf(&patch, "@@ -%d,3 +%d,4 @@\n line %d\n-line %d\n+changed %d\n+and more\n line %d\n", i, i+i/5, i-1, i, i, i+1)
	}
	store := memory.NewStorage()
	base := storeFiles(t, store, []recordedFile{{path: "a", mode: modePlain, content: before.Bytes()}})
	want := storeFiles(t, store, []recordedFile{{path: "a", mode: modePlain, content: after.Bytes()}})
	start := processorTime(t)
	v, err := Apply(t.Context(), store, base, "", patch.Bytes(), Options{Check: true})
	if err != nil {
		t.Fatal(err)
	}
	if v.Tree != want.String() {
		t.Fatalf("got %s, %+v", v.Status, v.Fault)
	}
	if took := processorTime(t) - start; took > hostileLimit {
		t.Errorf("took %v", took)
	}
}
