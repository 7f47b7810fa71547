package sandbox

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// Run runs c to its end in a sandbox of its own. A program that ran and failed is
// a State, not an error. Errors: *RefusedError, *MountError, *StartError, *DiskError, ctx's
// cause when it was cancelled (the State then says how far it came), or wrapped I/O.
// Concurrent calls are independent. When the calling process dies, the sandbox dies.
func Run(ctx context.Context, c Command) (State, error) {
	s, err := newSpec(c)
	if err != nil {
		return State{}, err
	}
	return run(ctx, c, s)
}

// Check runs nothing in a sandbox: nil if namespaces can be had here, else a
// *RefusedError.
func Check() error {
	s, err := newSpec(Command{Argv: []string{"-"}, Network: true})
	if err != nil {
		return err
	}
	s.OnlyCheck = true
	_, err = run(context.Background(), Command{}, s)
	return err
}

func run(ctx context.Context, c Command, s spec) (State, error) {
	if err := context.Cause(ctx); err != nil {
		return State{}, err
	}
	disks, err := newDiskWatch(s.Mounts, c.Limits.KeepFreeBytes)
	if err != nil {
		return State{}, err
	}
	p, err := start(c, s)
	if err != nil {
		return State{}, err
	}
	began := time.Now()
	reports := make(chan outcome, 1)
	go func() { reports <- readReports(p.status, c.Observe) }()
	ended := make(chan error, 1)
	go func() { ended <- p.init.Wait() }()

	watching, watched := context.WithCancel(context.Background())
	defer watched()

	waited := false
	var full *DiskError
	select {
	case err = <-ended:
		waited = true
	case <-ctx.Done():
		p.cancel(ended, c.Grace, &err, &waited)
	case full = <-disks.watch(watching):
		_ = p.init.Process.Kill() // already gone is what we want
	}
	if !waited {
		err = <-ended
	}
	state := State{WallTime: time.Since(began)}
	state.OutOfMemory = p.groups.killedForMemory()
	p.groups.leave()
	p.control.Close()
	result := <-reports
	p.status.Close()
	restoreTerminal(c)
	result.fill(&state)
	if full != nil && result.last.Exit == nil {
		disks.blame(full)
		return state, full
	}
	if cause := context.Cause(ctx); cause != nil && result.last.Exit == nil || cause != nil && state.Signal != 0 {
		return state, cause
	}
	if state.OutOfMemory && result.last == (report{}) {
		state.Signal = int(syscall.SIGKILL) // init went too
		state.ExitCode = 128 + state.Signal
		return state, nil
	}
	return state, result.verdict(c, err)
}

// process is a started init with the ends of its pipes.
type process struct {
	init            *exec.Cmd
	control, status *os.File
	groups          groups // left when init has ended
}

func start(c Command, s spec) (*process, error) {
	controlIn, controlOut, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	statusIn, statusOut, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("sandbox: %w", err), controlIn.Close(), controlOut.Close())
	}
	init := initCommand()
	init.Stdout, init.Stderr = c.Stdout, c.Stderr
	init.ExtraFiles = []*os.File{controlIn, statusOut}
	if c.Door != nil {
		inner, err := c.Door.pass()
		if err != nil {
			return nil, errors.Join(err, controlIn.Close(), controlOut.Close(), statusIn.Close(), statusOut.Close())
		}
		defer inner.Close() // so that the door is shut when init ends
		init.ExtraFiles = append(init.ExtraFiles, inner)
	}
	err = startWithStdin(init, c.Stdin)
	controlIn.Close()
	statusOut.Close()
	if err != nil {
		controlOut.Close()
		statusIn.Close()
		if refusal(err) {
			return nil, &RefusedError{Step: "create namespaces", Err: errno(err), WaysOut: waysOut()}
		}
		return nil, fmt.Errorf("start the sandbox: %w", err)
	}
	groups := joinGroups(init.Process.Pid, c.Limits)
	if !groups.boundMemory() {
		s.OwnMemoryBytes = c.Limits.totalMemoryBytes()
	}
	// init reads while we write; should it have died, its report says why.
	err = json.NewEncoder(controlOut).Encode(s)
	if err != nil && !errors.Is(err, syscall.EPIPE) {
		_ = init.Process.Kill() // already gone is what we want
	}
	return &process{init: init, control: controlOut, status: statusIn, groups: groups}, nil
}

// initCommand is this program, started as pid 1 of new namespaces.
func initCommand() *exec.Cmd {
	flags := uintptr(unix.CLONE_NEWUSER | unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWNET | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS)
	if _, err := os.Stat("/proc/self/ns/cgroup"); err == nil {
		flags |= unix.CLONE_NEWCGROUP
	}
	return &exec.Cmd{
		Path: "/proc/self/exe",
		Args: []string{initName},
		// One program's father needs no parallel garbage collector.
		Env: []string{"GOMAXPROCS=2", "GOTRACEBACK=none"},
		Dir: "/",
		SysProcAttr: &syscall.SysProcAttr{
			Cloneflags:  flags,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: UID, HostID: os.Geteuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: GID, HostID: os.Getegid(), Size: 1}},
			// Without these, exec as uid 1000 would lose the capabilities that the
			// new user namespace gives (capabilities(7), "Ambient").
			AmbientCaps: []uintptr{unix.CAP_SYS_ADMIN, unix.CAP_NET_ADMIN, unix.CAP_SYS_RESOURCE, unix.CAP_SETPCAP},
			Setpgid:     true,
		},
	}
}

// startWithStdin starts cmd and feeds it in, without making cmd.Wait wait for a
// reader that never ends.
func startWithStdin(cmd *exec.Cmd, in io.Reader) error {
	if in == nil {
		return cmd.Start()
	}
	if f, ok := in.(*os.File); ok {
		cmd.Stdin = f
		return cmd.Start()
	}
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	cmd.Stdin = r
	err = cmd.Start()
	r.Close()
	if err != nil {
		w.Close()
		return err
	}
	go func() {
		_, _ = io.Copy(w, in) // a program that does not read its input is no fault
		w.Close()
	}()
	return nil
}

// cancel asks the program to end, waits for grace, and kills the sandbox.
func (p *process) cancel(ended <-chan error, grace time.Duration, err *error, waited *bool) {
	if grace == 0 {
		grace = 5 * time.Second
	}
	_, _ = io.WriteString(p.control, "term\n")
	timer := time.NewTimer(grace)
	defer timer.Stop()
	select {
	case *err = <-ended:
		*waited = true
	case <-timer.C:
		_ = p.init.Process.Kill() // already gone is what we want
	}
}

// outcome is what init reported.
type outcome struct {
	last report // the last report that is not a usage
}

func readReports(r io.Reader, observe func(Usage)) outcome {
	var o outcome
	decoder := json.NewDecoder(bufio.NewReader(r))
	for {
		var rep report
		if decoder.Decode(&rep) != nil {
			return o // the pipe's end: init is gone
		}
		if rep.Usage == nil {
			o.last = rep
			continue
		}
		if observe != nil {
			observe(*rep.Usage)
		}
	}
}

func (o outcome) fill(state *State) {
	if e := o.last.Exit; e != nil {
		state.ExitCode, state.Signal = e.Code, e.Signal
		state.PeakRSSBytes, state.PeakTotalBytes, state.CPU = e.MaxRSSBytes, e.PeakTotalBytes, e.CPU
	}
}

func (o outcome) verdict(c Command, waitErr error) error {
	switch last := o.last; {
	case last.Exit != nil:
		return nil
	case last.Refused != nil:
		return &RefusedError{Step: last.Refused.Step, Err: last.Refused.err(), WaysOut: waysOut()}
	case last.Mount != nil:
		return &MountError{Mount: last.Mount.Mount, Err: last.Mount.err()}
	case last.Start != nil:
		return &StartError{Program: c.Argv[0], Err: last.Start.err()}
	case waitErr != nil:
		return fmt.Errorf("the sandbox's init ended early: %w", waitErr)
	}
	return errors.New("the sandbox's init ended without a word: does this program's main call sandbox.Main first?")
}

// restoreTerminal makes the caller's process group the terminal's foreground
// again, after a program of the sandbox had it.
func restoreTerminal(c Command) {
	tty, ok := c.Stdin.(*os.File)
	if !c.Terminal || !ok {
		return
	}
	signal.Ignore(syscall.SIGTTOU) // a background group that takes the terminal is stopped by it
	defer signal.Reset(syscall.SIGTTOU)
	_ = unix.IoctlSetPointerInt(int(tty.Fd()), unix.TIOCSPGRP, unix.Getpgrp()) // the terminal may be gone
}
