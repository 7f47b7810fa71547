package apt

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"cairn/builder/sandbox"
	"cairn/internal/lazyregexp"
)

// oneAPI is where Intel's packages put everything: COMPONENT/VERSION/… since 2024.
const oneAPI = "opt/intel/oneapi"

var versionFolder = lazyregexp.New(`^[0-9]+(\.[0-9]+)*$`)

// finishOneAPI adds what Intel's maintainer scripts and a person would have made: the
// links COMPONENT/latest, and the compilers' configuration files, without which icx
// takes whatever GCC it finds last.
func (c *composition) finishOneAPI(architecture string) {
	versions := map[string][]string{}
	for name := range c.paths {
		parts := strings.Split(strings.TrimPrefix(name, oneAPI+"/"), "/")
		if strings.HasPrefix(name, oneAPI+"/") && len(parts) == 2 && versionFolder.MatchString(parts[1]) && c.paths[name].kind == 'd' {
			versions[parts[0]] = append(versions[parts[0]], parts[1])
		}
	}
	for component, have := range versions {
		if latest := path.Join(oneAPI, component, "latest"); len(have) == 1 && c.paths[latest] == nil {
			c.make(latest, placed{kind: 'l', text: have[0]})
		}
	}
	gcc := c.newestGCC(architecture)
	for _, version := range versions["compiler"] {
		for _, compiler := range []string{"icx", "icpx"} {
			program := path.Join(oneAPI, "compiler", version, "bin", compiler)
			if gcc != "" && c.resolve(program) != "" && c.paths[program+".cfg"] == nil {
				c.make(program+".cfg", placed{kind: 'f', text: "--gcc-install-dir=/" + gcc + "\n"})
			}
		}
	}
}

// newestGCC is the folder of the newest GCC of the root that has both its own objects
// and the headers of its C++ library; empty where there is none.
func (c *composition) newestGCC(architecture string) string {
	folder := path.Join("usr/lib/gcc", multiarch(architecture))
	newest := 0
	for name := range c.paths {
		version, err := strconv.Atoi(path.Base(path.Dir(name)))
		if err != nil || name != path.Join(folder, strconv.Itoa(version), "crtbegin.o") || version <= newest {
			continue
		}
		if headers := c.paths["usr/include/c++/"+strconv.Itoa(version)]; headers != nil {
			newest = version
		}
	}
	if newest == 0 {
		return ""
	}
	return path.Join(folder, strconv.Itoa(newest))
}

// captureVariables sources the vars.sh of every component, in the order of their
// paths, and prints the environment. setvars.sh is never run: it looks for whatever is
// installed.
const captureVariables = `set --
for vars in /opt/intel/oneapi/*/[0-9]*/env/vars.sh; do
	if [ -f "$vars" ]; then
		cd "${vars%/*}" && . "$vars" >&2 || { echo "cannot source $vars" >&2; exit 1; }
	fi
done
exec /usr/bin/env -0
`

// ofTheShell are variables that say nothing of what was sourced.
var ofTheShell = []string{"PWD", "OLDPWD", "SHLVL", "_"}

// whileRunning are the variables of vars.sh that programs need, not only compilers:
// where the loader, the OpenCL loader, MPI and CCL find their parts.
var whileRunning = []string{
	"LD_LIBRARY_PATH", "OCL_ICD_FILENAMES", "OCL_ICD_VENDORS", "CCL_ROOT", "CCL_CONFIGURATION", "CCL_CONFIGURATION_PATH",
	"FI_PROVIDER_PATH", "I_MPI_ROOT", "TCM_ROOT", "UMF_ROOT",
}

// Variables runs the vars.sh of a closure's oneAPI components in its root and returns
// what they set: for builds everything, and of that what programs need when they run.
// A closure without such components gives none. Errors: *VariablesError, the sandbox's.
func (a *Archive) Variables(ctx context.Context, c *Closure) (build, run map[string]string, err error) {
	shell := "bash" // which vars.sh are written for
	if c.programs[shell] == "" {
		shell = "sh"
	}
	before := sandbox.Environment(map[string]string{"PATH": "/usr/bin:/bin"}) // as builds have it
	var out, faults bytes.Buffer
	state, err := sandbox.Run(ctx, sandbox.Command{
		Argv: []string{shell, "-c", captureVariables}, Env: before, Dir: "/", Mounts: c.Mounts(), Stdout: &out, Stderr: &faults,
	})
	if err != nil {
		return nil, nil, err
	}
	if state.ExitCode != 0 {
		return nil, nil, &VariablesError{ExitCode: state.ExitCode, Said: lastLine(faults.String())}
	}
	build, run = map[string]string{}, map[string]string{}
	for entry := range strings.SplitSeq(strings.TrimSuffix(out.String(), "\x00"), "\x00") {
		name, value, ok := strings.Cut(entry, "=")
		if !ok || slices.Contains(ofTheShell, name) || before[name] == value {
			continue
		}
		build[name] = value
	}
	maps.Copy(run, build)
	maps.DeleteFunc(run, func(name, _ string) bool { return !slices.Contains(whileRunning, name) })
	return build, run, nil
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

// VariablesError says that a component's vars.sh failed.
type VariablesError struct {
	ExitCode int
	Said     string // the last line it printed
}

func (e *VariablesError) Error() string {
	return fmt.Sprintf("the variables of oneAPI cannot be had: its vars.sh ended with status %d: %s", e.ExitCode, e.Said)
}
