package patches

import (
	"cmp"
	"runtime"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/sourcegraph/conc/pool"
)

// mergeAhead merges the lines of files that all three sides have under one name, several
// at a time: what takes long of most merges. What comes out is what path would make of
// them, and is used there.
func (m *treeMerge) mergeAhead(list []treeChange) error {
	workers := pool.New().WithErrors().WithMaxGoroutines(runtime.GOMAXPROCS(0))
	m.ready = map[[3]plumbing.Hash]Merged{}
	type job struct{ base, ours, theirs fileEntry }
	jobs := []job{}
	for _, c := range list {
		_, from := m.theirFrom[c.path]
		_, to := m.theirTo[c.path]
		if from || to || !c.old.regular() || !c.new.regular() {
			continue
		}
		ours, err := m.at(m.ours, c.path)
		if err != nil {
			return err
		}
		if ours.regular() && ours.id != c.old.id && ours.id != c.new.id && c.old.id != c.new.id {
			jobs = append(jobs, job{c.old, ours, c.new})
		}
	}
	if len(jobs) < 2 {
		return nil
	}
	// The longest first, so that no worker is left alone with it.
	slices.SortStableFunc(jobs, func(a, b job) int { return cmp.Compare(m.sizeRead(b.base.id), m.sizeRead(a.base.id)) })
	results := make([]Merged, len(jobs))
	for i, j := range jobs {
		workers.Go(func() (err error) {
			results[i], err = m.mergeBlobs(j.base, j.ours, j.theirs, mergeNames{})
			return err
		})
	}
	if err := workers.Wait(); err != nil {
		return err
	}
	for i, j := range jobs {
		m.ready[[3]plumbing.Hash{j.base.id, j.ours.id, j.theirs.id}] = results[i]
	}
	return nil
}

// mergeBlobs merges the lines of three files; the base of a file that both sides added
// is empty.
func (m *treeMerge) mergeBlobs(base, ours, theirs fileEntry, names mergeNames) (Merged, error) {
	if result, found := m.ready[[3]plumbing.Hash{base.id, ours.id, theirs.id}]; found && names.same() {
		return result, nil
	}
	var contents [3][]byte
	for i, e := range []fileEntry{base, ours, theirs} {
		if !e.regular() {
			continue
		}
		var err error
		if contents[i], err = m.blob(e.id); err != nil {
			return Merged{}, err
		}
	}
	opts := m.opts
	if !names.same() {
		opts.Base, opts.Ours, opts.Theirs = opts.Base+":"+names.base, opts.Ours+":"+names.ours, opts.Theirs+":"+names.theirs
	}
	result := MergeFiles(contents[0], contents[1], contents[2], opts)
	if result.Binary && len(result.Conflicts) == 0 {
		// All three differ: an empty file that both sides' file is held against is none.
		result.Content = contents[1]
		result.Conflicts = []ConflictHunk{{Base: contents[0], Ours: contents[1], Theirs: contents[2]}}
	}
	return result, nil
}
