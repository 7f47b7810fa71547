package main

import (
	"net/url"
	"slices"
	"strings"

	"cairn/containers"
	"cairn/digest"
	"cairn/lockfiles"
	"cairn/stacks"
)

// bill says what the stack's image is made of: sources with their patches, and the
// packages that it runs on.
func (w *workshop) bill() containers.Bill {
	b := containers.Bill{Name: w.stack.Ref(), Lock: w.lock.Digest(), Tool: version, SourceDateEpoch: sourceDateEpoch}
	for i := range w.view.Components {
		b.Materials = append(b.Materials, w.sourceMaterial(&w.view.Components[i]))
	}
	if entry := w.runtimeEntry(); entry != nil {
		for _, p := range entry.Packages {
			b.Materials = append(b.Materials, packageMaterial(entry, p))
		}
	}
	for _, d := range w.distributions() {
		b.Materials = append(b.Materials, containers.Material{
			Name: d.Name, Version: d.Version, SHA256: d.SHA256, Library: true, PackageURL: "pkg:pypi/" + d.Name + "@" + url.QueryEscape(d.Version),
		})
	}
	return b
}

// distributions are the Python packages of the stack, as locked.
func (w *workshop) distributions() []lockfiles.Distribution {
	if w.view.Python == nil {
		return nil
	}
	return append(slices.Clone(w.view.Python.Wheels), w.view.Python.Sdists...)
}

// componentBill is the part of the bill that is one component's: it does not move
// when another does.
func (w *workshop) componentBill(name string) (containers.Bill, bool) {
	entry, ok := w.view.Component(name)
	if !ok {
		return containers.Bill{}, false
	}
	key := digest.NewKey("cairn-component-bill-v1").String("name", name).GitID("tree", entry.PatchedTree())
	for _, p := range entry.Patches {
		key.String("patch", p.Name).Digest("sha256", p.SHA256)
	}
	return containers.Bill{
		Name: w.stack.Name + "/" + name, Version: entry.Source.Commit.String(), Identity: key.Sum(),
		Tool: version, SourceDateEpoch: sourceDateEpoch, Materials: []containers.Material{w.sourceMaterial(entry)},
	}, true
}

func (w *workshop) sourceMaterial(entry *lockfiles.Component) containers.Material {
	m := containers.Material{Name: entry.Name, Version: entry.Source.Commit.String(), Git: entry.Pin.Git, Commit: entry.Source.Commit.String()}
	m.PackageURL = sourceURL(entry)
	for _, p := range entry.Patches {
		if p.Skipped {
			continue
		}
		patch := containers.PatchMaterial{Name: p.Name, SHA256: p.SHA256, DecodedSHA256: p.DecodedSHA256}
		if def := w.patchDefinition(entry.Name, p.Name); def != nil {
			patch.Origin, patch.UpstreamStatus, patch.Resolves, patch.Reason = def.Origin, def.UpstreamStatus, def.Resolves, def.Reason
			if def.Archive != nil {
				patch.URL = "git+" + def.Archive.Git + "@" + def.Archive.Revision.String() + "#" + def.Path
			}
		}
		m.Patches = append(m.Patches, patch)
	}
	return m
}

func (w *workshop) patchDefinition(component, patch string) *stacks.Patch {
	for _, c := range w.stack.Components {
		if c.Name != component {
			continue
		}
		for _, p := range c.Patches {
			if p.Name == patch {
				return p
			}
		}
	}
	return nil
}

// sourceURL is a source's package URL (package-url/purl-spec, types github and generic).
func sourceURL(entry *lockfiles.Component) string {
	commit := entry.Source.Commit.String()
	if rest, ok := strings.CutPrefix(entry.Pin.Git, "https://github.com/"); ok {
		return "pkg:github/" + strings.ToLower(strings.TrimSuffix(rest, ".git")) + "@" + commit
	}
	purl := "pkg:generic/" + url.PathEscape(entry.Name) + "@" + commit
	if entry.Pin.Git != "" {
		purl += "?vcs_url=" + url.QueryEscape("git+"+entry.Pin.Git+"@"+commit)
	}
	return purl
}

// packageMaterial is one package of a closure.
func packageMaterial(entry *lockfiles.Toolchain, p lockfiles.Package) containers.Material {
	m := containers.Material{Name: p.Name, Version: p.Version, SHA256: p.SHA256, Library: true}
	m.PackageURL = "pkg:deb/" + distribution(entry) + "/" + url.PathEscape(p.Name) + "@" + url.QueryEscape(p.Version)
	if len(entry.Releases) == 1 { // of several the lock does not say which has it
		if base, _, ok := strings.Cut(entry.Releases[0].URL, "/dists/"); ok {
			m.URL = base + "/" + p.Path
		}
	}
	return m
}

// distribution is the namespace of a package URL's type deb: the vendor.
func distribution(entry *lockfiles.Toolchain) string {
	for _, r := range entry.Releases {
		if strings.Contains(r.URL, "ubuntu") {
			return "ubuntu"
		}
	}
	return "debian"
}
