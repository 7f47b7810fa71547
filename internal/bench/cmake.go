package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"cairn/builder"
	"cairn/builder/store"
	"cairn/stacks"
)

// compared is a stack of one cmake build, and the same build without cairn: the programs of
// its closure in a root of that closure, the same patched source at the same path, the
// same options, the same number of jobs.
type compared struct {
	ref   string // "name" or "name@variant", of the embedded workspace
	stack *stacks.Stack
	// definition is the file that declares it.
	definition string
	component  *stacks.Component
	build      *stacks.Build
	store      string // with the packages and sources, and no build: copied for each cold run
	built      string // the copy that was built last
	work       string // of the peer: source, build and out lie in it
	copies     int
}

// cmakeBuild measures a stack's whole build, then the builds after edits of -edit.
func (b *bench) cmakeBuild() error {
	c := &compared{ref: b.cmakeStack, work: filepath.Join(b.dir, "bare")}
	if err := c.read(); err != nil {
		return err
	}
	if err := c.prepare(b); err != nil {
		return err
	}
	whole := pair{
		work: fmt.Sprintf("build %s, %d jobs, empty ccache", c.ref, b.jobs), peer: "cmake and cmake --build with the closure's programs", goal: "≤ 1.05",
		ours: func() (usage, error) { return c.cold(b) }, theirs: func() (usage, error) { return c.bareCold(b) }, processor: true,
	}
	edited := b.runs
	if !b.runsGiven { // minutes against seconds
		b.runs, edited = 1, 3
	}
	err := b.measure(whole)
	b.runs = edited
	if err != nil || len(b.edits) == 0 {
		return err
	}
	return c.edits(b)
}

// read finds the build in the embedded workspace.
func (c *compared) read() error {
	ws, diags := stacks.LoadStack("definitions", stacks.Embedded(), "9999.0.0", c.ref) // its cairn is of these sources
	if diags.HasErrors() {
		return diags
	}
	var err error
	if c.stack, err = ws.Stack(c.ref); err != nil {
		return err
	}
	c.definition = filepath.Base(ws.Stacks[c.stack.Name].Range.Filename)
	for _, component := range c.stack.Components {
		for _, build := range component.Builds {
			if c.build != nil || build.Kind != stacks.CMakeBuild || len(build.Needs)+len(build.Sources) > 0 || build.Toolchain.Distro == nil {
				return fmt.Errorf("-cmake wants a stack of one cmake build with a closure, which %s is not", c.ref)
			}
			c.component, c.build = component, build
		}
	}
	if c.build == nil {
		return fmt.Errorf("%s builds nothing", c.ref)
	}
	return nil
}

// cairn is a call of cairn with the mirrors of the command line.
func (b *bench) cairnCommand(store string, args ...string) *exec.Cmd {
	all := []string{"--store", store, "--progress", "none"}
	for _, mirror := range b.mirrors {
		all = append(all, "--mirror", mirror)
	}
	return command(b.dir, b.cairn, append(all, args...)...)
}

// prepare fetches, composes the root of the closure, and writes the patched source out for
// the peer: none of it is measured on either side.
func (c *compared) prepare(b *bench) error {
	c.store = filepath.Join(b.dir, "cmake-store")
	if err := run(b.cairnCommand(c.store, "fetch", c.ref)); err != nil {
		return err
	}
	if err := os.MkdirAll(c.work, 0o755); err != nil {
		return err
	}
	archive := filepath.Join(b.dir, "source.tar")
	file, err := os.Create(archive)
	if err != nil {
		return err
	}
	write := b.cairnCommand(c.store, "shell", c.ref, "--", "tar", "-C", "/build", "-cf", "-", "source")
	write.Stdout = file
	if err := errors.Join(run(write), file.Close()); err != nil {
		return err
	}
	return run(command(b.dir, "tar", "-C", c.work, "-xf", archive))
}

// run runs a command that is not measured.
func run(c *exec.Cmd) error {
	_, err := timed(c)
	return err
}

// cold is a first build of the stack: its source written out, configured, built with an
// empty ccache that it fills, its output checked and kept.
func (c *compared) cold(b *bench) (usage, error) {
	if c.built != "" {
		removeAll(c.built)
	}
	c.copies++
	c.built = filepath.Join(b.dir, fmt.Sprintf("cmake-store-%d", c.copies))
	if err := run(command(b.dir, "cp", "-al", c.store, c.built)); err != nil { // links: no page is read twice
		return usage{}, err
	}
	return timed(b.cairnCommand(c.built, "build", c.ref, "--jobs", fmt.Sprint(b.jobs)))
}

// bareCold configures and builds in an empty folder.
func (c *compared) bareCold(b *bench) (usage, error) {
	for _, name := range []string{"build", "out"} {
		removeAll(filepath.Join(c.work, name))
		if err := os.Mkdir(filepath.Join(c.work, name), 0o755); err != nil {
			return usage{}, err
		}
	}
	return c.bare(b, append([][]string{c.configure()}, c.compile(b)...))
}

// configure is cairn's own, without its wrappers: what they add is said to CMake, but for
// the maps of prefixes.
func (c *compared) configure() []string {
	options := builder.CMakeOptions(c.build)
	for _, language := range []string{"C", "CXX"} {
		name := "CMAKE_" + language + "_FLAGS"
		options[name] = strings.TrimSpace("-march=" + c.build.ISA + " " + options[name])
	}
	argv := []string{"cmake", "-S", filepath.Join("/build/source", c.build.Directory), "-B", "/build/build", "-G", "Ninja"}
	for _, name := range slices.Sorted(maps.Keys(options)) {
		argv = append(argv, "-D"+name+"="+options[name])
	}
	return argv
}

func (c *compared) compile(b *bench) [][]string {
	argv := []string{"cmake", "--build", "/build/build", "-j", fmt.Sprint(b.jobs)}
	if len(c.build.Targets) > 0 {
		argv = append(append(argv, "--target"), c.build.Targets...)
	}
	steps := [][]string{argv}
	if c.build.Install {
		steps = append(steps, []string{"env", "DESTDIR=/build/out", "cmake", "--install", "/build/build", "--prefix", "/opt/stack"})
	}
	return steps
}

// bareRoot enters the closure's root with the peer's folder at /build. Its argument 1 is
// the root, 2 the folder, 3 a new one; the rest is run.
const bareRoot = `
root=$1 work=$2 new=$3; shift 3
mount -t tmpfs tmpfs "$new"
for path in "$root"/*; do
	name=${path##*/}
	if [ -L "$path" ]; then cp -P "$path" "$new/"; else mkdir "$new/$name"; mount --bind "$path" "$new/$name"; fi
done
mkdir -p "$new/build"
mount --bind "$work" "$new/build"
mount --rbind /dev "$new/dev"
mount --rbind /proc "$new/proc"
mount -t tmpfs tmpfs "$new/tmp"
exec chroot "$new" /usr/bin/env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC HOME=/tmp CC=/usr/bin/cc CXX=/usr/bin/c++ /bin/sh -euc "$*"`

// bare runs steps in the root of the closure.
func (c *compared) bare(b *bench, steps [][]string) (usage, error) {
	root, err := c.root()
	if err != nil {
		return usage{}, err
	}
	var script []string
	for _, argv := range steps {
		quoted := make([]string, len(argv))
		for i, arg := range argv {
			quoted[i] = "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
		}
		script = append(script, strings.Join(quoted, " "))
	}
	place := filepath.Join(b.dir, "root")
	if err := os.MkdirAll(place, 0o755); err != nil {
		return usage{}, err
	}
	return timed(command(b.dir, "unshare", "--user", "--map-root-user", "--mount", "sh", "-euc", bareRoot, "sh", root, c.work, place, strings.Join(script, "\n")))
}

// root is the composed closure of the build's toolchain.
func (c *compared) root() (string, error) {
	st, err := store.Open(c.store)
	if err != nil {
		return "", err
	}
	defer st.Close()
	record, ok, err := st.Last("apt/root/" + c.build.Toolchain.Name)
	if err != nil || !ok {
		return "", errors.Join(err, fmt.Errorf("no root of toolchain %s in %s", c.build.Toolchain.Name, c.store))
	}
	root, ok := st.Tree(record.Output)
	if !ok {
		return "", fmt.Errorf("the root of toolchain %s is not in %s", c.build.Toolchain.Name, c.store)
	}
	return root, nil
}
