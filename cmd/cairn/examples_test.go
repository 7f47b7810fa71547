package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestExamples holds every example of every command's help: it names that command, its flags
// are there and take those values, and it takes so many arguments. The guides run most of
// them; what an example needs of a machine is not asked for here.
func TestExamples(t *testing.T) {
	t.Parallel()
	count := 0
	eachCommand(newRootCommand(&session{}), func(c *cobra.Command) {
		if c.Runnable() && !c.HasSubCommands() && c.Example == "" && !c.Hidden && c.Name() != "help" && c.Parent().Name() != "completion" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		for line := range strings.Lines(c.Example) {
			line = strings.TrimSpace(line)
			if strings.HasPrefix(line, "git ") { // goes on where cairn has done its part
				continue
			}
			count++
			if err := parseExample(line); err != "" {
				t.Errorf("%s: example %q: %s", c.CommandPath(), line, err)
			}
		}
	})
	if count < 60 {
		t.Errorf("only %d examples were found", count)
	}
	for _, wrong := range []string{"cairn biuld ember", "cairn build ember --jbos 3", "cairn build", "cairn build ember -j x", "cairn build a b"} {
		if parseExample(wrong) == "" {
			t.Errorf("%q is taken for an example that can be run", wrong)
		}
	}
}

// TestHelpIsOfOnePiece holds what a person reads side by side in lists of commands.
func TestHelpIsOfOnePiece(t *testing.T) {
	t.Parallel()
	eachCommand(newRootCommand(&session{}), func(c *cobra.Command) {
		if c.Hidden || c.Name() == "help" || c.Name() == "completion" || c.HasParent() && c.Parent().Name() == "completion" {
			return
		}
		if c.Short == "" || strings.HasSuffix(c.Short, ".") || strings.ToUpper(c.Short[:1]) != c.Short[:1] || len(c.Short) > 80 {
			t.Errorf("%s: its one line is %q: a capital, no full stop, at most 80 bytes", c.CommandPath(), c.Short)
		}
		for line := range strings.Lines(c.Long) {
			if len([]rune(strings.TrimRight(line, "\n"))) > 90 {
				t.Errorf("%s: its text has a line of more than 90: %q", c.CommandPath(), line)
			}
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Usage == "" || strings.HasSuffix(f.Usage, ".") || f.Name != "help" && strings.ToLower(f.Usage[:1]) != f.Usage[:1] && !strings.HasPrefix(f.Usage, "CUT") {
				t.Errorf("%s --%s: %q: small letters, no full stop", c.CommandPath(), f.Name, f.Usage)
			}
		})
	})
}

// notRun are pages whose sessions TestGuides does not run, and why. Their commands are held
// against the program's flags and arguments all the same.
var notRun = map[string]string{
	"determinism.md": "cairn verify builds ember with packages that a test cannot bring; the script verify.txtar runs it with the host's compilers",
	"images.md":      "the guide publish-an-image.md runs these commands against a registry",
	"sharing.md":     "the scripts gc.txtar, bundle.txtar and cache.txtar run these commands",
	"suites.md":      "it needs a model; the script serve.txtar serves an engine of ours",
}

// TestCommandsOfPages holds every line of an indented block of README and docs that is a
// command against the program, and every page with a session against the list of those that
// are run.
func TestCommandsOfPages(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	guides, err := filepath.Glob("../../docs/guides/*.md")
	if err != nil {
		t.Fatal(err)
	}
	run := append(guides, "../../README.md", "../../docs/first-five-minutes.md")
	count := 0
	for _, page := range append(pages, append(guides, "../../README.md")...) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(page)
		if strings.Contains(string(text), "\n    $ ") && !slices.Contains(run, page) && notRun[name] == "" {
			t.Errorf("%s has a session that no test runs: have TestGuides run it, or say in notRun why not", name)
		}
		for i, line := range strings.Split(string(text), "\n") {
			command, indented := strings.CutPrefix(line, "    ")
			command = strings.TrimPrefix(command, "$ ")
			if !indented || !strings.HasPrefix(command, "cairn ") || strings.ContainsAny(command, "…·") {
				continue
			}
			command = strings.ReplaceAll(command, "go run ./cmd/cairn", "cairn")
			command, _, _ = strings.Cut(command, "   ") // what it does stands beside it
			if strings.Contains(command, " rebuilds, patches,") {
				continue // what "cairn" alone prints
			}
			count++
			if err := parseExample(command); err != "" {
				t.Errorf("%s:%d: %q: %s", name, i+1, command, err)
			}
		}
	}
	if count < 60 {
		t.Errorf("only %d commands were found", count)
	}
}

func eachCommand(c *cobra.Command, do func(*cobra.Command)) {
	do(c)
	for _, sub := range c.Commands() {
		eachCommand(sub, do)
	}
}

// parseExample takes a command line to where it would run, and says what is wrong with it.
func parseExample(line string) string {
	words := exampleWords(line)
	if len(words) == 0 || words[0] != "cairn" {
		return "it does not begin with cairn"
	}
	root := newRootCommand(&session{stdout: new(bytes.Buffer), stderr: new(bytes.Buffer)})
	c, rest, err := root.Traverse(terraformFlags(words[1:]))
	if err != nil {
		return err.Error()
	}
	if err := c.ParseFlags(rest); err != nil {
		return err.Error()
	}
	arguments := c.Flags().Args()
	if c.Args != nil {
		if err := c.Args(c, arguments); err != nil {
			return err.Error()
		}
	}
	return ""
}

// exampleWords splits as a shell would; a pipe, a redirection or a comment ends the command.
func exampleWords(line string) []string {
	var words []string
	var word strings.Builder
	quote, begun := rune(0), false
	end := func() {
		if begun {
			words = append(words, word.String())
		}
		word.Reset()
		begun = false
	}
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, begun = r, true
		case r == ' ':
			end()
		case strings.ContainsRune("|><;&#", r) && !begun:
			return words
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	end()
	return words
}
