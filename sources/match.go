package sources

import (
	"path"
	"strings"
)

// Match reports whether a slash-separated path is excluded by one of the globs. In
// a glob "*", "?" and "[…]" match within one folder's name (path.Match), "**"
// stands for any number of folders, and a glob that matches a folder, as "a" and
// "a/**" match the folder a, covers all that is below it. A malformed glob matches nothing.
func Match(globs []string, name string) bool {
	parts := strings.Split(name, "/")
	for _, glob := range globs {
		if matchParts(strings.Split(strings.Trim(glob, "/"), "/"), parts) {
			return true
		}
	}
	return false
}

func matchParts(glob, name []string) bool {
	for len(glob) > 0 {
		if glob[0] == "**" {
			if len(glob) == 1 {
				return true
			}
			for i := range name {
				if matchParts(glob[1:], name[i:]) {
					return true
				}
			}
			return false
		}
		if len(name) == 0 {
			return false
		}
		if ok, err := path.Match(glob[0], name[0]); err != nil || !ok {
			return false
		}
		glob, name = glob[1:], name[1:]
	}
	return true // what is left of name lies below
}
