package main

import (
	"bytes"
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
