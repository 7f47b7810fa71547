package main

import (
	"context"
	"fmt"
	"io/fs"
	"mime"
	"slices"
	"strconv"
	"strings"

	"cairn/lockfiles"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/spf13/cobra"
)

func newPatchImportCommand(s *session) *cobra.Command {
	var component string
	c := &cobra.Command{
		Use:   "import STACK DIR",
		Short: "Take the commits of a checkout back: patch files, definition and lock",
		Long: `Make the series of a component what the commits are that stand between its locked base
and the HEAD of the git repository in DIR (see "cairn patch checkout").

A commit that ends in "Cairn-Patch: NAME" belongs to that patch: its file is written
anew only if it does not make the commit's tree any more, in the same encoding and with
the same mail header. Other commits become new patches, named by their titles; one that
has become a patch by an earlier import stays that patch. Patches without a commit are
removed. Definition and lock change together with the files, or
nothing does.`,
		Example: "  cairn -C stacks patch import qwen36-q4-tp3 --component llama llama-work",
		Args:    exactArgs("the name of a STACK", "a folder DIR"),
		RunE: func(c *cobra.Command, args []string) error {
			return runPatchImport(c.Context(), s, component, args[0], args[1])
		},
	}
	c.Flags().StringVar(&component, "component", "", "the `COMPONENT` whose series it is (default: the only one)")
	s.workspaceFlag(c.Flags())
	return c
}

func runPatchImport(ctx context.Context, s *session, component, name, dir string) error {
	r, unlock, err := s.openForChange(ctx, component, name)
	if err != nil {
		return err
	}
	defer r.close()
	defer unlock()
	w, err := openWorkTree(dir)
	if err != nil {
		return err
	}
	defer w.close()
	commits, err := w.commitsSince(ctx, plumbing.Hash(r.entry.Source.Commit))
	if err != nil {
		return err
	}
	tree, err := w.tree(ctx)
	if err != nil {
		return err
	}
	if tree != w.head.TreeHash {
		return usageError{message: dir + " has changes that are not committed", hint: `commit them, or make a patch of them with "cairn patch new --from-worktree"`}
	}
	series, err := r.series(ctx, w, commits)
	if err != nil {
		return err
	}
	changed, err := r.showSeries(series)
	if err != nil {
		return err
	}
	if !changed {
		s.stage("import", "nothing changed", 0)
		return nil
	}
	return r.replaceSeries(ctx, series, w.head.TreeHash)
}

// openForChange opens a component whose series is to change, and locks it.
func (s *session) openForChange(ctx context.Context, component, name string) (*rebasing, func(), error) {
	if s.dir == "" {
		return nil, nil, usageError{message: "the embedded workspace cannot be changed", hint: "name your own workspace with -C DIR"}
	}
	r, err := s.openSeries(component, name)
	if err != nil {
		return nil, nil, err
	}
	unlock, err := r.store.Lock(ctx, "rebase-"+name)
	if err != nil {
		r.close()
		return nil, nil, err
	}
	if err := r.noRebase(); err != nil {
		unlock()
		r.close()
		return nil, nil, err
	}
	return r, unlock, nil
}

// showSeries prints a line per patch, and says whether anything differs from what is.
func (r *rebasing) showSeries(series []seriesPatch) (changed bool, err error) {
	var rows [][]string
	type row struct {
		Patch  string `json:"patch"`
		Status string `json:"status"`
		File   string `json:"file"`
	}
	answer := []row{}
	add := func(number, name, status, file string) {
		rows = append(rows, []string{number, name, status, file})
		answer = append(answer, row{name, status, file})
		changed = changed || status != "unchanged"
	}
	var order []string // of those that were there, as they are now
	for _, patch := range series {
		if patch.old != nil {
			order = append(order, patch.name)
		}
	}
	var before []string
	for _, patch := range r.applied {
		if slices.Contains(order, patch.Name) {
			before = append(before, patch.Name)
		}
	}
	for i, patch := range series {
		status, file := "unchanged", patch.file.Name
		switch {
		case patch.old == nil:
			status = "new"
		case patch.file.Changed:
			status, file = "rewritten", r.localPath(file)
		case slices.Index(before, patch.name) != slices.Index(order, patch.name):
			status = "moved"
		}
		add(strconv.Itoa(i+1), patch.name, status, file)
	}
	for _, patch := range r.applied {
		if !slices.Contains(order, patch.Name) {
			add("", patch.Name, "removed", patch.Path)
		}
	}
	if r.session.json {
		return changed, r.session.printJSON(answer)
	}
	table(r.session.stdout, rows)
	return changed, nil
}

// replaceSeries writes the series, which must lead to tree.
func (r *rebasing) replaceSeries(ctx context.Context, series []seriesPatch, tree plumbing.Hash) error {
	change := seriesChange{
		removed: r.unneeded(func(patch *stacks.Patch) bool {
			return !slices.ContainsFunc(series, func(p seriesPatch) bool { return p.old == patch })
		}),
		edit: func(file string) error { return r.editSeries(file, series) },
		proved: func(lock *lockfiles.Lock) error {
			view, _ := lock.View("")
			entry, ok := view.Component(r.component.Name)
			if !ok || plumbing.Hash(entry.PatchedTree()) != tree {
				return fmt.Errorf("the new series of %s makes tree %s, not %s; nothing was changed", r.component.Name, entry.PatchedTree(), tree)
			}
			return nil
		},
	}
	for _, patch := range series {
		change.files = append(change.files, patch.file)
	}
	err := r.writeSeries(ctx, change)
	if err != nil {
		_ = removeSession(r.dir) // what was staged; nothing else stands there
	}
	return err
}

// unneeded are the workspace's files of patches that are gone, without those that
// another patch names.
func (r *rebasing) unneeded(gone func(*stacks.Patch) bool) []string {
	var files []string
	for _, patch := range r.applied {
		if patch.Archive == nil && gone(patch) {
			files = append(files, patch.Path)
		}
	}
	return slices.DeleteFunc(files, func(file string) bool {
		if _, err := fs.Stat(r.workspace.Files, file); err != nil {
			return true
		}
		return r.session.namedElsewhere(file, r.stack.Name, r.component.Name)
	})
}

// mailHeader is the header of a mailed patch, as git format-patch makes it but for the
// commit's id, which means nothing to anybody else.
func mailHeader(commit *object.Commit) []byte {
	title, body, _ := strings.Cut(strings.TrimSpace(commit.Message), "\n")
	body = strings.TrimSpace(trailerLine.ReplaceAllString(body, ""))
	var out strings.Builder
	fmt.Fprintf(&out, "From: %s <%s>\n", mime.QEncoding.Encode("UTF-8", commit.Author.Name), commit.Author.Email)
	fmt.Fprintf(&out, "Date: %s\n", commit.Author.When.Format("Mon, 2 Jan 2006 15:04:05 -0700"))
	fmt.Fprintf(&out, "Subject: [PATCH] %s\n", mime.QEncoding.Encode("UTF-8", strings.TrimSpace(title)))
	if strings.ContainsFunc(body, func(r rune) bool { return r > 127 }) {
		out.WriteString("MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n")
	}
	out.WriteString("\n")
	if body != "" {
		out.WriteString(body + "\n")
	}
	out.WriteString("---\n\n")
	return []byte(out.String())
}
