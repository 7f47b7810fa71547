package main

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"cairn/lockfiles"
	"cairn/patches"
	"cairn/sources"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// locate finds the one base of those that can be read.
func (v *survey) locate(ctx context.Context, tree *reading) error {
	var inputs []patches.Input
	var files []*surveyed
	for _, f := range v.files {
		if f.reason == "" {
			inputs, files = append(inputs, f.input()), append(files, f)
		}
	}
	if len(inputs) == 0 {
		return nil
	}
	report, err := patches.Locate(ctx, v.objects, v.heads, inputs)
	if err != nil {
		return err
	}
	var found []*surveyed
	inputs = inputs[:0]
	for i, f := range files {
		f.located = &report.Files[i]
		switch {
		case !foreign(f.located):
			found, inputs = append(found, f), append(inputs, f.input())
		case !tree.hasFolders(f.located): // else it only makes new files, and fits any commit
			f.reason = elsewhere
		}
	}
	if v.base != nil || len(found) == 0 {
		return nil
	}
	if len(found) < len(files) {
		if report, err = patches.Locate(ctx, v.objects, v.heads, inputs); err != nil {
			return err
		}
	}
	series := report.Series
	if series == nil {
		series = &report.Files[0]
	}
	v.base, v.by, v.equal = series.Commit, series.Confidence, series.Equal
	return v.datedBase(series, found)
}

// foreign says that a patch is another upstream's: nothing of it stands here, or by
// content less than half of its hunks, as in forks of each other.
func foreign(l *patches.Location) bool {
	return l.Confidence == patches.Nowhere || l.IDs == l.Mismatches && 2*l.Placed < l.Hunks
}

// hasFolders says of a patch that only makes new files whether the tree has the folders
// that it makes them in.
func (r *reading) hasFolders(l *patches.Location) bool {
	for _, section := range l.Sections {
		if section.By != "absence" || !r.folders[path.Dir(section.Path)] {
			return false
		}
	}
	return len(l.Sections) > 0
}

// datedBase goes back, where several commits fit equally, to the newest that there was
// when the first of the patches was cut, as the dates in the names of the files say.
func (v *survey) datedBase(series *patches.Location, files []*surveyed) error {
	if series.Commit == nil || series.Hinted {
		return nil
	}
	var first time.Time
	for _, f := range files {
		if day, err := time.Parse("20060102", dateOf(f)); err == nil && (first.IsZero() || day.Before(first)) {
			first = day
		}
	}
	if first.IsZero() {
		return nil
	}
	// A day ends last twelve hours behind Greenwich.
	end := first.AddDate(0, 0, 1).Add(12 * time.Hour)
	id := plumbing.NewHash(series.Commit.ID)
	for range series.Equal {
		commit, err := object.GetCommit(v.objects, id)
		if err != nil {
			return fmt.Errorf("read %s: %w", id, err)
		}
		if commit.Committer.When.Before(end) {
			v.dated = id.String() != v.base.ID
			v.base = &patches.CommitInfo{ID: id.String(), Title: subject(commit), Date: commit.Committer.When}
			return nil
		}
		if len(commit.ParentHashes) == 0 {
			break
		}
		id = commit.ParentHashes[0]
	}
	return nil // they are all younger: the names say something else
}

// dateOf is the date in a file's name, "20260507", or "".
func dateOf(f *surveyed) string { return strings.ReplaceAll(dateIn.FindString(f.name), "-", "") }

// byDate sorts by the dates in the names, those without one first, where most have one
// and they are not all numbered.
func byDate(files []*surveyed) {
	dated, counted := 0, 0
	for _, f := range files {
		if dateOf(f) != "" {
			dated++
		}
		if numbered.MatchString(path.Base(f.name)) {
			counted++
		}
	}
	if 2*dated > len(files) && counted < len(files) {
		slices.SortStableFunc(files, func(a, b *surveyed) int { return strings.Compare(dateOf(a), dateOf(b)) })
	}
}

// given takes the commit that the person names as the base: by its id, also a shortened
// one, or by a tag or a branch. Where the history that was brought does not reach it, as
// another branch of a server, its own is brought, too.
func (v *survey) given(ctx context.Context, s *session, repositories *sources.Repositories, pin lockfiles.Pin) error {
	id, err := repositories.Revision(ctx, pin, v.opts.rev)
	if err != nil {
		return revisionError(err)
	}
	if id.String() != v.opts.rev {
		s.note("rev", fmt.Sprintf("%s is commit %s", v.opts.rev, id))
	}
	hash := plumbing.Hash(id)
	reached, err := v.reached(ctx, hash)
	if err != nil {
		return err
	}
	if !reached {
		pin.Revision = id
		if v.objects, err = repositories.History(ctx, pin); err != nil {
			return err
		}
		v.heads = append([]plumbing.Hash{hash}, v.heads...)
	}
	commit, err := object.GetCommit(v.objects, hash)
	if err != nil {
		return fmt.Errorf("read commit %s of %s: %w", id, sources.Redact(v.opts.url), err)
	}
	v.base = &patches.CommitInfo{ID: id.String(), Title: subject(commit), Date: commit.Committer.When}
	v.by = patches.Nowhere
	return nil
}

// reached says whether a commit is in the history of the heads.
func (v *survey) reached(ctx context.Context, wanted plumbing.Hash) (bool, error) {
	seen := map[plumbing.Hash]bool{}
	queue := slices.Clone(v.heads)
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		switch {
		case id == wanted:
			return true, nil
		case seen[id]:
			continue
		case ctx.Err() != nil:
			return false, ctx.Err()
		}
		seen[id] = true
		commit, err := object.GetCommit(v.objects, id)
		if err != nil {
			return false, fmt.Errorf("read commit %s of %s: %w", id, sources.Redact(v.opts.url), err)
		}
		queue = append(queue, commit.ParentHashes...)
	}
	return false, nil
}
