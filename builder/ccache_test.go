package builder

import (
	"testing"

	"cairn/stacks"
)

// A second build that differs in one file compiles that file alone, and what comes out
// is what a build without a cache makes.
func TestCompilerCache(t *testing.T) {
	t.Parallel()
	b := newBench(t, "cmake", "ninja", "g++", "ccache")
	last := func() Compiled {
		b.events.Lock()
		defer b.events.Unlock()
		for i := len(b.events.all) - 1; i >= 0; i-- {
			if e := b.events.all[i]; e.Kind == Finished && !e.Cached {
				return e.Compiled
			}
		}
		return Compiled{}
	}
	b.component("small", small, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true})
	b.run()
	if got := last(); got.Total < 2 || got.FromCache != 0 {
		t.Errorf("first: got %+v", got)
	}
	changed := files{}
	for name, content := range small {
		changed[name] = content
	}
	changed["words.cpp"] = "const char *words() { return \"other\"; }\n"
	b.Sources["small"] = changed
	o := b.run()
	if got := last(); got.Total < 2 || got.FromCache != got.Total-1 {
		t.Errorf("one file changed: got %+v", got)
	}
	fresh := newBench(t, "cmake", "ninja", "g++", "ccache")
	fresh.component("small", changed, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true})
	f := fresh.run()
	if f.Outputs[0].Tree != o.Outputs[0].Tree {
		t.Error("the cache changed what came out")
	}
	if b.plan().Actions[0].Key != fresh.plan().Actions[0].Key {
		t.Error("the cache is in the key")
	}
}

// closure is the host's toolchain as if a lock decided it.
type closure struct{ Toolchain }

func (closure) Impure() bool { return false }

// A closure's own headers are not read again; those of the source and of needed builds are,
// also where the compiler takes them for the system's.
func TestCompilerCacheSeesHeaders(t *testing.T) {
	t.Parallel()
	b := newBench(t, "cmake", "ninja", "g++", "ccache", "sh")
	b.Toolchains["host"] = closure{b.Toolchains["host"]}
	source := func(text string) files {
		return files{
			"CMakeLists.txt": "cmake_minimum_required(VERSION 3.16)\nproject(small CXX)\nadd_executable(say main.cpp)\ninclude_directories(SYSTEM /deps/first)\ninstall(TARGETS say)\n",
			"main.cpp":       "#include <cstdio>\n#include \"own.h\"\n#include <needed.h>\nint main() { std::puts(OWN NEEDED); }\n",
			"own.h":          "#define OWN \"" + text + "\"\n",
		}
	}
	say := func(own, needed string) string {
		b.Stack.Components = nil
		b.component("small", source(own), stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true, Needs: []string{"first"}})
		b.component("first", files{"x": ""}, script("echo '#define NEEDED \""+needed+"\"' >/out/needed.h"))
		o := b.run()
		o.Outputs = o.Outputs[1:] // what it needs comes first
		return b.say(o)
	}
	for _, c := range [][2]string{{"a", "b"}, {"c", "b"}, {"c", "d"}, {"a", "d"}, {"a", "b"}} {
		if got := say(c[0], c[1]); got != c[0]+c[1]+"\n" {
			t.Errorf("with %v it says %q", c, got)
		}
	}
	x := &execution{toolchain: b.Toolchains["host"]}
	x.opts.Store, x.dir = b.store, t.TempDir()
	if env, _, err := x.compilerCache(); err != nil || env["CCACHE_IGNOREHEADERS"] != closureHeaders {
		t.Errorf("a closure: %v, %v", env, err)
	}
	x.toolchain = b.Toolchains["host"].(closure).Toolchain
	if env, _, err := x.compilerCache(); err != nil || env["CCACHE_IGNOREHEADERS"] != "" {
		t.Errorf("the host's: %v, %v", env, err)
	}
}
