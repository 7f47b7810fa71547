package containers

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// entry is one header of a layer's tar, with where its bytes are.
type entry struct {
	path     string      // in the image, without the slash in front
	mode     fs.FileMode // type and permissions, as they go into the tar
	link     string      // text of a symbolic link, or path of a hard link's first name
	hard     bool        // a second name of link
	source   string      // file of this machine
	content  []byte      // when source is empty
	size     int64
	uid, gid int
}

// entries lists what a layer consists of, in the order of the tar.
func (l Layer) entries() ([]entry, error) {
	found := map[string]entry{}
	if l.Tree != "" {
		if err := walkTree(l.Tree, l.Mount, l.Content.IsZero(), found); err != nil {
			return nil, err
		}
		if err := l.selectPart(found); err != nil {
			return nil, err
		}
	}
	for _, file := range l.Files {
		e, err := file.entry()
		if err != nil {
			return nil, err
		}
		if old, twice := found[e.path]; twice && !(old.mode.IsDir() && e.mode.IsDir()) {
			return nil, fmt.Errorf("/%s comes twice", e.path)
		}
		found[e.path] = e
	}
	if err := addParents(found); err != nil {
		return nil, err
	}
	return slices.SortedFunc(maps.Values(found), func(a, b entry) int { return comparePaths(a.path, b.path) }), nil
}

// selectPart takes out what the layer's part does not have. Folders are added again
// where something lies in them.
func (l Layer) selectPart(found map[string]entry) error {
	if l.Part == nil {
		return nil
	}
	below := strings.TrimSuffix(strings.TrimPrefix(l.Mount, "/"), "/") + "/"
	for name, e := range found {
		has := false
		if !e.mode.IsDir() {
			var err error
			if has, err = l.Part.Has(strings.TrimPrefix(name, strings.TrimPrefix(below, "/"))); err != nil {
				return fmt.Errorf("part %s: %w", l.Part.Name, err)
			}
		}
		if !has {
			delete(found, name)
		}
	}
	return nil
}

// walkTree adds what is below root. Hard links are kept if links is set: the
// name that sorts first carries the bytes.
func walkTree(root, mount string, links bool, found map[string]entry) error {
	type inode struct{ dev, ino uint64 }
	first := map[inode]string{}
	return filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		inside := strings.TrimPrefix(path.Join(mount, filepath.ToSlash(name)), "/")
		if inside == "" {
			return nil
		}
		if strings.HasPrefix(path.Base(inside), whiteoutPrefix) {
			return fmt.Errorf("%s: names that begin with %s are whiteouts in a layer", file, whiteoutPrefix)
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		e := entry{path: inside, source: file}
		switch info.Mode().Type() {
		case fs.ModeDir:
			e.mode = fs.ModeDir | 0o755
		case fs.ModeSymlink:
			e.mode = fs.ModeSymlink | 0o777
			if e.link, err = os.Readlink(file); err != nil {
				return err
			}
		case 0:
			e.mode, e.size = 0o644, info.Size()
			if info.Mode()&0o100 != 0 {
				e.mode = 0o755
			}
			stat := info.Sys().(*syscall.Stat_t)
			if id := (inode{stat.Dev, stat.Ino}); links && stat.Nlink > 1 {
				if e.link, e.hard = first[id], first[id] != ""; !e.hard {
					first[id] = inside
				}
			}
		default:
			return fmt.Errorf("%s: a layer holds no %v", file, info.Mode().Type())
		}
		found[inside] = e
		return nil
	})
}

func (f File) entry() (entry, error) {
	e := entry{
		path: f.Path[1:], mode: f.Mode.Type() | f.Mode&(fs.ModePerm|fs.ModeSticky),
		link: f.Link, uid: f.UID, gid: f.GID,
	}
	switch {
	case f.Mode.Type() == fs.ModeSymlink:
		e.mode = fs.ModeSymlink | 0o777
	case !f.Mode.IsRegular():
	case f.Source == "":
		e.content, e.size = f.Content, int64(len(f.Content))
	default:
		info, err := os.Stat(f.Source)
		if err != nil {
			return e, err
		}
		if !info.Mode().IsRegular() {
			return e, fmt.Errorf("%s is not a regular file", f.Source)
		}
		e.source, e.size = f.Source, info.Size()
	}
	return e, nil
}

// addParents adds the folders that have no entry yet, so that no tool has to
// guess their modes, and refuses what would lie below something else.
func addParents(found map[string]entry) error {
	for _, name := range slices.Collect(maps.Keys(found)) {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			parent, known := found[dir]
			if !known {
				found[dir] = entry{path: dir, mode: fs.ModeDir | 0o755}
			} else if !parent.mode.IsDir() {
				return fmt.Errorf("/%s lies below /%s, which is no folder", name, dir)
			}
		}
	}
	return nil
}

// comparePaths orders paths as a walk meets them: "a/b" before "a-b", since a
// folder's content follows it at once.
func comparePaths(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] == b[i] {
			continue
		}
		if a[i] == '/' {
			return -1
		}
		if b[i] == '/' {
			return 1
		}
		return int(a[i]) - int(b[i])
	}
	return len(a) - len(b)
}
