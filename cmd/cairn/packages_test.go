package main

import (
	"context"
	"fmt"
	"io/fs"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"cairn/builder/wheels"
	"cairn/digest"
	"cairn/testdata/packageindex"

	"github.com/rogpeppe/go-internal/testscript"
)

// cairnRecorded is cairn with uv's answer in the file $PYLOCK, which "offer" writes.
func cairnRecorded() {
	s := &session{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
	s.runUV = func(_ context.Context, command wheels.Command) error {
		text, err := os.ReadFile(os.Getenv("PYLOCK"))
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(command.Dir, command.Output), text, 0o600)
	}
	os.Exit(s.run(context.Background(), os.Args[1:]))
}

// packagesKey is of a script's package index.
type packagesKey struct{}

// preparePackages gives a script an empty package index at $INDEX/simple, and says
// which Python the system has.
func preparePackages(env *testscript.Env) {
	index := packageindex.New()
	server := httptest.NewServer(index)
	env.Defer(server.Close)
	env.Values[packagesKey{}] = index
	env.Setenv("INDEX", server.URL)
	env.Setenv("PYLOCK", filepath.Join(env.WorkDir, "pylock.toml"))
	env.Setenv("PYTHON_VERSION", systemPython())
}

// systemPython is the version of the system's own Python, "3.11"; empty without one.
func systemPython() string {
	out, err := exec.Command("/usr/bin/python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// havePython reports whether extensions can be built for the system's Python.
func havePython() bool {
	_, err := os.Stat("/usr/include/python" + systemPython() + "/Python.h")
	return err == nil
}

// offerCommand is "offer wheel|sdist NAME VERSION DIR": the folder's files become a
// file of the index and of $PYLOCK. A line of DIR/entry_points.txt is one of the wheel.
func offerCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: offer wheel|sdist NAME VERSION DIR")
	}
	kind, name, version := args[0], args[1], args[2]
	var files []packageindex.File
	root := os.DirFS(ts.MkAbs(args[3]))
	ts.Check(walkFiles(root, func(path string, content []byte) {
		switch {
		case kind == "sdist":
			path = name + "-" + version + "/" + path
		case path == "entry_points.txt":
			path = name + "-" + version + ".dist-info/" + path
		}
		files = append(files, packageindex.File{Name: path, Content: string(content)})
	}))
	file, content := name+"-"+version+"-py3-none-any.whl", []byte(nil)
	entry := "wheels = [{ url = %q, size = %d, hashes = { sha256 = %q } }]"
	if kind == "sdist" {
		file, content = name+"-"+version+".tar.gz", packageindex.Sdist(files...)
		entry = "sdist = { url = %q, size = %d, hashes = { sha256 = %q } }"
	} else {
		content = packageindex.Wheel(name, version, nil, files...)
	}
	ts.Value(packagesKey{}).(*packageindex.Index).Add(file, content)
	pylock, err := os.ReadFile(ts.Getenv("PYLOCK"))
	if os.IsNotExist(err) {
		pylock, err = []byte("lock-version = \"1.0\"\n"), nil
	}
	ts.Check(err)
	pylock = fmt.Appendf(pylock, "[[packages]]\nname = %q\nversion = %q\n"+entry+"\n", name, version, "https://example.org/"+file, len(content), digest.Of(content).Hex())
	ts.Check(os.WriteFile(ts.Getenv("PYLOCK"), pylock, 0o644))
}

// walkFiles calls visit for every file, in the order of their paths.
func walkFiles(root fs.FS, visit func(path string, content []byte)) error {
	return fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(root, path)
		visit(path, content)
		return err
	})
}
