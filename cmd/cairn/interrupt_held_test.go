package main

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long anything is waited for, on a machine that does much else.
const patience = 2 * time.Minute

// held is a command that is held where it takes long, so that it can be interrupted
// there: by a server that takes its connection and says nothing, or by what the fields say.
type held struct {
	name  string
	under string // a program that starts cairn
	args  []string
	files map[string]string // below HOME, which is where the command runs
	// before are commands that are run first; the stack of -C is locked in any case.
	before [][]string
	cache  bool // the silent server is the configured cache
	// until is what stderr or stdout say when it is held, untilFile a pattern of files of
	// which one is there then, and holds untilText.
	until, untilFile, untilText string
	pipe                        bool   // it reads the pipe "pipe"
	locked                      string // a file that another has locked
	hint                        string
	needs                       func() bool
	// nothing is a file that must not be there afterwards.
	nothing string
	// after are commands that pass afterwards, when nothing holds them.
	after [][]string
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
	dir         string
	environment []string
	cmd         *exec.Cmd
	said        *said
	pipe        *os.File // to write to, where it reads it
	lock        *os.File // locked, where it waits for that
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

// startHeld starts a command in a group of its own, and returns once it is held; where a
// server holds it, at once.
func startHeld(t *testing.T, c held) *heldProcess {
	t.Helper()
	home := t.TempDir()
	t.Cleanup(func() { removeStore(home) })
	for _, files := range []map[string]string{{"ws/cairn.hcl": "cairn {}\n", "ws/stacks.hcl": heldStacks, "ws/new.patch": heldNewFile, "patches/one.patch": heldPatch}, c.files} {
		for name, text := range files {
			if err := writeBelow(filepath.Join(home, name), []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := syscall.Mkfifo(filepath.Join(home, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := &heldProcess{dir: home, said: &said{}, environment: []string{
		"HOME=" + home, "XDG_CACHE_HOME=" + filepath.Join(home, ".cache"), "PATH=" + os.Getenv("PATH"), "NO_COLOR=1", "TMPDIR=" + os.Getenv("TMPDIR")}}
	for _, args := range append([][]string{c.args}, c.before...) {
		if i := slices.Index(args, "-C"); i >= 0 && !slices.Contains(args, "far") {
			p.pass(t, []string{"-C", "ws", "lock", heldStack(args)})
		}
	}
	for _, args := range c.before {
		p.pass(t, args)
	}
	if c.locked != "" {
		file, err := os.OpenFile(filepath.Join(home, c.locked), os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
			t.Fatal(err)
		}
		p.lock = file
	}
	argv := append([]string{"cairn"}, c.args...)
	if c.under != "" {
		argv = append([]string{c.under}, argv...)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*patience)
	t.Cleanup(cancel)
	p.cmd = exec.CommandContext(ctx, argv[0], argv[1:]...)
	p.cmd.Dir, p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr = home, p.environment, p.said, p.said
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for start := time.Now(); !p.isHeld(c); time.Sleep(20 * time.Millisecond) {
		if time.Since(start) > patience {
			t.Fatalf("it is not held by %q:\n%s", c.until+c.untilFile, p.text())
		}
	}
	return p
}

// heldStack is the stack of heldStacks that a command line names.
func heldStack(args []string) string {
	for _, arg := range args {
		if strings.Contains(heldStacks, "stack \""+arg+"\"") {
			return arg
		}
	}
	return ""
}

func (p *heldProcess) isHeld(c held) bool {
	if c.pipe && p.pipe == nil {
		// Whoever opens a pipe to write gets it once another has it open to read (fifo(7)).
		p.pipe, _ = os.OpenFile(filepath.Join(p.dir, "pipe"), os.O_WRONLY|syscall.O_NONBLOCK, 0)
		return p.pipe != nil
	}
	if c.untilFile != "" {
		files, _ := filepath.Glob(filepath.Join(p.dir, c.untilFile))
		for _, file := range files {
			if text, err := os.ReadFile(file); err == nil && strings.Contains(string(text), c.untilText) {
				return true
			}
		}
		return false
	}
	return strings.Contains(p.text(), c.until)
}

// letGo ends what held the process.
func (p *heldProcess) letGo() {
	if p.lock != nil {
		p.lock.Close()
	}
}

// pass runs another cairn to its end, beside or after the held one.
func (p *heldProcess) pass(t *testing.T, args []string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, "cairn", args...)
	c.Dir, c.Env = p.dir, p.environment
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("cairn %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func (p *heldProcess) signal(t *testing.T, signal syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(-p.cmd.Process.Pid, signal); err != nil {
		t.Fatal(err)
	}
}

// interruptUntilEnd presses Ctrl-C until it has ended; it returns what wait does.
func (p *heldProcess) interruptUntilEnd(t *testing.T) int {
	t.Helper()
	ended := make(chan struct{})
	pressed := make(chan struct{})
	go func() {
		defer close(pressed)
		for {
			_ = p.cmd.Process.Signal(syscall.SIGINT) // it may have ended
			select {
			case <-ended:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	status := p.wait(t)
	close(ended)
	<-pressed
	return status
}

// wait returns the status, or the signal as a negative number.
func (p *heldProcess) wait(t *testing.T) int {
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

// running counts processes with this command line, which end within some seconds if they
// are ending.
func running(t *testing.T, argv ...string) (n int) {
	t.Helper()
	want := strings.Join(argv, "\x00") + "\x00"
	for range 600 {
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

const heldNewFile = "--- /dev/null\n+++ b/new.txt\n@@ -0,0 +1 @@\n+new\n"

// heldCache names a cache that takes its time.
const heldCache = `
cache "%s/team" {
  key      = "mine"
  builders = ["mine.pub"]
  timeout  = "10m"
}
`

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

stack "moved" {
  component "engine" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    patch "new" {
      path   = "new.patch"
      sha256 = "17942b3c5b6b6e35385266dab5cf1bf3572312a44e288e15a0153eb5b2fcf364"
    }
  }
}

stack "stubborn" {
  component "engine" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      commands  = [["sh", "-c", "trap '' TERM INT; echo deaf; sleep 31.4; sleep 31.4"]]
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
