package wheels

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"cairn/digest"

	"github.com/pelletier/go-toml/v2"
)

// uv is the resolver, itself a locked wheel. This one's program is linked statically:
// it runs on any Linux. What it is told and what it writes is that of its version; a
// new one is a change to be tested.
var uv = Distribution{
	Name: "uv", Version: "0.13.8", Index: DefaultIndex,
	File:      "uv-0.13.8-py3-none-musllinux_1_1_x86_64.whl",
	SHA256:    mustHex("29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a"),
	SizeBytes: 19139972,
}

func mustHex(s string) digest.Digest {
	d, err := digest.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Command is one run of uv. It has nothing of the machine's but Env's way to the
// network: no configuration, no home, no interpreter. Everything that it reads or
// writes is below Dir or CacheDir.
type Command struct {
	Program string // empty where Run is not RunUV
	Args    []string
	Env     []string
	Dir     string
	Output  string // the file in Dir that uv writes
}

// passed are the variables of the machine that say how the network is reached
// (uv's "Environment variables").
var passed = []string{
	"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
	"SSL_CERT_FILE", "SSL_CERT_DIR", "NETRC",
}

// uv resolves a request whose indexes can all be reached.
func (r *Resolver) uv(ctx context.Context, req Request) (packages []lockedPackage, err error) {
	dir, remove, err := r.Client.opts.Store.TempDir()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	command := Command{Dir: dir, Output: "pylock.toml"}
	run := r.Run
	if run == nil {
		run = RunUV
		if command.Program, err = r.program(ctx, dir); err != nil {
			return nil, err
		}
	}
	if command.Args, err = r.arguments(dir, req); err != nil {
		return nil, err
	}
	cache, err := r.Client.opts.Store.Folder("cache/uv")
	if err != nil {
		return nil, err
	}
	command.Env = []string{
		"HOME=" + dir, "PATH=", "TMPDIR=" + dir, "UV_CACHE_DIR=" + cache, "UV_NO_CONFIG=1", "UV_SYSTEM_CERTS=1",
		"UV_PYTHON_DOWNLOADS=never", "UV_NO_PROGRESS=1", "UV_KEYRING_PROVIDER=disabled", "NO_COLOR=1",
		// Standing in no list of arguments, credentials stay between us.
		"UV_DEFAULT_INDEX=" + r.Client.address(r.Client.indexes[DefaultIndex]),
	}
	for _, name := range passed {
		if value, ok := os.LookupEnv(name); ok {
			command.Env = append(command.Env, name+"="+value)
		}
	}
	if err := run(ctx, command); err != nil {
		return nil, r.public(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, command.Output))
	if err != nil {
		return nil, err
	}
	return readPylock(text)
}

// program brings uv and unpacks it into dir.
func (r *Resolver) program(ctx context.Context, dir string) (string, error) {
	if err := r.Client.Fetch(ctx, []Distribution{uv}); err != nil {
		return "", err
	}
	archive, _ := r.Client.opts.Store.File(uv.SHA256)
	to := Target{Root: filepath.Join(dir, "uv"), Prefix: "/opt/stack", Python: "3"}
	if _, err := Install(ctx, archive, uv.File, to); err != nil {
		return "", err
	}
	return filepath.Join(to.Root, "bin", "uv"), nil
}

// arguments writes what uv reads into dir and returns what it is told.
func (r *Resolver) arguments(dir string, req Request) ([]string, error) {
	files := map[string]string{}
	args := []string{"pip", "compile", "pyproject.toml", "--format", "pylock.toml", "--output-file", "pylock.toml", "--no-header",
		"--python", filepath.Join(dir, "python3"), "--only-binary", ":all:"}
	for _, list := range []struct {
		option string
		texts  []string
	}{{"--constraints", req.Constraints}, {"--overrides", req.Overrides}, {"--excludes", req.Excludes}} {
		if len(list.texts) > 0 {
			name := strings.TrimLeft(list.option, "-") + ".txt"
			files[name] = strings.Join(list.texts, "\n") + "\n"
			args = append(args, list.option, name)
		}
	}
	project, err := r.project(req)
	if err != nil {
		return nil, err
	}
	files["pyproject.toml"] = project
	interpreter, err := interpreterScript(req)
	if err != nil {
		return nil, err
	}
	files["python3"] = interpreter
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
			return nil, err
		}
	}
	for _, name := range req.Sdists {
		args = append(args, "--no-binary", name)
	}
	if !req.ExcludeNewer.IsZero() {
		args = append(args, "--exclude-newer", req.ExcludeNewer.UTC().Format(time.RFC3339))
		for _, name := range slices.Sorted(maps.Keys(req.Indexes)) {
			args = append(args, "--exclude-newer-package", Normalise(name)+"=false")
		}
	}
	return args, nil
}

// project is a pyproject.toml that asks for the requirements, each pinned package from
// its own index and no other (uv's "Pinning a package to an index").
func (r *Resolver) project(req Request) (string, error) {
	type index struct {
		Name     string `toml:"name"`
		URL      string `toml:"url"`
		Format   string `toml:"format,omitempty"`
		Explicit bool   `toml:"explicit"`
	}
	type source struct {
		Index string `toml:"index"`
	}
	var file struct {
		Project struct {
			Name         string   `toml:"name"`
			Version      string   `toml:"version"`
			Dependencies []string `toml:"dependencies"`
		} `toml:"project"`
		Tool struct {
			UV struct {
				Index   []index           `toml:"index"`
				Sources map[string]source `toml:"sources"`
			} `toml:"uv"`
		} `toml:"tool"`
	}
	file.Project.Name, file.Project.Version, file.Project.Dependencies = "cairn-stack", "0", req.Requires
	file.Tool.UV.Sources = map[string]source{}
	used := map[string]bool{}
	for _, requirement := range req.Requires {
		name := RequirementName(requirement)
		pinned := req.index(name)
		if pinned == DefaultIndex {
			continue
		}
		file.Tool.UV.Sources[name] = source{pinned}
		if !used[pinned] {
			used[pinned] = true
			where := r.Client.indexes[pinned]
			entry := index{Name: pinned, URL: r.Client.address(where), Explicit: true}
			if where.Links {
				entry.Format = "flat"
			}
			file.Tool.UV.Index = append(file.Tool.UV.Index, entry)
		}
	}
	text, err := toml.Marshal(file)
	return string(text), err
}

// interpreterScript answers uv's question to an interpreter about itself. No program
// of the machine takes part: what a package depends on is what the definition says,
// and the interpreter that it names is in no place, so that nothing can be built.
func interpreterScript(req Request) (string, error) {
	version := req.Python
	if strings.Count(version, ".") == 1 {
		version += ".0"
	}
	short := version[:strings.LastIndexByte(version, '.')]
	var major, minor int
	if _, err := fmt.Sscanf(req.Glibc, "%d.%d", &major, &minor); err != nil {
		return "", fmt.Errorf("%q is no version of glibc", req.Glibc)
	}
	const nowhere = "/nonexistent"
	scheme := map[string]string{"platlib": nowhere, "purelib": nowhere, "include": nowhere, "scripts": nowhere, "data": nowhere}
	answer, err := json.Marshal(map[string]any{
		"result": "success",
		"markers": map[string]string{
			"implementation_name": "cpython", "implementation_version": version, "os_name": "posix", "platform_machine": "x86_64",
			"platform_python_implementation": "CPython", "platform_release": "", "platform_system": "Linux", "platform_version": "",
			"python_full_version": version, "python_version": short, "sys_platform": "linux",
		},
		"sys_base_prefix": nowhere, "sys_base_exec_prefix": nowhere, "sys_prefix": nowhere,
		"sys_base_executable": nowhere + "/python3", "sys_executable": nowhere + "/python3",
		"sys_path": []string{}, "site_packages": []string{}, "stdlib": nowhere, "extension_suffixes": []string{".so"},
		"standalone": false, "scheme": scheme, "virtualenv": scheme,
		"os": map[string]any{"name": "manylinux", "major": major, "minor": minor}, "arch": "x86_64",
		"cpu_info":             map[string]any{"detected": map[string]string{"kind": "flags", "flags": ""}},
		"manylinux_compatible": true, "gil_disabled": false, "debug_enabled": false, "pointer_size": "64",
	})
	return "#!/bin/sh\necho '" + string(answer) + "'\n", err
}

// RunUV runs uv on this machine. That requirements cannot be met is a
// *ResolutionError.
func RunUV(ctx context.Context, command Command) error {
	var said bytes.Buffer
	c := exec.CommandContext(ctx, command.Program, command.Args...)
	c.Env, c.Dir, c.Stdout, c.Stderr = command.Env, command.Dir, nil, &said
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGTERM) }
	c.WaitDelay = 5 * time.Second
	err := c.Run()
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		text := strings.ReplaceAll(said.String(), command.Dir+"/", "")
		if strings.Contains(text, "base Python interpreter") {
			text += "its metadata is not in the source distribution: it would have to be built to be known, which is not done while locking"
		}
		return &ResolutionError{Text: text}
	}
	return err
}

// public puts the public addresses of indexes into uv's words, in the place of this
// machine's, which may hold credentials.
func (r *Resolver) public(err error) error {
	var unmet *ResolutionError
	if !errors.As(err, &unmet) {
		return err
	}
	for _, index := range r.Client.indexes {
		if address := r.Client.address(index); address != index.URL {
			unmet.Text = strings.ReplaceAll(unmet.Text, address, index.URL)
		}
	}
	return unmet
}
