// Command bench measures cairn beside its peers, each pair in one run, and prints
// the ratio. It is a command and no test: it needs a quiet machine, and time.
//
//	go run ./internal/bench
//	go run ./internal/bench -archive DIR@REV -base llama=DIR@REV -base vllm=DIR@REV
//	go run ./internal/bench -archive DIR@REV -move ik=DIR@FROM..ONTO:ik-*-20260507.patch
//	go run ./internal/bench -move mine=DIR@FROM..ONTO:patches/*.patch
//	go run ./internal/bench -cmake ember -edit src/cache.cpp
//
// -archive names a git directory with a folder patches/ at a revision, -base a git
// directory at a revision that some of the archive's patches apply to. -cmake names a
// stack of the embedded workspace, built whole and then after each -edit of a file.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	b := &bench{}
	flag.IntVar(&b.runs, "runs", 5, "how often each side is run; the median counts")
	flag.StringVar(&b.archive, "archive", "", "patch archive, as DIR@REV")
	flag.Func("base", "a base of the archive's patches, as NAME=DIR@REV; may be repeated", appendTo(&b.bases))
	flag.BoolVar(&b.growing, "grow", false, "measure how time and memory grow instead: 200 components, 60,000 files, 5 GiB")
	flag.Func("move", "a series to locate, drift and rebase, as NAME=DIR@FROM..ONTO:GLOB,…; a GLOB with a slash is of files here, another of the archive's; may be repeated", b.addMove)
	flag.BoolVar(&b.movesOnly, "moves", false, "measure what is done with the series of -move alone")
	check := flag.String("check", "", "check a list of patch files: this is the child process of a measurement")
	pack := flag.String("pack", "", "pack an image: this is the child process of a measurement")
	flag.IntVar(&b.imageMB, "image-mb", 240, "size of the image that is packed, in MiB")
	flag.StringVar(&b.peer, "peer", "", "pack images beside this peer alone: umoci or buildah")
	flag.BoolVar(&b.imagesOnly, "images", false, "measure the packing of images alone")
	flag.BoolVar(&b.idleOnly, "idle", false, "measure a build with nothing to do alone")
	flag.StringVar(&b.cmakeStack, "cmake", "", "build this stack alone, beside cmake with the programs of its closure; once unless -runs is given")
	flag.Func("edit", "a file of the stack of -cmake that is changed and built again, three times unless -runs is given; may be repeated", appendTo(&b.edits))
	flag.Func("mirror", "where cairn fetches for -cmake from, as its own --mirror; may be repeated", appendTo(&b.mirrors))
	flag.IntVar(&b.jobs, "jobs", runtime.NumCPU(), "how many compilers run at once for -cmake, on both sides")
	flag.Parse()
	flag.Visit(func(f *flag.Flag) { b.runsGiven = b.runsGiven || f.Name == "runs" })
	run := b.run
	switch {
	case *check != "":
		run = func() error { return checkAll(*check) }
	case *pack != "":
		run = func() error { return packOne(*pack) }
	}
	if err := run(); err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		os.Exit(1)
	}
}

// appendTo is a flag that may be repeated.
func appendTo(list *[]string) func(string) error {
	return func(s string) error {
		*list = append(*list, s)
		return nil
	}
}

type bench struct {
	runs      int
	archive   string
	bases     []string
	growing   bool
	moves     []*move
	movesOnly bool
	dir       string // temporary
	cairn     string // the program under test
	self      string // this program, for the measurements of a room alone
	changes   int    // made to the tree of images so far
	// imagesOnly leaves out everything else.
	imagesOnly bool
	// idleOnly leaves out all but a build with nothing to do.
	idleOnly bool
	// cmakeStack, if not empty, leaves out all but its build and the edits.
	cmakeStack string
	edits      []string
	mirrors    []string
	jobs       int
	runsGiven  bool
	imageMB    int
	peer       string // of images; empty for all
}

func (b *bench) run() (err error) {
	if b.dir, err = os.MkdirTemp("", "cairn-bench-*"); err != nil {
		return err
	}
	defer removeAll(b.dir)
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	b.cairn = filepath.Join(b.dir, "cairn")
	if err := command(b.dir, "go", "build", "-C", mustGetwd(), "-o", b.cairn, "./cmd/cairn").Run(); err != nil {
		return fmt.Errorf("build cairn (run bench in the repository): %w", err)
	}
	if b.growing {
		return b.grow()
	}
	fmt.Printf("%-44s %12s %12s %7s %9s %6s %9s\n", "work", "cairn", "peer", "ratio", "processor", "goal", "memory")
	measures := []func() error{b.generatedPatches, b.realPatches, b.realMoves, b.checkout, b.nothingToBuild, b.repack, b.images}
	switch {
	case b.imagesOnly:
		measures = []func() error{b.images}
	case b.movesOnly:
		measures = []func() error{b.realMoves}
	case b.cmakeStack != "":
		measures = []func() error{b.cmakeBuild}
	case b.idleOnly:
		measures = []func() error{b.nothingToBuild}
	}
	for _, measure := range measures {
		if err := measure(); err != nil {
			return err
		}
	}
	return nil
}

// pair is one comparison: two functions that do the same work.
type pair struct {
	work, peer string
	goal       string
	ours       func() (usage, error)
	theirs     func() (usage, error)
	// processor says that processor time is worth a line of its own.
	processor bool
}

type usage struct {
	wall     time.Duration
	cpu      time.Duration // user and system, of the processes; 0 where that is not known
	maxBytes int64
}

// measure runs both sides in turn, so that what disturbs one disturbs the other.
func (b *bench) measure(p pair) error {
	var ours, theirs []usage
	for range b.runs {
		u, err := p.ours()
		if err != nil {
			return fmt.Errorf("%s: cairn: %w", p.work, err)
		}
		ours = append(ours, u)
		if p.theirs == nil {
			continue
		}
		if u, err = p.theirs(); err != nil {
			return fmt.Errorf("%s: %s: %w", p.work, p.peer, err)
		}
		theirs = append(theirs, u)
	}
	mine, line := median(ours), ""
	if p.theirs != nil {
		other := median(theirs)
		line = fmt.Sprintf("%12s %7.3f %9s", round(other.wall), float64(mine.wall)/float64(other.wall), processorRatio(ours, theirs))
	} else {
		line = fmt.Sprintf("%12s %7s %9s", "–", "–", round(medianProcessor(ours)))
	}
	fmt.Printf("%-44s %12s %s %6s %5d MiB  %s\n", p.work, round(mine.wall), line, p.goal, mine.maxBytes>>20, p.peer)
	if p.processor {
		fmt.Printf("%-44s %12s %12s %7s\n", "  processor time, user and system", round(medianProcessor(ours)), round(medianProcessor(theirs)), processorRatio(ours, theirs))
	}
	return nil
}

// processorRatio is that of the medians of processor time, which other work on the machine
// disturbs less.
func processorRatio(ours, theirs []usage) string {
	mine, other := medianProcessor(ours), medianProcessor(theirs)
	if mine == 0 || other == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", float64(mine)/float64(other))
}

func medianProcessor(all []usage) time.Duration {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b usage) int { return int(a.cpu - b.cpu) })
	return all[len(all)/2].cpu
}

func median(all []usage) usage {
	slices.SortFunc(all, func(a, b usage) int { return int(a.wall - b.wall) })
	return all[len(all)/2]
}

func round(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

// timed runs one command and says what it took.
func timed(c *exec.Cmd) (usage, error) {
	var stderr strings.Builder
	c.Stderr = &stderr
	ownPeak()
	start := time.Now()
	err := c.Run()
	wall := time.Since(start)
	if err != nil {
		return usage{wall: wall, cpu: processorOf(c)}, fmt.Errorf("%s: %w\n%s", strings.Join(c.Args, " ")[:min(200, len(strings.Join(c.Args, " ")))], err, stderr.String())
	}
	return usage{wall: wall, cpu: processorOf(c), maxBytes: peakOf(c)}, nil
}

// ownPeak makes this process small, and the peak that it had forgotten: a child begins
// with its parent's, which exec puts into what wait4(2) says of the child.
func ownPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // proc(5); without it peaks are bounds
}

// processorOf is the processor time of a process that has ended, 0 if it never ran.
func processorOf(c *exec.Cmd) time.Duration {
	if c.ProcessState == nil {
		return 0
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
}

// peakOf is the largest memory of a process that has ended, in bytes.
func peakOf(c *exec.Cmd) int64 {
	return c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
}

// looped runs commands one after the other, as a shell loop would.
func looped(commands []*exec.Cmd) (usage, error) {
	var total usage
	for _, c := range commands {
		u, err := timed(c)
		if err != nil {
			return usage{}, err
		}
		total.wall += u.wall
		total.cpu += u.cpu
		total.maxBytes = max(total.maxBytes, u.maxBytes)
	}
	return total, nil
}

func command(dir, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "LC_ALL=C")
	return c
}

func output(dir, name string, args ...string) (string, error) {
	c := command(dir, name, args...)
	var stderr strings.Builder
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, stderr.String())
	}
	return strings.TrimSpace(string(out)), nil
}

func mustGetwd() string {
	dir, err := os.Getwd()
	if err != nil {
		panic(err) // the folder that go run was called in
	}
	return dir
}

// removeAll removes a folder in which read-only trees may stand.
func removeAll(dir string) {
	_ = filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			_ = os.Chmod(path, 0o755)
		}
		return nil
	})
	_ = os.RemoveAll(dir)
}
