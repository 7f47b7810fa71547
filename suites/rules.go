package suites

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cairn/digest"
	"cairn/stacks"
)

// Turn is what an engine answered to a gate's prompts in one run over them: most
// gates ask one.
type Turn []Answer

// rules are a gate's expectations, ready to be held against answers.
type rules struct {
	expect          stacks.Expect
	repeats         int // how many processes or requests there will be
	matches         []*regexp.Regexp
	prompts         []promptRules
	allowDegenerate bool
}

type promptRules struct {
	stacks.PromptExpect
	matches []*regexp.Regexp
}

func newRules(gate *stacks.Gate) (rules, error) {
	e := gate.Expect
	if e.IsZero() {
		return rules{}, errors.New("nothing is expected of it")
	}
	switch gate.Runner {
	case stacks.CommandRunner, stacks.LlamaCompletionRunner, stacks.LlamaProbeRunner, stacks.LlamaPerplexityRunner, stacks.VLLMQualityRunner, stacks.OpenAIRunner, "":
	case stacks.LlamaBenchRunner, stacks.VLLMThroughputRunner, stacks.VLLMLatencyRunner:
		return rules{}, fmt.Errorf("runner %s prints no answer", gate.Runner)
	default:
		return rules{}, fmt.Errorf("this version of cairn has no runner %q for gates", gate.Runner)
	}
	if (e.Identical || e.Determinism != "") && repeats(gate) < 2 && gate.Runner != stacks.VLLMQualityRunner {
		return rules{}, errors.New("one run is always identical to itself: set repeats")
	}
	if len(gate.Command) == 0 && gate.Runner != stacks.OpenAIRunner {
		return rules{}, errors.New("it has no command")
	}
	r := rules{expect: e, repeats: repeats(gate)}
	var err error
	if r.matches, err = compile(e.Matches); err != nil {
		return rules{}, err
	}
	for _, p := range e.Prompts {
		matches, err := compile(p.Matches)
		if err != nil {
			return rules{}, err
		}
		r.prompts = append(r.prompts, promptRules{p, matches})
	}
	return r, nil
}

// compile makes patterns Python's re.MULTILINE, which the lab's gates use.
func compile(patterns []string) (all []*regexp.Regexp, err error) {
	for _, text := range patterns {
		compiled, err := regexp.Compile("(?m)" + text)
		if err != nil {
			return nil, err
		}
		all = append(all, compiled)
	}
	return all, nil
}

// reasons collects what does not hold, each in one line.
type reasons []string

func (r *reasons) say(format string, args ...any) { *r = append(*r, fmt.Sprintf(format, args...)) }

// check returns all rules that turns[fresh:], the newest, break. Digests of all
// turns together are held against the last.
func (r rules) check(turns []Turn, fresh int, last bool) []string {
	var found reasons
	newest := turns[fresh:]
	all := joined(newest)
	if !r.allowDegenerate {
		found = degenerate(all)
	}
	for i, turn := range newest {
		r.checkTurn(&found, turn, len(newest) > 1, fresh+i)
		if difference := r.differs(turns[0], turn); difference != "" {
			found.say("run %d differs from run 1: %s", fresh+i+1, difference)
		}
	}
	if want := r.expect.CombinedTokenSHA256; !want.IsZero() {
		flat := slices.Concat(turns...)
		if all.Tokens == nil {
			found.say("it printed no tokens; wanted %s of all runs together", want)
		} else if got := CombinedTokenSHA256(flat); last && got != want {
			found.say("tokens of %s together are %s, wanted %s", described(turns), got, want)
		}
	}
	r.checkText(&found, "the text", all.Text, r.expect.Contains, r.expect.Matches, r.matches)
	return found
}

// described says how many answers there are: "2 runs", "2 runs of 6 prompts".
func described(turns []Turn) string {
	text := fmt.Sprintf("%d runs", len(turns))
	if len(turns[0]) > 1 {
		text += fmt.Sprintf(" of %d prompts", len(turns[0]))
	}
	return text
}

// joined is all answers as one: what the lab's checker looks at for degeneracy and
// for rules that name no prompt.
func joined(turns []Turn) Answer {
	if len(turns) == 1 && len(turns[0]) == 1 {
		return turns[0][0]
	}
	var all Answer
	for _, turn := range turns {
		for _, a := range turn {
			if a.Tokens != nil {
				all.Tokens = append(all.Tokens, a.Tokens...)
			}
			all.Text += a.Text
			all.HasText = all.HasText || a.HasText
		}
	}
	return all
}

// checkTurn holds one run over the prompts against the rules on single answers.
func (r rules) checkTurn(found *reasons, turn Turn, several bool, run int) {
	e := r.expect
	if len(turn) > 1 && !(e.TokenSHA256.IsZero() && e.TextSHA256.IsZero()) {
		found.say("token_sha256 and text_sha256 are of one answer, and it gave %d: write prompt blocks, or combined_token_sha256", len(turn))
	} else if len(turn) == 1 {
		r.checkHashes(found, "", turn[0], e.TokenSHA256, e.TextSHA256)
		r.checkLogits(found, turn[0])
		r.checkPerplexity(found, turn[0])
	}
	for _, p := range r.prompts {
		where := fmt.Sprintf("prompt %d: ", p.Index)
		if several {
			where = fmt.Sprintf("prompt %d, run %d: ", p.Index, run+1)
		}
		if p.Index >= len(turn) {
			found.say("%sit answered %d prompts", where, len(turn))
			continue
		}
		r.checkHashes(found, where, turn[p.Index], p.TokenSHA256, p.TextSHA256)
		r.checkText(found, where+"the text", turn[p.Index].Text, p.Contains, p.PromptExpect.Matches, p.matches)
	}
}

func (r rules) checkHashes(found *reasons, where string, a Answer, tokens, text digest.Digest) {
	if !tokens.IsZero() {
		if a.Tokens == nil {
			found.say("%sit printed no tokens; wanted %s of them", where, tokens)
		} else if got := TokenSHA256(a.Tokens); got != tokens {
			found.say("%stokens are %s, wanted %s", where, got, tokens)
		}
	}
	if !text.IsZero() {
		if !a.HasText {
			found.say("%sit printed no text; wanted %s of it", where, text)
		} else if got := digest.Of([]byte(a.Text)); got != text {
			found.say("%stext is %s, wanted %s", where, got, text)
		}
	}
}

func (r rules) checkText(found *reasons, what, text string, contains, patterns []string, compiled []*regexp.Regexp) {
	for _, part := range contains {
		if !strings.Contains(text, part) {
			found.say("%s does not contain %q", what, part)
		}
	}
	for i, pattern := range compiled {
		if !pattern.MatchString(text) {
			found.say("%s does not match %q", what, patterns[i])
		}
	}
}

func (r rules) checkLogits(found *reasons, a Answer) {
	wanted := r.expect.LogitHashes
	if len(a.LogitHashes) < len(wanted) {
		found.say("it printed %d steps; wanted logits of %d", len(a.LogitHashes), len(wanted))
	}
	for i := range min(len(wanted), len(a.LogitHashes)) {
		if a.LogitHashes[i] != wanted[i] {
			found.say("logits of step %d (token %d) are %s, wanted %s", i, a.Tokens[i], a.LogitHashes[i], wanted[i])
			return // all later steps follow from it
		}
	}
}

func (r rules) checkPerplexity(found *reasons, a Answer) {
	low, high := r.expect.MinPerplexity, r.expect.MaxPerplexity
	if high > 0 && a.Perplexity > high {
		found.say("the perplexity is %v, wanted at most %v", a.Perplexity, high)
	}
	if low > 0 && a.Perplexity < low {
		found.say("the perplexity is %v, wanted at least %v: it has seen the text, or the logits are wrong", a.Perplexity, low)
	}
}
