package sandbox

import "golang.org/x/sys/unix"

// architectures are those whose programs run on this machine: its own and i386.
// Numbers: the kernel's arch/x86/entry/syscalls/syscall_64.tbl and syscall_32.tbl.
var architectures = []calls{
	{
		arch: unix.AUDIT_ARCH_X86_64, most: 0x40000000,
		number: map[string]uint32{
			"add_key": unix.SYS_ADD_KEY, "request_key": unix.SYS_REQUEST_KEY, "keyctl": unix.SYS_KEYCTL, "syslog": unix.SYS_SYSLOG,
			"bpf": unix.SYS_BPF, "perf_event_open": unix.SYS_PERF_EVENT_OPEN, "userfaultfd": unix.SYS_USERFAULTFD,
			"io_uring_setup": unix.SYS_IO_URING_SETUP, "kexec_load": unix.SYS_KEXEC_LOAD, "kexec_file_load": unix.SYS_KEXEC_FILE_LOAD,
			"open_by_handle_at": unix.SYS_OPEN_BY_HANDLE_AT, "lookup_dcookie": unix.SYS_LOOKUP_DCOOKIE, "openat2": unix.SYS_OPENAT2,
			"chmod": unix.SYS_CHMOD, "fchmod": unix.SYS_FCHMOD, "fchmodat": unix.SYS_FCHMODAT, "fchmodat2": unix.SYS_FCHMODAT2,
			"creat": unix.SYS_CREAT, "mknod": unix.SYS_MKNOD, "mknodat": unix.SYS_MKNODAT, "open": unix.SYS_OPEN, "openat": unix.SYS_OPENAT,
			"socket": unix.SYS_SOCKET, "ioctl": unix.SYS_IOCTL,
		},
	},
	{
		arch: unix.AUDIT_ARCH_I386,
		number: map[string]uint32{
			"add_key": 286, "request_key": 287, "keyctl": 288, "syslog": 103, "bpf": 357, "perf_event_open": 336, "userfaultfd": 374,
			"io_uring_setup": 425, "kexec_load": 283, "open_by_handle_at": 342, "lookup_dcookie": 253, "openat2": 437, "socketcall": 102,
			"chmod": 15, "fchmod": 94, "fchmodat": 306, "fchmodat2": 452, "creat": 8, "mknod": 14, "mknodat": 297, "open": 5, "openat": 295,
			"socket": 359, "ioctl": 54,
		},
	},
}
