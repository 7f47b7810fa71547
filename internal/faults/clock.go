package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// jumps are how far a clock goes: back before everything that is there, and ahead.
var jumps = []time.Duration{-20 * 365 * 24 * time.Hour, 10 * 365 * 24 * time.Hour}

// clockJumps runs the command in worlds whose files come from other times, and, where
// the suite has such a program, with a clock that jumps while it runs.
func (s *suite) clockJumps(p *prepared) (int, string, error) {
	faults := 0
	for _, jump := range jumps {
		w, err := s.copyOf(p)
		if err != nil {
			return faults, "", err
		}
		then := time.Now().Add(jump)
		err = filepath.WalkDir(w.dir, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type()&os.ModeSymlink == 0 {
				return os.Chtimes(name, then, then)
			}
			return err
		})
		if err != nil {
			return faults, "", err
		}
		faults++
		s.tell(p, fmt.Sprintf("files from %s", then.Format(time.DateOnly)), w.recovers(p))
		removeAll(w.dir)
		if s.jumping == "" {
			continue
		}
		if w, err = s.copyOf(p); err != nil {
			return faults, "", err
		}
		c := w.command(p.argv)
		c.Path = s.jumping
		c.Env = append(c.Env, fmt.Sprintf("FAULTS_CLOCK=%d %d", p.took/2, int64(jump/time.Second)))
		out, status := finish(c)
		if status != p.status {
			err = fmt.Errorf("exit status %d, undisturbed %d\n%s", status, p.status, out)
		} else {
			err = w.recovers(p)
		}
		faults++
		s.tell(p, fmt.Sprintf("the clock jumps by %s", jump), err)
		removeAll(w.dir)
	}
	return faults, "", nil
}

// jumpingClock is what stands in place of time.Now in the program whose clock jumps: its
// wall clock moves, its monotonic one goes on, as when somebody sets the clock.
const jumpingClock = `package time

import "syscall"

var jumpAfter, jumpBy = readJump()

func readJump() (after, by int64) {
	text, _ := syscall.Getenv("FAULTS_CLOCK")
	at := &after
	sign := int64(1)
	for _, c := range []byte(text) {
		switch {
		case c == ' ':
			at = &by
		case c == '-':
			sign = -1
		default:
			*at = *at*10 + int64(c-'0')
		}
	}
	return after, by * sign
}

func Now() Time {
	t := steadyNow()
	if jumpBy != 0 && t.wall&hasMonotonic != 0 && t.ext > jumpAfter {
		t.wall += uint64(jumpBy) << nsecShift
	}
	return t
}
`

// buildJumping builds cairn over a standard library whose clock jumps when it is told to
// (go build -overlay).
func (s *suite) buildJumping() error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env GOROOT: %w", err)
	}
	folder := filepath.Join(strings.TrimSpace(string(root)), "src", "time")
	source, err := os.ReadFile(filepath.Join(folder, "time.go"))
	if err != nil {
		return err
	}
	const now = "\nfunc Now() Time {"
	if strings.Count(string(source), now) != 1 {
		return fmt.Errorf("%s has no %q: how is the clock to jump?", folder, now)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {
		filepath.Join(folder, "time.go"):  filepath.Join(s.dir, "time.go"),
		filepath.Join(folder, "jumps.go"): filepath.Join(s.dir, "jumps.go"),
	}})
	if err != nil {
		return err
	}
	for name, content := range map[string]string{
		"time.go": strings.Replace(string(source), now, "\nfunc steadyNow() Time {", 1), "jumps.go": jumpingClock, "overlay.json": string(overlay),
	} {
		if err := os.WriteFile(filepath.Join(s.dir, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	s.jumping = filepath.Join(s.dir, "jumping", "cairn")
	if out, err := exec.Command("go", "build", "-overlay", filepath.Join(s.dir, "overlay.json"), "-o", s.jumping, "./cmd/cairn").CombinedOutput(); err != nil {
		return fmt.Errorf("build cairn with a clock that jumps: %w\n%s", err, out)
	}
	return nil
}
