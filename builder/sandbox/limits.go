package sandbox

import (
	"errors"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// processes is how many processes and threads there may be.
func (l Limits) processes() int {
	if l.Processes > 0 {
		return l.Processes
	}
	// Compilers take one a job, numeric libraries one thread a processor in each process.
	return max(8192, 256*runtime.NumCPU())
}

// totalMemoryBytes is what all processes may have together.
func (l Limits) totalMemoryBytes() int64 {
	if l.TotalMemoryBytes > 0 {
		return l.TotalMemoryBytes
	}
	var info unix.Sysinfo_t
	if unix.Sysinfo(&info) != nil {
		return 0
	}
	total := int64(info.Totalram) * int64(info.Unit)
	return total - total/16
}

// boundProcesses keeps a fork bomb inside, and makes the sandbox the first to go where
// the machine runs out of memory. It runs while init may still write to /proc/sys.
func boundProcesses(l Limits) error {
	if err := os.WriteFile("/proc/self/oom_score_adj", []byte("1000"), 0); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if !ownPidMax() {
		return nil
	}
	// Numbers are not given out below 300 again (the kernel's RESERVED_PIDS).
	return os.WriteFile("/proc/sys/kernel/pid_max", []byte(strconv.Itoa(l.processes()+300)), 0)
}

// ownPidMax says whether kernel.pid_max is that of the pid namespace (Linux 6.14 and
// later). On an older kernel, writing it would change the machine.
func ownPidMax() bool {
	var name unix.Utsname
	if unix.Uname(&name) != nil {
		return false
	}
	return isSince(unix.ByteSliceToString(name.Release[:]), 6, 14)
}

// isSince compares a kernel's release, such as "6.14.0-rc1-x", with a version.
func isSince(release string, major, minor int) bool {
	first, rest, _ := strings.Cut(release, ".")
	second, _, _ := strings.Cut(rest, ".")
	second, _, _ = strings.Cut(second, "-")
	a, errA := strconv.Atoi(first)
	b, errB := strconv.Atoi(second)
	return errA == nil && errB == nil && (a > major || a == major && b >= minor)
}

// bound sets a program's limits: what it must not exceed before it starts, and that it
// cannot raise them, which init could not take back for itself, before it has run.
type bound map[int]uint64

// stops says whether the program must be stopped for that, before its first
// instruction. The number of processes alone is not worth it: it is the last resort.
func (l Limits) stops() bool { return l.MemoryBytes != 0 || l.FileSizeBytes != 0 }

func (l Limits) bounds() bound {
	return bound{unix.RLIMIT_AS: l.MemoryBytes, unix.RLIMIT_FSIZE: l.FileSizeBytes, unix.RLIMIT_NPROC: uint64(l.processes())}
}

// around runs start under the bounds. Stopped says that the program has asked to be
// traced, and so waits (ptrace(2)); the thread must be the one that forks.
func (b bound) around(stopped bool, start func() (pid int, err error)) (pid int, err error) {
	old := map[int]unix.Rlimit{}
	for resource, limit := range b {
		var was unix.Rlimit
		if err := unix.Getrlimit(resource, &was); err != nil {
			return 0, err
		}
		old[resource] = was
		if limit != 0 && limit < was.Max {
			if err := unix.Setrlimit(resource, &unix.Rlimit{Cur: limit, Max: was.Max}); err != nil {
				return 0, err
			}
		}
	}
	pid, err = start()
	for resource, was := range old {
		err = errors.Join(err, unix.Setrlimit(resource, &was))
		limit := b[resource]
		if err != nil || limit == 0 || limit >= was.Max {
			continue
		}
		if e := unix.Prlimit(pid, resource, &unix.Rlimit{Cur: limit, Max: limit}, nil); e != nil && !errors.Is(e, unix.ESRCH) {
			err = e
		}
	}
	if stopped && pid > 0 {
		err = errors.Join(err, syscall.PtraceDetach(pid))
	}
	return pid, err
}

// waitForStop waits until a program that is traced has been loaded.
func waitForStop(pid int) error {
	for {
		var ws syscall.WaitStatus
		_, err := syscall.Wait4(pid, &ws, 0, nil)
		if err == nil && !ws.Stopped() {
			err = errors.New("the program ended before it began")
		}
		if !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}

func setLimits(l Limits) error {
	none := syscall.Rlimit{}
	if err := syscall.Setrlimit(syscall.RLIMIT_CORE, &none); err != nil {
		return err
	}
	var files syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &files); err != nil {
		return err
	}
	wanted := l.OpenFiles
	if wanted == 0 {
		wanted = 65536
	}
	files.Max = min(files.Max, wanted)
	files.Cur = files.Max
	// syscall's own Setrlimit tells os/exec not to put the caller's limit back.
	return syscall.Setrlimit(syscall.RLIMIT_NOFILE, &files)
}
