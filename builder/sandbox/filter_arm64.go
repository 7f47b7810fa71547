package sandbox

import "golang.org/x/sys/unix"

// architectures are those whose programs run on this machine. Calls of 32-bit
// programs do not exist in a sandbox. Numbers: the kernel's
// include/uapi/asm-generic/unistd.h.
var architectures = []calls{{
	arch: unix.AUDIT_ARCH_AARCH64,
	number: map[string]uint32{
		"add_key": unix.SYS_ADD_KEY, "request_key": unix.SYS_REQUEST_KEY, "keyctl": unix.SYS_KEYCTL, "syslog": unix.SYS_SYSLOG,
		"bpf": unix.SYS_BPF, "perf_event_open": unix.SYS_PERF_EVENT_OPEN, "userfaultfd": unix.SYS_USERFAULTFD,
		"io_uring_setup": unix.SYS_IO_URING_SETUP, "kexec_load": unix.SYS_KEXEC_LOAD, "kexec_file_load": unix.SYS_KEXEC_FILE_LOAD,
		"open_by_handle_at": unix.SYS_OPEN_BY_HANDLE_AT, "lookup_dcookie": unix.SYS_LOOKUP_DCOOKIE, "openat2": unix.SYS_OPENAT2,
		"fchmod": unix.SYS_FCHMOD, "fchmodat": unix.SYS_FCHMODAT, "fchmodat2": unix.SYS_FCHMODAT2,
		"mknodat": unix.SYS_MKNODAT, "openat": unix.SYS_OPENAT,
		"socket": unix.SYS_SOCKET, "ioctl": unix.SYS_IOCTL,
	},
}}
