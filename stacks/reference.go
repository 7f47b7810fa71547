package stacks

import "strings"

// BlockReference describes one block of the language, from the table that
// definitions are read by.
type BlockReference struct {
	// Path names the block within its parents: "stack.component.patch".
	Path string `json:"path"`
	// Form is how it is written: `patch "NAME" { … }`.
	Form string `json:"form"`
	// Doc says in a phrase what it is.
	Doc string `json:"doc"`
	// Once says that its parent holds at most one of it, Required at least one.
	Once       bool                 `json:"once"`
	Required   bool                 `json:"required"`
	Attributes []AttributeReference `json:"attributes"`
}

// AttributeReference describes one attribute of a block.
type AttributeReference struct {
	Name     string `json:"name"` // "" where any name may stand
	Type     string `json:"type"` // "commit", "list of words", "toolchain.NAME"
	Required bool   `json:"required"`
	Default  string `json:"default,omitempty"` // in words; empty where it is simply unset
	Only     string `json:"only,omitempty"`    // the first labels that take it: "cmake, python"; empty for all
	Doc      string `json:"doc"`
}

// Reference returns all blocks of the language, each after its parent. What a
// variant may hold is listed under stack.variant only where it differs from
// what the stack holds.
func Reference() []BlockReference {
	var all []BlockReference
	for _, b := range language.blocks {
		all = describeBlock(all, "", b)
	}
	return all
}

func describeBlock(all []BlockReference, parent string, b *blockSchema) []BlockReference {
	form := b.name
	for _, label := range b.labels {
		form += ` "` + label.name + `"`
	}
	ref := BlockReference{Path: parent + b.name, Form: form + " { … }", Doc: b.doc, Once: b.once, Required: b.required, Attributes: []AttributeReference{}}
	for _, a := range b.attributes {
		ref.Attributes = append(ref.Attributes, AttributeReference{
			Name: a.name, Type: a.kind.doc, Required: a.required, Default: a.fallback,
			Only: strings.Join(a.only, ", "), Doc: a.doc,
		})
	}
	if b.open != nil {
		ref.Attributes = append(ref.Attributes, AttributeReference{Type: b.open.doc, Doc: "any names"})
	}
	all = append(all, ref)
	for _, child := range b.blocks {
		if b == variantBlock && child != variantBlock.child("component") {
			continue // as in the stack
		}
		if parent == "stack.variant." {
			continue
		}
		all = describeBlock(all, ref.Path+".", child)
	}
	return all
}
