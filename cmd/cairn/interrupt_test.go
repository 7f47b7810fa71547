package main

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"cairn/builder/sandbox"
)

// held is a command that is held where it takes long, so that it can be interrupted
// there.
type held struct {
	name string
	args []string
	// until is what stderr or stdout say when it is held; "" where it is by a server that
	// took the connection and says nothing.
	until string
	hint  string
	needs func() bool
	// nothing names files that must not be there afterwards.
	nothing string
}

// TestInterrupted interrupts every command that may take long as a terminal does: once,
// all processes of its group. It must end at once with status 130, say how to go on, and
// leave nothing half-written under a final name.
func TestInterrupted(t *testing.T) {
	const silent, mirror = "SILENT", "https://=http://SILENT/"
	const kept, anew, nothing = "what was finished is kept", "gates and measurements start anew", "nothing was changed"
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
		{name: "patch inspect", args: []string{"patch", "inspect", "pipe"}, until: "now", hint: nothing},
		{name: "patch locate", args: []string{"patch", "locate", "--repo", "embedded:ember", "pipe"}, until: "now", hint: nothing},
		{name: "build", args: []string{"-C", "ws", "build", "slow", "--progress", "plain"}, until: "engine …", hint: kept, needs: inSandbox},
		{name: "verify", args: []string{"-C", "ws", "verify", "slow", "--progress", "plain"}, until: "engine …", hint: kept, needs: inSandbox},
		{name: "image", args: []string{"-C", "ws", "image", "slow", "-o", "out", "--progress", "plain"}, until: "engine …", hint: kept, needs: inSandbox, nothing: "out"},
		{name: "test", args: []string{"-C", "ws", "test", "gated", "--progress", "plain"}, until: "gate waits …", hint: anew, needs: inSandbox},
		{name: "publish", args: []string{"-C", "ws", "publish", "quick", silent + "/x/y:z", "--unsigned"}, hint: kept, needs: inSandbox},
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
			p := startHeld(t, c)
			if c.until == "" {
				select {
				case <-accepted:
				case <-time.After(20 * time.Second):
					t.Fatalf("it never connected:\n%s", p.text())
				}
			}
			p.interrupt(t)
			status := p.wait(t, 8*time.Second)
			if status != exitInterrupted {
				t.Errorf("status %d:\n%s", status, p.text())
			}
			if said := p.text(); !strings.Contains(said, "cairn: error: interrupted\n") || !strings.Contains(said, c.hint) {
				t.Errorf("it does not say %q:\n%s", c.hint, said)
			}
			if _, err := os.Stat(filepath.Join(p.dir, c.nothing)); c.nothing != "" && err == nil {
				t.Errorf("%s is there", c.nothing)
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
	p := startHeld(t, held{args: []string{"-C", "ws", "build", "stubborn", "--progress", "plain"}, until: "engine …"})
	time.Sleep(300 * time.Millisecond) // until its step has set its traps; earlier, it only ends sooner
	p.interrupt(t)
	time.Sleep(200 * time.Millisecond)
	p.interrupt(t)
	if status := p.wait(t, 2*time.Second); status != -int(syscall.SIGINT) && status != exitInterrupted {
		t.Errorf("status %d:\n%s", status, p.text())
	}
	if left := running(t, "sleep", "31.4"); left > 0 {
		t.Errorf("%d processes of the step are left", left)
	}
}

// silentServer takes connections and says nothing on them. Each one it took is told.
func silentServer(t *testing.T) (address string, accepted <-chan struct{}) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	told := make(chan struct{}, 1000)
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { _ = connection.Close() })
			told <- struct{}{}
		}
	}()
	return listener.Addr().String(), told
}

// heldProcess is a cairn at work in a folder of its own.
type heldProcess struct {
	dir  string
	cmd  *exec.Cmd
	said *said
}

// said is what a process has printed so far.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (p *heldProcess) text() string {
	p.said.mu.Lock()
	defer p.said.mu.Unlock()
	return p.said.text.String()
}

// startHeld starts a command in a group of its own, and returns once it is held.
func startHeld(t *testing.T, c held) *heldProcess {
	t.Helper()
	home := t.TempDir()
	t.Cleanup(func() { removeStore(home) })
	for name, text := range map[string]string{"ws/cairn.hcl": "cairn {}\n", "ws/stacks.hcl": heldStacks, "patches/one.patch": heldPatch} {
		if err := writeBelow(filepath.Join(home, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(home, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	environment := []string{"HOME=" + home, "XDG_CACHE_HOME=" + filepath.Join(home, ".cache"), "PATH=" + os.Getenv("PATH"), "NO_COLOR=1", "TMPDIR=" + os.Getenv("TMPDIR")}
	if c.args[0] == "-C" && c.args[3] != "far" { // locked first
		lock := exec.Command("cairn", "-C", "ws", "lock", c.args[3])
		lock.Dir, lock.Env = home, environment
		if out, err := lock.CombinedOutput(); err != nil {
			t.Fatalf("lock: %v\n%s", err, out)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	p := &heldProcess{dir: home, said: &said{}, cmd: exec.CommandContext(ctx, "cairn", c.args...)}
	p.cmd.Dir, p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr = home, environment, p.said, p.said
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	switch c.until {
	case "":
	case "now": // it opens a pipe that nobody writes to
		time.Sleep(500 * time.Millisecond)
	default:
		for start := time.Now(); !strings.Contains(p.text(), c.until); time.Sleep(20 * time.Millisecond) {
			if time.Since(start) > 30*time.Second {
				t.Fatalf("it never said %q:\n%s", c.until, p.text())
			}
		}
	}
	return p
}

func (p *heldProcess) interrupt(t *testing.T) {
	t.Helper()
	if err := syscall.Kill(-p.cmd.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
}

// wait returns the status, or the signal as a negative number.
func (p *heldProcess) wait(t *testing.T, patience time.Duration) int {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- p.cmd.Wait() }()
	select {
	case err := <-done:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if status := p.cmd.ProcessState.Sys().(syscall.WaitStatus); status.Signaled() {
			return -int(status.Signal())
		}
		return p.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		_ = p.cmd.Process.Kill()
		t.Fatalf("it did not end in %s:\n%s", patience, p.text())
	}
	return 0
}

// running counts processes with this command line, which end within a second if they are
// ending.
func running(t *testing.T, argv ...string) (n int) {
	t.Helper()
	want := strings.Join(argv, "\x00") + "\x00"
	for range 20 {
		n = 0
		lines, err := filepath.Glob("/proc/[0-9]*/cmdline")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range lines {
			if text, err := os.ReadFile(name); err == nil && string(text) == want {
				n++
			}
		}
		if n == 0 {
			return 0
		}
		time.Sleep(50 * time.Millisecond)
	}
	return n
}

const heldPatch = "--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n"

const heldStacks = `
upstream "ember" { embedded = "ember" }
upstream "far" { git = "https://example.invalid/far.git" }

toolchain "host" {
  host { programs = ["sh", "sleep", "mkdir"] }
}

stack "far" {
  component "engine" {
    source {
      upstream = upstream.far
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
  }
}

stack "slow" {
  component "engine" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      commands  = [["sleep", "100"]]
    }
  }
  image { entrypoint = ["/opt/stack/bin/x"] }
}

stack "quick" {
  component "engine" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      commands  = [["mkdir", "/out/bin"]]
    }
  }
  image { entrypoint = ["/opt/stack/bin/x"] }
}

stack "stubborn" {
  component "engine" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      commands  = [["sh", "-c", "trap '' TERM INT; sleep 31.4; sleep 31.4"]]
    }
  }
}

stack "gated" {
  component "engine" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      commands  = [["mkdir", "/out/bin"]]
    }
  }
  service {
    command = ["sleep", "100"]
    port    = 8081
  }
  suite "quality" "q" {
    gate "waits" {
      command = ["sleep", "100"]
      expect { contains = ["x"] }
    }
  }
}
`
