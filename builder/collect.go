package builder

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// codemodel is the query of CMake's file API (cmake-file-api(7)) that tells which
// files a target makes.
const codemodel = "codemodel-v2"

// target is what the file API says of one target.
type target struct {
	Name      string
	ID        string
	Type      string
	Artifacts []struct{ Path string } // relative to the build folder
	// Dependencies are other targets, libraries among them.
	Dependencies []struct{ ID string }
}

// collect copies what targets made into out: executables to bin, shared libraries
// and modules to lib, with the shared libraries that the targets depend on. No
// targets means all that were built.
//
// Both folders were written to by the build: nothing in them is followed out of them.
func collect(build string, out *os.Root, folder string, names []string) error {
	root, err := os.OpenRoot(build)
	if err != nil {
		return err
	}
	defer root.Close()
	all, err := readTargets(root)
	if err != nil {
		return fmt.Errorf("read CMake's targets: %w", err)
	}
	chosen, err := choose(all, names)
	if err != nil {
		return err
	}
	for _, t := range chosen {
		for _, artifact := range t.Artifacts {
			if err := copyArtifact(root, artifact.Path, out, path.Join(folder, folderOf(t.Type)), len(names) == 0); err != nil {
				return fmt.Errorf("copy target %s: %w", t.Name, err)
			}
		}
	}
	return nil
}

func folderOf(kind string) string {
	if kind == "EXECUTABLE" {
		return "bin"
	}
	return "lib"
}

// maxReplyBytes bounds what CMake says of one target: a few kilobytes, with a thousand
// sources a megabyte.
const maxReplyBytes = 64 << 20

func readTargets(root *os.Root) (map[string]*target, error) {
	const reply = ".cmake/api/v1/reply"
	dir, err := fs.ReadDir(root.FS(), reply)
	if err != nil {
		return nil, err
	}
	targets := map[string]*target{}
	for _, entry := range dir {
		if !strings.HasPrefix(entry.Name(), "target-") {
			continue
		}
		if info, err := entry.Info(); err != nil || !info.Mode().IsRegular() || info.Size() > maxReplyBytes {
			return nil, fmt.Errorf("%s is no file of at most %d bytes", entry.Name(), maxReplyBytes)
		}
		text, err := fs.ReadFile(root.FS(), path.Join(reply, entry.Name()))
		if err != nil {
			return nil, err
		}
		var t target
		if err := json.Unmarshal(text, &t); err != nil {
			return nil, fmt.Errorf("%s: %w", entry.Name(), err)
		}
		targets[t.ID] = &t
	}
	return targets, nil
}

// choose returns the named targets that make programs or shared libraries, and
// the shared libraries below them, sorted by name.
func choose(all map[string]*target, names []string) ([]*target, error) {
	chosen := map[string]*target{}
	var add func(t *target, named bool)
	seen := map[string]bool{}
	add = func(t *target, named bool) {
		if seen[t.ID] && !named {
			return
		}
		seen[t.ID] = true
		shared := t.Type == "SHARED_LIBRARY" || t.Type == "MODULE_LIBRARY"
		if shared || named && t.Type == "EXECUTABLE" {
			chosen[t.ID] = t
		}
		for _, d := range t.Dependencies {
			if dependency := all[d.ID]; dependency != nil {
				add(dependency, false)
			}
		}
	}
	for _, t := range all {
		if len(names) == 0 || slices.Contains(names, t.Name) {
			add(t, true)
		}
	}
	var list []*target
	for _, t := range chosen {
		list = append(list, t)
	}
	if len(list) == 0 {
		which := "no target"
		if len(names) > 0 {
			which = "none of the targets " + strings.Join(names, ", ")
		}
		return nil, fmt.Errorf("%s makes a program or a shared library; with install = true they can be installed", which)
	}
	slices.SortFunc(list, func(a, b *target) int { return strings.Compare(a.Name, b.Name) })
	return list, nil
}

// copyArtifact copies one file and, where it is a link to a versioned library,
// the links and files it leads to beside it.
func copyArtifact(root *os.Root, name string, out *os.Root, folder string, optional bool) error {
	if path.IsAbs(name) {
		return fmt.Errorf("%s is not in the build folder; with install = true it can be installed", name)
	}
	if err := out.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for range 8 { // libx.so -> libx.so.1 -> libx.so.1.2
		info, err := root.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) && optional {
			return nil // of a target that is not in "all"
		}
		if err != nil {
			return err
		}
		to := path.Join(folder, path.Base(name))
		if info.Mode()&fs.ModeSymlink == 0 {
			return copyFile(root, name, out, to, info.Mode())
		}
		text, err := root.Readlink(name)
		if err != nil {
			return err
		}
		if path.Base(text) != text {
			return fmt.Errorf("%s is a link to %s, outside its folder", name, text)
		}
		if err := out.Symlink(text, to); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		name = path.Join(path.Dir(name), text)
	}
	return fmt.Errorf("%s: too many links", name)
}

func copyFile(root *os.Root, from string, top *os.Root, to string, mode fs.FileMode) error {
	if !mode.IsRegular() {
		return fmt.Errorf("%s is not a file", from)
	}
	in, err := root.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := top.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode.Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
