package stacks

import (
	"cairn/digest"

	"github.com/hashicorp/hcl/v2"
)

// Attribute is one fact of a stack that can change what it resolves to.
type Attribute struct {
	Path  string    // "component.llama.source.revision"
	Value string    // canonical: lists as JSON, digests with their algorithm
	Range hcl.Range // of the attribute, or of its block where it was not written
}

// Attributes returns all that can change what the stack resolves to, builds,
// runs or ships, sorted by path. What has its default value is left out.
// Comments, formatting, the order of files, descriptions and the stories of
// patches are not in it.
func (s *Stack) Attributes() []Attribute { return nil }

// Digest returns the sha256 over the stack's attributes, ranges aside, as
// digest.Key builds it under the schema "cairn-definition-v1".
func (s *Stack) Digest() digest.Digest { return digest.Digest{} }
