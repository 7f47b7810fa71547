package apt

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/builder"
	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

var _ builder.Toolchain = (*Closure)(nil)

// debianKey signs Debian 12's releases.
const debianKey = "4D64FEC119C2029067D6E791F8D2585B8783D481"

// realToolchain is Debian 12 as of a day on which its release was that of
// 2026-07-11. The host of the address is never reached where the machine's mirror
// has the suite.
func realToolchain(packages ...string) *stacks.Toolchain {
	return &stacks.Toolchain{
		Name: "debian", Kind: stacks.AptToolchain, Packages: packages,
		Distro: &stacks.Distro{Name: "bookworm", Apt: []stacks.AptRepository{{
			Name: "debian", URL: "https://snapshot.debian.org/archive/debian/20261101T000000Z",
			Suite: "bookworm", Components: []string{"main"}, Fingerprint: debianKey,
		}}},
	}
}

// realStore is on the disk of the tests; CAIRN_REAL_APT_STORE keeps it between runs.
func realStore(t *testing.T) *store.Store {
	t.Helper()
	dir := os.Getenv("CAIRN_REAL_APT_STORE")
	if dir == "" {
		dir = filepath.Join(t.TempDir(), "store")
		t.Cleanup(func() { store.RemoveAll(dir) })
	}
	st, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

// TestRealDebian goes the whole way with this machine's mirror: CAIRN_REAL_APT=1.
// CAIRN_REAL_APT_PACKAGES names other packages than the usual.
func TestRealDebian(t *testing.T) {
	if os.Getenv("CAIRN_REAL_APT") == "" {
		t.Skip("CAIRN_REAL_APT is not set: no network in tests")
	}
	if err := sandbox.Check(); err != nil {
		t.Skip(err)
	}
	machine, err := ReadSources("/etc/apt")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(machine, func(s Source) bool { return s.Suite == "bookworm" && archiveName(s.URI) == "debian" }) {
		t.Skip("this machine has no mirror of Debian 12")
	}
	var fetched int64
	a, err := Open(Options{Store: realStore(t), Machine: machine, Events: func(e Event) {
		if e.Kind == Downloaded {
			fetched += e.Bytes
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	packages := strings.Fields(cmp.Or(os.Getenv("CAIRN_REAL_APT_PACKAGES"), "g++ cmake ninja-build"))
	def := realToolchain(packages...)
	step := func(what string, do func() error) {
		t.Helper()
		started := time.Now()
		if err := do(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		t.Logf("%s: %.3f s", what, time.Since(started).Seconds())
	}
	var lock Locked
	var c *Closure
	step("resolve", func() error { lock, err = a.Resolve(t.Context(), def); return err })
	step("resolve again", func() error { _, err := a.Resolve(t.Context(), def); return err })
	step("fetch", func() error { return a.Fetch(t.Context(), lock) })
	step("closure", func() error { c, err = a.Closure(t.Context(), lock); return err })
	step("closure again", func() error { c, err = a.Closure(t.Context(), lock); return err })
	step("prove", func() error { return a.Prove(t.Context(), def, lock) })
	step("compose again", func() error {
		trees, err := a.unpackAll(t.Context(), lock)
		if err != nil {
			return err
		}
		tree, err := a.compose(t.Context(), lock.Packages, trees)
		if err == nil && tree != c.Tree() {
			err = fmt.Errorf("the tree is %s, and was %s", tree, c.Tree())
		}
		return err
	})
	var size int64
	for _, p := range lock.Packages {
		size += p.SizeBytes
	}
	t.Logf("%d packages, %.1f MB, %.1f MB of them fetched now", len(lock.Packages), float64(size)/1e6, float64(fetched)/1e6)
	t.Run("compiles", func(t *testing.T) { compile(t, c) })
	t.Run("builds with cmake", func(t *testing.T) { buildWith(t, c) })
	t.Run("loader", func(t *testing.T) { askLoader(t, c) })
	t.Run("apt chooses the same", func(t *testing.T) { askApt(t, packages, lock) })
}

// TestRealChoices holds the resolver against apt's own on larger wishes. Nothing but
// indexes is fetched.
func TestRealChoices(t *testing.T) {
	if os.Getenv("CAIRN_REAL_APT") == "" {
		t.Skip("CAIRN_REAL_APT is not set: no network in tests")
	}
	machine, err := ReadSources("/etc/apt")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(machine, func(s Source) bool { return s.Suite == "bookworm" && archiveName(s.URI) == "debian" }) {
		t.Skip("this machine has no mirror of Debian 12")
	}
	a, err := Open(Options{Store: realStore(t), Machine: machine})
	if err != nil {
		t.Fatal(err)
	}
	for _, wish := range []string{
		"build-essential python3-dev git", "clang lld libboost-context-dev nlohmann-json3-dev", "libopenblas-dev gfortran liblapack-dev",
		"ocl-icd-opencl-dev libze-dev libvulkan-dev", "libboost-all-dev libopenmpi-dev", "default-jdk-headless nodejs",
	} {
		packages := strings.Fields(wish)
		started := time.Now()
		lock, err := a.Resolve(t.Context(), realToolchain(packages...))
		if err != nil {
			t.Errorf("%s: %v", wish, err)
			continue
		}
		t.Logf("%s: %d packages, %.2f s", wish, len(lock.Packages), time.Since(started).Seconds())
		askApt(t, packages, lock)
	}
}

// inside runs a script in a closure's root and returns what it printed.
func inside(t *testing.T, c *Closure, script string, mounts ...sandbox.Mount) string {
	t.Helper()
	var out, faults bytes.Buffer
	state, err := sandbox.Run(t.Context(), sandbox.Command{
		Argv: []string{"sh", "-ec", script}, Env: map[string]string{"PATH": "/usr/bin:/usr/sbin"}, Dir: "/tmp",
		Mounts: append(c.Mounts(), mounts...), Stdout: &out, Stderr: &faults,
	})
	if err != nil || state.ExitCode != 0 {
		t.Fatalf("%s: %+v, %v\n%s%s", script, state, err, out.String(), faults.String())
	}
	return out.String()
}

// compile makes and runs a C++ program in the closure's root.
func compile(t *testing.T, c *Closure) {
	got := inside(t, c, `cat >hello.cpp <<'END'
#include <iostream>
#include <thread>
int main() { std::thread t([] { std::cout << "hello from a root of its own\n"; }); t.join(); }
END
c++ -O2 -pthread hello.cpp -o hello
./hello
test ! -e /usr/local/bin/go && test ! -e /home/$(id -un)`)
	if got != "hello from a root of its own\n" {
		t.Errorf("got %q", got)
	}
}

// askLoader holds the loader's cache against what the closure's own ldconfig makes,
// and shows that the loader finds the standard folders without a cache too.
func askLoader(t *testing.T, c *Closure) {
	ours := strings.Split(inside(t, c, "ldconfig -p"), "\n")
	theirs := strings.Split(inside(t, c, "ldconfig -C /tmp/cache && ldconfig -C /tmp/cache -p"), "\n")
	list := func(lines []string) []string {
		lines = slices.DeleteFunc(lines, func(l string) bool { return !strings.HasPrefix(l, "\t") })
		slices.Sort(lines)
		return lines
	}
	ours, theirs = list(ours), list(theirs)
	for _, l := range theirs {
		if !slices.Contains(ours, l) {
			t.Errorf("ldconfig has %s", l)
		}
	}
	for _, l := range ours {
		if !slices.Contains(theirs, l) {
			t.Errorf("ldconfig does not have %s", l)
		}
	}
	if len(ours) < 50 {
		t.Errorf("only %d libraries", len(ours))
	}
	inside(t, c, "ld.so --inhibit-cache /usr/bin/cmake --version")
}

// oneFile is a source of a build.
type oneFile map[string]string

func (s oneFile) ID() digest.Digest { return digest.NewKey("test").Map("files", s).Sum() }

func (s oneFile) Export(_ context.Context, dir string) error {
	for name, content := range s {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// buildWith gives the closure to the builder.
func buildWith(t *testing.T, c *Closure) {
	def := realToolchain()
	component := &stacks.Component{Name: "hello", Builds: []*stacks.Build{{
		Kind: stacks.CMakeBuild, Name: "cmake", Toolchain: def, ISA: "x86-64-v2", Install: true,
	}}}
	request := builder.Request{
		Stack: &stacks.Stack{Name: "hello", Components: []*stacks.Component{component}}, SourceDateEpoch: 1,
		Toolchains: map[string]builder.Toolchain{def.Name: c},
		Sources: map[string]builder.Source{"hello": oneFile{
			"CMakeLists.txt": "cmake_minimum_required(VERSION 3.20)\nproject(hello CXX)\nadd_executable(hello hello.cpp)\ninstall(TARGETS hello)\n",
			"hello.cpp":      "#include <cstdio>\nint main() { std::puts(\"hello\"); }\n",
		}},
	}
	st, err := store.Open(filepath.Join(t.TempDir(), "store"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.RemoveAll(st.Dir())
	defer st.Close()
	plan, err := builder.NewPlan(request, st)
	if err != nil {
		t.Fatal(err)
	}
	started := time.Now()
	outcome, err := builder.Run(t.Context(), request, plan, builder.RunOptions{Store: st})
	if err != nil {
		t.Fatal(err)
	}
	tree, _ := st.Tree(outcome.Outputs[0].Tree)
	got := inside(t, c, "/opt/stack/bin/hello", sandbox.Mount{Source: tree, Target: "/opt/stack", ReadOnly: true})
	if got != "hello\n" || outcome.Impure {
		t.Errorf("got %q, impure %v", got, outcome.Impure)
	}
	t.Logf("%.2f s", time.Since(started).Seconds())
}

// askApt lets apt's own resolver choose from the same indexes. It is told not to
// count apt itself as essential, which it does for its own safety, and to take
// usr-is-merged, as a merged system would.
func askApt(t *testing.T, packages []string, lock Locked) {
	if _, err := exec.LookPath("apt-get"); err != nil {
		t.Skip("apt-get, the oracle, is not installed")
	}
	dir := t.TempDir()
	sources, err := ReadSources("/etc/apt")
	if err != nil {
		t.Fatal(err)
	}
	list := ""
	for _, s := range sources {
		if s.Suite == "bookworm" && archiveName(s.URI) == "debian" {
			list = fmt.Sprintf("deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s bookworm main\n", s.URI)
		}
	}
	for _, folder := range []string{"state/lists/partial", "cache/archives/partial", "etc/apt.conf.d", "etc/preferences.d"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	conf := fmt.Sprintf(`Dir "%[1]s"; Dir::State "%[1]s/state"; Dir::State::status "%[1]s/status"; Dir::Cache "%[1]s/cache"; Dir::Etc "%[1]s/etc";
APT::Architecture "amd64"; APT::Architectures "amd64"; APT::Install-Recommends "false"; Acquire::Languages "none"; pkgCacheGen::ForceEssential ",";
APT::Sandbox::User "root"; Debug::NoLocking "true";`, dir)
	for name, content := range map[string]string{"conf": conf, "status": "", "etc/sources.list": list} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	apt := func(args ...string) string {
		cmd := exec.CommandContext(t.Context(), "apt-get", args...)
		cmd.Env = append(os.Environ(), "APT_CONFIG="+filepath.Join(dir, "conf"))
		var faults bytes.Buffer
		cmd.Stderr = &faults
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("apt-get %v: %v\n%s", args, err, faults.String())
		}
		return string(out)
	}
	apt("update")
	out := apt(append([]string{"install", "-y", "--print-uris", "?essential", "usr-is-merged"}, packages...)...)
	theirs := map[string]bool{}
	for line := range strings.Lines(out) {
		if words := strings.Fields(line); len(words) == 4 && strings.HasPrefix(line, "'") {
			name, _, _ := strings.Cut(words[1], "_")
			theirs[name] = true
		}
	}
	ours := map[string]bool{}
	for _, p := range lock.Packages {
		ours[p.Name] = true
		if !theirs[p.Name] {
			t.Errorf("apt does not take %s", p.Name)
		}
	}
	for name := range theirs {
		if !ours[name] {
			t.Errorf("apt takes %s", name)
		}
	}
	t.Logf("apt takes %d packages", len(theirs))
}
