package sources

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
)

// history is an embedded upstream made into git objects.
type history struct {
	objects *memory
	commits []EmbeddedCommit // oldest first
}

// commitFile is a COMMIT file; embedded.go specifies it.
type commitFile struct {
	author  string // "Name <mail>"
	date    time.Time
	deletes []string
	modes   []modeLine
	message []byte
}

type modeLine struct {
	mode filemode.FileMode
	path string
}

// makeHistory reads the folders below dir in the order of their names.
func makeHistory(fsys fs.FS, dir string) (*history, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, err
	}
	h := &history{objects: newMemory()}
	files := map[string]entry{}
	for _, e := range entries {
		if !e.IsDir() {
			return nil, fmt.Errorf("%s: not a folder of one commit", path.Join(dir, e.Name()))
		}
		if err := h.commit(fsys, path.Join(dir, e.Name()), files); err != nil {
			return nil, fmt.Errorf("%s: %w", path.Join(dir, e.Name()), err)
		}
	}
	if len(h.commits) == 0 {
		return nil, errors.New("it has no commit")
	}
	return h, nil
}

// commit adds the commit of one folder; files is the tree so far, by path.
func (h *history) commit(fsys fs.FS, dir string, files map[string]entry) error {
	text, err := fs.ReadFile(fsys, path.Join(dir, "COMMIT"))
	if err != nil {
		return err
	}
	c, err := parseCommitFile(text)
	if err != nil {
		return err
	}
	for _, name := range c.deletes {
		if err := deletePath(files, name); err != nil {
			return err
		}
	}
	if err := h.addFiles(fsys, path.Join(dir, "tree"), files); err != nil {
		return err
	}
	for _, m := range c.modes {
		f, ok := files[m.path]
		if !ok {
			return fmt.Errorf("mode of %s, which is not there", m.path)
		}
		f.mode = m.mode
		files[m.path] = f
	}
	tree, err := h.writeTree(files, "")
	if err != nil {
		return err
	}
	parent := ""
	if n := len(h.commits); n > 0 {
		last := h.commits[n-1]
		if last.Tree == [20]byte(tree) {
			return errors.New("it changes nothing")
		}
		parent = "parent " + last.Commit.String() + "\n"
	}
	stamp := fmt.Sprintf("%s %d %s", c.author, c.date.Unix(), c.date.Format("-0700"))
	content := fmt.Sprintf("tree %s\n%sauthor %s\ncommitter %s\n\n%s", tree, parent, stamp, stamp, c.message)
	subject, _, _ := strings.Cut(string(c.message), "\n")
	h.commits = append(h.commits, EmbeddedCommit{
		Commit:  [20]byte(h.objects.add(plumbing.CommitObject, []byte(content))),
		Tree:    [20]byte(tree),
		Slug:    path.Base(dir),
		Subject: subject,
		Date:    c.date,
	})
	return nil
}

// addFiles takes the files of a commit's tree folder, where it has one.
func (h *history) addFiles(fsys fs.FS, dir string, files map[string]entry) error {
	err := fs.WalkDir(fsys, dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(fsys, file)
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(file, dir+"/")
		if !safePath(name) {
			return fmt.Errorf("%s: git would not take this path", name)
		}
		f, known := files[name]
		if !known {
			f.mode = filemode.Regular
		}
		f.id = h.objects.add(plumbing.BlobObject, content)
		files[name] = f
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func deletePath(files map[string]entry, name string) error {
	found := false
	for file := range files {
		if file == name || strings.HasPrefix(file, name+"/") {
			delete(files, file)
			found = true
		}
	}
	if !found {
		return fmt.Errorf("delete of %s, which is not there", name)
	}
	return nil
}

// writeTree writes the tree of all files below prefix, which is empty or ends in "/".
func (h *history) writeTree(files map[string]entry, prefix string) (plumbing.Hash, error) {
	children := map[string]entry{}
	for file, f := range files {
		rest, below := strings.CutPrefix(file, prefix)
		if !below {
			continue
		}
		name, _, deeper := strings.Cut(rest, "/")
		if old, twice := children[name]; twice && (!deeper || !old.isFolder()) {
			return plumbing.ZeroHash, fmt.Errorf("%s%s is a file and a folder", prefix, name)
		} else if twice {
			continue
		}
		f.name = name
		if deeper {
			id, err := h.writeTree(files, prefix+name+"/")
			if err != nil {
				return plumbing.ZeroHash, err
			}
			f = entry{name, filemode.Dir, id}
		}
		children[name] = f
	}
	sorted := make([]entry, 0, len(children))
	for _, child := range children {
		sorted = append(sorted, child)
	}
	slices.SortFunc(sorted, compareEntries)
	var b bytes.Buffer
	for _, child := range sorted {
		fmt.Fprintf(&b, "%o %s\x00%s", uint32(child.mode), child.name, child.id[:])
	}
	return h.objects.add(plumbing.TreeObject, b.Bytes()), nil
}

// compareEntries is git's order of tree entries: a folder sorts as if its name
// ended in "/" (git's read-cache.c, base_name_compare).
func compareEntries(a, b entry) int {
	key := func(e entry) string {
		if e.isFolder() {
			return e.name + "/"
		}
		return e.name
	}
	return strings.Compare(key(a), key(b))
}
