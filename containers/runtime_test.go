package containers

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/environments"
)

// describe renders files as "path", "path -> link".
func describe(files []File) (lines []string) {
	for _, f := range files {
		line := f.Path
		if f.Mode.Type() == fs.ModeSymlink {
			line += " -> " + f.Link
		}
		lines = append(lines, line)
	}
	return lines
}

// fakeSystem is a root with merged /usr, as Debian has it.
func fakeSystem(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{
		"usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2", "usr/lib/x86_64-linux-gnu/libc.so.6",
		"usr/lib/x86_64-linux-gnu/libstdc++.so.6.0.30", "opt/vendor/lib/libvendor.so.2.5",
	} {
		writeFile(t, filepath.Join(root, name), []byte(name), 0o755)
	}
	if err := os.MkdirAll(filepath.Join(root, "usr/lib64"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{
		"lib": "usr/lib", "lib64": "usr/lib64",
		"usr/lib64/ld-linux-x86-64.so.2":            "/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2",
		"usr/lib/x86_64-linux-gnu/libstdc++.so.6":   "libstdc++.so.6.0.30",
		"usr/lib/x86_64-linux-gnu/loop":             "loop",
		"opt/vendor/lib/libvendor.so.2":             "libvendor.so.2.5",
		"usr/lib/x86_64-linux-gnu/leads-out-of.it":  "/etc/alternatives/x",
		"usr/lib/x86_64-linux-gnu/points-at-nobody": "nobody",
	} {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestRuntimeKeepsLinksAndPlaces(t *testing.T) {
	t.Parallel()
	root := fakeSystem(t)
	libraries := []environments.Library{
		{Name: "libc.so.6", Path: "/usr/lib/x86_64-linux-gnu/libc.so.6"},
		{Name: "libstdc++.so.6", Path: "/usr/lib/x86_64-linux-gnu/libstdc++.so.6.0.30"},
		{Name: "libvendor.so.2", Path: "/opt/vendor/lib/libvendor.so.2.5"},
		{Name: "libown.so", Path: "/opt/stack/lib/libown.so"},
		{Name: "ld-linux-x86-64.so.2", Path: "/lib64/ld-linux-x86-64.so.2"},
	}
	want := []string{
		"/lib -> usr/lib",
		"/lib64 -> usr/lib64",
		"/opt/vendor/lib/libvendor.so.2.5",
		"/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2",
		"/usr/lib/x86_64-linux-gnu/libc.so.6",
		"/usr/lib/x86_64-linux-gnu/libstdc++.so.6 -> libstdc++.so.6.0.30",
		"/usr/lib/x86_64-linux-gnu/libstdc++.so.6.0.30",
		"/usr/lib/x86_64-linux-gnu/libvendor.so.2 -> /opt/vendor/lib/libvendor.so.2.5",
		"/usr/lib64/ld-linux-x86-64.so.2 -> /lib/x86_64-linux-gnu/ld-linux-x86-64.so.2",
	}
	whole := []environments.Mount{{Source: root, Target: "/"}}
	// The same system, mounted piece by piece, as a host's toolchain is.
	pieces := []environments.Mount{
		{Source: filepath.Join(root, "usr"), Target: "/usr"}, {Target: "/lib", Link: "usr/lib"},
		{Target: "/lib64", Link: "usr/lib64"}, {Source: filepath.Join(root, "opt/vendor"), Target: "/opt/vendor"},
	}
	for name, mounts := range map[string][]environments.Mount{"whole": whole, "pieces": pieces} {
		files, err := Runtime(t.TempDir(), libraries, mounts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := describe(files); !slices.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		// They must make a layer: no link above a file, nothing twice.
		if _, err := (Layer{Files: files}).entries(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for path, want := range map[string]string{
		"/usr/lib/x86_64-linux-gnu/loop":             "too many links",
		"/usr/lib/x86_64-linux-gnu/leads-out-of.it":  "find /etc: file does not exist",
		"/usr/lib/x86_64-linux-gnu/points-at-nobody": "nobody: file does not exist",
		"/usr/lib/x86_64-linux-gnu":                  "not a regular file",
	} {
		_, err := Runtime(t.TempDir(), []environments.Library{{Name: "x", Path: path}}, pieces)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", path, err, want)
		}
	}
}

// unpackImage lays all layers of an image into dir, as a container runtime does.
func unpackImage(t testing.TB, image *Image, dir string) {
	t.Helper()
	for i := range image.Manifest.Layers {
		r, err := image.Layer(i)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("tar", "-C", dir, "-xpf", "-")
		cmd.Stdin = r
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("tar: %v\n%s", err, out)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A C++ program, linked dynamically on this machine, runs on a root that holds
// nothing but the image.
func TestImageOfADynamicProgramIsSelfContained(t *testing.T) {
	t.Parallel()
	if os.Getuid() != 0 {
		t.Skip("chroot needs root; the sandbox's own tests run such roots without")
	}
	dir := t.TempDir()
	source := filepath.Join(dir, "hello.cc")
	writeFile(t, source, []byte("#include <iostream>\n#include <unistd.h>\nint main() { std::cout << \"hello from \" << getuid() << std::endl; }\n"), 0o644)
	tree := filepath.Join(dir, "tree")
	if err := os.MkdirAll(filepath.Join(tree, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	native(t, "g++", "-O1", "-o", filepath.Join(tree, "bin/hello"), source)
	var mounts []environments.Mount
	for _, name := range []string{"/usr", "/lib", "/lib64", "/etc/ld.so.cache"} {
		if _, err := os.Stat(name); err == nil {
			mounts = append(mounts, environments.Mount{Source: name, Target: name, ReadOnly: true})
		}
	}
	env := environments.New([32]byte{1}, tree, nil, mounts)
	report, err := env.CheckLoader(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	files, err := Runtime(tree, report.Libraries, mounts)
	if err != nil {
		t.Fatal(err)
	}
	base, err := Base("")
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	mustBuild(t, Spec{Name: "hello", Layers: []Layer{
		{Origin: "runtime", Files: append(files, base...)}, {Origin: "stack", Tree: tree, Mount: "/opt/stack"},
	}}, out, Options{})
	mustVerify(t, out)
	root := filepath.Join(dir, "root")
	if err := os.Mkdir(root, 0o755); err != nil {
		t.Fatal(err)
	}
	unpackImage(t, mustOpen(t, out, "hello"), root)
	if got := native(t, "chroot", "--userspec=1000:1000", root, "/opt/stack/bin/hello"); got != "hello from 1000\n" {
		t.Errorf("got %q", got)
	}
	// Without the closure it must not start, or the test shows nothing.
	for _, f := range files {
		if strings.HasPrefix(filepath.Base(f.Path), "libstdc++.so.6.") {
			if err := os.Remove(filepath.Join(root, f.Path)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if out, err := exec.Command("chroot", root, "/opt/stack/bin/hello").CombinedOutput(); err == nil {
		t.Errorf("it starts without libstdc++: %s", out)
	}
}

func TestRuntimeTakesTheShellsOfScripts(t *testing.T) {
	t.Parallel()
	var mounts []environments.Mount
	for _, name := range []string{"/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache"} {
		if _, err := os.Stat(name); err == nil {
			mounts = append(mounts, environments.Mount{Source: name, Target: name, ReadOnly: true})
		}
	}
	root := t.TempDir()
	has := func(name string) bool {
		files, err := Runtime(root, nil, mounts)
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(files, func(f File) bool { return filepath.Base(f.Path) == name })
	}
	writeFile(t, filepath.Join(root, "share/example.sh"), []byte("#!/bin/sh\n"), 0o644)
	writeFile(t, filepath.Join(root, "bin/other"), []byte("#!/usr/bin/python3\n"), 0o755)
	writeFile(t, filepath.Join(root, "bin/gone"), []byte("#!/nowhere/sh\n"), 0o755)
	writeFile(t, filepath.Join(root, "bin/empty"), nil, 0o755)
	if files, err := Runtime(root, nil, mounts); err != nil || len(files) > 0 {
		t.Errorf("nothing that runs needs a shell: %v, %v", describe(files), err)
	}
	writeFile(t, filepath.Join(root, "bin/plain"), []byte("#! /bin/sh -e\necho plain\n"), 0o755)
	if !has("sh") || !has("libc.so.6") || has("env") {
		t.Error("a shell comes with its libraries, and without env")
	}
	writeFile(t, filepath.Join(root, "bin/found"), []byte("#!/usr/bin/env sh\n"), 0o755)
	if !has("env") {
		t.Error("env is missing")
	}
}

func TestBaseKnowsTheUser(t *testing.T) {
	t.Parallel()
	for user, want := range map[string][]string{
		"":          {"cairn:x:1000:1000:", "/home/cairn 1000:1000"},
		"1234:99":   {"cairn:x:1234:99:", "cairn:x:99:", "/home/cairn 1234:99"},
		"77":        {"cairn:x:77:77:"},
		"0:0":       {"root:x:0:0:"},
		"65534":     {"nobody:x:65534:65534:"},
		"1000:44":   {"cairn:x:1000:44:", "video:x:44:"},
		"0:1000000": {"root:x:0:0:", "cairn:x:1000000:"},
	} {
		files, err := Base(user)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for _, f := range files {
			text.Write(f.Content)
			if f.UID != 0 {
				text.WriteString(fmt.Sprintf("%s %d:%d", f.Path, f.UID, f.GID))
			}
		}
		for _, line := range want {
			if !strings.Contains(text.String(), line) {
				t.Errorf("user %q: no %q in\n%s", user, line, text.String())
			}
		}
		if home := strings.Contains(text.String(), Home+":"); home != (user != "0:0" && user != "65534" && user != "0:1000000") {
			t.Errorf("user %q: a home of its own: %v", user, home)
		}
		if _, err := (Layer{Files: files}).entries(); err != nil {
			t.Errorf("user %q: %v", user, err)
		}
	}
	for _, user := range []string{"root", "1000:users", "-1", "1:2:3", "99999999999"} {
		if _, err := Base(user); err == nil {
			t.Errorf("user %q passed", user)
		}
	}
}
