package apt

import "strings"

// compareVersions orders two versions as Debian policy 5.6.12 says: negative, zero
// or positive as a is earlier than, the same as or later than b.
func compareVersions(a, b string) int {
	epochA, upstreamA, revisionA := splitVersion(a)
	epochB, upstreamB, revisionB := splitVersion(b)
	if c := compareDigits(epochA, epochB); c != 0 {
		return c
	}
	if c := comparePart(upstreamA, upstreamB); c != 0 {
		return c
	}
	return comparePart(revisionA, revisionB)
}

// splitVersion takes [epoch:]upstream[-revision] apart. An absent epoch is 0, an
// absent revision compares as 0 does (policy: "equivalent to 0").
func splitVersion(v string) (epoch, upstream, revision string) {
	epoch = "0"
	if i := strings.IndexByte(v, ':'); i >= 0 {
		epoch, v = v[:i], v[i+1:]
	}
	if i := strings.LastIndexByte(v, '-'); i >= 0 {
		return epoch, v[:i], v[i+1:]
	}
	return epoch, v, ""
}

// comparePart compares by turns a part without digits, letter by letter, and a
// number.
func comparePart(a, b string) int {
	for a != "" || b != "" {
		for a != "" && !isDigit(a[0]) || b != "" && !isDigit(b[0]) {
			if c := rank(a) - rank(b); c != 0 {
				return c
			}
			a, b = a[1:], b[1:] // equal ranks of which one is no digit: both have a byte
		}
		var numberA, numberB string
		numberA, a = leadingDigits(a)
		numberB, b = leadingDigits(b)
		if c := compareDigits(numberA, numberB); c != 0 {
			return c
		}
	}
	return 0
}

// rank is the weight of the first byte: "~" before the end of the part, that before
// letters, and letters before everything else. A digit ends the part.
func rank(s string) int {
	switch {
	case s == "" || isDigit(s[0]):
		return 0
	case s[0] == '~':
		return -1
	case 'a' <= s[0] && s[0] <= 'z' || 'A' <= s[0] && s[0] <= 'Z':
		return int(s[0])
	}
	return int(s[0]) + 256
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func leadingDigits(s string) (digits, rest string) {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return s[:n], s[n:]
}

// compareDigits compares numbers of any length.
func compareDigits(a, b string) int {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}
