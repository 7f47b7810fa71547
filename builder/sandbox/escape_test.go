package sandbox

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// escapes are ways out that a program could try, each a single call, and the error
// that it must meet. docs/sandbox.md lists them for people.
var escapes = map[string]struct {
	try  func() error
	want error
}{
	"trace init":              {func() error { return unix.PtraceAttach(1) }, syscall.EPERM},
	"read init's memory":      {func() error { return readMemory(1) }, syscall.EPERM},
	"read init's program":     {func() error { return open("/proc/1/exe", os.O_RDONLY) }, syscall.EACCES},
	"write init's program":    {func() error { return open("/proc/1/exe", os.O_RDWR) }, syscall.EACCES},
	"init's root":             {func() error { return open("/proc/1/root/etc/passwd", os.O_RDONLY) }, syscall.EACCES},
	"init's files":            {func() error { return open("/proc/1/fd/3", os.O_RDWR) }, syscall.EACCES},
	"a mount":                 {func() error { return syscall.Mount("/", "/tmp", "", syscall.MS_BIND, "") }, syscall.EPERM},
	"make a mount writable":   {func() error { return syscall.Mount("", "/", "", syscall.MS_REMOUNT|syscall.MS_BIND, "") }, syscall.EPERM},
	"uncover what is mounted": {func() error { return syscall.Unmount("/proc/sys", syscall.MNT_DETACH) }, syscall.EPERM},
	"pivot_root":              {func() error { return syscall.PivotRoot("/tmp", "/tmp") }, syscall.EPERM},
	"a block device":          {func() error { return syscall.Mknod("/tmp/d", syscall.S_IFBLK|0o600, 254<<8) }, syscall.EPERM},
	"a character device":      {func() error { return syscall.Mknod("/tmp/mem", syscall.S_IFCHR|0o600, 1<<8|1) }, syscall.EPERM},
	"the kernel's memory":     {func() error { return open("/dev/mem", os.O_RDONLY) }, syscall.ENOENT},
	"the magic request key":   {func() error { return open("/proc/sysrq-trigger", os.O_WRONLY) }, syscall.EROFS},
	"a kernel setting":        {func() error { return open("/proc/sys/kernel/core_pattern", os.O_WRONLY) }, syscall.EROFS},
	"the kernel's log":        {func() error { _, err := unix.Klogctl(unix.SYSLOG_ACTION_READ_ALL, make([]byte, 4096)); return err }, syscall.EPERM},
	"a key of the caller": {func() error {
		_, err := unix.KeyctlSearch(unix.KEY_SPEC_USER_KEYRING, "user", "cairn-canary", 0)
		return err
	}, syscall.EPERM},
	"a key of one's own": {func() error {
		_, err := unix.AddKey("user", "x", []byte("x"), unix.KEY_SPEC_SESSION_KEYRING)
		return err
	}, syscall.EPERM},
	"the hypervisor":          {func() error { return socket(unix.AF_VSOCK, unix.SOCK_STREAM) }, syscall.EAFNOSUPPORT},
	"raw packets":             {func() error { return socket(unix.AF_PACKET, unix.SOCK_RAW) }, syscall.EAFNOSUPPORT},
	"raw IP":                  {func() error { return protocol(unix.AF_INET, unix.SOCK_RAW, unix.IPPROTO_ICMP) }, syscall.EPERM},
	"the caller's shell":      {func() error { return typeInto(0) }, syscall.EPERM},
	"a program in the kernel": {func() error { return call(unix.SYS_BPF) }, syscall.EPERM},
	"io_uring":                {func() error { return call(unix.SYS_IO_URING_SETUP) }, syscall.EPERM},
	"performance counters":    {func() error { return call(unix.SYS_PERF_EVENT_OPEN) }, syscall.EPERM},
	"page faults of others":   {func() error { return call(unix.SYS_USERFAULTFD) }, syscall.EPERM},
	"a file by its handle":    {func() error { return call(unix.SYS_OPEN_BY_HANDLE_AT) }, syscall.EPERM},
	"a mode behind a pointer": {func() error { return call(unix.SYS_OPENAT2) }, syscall.ENOSYS},
	"a new user namespace":    {func() error { return unshare(syscall.CLONE_NEWUSER) }, syscall.ENOSPC},
	"a new mount namespace":   {func() error { return unshare(syscall.CLONE_NEWNS) }, syscall.EPERM},
	"the clock":               {func() error { return syscall.Settimeofday(&syscall.Timeval{}) }, syscall.EPERM},
	"restart the machine":     {func() error { return syscall.Reboot(syscall.LINUX_REBOOT_CMD_CAD_ON) }, syscall.EPERM},
	"another user":            {func() error { return syscall.Setuid(0) }, syscall.EINVAL},
	"a capability": {func() error {
		return unix.Prctl(unix.PR_CAP_AMBIENT, unix.PR_CAP_AMBIENT_RAISE, unix.CAP_SYS_ADMIN, 0, 0)
	}, syscall.EPERM},
	"setuid by chmod":       {func() error { return made(syscall.Chmod("/tmp/f", 0o4755)) }, syscall.EPERM},
	"setgid by fchmodat":    {func() error { return made(unix.Fchmodat(unix.AT_FDCWD, "/tmp/f", 0o2755, 0)) }, syscall.EPERM},
	"setuid by creation":    {func() error { _, err := syscall.Open("/tmp/g", syscall.O_CREAT|syscall.O_WRONLY, 0o4755); return err }, syscall.EPERM},
	"setuid without a name": {func() error { _, err := syscall.Open("/tmp", unix.O_TMPFILE|syscall.O_RDWR, 0o4755); return err }, syscall.EPERM},
	"setuid by mknod":       {func() error { return syscall.Mknod("/tmp/h", syscall.S_IFREG|0o4755, 0) }, syscall.EPERM},
	"a capability of a file": {func() error {
		return made(syscall.Setxattr("/tmp/f", "security.capability", append([]byte{0, 0, 0, 2}, make([]byte, 16)...), 0))
	}, syscall.EPERM},
	"a limit above its bound": {func() error {
		return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 40, Max: 1 << 40})
	}, syscall.EPERM},
}

func TestEscapes(t *testing.T) {
	t.Parallel()
	if id, err := unix.AddKey("user", "cairn-canary", []byte("secret"), unix.KEY_SPEC_USER_KEYRING); err == nil {
		defer unix.KeyctlInt(unix.KEYCTL_UNLINK, id, unix.KEY_SPEC_USER_KEYRING, 0, 0) //nolint:errcheck // it goes with the user's last process
	}
	for name, escape := range escapes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := os.Stat("/proc/sysrq-trigger"); err != nil && strings.HasPrefix(name, "the magic") {
				t.Skip("this kernel has none")
			}
			r := probe(t, "escape", name, func(c *Command) { c.Limits.FileSizeBytes = 1 << 20 })
			// An ordinary user meets the file's mode before the mount's.
			readOnly := escape.want == syscall.EROFS && os.Geteuid() != 0 && r.out == syscall.EACCES.Error()
			if r.out != escape.want.Error() && !readOnly {
				t.Errorf("got %q (%s), want %v", r.out, r.err, escape.want)
			}
		})
	}
}

func open(name string, flags int) error {
	f, err := os.OpenFile(name, flags, 0)
	if err == nil {
		f.Close()
	}
	return err
}

// made makes the file that an attempt is about; err is the attempt's, made anew.
func made(err error) error {
	if errors.Is(err, syscall.ENOENT) {
		panic("the file must be there before it is tried")
	}
	return err
}

func socket(family, kind int) error { return protocol(family, kind, 0) }

func protocol(family, kind, number int) error {
	fd, err := unix.Socket(family, kind, number)
	if err == nil {
		unix.Close(fd)
	}
	return err
}

func call(number uintptr) error {
	if _, _, no := syscall.Syscall6(number, 0, 0, 0, 0, 0, 0); no != 0 {
		return no
	}
	return nil
}

// readMemory reads another process's memory (process_vm_readv(2)).
func readMemory(pid int) error {
	var here [8]byte
	local := []unix.Iovec{{Base: &here[0], Len: 8}}
	_, err := unix.ProcessVMReadv(pid, local, []unix.RemoteIovec{{Base: 0x400000, Len: 8}}, 0)
	return err
}

// typeInto pushes a character into a terminal's input (TIOCSTI).
func typeInto(fd uintptr) error {
	c := byte('x')
	if _, _, no := syscall.Syscall(syscall.SYS_IOCTL, fd, unix.TIOCSTI, uintptr(unsafe.Pointer(&c))); no != 0 {
		return no
	}
	return nil
}

func TestProcTellsNothingOfTheMachine(t *testing.T) {
	t.Parallel()
	r := runShell(t, `for f in `+strings.Join(hiddenInProc, " ")+`; do test ! -e /proc/$f || wc -c </proc/$f; done | sort -u; cat /proc/self/oom_score_adj`)
	if r.out != "0\n1000" {
		t.Errorf("got %q\n%s", r.out, r.err)
	}
}

// A fork bomb ends within its sandbox, by whatever the machine has to bound it.
func TestForkBomb(t *testing.T) {
	t.Parallel()
	const most = 60
	r := probe(t, "forks", "400", func(c *Command) { c.Limits.Processes = most })
	got, err := strconv.Atoi(strings.TrimSpace(r.out))
	if err != nil {
		t.Fatalf("%q %q", r.out, r.err)
	}
	// Init's and the probe's own threads count where a group or the namespace counts.
	if got > most+300 || got == 400 {
		if os.Geteuid() == 0 && !ownPidMax() {
			t.Skip("no control group here, Linux before 6.14, and RLIMIT_NPROC is not for root")
		}
		t.Errorf("%d processes were there at once", got)
	}
}

// A memory bomb is killed where control groups can be had; elsewhere each process has
// its own bound.
func TestMemoryBomb(t *testing.T) {
	t.Parallel()
	grouped := false
	for _, h := range hierarchies() {
		for _, parent := range h.parents {
			if (h.control == "memory" || h.unified) && unix.Access(parent, unix.W_OK) == nil {
				grouped = true
			}
		}
	}
	r := probe(t, "allocate", "400", func(c *Command) { c.Limits.TotalMemoryBytes = 100 << 20 })
	switch {
	case !grouped:
		t.Log("no control group here")
	case r.ExitCode != 128+9 && r.ExitCode != 137:
		t.Errorf("400 MiB fit into 100: exit %d, %q", r.ExitCode, r.out)
	}
	r = runShell(t, "ulimit -v unlimited 2>/dev/null && echo raised; head -c 300000000 /dev/zero | tail | wc -c", func(c *Command) { c.Limits.MemoryBytes = 200 << 20 })
	if strings.Contains(r.out, "raised") || r.err == "" {
		t.Errorf("got %.100q, %.300q", r.out, r.err)
	}
}

// What lies in memory cannot fill it.
func TestDiskBomb(t *testing.T) {
	t.Parallel()
	var info unix.Sysinfo_t
	if err := unix.Sysinfo(&info); err != nil {
		t.Fatal(err)
	}
	total := int64(info.Totalram) * int64(info.Unit)
	r := runShell(t, "stat -f -c '%b %S' /tmp /dev/shm")
	var all int64
	for line := range strings.Lines(r.out) {
		var blocks, size int64
		if _, err := fmt.Sscan(line, &blocks, &size); err != nil {
			t.Fatalf("%q: %v", r.out, err)
		}
		all += blocks * size
	}
	if all == 0 || all > total*2/3 {
		t.Errorf("/tmp and /dev/shm may take %d of %d bytes", all, total)
	}
}

func TestIsSince(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]bool{
		"6.14.0": true, "6.14-rc1": true, "6.18.44-fc-v669": true, "7.0": true, "6.13.9": false, "5.15.0-100-generic": false, "x": false, "": false,
	} {
		if got := isSince(release, 6, 14); got != want {
			t.Errorf("%q: got %v", release, got)
		}
	}
}

// A build's setuid programs would be the caller's for everybody who finds them.
func TestNoSetuidReachesTheHost(t *testing.T) {
	t.Parallel()
	out := t.TempDir()
	r := runShell(t, "cp /bin/true /out/x; chmod 4755 /out/x; chmod u+s /out/x; install -m 6755 /bin/true /out/y; echo done", func(c *Command) {
		c.Mounts = append(c.Mounts, Mount{Source: out, Target: "/out"})
	})
	if r.out != "done" {
		t.Fatalf("got %q", r.out)
	}
	for _, name := range []string{"x", "y"} {
		if info, err := os.Stat(filepath.Join(out, name)); err == nil && info.Mode()&(os.ModeSetuid|os.ModeSetgid) != 0 {
			t.Errorf("%s is %v", name, info.Mode())
		}
	}
}

// forks starts sleeping processes until it is refused, or n are there, and says how many.
func forks(n int) int {
	for i := range n {
		if err := exec.Command("/bin/sleep", "3").Start(); err != nil {
			return i
		}
	}
	return n
}
