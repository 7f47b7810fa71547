package lockfiles

import (
	"bytes"
	"strings"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// format indents and aligns lines as hclwrite.Format does, for what printer writes: it
// takes a twentieth of the time, and a lock is formatted whenever one is read. What is
// not plain is left to hclwrite; a test holds the two against each other.
func format(src []byte) []byte {
	if bytes.ContainsFunc(src, func(r rune) bool { return r > '~' || r < ' ' && r != '\n' }) {
		return hclwrite.Format(src)
	}
	var out bytes.Buffer
	out.Grow(len(src) * 3 / 2)
	depth := 0
	var group [][2]string // keys and values to be aligned
	flush := func() {
		widest := 0
		for _, pair := range group {
			widest = max(widest, len(pair[0]))
		}
		for _, pair := range group {
			out.WriteString(strings.Repeat("  ", depth))
			out.WriteString(pair[0])
			out.WriteString(strings.Repeat(" ", widest-len(pair[0])))
			out.WriteString(" = ")
			out.WriteString(pair[1])
			out.WriteByte('\n')
		}
		group = group[:0]
	}
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSuffix(line, "\n")
		opens := strings.HasSuffix(line, "{") || strings.HasSuffix(line, "[")
		if key, value, ok := assignment(line); ok && !opens {
			group = append(group, [2]string{key, value})
			continue
		}
		flush()
		if line == "}" || line == "]" {
			depth--
		}
		if line != "" {
			out.WriteString(strings.Repeat("  ", depth))
			out.WriteString(line)
		}
		out.WriteByte('\n')
		if opens {
			depth++
		}
	}
	flush()
	return out.Bytes()
}

// assignment parts a line at the "=" behind its key.
func assignment(line string) (key, value string, ok bool) {
	if strings.HasPrefix(line, "#") {
		return "", "", false
	}
	from := 0
	if strings.HasPrefix(line, `"`) { // what is in a key's quotes has no quote, see plain
		end := strings.IndexByte(line[1:], '"')
		if end < 0 {
			return "", "", false
		}
		from = end + 2
	}
	i := strings.Index(line[from:], " = ")
	if i < 0 || strings.ContainsAny(line[from:from+i], `"`) {
		return "", "", false
	}
	return line[:from+i], line[from+i+3:], true
}

// quote writes a string as HCL takes it, templates escaped (HCL native syntax
// specification, "Template Expressions").
func quote(s string) string {
	if plain(s) {
		return `"` + s + `"`
	}
	return string(hclwrite.TokensForValue(cty.StringVal(s)).Bytes())
}

// plain says that a string needs no escape.
func plain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c > '~' || c == '"' || c == '\\', (c == '$' || c == '%') && i+1 < len(s) && s[i+1] == '{':
			return false
		}
	}
	return true
}
