package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// rebaseOnto is where ember's history goes on to: one patch has landed there, one conflicts.
const rebaseOnto = "84f02fc45ba15d95beb351ed0e9d350f3e1bcea1"

// killedWorkspace is a workspace whose rebase is killed, and the environment of cairn.
type killedWorkspace struct {
	t    *testing.T
	dir  string
	env  []string
	seen int // changes in the workspace during the last run
}

// newKilledWorkspace copies the files of ember.
func newKilledWorkspace(t *testing.T, env []string) *killedWorkspace {
	t.Helper()
	w := &killedWorkspace{t: t, dir: filepath.Join(t.TempDir(), "ws"), env: env}
	const definitions = "../../stacks/definitions"
	if err := os.CopyFS(filepath.Join(w.dir, "patches", "ember"), os.DirFS(definitions+"/patches/ember")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(w.dir, "lockfiles"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"common.hcl", "ember.hcl"} {
		content, err := os.ReadFile(filepath.Join(definitions, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(w.dir, name), onThisHost(content), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if status, out := w.cairn(0, "lock", "ember"); status != 0 {
		t.Fatalf("lock: status %d: %s", status, out)
	}
	return w
}

// cairn runs a command on the workspace, and kills it at the change of that number in
// the workspace; 0 is never. It returns the exit status, -1 if it was killed.
func (w *killedWorkspace) cairn(killAt int, args ...string) (status int, output string) {
	w.t.Helper()
	c := exec.Command("cairn", append([]string{"-C", w.dir}, args...)...)
	c.Env = w.env
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	watch, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	if err != nil {
		w.t.Fatal(err)
	}
	events := os.NewFile(uintptr(watch), "inotify") // its reads wait, and end when it is closed
	add := func(dir string) { _, _ = unix.InotifyAddWatch(watch, dir, watchedChanges) }
	w.eachFolder(add)
	if err := c.Start(); err != nil {
		w.t.Fatal(err)
	}
	counted := make(chan int)
	go func() {
		count := 0
		buffer := make([]byte, 4096)
		for {
			n, err := events.Read(buffer)
			if err != nil {
				break
			}
			for at := 0; at+unix.SizeofInotifyEvent <= n; {
				at += unix.SizeofInotifyEvent + int(buffer[at+12]) + int(buffer[at+13])<<8
				count++
				if count == killAt {
					_ = c.Process.Kill()
				}
			}
			w.eachFolder(add) // new ones
		}
		counted <- count
	}()
	err = c.Wait()
	_ = events.Close()
	w.seen = <-counted
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		w.t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), out.String()
}

const watchedChanges = unix.IN_CREATE | unix.IN_MODIFY | unix.IN_CLOSE_WRITE | unix.IN_MOVED_TO | unix.IN_DELETE

func (w *killedWorkspace) eachFolder(f func(dir string)) {
	_ = filepath.WalkDir(w.dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			f(path)
		}
		return nil
	})
}

// files are the workspace's, without what cairn keeps for itself.
func (w *killedWorkspace) files() map[string]string {
	w.t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(w.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			if err == nil && entry.Name() == ".cairn" {
				return fs.SkipDir
			}
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(w.dir, path)
		if !strings.HasPrefix(filepath.Base(name), ".") { // a temporary file of one that was killed
			files[name] = string(content)
		}
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return files
}

// nothingLeft looks for what cairn would keep for itself.
func (w *killedWorkspace) nothingLeft(kill int) {
	w.t.Helper()
	if left, err := os.ReadDir(filepath.Join(w.dir, ".cairn", "rebase")); err != nil || len(left) > 0 {
		w.t.Fatalf("kill %d: left behind: %v, %v", kill, left, err)
	}
	w.eachFolder(func(dir string) {
		if left, _ := filepath.Glob(filepath.Join(dir, ".*.tmp-*")); len(left) > 0 {
			w.t.Fatalf("kill %d: left behind: %v", kill, left)
		}
	})
}

// resolve settles the one conflict as the tutorial does; it may have been settled.
func (w *killedWorkspace) resolve() {
	w.t.Helper()
	found := ""
	w.eachFolder(func(dir string) {
		path := filepath.Join(dir, "bench.cpp")
		if _, err := os.Stat(path); err == nil && strings.Contains(dir, "conflict-") {
			found = path
		}
	})
	if found == "" {
		return
	}
	content, err := os.ReadFile(found)
	if err != nil {
		w.t.Fatal(err)
	}
	var kept []string
	part := ' '
	for line := range strings.Lines(string(content)) {
		switch {
		case strings.HasPrefix(line, "<<<<<<<"):
			part = 'o'
		case strings.HasPrefix(line, "|||||||"):
			part = 'b'
		case strings.HasPrefix(line, "======="):
			part = 't'
		case strings.HasPrefix(line, ">>>>>>>"):
			part = ' '
		case part == ' ', part == 'o', part == 't' && strings.Contains(line, "range_json"):
			kept = append(kept, line)
		}
	}
	if err := os.WriteFile(found, []byte(strings.Join(kept, "")), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// sameFiles says in which file two workspaces differ, "" if in none.
func sameFiles(a, b map[string]string) string {
	for name := range a {
		if content, ok := b[name]; !ok || content != a[name] {
			return name
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			return name
		}
	}
	return ""
}

// TestRebaseKilled kills "cairn rebase" and its --continue at many of the changes that
// they make in a workspace. Whatever the instant, every file is the old one or the new
// one, the next command of any kind finds all of them old or all new, --status says what
// is so, and --continue or --abort go on from there.
func TestRebaseKilled(t *testing.T) {
	kills := 8
	if n, err := strconv.Atoi(os.Getenv("CAIRN_KILLS")); err == nil {
		kills = n
	}
	home := t.TempDir()
	t.Cleanup(func() { removeStore(home) })
	env := append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+filepath.Join(home, ".cache"), "NO_COLOR=1")

	whole := newKilledWorkspace(t, env)
	before := whole.files()
	if status, out := whole.cairn(0, "rebase", "ember", "--onto", rebaseOnto); status != exitPatch {
		t.Fatalf("status %d: %s", status, out)
	}
	startChanges := whole.seen
	whole.resolve()
	if status, out := whole.cairn(0, "rebase", "ember", "--continue"); status != 0 {
		t.Fatalf("status %d: %s", status, out)
	}
	continueChanges := whole.seen
	after := whole.files()
	t.Logf("%d changes until the stop, %d from there to the end", startChanges, continueChanges)

	finished, aborted, unbegun := 0, 0, 0
	for i := range kills {
		w := newKilledWorkspace(t, env)
		if i%4 == 0 {
			w.cairn(1+i*startChanges/kills, "rebase", "ember", "--onto", rebaseOnto)
		} else {
			w.cairn(0, "rebase", "ember", "--onto", rebaseOnto)
			w.resolve()
			w.cairn(1+i*continueChanges/kills, "rebase", "ember", "--continue")
		}
		for name, content := range w.files() {
			if content != before[name] && content != after[name] {
				t.Fatalf("kill %d: %s is neither the old nor the new file", i, name)
			}
		}
		// A command that only reads must find one state.
		if status, out := w.cairn(0, "check", "ember"); status != 0 {
			t.Fatalf("kill %d: check ends with %d: %s", i, status, out)
		}
		now := w.files()
		old, made := sameFiles(now, before) == "", sameFiles(now, after) == ""
		if !old && !made {
			t.Fatalf("kill %d: the workspace is neither the old one (%s) nor the new one (%s)", i, sameFiles(now, before), sameFiles(now, after))
		}
		status, out := w.cairn(0, "rebase", "ember", "--status")
		switch {
		case made && status == exitUsage && strings.Contains(out, "no rebase is under way"):
			finished++
			continue
		case made:
			t.Fatalf("kill %d: the series is written, and --status ends with %d: %s", i, status, out)
		case status == exitUsage && strings.Contains(out, "no rebase is under way"):
			unbegun++
			if status, out := w.cairn(0, "rebase", "ember", "--onto", rebaseOnto); status != exitPatch {
				t.Fatalf("kill %d: it does not begin anew: %d: %s", i, status, out)
			}
		case status == exitPatch && strings.Contains(out, "bench-range"), status == 0 && strings.Contains(out, "nothing is left to decide"):
		default:
			t.Fatalf("kill %d: --status ends with %d: %s", i, status, out)
		}
		if i%3 == 0 {
			aborted++
			if status, out := w.cairn(0, "rebase", "ember", "--abort"); status != 0 {
				t.Fatalf("kill %d: --abort ends with %d: %s", i, status, out)
			}
			if name := sameFiles(w.files(), before); name != "" {
				t.Fatalf("kill %d: after --abort %s is not what it was", i, name)
			}
			w.cairn(0, "rebase", "ember", "--onto", rebaseOnto)
		}
		w.resolve()
		if status, out := w.cairn(0, "rebase", "ember", "--continue"); status != 0 {
			t.Fatalf("kill %d: --continue ends with %d: %s", i, status, out)
		}
		if name := sameFiles(w.files(), after); name != "" {
			t.Fatalf("kill %d: %s is not what an unbroken rebase writes", i, name)
		}
		w.nothingLeft(i)
	}
	t.Logf("%d kills: %d after the end was certain, %d before there was a session, %d aborted; the others went on", kills, finished, unbegun, aborted)
}
