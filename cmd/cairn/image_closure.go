package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cairn/builder/apt"
	"cairn/containers"
	"cairn/digest"
	"cairn/lockfiles"
	"cairn/stacks"
)

// withheld is what of an image's inputs is not passed on.
type withheld struct {
	// stripped are the names of packages that are left out, sorted.
	stripped []string
	// files stand in the image in place of those that name them.
	files []containers.File
}

// runtimeClosure is the root that the stack's programs run on; nil where that is the
// host's, or where nobody said what of a build's toolchain they need.
func (w *workshop) runtimeClosure() *apt.Closure {
	entry := w.runtimeEntry()
	if entry == nil {
		return nil
	}
	closure, _ := w.request.Toolchains[entry.Name].(*apt.Closure)
	return closure
}

// runtimeEntry is the lock's entry of that closure, or nil.
func (w *workshop) runtimeEntry() *lockfiles.Toolchain { return runtimeEntryOf(w.view) }

// runtimeEntryOf reads from a lock alone which closure programs run on.
func runtimeEntryOf(view *lockfiles.View) *lockfiles.Toolchain {
	for _, a := range view.Attributes {
		if a.Path != "environment.runtime" {
			continue
		}
		if entry, ok := view.Toolchain(a.Value); ok && len(entry.Packages) > 0 {
			return entry
		}
	}
	return nil
}

// withhold holds what the image passes on against the workspace's licences. What may
// not be passed on is an error, or with strip is left out. Python's packages cannot be
// left out: they are installed as one.
func (w *workshop) withhold(strip bool) (*withheld, error) {
	out := &withheld{}
	for _, d := range w.distributions() {
		if l := w.workspace.WheelRestriction(d.Name); l != nil {
			return nil, w.refused([]string{d.Name + " (Python)"}, l, "leave it out of the python block: packages of Python are not stripped")
		}
	}
	entry := w.runtimeEntry()
	if w.stack.Image == nil || w.stack.Image.Base != "" || entry == nil {
		return out, nil
	}
	var licence *stacks.Licence
	for _, p := range entry.Packages {
		if l := w.workspace.Restriction(p.Name); l != nil {
			licence = l
			out.stripped = append(out.stripped, p.Name)
		}
	}
	if licence == nil || strip {
		return out, nil
	}
	return nil, w.refused(out.stripped, licence, "leave out what the stack runs without from its runtime toolchain, or say --strip")
}

func (w *workshop) refused(names []string, l *stacks.Licence, hint string) error {
	return &statusError{status: exitFailed, hint: hint,
		err: fmt.Errorf("%s of %s may not be passed on: %s: licence %q (%s): %s", plural(len(names), "package", "packages"),
			w.stack.Ref(), strings.Join(names, ", "), l.Name, l.Range, l.Reason)}
}

// closureLayers are the layers of the run-time closure: one for each origin that it
// has packages of, and for a closure of several a last one with what cairn made of
// all of them.
func (w *workshop) closureLayers(ctx context.Context, closure *apt.Closure, withheld *withheld) ([]containers.Layer, error) {
	entry := w.runtimeEntry()
	byOrigin := map[string][]string{}
	for _, p := range entry.Packages {
		if !slices.Contains(withheld.stripped, p.Name) {
			origin := containers.PackageOrigin(p.Name)
			byOrigin[origin] = append(byOrigin[origin], p.Name)
		}
	}
	whole := containers.Layer{Origin: containers.OriginBase, Tree: closure.Root(), Mount: "/", Content: closure.Tree()}
	if len(byOrigin) == 1 && len(withheld.stripped) == 0 {
		return []containers.Layer{whole}, nil
	}
	archive, err := w.openArchive()
	if err != nil {
		return nil, err
	}
	owners, err := archive.Owners(ctx, lockedClosure(entry))
	if err != nil {
		return nil, err
	}
	var layers []containers.Layer
	for _, origin := range containers.PackageOrigins() {
		names := byOrigin[origin]
		if len(names) == 0 {
			continue
		}
		has := map[string]bool{}
		for _, name := range names {
			has[name] = true
		}
		layer := whole
		layer.Origin = origin
		layer.Part = &containers.Part{
			Name: "packages " + digest.NewKey("cairn-part-v1").Strings("names", names).Sum().Hex(),
			Has:  func(path string) (bool, error) { return has[owners[path]], nil },
		}
		layers = append(layers, layer)
	}
	made, err := madeFiles(closure.Root(), owners, withheld.stripped)
	withheld.files = made
	return layers, err
}

// madeFiles are what of a root no package has: links, the loader's cache, dpkg's status
// without what was stripped.
func madeFiles(root string, owners map[string]string, stripped []string) ([]containers.File, error) {
	without := map[string]bool{}
	for _, name := range stripped {
		without[name] = true
	}
	var files []containers.File
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name := path[len(root)+1:]
		if _, owned := owners[name]; owned || name == "etc/passwd" || name == "etc/group" {
			return nil
		}
		file := containers.File{Path: "/" + name, Mode: 0o644, Source: path}
		switch {
		case d.Type() == fs.ModeSymlink:
			file.Source, file.Mode = "", fs.ModeSymlink|0o777
			file.Link, err = os.Readlink(path)
		case file.Path == containers.DpkgStatus && len(stripped) > 0:
			file.Source = ""
			var content []byte
			if content, err = os.ReadFile(path); err == nil {
				file.Content, err = containers.WithoutPackages(content, without)
			}
		}
		files = append(files, file)
		return err
	})
	return files, err
}
