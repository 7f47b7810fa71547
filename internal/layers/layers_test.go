// Package layers holds the import table of the rooms against the code. It reads
// every file with go/parser: asking "go list" would answer from a cache and only
// for the files of one build.
package layers

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowed says which rooms each room may import; "…" after a room stands for the
// rooms below it. A new edge is a line here, to be reviewed.
var allowed = map[string][]string{
	"digest":                {},
	"stacks":                {"digest", "internal/lazyregexp"},
	"lockfiles":             {"digest", "stacks", "internal/atomicfile"},
	"sources":               {"digest", "lockfiles"},
	"patches":               {},
	"builder":               {"digest", "stacks", "builder/…", "internal/lazyregexp"},
	"builder/store":         {"digest", "internal/atomicfile"},
	"builder/sandbox":       {},
	"builder/artifact":      {},
	"builder/otherhost":     {},
	"builder/slurm":         {"digest", "stacks", "builder", "builder/sandbox", "builder/store"},
	"builder/apt":           {"digest", "stacks", "builder", "builder/…", "internal/lazyregexp"},
	"builder/wheels":        {"digest", "builder/store", "internal/lazyregexp"},
	"environments":          {"digest", "stacks", "builder/artifact", "builder/store", "builder/sandbox"},
	"suites":                {"digest", "stacks", "environments", "internal/lazyregexp"},
	"bundles":               {"digest", "internal/atomicfile"},
	"containers":            {"digest", "stacks", "environments", "builder/store", "containers/registry", "containers/signatures"},
	"containers/cache":      {"digest", "builder/store", "containers/registry", "containers/signatures"},
	"containers/registry":   {},
	"containers/signatures": {},
	"cmd/cairn":             {"…"},
	"internal/atomicfile":   {},
	"internal/layers":       {},
	"internal/lazyregexp":   {},
	"internal/bench":        {"patches", "sources", "digest", "stacks", "builder", "builder/store", "containers"},
	"internal/faults":       {"testdata/debarchive"},
	"testdata":              {},
}

// testsMayImport are rooms that test files of any room may use besides.
var testsMayImport = []string{"testdata/…", "builder/sandbox"}

func TestRoomsImportOnlyWhatTheTableAllows(t *testing.T) {
	faults, files, err := check("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults {
		t.Error(fault)
	}
	if files < 5 {
		t.Errorf("read only %d files: the test looks at the wrong folder", files)
	}
}

func TestForbiddenEdgeIsFound(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"patches/p.go":      "package patches\nimport _ \"cairn/digest\"\n",
		"patches/p_test.go": "package patches\nimport _ \"cairn/stacks\"\n",
		"util/u.go":         "package util\n",
		"digest/d.go":       "package digest\nimport _ \"fmt\"\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	faults, _, err := check(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"patches/p.go: room patches may not import digest",
		"patches/p_test.go: room patches may not import stacks",
		"util/u.go: room util is not in the table",
	}
	if !slices.Equal(faults, want) {
		t.Errorf("got %q, want %q", faults, want)
	}
}

// check reads all Go files below root and returns what the table forbids.
func check(root string) (faults []string, files int, err error) {
	err = filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && file != root {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(file, ".go") {
			return nil
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		files++
		found, err := checkFile(file, filepath.ToSlash(name))
		faults = append(faults, found...)
		return err
	})
	return faults, files, err
}

func checkFile(file, name string) (faults []string, err error) {
	room := path.Dir(name)
	for room != "." && allowed[room] == nil && strings.HasPrefix(room, "testdata") {
		room = path.Dir(room)
	}
	edges, known := allowed[room]
	if !known {
		return []string{fmt.Sprintf("%s: room %s is not in the table", name, room)}, nil
	}
	if strings.HasSuffix(name, "_test.go") {
		edges = append(slices.Clone(edges), testsMayImport...)
	}
	syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	for _, spec := range syntax.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		other, ours := strings.CutPrefix(target, "cairn/")
		if ours && other != room && !permits(edges, other) {
			faults = append(faults, fmt.Sprintf("%s: room %s may not import %s", name, room, other))
		}
	}
	return faults, nil
}

func permits(edges []string, room string) bool {
	return slices.ContainsFunc(edges, func(edge string) bool {
		prefix, open := strings.CutSuffix(edge, "…")
		return edge == room || open && strings.HasPrefix(room, prefix)
	})
}
