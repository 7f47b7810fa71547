package environments

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/builder/store"
	"cairn/digest"
)

func contains(text, part string) bool { return strings.Contains(text, part) }

func entries(t *testing.T, dir string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range list {
		names = append(names, entry.Name())
	}
	return names
}

func mustTree(t *testing.T, st *store.Store, d digest.Digest) string {
	t.Helper()
	path, ok := st.Tree(d)
	if !ok {
		t.Fatalf("%s is not in the store", d)
	}
	return path
}

func sameFile(t *testing.T, a, b string) {
	t.Helper()
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	if errA != nil || errB != nil || !os.SameFile(infoA, infoB) {
		t.Errorf("%s and %s are two files: %v, %v", a, b, errA, errB)
	}
}

// ran is an environment with one script, and what running it came to.
type ran struct {
	State
	out, errs string
}

func runScript(t *testing.T, script string, variables map[string]string, change func(*Invocation)) ran {
	t.Helper()
	needSandbox(t)
	st := newStore(t)
	a := output(t, st, "engine", map[string]string{"bin/ember": "!#!/bin/sh\n" + script})
	b := output(t, st, "tools", map[string]string{"share/words": "hello from the stack\n"})
	env, err := Assemble(t.Context(), st, ember(variables), []Output{a, b}, hostRuntime())
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	inv := Invocation{Argv: []string{"ember", "-n", "2"}, Stdout: &out, Stderr: &errs}
	if change != nil {
		change(&inv)
	}
	state, err := env.Run(t.Context(), inv)
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	return ran{state, out.String(), errs.String()}
}

func TestProgramsRunInTheAssembledRoot(t *testing.T) {
	t.Parallel()
	model := filepath.Join(t.TempDir(), "real.gguf")
	writeFile(t, model, "weights", 0o644)
	got := runScript(t, `
cat /opt/stack/share/words
echo "$0 $*"
echo "$PATH|$A|$B|$HOME"
cat
cat /models/m.gguf; echo
pwd
if echo x 2>/dev/null >/models/m.gguf; then echo model is writable; fi
if chmod u+w /opt/stack/share/words 2>/dev/null; then echo root is writable; fi
echo problem >&2
exit 7
`, map[string]string{"A": "stack", "B": "stack"}, func(inv *Invocation) {
		inv.Env = map[string]string{"B": "invocation"}
		inv.Stdin = strings.NewReader("from stdin\n")
		inv.Mounts = []Mount{{Source: model, Target: "/models/m.gguf", ReadOnly: true}}
		inv.Dir = "/opt/stack/share"
	})
	want := `hello from the stack
/opt/stack/bin/ember -n 2
/opt/stack/bin:/usr/bin:/bin|stack|invocation|/cache
from stdin
weights
/opt/stack/share
`
	if got.out != want || got.errs != "problem\n" || got.ExitCode != 7 {
		t.Errorf("got %q, %q, %+v; want %q", got.out, got.errs, got.State, want)
	}
}

// countRuns counts in a file below every cache variable.
const countRuns = `for v in XDG_CACHE_HOME VLLM_CACHE_ROOT SYCL_CACHE_DIR NEO_CACHE_DIR TRITON_CACHE_DIR; do
	eval dir=\$$v; mkdir -p "$dir" && echo run >>"$dir/count" || exit 1
	set -- "$@" $(wc -l <"$dir/count")
done
shift 2; echo "$@"`

func TestColdIsColdAndWarmIsWarm(t *testing.T) {
	t.Parallel()
	cache := filepath.Join(t.TempDir(), "made/when/missing")
	for i, want := range []string{"1 1 1 1 1\n", "2 2 2 2 2\n"} {
		if got := runScript(t, countRuns, nil, func(inv *Invocation) { inv.Cache = cache }); got.out != want {
			t.Errorf("run %d with a cache: got %q, want %q; %s", i+1, got.out, want, got.errs)
		}
	}
	for range 2 {
		if got := runScript(t, countRuns, nil, nil); got.out != "1 1 1 1 1\n" {
			t.Errorf("without a cache: got %q; %s", got.out, got.errs)
		}
	}
	if got := entries(t, cache); !slices.Contains(got, "vllm") || !slices.Contains(got, "count") {
		t.Errorf("the caches are not apart: %v", got)
	}
}

// What lscpu reads is there for every program; what a driver looks for its devices by,
// only with devices; and nothing of it can be written.
func TestProgramsReadTheMachine(t *testing.T) {
	t.Parallel()
	online, err := os.ReadFile("/sys/devices/system/cpu/online")
	if err != nil {
		t.Skip("this machine has no sysfs")
	}
	const script = "cat /sys/devices/system/cpu/online; ls /sys; test ! -w /sys/devices/system/cpu/online && echo read-only"
	want := string(online) + "devices\nread-only\n"
	if got := runScript(t, script, nil, nil); got.out != want {
		t.Errorf("got %q, want %q; %s", got.out, want, got.errs)
	}
	want = string(online) + "bus\nclass\ndev\ndevices\nread-only\n"
	if got := runScript(t, script, nil, func(inv *Invocation) { inv.Devices = []string{"/dev/zero"} }); got.out != want {
		t.Errorf("with a device: got %q, want %q; %s", got.out, want, got.errs)
	}
}

func TestDevicesAreSeenWhereTheyAreAskedFor(t *testing.T) {
	t.Parallel()
	env := New(digest.Of(nil), t.TempDir(), nil, nil)
	c := env.command(Invocation{Argv: []string{"x"}, Devices: []string{"/dev/dri"}, Cache: "/c"})
	want := Mount{Source: "/dev/dri", Target: "/dev/dri", Device: true}
	if !slices.Contains(c.Mounts, want) || c.Network {
		t.Errorf("got %+v", c)
	}
}

func TestTemporaryCachesAreRemoved(t *testing.T) {
	needSandbox(t)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	got := runScript(t, "echo x >/cache/y; chmod 0 /cache/y; echo done", nil, nil)
	if got.out != "done\n" {
		t.Fatalf("got %q %q", got.out, got.errs)
	}
	for _, name := range entries(t, temp) {
		if strings.HasPrefix(name, "cairn-cache-") {
			t.Errorf("left behind: %s", name)
		}
	}
}
