package lockfiles

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"cairn/digest"
)

func TestDiffNamesWhatMoved(t *testing.T) {
	t.Parallel()
	a, b := example(), example()
	if changes := Diff(a, b); len(changes) > 0 {
		t.Fatalf("got %v", changes)
	}
	b.Views[0].Attributes[0].Value = "x86-64-v4"
	b.Views[1].Components[0].Source.Tree = digest.GitID{1}
	b.Views[2].Toolchains = b.Views[2].Toolchains[:1]
	var names []string
	for _, c := range Diff(a, b) {
		names = append(names, c.What)
	}
	want := []string{
		"@cpu component.engine.tree",
		"@cpu definition.component.engine.build.cmake.isa", // which now differs from the stack's
		"@same toolchain.oneapi",
		"definition.component.engine.build.cmake.isa",
	}
	if !reflect.DeepEqual(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

// From nothing, each entry of a lock is a change.
func TestDiffHasEveryEntry(t *testing.T) {
	t.Parallel()
	l := example()
	l.Views[0].Toolchains[0].BuildVariables = map[string]string{"CC": "cc"}
	l.Views[0].Toolchains[0].RunVariables = map[string]string{"OCL": "1"}
	l.Views[0].Toolchains[1].Releases = l.Views[1].Toolchains[1].Releases[:1]
	found := map[string]string{}
	for _, c := range Diff(nil, l) {
		if c.Old != "" {
			t.Errorf("%s was %q", c.What, c.Old)
		}
		found[c.What] = c.New
	}
	sum := func(s string) string { return digest.Of([]byte(s)).String() }
	for what, want := range map[string]string{
		"layer_format":                                           LayerFormat,
		"definition.environment.variables.EMPTY":                 "",
		"definition.component.engine.build.cmake.isa":            "x86-64-v3",
		"component.engine.git":                                   "https://example.org/engine.git",
		"component.engine.commit":                                id("commit").String(),
		"component.engine.tree":                                  id("tree").String(),
		"component.engine.exclude":                               `["models/*.gguf","b/**"]`,
		"component.engine.submodule.third/a.url":                 "https://example.org/a",
		"component.engine.submodule.third/a.commit":              id("a").String(),
		"component.engine.submodule.third/b.tree":                id("bt").String(),
		"component.engine.patch.zz-first.place":                  "1",
		"component.engine.patch.zz-first.sha256":                 sum("p1"),
		"component.engine.patch.zz-first.decoded_sha256":         sum("d1"),
		"component.engine.patch.zz-first.tree":                   id("t1").String(),
		"component.engine.patch.slow.place":                      "2",
		"component.engine.patch.slow.skipped":                    "true",
		"component.tools.embedded":                               "ember",
		"toolchain.host.impure":                                  "true",
		"toolchain.host.build_variables.CC":                      "cc",
		"toolchain.host.run_variables.OCL":                       "1",
		"toolchain.oneapi.kind":                                  "oneapi",
		"toolchain.oneapi.pending":                               "this version does not",
		"toolchain.oneapi.release.http://a/InRelease":            sum("r1"),
		"python.version":                                         "3.12",
		"python.resolver":                                        "uv-0.13.8-py3-none-any.whl " + sum("uv") + " of pypi",
		"python.pending.torch":                                   "torch==2.11.0+xpu: index pytorch-xpu could not be reached",
		"python.sdist.markupsafe":                                "markupsafe-3.0.3.tar.gz " + sum("ms") + " of pypi",
		"python.wheel.own":                                       "own-1-py3-none-any.whl " + sum("own") + " of company",
		"@cpu component.engine.patch.slow.tree":                  id("t2").String(),
		"@cpu component.engine.patch.slow.skipped":               "none",
		"@cpu component.tools":                                   "none",
		"@cpu toolchain.oneapi":                                  "none",
		"@cpu python":                                            "none",
		"@cpu definition.environment.variables.EMPTY":            "none",
		"@cpu toolchain.noble.package.g++":                       "4:12.2 " + sum("g"),
		"@cpu definition.component.engine.build.cmake.options.X": "1",
	} {
		got, there := found[what]
		if !there && want != "" || got != want {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	for what := range found {
		if strings.HasPrefix(what, "@same ") || strings.HasPrefix(what, "@cpu python.") || strings.HasPrefix(what, "@cpu toolchain.oneapi.") {
			t.Errorf("%s is told", what)
		}
	}
}

// What a variant has not, because it uses another toolchain, is one entry.
func TestDiffOfAVariantWithAnotherToolchain(t *testing.T) {
	t.Parallel()
	with := func(packages ...Package) *Lock {
		return &Lock{Views: []*View{
			{Toolchains: []Toolchain{{Name: "a", Kind: "apt", Packages: packages}}},
			{Variant: "v", Toolchains: []Toolchain{{Name: "b", Kind: "apt"}}},
		}}
	}
	sum := func(text string) digest.Digest { return digest.Of([]byte(text)) }
	one, two := Package{Name: "x", Version: "1", SHA256: sum("x1")}, Package{Name: "x", Version: "2", SHA256: sum("x2")}
	more := Package{Name: "y", Version: "1", SHA256: sum("y")}
	got := Diff(with(one), with(two, more))
	want := []Change{
		{What: "toolchain.a.package.x", Old: "1 " + sum("x1").String(), New: "2 " + sum("x2").String()},
		{What: "toolchain.a.package.y", New: "1 " + sum("y").String()},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	// Of a package that is there in two versions, both are told.
	got = Diff(with(one, more), with(two, Package{Name: "x", Version: "3", SHA256: sum("x3")}, more))
	want = []Change{{What: "toolchain.a.package.x", Old: "1 " + sum("x1").String(), New: "2 " + sum("x2").String() + ", 3 " + sum("x3").String()}}
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
