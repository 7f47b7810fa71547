package lockfiles

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"cairn/digest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// decoder collects all faults of a file.
type decoder struct{ diags hcl.Diagnostics }

func (d *decoder) fault(at hcl.Range, summary, detail string) {
	d.diags = append(d.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &at})
}

// section is one body; what is asked for is known, and end tells of the rest.
type section struct {
	d     *decoder
	body  *hclsyntax.Body
	where hcl.Range // of the block's header
	known map[string]bool
	// wanted keeps the names that were asked for, in their order, for messages.
	wanted []string
}

func (d *decoder) section(body *hclsyntax.Body, where hcl.Range) *section {
	return &section{d: d, body: body, where: where, known: map[string]bool{}}
}

func (s *section) know(name string) {
	if !s.known[name] {
		s.known[name] = true
		s.wanted = append(s.wanted, name)
	}
}

// end tells of attributes and blocks that no lock has.
func (s *section) end() {
	for name, a := range s.body.Attributes {
		if !s.known[name] {
			s.d.fault(a.NameRange, "Unknown attribute", fmt.Sprintf("A lock has no %q here; known are: %s.", name, strings.Join(s.wanted, ", ")))
		}
	}
	for _, b := range s.body.Blocks {
		if !s.known[b.Type] {
			s.d.fault(b.TypeRange, "Unknown block", fmt.Sprintf("A lock has no %q block here; known are: %s.", b.Type, strings.Join(s.wanted, ", ")))
		}
	}
}

func (s *section) rangeOf(name string) hcl.Range {
	if a, ok := s.body.Attributes[name]; ok {
		return a.Expr.Range()
	}
	return s.where
}

// value evaluates an attribute, which may use neither variables nor functions.
func (s *section) value(name string, want cty.Type) (cty.Value, bool) {
	s.know(name)
	a, ok := s.body.Attributes[name]
	if !ok {
		return cty.NilVal, false
	}
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() {
		s.d.diags = append(s.d.diags, diags...)
		return cty.NilVal, false
	}
	if v.IsNull() || v.Type() != want {
		s.d.fault(a.Expr.Range(), "Wrong type", fmt.Sprintf("%s must be a %s.", name, want.FriendlyName()))
		return cty.NilVal, false
	}
	return v, true
}

func (s *section) optional(name string) string {
	v, ok := s.value(name, cty.String)
	if !ok {
		return ""
	}
	return v.AsString()
}

func (s *section) text(name string) string {
	s.require(name)
	return s.optional(name)
}

func (s *section) require(name string) {
	if _, ok := s.body.Attributes[name]; !ok {
		s.d.fault(s.where, "Missing attribute", fmt.Sprintf("A lock has %q here.", name))
	}
}

func (s *section) flag(name string) bool {
	v, ok := s.value(name, cty.Bool)
	return ok && v.True()
}

func (s *section) number(name string) int64 {
	s.require(name)
	v, ok := s.value(name, cty.Number)
	if !ok {
		return 0
	}
	n, accuracy := v.AsBigFloat().Int64()
	if accuracy != big.Exact || n < 0 {
		s.d.fault(s.rangeOf(name), "Wrong number", fmt.Sprintf("%s must be a whole number.", name))
	}
	return n
}

func (s *section) digest(name string) digest.Digest {
	text := s.text(name)
	if _, ok := s.body.Attributes[name]; !ok {
		return digest.Digest{}
	}
	d, err := digest.Parse(text)
	if err != nil {
		s.d.fault(s.rangeOf(name), "Malformed digest", err.Error()+".")
	} else if d.IsZero() {
		s.d.fault(s.rangeOf(name), "Malformed digest", "A digest of zeros is that of nothing.")
	}
	return d
}

func (s *section) gitID(name string) digest.GitID {
	text := s.text(name)
	if _, ok := s.body.Attributes[name]; !ok {
		return digest.GitID{}
	}
	id, err := digest.ParseGitID(text)
	if err != nil {
		s.d.fault(s.rangeOf(name), "Malformed object id", err.Error()+".")
	} else if id.IsZero() {
		s.d.fault(s.rangeOf(name), "Malformed object id", "An id of zeros is that of nothing.")
	}
	return id
}

func (s *section) list(name string) []string {
	s.know(name)
	a, ok := s.body.Attributes[name]
	if !ok {
		return nil
	}
	tuple, ok := a.Expr.(*hclsyntax.TupleConsExpr)
	if !ok {
		s.d.fault(a.Expr.Range(), "Wrong type", name+" must be a list of strings.")
		return nil
	}
	var out []string
	for _, e := range tuple.Exprs {
		if text, ok := s.literal(e); ok {
			out = append(out, text)
		}
	}
	return out
}

// pairs reads an object of strings; a key that stands there twice is an error.
func (s *section) pairs(name string) map[string]string {
	s.know(name)
	a, ok := s.body.Attributes[name]
	if !ok {
		return nil
	}
	object, ok := a.Expr.(*hclsyntax.ObjectConsExpr)
	if !ok {
		s.d.fault(a.Expr.Range(), "Wrong type", name+" must be a map of strings.")
		return nil
	}
	out := map[string]string{}
	for _, item := range object.Items {
		key, ok := s.literal(item.KeyExpr)
		if !ok {
			continue
		}
		if _, twice := out[key]; twice {
			s.d.fault(item.KeyExpr.Range(), "Duplicate attribute", fmt.Sprintf("%q stands here twice.", key))
		}
		out[key], _ = s.literal(item.ValueExpr)
	}
	return out
}

func (s *section) literal(e hclsyntax.Expression) (string, bool) {
	v, diags := e.Value(nil)
	if diags.HasErrors() {
		s.d.diags = append(s.d.diags, diags...)
		return "", false
	}
	if v.IsNull() || v.Type() != cty.String {
		s.d.fault(e.Range(), "Wrong type", "Only strings can stand here.")
		return "", false
	}
	return v.AsString(), true
}

// blocks returns the blocks of a kind, each with one label that none other has,
// but for packages: a closure may hold two versions of one.
func (s *section) blocks(kind string) []*hclsyntax.Block {
	s.know(kind)
	var out []*hclsyntax.Block
	seen := map[string]bool{}
	for _, b := range s.body.Blocks {
		if b.Type != kind {
			continue
		}
		switch {
		case len(b.Labels) != 1 || b.Labels[0] == "":
			s.d.fault(b.DefRange(), "Wrong labels", fmt.Sprintf("A %s has one label, its name.", kind))
			continue
		case seen[b.Labels[0]] && kind != "package":
			s.d.fault(b.DefRange(), "Duplicate block", fmt.Sprintf("%s %q stands here twice.", kind, b.Labels[0]))
			continue
		}
		seen[b.Labels[0]] = true
		out = append(out, b)
	}
	return out
}

func compareReleases(a, b Release) int { return strings.Compare(a.URL, b.URL) }

func comparePackages(a, b Package) int {
	return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Version, b.Version), strings.Compare(a.Path, b.Path))
}

// sortDiagnostics puts faults into the order of their lines: bodies are maps, and
// their order is no one's.
func sortDiagnostics(diags hcl.Diagnostics) {
	slices.SortStableFunc(diags, func(a, b *hcl.Diagnostic) int {
		if a.Subject == nil || b.Subject == nil {
			return 0
		}
		return cmp.Compare(a.Subject.Start.Byte, b.Subject.Start.Byte)
	})
}
