package stacks

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestReference(t *testing.T) {
	t.Parallel()
	paths := map[string]BlockReference{}
	for _, b := range Reference() {
		if _, twice := paths[b.Path]; twice {
			t.Errorf("%s is listed twice", b.Path)
		}
		paths[b.Path] = b
		if b.Doc == "" || b.Form == "" {
			t.Errorf("%s says nothing", b.Path)
		}
		if parent := strings.LastIndex(b.Path, "."); parent >= 0 {
			if _, ok := paths[b.Path[:parent]]; !ok {
				t.Errorf("%s comes before its parent", b.Path)
			}
		}
		for _, a := range b.Attributes {
			if a.Type == "" || a.Doc == "" || a.Required && a.Default != "" {
				t.Errorf("%s.%s is not described: %+v", b.Path, a.Name, a)
			}
		}
	}
	for _, path := range []string{
		"cairn", "upstream", "archive", "distro.apt", "toolchain.oneapi", "model", "stack.component.source",
		"stack.component.patch", "stack.component.build", "stack.environment", "stack.suite.gate.expect",
		"stack.image", "stack.python", "stack.service.needs", "stack.unknown", "stack.variant.component", "result.metrics",
	} {
		if _, ok := paths[path]; !ok {
			t.Errorf("%s is missing", path)
		}
	}
	for path := range paths {
		if strings.HasPrefix(path, "stack.variant.") && path != "stack.variant.component" {
			t.Errorf("%s repeats what the stack holds", path)
		}
	}
	if got := paths["stack.suite"].Form; got != `suite "KIND" "NAME" { … }` {
		t.Errorf("got %s", got)
	}
}

// Every summary that the package writes has a fixture or a test that provokes
// it.
func TestEveryFaultIsTested(t *testing.T) {
	t.Parallel()
	tested := ""
	for _, pattern := range []string{"testdata/faults/*.hcl", "*_test.go"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %v", pattern, names, err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tested += string(src)
		}
	}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	summary := regexp.MustCompile(`(?:r\.in|l\.in|l\.at|r\.at)\([^"\n]*"([A-Z][^"%]*)"|return "([A-Z][A-Za-z0-9 ]*)", |Summary: "([^"]+)"|unreadable\("([^"]+)"`)
	count := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range summary.FindAllStringSubmatch(string(src), -1) {
			count++
			text := strings.Join(found[1:], "")
			text = strings.TrimSuffix(text, " ") // "Unsupported " + the block's name
			if !strings.Contains(tested, text) {
				t.Errorf("%s: nothing provokes %q", name, text)
			}
		}
	}
	if count < 60 {
		t.Errorf("only %d faults were found in the sources", count)
	}
}
