package main

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"cairn/stacks"
)

var update = flag.Bool("update", false, "write golden files")

// TestLanguageReference holds docs/language.md against the table that definitions are
// read by; -update writes it.
func TestLanguageReference(t *testing.T) {
	t.Parallel()
	const page = "../../docs/language.md"
	want := languageReference(stacks.Reference())
	if *update {
		if err := os.WriteFile(page, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(page)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("docs/language.md is not what the language is (%v): run go test ./cmd/cairn -run TestLanguageReference -update", err)
	}
}
