package sandbox

import (
	"bufio"
	"errors"
	"os"
	"path"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// lookPath finds a program as execvp(3) does, in the sandbox's root.
func lookPath(name, list, dir string) (string, error) {
	if strings.Contains(name, "/") {
		return name, nil
	}
	denied := error(nil)
	for _, folder := range strings.Split(list, ":") {
		if !path.IsAbs(folder) {
			folder = path.Join(dir, folder)
		}
		file := path.Join(folder, name)
		info, err := os.Stat(file)
		if err != nil || info.IsDir() {
			continue
		}
		if info.Mode().Perm()&0o111 != 0 {
			return file, nil
		}
		denied = syscall.EACCES
	}
	if denied != nil {
		return "", denied
	}
	return "", syscall.ENOENT
}

// fork starts the program, which inherits init's limits.
func fork(program string, s spec, first firstToGo) (pid int, err error) {
	if info, err := os.Stat(s.Dir); err != nil {
		return 0, &aboutError{what: "working folder " + s.Dir, err: err}
	} else if !info.IsDir() {
		return 0, &aboutError{what: "working folder " + s.Dir, err: syscall.ENOTDIR}
	}
	if err := setLimits(s.Limits); err != nil {
		return 0, err
	}
	attr := &syscall.ProcAttr{
		Dir: s.Dir, Env: s.Environ, Files: []uintptr{0, 1, 2},
		Sys: &syscall.SysProcAttr{Setsid: true},
	}
	if s.Terminal {
		attr.Sys = &syscall.SysProcAttr{Foreground: true, Ctty: 0}
	}
	pid, err = first.around(func() (int, error) { return syscall.ForkExec(program, s.Argv, attr) })
	if err != nil {
		return pid, err
	}
	return pid, boundOwnMemory(pid, s.OwnMemoryBytes)
}

// obey passes Run's wish to end on to the program's process group. When Run's
// process is gone, so are we, and with pid 1 all others (pid_namespaces(7)).
func obey(control *bufio.Reader, pid int) {
	for {
		line, err := control.ReadString('\n')
		if err != nil {
			os.Exit(137)
		}
		if line == "term\n" {
			_ = unix.Kill(-pid, unix.SIGTERM) // it may have ended by itself
		}
	}
}

// reap waits for every process that ends, ours and orphans, until the program has.
func reap(pid int, watch *observer) report {
	for {
		var ws syscall.WaitStatus
		got, err := syscall.Wait4(-1, &ws, 0, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case err != nil:
			return startFailure(err)
		case got != pid || ws.Stopped() || ws.Continued():
			continue
		}
		e := exit{Code: ws.ExitStatus()}
		if ws.Signaled() {
			e.Signal = int(ws.Signal())
			e.Code = 128 + e.Signal
		}
		var used syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &used); err == nil {
			e.MaxRSSBytes = used.Maxrss * 1024 // getrusage(2): in kilobytes
			e.CPU = time.Duration(used.Utime.Nano() + used.Stime.Nano())
		}
		e.PeakTotalBytes = max(e.MaxRSSBytes, watch.peakBytes.Load())
		return report{Exit: &e}
	}
}
