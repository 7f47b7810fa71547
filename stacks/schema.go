package stacks

// The schema of the language is one tree of blockSchema (see language.go), the
// single source of what is read, what is refused, what a variant may change and
// what Reference lists.

// blockSchema says what a block may hold.
type blockSchema struct {
	name   string
	labels []labelSchema
	doc    string
	// once says that its parent holds at most one of it.
	once bool
	// required says that its parent holds at least one of it.
	required   bool
	attributes []attributeSchema
	blocks     []*blockSchema
	// open, where set, is the kind of attributes with any name.
	open *kind
}

// labelSchema says what a label of a block is.
type labelSchema struct {
	name string // "NAME"
	kind labelKind
	enum []string // for enumLabel
}

// labelKind is how a label is checked.
type labelKind int

const (
	refLabel   labelKind = iota // an identifier, so that a reference can name it
	nameLabel                   // letters, digits, "_", "-" and "+", so that a path can name it
	textLabel                   // words for people
	enumLabel                   // one of a list
	indexLabel                  // a whole number, counted from 0
)

// attributeSchema says what an attribute of a block is.
type attributeSchema struct {
	name     string
	kind     *kind
	required bool
	fallback string // the default, in words for Reference
	doc      string
	// only lists the first labels of the block that take it; nil is all.
	only []string
}

// child returns the schema of the blocks called name, or nil.
func (s *blockSchema) child(name string) *blockSchema {
	for _, b := range s.blocks {
		if b.name == name {
			return b
		}
	}
	return nil
}

// attribute returns the schema of the attribute called name, or nil.
func (s *blockSchema) attribute(name string) *attributeSchema {
	for i := range s.attributes {
		if s.attributes[i].name == name {
			return &s.attributes[i]
		}
	}
	if s.open != nil {
		return &attributeSchema{name: name, kind: s.open}
	}
	return nil
}

// attributeNames returns the names of the attributes that the schema lists.
func (s *blockSchema) attributeNames() []string {
	var names []string
	for _, a := range s.attributes {
		names = append(names, a.name)
	}
	return names
}

// blockNames returns the types of the blocks that a block may hold.
func (s *blockSchema) blockNames() []string {
	var names []string
	for _, b := range s.blocks {
		names = append(names, b.name)
	}
	return names
}
