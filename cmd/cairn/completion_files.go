package main

import (
	"slices"
	"strings"

	"cairn/sources"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// patchEndings are how the names of patch files end, in whatever encoding they are.
var patchEndings = []cobra.Completion{"patch", "diff", "gz", "zst", "xz", "bz2", "b64", "base64"}

// argumentNames are the arguments of a usage line in order, and whether the last may be
// repeated: of "drift --from C --to D FILE…" there is FILE. What stands behind "--" or in
// parentheses is no argument to be completed.
func argumentNames(c *cobra.Command) (names []string, repeated bool) {
	words := strings.Fields(c.Use)[1:]
	for i := 0; i < len(words); i++ {
		word := strings.Trim(words[i], "[]")
		switch {
		case word == "--" || strings.HasPrefix(word, "("):
			return names, repeated
		case strings.HasPrefix(word, "-"):
			if takesValue(c, word) {
				i++
			}
			continue
		}
		repeated = strings.HasSuffix(word, "…")
		names = append(names, strings.TrimSuffix(word, "…"))
	}
	return names, repeated
}

// takesValue says whether the flag of a usage line ("--from", "-o") is followed by a value.
func takesValue(c *cobra.Command, word string) bool {
	flag := c.Flags().Lookup(strings.TrimLeft(word, "-"))
	if !strings.HasPrefix(word, "--") {
		flag = c.Flags().ShorthandLookup(strings.TrimLeft(word, "-"))
	}
	return flag != nil && flag.NoOptDefVal == ""
}

// completeByValue has the flags of a command completed by what their values are called:
// DIR is a folder, R a repository, C, D, H and REV are commits of it.
func (s *session) completeByValue(c *cobra.Command) {
	c.LocalFlags().VisitAll(func(flag *pflag.Flag) {
		var complete cobra.CompletionFunc
		switch value, _ := pflag.UnquoteUsage(flag); value {
		case "DIR":
			complete = cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
		case "R":
			var names []cobra.Completion
			for _, name := range sources.EmbeddedNames() {
				names = append(names, "embedded:"+name)
			}
			complete = cobra.FixedCompletions(names, cobra.ShellCompDirectiveDefault)
		case "C", "D", "H", "REV":
			complete = func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
				return s.completeRevisions(c, args), cobra.ShellCompDirectiveNoFileComp
			}
		default:
			return
		}
		// One that has a function already keeps it.
		_ = c.RegisterFlagCompletionFunc(flag.Name, complete)
	})
}

// completeRevisions lists tags and branches of the repository that --repo names; of an
// embedded history, also a stack's, the names of its commits.
func (s *session) completeRevisions(c *cobra.Command, args []string) []cobra.Completion {
	repo := c.Flags().Lookup("repo")
	if repo != nil {
		if name, ok := strings.CutPrefix(repo.Value.String(), "embedded:"); ok {
			return embeddedRevisions(name)
		}
		return references(repo.Value.String())
	}
	if len(args) == 0 {
		return nil
	}
	_, stack, err := s.stack(args[0])
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, component := range stack.Components {
		found = append(found, embeddedRevisions(component.Source.Upstream.Embedded)...)
	}
	return found
}

func embeddedRevisions(name string) []cobra.Completion {
	commits, err := sources.EmbeddedHeads(name)
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, commit := range commits {
		found = append(found, cobra.CompletionWithDesc(commit.Slug, commit.Commit.Short()))
	}
	return found
}

// references are the tags and branches of a repository on this machine, by name.
func references(path string) []cobra.Completion {
	repository, err := git.PlainOpenWithOptions(path, &git.PlainOpenOptions{EnableDotGitCommonDir: true})
	if err != nil {
		return nil
	}
	iterator, err := repository.References()
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	_ = iterator.ForEach(func(ref *plumbing.Reference) error { // it never fails
		if ref.Name().IsTag() || ref.Name().IsBranch() {
			found = append(found, ref.Name().Short())
		}
		return nil
	})
	slices.Sort(found)
	return slices.Compact(found)
}
