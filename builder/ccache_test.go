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
