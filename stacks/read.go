package stacks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// reader turns bodies into nodes.
type reader struct {
	*faults
	inVariant bool
}

// body reads all of a body into n by n's schema.
func (r *reader) body(n *node, body *hclsyntax.Body) {
	n.attrs = map[string]*value{}
	for _, name := range sortedByPosition(body.Attributes) {
		r.attribute(n, body.Attributes[name])
	}
	firsts := map[string]*hclsyntax.Block{}
	for _, block := range body.Blocks {
		schema := n.schema.child(block.Type)
		if schema == nil {
			r.unsupportedBlock(n, block)
			continue
		}
		if first := firsts[block.Type]; first != nil && schema.once {
			r.in(n, block.DefRange(), "Duplicate block", fmt.Sprintf("One %s block is enough; the first is at %s.", block.Type, at(first.DefRange())))
			continue
		}
		firsts[block.Type] = block
		if child := r.block(n, schema, block); child != nil {
			n.blocks = append(n.blocks, child)
		}
	}
}

// block reads one block; nil where its labels are of no use.
func (r *reader) block(parent *node, schema *blockSchema, block *hclsyntax.Block) *node {
	n := &node{schema: schema, head: block.DefRange(), rng: block.Range(), place: placeOf(parent, block)}
	if !r.labels(n, block) {
		return nil
	}
	inner := *r
	inner.inVariant = r.inVariant || schema == variantBlock
	inner.body(n, block.Body)
	return n
}

func placeOf(parent *node, block *hclsyntax.Block) Place {
	var b strings.Builder
	if parent != nil && parent.place != "" {
		b.WriteString(string(parent.place) + " / ")
	}
	b.WriteString(block.Type)
	for _, label := range block.Labels {
		b.WriteString(" " + quote(label))
	}
	return Place(b.String())
}

// labels checks and takes the labels of a block.
func (r *reader) labels(n *node, block *hclsyntax.Block) bool {
	want := n.schema.labels
	if len(block.Labels) != len(want) {
		form := n.schema.name
		for _, label := range want {
			form += " " + label.name
		}
		r.in(n, n.head, "Wrong number of labels", fmt.Sprintf("The block is written: %s { … }, with each label in quotes.", form))
		return false
	}
	ok := true
	for i, text := range block.Labels {
		it := item{s: text, rng: block.LabelRanges[i]}
		n.labels = append(n.labels, it)
		switch label := want[i]; label.kind {
		case refLabel:
			if !hclsyntax.ValidIdentifier(text) || len(text) > maxNameBytes {
				r.in(n, it.rng, "Unsupported name", fmt.Sprintf("%s cannot be referred to: a name starts with a letter and goes on with letters, digits, \"_\" and \"-\".", quote(text)))
				ok = false
			}
		case nameLabel:
			if !validName(text) {
				r.in(n, it.rng, "Unsupported name", nameRule(text))
				ok = false
			}
		case enumLabel:
			if !slices.Contains(label.enum, text) {
				r.in(n, it.rng, "Unsupported "+n.schema.name, fmt.Sprintf("%s is wanted here, not %s.%s", oneOf(label.enum), quote(text), didYouMean(text, label.enum, quote)))
				ok = false
			}
		case indexLabel:
			if index, err := strconv.ParseUint(text, 10, 16); err != nil || strconv.FormatUint(index, 10) != text {
				r.in(n, it.rng, "Unsupported "+n.schema.name, fmt.Sprintf("%s is no index: write 0 for the first, 1 for the second.", quote(text)))
				ok = false
			}
		case textLabel:
			if strings.TrimSpace(text) == "" {
				r.in(n, it.rng, "Unsupported name", "Say in a few words what it is.")
				ok = false
			}
		}
	}
	return ok
}

// attribute reads one attribute into n.attrs.
func (r *reader) attribute(n *node, attr *hclsyntax.Attribute) {
	schema := n.schema.attribute(attr.Name)
	if schema == nil {
		r.unsupportedAttribute(n, attr)
		return
	}
	if schema.only != nil && !slices.Contains(schema.only, n.label(0)) {
		r.in(n, attr.NameRange, "Unsupported attribute", fmt.Sprintf("%s is of a %s %s; this is a %s %s.", attr.Name, n.schema.name, oneOf(schema.only), n.schema.name, quote(n.label(0))))
		return
	}
	v := &value{name: attr.NameRange, rng: attr.Expr.Range(), owner: n}
	n.attrs[attr.Name] = v
	if isNull(attr.Expr) {
		v.null = r.inVariant
		if !r.inVariant {
			v.bad = true
			r.at(v, "Unsuitable value", "null takes back what a stack sets, and only its variant can. Leave the attribute out.")
		}
		return
	}
	before := len(r.diags)
	schema.kind.read(r, v, attr.Expr)
	v.bad = v.bad || len(r.diags) > before
}

func (r *reader) unsupportedAttribute(n *node, attr *hclsyntax.Attribute) {
	detail := fmt.Sprintf("No attribute of %s is called %s.%s", describe(n), quote(attr.Name), didYouMean(attr.Name, n.schema.attributeNames(), bare))
	if n.schema.child(attr.Name) != nil {
		detail = fmt.Sprintf("%s is a block: write %s { … } without the \"=\".", attr.Name, attr.Name)
	}
	r.in(n, attr.NameRange, "Unsupported attribute", detail)
}

func (r *reader) unsupportedBlock(n *node, block *hclsyntax.Block) {
	detail := fmt.Sprintf("No block of %s is called %s.%s", describe(n), quote(block.Type), didYouMean(block.Type, n.schema.blockNames(), bare))
	switch {
	case n.schema.attribute(block.Type) != nil && n.schema.open == nil:
		detail = fmt.Sprintf("%s is an attribute: write %s = …", block.Type, block.Type)
	case n.schema.name == "component" && n.schema != componentBlock:
		if componentBlock.child(block.Type) != nil {
			detail = fmt.Sprintf("A variant has the sources and series of its stack, so it cannot hold %s. A patch says which variants apply it: when = [\"NAME\"].", article(block.Type))
		}
	}
	r.in(n, block.TypeRange, "Unsupported block", detail)
}

func describe(n *node) string {
	if n.schema.name == "" {
		return "a definition file"
	}
	return article(n.schema.name) + " block"
}

// article puts "a" or "an" before a name of the language.
func article(name string) string {
	if strings.ContainsAny(name[:1], "aeiou") {
		return "an " + name
	}
	return "a " + name
}

// at writes a place in a file for people.
func at(rng hcl.Range) string { return fmt.Sprintf("%s:%d", rng.Filename, rng.Start.Line) }

func sortedByPosition(attrs hclsyntax.Attributes) []string {
	var names []string
	for name := range attrs {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return attrs[a].NameRange.Start.Byte - attrs[b].NameRange.Start.Byte
	})
	return names
}
