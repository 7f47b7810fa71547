package stacks

import (
	"reflect"
	"testing"
)

func TestLoadStackIsLoad(t *testing.T) {
	t.Parallel()
	all, diags := Load("embedded", Embedded(), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for name, whole := range all.Stacks {
		refs := []string{name}
		for _, variant := range whole.Variants {
			refs = append(refs, name+"@"+variant)
		}
		for _, ref := range refs {
			ws, diags := LoadStack("embedded", Embedded(), "", ref)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			got, want := mustStack(t, ws, ref), mustStack(t, all, ref)
			if !reflect.DeepEqual(got.Attributes(), want.Attributes()) || !reflect.DeepEqual(got.Unknown, want.Unknown) {
				t.Errorf("%s is not what Load says", ref)
			}
			if len(ws.Stacks) == len(all.Stacks) {
				t.Errorf("%s: all stacks were read", ref)
			}
		}
	}
}

func TestLoadStackOfAnotherFile(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"s.hcl":     mergeSource,
		"other.hcl": "stack \"other\" {\n}\n", // lacks a component
	}
	fsys := workspaceOf(files)
	if ws, diags := LoadStack("w", fsys, "", "s@v"); diags.HasErrors() || ws.Stacks["s"] == nil || ws.Stacks["other"] != nil {
		t.Errorf("a fault elsewhere: %v", diags)
	}
	// What it cannot find or cannot read it leaves to Load.
	for _, ref := range []string{"other", "third", ""} {
		_, got := LoadStack("w", fsys, "", ref)
		_, want := Load("w", fsys, "")
		if len(got) == 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %v, want %v", ref, got, want)
		}
	}
	files["other.hcl"] = "cairn {\n  required_version = \"> 9\"\n}\nstack \"other\" {\n}\n"
	_, diags := LoadStack("w", workspaceOf(files), "0.1", "s")
	if len(diags) != 1 || diags[0].Summary != "Unsupported version of cairn" {
		t.Errorf("got %v", diags)
	}
}

func TestHeadsOfBlocks(t *testing.T) {
	t.Parallel()
	for src, want := range map[string][2]bool{ // of any stack, of stack "a"
		`stack "a" {`:                    {true, true},
		"x\n \tstack \"a\" {":            {true, true},
		`stack a{`:                       {true, true},
		`stack"a"{`:                      {true, true},
		`stack "ab" {`:                   {true, false},
		"stack = stack.a":                {true, false}, // one file parsed that need not be
		`stacks "a" {`:                   {false, false},
		`# stack "a" {`:                  {false, false},
		"upstream \"stack\" {\n}\n":      {false, false},
		"variant \"a\" {\n  stack\n}":    {false, false},
		"stack \"b\" {\n}\nstack \"a\" ": {true, true},
	} {
		if got := [2]bool{heads([]byte(src), "stack", ""), heads([]byte(src), "stack", "a")}; got != want {
			t.Errorf("%q: got %v, want %v", src, got, want)
		}
	}
}
