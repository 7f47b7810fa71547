package stacks

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

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
// Comments, formatting, the order of files, names and descriptions of the stack
// and the stories of patches are not in it.
func (s *Stack) Attributes() []Attribute {
	a := &lister{stack: s}
	a.list("variants", s.Variants, s.Range)
	var components, suites []string
	for _, c := range s.Components {
		components = append(components, c.Name)
		a.component("component."+c.Name, c)
	}
	// The order of components is that in which their outputs are laid together,
	// the order of suites that in which they run.
	a.list("components", components, s.Range)
	for _, suite := range s.Suites {
		path := "suite." + string(suite.Kind) + "." + suite.Name
		suites = append(suites, string(suite.Kind)+"."+suite.Name)
		a.suite(path, suite)
	}
	a.list("suites", suites, s.Range)
	a.pairs("environment.variables", s.Environment.Variables, s.Environment.Range)
	a.list("environment.optional_libraries", s.Environment.OptionalLibraries, s.Environment.Range)
	if r := s.Environment.Runtime; r != nil {
		a.text("environment.runtime", r.Name, s.Environment.Range)
		a.toolchain("toolchain."+r.Name, r)
	}
	if s.Python != nil {
		a.python(s.Python)
	}
	if s.Service != nil {
		a.service(s.Service)
	}
	if s.Image != nil {
		a.image(s.Image)
	}
	slices.SortFunc(a.all, func(x, y Attribute) int { return strings.Compare(x.Path, y.Path) })
	return slices.CompactFunc(a.all, func(x, y Attribute) bool { return x.Path == y.Path && x.Value == y.Value })
}

// Digest returns the sha256 over the stack's attributes, ranges aside, as
// digest.Key builds it under the schema "cairn-definition-v1".
func (s *Stack) Digest() digest.Digest { return DigestOf(s.Attributes()) }

// DigestOf is the digest of the stack whose attributes these are, all and in order.
func DigestOf(attributes []Attribute) digest.Digest {
	k := digest.NewKey("cairn-definition-v1")
	for _, a := range attributes {
		k.String(a.Path, a.Value)
	}
	return k.Sum()
}

// lister collects attributes. A zero value is not listed: it is the default of
// everything that does not say otherwise where it is listed.
type lister struct {
	stack *Stack
	all   []Attribute
}

// add lists an attribute whatever its value. Where it was not written, block is
// its range.
func (a *lister) add(path, value string, block hcl.Range) {
	if rng, ok := a.stack.ranges[path]; ok {
		block = rng
	}
	a.all = append(a.all, Attribute{path, value, block})
}

func (a *lister) text(path, value string, block hcl.Range) {
	if value != "" {
		a.add(path, value, block)
	}
}

func (a *lister) flag(path string, value bool, block hcl.Range) {
	if value {
		a.add(path, "true", block)
	}
}

func (a *lister) number(path string, value int64, block hcl.Range) {
	if value != 0 {
		a.add(path, strconv.FormatInt(value, 10), block)
	}
}

func (a *lister) digest(path string, value digest.Digest, block hcl.Range) {
	if !value.IsZero() {
		a.add(path, value.String(), block)
	}
}

func (a *lister) list(path string, values []string, block hcl.Range) {
	if len(values) > 0 {
		a.add(path, canonical(values), block)
	}
}

func (a *lister) pairs(path string, values map[string]string, block hcl.Range) {
	for key, value := range values {
		a.add(path+"."+key, value, block)
	}
}

// canonical returns compact JSON without HTML's escapes (RFC 8259).
func canonical(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // strings and lists of them always encode
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (a *lister) component(path string, c *Component) {
	src := c.Source
	if u := src.Upstream; u != nil {
		a.text(path+".source.upstream", u.Name, src.Range)
		a.text("upstream."+u.Name+".git", u.Git, u.Range)
		a.text("upstream."+u.Name+".embedded", u.Embedded, u.Range)
	}
	a.text(path+".source.revision", src.Revision.String(), src.Range)
	a.list(path+".source.exclude", src.Exclude, src.Range)
	a.flag(path+".source.submodules", src.Submodules, src.Range)
	var patches, builds []string
	for _, p := range c.Patches {
		patches = append(patches, p.Name)
		a.patch(path+".patch."+p.Name, p)
	}
	a.list(path+".patches", patches, c.Range)
	for _, b := range c.Builds {
		builds = append(builds, b.Name)
		a.build(path+".build."+b.Name, b)
	}
	a.list(path+".builds", builds, c.Range)
	a.text(path+".of_toolchain", c.OfToolchain, c.Range)
}

func (a *lister) patch(path string, p *Patch) {
	if p.Archive != nil {
		a.text(path+".archive", p.Archive.Name, p.Range)
		a.text("archive."+p.Archive.Name+".git", p.Archive.Git, p.Archive.Range)
		a.text("archive."+p.Archive.Name+".revision", p.Archive.Revision.String(), p.Archive.Range)
	}
	a.text(path+".path", p.Path, p.PathRange)
	a.digest(path+".sha256", p.SHA256, p.Range)
	a.text(path+".directory", p.Directory, p.Range)
	if p.Strip != 1 {
		a.add(path+".strip", strconv.Itoa(p.Strip), p.Range)
	}
	if p.Whitespace != WhitespaceWarn {
		a.text(path+".whitespace", string(p.Whitespace), p.Range)
	}
	a.flag(path+".ignore_whitespace", p.IgnoreWhitespace, p.Range)
	a.flag(path+".recount", p.Recount, p.Range)
	a.flag(path+".unidiff_zero", p.UnidiffZero, p.Range)
	if p.Context != nil {
		a.add(path+".context", strconv.Itoa(*p.Context), p.Range)
	}
	a.flag(path+".reverse", p.Reverse, p.Range)
	a.list(path+".only", p.Only, p.Range)
	a.list(path+".except", p.Except, p.Range)
	a.flag(path+".allow_fuzz", p.AllowFuzz, p.Range)
	a.list(path+".when", p.When, p.Range)
	if p.Standing != Promoted {
		a.text(path+".standing", string(p.Standing), p.Range)
	}
}

func (a *lister) build(path string, b *Build) {
	a.text(path+".driver", string(b.Kind), b.Range)
	if b.Toolchain != nil {
		a.text(path+".toolchain", b.Toolchain.Name, b.Range)
		a.toolchain("toolchain."+b.Toolchain.Name, b.Toolchain)
	}
	a.text(path+".isa", b.ISA, b.Range)
	a.text(path+".version", b.Version, b.Range)
	a.text(path+".directory", b.Directory, b.Range)
	a.pairs(path+".options", b.Options, b.Range)
	a.list(path+".targets", b.Targets, b.Range)
	a.flag(path+".install", b.Install, b.Range)
	if len(b.Commands) > 0 {
		a.add(path+".commands", canonical(b.Commands), b.Range)
	}
	a.pairs(path+".variables", b.Variables, b.Range)
	a.list(path+".needs", b.Needs, b.Range)
	a.list(path+".sources", b.Sources, b.Range)
	a.number(path+".memory", b.MemoryBytes, b.Range)
	a.number(path+".jobs", int64(b.Jobs), b.Range)
}

func (a *lister) toolchain(path string, t *Toolchain) {
	a.text(path+".kind", string(t.Kind), t.Range)
	a.text(path+".oneapi.version", t.OneAPI, t.Range)
	a.list(path+".packages", t.Packages, t.Range)
	a.list(path+".host.programs", t.Programs, t.Range)
	if t.Distro == nil {
		return
	}
	a.text(path+".distro", t.Distro.Name, t.Range)
	var names []string
	for _, apt := range t.Distro.Apt {
		names = append(names, apt.Name)
		path := "distro." + t.Distro.Name + ".apt." + apt.Name
		a.text(path+".url", apt.URL, apt.Range)
		a.text(path+".suite", apt.Suite, apt.Range)
		a.list(path+".components", apt.Components, apt.Range)
		a.text(path+".fingerprint", apt.Fingerprint, apt.Range)
	}
	a.list("distro."+t.Distro.Name+".apt", names, t.Distro.Range)
}
