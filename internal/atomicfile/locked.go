package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// createLocked makes a new file that is locked (flock(2)) for as long as it is open. A
// file that is there already is waited for while somebody has it, and removed when its
// writer is gone. The error is ErrUnsupported where files cannot be locked.
func createLocked(name string) (*os.File, error) {
	for {
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			if err := clearLeft(name); err != nil {
				return nil, err
			}
			continue
		}
		if err != nil {
			return nil, err
		}
		// One that waits for it may have been faster, and have removed it.
		err = lock(file)
		if ours := err == nil && stands(file, name); ours {
			return file, nil
		}
		if err != nil {
			return nil, errors.Join(err, os.Remove(name), file.Close())
		}
		if err := file.Close(); err != nil {
			return nil, err
		}
	}
}

// clearLeft removes a file when nobody has it locked any longer.
func clearLeft(name string) error {
	file, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NOFOLLOW, 0)
	if err != nil {
		return ignoreMissing(err)
	}
	if err = lock(file); err == nil && stands(file, name) {
		err = os.Remove(name)
	}
	return errors.Join(err, file.Close())
}

// stands says that an open file is still the one of that name.
func stands(file *os.File, name string) bool {
	open, err := file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Lstat(name)
	return err == nil && os.SameFile(open, named)
}

func lock(file *os.File) error {
	for {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.ENOLCK), errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.EOPNOTSUPP):
			return errors.ErrUnsupported
		}
		return err
	}
}
