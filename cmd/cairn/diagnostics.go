package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"

	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// diagnosticsError is what is wrong with a person's files: each fault is printed
// with its source line before the closing error line.
type diagnosticsError struct {
	what  string // "definition", "lock"
	diags hcl.Diagnostics
	// source returns the bytes of a file named in a range; nil where unknown.
	source func(name string) []byte
}

func (e *diagnosticsError) Error() string {
	faults := len(e.diags.Errs())
	if faults == 1 {
		return fmt.Sprintf("1 fault in the %s", e.what)
	}
	return fmt.Sprintf("%d faults in the %s", faults, e.what)
}

// fault is one of a person's faults, for programs.
type fault struct {
	Summary string `json:"summary"`
	Detail  string `json:"detail"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`   // counted from 1
	Column  int    `json:"column,omitempty"` // in characters, counted from 1
}

// list is every fault.
func (e *diagnosticsError) list() []fault {
	list := []fault{}
	for _, diag := range e.diags {
		if diag.Severity != hcl.DiagError {
			continue
		}
		f := fault{Summary: diag.Summary, Detail: diag.Detail}
		if diag.Subject != nil {
			f.File, f.Line, f.Column = diag.Subject.Filename, diag.Subject.Start.Line, diag.Subject.Start.Column
		}
		list = append(list, f)
	}
	return list
}

// write prints every diagnostic with the source around it.
func (e *diagnosticsError) write(w io.Writer, width int, colour bool) {
	files := map[string]*hcl.File{}
	shown := e.diags[:min(len(e.diags), maxShown)]
	for _, diag := range shown {
		if diag.Subject == nil || files[diag.Subject.Filename] != nil {
			continue
		}
		name := diag.Subject.Filename
		if src := e.source(name); src != nil && printable(name, src) {
			files[name] = &hcl.File{Bytes: src}
			// A file that does not parse still gives its lines.
			if parsed, _ := hclsyntax.ParseConfig(src, name, hcl.InitialPos); parsed != nil {
				if body, ok := parsed.Body.(*hclsyntax.Body); ok {
					files[name].Nav = navigation{body}
				}
			}
		}
	}
	var lines hcl.Diagnostics
	for _, diag := range shown {
		lines = append(lines, atOneLine(diag, files))
	}
	// Writing to a closed terminal has no one left to tell.
	_ = hcl.NewDiagnosticTextWriter(w, files, uint(width), colour).WriteDiagnostics(lines)
	if more := len(e.diags) - len(shown); more > 0 {
		fmt.Fprintf(w, "… and %d more\n\n", more)
	}
}

// atOneLine is a diagnostic that shows the one line at fault: of a block, which may be
// long, its header. The blocks around it stand above.
func atOneLine(diag *hcl.Diagnostic, files map[string]*hcl.File) *hcl.Diagnostic {
	if diag.Subject == nil {
		return diag
	}
	out, subject := *diag, *diag.Subject
	out.Context, out.Subject = nil, &subject
	file := files[subject.Filename]
	if subject.Start.Line == subject.End.Line || file == nil || subject.Start.Byte < 0 || subject.Start.Byte > len(file.Bytes) {
		return &out
	}
	line, _, _ := bytes.Cut(file.Bytes[subject.Start.Byte:], []byte{'\n'})
	line = bytes.TrimRight(line, "\r")
	subject.End = hcl.Pos{Line: subject.Start.Line, Column: subject.Start.Column + len(line), Byte: subject.Start.Byte + len(line)}
	return &out
}

// printable says whether lines of a file can be shown: it may be parsed again for the
// blocks that they are in, and none of them fills a terminal many times over.
func printable(name string, src []byte) bool {
	const maxLineBytes = 4096
	for line := range bytes.Lines(src) {
		if len(line) > maxLineBytes {
			return false
		}
	}
	return stacks.Guard(name, src) == nil
}

// maxShown is how many faults are printed: more than anybody reads.
const maxShown = 200

// navigation says in which blocks a place of a file is:
// stack "ember" / component "engine" / build "cmake".
type navigation struct{ body *hclsyntax.Body }

// ContextString is what hcl's diagnostic writer asks for.
func (n navigation) ContextString(offset int) string {
	for _, block := range n.body.Blocks {
		if !block.Range().ContainsPos(hcl.Pos{Byte: offset}) {
			continue
		}
		here := block.Type
		for _, label := range block.Labels {
			here += fmt.Sprintf(" %q", label)
		}
		if inner := (navigation{block.Body}).ContextString(offset); inner != "" {
			here += " / " + inner
		}
		return here
	}
	return ""
}

// sourceIn reads diagnostics' files from a workspace whose messages name them
// below prefix.
func sourceIn(files fs.FS, prefix string) func(string) []byte {
	return func(name string) []byte {
		for _, candidate := range []string{name, path.Base(name), relativeTo(prefix, name)} {
			if src, err := fs.ReadFile(files, candidate); err == nil {
				return src
			}
		}
		return nil
	}
}

func relativeTo(prefix, name string) string {
	if len(name) > len(prefix) && name[:len(prefix)] == prefix {
		return path.Clean(name[len(prefix)+1:])
	}
	return name
}
