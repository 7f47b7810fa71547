package builder

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/builder/sandbox"
)

func TestOneWheelIsTaken(t *testing.T) {
	t.Parallel()
	for names, want := range map[string]string{
		"a.whl":       "",
		"":            "made 0 wheels, not one",
		"b.whl a.whl": "made 2 wheels, not one: a.whl, b.whl",
		"a.txt":       "made 0 wheels, not one",
	} {
		dir := t.TempDir()
		for _, name := range strings.Fields(names) {
			if err := os.WriteFile(filepath.Join(dir, name), []byte("wheel"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Symlink("/etc/passwd", filepath.Join(dir, "link.whl")); err != nil {
			t.Fatal(err)
		}
		name, err := takeWheel(dir, ".", filepath.Join(t.TempDir(), "wheel"))
		if want == "" && (err != nil || name != names) || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("of %q: got %q, %v; want %q", names, name, err, want)
		}
	}
}

// A Python build that installs beside its wheel would lose what it installed.
func TestPythonBuildThatWritesIntoOut(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "out", "lib"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := (&execution{dir: dir}).onHost(t.Context(), step{})
	if err == nil || !strings.Contains(err.Error(), "the build wrote into /out") {
		t.Errorf("got %v", err)
	}
}

// The compilers' cache goes where it has filled the disk, and only there.
func TestDiskThatIsFull(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	x := &execution{opts: RunOptions{Store: b.store}, toolchain: b.Toolchains["host"]}
	cache, err := b.store.Folder(ccacheFolder + "/" + x.toolchain.ID().Hex())
	if err != nil {
		t.Fatal(err)
	}
	for _, most := range []string{buildDir, ccacheDir} {
		var full *sandbox.DiskError
		if err := x.filled(&sandbox.DiskError{Most: most}); !errors.As(err, &full) || full.Path != b.store.Dir() {
			t.Errorf("got %v", err)
		}
		if _, err := os.Stat(cache); errors.Is(err, os.ErrNotExist) != (most == ccacheDir) {
			t.Errorf("%s filled the disk; the cache: %v", most, err)
		}
	}
}
