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
