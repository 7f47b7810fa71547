package stacks

import (
	"fmt"
	"slices"
)

// result decodes a historical measurement.
func (l *loader) result(n *node) *Result {
	r := &Result{
		ID: n.label(0), Label: n.text("label"), Date: n.text("date"), Submitted: n.text("submitted"), Lane: n.text("lane"),
		Standing: n.text("standing"), Model: n.text("model"), Engine: n.text("engine"), Hardware: n.text("hardware"),
		Variables: n.pairs("variables"), Command: n.text("command"), Patches: n.texts("patches"), Fidelity: n.text("fidelity"),
		Notes: n.text("notes"), Sources: n.texts("sources"), Metrics: map[string]float64{},
		TolerancePercent: n.fraction("tolerance_percent"), Range: n.head,
	}
	if shape := n.child("shape"); shape != nil {
		r.Prompt, r.Output = int(shape.number("prompt", 0)), int(shape.number("output", 0))
		r.Context, r.Batch = int(shape.number("context", 0)), int(shape.number("batch", 0))
	}
	if metrics := n.child("metrics"); metrics != nil {
		for name, v := range metrics.attrs {
			if !v.bad && !v.null {
				r.Metrics[name] = v.f
			}
		}
	}
	if v := n.good("repeats"); v != nil {
		r.Repeats = v.fs
	}
	if quality := n.child("quality"); quality != nil {
		r.Passed, r.Failed = quality.texts("passed"), quality.texts("failed")
		r.Hashes, r.Caveat = quality.pairs("hashes"), quality.text("caveat")
	}
	l.measured(n, r)
	return r
}

// measured resolves what a result was measured on.
func (l *loader) measured(n *node, r *Result) {
	s := refers(l, n, "stack", l.ws.Stacks)
	if s == nil {
		for _, name := range []string{"variant", "suite"} {
			if n.has(name) && !n.has("stack") {
				l.in(n, n.attrs[name].name, "Missing attribute", fmt.Sprintf("A %s is of a stack: the result needs stack too.", name))
			}
		}
		return
	}
	r.Stack = s.Name
	if v := n.good("variant"); v != nil {
		r.Stack += "@" + v.text.s
		if s = l.ws.merged[r.Stack]; s == nil {
			have := l.ws.Stacks[n.text("stack")].Variants
			l.at(v, "No such variant", l.haveText("Variants of "+n.text("stack")+" are", have, v.text.s, quote))
			return
		}
	}
	if v := n.good("suite"); v != nil {
		r.Suite = v.text.s
		var have []string
		for _, suite := range s.Suites {
			if suite.Kind == ThroughputSuite {
				have = append(have, suite.Name)
			}
		}
		if !slices.Contains(have, r.Suite) {
			l.at(v, "No such suite", l.haveText("Measurements of "+s.Ref()+" are", have, r.Suite, quote))
		}
	}
}
