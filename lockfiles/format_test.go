package lockfiles

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// Formatting and quoting are hclwrite's, over all committed locks and what is awkward.
func TestFormatIsHclwrites(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(Embedded, "*"+Suffix)
	if err != nil || len(names) < 20 {
		t.Fatalf("%d locks, %v", len(names), err)
	}
	texts := map[string]string{"escapes": "a = \"x\"\nlonger = " + quote("${a} \\ \"q\" = \n") + "\n\nb \"c = d\" {\nlist = [\n\"e = f\",\n]\n\"k = v\" = \"w\"\nx = 1\n}\n"}
	for _, name := range names {
		src, err := fs.ReadFile(Embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		var bare strings.Builder // as printer writes it: no indentation, one blank
		for line := range strings.Lines(string(src)) {
			line = strings.TrimLeft(line, " ")
			if key, value, ok := assignment(strings.TrimSuffix(line, "\n")); ok {
				line = strings.TrimRight(key, " ") + " = " + value + "\n"
			}
			bare.WriteString(line)
		}
		texts[name] = bare.String()
	}
	for name, text := range texts {
		if got, want := format([]byte(text)), hclwrite.Format([]byte(text)); !bytes.Equal(got, want) {
			i := firstDifference(got, want)
			t.Errorf("%s: got …%q, want …%q", name, got[i:min(i+60, len(got))], want[i:min(i+60, len(want))])
		}
	}
	for _, s := range []string{"", "plain", `q"`, `b\`, "${x}", "$${x}", "%{x}", "$", "%", "a$b", "line\n", "tab\t", "é", "\x7f"} {
		if got, want := quote(s), string(hclwrite.TokensForValue(cty.StringVal(s)).Bytes()); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("$${")
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := quote(s), string(hclwrite.TokensForValue(cty.StringVal(s)).Bytes()); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	})
}
