package main

import (
	"context"
	"fmt"
	"slices"

	"cairn/patches"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/spf13/cobra"
)

func newPatchNewCommand(s *session) *cobra.Command {
	var opts patchNewOptions
	c := &cobra.Command{
		Use:   "new STACK --name N (--from-commit REV --repo R | --from-worktree DIR)",
		Short: "Append a patch to a series, from a commit or a checkout's changes",
		Long: `Append a patch to the series of a component: what a commit of any repository changes,
or what is not committed in a "cairn patch checkout" that stands on the locked series.
New files count unless git ignores them. The file is patches/STACK/NAME.patch; definition
and lock change together with it.`,
		Example: "  cairn -C stacks patch new qwen36-q4-tp3 --component llama --name fix --from-commit b12074 --repo llama.cpp\n  cairn -C stacks patch new qwen36-q4-tp3 --component llama --name fix --from-worktree llama-work",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runPatchNew(c.Context(), s, opts, args[0]) },
	}
	flags := c.Flags()
	flags.StringVar(&opts.component, "component", "", "the `COMPONENT` that is patched (default: the only one)")
	flags.StringVar(&opts.name, "name", "", "the patch's `NAME`")
	flags.StringVar(&opts.commit, "from-commit", "", "take what the commit `REV` changes")
	flags.StringVar(&opts.repo, "repo", ".", "the git repository `R` that has the commit, or embedded:NAME")
	flags.StringVar(&opts.dir, "from-worktree", "", "take what is not committed in the checkout `DIR`")
	c.MarkFlagsMutuallyExclusive("from-commit", "from-worktree")
	s.workspaceFlag(flags)
	return c
}

type patchNewOptions struct{ component, name, commit, repo, dir string }

func runPatchNew(ctx context.Context, s *session, opts patchNewOptions, name string) error {
	switch {
	case opts.name == "":
		return usageError{message: "cairn patch new wants a --name for the patch", hint: `run "cairn patch new --help"`}
	case !patchName.MatchString(opts.name):
		return usageError{message: fmt.Sprintf("--name: %q is no name for a patch", opts.name), hint: "letters, digits, - _ and + are"}
	case opts.commit == "" && opts.dir == "":
		return usageError{message: "new wants to know what the patch changes", hint: "name a commit with --from-commit REV --repo R, or a checkout with --from-worktree DIR"}
	}
	r, unlock, err := s.openForChange(ctx, opts.component, name)
	if err != nil {
		return err
	}
	defer r.close()
	defer unlock()
	if slices.ContainsFunc(r.component.Patches, func(p *stacks.Patch) bool { return p.Name == opts.name }) {
		return usageError{message: fmt.Sprintf("%s has a patch %q already", r.component.Name, opts.name), hint: "choose another --name"}
	}
	if err := r.proveSource(ctx, r.entry); err != nil {
		return err
	}
	var series []seriesPatch
	for _, old := range r.applied {
		series = append(series, seriesPatch{name: old.Name, old: old, file: patches.Exported{Name: old.Path, Options: patchOptions(old)}})
	}
	made := r.newFromCommit
	if opts.dir != "" {
		made = r.newFromWorkTree
	}
	patch, tree, err := made(ctx, opts)
	if err != nil {
		return err
	}
	return r.replaceSeries(ctx, append(series, patch), tree)
}

// newFromWorkTree makes a patch of what is not committed.
func (r *rebasing) newFromWorkTree(ctx context.Context, opts patchNewOptions) (seriesPatch, plumbing.Hash, error) {
	w, err := openWorkTree(opts.dir)
	if err != nil {
		return seriesPatch{}, plumbing.ZeroHash, err
	}
	defer w.close()
	if w.head.TreeHash != plumbing.Hash(r.entry.PatchedTree()) {
		return seriesPatch{}, plumbing.ZeroHash, usageError{
			message: fmt.Sprintf("the HEAD of %s is not the locked series of %s", opts.dir, r.component.Name),
			hint:    fmt.Sprintf("take its commits back first: %q", r.command("patch import", opts.dir))}
	}
	tree, err := w.tree(ctx)
	if err != nil {
		return seriesPatch{}, plumbing.ZeroHash, err
	}
	if tree == w.head.TreeHash {
		return seriesPatch{}, plumbing.ZeroHash, usageError{message: opts.dir + " has no changes", hint: "edit something there first"}
	}
	patch := seriesPatch{name: opts.name}
	patch.file, err = r.newFile(ctx, w.objects, opts.name, w.head.TreeHash, tree, nil)
	return patch, tree, err
}

// newFromCommit makes a patch of what a commit changes, as it applies to the series.
func (r *rebasing) newFromCommit(ctx context.Context, opts patchNewOptions) (seriesPatch, plumbing.Hash, error) {
	patch := seriesPatch{name: opts.name}
	from := baseOptions{repo: opts.repo, rev: opts.commit}
	repository, commit, err := from.open(ctx, r.session)
	if err != nil {
		return patch, plumbing.ZeroHash, err
	}
	if len(commit.ParentHashes) != 1 {
		return patch, plumbing.ZeroHash, usageError{message: fmt.Sprintf("commit %.8s has %s", commit.Hash, plural(len(commit.ParentHashes), "parent", "parents")), hint: "name a commit that changes one other, no merge and no first one"}
	}
	parent, err := object.GetCommit(repository.objects, commit.ParentHashes[0])
	if err != nil {
		return patch, plumbing.ZeroHash, fmt.Errorf("read commit %s of %s: %w", commit.ParentHashes[0], opts.repo, err)
	}
	diff, err := patches.DiffTrees(ctx, repository.objects, parent.TreeHash, commit.TreeHash)
	if err != nil {
		return patch, plumbing.ZeroHash, err
	}
	made, objects, err := r.appliedSeries(ctx)
	if err != nil {
		return patch, plumbing.ZeroHash, err
	}
	verdict, err := patches.Apply(ctx, objects, made.Tree, opts.name, diff, patches.Options{})
	if err != nil {
		return patch, plumbing.ZeroHash, err
	}
	if !verdict.Reached() {
		return patch, plumbing.ZeroHash, &statusError{status: exitPatch,
			err:  &patchError{verdicts: []patches.Verdict{verdict}, failed: 1},
			hint: fmt.Sprintf("cherry-pick it in a checkout, then import that: %q", r.command("patch checkout", "DIR"))}
	}
	// Written anew on the series, its blob ids and positions are those of its place.
	tree := plumbing.NewHash(verdict.Tree)
	patch.reason = subject(commit)
	patch.file, err = r.newFile(ctx, objects, opts.name, made.Tree, tree, commit)
	return patch, tree, err
}
