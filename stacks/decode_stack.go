package stacks

import (
	"fmt"
	"maps"
	"slices"

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
	if !l.affords(n, sizeOfVariants(n, len(l.ranges))) {
		return
	}
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
		case "python":
			s.Python = l.python(b)
			note(s.ranges, "python", b)
		case "service":
			s.Service = l.service(b)
			note(s.ranges, "service", b)
		case "environment":
			if variables := b.pairs("variables"); variables != nil {
				s.Environment.Variables = variables
			}
			s.Environment.Runtime = refers(l, b, "runtime", l.ws.Toolchains)
			s.Environment.OptionalLibraries = b.texts("optional_libraries")
			s.Environment.Range = b.head
			note(s.ranges, "environment", b)
		case "suite":
			s.Suites = append(s.Suites, l.suite(b))
			note(s.ranges, pathOf(b), b)
		case "image":
			s.Image = l.image(b)
			note(s.ranges, "image", b)
		case "unknown":
			s.Unknown = append(s.Unknown, l.unknown(n, b))
		}
	}
	l.sdistNames(n, s)
	l.buildNeeds(n)
	l.buildSources(n)
	l.addToolchainComponents(n, s)
	l.serviceForRunners(n)
	return s
}

func (l *loader) unknown(stack, n *node) Unknown {
	if v := n.good("blocks"); v != nil {
		have := namesOf(stack.children("component"))
		known := setOf(have)
		for _, it := range v.items {
			if !known[it.s] {
				l.in(n, it.rng, "No such component", l.haveText("Components of the stack", have, it.s, quote))
			}
		}
	}
	return Unknown{What: n.label(0), Reason: n.text("reason"), Blocks: n.texts("blocks"), Range: n.head}
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

func (l *loader) build(n *node) *Build {
	b := &Build{
		Kind: BuildKind(n.label(0)), Name: buildName(n), Toolchain: refers(l, n, "toolchain", l.ws.Toolchains),
		ISA: n.text("isa"), Version: n.text("version"), Directory: n.text("directory"), Options: n.pairs("options"), Targets: n.texts("targets"),
		Variables: n.pairs("variables"), Needs: n.texts("needs"), Sources: n.texts("sources"),
		MemoryBytes: n.number("memory", 0), Jobs: int(n.number("jobs", 0)), Range: n.head,
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
		Base: n.text("base"), Healthcheck: n.texts("healthcheck"),
		Entrypoint: n.texts("entrypoint"), Command: n.texts("command"), User: n.text("user"),
		WorkingDir: n.text("working_dir"), Labels: n.pairs("labels"), Compression: n.text("compression"), Range: n.head,
	}
	if i.Compression == "" {
		i.Compression = "gzip"
	}
	return i
}
