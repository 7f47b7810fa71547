package lockfiles

import (
	"fmt"
	"strings"
	"testing"

	"cairn/digest"
)

// distroText defines the distro that toolchains here take packages from.
const distroText = `
distro "d" {
  apt "main" {
    url         = "https://example.org/debian"
    suite       = "stable"
    components  = ["main"]
    fingerprint = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  }
}
`

func TestResolveKeepsAClosureUntilItsToolchainMoves(t *testing.T) {
	t.Parallel()
	text := strings.Replace(definition(), "  host {\n    programs = [\"g++\"]\n  }", "  distro   = distro.d\n  packages = [\"g++\"]", 1) + distroText
	unreached := &fake{closure: Toolchain{Pending: "example.org was not reached"}}
	pending := resolve(t, text, unreached, nil)
	if tc, _ := pending.Views[0].Toolchain("host"); tc.Pending == "" || tc.Impure || tc.Kind != "apt" || unreached.closures != 1 {
		t.Fatalf("got %+v, asked %d times", tc, unreached.closures)
	}
	reached := &fake{closure: Toolchain{
		Releases: []Release{{"https://example.org/debian/dists/stable/InRelease", digest.Of([]byte("release"))}},
		Packages: []Package{{"g++", "1", "p", 1, digest.Of(nil)}},
	}}
	old := resolve(t, text, reached, pending)
	if len(old.Views[2].Toolchains[0].Packages) != 1 || reached.closures != 1 {
		t.Fatalf("got %+v, asked %d times", old.Views[2].Toolchains, reached.closures)
	}
	if l := resolve(t, text, unreached, old); len(l.Views[0].Toolchains[0].Packages) != 1 || unreached.closures != 1 {
		t.Error("the closure was lost, or asked for")
	}
	// Another variant may have locked it.
	base := old.Views[0]
	for _, v := range old.Views[1:] {
		v.Toolchains = nil
	}
	if l := resolve(t, text, unreached, old); len(l.Views[2].Toolchains[0].Packages) != 1 || len(base.Toolchains) != 1 {
		t.Error("the closure of another variant was not kept")
	}
	moved := strings.Replace(text, "stable", "testing", 1)
	if l := resolve(t, moved, unreached, old); l.Views[0].Toolchains[0].Pending == "" {
		t.Error("the closure of another distro was kept")
	}
}

func TestRuntimeIsLockedBesideTheBuildsToolchains(t *testing.T) {
	t.Parallel()
	text := strings.Replace(definition(), "  variant \"other\" {", "  environment {\n    runtime = toolchain.thin\n  }\n\n  variant \"other\" {\n    environment {\n      runtime = null\n    }", 1) + distroText + `
toolchain "thin" {
  distro   = distro.d
  packages = ["libstdc++6"]
}
`
	f := &fake{closure: Toolchain{Packages: []Package{{"libstdc++6", "1", "p", 1, digest.Of(nil)}}}}
	l := resolve(t, text, f, nil)
	base, _ := l.View("")
	other, _ := l.View("other")
	if len(base.Toolchains) != 2 || base.Toolchains[1].Name != "thin" || len(base.Toolchains[1].Packages) != 1 || len(other.Toolchains) != 1 {
		t.Errorf("got %+v and %+v", base.Toolchains, other.Toolchains)
	}
	again, diags := Parse("s.lock.hcl", l.Bytes())
	if diags.HasErrors() || !sameLock(again, l) {
		t.Errorf("the lock was read as another: %v", diags)
	}
	if moves := Compare(l, load(t, strings.Replace(text, "libstdc++6", "libgomp1", 1)), "s"); len(moves) != 1 || moves[0].Attribute != "toolchain.thin.packages" {
		t.Errorf("got %+v", moves)
	}
}

func TestPartsOfToolchainsAreKeptUntilTheirDefinitionMoves(t *testing.T) {
	t.Parallel()
	text := strings.Replace(definition(), "toolchain = toolchain.host", "toolchain = toolchain.built", 1) + distroText + `
upstream "part" { git = "https://example.org/part.git" }

toolchain "built" {
  distro   = distro.d
  packages = ["g++"]
  component "part" {
    source {
      upstream = upstream.part
      revision = "c51df430027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.built
      isa       = "x86-64-v2"
    }
  }
}
`
	f := &fake{}
	old := resolve(t, text, f, nil)
	if c, ok := old.Views[0].Component("part"); !ok || c.Source.Tree.IsZero() {
		t.Fatalf("got %+v", old.Views[0].Components)
	}
	first := f.sources
	if l := resolve(t, text, f, old); l.Digest() != old.Digest() || f.sources != 2*first-1 {
		t.Errorf("locked again, %d and then %d sources were asked for", first, f.sources-first)
	}
	again := f.sources
	moved := strings.Replace(text, "c51df430", "c51df431", 1)
	if l := resolve(t, moved, f, old); l.Digest() == old.Digest() || f.sources != again+first {
		t.Errorf("moved, %d sources were asked for, want %d", f.sources-again, first)
	}
	again = f.sources
	patched := strings.Replace(text, "c51df430027cff147f7de85e7da22bc6a3a804fb\"\n    }\n", fmt.Sprintf("c51df430027cff147f7de85e7da22bc6a3a804fb\"\n    }\n    patch \"p\" {\n      path   = \"patches/plain.patch\"\n      sha256 = \"%s\"\n    }\n", digest.Of([]byte(plainPatch)).Hex()), 1)
	if l := resolve(t, patched, f, old); l.Digest() == old.Digest() || f.sources != again+first {
		t.Errorf("patched, %d sources were asked for, want %d", f.sources-again, first)
	}
}
