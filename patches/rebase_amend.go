package patches

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// Amend makes a stop at a patch that is in the new series, by its index: a check of
// somebody else's says that what it makes is wrong, though it merges. The folder of the
// stop has the files that the patch changes, as they stand after it. Continue takes what
// the person makes of them; a file of the tree that they put there besides is changed by
// the patch, too, and one that they take away is removed by it; what the tree does not
// have is a *StrangeFileError. The session must have no stop.
func (s *RebaseSession) Amend(index int) error {
	if s.state.Stopped >= 0 {
		return errors.New("amend: the rebase has a stop already")
	}
	if p := &s.state.Rebased.Patches[index]; p.Tree == "" {
		return fmt.Errorf("amend: %s is not in the new series", p.File)
	}
	if err := s.Save(); err != nil {
		return err
	}
	was := s.journal
	s.journal.Amending = &index
	s.journal.Step++
	s.stand(s.state.Rebased)
	err := s.writeStop()
	if err == nil {
		err = s.saveJournal()
	}
	if err != nil {
		s.journal = was
		s.stand(s.state.Rebased)
		return err
	}
	return s.sweep()
}

// StrangeFileError says that a file at a stop is none of the tree.
type StrangeFileError struct{ Path, Dir string }

func (e *StrangeFileError) Error() string {
	return fmt.Sprintf("%s is in %s, but the tree after the patch has no such file", e.Path, e.Dir)
}

// amended are the files below a stop that are not as the patch makes them.
func (s *RebaseSession) amended(p *RebasedPatch) ([]ResolvedFile, error) {
	o := s.state.Rebased.objects
	var files []ResolvedFile
	for _, f := range s.state.Files {
		if _, err := os.Lstat(filepath.Join(s.state.Dir, f)); errors.Is(err, fs.ErrNotExist) {
			files = append(files, ResolvedFile{Path: f, Deleted: true})
		}
	}
	err := filepath.WalkDir(s.state.Dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(s.state.Dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		resolved, err := s.readResolved(UnmergedFile{Path: name})
		if err != nil {
			return err
		}
		if reason := safePath(name, resolved.Mode, false); reason != "" {
			return errors.New(reason)
		}
		old, found, err := o.find(p.NewTree, name)
		if err != nil {
			return err
		}
		if !found {
			// An editor's copy, most likely.
			return &StrangeFileError{Path: name, Dir: s.state.Dir}
		}
		if old.mode == resolved.Mode && old.id == objectID(plumbing.BlobObject, resolved.Content) {
			return nil
		}
		files = append(files, resolved)
		return nil
	})
	var strange *StrangeFileError
	if err != nil && !errors.As(err, &strange) {
		err = fmt.Errorf("read what was made of %s: %w", p.File, err)
	}
	return files, err
}

// continueAmended takes what the person made of the files at a stop of Amend, on top of
// what they had decided about the patch before.
func (s *RebaseSession) continueAmended(ctx context.Context, p *RebasedPatch) error {
	files, err := s.amended(p)
	if err != nil {
		return err
	}
	index := s.state.Stopped
	decision := Decision{Kind: DecisionResolve}
	for _, e := range s.journal.Decisions {
		if e.Patch == index {
			decision = e.Decision
		}
	}
	if len(files) == 0 {
		s.journal.Amending = nil
		return s.decide(ctx, nil)
	}
	decision.Kind, decision.Files = DecisionResolve, slices.Clone(decision.Files)
	for _, f := range files {
		decision.Files = slices.DeleteFunc(decision.Files, func(old ResolvedFile) bool { return old.Path == f.Path })
		decision.Files = append(decision.Files, f)
	}
	// What was decided about one of these files further on was of the file as it was: it is
	// asked again, and what was recorded of it proposed.
	was := s.journal
	s.journal.Decisions = slices.DeleteFunc(slices.Clone(was.Decisions), func(e journalEntry) bool {
		return e.Patch > index && slices.ContainsFunc(e.Decision.Files, func(f ResolvedFile) bool {
			return slices.ContainsFunc(files, func(now ResolvedFile) bool { return now.Path == f.Path })
		})
	})
	if err := s.decide(ctx, &journalEntry{index, decision}); err != nil {
		s.journal = was
		return err
	}
	return nil
}

// writeAmending writes the files that the patch at a stop of Amend changes.
func (s *RebaseSession) writeAmending(root *os.Root, p *RebasedPatch) error {
	for _, name := range s.state.Files {
		entry, _, err := s.state.Rebased.objects.find(p.NewTree, name)
		if err != nil {
			return err
		}
		content, err := s.state.Rebased.objects.blob(entry.id)
		if err != nil {
			return err
		}
		if err := root.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if entry.mode&modeType == modeSymlink {
			if err := root.Symlink(string(content), name); err != nil {
				return err
			}
			continue
		}
		perm := fs.FileMode(0o666)
		if entry.mode&0o111 != 0 {
			perm = 0o777
		}
		if err := root.WriteFile(name, content, perm); err != nil {
			return err
		}
	}
	return nil
}

// amendable are the files that a patch changes and leaves there, submodules apart.
func (r *Rebased) amendable(p *RebasedPatch) ([]string, error) {
	changes, err := r.objects.changesBetween(p.NewBase, p.NewTree)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, c := range changes {
		if c.new.exists() && c.new.mode != modeGitlink {
			names = append(names, c.path)
		}
	}
	return names, nil
}

// amend puts files that a person left into a tree that the patch merges to.
func (r *rebaser) amend(b *batch, p *RebasedPatch, files []ResolvedFile, tree plumbing.Hash) (plumbing.Hash, error) {
	if err := r.keep(b); err != nil { // what the tree is made of can be read from here on
		return plumbing.ZeroHash, err
	}
	var changes []change
	for _, f := range files {
		c := change{path: f.Path}
		if !f.Deleted {
			c.mode, c.id = f.Mode, b.put(plumbing.BlobObject, bytes.Clone(f.Content))
		}
		changes = append(changes, c)
	}
	p.Evidence = "resolved"
	return b.with(tree, changes)
}
