package patches

import (
	"fmt"
	"strings"
)

// safePath says what is wrong with a path that a patch would write or remove; "" if
// nothing is. The rules are those of git's verify_path, with the protections for NTFS
// and HFS+ on, and with names refused that tear a line of output apart.
func safePath(path string, mode uint32, lenient bool) string {
	if path == "" {
		return "the name is empty"
	}
	if strings.ContainsRune(path, 0) || !lenient && strings.ContainsAny(path, "\n\r") {
		return fmt.Sprintf("%q has a line break in its name", path)
	}
	for name := range strings.SplitSeq(path, "/") {
		switch {
		case name == "" || name == "." || name == "..":
			return fmt.Sprintf("%q leads out of the tree", path)
		case isDotGit(name, ".git", "git~1"):
			return fmt.Sprintf("%q leads into a .git folder", path)
		case mode&modeType == modeSymlink && isDotGit(name, ".gitmodules", "gitmod~1"):
			return fmt.Sprintf("%q would make .gitmodules a symlink", path)
		}
	}
	return ""
}

// maxPathBytes is Linux's PATH_MAX: a longer one cannot be written out, and is not
// read.
const maxPathBytes = 4096

// What HFS+ does not see in a name (git's utf8.c, next_hfs_char).
var ignoredByHFS = strings.NewReplacer(
	"\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "", "\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "",
	"\u202e", "", "\u206a", "", "\u206b", "", "\u206c", "", "\u206d", "", "\u206e", "", "\u206f", "", "\ufeff", "")

// isDotGit says whether some file system takes name for one of names: case, trailing
// dots and blanks, a stream's name and ignored characters do not count.
func isDotGit(name string, names ...string) bool {
	if i := strings.IndexAny(name, `\:`); i >= 0 {
		name = name[:i]
	}
	name = strings.TrimRight(ignoredByHFS.Replace(name), ". ")
	for _, other := range names {
		if strings.EqualFold(name, other) {
			return true
		}
	}
	return false
}
