package patches

import (
	"path"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// paths are the files of a tree that a sketch may mean.
type paths struct {
	objects *objects
	root    plumbing.Hash
	// byBase lists all files by their last name; nil until it is asked for.
	byBase map[string][]string
}

// resolve says which path of the tree a name in a sketch means: the longest end of
// it that is one, so that a/, an absolute path or a site-packages folder falls away.
// Failing that, others lists the files with the same last name.
func (p *paths) resolve(name string) (found string, others []string, err error) {
	for rest := range suffixes(name) {
		_, ok, err := p.objects.find(p.root, rest)
		if err != nil {
			return "", nil, err
		}
		if ok {
			return rest, nil, nil
		}
	}
	if p.byBase == nil {
		p.byBase = map[string][]string{}
		if err := p.walk(p.root, "", 0); err != nil {
			return "", nil, err
		}
	}
	return "", p.byBase[path.Base(name)], nil
}

// suffixes yields a name without its first component, without its first two, and so
// on, after a git prefix has gone; the whole name, relative, comes first if it has none.
func suffixes(name string) func(func(string) bool) {
	prefixed := strings.HasPrefix(name, "a/") || strings.HasPrefix(name, "b/")
	parts := slices.DeleteFunc(strings.Split(name, "/"), func(s string) bool { return s == "" || s == "." })
	return func(yield func(string) bool) {
		first := b2i(prefixed)
		for i := first; i < len(parts); i++ {
			if !yield(strings.Join(parts[i:], "/")) {
				return
			}
		}
		if prefixed {
			yield(strings.Join(parts, "/"))
		}
	}
}

// bareName is a name without a git prefix, relative; all of it where nothing is left.
func bareName(name string) string {
	for rest := range suffixes(name) {
		return rest
	}
	return name
}

// walk notes the files of a folder and those below it, 64 folders deep.
func (p *paths) walk(id plumbing.Hash, prefix string, depth int) error {
	entries, err := p.objects.tree(id)
	if err != nil || depth > 64 {
		return err
	}
	for _, e := range entries {
		switch e.mode & modeType {
		case modeTree:
			if err := p.walk(e.id, prefix+e.name+"/", depth+1); err != nil {
				return err
			}
		case modeFile:
			p.byBase[e.name] = append(p.byBase[e.name], prefix+e.name)
		}
	}
	return nil
}

// fresh is the path of a file that a sketch creates: the longest end of its name
// whose folder is in the tree, or else the name without its git prefix.
func (p *paths) fresh(name string) (string, error) {
	for rest := range suffixes(name) {
		folder := path.Dir(rest)
		if folder == "." {
			continue // any name has such an end
		}
		if _, there, err := p.objects.subtree(p.root, folder); err != nil || there {
			return rest, err
		}
	}
	return bareName(name), nil
}
