package sandbox

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// Main turns this process into a sandbox's init, and never returns, if Run
// started it as one; otherwise it does nothing. Call it first in main and TestMain.
func Main() {
	if len(os.Args) != 1 || os.Args[0] != initName || os.Getpid() != 1 {
		return
	}
	// Capabilities, no_new_privs and the fork belong to one thread.
	runtime.LockOSThread()
	closeOnExec()
	status := json.NewEncoder(os.NewFile(statusFD, "status"))
	control := bufio.NewReader(os.NewFile(controlFD, "control"))
	var s spec
	line, err := control.ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &s) != nil {
		os.Exit(125) // Run is gone
	}
	rep := become(s, control, status)
	_ = status.Encode(rep) // Run may be gone: nobody is left to tell
	syscall.Exit(0)        // os.Exit would let the race detector and coverage take their time
}

// become does all that init does and returns its last word.
func become(s spec, control *bufio.Reader, status *json.Encoder) report {
	if rep := isolate(s); rep != nil {
		return *rep
	}
	if s.OnlyCheck {
		return report{Exit: &exit{}}
	}
	first, err := newFirstToGo()
	if err != nil {
		return *refused("read its place where memory is out", err)
	}
	if err := dropPrivileges(); err != nil {
		return *refused("drop capabilities", err)
	}
	if err := installFilter(); err != nil {
		return *refused("filter system calls", err)
	}
	program, err := lookPath(s.Argv[0], s.Path, s.Dir)
	if err != nil {
		return startFailure(err)
	}
	pid, err := fork(program, s, first)
	if err != nil {
		return startFailure(err)
	}
	go obey(control, pid)
	if s.Door {
		go keepDoor(doorFD)
	}
	watch := &observer{}
	go watch.watch(status)
	return reap(pid, watch)
}

// isolate makes the namespaces what the spec says; nil is success.
func isolate(s spec) *report {
	syscall.Umask(0)
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"make mounts private", func() error { return unix.Mount("none", "/", "", unix.MS_REC|unix.MS_PRIVATE, "") }},
		{"mount a tmpfs", func() error { return mountTmpfs(s.Scratch, "mode=0755,size=64m") }},
		{"pivot_root", func() error { return enterRoot(s.Scratch) }},
		{"set the hostname", func() error { return unix.Sethostname([]byte(s.Hostname)) }},
	} {
		if err := step.do(); err != nil {
			return refused(step.name, err)
		}
	}
	if rep := compose(s); rep != nil {
		return rep
	}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"forbid further namespaces", forbidNamespaces},
		{"bound the number of processes", func() error { return boundProcesses(s.Limits) }},
		{"shield /proc", func() error { return shieldProc(s.OldKernel) }},
		{"leave the host's root", leaveHost},
		{"make the root read-only", func() error { return restrict("/", restriction{readOnly: true}, s.OldKernel) }},
		{"leave the caller's keyring", leaveKeyring},
		{"bring loopback up", func() error { return loopbackUp(s.Loopback) }},
	} {
		if err := step.do(); err != nil {
			return refused(step.name, err)
		}
	}
	syscall.Umask(0o022)
	return nil
}

// closeOnExec keeps whatever the caller had open away from the program.
func closeOnExec() {
	if unix.CloseRange(3, ^uint(0)>>1, unix.CLOSE_RANGE_CLOEXEC) == nil {
		return
	}
	for fd := 3; fd < 1<<16; fd++ { // Linux before 5.11
		unix.CloseOnExec(fd)
	}
}

// forbidNamespaces sets this user namespace's own limit (namespaces(7),
// /proc/sys/user): what is built needs no second sandbox, and a nested user
// namespace would give capabilities back.
func forbidNamespaces() error {
	err := os.WriteFile("/proc/sys/user/max_user_namespaces", []byte("0"), 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil // a kernel without user namespaces' sysctls has been refused before
	}
	return err
}

// leaveKeyring keeps the keys of the caller's session (keyrings(7)) from the program.
func leaveKeyring() error {
	_, err := unix.KeyctlInt(unix.KEYCTL_JOIN_SESSION_KEYRING, 0, 0, 0, 0) // 0: a new one without name
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) {
		return nil // there are no keys, or a container's filter already hides them
	}
	return err
}

// loopbackUp brings up lo, the only device of a new network namespace
// (netdevice(7), SIOCSIFFLAGS).
func loopbackUp(wanted bool) error {
	if !wanted {
		return nil
	}
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	request, err := unix.NewIfreq("lo")
	if err != nil {
		return err
	}
	request.SetUint16(unix.IFF_UP | unix.IFF_RUNNING)
	return unix.IoctlIfreq(fd, unix.SIOCSIFFLAGS, request)
}

// dropPrivileges leaves this thread, and so what it forks, without capabilities
// for good.
func dropPrivileges() error {
	// The program has our uid: without this it could read and write our memory,
	// which is shared with threads that keep their capabilities.
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return err
	}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return err
	}
	if err := unix.Prctl(unix.PR_CAP_AMBIENT, unix.PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0); err != nil {
		return err
	}
	for capability := uintptr(0); ; capability++ {
		if err := unix.Prctl(unix.PR_CAPBSET_DROP, capability, 0, 0, 0); err != nil {
			if capability > 0 && errors.Is(err, unix.EINVAL) {
				break // past the last one that this kernel knows
			}
			return err
		}
	}
	header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	return unix.Capset(&header, &none[0])
}

func refused(step string, err error) *report {
	f := toFailure(err)
	f.Step = step
	return &report{Refused: f}
}

func startFailure(err error) report { return report{Start: toFailure(err)} }

func toFailure(err error) *failure {
	var no syscall.Errno
	if !errors.As(err, &no) {
		return &failure{Text: err.Error()}
	}
	f := &failure{Errno: no}
	var about *aboutError
	if errors.As(err, &about) {
		f.Text = about.what
	}
	return f
}

// aboutError says what an error of the kernel is about, where that is not plain.
type aboutError struct {
	what string
	err  error
}

func (e *aboutError) Error() string { return e.what + ": " + e.err.Error() }
func (e *aboutError) Unwrap() error { return e.err }
