package stacks

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Bounds on what is handed to HCL's parser, which recurses: a file of brackets
// would overflow the stack, and that cannot be recovered from.
const (
	// maxFileBytes is far above any definition; all results of the lab are 200 kB. HCL
	// takes up to 250 bytes of memory for each.
	maxFileBytes = 1 << 20
	// maxWorkspaceBytes bounds all files of a workspace together.
	maxWorkspaceBytes = 16 << 20
	// maxGuardedBytes bounds what is not a definition: locks of large stacks.
	maxGuardedBytes = 4 << 20
	// maxNesting is how deep braces, brackets, parentheses and templates may lie
	// in one another; the language itself needs seven.
	maxNesting = 50
	// harmless is how many bytes that can make the parser recurse a file may have
	// before its tokens are counted: each takes up to 40 kB of a stack that may
	// grow to 1 GB. Reading all tokens twice would cost as much as the rest.
	harmless = 4000
	// maxOperators bounds the tokens that recurse without brackets, all over the
	// file. The language has no operators.
	maxOperators = 500
)

// parse returns the body of a file. The body is nil where nothing could be read;
// it may hold only part of the file where there are faults.
func parse(filename string, src []byte) (*hclsyntax.Body, hcl.Diagnostics) {
	if len(src) > maxFileBytes {
		return nil, hcl.Diagnostics{oversized(filename, maxFileBytes)}
	}
	if d := Guard(filename, src); d != nil {
		return nil, hcl.Diagnostics{d}
	}
	file, diags := hclsyntax.ParseConfig(src, filename, hcl.InitialPos)
	if file == nil {
		return nil, diags
	}
	body, _ := file.Body.(*hclsyntax.Body)
	return body, diags
}

// Guard returns a fault where handing src to HCL's parser could exhaust the stack or the
// memory, which cannot be recovered from; nil where it may be parsed. Whoever parses
// HCL that came from elsewhere asks first.
func Guard(filename string, src []byte) *hcl.Diagnostic {
	if len(src) > maxGuardedBytes {
		return oversized(filename, maxGuardedBytes)
	}
	if recursions(src) <= harmless {
		return nil
	}
	// The lexer does not recurse, and its faults are the parser's to report.
	tokens, _ := hclsyntax.LexConfig(src, filename, hcl.InitialPos)
	depth, operators := 0, 0
	for _, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenOQuote,
			hclsyntax.TokenOHeredoc, hclsyntax.TokenTemplateInterp:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenCQuote,
			hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			depth = max(depth-1, 0)
		case hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenQuestion:
			operators++
		case hclsyntax.TokenTemplateControl:
			depth++
			operators++
		}
		if depth > maxNesting || operators > maxOperators {
			subject := token.Range
			return &hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "Excessive nesting",
				Detail:  fmt.Sprintf("Braces, brackets and templates may lie %d deep in one another, and a file may have %d operators. Definitions need neither: write the values out.", maxNesting, maxOperators),
				Subject: &subject,
			}
		}
	}
	return nil
}

// oversized is the fault that a file has more than most bytes.
func oversized(filename string, most int) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Oversized file",
		Detail:  fmt.Sprintf("%s has more than the %d bytes that are read. Parts of a definition can be moved into other files of its folder.", filename, most),
		Subject: &hcl.Range{Filename: filename, Start: hcl.InitialPos, End: hcl.InitialPos},
	}
}

// recursions returns a bound on how deep the parser can recurse in src, whatever
// is in quotes or comments.
func recursions(src []byte) int {
	brackets, minuses := 0, 0
	for _, b := range src {
		switch b {
		case '{', '[', '(', '!', '?':
			brackets++
		case '-':
			minuses++
		}
	}
	return brackets + minuses/4 // a "-" takes a quarter of the stack
}
