package builder

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"cairn/builder/wheels"
	"cairn/digest"
)

// PythonEnvironment is what a stack's python builds run with: an interpreter and the
// locked wheels, laid out as a virtual environment that is seen at /opt/stack.
type PythonEnvironment interface {
	// ID changes whenever the interpreter or one of the wheels does.
	ID() digest.Digest
	// Version is the interpreter's, without its last part: "3.12".
	Version() string
	// Folder is where the environment stands, made if it is not there yet.
	Folder(ctx context.Context) (string, error)
}

// buildScript calls a package's own build backend; compileScript makes bytecode.
var (
	//go:embed python_build.py
	buildScript string
	//go:embed python_compile.py
	compileScript string
)

// distDir is where a build backend puts its wheel.
const distDir = buildDir + "/dist"

// hostStep is something that cairn does itself between two programs.
type hostStep string

const (
	installWheel hostStep = "install the wheel"
	writeRecord  hostStep = "write its RECORD"
)

// python builds a wheel through the package's own backend (PEP 517), without isolation:
// what it may use is the stack's wheels. The wheel is installed into the output.
func (r *recipe) python(a *Action, toolchain Toolchain, python PythonEnvironment) error {
	if python == nil {
		return &UnsupportedError{Action: a.Name, What: "build \"python\" needs the stack's python block: it says the interpreter and the build requirements"}
	}
	if toolchain.Programs()["python3"] == "" {
		return &MissingProgramsError{Toolchain: a.build.Toolchain.Name, Programs: []MissingProgram{{Name: "python3", Reason: "build \"python\" needs it"}}}
	}
	for name, value := range pythonVariables(a, python.Version()) {
		if _, said := a.build.Variables[name]; !said {
			r.env[name] = value
		}
	}
	r.env["PATH"] = toolsDir + ":" + prefix + "/bin:" + strings.TrimPrefix(r.env["PATH"], toolsDir+":")
	settings, err := json.Marshal(a.build.Options)
	if err != nil {
		panic(err) // maps of strings always marshal
	}
	r.steps = []step{
		{Argv: []string{"python3", toolsDir + "/build-wheel.py", distDir, string(settings)}, Dir: path.Join(sourceDir, a.build.Directory)},
		{Host: installWheel, Dir: distDir},
		{Argv: append([]string{"python3", "-I", "-S", "-B", toolsDir + "/compile.py"}, compileArguments(python.Version(), outDir)...), Dir: outDir},
		{Host: writeRecord, Dir: outDir},
	}
	r.wrappers["build-wheel.py"], r.wrappers["compile.py"] = buildScript, compileScript
	r.declare("python", python.ID().String())
	if a.build.Version != "" {
		r.declare("version", a.build.Version)
	}
	r.output = path.Join(outDir, prefix)
	r.usesPython = true
	return nil
}

// pythonVariables are what builds of Python packages find set unless the definition
// says otherwise.
func pythonVariables(a *Action, version string) map[string]string {
	env := map[string]string{
		"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1",
		"CMAKE_PREFIX_PATH": prefix,
	}
	var modules, prefixes []string
	for _, need := range a.build.Needs {
		modules = append(modules, depsDir+"/"+need+"/lib/python"+version+"/site-packages")
		prefixes = append(prefixes, depsDir+"/"+need)
	}
	if len(modules) > 0 {
		env["PYTHONPATH"] = strings.Join(modules, ":")
		env["CMAKE_PREFIX_PATH"] = strings.Join(append(prefixes, prefix), ":")
	}
	if a.build.Version != "" {
		// Without a git repository, these are how builds are told what they would ask it:
		// setuptools-scm (and hatch-vcs, which is made of it), pdm-backend, pbr.
		for _, name := range []string{"SETUPTOOLS_SCM_PRETEND_VERSION", "PDM_BUILD_SCM_VERSION", "PBR_VERSION"} {
			env[name] = a.build.Version
		}
	}
	return env
}

// compileArguments have compileScript compile what is installed below root, which will
// be seen at "/". It runs isolated: no variable changes the bytecode.
func compileArguments(version, root string) []string {
	return []string{version, path.Join(root, prefix), root}
}

// onHost does a step that is no program.
func (x *execution) onHost(ctx context.Context, s step) error {
	if s.Host == writeRecord {
		return x.installed.Finish()
	}
	// The build is over; what it wrote is read without following it anywhere.
	out := filepath.Join(x.dir, "out")
	if entries, err := os.ReadDir(out); err != nil || len(entries) > 0 {
		return errors.Join(err, fmt.Errorf("the build wrote into %s: its wheel is what counts", outDir))
	}
	name, err := takeWheel(filepath.Join(x.dir, "build"), strings.TrimPrefix(s.Dir, buildDir+"/"), filepath.Join(x.dir, "wheel"))
	if err != nil {
		return err
	}
	sum, size, err := sumOf(filepath.Join(x.dir, "wheel"))
	if err != nil {
		return err
	}
	x.log.printf("# wheel %s, %d bytes, %s\n", name, size, sum)
	x.installed, err = wheels.Install(ctx, filepath.Join(x.dir, "wheel"), name, wheels.Target{Root: filepath.Join(out, prefix), Prefix: prefix, Python: x.python.Version()})
	return err
}

// takeWheel copies the one wheel in a folder below root to a file, and returns its name.
func takeWheel(root, folder, to string) (name string, err error) {
	top, err := os.OpenRoot(root)
	if err != nil {
		return "", err
	}
	defer top.Close()
	dir, err := top.Open(folder)
	if err != nil {
		return "", fmt.Errorf("the build backend made no wheel: %w", err)
	}
	entries, err := dir.ReadDir(-1)
	if err := errors.Join(err, dir.Close()); err != nil {
		return "", err
	}
	var names []string
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ".whl") && entry.Type().IsRegular() {
			names = append(names, entry.Name())
		}
	}
	if len(names) != 1 {
		slices.Sort(names)
		return "", fmt.Errorf("the build backend made %d wheels, not one: %s", len(names), strings.Join(names, ", "))
	}
	in, err := top.Open(path.Join(folder, names[0]))
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(out, in)
	return names[0], errors.Join(err, out.Close())
}

func sumOf(name string) (digest.Digest, int64, error) {
	sum, err := sumFile(name)
	if err != nil {
		return sum, 0, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return sum, 0, err
	}
	return sum, info.Size(), nil
}

// wheelKey is what decides on the tree of an installed wheel.
func wheelKey(d wheels.Distribution, toolchain Toolchain, version string) digest.Digest {
	return digest.NewKey("cairn-wheel-v1").String("file", d.File).Digest("sha256", d.SHA256).String("python", version).
		Digest("toolchain", toolchain.ID()).String("compile", compileScript).Sum()
}
