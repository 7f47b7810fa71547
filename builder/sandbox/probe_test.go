package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// probe runs this test binary inside a sandbox, where it does one call of
// probes and prints its errno's text.
func probe(t *testing.T, args ...any) result {
	t.Helper()
	var out, errs bytes.Buffer
	c := probeCommand(t)
	c.Network, c.Stdout, c.Stderr = true, &out, &errs
	for _, arg := range args {
		if change, ok := arg.(func(*Command)); ok {
			change(&c)
		} else {
			c.Argv = append(c.Argv, arg.(string))
		}
	}
	state, err := Run(t.Context(), c)
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, errs.String())
	}
	return result{State: state, out: out.String(), err: errs.String()}
}

// probeCommand is this test binary in a sandbox, with a probe's name and arguments.
func probeCommand(t *testing.T, args ...string) Command {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Command{
		Argv: append([]string{"/probe/" + filepath.Base(exe)}, args...), Env: map[string]string{"CAIRN_TEST_PROBE": "1"},
		Mounts: append(hostRoot(), Mount{Source: filepath.Dir(exe), Target: "/probe", ReadOnly: true}),
	}
}

func probeMain(args []string) {
	call, ok := probes[args[0]]
	if !ok {
		fmt.Print("no such probe")
		os.Exit(2)
	}
	var no syscall.Errno
	switch err := call(args[1:]); {
	case errors.As(err, &no):
		fmt.Print(no.Error())
	case err != nil:
		fmt.Print(err)
	}
	syscall.Exit(0)
}

var probes = map[string]func(args []string) error{
	"dial": func(args []string) error {
		_, err := net.DialTimeout(args[0], args[1], 2*time.Second)
		return err
	},
	"loopback": func([]string) error {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		go func() {
			if c, err := l.Accept(); err == nil {
				_, _ = io.WriteString(c, "pong")
				c.Close()
			}
		}()
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			return err
		}
		_, err = io.Copy(os.Stdout, c)
		return err
	},
	"mount":         func([]string) error { return syscall.Mount("x", "/tmp", "tmpfs", 0, "") },
	"unshare-user":  func([]string) error { return unshare(syscall.CLONE_NEWUSER) },
	"unshare-mount": func([]string) error { return unshare(syscall.CLONE_NEWNS) },
	"chroot":        func([]string) error { return syscall.Chroot("/tmp") },
	"sethostname":   func([]string) error { return syscall.Sethostname([]byte("x")) },
	"mknod":         func([]string) error { return syscall.Mknod("/tmp/d", syscall.S_IFBLK|0o600, 254<<8) },
	"init-memory": func([]string) error {
		_, err := os.OpenFile("/proc/1/mem", os.O_RDWR, 0)
		return err
	},
	"setns": func([]string) error {
		_, err := os.Open("/proc/1/ns/mnt")
		return err
	},
	"allocate": func(args []string) error {
		megabytes, err := strconv.Atoi(args[0])
		if err != nil {
			return err
		}
		block := bytes.Repeat([]byte{1}, megabytes<<20)
		if _, err := io.Copy(io.Discard, os.Stdin); err != nil { // as long as the test wants it
			return err
		}
		if block[len(block)-1] != 1 {
			return io.ErrUnexpectedEOF
		}
		return nil
	},
	"escape": func(args []string) error {
		if err := os.WriteFile("/tmp/f", nil, 0o644); err != nil {
			return err
		}
		return escapes[args[0]].try()
	},
	"forks": func(args []string) error {
		n, err := strconv.Atoi(args[0])
		fmt.Print(forks(n))
		return err
	},
	"check": func([]string) error {
		var refused *RefusedError
		err := Check()
		if errors.As(err, &refused) {
			fmt.Printf("refused: %s: %d ways out: ", refused.Step, len(refused.WaysOut))
		}
		return err
	},
	"hold": func(args []string) error {
		_, err := Run(context.Background(), Command{Argv: []string{"sh", "-c", "exec >/out/held; echo here; while :; do sleep 1; done"},
			Mounts: append(hostRoot(), Mount{Source: args[0], Target: "/out"})})
		return err
	},
	"terminal": func([]string) error {
		state, err := Run(context.Background(), Command{Argv: []string{"sh", "-c", "test -t 0 && echo x >/dev/tty && read -r _ _ _ _ _ _ _ foreground _ </proc/$$/stat && echo $foreground $$; exit 5"},
			Mounts: hostRoot(), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Terminal: true})
		group, groupErr := unix.IoctlGetInt(0, unix.TIOCGPGRP)
		fmt.Println(state.ExitCode, group == unix.Getpgrp())
		return errors.Join(err, groupErr)
	},
	"ungrouped": func(args []string) error {
		cgroupRoot = "/nowhere"
		_, err := Run(context.Background(), Command{Argv: args, Mounts: hostRoot(), Stdout: os.Stdout, Stderr: os.Stderr, Limits: Limits{TotalMemoryBytes: 256 << 20}})
		return err
	},
	"sandbox": func(args []string) error {
		_, err := Run(context.Background(), Command{Argv: args, Mounts: hostRoot(), Stdout: os.Stdout, Stderr: os.Stderr})
		return err
	},
}

// unshare asks a single-threaded program, since unshare(2) refuses a user
// namespace to one with threads.
func unshare(flag uintptr) error {
	cmd := exec.Command("/bin/true")
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: flag}
	return cmd.Run()
}
