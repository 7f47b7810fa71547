package builder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTargetsThatAreCollected(t *testing.T) {
	t.Parallel()
	all := map[string]*target{}
	add := func(name, kind string, needs ...string) {
		one := &target{Name: name, ID: name, Type: kind}
		for _, need := range needs {
			one.Dependencies = append(one.Dependencies, struct{ ID string }{need})
		}
		all[name] = one
	}
	add("app", "EXECUTABLE", "core", "generate")
	add("generate", "EXECUTABLE", "common")
	add("core", "STATIC_LIBRARY", "common", "core")
	add("common", "SHARED_LIBRARY")
	add("plugin", "MODULE_LIBRARY")
	for names, want := range map[string]string{
		"app":          "app common",
		"core":         "common",
		"app generate": "app common generate", // also where it was seen as what app needs
		"generate app": "app common generate",
		"":             "app common generate plugin",
		"core nothing": "common",
	} {
		for range 8 { // in any order of the map
			chosen, err := choose(all, strings.Fields(names))
			var got []string
			for _, one := range chosen {
				got = append(got, one.Name)
			}
			if err != nil || strings.Join(got, " ") != want {
				t.Errorf("of %q: got %v, %v; want %s", names, got, err, want)
			}
		}
	}
}

// A build that makes a library a link to a file of the host's gets nothing.
func TestArtifactsThatAreLinks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	build, out := filepath.Join(dir, "build"), filepath.Join(dir, "out")
	for _, folder := range []string{"build/sub", "out"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{"secret": "host", "build/libx.so.1.2": "library", "build/sub/other": "other"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{
		"libx.so": "libx.so.1", "libx.so.1": "libx.so.1.2", "up.so": "../secret", "down.so": "sub/other", "host.so": filepath.Join(dir, "secret"), "round.so": "round.so",
	} {
		if err := os.Symlink(to, filepath.Join(build, name)); err != nil {
			t.Fatal(err)
		}
	}
	from, err := os.OpenRoot(build)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := os.OpenRoot(out)
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	if err := copyArtifact(from, "libx.so", to, "lib", false); err != nil {
		t.Error(err)
	}
	if content, err := os.ReadFile(filepath.Join(out, "lib/libx.so")); err != nil || string(content) != "library" {
		t.Errorf("got %q, %v", content, err)
	}
	for name, want := range map[string]string{"up.so": "outside its folder", "down.so": "outside its folder", "host.so": "outside its folder", "round.so": "too many links"} {
		if err := copyArtifact(from, name, to, "lib", false); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	entries, err := os.ReadDir(filepath.Join(out, "lib"))
	if err != nil || len(entries) != 4 { // round.so is a link to itself
		t.Errorf("got %v, %v", entries, err)
	}
}
