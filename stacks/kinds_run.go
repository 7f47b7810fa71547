package stacks

import (
	"fmt"
	"time"

	"cairn/internal/lazyregexp"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// The kinds of what programs run with.
var (
	pythonVersionKind = oneText("version of Python", aPythonVersion)
	requirementsKind  = manyTexts("list of requirements", aRequirement)
	packagesKind      = manyTexts("list of packages", aPackage)
	indexesKind       = textMap("map of names", aPackage, aName)
	glibcKind         = oneText("version of glibc", aGlibc)
	portKind          = wholeNumber("port", 1, 65535)
	durationKind      = &kind{doc: `duration ("15m")`, read: readDuration}
	logitHashesKind   = manyTexts("list of hashes", aLogitHash)
	percentKind       = &kind{doc: "number above 0, up to 100", read: readPercent}
	perplexityKind    = &kind{doc: "number above 1", read: readPerplexity}
)

var logitHash = lazyregexp.New(`^[0-9a-f]{16}$`)

func aLogitHash(s string) (string, string) {
	if !logitHash.MatchString(s) {
		return "Malformed hash", fmt.Sprintf("%s is none: a hash over logits is 16 lower-case hex digits.", quote(s))
	}
	return "", ""
}

func readPerplexity(r *reader, v *value, e hclsyntax.Expression) {
	before := len(r.diags)
	numberKind.read(r, v, e)
	if len(r.diags) == before && v.f < 1 {
		r.at(v, "Unsuitable number", "A perplexity is never below 1.")
	}
}

var pythonVersion = lazyregexp.New(`^3\.[0-9]{1,2}(\.[0-9]{1,2})?$`)

func aPythonVersion(s string) (string, string) {
	if !pythonVersion.MatchString(s) {
		return "Unsupported version of Python", fmt.Sprintf("%s is none: write \"3.12\" or \"3.12.3\".", quote(s))
	}
	return "", ""
}

var glibcVersion = lazyregexp.New(`^2\.([5-9]|[1-9][0-9])$`)

func aGlibc(s string) (string, string) {
	if !glibcVersion.MatchString(s) {
		return "Unsupported version of glibc", fmt.Sprintf("%s is none that wheels are made for: write \"2.28\" or \"2.39\".", quote(s))
	}
	return "", ""
}

var (
	// packageName is PEP 508's rule for names.
	packageName = lazyregexp.New(`^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$`)
	// requirement is a name with its extras and constraints; a URL in the place of
	// constraints ("name @ https://…") would be a pin that nobody proved.
	requirement = lazyregexp.New(`^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?( *\[[A-Za-z0-9._, -]*\])?( *([<>=!~]=?=?) *[^ ,;]+( *, *([<>=!~]=?=?) *[^ ,;]+)*)?( *;.+)?$`)
)

func aPackage(s string) (string, string) {
	if !packageName.MatchString(s) {
		return "Malformed requirement", fmt.Sprintf("%s is no name of a package.", quote(s))
	}
	return "", ""
}

func aRequirement(s string) (string, string) {
	if !requirement.MatchString(s) {
		return "Malformed requirement", fmt.Sprintf("%s cannot be read: write NAME, NAME==1.2, NAME[EXTRA]>=1,<2. URLs and options have no place here.", quote(s))
	}
	return "", ""
}

func readDuration(r *reader, v *value, e hclsyntax.Expression) {
	it, ok := r.text(v.owner, e, false)
	if !ok {
		return
	}
	d, err := time.ParseDuration(it.s)
	if err != nil || d <= 0 {
		r.at(v, "Unsuitable duration", fmt.Sprintf("%s is none: write \"90s\", \"15m\" or \"2h\".", quote(it.s)))
		return
	}
	v.n = int64(d)
}

func readPercent(r *reader, v *value, e hclsyntax.Expression) {
	before := len(r.diags)
	numberKind.read(r, v, e)
	if len(r.diags) == before && (v.f <= 0 || v.f > 100) {
		r.at(v, "Unsuitable number", "A tolerance is above 0 and at most 100 percent.")
	}
}
