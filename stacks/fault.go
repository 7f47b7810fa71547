package stacks

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/agext/levenshtein"
	"github.com/hashicorp/hcl/v2"
)

// faults collects diagnostics. A stack is decoded once for each of its variants:
// what a later pass finds where an earlier one found it is left out.
type faults struct {
	diags hcl.Diagnostics
	pass  int
	seen  map[faultKey]int // the pass that found it first
	// compared counts the names that guesses were compared with.
	compared int
}

type faultKey struct {
	summary string
	subject hcl.Range
}

// in adds an error about the range within the block n.
func (f *faults) in(n *node, subject hcl.Range, summary, detail string) {
	d := &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &subject}
	d.Detail = sentence(d.Detail)
	if n != nil {
		if n.rng.Filename == subject.Filename && n.rng.Overlaps(subject) {
			context := n.rng
			d.Context = &context
		}
		d.Extra = n.place
	}
	f.add(d)
}

// at adds an error about an attribute's value.
func (f *faults) at(v *value, summary, detail string) { f.in(v.owner, v.rng, summary, detail) }

func (f *faults) add(d *hcl.Diagnostic) {
	if d.Subject != nil {
		key := faultKey{d.Summary, *d.Subject}
		if first, found := f.seen[key]; found && first != f.pass {
			return
		}
		if f.seen == nil {
			f.seen = map[faultKey]int{}
		}
		f.seen[key] = f.pass
	}
	f.diags = append(f.diags, d)
}

// sorted returns all faults in the order of file and line; those of no file first.
func (f *faults) sorted() hcl.Diagnostics {
	slices.SortStableFunc(f.diags, func(a, b *hcl.Diagnostic) int {
		switch {
		case a.Subject == nil || b.Subject == nil:
			return cmp.Compare(bit(a.Subject != nil), bit(b.Subject != nil))
		case a.Subject.Filename != b.Subject.Filename:
			return strings.Compare(a.Subject.Filename, b.Subject.Filename)
		}
		return cmp.Compare(a.Subject.Start.Byte, b.Subject.Start.Byte)
	})
	return f.diags
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// longestGuess bounds what near compares: the distance takes time in the
// product of both lengths.
const longestGuess = 64

// maxCompared bounds the names that all guesses of one loading are compared with: of a
// hundred thousand faults nobody reads all.
const maxCompared = 200_000

// mayGuess reports whether n more names may be compared.
func (f *faults) mayGuess(n int) bool {
	f.compared += n
	return f.compared <= maxCompared
}

// Near returns the one of names that was probably meant by given, or "": at most two
// typing errors away.
func Near(given string, names []string) string {
	if len(given) > longestGuess {
		return ""
	}
	best, bestDistance := "", 3
	for _, name := range names {
		if strings.EqualFold(name, given) {
			return name
		}
		if len(name) > longestGuess {
			continue
		}
		// Two typing errors in a name of three letters make any other name.
		limit := min(bestDistance, 1+len(given)/2)
		d := levenshtein.Distance(given, name, nil)
		if swapped(given, name) {
			d = 1
		}
		if d < limit {
			best, bestDistance = name, d
		}
	}
	return best
}

// swapped reports whether two neighbouring bytes that changed places make a of b.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// didYouMean returns " Did you mean X?", or "" where nothing is near. Show
// writes a name as the user would.
func didYouMean(given string, names []string, show func(string) string) string {
	if name := Near(given, names); name != "" {
		return " Did you mean " + show(name) + "?"
	}
	return ""
}

func bare(name string) string { return name }

// sentence ends s as a sentence ends.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// quote returns s in quotes, cut to a length that fits a message.
func quote(s string) string {
	const longest = 60
	if utf8.RuneCountInString(s) > longest {
		s = string([]rune(s)[:longest]) + "…"
	}
	return strconv.Quote(s)
}

// oneOf returns `"a", "b" or "c"`.
func oneOf(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	last := len(quoted) - 1
	return strings.Join(quoted[:last], ", ") + " or " + quoted[last]
}
