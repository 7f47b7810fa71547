package sandbox

import (
	"errors"
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

// The filter (seccomp(2)) closes what namespaces leave open: kernel interfaces that
// belong to no namespace (keys, the kernel's log, sockets to the hypervisor), files
// that keep the caller's rights on the host (setuid), and a terminal that is shared.
// What is refused gets an error, as from a kernel that lacks it; nothing is killed.

// calls are the numbers of the system calls that the filter knows, by name, on one
// architecture. A name that it lacks is not looked for.
type calls struct {
	arch uint32 // AUDIT_ARCH_* of linux/audit.h
	// most is the first number that is not the architecture's own; 0 for none. On
	// x86-64 those from 0x40000000 on are the x32 ABI's, with pointers of other sizes.
	most   uint32
	number map[string]uint32
}

// refusedCalls get EPERM: keys and the kernel's log belong to the machine, the others
// are ways round a filter or a debugger of the kernel. io_uring would make files
// without the filter's seeing their modes.
var refusedCalls = []string{
	"add_key", "request_key", "keyctl", "syslog", "bpf", "perf_event_open", "userfaultfd", "io_uring_setup",
	"kexec_load", "kexec_file_load", "open_by_handle_at", "lookup_dcookie",
}

// missingCalls get ENOSYS, so that programs fall back on what can be looked at:
// openat2's mode is behind a pointer, and so are the arguments of i386's socketcall.
var missingCalls = []string{"openat2", "socketcall"}

// modeCalls set a file's mode: what they may not set is setuid and setgid. The build
// runs as the caller, and so would the program, for everybody.
var modeCalls = []struct {
	name      string
	mode      int // which argument, from 0
	flags     int // of an open that uses the mode only when it creates; or -1
	wantFlags uint32
}{
	{name: "chmod", mode: 1, flags: -1}, {name: "fchmod", mode: 1, flags: -1},
	{name: "fchmodat", mode: 2, flags: -1}, {name: "fchmodat2", mode: 2, flags: -1},
	{name: "creat", mode: 1, flags: -1}, {name: "mknod", mode: 1, flags: -1}, {name: "mknodat", mode: 2, flags: -1},
	{name: "open", mode: 2, flags: 1, wantFlags: unix.O_CREAT | tmpfileFlag}, {name: "openat", mode: 3, flags: 2, wantFlags: unix.O_CREAT | tmpfileFlag},
}

// tmpfileFlag is O_TMPFILE without O_DIRECTORY.
const tmpfileFlag = unix.O_TMPFILE &^ unix.O_DIRECTORY

// families are the sockets that a build may have. All others are EAFNOSUPPORT: vsock
// leads to the hypervisor from any network namespace (vsock(7)).
var families = []uint32{unix.AF_UNIX, unix.AF_INET, unix.AF_INET6, unix.AF_NETLINK}

// terminalRequests push characters into a terminal's input, where the caller's shell
// would read them (ioctl_tty(2), TIOCSTI; ioctl_console(2), TIOCLINUX).
var terminalRequests = []uint32{unix.TIOCSTI, 0x541c}

// Offsets in struct seccomp_data (seccomp(2)); arguments' low halves on a
// little-endian machine, as all are that Go runs Linux on and cairn knows.
const (
	numberOffset = 0
	archOffset   = 4
	argsOffset   = 16
)

const (
	allow  = 0x7fff0000 // SECCOMP_RET_ALLOW
	refuse = 0x00050000 // SECCOMP_RET_ERRNO, with the errno in its low half
)

// assembler writes a classic BPF program (the kernel's
// Documentation/networking/filter.rst).
type assembler []unix.SockFilter

func (a *assembler) load(offset uint32) {
	*a = append(*a, unix.SockFilter{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: offset})
}

func (a *assembler) loadArgument(i int) { a.load(argsOffset + 8*uint32(i)) }

// jump compares the loaded value and skips so many instructions.
func (a *assembler) jump(how uint16, k uint32, ifTrue, ifFalse int) {
	*a = append(*a, unix.SockFilter{Code: unix.BPF_JMP | how | unix.BPF_K, K: k, Jt: uint8(ifTrue), Jf: uint8(ifFalse)})
}

func (a *assembler) ret(value uint32) {
	*a = append(*a, unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: value})
}

// when runs body for one system call; body sees its number loaded and returns or falls
// through with anything loaded.
func (a *assembler) when(c calls, name string, body func(*assembler)) {
	number, known := c.number[name]
	if !known {
		return
	}
	var inner assembler
	body(&inner)
	a.load(numberOffset)
	a.jump(unix.BPF_JEQ, number, 0, len(inner))
	*a = append(*a, inner...)
}

// filterFor is the program for calls of one architecture, which ends in allow.
func filterFor(c calls) assembler {
	var a assembler
	if c.most != 0 {
		a.load(numberOffset)
		a.jump(unix.BPF_JGE, c.most, 0, 1)
		a.ret(refuse | uint32(unix.ENOSYS))
	}
	for _, name := range refusedCalls {
		a.when(c, name, func(a *assembler) { a.ret(refuse | uint32(unix.EPERM)) })
	}
	for _, name := range missingCalls {
		a.when(c, name, func(a *assembler) { a.ret(refuse | uint32(unix.ENOSYS)) })
	}
	for _, m := range modeCalls {
		a.when(c, m.name, func(a *assembler) {
			if m.flags >= 0 {
				a.loadArgument(m.flags)
				a.jump(unix.BPF_JSET, m.wantFlags, 0, 3)
			}
			a.loadArgument(m.mode)
			a.jump(unix.BPF_JSET, unix.S_ISUID|unix.S_ISGID, 0, 1)
			a.ret(refuse | uint32(unix.EPERM))
		})
	}
	a.when(c, "socket", func(a *assembler) {
		a.loadArgument(0)
		for i, family := range families {
			a.jump(unix.BPF_JEQ, family, len(families)-i, 0)
		}
		a.ret(refuse | uint32(unix.EAFNOSUPPORT))
	})
	a.when(c, "ioctl", func(a *assembler) {
		a.loadArgument(1)
		for _, request := range terminalRequests {
			a.jump(unix.BPF_JEQ, request, 0, 1)
			a.ret(refuse | uint32(unix.EPERM))
		}
	})
	a.ret(allow)
	return a
}

// filter is the whole program: calls of an architecture that is not known do not exist.
func filter(known []calls) assembler {
	var a assembler
	for _, c := range known {
		block := filterFor(c)
		a.load(archOffset)
		// A conditional jump reaches 255 instructions only.
		a.jump(unix.BPF_JEQ, c.arch, 1, 0)
		a = append(a, unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JA, K: uint32(len(block))})
		a = append(a, block...)
	}
	a.ret(refuse | uint32(unix.ENOSYS))
	return a
}

// installFilter puts the filter on this thread, and so on all that it forks. It needs
// no_new_privs.
func installFilter() error {
	if len(architectures) == 0 {
		return fmt.Errorf("no filter is known for %s", runtime.GOARCH)
	}
	program := filter(architectures)
	prog := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	err := unix.Prctl(unix.PR_SET_SECCOMP, unix.SECCOMP_MODE_FILTER, uintptr(unsafe.Pointer(&prog)), 0, 0)
	runtime.KeepAlive(program)
	if errors.Is(err, unix.EINVAL) {
		return fmt.Errorf("the kernel has no seccomp filters (CONFIG_SECCOMP_FILTER): %w", err)
	}
	return err
}
