package artifact

import (
	"bytes"
	"strconv"
	"strings"
)

// member is one entry of an ar archive (ar(5), GNU variant).
type member struct {
	name    string
	header  string // time, owners and mode
	content []byte
}

// readAr splits an archive; false where it is damaged.
func readAr(b []byte) (members []member, ok bool) {
	rest := b[len("!<arch>\n"):]
	var longNames []byte
	for len(rest) > 0 {
		const size = 60
		if len(rest) < size || string(rest[58:60]) != "`\n" {
			return nil, false
		}
		header := rest[:size]
		n, err := strconv.Atoi(strings.TrimSpace(string(header[48:58])))
		if err != nil || n < 0 || n > len(rest)-size {
			return nil, false
		}
		m := member{name: strings.TrimRight(string(header[:16]), " "), header: string(header[16:48]), content: rest[size : size+n]}
		rest = rest[size+n:]
		if n%2 == 1 && len(rest) > 0 {
			rest = rest[1:]
		}
		switch {
		case m.name == "//":
			longNames = m.content
		case m.name == "/", m.name == "/SYM64/":
			m.name = "symbol table"
		case strings.HasPrefix(m.name, "/"):
			at, err := strconv.Atoi(m.name[1:])
			if err != nil || at < 0 || at > len(longNames) {
				return nil, false
			}
			text, _, _ := bytes.Cut(longNames[at:], []byte("\n"))
			m.name = strings.TrimSuffix(string(text), "/")
		default:
			m.name = strings.TrimSuffix(m.name, "/")
		}
		members = append(members, m)
	}
	return members, true
}

// ar compares member by member, in their order, which decides what is linked.
func (f *finding) ar(a, b []byte) bool {
	first, okA := readAr(a)
	second, okB := readAr(b)
	if !okA || !okB {
		return false
	}
	if f.listDiffers(len(first), len(second), func(i int) string { return first[i].name }, func(i int) string { return second[i].name }) {
		return true
	}
	for i := range first {
		if first[i].header != second[i].header {
			f.normalise("times and owners of ar members")
		}
		f.inside(first[i].name, first[i].content, second[i].content)
	}
	if len(f.normalised)+len(f.differs) == 0 {
		f.differ("padding")
	}
	return true
}

// listDiffers notes names that only one list has; where both have the same ones in
// another order, that. It reports whether it noted something.
func (f *finding) listDiffers(n, m int, first, second func(int) string) bool {
	count := map[string]int{}
	for i := range n {
		count[first(i)]++
	}
	for i := range m {
		count[second(i)]--
	}
	noted, order := false, n != m
	for i := range n {
		if count[first(i)] > 0 {
			count[first(i)]--
			f.differ(first(i) + " only in the first")
			noted = true
		}
		order = order || i < m && first(i) != second(i)
	}
	for i := range m {
		if count[second(i)] < 0 {
			count[second(i)]++
			f.differ(second(i) + " only in the second")
			noted = true
		}
	}
	if !noted && order {
		f.differ("order of members")
		noted = true
	}
	return noted
}
