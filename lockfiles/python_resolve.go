package lockfiles

import (
	"context"
	"fmt"
	"slices"

	"cairn/stacks"
)

// PythonResolver resolves the requirements of python blocks. It is implemented in
// cmd/cairn with package builder/wheels.
type PythonResolver interface {
	Python(ctx context.Context, p *stacks.Python) (*Python, error)
}

// ResolvePython returns the lock with the python blocks of all variants resolved.
//
// old is the lock there was, nil for none or for an upgrade. What it has of a python
// block that did not move is kept, unless something of it is pending and can be
// resolved by now: a machine that reaches less than another takes nothing away.
func ResolvePython(ctx context.Context, ws *stacks.Workspace, l *Lock, r PythonResolver, old *Lock) (*Lock, error) {
	out := *l
	out.Views = nil
	for _, v := range l.Views {
		ref := l.Stack
		if v.Variant != "" {
			ref += "@" + v.Variant
		}
		defined, err := ws.Stack(ref)
		if err != nil {
			return nil, err
		}
		view := *v
		if view.Python, err = resolvePython(ctx, defined.Python, &view, r, old, out.Views); err != nil {
			return nil, fmt.Errorf("%s: python: %w", ref, err)
		}
		out.Views = append(out.Views, &view)
	}
	// What cannot be read again must not be written.
	if _, diags := Parse(out.Stack+Suffix, out.Bytes()); diags.HasErrors() {
		return nil, fmt.Errorf("%s: a lock of this definition could not be read again: %w", out.Stack, diags)
	}
	return &out, nil
}

func resolvePython(ctx context.Context, p *stacks.Python, v *View, r PythonResolver, old *Lock, done []*View) (*Python, error) {
	if p == nil {
		return nil, nil
	}
	for _, other := range done { // variants mostly share their stack's
		if other.Python != nil && samePython(v, other) {
			return other.Python, nil
		}
	}
	var known *Python
	if old != nil {
		if before, ok := old.View(v.Variant); ok && before.Python != nil && samePython(v, before) {
			known = before.Python
		}
	}
	if known != nil && len(known.Pending) == 0 {
		return known, nil
	}
	resolved, err := r.Python(ctx, p)
	if err != nil {
		return nil, err
	}
	if known != nil && len(known.pendingBeyond(resolved)) == 0 {
		return known, nil // nothing that was pending was found
	}
	resolved.sort()
	return resolved, nil
}

// samePython reports whether two views say the same of their python blocks. What
// toolchain has the interpreter is no part of it.
func samePython(a, b *View) bool {
	return sameDefinition(withoutAttribute(a, "python.toolchain"), withoutAttribute(b, "python.toolchain"), "python.", "index.")
}

func withoutAttribute(v *View, path string) *View {
	out := &View{}
	for _, a := range v.Attributes {
		if a.Path != path {
			out.Attributes = append(out.Attributes, a)
		}
	}
	return out
}

// pendingBeyond returns what is pending in p and is not in other.
func (p *Python) pendingBeyond(other *Python) []PendingRequirement {
	var more []PendingRequirement
	for _, pending := range p.Pending {
		if !slices.ContainsFunc(other.Pending, func(o PendingRequirement) bool { return o.Name == pending.Name }) {
			more = append(more, pending)
		}
	}
	return more
}

// Unreached names the packages that a lock has and that could not be resolved for
// again, and why the first could not: what was resolved here says nothing about them.
func Unreached(locked, again *Lock) (names []string, reason string) {
	for _, v := range again.Views {
		before, ok := locked.View(v.Variant)
		if !ok || before.Python == nil || v.Python == nil {
			continue
		}
		for _, pending := range v.Python.pendingBeyond(before.Python) {
			if len(names) == 0 {
				reason = pending.Reason
			}
			if !slices.Contains(names, pending.Name) {
				names = append(names, pending.Name)
			}
		}
	}
	return names, reason
}
