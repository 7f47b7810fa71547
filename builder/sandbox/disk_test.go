package sandbox

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// freeNow is what the disk of a folder has for an ordinary user.
func freeNow(t *testing.T, dir string) int64 {
	t.Helper()
	now, err := roomOf(dir)
	if err != nil {
		t.Fatal(err)
	}
	return now.bytes
}

// bomb runs a script that may write to a folder of its own, and keeps so much free.
func bomb(t *testing.T, dir, script string, keep int64) error {
	t.Helper()
	_, err := Run(context.Background(), Command{Argv: []string{"sh", "-c", script},
		Mounts: append(hostRoot(), Mount{Source: dir, Target: "/build"}), Limits: Limits{KeepFreeBytes: keep}})
	return err
}

func TestDiskBombIsEnded(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"one file":   "cat /dev/zero >/build/x",
		"many files": "n=0; while :; do n=$((n+1)); head -c 1000000 /dev/zero >/build/$n; done",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			const most = 256 << 20
			var full *DiskError
			var err error
			for full == nil || full.Most == "" { // again where others took so much before it began
				if err = bomb(t, dir, script, freeNow(t, dir)-most); !errors.As(err, &full) {
					t.Fatalf("got %v", err)
				}
			}
			if full.Path != dir || full.Most != "/build" || full.FreeBytes >= full.KeepBytes {
				t.Errorf("got %+v", full)
			}
			if full.WroteBytes < most/4 || !strings.Contains(err.Error(), "iB, most of it to /build") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestProgramIsNotBegunOnAFullDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	err := bomb(t, dir, "touch /build/began", freeNow(t, dir)+1<<40)
	var full *DiskError
	if !errors.As(err, &full) || full.Most != "" {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "began")); err == nil {
		t.Error("it was begun")
	}
}

// A disk smaller than what is usually kept free is still of use; what fills it is ended.
func TestSmallDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := unix.Mount("none", dir, "tmpfs", 0, "size=64m,nr_inodes=2000"); err != nil {
		t.Skipf("no tmpfs of one's own: %v", err)
	}
	defer unix.Unmount(dir, unix.MNT_DETACH) //nolint:errcheck // the folder's removal says it
	if err := bomb(t, dir, "head -c 60000000 /dev/zero >/build/x && rm /build/x", 0); err != nil {
		t.Errorf("60 of 64 MiB: %v", err)
	}
	var full *DiskError
	if err := bomb(t, dir, "cat /dev/zero >/build/x; sleep 60", 0); !errors.As(err, &full) || full.Files {
		t.Errorf("bytes: got %v", err)
	}
	if err := os.Remove(filepath.Join(dir, "x")); err != nil {
		t.Fatal(err)
	}
	if err := bomb(t, dir, "exec 3>/build/x; rm /build/x; cat /dev/zero >&3; sleep 60", 0); !errors.As(err, &full) || full.Files {
		t.Errorf("a file without name: got %v", err)
	}
	if err := bomb(t, dir, "n=0; while :; do n=$((n+1)); true >/build/$n || sleep 60; done", 0); !errors.As(err, &full) || !full.Files || !strings.Contains(err.Error(), "files") {
		t.Errorf("files: got %v", err)
	}
}

// Where others fill a disk, a program that writes little is ended late, if at all.
func TestTheOneThatFillsIsEnded(t *testing.T) {
	t.Parallel()
	mine := t.TempDir()
	w, err := newDiskWatch([]Mount{{Source: mine, Target: "/build"}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	w.disks[0].began, w.disks[0].keep = room{bytes: 100 << 20}, room{bytes: 80 << 20}
	left := room{bytes: 70 << 20}
	w.room = func(string) (room, error) { return left, nil }
	if full := w.look(); full != nil {
		t.Errorf("others filled it: got %+v", full)
	}
	if err := os.WriteFile(filepath.Join(mine, "x"), make([]byte, 16<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	if full := w.look(); full == nil {
		t.Errorf("it filled it: got %+v", full)
	}
	left.bytes = 19 << 20
	if err := os.Remove(filepath.Join(mine, "x")); err != nil {
		t.Fatal(err)
	}
	if full := w.look(); full == nil {
		t.Errorf("nothing is left to wait for: got %+v", full)
	}
	left.bytes = 81 << 20
	if full := w.look(); full != nil {
		t.Errorf("there is room: got %+v", full)
	}
}
