package sources

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// listing is every file of a folder with its mode and content.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() == ".git" {
			return errors.Join(err, skipIf(d))
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		content := ""
		switch {
		case d.Type() == fs.ModeSymlink:
			content, err = os.Readlink(path)
		case d.Type().IsRegular():
			var all []byte
			all, err = os.ReadFile(path)
			content = string(all)
		}
		name, _ := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%s %s %q\n", info.Mode(), name, content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func skipIf(d fs.DirEntry) error {
	if d != nil && d.IsDir() && d.Name() == ".git" {
		return filepath.SkipDir
	}
	return nil
}

func TestExportIsWhatGitChecksOut(t *testing.T) {
	t.Parallel()
	n := grown(t, 25)
	commit := n.id("HEAD")
	r := open(t, Options{Mirrors: mirrorOf(n)})
	s := mustSource(t, r, pinOf(commit))
	ours, theirs := filepath.Join(t.TempDir(), "made", "too"), t.TempDir()
	if err := r.Export(context.Background(), pinOf(commit), s, s.Tree, ours); err != nil {
		t.Fatal(err)
	}
	n.git("checkout-index", "-a", "--prefix="+theirs+"/")
	if got, want := listing(t, ours), listing(t, theirs); got != want || strings.Count(got, "\n") < 30 {
		t.Errorf("got\n%s\ngit wrote\n%s", got, want)
	}
	// Git itself, asked for a tree of what we wrote, gives the same id.
	back := &native{t, ours}
	back.git("init", "-q")
	back.git("add", "-A", "-f")
	if got := back.git("write-tree"); got != s.Tree.String() {
		t.Errorf("got tree %s, want %s", got, s.Tree)
	}
	if err := r.Export(context.Background(), pinOf(commit), s, s.Tree, ours); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("a folder with content: %v", err)
	}
}

func TestExportModesDoNotDependOnUmask(t *testing.T) {
	// Not parallel: the mask is the process's.
	n := grown(t, 1)
	r := open(t, Options{Mirrors: mirrorOf(n)})
	s := mustSource(t, r, pinOf(n.id("HEAD")))
	var want string
	for _, mask := range []int{0o022, 0o077, 0o000} {
		old := syscall.Umask(mask)
		out := filepath.Join(t.TempDir(), "out")
		if err := os.Mkdir(out, 0o755); err != nil {
			t.Fatal(err)
		}
		err := r.Export(context.Background(), pinOf(s.Commit), s, s.Tree, out)
		syscall.Umask(old)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(out, 0o755); err != nil {
			t.Fatal(err)
		}
		got := listing(t, out)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("under %03o: got\n%s\nwant\n%s", mask, got, want)
		}
	}
	if !strings.Contains(want, "-rwxr-xr-x bin/run.sh") || !strings.Contains(want, "-rw-r--r-- empty") {
		t.Errorf("got %s", want)
	}
}

// hostile returns a store and a tree of the given lines, "mode name=content".
func hostile(lines ...string) (*Objects, plumbing.Hash) {
	m := newMemory()
	var b bytes.Buffer
	for _, line := range lines {
		head, content, _ := strings.Cut(line, "=")
		id := m.add(plumbing.BlobObject, []byte(content))
		if strings.HasPrefix(line, "40000") {
			inner := fmt.Sprintf("100644 inner\x00%s", id[:])
			id = m.add(plumbing.TreeObject, []byte(inner))
		}
		fmt.Fprintf(&b, "%s\x00%s", head, id[:])
	}
	return &Objects{front: m}, m.add(plumbing.TreeObject, b.Bytes())
}

func TestExportRefusesHostileTrees(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	for name, lines := range map[string][]string{
		"dot dot":                {"40000 ..=x"},
		"dot":                    {"100644 .=x"},
		"dot git":                {"40000 .git=x"},
		"dot GIT":                {"100644 .GiT=x"},
		"slash":                  {"100644 a/../../x=x"},
		"absolute":               {"100644 " + outside + "/x=x"},
		"link and folder":        {"120000 a=" + outside, "40000 a=x"},
		"folder and link":        {"40000 a=x", "120000 a=" + outside},
		"link and file":          {"120000 a=" + outside + "/inner", "100644 a=x"},
		"file twice":             {"100644 a=x", "100644 a=y"},
		"a link without a place": {"120000 a="},
	} {
		objects, tree := hostile(lines...)
		out := filepath.Join(t.TempDir(), "out")
		if err := Export(context.Background(), objects, tree, out, nil); err == nil {
			t.Errorf("%s: exported", name)
		}
		if left, err := os.ReadDir(outside); err != nil || len(left) > 0 {
			t.Fatalf("%s: wrote outside: %v", name, left)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), "*")); !slices.Equal(left, []string{out}) {
			t.Fatalf("%s: wrote beside: %v", name, left)
		}
	}
	// A link that leads out is data, as for git.
	objects, tree := hostile("120000 a="+outside, "160000 module=x", "100664 old=mode\n")
	out := filepath.Join(t.TempDir(), "out")
	if err := Export(context.Background(), objects, tree, out, nil); err != nil {
		t.Fatal(err)
	}
	if got := listing(t, out); !strings.Contains(got, "-rw-r--r-- old") || !strings.Contains(got, "module") || !strings.Contains(got, outside) {
		t.Errorf("got %s", got)
	}
}

func TestExportTellsWhichBlobIsMissing(t *testing.T) {
	t.Parallel()
	m := newMemory()
	id := m.add(plumbing.BlobObject, []byte("x"))
	tree := m.add(plumbing.TreeObject, fmt.Appendf(nil, "100644 gone\x00%s", id[:]))
	delete(m.objects, id)
	err := Export(context.Background(), &Objects{front: m}, tree, filepath.Join(t.TempDir(), "out"), nil)
	var missing *MissingBlobError
	if !errors.As(err, &missing) || missing.Path != "gone" || missing.ID != [20]byte(id) {
		t.Errorf("got %v", err)
	}
	if err := Export(context.Background(), &Objects{front: m}, tree, filepath.Join(t.TempDir(), "out"), []string{"gone"}); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Export(ctx, &Objects{front: m}, tree, filepath.Join(t.TempDir(), "out"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestExportOfManyFolders has more folders than a process may open files.
func TestExportOfManyFolders(t *testing.T) {
	t.Parallel()
	m := newMemory()
	blob := m.add(plumbing.BlobObject, []byte("x"))
	var b bytes.Buffer
	for i := range 1200 {
		inner := m.add(plumbing.TreeObject, fmt.Appendf(nil, "100644 f%d\x00%s", i, blob[:]))
		fmt.Fprintf(&b, "40000 d%04d\x00%s", i, inner[:])
	}
	tree := m.add(plumbing.TreeObject, b.Bytes())
	out := filepath.Join(t.TempDir(), "out")
	if err := Export(context.Background(), &Objects{front: m}, tree, out, nil); err != nil {
		t.Fatal(err)
	}
	found, err := exec.Command("find", out, "-type", "f").Output()
	if err != nil || bytes.Count(found, []byte{'\n'}) != 1200 {
		t.Errorf("%d files, %v", bytes.Count(found, []byte{'\n'}), err)
	}
}
