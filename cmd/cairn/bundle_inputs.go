package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"cairn/bundles"
	"cairn/lockfiles"
	"cairn/sources"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// bundledLocks is where a bundle's workspace keeps its lock, wherever the exporting
// one had it.
const bundledLocks = "lockfiles"

// definition adds the files that define the stack and what it refers to, all patch files
// that these name, for a workspace is loaded whole, and the lock. Other stacks' files stay.
func (p *packing) definition(context.Context) error {
	for _, file := range sortedKeys(p.workspace.Sources) {
		name := path.Base(file) // definitions lie at the top of their folder
		content, err := withLocksIn(name, p.workspace.Sources[file], bundledLocks)
		if err != nil {
			return err
		}
		if err := p.addBytes(bundles.Workspace, name, content); err != nil {
			return err
		}
	}
	for _, name := range p.workspace.PatchFiles() {
		content, err := fs.ReadFile(p.workspace.Files, name)
		if err != nil {
			return fmt.Errorf("patch file %s: %w", name, err)
		}
		if err := p.addBytes(bundles.Workspace, name, content); err != nil {
			return err
		}
	}
	return p.addBytes(bundles.Workspace, bundledLocks+"/"+p.stack.Name+lockfiles.Suffix, p.lock.Bytes())
}

// withLocksIn changes the one attribute that says where locks are, where a file has it.
func withLocksIn(name string, content []byte, folder string) ([]byte, error) {
	if !bytes.Contains(content, []byte("lockfiles")) {
		return content, nil
	}
	file, diags := hclwrite.ParseConfig(content, name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diags
	}
	for _, block := range file.Body().Blocks() {
		if block.Type() == "cairn" && block.Body().GetAttribute("lockfiles") != nil {
			block.Body().SetAttributeValue("lockfiles", cty.StringVal(folder))
		}
	}
	return file.Bytes(), nil
}

// sources adds the git objects that the locked sources and patch files are made of,
// and no others: they are brought, and proved, into repositories of their own first.
func (p *packing) sources(ctx context.Context) (err error) {
	var urls []string
	for _, component := range p.view.Components {
		urls = append(urls, component.Pin.Git)
		for _, submodule := range component.Source.Submodules {
			urls = append(urls, submodule.URL)
		}
	}
	for _, component := range p.stack.Components {
		for _, patch := range component.Patches {
			if patch.Archive != nil && patch.Applies(p.stack.Variant) {
				urls = append(urls, archivePin(patch.Archive).Git)
			}
		}
	}
	slices.Sort(urls)
	urls = slices.DeleteFunc(slices.Compact(urls), func(url string) bool { return url == "" })
	var mirrors []sources.Mirror
	for _, url := range urls {
		mirrors = append(mirrors, sources.Mirror{Prefix: url, Target: "file://" + filepath.Join(p.store.Dir(), "git", sources.Folder(url))})
	}
	apart, err := sources.Open(sources.Options{Dir: filepath.Join(p.dir, "git"), Mirrors: mirrors, Offline: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, apart.Close()) }()
	for _, component := range p.view.Components {
		if component.Pin.Git == "" {
			continue
		}
		if _, err := apart.Source(ctx, component.Pin); err != nil {
			return err
		}
	}
	for _, component := range p.stack.Components {
		for _, patch := range component.Patches {
			if patch.Archive == nil || !patch.Applies(p.stack.Variant) {
				continue
			}
			// Through the store first: it may not have the file yet.
			if _, err := p.patchFile(ctx, patch); err != nil {
				return err
			}
			if _, err := apart.File(ctx, archivePin(patch.Archive), patch.Path); err != nil {
				return err
			}
		}
	}
	for _, url := range urls {
		f, err := p.file()
		if err != nil {
			return err
		}
		if err := sources.WriteObjects(ctx, filepath.Join(p.dir, "git", sources.Folder(url)), f); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		p.add(bundles.Git, url, f.Name())
	}
	return nil
}

// closures adds the packages of the stack's closures and the indexes that prove them.
func (p *packing) closures(ctx context.Context) error {
	for _, def := range p.stack.Toolchains() {
		entry, ok := p.view.Toolchain(def.Name)
		if !ok || len(entry.Packages) == 0 {
			continue
		}
		archive, err := p.openArchive()
		if err != nil {
			return err
		}
		l := lockedClosure(entry)
		if err := archive.Fetch(ctx, l); err != nil { // also where the root stands already
			return err
		}
		held := map[string]bool{}
		for _, pkg := range entry.Packages {
			if licence := p.workspace.Restriction(pkg.Name); licence != nil {
				held[pkg.SHA256.String()] = true
				p.stripped = append(p.stripped, bundles.Stripped{Name: pkg.Name + " " + pkg.Version, SHA256: pkg.SHA256, Licence: licence.Name, Reason: licence.Reason})
			}
		}
		for _, d := range archive.Digests(def, l) {
			// Trees among them are made of the packages again.
			if _, ok := p.store.File(d); ok && !held[d.String()] {
				if err := p.stored(d); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// wheels adds the locked wheels and source distributions.
func (p *packing) wheels(context.Context) error {
	if p.view.Python == nil {
		return nil
	}
	for _, d := range append(slices.Clone(p.view.Python.Wheels), p.view.Python.Sdists...) {
		if licence := p.workspace.WheelRestriction(d.Name); licence != nil {
			p.stripped = append(p.stripped, bundles.Stripped{Name: d.Name + " " + d.Version, SHA256: d.SHA256, Licence: licence.Name, Reason: licence.Reason})
			continue
		}
		if err := p.stored(d.SHA256); err != nil {
			return err
		}
	}
	return nil
}

// copyInto copies a file under a name of a folder, making folders on the way.
func copyInto(dir, name, from string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	to := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o644)
}
