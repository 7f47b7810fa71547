package lockfiles

import (
	"context"
	"fmt"

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
// block that did not move is kept, unless something of it is pending: then the index
// may be reached by now.
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
	if old != nil {
		before, ok := old.View(v.Variant)
		if ok && before.Python != nil && len(before.Python.Pending) == 0 && samePython(v, before) {
			return before.Python, nil
		}
	}
	resolved, err := r.Python(ctx, p)
	if err != nil {
		return nil, err
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
