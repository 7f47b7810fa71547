package lockfiles

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"cairn/digest"
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

// longValue is how many bytes of a value a lock holds; of longer ones it holds the
// digest. It is more than any pin, flag or path, and less than a shell script.
const longValue = 160

// lockedValue is how a lock holds a value.
func lockedValue(value string) string {
	if len(value) <= longValue && !strings.ContainsAny(value, "\r\n") {
		return value
	}
	return fmt.Sprintf("%s (%d bytes)", digest.Of([]byte(value)), len(value))
}

// Compare returns what moved since the lock was made, the encoder of layers first, then
// sorted by variant and attribute; nothing when the lock matches the definition. A
// stack that ws does not have is one move of the attribute "stack".
func Compare(l *Lock, ws *stacks.Workspace, stack string) []Move {
	base, err := ws.Stack(stack)
	if err != nil || l.Stack != stack {
		return []Move{{Attribute: "stack", Locked: l.Stack, Defined: stack}}
	}
	var moves []Move
	if l.LayerFormat != LayerFormat {
		moves = append(moves, Move{Attribute: "layer_format", Locked: l.LayerFormat, Defined: LayerFormat, Range: base.Range})
	}
	moves = append(moves, compareView(l, base)...)
	known := map[Move]bool{}
	for _, m := range moves {
		known[m.key()] = true
	}
	for _, variant := range base.Variants {
		defined, err := ws.Stack(stack + "@" + variant)
		if err != nil {
			moves = append(moves, Move{Variant: variant, Attribute: "variant", Locked: variant, Range: base.Range})
			continue
		}
		for _, m := range compareView(l, defined) {
			if !known[m.key()] {
				moves = append(moves, m)
			}
		}
	}
	return moves
}

// key is what makes two moves of different variants the same.
func (m Move) key() Move {
	return Move{Attribute: m.Attribute, Locked: m.Locked, Defined: m.Defined}
}

// compareView compares one variant.
func compareView(l *Lock, defined *stacks.Stack) []Move {
	v, ok := l.View(defined.Variant)
	if !ok {
		return []Move{{Variant: defined.Variant, Attribute: "variant", Defined: defined.Variant, Range: defined.Range}}
	}
	now := defined.Attributes()
	definition := stacks.DigestOf(now)
	if definition == v.Definition && slices.EqualFunc(v.Attributes, now, func(locked Attribute, a stacks.Attribute) bool {
		return locked.Path == a.Path && locked.Value == lockedValue(a.Value)
	}) {
		return nil
	}
	left := map[string]string{}
	for _, a := range v.Attributes {
		left[a.Path] = a.Value
	}
	var moves []Move
	for _, a := range now {
		value := lockedValue(a.Value)
		locked, had := left[a.Path]
		delete(left, a.Path)
		if !had || locked != value {
			moves = append(moves, Move{defined.Variant, a.Path, locked, value, a.Range})
		}
	}
	for _, path := range slices.Sorted(maps.Keys(left)) {
		moves = append(moves, Move{defined.Variant, path, left[path], "", defined.Range})
	}
	if len(moves) == 0 && definition != v.Definition {
		moves = append(moves, Move{defined.Variant, "definition", v.Definition.String(), definition.String(), defined.Range})
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return strings.Compare(a.Attribute, b.Attribute) })
	return moves
}
