package stacks

import (
	"fmt"
	"strings"
)

// BaseVariant is how Patch.When calls the stack itself, without a variant.
const BaseVariant = "base"

// Stack returns the stack that ref, "name" or "name@variant", stands for, with
// the variant's changes merged in. What it returns is the caller's own: changing
// it changes nothing in the workspace. The error is a *NotFoundError.
func (w *Workspace) Stack(ref string) (*Stack, error) {
	return nil, &NotFoundError{What: "stack", Name: ref}
}

// Applies reports whether the stack's variant applies the patch; "" is the stack
// itself. Where When is empty, promoted patches apply everywhere and diagnostic
// and negative ones nowhere.
func (p *Patch) Applies(variant string) bool { return false }

// NotFoundError is a name that a workspace does not have.
type NotFoundError struct {
	What string   // "stack" or "variant"
	Name string   // as asked for
	Have []string // what there is, sorted
	Near string   // the one of Have that was probably meant; may be empty
}

// Error says what there is instead.
func (e *NotFoundError) Error() string {
	return fmt.Sprintf("no %s %q; there is: %s", e.What, e.Name, strings.Join(e.Have, ", "))
}
