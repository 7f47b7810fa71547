package builder

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/builder/store"
	"cairn/stacks"
)

func TestCommandBuildSeesFixedPathsAndTimes(t *testing.T) {
	b := newBench(t)
	for _, name := range []string{"CAIRN_TEST_SECRET", "LD_AUDIT", "LD_PRELOAD", "LD_LIBRARY_PATH", "GLIBC_TUNABLES", "GCONV_PATH", "BASH_ENV", "ENV", "PERL5LIB", "PYTHONPATH", "PYTHONSTARTUP"} {
		t.Setenv(name, "/of/the/host")
	}
	b.component("tool", files{"in.txt": "text", "run.sh*": "#!/bin/sh\ncat in.txt"}, script(`
		pwd; ./run.sh; echo; stat -c '%n %a %Y' in.txt run.sh .; ls /deps || echo no deps; env | cut -d= -f1 | sort | tr '\n' ' '
	`))
	b.Stack.Components[0].Builds[0].Commands[0][2] = `{ ` + b.Stack.Components[0].Builds[0].Commands[0][2] + ` } >/out/said 2>&1`
	got := b.output(b.run(), "tool", "said")
	want := "/build/source\ntext\nin.txt 644 1000000000\nrun.sh 755 1000000000\n. 755 1000000000\n"
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	const variables = "CAIRN_JOBS CMAKE_BUILD_PARALLEL_LEVEL CTEST_PARALLEL_LEVEL HOME LC_ALL MAKEFLAGS MAX_JOBS PATH PWD SOURCE_DATE_EPOCH TMPDIR TZ all_proxy no_proxy"
	names := strings.Fields(got[strings.LastIndex(strings.TrimSpace(got), "\n")+1:])
	names = slices.DeleteFunc(names, func(name string) bool { // of compilers and a ccache that this machine may lack
		return name == "CC" || name == "CXX" || strings.HasPrefix(name, "CCACHE_")
	})
	if line := strings.Join(names, " "); line != variables {
		t.Errorf("variables: got %q, want %q", line, variables)
	}
}

// A build step that reaches for the network, the home or a place outside its
// output fails. Each script would pass if the sandbox let it.
func TestStepsThatReachOutFail(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	host := t.TempDir()
	if err := os.WriteFile(filepath.Join(host, "secret"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"home":        `ls $HOME`,
		"host file":   `cat ` + filepath.Join(host, "secret"),
		"root's home": `ls /root`,
		"write usr":   `echo x >/usr/bin/evil`,
		"write root":  `mkdir /evil`,
		"write host":  `echo x >` + filepath.Join(host, "evil"),
		"write tools": `echo x >/opt/cairn/bin/cc`,
		"store":       `ls ` + b.store.Dir(),
		"usr local":   `ls /usr/local`,
	} {
		b := *b
		b.Stack.Components = nil
		b.component("tool", files{"f": ""}, script(text+"; echo reached >/out/reached"))
		_, err := b.tryRun()
		var failed *ActionError
		if !errors.As(err, &failed) || failed.ExitCode == 0 || len(failed.FirstError) == 0 {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestPortsOutsideAreUnreachable(t *testing.T) {
	t.Parallel()
	b := newBench(t, "python3")
	b.component("tool", files{"f": ""}, script(`python3 -c 'import socket; socket.create_connection(("192.0.2.1", 80), 2)' && echo reached >/out/reached`))
	_, err := b.tryRun()
	var failed *ActionError
	if !errors.As(err, &failed) || failed.FirstError[0] != "OSError: [Errno 101] Network is unreachable" {
		t.Errorf("got %v, %+v", err, failed)
	}
}

func TestNothingBuiltIsAnError(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("tool", files{"f": ""}, script("true"))
	_, err := b.tryRun()
	var empty *EmptyOutputError
	if !errors.As(err, &empty) || empty.Path != "/out" {
		t.Errorf("got %v", err)
	}
}

// What is not in /opt/stack would be lost.
func TestOutputBesideThePrefixIsAnError(t *testing.T) {
	t.Parallel()
	b := cmakeBench(t)
	b.component("small", files{
		"CMakeLists.txt": "cmake_minimum_required(VERSION 3.10)\nproject(small NONE)\ninstall(FILES CMakeLists.txt DESTINATION share)\ninstall(FILES CMakeLists.txt DESTINATION /etc)\n",
	}, stacks.Build{Kind: stacks.CMakeBuild, ISA: "x86-64-v2", Install: true})
	if _, err := b.tryRun(); err == nil || !strings.Contains(err.Error(), "/etc was installed outside /opt/stack: it would be lost") {
		t.Errorf("got %v", err)
	}
}

// A build cannot change what it is made of: others use the same trees.
func TestInputsCannotBeWritten(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("one", files{"x": ""}, script("echo one >/out/one"))
	b.component("two", files{"x": ""}, script("for at in /deps/one /deps/one/one "+toolsDir+" /usr /etc; do if chmod u+w $at; then echo $at can be changed; exit 1; fi; done; touch /out/two", "one"))
	if _, err := b.tryRun(); err != nil {
		t.Error(err)
	}
}

func TestFailedTreeIsEnteredBySh(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	build := b.component("tool", files{"f": "source"}, script("echo made >made; echo oops >&2; exit 3"))
	_, err := b.tryRun()
	var failed *ActionError
	if !errors.As(err, &failed) || failed.ExitCode != 3 || failed.FirstError[0] != "oops" {
		t.Fatalf("got %v", err)
	}
	if kept, ok := Failed(b.store, "stack/tool.command"); !ok || kept != failed.TreePath {
		t.Errorf("got %q, %v; want %q", kept, ok, failed.TreePath)
	}
	if got := b.shell("cat source/made; echo $SOURCE_DATE_EPOCH"); got != "made\n1000000000\n" {
		t.Errorf("in the failed tree: got %q", got)
	}
	// Who is in it keeps it.
	other, err := store.Open(b.store.Dir())
	if err == nil {
		_, err = other.Collect(t.Context(), store.CollectOptions{})
		err = errors.Join(err, other.Close())
	}
	if _, gone := os.Stat(failed.TreePath); err != nil || gone != nil {
		t.Errorf("after gc: %v, %v", err, gone)
	}
	build.Commands[0][2] = "cp f /out/f"
	if o := b.run(); o.Ran != 1 {
		t.Errorf("got %+v", o)
	}
	if _, ok := Failed(b.store, "stack/tool.command"); ok {
		t.Error("the failed tree outlives the success")
	}
	if got := b.shell("ls source; cat source/f"); got != "f\nsource" {
		t.Errorf("in a fresh tree: got %q", got)
	}
}

func (b *bench) shell(text string) string {
	b.Helper()
	var out strings.Builder
	_, err := Shell(b.Context(), b.Request, b.plan(), "tool", b.store, []string{"sh", "-c", text}, Stdio{Out: &out, Err: &out})
	if err != nil {
		b.Fatal(err)
	}
	return out.String()
}

func TestMissingToolsAreAllNamed(t *testing.T) {
	t.Parallel()
	_, err := HostToolchain(t.Context(), toolchainOf("no-such-compiler", "sh", "no-such-linker"), t.TempDir())
	var missing *MissingProgramsError
	if !errors.As(err, &missing) || len(missing.Programs) != 2 || missing.Programs[0].Name != "no-such-compiler" || missing.Programs[1].Name != "no-such-linker" {
		t.Fatalf("got %v", err)
	}
	if missing.Hint != "" && missing.Hint != "apt-get install no-such-compiler no-such-linker" {
		t.Errorf("got hint %q", missing.Hint)
	}
}

func TestProgramsOfThePersonAreNotUsed(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "my-compiler")
	if err := os.WriteFile(own, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	_, err := HostToolchain(t.Context(), toolchainOf("my-compiler"), t.TempDir())
	var missing *MissingProgramsError
	if !errors.As(err, &missing) || missing.Programs[0].Reason != own+" is not the system's" {
		t.Errorf("got %v", err)
	}
}

func TestFingerprintIsKeptByStat(t *testing.T) {
	t.Parallel()
	cache, dir := t.TempDir(), t.TempDir()
	program := filepath.Join(dir, "cc")
	at := time.Unix(1_000_000_000, 0)
	write := func(text string) {
		at = at.Add(time.Second) // two writes may fall into one tick of the file system's clock
		if err := errors.Join(os.WriteFile(program, []byte(text), 0o755), os.Chtimes(program, at, at)); err != nil {
			t.Fatal(err)
		}
	}
	id := func() string {
		d, err := fingerprint(t.Context(), map[string]string{"cc": program}, cache)
		if err != nil {
			t.Fatal(err)
		}
		return d.String()
	}
	write("one")
	first := id()
	if again := id(); again != first {
		t.Errorf("got %s, then %s", first, again)
	}
	write("two")
	if changed := id(); changed == first {
		t.Error("another compiler has the same fingerprint")
	}
	write("one")
	if back := id(); back != first {
		t.Errorf("the same compiler: got %s, want %s", back, first)
	}
	kept, err := filepath.Glob(filepath.Join(cache, "host-toolchain-*.json"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept: %v, %v", kept, err)
	}
	if err := os.WriteFile(kept[0], []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if back := id(); back != first {
		t.Errorf("with a broken cache: got %s, want %s", back, first)
	}
}

var _ Records = (*store.Store)(nil)

func TestHostRootLeavesThePersonOut(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	for _, dir := range []string{"usr/bin", "usr/lib", "usr/local/bin", "etc/alternatives", "etc/ssl/private", "home/me", "root", "opt/mine", "var/lib"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Symlink("usr/bin", filepath.Join(root, "bin")), os.WriteFile(filepath.Join(root, "etc/shadow"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range hostMounts(root) {
		if m.Link == "" && !m.ReadOnly {
			t.Errorf("%s is writable", m.Target)
		}
		got = append(got, strings.TrimSuffix(m.Target+" "+m.Link, " "))
	}
	if want := "/usr/bin, /usr/lib, /bin usr/bin, /etc/alternatives"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}
