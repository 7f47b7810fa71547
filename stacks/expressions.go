package stacks

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Definitions hold plain values: strings, whole and decimal numbers, true and
// false, lists, maps, null, references, and in suites "${model}" within strings.
// The functions here read the syntax itself, so nothing is ever evaluated.

// modelMark stands in a read string for "${model}" until the suite's model is
// known. No string of a definition holds a NUL.
const modelMark = "\x00"

// text reads a string. With model it may hold "${model}".
func (r *reader) text(n *node, e hclsyntax.Expression, model bool) (item, bool) {
	it := item{rng: e.Range()}
	var parts []hclsyntax.Expression
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		parts = e.Parts
	case *hclsyntax.TemplateWrapExpr:
		parts = []hclsyntax.Expression{e.Wrapped}
	case *hclsyntax.LiteralValueExpr:
		r.in(n, it.rng, "Unsuitable value", "Text is wanted here: put it in quotes.")
		return it, false
	case *hclsyntax.ScopeTraversalExpr:
		r.in(n, it.rng, "Unsuitable value", "Text is wanted here, not a reference: put it in quotes.")
		return it, false
	case *hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr:
		r.in(n, it.rng, "Unsuitable value", "One text in quotes is wanted here.")
		return it, false
	default:
		r.unsupported(n, e)
		return it, false
	}
	var b strings.Builder
	for _, part := range parts {
		switch part := part.(type) {
		case *hclsyntax.LiteralValueExpr:
			if !part.Val.Type().Equals(cty.String) || part.Val.IsNull() {
				r.unsupported(n, part)
				return it, false
			}
			b.WriteString(part.Val.AsString())
		case *hclsyntax.ScopeTraversalExpr:
			if !model || hcl.ExprAsKeyword(part) != "model" {
				detail := "Strings are plain here. Write \"$${\" for a literal \"${\"."
				if model {
					detail = "Only \"${model}\" can stand in a string here: the path of the suite's model. Write \"$${\" for a literal \"${\"."
				}
				r.in(n, part.Range(), "Unsupported expression", detail)
				return it, false
			}
			b.WriteString(modelMark)
		default:
			r.unsupported(n, part)
			return it, false
		}
	}
	it.s = b.String()
	if marks := strings.Count(it.s, modelMark); marks > countTraversals(parts) {
		r.in(n, it.rng, "Unsuitable value", "A NUL byte cannot be handed to any program.")
		return it, false
	}
	return it, true
}

func countTraversals(parts []hclsyntax.Expression) int {
	count := 0
	for _, part := range parts {
		if _, ok := part.(*hclsyntax.ScopeTraversalExpr); ok {
			count++
		}
	}
	return count
}

// list reads the elements of a list.
func (r *reader) list(n *node, e hclsyntax.Expression, what string) ([]hclsyntax.Expression, bool) {
	tuple, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		r.wrongShape(n, e, fmt.Sprintf("A list of %s is wanted here: [ … ].", what))
		return nil, false
	}
	return tuple.Exprs, true
}

// pair is an entry of a map as written.
type pair struct {
	key   item
	value hclsyntax.Expression
}

// entries reads the entries of a map, each key once.
func (r *reader) entries(n *node, e hclsyntax.Expression) ([]pair, bool) {
	object, ok := e.(*hclsyntax.ObjectConsExpr)
	if !ok {
		r.wrongShape(n, e, "A map of names to texts is wanted here: { NAME = \"…\" }.")
		return nil, false
	}
	firsts := map[string]hcl.Range{}
	var pairs []pair
	for _, entry := range object.Items {
		key := item{rng: entry.KeyExpr.Range()}
		wrapped := entry.KeyExpr
		if k, ok := wrapped.(*hclsyntax.ObjectConsKeyExpr); ok {
			wrapped = k.Wrapped
		}
		if key.s = hcl.ExprAsKeyword(entry.KeyExpr); key.s == "" {
			text, ok := r.text(n, wrapped, false)
			if !ok {
				continue
			}
			key.s = text.s
		}
		if first, twice := firsts[key.s]; twice {
			r.in(n, key.rng, "Duplicate name", fmt.Sprintf("%s was set at %s already.", quote(key.s), at(first)))
			continue
		}
		firsts[key.s] = key.rng
		pairs = append(pairs, pair{key, entry.ValueExpr})
	}
	return pairs, true
}

// number reads a number of any size.
func (r *reader) number(n *node, e hclsyntax.Expression) (*big.Float, bool) {
	operand, negative := e, false
	if unary, ok := e.(*hclsyntax.UnaryOpExpr); ok && unary.Op == hclsyntax.OpNegate {
		operand, negative = unary.Val, true
	}
	literal, ok := operand.(*hclsyntax.LiteralValueExpr)
	if !ok || !literal.Val.Type().Equals(cty.Number) || literal.Val.IsNull() {
		r.wrongShape(n, e, "A number is wanted here, without quotes.")
		return nil, false
	}
	f := new(big.Float).Copy(literal.Val.AsBigFloat())
	if negative {
		f.Neg(f)
	}
	return f, true
}

// fraction reads a number that a float64 can hold; 0 where it reports a fault.
func (r *reader) fraction(n *node, e hclsyntax.Expression) float64 {
	number, ok := r.number(n, e)
	if !ok {
		return 0
	}
	f, _ := number.Float64()
	if math.IsInf(f, 0) {
		r.in(n, e.Range(), "Unsuitable value", "The number is too large.")
	}
	return f
}

// boolean reads true or false.
func (r *reader) boolean(n *node, e hclsyntax.Expression) (bool, bool) {
	literal, ok := e.(*hclsyntax.LiteralValueExpr)
	if !ok || !literal.Val.Type().Equals(cty.Bool) || literal.Val.IsNull() {
		r.wrongShape(n, e, "true or false is wanted here, without quotes.")
		return false, false
	}
	return literal.Val.True(), true
}

// reference reads "what.name" and returns the name.
func (r *reader) reference(n *node, e hclsyntax.Expression, what string) (item, bool) {
	it := item{rng: e.Range()}
	form := fmt.Sprintf("A reference is wanted here: %s.NAME, without quotes.", what)
	traversal, ok := e.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		if text, isText := e.(*hclsyntax.TemplateExpr); isText && len(text.Parts) == 1 {
			if literal, plain := text.Parts[0].(*hclsyntax.LiteralValueExpr); plain && literal.Val.Type().Equals(cty.String) && hclsyntax.ValidIdentifier(literal.Val.AsString()) {
				form += fmt.Sprintf(" Did you mean %s.%s?", what, literal.Val.AsString())
			}
		}
		r.wrongShape(n, e, form)
		return it, false
	}
	if len(traversal.Traversal) != 2 {
		r.in(n, it.rng, "Unsuitable value", form)
		return it, false
	}
	if root := traversal.Traversal.RootName(); root != what {
		r.in(n, it.rng, "Unsuitable reference", fmt.Sprintf("This refers to %s; %s", quote(root), strings.Replace(form, "A reference is wanted", "what is wanted is a reference", 1)))
		return it, false
	}
	switch step := traversal.Traversal[1].(type) {
	case hcl.TraverseAttr:
		it.s = step.Name
	case hcl.TraverseIndex:
		if step.Key.Type().Equals(cty.String) {
			it.s = step.Key.AsString()
		}
	}
	if it.s == "" {
		r.in(n, it.rng, "Unsuitable value", form)
		return it, false
	}
	return it, true
}

// wrongShape reports an expression of another type than is wanted.
func (r *reader) wrongShape(n *node, e hclsyntax.Expression, detail string) {
	switch e.(type) {
	case *hclsyntax.LiteralValueExpr, *hclsyntax.TemplateExpr, *hclsyntax.TemplateWrapExpr,
		*hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr, *hclsyntax.ScopeTraversalExpr, *hclsyntax.UnaryOpExpr:
		r.in(n, e.Range(), "Unsuitable value", detail)
	default:
		r.unsupported(n, e)
	}
}

// unsupported reports an expression that the language does not have.
func (r *reader) unsupported(n *node, e hclsyntax.Expression) {
	r.in(n, e.Range(), "Unsupported expression", "Definitions hold plain values: there are no functions, operators or loops. Write the value out.")
}

func isNull(e hclsyntax.Expression) bool {
	literal, ok := e.(*hclsyntax.LiteralValueExpr)
	return ok && literal.Val.IsNull()
}

// oneText is the common case of a kind that is a string held against a rule.
func oneText(doc string, check func(string) (summary, detail string)) *kind {
	return &kind{doc: doc, read: func(r *reader, v *value, e hclsyntax.Expression) {
		it, ok := r.text(v.owner, e, false)
		if !ok {
			return
		}
		v.text = it
		if summary, detail := check(it.s); summary != "" {
			r.in(v.owner, it.rng, summary, detail)
		}
	}}
}

// manyTexts is a list of strings, each held against a rule.
func manyTexts(doc string, check func(string) (summary, detail string)) *kind {
	return &kind{doc: doc, read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.items = r.texts(v.owner, e, false, check)
	}}
}

// texts reads a list of strings, each held against a rule. With model they may hold
// "${model}".
func (r *reader) texts(n *node, e hclsyntax.Expression, model bool, check func(string) (summary, detail string)) []item {
	elements, ok := r.list(n, e, "texts")
	if !ok {
		return nil
	}
	items := []item{}
	for _, element := range elements {
		it, ok := r.text(n, element, model)
		if !ok {
			continue
		}
		if summary, detail := check(it.s); summary != "" {
			r.in(n, it.rng, summary, detail)
		}
		items = append(items, it)
	}
	return slices.Clip(items)
}
