package main

import (
	"bytes"
	"fmt"
	"strings"
	"syscall"
	"time"
)

// patience is how long a command may go on trying while its far end stalls.
const patience = 3 * time.Second

// farFails runs the command while the far end refuses, drops, cuts off, changes or holds
// back its answers, from each of some requests on. A command that is held back is
// interrupted, as a person would, and must end at once.
func (s *suite) farFails(p *prepared) (int, string, error) {
	if p.requests == 0 {
		return 0, "", nil // it talks to nobody
	}
	faults := 0
	ways, step := []string{"refused", "dropped", "truncated", "tampered", "stalled"}, max(1, p.requests/s.points)
	if s.short {
		ways = ways[2:]
	}
	for _, how := range ways {
		for from := 1; from <= p.requests; from += step {
			w, err := s.copyOf(p)
			if err != nil {
				return faults, "", err
			}
			s.far.misbehave(how, from)
			out, status, err := w.hurried(p.argv, how == "stalled")
			_, hit := s.far.served()
			s.far.behave()
			if hit && err == nil {
				faults++
				err = s.afterFar(w, p, how, out, status)
				s.tell(p, fmt.Sprintf("%s from request %d on (exit status %d)", how, from, status), err)
			} else if err != nil {
				s.tell(p, fmt.Sprintf("%s from request %d on", how, from), err)
			}
			removeAll(w.dir)
		}
	}
	return faults, "", nil
}

func (s *suite) afterFar(w *world, p *prepared, how, out string, status int) error {
	switch {
	case strings.Contains(out, "goroutine "):
		return fmt.Errorf("a stack trace:\n%s", out)
	case how == "stalled" && status != 130 && status != 0:
		return fmt.Errorf("interrupted, it ended with %d:\n%s", status, out)
	case status != 0 && !strings.Contains(out, "cairn: "):
		return fmt.Errorf("exit status %d without a word:\n%s", status, out)
	}
	return w.recovers(p)
}

// hurried runs a command, which is interrupted after a while if it is to be, and then
// has as long again.
func (w *world) hurried(argv []string, interrupt bool) (out string, status int, err error) {
	c := w.command(argv)
	if !interrupt {
		out, status = finish(c)
		return out, status, nil
	}
	var printed bytes.Buffer
	c.Stdout, c.Stderr = &printed, &printed
	if err := c.Start(); err != nil {
		return "", 0, err
	}
	ended := make(chan struct{})
	go func() {
		_ = c.Wait() // its state says how it ended
		close(ended)
	}()
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGKILL} {
		select {
		case <-ended:
			return printed.String(), c.ProcessState.ExitCode(), nil
		case <-time.After(patience):
		}
		if sig == syscall.SIGKILL {
			err = fmt.Errorf("it did not end in %s after it was interrupted", patience)
		}
		_ = c.Process.Signal(sig) // it may have ended
	}
	<-ended
	return printed.String(), c.ProcessState.ExitCode(), err
}
