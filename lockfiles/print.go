package lockfiles

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"cairn/digest"
	"cairn/internal/atomicfile"
)

// formatVersion is the format attribute of every lock. A reader refuses any other.
const formatVersion = 1

// Write replaces the file at path with the lock, atomically. A file that holds it
// already is left alone.
func Write(path string, l *Lock) error {
	content := l.Bytes()
	old, err := os.ReadFile(path)
	if err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return atomicfile.Write(path, content, 0o644)
}

// Bytes returns the canonical text: sorted, aligned as hclwrite formats, LF only.
// A variant's block says only what differs from the stack itself.
func (l *Lock) Bytes() []byte {
	p := &printer{}
	p.line("# Written by \"cairn lock %s\". Never edit it: run that again.", l.Stack)
	p.line("")
	p.number("format", formatVersion)
	p.text("stack", l.Stack)
	p.text("layer_format", l.LayerFormat)
	var base *View
	for _, v := range l.Views {
		if v.Variant == "" {
			base = v
			p.view(v, &View{})
		}
	}
	for _, v := range l.Views {
		if v.Variant != "" && base != nil {
			p.open("variant", v.Variant)
			p.view(v, base)
			p.close()
		}
	}
	return format(p.out.Bytes())
}

// printer writes HCL that hclwrite.Format then aligns.
type printer struct{ out bytes.Buffer }

func (p *printer) line(format string, args ...any) { fmt.Fprintf(&p.out, format+"\n", args...) }

func (p *printer) text(name, value string) { p.line("%s = %s", name, quote(value)) }

func (p *printer) optional(name, value string) {
	if value != "" {
		p.text(name, value)
	}
}

func (p *printer) digest(name string, d digest.Digest) { p.text(name, d.String()) }

func (p *printer) number(name string, n int64) { p.line("%s = %s", name, strconv.FormatInt(n, 10)) }

func (p *printer) flag(name string, set bool) {
	if set {
		p.line("%s = true", name)
	}
}

func (p *printer) list(name string, values []string) {
	if len(values) == 0 {
		return
	}
	p.line("%s = [", name)
	for _, v := range values {
		p.line("%s,", quote(v))
	}
	p.line("]")
}

func (p *printer) pairs(name string, values map[string]string) {
	if len(values) == 0 {
		return
	}
	p.line("%s = {", name)
	for _, key := range slices.Sorted(maps.Keys(values)) {
		p.line("%s = %s", quote(key), quote(values[key]))
	}
	p.line("}")
}

func (p *printer) open(kind, label string) {
	p.line("")
	p.line("%s %s {", kind, quote(label))
}

func (p *printer) close() { p.line("}") }

// view writes what v has and base has not, and names what base has and v has not.
func (p *printer) view(v, base *View) {
	p.digest("definition", v.Definition)
	p.list("without", without(v, base))
	var moved []Attribute
	for _, a := range v.Attributes {
		if value, ok := base.attribute(a.Path); !ok || value != a.Value {
			moved = append(moved, a)
		}
	}
	if len(moved) > 0 {
		p.line("")
		p.line("attributes = {")
		for _, a := range moved {
			p.line("%s = %s", quote(a.Path), quote(a.Value))
		}
		p.line("}")
	}
	for i := range v.Components {
		c := &v.Components[i]
		if old, ok := base.Component(c.Name); !ok || !equal((*printer).component, c, old) {
			p.component(c)
		}
	}
	for i := range v.Toolchains {
		t := &v.Toolchains[i]
		if old, ok := base.Toolchain(t.Name); !ok || !equal((*printer).toolchain, t, old) {
			p.toolchain(t)
		}
	}
	if v.Python != nil && (base.Python == nil || !equal((*printer).python, v.Python, base.Python)) {
		p.python(v.Python)
	}
}

// equal compares two entries by what would be written of them.
func equal[T any](write func(*printer, *T), a, b *T) bool {
	var ofA, ofB printer
	write(&ofA, a)
	write(&ofB, b)
	return bytes.Equal(ofA.out.Bytes(), ofB.out.Bytes())
}

// without lists what base has and v has not: attributes by path, components and
// toolchains as "component.NAME" and "toolchain.NAME" with a "*" after it, which no
// attribute's path ends in.
func without(v, base *View) []string {
	var names []string
	for _, a := range base.Attributes {
		if _, ok := v.attribute(a.Path); !ok {
			names = append(names, a.Path)
		}
	}
	for _, c := range base.Components {
		if _, ok := v.Component(c.Name); !ok {
			names = append(names, "component."+c.Name+".*")
		}
	}
	for _, t := range base.Toolchains {
		if _, ok := v.Toolchain(t.Name); !ok {
			names = append(names, "toolchain."+t.Name+".*")
		}
	}
	if base.Python != nil && v.Python == nil {
		names = append(names, "python.*")
	}
	slices.Sort(names)
	return names
}

// attribute returns the value of an attribute of the view.
func (v *View) attribute(path string) (string, bool) {
	i, ok := slices.BinarySearchFunc(v.Attributes, path, func(a Attribute, path string) int {
		return strings.Compare(a.Path, path)
	})
	if !ok {
		return "", false
	}
	return v.Attributes[i].Value, true
}

func (p *printer) component(c *Component) {
	p.open("component", c.Name)
	p.text("upstream", c.Pin.Upstream)
	p.optional("git", c.Pin.Git)
	p.optional("embedded", c.Pin.Embedded)
	p.text("commit", c.Source.Commit.String())
	p.text("tree", c.Source.Tree.String())
	p.list("exclude", c.Pin.Exclude)
	p.flag("submodules", c.Pin.Submodules)
	for _, s := range c.Source.Submodules {
		p.open("submodule", s.Path)
		p.text("url", s.URL)
		p.text("commit", s.Commit.String())
		p.text("tree", s.Tree.String())
		p.close()
	}
	for _, patch := range c.Patches {
		p.open("patch", patch.Name)
		p.digest("sha256", patch.SHA256)
		if patch.Skipped {
			p.flag("skipped", true)
		} else {
			p.digest("decoded_sha256", patch.DecodedSHA256)
			p.text("tree", patch.Tree.String())
		}
		p.close()
	}
	p.close()
}

func (p *printer) toolchain(t *Toolchain) {
	p.open("toolchain", t.Name)
	p.text("kind", t.Kind)
	p.flag("impure", t.Impure)
	p.optional("pending", t.Pending)
	p.pairs("build_variables", t.BuildVariables)
	p.pairs("run_variables", t.RunVariables)
	for _, r := range t.Releases {
		p.open("release", r.URL)
		p.digest("sha256", r.SHA256)
		p.close()
	}
	for _, pkg := range t.Packages {
		p.open("package", pkg.Name)
		p.text("version", pkg.Version)
		p.text("path", pkg.Path)
		p.number("size", pkg.SizeBytes)
		p.digest("sha256", pkg.SHA256)
		p.close()
	}
	p.close()
}
