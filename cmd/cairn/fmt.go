package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"cairn/internal/atomicfile"
	"cairn/lockfiles"
	"cairn/stacks"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"
)

func newFmtCommand(s *session) *cobra.Command {
	var opts fmtOptions
	c := &cobra.Command{
		Use:     "fmt [FILE|DIR…]",
		GroupID: groupStack,
		Short:   "Write definitions in the one canonical format",
		Long: `Write definitions in the one canonical format.

Without arguments it formats the workspace that -C names, or the current folder.
"-" reads standard input and writes standard output.`,
		Example: "  cairn fmt\n  cairn fmt --check --diff stacks/",
		RunE:    func(_ *cobra.Command, args []string) error { return runFmt(s, opts, args) },
	}
	c.Flags().BoolVar(&opts.check, "check", false, "change nothing; exit 1 if a file is not in the format")
	c.Flags().BoolVar(&opts.diff, "diff", false, "print what would change or has changed")
	return c
}

type fmtOptions struct{ check, diff bool }

// terraformFlags lets "cairn fmt -check -diff" pass, as Terraform's users type it.
func terraformFlags(args []string) []string {
	if !slices.Contains(args, "fmt") {
		return args
	}
	args = slices.Clone(args)
	for i, arg := range args {
		if arg == "-check" || arg == "-diff" {
			args[i] = "-" + arg
		}
	}
	return args
}

func runFmt(s *session, opts fmtOptions, paths []string) error {
	if len(paths) == 0 {
		paths = []string{"."}
		if s.dir != "" {
			paths = []string{s.dir}
		}
	}
	if slices.Equal(paths, []string{"-"}) {
		src, err := io.ReadAll(s.stdin)
		if err != nil {
			return fmt.Errorf("read standard input: %w", err)
		}
		formatted, err := formatSource("<stdin>", src)
		if err == nil {
			_, err = s.stdout.Write(formatted)
		}
		return err
	}
	if err := s.finishInterrupted(); err != nil {
		return err
	}
	files, err := definitionFiles(paths)
	if err != nil {
		return err
	}
	changed := []formatted{}
	for _, file := range files {
		difference, err := formatFile(opts, file)
		if err != nil {
			return err
		}
		if difference == nil {
			continue
		}
		changed = append(changed, *difference)
		if !s.json {
			fmt.Fprintf(s.stdout, "%s%s\n", difference.Diff, file)
		}
	}
	if s.json {
		err = s.printJSON(changed)
	}
	if opts.check && len(changed) > 0 {
		return errors.Join(err, &statusError{status: exitFailed, err: fmt.Errorf("%s not in the canonical format", plural(len(changed), "file is", "files are")), hint: `run "cairn fmt" to rewrite them`})
	}
	return err
}

// definitionFiles lists the *.hcl files that paths name, locks left out.
func definitionFiles(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, usageError{message: fmt.Sprintf("%s: %v", path, errors.Unwrap(err)), hint: "name files or folders of definitions, or none for the folder that you are in"}
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		found, err := matching(path, "*.hcl")
		if err != nil {
			return nil, fmt.Errorf("format %s: %w", path, err)
		}
		results, err := matching(path, stacks.ResultsFolder+"/*.hcl")
		if err != nil {
			return nil, fmt.Errorf("format %s: %w", path, err)
		}
		files = append(files, slices.DeleteFunc(append(found, results...), func(file string) bool { return strings.HasSuffix(file, lockfiles.Suffix) })...)
	}
	return files, nil
}

// formatted is a file that was not in the format, of "cairn fmt --json".
type formatted struct {
	File string `json:"file"`
	Diff string `json:"diff,omitempty"` // with --diff
}

// formatFile writes a file anew, unless it is only to be checked; nil is one that is in the
// format.
func formatFile(opts fmtOptions, file string) (*formatted, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("format: %w", err)
	}
	text, err := formatSource(file, src)
	if err != nil || bytes.Equal(src, text) {
		return nil, err
	}
	changed := &formatted{File: file}
	if opts.diff {
		changed.Diff = string(diff.Diff("old/"+file, src, "new/"+file, text))
	}
	if opts.check {
		return changed, nil
	}
	info, err := os.Stat(file)
	if err != nil {
		return nil, fmt.Errorf("format: %w", err)
	}
	return changed, atomicfile.Write(file, text, info.Mode().Perm())
}

func formatSource(name string, src []byte) ([]byte, error) {
	formatted, diags := stacks.Format(name, src)
	if diags.HasErrors() {
		return nil, &diagnosticsError{what: "definition", diags: diags, source: func(string) []byte { return src }}
	}
	return formatted, nil
}
