package builder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// output returns the folder that becomes the tree.
func (x *execution) output() (string, error) {
	root := filepath.Join(x.dir, "out")
	out := filepath.Join(root, strings.TrimPrefix(x.recipe.output, outDir))
	top, err := os.OpenRoot(root)
	if err != nil {
		return "", err
	}
	defer top.Close()
	folder := path.Join(".", strings.TrimPrefix(x.recipe.output, outDir))
	if err := onlyFolders(top, folder); err != nil {
		return "", err
	}
	if x.recipe.collect {
		if err := collect(filepath.Join(x.dir, "build/build"), top, folder, x.recipe.targets); err != nil {
			return "", err
		}
	}
	if err := onlyBelow(root, out); err != nil {
		return "", err
	}
	if entries, err := os.ReadDir(out); err != nil || len(entries) == 0 {
		return "", &EmptyOutputError{Action: x.Name, Path: x.recipe.output}
	}
	x.traces, err = lint(x.Name, out)
	return out, err
}

// onlyFolders refuses a link on the way down to the output: the host's files would be
// written to and moved in its place.
func onlyFolders(top *os.Root, folder string) error {
	at := ""
	for part := range strings.SplitSeq(folder, "/") {
		at = path.Join(at, part)
		info, err := top.Lstat(at)
		if errors.Is(err, fs.ErrNotExist) {
			return nil // which the caller says better
		}
		if err != nil {
			return err
		}
		if !info.IsDir() {
			return fmt.Errorf("%s of the output is no folder", at)
		}
	}
	return nil
}

// EmptyOutputError says that all steps passed and nothing came out.
type EmptyOutputError struct{ Action, Path string }

func (e *EmptyOutputError) Error() string {
	return fmt.Sprintf("all steps passed, but nothing was put into %s", e.Path)
}

// onlyBelow finds what was installed beside the output: it would be lost.
func onlyBelow(root, out string) error {
	for dir := out; dir != root; dir = filepath.Dir(dir) {
		entries, err := os.ReadDir(filepath.Dir(dir))
		if err != nil {
			return nil // nothing is there at all, which the caller says better
		}
		for _, entry := range entries {
			if entry.Name() != filepath.Base(dir) {
				stray := filepath.Join(filepath.Dir(dir), entry.Name())
				return fmt.Errorf("%s was installed outside %s: it would be lost", strings.TrimPrefix(stray, root), prefix)
			}
		}
	}
	return nil
}
