package apt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// composeFormat names what composing makes of unpacked packages.
const composeFormat = "cairn-apt-root-v1"

// placed is one path of a root.
type placed struct {
	kind   byte   // 'd', 'f' or 'l'
	source string // of a file: on the host
	text   string // of a link, or of a file without source
	owner  int    // index of the package; -1 for what cairn makes
}

// composition is a root before it is written: a package's files never meet another's
// links on the host's disk.
type composition struct {
	packages []composed
	paths    map[string]*placed
}

// composed is a package's part.
type composed struct {
	name     string // "name version"
	stanza   string
	replaces []clause
}

// newComposition lays packages over each other, in the order of their names.
func newComposition(ctx context.Context, packages []Package, trees []string) (*composition, error) {
	c := &composition{paths: map[string]*placed{}}
	for i, p := range packages {
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		stanza, err := os.ReadFile(filepath.Join(trees[i], "control"))
		if err != nil {
			return nil, fmt.Errorf("compose %s: %w", p.Name, err)
		}
		part := composed{name: p.Name + " " + p.Version, stanza: strings.TrimSpace(string(stanza)) + "\n"}
		for f := range fields(part.stanza) {
			if f.name == "Replaces" {
				if part.replaces, err = parseClauses(f.value); err != nil {
					return nil, &FormatError{File: part.name, Reason: "Replaces: " + err.Error()}
				}
			}
		}
		c.packages = append(c.packages, part)
		if err := c.add(filepath.Join(trees[i], "root"), i); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// add lays one package's files over what is there.
func (c *composition) add(root string, owner int) error {
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == root {
			return err
		}
		new := &placed{kind: 'f', source: name, owner: owner}
		switch {
		case d.IsDir():
			new.kind = 'd'
		case d.Type()&fs.ModeSymlink != 0:
			new.kind = 'l'
			if new.text, err = os.Readlink(name); err != nil {
				return err
			}
		}
		return c.place(name[len(root)+1:], new)
	})
}

// place decides who has a path. As with dpkg, a file of a package that replaces the
// other's wins (policy 7.6.1), equal ones are no conflict, and anything else is.
func (c *composition) place(name string, new *placed) error {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if above := c.paths[dir]; above != nil && above.kind != 'd' {
			return c.conflict(dir, above, new)
		}
	}
	old := c.paths[name]
	switch {
	case old == nil || c.replaces(new, old):
		if old != nil && (old.kind == 'd' || new.kind == 'd') && old.kind != new.kind {
			return c.conflict(name, old, new)
		}
		c.paths[name] = new
		return nil
	case c.replaces(old, new):
		return nil
	}
	same, err := old.equals(new)
	if err != nil {
		return err
	}
	if !same {
		return c.conflict(name, old, new)
	}
	return nil
}

func (c *composition) conflict(name string, old, new *placed) error {
	return &FileConflictError{Path: "/" + name, First: c.packages[old.owner].name, Second: c.packages[new.owner].name}
}

func (p *placed) equals(other *placed) (bool, error) {
	if p.kind != other.kind || p.text != other.text {
		return false, nil
	}
	if p.kind != 'f' {
		return true, nil
	}
	a, err := os.ReadFile(p.source)
	if err != nil {
		return false, err
	}
	b, err := os.ReadFile(other.source)
	return bytes.Equal(a, b), err
}

// replaces says whether the package of a declares to replace that of b.
func (c *composition) replaces(a, b *placed) bool {
	if a.kind == 'd' && b.kind == 'd' {
		return false
	}
	name, version, _ := strings.Cut(c.packages[b.owner].name, " ")
	return slices.ContainsFunc(c.packages[a.owner].replaces, func(cl clause) bool {
		return cl[0].name == name && cl[0].admits(version)
	})
}

// make adds something of cairn's own, unless a package has it.
func (c *composition) make(name string, p placed) {
	if c.paths[name] != nil {
		return
	}
	p.owner = -1
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		above := c.paths[dir]
		if above == nil {
			c.paths[dir] = &placed{kind: 'd', owner: -1}
		} else if above.kind != 'd' {
			return
		}
	}
	c.paths[name] = &p
}

// write makes the root in the empty folder dir: files are hard links to those of the
// unpacked packages.
func (c *composition) write(ctx context.Context, dir string) error {
	for i, name := range slices.Sorted(maps.Keys(c.paths)) {
		if i%256 == 0 && context.Cause(ctx) != nil {
			return context.Cause(ctx)
		}
		if err := c.paths[name].write(filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("compose: %w", err)
		}
	}
	return nil
}

func (p *placed) write(target string) error {
	switch {
	case p.kind == 'd':
		return os.Mkdir(target, 0o755)
	case p.kind == 'l':
		return os.Symlink(p.text, target)
	case p.source == "":
		return os.WriteFile(target, []byte(p.text), 0o644)
	}
	err := os.Link(p.source, target)
	// Some file systems have no hard links, or no more of this file.
	if errors.Is(err, unix.EPERM) || errors.Is(err, unix.EMLINK) || errors.Is(err, unix.EOPNOTSUPP) || errors.Is(err, unix.EXDEV) {
		return copyAs(p.source, target)
	}
	return err
}

func copyAs(source, target string) error {
	info, err := os.Stat(source)
	if err != nil {
		return err
	}
	content, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	return os.WriteFile(target, content, info.Mode().Perm()|0o200)
}

// resolve follows a path through the links of the composition as the kernel would
// inside the root; "" if it leads nowhere.
func (c *composition) resolve(name string) string {
	return resolveLinks(name, func(name string) (kind byte, text string) {
		if p := c.paths[name]; p != nil {
			return p.kind, p.text
		}
		return 0, ""
	})
}

// maxLinks is how many links a path may go through, as in path_resolution(7).
const maxLinks = 40

// resolveLinks walks name, relative to a root, part by part; ".." of the root is the
// root. at tells what is at a clean path: 0 is nothing.
func resolveLinks(name string, at func(name string) (kind byte, text string)) string {
	rest := strings.Split(name, "/")
	var done []string
	for links := 0; len(rest) > 0; {
		part := rest[0]
		rest = rest[1:]
		switch part {
		case "", ".":
			continue
		case "..":
			done = done[:max(0, len(done)-1)]
			continue
		}
		kind, text := at(strings.Join(append(slices.Clone(done), part), "/"))
		switch kind {
		case 0:
			return ""
		case 'l':
			if links++; links > maxLinks {
				return ""
			}
			if path.IsAbs(text) {
				done = nil
			}
			rest = append(strings.Split(text, "/"), rest...)
		default:
			done = append(done, part)
		}
	}
	return strings.Join(done, "/")
}
