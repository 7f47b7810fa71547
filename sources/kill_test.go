package sources

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cairn/digest"
)

// TestMain is also the program that TestKilledAtAnyInstant kills.
func TestMain(m *testing.M) {
	if arg := os.Getenv("CAIRN_TEST_BRING"); arg != "" {
		if err := bringAll(strings.Split(arg, "\n")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// bringAll brings commits from a mirror: store, mirror, ids.
func bringAll(args []string) error {
	r, err := Open(Options{Dir: args[0], Mirrors: []Mirror{{publicURL, args[1]}}})
	if err != nil {
		return err
	}
	for _, text := range args[2:] {
		id, err := digest.ParseGitID(text)
		if err != nil {
			return err
		}
		if _, err := r.Source(context.Background(), pinOf(id)); err != nil {
			return err
		}
		if _, err := r.File(context.Background(), pinOf(id), "c/00.txt"); err != nil {
			return err
		}
	}
	return r.Close()
}

func TestKilledAtAnyInstant(t *testing.T) {
	t.Parallel()
	n := grown(t, 10)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "git")
	args := append([]string{dir, n.dir}, strings.Fields(n.git("rev-list", "HEAD"))...)
	killed := 0
	// Each lives a little longer than the one before, on a machine of any speed.
	for delay := 2 * time.Millisecond; ; delay += delay/6 + time.Millisecond {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), "CAIRN_TEST_BRING="+strings.Join(args, "\n"))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(delay, func() { cmd.Process.Kill() }) //nolint:errcheck // it may have ended
		err := cmd.Wait()
		timer.Stop()
		if found, _ := filepath.Glob(filepath.Join(dir, "engine-*.git")); len(found) == 1 {
			// What git sees is sound after each kill. Files of commits that were not
			// brought whole are there without their trees, so links are not followed.
			(&native{t, found[0]}).git("fsck", "--connectivity-only", "--no-dangling", "--no-reflogs")
		}
		if err == nil {
			break
		}
		if killed++; killed > 80 {
			t.Fatal("it never ends")
		}
	}
	if killed < 3 {
		t.Errorf("killed only %d times", killed)
	}
	r := open(t, Options{Dir: dir, Offline: true})
	for _, text := range args[2:] {
		id, err := digest.ParseGitID(text)
		if err != nil {
			t.Fatal(err)
		}
		mustSource(t, r, pinOf(id))
	}
	only(t, r, "engine-*.git").git("fsck", "--strict", "--full")
	// What killed processes left is gone once somebody locked.
	extra := n.commit("one more")
	mustSource(t, open(t, Options{Dir: dir, Mirrors: mirrorOf(n)}), pinOf(extra))
	for _, pattern := range []string{"*/objects/pack/tmp_*", "*/cairn/incoming-*"} {
		if left, _ := filepath.Glob(filepath.Join(dir, pattern)); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}
