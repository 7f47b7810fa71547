package sandbox

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// DiskError says that a program was ended, or not begun, because a disk that it can
// write to had no more than what stays free. cmd/cairn maps it to exit status 6.
type DiskError struct {
	// Path is a folder of the host on that disk: the Source of a mount.
	Path string
	// FreeBytes were left where KeepBytes are to be; with Files, numbers of files.
	FreeBytes, KeepBytes int64
	Files                bool
	// WroteBytes is what the program had written there since it began, and Most the
	// Target of the mount with the most of it; 0 and empty where it never began.
	WroteBytes int64
	Most       string
}

func (e *DiskError) Error() string {
	size := bytesText
	if e.Files {
		size = func(n int64) string { return fmt.Sprintf("%d files", n) }
	}
	text := fmt.Sprintf("the disk of %s has %s free, and %s are kept free", e.Path, size(e.FreeBytes), size(e.KeepBytes))
	if e.Most == "" {
		return text
	}
	return fmt.Sprintf("%s: ended after it had written %s, most of it to %s", text, bytesText(e.WroteBytes), e.Most)
}

func bytesText(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KiB", n>>10)
	}
	if n < 1<<30 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30))
}

// What stays free of a disk where the caller does not say: a fiftieth, but no more than
// this, which is more than the disks of today take between two looks, and never more
// than half of what there is.
const (
	keepShare = 50
	keepBytes = 2 << 30
	keepFiles = 20_000
)

// diskPace is how often disks are looked at.
const diskPace = 100 * time.Millisecond

// room is what a disk has free (statfs(2)).
type room struct{ bytes, files int64 }

// disk is one file system that a program can write to.
type disk struct {
	mounts      []Mount // on it
	began, keep room
}

// diskWatch ends a program before it has filled the disks that it can write to. A limit
// of each file's size (RLIMIT_FSIZE) would not: many files fill a disk, and large ones
// with holes are none of its business.
type diskWatch struct {
	disks []disk
	since time.Time
	room  func(folder string) (room, error)
}

// newDiskWatch looks at what a program can write to; keep is Limits.KeepFreeBytes. A
// *DiskError says that so much is not free now.
func newDiskWatch(mounts []Mount, keep int64) (*diskWatch, error) {
	w := &diskWatch{since: time.Now(), room: roomOf}
	if keep < 0 {
		return w, nil
	}
	byDevice := map[uint64]int{}
	for _, m := range mounts {
		var at unix.Stat_t
		var whole unix.Statfs_t
		if m.ReadOnly || m.Device || m.Link != "" || unix.Stat(m.Source, &at) != nil || unix.Statfs(m.Source, &whole) != nil {
			continue
		}
		if i, known := byDevice[at.Dev]; known {
			w.disks[i].mounts = append(w.disks[i].mounts, m)
			continue
		}
		byDevice[at.Dev] = len(w.disks)
		began := freeOf(&whole)
		bytes := keep
		if keep == 0 {
			bytes = min(int64(whole.Blocks)*whole.Frsize/keepShare, keepBytes, began.bytes/2)
		} else if began.bytes < keep {
			return nil, &DiskError{Path: m.Source, FreeBytes: began.bytes, KeepBytes: keep}
		}
		// A file system without a number of files (btrfs) says 0 of 0.
		files := min(int64(whole.Files)/keepShare, keepFiles, began.files/2)
		w.disks = append(w.disks, disk{mounts: []Mount{m}, began: began, keep: room{bytes, files}})
	}
	return w, nil
}

func freeOf(s *unix.Statfs_t) room {
	return room{bytes: int64(s.Bavail) * s.Frsize, files: int64(s.Ffree)}
}

func roomOf(folder string) (room, error) {
	var now unix.Statfs_t
	err := unix.Statfs(folder, &now)
	return freeOf(&now), err
}

// watch says once, before ctx ends, that a disk is too full for the program to go on.
func (w *diskWatch) watch(ctx context.Context) <-chan *DiskError {
	filled := make(chan *DiskError, 1)
	if len(w.disks) == 0 {
		return filled
	}
	go func() {
		ticker := time.NewTicker(diskPace)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
			if full := w.look(); full != nil {
				filled <- full
				return
			}
		}
	}()
	return filled
}

// look returns the disk for whose sake the program has to end: one that has less than is
// kept free, where the program wrote half of what is gone, and one that has less than a
// quarter of that, whoever wrote: who fills a disk is ended before others are.
func (w *diskWatch) look() *DiskError {
	for i := range w.disks {
		d := &w.disks[i]
		left, err := w.room(d.mounts[0].Source)
		if err != nil || left.bytes >= d.keep.bytes && left.files >= d.keep.files {
			continue
		}
		full := &DiskError{Path: d.mounts[0].Source, FreeBytes: left.bytes, KeepBytes: d.keep.bytes}
		if left.bytes >= d.keep.bytes {
			full.Files, full.FreeBytes, full.KeepBytes = true, left.files, d.keep.files
		}
		half := room{(d.began.bytes - left.bytes) / 2, (d.began.files - left.files) / 2}
		guilty := func(wrote room) bool {
			return full.Files && wrote.files >= half.files || !full.Files && wrote.bytes >= half.bytes
		}
		if full.FreeBytes < full.KeepBytes/4 || guilty(d.written(w.since, guilty)) {
			return full
		}
	}
	return nil
}

// blame says what the program, which has ended, wrote.
func (w *diskWatch) blame(full *DiskError) {
	for i := range w.disks {
		if w.disks[i].mounts[0].Source != full.Path {
			continue
		}
		most := int64(-1)
		for _, m := range w.disks[i].mounts {
			one := disk{mounts: []Mount{m}}
			wrote := one.written(w.since, func(room) bool { return false }).bytes
			full.WroteBytes += wrote
			if wrote > most {
				most, full.Most = wrote, m.Target
			}
		}
	}
}

// written adds up what lies in the disk's mounts and was changed since an instant, until
// that is enough. What is gone, or cannot be read, does not count.
func (d *disk) written(since time.Time, enough func(room) bool) (wrote room) {
	for _, m := range d.mounts {
		_ = filepath.WalkDir(m.Source, func(_ string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			info, err := entry.Info()
			if err != nil {
				return nil
			}
			stat, ok := info.Sys().(*syscall.Stat_t)
			if ok && !time.Unix(stat.Ctim.Unix()).Before(since.Truncate(time.Second)) {
				wrote.bytes += stat.Blocks * 512
				wrote.files++
			}
			if enough(wrote) {
				return fs.SkipAll
			}
			return nil
		})
	}
	return wrote
}
