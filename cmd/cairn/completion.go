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
		c.ValidArgsFunction = func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return s.completeArgument(c, args)
		}
	}
	for name, words := range flagWords {
		completeFlag(c, name, func([]string) []cobra.Completion { return words })
	}
	completeFlag(c, "component", s.completeComponents)
	completeFlag(c, "suite", s.completeSuites)
	completeFlag(c, "build", s.completeBuilds)
	completeFlag(c, "lane", func([]string) []cobra.Completion { return s.completeLanes() })
	s.completeByValue(c)
}

// flagWords are the values of flags that take one of a few.
var flagWords = map[string][]cobra.Completion{
	"executor":   {"local", "slurm"},
	"progress":   {"auto", "plain", "json", "none"},
	"standing":   {"accepted", "historical", "suspect", "superseded", "diagnostic", "negative"},
	"until":      {"patches", "build", "gates", "measure"},
	"whitespace": {"nowarn", "warn", "fix", "error"},
}

// completeFlag has a flag of a command, if it has one of that name, completed by what list
// says for the arguments so far.
func completeFlag(c *cobra.Command, name string, list func(args []string) []cobra.Completion) {
	if c.Flags().Lookup(name) == nil && c.PersistentFlags().Lookup(name) == nil {
		return
	}
	// The flag is there and has no function yet: there is no error.
	_ = c.RegisterFlagCompletionFunc(name, func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return list(args), cobra.ShellCompDirectiveNoFileComp
	})
}

// completeArgument lists what the argument after those given can be, by the words of a
// command's usage line.
func (s *session) completeArgument(c *cobra.Command, args []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	names, repeated := argumentNames(c)
	place := len(args)
	if place >= len(names) && repeated {
		place = len(names) - 1
	}
	if place >= len(names) {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	switch names[place] {
	case "STACK", "STACK|DIGEST":
		return s.completeStacks(), cobra.ShellCompDirectiveNoFileComp
	case "A", "B": // locks are files
		if c.Parent().Name() == "image" {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
		return s.completeStacks(), cobra.ShellCompDirectiveDefault
	case "BUILD":
		return s.completeBuilds(args), cobra.ShellCompDirectiveNoFileComp
	case "RESULT": // records are files
		return s.completeResults(), cobra.ShellCompDirectiveDefault
	case "DIR", "PATCHES":
		return nil, cobra.ShellCompDirectiveFilterDirs
	case "REF", "URL":
		return nil, cobra.ShellCompDirectiveNoFileComp
	case "NAME":
		return s.completeRoots(), cobra.ShellCompDirectiveNoFileComp
	case "FILE", "OLD", "NEW":
		if c.Parent().Name() == "patch" {
			return patchEndings, cobra.ShellCompDirectiveFilterFileExt
		}
	case "FILE|DIR":
		return []cobra.Completion{"hcl"}, cobra.ShellCompDirectiveFilterFileExt
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

// completeRoots lists what "cairn unpin" may end: pins by their names, published images.
func (s *session) completeRoots() []cobra.Completion {
	st, err := s.store()
	if err != nil {
		return nil
	}
	roots, err := st.Roots()
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, name := range sortedKeys(roots) {
		if pin, ok := strings.CutPrefix(name, pinPrefix); ok {
			found = append(found, cobra.CompletionWithDesc(pin, "pin"))
		} else if strings.HasPrefix(name, "published/") {
			found = append(found, cobra.CompletionWithDesc(name, "published image"))
		}
	}
	return found
}

func (s *session) completeLanes() []cobra.Completion {
	ws, err := s.loadResults()
	if err != nil {
		return nil
	}
	lanes := map[string]bool{}
	for _, result := range ws.Results {
		lanes[result.Lane] = true
	}
	return sortedKeys(lanes)
}

// ofStack lists something of the stack that the first argument names.
func (s *session) ofStack(args []string, list func(*stacks.Stack) []cobra.Completion) []cobra.Completion {
	if len(args) == 0 {
		return nil
	}
	_, stack, err := s.stack(args[0])
	if err != nil {
		return nil
	}
	return list(stack)
}

func (s *session) completeComponents(args []string) []cobra.Completion {
	return s.ofStack(args, func(stack *stacks.Stack) (found []cobra.Completion) {
		for _, component := range stack.Components {
			found = append(found, component.Name)
		}
		return found
	})
}

func (s *session) completeSuites(args []string) []cobra.Completion {
	return s.ofStack(args, func(stack *stacks.Stack) (found []cobra.Completion) {
		for _, suite := range stack.Suites {
			found = append(found, cobra.CompletionWithDesc(suite.Name, string(suite.Kind)))
		}
		return found
	})
}

func (s *session) completeBuilds(args []string) []cobra.Completion {
	return s.ofStack(args, func(stack *stacks.Stack) (found []cobra.Completion) {
		for _, component := range stack.Components {
			for _, build := range component.Builds {
				name := component.Name // as builder.Action.Build has it
				if len(component.Builds) > 1 {
					name += "." + build.Name
				}
				found = append(found, cobra.CompletionWithDesc(name, string(build.Kind)))
			}
		}
		return found
	})
}
