package patches

import (
	"regexp"
	"testing"
)

// TestWildmatchClasses holds each class against that of regexp, byte by byte.
func TestWildmatchClasses(t *testing.T) {
	t.Parallel()
	for _, class := range []string{"alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit"} {
		known := regexp.MustCompile("^[[:" + class + ":]]$")
		for c := range 256 {
			text := string([]byte{byte(c)})
			want := known.MatchString(text)
			if class == "space" && (c == '\v' || c == '\f') {
				want = false // git's own isspace does not know them (ctype.c)
			}
			if got := wildmatch("[[:"+class+":]]", text); got != want {
				t.Errorf("[[:%s:]] matches %q: %t", class, text, got)
			}
			if got := wildmatch("[![:"+class+":]]", text); got == want {
				t.Errorf("[![:%s:]] matches %q: %t", class, text, got)
			}
		}
	}
	for pattern, texts := range map[string]struct{ in, out string }{
		`[\]]`: {"]", `\a`}, `[a\-z]`: {"a-z", "b\\"}, `[\a-c]`: {"abc", `\d`}, `[a-\c]`: {"abc", `\d`}, `[]-_]`: {"]^_", `\a`},
		`[[:digit:]x-z]`: {"0xyz", "w:"}, `[^]a]`: {"bc", "]a"}, `[\`: {"", `\[`}, `[a-\`: {"", `a\-`}, `[[:digit:]`: {"", "0["},
		`[[:digit]`: {"[:digt", "0]"}, `[c-a]`: {"", "abc"}, `a\`: {"", `a\`},
	} {
		for _, c := range texts.in {
			if !wildmatch(pattern, string(c)) {
				t.Errorf("%s does not match %q", pattern, c)
			}
		}
		for _, c := range texts.out {
			if wildmatch(pattern, string(c)) {
				t.Errorf("%s matches %q", pattern, c)
			}
		}
	}
}
