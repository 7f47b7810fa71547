package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

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
		for range processes {
			results.Go(func() string {
				out, status := w.run(p.argv)
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
				err = w.whole()
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

// clockJumps runs the command in worlds whose files come from other times.
func (s *suite) clockJumps(p *prepared) (int, string, error) {
	for _, jump := range []time.Duration{-20 * 365 * 24 * time.Hour, 10 * 365 * 24 * time.Hour} {
		w, err := s.copyOf(p)
		if err != nil {
			return 0, "", err
		}
		then := time.Now().Add(jump)
		err = filepath.WalkDir(w.dir, func(name string, entry os.DirEntry, err error) error {
			if err == nil && entry.Type()&os.ModeSymlink == 0 {
				return os.Chtimes(name, then, then)
			}
			return err
		})
		if err != nil {
			return 0, "", err
		}
		s.tell(p, fmt.Sprintf("files from %s", then.Format(time.DateOnly)), w.recovers(p))
		removeAll(w.dir)
	}
	return 2, "", nil
}
