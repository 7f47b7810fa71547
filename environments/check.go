package environments

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"cairn/builder/artifact"
)

// CheckLoader asks of every ELF object of the environment whether the dynamic
// loader would find each library that it needs, and only one. Programs are
// followed through all that they bring in; libraries that no program reaches are
// tried as dlopen(3) would, alone. Nothing is run. What it finds wrong is a
// *LoaderError; files of other machines are passed over.
func (e *Environment) CheckLoader(ctx context.Context) (LoaderReport, error) {
	view, err := NewView(e.mounts())
	if err != nil {
		return LoaderReport{}, err
	}
	c := check{
		loader:    newLoader(view, e.variables["LD_LIBRARY_PATH"]),
		libraries: map[string]string{},
		missing:   map[string][]string{},
		files:     map[string][]string{},
	}
	objects, err := c.read(ctx, e.root)
	if err != nil {
		return LoaderReport{}, err
	}
	reached := map[string]bool{}
	for _, programs := range []bool{true, false} {
		for _, o := range objects {
			if o.program != programs || reached[o.path] && !programs {
				continue
			}
			if err := ctx.Err(); err != nil {
				return LoaderReport{}, err
			}
			if err := c.start(o, reached); err != nil {
				return LoaderReport{}, err
			}
		}
	}
	report := LoaderReport{Objects: len(objects)}
	for _, name := range slices.Sorted(maps.Keys(c.libraries)) {
		report.Libraries = append(report.Libraries, Library{Name: name, Path: c.libraries[name]})
	}
	fault := &LoaderError{Unreadable: c.unreadable}
	for _, name := range slices.Sorted(maps.Keys(c.missing)) {
		wanted := slices.Compact(slices.Sorted(slices.Values(c.missing[name])))
		if at := c.files[name]; len(at) > 0 && allModules(wanted) && allModules(at) {
			report.Imported = append(report.Imported, Library{Name: name, Path: at[0]})
			c.libraries[name] = at[0]
			continue
		}
		if slices.Contains(e.optional, name) {
			report.Absent = append(report.Absent, name)
			continue
		}
		fault.Missing = append(fault.Missing, MissingLibrary{Name: name, WantedBy: wanted, Elsewhere: c.files[name]})
	}
	if fault.Duplicates, err = c.duplicates(); err != nil {
		return LoaderReport{}, err
	}
	if len(fault.Missing)+len(fault.Duplicates)+len(fault.Unreadable) > 0 {
		return report, fault
	}
	return report, nil
}

// allModules says that all files are of packages of Python. A module of one package may
// need a library of another that is in no folder of its own: importing the other first
// (import torch) loads it, and the loader takes a library that is loaded by its soname
// (dlopen(3), "if the same shared object is opened again").
func allModules(files []string) bool {
	return !slices.ContainsFunc(files, func(file string) bool { return !strings.Contains(file, "/site-packages/") })
}

type check struct {
	*loader
	libraries  map[string]string   // needed name → path inside
	missing    map[string][]string // needed name → who wants it
	files      map[string][]string // base name → real paths inside the environment
	unreadable []string
}

// read reads all objects of the root, in the order of their paths, and notes
// under which names its files can be found.
func (c *check) read(ctx context.Context, root string) (objects []*object, err error) {
	err = filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return errors.Join(err, ctx.Err())
		}
		below, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		name := path.Join(Prefix, filepath.ToSlash(below))
		host, inside, ok := c.view.Find(name)
		if _, own := cutDir(inside, Prefix); !ok || !own {
			return nil // a link into nothing, or into the base system
		}
		o, err := c.loader.read(host, inside)
		switch {
		case errors.Is(err, errNotLoadable):
			return nil
		case err != nil:
			c.unreadable = append(c.unreadable, strings.TrimPrefix(err.Error(), "loader check: "))
			return nil
		}
		if !slices.Contains(c.files[path.Base(name)], inside) {
			c.files[path.Base(name)] = append(c.files[path.Base(name)], inside)
		}
		if inside == name {
			objects = append(objects, o)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("loader check: %w", err)
	}
	return objects, nil
}

func (c *check) start(o *object, reached map[string]bool) error {
	p, err := c.loader.start(o)
	if err != nil {
		return err
	}
	maps.Copy(reached, p.reached)
	maps.Copy(c.libraries, p.libraries)
	for _, m := range p.missing {
		c.missing[m.name] = append(c.missing[m.name], m.by)
	}
	return nil
}

// duplicates compares the files that share a needed name. Equal bytes are no
// fault: whichever is found, the same code runs.
func (c *check) duplicates() (found []DuplicateLibrary, err error) {
	for _, name := range slices.Sorted(maps.Keys(c.libraries)) {
		paths := c.files[name]
		for _, other := range paths[min(1, len(paths)):] {
			same, _, err := artifact.SameBytes(c.view.host(paths[0]), c.view.host(other))
			if err != nil {
				return nil, fmt.Errorf("loader check: %w", err)
			}
			if !same {
				found = append(found, DuplicateLibrary{Name: name, Paths: paths})
				break
			}
		}
	}
	return found, nil
}
