package sandbox

import (
	"errors"
	"os"
	"path/filepath"
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
	"the new calls of mount":  {func() error { _, err := unix.Fsopen("tmpfs", 0); return err }, syscall.EPERM},
	"a mount that is its own": {func() error { _, err := unix.OpenTree(unix.AT_FDCWD, "/", unix.OPEN_TREE_CLONE); return err }, syscall.EPERM},
	"a mount's settings": {func() error {
		return unix.MountSetattr(unix.AT_FDCWD, "/", 0, &unix.MountAttr{Attr_clr: unix.MOUNT_ATTR_RDONLY})
	}, syscall.EPERM},
	"chroot":                     {func() error { return syscall.Chroot("/tmp") }, syscall.EPERM},
	"init's namespaces":          {func() error { return open("/proc/1/ns/mnt", os.O_RDONLY) }, syscall.EACCES},
	"a new network namespace":    {func() error { return unshare(syscall.CLONE_NEWNET) }, syscall.EPERM},
	"a new pid namespace":        {func() error { return unshare(syscall.CLONE_NEWPID) }, syscall.EPERM},
	"a new ipc namespace":        {func() error { return unshare(syscall.CLONE_NEWIPC) }, syscall.EPERM},
	"a new cgroup namespace":     {func() error { return unshare(unix.CLONE_NEWCGROUP) }, syscall.EPERM},
	"a new time namespace":       {func() error { return unix.Unshare(unix.CLONE_NEWTIME) }, syscall.EPERM},
	"a user namespace by clone3": {clone3, syscall.ENOSPC},
	"a file of init's, by pidfd": {func() error { return stolen(1, 3) }, syscall.EPERM},
	"compare with init":          {func() error { return callWith(unix.SYS_KCMP, uintptr(os.Getpid()), 1, 0) }, syscall.EPERM},
	"a module of the kernel":     {func() error { return call(unix.SYS_INIT_MODULE) }, syscall.EPERM},
	"another kernel":             {func() error { return call(unix.SYS_KEXEC_LOAD) }, syscall.EPERM},
	"swap":                       {func() error { return callWith(unix.SYS_SWAPOFF, pointer("/tmp/f"), 0, 0) }, syscall.EPERM},
	"accounts of processes":      {func() error { return unix.Acct("/tmp/f") }, syscall.EPERM},
	"what everybody opens":       {func() error { _, err := unix.FanotifyInit(unix.FAN_CLASS_CONTENT, 0); return err }, syscall.EPERM},
	"ciphers of the kernel":      {func() error { return socket(unix.AF_ALG, unix.SOCK_SEQPACKET) }, syscall.EAFNOSUPPORT},
	"the console's clipboard":    {func() error { return unix.IoctlSetInt(0, 0x541c, 0) }, syscall.EPERM},
	"be killed last":             {func() error { return os.WriteFile("/proc/self/oom_score_adj", []byte("-1000"), 0) }, syscall.EACCES},
	"be run first":               {func() error { return unix.Setpriority(unix.PRIO_PROCESS, 0, -20) }, syscall.EACCES},
	"be run in real time":        {func() error { return realTime() }, syscall.EPERM},
	"new privileges":             {func() error { return unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0) }, syscall.EINVAL},
	"a core dump":                {func() error { return syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{Cur: 1, Max: 1}) }, syscall.EPERM},
	"control groups":             {func() error { return open("/sys/fs/cgroup/cgroup.procs", os.O_WRONLY) }, syscall.ENOENT},
	"a helper of the kernel":     {func() error { return open("/sys/kernel/uevent_helper", os.O_WRONLY) }, syscall.ENOENT},
	"the name of the machine":    {func() error { return syscall.Sethostname([]byte("x")) }, syscall.EPERM},
	"pids of its choice":         {func() error { return open("/proc/sys/kernel/ns_last_pid", os.O_WRONLY) }, syscall.EROFS},
	"the kernel's messages":      {func() error { return open("/dev/kmsg", os.O_WRONLY) }, syscall.ENOENT},
	"the terminals of others":    {func() error { return open("/dev/pts/0", os.O_RDWR) }, syscall.ENOENT},
	"a limit above its bound": {func() error {
		return unix.Setrlimit(unix.RLIMIT_NPROC, &unix.Rlimit{Cur: 1 << 30, Max: 1 << 30})
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
			r := probe(t, "escape", name)
			if r.out == syscall.ENOSYS.Error() && escape.want != syscall.ENOSYS {
				t.Skip("this kernel has no such call")
			}
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

func callWith(number, a, b, c uintptr) error {
	if _, _, no := syscall.Syscall(number, a, b, c); no != 0 {
		return no
	}
	return nil
}

func pointer(text string) uintptr {
	p, err := syscall.BytePtrFromString(text)
	if err != nil {
		panic(err)
	}
	return uintptr(unsafe.Pointer(p)) // of a name that is not read: what asks has no right to
}

// clone3 asks for a user namespace in a structure that no filter can look into.
func clone3() error {
	args := struct{ flags, pidfd, childTID, parentTID, exitSignal, stack, stackSize, tls uint64 }{flags: unix.CLONE_NEWUSER, exitSignal: uint64(syscall.SIGCHLD)}
	pid, _, no := syscall.RawSyscall(unix.SYS_CLONE3, uintptr(unsafe.Pointer(&args)), unsafe.Sizeof(args), 0)
	if no != 0 {
		return no
	}
	if pid == 0 {
		syscall.RawSyscall(syscall.SYS_EXIT, 0, 0, 0)
	}
	return nil
}

// stolen takes a file out of another process (pidfd_getfd(2)).
func stolen(pid, fd int) error {
	handle, err := unix.PidfdOpen(pid, 0)
	if err != nil {
		return err
	}
	defer unix.Close(handle)
	_, err = unix.PidfdGetfd(handle, fd, 0)
	return err
}

func realTime() error {
	return unix.SchedSetAttr(0, &unix.SchedAttr{Size: unix.SizeofSchedAttr, Policy: unix.SCHED_FIFO, Priority: 1}, 0)
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

// A node that somebody has put into a folder is opened only where devices were asked for.
func TestDeviceNodesOfAMount(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := unix.Mknod(filepath.Join(dir, "zero"), unix.S_IFCHR|0o666, int(unix.Mkdev(1, 5))); err != nil {
		t.Skipf("no device can be made here: %v", err)
	}
	for device, want := range map[bool]string{false: "", true: "4"} {
		r := runShell(t, "head -c 4 /mnt/zero | wc -c | grep -v 0", func(c *Command) {
			c.Mounts = append(c.Mounts, Mount{Source: dir, Target: "/mnt", Device: device})
		})
		if r.out != want || !device && !strings.Contains(r.err, "Permission denied") {
			t.Errorf("device %v: got %q %q", device, r.out, r.err)
		}
	}
}

// What programs of an environment see of the machine is not written through.
func TestSysIsReadOnly(t *testing.T) {
	t.Parallel()
	r := runShell(t, "n=0; for f in $(find /sys -type f -perm /222 2>/dev/null | head -n 50); do n=$((n+1)); (: >>$f) 2>/dev/null && echo opened $f; done; mkdir /sys/devices/x && echo made; echo $n >&2", func(c *Command) {
		c.Mounts = append(c.Mounts, Mount{Source: "/sys/devices", Target: "/sys/devices", ReadOnly: true})
	})
	if r.out != "" || !strings.Contains(r.err, "Read-only file system") {
		t.Errorf("got %q, %q", r.out, r.err)
	}
}
