package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/internal/atomicfile"
	"cairn/stacks"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newDocsCommand(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "docs",
		GroupID: groupMachine,
		Short:   "Write man pages, or the reference of the language",
		Args:    noSuchCommand,
		RunE:    showHelp,
	}
	c.AddCommand(&cobra.Command{
		Use:     "man DIR",
		Short:   "Write a man page for every command to DIR",
		Example: "  cairn docs man ~/.local/share/man/man1",
		Args:    exactArgs("a folder DIR"),
		RunE:    func(c *cobra.Command, args []string) error { return runDocsMan(s, c.Root(), args[0]) },
	}, &cobra.Command{
		Use:     "language",
		Short:   "Print the reference of the language that definitions are written in",
		Long:    "Print the reference of the language that definitions are written in, from the table\nby which they are read, as Markdown or with --json.",
		Example: "  cairn docs language | less",
		Args:    exactArgs(),
		RunE: func(*cobra.Command, []string) error {
			if s.json {
				return s.printJSON(stacks.Reference())
			}
			_, err := s.stdout.Write(languageReference(stacks.Reference()))
			return err
		},
	})
	return c
}

// manDate is on every page: pages of one version are the same whenever they are written.
var manDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func runDocsMan(s *session, root *cobra.Command, dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	root.DisableAutoGenTag = true
	pages := 0
	var write func(c *cobra.Command) error
	write = func(c *cobra.Command) error {
		if !c.IsAvailableCommand() && c != root {
			return nil
		}
		var page bytes.Buffer
		header := &doc.GenManHeader{Title: strings.ToUpper(strings.ReplaceAll(c.CommandPath(), " ", "-")), Section: "1", Source: "cairn " + version, Manual: "cairn", Date: &manDate}
		if err := doc.GenMan(c, header, &page); err != nil {
			return err
		}
		pages++
		name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
		if err := atomicfile.Write(filepath.Join(dir, name), page.Bytes(), 0o644); err != nil {
			return err
		}
		for _, child := range c.Commands() {
			if err := write(child); err != nil {
				return err
			}
		}
		return nil
	}
	if err := write(root); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(map[string]any{"output": dir, "pages": pages})
	}
	s.stage("written", fmt.Sprintf("%s: %s", dir, plural(pages, "page", "pages")), 0)
	return nil
}

// languageReference is the reference as a page.
func languageReference(blocks []stacks.BlockReference) []byte {
	var page bytes.Buffer
	page.WriteString("# The language\n\nDefinitions are HCL: blocks with labels, attributes, references (`toolchain.NAME`). This page is made by\n`cairn docs language` from the table that definitions are read by; `cairn validate` reports every fault of every\nfile at once, `cairn fmt` writes the one canonical format.\n")
	for _, block := range blocks {
		fmt.Fprintf(&page, "\n## %s\n\n    %s\n\n%s", block.Path, block.Form, sentence(block.Doc))
		switch {
		case block.Required && block.Once:
			page.WriteString(" Exactly one.")
		case block.Required:
			page.WriteString(" At least one.")
		case block.Once:
			page.WriteString(" At most one.")
		}
		page.WriteByte('\n')
		if len(block.Attributes) == 0 {
			continue
		}
		page.WriteString("\n| attribute | value | |\n| --- | --- | --- |\n")
		for _, a := range block.Attributes {
			name := "`" + a.Name + "`"
			if a.Name == "" {
				name = "any name"
			}
			fmt.Fprintf(&page, "| %s | %s | %s |\n", name, inCell(a.Type), inCell(describeAttribute(a)))
		}
	}
	return page.Bytes()
}

func describeAttribute(a stacks.AttributeReference) string {
	text := a.Doc
	if a.Required {
		text += "; required"
	}
	if a.Only != "" {
		text += "; only for " + a.Only
	}
	if a.Default != "" {
		text += "; default: " + a.Default
	}
	return text
}

// sentence begins in upper case and ends in a full stop.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + strings.TrimRight(text[1:], ".") + "."
}

func inCell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }
