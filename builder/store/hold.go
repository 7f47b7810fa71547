package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"cairn/digest"

	"golang.org/x/sys/unix"
)

// uses says what living processes rely on: of the file "uses", which stays empty,
// each process locks one byte for each thing that it has looked up or put, at an
// offset made of the digest, and shares it with others (open file description locks,
// fcntl_locking(2)). The kernel lets go of them when the process ends, however that
// comes about; they take no room on a full disk. Collect takes a byte for itself
// before it removes what the byte stands for, and leaves it where it cannot.
type uses struct {
	dir string

	mu   sync.Mutex
	file *os.File // nil until something is held
	held map[digest.Digest]bool
}

const usesName = "uses"

// offsetOf is the byte that stands for d. Two digests that meet in 63 bits only keep
// one another alive.
func offsetOf(d digest.Digest) int64 {
	var n uint64
	for _, b := range d[:8] {
		n = n<<8 | uint64(b)
	}
	return int64(n >> 1)
}

// add holds d until release or the end of the process. On a store that this process
// may only read it does nothing.
func (u *uses) add(d digest.Digest) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.held[d] {
		return nil
	}
	if u.file == nil {
		file, err := os.OpenFile(filepath.Join(u.dir, usesName), os.O_RDWR|os.O_CREATE, 0o644)
		if errors.Is(err, fs.ErrPermission) || errors.Is(err, unix.EROFS) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("hold %s: %w", d, err)
		}
		u.file, u.held = file, map[digest.Digest]bool{}
	}
	if err := lockByte(u.file, unix.F_OFD_SETLKW, unix.F_RDLCK, d); err != nil {
		return fmt.Errorf("hold %s: %w", d, err)
	}
	u.held[d] = true
	return nil
}

// briefly holds d while f runs, apart from what is held for longer.
func (u *uses) briefly(d digest.Digest, f func() error) (err error) {
	apart := uses{dir: u.dir}
	if err := apart.add(d); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, apart.close()) }()
	return f()
}

func (u *uses) close() error {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.file == nil {
		return nil
	}
	// A child that is being started has the file, too, until it is another program: what
	// is held must not be held by it.
	all := unix.Flock_t{Type: unix.F_UNLCK}
	err := errors.Join(unix.FcntlFlock(u.file.Fd(), unix.F_OFD_SETLK, &all), u.file.Close())
	u.file, u.held = nil, nil
	return err
}

func lockByte(file *os.File, command int, kind int16, d digest.Digest) error {
	lock := unix.Flock_t{Type: kind, Whence: 0, Start: offsetOf(d), Len: 1}
	for {
		err := unix.FcntlFlock(file.Fd(), command, &lock)
		if err != unix.EINTR {
			return err
		}
	}
}

// Hold keeps Collect of any process from removing the folder or file with this name
// below the store ("git/NAME", "failed/NAME") for as long as the store is open. Trees
// and files that were looked up or put are held without it.
func (s *Store) Hold(name string) error { return s.uses.add(digest.Of([]byte(name))) }

// Held returns the trees and files that this store was asked for or given since it
// was opened, sorted.
func (s *Store) Held() []digest.Digest {
	s.uses.mu.Lock()
	defer s.uses.mu.Unlock()
	var held []digest.Digest
	for d := range s.uses.held {
		if s.exists("trees", d) || s.exists("files", d) {
			held = append(held, d)
		}
	}
	slices.SortFunc(held, func(a, b digest.Digest) int { return slices.Compare(a[:], b[:]) })
	return held
}

func (s *Store) exists(kind string, d digest.Digest) bool {
	_, err := os.Lstat(filepath.Join(s.dir, kind, d.Hex()))
	return err == nil
}

// usedEvery is how exactly the time of the last use is known: a thing is marked as
// used again only after it, so that a lookup rarely writes (as Go's build cache does).
const usedEvery = time.Hour

// kept finds a thing and holds it. Held first and looked at after, it cannot go away.
func (s *Store) kept(kind string, d digest.Digest) (string, bool) {
	path := filepath.Join(s.dir, kind, d.Hex())
	if _, err := os.Lstat(path); err != nil || s.uses.add(d) != nil {
		return path, false
	}
	info, err := os.Lstat(path)
	if err != nil {
		return path, false
	}
	if now := time.Now(); now.Sub(info.ModTime()) > usedEvery {
		_ = os.Chtimes(path, now, now) // not ours: then its age is that of its making
	}
	return path, true
}
