package main

import (
	"fmt"
	"math/rand/v2"
	"syscall"
	"time"
)

// killed ends the command by SIGKILL at random instants of an undisturbed run's time. A
// run that ended before its instant does not count, and is tried again.
func (s *suite) killed(p *prepared, times int) (int, string, error) {
	random := rand.New(rand.NewPCG(s.seed, uint64(len(p.name))))
	kills := 0
	for range 4 * times {
		if kills == times {
			break
		}
		w, err := s.copyOf(p)
		if err != nil {
			return 0, "", err
		}
		instant := time.Duration(random.Int64N(int64(p.took)))
		c := w.command(p.argv)
		c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		if err := c.Start(); err != nil {
			return 0, "", err
		}
		timer := time.AfterFunc(instant, func() { _ = c.Process.Kill() }) // it may have ended
		_ = c.Wait()                                                      // killed, or done
		timer.Stop()
		if state, ok := c.ProcessState.Sys().(syscall.WaitStatus); ok && state.Signaled() {
			kills++
			s.tell(p, fmt.Sprintf("killed after %s", instant), w.recovers(p))
		}
		removeAll(w.dir)
	}
	return kills, "", nil
}
