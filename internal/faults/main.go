// Command faults does to cairn what the world does: it kills it at random instants,
// fills its disk, makes its disk, its far end and its clock fail, and runs it several
// times at once. After each fault the store must be whole, nothing half-written may
// stand under a final name, and the next run must end where an undisturbed one does. It
// is a command and no test: it takes as long as it is asked to.
//
//	go run ./internal/faults
//
// Its last line is "N passed, M failed".
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

func main() {
	s := &suite{}
	flag.IntVar(&s.kills, "kills", 460, "how many kills over all commands, each in the middle of a run")
	flag.IntVar(&s.points, "points", 12, "how many places of each kind of call fail, and of each kind of answer, per command")
	flag.BoolVar(&s.short, "short", false, "a few of each kind, for the commands that matter most: two minutes, for CI")
	flag.Uint64Var(&s.seed, "seed", uint64(time.Now().UnixNano()), "of the random instants")
	only := flag.String("only", "", "only commands that match the regular expression")
	flag.BoolVar(&s.verbose, "v", false, "print each fault")
	inside := flag.String("inside", "", "be the part that runs on a small disk; for this program's own use")
	flag.Parse()
	if *inside != "" {
		os.Exit(runInside(*inside, flag.Args()))
	}
	s.only = regexp.MustCompile(*only)
	if s.short {
		s.kills, s.points = 2*len(inShort), 1
	}
	if err := s.run(); err != nil {
		fmt.Fprintf(os.Stderr, "faults: %v\n", err)
		os.Exit(1)
	}
	fmt.Printf("%d passed, %d failed\n", s.passed, s.failed)
	if s.failed > 0 {
		os.Exit(1)
	}
}

// suite is one run over all commands.
type suite struct {
	kills, points int
	short         bool
	seed          uint64
	only          *regexp.Regexp
	verbose       bool

	dir, cairn, self string
	jumping          string // cairn with a clock that jumps; empty in the short form
	passed, failed   int

	far                 *far
	engine, fingerprint string // of what it serves: a commit, a key
}

// kind is a way to disturb; it tells each fault to the suite and returns how many there
// were. A reason says why it was left out.
type kind struct {
	name string
	run  func(*suite, *prepared) (faults int, reason string, err error)
}

func (s *suite) run() (err error) {
	if s.dir, err = os.MkdirTemp("", "cairn-faults-*"); err != nil {
		return err
	}
	defer removeAll(s.dir)
	if s.self, err = os.Executable(); err != nil {
		return err
	}
	s.cairn = filepath.Join(s.dir, "cairn")
	if out, err := exec.Command("go", "build", "-o", s.cairn, "./cmd/cairn").CombinedOutput(); err != nil {
		return fmt.Errorf("build cairn (run faults in the repository): %w\n%s", err, out)
	}
	if err := s.furnish(); err != nil {
		return err
	}
	if s.far, err = newFar(s.dir); err != nil {
		return err
	}
	defer s.far.Close()
	defer s.far.behave() // nothing hangs any longer
	if !s.short {
		if err := s.buildJumping(); err != nil {
			return err
		}
	}
	var chosen []scenario
	for _, sc := range scenarios {
		if s.only.MatchString(sc.name) && (!s.short || slices.Contains(inShort, sc.name)) {
			chosen = append(chosen, sc)
		}
	}
	kinds := []kind{
		{"killed", func(s *suite, p *prepared) (int, string, error) { return s.killed(p, max(1, s.kills/len(chosen))) }},
		{"disk full", (*suite).diskFull},
		{"calls fail", (*suite).callsFail},
		{"far end", (*suite).farFails},
		{"at once", (*suite).together},
		{"clock jumps", (*suite).clockJumps},
	}
	fmt.Printf("seed %d\n%-22s", s.seed, "command")
	for _, k := range kinds {
		fmt.Printf(" %12s", k.name)
	}
	fmt.Println()
	var reasons []string
	for _, sc := range chosen {
		p, err := s.prepare(sc)
		if err != nil {
			return fmt.Errorf("%s, undisturbed: %w", sc.name, err)
		}
		fmt.Printf("%-22s", sc.name)
		for _, k := range kinds {
			faults, reason, err := k.run(s, p)
			if err != nil {
				return fmt.Errorf("%s, %s: %w", sc.name, k.name, err)
			}
			if reason != "" {
				fmt.Printf(" %12s", "–")
				if line := k.name + " left out: " + reason; !slices.Contains(reasons, line) {
					reasons = append(reasons, line)
				}
				continue
			}
			fmt.Printf(" %12d", faults)
		}
		fmt.Println()
		removeAll(p.template)
	}
	for _, line := range reasons {
		fmt.Println(line)
	}
	return nil
}

// tell counts a fault and what came of it.
func (s *suite) tell(p *prepared, fault string, err error) {
	if err == nil {
		s.passed++
		if s.verbose {
			fmt.Printf("\n  %s, %s: whole", p.name, fault)
		}
		return
	}
	s.failed++
	fmt.Printf("\nFAIL %s, %s: %v\n", p.name, fault, err)
}
