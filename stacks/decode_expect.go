package stacks

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// expect decodes what a gate asks of its answers, and refuses what could not fail
// or what its runner cannot see.
func (l *loader) expect(gate, n *node, g *Gate) Expect {
	e := Expect{
		TokenSHA256: n.sha256("token_sha256"), TextSHA256: n.sha256("text_sha256"),
		CombinedTokenSHA256: n.sha256("combined_token_sha256"),
		Identical:           n.flag("identical", false), Determinism: Determinism(n.text("determinism")),
		Contains: n.texts("contains"), Matches: n.texts("matches"), LogitHashes: n.texts("logit_hashes"),
		MinPerplexity: n.fraction("min_perplexity"), MaxPerplexity: n.fraction("max_perplexity"), Range: n.head,
	}
	tried := false // a rule that was written badly is reported as such already
	for _, v := range n.attrs {
		tried = tried || v.bad
	}
	seen := map[string]*node{}
	for _, b := range n.children("prompt") {
		l.unique(seen, b, b.label(0), labelRange(b), "prompt")
		e.Prompts = append(e.Prompts, l.promptExpect(b))
	}
	if e.IsZero() && !tried {
		l.in(n, n.head, "Empty expectation", "A gate that expects nothing cannot fail. Set token_sha256, combined_token_sha256, text_sha256, identical = true, determinism, contains or matches, or what its runner knows besides.")
	}
	if g.Repeats < 2 && g.Runner != VLLMQualityRunner { // its one process holds several runs
		if v := gate.attrs["repeats"]; v == nil || !v.bad {
			const detail = "One run is always identical to itself. Set repeats = 2 or more in the gate."
			if e.Identical {
				l.at(n.attrs["identical"], "Nothing to compare", detail)
			}
			if e.Determinism != "" {
				l.at(n.attrs["determinism"], "Nothing to compare", detail)
			}
		}
	}
	l.emptyTexts(n)
	l.expectFitsRunner(n, e, g)
	return e
}

// emptyTexts reports texts that every text contains.
func (l *loader) emptyTexts(n *node) {
	if v := n.good("contains"); v != nil {
		for _, it := range v.items {
			if it.s == "" {
				l.in(n, it.rng, "Empty expectation", "Every text contains the empty one.")
			}
		}
	}
}

// expectFitsRunner reports rules about what a runner's program does not print.
func (l *loader) expectFitsRunner(n *node, e Expect, g *Gate) {
	only := map[string][]Runner{
		"logit_hashes": {LlamaProbeRunner}, "min_perplexity": {LlamaPerplexityRunner}, "max_perplexity": {LlamaPerplexityRunner},
	}
	if g.Runner == LlamaPerplexityRunner {
		for _, name := range []string{"token_sha256", "combined_token_sha256", "text_sha256", "identical", "determinism", "contains", "matches"} {
			only[name] = nil // it generates nothing
		}
	}
	for _, name := range slices.Sorted(maps.Keys(only)) {
		runners := only[name]
		if n.good(name) != nil && !slices.Contains(runners, g.Runner) {
			l.at(n.attrs[name], "Unsupported attribute", fmt.Sprintf("The runner %s does not print what %s is about.", quote(string(g.Runner)), name))
		}
	}
	for _, b := range n.children("prompt") {
		if g.Runner != VLLMQualityRunner {
			l.in(n, b.head, "Unsupported block", fmt.Sprintf("The runner %s asks one prompt: write its rules in expect itself.", quote(string(g.Runner))))
		}
	}
	if e.MinPerplexity > 0 && e.MaxPerplexity > 0 && e.MinPerplexity > e.MaxPerplexity {
		l.at(n.attrs["min_perplexity"], "Nothing fits", "The lower bound is above the upper one.")
	}
}

func (l *loader) promptExpect(n *node) PromptExpect {
	index, _ := strconv.Atoi(n.label(0)) // the label's kind has been checked
	p := PromptExpect{
		Index: index, TokenSHA256: n.sha256("token_sha256"), TextSHA256: n.sha256("text_sha256"),
		Contains: n.texts("contains"), Matches: n.texts("matches"), Range: n.head,
	}
	l.emptyTexts(n)
	if len(n.attrs) == 0 {
		l.in(n, n.head, "Empty expectation", "Say what must hold for this prompt: "+strings.Join(n.schema.attributeNames(), ", ")+".")
	}
	return p
}
