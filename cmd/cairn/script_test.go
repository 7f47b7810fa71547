package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"cairn/builder/otherhost"
	"cairn/builder/sandbox"
	"cairn/testdata/debarchive"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	sandbox.Main()
	otherhost.Main()
	testscript.Main(m, map[string]func(){
		"cairn": func() {
			os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
		},
		"cairn-recorded":     cairnRecorded,
		"without-namespaces": withoutNamespaces,
	})
}

// TestScripts runs what a person would type, one promise a file. HOME and the
// store are the script's own; the network is never needed.
func TestScripts(t *testing.T) {
	shared, err := sharedStore()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { removeStore(shared) })
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			home := filepath.Join(env.WorkDir, "home")
			definitions, err := filepath.Abs("../../stacks/definitions")
			if err != nil {
				return err
			}
			env.Setenv("HOME", home)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(home, ".cache"))
			env.Setenv("STORE", filepath.Join(home, ".cache", "cairn"))
			env.Setenv("SHARED_STORE", shared)
			env.Setenv("DEFINITIONS", definitions)
			env.Setenv("ENGINE", filepath.Join(definitions, "../../cmd/cairn/testdata/engine"))
			env.Setenv("NO_COLOR", "1")
			env.Values[archivesKey{}] = map[string]*debarchive.Archive{}
			env.Values[registriesKey{}] = map[string]*scriptRegistry{}
			preparePackages(env)
			env.Defer(func() { removeStore(env.WorkDir) })
			return os.MkdirAll(home, 0o755)
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "compilers":
				return haveCompilers(), nil
			case "python":
				return havePython() && haveAll("gcc", "g++") && sandbox.Check() == nil, nil
			case "git":
				return haveAll("git"), nil
			case "sandbox":
				return sandbox.Check() == nil, nil
			}
			return false, fmt.Errorf("no such condition")
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"replace":     replaceCommand,
			"offer":       offerCommand,
			"workspace":   workspaceCommand,
			"apt-archive": archiveCommand,
			"killed":      killedCommand,
			"free":        freeCommand,
			"waitfor":     waitforCommand,
			"registry":    registryCommand,
			"key":         keyCommand,
			"tamper":      tamperCommand,
			"match":       matchCommand,
			"mistyped":    mistypedCommand,
			"secrets":     secretsCommand,
			"tattler":     tattlerCommand,
			"answers":     answersCommand,
		},
	})
}

// sharedStore is a store that scripts share which only want ember built.
func sharedStore() (string, error) { return os.MkdirTemp("", "cairn-scripts-store-*") }

// removeStore removes a folder in which a store's read-only trees may stand.
func removeStore(dir string) {
	_ = filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			_ = os.Chmod(path, 0o755)
		}
		return nil
	})
	_ = os.RemoveAll(dir)
}

// haveCompilers says whether this machine can build the example with its own compilers.
func haveCompilers() bool {
	return haveAll("cmake", "ninja", "gcc", "g++") && sandbox.Check() == nil
}

func haveAll(programs ...string) bool {
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			return false
		}
	}
	return true
}

// mistypedCommand is "mistyped COMMAND-LINE ERROR HINT": cairn ends with the status of a
// usage error, at once, without a word on stdout, and both patterns match what it says.
func mistypedCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: mistyped COMMAND-LINE ERROR HINT")
	}
	var exit *exec.ExitError
	err := ts.Exec("cairn", strings.Fields(args[0])...)
	said := ts.ReadFile("stderr")
	if !errors.As(err, &exit) || exit.ExitCode() != exitUsage || ts.ReadFile("stdout") != "" {
		ts.Fatalf("cairn %s: %v, want exit status %d and nothing on stdout:\n%s", args[0], err, exitUsage, said)
	}
	for i, line := range []string{"error: .*" + args[1], "hint: .*" + args[2]} {
		if !regexp.MustCompile("(?m)^cairn: " + line).MatchString(said) {
			ts.Fatalf("cairn %s: its %s does not match %q:\n%s", args[0], []string{"error", "hint"}[i], args[i+1], said)
		}
	}
}

// replaceCommand is "replace OLD NEW FILE": every OLD in FILE becomes NEW; OLD
// must be there.
func replaceCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace OLD NEW FILE")
	}
	content := ts.ReadFile(args[2])
	if !strings.Contains(content, args[0]) {
		ts.Fatalf("%s does not contain %q", args[2], args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(strings.ReplaceAll(content, args[0], args[1])), 0o644))
}

// workspaceCommand is "workspace DIR": a copy of the embedded definitions with
// their committed locks beside them, so that scripts can change them. ember is built
// there by the host's compilers and has no SYCL variants: their closures and sources
// would have to come over a network.
func workspaceCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: workspace DIR")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.CopyFS(dir, os.DirFS(ts.Getenv("DEFINITIONS"))))
	ts.Check(os.WriteFile(filepath.Join(dir, "cairn.hcl"), []byte("cairn {\n  required_version = \">= 0.1\"\n}\n"), 0o644))
	locks := filepath.Join(dir, "lockfiles")
	ts.Check(os.MkdirAll(locks, 0o755))
	found, err := filepath.Glob(filepath.Join(ts.Getenv("DEFINITIONS"), "../../lockfiles/*.lock.hcl"))
	ts.Check(err)
	for _, lock := range found {
		content, err := os.ReadFile(lock)
		ts.Check(err)
		ts.Check(os.WriteFile(filepath.Join(locks, filepath.Base(lock)), content, 0o644))
	}
	ember := filepath.Join(dir, "ember.hcl")
	content, err := os.ReadFile(ember)
	ts.Check(err)
	ts.Check(os.WriteFile(ember, onThisHost(content), 0o644))
	ts.Check(os.Remove(filepath.Join(locks, "ember.lock.hcl")))
	ts.Check(ts.Exec("cairn", "-C", args[0], "lock", "ember"))
}

// onThisHost is ember's definition without closures of packages: what builds with this
// machine's compilers, and is locked without a network.
func onThisHost(definition []byte) []byte {
	definition = regexp.MustCompile(`(?ms)^  variant "(icpx|sycl)" \{.*?^  \}\n`).ReplaceAll(definition, nil)
	closure := regexp.MustCompile(`toolchain\.debian_12\b|(?m)^ *runtime *=.*\n`)
	return closure.ReplaceAllFunc(definition, func(found []byte) []byte {
		if bytes.HasPrefix(found, []byte("toolchain")) {
			return []byte("toolchain.host")
		}
		return nil
	})
}

// killedCommand is "killed TIMES WITHIN PROGRAM…": the program is started so often
// and ended by SIGKILL at a random instant before WITHIN has passed.
func killedCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: killed TIMES WITHIN PROGRAM…")
	}
	times, err := strconv.Atoi(args[0])
	ts.Check(err)
	within, err := time.ParseDuration(args[1])
	ts.Check(err)
	for range times {
		c := exec.Command(args[2], args[3:]...)
		c.Dir = ts.MkAbs(".")
		for _, name := range []string{"HOME", "XDG_CACHE_HOME", "PATH", "TMPDIR"} {
			c.Env = append(c.Env, name+"="+ts.Getenv(name))
		}
		ts.Check(c.Start())
		instant := rand.N(within)
		timer := time.AfterFunc(instant, func() { _ = c.Process.Kill() })
		err := c.Wait()
		timer.Stop()
		ts.Logf("killed after %s: %v", instant, err)
	}
}

// freeCommand is "free NAME LESS": the environment variable NAME becomes what the
// script's disk has free, but for so many MiB.
func freeCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: free NAME LESS")
	}
	var now syscall.Statfs_t
	ts.Check(syscall.Statfs(ts.MkAbs("."), &now))
	less, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Setenv(args[0], fmt.Sprintf("%dMiB", int64(now.Bavail)*now.Bsize>>20-less))
}

// waitforCommand is "waitfor FILE TEXT": it returns once a program that runs in the
// background has written TEXT to FILE.
func waitforCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: waitfor FILE TEXT")
	}
	for deadline := time.Now().Add(5 * time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if text, err := os.ReadFile(ts.MkAbs(args[0])); err == nil && strings.Contains(string(text), args[1]) {
			return
		}
	}
	ts.Fatalf("%s never held %q", args[0], args[1])
}

// withoutNamespaces runs its arguments where the kernel refuses new user
// namespaces: in one whose own limit of them is 0 (user_namespaces(7)).
func withoutNamespaces() {
	if os.Getenv("CAIRN_TEST_INSIDE") == "" {
		c := exec.Command("/proc/self/exe", os.Args[1:]...)
		c.Args[0] = os.Args[0]
		c.Env = append(os.Environ(), "CAIRN_TEST_INSIDE=1")
		c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
		c.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		}
		exitWith(c.Run())
	}
	if err := os.WriteFile("/proc/sys/user/max_user_namespaces", []byte("0"), 0); err != nil {
		exitWith(err)
	}
	c := exec.Command(os.Args[1], os.Args[2:]...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	exitWith(c.Run())
}

func exitWith(err error) {
	if exit, ok := err.(*exec.ExitError); ok {
		os.Exit(exit.ExitCode())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(125)
	}
	os.Exit(0)
}
