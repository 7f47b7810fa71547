package main

import (
	"fmt"

	"github.com/sourcegraph/conc/pool"
)

// together runs the command twice and eight times at once, in one world.
func (s *suite) together(p *prepared) (int, string, error) {
	for _, processes := range []int{2, 8} {
		w, err := s.copyOf(p)
		if err != nil {
			return 0, "", err
		}
		results := pool.NewWithResults[string]()
		for i := range processes {
			argv := p.argv
			if p.beside != nil && i%2 == 1 {
				argv = p.beside
			}
			results.Go(func() string {
				out, status := w.run(argv)
				// Of those that make one new thing, one makes it and the others are told.
				if status < 0 || status == 1 && p.status != 1 && !exclusive(p.name) {
					return fmt.Sprintf("one of %d: exit status %d\n%s", processes, status, out)
				}
				return ""
			})
		}
		err = nil
		for _, fault := range results.Wait() {
			if fault != "" {
				err = fmt.Errorf("%s", fault)
			}
		}
		if err == nil {
			if exclusive(p.name) {
				err = w.whole(p)
			} else {
				err = w.recovers(p)
			}
		}
		s.tell(p, fmt.Sprintf("%d at once", processes), err)
		removeAll(w.dir)
	}
	return 2, "", nil
}

// exclusive says that a command refuses what is there already.
func exclusive(name string) bool { return name == "init" || name == "patch checkout" }
