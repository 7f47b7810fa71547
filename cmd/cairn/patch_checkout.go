package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"cairn/patches"
	"cairn/sources"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/spf13/cobra"
)

func newPatchCheckoutCommand(s *session) *cobra.Command {
	var component string
	c := &cobra.Command{
		Use:   "checkout STACK DIR",
		Short: "Make a stack's series a git repository, one commit a patch",
		Long: `Make an ordinary git repository of a component in DIR, which must be new or empty:
the locked base commit without its history, and on it, on the branch "series", one
commit for each patch that the stack applies, named by it and tied to it by a line
"Cairn-Patch: NAME" at the end of the message. Edit it with git as you like (commit
--amend, rebase -i), then run "cairn patch import".

Paths that the definition excludes are left out by a sparse checkout; git may fetch them
from the upstream if it is asked for them. Submodules are empty folders.`,
		Example: "  cairn -C stacks patch checkout qwen36-q4-tp3 --component llama llama-work\n  git -C llama-work log --oneline",
		Args:    exactArgs("the name of a STACK", "a folder DIR"),
		RunE: func(c *cobra.Command, args []string) error {
			return runPatchCheckout(c.Context(), s, component, args[0], args[1])
		},
	}
	c.Flags().StringVar(&component, "component", "", "the `COMPONENT` to check out (default: the only one)")
	s.workspaceFlag(c.Flags())
	return c
}

func runPatchCheckout(ctx context.Context, s *session, component, name, dir string) error {
	if err := wantEmpty(dir); err != nil {
		return err
	}
	r, err := s.openSeries(component, name)
	if err != nil {
		return err
	}
	defer r.close()
	start := time.Now()
	if err := r.proveSource(ctx, r.entry); err != nil {
		return err
	}
	made, objects, err := r.appliedSeries(ctx)
	if err != nil {
		return err
	}
	out := &checkout{
		place: dir, objects: objects, exclude: r.entry.Pin.Exclude, url: r.entry.Pin.Git,
		base: plumbing.Hash(r.entry.Source.Commit), commits: made.Commits, tip: made.Commit, tree: made.Tree,
	}
	if err := out.write(ctx); err != nil {
		return interrupted(ctx, err)
	}
	if s.json {
		answer := struct {
			Dir     string   `json:"dir"`
			Base    string   `json:"base"`
			Commits []string `json:"commits"`
			Tree    string   `json:"tree"`
			LeftOut int      `json:"left_out"`
		}{Dir: dir, Base: out.base.String(), Commits: []string{}, Tree: out.tree.String(), LeftOut: out.left}
		for _, commit := range out.commits {
			answer.Commits = append(answer.Commits, commit.String())
		}
		return s.printJSON(answer)
	}
	detail := fmt.Sprintf("%s: %s on %s, branch %s", dir, plural(len(made.Commits), "commit", "commits"), r.entry.Source.Commit.Short(), checkoutBranch)
	if out.left > 0 {
		detail += fmt.Sprintf("; %s left out", plural(out.left, "excluded file", "excluded files"))
	}
	s.stage("checkout", detail, time.Since(start))
	return nil
}

// openSeries opens a component whose series is looked at or changed. A variant has no
// series of its own.
func (s *session) openSeries(component, name string) (*rebasing, error) {
	if before, _, ok := strings.Cut(name, "@"); ok {
		return nil, usageError{message: fmt.Sprintf("%s is a variant; its series is chosen from that of %s", name, before), hint: fmt.Sprintf("name the stack itself: %s", before)}
	}
	return s.openRebasing(component, name)
}

// trailerKey ties a commit to its patch, as a trailer of its message
// (git-interpret-trailers(1)).
const trailerKey = "Cairn-Patch: "

// appliedSeries applies the series as commits that a person can work with. The objects hold
// them in memory.
func (r *rebasing) appliedSeries(ctx context.Context) (patches.Series, *sources.Objects, error) {
	stored, err := r.repositories.Objects(ctx, r.entry.Pin)
	if err != nil {
		return patches.Series{}, nil, err
	}
	layered, ok := stored.(*sources.Objects)
	if !ok {
		panic("the store's objects have no layers")
	}
	objects := layered.Scratch()
	files, err := r.seriesFiles(ctx, r.component)
	if err != nil {
		return patches.Series{}, nil, err
	}
	entries := make([]patches.Entry, len(files))
	for i, file := range files {
		entries[i].Input = patches.Input{Name: file.Definition.Path, Content: file.Content, Options: patchOptions(file.Definition)}
		entries[i].Message = checkoutMessage(file.Definition, file.Content)
	}
	made, err := patches.ApplySeries(ctx, objects, plumbing.Hash(r.entry.Source.Commit), entries, seriesIdentity)
	if err != nil {
		return patches.Series{}, nil, fmt.Errorf("apply the series of %s: %w", r.component.Name, err)
	}
	if !made.Complete {
		return patches.Series{}, nil, &patchError{upstream: r.entry.Pin.Upstream, verdicts: made.Verdicts, failed: unreached(made.Verdicts)}
	}
	if made.Tree != plumbing.Hash(r.entry.PatchedTree()) {
		return patches.Series{}, nil, &statusError{status: exitLock, err: fmt.Errorf("the series of %s makes tree %s, the lock says %s", r.component.Name, made.Tree, r.entry.PatchedTree())}
	}
	return made, objects, nil
}

// checkoutMessage is the patch's name, what is known of it, and the trailer.
func checkoutMessage(patch *stacks.Patch, content []byte) string {
	parts := []string{patch.Name}
	if decoded, err := patches.Decode(patch.Path, content, patches.Limits{}); err == nil && decoded.Mail != nil && decoded.Mail.Subject != "" {
		about := decoded.Mail.Subject
		if decoded.Mail.Author != "" {
			about += "\nby " + decoded.Mail.Author
		}
		parts = append(parts, about)
	}
	if patch.Reason != "" {
		parts = append(parts, patch.Reason)
	}
	parts = append(parts, trailerKey+patch.Name)
	return strings.Join(parts, "\n\n") + "\n"
}

// checkoutBranch is the branch that a checkout stands on.
const checkoutBranch = "series"

// gitFolder is the repository of a checkout's work tree.
func gitFolder(dir string) string { return filepath.Join(dir, ".git") }
