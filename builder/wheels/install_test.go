package wheels

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cairn/testdata/packageindex"
)

type file = packageindex.File

// install installs a wheel of a package "demo" 1.0 into a new root.
func install(t *testing.T, content []byte, name string) (root string, _ *Installed, _ error) {
	t.Helper()
	archive := filepath.Join(t.TempDir(), "archive")
	if err := os.WriteFile(archive, content, 0o600); err != nil {
		t.Fatal(err)
	}
	root = filepath.Join(t.TempDir(), "root")
	installed, err := Install(t.Context(), archive, name, Target{Root: root, Prefix: "/opt/stack", Python: "3.12"})
	return root, installed, err
}

var demo = []file{
	{Name: "demo/__init__.py", Content: "x = 1\n"},
	{Name: "demo/native.so", Content: "\x7fELF", Mode: 0o755},
	{Name: "demo-1.0.data/purelib/pure.py", Content: "\n"},
	{Name: "demo-1.0.data/scripts/tool", Content: "#!python -s\nprint(1)\n"},
	{Name: "demo-1.0.data/scripts/shell", Content: "#!/bin/sh\n:\n"},
	{Name: "demo-1.0.data/headers/demo.h", Content: "#pragma once\n"},
	{Name: "demo-1.0.data/data/share/demo/table, one", Content: "1,2\n"},
	{Name: "demo-1.0.dist-info/entry_points.txt", Content: "[console_scripts]\ndemo = demo.cli:main\n# no\n[gui_scripts]\ndemo-gui = demo:Gui.run [extra]\n[other]\nx = y\n"},
}

func TestInstall(t *testing.T) {
	t.Parallel()
	root, installed, err := install(t, packageindex.Wheel("demo", "1.0", nil, demo...), "demo-1.0-py3-none-any.whl")
	if err != nil {
		t.Fatal(err)
	}
	site := "lib/python3.12/site-packages/"
	for name, want := range map[string]struct {
		content string
		mode    fs.FileMode
	}{
		site + "demo/__init__.py":             {"x = 1\n", 0o644},
		site + "demo/native.so":               {"\x7fELF", 0o755},
		site + "pure.py":                      {"\n", 0o644},
		"bin/tool":                            {"#!/opt/stack/bin/python3 -s\nprint(1)\n", 0o755},
		"bin/shell":                           {"#!/bin/sh\n:\n", 0o755},
		"include/site/python3.12/demo/demo.h": {"#pragma once\n", 0o644},
		"share/demo/table, one":               {"1,2\n", 0o644},
		"bin/demo":                            {"#!/opt/stack/bin/python3\nimport sys\nfrom demo.cli import main\nif __name__ == \"__main__\":\n    sys.exit(main())\n", 0o755},
		"bin/demo-gui":                        {"#!/opt/stack/bin/python3\nimport sys\nfrom demo import Gui\nif __name__ == \"__main__\":\n    sys.exit(Gui.run())\n", 0o755},
		site + "demo-1.0.dist-info/INSTALLER": {"cairn\n", 0o644},
	} {
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || string(content) != want.content {
			t.Errorf("%s: %v, got %q, want %q", name, err, content, want.content)
			continue
		}
		if info, _ := os.Stat(filepath.Join(root, name)); info.Mode().Perm() != want.mode {
			t.Errorf("%s: got %o, want %o", name, info.Mode().Perm(), want.mode)
		}
	}
	if err := os.Mkdir(filepath.Join(root, site, "demo/__pycache__"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, site, "demo/__pycache__/__init__.cpython-312.pyc"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := installed.Finish(); err != nil {
		t.Fatal(err)
	}
	record, err := os.ReadFile(filepath.Join(root, site, "demo-1.0.dist-info/RECORD"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"demo/__init__.py,sha256=", "demo/__pycache__/__init__.cpython-312.pyc,,\n", "demo-1.0.dist-info/RECORD,,\n",
		"../../../bin/tool,sha256=", "\"../../../share/demo/table, one\",sha256=", "../../../bin/demo-gui,sha256=",
	} {
		if !strings.Contains(string(record), line) {
			t.Errorf("RECORD lacks %q:\n%s", line, record)
		}
	}
}

// TestInstallIsPips holds what is installed against pip's own, where there is one.
func TestInstallIsPips(t *testing.T) {
	t.Parallel()
	pip, err := exec.LookPath("pip")
	if err != nil {
		t.Skip("no pip here")
	}
	content := packageindex.Wheel("demo", "1.0", nil, demo...)
	root, installed, err := install(t, content, "demo-1.0-py3-none-any.whl")
	if err != nil {
		t.Fatal(err)
	}
	if err := installed.Finish(); err != nil {
		t.Fatal(err)
	}
	wheel := filepath.Join(t.TempDir(), "demo-1.0-py3-none-any.whl")
	if err := os.WriteFile(wheel, content, 0o600); err != nil {
		t.Fatal(err)
	}
	theirs := t.TempDir()
	command := exec.Command(pip, "install", "-q", "--no-deps", "--no-index", "--no-compile", "--no-input", "--disable-pip-version-check", "--prefix", theirs, wheel)
	if out, err := command.CombinedOutput(); err != nil {
		t.Skipf("pip does not install here: %v: %s", err, out)
	}
	// pip's interpreter may be of another version; where it puts headers is Debian's or
	// a virtual environment's matter.
	ours, others := listing(t, root), listing(t, theirs)
	for name, content := range ours {
		if strings.HasPrefix(name, "include/") || strings.HasSuffix(name, "/RECORD") || strings.HasSuffix(name, "/INSTALLER") {
			continue
		}
		their, ok := others[name]
		if !ok {
			t.Errorf("pip has no %s", name)
		} else if !strings.HasPrefix(name, "bin/") && their != content {
			t.Errorf("%s: pip has %q, this %q", name, their, content)
		}
		delete(others, name)
	}
	for name := range others {
		if !strings.HasPrefix(name, "include/") && !strings.Contains(name, ".dist-info/") {
			t.Errorf("only pip has %s", name)
		}
	}
}

// listing returns the files below a folder, with the interpreter's version taken out.
func listing(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		parts := strings.Split(strings.TrimPrefix(name, "local/"), "/")
		if parts[0] == "lib" && len(parts) > 2 {
			parts = append([]string{"lib"}, parts[3:]...)
		}
		files[strings.Join(parts, "/")] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestHostileWheels(t *testing.T) {
	t.Parallel()
	const name = "demo-1.0-py3-none-any.whl"
	wheel := func(files ...file) []byte { return packageindex.Wheel("demo", "1.0", nil, files...) }
	ok := file{Name: "demo.py", Content: "1\n"}
	for what, c := range map[string]struct {
		content []byte
		name    string
		want    string
	}{
		"climbs out":         {wheel(file{Name: "../../../../etc/passwd", Content: "x"}), name, "would leave the folder"},
		"absolute":           {wheel(file{Name: "/etc/passwd", Content: "x"}), name, "would leave the folder"},
		"unclean":            {wheel(file{Name: "a/./b", Content: "x"}), name, "would leave the folder"},
		"backslash":          {wheel(file{Name: `a\b`, Content: "x"}), name, "backslash"},
		"link":               {wheel(file{Name: "a", Content: "/etc", Mode: fs.ModeSymlink | 0o777}), name, "symbolic link"},
		"data climbs":        {wheel(file{Name: "demo-1.0.data/data/../../x", Content: "x"}), name, "would leave the folder"},
		"data of nothing":    {wheel(file{Name: "demo-1.0.data/etc/x", Content: "x"}), name, "none of the folders"},
		"script in a folder": {wheel(file{Name: "demo-1.0.data/scripts/a/x", Content: "x"}), name, "script in a folder"},
		"not recorded":       {wheel(file{Name: "demo.py", Content: "x", Unrecorded: true}), name, "is not in RECORD"},
		"another content":    {wheel(file{Name: "demo.py", Content: "evil()\n", Claimed: "good()\n"}), name, "is not what RECORD says"},
		"twice":              {wheel(ok, ok), name, "twice"},
		"twice by data":      {wheel(ok, file{Name: "demo-1.0.data/purelib/demo.py", Content: "2\n"}), name, "installed twice"},
		"file as folder":     {wheel(file{Name: "a", Content: "x"}, file{Name: "a/b", Content: "x"}), name, "cannot be installed"},
		"other name":         {packageindex.Wheel("other", "1.0", nil, ok), name, "no .dist-info folder of its name"},
		"other version":      {wheel(ok), "demo-2.0-py3-none-any.whl", "no .dist-info folder of its name"},
		"program's name":     {wheel(ok, file{Name: "demo-1.0.dist-info/entry_points.txt", Content: "[console_scripts]\n../x = a:b\n"}), name, "names a program"},
		"program's code":     {wheel(ok, file{Name: "demo-1.0.dist-info/entry_points.txt", Content: "[console_scripts]\nx = a:b;evil\n"}), name, "want MODULE:FUNCTION"},
		"bomb":               {wheel(file{Name: "zeros", Content: strings.Repeat("\x00", 17<<20)}), name, "that is no package"},
		"no zip":             {[]byte("PK\x03\x04"), name, "is no zip archive"},
		"no RECORD":          {packageindex.Zip(file{Name: "demo-1.0.dist-info/WHEEL", Content: "Wheel-Version: 1.0\n"}, file{Name: "demo-1.0.dist-info/METADATA", Content: "Name: demo\nVersion: 1.0\n"}), name, "has no RECORD"},
		"format 2":           {packageindex.Zip(file{Name: "demo-1.0.dist-info/WHEEL", Content: "Wheel-Version: 2.0\n"}), name, "wheel format"},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			root, _, err := install(t, c.content, c.name)
			var hostile *HostileError
			if !errors.As(err, &hostile) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if outside, _ := filepath.Glob(filepath.Join(filepath.Dir(root), "*")); len(outside) > 1 {
				t.Errorf("something is beside the root: %v", outside)
			}
		})
	}
	for _, bad := range []string{"demo.whl", "demo-1.0-py3-none-any.zip", "a/demo-1.0-py3-none-any.whl", "demo--py3-none-any.whl", "demo-1-2-3-4-5-6.whl"} {
		if _, _, err := install(t, wheel(ok), bad); err == nil {
			t.Errorf("%s was taken for a wheel's name", bad)
		}
	}
}

func TestSdists(t *testing.T) {
	t.Parallel()
	unpack := func(content []byte, name string) (string, error) {
		archive := filepath.Join(t.TempDir(), "archive")
		dir := t.TempDir()
		if err := os.WriteFile(archive, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return dir, UnpackSdist(t.Context(), archive, name, dir)
	}
	good := packageindex.Sdist(file{Name: "demo-1.0/setup.py", Content: "1\n"}, file{Name: "demo-1.0/run.sh", Content: ":\n", Mode: 0o755},
		file{Name: "demo-1.0/src/link", Content: "../setup.py", Mode: fs.ModeSymlink})
	dir, err := unpack(good, "demo-1.0.tar.gz")
	if err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(filepath.Join(dir, "src/link")); err != nil || string(content) != "1\n" {
		t.Errorf("got %q, %v", content, err)
	}
	if info, err := os.Stat(filepath.Join(dir, "run.sh")); err != nil || info.Mode().Perm()&0o100 == 0 {
		t.Errorf("a program is none any more: %v", err)
	}
	for want, content := range map[string][]byte{
		"would leave":              packageindex.Sdist(file{Name: "../x", Content: "1"}),
		"is not in the folder":     packageindex.Sdist(file{Name: "a/x", Content: "1"}, file{Name: "b/x", Content: "1"}),
		"is in no folder":          packageindex.Sdist(file{Name: "x", Content: "1"}),
		"links to /etc/passwd":     packageindex.Sdist(file{Name: "a/x", Content: "/etc/passwd", Mode: fs.ModeSymlink}),
		"links to ../../x":         packageindex.Sdist(file{Name: "a/b/x", Content: "../../x", Mode: fs.ModeSymlink}),
		"is there twice":           packageindex.Sdist(file{Name: "a/x", Content: "1"}, file{Name: "a/x", Content: "2"}),
		"is empty":                 packageindex.Sdist(),
		"is not compressed":        []byte("no"),
		"larger than a package is": packageindex.Sdist(file{Name: "a/x", Content: strings.Repeat("\x00", 17<<20)}),
	} {
		_, err := unpack(content, "demo-1.0.tar.gz")
		var hostile *HostileError
		if !errors.As(err, &hostile) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	// Damaged within a file, it says where.
	noise := make([]byte, 100_000)
	if _, err := rand.NewChaCha8([32]byte{}).Read(noise); err != nil {
		t.Fatal(err)
	}
	damaged := packageindex.Sdist(file{Name: "demo-1.0/noise", Content: string(noise)})
	_, err = unpack(damaged[:len(damaged)/2], "demo-1.0.tar.gz")
	if hostile := new(HostileError); !errors.As(err, &hostile) || hostile.Entry != "demo-1.0/noise" {
		t.Errorf("damaged: got %v", err)
	}
	if _, err := unpack(good, "demo-1.0.zip"); err == nil {
		t.Error("a zip was taken")
	}
}
