package builder

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/stacks"
)

func TestSearchPathOfTheBuildIsRefused(t *testing.T) {
	t.Parallel()
	b := cmakeBench(t)
	build := b.component("small", small, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true,
		Options: map[string]string{"CMAKE_INSTALL_RPATH": "/build/build;/usr/lib/elsewhere"}})
	_, err := b.tryRun()
	var leak *LeakError
	if !errors.As(err, &leak) || len(leak.Leaks) != 2 || leak.Leaks[0] != (Leak{"bin/say", "RUNPATH /build/build"}) {
		t.Fatalf("got %v", err)
	}
	build.Options["CMAKE_INSTALL_RPATH"] = "$ORIGIN/../lib;/opt/stack/lib;/usr/lib/elsewhere"
	b.run()
	last := b.events.all[len(b.events.all)-1]
	if last.Kind != Finished || len(last.Traces) != 2 || last.Traces[0] != (Leak{"bin/say", "RUNPATH /usr/lib/elsewhere"}) {
		t.Errorf("got %+v", last)
	}
}

func TestPathsOfTheBuildAreFoundInContents(t *testing.T) {
	t.Parallel()
	out := t.TempDir()
	pad := strings.Repeat("x", 256<<10)
	border := strings.Repeat("x", 256<<10+len(sourceDir)-6) // within the first piece that is read
	for name, content := range map[string]string{
		"clean": pad + "/usr/src/small", "start": "/build/source/a.cpp", "across": border + "/build/build/x", "end": pad + pad + "/build/source",
	} {
		if err := os.WriteFile(filepath.Join(out, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	traces, err := lint("a", out)
	want := []Leak{{"across", "/build/build"}, {"end", "/build/source"}, {"start", "/build/source"}}
	if err != nil || !slices.Equal(traces, want) {
		t.Errorf("got %+v, %v", traces, err)
	}
}
