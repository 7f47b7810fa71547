package stacks

import "strings"

func (l *loader) suite(n *node) *Suite {
	s := &Suite{Kind: SuiteKind(n.label(0)), Name: n.label(1), Range: n.head}
	s.Model = refers(l, n, "model", l.ws.Models)
	model := s.Model
	if model == nil && n.has("model") {
		model = &Model{} // its fault is reported; do not report each use
	}
	s.Variables = l.expandPairs(n, "variables", model)
	s.Needs = l.needs(n)
	if s.Kind == QualitySuite {
		l.quality(n, s, model)
	} else {
		l.throughput(n, s, model)
	}
	return s
}

func (l *loader) quality(n *node, s *Suite, model *Model) {
	if shape := n.child("shape"); shape != nil {
		l.in(n, shape.head, "Unsupported block", "A shape is of a throughput suite; a quality suite has gates.")
	}
	gates := n.children("gate")
	if len(gates) == 0 {
		l.missingBlock(n, gateBlock)
	}
	for _, b := range gates {
		s.Gates = append(s.Gates, l.gate(b, model))
	}
}

func (l *loader) gate(n *node, model *Model) *Gate {
	g := &Gate{Name: n.label(0), Runner: CommandRunner, Repeats: int(n.number("repeats", 1)), Range: n.head}
	if runner := n.text("runner"); runner != "" {
		g.Runner = Runner(runner)
	}
	if v := n.good("command"); v != nil {
		g.Command = l.expandAll(n, v.items, model)
	}
	if v := n.good("stdin"); v != nil {
		g.Stdin = l.expand(n, v.text, model)
	}
	l.asked(n, g)
	expect := n.child("expect")
	if expect == nil {
		return g // reported as missing
	}
	g.Expect = l.expect(n, expect, g)
	return g
}

// asked holds a gate's question against its runner: programs have a command, an
// endpoint has a prompt and a bound.
func (l *loader) asked(n *node, g *Gate) {
	g.MaxTokens = int(n.number("max_tokens", 0))
	endpoint := g.Runner == OpenAIRunner
	switch {
	case endpoint && n.has("command"):
		l.at(n.attrs["command"], "Conflicting attributes", "The runner asks the stack's endpoint: the prompt is stdin, and there is no command.")
	case endpoint && !n.has("stdin"):
		l.missing(n, "stdin", "the prompt that the endpoint is asked")
	case endpoint && !n.has("max_tokens"):
		l.missing(n, "max_tokens", "how many tokens the endpoint may answer")
	case !endpoint && !n.has("command"):
		l.missing(n, "command", "the program and its arguments")
	case g.Runner == LlamaPerplexityRunner && n.has("repeats"):
		l.at(n.attrs["repeats"], "Conflicting attributes", "A perplexity is one figure of one run; llama-perplexity takes its own chunks.")
	case !endpoint && n.has("max_tokens"):
		l.at(n.attrs["max_tokens"], "Conflicting attributes", "max_tokens is of the runner \"openai\"; a program is told by its arguments.")
	}
}

// defaultMetric is the field that throughput programs report unless a suite
// says otherwise.
const defaultMetric = "output_tok_s"

func (l *loader) throughput(n *node, s *Suite, model *Model) {
	for _, gate := range n.children("gate") {
		l.in(n, gate.head, "Unsupported block", "A gate is of a quality suite; a throughput suite has a shape and a command.")
	}
	t := &Throughput{
		Runner: CommandRunner, Warmup: int(n.number("warmup", 1)), Repeats: int(n.number("repeats", 0)),
		Metric: n.text("metric"), Batch: 1,
	}
	s.Throughput = t
	if runner := n.text("runner"); runner != "" {
		t.Runner = Runner(runner)
	}
	if t.Metric == "" {
		t.Metric = defaultMetric
	}
	if !n.has("repeats") {
		l.missing(n, "repeats", n.schema.attribute("repeats").doc)
	}
	switch endpoint := t.Runner == OpenAIRunner; {
	case !endpoint && !n.has("command"):
		l.missing(n, "command", n.schema.attribute("command").doc)
	case endpoint && n.has("command"):
		l.at(n.attrs["command"], "Conflicting attributes", "The runner asks the stack's endpoint: the shape says what, and there is no command.")
	}
	if v := n.good("command"); v != nil {
		t.Command = l.expandAll(n, v.items, model)
	}
	shape := n.child("shape")
	if shape == nil {
		l.missingBlock(n, suiteBlock.child("shape"))
		return
	}
	t.Prompt, t.Output, t.Batch = int(shape.number("prompt", 0)), int(shape.number("output", 0)), int(shape.number("batch", 1))
	if shape.good("prompt") != nil && shape.good("output") != nil && t.Prompt == 0 && t.Output == 0 {
		l.in(shape, shape.head, "Empty shape", "Nothing would be read and nothing generated: prompt or output is at least 1.")
	}
}

func (l *loader) expandAll(n *node, items []item, model *Model) []string {
	var list []string
	for _, it := range items {
		list = append(list, l.expand(n, it, model))
	}
	return list
}

// expand puts the model's path in the place of "${model}".
func (l *loader) expand(n *node, it item, m *Model) string {
	if !strings.Contains(it.s, modelMark) {
		return it.s
	}
	if m == nil {
		if !l.partial {
			l.in(n, it.rng, "No model", "\"${model}\" names the suite's model, and this suite has none. Set model = model.NAME.")
		}
		return strings.ReplaceAll(it.s, modelMark, "")
	}
	return strings.ReplaceAll(it.s, modelMark, m.MountPath())
}
