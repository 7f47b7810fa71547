package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// edits measures, for each file of -edit, a line added to it by a patch of the stack: cairn
// locks and builds, the peer builds in its warm tree where the same line was added.
func (c *compared) edits(b *bench) error {
	ws := filepath.Join(b.dir, "workspace")
	head, rest, err := c.workspace(ws)
	if err != nil {
		return err
	}
	for _, file := range b.edits {
		source := filepath.Join(c.work, "source", file)
		before, err := os.ReadFile(source)
		if err != nil {
			return fmt.Errorf("-edit: %w", err)
		}
		if !bytes.HasSuffix(before, []byte("\n")) {
			return fmt.Errorf("-edit %s: its last line has no end", file)
		}
		n := 0 // both sides are given the same numbers
		change := func(n int) error {
			patch := editPatch(file, before, editLine(n))
			block := fmt.Sprintf("    patch %[1]q {\n      path   = \"patches/%[1]s.patch\"\n      sha256 = \"%[2]x\"\n    }\n", editName, sha256.Sum256(patch))
			return errors.Join(os.WriteFile(filepath.Join(ws, "patches", editName+".patch"), patch, 0o644),
				os.WriteFile(filepath.Join(ws, c.definition), []byte(head+block+rest), 0o644))
		}
		ours := func() (usage, error) {
			n++
			if err := change(n); err != nil {
				return usage{}, err
			}
			locked, err := timed(b.cairnCommand(c.built, "-C", ws, "lock", c.stack.Name))
			if err != nil {
				return usage{}, err
			}
			built, err := timed(b.cairnCommand(c.built, "-C", ws, "build", c.ref, "--jobs", fmt.Sprint(b.jobs)))
			return usage{wall: locked.wall + built.wall, cpu: locked.cpu + built.cpu, maxBytes: built.maxBytes}, err
		}
		theirs := func() (usage, error) {
			if err := os.WriteFile(source, append(bytes.Clone(before), editLine(n)...), 0o644); err != nil {
				return usage{}, err
			}
			return c.bare(b, c.compile(b))
		}
		for _, warm := range []func() (usage, error){ours, theirs} { // the files are read, the locks are there
			if _, err := warm(); err != nil {
				return fmt.Errorf("edit %s: %w", file, err)
			}
		}
		err = b.measure(pair{work: "edit " + file, peer: "cmake --build in a warm tree", goal: "≤ 2", ours: ours, theirs: theirs, processor: true})
		if err := errors.Join(err, os.WriteFile(source, before, 0o644)); err != nil {
			return err
		}
	}
	return nil
}

const editName = "bench-edit"

// editLine is code that reaches the object file, in C and in C++.
func editLine(n int) []byte {
	return fmt.Appendf(nil, "static const int cairn_bench_edit __attribute__((used)) = %d;\n", n)
}

// editPatch adds a line at the end of a file.
func editPatch(file string, before, line []byte) []byte {
	lines := strings.SplitAfter(strings.TrimSuffix(string(before), "\n"), "\n")
	context := lines[max(0, len(lines)-3):]
	var p bytes.Buffer
	fmt.Fprintf(&p, "diff --git a/%[1]s b/%[1]s\n--- a/%[1]s\n+++ b/%[1]s\n@@ -%[2]d,%[3]d +%[2]d,%[4]d @@\n", file, len(lines)-len(context)+1, len(context), len(context)+1)
	for _, text := range context {
		p.WriteString(" " + strings.TrimSuffix(text, "\n") + "\n")
	}
	p.WriteString("+" + string(line))
	return p.Bytes()
}

// workspace copies the embedded one with its locks. It returns the definition's text
// before and after the place of a last patch of the stack's component.
func (c *compared) workspace(dir string) (head, rest string, err error) {
	if err := os.CopyFS(dir, os.DirFS("stacks/definitions")); err != nil {
		return "", "", fmt.Errorf("run bench in the repository: %w", err)
	}
	if err := os.CopyFS(filepath.Join(dir, "lockfiles"), os.DirFS("lockfiles")); err != nil {
		return "", "", err
	}
	if err := os.WriteFile(filepath.Join(dir, "cairn.hcl"), []byte("cairn {}\n"), 0o644); err != nil {
		return "", "", err
	}
	content, err := os.ReadFile(filepath.Join(dir, c.definition))
	if err != nil {
		return "", "", err
	}
	text, at := string(content), 0
	for _, word := range []string{fmt.Sprintf("stack %q {", c.stack.Name), fmt.Sprintf("\n  component %q {\n", c.component.Name), "    build "} {
		found := strings.Index(text[at:], word)
		if found < 0 {
			return "", "", fmt.Errorf("%s: no %q", c.definition, word)
		}
		at += found
	}
	return text[:at], text[at:], nil
}
