package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"cairn/builder/sandbox"
)

// TestInterrupted interrupts every command that may take long as a terminal does: once,
// all processes of its group. It must end at once with status 130, say how to go on, and
// leave nothing half-written under a final name.
func TestInterrupted(t *testing.T) {
	const silent, mirror = "SILENT", "https://=http://SILENT/"
	const kept, anew, nothing = "what was finished is kept", "gates and measurements start anew", "nothing was changed"
	const moved = "84f02fc45ba15d95beb351ed0e9d350f3e1bcea1"
	build, verify := []string{"--offline", "-C", "ws", "build", "quick"}, []string{"store", "verify"}
	inSandbox := func() bool { return sandbox.Check() == nil && haveAll("sh", "sleep") }
	for _, c := range []held{
		{name: "fetch", args: []string{"fetch", "qwen36-q4-tp3", "--mirror", mirror}, hint: kept},
		{name: "lock", args: []string{"-C", "ws", "lock", "far", "--mirror", mirror}, hint: kept, nothing: "ws/lockfiles/far.lock.hcl"},
		{name: "lock check", args: []string{"lock", "--check", "qwen36-q4-tp3", "--mirror", mirror}, hint: kept},
		{name: "check", args: []string{"check", "qwen36-q4-tp3", "--mirror", mirror}, hint: nothing},
		{name: "init", args: []string{"init", "https://example.invalid/x.git", "patches", "made", "--mirror", mirror}, hint: kept, nothing: "made"},
		{name: "reproduce", args: []string{"reproduce", "cmov6p4r7007tqr01yi8ug4un", "--mirror", mirror}, hint: anew},
		{name: "bundle export", args: []string{"bundle", "export", "qwen36-q4-tp3", "-o", "out.bundle", "--mirror", mirror}, hint: kept, nothing: "out.bundle"},
		{name: "inspect", args: []string{"inspect", silent + "/x/y:z"}, hint: kept},
		{name: "patch inspect", args: []string{"patch", "inspect", "pipe"}, pipe: true, hint: nothing},
		{name: "patch locate", args: []string{"patch", "locate", "--repo", "embedded:ember", "pipe"}, pipe: true, hint: nothing},
		{name: "build", args: []string{"-C", "ws", "build", "slow", "--progress", "plain"}, until: "engine …", hint: kept, needs: inSandbox},
		{name: "verify", args: []string{"-C", "ws", "verify", "slow", "--progress", "plain"}, until: "engine …", hint: kept, needs: inSandbox},
		{name: "image", args: []string{"-C", "ws", "image", "slow", "-o", "out", "--progress", "plain"}, until: "engine …", hint: kept, needs: inSandbox, nothing: "out"},
		{name: "test", args: []string{"-C", "ws", "test", "gated", "--progress", "plain"}, until: "gate waits …", hint: anew, needs: inSandbox},
		{name: "publish", args: []string{"-C", "ws", "publish", "quick", silent + "/x/y:z", "--unsigned"}, hint: kept, needs: inSandbox},
		{name: "gc", args: []string{"gc"}, before: [][]string{build}, locked: ".cache/cairn/sweep", untilFile: ".cache/cairn/tmp/*.lock", hint: "what was removed is gone, all else is whole", needs: inSandbox, after: [][]string{{"gc"}, verify}},
		{name: "rebase", args: []string{"-C", "ws", "rebase", "moved", "--onto", moved, "--exec", "touch ~/held; sleep 100"}, untilFile: "held", hint: "--continue goes on from there",
			needs: func() bool { return haveAll("sh", "sleep", "touch") },
			after: [][]string{{"-C", "ws", "rebase", "moved", "--status"}, {"-C", "ws", "rebase", "moved", "--continue", "--exec", "true"}, {"-C", "ws", "check", "moved"}}},
		{name: "rebase given up", args: []string{"-C", "ws", "rebase", "moved", "--onto", moved, "--exec", "touch ~/held; sleep 100"}, untilFile: "held", hint: "--abort gives it up",
			needs: func() bool { return haveAll("sh", "sleep", "touch") },
			after: [][]string{{"-C", "ws", "rebase", "moved", "--abort"}, {"-C", "ws", "check", "moved"}, {"-C", "ws", "rebase", "moved", "--onto", moved}}},
		{name: "cache push", args: []string{"-C", "ws", "cache", "push", "--impure", "quick"}, cache: true, before: [][]string{build}, hint: kept, needs: inSandbox, after: [][]string{verify}},
		{name: "cache pull", args: []string{"-C", "ws", "cache", "pull", "--impure", "quick"}, cache: true, hint: kept, needs: inSandbox, after: [][]string{verify, build}},
		{name: "serve", args: []string{"-C", "ws", "serve", "gated", "--progress", "plain"}, until: "service sleep …", hint: kept, needs: inSandbox},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.needs != nil && !c.needs() {
				t.Skip("no namespaces, or no sh and sleep")
			}
			address, accepted := silentServer(t)
			for i := range c.args {
				c.args[i] = strings.ReplaceAll(c.args[i], silent, address)
			}
			if c.cache {
				c.files = map[string]string{".config/cairn/config.hcl": fmt.Sprintf(heldCache, address)}
				c.before = append([][]string{{"key", "new", ".config/cairn/mine"}}, c.before...)
			}
			p := startHeld(t, c)
			if c.until+c.untilFile == "" && !c.pipe {
				select {
				case <-accepted:
				case <-time.After(patience):
					t.Fatalf("it never connected:\n%s", p.text())
				}
			}
			p.signal(t, syscall.SIGINT)
			status := p.wait(t)
			if status != exitInterrupted {
				t.Errorf("status %d:\n%s", status, p.text())
			}
			if said := p.text(); strings.Count(said, "cairn: error: interrupted\n") != 1 || !strings.Contains(said, c.hint) {
				t.Errorf("it does not say %q:\n%s", c.hint, said)
			}
			if _, err := os.Stat(filepath.Join(p.dir, c.nothing)); c.nothing != "" && err == nil {
				t.Errorf("%s is there", c.nothing)
			}
			p.letGo()
			for _, args := range c.after {
				p.pass(t, args)
			}
		})
	}
}

// A build step that no signal ends is given some seconds; a second Ctrl-C ends cairn as the
// system does, and what it ran goes with it.
func TestInterruptedTwice(t *testing.T) {
	t.Parallel()
	if sandbox.Check() != nil || !haveAll("sh", "sleep") {
		t.Skip("no namespaces, or no sh and sleep")
	}
	stubborn := held{args: []string{"-C", "ws", "build", "stubborn", "--progress", "plain"}, untilFile: ".cache/cairn/logs/*.log", untilText: "\ndeaf\n"}
	// Two that come so close that cairn sees one, and a machine that is so slow that the
	// seconds are over before the second, prove nothing: then again.
	for range 5 {
		p := startHeld(t, stubborn)
		status := p.interruptUntilEnd(t)
		if left := running(t, "sleep", "31.4"); left > 0 {
			t.Errorf("%d processes of the step are left", left)
		}
		if status == -int(syscall.SIGINT) {
			return
		}
		if status != exitInterrupted {
			t.Fatalf("status %d:\n%s", status, p.text())
		}
	}
	t.Error("a second Ctrl-C never ended it")
}

// What asks a process to end, but for Ctrl-C: kill(1), and a terminal that is closed.
func TestEndedBySignals(t *testing.T) {
	t.Parallel()
	if sandbox.Check() != nil || !haveAll("sh", "sleep") {
		t.Skip("no namespaces, or no sh and sleep")
	}
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			p := startHeld(t, held{args: []string{"-C", "ws", "build", "slow", "--progress", "plain"}, until: "engine …"})
			p.signal(t, signal)
			if status := p.wait(t); status != exitInterrupted {
				t.Errorf("status %d:\n%s", status, p.text())
			}
			if said := p.text(); !strings.Contains(said, "engine stopped after") || !strings.Contains(said, "cairn: error: interrupted\n") {
				t.Errorf("got\n%s", said)
			}
			if left, err := os.ReadDir(filepath.Join(p.dir, ".cache/cairn/tmp")); err != nil || len(left) > 0 {
				t.Errorf("left in the store: %v, %v", left, err)
			}
		})
	}
}

// With nohup(1) a terminal that is closed ends nothing.
func TestHangUpIsIgnoredUnderNohup(t *testing.T) {
	t.Parallel()
	if !haveAll("nohup") {
		t.Skip("no nohup")
	}
	p := startHeld(t, held{under: "nohup", args: []string{"patch", "inspect", "pipe"}, pipe: true})
	p.signal(t, syscall.SIGHUP)
	_, err := p.pipe.WriteString(heldPatch)
	if err := errors.Join(err, p.pipe.Close()); err != nil {
		t.Fatal(err)
	}
	if status := p.wait(t); status != exitDone {
		t.Errorf("status %d:\n%s", status, p.text())
	}
}
