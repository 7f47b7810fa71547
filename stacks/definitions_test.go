package stacks

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
)

func TestEmbeddedDefinitions(t *testing.T) {
	t.Parallel()
	ws, diags := Load("embedded", Embedded(), "0.1.0-dev")
	for _, d := range diags {
		t.Errorf("%v (in %v)", d, d.Extra)
	}
	if ws.Lockfiles != "../../lockfiles" {
		t.Errorf("got lock files in %q", ws.Lockfiles)
	}
	names, err := fs.Glob(Embedded(), "*.hcl")
	if err != nil || len(names) == 0 {
		t.Fatalf("got %v, %v", names, err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(Embedded(), name)
		if err != nil {
			t.Fatal(err)
		}
		formatted, diags := Format(name, src)
		if diags.HasErrors() || !bytes.Equal(src, formatted) {
			t.Errorf("%s is not formatted: %v", name, diags)
		}
		if strings.Contains(string(src), "\t") {
			t.Errorf("%s holds tabs", name)
		}
	}
}
