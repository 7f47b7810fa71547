package builder

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/builder/wheels"
	"cairn/digest"
)

// InterpreterError says that a toolchain's Python is not what a stack asks for.
// cmd/cairn maps it to exit status 6.
type InterpreterError struct {
	Toolchain, Want string
	Said            string // what was found, in words
}

func (e *InterpreterError) Error() string {
	return fmt.Sprintf("toolchain %q has no Python %s: %s", e.Toolchain, e.Want, e.Said)
}

// EnvironmentID names a virtual environment of wheels without making it: the order of
// wheels does not count.
func EnvironmentID(all []wheels.Distribution, toolchain Toolchain, version string) digest.Digest {
	key := digest.NewKey("cairn-python-v1").Digest("interpreter", interpreterKey(toolchain, version))
	for _, d := range all {
		key.Digest("wheel "+d.Name, wheelKey(d, toolchain, version))
	}
	return key.Sum()
}

func interpreterKey(toolchain Toolchain, version string) digest.Digest {
	return digest.NewKey("cairn-interpreter-v1").String("python", version).Digest("toolchain", toolchain.ID()).
		String("program", toolchain.Programs()["python3"]).Sum()
}

// Interpreter returns the tree that makes a folder a virtual environment of a
// toolchain's Python (PEP 405): links to its program, and pyvenv.cfg. name is the
// toolchain's, for messages.
func Interpreter(ctx context.Context, st *store.Store, name string, toolchain Toolchain, version string) (digest.Digest, error) {
	program := toolchain.Programs()["python3"]
	if program == "" {
		return digest.Digest{}, &MissingProgramsError{Toolchain: name, Programs: []MissingProgram{{Name: "python3", Reason: "the python block needs it"}}}
	}
	key := interpreterKey(toolchain, version)
	record := store.Record{Key: key, Name: "interpreter/" + name + "/" + version, Kind: "interpreter", Impure: toolchain.Impure()}
	return treeOf(ctx, st, record, func(dir string) error {
		said, err := runPython(ctx, toolchain, nil, []string{program, "-I", "-S", "-B", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"})
		if err != nil {
			return err
		}
		if have := strings.TrimSpace(said); have != version {
			return &InterpreterError{Toolchain: name, Want: version, Said: "it has Python " + have}
		}
		config := fmt.Sprintf("home = %s\ninclude-system-site-packages = false\nversion = %s\n", path.Dir(program), version)
		if err := os.WriteFile(filepath.Join(dir, "pyvenv.cfg"), []byte(config), 0o644); err != nil {
			return err
		}
		bin := filepath.Join(dir, "bin")
		return errors.Join(os.Mkdir(bin, 0o755), os.Symlink(program, filepath.Join(bin, "python3")),
			os.Symlink("python3", filepath.Join(bin, "python")), os.Symlink("python3", filepath.Join(bin, "python"+version)))
	})
}

// WheelTree installs a wheel as a tree of its own, compiled by the toolchain's
// interpreter in the sandbox, and returns it. It depends on the wheel's bytes, its name
// and the interpreter alone; a second call with the same installs nothing.
func WheelTree(ctx context.Context, st *store.Store, toolchain Toolchain, d wheels.Distribution, version string) (digest.Digest, error) {
	key := wheelKey(d, toolchain, version)
	record := store.Record{
		Key: key, Name: "wheels/" + d.File, Kind: "wheel", Impure: toolchain.Impure(),
		Inputs: []store.Input{{Name: "sha256", Value: d.SHA256.String()}},
	}
	return treeOf(ctx, st, record, func(dir string) error {
		archive, ok := st.File(d.SHA256)
		if !ok {
			return fmt.Errorf("%s is not in the store", d.File)
		}
		installed, err := wheels.Install(ctx, archive, d.File, wheels.Target{Root: dir, Prefix: prefix, Python: version})
		if err != nil {
			return err
		}
		mounts := []sandbox.Mount{{Source: dir, Target: prefix}}
		argv := append([]string{toolchain.Programs()["python3"], "-I", "-S", "-B", "-c", compileScript}, compileArguments(version, "/")...)
		if _, err := runPython(ctx, toolchain, mounts, argv); err != nil {
			return fmt.Errorf("compile %s: %w", d.Name, err)
		}
		return installed.Finish()
	})
}

// WithoutTree returns the wheels that WheelTree would have to install.
func WithoutTree(st *store.Store, toolchain Toolchain, all []wheels.Distribution, version string) ([]wheels.Distribution, error) {
	var list []wheels.Distribution
	for _, d := range all {
		_, ok, err := st.Action(wheelKey(d, toolchain, version))
		if err != nil {
			return nil, err
		}
		if !ok {
			list = append(list, d)
		}
	}
	return list, nil
}

// treeOf returns the output of a record that is there, or makes it.
func treeOf(ctx context.Context, st *store.Store, record store.Record, fill func(dir string) error) (tree digest.Digest, err error) {
	known, ok, err := st.Action(record.Key)
	if err != nil || ok {
		return known.Output, err
	}
	unlock, err := st.Lock(ctx, "action-"+record.Key.Hex())
	if err != nil {
		return tree, err
	}
	defer unlock()
	if known, ok, err = st.Action(record.Key); err != nil || ok {
		return known.Output, err
	}
	started := time.Now()
	temp, remove, err := st.TempDir()
	if err != nil {
		return tree, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	dir := filepath.Join(temp, "tree")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return tree, err
	}
	if err := fill(dir); err != nil {
		return tree, err
	}
	if record.Output, err = st.MoveTree(ctx, dir); err != nil {
		return tree, err
	}
	record.Finished, record.WallTime = time.Now().UTC(), time.Since(started)
	return record.Output, st.PutAction(record.Key, record)
}

// runPython runs an interpreter in a sandbox of its toolchain and returns what it
// printed. A status other than 0 is an error that has its last words.
func runPython(ctx context.Context, toolchain Toolchain, mounts []sandbox.Mount, argv []string) (string, error) {
	var out, said bytes.Buffer
	env := map[string]string{"PYTHONHASHSEED": "0", "PYTHONNOUSERSITE": "1", "PATH": "/usr/bin:/bin"}
	state, err := sandbox.Run(ctx, sandbox.Command{Argv: argv, Env: env, Mounts: slices.Concat(toolchain.Mounts(), mounts), Stdout: &out, Stderr: &said})
	if err != nil {
		return "", err
	}
	if state.ExitCode != 0 {
		words := strings.TrimSpace(said.String())
		return "", fmt.Errorf("python ended with status %d: %s", state.ExitCode, words[strings.LastIndexByte(words, '\n')+1:])
	}
	return out.String(), nil
}
