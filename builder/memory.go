package builder

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// TooLargeError says that an action cannot run on this machine at all, not even
// with one job. cmd/cairn maps it to exit status 6.
type TooLargeError struct {
	Action string
	// NeedBytes is for one job; Recorded says that it was measured, not declared.
	NeedBytes, HaveBytes int64
	Recorded             bool
}

func (e *TooLargeError) Error() string {
	how := "declares"
	if e.Recorded {
		how = "was measured"
	}
	return fmt.Sprintf("%s: one job %s to need %s of memory, %s are available", e.Action, how, gib(e.NeedBytes), gib(e.HaveBytes))
}

func gib(n int64) string { return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30)) }

// memoryPerJob is what one job is declared to need, or, where it was more, what
// its largest process was seen to use; 0 if nobody knows.
func (a *Action) memoryPerJob() int64 {
	need := a.build.MemoryBytes
	if a.last != nil {
		need = max(need, a.last.PeakRSSBytes)
	}
	return need
}

// checkFits finds what can never fit, before anything runs.
func checkFits(plan *Plan, have int64) error {
	for _, a := range plan.Actions {
		if need := a.memoryPerJob(); a.State != Done && need > have {
			return &TooLargeError{Action: a.Name, NeedBytes: need, HaveBytes: have, Recorded: need > a.build.MemoryBytes}
		}
	}
	return nil
}

// unbounded is more than any machine has.
const unbounded = 1 << 62

// machineMemory is proc(5)'s MemTotal and MemAvailable, within what the caller's
// control group may use (cgroups(7)); unbounded where it is unknown.
func machineMemory() (total, available int64) {
	total, available = unbounded, unbounded
	if file, err := os.Open("/proc/meminfo"); err == nil {
		defer file.Close()
		lines := bufio.NewScanner(file)
		for lines.Scan() {
			fields := strings.Fields(lines.Text())
			if len(fields) < 2 {
				continue
			}
			kib, err := strconv.ParseInt(fields[1], 10, 64)
			switch {
			case err != nil:
			case fields[0] == "MemTotal:":
				total = kib << 10
			case fields[0] == "MemAvailable:":
				available = kib << 10
			}
		}
	}
	for _, name := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		if limit, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil { // "max" is no limit
			total, available = min(total, limit), min(available, limit)
		}
	}
	return total, available
}
