package builder

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cairn/builder/sandbox"
	"cairn/digest"
	"cairn/stacks"
)

// hostFolders are where the host's programs are looked for: the system's own, not
// the person's PATH.
var hostFolders = []string{"/usr/bin", "/bin", "/usr/sbin", "/sbin", "/opt/intel/oneapi/compiler/latest/bin"}

// known are the programs that drivers and wrappers ask for, wanted or not.
var known = append([]string{"sh", "cmake", "ninja", "make", "ccache", "python3", "pkg-config", "ld", "ar"}, compilers...)

// MissingProgramsError says which programs a toolchain needs and the machine lacks.
// cmd/cairn maps it to exit status 6.
type MissingProgramsError struct {
	Toolchain string
	Programs  []MissingProgram // sorted by name
	// Hint is a command that may help: "apt-get install g++ ninja-build"; empty if
	// none is known.
	Hint string
}

// MissingProgram is one of them.
type MissingProgram struct{ Name, Reason string }

func (e *MissingProgramsError) Error() string {
	names := make([]string, len(e.Programs))
	for i, p := range e.Programs {
		names[i] = p.Name
		if p.Reason != "" {
			names[i] += " (" + p.Reason + ")"
		}
	}
	return fmt.Sprintf("toolchain %q needs programs that this machine lacks: %s", e.Toolchain, strings.Join(names, ", "))
}

// packages name the Debian packages of programs that are called otherwise.
var packages = map[string]string{
	"ninja": "ninja-build", "cc": "gcc", "c++": "g++", "clang++": "clang", "sh": "dash", "ld": "binutils", "ar": "binutils",
	"icx": "intel-oneapi-compiler-dpcpp-cpp", "icpx": "intel-oneapi-compiler-dpcpp-cpp", "python": "python3", "gmake": "make",
}

// host is this machine's own compilers and libraries.
type host struct {
	id       digest.Digest
	programs map[string]string
	mounts   []sandbox.Mount
	vars     map[string]string
}

func (h *host) ID() digest.Digest            { return h.id }
func (h *host) Impure() bool                 { return true }
func (h *host) Mounts() []sandbox.Mount      { return slices.Clone(h.mounts) }
func (h *host) Variables() map[string]string { return h.vars }
func (h *host) Programs() map[string]string  { return h.programs }

// HostToolchain is what is installed on this machine, fingerprinted: /usr without
// /usr/local, and of /etc only what compilers and the loader read. Missing programs,
// and programs that are only found outside the system's folders, give a
// *MissingProgramsError. cacheDir keeps fingerprints by stat, so that a build with
// nothing to do does not hash compilers.
func HostToolchain(ctx context.Context, def *stacks.Toolchain, cacheDir string) (Toolchain, error) {
	h := &host{programs: map[string]string{}, vars: map[string]string{}}
	for _, name := range append(slices.Clone(known), def.Programs...) {
		if path, ok := findProgram(name); ok {
			h.programs[name] = path
		}
	}
	if err := missing(def, h.programs); err != nil {
		return nil, err
	}
	h.mounts = hostMounts("/")
	if oneAPI := "/opt/intel"; slices.ContainsFunc(def.Programs, func(name string) bool { return strings.HasPrefix(h.programs[name], oneAPI+"/") }) {
		h.mounts = append(h.mounts, sandbox.Mount{Source: oneAPI, Target: oneAPI, ReadOnly: true})
		h.vars["PATH"] = "/usr/bin:/bin:/opt/intel/oneapi/compiler/latest/bin"
	}
	var err error
	if h.id, err = fingerprint(ctx, h.programs, cacheDir); err != nil {
		return nil, fmt.Errorf("fingerprint the host's toolchain: %w", err)
	}
	return h, nil
}

func findProgram(name string) (string, bool) {
	for _, folder := range hostFolders {
		path := filepath.Join(folder, name)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o111 != 0 {
			return path, true
		}
	}
	return "", false
}

// missing lists all programs that the definition names and the system lacks.
func missing(def *stacks.Toolchain, found map[string]string) error {
	e := &MissingProgramsError{Toolchain: def.Name}
	var install []string
	for _, name := range slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(def.Programs), "sh")))) {
		path := found[name]
		reason := ""
		if path != "" {
			real, err := filepath.EvalSymlinks(path)
			if err == nil && slices.ContainsFunc([]string{"/usr/local/", "/home/", "/root/"}, func(dir string) bool { return strings.HasPrefix(real, dir) }) {
				reason = "it is a link to " + real + ", which is not the system's"
			}
		} else if own := elsewhere(name); own != "" {
			reason = own + " is not the system's"
		}
		if path != "" && reason == "" {
			continue
		}
		e.Programs = append(e.Programs, MissingProgram{Name: name, Reason: reason})
		if packages[name] != "" {
			name = packages[name]
		}
		if !slices.Contains(install, name) {
			install = append(install, name)
		}
	}
	if len(e.Programs) == 0 {
		return nil
	}
	if _, err := os.Stat("/usr/bin/apt-get"); err == nil {
		e.Hint = "apt-get install " + strings.Join(install, " ")
	}
	return e
}

// elsewhere finds a program that a person has for themselves.
func elsewhere(name string) string {
	for _, folder := range filepath.SplitList(os.Getenv("PATH")) {
		path := filepath.Join(folder, name)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o111 != 0 {
			return path
		}
	}
	return ""
}

// hostMounts is the root that host builds see. /usr/local is the person's, and
// stays out; so do /home, /root, /var, /opt, /run, /srv and the rest of /etc.
func hostMounts(root string) []sandbox.Mount {
	var mounts []sandbox.Mount
	entries, err := os.ReadDir(filepath.Join(root, "usr"))
	if err != nil {
		entries = nil // no system without /usr gets as far as this
	}
	for _, entry := range entries {
		if entry.Name() != "local" {
			mounts = appendHost(mounts, root, "/usr/"+entry.Name())
		}
	}
	for _, path := range []string{"/bin", "/lib", "/lib32", "/lib64", "/libx32", "/sbin", "/etc/alternatives",
		"/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/debian_version", "/etc/os-release"} {
		mounts = appendHost(mounts, root, path)
	}
	return mounts
}

// appendHost adds a path as what it is: a link stays a link, so that programs see
// the system's own paths.
func appendHost(mounts []sandbox.Mount, root, path string) []sandbox.Mount {
	source := filepath.Join(root, path)
	info, err := os.Lstat(source)
	switch {
	case err != nil: // most often it is not there
		return mounts
	case info.Mode()&fs.ModeSymlink != 0:
		text, err := os.Readlink(source)
		if err != nil {
			return mounts
		}
		return append(mounts, sandbox.Mount{Target: path, Link: text})
	case info.IsDir() || info.Mode().IsRegular():
		return append(mounts, sandbox.Mount{Source: source, Target: path, ReadOnly: true})
	}
	return mounts
}
