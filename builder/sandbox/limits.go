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

// boundProcesses keeps a fork bomb inside. It runs while init may still write to
// /proc/sys.
func boundProcesses(l Limits) error {
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

// firstToGo makes what a process forks the first that the kernel kills where memory is
// out, of the machine or of a control group (proc(5), /proc/[pid]/oom_score_adj), and
// not the process itself. It holds the file open, which a process that is not dumpable
// could not open any more.
type firstToGo struct {
	score *os.File // nil on a kernel without
	own   []byte
}

func newFirstToGo() (firstToGo, error) {
	const name = "/proc/self/oom_score_adj"
	own, err := os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) {
		return firstToGo{}, nil
	} else if err != nil {
		return firstToGo{}, err
	}
	score, err := os.OpenFile(name, os.O_WRONLY, 0)
	return firstToGo{score, own}, err
}

func (f firstToGo) around(start func() (pid int, err error)) (pid int, err error) {
	if f.score == nil {
		return start()
	}
	if _, err := f.score.WriteAt([]byte("1000"), 0); err != nil {
		return 0, err
	}
	pid, err = start()
	_, back := f.score.WriteAt(f.own, 0)
	return pid, errors.Join(err, back)
}

// boundOwnMemory bounds what a process that has just begun, and what it forks, has of
// its own to write to; zero is no bound. Init, which has the same limits otherwise,
// keeps free of this one: a sanitizer's runtime reserves more than any machine has.
func boundOwnMemory(pid int, bytes int64) error {
	if bytes == 0 {
		return nil
	}
	limit := unix.Rlimit{Cur: uint64(bytes), Max: uint64(bytes)}
	err := unix.Prlimit(pid, unix.RLIMIT_DATA, &limit, nil)
	if errors.Is(err, unix.ESRCH) || errors.Is(err, unix.EPERM) {
		return nil // it has ended, or the caller's own limit is lower
	}
	return err
}

// setLimits bounds init, and so what it forks.
func setLimits(l Limits) error {
	none := syscall.Rlimit{}
	if err := syscall.Setrlimit(syscall.RLIMIT_CORE, &none); err != nil {
		return err
	}
	var processes unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NPROC, &processes); err != nil {
		return err
	}
	processes.Max = min(processes.Max, uint64(l.processes()))
	processes.Cur = processes.Max
	if err := unix.Setrlimit(unix.RLIMIT_NPROC, &processes); err != nil {
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
