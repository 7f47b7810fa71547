package stacks

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"cairn/digest"

	"github.com/hashicorp/hcl/v2"
)

// workspace turns the nodes of all files into the workspace.
func (l *loader) workspace(root *node) {
	l.nodes = map[string]map[string]*node{}
	firsts := map[string]*node{}
	for _, n := range root.blocks {
		if n.schema == cairnBlock {
			if first := firsts["cairn"]; first != nil {
				l.in(n, n.head, "Duplicate block", fmt.Sprintf("A workspace has one cairn block; the first is at %s.", at(first.head)))
				continue
			}
			firsts["cairn"] = n
			if folder := n.text("lockfiles"); folder != "" {
				l.ws.Lockfiles = folder
			}
			continue
		}
		byName := l.nodes[n.schema.name]
		if byName == nil {
			byName = map[string]*node{}
			l.nodes[n.schema.name] = byName
		}
		l.unique(byName, n, n.label(0), labelRange(n), n.schema.name)
	}
	// In the order of what refers to what.
	each(l, "upstream", l.ws.Upstreams, l.upstream)
	each(l, "archive", l.ws.Archives, l.archive)
	each(l, "distro", l.ws.Distros, l.distro)
	each(l, "toolchain", l.ws.Toolchains, l.toolchain)
	l.toolchainComponents()
	each(l, "model", l.ws.Models, l.model)
	each(l, "licence", l.ws.Licences, l.licence)
	each(l, "index", l.ws.Indexes, l.index)
	each(l, "package_set", l.ws.PackageSets, l.packageSet)
	l.ranges = map[string]hcl.Range{}
	for _, what := range []string{"upstream", "archive", "distro", "toolchain", "model", "index"} {
		for _, n := range l.nodes[what] {
			note(l.ranges, pathOf(n), n)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.nodes["stack"])) {
		l.stackAndVariants(l.nodes["stack"][name])
	}
	each(l, "result", l.ws.Results, l.result)
}

// each decodes the blocks of one type in the order of their names, so that
// faults come out the same every time.
func each[T any](l *loader, what string, into map[string]*T, decode func(*node) *T) {
	byName := l.nodes[what]
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		l.complete(byName[name])
		into[name] = decode(byName[name])
	}
}

// unique adds n under its name, or reports that the name is taken.
func (l *loader) unique(byName map[string]*node, n *node, name string, rng hcl.Range, what string) bool {
	if first := byName[name]; first != nil {
		l.in(n, rng, "Duplicate name", fmt.Sprintf("There is %s %s already, at %s.", article(what), quote(name), at(first.head)))
		return false
	}
	byName[name] = n
	return true
}

// labelRange returns the range of the first label, or of the head without one.
func labelRange(n *node) hcl.Range {
	if len(n.labels) > 0 {
		return n.labels[0].rng
	}
	return n.head
}

// complete reports the required attributes and blocks that a node and what it
// holds lack. Variants are held against it once they are merged.
func (l *loader) complete(n *node) {
	for _, a := range n.schema.attributes {
		if a.required && !n.has(a.name) {
			l.missing(n, a.name, a.doc)
		}
	}
	for _, b := range n.schema.blocks {
		if b.required && n.child(b.name) == nil {
			l.missingBlock(n, b)
		}
	}
	for _, b := range n.blocks {
		if b.schema != variantBlock {
			l.complete(b)
		}
	}
}

func (l *loader) missing(n *node, name, doc string) {
	l.in(n, n.head, "Missing attribute", fmt.Sprintf("The %s needs %s: %s.", n.schema.name, name, doc))
}

func (l *loader) missingBlock(n *node, b *blockSchema) {
	l.in(n, n.head, "Missing block", fmt.Sprintf("The %s needs %s block: %s.", n.schema.name, article(b.name), b.doc))
}

// refers resolves a reference of n; nil where it is absent or leads nowhere.
func refers[T any](l *loader, n *node, attribute string, there map[string]*T) *T {
	v := n.good(attribute)
	if v == nil {
		return nil
	}
	if found := there[v.text.s]; found != nil {
		return found
	}
	if l.partial {
		return nil
	}
	what := strings.TrimSuffix(n.schema.attribute(attribute).kind.doc, ".NAME") // as refKind has it
	summary := "No such " + what
	if what == "archive" {
		summary = "No such patch archive"
	}
	names, known := l.defined[what]
	if !known || len(names) != len(there) {
		names = slices.Sorted(maps.Keys(there))
		if l.defined == nil {
			l.defined = map[string][]string{}
		}
		l.defined[what] = names
	}
	if len(names) == 0 {
		l.at(v, summary, fmt.Sprintf("This workspace defines no %s at all. Write %s %s { … } in one of its files.", what, what, quote(v.text.s)))
		return nil
	}
	plural := string(what[0]-'a'+'A') + what[1:] + "s"
	l.at(v, summary, l.haveText(plural+" here are", names, v.text.s, func(s string) string { return what + "." + s }))
	return nil
}

func (l *loader) upstream(n *node) *Upstream {
	u := &Upstream{Name: n.label(0), Git: n.text("git"), Embedded: n.text("embedded"), Range: n.head}
	switch {
	case n.has("git") && n.has("embedded"):
		l.at(n.attrs["embedded"], "Conflicting attributes", "An upstream is at a URL or in the program: git or embedded, not both.")
	case !n.has("git") && !n.has("embedded"):
		l.in(n, n.head, "Missing attribute", "The upstream needs git, its URL, or embedded, the name of a history that the program carries.")
	}
	return u
}

func (l *loader) archive(n *node) *Archive {
	return &Archive{Name: n.label(0), Git: n.text("git"), Revision: n.commit("revision"), Range: n.head}
}

func (l *loader) distro(n *node) *Distro {
	d := &Distro{Name: n.label(0), Range: n.head}
	names := map[string]*node{}
	for _, apt := range n.children("apt") {
		l.unique(names, apt, apt.label(0), labelRange(apt), "repository")
		if v := apt.good("components"); v != nil && len(v.items) == 0 {
			l.at(v, "Empty list", "A repository has at least one component, usually \"main\".")
		}
		d.Apt = append(d.Apt, AptRepository{
			Name: apt.label(0), URL: apt.text("url"), Suite: apt.text("suite"),
			Components: apt.texts("components"), Fingerprint: apt.text("fingerprint"), Range: apt.head,
		})
	}
	return d
}

func (l *loader) toolchain(n *node) *Toolchain {
	t := &Toolchain{Name: n.label(0), Kind: AptToolchain, Packages: n.texts("packages"), Range: n.head}
	t.Distro = refers(l, n, "distro", l.ws.Distros)
	host, oneapi := n.child("host"), n.child("oneapi")
	if oneapi != nil {
		t.Kind, t.OneAPI = OneAPIToolchain, oneapi.text("version")
	}
	if host != nil {
		t.Kind, t.Programs = HostToolchain, host.texts("programs")
		if v := host.good("programs"); v != nil && len(v.items) == 0 {
			l.at(v, "Empty list", "Name the programs that builds call: their bytes are part of what a build is made of.")
		}
		if oneapi != nil {
			l.in(oneapi, oneapi.head, "Conflicting blocks", "A toolchain is the host's or a locked one: host or oneapi, not both.")
		}
		for _, name := range []string{"distro", "packages"} {
			if n.has(name) {
				l.in(n, n.attrs[name].name, "Conflicting attributes", "The host's toolchain has programs only: packages come from a distro, without the host block.")
			}
		}
		return t
	}
	if !n.has("distro") {
		l.missing(n, "distro", "where its packages come from (or a host block, for what is installed here)")
	}
	if v := n.attrs["packages"]; v == nil || v.null || !v.bad && len(v.items) == 0 {
		l.missing(n, "packages", "the roots of the closure")
	}
	return t
}

func (l *loader) model(n *node) *Model {
	m := &Model{
		Name: n.label(0), File: n.text("file"), SHA256: n.sha256("sha256"), Size: n.number("size", 0),
		Repository: n.text("repository"), Revision: n.commit("revision"),
		Hint: n.text("hint"), Unknown: n.text("unknown"), Range: n.head,
	}
	if n.has("revision") && !n.has("repository") {
		l.missing(n, "repository", "what the revision is of")
	}
	switch {
	case n.has("sha256") && n.has("unknown"):
		l.at(n.attrs["unknown"], "Conflicting attributes", "A model has a sha256 or the reason why it is unknown, not both.")
	case !n.has("sha256") && m.Unknown == "" && (n.attrs["unknown"] == nil || !n.attrs["unknown"].bad):
		l.in(n, n.head, "Missing attribute", "The model needs sha256, the digest of the file, or unknown, the reason why nobody knows it.")
	}
	return m
}

func (n *node) commit(name string) digest.GitID {
	id, _ := digest.ParseGitID(n.text(name)) // its kind has checked it
	return id
}

func (n *node) sha256(name string) digest.Digest {
	d, _ := digest.Parse(n.text(name)) // its kind has checked it
	return d
}
