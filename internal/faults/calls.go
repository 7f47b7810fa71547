package main

import (
	"fmt"
	"os/exec"
	"strings"
)

// failing are the calls that a disk at its end refuses, and how.
var failing = []struct{ call, errno string }{
	{"write", "ENOSPC"}, {"write", "EIO"}, {"fsync", "EIO"}, {"openat", "EIO"},
	{"renameat,renameat2,rename", "EIO"}, {"mkdirat,mkdir", "ENOSPC"},
}

// callsFail makes the nth call of a kind fail, n growing until there is no such call.
// strace(1) does it (-e inject).
func (s *suite) callsFail(p *prepared) (int, string, error) {
	if _, err := exec.LookPath("strace"); err != nil {
		return 0, "there is no strace program", nil
	}
	faults := 0
	calls := failing
	if s.short {
		calls = failing[:3]
	}
	for _, f := range calls {
		for n, step := 1, 1; step <= s.points; n, step = n+1+n/3, step+1 {
			w, err := s.copyOf(p)
			if err != nil {
				return faults, "", err
			}
			c := w.command(p.argv)
			trace := []string{"-f", "-qq", "-o", w.dir + "/trace", "-e", "trace=" + f.call, "-e", fmt.Sprintf("inject=%s:error=%s:when=%d", f.call, f.errno, n), "--"}
			c.Args = append(append([]string{"strace"}, trace...), append([]string{w.cairn}, c.Args[1:]...)...)
			if c.Path, err = exec.LookPath("strace"); err != nil {
				return faults, "", err
			}
			out, status := finish(c)
			injected, err := w.shell("grep -c INJECTED trace || true; rm trace")
			if err != nil {
				return faults, "", err
			}
			if strings.TrimSpace(injected) == "0" {
				removeAll(w.dir)
				if strings.Contains(out, "ptrace") {
					return 0, "strace may not trace here", nil
				}
				break
			}
			err = nil
			// A disk does not fail the call by which Go's runtime wakes itself: that one is a kill.
			woken := strings.Contains(out, "netpollBreak write failed")
			if strings.Contains(out, "goroutine ") && !woken {
				err = fmt.Errorf("a stack trace:\n%s", out)
			} else if status == 0 && p.status == 0 {
				err = w.whole(p)
			}
			if err == nil {
				err = w.recovers(p)
			}
			faults++
			s.tell(p, fmt.Sprintf("%s fails with %s at call %d (exit status %d)", f.call, f.errno, n, status), err)
			removeAll(w.dir)
		}
	}
	return faults, "", nil
}
