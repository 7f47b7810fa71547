package builder

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cairn/stacks"
)

// The wrapper runs in front of a program that prints its arguments.
func TestWrapperArguments(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	real := filepath.Join(dir, "it's real")
	for name, text := range map[string]string{
		"it's real": "#!/bin/sh\nfor a do printf '%s|' \"$a\"; done\n", "evil.rsp": "-O2\n-march=native -c\n", "good.rsp": "-O2 -march=x86-64\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(dir, "c++")
	if err := os.WriteFile(path, []byte(wrappers("comp", &stacks.Build{ISA: "x86-64-v3"}, map[string]string{"c++": real})["c++"]), 0o755); err != nil {
		t.Fatal(err)
	}
	const flags = "-march=x86-64-v3|-ffile-prefix-map=/build=/usr/src/comp|-ffile-prefix-map=/build/source=/usr/src/comp|"
	const link = "-Wl,--build-id=sha1|"
	for _, tc := range []struct{ args, want string }{
		{"a.o -o a", flags + link + "a.o|-o|a|"},
		{"-c a.cpp -o a.o", flags + "-c|a.cpp|-o|a.o|"},
		{"-E a.cpp", flags + "-E|a.cpp|"},
		{"-v", flags + "-v|"},
		{"-dumpmachine", flags + "-dumpmachine|"},
		{"-march=skylake -c a.cpp", flags + "-march=skylake|-c|a.cpp|"}, // the last -march wins
		{"@good.rsp", flags + link + "@good.rsp|"},
		{"-Dnative=-march=nativeish -c a.cpp", flags + "-Dnative=-march=nativeish|-c|a.cpp|"},
		{"-O2 -march=native -c a.cpp", "refused: -march=native "},
		{"-mtune=native a.cpp", "refused: -mtune=native "},
		{"-mcpu=native a.cpp", "refused: -mcpu=native "},
		{"-xHost a.cpp", "refused: -xHost "},
		{"@evil.rsp", "refused: a native option in @evil.rsp"},
	} {
		cmd := exec.Command("/bin/sh", append([]string{path}, strings.Fields(tc.args)...)...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if strings.HasPrefix(tc.want, "refused") {
			if err == nil || !strings.HasPrefix(string(out), "cairn: "+tc.want) {
				t.Errorf("%s: got %q, %v", tc.args, out, err)
			}
		} else if err != nil || string(out) != tc.want {
			t.Errorf("%s: got %q, %v; want %q", tc.args, out, err, tc.want)
		}
	}
}

func TestWrapperCompilesThroughCcacheWhereTheEnvironmentSaysSo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"real": "#!/bin/sh\necho real $*\n", "cache": "#!/bin/sh\necho cached$CCACHE_DEPEND $*\n",
		"wrapper": wrappers("comp", &stacks.Build{}, map[string]string{"cc": dir + "/real", "ccache": dir + "/cache"})["cc"],
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string]string{
		"-c a.c": "cached " + dir + "/real -f", "a.o -o a": "real -f", "-E a.c": "real -f",
		// All headers are written down, or those of -isystem are not.
		"-MD -MF a.d -c a.c": "cached1 " + dir + "/real -f", "-MMD -MD -c a.c": "cached " + dir + "/real -f", "-MD -c a.c -MMD": "cached " + dir + "/real -f",
	} {
		for _, folder := range []string{"CCACHE_DIR=/ccache", "CCACHE_DIR="} {
			if folder == "CCACHE_DIR=" {
				want = "real -f"
			}
			cmd := exec.Command(filepath.Join(dir, "wrapper"), strings.Fields(args)...)
			cmd.Env = append(os.Environ(), folder)
			if out, err := cmd.CombinedOutput(); err != nil || !strings.HasPrefix(string(out), want) {
				t.Errorf("%s with %s: got %q, %v; want %q", args, folder, out, err, want)
			}
		}
	}
}

func TestFirstErrorIsTheCause(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ log, want string }{
		{"[1/2] CXX\nIn file included from a.cpp:1:\na.h:3:5: error: no\n    3 | x\n      | ^\nb.cpp:1:1: error: other\n", "a.h:3:5: error: no|    3 | x|      | ^"},
		{"a.cpp:1:1: warning: error: is a bad name\na.cpp:2:1: fatal error: x.h: No such file\n", "a.cpp:2:1: fatal error: x.h: No such file"},
		{"CMake Warning at CMakeLists.txt:1:\n  old\nCMake Error at CMakeLists.txt:3 (find_package):\n  By not providing\n\n  more\n\n-- Configuring incomplete\n", "CMake Error at CMakeLists.txt:3 (find_package):|  By not providing|  more"},
		{"FAILED: app\n/usr/bin/ld: main.o: in function `main':\nmain.cpp:(.text+0x5): undefined reference to `f()'\ncollect2: error: ld returned 1 exit status\n", "main.cpp:(.text+0x5): undefined reference to `f()'"},
		{"/usr/bin/ld: cannot find -lfoo: No such file or directory\ncollect2: error: ld returned 1\n", "/usr/bin/ld: cannot find -lfoo: No such file or directory"},
		{"start\nTraceback (most recent call last):\n  File \"x.py\", line 1, in <module>\n    y\nNameError: name 'y' is not defined\nmore\n", "NameError: name 'y' is not defined"},
		{"ninja: error: unknown target 'x', did you mean 'y'?\n", "ninja: error: unknown target 'x', did you mean 'y'?"},
		{"make: *** No rule to make target 'x'.  Stop.\n", "make: *** No rule to make target 'x'.  Stop."},
		{"sh: 1: nothing: not found\n", "sh: 1: nothing: not found"},
		{"a.cpp:1:1: error: first\n    cairn: refused: -march=native builds\n  tail\n", "cairn: refused: -march=native builds"},
		{"all is well\n", ""},
	} {
		var f firstError
		for line := range strings.Lines(tc.log) {
			f.add(strings.TrimSuffix(line, "\n"))
		}
		if got := strings.Join(f.lines, "|"); got != tc.want {
			t.Errorf("%q\ngot  %q\nwant %q", tc.log, got, tc.want)
		}
	}
}

func TestProgressOfNinjaAndMake(t *testing.T) {
	t.Parallel()
	for line, want := range map[string][2]int{"[3/31] Building": {3, 31}, "[ 42%] Building": {42, 100}, "[100%] Built": {100, 100}, "[3/31]": {}, "x [3/31] ": {}, "[9/3] odd": {}} {
		done, total, ok := progress(line)
		if ok != (want != [2]int{}) || ok && [2]int{done, total} != want {
			t.Errorf("%q: got %d/%d, %v", line, done, total, ok)
		}
	}
}
