package lockfiles

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cairn/digest"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Parse reads a lock. It takes only what Bytes writes: anything else, down to the
// order of entries and the spaces between them, is an error with its range. name
// is the file's name in messages.
func Parse(name string, src []byte) (*Lock, hcl.Diagnostics) {
	if fault := stacks.Guard(name, src); fault != nil {
		return nil, hcl.Diagnostics{fault}
	}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diags
	}
	d := &decoder{}
	l := d.lock(file.Body.(*hclsyntax.Body))
	if d.diags.HasErrors() {
		sortDiagnostics(d.diags)
		return nil, d.diags
	}
	if at := firstDifference(src, l.Bytes()); at >= 0 {
		return nil, hcl.Diagnostics{{
			Severity: hcl.DiagError,
			Summary:  "Lock is not canonical",
			Detail:   fmt.Sprintf("A lock is only ever written by cairn, and this is not what it writes. Run \"cairn lock %s\" to write it anew.", l.Stack),
			Subject:  lineAt(name, src, at).Ptr(),
		}}
	}
	l.parsed = digest.Of(src)
	return l, nil
}

// firstDifference returns the byte at which a and b part, or -1.
func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	if len(a) == len(b) {
		return -1
	}
	return min(len(a), len(b))
}

// lineAt returns the range of the line that holds the byte at.
func lineAt(name string, src []byte, at int) hcl.Range {
	start := bytes.LastIndexByte(src[:at], '\n') + 1
	end := len(src)
	if n := bytes.IndexByte(src[start:], '\n'); n >= 0 {
		end = start + n
	}
	line := 1 + bytes.Count(src[:start], []byte{'\n'})
	return hcl.Range{
		Filename: name,
		Start:    hcl.Pos{Line: line, Column: 1, Byte: start},
		End:      hcl.Pos{Line: line, Column: 1 + len([]rune(string(src[start:end]))), Byte: end},
	}
}

// lock decodes the whole file.
func (d *decoder) lock(body *hclsyntax.Body) *Lock {
	s := d.section(body, body.MissingItemRange())
	if format := s.number("format"); format != formatVersion && !d.diags.HasErrors() {
		d.fault(s.rangeOf("format"), "Unknown lock format",
			fmt.Sprintf("This cairn reads format %d. A newer cairn wrote the lock: use that one.", formatVersion))
		return nil
	}
	l := &Lock{Stack: s.text("stack"), LayerFormat: s.text("layer_format")}
	l.Views = append(l.Views, s.view("", &View{}))
	for _, b := range s.blocks("variant") {
		sub := d.section(b.Body, b.DefRange())
		l.Views = append(l.Views, sub.view(b.Labels[0], l.Views[0]))
		sub.end()
	}
	s.end()
	return l
}

// view decodes one variant, which says only what differs from base.
func (s *section) view(variant string, base *View) *View {
	v := &View{Variant: variant, Definition: s.digest("definition")}
	attributes := map[string]string{}
	for _, a := range base.Attributes {
		attributes[a.Path] = a.Value
	}
	components := map[string]Component{}
	for _, c := range base.Components {
		components[c.Name] = c
	}
	toolchains := map[string]Toolchain{}
	for _, t := range base.Toolchains {
		toolchains[t.Name] = t
	}
	python := base.Python
	for _, name := range s.list("without") {
		if name == "python.*" {
			python = nil
		}
		delete(attributes, name)
		entry, _ := strings.CutSuffix(name, ".*")
		delete(components, strings.TrimPrefix(entry, "component."))
		delete(toolchains, strings.TrimPrefix(entry, "toolchain."))
	}
	maps.Copy(attributes, s.pairs("attributes"))
	for _, b := range s.blocks("component") {
		components[b.Labels[0]] = s.component(b)
	}
	for _, b := range s.blocks("toolchain") {
		toolchains[b.Labels[0]] = s.toolchain(b)
	}
	v.Python = s.pythonOf(python)
	for _, path := range slices.Sorted(maps.Keys(attributes)) {
		v.Attributes = append(v.Attributes, Attribute{path, attributes[path]})
	}
	for _, name := range slices.Sorted(maps.Keys(components)) {
		v.Components = append(v.Components, components[name])
	}
	for _, name := range slices.Sorted(maps.Keys(toolchains)) {
		v.Toolchains = append(v.Toolchains, toolchains[name])
	}
	return v
}

func (s *section) component(b *hclsyntax.Block) Component {
	c := s.d.section(b.Body, b.DefRange())
	defer c.end()
	out := Component{Name: b.Labels[0]}
	out.Pin = Pin{
		Upstream:   c.text("upstream"),
		Git:        c.optional("git"),
		Embedded:   c.optional("embedded"),
		Revision:   c.gitID("commit"),
		Exclude:    c.list("exclude"),
		Submodules: c.flag("submodules"),
	}
	if (out.Pin.Git == "") == (out.Pin.Embedded == "") {
		s.d.fault(b.DefRange(), "Unclear source", "Exactly one of git and embedded must be set.")
	}
	out.Source = Source{Commit: out.Pin.Revision, Tree: c.gitID("tree")}
	for _, m := range c.blocks("submodule") {
		sub := s.d.section(m.Body, m.DefRange())
		out.Source.Submodules = append(out.Source.Submodules, Submodule{
			Path: m.Labels[0], URL: sub.text("url"), Commit: sub.gitID("commit"), Tree: sub.gitID("tree"),
		})
		sub.end()
	}
	slices.SortFunc(out.Source.Submodules, func(a, b Submodule) int { return strings.Compare(a.Path, b.Path) })
	for _, m := range c.blocks("patch") {
		sub := s.d.section(m.Body, m.DefRange())
		patch := Patch{Name: m.Labels[0], SHA256: sub.digest("sha256"), Skipped: sub.flag("skipped")}
		if !patch.Skipped {
			patch.DecodedSHA256 = sub.digest("decoded_sha256")
			patch.Tree = sub.gitID("tree")
		}
		out.Patches = append(out.Patches, patch)
		sub.end()
	}
	return out
}

func (s *section) toolchain(b *hclsyntax.Block) Toolchain {
	t := s.d.section(b.Body, b.DefRange())
	defer t.end()
	out := Toolchain{Name: b.Labels[0], Kind: t.text("kind"), Impure: t.flag("impure"), Pending: t.optional("pending"),
		BuildVariables: t.pairs("build_variables"), RunVariables: t.pairs("run_variables")}
	for _, m := range t.blocks("release") {
		sub := s.d.section(m.Body, m.DefRange())
		out.Releases = append(out.Releases, Release{URL: m.Labels[0], SHA256: sub.digest("sha256")})
		sub.end()
	}
	for _, m := range t.blocks("package") {
		sub := s.d.section(m.Body, m.DefRange())
		out.Packages = append(out.Packages, Package{
			Name: m.Labels[0], Version: sub.text("version"), Path: sub.text("path"),
			SizeBytes: sub.number("size"), SHA256: sub.digest("sha256"),
		})
		sub.end()
	}
	slices.SortFunc(out.Releases, compareReleases)
	slices.SortFunc(out.Packages, comparePackages)
	return out
}
