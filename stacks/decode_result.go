package stacks

import "slices"

// result decodes a historical measurement.
func (l *loader) result(n *node) *Result {
	r := &Result{
		ID: n.label(0), Date: n.text("date"), Lane: n.text("lane"), Standing: n.text("standing"),
		Notes: n.text("notes"), Sources: n.texts("sources"), Metrics: map[string]float64{}, Range: n.head,
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
	if s := refers(l, n, "stack", l.ws.Stacks); s != nil {
		r.Stack = s.Name
		if v := n.good("variant"); v != nil {
			if !slices.Contains(s.Variants, v.text.s) {
				l.at(v, "No such variant", haveText("Variants of "+s.Name+" are", s.Variants, v.text.s, quote))
			}
			r.Stack += "@" + v.text.s
		}
	} else if n.has("variant") && !n.has("stack") {
		l.in(n, n.attrs["variant"].name, "Missing attribute", "A variant is of a stack: the result needs stack too.")
	}
	return r
}
