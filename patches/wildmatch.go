package patches

import "strings"

// wildmatch matches as git's wildmatch without flags: "*" and "?" cross slashes,
// brackets hold ranges and classes, a backslash takes the next byte as it is.
func wildmatch(pattern, text string) bool {
	// A "*" that fails is tried one byte further on; of several, only the last needs
	// to be, which keeps this from taking exponential time.
	star, mark := -1, 0
	p, t := 0, 0
	for t < len(text) {
		if p < len(pattern) {
			if pattern[p] == '*' {
				star, mark = p, t
				p++
				continue
			}
			if width, ok := matchOne(pattern[p:], text[t]); ok {
				p += width
				t++
				continue
			}
		}
		if star < 0 {
			return false
		}
		mark++
		p, t = star+1, mark
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// matchOne matches one byte against the first element of a pattern, whose width it
// gives.
func matchOne(pattern string, c byte) (width int, ok bool) {
	switch pattern[0] {
	case '?':
		return 1, true
	case '\\':
		return 2, len(pattern) > 1 && pattern[1] == c
	case '[':
		return matchBracket(pattern, c)
	}
	return 1, pattern[0] == c
}

func matchBracket(pattern string, c byte) (width int, ok bool) {
	at := 1
	negated := at < len(pattern) && (pattern[at] == '!' || pattern[at] == '^')
	if negated {
		at++
	}
	found := false
	for first := true; ; first = false {
		if at >= len(pattern) {
			return 0, false
		}
		if pattern[at] == ']' && !first {
			return at + 1, found != negated
		}
		if class, end, isClass := strings.Cut(pattern[at:], ":]"); isClass && strings.HasPrefix(class, "[:") {
			member, known := inClass(class[2:], c)
			if !known {
				return 0, false
			}
			found = found || member
			at = len(pattern) - len(end)
			continue
		}
		low, next, fine := bracketByte(pattern, at)
		if !fine {
			return 0, false
		}
		at = next
		high := low
		if at+1 < len(pattern) && pattern[at] == '-' && pattern[at+1] != ']' {
			if high, at, fine = bracketByte(pattern, at+1); !fine {
				return 0, false
			}
		}
		found = found || low <= c && c <= high
	}
}

func bracketByte(pattern string, at int) (c byte, next int, ok bool) {
	if pattern[at] == '\\' {
		at++
	}
	if at >= len(pattern) {
		return 0, at, false
	}
	return pattern[at], at + 1, true
}

func inClass(name string, c byte) (member, known bool) {
	lower, upper, digit := 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', isDigit(c)
	graph := '!' <= c && c <= '~'
	switch name {
	case "alnum":
		return lower || upper || digit, true
	case "alpha":
		return lower || upper, true
	case "blank":
		return c == ' ' || c == '\t', true
	case "cntrl":
		return c < ' ' || c == 0x7f, true
	case "digit":
		return digit, true
	case "graph":
		return graph, true
	case "lower":
		return lower, true
	case "print":
		return graph || c == ' ', true
	case "punct":
		return graph && !lower && !upper && !digit, true
	case "space":
		return isSpace(c), true
	case "upper":
		return upper, true
	case "xdigit":
		return digit || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F', true
	}
	return false, false
}
