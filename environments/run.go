package environments

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"

	"cairn/builder/sandbox"
	"cairn/builder/store"
)

// CacheDir is where programs find their writable cache folder.
const CacheDir = "/cache"

// searchPath finds a stack's own programs before the base system's.
const searchPath = Prefix + "/bin:/usr/bin:/bin"

// caches sends every compile and JIT cache that the stacks are known to fill to
// CacheDir, so that cold is cold and warm is warm. Programs that keep to the XDG
// Base Directory Specification need the first alone.
var caches = map[string]string{
	"XDG_CACHE_HOME":          CacheDir,
	"VLLM_CACHE_ROOT":         CacheDir + "/vllm",
	"SYCL_CACHE_DIR":          CacheDir + "/sycl",
	"NEO_CACHE_DIR":           CacheDir + "/neo",
	"TRITON_CACHE_DIR":        CacheDir + "/triton",
	"TORCHINDUCTOR_CACHE_DIR": CacheDir + "/inductor",
	"NUMBA_CACHE_DIR":         CacheDir + "/numba",
}

// Invocation is one program run in an environment.
type Invocation struct {
	// Argv is the program and its arguments; a name without slash is looked up in
	// /opt/stack/bin, then in the base system.
	Argv []string
	// Env is added to the environment's variables and overrides them.
	Env map[string]string
	// Dir is the working folder inside; "/" when empty.
	Dir string
	// Mounts are seen besides the environment's own: models, a person's folder.
	Mounts []Mount
	// Devices are the host's device nodes, or folders of them, to be seen under
	// their own path ("/dev/dri").
	Devices []string
	// Cache is a folder of the host, made if missing, that the program finds
	// writable at CacheDir. Empty gives a new one that is removed afterwards, so
	// that every such run is cold.
	Cache string
	// Stdin is /dev/null when nil; Stdout and Stderr are discarded when nil.
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Network brings up a loopback device; there is never more.
	Network bool
	// Door, if not nil, lets the caller connect to what listens on that loopback.
	Door *Door
	// Terminal hands the caller's terminal over; Stdin is then its *os.File.
	Terminal bool
}

// Run runs a program in the environment and waits for it. A program's own
// failure is in State, not in the error; the errors are the sandbox's.
func (e *Environment) Run(ctx context.Context, inv Invocation) (state State, err error) {
	if inv.Cache == "" {
		if inv.Cache, err = os.MkdirTemp("", "cairn-cache-*"); err != nil {
			return State{}, fmt.Errorf("cache of %s: %w", name(inv), err)
		}
		defer func() { err = errors.Join(err, store.RemoveAll(inv.Cache)) }()
	}
	// The sandbox mounts by absolute paths; a caller's folder may be relative.
	if inv.Cache, err = filepath.Abs(inv.Cache); err == nil {
		err = os.MkdirAll(inv.Cache, 0o755)
	}
	if err != nil {
		return State{}, fmt.Errorf("cache of %s: %w", name(inv), err)
	}
	command := e.command(inv)
	command.Mounts = append(command.Mounts, machine("/", len(inv.Devices) > 0)...)
	return sandbox.Run(ctx, command)
}

// machine mounts what programs read of the machine in sysfs, as far as it has it: the
// layout of processors and memory (lscpu, hwloc, OpenMP), and with devices what the
// user's half of a driver looks for them by, which are the folders that Flatpak gives.
func machine(root string, devices bool) (mounts []Mount) {
	folders := []string{"/sys/devices/system/cpu", "/sys/devices/system/node"}
	if devices {
		folders = []string{"/sys/bus", "/sys/class", "/sys/dev", "/sys/devices"}
	}
	for _, folder := range folders {
		if at := filepath.Join(root, folder); isFolder(at) {
			mounts = append(mounts, Mount{Source: at, Target: folder, ReadOnly: true})
		}
	}
	return mounts
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// command is pure: what Run asks of the sandbox once the cache folder stands.
func (e *Environment) command(inv Invocation) sandbox.Command {
	env := maps.Clone(caches)
	env["PATH"] = searchPath
	env["HOME"] = CacheDir
	maps.Copy(env, e.variables)
	maps.Copy(env, inv.Env)
	mounts := append(e.mounts(), Mount{Source: inv.Cache, Target: CacheDir})
	mounts = append(mounts, inv.Mounts...)
	for _, device := range inv.Devices {
		mounts = append(mounts, Mount{Source: device, Target: device, Device: true})
	}
	return sandbox.Command{
		Argv: inv.Argv, Env: env, Dir: inv.Dir, Mounts: mounts,
		Stdin: inv.Stdin, Stdout: inv.Stdout, Stderr: inv.Stderr,
		Network: inv.Network || inv.Door != nil, Door: inv.Door, Terminal: inv.Terminal,
	}
}

func name(inv Invocation) string {
	if len(inv.Argv) == 0 {
		return "an empty command"
	}
	return inv.Argv[0]
}
