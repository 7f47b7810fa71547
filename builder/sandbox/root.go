package sandbox

import (
	"bufio"
	"errors"
	"os"
	"path"
	"strings"

	"golang.org/x/sys/unix"
)

// oldRoot is where the host's root is found while the new one is put together.
const oldRoot = "/.host"

func mountTmpfs(target, options string) error {
	return unix.Mount("tmpfs", target, "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, options)
}

// enterRoot makes the tmpfs at dir the root, with the host's root below it. What
// the tmpfs covered is visible there again: the mount moves away with the pivot.
func enterRoot(dir string) error {
	if err := os.Mkdir(path.Join(dir, oldRoot), 0o700); err != nil {
		return err
	}
	if err := unix.PivotRoot(dir, path.Join(dir, oldRoot)); err != nil {
		return err
	}
	return os.Chdir("/")
}

// leaveHost makes the host's root unreachable.
func leaveHost() error {
	if err := unix.Unmount(oldRoot, unix.MNT_DETACH); err != nil {
		return err
	}
	return os.Remove(oldRoot)
}

// restriction is what is taken from a mount and all mounts below it.
type restriction struct{ readOnly, devices bool }

// restrict takes away what r says. Flags that the host locked stay as they are:
// mount_setattr(2) only adds, and before Linux 5.12 they are read and repeated.
func restrict(target string, r restriction, oldKernel bool) error {
	attr := unix.MountAttr{Attr_set: unix.MOUNT_ATTR_NOSUID}
	if r.readOnly {
		attr.Attr_set |= unix.MOUNT_ATTR_RDONLY
	}
	if !r.devices {
		attr.Attr_set |= unix.MOUNT_ATTR_NODEV
	}
	flags := uint(0)
	if target != "/" {
		flags = unix.AT_RECURSIVE
	}
	if !oldKernel {
		err := unix.MountSetattr(unix.AT_FDCWD, target, flags, &attr)
		if !errors.Is(err, unix.ENOSYS) {
			return err
		}
	}
	targets := []string{target}
	if target != "/" {
		below, err := mountsBelow(target)
		if err != nil {
			return err
		}
		targets = append(targets, below...)
	}
	for _, t := range targets {
		if err := remount(t, r); err != nil {
			return err
		}
	}
	return nil
}

// remount is mount(2)'s way: a flag that is not repeated would be cleared, which
// the kernel forbids for locked ones (mount_namespaces(7)).
func remount(target string, r restriction) error {
	var stat unix.Statfs_t
	if err := unix.Statfs(target, &stat); err != nil {
		return err
	}
	flags := uintptr(unix.MS_REMOUNT | unix.MS_BIND | unix.MS_NOSUID)
	for _, f := range []struct{ st, ms uintptr }{
		{unix.ST_RDONLY, unix.MS_RDONLY}, {unix.ST_NODEV, unix.MS_NODEV}, {unix.ST_NOEXEC, unix.MS_NOEXEC},
		{unix.ST_NOATIME, unix.MS_NOATIME}, {unix.ST_NODIRATIME, unix.MS_NODIRATIME}, {unix.ST_RELATIME, unix.MS_RELATIME},
	} {
		if uintptr(stat.Flags)&f.st != 0 {
			flags |= f.ms
		}
	}
	if r.readOnly {
		flags |= unix.MS_RDONLY
	}
	if !r.devices {
		flags |= unix.MS_NODEV
	}
	return unix.Mount("none", target, "", flags, "")
}

// mountsBelow reads proc(5)'s mountinfo; /proc of the host still knows our mounts.
func mountsBelow(target string) ([]string, error) {
	file, err := os.Open(path.Join(oldRoot, "proc/self/mountinfo"))
	if err != nil {
		if file, err = os.Open("/proc/self/mountinfo"); err != nil {
			return nil, err
		}
	}
	defer file.Close()
	unescape := strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)
	var below []string
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 5 {
			continue
		}
		if point := unescape.Replace(fields[4]); strings.HasPrefix(point, target+"/") {
			below = append(below, point)
		}
	}
	return below, lines.Err()
}

// hiddenInProc are files of /proc that tell about the machine and its users, or show
// memory; what reads them in a sandbox finds them empty.
var hiddenInProc = []string{
	"keys", "key-users", "kcore", "kmsg", "kallsyms", "kpagecgroup", "kpagecount", "kpageflags", "timer_list", "latency_stats",
	"sched_debug", "vmallocinfo", "slabinfo", "pagetypeinfo", "iomem", "ioports",
}

// shieldProc makes those parts of /proc read-only that change the machine: their
// files belong to uid 0, and when cairn runs as root the program has that uid
// outside, without capabilities but as their owner.
func shieldProc(oldKernel bool) error {
	for _, name := range []string{"sys", "sysrq-trigger", "irq", "bus", "fs", "acpi", "scsi", "driver", "mtrr"} {
		target := "/proc/" + name
		if _, err := os.Lstat(target); errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err := unix.Mount(target, target, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
			return err
		}
		if err := restrict(target, restriction{readOnly: true}, oldKernel); err != nil {
			return err
		}
	}
	for _, name := range hiddenInProc {
		target := "/proc/" + name
		if _, err := os.Lstat(target); errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err := unix.Mount("/dev/null", target, "", unix.MS_BIND, ""); err != nil {
			return err
		}
	}
	return nil
}
