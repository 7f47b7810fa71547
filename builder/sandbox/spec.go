package sandbox

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// initName is argv[0] of a process that is to become a sandbox's init.
const initName = "cairn-sandbox-init"

// The pipes between Run and init, as init's file descriptors.
const (
	controlFD = 3 // Run writes the spec, then "term\n" to cancel; its end is Run's end
	statusFD  = 4 // init writes reports
	doorFD    = 5 // a socket, where the command has a door
)

// spec is what Run tells init, as JSON.
type spec struct {
	Argv     []string
	Environ  []string
	Path     string // the PATH in Environ
	Dir      string
	Mounts   []Mount
	Hostname string
	Loopback bool
	Terminal bool
	Door     bool
	Limits   Limits
	// OwnMemoryBytes bounds each process, where no control group bounds all; or zero.
	OwnMemoryBytes int64
	// Scratch is a folder of the host that exists; the root is put together over it.
	Scratch string
	// OnlyCheck ends after the sandbox stands.
	OnlyCheck bool
	// OldKernel leaves mount_setattr(2) unused, as on Linux before 5.12.
	OldKernel bool
}

// report is what init tells Run, as JSON; exactly one field is set.
type report struct {
	Usage   *Usage   `json:",omitempty"`
	Refused *failure `json:",omitempty"`
	Mount   *failure `json:",omitempty"`
	Start   *failure `json:",omitempty"`
	Exit    *exit    `json:",omitempty"`
}

// failure carries an error over the pipe so that errors.Is still works on it.
type failure struct {
	Step  string
	Mount Mount
	Errno syscall.Errno
	Text  string // what it is about, or all there is to say where there is no errno
}

func (f *failure) err() error {
	switch {
	case f.Errno != 0 && f.Text != "":
		return fmt.Errorf("%s: %w", f.Text, f.Errno)
	case f.Errno != 0:
		return f.Errno
	}
	return errors.New(f.Text)
}

type exit struct {
	Code, Signal   int
	MaxRSSBytes    int64
	PeakTotalBytes int64
	CPU            time.Duration
}

// newSpec checks c and resolves what only the host can.
func newSpec(c Command) (spec, error) {
	if len(c.Argv) == 0 || c.Argv[0] == "" {
		return spec{}, fmt.Errorf("sandbox: no program given")
	}
	for name, value := range c.Env {
		if name == "" || strings.ContainsAny(name, "=\x00") || strings.Contains(value, "\x00") {
			return spec{}, fmt.Errorf("sandbox: %q cannot be an environment variable", name)
		}
	}
	s := spec{
		Argv: c.Argv, Environ: environ(c.Env), Path: Environment(c.Env)["PATH"], Dir: c.Dir,
		Hostname: c.Hostname, Loopback: c.Network, Terminal: c.Terminal, Door: c.Door != nil, Limits: c.Limits, Scratch: scratch(),
	}
	if s.Dir == "" {
		s.Dir = "/"
	}
	if s.Hostname == "" {
		s.Hostname = "cairn"
	}
	for _, m := range c.Mounts {
		resolved, err := resolve(m)
		if err != nil {
			return spec{}, &MountError{Mount: m, Err: err}
		}
		s.Mounts = append(s.Mounts, resolved)
	}
	return s, nil
}

func resolve(m Mount) (Mount, error) {
	if !path.IsAbs(m.Target) || path.Clean(m.Target) != m.Target {
		return m, fmt.Errorf("the target is not an absolute, clean path")
	}
	if m.Link != "" {
		if m.Source != "" {
			return m, fmt.Errorf("a link has no source")
		}
		return m, nil
	}
	if !filepath.IsAbs(m.Source) {
		return m, fmt.Errorf("the source is not an absolute path")
	}
	source, err := filepath.EvalSymlinks(m.Source)
	m.Source = source
	return m, err
}

func scratch() string {
	if info, err := os.Stat(os.TempDir()); err == nil && info.IsDir() {
		if dir, err := filepath.EvalSymlinks(os.TempDir()); err == nil && filepath.IsAbs(dir) && dir != "/" {
			return dir
		}
	}
	return "/tmp"
}
