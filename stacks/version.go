package stacks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cairn/internal/lazyregexp"
)

// release is major, minor and patch; what was not written is 0. A pre-release
// counts as the release it precedes: 0.1.0-dev satisfies ">= 0.1".
type release [3]int

// constraint is one of the comma-separated terms, all of which must hold.
type constraint struct {
	operator string
	release  release
	parts    int // how many numbers were written
}

var (
	releasePattern    = lazyregexp.New(`^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:[-+][0-9A-Za-z.+-]*)?$`)
	constraintPattern = lazyregexp.New(`^(=|!=|>|>=|<|<=|~>)?\s*([0-9].*)$`)
)

func parseRelease(s string) (release, int, bool) {
	found := releasePattern.FindStringSubmatch(s)
	if found == nil {
		return release{}, 0, false
	}
	var v release
	parts := 0
	for i, digits := range found[1:] {
		if digits != "" {
			v[i], _ = strconv.Atoi(digits) // six digits at most
			parts++
		}
	}
	return v, parts, true
}

// parseConstraints reads Terraform's form: terms joined by commas, each an
// operator (=, !=, >, >=, <, <=, ~>) and a version.
func parseConstraints(s string) ([]constraint, error) {
	var list []constraint
	for _, term := range strings.Split(s, ",") {
		found := constraintPattern.FindStringSubmatch(strings.TrimSpace(term))
		if found == nil {
			return nil, fmt.Errorf("%s is no version constraint: write an operator and a version, such as \">= 0.1\"", quote(strings.TrimSpace(term)))
		}
		v, parts, ok := parseRelease(found[2])
		if !ok {
			return nil, fmt.Errorf("%s is no version: write up to three numbers, such as \"0.1.2\"", quote(found[2]))
		}
		list = append(list, constraint{found[1], v, parts})
	}
	return list, nil
}

// allows reports whether v satisfies the term. "~> 0.2" is 0.2 or later but
// before 1; "~> 0.2.3" is 0.2.3 or later but before 0.3.
func (c constraint) allows(v release) bool {
	order := slices.Compare(v[:], c.release[:])
	switch c.operator {
	case "!=":
		return order != 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case "~>":
		fixed := max(c.parts-1, 1)
		return order >= 0 && slices.Equal(v[:fixed], c.release[:fixed])
	}
	return order == 0
}

// satisfies reports whether a binary of the version can read a workspace that
// asks for the constraints. What is no version ("", "devel") satisfies all.
func satisfies(version string, constraints []constraint) bool {
	v, _, ok := parseRelease(version)
	if !ok {
		return true
	}
	for _, c := range constraints {
		if !c.allows(v) {
			return false
		}
	}
	return true
}
