package stacks

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Load reads all *.hcl files at the top of fsys, except *.lock.hcl, in sorted
// order, and checks them together. The folder "results" is left to LoadResults. Name
// is how messages call the workspace; it is joined before the file names in ranges.
// Version is the binary's own, held against required_version of the cairn block
// before anything else: where it does not satisfy it, that is the only fault
// reported. An empty version, or one that is no version ("devel"), satisfies
// everything.
//
// All faults of all files are reported at once, in the order of file and line.
// A fault's Extra is a Place. Nothing is evaluated and nothing but fsys is read.
//
// The workspace is never nil; where the diagnostics have errors, only its Name,
// Files and Sources may be used.
func Load(name string, fsys fs.FS, version string) (*Workspace, hcl.Diagnostics) {
	return load(name, fsys, version, nil)
}

// load is Load of the definitions that matter; nil for all.
func load(name string, fsys fs.FS, version string, matters func(src []byte) bool) (*Workspace, hcl.Diagnostics) {
	l := &loader{ws: emptyWorkspace(name, fsys), matters: matters}
	bodies := l.parseAll()
	if old := l.tooOld(bodies, version); old != nil {
		return l.ws, hcl.Diagnostics{old}
	}
	root := &node{schema: language}
	for _, body := range bodies {
		r := &reader{faults: &l.faults}
		file := &node{schema: language}
		r.body(file, body)
		root.blocks = append(root.blocks, file.blocks...)
	}
	l.workspace(root)
	return l.ws, l.sorted()
}

// Place names the block that a fault is in, outermost first:
// `stack "qwen36" / component "llama"`. It is the Extra of Load's diagnostics.
type Place string

// loader carries what one Load has so far.
type loader struct {
	faults
	ws *Workspace
	// matters tells the files that are parsed; nil is all.
	matters func(src []byte) bool
	// partial says that a file could not be read whole, so that names may be
	// missing that are there: references to unknown names are then not reported.
	partial bool
	bytes   int                         // of all files read so far
	decoded int                         // values and blocks of all stacks so far; see affords
	folders map[string][]string         // what is in folders of patches, for guesses
	defined map[string][]string         // names by type, sorted, for faults
	nodes   map[string]map[string]*node // by type and name, what references name
	ranges  map[string]hcl.Range        // of what stacks refer to, by attribute path
}

func emptyWorkspace(name string, fsys fs.FS) *Workspace {
	return &Workspace{
		Name: name, Files: fsys, Lockfiles: "lockfiles",
		Sources:     map[string][]byte{},
		Upstreams:   map[string]*Upstream{},
		Archives:    map[string]*Archive{},
		Distros:     map[string]*Distro{},
		Toolchains:  map[string]*Toolchain{},
		Models:      map[string]*Model{},
		Indexes:     map[string]*Index{},
		PackageSets: map[string]*PackageSet{},
		Licences:    map[string]*Licence{},
		Stacks:      map[string]*Stack{},
		Results:     map[string]*Result{},
		merged:      map[string]*Stack{},
	}
}

// parseAll returns the bodies of all definitions that could be read at all.
func (l *loader) parseAll() []*hclsyntax.Body {
	bodies := l.parseFolder(".")
	if len(l.ws.Sources) == 0 && !l.partial {
		l.add(&hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "No definitions",
			Detail: fmt.Sprintf("%s holds no *.hcl file. Name a workspace's folder, or none for what the program carries.", l.ws.Name),
		})
	}
	return bodies
}

// parseFolder returns the bodies of all *.hcl files of a folder, "." for the top,
// that could be read at all.
func (l *loader) parseFolder(folder string) []*hclsyntax.Body {
	entries, err := fs.ReadDir(l.ws.Files, folder)
	if err != nil {
		l.unreadable("Unreadable workspace", path.Join(l.ws.Name, folder), err)
		return nil
	}
	var bodies []*hclsyntax.Body
	for _, entry := range entries { // sorted, as fs.ReadDir promises
		name := path.Join(folder, entry.Name())
		if !strings.HasSuffix(name, ".hcl") || strings.HasSuffix(name, ".lock.hcl") || entry.IsDir() {
			continue
		}
		filename := path.Join(l.ws.Name, name)
		src, err := l.readFile(name)
		if errors.Is(err, errOversized) {
			l.partial = true
			l.add(oversized(filename, maxFileBytes))
			continue
		}
		if err != nil {
			l.unreadable("Unreadable file", name, err)
			continue
		}
		if l.bytes += len(src); l.bytes > maxWorkspaceBytes {
			l.unreadable("Oversized workspace", name, fmt.Errorf("the files before it and it have more than %d bytes", maxWorkspaceBytes))
			return bodies
		}
		if l.matters != nil && !l.matters(src) {
			continue
		}
		l.ws.Sources[filename] = src
		body, diags := parse(filename, src)
		for _, d := range diags {
			l.add(d)
		}
		l.partial = l.partial || diags.HasErrors()
		if body != nil {
			bodies = append(bodies, body)
		}
	}
	return bodies
}

var errOversized = errors.New("larger than a definition may be")

// readFile reads a file; the error is errOversized where it has more than maxFileBytes.
func (l *loader) readFile(name string) ([]byte, error) {
	info, err := fs.Stat(l.ws.Files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	if info.Size() > maxFileBytes {
		return nil, errOversized
	}
	return fs.ReadFile(l.ws.Files, name)
}

func (l *loader) unreadable(summary, name string, err error) {
	l.partial = true
	l.add(&hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: summary,
		Detail: fmt.Sprintf("%s cannot be read: %v.", name, err),
	})
}

// tooOld reads required_version wherever it stands, and returns the fault that
// the binary's version does not satisfy it. What else is wrong is for later: a
// file for a newer cairn may hold what this one cannot know.
func (l *loader) tooOld(bodies []*hclsyntax.Body, version string) *hcl.Diagnostic {
	for _, body := range bodies {
		for _, block := range body.Blocks {
			attr := block.Body.Attributes["required_version"]
			if block.Type != "cairn" || attr == nil {
				continue
			}
			silent := &reader{faults: &faults{}}
			it, ok := silent.text(nil, attr.Expr, false)
			if !ok {
				continue
			}
			constraints, err := parseConstraints(it.s)
			if err != nil || satisfies(version, constraints) {
				continue
			}
			context := block.Range()
			return &hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "Unsupported version of cairn",
				Detail:  fmt.Sprintf("This workspace asks for cairn %s, and this is %s. Install a version that satisfies it; nothing else was read.", it.s, version),
				Subject: &it.rng, Context: &context, Extra: Place("cairn"),
			}
		}
	}
	return nil
}
