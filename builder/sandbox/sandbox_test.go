package sandbox

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestExitCodesAndSignals(t *testing.T) {
	t.Parallel()
	for script, want := range map[string]State{
		"exit 0":                    {},
		"exit 7":                    {ExitCode: 7},
		"kill -SEGV $$":             {ExitCode: 128 + 11, Signal: 11},
		"kill -KILL $$":             {ExitCode: 128 + 9, Signal: 9},
		"(sleep 0.05; exit 9) & :":  {},
		"sh -c 'exit 3' & wait $!":  {ExitCode: 3},
		"head -c 200000 /dev/zero":  {},
		"exec sh -c 'exit 42'":      {ExitCode: 42},
		"kill -TERM $$; sleep 1000": {ExitCode: 128 + 15, Signal: 15},
	} {
		got := runShell(t, script).State
		if got.ExitCode != want.ExitCode || got.Signal != want.Signal {
			t.Errorf("%q: got %d/%d, want %d/%d", script, got.ExitCode, got.Signal, want.ExitCode, want.Signal)
		}
	}
}

func TestEnvironmentIsCleared(t *testing.T) {
	t.Setenv("CAIRN_TEST_SECRET", "token")
	r := runShell(t, "env | sort", func(c *Command) { c.Env = map[string]string{"A": "b c", "TZ": "Asia/Tokyo"} })
	want := "A=b c\nHOME=/homeless\nLC_ALL=C.UTF-8\nPATH=/opt/stack/bin:/usr/local/bin:/usr/bin:/bin\nPWD=/\nTMPDIR=/tmp\nTZ=Asia/Tokyo"
	if r.out != want {
		t.Errorf("got\n%s\nwant\n%s", r.out, want)
	}
}

func TestIdentity(t *testing.T) {
	t.Parallel()
	r := runShell(t, `echo $(id -u):$(id -g) $(hostname) $(pwd); umask; grep -E '^(Cap|NoNew)' /proc/self/status | tr -d '\t\n'`, func(c *Command) {
		c.Dir = "/usr/share"
	})
	none := strings.Repeat("0", 16)
	want := "1000:1000 cairn /usr/share\n0022\nCapInh:" + none + "CapPrm:" + none + "CapEff:" + none + "CapBnd:" + none + "CapAmb:" + none + "NoNewPrivs:1"
	if r.out != want {
		t.Errorf("got\n%s\nwant\n%s", r.out, want)
	}
}

func TestNetworkIsUnreachable(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip("this machine has no loopback")
	}
	defer listener.Close()
	port := listener.Addr().(*net.TCPAddr).Port
	for address, want := range map[string]error{
		"192.0.2.1:80":                      syscall.ENETUNREACH,  // TEST-NET-1
		fmt.Sprintf("127.0.0.1:%d", port):   syscall.ECONNREFUSED, // the host's loopback is another one
		"@cairn-sandbox-test-abstract-name": syscall.ECONNREFUSED,
	} {
		network := "tcp"
		if address[0] == '@' {
			network = "unix" // abstract names belong to the network namespace
			host, err := net.Listen(network, address)
			if err != nil {
				t.Fatal(err)
			}
			defer host.Close()
		}
		if r := probe(t, "dial", network, address); !strings.Contains(r.out, want.Error()) {
			t.Errorf("%s: got %q, want %v", address, r.out, want)
		}
	}
	if r := probe(t, "loopback"); r.out != "pong" {
		t.Errorf("its own loopback: got %q %q", r.out, r.err)
	}
}

func TestHostFilesAreAbsent(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	secret := filepath.Join(home, ".netrc")
	if err := os.WriteFile(secret, []byte("password"), 0o644); err != nil {
		t.Fatal(err)
	}
	script := fmt.Sprintf(`cat %s && exit 1; cat $HOME/.netrc && exit 2; ls /root /home /.host /sys && exit 3
		for p in 1 self; do ls /proc/$p/root%s && exit 4; done; ls -A / | tr '\n' ' '`, secret, secret)
	r := runShell(t, script)
	if r.ExitCode != 0 || r.out != "bin dev etc lib lib64 proc tmp usr" {
		t.Errorf("got %d\n%s\n%s", r.ExitCode, r.out, r.err)
	}
}

func TestWritesStayInWritableMounts(t *testing.T) {
	t.Parallel()
	out := t.TempDir()
	r := runShell(t, `echo x >/out/made || exit 1
		for place in / /usr /usr/bin /dev /etc /proc/sys/kernel /opt /homeless; do echo x >$place/file && echo wrote $place; mkdir $place/dir && echo made $place; done
		echo x >>/etc/passwd && echo passwd; echo x >/proc/sys/kernel/core_pattern && echo core; chmod 777 / && echo chmod
		ls -A /dev/shm /tmp; echo y >/tmp/y && echo z >/dev/shm/z && echo done`,
		func(c *Command) { c.Mounts = append(c.Mounts, Mount{Source: out, Target: "/out"}) })
	if r.out != "/dev/shm:\n\n/tmp:\ndone" {
		t.Errorf("got %q\n%s", r.out, r.err)
	}
	if got, err := os.ReadFile(filepath.Join(out, "made")); err != nil || string(got) != "x\n" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestProcessesAreAlone(t *testing.T) {
	t.Parallel()
	r := runShell(t, `echo /proc/[0-9]*; kill -9 1; kill -0 `+fmt.Sprint(os.Getpid())+`; echo alive`)
	if got := strings.Fields(r.out); len(got) != 3 || got[0] != "/proc/1" || got[2] != "alive" {
		t.Errorf("got %q", r.out)
	}
}

func TestNoMountsAndNoNamespaces(t *testing.T) {
	t.Parallel()
	for call, want := range map[string]error{
		"mount": syscall.EPERM, "unshare-user": syscall.ENOSPC, "unshare-mount": syscall.EPERM, "chroot": syscall.EPERM,
		"sethostname": syscall.EPERM, "init-memory": syscall.EACCES, "mknod": syscall.EPERM, "setns": syscall.EACCES,
	} {
		if r := probe(t, call); r.out != want.Error() {
			t.Errorf("%s: got %q (%s), want %v", call, r.out, r.err, want)
		}
	}
}

func TestLeftoversDie(t *testing.T) {
	t.Parallel()
	out, held := held(t)
	r := runShell(t, `(setsid sh -c 'trap "" TERM HUP; exec >/out/held; echo here; while :; do sleep 1; done' &); until test -e /out/here; do sleep 0.01; done; echo parent`,
		func(c *Command) {
			c.Mounts = append(c.Mounts, Mount{Source: out, Target: "/out"})
			go held.wait(filepath.Join(out, "here"))
		})
	if r.out != "parent" {
		t.Errorf("got %q", r.out)
	}
	held.ended(t)
}

// holder tells, by a pipe in a folder that sandboxes write to, when the last process is
// gone that has it open: no clock has a say in it.
type holder struct {
	pipe *os.File
	text *bufio.Reader
	here chan error // that a process has opened it
}

// held makes the pipe, "held" in the folder out.
func held(t *testing.T) (out string, h *holder) {
	t.Helper()
	out = t.TempDir()
	name := filepath.Join(out, "held")
	if err := syscall.Mkfifo(name, 0o666); err != nil {
		t.Fatal(err)
	}
	// Non-blocking, it opens without a writer.
	pipe, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pipe.Close() })
	return out, &holder{pipe: pipe, text: bufio.NewReader(pipe), here: make(chan error, 1)}
}

// wait waits until a process has said "here", and then makes the file named.
func (h *holder) wait(file string) {
	for { // without a writer yet, there is an end of file
		line, err := h.text.ReadString('\n')
		if errors.Is(err, io.EOF) && line == "" {
			time.Sleep(time.Millisecond)
			continue
		}
		if err == nil && line != "here\n" {
			err = fmt.Errorf("got %q", line)
		}
		h.here <- errors.Join(err, os.WriteFile(file, nil, 0o644))
		return
	}
}

// ended checks that a process was there and that none is any more.
func (h *holder) ended(t *testing.T) {
	t.Helper()
	if err := errors.Join(<-h.here, h.pipe.SetReadDeadline(time.Now().Add(time.Minute))); err != nil {
		t.Fatal(err)
	}
	if left, err := io.ReadAll(h.text); err != nil || len(left) > 0 {
		t.Errorf("a process goes on: %q, %v", left, err)
	}
}

func TestCancelAsksThenKills(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		script string
		grace  time.Duration
		out    string
	}{
		"polite":   {`trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.01; done`, time.Hour, "ready\nbye\n"},
		"stubborn": {`trap '' TERM; echo ready; while :; do sleep 0.01; done`, 50 * time.Millisecond, "ready\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cause := errors.New("changed my mind")
			ctx, cancel := context.WithCancelCause(context.Background())
			out := &signalWriter{cancel: func() { cancel(cause) }}
			_, err := Run(ctx, Command{Argv: []string{"sh", "-c", tc.script}, Mounts: hostRoot(), Stdout: out, Grace: tc.grace})
			if out.text.String() != tc.out {
				t.Errorf("got %q", out.text.String())
			}
			if name == "stubborn" && !errors.Is(err, cause) {
				t.Errorf("got %v, want %v", err, cause)
			}
		})
	}
}

// signalWriter cancels at the first write.
type signalWriter struct {
	text   strings.Builder
	cancel func()
}

func (w *signalWriter) Write(p []byte) (int, error) {
	w.cancel()
	return w.text.Write(p)
}

func TestProgramIsFoundInsideOnly(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	tool := filepath.Join(dir, "tool")
	if err := os.WriteFile(tool, []byte("#!/bin/sh\necho found $0\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	mounts := append(hostRoot(), Mount{Source: dir, Target: "/opt/stack/bin", ReadOnly: true})
	var out bytes.Buffer
	if _, err := Run(t.Context(), Command{Argv: []string{"tool"}, Mounts: mounts, Stdout: &out}); err != nil || out.String() != "found /opt/stack/bin/tool\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
	for _, argv0 := range []string{tool, "no-such-tool", "/etc/passwd"} {
		_, err := Run(t.Context(), Command{Argv: []string{argv0}, Mounts: mounts})
		var start *StartError
		want := fs.ErrNotExist
		if argv0 == "/etc/passwd" {
			want = fs.ErrPermission
		}
		if !errors.As(err, &start) || start.Program != argv0 || !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", argv0, err, want)
		}
	}
}

func TestMissingWorkingFolderIsNamed(t *testing.T) {
	t.Parallel()
	_, err := Run(t.Context(), Command{Argv: []string{"true"}, Mounts: hostRoot(), Dir: "/nowhere"})
	if err == nil || err.Error() != "start true: working folder /nowhere: no such file or directory" || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestSandboxDiesWithItsCaller(t *testing.T) {
	t.Parallel()
	out, held := held(t)
	caller := exec.Command(os.Args[0], "hold", out)
	caller.Env = append(os.Environ(), "CAIRN_TEST_PROBE=1")
	if err := caller.Start(); err != nil {
		t.Fatal(err)
	}
	held.wait(filepath.Join(out, "here"))
	if err := caller.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = caller.Wait() // says that it was killed
	held.ended(t)
}

func TestStdinIsPassedAndNeverWaitedFor(t *testing.T) {
	t.Parallel()
	if r := runShell(t, "cat", func(c *Command) { c.Stdin = strings.NewReader("hello") }); r.out != "hello" {
		t.Errorf("got %q", r.out)
	}
	never, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if r := runShell(t, "echo done", func(c *Command) { c.Stdin = struct{ *os.File }{never} }); r.out != "done" {
		t.Errorf("got %q", r.out)
	}
}

func TestInheritedFilesAreClosed(t *testing.T) {
	t.Parallel()
	file, err := os.Open("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	// As if our own parent had leaked it.
	if _, _, no := syscall.Syscall(syscall.SYS_FCNTL, file.Fd(), syscall.F_SETFD, 0); no != 0 {
		t.Fatal(no)
	}
	if r := runShell(t, "for fd in 3 4 5 6 7 8 9; do (: <&$fd) && echo $fd; done"); r.out != "" {
		t.Errorf("open in the sandbox: %q", r.out)
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	if r := runShell(t, "ulimit -n; ulimit -c", func(c *Command) { c.Limits = Limits{OpenFiles: 100} }); r.out != "100\n0" {
		t.Errorf("got %q", r.out)
	}
}

// Both tests keep their programs until they were seen: how soon that is, is the
// machine's matter.
func TestUsageIsMeasured(t *testing.T) {
	t.Parallel()
	hold, seen := seenWith(t, 64<<20)
	r := probe(t, "allocate", "64", hold)
	if r.PeakRSSBytes < 64<<20 || r.PeakRSSBytes > 256<<20 || r.PeakTotalBytes < 64<<20 {
		t.Errorf("got %d, total %d bytes", r.PeakRSSBytes, r.PeakTotalBytes)
	}
	if r.WallTime < reportPace || r.CPU <= 0 || !*seen {
		t.Errorf("got wall %s, cpu %s, observed %v", r.WallTime, r.CPU, *seen)
	}
}

// What two processes had at once is added up, also where one of them has given it
// back before anybody looked.
func TestPeakOfAllProcessesTogether(t *testing.T) {
	t.Parallel()
	hold, seen := seenWith(t, 160<<20)
	r := runShell(t, `
		for i in 1 2; do (head -c 80M /dev/zero | tail -c 80M | { until test -e /tmp/seen; do sleep 0.05; done; cat >/dev/null; }) & done # each holds what nobody reads yet
		cat; touch /tmp/seen; wait`, hold)
	if r.PeakRSSBytes < 80<<20 || r.PeakRSSBytes > 140<<20 || r.PeakTotalBytes < 160<<20 || r.PeakTotalBytes > 400<<20 || !*seen {
		t.Errorf("got %d MiB, together %d MiB, observed %v", r.PeakRSSBytes>>20, r.PeakTotalBytes>>20, *seen)
	}
}

// seenWith gives a command a standard input that ends once the sandbox's processes were
// observed to use so much. seen is to be read when the command has ended.
func seenWith(t *testing.T, bytes int64) (change func(*Command), seen *bool) {
	t.Helper()
	in, end, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	seen = new(bool)
	return func(c *Command) {
		c.Stdin = in
		c.Observe = func(u Usage) {
			if !*seen && u.RSSBytes >= bytes {
				*seen = true
				end.Close()
			}
		}
	}, seen
}
