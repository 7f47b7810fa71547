package lockfiles

import (
	"fmt"
	"slices"
	"strings"

	"cairn/digest"
	"cairn/stacks"
)

// Python is a python block as locked.
type Python struct {
	// Version is the interpreter's, "3.12", as the definition has it.
	Version string
	// Resolver is the file of the program that resolved; nil where nothing could be.
	Resolver *Distribution
	// Pending are requirements that could not be resolved, sorted by name: what needs
	// them is blocked.
	Pending []PendingRequirement
	// Wheels are installed as they are, Sdists are built first; sorted by name.
	Wheels, Sdists []Distribution
}

// Distribution is one file of a package index: a wheel or a source distribution.
type Distribution struct {
	Name      string // of the package, normalised (PEP 503)
	Version   string
	File      string // its name
	SHA256    digest.Digest
	SizeBytes int64 // 0 where the index does not tell it
	// Index is the name of the index, never an address; stacks.DefaultIndex is left out
	// where a lock is written.
	Index string
}

// PendingRequirement is a requirement without a file.
type PendingRequirement struct {
	Name        string // of the package, normalised
	Requirement string // as the definition has it
	Index       string
	Reason      string // in words that are the same on every machine
}

func comparePending(a, b PendingRequirement) int { return strings.Compare(a.Name, b.Name) }

func compareDistributions(a, b Distribution) int { return strings.Compare(a.Name, b.Name) }

// sort puts entries into their order.
func (p *Python) sort() {
	slices.SortFunc(p.Pending, comparePending)
	slices.SortFunc(p.Wheels, compareDistributions)
	slices.SortFunc(p.Sdists, compareDistributions)
}

func (p *printer) python(py *Python) {
	p.open("python", py.Version)
	if py.Resolver != nil {
		p.distribution("resolver", py.Resolver)
	}
	for _, r := range py.Pending {
		p.open("pending", r.Name)
		p.text("requirement", r.Requirement)
		p.text("index", r.Index)
		p.text("reason", r.Reason)
		p.close()
	}
	for i := range py.Sdists {
		p.distribution("sdist", &py.Sdists[i])
	}
	for i := range py.Wheels {
		p.distribution("wheel", &py.Wheels[i])
	}
	p.close()
}

func (p *printer) distribution(kind string, d *Distribution) {
	p.open(kind, d.Name)
	p.text("version", d.Version)
	p.text("file", d.File)
	p.number("size", d.SizeBytes)
	p.digest("sha256", d.SHA256)
	if d.Index != stacks.DefaultIndex {
		p.text("index", d.Index)
	}
	p.close()
}

// pythonOf reads the python block of a section; base's where it has none.
func (s *section) pythonOf(base *Python) *Python {
	out := base
	for i, b := range s.blocks("python") {
		if i > 0 {
			s.d.fault(b.DefRange(), "Duplicate block", "A stack has one python block.")
			continue
		}
		sub := s.d.section(b.Body, b.DefRange())
		out = &Python{Version: b.Labels[0], Sdists: sub.distributions("sdist"), Wheels: sub.distributions("wheel")}
		for j, r := range sub.distributions("resolver") {
			if j > 0 {
				s.d.fault(b.DefRange(), "Duplicate block", "One program resolves.")
			}
			out.Resolver = &r
		}
		for _, m := range sub.blocks("pending") {
			entry := s.d.section(m.Body, m.DefRange())
			out.Pending = append(out.Pending, PendingRequirement{
				Name: m.Labels[0], Requirement: entry.text("requirement"), Index: entry.text("index"), Reason: entry.text("reason"),
			})
			entry.end()
		}
		sub.end()
		out.sort()
	}
	return out
}

func (s *section) distributions(kind string) []Distribution {
	var out []Distribution
	for _, m := range s.blocks(kind) {
		entry := s.d.section(m.Body, m.DefRange())
		d := Distribution{
			Name: m.Labels[0], Version: entry.text("version"), File: entry.text("file"),
			SizeBytes: entry.number("size"), SHA256: entry.digest("sha256"), Index: entry.optional("index"),
		}
		if d.Index == "" {
			d.Index = stacks.DefaultIndex
		}
		if d.File == "." || d.File == ".." || strings.ContainsAny(d.File, "/\\\x00") {
			s.d.fault(entry.rangeOf("file"), "Unsuitable file name", "A file's name is wanted, without folders.")
		}
		out = append(out, d)
		entry.end()
	}
	return out
}

func flattenPython(out map[string]string, p *Python) {
	if p == nil {
		return
	}
	out["python.version"] = p.Version
	entry := func(at string, d *Distribution) {
		out[at] = fmt.Sprintf("%s %s of %s", d.File, d.SHA256, d.Index)
	}
	if p.Resolver != nil {
		entry("python.resolver", p.Resolver)
	}
	for _, r := range p.Pending {
		out["python.pending."+r.Name] = r.Requirement + ": " + r.Reason
	}
	for i := range p.Sdists {
		entry("python.sdist."+p.Sdists[i].Name, &p.Sdists[i])
	}
	for i := range p.Wheels {
		entry("python.wheel."+p.Wheels[i].Name, &p.Wheels[i])
	}
}
