package lockfiles

import (
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
)

// Move is one attribute of a definition that differs from what was locked.
type Move struct {
	// Variant is where it was noticed; a move that the stack itself has is not
	// told again for its variants.
	Variant   string
	Attribute string
	// Locked and Defined are the values as the lock holds them; empty where that
	// side does not have the attribute.
	Locked, Defined string
	// Range is the attribute in the definition, or the stack's block where it is gone.
	Range hcl.Range
}

// Compare returns what moved since the lock was made, sorted by variant and
// attribute; nothing when the lock matches the definition.
func Compare(l *Lock, ws *stacks.Workspace, stack string) []Move { return nil }

// Change is one difference between two locks.
type Change struct {
	// What names the entry: "component.llama.patch.guardfix.tree", with "@variant: " before it
	// where only a variant has it.
	What string
	// Old and New are empty where that lock lacks the entry.
	Old, New string
}

// Diff returns what differs from a to b, sorted by What. A nil lock is an empty one.
func Diff(a, b *Lock) []Change { return nil }
