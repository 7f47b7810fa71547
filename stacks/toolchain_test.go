package stacks

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const builtToolchain = `
upstream "u" { git = "https://example.org/a.git" }
distro "d" {
  apt "main" {
    url         = "https://example.org/debian"
    suite       = "stable"
    components  = ["main"]
    fingerprint = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  }
}
toolchain "plain" {
  distro   = distro.d
  packages = ["g++"]
}
toolchain "sycl" {
  distro   = distro.d
  packages = ["g++"]
  component "base" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.sycl
      isa       = "x86-64-v2"
    }
  }
  component "library" {
    source {
      upstream = upstream.u
      revision = "c51df430027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.plain
      isa       = "x86-64-v2"
      needs     = ["base"]
    }
  }
}
stack "s" {
  component "app" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.plain
      isa       = "x86-64-v3"
    }
  }
  variant "sycl" {
    component "app" {
      build "cmake" { toolchain = toolchain.sycl }
    }
  }
}
`

func TestBuiltToolchainBelongsToTheStacksThatUseIt(t *testing.T) {
	t.Parallel()
	load := func(text string) *Workspace {
		ws, diags := Load("w", fstest.MapFS{"a.hcl": {Data: []byte(text)}}, "1.0.0")
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		return ws
	}
	ws := load(builtToolchain)
	plain, err := ws.Stack("s")
	if err != nil {
		t.Fatal(err)
	}
	if len(plain.Components) != 1 || len(plain.Components[0].Builds[0].Needs) != 0 {
		t.Errorf("the stack that does not use it: got %+v", plain.Components)
	}
	s, err := ws.Stack("s@sycl")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range s.Components {
		names = append(names, c.Name+" "+c.OfToolchain)
	}
	if want := []string{"app ", "base sycl", "library sycl"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
	if got, want := s.Components[0].Builds[0].Needs, []string{"base", "library"}; !slices.Equal(got, want) {
		t.Errorf("the build that uses it needs %q, want %q", got, want)
	}
	if got := s.Components[1].Builds[0].Needs; len(got) != 0 {
		t.Errorf("a part that names its own toolchain needs %q", got)
	}
	// What a part is made from is part of the definition, with its place.
	moved, err := load(strings.Replace(builtToolchain, "c51df430", "c51df431", 1)).Stack("s@sycl")
	if err != nil {
		t.Fatal(err)
	}
	if moved.Digest() == s.Digest() {
		t.Error("another revision of a part is the same definition")
	}
	for _, a := range s.Attributes() {
		if a.Path == "component.library.source.revision" && a.Range.Start.Line != 31 {
			t.Errorf("the revision is said to be at %s", a.Range)
		}
	}
}

// A part with several builds is needed build by build, and two builds of a stack that use
// one toolchain bring its parts once.
func TestPartsOfAToolchainComeOnce(t *testing.T) {
	t.Parallel()
	text := strings.Replace(builtToolchain, `    build "cmake" {
      toolchain = toolchain.sycl
      isa       = "x86-64-v2"
    }
`, `    build "cmake" {
      toolchain = toolchain.sycl
      isa       = "x86-64-v2"
    }
    build "command" {
      toolchain = toolchain.sycl
      commands  = [["true"]]
    }
`, 1)
	text = strings.Replace(text, `needs     = ["base"]`, `needs     = ["base.cmake"]`, 1)
	text = strings.Replace(text, `  variant "sycl" {
    component "app" {
      build "cmake" { toolchain = toolchain.sycl }
    }
  }
`, `  component "second" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.sycl
      isa       = "x86-64-v3"
    }
  }
  variant "sycl" {
    component "app" {
      build "cmake" { toolchain = toolchain.sycl }
    }
  }
`, 1)
	s := mustStack(t, mustLoad(t, text), "s@sycl")
	var names []string
	for _, c := range s.Components {
		names = append(names, c.Name)
	}
	equal(t, "components", names, []string{"app", "second", "base", "library"})
	for _, c := range s.Components[:2] {
		equal(t, "needs of "+c.Name, c.Builds[0].Needs, []string{"base.cmake", "base.command", "library"})
	}
}

// What a stack is built and runs with, and whose interpreter it has.
func TestToolchainsOfAStack(t *testing.T) {
	t.Parallel()
	one, two, three, thin := &Toolchain{Name: "one"}, &Toolchain{Name: "two"}, &Toolchain{Name: "three"}, &Toolchain{Name: "a-thin-one"}
	s := &Stack{Environment: Environment{Runtime: thin}, Components: []*Component{
		{Builds: []*Build{{Kind: CMakeBuild, Toolchain: two}, {Kind: CommandBuild, Toolchain: one}}}, {Builds: []*Build{{Kind: CMakeBuild, Toolchain: one}}},
	}}
	names := func() (names []string) {
		for _, t := range s.Toolchains() {
			names = append(names, t.Name)
		}
		return names
	}
	equal(t, "toolchains", names(), []string{"a-thin-one", "one", "two"})
	if s.Interpreter() != nil {
		t.Error("a stack without Python has an interpreter")
	}
	s.Python = &Python{}
	if got := s.Interpreter(); got != two {
		t.Errorf("of the first build: got %v", got)
	}
	s.Components[1].Builds[0].Kind, s.Components[1].Builds[0].Toolchain = PythonBuild, one
	if got := s.Interpreter(); got != one {
		t.Errorf("of the first python build: got %v", got)
	}
	s.Python.Toolchain = three
	if got := s.Interpreter(); got != three {
		t.Errorf("as it says: got %v", got)
	}
	equal(t, "toolchains with an interpreter", names(), []string{"a-thin-one", "one", "three", "two"})
}

// The patch files beside the definitions are those of stacks and toolchains, not an
// archive's.
func TestPatchFiles(t *testing.T) {
	t.Parallel()
	text := strings.Replace(builtToolchain, `      revision = "c51df430027cff147f7de85e7da22bc6a3a804fb"
    }
`, `      revision = "c51df430027cff147f7de85e7da22bc6a3a804fb"
    }
    patch "part" { path = "note.txt" }
`, 1) + "archive \"lab\" {\n  git = \"https://example.org/b.git\"\n  revision = \"ec9dd0ef1e56a72d0314924516b4f1a0e80fd668\"\n}\n"
	text = strings.Replace(text, `    build "cmake" {
      toolchain = toolchain.plain
      isa       = "x86-64-v3"
    }
`, `    patch "ours" { path = "patches/there.patch" }
    patch "again" { path = "patches/there.patch" }
    patch "theirs" {
      archive = archive.lab
      path    = "p/theirs.patch"
    }
    build "cmake" {
      toolchain = toolchain.plain
      isa       = "x86-64-v3"
    }
`, 1)
	equal(t, "files", mustLoad(t, text).PatchFiles(), []string{"note.txt", "patches/there.patch"})
}
