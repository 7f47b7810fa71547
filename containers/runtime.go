package containers

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"cairn/environments"
)

// Runtime lists what an image needs of the base system so that the programs
// below root start in it without any other layer: the interpreters that they name,
// and the libraries that a loader check resolved to places outside of the stack.
// Files keep their place in the root that mounts compose, and every symbolic link
// on the way to them comes along, so that /lib64/ld-linux-x86-64.so.2 is found
// whether or not /lib64 is a link. Each library is also found under its needed name in
// the folder of libc.so.6, for an image has no ld.so.cache.
//
// Scripts bring the shell that they name, with its libraries, where mounts have it; no
// other interpreter, for those need more than libraries. Nothing is needed where the
// answer is empty. What programs open by name alone (dlopen(3)) no file tells: add such
// names to libraries.
func Runtime(root string, libraries []environments.Library, mounts []environments.Mount) ([]File, error) {
	view, err := environments.NewView(mounts)
	if err != nil {
		return nil, fmt.Errorf("runtime: %w", err)
	}
	c := closure{view: view, files: map[string]File{}}
	interpreters, programs, err := readInterpreters(root)
	if err != nil {
		return nil, err
	}
	for _, name := range programs {
		if _, _, there := view.Find(name); !there {
			continue // the script does not run on this system either
		}
		needed, err := environments.LibrariesOf(view, name)
		if err != nil {
			return nil, fmt.Errorf("runtime: %w", err)
		}
		libraries = append(slices.Clip(libraries), needed...)
		interpreters = append(interpreters, name)
	}
	for _, name := range interpreters {
		if _, err := c.add(name); err != nil {
			return nil, fmt.Errorf("runtime: interpreter %s: %w", name, err)
		}
	}
	searched := ""
	for _, l := range libraries {
		if l.Name == "libc.so.6" {
			searched = path.Dir(l.Path)
		}
	}
	for _, l := range libraries {
		if strings.HasPrefix(l.Path, environments.Prefix+"/") {
			continue
		}
		real, err := c.add(l.Path)
		if err != nil {
			return nil, fmt.Errorf("runtime: library %s: %w", l.Name, err)
		}
		dir := path.Dir(real)
		if searched != "" {
			dir = searched
		}
		if name := path.Join(dir, l.Name); name != real {
			if err := c.alias(name, real); err != nil {
				return nil, err
			}
		}
	}
	return slices.SortedFunc(maps.Values(c.files), func(a, b File) int { return comparePaths(a.Path, b.Path) }), nil
}

// closure gathers files by their path in the image.
type closure struct {
	view  *environments.View
	files map[string]File
}

// add takes a file and all links that lead to it. It returns the path without links.
func (c *closure) add(name string) (string, error) {
	host, real, links, err := c.view.Follow(name)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(host)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s is not a regular file", host)
	}
	c.addLinks(links)
	mode := fs.FileMode(0o644)
	if info.Mode()&0o111 != 0 {
		mode = 0o755
	}
	c.files[real] = File{Path: real, Mode: mode, Source: host}
	return real, nil
}

func (c *closure) addLinks(links []environments.Link) {
	for _, link := range links {
		c.files[link.Path] = File{Path: link.Path, Mode: fs.ModeSymlink | 0o777, Link: link.Text}
	}
}

// alias makes name lead to real, unless it is there.
func (c *closure) alias(name, real string) error {
	_, dir, links, err := c.view.Follow(path.Dir(name))
	if err != nil {
		return err
	}
	c.addLinks(links)
	name = path.Join(dir, path.Base(name))
	if _, there := c.files[name]; there || name == real {
		return nil
	}
	target := real
	if path.Dir(real) == dir {
		target = path.Base(real)
	}
	c.files[name] = File{Path: name, Mode: fs.ModeSymlink | 0o777, Link: target}
	return nil
}
