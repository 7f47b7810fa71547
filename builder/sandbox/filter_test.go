package sandbox

import (
	"encoding/binary"
	"testing"

	"golang.org/x/sys/unix"
)

// judge runs the filter on one system call, as the kernel does (seccomp(2)).
func judge(t *testing.T, program assembler, arch, number uint32, arguments ...uint64) uint32 {
	t.Helper()
	data := binary.LittleEndian.AppendUint32(nil, number)
	data = binary.LittleEndian.AppendUint32(data, arch)
	data = append(data, make([]byte, 8)...) // the instruction pointer
	for i := range 6 {
		argument := uint64(0)
		if i < len(arguments) {
			argument = arguments[i]
		}
		data = binary.LittleEndian.AppendUint64(data, argument)
	}
	loaded := uint32(0)
	for at := 0; at < len(program); at++ {
		in := program[at]
		holds := false
		switch in.Code {
		case unix.BPF_LD | unix.BPF_W | unix.BPF_ABS:
			loaded = binary.LittleEndian.Uint32(data[in.K:])
			continue
		case unix.BPF_JMP | unix.BPF_JA:
			at += int(in.K)
			continue
		case unix.BPF_RET | unix.BPF_K:
			return in.K
		case unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K:
			holds = loaded == in.K
		case unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K:
			holds = loaded >= in.K
		case unix.BPF_JMP | unix.BPF_JSET | unix.BPF_K:
			holds = loaded&in.K != 0
		default:
			t.Fatalf("instruction %d: code %#x is not known", at, in.Code)
		}
		if holds {
			at += int(in.Jt)
		} else {
			at += int(in.Jf)
		}
	}
	t.Fatal("the filter does not end")
	return 0
}

func TestFilterOfSystemCalls(t *testing.T) {
	t.Parallel()
	c := calls{arch: 1, most: 0x40000000, number: map[string]uint32{
		"read": 0, "open": 2, "ioctl": 16, "socket": 41, "chmod": 90, "add_key": 248, "openat": 257, "openat2": 437, "fchmodat2": 452,
	}}
	other := calls{arch: 2, number: map[string]uint32{"socketcall": 102, "chmod": 15}}
	program := filter([]calls{c, other})
	const setuid, plain, high = 0o4755, 0o755, 1 << 32
	refused := func(errno unix.Errno) uint32 { return refuse | uint32(errno) }
	for _, test := range []struct {
		what         string
		arch, number uint32
		arguments    []uint64
		want         uint32
	}{
		{"what it does not know of", 1, 0, nil, allow},
		{"the last number of the architecture's own", 1, 0x3fffffff, nil, allow},
		{"x32", 1, 0x40000000, nil, refused(unix.ENOSYS)},
		{"x32's add_key", 1, 0x40000000 + 248, nil, refused(unix.ENOSYS)},
		{"the highest number", 1, 0xffffffff, nil, refused(unix.ENOSYS)},
		{"keys", 1, 248, nil, refused(unix.EPERM)},
		{"openat2", 1, 437, nil, refused(unix.ENOSYS)},
		{"another architecture", 3, 0, nil, refused(unix.ENOSYS)},
		{"the second architecture", 2, 0, nil, allow},
		{"its socketcall", 2, 102, nil, refused(unix.ENOSYS)},
		{"its chmod", 2, 15, []uint64{0, setuid}, refused(unix.EPERM)},
		{"a number of the first in the second", 2, 248, nil, allow},
		{"chmod", 1, 90, []uint64{0, plain}, allow},
		{"chmod u+s", 1, 90, []uint64{0, setuid}, refused(unix.EPERM)},
		{"chmod g+s", 1, 90, []uint64{0, 0o2000}, refused(unix.EPERM)},
		{"chmod +t", 1, 90, []uint64{0, 0o1777}, allow},
		{"chmod u+s, in a register's low half", 1, 90, []uint64{0, high | setuid}, refused(unix.EPERM)},
		{"fchmodat2 u+s", 1, 452, []uint64{0, 0, setuid, 0}, refused(unix.EPERM)},
		{"open u+s", 1, 2, []uint64{0, unix.O_CREAT | unix.O_WRONLY, setuid}, refused(unix.EPERM)},
		{"open of a file that is there", 1, 2, []uint64{0, unix.O_WRONLY, setuid}, allow},
		{"openat u+s", 1, 257, []uint64{0, 0, unix.O_CREAT, setuid}, refused(unix.EPERM)},
		{"openat without a name", 1, 257, []uint64{0, 0, unix.O_TMPFILE | unix.O_RDWR, setuid}, refused(unix.EPERM)},
		{"openat of a folder", 1, 257, []uint64{0, 0, unix.O_DIRECTORY, setuid}, allow},
		{"socket(unix)", 1, 41, []uint64{unix.AF_UNIX}, allow},
		{"socket(inet6)", 1, 41, []uint64{unix.AF_INET6}, allow},
		{"socket(netlink)", 1, 41, []uint64{unix.AF_NETLINK}, allow},
		{"socket(vsock)", 1, 41, []uint64{unix.AF_VSOCK}, refused(unix.EAFNOSUPPORT)},
		{"socket(packet)", 1, 41, []uint64{unix.AF_PACKET}, refused(unix.EAFNOSUPPORT)},
		{"ioctl(TIOCGWINSZ)", 1, 16, []uint64{0, unix.TIOCGWINSZ}, allow},
		{"ioctl(TIOCSTI)", 1, 16, []uint64{0, unix.TIOCSTI}, refused(unix.EPERM)},
		{"ioctl(TIOCLINUX)", 1, 16, []uint64{0, 0x541c}, refused(unix.EPERM)},
		{"ioctl(TIOCSTI), in a register's low half", 1, 16, []uint64{0, high | unix.TIOCSTI}, refused(unix.EPERM)},
	} {
		if got := judge(t, program, test.arch, test.number, test.arguments...); got != test.want {
			t.Errorf("%s: got %#x, want %#x", test.what, got, test.want)
		}
	}
}
