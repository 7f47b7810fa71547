package patches

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// spaceLines are added lines with every kind of white space at both ends.
var spaceLines = []string{
	"plain", "trailing \t", "  \tspaces before a tab", "        eight spaces", "            twelve", "\tone tab", "      \t  tab, then two",
	" \t \tturns", "    four", "\ttabs and\tinside\t", "return\r", "return after blank \r", "\r", "   ", "\t", "         \t nine, a tab, one",
}

// spaceNames is the file that is changed and the folders above it.
const spaceNames = "src/deep/a.c"

// TestWhitespaceRules wants what git makes of added lines, by configuration and by
// attributes in the tree, where it mends them and where it refuses them.
func TestWhitespaceRules(t *testing.T) {
	t.Parallel()
	if newNativeGit(t) == nil {
		t.Skip("no git to compare with")
	}
	tests := []struct{ config, top, src, deep string }{
		{}, {config: "trailing-space"}, {config: "-trailing"}, {config: "space"}, {config: "-space-before-tab"}, {config: "indent"},
		{config: "indent-with-non-tab,tabwidth=4"}, {config: "tab-in-indent"}, {config: "tab,tabwidth=4,-space"}, {config: "cr-at-eol"},
		{config: "-blank-at-eol"}, {config: "cr,-blank-at-eof"}, {top: "*.c whitespace=indent,tabwidth=99\n"}, {top: "*.c whitespace=indent,tabwidth=x\n"}, {config: "nothing-known,, trailing"},
		{config: "-trailing,-space", top: "*.c whitespace\n"},
		{top: "*.c -whitespace\n"}, {top: "*.c\t-whitespace text\n"}, {config: "tab", top: "*.c -whitespace\na.c !whitespace\n"},
		{config: "tabwidth=3", top: "*.c whitespace\n"}, {top: "*.c whitespace=tab-in-indent,tabwidth=4\n"}, {top: "*.c whitespace=tab,indent\n"},
		{top: "# *.c -whitespace\n\n*.c\n"}, {top: "[attr].c -whitespace\n"}, {top: "\"*.c\" -whitespace\n"}, {top: "*.h -whitespace\n"}, {top: "?.[[:lower:]] -whitespace\n"},
		{top: "/src/*/a.c -whitespace\n"}, {top: "src/deep/a.c -whitespace\n"}, {top: "deep/a.c -whitespace\n"}, {top: "/a.c -whitespace\n"},
		{top: "**/a.c -whitespace\n"}, {top: "src/**/a.c -whitespace\n"}, {top: "src/** -whitespace\n"}, {top: "src/deep/a.c/** -whitespace\n"},
		{top: "src/* -whitespace\n"}, {top: "src/**/deep/**/a.c -whitespace\n"}, {top: "src/**/deeper/* -whitespace\n"}, {top: "src/deep -whitespace\n"},
		{top: "*.c -whitespace\n", src: "deep/* whitespace=tab,tabwidth=2\n"}, {src: "a.c -whitespace\n", deep: "*.c whitespace=indent\n"},
		{src: "/deep/a.c -whitespace\n"}, {deep: "/a.c -whitespace\n"}, {deep: "src/deep/a.c -whitespace\n"},
	}
	for _, test := range tests {
		t.Run(fmt.Sprintf("%q %q %q %q", test.config, test.top, test.src, test.deep), func(t *testing.T) {
			t.Parallel()
			g := newNativeGit(t)
			files := []recordedFile{{path: spaceNames, mode: modePlain, content: []byte("first\n")}}
			for folder, text := range map[string]string{"": test.top, "src/": test.src, "src/deep/": test.deep} {
				if text != "" {
					files = append(files, recordedFile{path: folder + ".gitattributes", mode: modePlain, content: []byte(text)})
					// git reads them in the work tree: when it looks at white space it has not read the index.
					dir := filepath.Join(g.dir, folder)
					if err := errors.Join(os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, ".gitattributes"), []byte(text), 0o644)); err != nil {
						t.Fatal(err)
					}
				}
			}
			if out, err := g.run(nil, "config", "core.whitespace", test.config); test.config != "" && err != nil {
				t.Fatalf("git config: %v: %s", err, out)
			}
			added := append([]string{}, spaceLines...)
			mended := spacePatch(append(added, "", "\t", "")) // and blank lines at the end
			compareSpace(t, g, files, mended, test.config, WhitespaceFix)
			for _, line := range added[1:6] {
				compareSpace(t, g, files, spacePatch([]string{line}), test.config, WhitespaceError)
			}
		})
	}
}

// spacePatch adds lines to the end of the file.
func spacePatch(lines []string) string {
	return fmt.Sprintf("--- a/%[1]s\n+++ b/%[1]s\n@@ -1 +1,%[2]d @@\n first\n+%[3]s\n", spaceNames, 1+len(lines), strings.Join(lines, "\n+"))
}

// compareSpace wants the tree that git reaches, or that both refuse.
func compareSpace(t *testing.T, g *nativeGit, files []recordedFile, patch, config string, mode Whitespace) {
	t.Helper()
	said, applied := g.apply(t, files, []byte(patch), []string{"--whitespace=" + string(mode)})
	store := memory.NewStorage()
	v, err := Apply(t.Context(), store, storeFiles(t, store, files), "x.patch", []byte(patch), Options{Whitespace: mode, WhitespaceRule: config})
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case applied != v.Reached():
		t.Errorf("%s: git applies it: %t (%s), we: %+v\n%q", mode, applied, said, v.Fault, patch)
	case applied && said != v.Tree:
		git, _ := g.run(nil, "show", said+":"+spaceNames)
		want := []recordedFile{{path: spaceNames, mode: modePlain, content: []byte(git + "\n")}}
		t.Errorf("%s: another tree than git's\n%s", mode, difference(t, store, plumbing.NewHash(v.Tree), want))
	}
}
