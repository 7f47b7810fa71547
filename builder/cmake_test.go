package builder

import (
	"debug/elf"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/builder/sandbox"
	"cairn/stacks"
)

// small is a program, its shared library with a version, and a target that is
// never built.
var small = files{
	"CMakeLists.txt": `cmake_minimum_required(VERSION 3.16)
project(small VERSION 1.2.3 LANGUAGES CXX)
option(LOUD "shout" OFF)
add_library(words SHARED words.cpp)
set_target_properties(words PROPERTIES VERSION 1.2.3 SOVERSION 1)
if(LOUD)
  target_compile_definitions(words PRIVATE LOUD)
endif()
add_executable(say main.cpp)
target_link_libraries(say PRIVATE words)
add_executable(unbuilt EXCLUDE_FROM_ALL broken.cpp)
install(TARGETS say words)
`,
	"words.cpp":  "#ifdef LOUD\nconst char *words() { return \"HELLO\"; }\n#else\nconst char *words() { return \"hello\"; }\n#endif\n",
	"main.cpp":   "#include <cstdio>\nconst char *words();\nint main() { std::puts(words()); std::puts(__FILE__); return 0; }\n",
	"broken.cpp": "this is not C++\n",
}

func cmakeBench(t *testing.T) *bench {
	return newBench(t, "cmake", "ninja", "g++")
}

func TestCMakeBuildInstallsAndRuns(t *testing.T) {
	t.Parallel()
	b := cmakeBench(t)
	build := b.component("small", small, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true})
	o := b.run()
	if got := b.say(o); got != "hello\n/usr/src/small/main.cpp\n" {
		t.Errorf("got %q", got)
	}
	tree, _ := b.store.Tree(o.Outputs[0].Tree)
	program, err := elf.Open(filepath.Join(tree, "bin/say"))
	if err != nil {
		t.Fatal(err)
	}
	defer program.Close()
	if runpath, err := program.DynString(elf.DT_RUNPATH); err != nil || !slices.Equal(runpath, []string{"$ORIGIN:$ORIGIN/../lib"}) {
		t.Errorf("RUNPATH: got %q, %v", runpath, err)
	}
	if program.Section(".note.gnu.build-id") == nil {
		t.Error("no build id")
	}
	if link, err := os.Readlink(filepath.Join(tree, "lib/libwords.so.1")); err != nil || link != "libwords.so.1.2.3" {
		t.Errorf("got %q, %v", link, err)
	}
	var last Event
	for _, e := range b.events.all {
		if e.Kind == Progress && e.Total > 0 {
			if last.Total > 0 && e.Done*last.Total < last.Done*e.Total {
				t.Errorf("progress went back from %d/%d to %d/%d", last.Done, last.Total, e.Done, e.Total)
			}
			last = e
		}
	}
	if last.Done == 0 || last.Done != last.Total {
		t.Errorf("progress ended at %d/%d", last.Done, last.Total)
	}

	build.Options = map[string]string{"LOUD": "ON"}
	p := b.plan()
	if got := p.Actions[0].Why; len(got) != 1 || got[0] != (Reason{Input: "option LOUD", Now: "ON", Attribute: "stack.hcl:10"}) {
		t.Errorf("got %+v", got)
	}
	if got := b.say(b.run()); !strings.HasPrefix(got, "HELLO\n") {
		t.Errorf("got %q", got)
	}
	build.Options = nil
	if o := b.run(); o.Ran != 0 || o.Cached != 1 {
		t.Errorf("back to the first options: %+v", o)
	}
}

// say runs the built program where environments would have it.
func (b *bench) say(o *Outcome) string {
	b.Helper()
	tree, _ := b.store.Tree(o.Outputs[0].Tree)
	var out strings.Builder
	state, err := sandbox.Run(b.Context(), sandbox.Command{
		Argv: []string{"say"}, Stdout: &out, Stderr: &out,
		Mounts: append(b.Toolchains["host"].Mounts(), sandbox.Mount{Source: tree, Target: "/opt/stack", ReadOnly: true}),
	})
	if err != nil || state.ExitCode != 0 {
		b.Fatalf("say: %d, %v: %s", state.ExitCode, err, out.String())
	}
	return out.String()
}

func TestCMakeTargetsAreCollectedWithTheirLibraries(t *testing.T) {
	t.Parallel()
	b := cmakeBench(t)
	b.component("small", small, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Targets: []string{"say"}})
	o := b.run()
	// Another store, so other paths, another time, another number of jobs.
	again := cmakeBench(t)
	again.component("small", small, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Targets: []string{"say"}})
	second, err := Run(t.Context(), again.Request, again.plan(), RunOptions{Store: again.store, Jobs: 1})
	if err != nil || second.Ran != 1 || second.Outputs[0].Tree != o.Outputs[0].Tree {
		t.Errorf("the same build came out different: %+v, %v; first %+v", second, err, o)
	}
	if got := b.say(o); !strings.HasPrefix(got, "hello\n") {
		t.Errorf("got %q", got)
	}
	tree, _ := b.store.Tree(o.Outputs[0].Tree)
	var names []string
	for _, dir := range []string{"bin", "lib"} {
		entries, err := os.ReadDir(filepath.Join(tree, dir))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
	}
	if want := []string{"say", "libwords.so.1", "libwords.so.1.2.3"}; !slices.Equal(names, want) && !slices.Equal(names, []string{"say", "libwords.so", "libwords.so.1", "libwords.so.1.2.3"}) {
		t.Errorf("got %q, want %q", names, want)
	}
}

func TestCMakeFailuresShowTheFirstError(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		file, content string
		options       map[string]string
		want          string
	}{
		"compiler": {"main.cpp", "int main() { return undeclared; }\nint x = nothing;\n", nil, "/build/source/main.cpp:1:21: error: 'undeclared' was not declared in this scope"},
		"linker":   {"main.cpp", "int nowhere();\nint main() { return nowhere(); }\n", nil, "undefined reference to `nowhere()'"},
		"cmake":    {"CMakeLists.txt", "cmake_minimum_required(VERSION 3.16)\nproject(x)\nfind_package(Nowhere REQUIRED)\n", nil, "CMake Error at CMakeLists.txt:3 (find_package):"},
		"native":   {"main.cpp", small["main.cpp"], map[string]string{"CMAKE_CXX_FLAGS": "-O2 -march=native"}, `cairn: refused: -march=native builds for this machine and no other; say isa = "..." in the build block`},
		"download": {"CMakeLists.txt", "cmake_minimum_required(VERSION 3.16)\nproject(x)\ninclude(FetchContent)\nFetchContent_Declare(fmt URL https://example.invalid/fmt.tar.gz)\nFetchContent_MakeAvailable(fmt)\nadd_library(y SHARED ${fmt_SOURCE_DIR}/y.cpp)\n", nil, "cairn: refused: download of fmt from https://example.invalid/fmt.tar.gz: it is no source of this build"},
	} {
		t.Run(name, func(t *testing.T) {
			b := cmakeBench(t)
			source := files{}
			for k, v := range small {
				source[k] = v
			}
			source[tc.file] = tc.content
			b.component("small", source, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true, Options: tc.options})
			_, err := b.tryRun()
			var failed *ActionError
			if !errors.As(err, &failed) {
				t.Fatalf("got %v", err)
			}
			if len(failed.FirstError) == 0 || !strings.Contains(strings.ReplaceAll(strings.ReplaceAll(failed.FirstError[0], "‘", "'"), "’", "'"), tc.want) {
				t.Errorf("got %q\nwant %q\ntail %s", failed.FirstError, tc.want, strings.Join(failed.Tail, "\n"))
			}
			if kept, err := os.ReadFile(filepath.Join(failed.TreePath, "build/source", tc.file)); err != nil || string(kept) != tc.content {
				t.Errorf("the tree is not kept: %v", err)
			}
			if _, err := os.Stat(failed.LogPath); err != nil {
				t.Error(err)
			}
		})
	}
}
