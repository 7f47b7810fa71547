package main

import (
	"fmt"
	"math/rand/v2"
	"syscall"
	"time"
)

// killed ends the command by SIGKILL at random instants of an undisturbed run's time.
func (s *suite) killed(p *prepared, times int) (int, string, error) {
	random := rand.New(rand.NewPCG(s.seed, uint64(len(p.name))))
	for range times {
		w, err := s.copyOf(p)
		if err != nil {
			return 0, "", err
		}
		instant := time.Duration(random.Int64N(int64(p.took) * 11 / 10))
		c := w.command(p.argv)
		c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		if err := c.Start(); err != nil {
			return 0, "", err
		}
		timer := time.AfterFunc(instant, func() { _ = c.Process.Kill() }) // it may have ended
		_ = c.Wait()                                                      // killed, or done
		timer.Stop()
		s.tell(p, fmt.Sprintf("killed after %s", instant), w.recovers(p))
		removeAll(w.dir)
	}
	return times, "", nil
}
