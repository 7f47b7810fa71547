package suites

import (
	"fmt"
	"slices"
	"strings"

	"cairn/stacks"
)

// differs says where a turn leaves the first one, in what the gate asks for; empty
// where they agree or nothing is asked.
func (r rules) differs(first, turn Turn) string {
	if !r.expect.Identical && r.expect.Determinism == "" {
		return ""
	}
	if len(first) != len(turn) {
		return fmt.Sprintf("%d and %d answers", len(first), len(turn))
	}
	for i := range turn {
		difference := ""
		if r.expect.Identical {
			difference = differ(first[i], turn[i])
		}
		if difference == "" && r.expect.Determinism != "" {
			difference = differIn(r.expect.Determinism, first[i], turn[i])
		}
		if difference != "" && len(turn) > 1 {
			difference = fmt.Sprintf("prompt %d: %s", i, difference)
		}
		if difference != "" {
			return difference
		}
	}
	return ""
}

// differ says where b leaves a: in tokens, then in all logits where both have them,
// or in text where there are no tokens.
func differ(a, b Answer) string {
	if (a.Tokens == nil) != (b.Tokens == nil) {
		return "only one of them has tokens"
	}
	if a.Tokens == nil {
		return differText(a.Text, b.Text)
	}
	if !slices.Equal(a.Tokens, b.Tokens) {
		return differTokens(a.Tokens, b.Tokens)
	}
	if step := common(a.LogitHashes, b.LogitHashes); step < max(len(a.LogitHashes), len(b.LogitHashes)) {
		return fmt.Sprintf("the same tokens from other logits, at step %d", step)
	}
	if a.LogitHashes != nil && a.Text != b.Text {
		return "the same tokens and logits, but " + differText(a.Text, b.Text)
	}
	return ""
}

// differIn says where b leaves a in what a mode names (the lab's checker,
// prompt_determinism_results).
func differIn(mode stacks.Determinism, a, b Answer) string {
	switch mode {
	case stacks.SameTokens:
		if a.Tokens == nil || b.Tokens == nil {
			return "no tokens were printed to compare"
		}
		return differTokens(a.Tokens, b.Tokens)
	case stacks.SameText:
		return differText(a.Text, b.Text)
	case stacks.SameLstripText:
		return differText(lstrip(a.Text), lstrip(b.Text))
	case stacks.SameNormalizedText:
		return differText(normalized(a.Text), normalized(b.Text))
	}
	return fmt.Sprintf("this version of cairn has no determinism %q", mode)
}

func differTokens(a, b []int64) string {
	if slices.Equal(a, b) {
		return ""
	}
	return fmt.Sprintf("%d and %d tokens, equal up to position %d", len(a), len(b), common(a, b))
}

func differText(a, b string) string {
	if a == b {
		return ""
	}
	return fmt.Sprintf("%d and %d bytes of text, equal up to byte %d", len(a), len(b), common([]byte(a), []byte(b)))
}

// lstrip is Python's str.lstrip.
func lstrip(text string) string { return strings.TrimLeftFunc(text, space) }

// normalized is the checker's re.sub(r"\s+", " ", text).strip().
func normalized(text string) string { return strings.Join(strings.FieldsFunc(text, space), " ") }

func common[T comparable](a, b []T) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
