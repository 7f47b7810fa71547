package containers

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"cairn/environments"
)

// view answers for the root that mounts compose, as environments does for the
// loader, and besides tells which links were followed.
type view struct {
	mounts []environments.Mount
	links  map[string]string // target → text, of mounts that are links
}

func newView(mounts []environments.Mount) *view {
	v := &view{links: map[string]string{}}
	for _, m := range mounts {
		if m.Link != "" {
			v.links[m.Target] = m.Link
			continue
		}
		v.mounts = append(v.mounts, m)
	}
	slices.SortStableFunc(v.mounts, func(a, b environments.Mount) int { return len(b.Target) - len(a.Target) })
	return v
}

// maxLinks is the kernel's limit on links in one lookup (path_resolution(7)).
const maxLinks = 40

// resolve follows name from the root. A link that leads out of what is mounted is
// an error.
func (v *view) resolve(name string) (real, host string, links []File, err error) {
	rest := strings.Split(path.Clean(name), "/")
	real = "/"
	for len(rest) > 0 {
		part := rest[0]
		rest = rest[1:]
		if part == "" || part == "." {
			continue
		}
		next := path.Join(real, part)
		target, err := v.link(next)
		if err != nil {
			return "", "", nil, err
		}
		if target == "" {
			real = next
			continue
		}
		if links = append(links, File{Path: next, Mode: fs.ModeSymlink | 0o777, Link: target}); len(links) > maxLinks {
			return "", "", nil, fmt.Errorf("%s: too many links", name)
		}
		if path.IsAbs(target) {
			real = "/"
		}
		rest = append(strings.Split(target, "/"), rest...)
	}
	return real, v.host(real), links, nil
}

// link returns the text of the link at a path whose parents are no links, or
// empty if there is something else.
func (v *view) link(name string) (string, error) {
	if text := v.links[name]; text != "" {
		return text, nil
	}
	host := v.host(name)
	if host == "" {
		if v.leadsToMount(name) {
			return "", nil
		}
		return "", fmt.Errorf("%s is in none of the mounts", name)
	}
	info, err := os.Lstat(host)
	if err != nil {
		return "", err
	}
	if info.Mode().Type() != fs.ModeSymlink {
		return "", nil
	}
	target, err := os.Readlink(host)
	if err != nil || !v.isTarget(name) {
		return target, err
	}
	// A mount whose source is a link, such as /lib: the kernel follows it on the
	// host. It stays a link if it leads to the same place inside.
	inside := target
	if !path.IsAbs(inside) {
		inside = path.Join(path.Dir(name), inside)
	}
	if other := v.host(inside); other != "" && v.host(name) != "" && sameFile(other, host) {
		return target, nil
	}
	return "", nil
}

func (v *view) isTarget(name string) bool {
	return slices.ContainsFunc(v.mounts, func(m environments.Mount) bool { return path.Clean(m.Target) == name })
}

func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errors.Join(errA, errB) == nil && os.SameFile(infoA, infoB)
}

// host returns where a path lies on this machine; empty if no mount covers it.
func (v *view) host(inside string) string {
	for _, m := range v.mounts {
		target := path.Clean(m.Target)
		if inside == target || target == "/" {
			return filepath.Join(m.Source, strings.TrimPrefix(inside, target))
		}
		if below, ok := strings.CutPrefix(inside, target+"/"); ok {
			return filepath.Join(m.Source, below)
		}
	}
	return ""
}

func (v *view) leadsToMount(inside string) bool {
	return slices.ContainsFunc(v.mounts, func(m environments.Mount) bool {
		return strings.HasPrefix(path.Clean(m.Target), strings.TrimSuffix(inside, "/")+"/")
	})
}
