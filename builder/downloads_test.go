package builder

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"cairn/stacks"
)

// wantsWords is a program whose library another repository has.
func wantsWords(declare string) files {
	return files{
		"CMakeLists.txt": "cmake_minimum_required(VERSION 3.16)\nproject(small CXX)\ninclude(FetchContent)\ninclude(ExternalProject)\n" + declare + "\n" +
			"add_executable(say main.cpp)\ntarget_link_libraries(say PRIVATE words)\ninstall(TARGETS say)\n",
		"main.cpp": "#include <cstdio>\nconst char *words();\nint main() { std::puts(words()); }\n",
	}
}

var words = files{
	"CMakeLists.txt": "add_library(words STATIC words.cpp)\n",
	"words.cpp":      "const char *words() { return __FILE__; }\n",
}

const declared = "FetchContent_Declare(words GIT_REPOSITORY https://example.org/words.git GIT_TAG v1.5.1)\n"

func TestDownloadOfABuildIsNamed(t *testing.T) {
	t.Parallel()
	archive := Download{Name: "words", From: "https://example.org/words.tar.gz"}
	for name, c := range map[string]struct {
		declare string
		want    Download
	}{
		"git":     {declared + "FetchContent_MakeAvailable(words)", Download{"words", "https://example.org/words.git", "v1.5.1"}},
		"archive": {"FetchContent_Declare(words URL https://example.org/words.tar.gz https://example.net/w)\nFetchContent_MakeAvailable(words)", archive},
		"package": {"FetchContent_Declare(words URL https://example.org/words.tar.gz FIND_PACKAGE_ARGS)\nFetchContent_MakeAvailable(words)", archive},
		// The older way, which asks no provider.
		"populate": {"FetchContent_Declare(words URL https://example.org/words.tar.gz)\nFetchContent_Populate(words)\nadd_subdirectory(${words_SOURCE_DIR})", Download{From: "https://example.org/words.tar.gz"}},
		"external": {"ExternalProject_Add(words_ep URL https://example.org/words.tar.gz)\nadd_library(words INTERFACE)\nadd_dependencies(words words_ep)", Download{From: "https://example.org/words.tar.gz"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := cmakeBench(t)
			b.component("small", wantsWords(c.declare), stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true})
			_, err := b.tryRun()
			var failed *ActionError
			if !errors.As(err, &failed) || failed.Download == nil || *failed.Download != c.want {
				t.Fatalf("got %v, %+v", err, failed)
			}
			text, err := os.ReadFile(failed.LogPath)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(text, []byte("Retry")) {
				t.Error("CMake tried again, which takes a minute and a half")
			}
			if c.want.Name != "" && !strings.HasPrefix(failed.FirstError[0], "cairn: refused: download of words from "+c.want.From) {
				t.Errorf("got %q", failed.FirstError)
			}
		})
	}
}

// What a build serves to itself it reaches: libcurl's error is that nobody listens (7), of
// a server elsewhere that the way there is not known (5).
func TestBuildReachesItsOwnLoopback(t *testing.T) {
	t.Parallel()
	b := cmakeBench(t)
	ask := "cmake_minimum_required(VERSION 3.16)\nproject(x NONE)\n"
	for _, address := range []string{"http://127.0.0.1:1/", "https://example.org/"} {
		ask += "file(DOWNLOAD " + address + " ${CMAKE_BINARY_DIR}/got STATUS status)\nlist(GET status 0 code)\nstring(APPEND codes \"${code} \")\n"
	}
	b.component("small", files{"CMakeLists.txt": ask + "message(FATAL_ERROR \"codes: ${codes}\")\n"}, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2"})
	_, err := b.tryRun()
	var failed *ActionError
	if !errors.As(err, &failed) {
		t.Fatal(err)
	}
	if log := strings.Join(failed.Tail, "\n"); !strings.Contains(log, "codes: 7 5") {
		t.Errorf("got %s", log)
	}
}

func TestDownloadsInLogs(t *testing.T) {
	t.Parallel()
	for log, want := range map[string]Download{
		"Cloning into 'fmt-src'...\nfatal: unable to access 'https://example.org/fmt.git/': Could not resolve host: example.org": {Name: "fmt", From: "https://example.org/fmt.git"},
		"CMake Error at FetchContent.cmake:9 (message):\n  error: could not find git for clone of fmt-populate":                  {Name: "fmt"},
		"  add_subdirectory given source \"/build/build/_deps/fmt-src\" which is not an\n  existing directory.":                  {Name: "fmt"},
		"Cloning into 'fmt'...\ndone.": {},
	} {
		var d downloadLog
		for line := range strings.SplitSeq(log, "\n") {
			d.add(line)
		}
		if d.found == nil && want != (Download{}) || d.found != nil && *d.found != want {
			t.Errorf("%q: got %+v", log, d.found)
		}
	}
}

func TestSourceOfAnotherComponentStandsForADownload(t *testing.T) {
	t.Parallel()
	b := cmakeBench(t)
	build := b.component("small", wantsWords(declared+"FetchContent_MakeAvailable(words)"), stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true, Sources: []string{"words"}})
	b.Sources["words"] = words
	b.Stack.Components = append(b.Stack.Components, &stacks.Component{Name: "words"})
	o := b.run()
	if got := b.say(o); got != "/usr/src/words/words.cpp\n" {
		t.Errorf("got %q", got)
	}
	// Its tree is in the key.
	b.Sources["words"] = files{"CMakeLists.txt": words["CMakeLists.txt"], "words.cpp": "const char *words() { return \"other\"; }\n"}
	p := b.plan()
	if why := p.Actions[0].Why; len(why) != 1 || why[0].Input != "source words" || why[0].Attribute != "stack.hcl:10" {
		t.Errorf("got %+v", why)
	}
	if got := b.say(b.run()); got != "other\n" {
		t.Errorf("got %q", got)
	}
	build.Sources = []string{"none"}
	if _, err := NewPlan(b.Request, b.store); err == nil || !strings.Contains(err.Error(), `no source for component "none"`) {
		t.Errorf("got %v", err)
	}
}
