package patches

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
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
