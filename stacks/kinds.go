package stacks

import (
	"fmt"
	"math"
	"math/big"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"cairn/internal/lazyregexp"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// kind says what an attribute's value is, in words for Reference and as the
// function that reads it.
type kind struct {
	doc  string
	read func(r *reader, v *value, e hclsyntax.Expression)
}

// The kinds that are of no subject in particular.
var (
	textKind  = oneText("text", anyText)
	wordKind  = oneText("word", aWord)
	nameKind  = oneText("name", aName)
	textsKind = manyTexts("list of texts", anyText)
	wordsKind = manyTexts("list of words", aWord)
	namesKind = manyTexts("list of names", aName)
	globsKind = manyTexts("list of globs", aGlob)

	regexpsKind = manyTexts("list of regular expressions", aRegexp)

	countKind    = wholeNumber("whole number", 0, math.MaxInt32)
	positiveKind = wholeNumber("whole number, 1 or more", 1, math.MaxInt32)
	bytesKind    = wholeNumber("number of bytes", 1, math.MaxInt64)

	boolKind = &kind{doc: "true or false", read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.b, _ = r.boolean(v.owner, e)
	}}
	numberKind = &kind{doc: "number", read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.f = r.fraction(v.owner, e)
	}}
	numbersKind = &kind{doc: "list of numbers", read: func(r *reader, v *value, e hclsyntax.Expression) {
		elements, _ := r.list(v.owner, e, "numbers")
		for _, element := range elements {
			v.fs = append(v.fs, r.fraction(v.owner, element))
		}
	}}
	sizeKind = &kind{doc: "size (\"12GiB\")", read: func(r *reader, v *value, e hclsyntax.Expression) {
		it, ok := r.text(v.owner, e, false)
		if !ok {
			return
		}
		size, err := ParseSize(it.s)
		if err != nil {
			r.at(v, "Unsuitable size", err.Error())
		}
		v.n = size
	}}
	pathKind     = oneText("path", aPath)
	folderKind   = oneText("path", aFolder)
	fileNameKind = oneText("file name", aFileName)
	absoluteKind = oneText("absolute path", anAbsolutePath)
	dateKind     = oneText("date", aDate)
	timeKind     = oneText("time", aTime)

	// recordedKind keeps what somebody else wrote down, whatever its names.
	recordedKind = textMap("map of texts", anyText, nil)
)

func anyText(string) (string, string) { return "", "" }

func aWord(s string) (string, string) {
	if s == "" || strings.ContainsAny(s, " \t\r\n") {
		return "Unsuitable value", fmt.Sprintf("One word is wanted here, not %s.", quote(s))
	}
	return "", ""
}

// maxNameBytes keeps names fit for file names.
const maxNameBytes = 128

var namePattern = lazyregexp.New(`^[A-Za-z0-9_][A-Za-z0-9_+-]*$`)

func validName(s string) bool { return len(s) <= maxNameBytes && namePattern.MatchString(s) }

func nameRule(s string) string {
	return fmt.Sprintf("%s is no name: letters, digits, \"_\", \"-\" and \"+\", starting with a letter, a digit or \"_\", up to %d of them.", quote(s), maxNameBytes)
}

func aName(s string) (string, string) {
	if !validName(s) {
		return "Unsupported name", nameRule(s)
	}
	return "", ""
}

// aPath refuses what is not clean, relative and inside its root.
func aPath(s string) (string, string) {
	clean := path.Clean(s)
	switch {
	case s == "":
		return "Unsuitable path", "The path is empty. Leave the attribute out for the top."
	case strings.ContainsAny(s, "\\\r\n"):
		return "Unsuitable path", "Parts of a path are separated by \"/\"; backslashes and line breaks have no place in it."
	case path.IsAbs(s):
		return "Unsuitable path", "The path is absolute. Write it relative to its root, without the leading \"/\"."
	case clean == ".." || strings.HasPrefix(clean, "../"):
		return "Unsuitable path", "The path leads out of its root. Only what lies inside can be named."
	case clean != s:
		return "Unsuitable path", fmt.Sprintf("Write the path as %s: no \".\", \"..\" or doubled \"/\" in it.", quote(clean))
	case clean == ".":
		return "Unsuitable path", "Leave the attribute out for the top."
	}
	return "", ""
}

// aFolder is aPath that may lead out.
func aFolder(s string) (string, string) {
	switch clean := path.Clean(s); {
	case s == "" || strings.ContainsAny(s, "\\\r\n"):
		return "Unsuitable path", "A folder is wanted, its parts separated by \"/\"."
	case path.IsAbs(s):
		return "Unsuitable path", "The path is absolute. Write it relative to the workspace's folder."
	case clean != s:
		return "Unsuitable path", fmt.Sprintf("Write the path as %s.", quote(clean))
	}
	return "", ""
}

func aFileName(s string) (string, string) {
	if s == "" || s == "." || s == ".." || strings.ContainsAny(s, "/\\\r\n") {
		return "Unsuitable file name", "A file's name is wanted, without folders: it is mounted at /models/NAME."
	}
	return "", ""
}

func anAbsolutePath(s string) (string, string) {
	if !path.IsAbs(s) || path.Clean(s) != s {
		return "Unsuitable path", "An absolute path is wanted, without \".\", \"..\" or doubled \"/\"."
	}
	return "", ""
}

func aGlob(s string) (string, string) {
	if _, err := path.Match(s, ""); err != nil || s == "" {
		return "Malformed glob", fmt.Sprintf("%s cannot be read as a glob: a \"[\" needs its \"]\", and a \"\\\\\" something after it.", quote(s))
	}
	if path.IsAbs(s) || slices.Contains(strings.Split(s, "/"), "..") {
		return "Unsuitable path", "Globs are matched against paths from the top of the tree: no leading \"/\" and no \"..\"."
	}
	return "", ""
}

func aRegexp(s string) (string, string) {
	if s == "" {
		return "Malformed regular expression", "An empty expression matches everything."
	}
	if _, err := regexp.Compile("(?m)" + s); err != nil {
		return "Malformed regular expression", fmt.Sprintf("RE2 says: %v.", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	return "", ""
}

func aDate(s string) (string, string) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "Unsuitable date", fmt.Sprintf("%s is no date: write YYYY-MM-DD.", quote(s))
	}
	return "", ""
}

func aTime(s string) (string, string) {
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		return "Unsuitable time", fmt.Sprintf("%s is no time: write 2026-05-07T12:30:00Z.", quote(s))
	}
	return "", ""
}

func enumKind(names ...string) *kind {
	return oneText(strings.Join(names, ", "), func(s string) (string, string) {
		if slices.Contains(names, s) {
			return "", ""
		}
		return "Unsupported value", fmt.Sprintf("One of %s is wanted, not %s.%s", oneOf(names), quote(s), didYouMean(s, names, quote))
	})
}

func refKind(what string) *kind {
	return &kind{doc: what + ".NAME", read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.text, _ = r.reference(v.owner, e, what)
	}}
}

func wholeNumber(doc string, least, most int64) *kind {
	return &kind{doc: doc, read: func(r *reader, v *value, e hclsyntax.Expression) {
		f, ok := r.number(v.owner, e)
		if !ok {
			return
		}
		n, accuracy := f.Int64()
		if accuracy != big.Exact || !f.IsInt() || n < least || n > most {
			r.at(v, "Unsuitable number", fmt.Sprintf("A whole number from %d to %d is wanted.", least, most))
			return
		}
		v.n = n
	}}
}
