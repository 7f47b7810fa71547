package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cairn/sources"

	"github.com/spf13/cobra"
)

// A command in a hint is to be run as it stands: with the workspace, the store and the
// mirrors that the person named. This file is the one place that puts them there: command
// makes a command line, and the printer of hints looks over those that were written out.

// command is how a person would type a command of this session.
func (s *session) command(words ...string) string {
	return strings.Join(slices.Concat([]string{"cairn"}, s.given(words), words), " ")
}

// given are the flags of this session that a command takes too, as words of a shell. How
// the answer is shown (--json, --progress) is not among them.
func (s *session) given(words []string) []string {
	command := s.find(words)
	var flags []string
	if s.dir != "" && (command == nil || command.Flags().Lookup("chdir") != nil) {
		flags = append(flags, "-C", shellWord(s.dir))
	}
	if command != nil && withoutStore(command) {
		return flags
	}
	if s.storeDir != "" {
		flags = append(flags, "--store", shellWord(s.storeDir))
	}
	for _, mirror := range s.mirrors {
		flags = append(flags, "--mirror", shellWord(sources.Redact(mirror)))
	}
	if s.offline && !slices.Contains(words, "--offline") {
		flags = append(flags, "--offline")
	}
	return flags
}

// find is the command that words begin with, nil if there is none.
func (s *session) find(words []string) *cobra.Command {
	var found *cobra.Command
	within := s.root
	for _, word := range words {
		if within == nil {
			break
		}
		at := slices.IndexFunc(within.Commands(), func(c *cobra.Command) bool { return c.Name() == word })
		if at < 0 {
			break
		}
		within = within.Commands()[at]
		found = within
	}
	return found
}

// withoutStore says that a command works on files only.
func withoutStore(c *cobra.Command) bool {
	switch strings.TrimPrefix(c.CommandPath(), "cairn ") {
	case "fmt", "validate", "key", "key new", "docs", "help", "patch inspect", "patch repair", "patch range-diff":
		return true
	}
	return false
}

// runnable puts the session's flags into the commands that a text quotes, where they are
// not there yet. One with a quote in it stands between backquotes.
func (s *session) runnable(text string) string {
	return regexp.MustCompile(`"cairn (?:[^"\\]|\\.)*"`).ReplaceAllStringFunc(text, func(match string) string {
		line, err := strconv.Unquote(match)
		if err != nil {
			return match
		}
		words := strings.Split(strings.TrimPrefix(line, "cairn "), " ")
		// What begins with a flag was made by command.
		if !strings.HasPrefix(words[0], "-") && !slices.Contains(words, "--help") && s.find(words) != nil {
			line = s.command(words...)
		}
		return quotedCommand(line)
	})
}

// quotedCommand is a command line in a sentence.
func quotedCommand(line string) string {
	if strings.Contains(line, `"`) && !strings.Contains(line, "`") {
		return "`" + line + "`"
	}
	return `"` + line + `"`
}
