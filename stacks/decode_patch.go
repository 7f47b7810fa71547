package stacks

import (
	"fmt"
	"io/fs"
	"path"
)

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
	known, seen := setOf(have), map[string]bool{}
	for _, it := range v.items {
		switch {
		case !known[it.s]:
			l.in(n, it.rng, "No such variant", l.haveText("Variants of this stack are", have, it.s, quote))
		case seen[it.s]:
			l.in(n, it.rng, "Duplicate name", fmt.Sprintf("%s is in the list already.", quote(it.s)))
		}
		seen[it.s] = true
	}
}

// patchFile reports a patch of the workspace that is not in its folder.
func (l *loader) patchFile(v *value) {
	info, err := fs.Stat(l.ws.Files, v.text.s)
	if err == nil && info.Mode().IsRegular() {
		return
	}
	detail := fmt.Sprintf("The workspace has no file %s.", quote(v.text.s))
	if err == nil {
		detail = fmt.Sprintf("%s is not a file.", quote(v.text.s))
	} else if names := l.siblings(v.text.s); l.mayGuess(len(names)) {
		base := path.Base(v.text.s)
		detail += didYouMean(base, names, func(s string) string { return quote(path.Join(path.Dir(v.text.s), s)) })
	}
	l.at(v, "No such patch file", detail+" A patch of an archive names it: archive = archive.NAME.")
}

// siblings returns the names of the files beside a path.
func (l *loader) siblings(name string) []string {
	folder := path.Dir(name)
	if names, known := l.folders[folder]; known {
		return names
	}
	entries, _ := fs.ReadDir(l.ws.Files, folder) // none where it cannot be read
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if l.folders == nil {
		l.folders = map[string][]string{}
	}
	l.folders[folder] = names
	return names
}
