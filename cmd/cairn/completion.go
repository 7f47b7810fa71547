package main

import (
	"maps"
	"slices"
	"strings"

	"cairn/stacks"

	"github.com/spf13/cobra"
)

// completeWords teaches a command and all below it what its arguments are: what its
// usage line calls STACK is a stack of the workspace, RESULT a result, DIR a folder.
func (s *session) completeWords(c *cobra.Command) {
	for _, child := range c.Commands() {
		s.completeWords(child)
	}
	if c.ValidArgsFunction == nil {
		words := strings.Fields(c.Use)[1:]
		c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return s.completeArgument(words, len(args))
		}
	}
	if flag := c.Flags().Lookup("component"); flag != nil {
		// The flag is there and has no function yet: there is no error.
		_ = c.RegisterFlagCompletionFunc("component", func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return s.completeComponents(args)
		})
	}
}

// completeArgument lists what the argument at a place can be, by the words of a usage line.
func (s *session) completeArgument(words []string, place int) ([]cobra.Completion, cobra.ShellCompDirective) {
	var names []string // of the arguments, in order
	repeated := false
	for _, word := range words {
		bare := strings.Trim(word, "[]")
		if bare == "--" || strings.HasPrefix(bare, "-") {
			break
		}
		repeated = strings.HasSuffix(bare, "…")
		names = append(names, strings.TrimSuffix(bare, "…"))
	}
	if place >= len(names) && repeated {
		place = len(names) - 1
	}
	if place >= len(names) {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	switch names[place] {
	case "STACK":
		return s.completeStacks(), cobra.ShellCompDirectiveNoFileComp
	case "RESULT":
		return s.completeResults(), cobra.ShellCompDirectiveNoFileComp
	case "DIR", "PATCHES":
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	return nil, cobra.ShellCompDirectiveDefault
}

// completeStacks lists stacks with what they are, and their variants. A workspace with
// faults has nothing to offer, and completion is no place to say so.
func (s *session) completeStacks() []cobra.Completion {
	ws, err := s.workspace()
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, name := range sortedKeys(ws.Stacks) {
		stack := ws.Stacks[name]
		found = append(found, cobra.CompletionWithDesc(name, stack.Description))
		for _, variant := range stack.Variants {
			found = append(found, cobra.CompletionWithDesc(name+"@"+variant, "variant"))
		}
	}
	return found
}

func (s *session) completeResults() []cobra.Completion {
	ws, err := s.loadResults()
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, result := range slices.SortedFunc(maps.Values(ws.Results), func(a, b *stacks.Result) int { return strings.Compare(a.ID, b.ID) }) {
		found = append(found, cobra.CompletionWithDesc(result.ID, strings.TrimSpace(result.Date+" "+result.Label)))
	}
	return found
}

func (s *session) completeComponents(args []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	_, stack, err := s.stack(args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var found []cobra.Completion
	for _, component := range stack.Components {
		found = append(found, component.Name)
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
