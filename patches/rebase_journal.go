package patches

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// The names in a session's folder.
const (
	requestName     = "request.json"
	journalName     = "journal.json"
	stopPrefix      = "conflict-"
	temporaryPrefix = ".tmp-"
)

// journalVersion goes up when an older program could not read the files.
const journalVersion = 1

// rebaseJournal is what was decided.
type rebaseJournal struct {
	Version int `json:"version"`
	// Step counts the stops; it names the folder of the current one.
	Step      int            `json:"step"`
	Decisions []journalEntry `json:"decisions"`
	// Amending is the patch of a stop that Amend made.
	Amending *int `json:"amending,omitempty"`
	// Resolutions is the text form.
	Resolutions string `json:"resolutions"`
}

type journalEntry struct {
	Patch    int      `json:"patch"`
	Decision Decision `json:"decision"`
}

// savedRequest is a request as it is kept.
type savedRequest struct {
	Version        int           `json:"version"`
	From           string        `json:"from"`
	Onto           string        `json:"onto"`
	Series         []Entry       `json:"series"`
	Identity       Identity      `json:"identity"`
	Each           bool          `json:"each,omitempty"`
	Style          ConflictStyle `json:"style,omitempty"`
	UseResolutions bool          `json:"use_resolutions,omitempty"`
}

func (s *RebaseSession) saveRequest() error {
	r := s.request
	return s.save(requestName, savedRequest{journalVersion, r.From.String(), r.Onto.String(), r.Series, r.Identity, r.Each, r.Style, r.UseResolutions})
}

func (s *RebaseSession) saveJournal() error {
	s.journal.Version = journalVersion
	s.journal.Resolutions = string(s.known.Bytes())
	return s.save(journalName, s.journal)
}

func (s *RebaseSession) save(name string, value any) error {
	text, err := json.MarshalIndent(value, "", " ")
	if err != nil {
		return fmt.Errorf("save %s: %w", name, err)
	}
	if err := replaceFile(s.dir, name, append(text, '\n')); err != nil || name == requestName {
		return err // the journal, without which the request is none, takes both to the disk
	}
	return syncFolder(s.dir)
}

// load reads what was saved.
func (s *RebaseSession) load() error {
	if err := s.read(journalName, &s.journal); err != nil {
		return err
	}
	var r savedRequest
	if err := s.read(requestName, &r); err != nil {
		return err
	}
	if s.journal.Version != journalVersion || r.Version != journalVersion {
		return fmt.Errorf("the rebase in %s was begun by another version of this program", s.dir)
	}
	s.request = RebaseRequest{From: plumbing.NewHash(r.From), Onto: plumbing.NewHash(r.Onto), Series: r.Series, Identity: r.Identity,
		Each: r.Each, Style: r.Style, UseResolutions: r.UseResolutions}
	var err error
	if s.known, err = ParseResolutions([]byte(s.journal.Resolutions)); err != nil {
		return fmt.Errorf("read %s: %w", filepath.Join(s.dir, journalName), err)
	}
	return nil
}

// RebaseUnderWay says from where to where the session in dir moves its series. The error
// is ErrNoRebase if none is there.
func RebaseUnderWay(dir string) (from, onto plumbing.Hash, err error) {
	s := &RebaseSession{dir: dir}
	if err := s.load(); err != nil {
		return plumbing.ZeroHash, plumbing.ZeroHash, err
	}
	return s.request.From, s.request.Onto, nil
}

// AbortRebase removes the session in dir, also one that this program cannot read. The
// error is ErrNoRebase if none is there.
func AbortRebase(dir string) error {
	if _, err := os.Lstat(filepath.Join(dir, journalName)); errors.Is(err, fs.ErrNotExist) {
		return ErrNoRebase
	}
	return (&RebaseSession{dir: dir}).Close()
}

func (s *RebaseSession) read(name string, value any) error {
	path := filepath.Join(s.dir, name)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoRebase
	}
	if err == nil {
		err = json.Unmarshal(text, value)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}

// replaceFile puts a whole file in the place of another, or of none: written
// beside it, synced, renamed (rename(2)). The folder is the caller's to sync.
func replaceFile(dir, name string, content []byte) error {
	file, err := os.CreateTemp(dir, temporaryPrefix)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, err = file.Write(content)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), filepath.Join(dir, name))
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", filepath.Join(dir, name), err), os.RemoveAll(file.Name()))
	}
	return nil
}

func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// writeStop writes the files of the stop, if it has any.
func (s *RebaseSession) writeStop() error {
	if s.state.Dir == "" {
		return nil
	}
	// A folder of that name is of a process that was killed before its journal.
	if err := os.RemoveAll(s.state.Dir); err != nil {
		return fmt.Errorf("write conflicts: %w", err)
	}
	if err := os.Mkdir(s.state.Dir, 0o777); err != nil {
		return fmt.Errorf("write conflicts: %w", err)
	}
	root, err := os.OpenRoot(s.state.Dir)
	if err != nil {
		return fmt.Errorf("write conflicts: %w", err)
	}
	defer root.Close()
	if s.journal.Amending != nil {
		if err := s.writeAmending(root, &s.state.Rebased.Patches[s.state.Stopped]); err != nil {
			return fmt.Errorf("write files: %w", err)
		}
		return syncFolder(s.state.Dir)
	}
	for _, f := range s.state.Rebased.Patches[s.state.Stopped].Unmerged {
		if err := s.writeUnmerged(root, f); err != nil {
			return fmt.Errorf("write conflicts: %w", err)
		}
	}
	return syncFolder(s.state.Dir)
}

// writeUnmerged writes one file with markers, or the sides of one that has none.
func (s *RebaseSession) writeUnmerged(root *os.Root, f UnmergedFile) error {
	if reason := safePath(f.Path, f.Mode, false); reason != "" {
		return errors.New(reason)
	}
	if err := root.MkdirAll(filepath.Dir(f.Path), 0o777); err != nil {
		return err
	}
	perm := fs.FileMode(0o666)
	if f.Mode&0o111 != 0 {
		perm = 0o777
	}
	if len(f.hunks) > 0 {
		content := f.Content
		if f.Proposed != nil {
			content = f.Proposed
		}
		return root.WriteFile(f.Path, content, perm)
	}
	o := newObjects(s.objects)
	if s.state.Rebased.objects != nil {
		o = s.state.Rebased.objects
	}
	for _, side := range []struct {
		suffix string
		id     plumbing.Hash
	}{{".base", f.Base}, {".ours", f.Ours}, {".theirs", f.Theirs}} {
		if side.id.IsZero() {
			continue
		}
		content := []byte(subproject + side.id.String() + "\n")
		if f.Kind != "submodule" {
			var err error
			if content, err = o.blob(side.id); err != nil {
				return err
			}
		}
		if err := root.WriteFile(f.Path+side.suffix, content, perm); err != nil {
			return err
		}
	}
	return nil
}

// readResolved reads what the person made of a file.
func (s *RebaseSession) readResolved(f UnmergedFile) (ResolvedFile, error) {
	resolved := ResolvedFile{Path: f.Path}
	root, err := os.OpenRoot(s.state.Dir)
	if err != nil {
		return resolved, fmt.Errorf("read resolution: %w", err)
	}
	defer root.Close()
	info, err := root.Lstat(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := root.Lstat(f.Path + ".deleted"); err != nil {
			return resolved, &LeftoverError{Path: f.Path}
		}
		resolved.Deleted = true
		return resolved, nil
	}
	if err != nil {
		return resolved, fmt.Errorf("read resolution: %w", err)
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		target, err := root.Readlink(f.Path)
		resolved.Mode, resolved.Content = modeSymlink, []byte(target)
		return resolved, err
	case !info.Mode().IsRegular():
		return resolved, fmt.Errorf("read resolution: %s is neither a file nor a symlink", f.Path)
	}
	if resolved.Content, err = root.ReadFile(f.Path); err != nil {
		return resolved, fmt.Errorf("read resolution: %w", err)
	}
	resolved.Mode = modePlain
	switch {
	case f.Kind == "submodule" && strings.HasPrefix(string(resolved.Content), subproject):
		resolved.Mode = modeGitlink
	case info.Mode()&0o100 != 0:
		resolved.Mode = modePlain | 0o111
	}
	if line := markerLine(resolved.Content); line > 0 && len(f.hunks) > 0 {
		return resolved, &LeftoverError{f.Path, line}
	}
	return resolved, nil
}
