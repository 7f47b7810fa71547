package patches

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing/object"
)

func TestWildmatch(t *testing.T) {
	t.Parallel()
	tests := []struct {
		pattern, text string
		want          bool
	}{
		{"*.c", "dir/a.c", true}, {"dir/*", "dir/x/y", true}, {"dir/**", "dir/x/y", true}, {"d?r", "d/r", true},
		{"[a-c]x", "bx", true}, {"[!a-c]x", "bx", false}, {"[^a]x", "bx", true}, {"[]]", "]", true}, {"[[:digit:]]*", "7x", true},
		{"[[:alpha:]]", "7", false}, {`\*`, "*", true}, {`\*`, "a", false}, {"a", "ab", false}, {"", "", true}, {"*", "", true},
		{"[a", "a", false}, {"[[:nope:]]", "a", false}, {"[a-]", "-", true}, {"*a*b*c", "xaxbxc", true}, {"*a*b*c", "xaxcxb", false},
	}
	for _, test := range tests {
		if got := wildmatch(test.pattern, test.text); got != test.want {
			t.Errorf("wildmatch(%q, %q) = %t", test.pattern, test.text, got)
		}
	}
	start := time.Now()
	if wildmatch(strings.Repeat("*a", 1000)+"b", strings.Repeat("a", 10_000)) || time.Since(start) > time.Minute {
		t.Errorf("a hostile pattern took %v", time.Since(start))
	}
}

// Components are matched as by trying all that "**" may stand for, but not that slowly.
func TestMatchComponents(t *testing.T) {
	t.Parallel()
	var all func(pattern, path []string) bool
	all = func(pattern, path []string) bool {
		switch {
		case len(pattern) == 0:
			return len(path) == 0
		case pattern[0] != "**":
			return len(path) > 0 && wildmatch(pattern[0], path[0]) && all(pattern[1:], path[1:])
		case len(pattern) == 1:
			return len(path) > 0
		}
		for skip := range len(path) + 1 {
			if all(pattern[1:], path[skip:]) {
				return true
			}
		}
		return false
	}
	r := rand.New(rand.NewPCG(1, 12))
	draw := func(from ...string) (names []string) {
		for range r.IntN(6) {
			names = append(names, from[r.IntN(len(from))])
		}
		return names
	}
	matched := 0
	for range 20_000 {
		pattern, path := draw("**", "**", "*", "a", "b"), draw("a", "b")
		want := all(pattern, path)
		if got := matchComponents(pattern, path); got != want {
			t.Fatalf("%q on %q: got %t", pattern, path, got)
		}
		if want {
			matched++
		}
	}
	if matched < 2000 {
		t.Errorf("only %d match", matched)
	}
	if matchComponents(strings.Split(strings.Repeat("**/a/", 100)+"b", "/"), slices.Repeat([]string{"a"}, maxFolders)) {
		t.Error("a name that is not there was found") // after ages, where every place of each is tried
	}
}

func TestSafePath(t *testing.T) {
	t.Parallel()
	tests := map[string]bool{
		"a": true, "a/b": true, ".gitignore": true, "a/.github/b": true, "..a": true, "a/b..": true, ".git2": true,
		"": false, "/a": false, "a/": false, "a//b": false, "..": false, "a/../b": false, "./a": false, ".git": false, "a/.Git/b": false,
		"GIT~1": false, ".git ": false, ".git.": false, ".git::$INDEX_ALLOCATION/x": false, ".g\u200cit/x": false, "a\nb": false, "a\x00b": false,
	}
	for path, want := range tests {
		if wrong := safePath(path, modePlain, false); (wrong == "") != want {
			t.Errorf("%q: %s", path, wrong)
		}
	}
	if safePath(".gitmodules", modePlain, false) != "" || safePath(".gitmodules", modeSymlink, false) == "" {
		t.Error(".gitmodules may be a file and no symlink")
	}
}

func TestUnquote(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{`"a\tb" c`: "a\tb", `"\303\274"`: "ü", `"\377"`: "\xff", `"\\\""`: `\"`, `""`: ""} {
		if got, _, ok := unquote([]byte(text)); !ok || got != want {
			t.Errorf("%s: got %q, %v", text, got, ok)
		}
	}
	for _, text := range []string{`"\400"`, `"\38"`, `"\089"`, `"\12`, `"a`, `a"`, `"\x"`, `"\`, ""} {
		if got, _, ok := unquote([]byte(text)); ok {
			t.Errorf("%s: got %q", text, got)
		}
	}
}

func TestHeaderFacts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"0%\n": 0, "100%\n": 100, "101%\n": 0, "-1%\n": 0, "x\n": 0, "57%": 57} {
		if got := percent([]byte(text)); got != want {
			t.Errorf("similarity %q: got %d, want %d", text, got, want)
		}
	}
	for stamp, want := range map[string]bool{
		"1970-01-01 00:00:00 +0000": true, "1970-01-01 01:00:00.000000000 +0100": true, "1969-12-31 19:00:00 -0500": true, "1969-12-31 18:30:00.0 -05:30": true,
		"1969-12-31 19:00:00 +0500": false, "1970-01-01 05:00:00 -0500": false, "1970-01-01 00:00:01 +0000": false, "1970-01-02 00:00:00 +0000": false, "1969-12-31 00:00:00 +0000": false,
	} {
		if got := hasEpoch([]byte("a\t" + stamp + "\n")); got != want {
			t.Errorf("%s: got %t", stamp, got)
		}
	}
	p := Parse([]byte("diff --git a/a b/b\nnew file mode 100644\nrename from a\nrename to b\n"), ParseOptions{})
	if len(p.Faults) != 1 || p.Faults[0].Line != 3 || !strings.Contains(p.Faults[0].Message, "line 2 says something else") {
		t.Errorf("a new file that is a rename: got %+v", p.Faults)
	}
}

// What stands behind a patch is prose where something sets it apart, else lost lines.
func TestLinesBehindAPatch(t *testing.T) {
	t.Parallel()
	for text, lost := range map[string]bool{
		"": false, "\n\n": false, "words\n": false, "words\n indented\n": false, "-- \n 2.39\n": false, "-----\n-- signed\n": false,
		" indented\n": true, "+x\n": true, "\n-x\n": true, "words\n+x\n": true, "words\n-x\n": true, "---\n": true,
	} {
		if p := Parse([]byte(small+text), ParseOptions{}); len(p.Faults) > 0 != lost {
			t.Errorf("%q: got %+v", text, p.Faults)
		}
	}
}

func TestNotesAreBounded(t *testing.T) {
	t.Parallel()
	store, base := seriesBase(t)
	commit, err := object.GetCommit(store, base)
	if err != nil {
		t.Fatal(err)
	}
	patch := fmt.Sprintf("--- /dev/null\n+++ b/new\n@@ -0,0 +1,%d @@\n%s", maxNotes+5, strings.Repeat("+blank \n", maxNotes+5))
	v, err := Apply(t.Context(), store, commit.TreeHash, "x", []byte(patch), Options{Check: true})
	if err != nil || v.Status != Clean || len(v.Notes) != maxNotes {
		t.Errorf("got %d notes, %+v, %v", len(v.Notes), v.Fault, err)
	}
}
