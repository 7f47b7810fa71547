package sources

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"golang.org/x/sys/unix"
)

// largeFile is from where a file's size is worth asking git's store, which inflates it.
const largeFile = 4 << 20

// maxMendDepth bounds how deep a folder that goes may be: no source is deeper, and what
// a build has left there for spite is removed with the whole.
const maxMendDepth = 100

// mendedFolder says whether a folder can stay: it is one, and nothing is attached to it. Its
// mode is put right.
func mendedFolder(into int, name string) (bool, error) {
	var stat unix.Stat_t
	err := unix.Fstatat(into, name, &stat, unix.AT_SYMLINK_NOFOLLOW)
	if errors.Is(err, unix.ENOENT) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if stat.Mode&unix.S_IFMT != unix.S_IFDIR {
		return false, removeAt(into, name, 0)
	}
	if stat.Mode&0o7777 != 0o755 {
		if err := unix.Fchmodat(into, name, 0o755, 0); err != nil { // it is no link
			return false, err
		}
	}
	fd, err := unix.Openat(into, name, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return false, err
	}
	plain := hasNoAttributes(fd)
	unix.Close(fd) //nolint:errcheck // only read from
	if !plain {
		return false, removeAt(into, name, 0)
	}
	return true, nil
}

// mended says whether a file or link of the tree is there as it must be. What has its name
// and is something else is gone after that.
func (e *exporter) mended(into int, tree Tree, file entry) (bool, error) {
	var same bool
	var err error
	if file.isLink() {
		same, err = e.sameLink(into, tree, file)
	} else {
		same, err = e.sameFile(into, tree, file)
	}
	if err != nil || same {
		return same, err
	}
	return false, removeAt(into, file.name, 0)
}

func (e *exporter) sameLink(into int, tree Tree, file entry) (bool, error) {
	buffer := make([]byte, unix.PathMax)
	n, err := unix.Readlinkat(into, file.name, buffer)
	if err != nil {
		return false, nil // it is none
	}
	return blobID(buffer[:n]) == file.id, nil
}

// sameFile opens without following, and without waiting for who opens the other end.
func (e *exporter) sameFile(into int, tree Tree, file entry) (bool, error) {
	fd, err := unix.Openat(into, file.name, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		return false, nil // not there, a link, a socket, not readable: written anew
	}
	opened := os.NewFile(uintptr(fd), file.name)
	defer opened.Close()
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil {
		return false, err
	}
	// A second name is a way to change it later.
	if stat.Mode&unix.S_IFMT != unix.S_IFREG || stat.Nlink != 1 || !hasNoAttributes(fd) {
		return false, nil
	}
	if stat.Size > largeFile { // before it is read: a build can leave a terabyte of nothing
		size, err := tree.Objects.EncodedObjectSize(file.id)
		if err != nil || size != stat.Size {
			return false, nil //nolint:nilerr // said when it is written
		}
	}
	buffer := contents.Get().(*[]byte)
	defer contents.Put(buffer)
	*buffer = slices.Grow((*buffer)[:0], int(stat.Size))[:stat.Size]
	content := *buffer
	for read := 0; read < len(content); {
		n, err := opened.Read(content[read:])
		if err != nil {
			return false, nil //nolint:nilerr // it is written anew
		}
		read += n
	}
	if blobID(content) != file.id {
		return false, nil
	}
	mode := uint32(0o644)
	if file.mode&0o100 != 0 {
		mode = 0o755
	}
	if stat.Mode&0o7777 != mode {
		return true, unix.Fchmod(fd, mode)
	}
	return true, nil
}

// blobID is what git calls this content; the hash sees attempts to collide.
func blobID(content []byte) plumbing.Hash { return plumbing.ComputeHash(plumbing.BlobObject, content) }

// contents are buffers for files that are looked at, one after the other.
var contents = sync.Pool{New: func() any { return new([]byte) }}

// hasNoAttributes says that a file has none but the machine's own: lists of access would
// decide about what is made in a folder.
func hasNoAttributes(fd int) bool {
	buffer := make([]byte, 256)
	n, err := unix.Flistxattr(fd, buffer)
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.ENOSYS) {
		return true
	}
	if err != nil {
		return false
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(buffer[:n]), "\x00"), "\x00") {
		if name != "" && !strings.HasPrefix(name, "security.") {
			return false
		}
	}
	return true
}

// removeOthers removes from a folder what the tree does not have there.
func removeOthers(into int, wanted []string) error {
	names, err := namesIn(into)
	if err != nil {
		return err
	}
	slices.Sort(wanted)
	for _, name := range names {
		if _, found := slices.BinarySearch(wanted, name); !found {
			if err := removeAt(into, name, 0); err != nil {
				return err
			}
		}
	}
	return nil
}

func namesIn(folder int) ([]string, error) {
	fd, err := unix.Openat(folder, ".", unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	dir := os.NewFile(uintptr(fd), ".")
	defer dir.Close()
	return dir.Readdirnames(-1)
}

// removeAt removes a name of an open folder and all below it, following nothing.
func removeAt(into int, name string, depth int) error {
	err := unix.Unlinkat(into, name, 0)
	if err == nil || errors.Is(err, unix.ENOENT) {
		return nil
	}
	if !errors.Is(err, unix.EISDIR) && !errors.Is(err, unix.EPERM) {
		return &fs.PathError{Op: "remove", Path: name, Err: err}
	}
	if depth > maxMendDepth {
		return &fs.PathError{Op: "remove", Path: name, Err: fmt.Errorf("more than %d folders deep", maxMendDepth)}
	}
	var stat unix.Stat_t
	if err := unix.Fstatat(into, name, &stat, unix.AT_SYMLINK_NOFOLLOW); err != nil || stat.Mode&unix.S_IFMT != unix.S_IFDIR {
		return &fs.PathError{Op: "remove", Path: name, Err: errors.Join(err, unix.EPERM)}
	}
	if err := unix.Fchmodat(into, name, 0o700, 0); err != nil { // it is no link
		return &fs.PathError{Op: "chmod", Path: name, Err: err}
	}
	fd, err := unix.Openat(into, name, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return &fs.PathError{Op: "open", Path: name, Err: err}
	}
	defer unix.Close(fd)
	names, err := namesIn(fd)
	if err != nil {
		return err
	}
	for _, below := range names {
		if err := removeAt(fd, below, depth+1); err != nil {
			return err
		}
	}
	if err := unix.Unlinkat(into, name, unix.AT_REMOVEDIR); err != nil {
		return &fs.PathError{Op: "remove", Path: name, Err: err}
	}
	return nil
}
