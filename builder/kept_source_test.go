package builder

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/builder/store"
	"cairn/stacks"
)

// mendable is a Source that mends: it says what it found, and can refuse to.
type mendable struct {
	files
	found  *[]string // the text of the file "left" in each folder that was to be mended
	refuse bool
}

func (m mendable) Mend(ctx context.Context, dir string) error {
	left, _ := os.ReadFile(filepath.Join(dir, "left"))
	*m.found = append(*m.found, string(left))
	if m.refuse {
		return errors.New("of no use")
	}
	// What a source must do, in the simplest way.
	return errors.Join(store.RemoveAll(dir), os.Mkdir(dir, 0o755), m.Export(ctx, dir))
}

// leaves is a cmake build that says what of its source is there, and leaves a file in it.
func leaves(text string) files {
	return files{"CMakeLists.txt": `cmake_minimum_required(VERSION 3.16)
project(leaves NONE)
file(GLOB all LIST_DIRECTORIES false RELATIVE ${CMAKE_SOURCE_DIR} *)
file(WRITE ${CMAKE_BINARY_DIR}/seen "${all}")
file(WRITE ${CMAKE_SOURCE_DIR}/left "` + text + `")
file(CHMOD ${CMAKE_SOURCE_DIR} PERMISSIONS OWNER_READ OWNER_EXECUTE)
install(FILES ${CMAKE_BINARY_DIR}/seen DESTINATION .)
`}
}

// The source of a build is left to the next one of its upstream, which mends it; one that
// cannot be mended is written anew.
func TestSourceIsLeftToTheNextBuild(t *testing.T) {
	t.Parallel()
	b := newBench(t, "cmake", "ninja", "g++")
	var found []string
	build := func(text string, refuse bool) string {
		t.Helper()
		b.Stack.Components = nil
		b.component("c", mendable{leaves(text), &found, refuse}, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true})
		b.Stack.Components[0].Source.Upstream = &stacks.Upstream{Name: "up/stream"}
		return b.output(b.run(), "c", "seen")
	}
	for i, c := range []struct {
		text   string
		refuse bool
	}{{"one", false}, {"two", false}, {"three", true}, {"four", false}} {
		if got := build(c.text, c.refuse); got != "CMakeLists.txt" {
			t.Errorf("build %d saw %q in its source", i, got)
		}
	}
	if got := strings.Join(found, " "); got != "one two three" {
		t.Errorf("what the builds left was %q", got)
	}
	entries, err := os.ReadDir(filepath.Join(b.store.Dir(), keptSources))
	if err != nil || len(entries) != 1 || entries[0].Name() != "up%2Fstream" {
		t.Errorf("kept: %v, %v", entries, err)
	}
}

// A shell takes nothing away, and a build that fails leaves its source where it failed.
func TestSourceIsKeptForBuildsAlone(t *testing.T) {
	t.Parallel()
	b := newBench(t, "cmake", "ninja", "g++", "sh")
	var found []string
	b.component("c", mendable{leaves("one"), &found, false}, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true})
	b.Stack.Components[0].Source.Upstream = &stacks.Upstream{Name: "up"}
	b.run()
	kept := filepath.Join(b.store.Dir(), keptSources, "up")
	state, err := Shell(t.Context(), b.Request, b.plan(), "c", b.store, []string{"true"}, Stdio{})
	if err != nil || state.ExitCode != 0 || len(found) > 0 {
		t.Errorf("shell: %v, %+v, found %q", err, state, found)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
	b.Sources["c"] = mendable{files{"CMakeLists.txt": "message(FATAL_ERROR no)\n"}, &found, false}
	if _, err := b.tryRun(); err == nil {
		t.Fatal("it passed")
	}
	if _, err := os.Stat(kept); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("kept after a failure: %v", err)
	}
}
