package patches

import (
	"bytes"
	"strings"
)

// naming turns the names of a patch text into paths: it strips leading components and
// prepends a folder, by the rules of git-apply(1), -p and --directory.
type naming struct {
	strip int
	// known says that strip was given, or guessed already.
	known bool
	// root ends in a slash, or is "".
	root string
	// prefix likewise.
	prefix string
}

// isSpace is git's notion of white space (its ctype.c): no \v and no \f.
func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isDevNull says whether a header's text names the file that is not there.
func isDevNull(text []byte) bool {
	rest, found := bytes.CutPrefix(text, []byte("/dev/null"))
	return found && len(rest) > 0 && isSpace(rest[0])
}

// unquote reads a C-style quoted name at the start of text, as git's core.quotePath
// writes it. After is what follows the closing quote.
func unquote(text []byte) (name string, after []byte, ok bool) {
	if len(text) == 0 || text[0] != '"' {
		return "", nil, false
	}
	var out []byte
	for i := 1; i < len(text); i++ {
		switch c := text[i]; c {
		case '"':
			return string(out), text[i+1:], true
		case '\\':
			i++
			if i == len(text) {
				return "", nil, false
			}
			if at := strings.IndexByte(`abfnrtv\"`, text[i]); at >= 0 {
				out = append(out, "\a\b\f\n\r\t\v\\\""[at])
				continue
			}
			// An octal escape has three digits, and its first one at most a 3.
			if i+2 >= len(text) || text[i] > '3' || !isOctal(text[i]) || !isOctal(text[i+1]) || !isOctal(text[i+2]) {
				return "", nil, false
			}
			out = append(out, (text[i]-'0')<<6|(text[i+1]-'0')<<3|(text[i+2]-'0'))
			i += 2
		default:
			out = append(out, c)
		}
	}
	return "", nil, false
}

func isOctal(c byte) bool { return '0' <= c && c <= '7' }

// squash makes one slash of several.
func squash(name string) string {
	for strings.Contains(name, "//") {
		name = strings.ReplaceAll(name, "//", "/")
	}
	return name
}

// quoted is the name that a quoted text gives.
func (n naming) quoted(text []byte, strip int) (string, bool) {
	name, _, ok := unquote(text)
	if !ok {
		return "", false
	}
	for range strip {
		_, rest, found := strings.Cut(name, "/")
		if !found {
			return "", false
		}
		name = rest
	}
	return squash(n.root + name), true
}

// plain is the name that an unquoted text gives, all of it; fallback if too few
// components are left, or if that is a shorter form of the same name ("file" against
// "file.orig"). "" is no name.
func (n naming) plain(text []byte, fallback string, strip int) string {
	for range strip {
		_, rest, found := bytes.Cut(text, []byte{'/'})
		if !found {
			return fallback
		}
		text = rest
	}
	if len(text) == 0 {
		return fallback
	}
	if fallback != "" && len(fallback) < len(text) && string(text[:len(fallback)]) == fallback {
		return fallback
	}
	return squash(n.root + string(text))
}

// cutName ends an unquoted name at a newline or carriage return, and at a tab if told.
func cutName(text []byte, tab bool) []byte {
	for i, c := range text {
		if c == '\n' || c == '\r' || c == '\t' && tab {
			return text[:i]
		}
	}
	return text
}

// header is the name in a line of a git header, after its keyword. Tab says that a tab
// ends it.
func (n naming) header(text []byte, strip int, tab bool) string {
	if name, ok := n.quoted(text, strip); ok {
		return name
	}
	return n.plain(cutName(text, tab), "", strip)
}

// traditional is the name in a "---" or "+++" line, after which a time may stand.
func (n naming) traditional(text []byte, fallback string, strip int) string {
	if name, ok := n.quoted(text, strip); ok {
		return name
	}
	line := bytes.TrimSuffix(firstLine(text), []byte{'\n'})
	if stamp := timestampLen(line); stamp > 0 {
		return n.plain(line[:len(line)-stamp], fallback, strip)
	}
	return n.plain(cutName(line, true), fallback, strip)
}

// guess is the strip count that a traditional header suggests, -1 for none: 0 if the
// name has no folder, else as many as lead to the prefix.
func (n naming) guess(text []byte) int {
	if isDevNull(text) {
		return -1
	}
	name := n.traditional(text, "", 0)
	if name == "" {
		return -1
	}
	_, rest, found := strings.Cut(name, "/")
	switch {
	case !found:
		return 0
	case n.prefix == "":
		return -1
	case strings.HasPrefix(name, n.prefix):
		return strings.Count(n.prefix, "/")
	case strings.HasPrefix(rest, n.prefix):
		return strings.Count(n.prefix, "/") + 1
	}
	return -1
}

// skipComponents is what follows strip slashes of a git header's name; absolute names
// are not taken.
func skipComponents(name []byte, strip int) ([]byte, bool) {
	if strip == 0 {
		return name, len(name) == 0 || name[0] != '/'
	}
	for i, c := range name {
		if c != '/' {
			continue
		}
		if strip--; strip == 0 {
			return name[i+1:], i > 0
		}
	}
	return nil, false
}

// common is the one name in "diff --git a/NAME b/NAME", without root; "" where the two
// differ, as for a rename, whose names stand elsewhere. Text begins after "--git ".
func (n naming) common(text []byte) string {
	text = bytes.TrimSuffix(firstLine(text), []byte{'\n'})
	if len(text) > 0 && text[0] == '"' {
		first, after, ok := unquote(text)
		if !ok {
			return ""
		}
		name, ok := skipComponents([]byte(first), n.strip)
		if !ok {
			return ""
		}
		after = bytes.TrimLeft(after, " \t\r")
		if quoted, _, ok := unquote(after); ok {
			after = []byte(quoted)
		} else if len(after) > 0 && after[0] == '"' {
			return ""
		}
		second, ok := skipComponents(after, n.strip)
		if len(after) == 0 || !ok || !bytes.Equal(name, second) {
			return ""
		}
		return string(name)
	}
	name, ok := skipComponents(text, n.strip)
	if !ok {
		return ""
	}
	if at := bytes.IndexByte(name, '"'); at >= 0 {
		quoted, _, ok := unquote(name[at:])
		if !ok {
			return ""
		}
		second, ok := skipComponents([]byte(quoted), n.strip)
		if !ok || len(second) >= at || !bytes.HasPrefix(name, second) || !isSpace(name[len(second)]) {
			return ""
		}
		return string(second)
	}
	// Any blank may be the one between the names.
	for i, c := range name {
		if c != ' ' && c != '\t' {
			continue
		}
		// Only a second name as long as the first can equal it, and a slash is before it:
		// asking that first bounds the search.
		if n.strip > 0 && (2*i >= len(name) || name[len(name)-i-1] != '/') {
			continue
		}
		second, ok := skipComponents(name[i+1:], n.strip)
		if ok && len(second) == i && bytes.Equal(name[:i], second) {
			return string(second)
		}
	}
	return ""
}
