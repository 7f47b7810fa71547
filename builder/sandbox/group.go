package sandbox

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// cgroupRoot is where control groups are mounted (cgroups(7)); a variable for tests.
var cgroupRoot = "/sys/fs/cgroup"

// groupPrefix begins the name of a sandbox's control group; the caller's process id and
// init's follow.
const groupPrefix = "cairn-sandbox-"

// groups are the folders of a sandbox's control groups.
type groups []string

// joinGroups puts init, which waits for its spec, into control groups of its own that
// bound what all processes take together, where the caller may make some: as root, or
// in a systemd user session. Where there are none, the bounds of limits.go are all
// there is; that is no error.
func joinGroups(pid int, l Limits) groups {
	var made groups
	for _, hierarchy := range hierarchies() {
		for _, parent := range hierarchy.parents {
			dir, err := hierarchy.join(parent, pid, l)
			if err == nil {
				made = append(made, dir)
				break
			}
		}
	}
	return made
}

// leave removes the groups when all have ended.
func (g groups) leave() {
	for _, dir := range g {
		_ = os.Remove(dir) // with a process in it still, the next sandbox's sweep does it
	}
}

// memoryEvents count the processes that were killed for their group's bound (cgroups(7)
// version 2 and 1), in a line "oom_kill COUNT"; they exist where memory is bounded.
var memoryEvents = []string{"memory.events", "memory.oom_control"}

func (g groups) boundMemory() bool { return g.anyEvents(func(string) bool { return true }) }

func (g groups) killedForMemory() bool {
	return g.anyEvents(func(events string) bool {
		for line := range strings.Lines(events) {
			if count, ok := strings.CutPrefix(line, "oom_kill "); ok {
				return strings.TrimSpace(count) != "0"
			}
		}
		return false
	})
}

func (g groups) anyEvents(is func(events string) bool) bool {
	for _, dir := range g {
		for _, name := range memoryEvents {
			if events, err := os.ReadFile(filepath.Join(dir, name)); err == nil && is(string(events)) {
				return true
			}
		}
	}
	return false
}

// hierarchy is one tree of control groups.
type hierarchy struct {
	parents []string // folders in which a group may be made, in order of preference
	unified bool     // version 2
	control string   // version 1: "pids" or "memory"
}

// hierarchies reads which groups this process is in (proc(5), /proc/[pid]/cgroup).
func hierarchies() []hierarchy {
	text, err := os.ReadFile("/proc/self/cgroup")
	if err != nil {
		return nil
	}
	var all []hierarchy
	for line := range strings.Lines(string(text)) {
		parts := strings.SplitN(strings.TrimSuffix(line, "\n"), ":", 3)
		if len(parts) != 3 || strings.Contains(parts[2], "..") {
			continue
		}
		if parts[1] == "" {
			// Processes live in leaves only: a group beside ours, then one in ours.
			own := filepath.Join(cgroupRoot, parts[2])
			all = append(all, hierarchy{parents: []string{filepath.Dir(own), own}, unified: true})
			continue
		}
		for control := range strings.SplitSeq(parts[1], ",") {
			if control == "pids" || control == "memory" {
				all = append(all, hierarchy{parents: []string{filepath.Join(cgroupRoot, parts[1], parts[2])}, control: control})
			}
		}
	}
	return all
}

// join makes a group below parent and moves the process into it; on an error nothing
// is left.
func (h hierarchy) join(parent string, pid int, l Limits) (dir string, err error) {
	if !strings.HasPrefix(parent, cgroupRoot) {
		return "", errors.New("outside of the control groups")
	}
	controls := []string{h.control}
	if h.unified {
		enabled, err := os.ReadFile(filepath.Join(parent, "cgroup.subtree_control"))
		if err != nil {
			return "", err
		}
		controls = strings.Fields(string(enabled))
	}
	var settings [][2]string
	if slices.Contains(controls, "pids") {
		settings = append(settings, [2]string{"pids.max", strconv.Itoa(l.processes())})
	}
	if bytes := l.totalMemoryBytes(); bytes > 0 && slices.Contains(controls, "memory") {
		file := "memory.limit_in_bytes"
		if h.unified {
			file = "memory.max"
		}
		settings = append(settings, [2]string{file, strconv.FormatInt(bytes, 10)})
	}
	if len(settings) == 0 {
		return "", errors.New("no controller is enabled")
	}
	sweepGroups(parent)
	dir = filepath.Join(parent, fmt.Sprintf("%s%d-%d", groupPrefix, os.Getpid(), pid))
	if err := os.Mkdir(dir, 0o755); err != nil {
		return "", err
	}
	for _, setting := range append(settings, [2]string{"cgroup.procs", strconv.Itoa(pid)}) {
		if err := os.WriteFile(filepath.Join(dir, setting[0]), []byte(setting[1]), 0); err != nil {
			return "", errors.Join(err, os.Remove(dir))
		}
	}
	return dir, nil
}

// sweepGroups removes what killed callers left: a group with a process in it stays, and
// one whose caller lives, which has yet to read what happened in it.
func sweepGroups(parent string) {
	left, _ := filepath.Glob(filepath.Join(parent, groupPrefix+"*")) // the pattern is sound
	for _, dir := range left {
		caller, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(dir), groupPrefix), "-")
		if _, err := os.Stat("/proc/" + caller); errors.Is(err, os.ErrNotExist) {
			_ = os.Remove(dir)
		}
	}
}
