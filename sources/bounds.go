package sources

import "fmt"

// Bounds on what a repository may make this process do. The ids prove that objects are
// the ones asked for, not that somebody has made them in good faith.
const (
	// maxObjectBytes is the largest object that is read: it is held in memory whole.
	// GitHub takes no blob over 100 MiB.
	maxObjectBytes = 512 << 20
	// maxTreePaths is how many files and folders a tree may name. Trees that hold each
	// other several times over name billions in a few kilobytes; Linux has 90,000.
	maxTreePaths = 1_000_000
	// maxPathBytes is Linux's PATH_MAX: nothing longer can be written out.
	maxPathBytes = 4096
)

// ExcessError says that a repository holds something that is larger than is ever read.
type ExcessError struct {
	Repository string // without credentials; may be empty
	What       string
}

func (e *ExcessError) Error() string {
	if e.Repository == "" {
		return e.What
	}
	return e.Repository + ": " + e.What
}

// checkPath holds a path, which is the count-th of its tree, against the bounds. where
// names the repository.
func checkPath(where, path string, count int64) error {
	if len(path) > maxPathBytes {
		return &ExcessError{where, fmt.Sprintf("the path %.60q… has %d bytes, more than %d", path, len(path), maxPathBytes)}
	}
	if count > maxTreePaths {
		return &ExcessError{where, fmt.Sprintf("the tree has more than %d paths", maxTreePaths)}
	}
	return nil
}
