package stacks

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// BaseVariant is how Patch.When calls the stack itself, without a variant.
const BaseVariant = "base"

// Stack returns the stack that ref, "name" or "name@variant", stands for, with
// the variant's changes merged in. What it returns is the caller's own: changing
// it changes nothing in the workspace. The error is a *NotFoundError.
func (w *Workspace) Stack(ref string) (*Stack, error) {
	name, variant, asked := strings.Cut(ref, "@")
	base := w.Stacks[name]
	if base == nil {
		have := slices.Sorted(maps.Keys(w.Stacks))
		return nil, &NotFoundError{What: "stack", Name: name, Have: have, Near: Near(name, have)}
	}
	if !asked {
		return clone(base), nil
	}
	if s := w.merged[ref]; s != nil {
		return clone(s), nil
	}
	have := slices.Clone(base.Variants)
	return nil, &NotFoundError{What: "variant", Of: name, Name: variant, Have: have, Near: Near(variant, have)}
}

// PatchFiles returns the patch files of the workspace's own folder that its stacks and
// its toolchains name, applied or not, each once, sorted.
func (w *Workspace) PatchFiles() []string {
	var files []string
	add := func(components []*Component) {
		for _, c := range components {
			for _, p := range c.Patches {
				if p.Archive == nil {
					files = append(files, p.Path)
				}
			}
		}
	}
	for _, s := range w.Stacks { // variants have no patches of their own
		add(s.Components)
	}
	for _, t := range w.Toolchains {
		add(t.Components)
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// Applies reports whether the stack's variant applies the patch; "" is the stack
// itself. Where When is empty, promoted patches apply everywhere and diagnostic
// and negative ones nowhere.
func (p *Patch) Applies(variant string) bool {
	if len(p.When) == 0 {
		return p.Standing == Promoted || p.Standing == ""
	}
	if variant == "" {
		variant = BaseVariant
	}
	return slices.Contains(p.When, variant)
}

// NotFoundError is a name that a workspace does not have.
type NotFoundError struct {
	What string   // "stack" or "variant"
	Of   string   // the stack of a variant; empty for a stack
	Name string   // as asked for
	Have []string // what there is, sorted
	Near string   // the one of Have that was probably meant; may be empty
}

// maxNamed is how many names a message has room for.
const maxNamed = 12

// Error says what there is instead.
func (e *NotFoundError) Error() string {
	var b strings.Builder
	if e.Of != "" {
		fmt.Fprintf(&b, "stack %q has ", e.Of)
	}
	fmt.Fprintf(&b, "no %s %s", e.What, quote(e.Name))
	if e.Near != "" {
		fmt.Fprintf(&b, "; did you mean %q?", e.Near)
	} else if n := len(e.Have); n > maxNamed {
		fmt.Fprintf(&b, "; there are %d, from %s to %s", n, e.Have[0], e.Have[n-1])
	} else if n > 0 {
		fmt.Fprintf(&b, "; there is: %s", strings.Join(e.Have, ", "))
	}
	return b.String()
}
