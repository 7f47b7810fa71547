package environments

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// View answers for paths as a program in the sandbox would see them, without
// entering it: the root that mounts make together. Links are followed inside that
// root, never on the host. It is immutable and safe for concurrent use.
type View struct {
	mounts []viewMount
	links  map[string]string // target → text, of mounts that are links
}

type viewMount struct{ target, source string }

// Link is a symbolic link of a view.
type Link struct {
	Path string // absolute; its parents are no links
	Text string // where it leads, as it is written
}

// NewView resolves each mount's source once, as mount(2) does.
func NewView(mounts []Mount) (*View, error) {
	v := &View{links: map[string]string{}}
	for _, m := range mounts {
		if m.Link != "" {
			v.links[path.Clean(m.Target)] = m.Link
			continue
		}
		source, err := filepath.EvalSymlinks(m.Source)
		if err != nil {
			return nil, fmt.Errorf("mount at %s: %w", m.Target, err)
		}
		v.mounts = append(v.mounts, viewMount{target: path.Clean(m.Target), source: source})
	}
	// The innermost mount that covers a path decides.
	slices.SortStableFunc(v.mounts, func(a, b viewMount) int { return len(b.target) - len(a.target) })
	return v, nil
}

// maxLinks is the kernel's limit on links in one lookup (path_resolution(7)).
const maxLinks = 40

// Find returns the host's path of an absolute path inside and the name it has
// inside once all links are followed. It reports false for what is not there.
func (v *View) Find(name string) (host, inside string, ok bool) {
	host, inside, _, err := v.Follow(name)
	return host, inside, err == nil
}

// Follow is Find that also tells the links on the way, in the order in which they
// were followed, and why a path leads nowhere: fs.ErrNotExist, or too many links.
func (v *View) Follow(name string) (host, inside string, links []Link, err error) {
	rest := strings.Split(path.Clean(name), "/")
	inside = "/"
	for len(rest) > 0 {
		part := rest[0]
		rest = rest[1:]
		switch part {
		case "", ".":
			continue
		case "..":
			inside = path.Dir(inside)
			continue
		}
		next := path.Join(inside, part)
		to, there := v.look(next)
		if !there {
			return "", "", nil, &fs.PathError{Op: "find", Path: next, Err: fs.ErrNotExist}
		}
		if to == "" {
			inside = next
			continue
		}
		if links = append(links, Link{Path: next, Text: to}); len(links) > maxLinks {
			return "", "", nil, fmt.Errorf("find %s: too many links", name)
		}
		if path.IsAbs(to) {
			inside = "/"
		}
		rest = append(strings.Split(to, "/"), rest...)
	}
	return v.host(inside), inside, links, nil
}

// look returns the text of the link at a path whose parents are no links, "" for
// anything else that is there.
func (v *View) look(inside string) (to string, there bool) {
	if to, ok := v.links[inside]; ok {
		return to, true
	}
	host := v.host(inside)
	info, err := os.Lstat(host)
	if err != nil {
		return "", v.leadsToMount(inside) // a folder that exists only to hold a mount
	}
	if info.Mode()&os.ModeSymlink == 0 {
		return "", true
	}
	to, err = os.Readlink(host)
	return to, err == nil
}

// host maps a path whose parents are no links to the host. The answer for what
// no mount covers does not exist.
func (v *View) host(inside string) string {
	for _, m := range v.mounts {
		if below, covered := cutDir(inside, m.target); covered {
			return filepath.Join(m.source, below)
		}
	}
	return "/nonexistent"
}

func (v *View) leadsToMount(inside string) bool {
	return slices.ContainsFunc(v.mounts, func(m viewMount) bool {
		_, below := cutDir(m.target, inside)
		return below
	})
}

// cutDir returns what is left of name below dir.
func cutDir(name, dir string) (below string, ok bool) {
	if name == dir || dir == "/" {
		return strings.TrimPrefix(name, dir), true
	}
	return strings.CutPrefix(name, dir+"/")
}
