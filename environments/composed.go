package environments

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// composed answers for paths as a program in the sandbox would see them, without
// entering it: the root that the mounts make together. Links are followed inside
// that root, never on the host.
type composed struct {
	mounts []composedMount
	links  map[string]string // target → text, of mounts that are links
}

type composedMount struct{ target, source string }

// newComposed resolves each mount's source once, as mount(2) does.
func newComposed(mounts []Mount) (*composed, error) {
	c := &composed{links: map[string]string{}}
	for _, m := range mounts {
		if m.Link != "" {
			c.links[path.Clean(m.Target)] = m.Link
			continue
		}
		source, err := filepath.EvalSymlinks(m.Source)
		if err != nil {
			return nil, fmt.Errorf("mount at %s: %w", m.Target, err)
		}
		c.mounts = append(c.mounts, composedMount{target: path.Clean(m.Target), source: source})
	}
	// The innermost mount that covers a path decides.
	slices.SortStableFunc(c.mounts, func(a, b composedMount) int { return len(b.target) - len(a.target) })
	return c, nil
}

// maxLinks is the kernel's limit on links in one lookup (path_resolution(7)).
const maxLinks = 40

// find returns the host's path of an absolute path inside and the name it has
// inside once all links are followed. It reports false for what is not there.
func (c *composed) find(name string) (host, inside string, ok bool) {
	rest := strings.Split(path.Clean(name), "/")
	inside = "/"
	for links := 0; len(rest) > 0; {
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
		to, there := c.look(next)
		if !there {
			return "", "", false
		}
		if to == "" {
			inside = next
			continue
		}
		if links++; links > maxLinks {
			return "", "", false
		}
		if path.IsAbs(to) {
			inside = "/"
		}
		rest = append(strings.Split(to, "/"), rest...)
	}
	return c.host(inside), inside, true
}

// look returns the text of the link at a path whose parents are no links, "" for
// anything else that is there.
func (c *composed) look(inside string) (to string, there bool) {
	if to, ok := c.links[inside]; ok {
		return to, true
	}
	host := c.host(inside)
	info, err := os.Lstat(host)
	if err != nil {
		return "", c.leadsToMount(inside) // a folder that exists only to hold a mount
	}
	if info.Mode()&os.ModeSymlink == 0 {
		return "", true
	}
	to, err = os.Readlink(host)
	return to, err == nil
}

// host maps a path whose parents are no links to the host. The answer for what
// no mount covers does not exist.
func (c *composed) host(inside string) string {
	for _, m := range c.mounts {
		if below, covered := cutDir(inside, m.target); covered {
			return filepath.Join(m.source, below)
		}
	}
	return "/nonexistent"
}

func (c *composed) leadsToMount(inside string) bool {
	return slices.ContainsFunc(c.mounts, func(m composedMount) bool {
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
