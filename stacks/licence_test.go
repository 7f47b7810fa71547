package stacks

import (
	"testing"
	"testing/fstest"
)

func TestLicencesRestrictByName(t *testing.T) {
	ws, diags := Load("w", fstest.MapFS{"w.hcl": {Data: []byte(`
licence "vendor" {
  packages = ["vendor-*"]
  wheels   = ["vendor"]
  except   = ["vendor-runtime-*"]
  reason   = "only the run time may be passed on"
}
licence "also" {
  packages = ["vendor-sdk"]
  reason   = "twice"
}
`)}}, "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for name, want := range map[string]string{
		"vendor-compiler": "vendor", "vendor-sdk": "also", "vendor-runtime-sycl": "", "vendor": "", "libc6": "",
	} {
		got := ""
		if l := ws.Restriction(name); l != nil {
			got = l.Name
		}
		if got != want {
			t.Errorf("package %s: restricted by %q, want %q", name, got, want)
		}
	}
	if l := ws.WheelRestriction("vendor"); l == nil || l.Name != "vendor" {
		t.Errorf("wheel: %v", l)
	}
}

// The embedded workspace keeps Intel's developer packages from being passed on.
func TestEmbeddedWorkspaceRestrictsDeveloperPackages(t *testing.T) {
	ws, diags := Load("embedded", Embedded(), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for name, want := range map[string]bool{
		"intel-oneapi-compiler-dpcpp-cpp-2025.3": true, "intel-oneapi-mkl-devel-2026.0": true,
		"intel-oneapi-runtime-dpcpp-cpp": false, "intel-oneapi-compiler-dpcpp-cpp-runtime-2025.3": false, "libstdc++6": false,
	} {
		if got := ws.Restriction(name) != nil; got != want {
			t.Errorf("%s: restricted %v, want %v", name, got, want)
		}
	}
}

// A licence holds for a stack of another file too, also where files that define other
// stacks are passed over.
func TestLicenceBesideAnotherStackIsRead(t *testing.T) {
	stack := func(name string) string {
		return `stack "` + name + `" {
  component "c" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
}
`
	}
	ws, diags := LoadStack("w", fstest.MapFS{
		"a.hcl": {Data: []byte("upstream \"u\" {\n  git = \"https://example.org/u.git\"\n}\n" + stack("a"))},
		"b.hcl": {Data: []byte(stack("b") + "licence \"l\" {\n  packages = [\"x\"]\n  reason = \"r\"\n}\n")},
	}, "", "a")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if ws.Restriction("x") == nil {
		t.Error("the licence is not read")
	}
}
