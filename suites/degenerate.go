package suites

import (
	"fmt"
	"unicode"
)

// degenerate says in which ways an answer is one that no sound engine gives: the
// lab's rules (suites.md, section A). They once let NUL output through as a fast
// result, so they hold for every gate. An empty result means that the answer is
// sound.
func degenerate(a Answer) (reasons []string) {
	if a.Tokens != nil {
		reasons = append(reasons, degenerateTokens(a.Tokens)...)
	}
	if a.HasText {
		reasons = append(reasons, degenerateText(a.Text)...)
	}
	return reasons
}

func degenerateTokens(tokens []int64) (reasons []string) {
	if len(tokens) == 0 {
		return []string{"no tokens were generated"}
	}
	distinct, nul, first := map[int64]bool{}, 0, 0
	for i, token := range tokens {
		distinct[token] = true
		if token == 0 {
			if nul == 0 {
				first = i
			}
			nul++
		}
	}
	if nul > 0 {
		reasons = append(reasons, fmt.Sprintf("%d of %d tokens have id 0, the first at position %d", nul, len(tokens), first))
	}
	// A single token cannot be two different ones: the rule is about sequences.
	if len(distinct) < 2 && len(tokens) > 1 {
		reasons = append(reasons, fmt.Sprintf("all %d tokens are %d", len(tokens), tokens[0]))
	}
	return reasons
}

func degenerateText(text string) (reasons []string) {
	visible, control := false, 0
	var first rune
	for _, r := range text {
		switch {
		case space(r):
		case unicode.IsPrint(r):
			visible = true
		default:
			if control == 0 {
				first = r
			}
			control++
		}
	}
	if !visible {
		reasons = append(reasons, "the text has no printable character")
	}
	if control > 0 {
		reasons = append(reasons, fmt.Sprintf("the text has %d control characters, the first is %U", control, first))
	}
	return reasons
}

// space is Python's str.isspace, by which the lab's checker goes: besides
// Unicode's white space it counts the four ASCII separators.
func space(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }
