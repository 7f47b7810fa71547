package apt

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cairn/builder"
	"cairn/builder/sandbox"
	"cairn/builder/store"
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

// TestRealDebian goes the whole way with this machine's mirror: CAIRN_REAL_APT=1.
// CAIRN_REAL_APT_STORE keeps the store between runs.
func TestRealDebian(t *testing.T) {
	if os.Getenv("CAIRN_REAL_APT") == "" {
		t.Skip("CAIRN_REAL_APT is not set: no network in tests")
	}
	if err := sandbox.Check(); err != nil {
		t.Skip(err)
	}
	dir := os.Getenv("CAIRN_REAL_APT_STORE")
	if dir == "" {
		dir = t.TempDir()
		t.Cleanup(func() { store.RemoveAll(dir) })
	}
	st, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	machine, err := ReadSources("/etc/apt")
	if err != nil {
		t.Fatal(err)
	}
	if len(machine) == 0 {
		t.Skip("this machine has no apt sources")
	}
	var bytesRead int64
	a, err := Open(Options{Store: st, Machine: machine, Events: func(e Event) {
		if e.Kind == MirrorMissed && bytesRead > 0 || e.Kind == Retried {
			t.Logf("%s: %v", e.Kind, e.Err)
		}
		if e.Kind == Downloaded {
			bytesRead += e.Bytes
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	packages := []string{"g++", "cmake", "ninja-build"}
	if extra := os.Getenv("CAIRN_REAL_APT_PACKAGES"); extra != "" {
		packages = strings.Fields(extra)
	}
	def := realToolchain(packages...)
	ctx := context.Background()
	step := func(what string, do func() error) {
		t.Helper()
		started := time.Now()
		if err := do(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		t.Logf("%s: %.2f s", what, time.Since(started).Seconds())
	}
	var lock Locked
	step("resolve", func() error { lock, err = a.Resolve(ctx, def); return err })
	step("resolve again", func() error { _, err := a.Resolve(ctx, def); return err })
	step("fetch", func() error { return a.Fetch(ctx, lock) })
	var size int64
	for _, p := range lock.Packages {
		size += p.SizeBytes
		t.Log(p.Name, p.Version)
	}
	t.Logf("%d packages, %.1f MB, %.1f MB fetched now", len(lock.Packages), float64(size)/1e6, float64(bytesRead)/1e6)
	var c *Closure
	step("closure", func() error { c, err = a.Closure(ctx, lock); return err })
	step("closure again", func() error { c, err = a.Closure(ctx, lock); return err })
	step("prove", func() error { return a.Prove(ctx, def, lock) })
	t.Log(c.Root(), c.Programs())
	compile(t, c)
}

// compile makes and runs a C++ program in the closure's root.
func compile(t *testing.T, c *Closure) {
	t.Helper()
	work := t.TempDir()
	program := "#include <iostream>\n#include <thread>\nint main(){ std::thread t([]{ std::cout << \"hello from a root of its own\\n\"; }); t.join(); }\n"
	if err := os.WriteFile(filepath.Join(work, "hello.cpp"), []byte(program), 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	state, err := sandbox.Run(context.Background(), sandbox.Command{
		Argv: []string{"sh", "-ec", "c++ -O2 -pthread hello.cpp -o hello && ./hello && cmake --version | head -1 && ninja --version && ldconfig -p | head -1"},
		Env:  map[string]string{"PATH": "/usr/bin:/usr/sbin"}, Dir: "/build",
		Mounts: append(c.Mounts(), sandbox.Mount{Source: work, Target: "/build"}),
		Stdout: &out, Stderr: &out,
	})
	t.Logf("%s", out.String())
	if err != nil || state.ExitCode != 0 || !strings.Contains(out.String(), "hello from a root of its own") {
		t.Fatalf("state %+v, %v", state, err)
	}
}
