package patches

import (
	"context"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/sourcegraph/conc/pool"
)

// rebaser is a rebase under way.
type rebaser struct {
	*objects
	request RebaseRequest
	result  *Rebased
	history *upstream
	// oldBase is where the old series stands, newBase where the new one does; parent is
	// the last new commit.
	oldBase, newBase, parent plumbing.Hash
	// without is the old base with those patches only that are in the new series, or
	// need not be; left are those that were left out because they conflict.
	without plumbing.Hash
	left    []int
}

// patch moves one patch.
func (r *rebaser) patch(ctx context.Context, i int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	entry := r.request.Series[i]
	r.result.Patches = append(r.result.Patches, RebasedPatch{File: entry.Name, Conflicts: []RebaseConflictAt{}})
	p := &r.result.Patches[i]
	p.OldBase, p.OldTree, p.NewBase = r.oldBase, r.oldBase, r.newBase

	input := entry.Input
	input.Options.Check = false
	verdict, err := r.apply(ctx, r.oldBase, input, false)
	if err != nil {
		return err
	}
	p.Verdict = &verdict
	decision := r.request.Decisions[i]
	if !verdict.Reached() && decision.Kind == DecisionSkip {
		p.Status = RebaseSkipped
		return nil
	}
	if !verdict.Reached() {
		p.Status = RebaseUnapplied
		if verdict.Fault != nil {
			p.Evidence = string(verdict.Status) + ": " + verdict.Fault.Message
		}
		r.result.Complete = false
		return nil
	}
	p.OldTree = plumbing.NewHash(verdict.Tree)
	if decision.Kind == DecisionSkip {
		p.Status = RebaseSkipped
		return r.advance(i, true)
	}
	// The merge, and beside it how the file itself fares on the new base.
	b := &batch{objects: r.objects}
	var merge *treeMerge
	var tree plumbing.Hash
	var now Verdict
	both := pool.New().WithErrors().WithFirstError()
	both.Go(func() (err error) {
		merge, tree, err = b.mergeTrees(p.OldBase, r.newBase, p.OldTree, r.labels(i))
		return err
	})
	both.Go(func() (err error) {
		input.Options.Check = true
		now, err = r.apply(ctx, r.newBase, input, true)
		return err
	})
	if err := both.Wait(); err != nil {
		return err
	}
	p.Conflicts = append(p.Conflicts, merge.conflicts...)
	p.Unmerged, p.Changed = merge.unmerged, merge.merged
	slices.Sort(p.Changed)
	if tree, err = r.resolve(p, merge, decision, tree); err != nil {
		return err
	}
	if len(merge.conflicts) == 0 && decision.Kind == DecisionResolve {
		if tree, err = r.amend(b, p, decision.Files, tree); err != nil {
			return err
		}
	}
	if err := r.judge(ctx, i, p, decision, tree, now); err != nil {
		return err
	}
	if p.Tree == "" {
		return r.advance(i, p.Status == RebaseLanded)
	}
	if err := r.keep(b); err != nil {
		return err
	}
	p.NewTree = tree
	if err := r.commitPatch(i, p); err != nil {
		return err
	}
	return r.advance(i, true)
}

// labels are the names behind the conflict markers.
func (r *rebaser) labels(i int) MergeOptions {
	return MergeOptions{Style: r.request.Style, Ours: "onto " + r.request.Onto.String()[:12],
		Base: "before " + r.request.Series[i].Name, Theirs: r.request.Series[i].Name}
}

// judge sets status and evidence, and Tree where the patch gets into the new series.
// Tree is what the merge reached, zero where it conflicts.
func (r *rebaser) judge(ctx context.Context, i int, p *RebasedPatch, decision Decision, tree plumbing.Hash, now Verdict) error {
	if tree == r.newBase || tree.IsZero() && decision.Kind != DecisionKeep {
		landed, err := r.landed(ctx, p, tree == r.newBase, now)
		if err != nil || landed {
			return err
		}
	}
	if tree.IsZero() || tree == r.newBase {
		if err := r.roots(p); err != nil {
			return err
		}
		p.Status = RebaseConflict
		if !slices.ContainsFunc(p.Conflicts, func(c RebaseConflictAt) bool { return c.Root }) {
			p.Status = RebaseWaits
			if err := r.needs(p); err != nil {
				return err
			}
		}
		r.result.Complete = false
	} else {
		p.Tree = tree.String()
		r.classify(p, tree, now)
	}
	if decision.Kind == DecisionKeep || decision.Kind == DecisionResolve || p.Status == RebaseWaits {
		return nil
	}
	commit, kind, err := r.sameTitle(ctx, i, p)
	if err != nil || commit == nil {
		return err
	}
	p.Status = RebaseAsk
	p.evidence(kind, commit)
	r.result.Complete = false
	return nil
}

// classify says of a patch that merges how its file fares.
func (r *rebaser) classify(p *RebasedPatch, tree plumbing.Hash, now Verdict) {
	p.Status = RebaseMerged
	// A fuzzy file has no tree of its own accord: it was acknowledged.
	if now.Tree != tree.String() {
		return
	}
	switch now.Status {
	case Clean, Offset:
		p.Status, p.Keep = RebaseStatus(now.Status), true
	case Fuzzy:
		p.Status, p.Keep = RebaseFuzzy, p.Verdict.Status == Fuzzy
	}
}

// landed says whether the new base has the patch already, and by which evidence.
// Empty says that merging it changes nothing.
func (r *rebaser) landed(ctx context.Context, p *RebasedPatch, empty bool, now Verdict) (bool, error) {
	if empty && len(r.left) > 0 {
		// It may only undo, or repeat, what a patch does that was left out.
		b := &batch{objects: r.objects}
		_, tree, err := b.mergeTrees(p.OldBase, r.without, p.OldTree, MergeOptions{})
		if err != nil || tree == r.without {
			return false, err
		}
	}
	commit, err := r.history.samePatch(ctx, p.OldBase, p.OldTree)
	if err != nil {
		return false, err
	}
	reversible := false
	if commit == nil && now.Status == Landed {
		if reversible, err = r.reverseApplies(ctx, p); err != nil {
			return false, err
		}
	}
	switch {
	case commit != nil:
		p.evidence("patch-id", commit)
	case reversible:
		p.Evidence = "reverse-applies"
	case empty:
		p.Evidence = "empty-after-merge"
	default:
		return false, nil
	}
	p.Status = RebaseLanded
	p.Conflicts, p.Unmerged, p.Changed = []RebaseConflictAt{}, nil, nil
	return true, nil
}

// reverseApplies says whether what the patch does can be taken back from the new base, as
// git apply --reverse would. That a hunk's lines are somewhere, or that a file of the name
// it renames to is there (Landed), is not enough to drop a patch: renames are written out.
func (r *rebaser) reverseApplies(ctx context.Context, p *RebasedPatch) (bool, error) {
	diff, err := r.diffText(p.OldBase, p.OldTree, diffFormat{context: 3, binary: true})
	if err != nil {
		return false, err
	}
	v, err := r.apply(ctx, r.newBase, Input{"reversed.patch", diff, Options{Check: true, Reverse: true}}, true)
	return v.Status == Clean || v.Status == Offset, err
}

// sameTitle finds a commit of the same title, and says what kind of evidence that is.
func (r *rebaser) sameTitle(ctx context.Context, i int, p *RebasedPatch) (*upstreamCommit, string, error) {
	title := r.title(i)
	if title == "" {
		return nil, "", nil
	}
	commit, err := r.history.sameTitle(ctx, title)
	if err != nil || commit == nil {
		return nil, "", err
	}
	same, err := r.history.isPatch(commit, p.OldBase, p.OldTree)
	if same {
		// Merging it changes something all the same: it was undone, or changed again.
		return commit, "patch-id", err
	}
	return commit, "same-title", err
}

// title is what a patch says about itself; "" if it says nothing.
func (r *rebaser) title(i int) string {
	entry := r.request.Series[i]
	if entry.Message != "" {
		return firstTitle(entry.Message)
	}
	decoded, err := Decode(entry.Name, entry.Content, entry.Options.Limits)
	if err != nil || decoded.Mail == nil {
		return ""
	}
	return decoded.Mail.Subject
}

func (p *RebasedPatch) evidence(kind string, c *upstreamCommit) {
	p.Evidence = kind + " " + c.id.String()
	p.EvidenceCommit, p.EvidenceTitle = c.id.String(), c.title
}

// commitPatch makes the new commit.
func (r *rebaser) commitPatch(i int, p *RebasedPatch) error {
	b := &batch{objects: r.objects}
	entry := r.request.Series[i]
	id := b.put(plumbing.CommitObject, r.request.Identity.commit(p.NewTree, r.parent, entry.message()))
	p.Commit = id.String()
	r.newBase, r.parent = p.NewTree, id
	return r.keep(b)
}

// advance goes on to the next patch. Present says that the new base has what the patch
// does, or that nobody wants it there.
func (r *rebaser) advance(i int, present bool) error {
	p := &r.result.Patches[i]
	defer func() { r.oldBase = p.OldTree }()
	if !present {
		r.left = append(r.left, i)
		return nil
	}
	if r.without == p.OldBase {
		r.without = p.OldTree
		return nil
	}
	b := &batch{objects: r.objects}
	_, tree, err := b.mergeTrees(p.OldBase, r.without, p.OldTree, MergeOptions{})
	if err != nil || tree.IsZero() {
		return err
	}
	r.without = tree
	return r.keep(b)
}
