package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"cairn/internal/atomicfile"
	"cairn/patches"
	"cairn/stacks"
)

// replacement is one file of a changed series: its content under a temporary name, and
// the name it is to have. Without From the file is removed.
type replacement struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// replacements are all files of a changed series. Names are below the workspace, so that
// the list still holds where somebody moves that.
type replacements struct {
	Dir  string        `json:"dir"` // what the change was made in; it goes at the end
	List []replacement `json:"list"`
}

const finishSuffix = ".finish"

// replaceTogether puts files in their places. The list of them is written first: from
// then on the change is made, whatever becomes of this process, for whoever reads the
// workspace next ends it (finishInterrupted). All names are absolute here.
func (s *session) replaceTogether(stack, workspace, dir string, list []replacement) error {
	below := func(path string) (string, error) {
		if path == "" {
			return "", nil
		}
		return filepath.Rel(workspace, path)
	}
	made := replacements{List: make([]replacement, len(list))}
	var err error
	if made.Dir, err = below(dir); err != nil {
		return fmt.Errorf("write series: %w", err)
	}
	for i, r := range list {
		from, fromErr := below(r.From)
		to, toErr := below(r.To)
		if err := errors.Join(fromErr, toErr); err != nil {
			return fmt.Errorf("write series: %w", err)
		}
		made.List[i] = replacement{from, to}
	}
	data, err := json.Marshal(made)
	if err != nil {
		return fmt.Errorf("write series: %w", err)
	}
	// One that would be refused must not stand there.
	if err := s.checkList(stack, made); err != nil {
		return fmt.Errorf("write series: %w", err)
	}
	path := filepath.Join(s.dir, ".cairn", "rebase", stack+finishSuffix)
	if err := atomicfile.Write(path, data, 0o644); err != nil {
		return err
	}
	_, err = s.finishList(stack, path)
	return err
}

// checkList refuses a list that reaches beyond the workspace, or into git's own files: the
// workspace may be a stranger's, and so may the list. Only a lock may stand elsewhere,
// where the definition says so.
func (s *session) checkList(stack string, list replacements) error {
	if filepath.Dir(filepath.Clean(list.Dir)) != filepath.Join(".cairn", "rebase", stack) {
		return fmt.Errorf("%q is no folder of a change of %s", list.Dir, stack)
	}
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	names := []string{filepath.Join(list.Dir, sessionName)}
	for _, r := range list.List {
		if r.From != "" && !strings.HasPrefix(filepath.Clean(r.From), filepath.Clean(list.Dir)+"/") {
			return fmt.Errorf("%q is not in %s", r.From, list.Dir)
		}
		if r.From != "" {
			names = append(names, r.From)
		}
		if !filepath.IsLocal(r.To) && s.isLock(stack, r.To) {
			continue
		}
		if parts := strings.Split(filepath.Clean(r.To), "/"); !filepath.IsLocal(r.To) || parts[0][0] == '.' || slices.Contains(parts, ".git") {
			return fmt.Errorf("%q is no file of the workspace", r.To)
		}
		names = append(names, r.To)
	}
	for _, name := range names {
		if _, err := root.Stat(filepath.Dir(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err // through a link
		}
	}
	return nil
}

// isLock says whether the workspace's definition has the stack's lock there.
func (s *session) isLock(stack, name string) bool {
	ws, diags := stacks.Load(s.dir, os.DirFS(s.dir), version)
	return !diags.HasErrors() && filepath.Join(s.dir, name) == s.lockPath(ws, stack)
}

// finishInterrupted ends the changes of series that killed processes had begun to put
// into the workspace. Every command that reads one calls it first, and so finds a
// definition, its patch files and its lock together, or none of the new ones.
func (s *session) finishInterrupted() error {
	if s.dir == "" {
		return nil
	}
	dir := filepath.Join(s.dir, ".cairn", "rebase")
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for interrupted changes: %w", err)
	}
	for _, entry := range entries {
		stack, ok := strings.CutSuffix(entry.Name(), finishSuffix)
		if !ok || strings.HasPrefix(stack, ".") {
			continue
		}
		done, err := s.finishList(stack, filepath.Join(dir, entry.Name()))
		if err != nil {
			return hinted(fmt.Errorf("a change of %s was interrupted, and cannot be ended: %w", stack, err), "run a command on this workspace as who may write to it")
		}
		if done {
			s.note("finished", "the change of "+stack+" that was interrupted")
		}
	}
	return nil
}

// finishList does what a list says, unless another process has, or does it now.
func (s *session) finishList(stack, path string) (done bool, err error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer file.Close()
	// Held for as long as some files take to write; the kernel lets go of it for the dead.
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
		return false, fmt.Errorf("lock %s: %w", path, err)
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	var left replacements
	if err == nil {
		err = json.Unmarshal(data, &left)
	}
	if err != nil {
		return false, fmt.Errorf("read %s: %w", path, err)
	}
	if err := s.checkList(stack, left); err != nil {
		return false, fmt.Errorf("%s: %w", path, err)
	}
	for _, r := range left.List {
		if err := s.replace(r); err != nil {
			return false, err
		}
	}
	// The rebase is over before its list goes, and what was staged stays until then.
	dir := filepath.Join(s.dir, left.Dir)
	if err := patches.AbortRebase(filepath.Join(dir, sessionName)); err != nil && !errors.Is(err, patches.ErrNoRebase) {
		return false, err
	}
	if err := os.Remove(path); err != nil {
		return false, err
	}
	return true, errors.Join(atomicfile.SyncDir(filepath.Dir(path)), removeSession(dir))
}

// replace does one replacement; doing it again changes nothing.
func (s *session) replace(r replacement) error {
	to := filepath.Join(s.dir, r.To)
	if r.From == "" {
		if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	root, err := os.OpenRoot(s.dir) // what was staged is no link to elsewhere
	if err != nil {
		return err
	}
	defer root.Close()
	content, err := root.ReadFile(r.From)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return atomicfile.Write(to, content, 0o644)
}

// removeSession removes a component's folder, and the stack's where it was the last.
func removeSession(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	_ = os.Remove(filepath.Dir(dir)) // another component's rebase may be under way
	return nil
}
