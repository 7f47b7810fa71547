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
	files := []debarchive.Entry{
		{Name: "./usr/bin/sh", Content: readAll(ts, shell), Mode: 0o755},
		{Name: "./usr/bin/env", Content: readAll(ts, "/usr/bin/env"), Mode: 0o755},
	}
	for _, library := range librariesOf(ts, shell) {
		files = append(files, debarchive.Entry{Name: "." + library, Content: readAll(ts, library), Mode: 0o755})
	}
	return append([]debarchive.Deb{
		{Name: "shell", Version: "1", Fields: "Essential: yes\n", Files: files},
		{Name: "tool", Version: "1.0", Fields: "Depends: lib (>= 1)\n", Compression: ".xz", Files: []debarchive.Entry{
			{Name: "./usr/bin/tool", Content: "#!/bin/sh\nread word </usr/share/lib/word\necho \"made with $word\"\n", Mode: 0o755},
		}},
		{Name: "lib", Version: "1.2", Fields: "Architecture: all\n", Compression: ".zst", Files: []debarchive.Entry{{Name: "./usr/share/lib/word", Content: "care\n"}}},
		{Name: "unrelated", Version: "3", Files: []debarchive.Entry{{Name: "./usr/bin/unrelated", Content: "#!/bin/sh\n", Mode: 0o755}}},
	}, intelPackages()...)
}

// intelPackages have the names, the relations and the layout of Intel's: a compiler
// and a library of two release trains, the library a sibling pinned by its version.
func intelPackages() []debarchive.Deb {
	const top = "./opt/intel/oneapi/"
	debs := []debarchive.Deb{{Name: "libstdc++-12-dev", Version: "12.2.0-14", Files: []debarchive.Entry{
		{Name: "./usr/include/c++/12/vector", Content: "\n"}, {Name: "./usr/include/c++/11/vector", Content: "\n"},
		{Name: "./usr/lib/gcc/x86_64-linux-gnu/12/crtbegin.o", Content: "o"}, {Name: "./usr/lib/gcc/x86_64-linux-gnu/13/crtbegin.o", Content: "no headers"},
	}}}
	for _, train := range []string{"2025.3", "2026.0"} {
		version := train + ".0-10"
		compiler, mkl := top+"compiler/"+train, top+"mkl/"+train
		debs = append(debs,
			debarchive.Deb{Name: "intel-oneapi-compiler-dpcpp-cpp-" + train, Version: version, Fields: "Depends: libstdc++-12-dev, intel-oneapi-compiler-shared-" + train + " (= " + version + ")\n", Files: []debarchive.Entry{
				{Name: compiler + "/bin/icpx", Content: "#!/bin/sh\nread config <\"${0%/*}/icpx.cfg\"\necho \"icpx of $CMPLR_ROOT, $config\"\n", Mode: 0o755},
				{Name: compiler + "/env/vars.sh", Content: strings.Join([]string{
					"echo ':: compiler'", "root=/opt/intel/oneapi/compiler/" + train, "export CMPLR_ROOT=$root", `export PATH="$root/bin:$PATH"`,
					`export LD_LIBRARY_PATH="$root/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`, "",
				}, "\n")},
			}},
			debarchive.Deb{Name: "intel-oneapi-compiler-shared-" + train, Version: version, Files: []debarchive.Entry{{Name: compiler + "/lib/libsycl.so", Content: "sycl"}}},
			debarchive.Deb{Name: "intel-oneapi-mkl-devel-" + train, Version: version, Files: []debarchive.Entry{{Name: mkl + "/env/vars.sh", Content: strings.Join([]string{
				"export MKLROOT=/opt/intel/oneapi/mkl/" + train, `export CPATH="$MKLROOT/include"`, `export LD_LIBRARY_PATH="$MKLROOT/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`, "",
			}, "\n")}}},
		)
	}
	return debs
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
