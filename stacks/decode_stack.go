package stacks

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// stackAndVariants decodes a stack as it stands and with each variant merged in.
func (l *loader) stackAndVariants(n *node) {
	variants := map[string]*node{}
	for _, v := range n.children("variant") {
		name := v.label(0)
		if name == BaseVariant {
			l.in(v, labelRange(v), "Reserved name", fmt.Sprintf("%q is how patches call the stack without a variant. Choose another name.", BaseVariant))
			continue
		}
		l.unique(variants, v, name, labelRange(v), "variant")
		l.uniqueBlocks(v)
	}
	l.uniqueBlocks(n)
	names := slices.Sorted(maps.Keys(variants))
	base := l.stack(n, "", names)
	l.ws.Stacks[base.Name] = base
	for _, name := range names {
		s := l.stack(l.merged(n, variants[name]), name, names)
		l.ws.merged[s.Ref()] = s
	}
}

// uniqueBlocks reports blocks of one stack or variant that have one name.
func (l *loader) uniqueBlocks(n *node) {
	byPath := map[string]*node{}
	for _, b := range n.blocks {
		if len(b.labels) > 0 && b.schema != variantBlock {
			if first := byPath[pathOf(b)]; first != nil {
				l.in(b, b.labels[len(b.labels)-1].rng, "Duplicate name", fmt.Sprintf("There is %s %s already, at %s.", article(b.schema.name), quote(b.label(len(b.labels)-1)), at(first.head)))
			} else {
				byPath[pathOf(b)] = b
			}
		}
		patches, builds, gates := map[string]*node{}, map[string]*node{}, map[string]*node{}
		for _, inner := range b.blocks {
			switch inner.schema {
			case patchBlock:
				l.unique(patches, inner, inner.label(0), labelRange(inner), "patch")
			case gateBlock:
				l.unique(gates, inner, inner.label(0), labelRange(inner), "gate")
			case buildBlock:
				rng := labelRange(inner)
				if v := inner.good("name"); v != nil {
					rng = v.rng
				}
				l.unique(builds, inner, buildName(inner), rng, "build of this component called")
			}
		}
	}
}

// stack decodes a node into which the variant, if any, has been merged.
func (l *loader) stack(n *node, variant string, variants []string) *Stack {
	l.pass++
	l.complete(n)
	s := &Stack{
		Name: n.label(0), Variant: variant, Description: n.text("description"), Variants: slices.Clone(variants),
		Environment: Environment{Variables: map[string]string{}}, Range: n.head, ranges: maps.Clone(l.ranges),
	}
	for _, b := range n.blocks {
		switch b.schema.name {
		case "component":
			s.Components = append(s.Components, l.component(b, variants, s.ranges))
		case "environment":
			if variables := b.pairs("variables"); variables != nil {
				s.Environment.Variables = variables
			}
			s.Environment.Range = b.head
			note(s.ranges, "environment", b)
		case "suite":
			s.Suites = append(s.Suites, l.suite(b))
			note(s.ranges, pathOf(b), b)
		case "image":
			s.Image = l.image(b)
			note(s.ranges, "image", b)
		case "unknown":
			s.Unknown = append(s.Unknown, Unknown{What: b.label(0), Reason: b.text("reason"), Range: b.head})
		}
	}
	l.buildNeeds(n)
	return s
}

// note remembers where the attributes of a block were written, for Attributes.
func note(ranges map[string]hcl.Range, path string, n *node) {
	ranges[path] = n.head
	for name, v := range n.attrs {
		ranges[path+"."+name] = v.rng
		for key, it := range v.pairs {
			ranges[path+"."+name+"."+key] = it.rng
		}
	}
	for _, b := range n.blocks {
		note(ranges, path+"."+pathOf(b), b)
	}
}

func (l *loader) component(n *node, variants []string, ranges map[string]hcl.Range) *Component {
	c := &Component{Name: n.label(0), Range: n.head}
	path := pathOf(n)
	ranges[path] = n.head
	for _, b := range n.blocks {
		switch b.schema.name {
		case "source":
			c.Source = Source{
				Upstream: refers(l, b, "upstream", l.ws.Upstreams), Revision: b.commit("revision"),
				Exclude: b.texts("exclude"), Submodules: b.flag("submodules", false), Range: b.head,
			}
			note(ranges, path+".source", b)
		case "patch":
			c.Patches = append(c.Patches, l.patch(b, variants))
			note(ranges, path+"."+pathOf(b), b)
		case "build":
			c.Builds = append(c.Builds, l.build(b))
			note(ranges, path+".build."+buildName(b), b)
		}
	}
	return c
}

func (l *loader) patch(n *node, variants []string) *Patch {
	p := &Patch{
		Name: n.label(0), Archive: refers(l, n, "archive", l.ws.Archives), Path: n.text("path"), SHA256: n.sha256("sha256"),
		Directory: n.text("directory"), Strip: int(n.number("strip", 1)), Whitespace: WhitespaceWarn,
		IgnoreWhitespace: n.flag("ignore_whitespace", false), Recount: n.flag("recount", false),
		UnidiffZero: n.flag("unidiff_zero", false), Reverse: n.flag("reverse", false), AllowFuzz: n.flag("allow_fuzz", false),
		Only: n.texts("only"), Except: n.texts("except"), When: n.texts("when"),
		Origin: n.text("origin"), UpstreamStatus: n.text("upstream_status"), Resolves: n.texts("resolves"), Reason: n.text("reason"),
		Standing: Promoted, Range: n.head, PathRange: n.head,
	}
	if mode := n.text("whitespace"); mode != "" {
		p.Whitespace = Whitespace(mode)
	}
	if standing := n.text("standing"); standing != "" {
		p.Standing = Standing(standing)
	}
	if v := n.good("context"); v != nil {
		lines := int(v.n)
		p.Context = &lines
	}
	if v := n.good("path"); v != nil {
		p.PathRange = v.rng
		if !n.has("archive") {
			l.patchFile(v)
		}
	}
	l.when(n, variants)
	return p
}

// when holds the names of a patch's variants against those there are.
func (l *loader) when(n *node, variants []string) {
	v := n.good("when")
	if v == nil {
		return
	}
	if len(v.items) == 0 {
		l.at(v, "Empty list", "An empty list would apply the patch nowhere. Leave when out to apply it everywhere.")
	}
	have := append([]string{BaseVariant}, variants...)
	seen := map[string]bool{}
	for _, it := range v.items {
		switch {
		case !slices.Contains(have, it.s):
			l.in(n, it.rng, "No such variant", haveText("Variants of this stack are", have, it.s, quote))
		case seen[it.s]:
			l.in(n, it.rng, "Duplicate name", fmt.Sprintf("%s is in the list already.", quote(it.s)))
		}
		seen[it.s] = true
	}
}

func (l *loader) build(n *node) *Build {
	b := &Build{
		Kind: BuildKind(n.label(0)), Name: buildName(n), Toolchain: refers(l, n, "toolchain", l.ws.Toolchains),
		ISA: n.text("isa"), Directory: n.text("directory"), Options: n.pairs("options"), Targets: n.texts("targets"),
		Variables: n.pairs("variables"), Needs: n.texts("needs"), MemoryBytes: n.number("memory", 0), Range: n.head,
	}
	if b.Kind == CMakeBuild {
		b.Install = n.flag("install", len(b.Targets) == 0)
		if v := n.attrs["install"]; v != nil && !v.bad && !v.null && !v.b && len(b.Targets) == 0 && !n.has("targets") {
			l.at(v, "Conflicting attributes", "Without install, targets must name what is taken from the build.")
		}
	}
	if v := n.good("commands"); v != nil {
		for _, argv := range v.argvs {
			b.Commands = append(b.Commands, plain(argv))
		}
	}
	if b.Kind == CommandBuild && !n.has("commands") {
		l.missing(n, "commands", "what it runs, each a list of texts")
	}
	if b.Kind != CommandBuild && !n.has("isa") {
		l.in(n, n.head, "Missing attribute", "The build needs isa. "+isaRule)
	}
	return b
}

func (l *loader) image(n *node) *Image {
	i := &Image{
		Entrypoint: n.texts("entrypoint"), Command: n.texts("command"), User: n.text("user"),
		WorkingDir: n.text("working_dir"), Labels: n.pairs("labels"), Compression: n.text("compression"), Range: n.head,
	}
	if i.Compression == "" {
		i.Compression = "gzip"
	}
	return i
}

// patchFile reports a patch of the workspace that is not in its folder.
func (l *loader) patchFile(v *value) {
	info, err := fsStat(l.ws, v.text.s)
	if err == nil && info.Mode().IsRegular() {
		return
	}
	detail := fmt.Sprintf("The workspace has no file %s.", quote(v.text.s))
	if err == nil {
		detail = fmt.Sprintf("%s is not a file.", quote(v.text.s))
	} else if names := siblings(l.ws, v.text.s); len(names) > 0 {
		base := path.Base(v.text.s)
		detail += didYouMean(base, names, func(s string) string { return quote(path.Join(path.Dir(v.text.s), s)) })
	}
	l.at(v, "No such patch file", detail+" A patch of an archive names it: archive = archive.NAME.")
}

// result decodes a historical measurement.
func (l *loader) result(n *node) *Result {
	r := &Result{
		ID: n.label(0), Date: n.text("date"), Lane: n.text("lane"), Standing: n.text("standing"),
		Notes: n.text("notes"), Sources: n.texts("sources"), Metrics: map[string]float64{}, Range: n.head,
	}
	if shape := n.child("shape"); shape != nil {
		r.Prompt, r.Output = int(shape.number("prompt", 0)), int(shape.number("output", 0))
		r.Context, r.Batch = int(shape.number("context", 0)), int(shape.number("batch", 0))
	}
	if metrics := n.child("metrics"); metrics != nil {
		for name, v := range metrics.attrs {
			if !v.bad && !v.null {
				r.Metrics[name] = v.f
			}
		}
	}
	if s := refers(l, n, "stack", l.ws.Stacks); s != nil {
		r.Stack = s.Name
		if v := n.good("variant"); v != nil {
			if !slices.Contains(s.Variants, v.text.s) {
				l.at(v, "No such variant", haveText("Variants of "+s.Name+" are", s.Variants, v.text.s, quote))
			}
			r.Stack += "@" + v.text.s
		}
	} else if n.has("variant") && !n.has("stack") {
		l.in(n, n.attrs["variant"].name, "Missing attribute", "A variant is of a stack: the result needs stack too.")
	}
	return r
}

// expand puts the model's path in the place of "${model}".
func (l *loader) expand(n *node, it item, m *Model) string {
	if !strings.Contains(it.s, modelMark) {
		return it.s
	}
	if m == nil {
		if !l.partial {
			l.in(n, it.rng, "No model", "\"${model}\" names the suite's model, and this suite has none. Set model = model.NAME.")
		}
		return strings.ReplaceAll(it.s, modelMark, "")
	}
	return strings.ReplaceAll(it.s, modelMark, m.MountPath())
}
