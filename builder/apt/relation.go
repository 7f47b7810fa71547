package apt

import (
	"fmt"
	"strings"
	"unicode"
)

// relation is one alternative of a dependency: a name, perhaps of another
// architecture, perhaps with a version (Debian policy 7.1).
type relation struct {
	name      string
	qualifier string // "any", "native", an architecture, or empty
	operator  string // "<<", "<=", "=", ">=", ">>", or empty
	version   string
}

func (r relation) String() string {
	text := r.name
	if r.qualifier != "" {
		text += ":" + r.qualifier
	}
	if r.operator != "" {
		text += " (" + r.operator + " " + r.version + ")"
	}
	return text
}

// clause is a set of alternatives of which one must hold, in order of preference.
type clause []relation

func (c clause) String() string {
	var texts []string
	for _, r := range c {
		texts = append(texts, r.String())
	}
	return strings.Join(texts, " | ")
}

// parseClauses reads the value of Depends, Conflicts and their like.
func parseClauses(value string) ([]clause, error) {
	var clauses []clause
	for part := range strings.SplitSeq(value, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue // policy does not allow it, apt takes it
		}
		var c clause
		for alternative := range strings.SplitSeq(part, "|") {
			r, err := parseRelation(alternative)
			if err != nil {
				return nil, err
			}
			c = append(c, r)
		}
		clauses = append(clauses, c)
	}
	return clauses, nil
}

// parseRelation reads "name:qualifier (operator version)".
func parseRelation(text string) (relation, error) {
	bad := func(why string) (relation, error) {
		return relation{}, fmt.Errorf("relation %q: %s", strings.TrimSpace(text), why)
	}
	var r relation
	rest := strings.TrimSpace(text)
	end := strings.IndexFunc(rest, func(r rune) bool { return r == '(' || unicode.IsSpace(r) }) // as TrimSpace has it
	if end < 0 {
		end = len(rest)
	}
	r.name, rest = rest[:end], strings.TrimSpace(rest[end:])
	r.name, r.qualifier, _ = strings.Cut(r.name, ":")
	if r.name == "" || strings.ContainsAny(r.name, "[]<>)=") {
		return bad("no name")
	}
	if rest == "" {
		return r, nil
	}
	inner, found := strings.CutPrefix(rest, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	if !found || !closed {
		return bad("what follows the name is no version in parentheses")
	}
	inner = strings.TrimSpace(inner)
	// "<" and ">" are the old way of saying "<=" and ">=" (policy 7.1).
	for _, op := range []struct{ text, operator string }{
		{"<<", "<<"}, {"<=", "<="}, {">=", ">="}, {">>", ">>"}, {"=", "="}, {"<", "<="}, {">", ">="},
	} {
		if version, ok := strings.CutPrefix(inner, op.text); ok {
			r.operator, r.version = op.operator, strings.TrimSpace(version)
			break
		}
	}
	if r.operator == "" || r.version == "" {
		return bad("no operator and version")
	}
	return r, nil
}

// admits reports whether a version is one that the relation asks for.
func (r relation) admits(version string) bool {
	if r.operator == "" {
		return true
	}
	c := compareVersions(version, r.version)
	switch r.operator {
	case "<<":
		return c < 0
	case "<=":
		return c <= 0
	case "=":
		return c == 0
	case ">=":
		return c >= 0
	}
	return c > 0
}
