package builder

import (
	"bufio"
	"os"
	"path"
	"strconv"
	"strings"
)

// unbounded is more than any machine has.
const unbounded = 1 << 62

// machineMemory is proc(5)'s MemTotal and MemAvailable, within what the caller's
// control groups may use (cgroups(7)); unbounded where it is unknown.
func machineMemory() (total, available int64) {
	total, available = unbounded, unbounded
	for name, value := range statistics("/proc/meminfo") {
		switch name {
		case "MemTotal:":
			total = value << 10
		case "MemAvailable:":
			available = value << 10
		}
	}
	text, _ := os.ReadFile("/proc/self/cgroup") // without it only the machine bounds
	return groupMemory("/sys/fs/cgroup", string(text), total, available)
}

// groupMemory bounds total and available by every control group from the caller's
// own, as /proc/self/cgroup says, up to the top: either version's, both below root.
func groupMemory(root, membership string, total, available int64) (int64, int64) {
	for line := range strings.Lines(membership) {
		fields := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(fields) != 3 {
			continue
		}
		dir, limit, used, cache := root, "memory.max", "memory.current", "inactive_file"
		if fields[0] != "0" {
			if fields[1] != "memory" {
				continue
			}
			dir, limit, used, cache = path.Join(root, "memory"), "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
		}
		for group := path.Clean("/" + fields[2]); ; group = path.Dir(group) {
			at := path.Join(dir, group)
			if most, ok := number(path.Join(at, limit)); ok { // "max" is no limit
				total = min(total, most)
				if now, ok := number(path.Join(at, used)); ok {
					// What the kernel would give back first does not count as used.
					now -= statistics(path.Join(at, "memory.stat"))[cache]
					available = min(available, max(0, most-now))
				}
			}
			if group == "/" {
				break
			}
		}
	}
	return total, min(available, total)
}

func number(file string) (int64, bool) {
	text, err := os.ReadFile(file)
	if err != nil {
		return 0, false
	}
	n, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	return n, err == nil
}

// statistics reads lines of a name and a number; nothing where there is no file.
func statistics(file string) map[string]int64 {
	values := map[string]int64{}
	f, err := os.Open(file)
	if err != nil {
		return values
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		if n, err := strconv.ParseInt(fields[1], 10, 64); err == nil {
			values[fields[0]] = n
		}
	}
	return values
}
