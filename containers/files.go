package containers

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// blobMode is read-only: a blob may share its bytes with the store.
const blobMode fs.FileMode = 0o444

// makeStage makes a folder that starts with prefix and is locked as long as this
// process works on it. Those of processes that died are removed on the way.
func makeStage(parent, prefix string) (dir string, unlock func(), err error) {
	release, err := lockDir(parent, unix.LOCK_EX)
	if err != nil {
		return "", nil, err
	}
	defer release()
	if err := sweepStages(parent, prefix); err != nil {
		return "", nil, err
	}
	if dir, err = os.MkdirTemp(parent, prefix+"*"); err != nil {
		return "", nil, err
	}
	// MkdirTemp makes it private; a layout is a folder like any other.
	if err := os.Chmod(dir, 0o755); err != nil {
		return "", nil, errors.Join(err, os.Remove(dir))
	}
	unlock, err = lockDir(dir, unix.LOCK_EX)
	return dir, unlock, err
}

func sweepStages(parent, prefix string) error {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), prefix) || !e.IsDir() {
			continue
		}
		stale := filepath.Join(parent, e.Name())
		unlock, err := lockDir(stale, unix.LOCK_EX|unix.LOCK_NB)
		if errors.Is(err, unix.EWOULDBLOCK) || errors.Is(err, fs.ErrNotExist) {
			continue // in work, or just renamed to its final place
		}
		if err != nil {
			return err
		}
		err = os.RemoveAll(stale)
		unlock()
		if err != nil {
			return err
		}
	}
	return nil
}

// lockDir takes an flock(2) on a folder; the kernel lets go of it when the process dies.
func lockDir(dir string, how int) (unlock func(), err error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	for {
		if err = unix.Flock(int(d.Fd()), how); err != unix.EINTR {
			break
		}
	}
	if err != nil {
		return nil, errors.Join(&fs.PathError{Op: "flock", Path: dir, Err: err}, d.Close())
	}
	return func() { d.Close() }, nil
}

// linkOrCopy makes target hold what source holds, with as little work as the file
// system allows: shared extents, a hard link, a copy. It does not replace.
func linkOrCopy(source, target string) (err error) {
	in, err := os.Open(source)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, blobMode)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if unix.IoctlFileClone(int(out.Fd()), int(in.Fd())) == nil {
		return out.Sync()
	}
	linked := target + ".link"
	if os.Link(source, linked) == nil {
		return os.Rename(linked, target)
	}
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}

func writeSynced(path string, content []byte, mode fs.FileMode) (err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if _, err := file.Write(content); err != nil {
		return err
	}
	return errors.Join(file.Chmod(mode), file.Sync())
}

// syncFile makes a file, or the names in a folder, last through a power cut.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
