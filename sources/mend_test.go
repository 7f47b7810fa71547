package sources

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"golang.org/x/sys/unix"
)

// inodes are those of a folder's files, by path.
func inodes(t *testing.T, dir string) map[string]uint64 {
	t.Helper()
	all := map[string]uint64{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			var info fs.FileInfo
			if info, err = d.Info(); err == nil {
				all[path] = info.Sys().(*syscall.Stat_t).Ino
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Whatever a build did to its source, mending it for another commit gives what a fresh
// export gives, and what did not change is not written again.
func TestMendedIsExported(t *testing.T) {
	t.Parallel()
	n := grown(t, 25)
	r := open(t, Options{Mirrors: mirrorOf(n)})
	from, onto := pinOf(n.id("HEAD~12")), pinOf(n.id("HEAD"))
	old, new := mustSource(t, r, from), mustSource(t, r, onto)
	objects, err := r.Objects(context.Background(), onto)
	if err != nil {
		t.Fatal(err)
	}
	tree := Tree{objects, plumbing.Hash(new.Tree)}
	fresh := filepath.Join(t.TempDir(), "fresh")
	if err := ExportTree(context.Background(), tree, fresh, ExportOptions{}); err != nil {
		t.Fatal(err)
	}
	want := listing(t, fresh)
	for seed := range uint64(40) {
		dir := filepath.Join(t.TempDir(), "kept")
		if err := r.Export(context.Background(), from, old, old.Tree, dir); err != nil {
			t.Fatal(err)
		}
		before := inodes(t, dir)
		if seed > 0 { // the first is left as it is
			vandalise(t, dir, rand.New(rand.NewPCG(seed, 1)))
		}
		if err := export(context.Background(), tree, dir, ExportOptions{}, true); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if got := listing(t, dir); got != want {
			t.Fatalf("seed %d: got\n%s\nwant\n%s", seed, got, want)
		}
		for path, inode := range inodes(t, dir) {
			var stat unix.Stat_t
			if err := unix.Stat(path, &stat); err != nil || stat.Nlink != 1 {
				t.Errorf("seed %d: %s has %d names", seed, path, stat.Nlink)
			}
			if before[path] == inode {
				before["kept"]++
			}
		}
		if seed == 0 && before["kept"] < 10 {
			t.Errorf("%d files were not written again", before["kept"])
		}
	}
}

// vandalise does to a folder what a build may do.
func vandalise(t *testing.T, dir string, random *rand.Rand) {
	t.Helper()
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.WriteFile(outside, []byte("not to be touched"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		info, err := os.Stat(outside)
		if content, _ := os.ReadFile(outside); err != nil || string(content) != "not to be touched" || info.Mode() != 0o600 {
			t.Errorf("a file outside is %q, %v", content, err)
		}
	})
	var paths []string
	if err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if path != dir {
			paths = append(paths, path)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		path := paths[random.IntN(len(paths))]
		info, err := os.Lstat(path)
		if err != nil {
			continue // it went with its folder
		}
		beside := fmt.Sprintf("%s.%d", path, i)
		switch what := random.IntN(12); {
		case what == 0:
			err = os.RemoveAll(path)
		case what == 1: // another kind
			err = errors.Join(os.RemoveAll(path), os.MkdirAll(filepath.Join(path, "a/b"), 0o755))
		case what == 2:
			err = errors.Join(os.RemoveAll(path), os.WriteFile(path, []byte("x"), 0o444))
		case what == 3: // to where nothing must be written
			err = errors.Join(os.RemoveAll(path), os.Symlink(outside, path))
		case what == 4:
			err = errors.Join(os.RemoveAll(path), os.Symlink(filepath.Dir(outside), path))
		case what == 5:
			err = errors.Join(os.RemoveAll(path), unix.Mkfifo(path, 0o644))
		case what == 6:
			err = os.WriteFile(beside, []byte("made"), 0o644)
		case what == 7:
			err = errors.Join(os.MkdirAll(filepath.Join(beside, "deep"), 0o755), os.WriteFile(filepath.Join(beside, "deep/file"), nil, 0o400), os.Chmod(beside, 0o500))
		case what == 8 && info.Mode()&fs.ModeSymlink == 0:
			err = os.Chmod(path, 0o777|fs.ModeSetuid)
		case info.Mode().IsRegular() && what == 9: // a second name of the same content
			err = os.Link(path, filepath.Join(filepath.Dir(outside), fmt.Sprint(i)))
		case info.Mode().IsRegular() && what == 10: // as long as before
			content, readErr := os.ReadFile(path)
			if readErr != nil || len(content) == 0 {
				continue
			}
			content[random.IntN(len(content))] ^= 1
			err = os.WriteFile(path, content, 0o644)
		case info.Mode().IsRegular(): // a terabyte of nothing
			err = os.Truncate(path, 1<<40)
		}
		if err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, unix.EFBIG) && !errors.Is(err, unix.ENOTDIR) {
			t.Fatal(err)
		}
	}
}

func smallTree(t *testing.T) Tree {
	t.Helper()
	n := grown(t, 5)
	r := open(t, Options{Mirrors: mirrorOf(n)})
	pin := pinOf(n.id("HEAD"))
	s := mustSource(t, r, pin)
	objects, err := r.Objects(context.Background(), pin)
	if err != nil {
		t.Fatal(err)
	}
	return Tree{objects, plumbing.Hash(s.Tree)}
}

// What is attached to a file or folder decides about what a build does: it goes.
func TestMendTakesAttributesAway(t *testing.T) {
	t.Parallel()
	tree := smallTree(t)
	dir := filepath.Join(t.TempDir(), "kept")
	if err := ExportTree(context.Background(), tree, dir, ExportOptions{}); err != nil {
		t.Fatal(err)
	}
	var all []string
	if err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if path != dir && d.Type()&fs.ModeSymlink == 0 {
			all = append(all, path)
			if err := unix.Setxattr(path, "user.cairn", []byte("x"), 0); err != nil {
				t.Skipf("no attributes here: %v", err)
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := export(context.Background(), tree, dir, ExportOptions{}, true); err != nil {
		t.Fatal(err)
	}
	for _, path := range all {
		if _, err := unix.Getxattr(path, "user.cairn", make([]byte, 8)); !errors.Is(err, unix.ENODATA) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := unix.Setxattr(dir, "user.cairn", []byte("x"), 0); err != nil {
		t.Fatal(err)
	}
	if err := export(context.Background(), tree, dir, ExportOptions{}, true); err == nil || !strings.Contains(err.Error(), "attributes") {
		t.Errorf("got %v", err)
	}
}

func TestMendOfAFolderThatIsNoSource(t *testing.T) {
	t.Parallel()
	tree := smallTree(t)
	dir := t.TempDir()
	deep := filepath.Join(dir, strings.Repeat("d/", maxMendDepth+5))
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := export(context.Background(), tree, dir, ExportOptions{}, true); err == nil || !strings.Contains(err.Error(), "folders deep") {
		t.Errorf("got %v", err)
	}
}
