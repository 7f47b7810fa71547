package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// readOnly returns a place where a folder can be read and nobody can write: another user's,
// or, for root, whom modes do not hold off, a mount.
func readOnly(t *testing.T, dir string) string {
	t.Helper()
	if os.Geteuid() != 0 {
		for _, folder := range []string{dir, filepath.Join(dir, "tmp"), filepath.Join(dir, "roots")} {
			info, err := os.Stat(folder)
			if errors.Is(err, os.ErrNotExist) {
				continue
			}
			if err := errors.Join(err, os.Chmod(folder, 0o555)); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(folder, info.Mode().Perm()) })
		}
		return dir
	}
	at := t.TempDir()
	if err := unix.Mount(dir, at, "", unix.MS_BIND, ""); err != nil {
		t.Skipf("no mounts: %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(at, unix.MNT_DETACH) })
	if err := unix.Mount("", at, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("no mounts that can only be read: %v", err)
	}
	return at
}

// What only looks at a store needs no right to write there.
func TestReadOnlyStoreIsLookedAt(t *testing.T) {
	t.Parallel()
	for name, remove := range map[string][]string{"used before": nil, "never locked": {sweepName, usesName}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			s, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			out := filepath.Join(t.TempDir(), "out")
			if err := errors.Join(os.Mkdir(out, 0o755), os.WriteFile(filepath.Join(out, "x"), []byte("x"), 0o644)); err != nil {
				t.Fatal(err)
			}
			if _, err := s.PutTree(t.Context(), out); err != nil {
				t.Fatal(err)
			}
			if err := s.SetRoot("r", Root{}); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = RemoveAll(filepath.Join(dir, "trees")) })
			for _, file := range remove {
				if err := os.Remove(filepath.Join(dir, file)); err != nil && !errors.Is(err, os.ErrNotExist) {
					t.Fatal(err)
				}
			}
			if s, err = Open(readOnly(t, dir)); err != nil {
				t.Fatal(err)
			}
			c, err := s.Collect(t.Context(), CollectOptions{DryRun: true})
			if err != nil || len(c.Removed) != 1 {
				t.Errorf("got %+v, %v", c, err)
			}
			if err := s.Verify(t.Context(), func(f Fault) { t.Errorf("got %+v", f) }); err != nil {
				t.Error(err)
			}
			if _, err := s.Collect(t.Context(), CollectOptions{}); err == nil {
				t.Error("garbage was collected where nothing can be removed")
			}
		})
	}
}
