package stacks

import "time"

// defaultReadyTimeout is long enough for a model of 100 GB to be read from a disk
// and compiled for.
const defaultReadyTimeout = 30 * time.Minute

const defaultHealth = "/health"

func (l *loader) service(n *node) *Service {
	model := refers(l, n, "model", l.ws.Models)
	s := &Service{
		Port: int(n.number("port", 0)), Health: n.text("health"),
		ReadyTimeout: time.Duration(n.number("ready_timeout", int64(defaultReadyTimeout))),
		Model:        model, Needs: l.needs(n), Range: n.head,
	}
	if s.Health == "" {
		s.Health = defaultHealth
	}
	if model == nil && n.has("model") {
		model = &Model{} // its fault is reported; do not report each use
	}
	if v := n.good("command"); v != nil {
		s.Command = l.expandAll(n, v.items, model)
	}
	s.Variables = l.expandPairs(n, "variables", model)
	return s
}

// needs decodes the needs block of n, if any.
func (l *loader) needs(n *node) Needs {
	b := n.child("needs")
	if b == nil {
		return Needs{}
	}
	needs := Needs{GPUs: int(b.number("gpus", 0)), GPU: b.text("gpu"), MemoryBytes: b.number("memory", 0), Range: b.head}
	if needs.GPU != "" && needs.GPUs == 0 {
		l.at(b.attrs["gpu"], "Missing attribute", "Say how many of these GPUs: gpus = 1.")
	}
	return needs
}

// expandPairs returns a map of n with the model's path in the place of "${model}";
// nil where it is not set.
func (l *loader) expandPairs(n *node, name string, model *Model) map[string]string {
	v := n.good(name)
	if v == nil {
		return nil
	}
	pairs := map[string]string{}
	for key, it := range v.pairs {
		if !it.null {
			pairs[key] = l.expand(n, it, model)
		}
	}
	return pairs
}

// serviceForRunners reports suites that ask an endpoint of a stack without one.
func (l *loader) serviceForRunners(stack *node) {
	if stack.child("service") != nil {
		return
	}
	report := func(n *node) {
		if n.text("runner") == string(OpenAIRunner) {
			l.at(n.attrs["runner"], "No service", "The runner asks the stack's endpoint, and this stack has none. Write a service block.")
		}
	}
	for _, suite := range stack.children("suite") {
		report(suite)
		for _, gate := range suite.children("gate") {
			report(gate)
		}
	}
}
