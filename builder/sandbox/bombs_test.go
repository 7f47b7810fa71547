package sandbox

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// A fork bomb ends within its sandbox, by whatever the machine has to bound it.
func TestForkBomb(t *testing.T) {
	t.Parallel()
	const most = 60
	r := probe(t, "forks", "400", func(c *Command) { c.Limits.Processes = most })
	got, err := strconv.Atoi(strings.TrimSpace(r.out))
	if err != nil {
		t.Fatalf("%q %q", r.out, r.err)
	}
	// Init's and the probe's own threads count where a group or the namespace counts.
	if got > most+300 || got == 400 {
		if os.Geteuid() == 0 && !ownPidMax() {
			t.Skip("no control group here, Linux before 6.14, and RLIMIT_NPROC is not for root")
		}
		t.Errorf("%d processes were there at once", got)
	}
}

// A memory bomb is killed where control groups can be had, and that is said, however
// the kernel chose among the processes.
func TestMemoryBomb(t *testing.T) {
	t.Parallel()
	if !groupsBoundMemory() {
		t.Skip("no control group with a bound of memory can be made here")
	}
	r := probe(t, "allocate", "400", func(c *Command) { c.Limits.TotalMemoryBytes = 100 << 20 })
	if !r.OutOfMemory || r.ExitCode != 128+9 || r.Signal != 9 {
		t.Errorf("400 MiB in 100: %+v, %q", r.State, r.out)
	}
	r = probe(t, "allocate", "400", func(c *Command) {
		c.Limits.TotalMemoryBytes = 100 << 20
		c.Argv = []string{"sh", "-c", `"$@"; echo "$?"; exit 3`, "sh", c.Argv[0], "allocate", "400"}
	})
	if childAlone := r.out == "137\n" && r.ExitCode == 3; !r.OutOfMemory || !childAlone && r.ExitCode != 128+9 {
		t.Errorf("a child's 400 MiB in 100: %+v, %q", r.State, r.out)
	}
	if r := probe(t, "allocate", "40", func(c *Command) { c.Limits.TotalMemoryBytes = 200 << 20 }); r.OutOfMemory || r.ExitCode != 0 {
		t.Errorf("40 MiB in 200: %+v, %q", r.State, r.out)
	}
}

func groupsBoundMemory() bool {
	for _, h := range hierarchies() {
		for _, parent := range h.parents {
			enabled, _ := os.ReadFile(filepath.Join(parent, "cgroup.subtree_control")) // version 2 alone has it
			if (h.control == "memory" || slices.Contains(strings.Fields(string(enabled)), "memory")) && unix.Access(parent, unix.W_OK) == nil {
				return true
			}
		}
	}
	return false
}

// Elsewhere each process has its own bound, which it cannot raise.
func TestMemoryBombWithoutGroups(t *testing.T) {
	t.Parallel()
	cmd := exec.Command(os.Args[0], "ungrouped", "sh", "-c", `
		until test "$(ulimit -d)" = 262144; do :; done # it comes a moment after the start
		ulimit -d unlimited 2>/dev/null && echo raised
		head -c 600000000 /dev/zero | tail | wc -c`)
	cmd.Env = append(os.Environ(), "CAIRN_TEST_PROBE=1")
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "exhausted") || strings.Contains(string(out), "raised") {
		t.Errorf("600 MB in 256 MiB: %v\n%.300s", err, out)
	}
}

// Where memory is out, the program goes first, and init only after it.
func TestProgramIsFirstToGo(t *testing.T) {
	t.Parallel()
	own, err := os.ReadFile("/proc/self/oom_score_adj")
	if err != nil {
		t.Fatal(err)
	}
	r := runShell(t, `
		until test "$(cat /proc/1/oom_score_adj)" = `+strings.TrimSpace(string(own))+`; do :; done # init's own comes back a moment after the start
		cat /proc/self/oom_score_adj`)
	if r.out != "1000" {
		t.Errorf("got %q", r.out)
	}
}

// What lies in memory cannot fill it.
func TestDiskBomb(t *testing.T) {
	t.Parallel()
	var info unix.Sysinfo_t
	if err := unix.Sysinfo(&info); err != nil {
		t.Fatal(err)
	}
	total := int64(info.Totalram) * int64(info.Unit)
	r := runShell(t, "stat -f -c '%b %S' /tmp /dev/shm")
	var all int64
	for line := range strings.Lines(r.out) {
		var blocks, size int64
		if _, err := fmt.Sscan(line, &blocks, &size); err != nil {
			t.Fatalf("%q: %v", r.out, err)
		}
		all += blocks * size
	}
	if all == 0 || all > total*2/3 {
		t.Errorf("/tmp and /dev/shm may take %d of %d bytes", all, total)
	}
}

func TestIsSince(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]bool{
		"6.14.0": true, "6.14-rc1": true, "6.18.44-fc-v669": true, "7.0": true, "6.13.9": false, "5.15.0-100-generic": false, "x": false, "": false,
	} {
		if got := isSince(release, 6, 14); got != want {
			t.Errorf("%q: got %v", release, got)
		}
	}
}

// forks starts sleeping processes until it is refused, or n are there, and says how many.
func forks(n int) int {
	for i := range n {
		if err := exec.Command("/bin/sleep", "3").Start(); err != nil {
			return i
		}
	}
	return n
}

// Another sandbox's beginning takes away what a killed caller left, and never a group
// whose caller is there to ask what happened in it.
func TestSweepOfGroups(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	gone := exec.Command("true")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	ours := filepath.Join(parent, fmt.Sprintf("%s%d-%d", groupPrefix, os.Getpid(), gone.Process.Pid))
	left := filepath.Join(parent, fmt.Sprintf("%s%d-%d", groupPrefix, gone.Process.Pid, os.Getpid()))
	for _, dir := range []string{ours, left} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	sweepGroups(parent)
	if _, err := os.Stat(ours); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("what a dead caller left is still there")
	}
}
