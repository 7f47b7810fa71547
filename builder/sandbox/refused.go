package sandbox

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// refusal tells a kernel that does not give namespaces from any other trouble:
// clone(2) and user_namespaces(7) list these.
func refusal(err error) bool {
	for _, no := range []syscall.Errno{syscall.EPERM, syscall.EACCES, syscall.ENOSPC, syscall.EUSERS, syscall.EINVAL, syscall.ENOSYS} {
		if errors.Is(err, no) {
			return true
		}
	}
	return false
}

// errno strips what os/exec puts around the kernel's word.
func errno(err error) error {
	var no syscall.Errno
	if errors.As(err, &no) {
		return no
	}
	return err
}

// waysOut says what a person can do on this machine.
func waysOut() []string {
	var ways []string
	if setting("/proc/sys/user/max_user_namespaces") == "0" {
		ways = append(ways, `this system allows no user namespaces at all: run "sysctl user.max_user_namespaces=15000" as root, on the host`)
	}
	if setting("/proc/sys/kernel/unprivileged_userns_clone") == "0" {
		ways = append(ways, `Debian's switch is off: run "sysctl kernel.unprivileged_userns_clone=1" as root`)
	}
	if setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == "1" {
		ways = append(ways,
			`AppArmor restricts user namespaces (Ubuntu 23.10 and later): run "sysctl kernel.apparmor_restrict_unprivileged_userns=0" as root`,
			profileWay("or give"))
	}
	if inContainer() {
		ways = append(ways, `inside a container: start it with "--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined"`)
	}
	if len(ways) == 0 {
		ways = append(ways,
			`allow unprivileged user namespaces: run "sysctl user.max_user_namespaces=15000 kernel.apparmor_restrict_unprivileged_userns=0" as root`,
			profileWay("or, with AppArmor, give"))
	}
	return ways
}

// AppArmorProfile returns a profile that lets one program create user namespaces
// and confines it no further (apparmor.d(5), "userns").
func AppArmorProfile(program string) string {
	return "abi <abi/4.0>,\ninclude <tunables/global>\nprofile cairn " + program + " flags=(unconfined) {\n  userns,\n}\n"
}

func profileWay(start string) string {
	return start + " cairn a profile: write the following to /etc/apparmor.d/cairn and run \"apparmor_parser -r /etc/apparmor.d/cairn\" as root\n" +
		AppArmorProfile(executable())
}

func executable() string {
	path, err := os.Executable()
	if err != nil {
		return "/usr/local/bin/cairn"
	}
	return path
}

func setting(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return "" // the kernel does not have it
	}
	return strings.TrimSpace(string(text))
}

func inContainer() bool {
	for _, mark := range []string{"/.dockerenv", "/run/.containerenv"} {
		if _, err := os.Lstat(mark); !errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return false
}
