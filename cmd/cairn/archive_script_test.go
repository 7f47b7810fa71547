package main

import (
	"debug/elf"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/testdata/debarchive"

	"github.com/rogpeppe/go-internal/testscript"
)

// archiveCommand is "apt-archive DIR [CHANGE]": a signed apt archive of four packages
// in DIR, its key in DIR.gpg and in the configuration, the key's fingerprint in
// $FINGERPRINT. One of the packages is this machine's shell, so that something can run
// in a closure. Again, it is the same archive changed: "newer", or with a fault.
func archiveCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 || len(args) > 2 {
		ts.Fatalf("usage: apt-archive DIR [CHANGE]")
	}
	dir, change := ts.MkAbs(args[0]), ""
	if len(args) == 2 {
		change = args[1]
	}
	archives, _ := ts.Value(archivesKey{}).(map[string]*debarchive.Archive)
	a := archives[dir]
	if a == nil {
		key, err := debarchive.NewKey("archive")
		ts.Check(err)
		a = &debarchive.Archive{Key: key, Files: map[string][]byte{}}
		archives[dir] = a
	}
	release := debarchive.Release{Date: time.Now().Add(-time.Hour)}
	debs := archivePackages(ts)
	tool, lib := &debs[1], &debs[2]
	switch change {
	case "newer":
		tool.Version, tool.Files[0].Content = "1.1", strings.Replace(tool.Files[0].Content, "made", "newly made", 1)
	case "other-key":
		key, err := debarchive.NewKey("somebody")
		ts.Check(err)
		release.Key = key
	case "expired":
		release.Date, release.ValidUntil = time.Now().Add(-48*time.Hour), time.Now().Add(-24*time.Hour)
	case "unmet":
		tool.Fields = strings.Replace(tool.Fields, "lib (>= 1)", "lib (>= 2)", 1)
	}
	ts.Check(a.Publish(release, debs...))
	switch change {
	case "index-byte":
		for name, content := range a.Files {
			if strings.Contains(name, "/Packages") {
				content[len(content)/2] ^= 1
			}
		}
	case "short":
		a.Files[lib.Path()] = a.Files[lib.Path()][:100]
	case "deb-byte":
		a.Files[lib.Path()][200] ^= 1
	case "moved":
		delete(a.Files, lib.Path())
	}
	ts.Check(a.Write(dir))
	ts.Setenv("FINGERPRINT", debarchive.Fingerprint(a.Key))
	config := filepath.Join(ts.Getenv("HOME"), ".config", "cairn", "config.hcl")
	ts.Check(os.MkdirAll(filepath.Dir(config), 0o755))
	ts.Check(os.WriteFile(config, []byte("keyrings = [\""+dir+".gpg\"]\n"), 0o644))
}

// archivesKey is where a script's archives are kept between commands.
type archivesKey struct{}

// archivePackages are the shell, a tool that needs a library, and something else.
func archivePackages(ts *testscript.TestScript) []debarchive.Deb {
	shell, err := filepath.EvalSymlinks("/bin/sh")
	ts.Check(err)
	files := []debarchive.Entry{{Name: "./usr/bin/sh", Content: readAll(ts, shell), Mode: 0o755}}
	for _, library := range librariesOf(ts, shell) {
		files = append(files, debarchive.Entry{Name: "." + library, Content: readAll(ts, library), Mode: 0o755})
	}
	return []debarchive.Deb{
		{Name: "shell", Version: "1", Fields: "Essential: yes\n", Files: files},
		{Name: "tool", Version: "1.0", Fields: "Depends: lib (>= 1)\n", Compression: ".xz", Files: []debarchive.Entry{
			{Name: "./usr/bin/tool", Content: "#!/bin/sh\nread word </usr/share/lib/word\necho \"made with $word\"\n", Mode: 0o755},
		}},
		{Name: "lib", Version: "1.2", Fields: "Architecture: all\n", Compression: ".zst", Files: []debarchive.Entry{{Name: "./usr/share/lib/word", Content: "care\n"}}},
		{Name: "unrelated", Version: "3", Files: []debarchive.Entry{{Name: "./usr/bin/unrelated", Content: "#!/bin/sh\n", Mode: 0o755}}},
	}
}

func readAll(ts *testscript.TestScript, path string) string {
	content, err := os.ReadFile(path)
	ts.Check(err)
	return string(content)
}

// librariesOf are the loader and the libraries of a program, where the system has them.
func librariesOf(ts *testscript.TestScript, program string) []string {
	var found []string
	seen := map[string]bool{}
	var add func(path string)
	add = func(path string) {
		file, err := elf.Open(path)
		ts.Check(err)
		defer file.Close()
		if section := file.Section(".interp"); section != nil {
			text, err := section.Data()
			ts.Check(err)
			loader := strings.TrimRight(string(text), "\x00")
			if !seen[filepath.Base(loader)] {
				found = append(found, loader)
			}
			seen[filepath.Base(loader)] = true
		}
		needed, err := file.ImportedLibraries()
		ts.Check(err)
		for _, name := range needed {
			for _, folder := range []string{"/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib"} {
				if _, err := os.Stat(filepath.Join(folder, name)); err == nil && !seen[name] {
					seen[name] = true
					found = append(found, filepath.Join(folder, name))
					add(filepath.Join(folder, name))
				}
			}
		}
	}
	add(program)
	return found
}
