package environments

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"cairn/builder/artifact"
)

// merge lays several folders over each other in dir.
type merge struct {
	dir     string
	folders []string
	owner   map[string]int // path below dir → the folder that brought it
}

// add brings in folder i. A *ConflictError has only Path and Reason set.
func (m *merge) add(ctx context.Context, i int) error {
	return filepath.WalkDir(m.folders[i], func(file string, entry fs.DirEntry, err error) error {
		if err := errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		below, err := filepath.Rel(m.folders[i], file)
		if err != nil || below == "." {
			return err
		}
		target := filepath.Join(m.dir, below)
		if _, taken := m.owner[below]; taken {
			reason, err := differ(target, file)
			if err == nil && reason != "" {
				err = &ConflictError{Path: below, Reason: reason}
			}
			return err
		}
		m.owner[below] = i
		switch entry.Type() {
		case fs.ModeDir:
			return os.Mkdir(target, 0o755)
		case fs.ModeSymlink:
			to, err := os.Readlink(file)
			if err != nil {
				return err
			}
			return os.Symlink(to, target)
		case 0:
			return link(file, target)
		default:
			return fmt.Errorf("%s is a %s: outputs hold files, folders and links", file, entry.Type())
		}
	})
}

// differ says how two entries of one path differ; "" if they are the same.
func differ(a, b string) (string, error) {
	infoA, errA := os.Lstat(a)
	infoB, errB := os.Lstat(b)
	if err := errors.Join(errA, errB); err != nil {
		return "", err
	}
	if infoA.Mode().Type() != infoB.Mode().Type() {
		return fmt.Sprintf("one is a %s, the other a %s", kind(infoA), kind(infoB)), nil
	}
	switch infoA.Mode().Type() {
	case fs.ModeDir:
		return "", nil
	case fs.ModeSymlink:
		toA, errA := os.Readlink(a)
		toB, errB := os.Readlink(b)
		if toA != toB {
			return fmt.Sprintf("one links to %s, the other to %s", toA, toB), errors.Join(errA, errB)
		}
		return "", errors.Join(errA, errB)
	}
	if (infoA.Mode()^infoB.Mode())&0o111 != 0 {
		return "one is executable, the other is not", nil
	}
	same, _, err := artifact.SameBytes(a, b)
	if err != nil || same {
		return "", err
	}
	return "their content differs", nil
}

func kind(info fs.FileInfo) string {
	switch info.Mode().Type() {
	case fs.ModeDir:
		return "folder"
	case fs.ModeSymlink:
		return "link"
	}
	return "file"
}

// link makes target a second name of file, or a copy where the file system has no
// more links to give or does not let a stranger's file be linked.
func link(file, target string) error {
	err := os.Link(file, target)
	if err == nil || !errors.Is(err, syscall.EXDEV) && !errors.Is(err, syscall.EMLINK) && !errors.Is(err, syscall.EPERM) {
		return err
	}
	return copyFile(file, target)
}

func copyFile(file, target string) (err error) {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm()|0o200)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	_, err = io.Copy(out, in)
	return err
}
