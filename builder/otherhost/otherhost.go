// Package otherhost starts the calling program again as if on another host: as
// another user, on a machine of another name with another number of CPUs, with
// another umask, language, time zone and home.
//
// What runs there is the caller's own command line. Nothing of the kernel's is
// faked: the time of day and the kernel's version are the same ones.
package otherhost

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// Place says how the other host differs. All fields are needed.
type Place struct {
	UserID   int    // as programs see it; files belong to the caller all the same
	Hostname string // uname(2)'s nodename
	CPUs     int    // how many of the caller's may be used; at most all
	Umask    int
	// Home is the folder for HOME, temporary files and the store; it exists.
	Home      string
	Variables map[string]string // TZ, LC_ALL and what else is set over the caller's environment
}

// Other is a place that differs from the caller's in everything that it can: below
// dir, which exists.
func Other(dir string) Place {
	userID, umask := 4711, 0o077
	if os.Geteuid() == userID {
		userID++
	}
	if currentUmask() == umask {
		umask = 0o002
	}
	return Place{
		UserID: userID, Hostname: "elsewhere", CPUs: 1, Umask: umask, Home: dir,
		Variables: map[string]string{"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr", "USER": "yabanci", "LOGNAME": "yabanci"},
	}
}

// Here is what the caller's own place has for what a Place says.
func Here() Place {
	host, _ := os.Hostname() // empty where the kernel does not say
	home, _ := os.UserHomeDir()
	p := Place{UserID: os.Geteuid(), Hostname: host, CPUs: runtime.NumCPU(), Umask: currentUmask(), Home: home, Variables: map[string]string{}}
	for _, name := range []string{"TZ", "LC_ALL", "LANG"} {
		p.Variables[name] = os.Getenv(name)
	}
	return p
}

// currentUmask reads proc(5)'s status: umask(2) could only tell by changing it.
func currentUmask() int {
	text, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "Umask:"); ok {
			if n, err := strconv.ParseInt(strings.TrimSpace(value), 8, 32); err == nil {
				return int(n)
			}
		}
	}
	return 0o022
}

// name is argv[0] of a process that is to go elsewhere.
const name = "cairn-otherhost"

// Command is the calling program with other arguments in a place. Its fields may
// be completed before it is started; Main must be called first in its main.
func Command(place Place, stdout, stderr io.Writer, args ...string) (*exec.Cmd, error) {
	text, err := json.Marshal(place)
	if err != nil {
		return nil, fmt.Errorf("other host: %w", err)
	}
	temp := filepath.Join(place.Home, "tmp")
	if err := os.MkdirAll(temp, 0o755); err != nil {
		return nil, fmt.Errorf("other host: %w", err)
	}
	cmd := &exec.Cmd{
		Path: "/proc/self/exe", Args: append([]string{name, string(text), os.Args[0]}, args...),
		Env: environment(place, temp), Stdout: stdout, Stderr: stderr,
		SysProcAttr: &syscall.SysProcAttr{
			Cloneflags:  unix.CLONE_NEWUSER | unix.CLONE_NEWUTS,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: place.UserID, HostID: os.Geteuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: place.UserID, HostID: os.Getegid(), Size: 1}},
			AmbientCaps: []uintptr{unix.CAP_SYS_ADMIN}, // to set the hostname
		},
	}
	return cmd, nil
}

// environment is the caller's with what a place changes. What tells where files
// are comes from HOME again, but for the configuration, which is the machine's.
func environment(place Place, temp string) []string {
	changed := map[string]string{"HOME": place.Home, "TMPDIR": temp, "XDG_CACHE_HOME": "", "XDG_STATE_HOME": "", "XDG_DATA_HOME": ""}
	if dir, err := os.UserConfigDir(); err == nil {
		changed["XDG_CONFIG_HOME"] = dir
	}
	for variable, value := range place.Variables {
		changed[variable] = value
	}
	var env []string
	for _, entry := range os.Environ() {
		variable, _, _ := strings.Cut(entry, "=")
		if _, ok := changed[variable]; !ok {
			env = append(env, entry)
		}
	}
	for variable, value := range changed {
		if value != "" {
			env = append(env, variable+"="+value)
		}
	}
	return env
}

// Main goes elsewhere, and never returns, if Command started this process;
// otherwise it does nothing. Call it early in main and TestMain.
func Main() {
	if len(os.Args) < 3 || os.Args[0] != name {
		return
	}
	// Ambient capabilities and CPU masks belong to a thread, and so to its execve(2).
	runtime.LockOSThread()
	var place Place
	err := json.Unmarshal([]byte(os.Args[1]), &place)
	if err == nil {
		err = enter(place)
	}
	if err == nil {
		err = syscall.Exec("/proc/self/exe", os.Args[2:], os.Environ())
	}
	fmt.Fprintf(os.Stderr, "other host: %v\n", err)
	os.Exit(125)
}

func enter(place Place) error {
	if err := unix.Sethostname([]byte(place.Hostname)); err != nil {
		return fmt.Errorf("set the hostname: %w", err)
	}
	syscall.Umask(place.Umask)
	var allowed, chosen unix.CPUSet
	if err := unix.SchedGetaffinity(0, &allowed); err != nil {
		return fmt.Errorf("read the CPU mask: %w", err)
	}
	for cpu, left := 0, place.CPUs; cpu < len(allowed)*64 && left > 0; cpu++ {
		if allowed.IsSet(cpu) {
			chosen.Set(cpu)
			left--
		}
	}
	if chosen.Count() == 0 {
		return errors.New("a place needs a CPU")
	}
	if err := unix.SchedSetaffinity(0, &chosen); err != nil {
		return fmt.Errorf("set the CPU mask: %w", err)
	}
	return unix.Prctl(unix.PR_CAP_AMBIENT, unix.PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
}
