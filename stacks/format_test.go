package stacks

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func TestFormat(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"blank", "\n\n", ""},
		{"columns", "a{\nb=1\nlonger   =   [ 1,2 ]\n}", "a {\n  b      = 1\n  longer = [1, 2]\n}\n"},
		{"line ends", "a = 1\r\nb = 2\r\n\r\n\r\n", "a = 1\nb = 2\n"},
		{"comments", "# first\n\na=1 # one\nbb=2    # two\n", "# first\n\na  = 1 # one\nbb = 2 # two\n"},
		{"heredoc", "a = <<-EOT\n      text   with  blanks  \n    EOT\n", "a = <<-EOT\n      text   with  blanks  \n    EOT\n"},
	} {
		got, diags := Format("f.hcl", []byte(c.in))
		if diags.HasErrors() || string(got) != c.want {
			t.Errorf("%s: got %q, %v; want %q", c.name, got, diags, c.want)
		}
	}
	for _, broken := range []string{"a = ", "a {", "= 1", "a = \"", "a = [" + string(bytes.Repeat([]byte("["), harmless+1))} {
		got, diags := Format("f.hcl", []byte(broken))
		if !diags.HasErrors() || string(got) != broken || diags[0].Subject.Filename != "f.hcl" {
			t.Errorf("%.20q: got %.20q, %v", broken, got, diags)
		}
	}
}

// words returns the tokens of a source without blanks, newlines and comments.
func words(src []byte) [][]byte {
	tokens, _ := hclsyntax.LexConfig(src, "", hcl.InitialPos)
	var all [][]byte
	for _, token := range tokens {
		if token.Type != hclsyntax.TokenNewline && token.Type != hclsyntax.TokenComment && token.Type != hclsyntax.TokenEOF {
			all = append(all, bytes.TrimSpace(token.Bytes))
		}
	}
	return all
}

func checkFormat(t *testing.T, src []byte) {
	once, diags := Format("f.hcl", src)
	if diags.HasErrors() {
		if !bytes.Equal(once, src) {
			t.Fatalf("a source that does not parse was changed")
		}
		return
	}
	twice, diags := Format("f.hcl", once)
	if diags.HasErrors() {
		t.Fatalf("what was formatted does not parse: %v\n%q\n%q", diags, src, once)
	}
	if !bytes.Equal(once, twice) {
		t.Fatalf("formatting twice changes more:\n%q\n%q\n%q", src, once, twice)
	}
	if len(once) > 0 && (!bytes.HasSuffix(once, []byte("\n")) || bytes.HasSuffix(once, []byte("\n\n"))) {
		t.Fatalf("no normal end: %q", once)
	}
	before, after := words(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))), words(once)
	if !bytes.Equal(bytes.Join(before, []byte("\x00")), bytes.Join(after, []byte("\x00"))) {
		t.Fatalf("what is said has changed:\n%q\n%q", src, once)
	}
}

func seeds(f *testing.F) {
	for _, pattern := range []string{"testdata/faults/*.hcl", "definitions/*.hcl"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			f.Fatalf("%s: %v, %v", pattern, names, err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	f.Add([]byte(mergeSource))
}

func FuzzFormat(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src []byte) { checkFormat(t, src) })
}

// FuzzLoad asks that nothing crashes, that each fault has its form, and that
// what loads without faults has stacks that can be asked for.
func FuzzLoad(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		ws, diags := Load("w", workspaceOf(map[string]string{"f.hcl": string(src)}), "0.1.0")
		for _, d := range diags {
			if d.Subject == nil || d.Summary == "" || d.Detail == "" || d.Subject.End.Byte > len(src) {
				t.Fatalf("malformed fault %#v", d)
			}
		}
		if diags.HasErrors() {
			return
		}
		for name, s := range ws.Stacks {
			for _, ref := range append([]string{""}, s.Variants...) {
				if ref != "" {
					ref = "@" + ref
				}
				got, err := ws.Stack(name + ref)
				if err != nil {
					t.Fatal(err)
				}
				got.Digest()
			}
		}
	})
}
