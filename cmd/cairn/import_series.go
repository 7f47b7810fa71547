package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"cairn/internal/lazyregexp"
	"cairn/patches"
	"cairn/sources"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// commitsSince are the commits from the base to the HEAD, oldest first.
func (w *workTree) commitsSince(ctx context.Context, base plumbing.Hash) ([]*object.Commit, error) {
	const hint = "the commits must stand in one line on the locked base: rebase them onto it with git"
	var commits []*object.Commit
	for at := w.head; at.Hash != base; {
		if len(at.ParentHashes) > 1 {
			return nil, usageError{message: fmt.Sprintf("commit %.8s %q merges: a series has no merges", at.Hash, subject(at)), hint: hint}
		}
		commits = append(commits, at)
		var err error
		if len(at.ParentHashes) == 1 {
			at, err = object.GetCommit(w.objects, at.ParentHashes[0])
		}
		if len(commits[len(commits)-1].ParentHashes) == 0 || errors.Is(err, plumbing.ErrObjectNotFound) {
			return nil, usageError{message: fmt.Sprintf("the locked base %.8s is no ancestor of the HEAD of %s", base, w.dir), hint: hint}
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, fmt.Errorf("read the commits of %s: %w", w.dir, err)
		}
	}
	slices.Reverse(commits)
	return commits, nil
}

// series makes a patch of every commit. A file whose result is the commit's tree stays
// as it is.
func (r *rebasing) series(ctx context.Context, w *workTree, commits []*object.Commit) ([]seriesPatch, error) {
	series := []seriesPatch{}
	before, err := object.GetCommit(w.objects, plumbing.Hash(r.entry.Source.Commit))
	if err != nil {
		return nil, fmt.Errorf("read the base: %w", err)
	}
	from := before.TreeHash
	claimed := map[string]bool{} // by a trailer
	for _, commit := range commits {
		claimed[trailer(commit.Message)] = true
	}
	for _, commit := range commits {
		if commit.TreeHash == from {
			return nil, usageError{message: fmt.Sprintf("commit %.8s %q changes nothing", commit.Hash, subject(commit)), hint: "drop it with git: a patch must change something"}
		}
		name := trailer(commit.Message)
		if name == "" {
			name = r.imported(slug(subject(commit)), claimed)
		}
		old, err := r.patchCalled(name)
		if err != nil {
			return nil, err
		}
		patch := seriesPatch{name: name, old: old, reason: subject(commit)}
		if name == "" {
			patch.name = r.freeName(slug(patch.reason), series)
		}
		if slices.ContainsFunc(series, func(p seriesPatch) bool { return p.name == patch.name }) {
			return nil, usageError{message: fmt.Sprintf("two commits say %q, the second is %.8s", trailerKey+patch.name, commit.Hash), hint: "take that line out of one of them: it becomes a new patch"}
		}
		if old != nil {
			patch.file, err = r.reimport(ctx, w.objects, old, from, commit.TreeHash)
		} else {
			patch.file, err = r.newFile(ctx, w.objects, patch.name, from, commit.TreeHash, commit)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", patch.name, err)
		}
		series = append(series, patch)
		from = commit.TreeHash
	}
	return series, nil
}

// imported is the patch that an earlier import has made of a commit without a trailer, by
// the name it gave it; "" if there is none. It is claimed then.
func (r *rebasing) imported(title string, claimed map[string]bool) string {
	name := title
	for n := 2; r.applies(name); n++ {
		if !claimed[name] {
			claimed[name] = true
			return name
		}
		name = fmt.Sprintf("%s-%d", title, n)
	}
	return ""
}

// applies reports whether the stack itself applies a patch of that name.
func (r *rebasing) applies(name string) bool {
	return slices.ContainsFunc(r.applied, func(p *stacks.Patch) bool { return p.Name == name })
}

// patchCalled is the applied patch of that name, nil if there is none.
func (r *rebasing) patchCalled(name string) (*stacks.Patch, error) {
	for _, patch := range r.component.Patches {
		if patch.Name == name && !slices.Contains(r.applied, patch) {
			return nil, usageError{message: fmt.Sprintf("the patch %q is not applied by %s itself", name, r.stack.Name), hint: fmt.Sprintf("take %q out of the commit's message: it becomes a new patch", trailerKey+name)}
		}
		if patch.Name == name {
			return patch, nil
		}
	}
	if name != "" && !patchName.MatchString(name) {
		return nil, usageError{message: fmt.Sprintf("%q is no name for a patch", name), hint: "letters, digits, - _ and + are"}
	}
	return nil, nil
}

// reimport is a patch's file for the change between two trees: as it is if it makes that
// change, else written anew, in its encodings and with its mail's header.
func (r *rebasing) reimport(ctx context.Context, objects *sources.Objects, old *stacks.Patch, from, to plumbing.Hash) (patches.Exported, error) {
	content, err := r.patchFile(ctx, old)
	if err != nil {
		return patches.Exported{}, err
	}
	file := patches.Exported{Name: old.Path, Content: content, Options: patchOptions(old)}
	if makes, err := gives(ctx, objects, file, from, to); makes || err != nil {
		return file, err
	}
	diff, err := patches.DiffTrees(ctx, objects, from, to)
	if err != nil {
		return file, err
	}
	file.Changed, file.Options = true, patches.Options{}
	if file.Content, err = patches.Rewrite(old.Path, content, diff); err != nil {
		return file, err
	}
	if makes, err := gives(ctx, objects, file, from, to); !makes && err == nil {
		return file, errors.New("what was written does not give the commit's tree: the text before its diff looks like a patch")
	}
	return file, err
}

// newFile is a patch file for the change between two trees, with the commit's author
// and message before it where that can be read back; commit may be nil.
func (r *rebasing) newFile(ctx context.Context, objects *sources.Objects, name string, from, to plumbing.Hash, commit *object.Commit) (patches.Exported, error) {
	diff, err := patches.DiffTrees(ctx, objects, from, to)
	if err != nil {
		return patches.Exported{}, err
	}
	file := patches.Exported{Index: -1, Name: path.Join("patches", r.stack.Name, name+".patch"), Changed: true}
	if _, err := fs.Stat(r.workspace.Files, file.Name); err == nil {
		return file, usageError{message: file.Name + " is there already", hint: fmt.Sprintf("name the patch otherwise: end the commit's message with %q", trailerKey+"NAME")}
	}
	if commit != nil {
		file.Content = append(mailHeader(commit), diff...)
		if makes, err := gives(ctx, objects, file, from, to); makes || err != nil {
			return file, err
		}
	}
	file.Content = diff
	makes, err := gives(ctx, objects, file, from, to)
	if err == nil && !makes {
		err = errors.New("the diff does not give the tree")
	}
	return file, err
}

// gives reports whether a patch file makes one tree of another.
func gives(ctx context.Context, objects *sources.Objects, file patches.Exported, from, to plumbing.Hash) (bool, error) {
	options := file.Options
	options.Check = true
	verdict, err := patches.Apply(ctx, objects, from, file.Name, file.Content, options)
	return err == nil && verdict.Tree == to.String(), err
}

var (
	patchName   = lazyregexp.New(`^[A-Za-z0-9_][A-Za-z0-9_+-]{0,127}$`)
	trailerLine = lazyregexp.New(`(?m)^Cairn-Patch:[ \t]*(\S+)[ \t]*\r?$`)
	notInNames  = lazyregexp.New(`[^a-z0-9_+]+`)
)

// trailer is the patch that a commit belongs to, "" for a new one. Of commits that were
// squashed the first counts.
func trailer(message string) string {
	if found := trailerLine.FindStringSubmatch(message); found != nil {
		return found[1]
	}
	return ""
}

// subject is the first line of a commit's message.
func subject(commit *object.Commit) string {
	line, _, _ := strings.Cut(strings.TrimSpace(commit.Message), "\n")
	return strings.TrimSpace(line)
}

// slug is a name made of a title, as long as those of git format-patch.
func slug(title string) string {
	name := strings.Trim(notInNames.ReplaceAllString(strings.ToLower(title), "-"), "-+")
	if len(name) > 52 {
		name = strings.TrimRight(name[:52], "-+")
	}
	if name == "" {
		return "patch"
	}
	return name
}

// freeName is the name, with a number if the component or the series has it.
func (r *rebasing) freeName(name string, series []seriesPatch) string {
	taken := func(name string) bool {
		return slices.ContainsFunc(r.component.Patches, func(p *stacks.Patch) bool { return p.Name == name }) ||
			slices.ContainsFunc(series, func(p seriesPatch) bool { return p.name == name })
	}
	free := name
	for n := 2; taken(free); n++ {
		free = fmt.Sprintf("%s-%d", name, n)
	}
	return free
}

// namedElsewhere reports whether a patch in that file of the workspace is another one
// than those that the component applies. What cannot be read counts as a yes.
func (s *session) namedElsewhere(file, stack, component string) bool {
	ws, err := s.workspace()
	if err != nil {
		return true
	}
	for _, other := range ws.Stacks {
		for _, c := range other.Components {
			own := other.Name == stack && c.Name == component
			if slices.ContainsFunc(c.Patches, func(p *stacks.Patch) bool {
				return p.Archive == nil && p.Path == file && (!own || !p.Applies(""))
			}) {
				return true
			}
		}
	}
	return false
}
