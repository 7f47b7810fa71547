package environments

import (
	"debug/elf"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"cairn/digest"
)

// lab is an environment's root beside a base system, both of fake ELF files.
type lab struct {
	t          *testing.T
	root, base string
	variables  map[string]string
}

const fakeInterpreter = "/lib64/ld-fake.so.2"

func newLab(t *testing.T) *lab {
	l := &lab{t: t, root: t.TempDir(), base: t.TempDir(), variables: map[string]string{}}
	fakeELF{soname: "ld-fake.so.2"}.write(t, filepath.Join(l.base, "lib64/ld-fake.so.2"))
	fakeELF{soname: "libc.so.6", needed: []string{"ld-fake.so.2"}}.write(t, filepath.Join(l.base, "usr/lib/libc.so.6"))
	return l
}

func (l *lab) own(path string, f fakeELF)    { l.t.Helper(); f.write(l.t, filepath.Join(l.root, path)) }
func (l *lab) system(path string, f fakeELF) { l.t.Helper(); f.write(l.t, filepath.Join(l.base, path)) }

// program is the usual one: it finds libraries in ../lib.
func program(needed ...string) fakeELF {
	return fakeELF{interpreter: fakeInterpreter, runpath: "$ORIGIN/../lib", needed: append(needed, "libc.so.6")}
}

func (l *lab) check() (LoaderReport, error) {
	runtime := []Mount{
		{Source: filepath.Join(l.base, "lib64"), Target: "/lib64", ReadOnly: true},
		{Source: filepath.Join(l.base, "usr"), Target: "/usr", ReadOnly: true},
	}
	if _, err := os.Stat(filepath.Join(l.base, "etc")); err == nil {
		runtime = append(runtime, Mount{Source: filepath.Join(l.base, "etc"), Target: "/etc", ReadOnly: true})
	}
	return New(digest.Of(nil), l.root, l.variables, runtime).CheckLoader(l.t.Context())
}

func TestLoaderFindsWhatTheLoaderWould(t *testing.T) {
	t.Parallel()
	l := newLab(t)
	l.own("bin/engine", program("libggml.so.0"))
	l.own("lib/libggml.so.0.9", fakeELF{soname: "libggml.so.0", runpath: "${ORIGIN}", needed: []string{"libggml-base.so", "libc.so.6"}})
	symlink(t, "libggml.so.0.9", filepath.Join(l.root, "lib/libggml.so.0"))
	symlink(t, "libggml.so.0", filepath.Join(l.root, "lib/libggml.so"))
	l.own("lib/libggml-base.so", fakeELF{soname: "libggml-base.so", needed: []string{"libc.so.6"}})
	writeFile(t, filepath.Join(l.root, "share/notes.txt"), "no ELF", 0o644)
	symlink(t, "/nowhere", filepath.Join(l.root, "share/dangling"))
	l.own("share/gpu.bin", fakeELF{machine: elf.EM_AMDGPU, needed: []string{"libdevice.so"}})
	got, err := l.check()
	if err != nil {
		t.Fatal(err)
	}
	want := LoaderReport{Objects: 3, Libraries: []Library{
		{"libc.so.6", "/usr/lib/libc.so.6"},
		{"libggml-base.so", "/opt/stack/lib/libggml-base.so"},
		{"libggml.so.0", "/opt/stack/lib/libggml.so.0.9"},
	}}
	if !reflect.DeepEqual(got, want) || got.Own() != 2 {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// A library that the definition says may be missing is told, and no fault: by its own name
// alone.
func TestOptionalLibraries(t *testing.T) {
	t.Parallel()
	l := newLab(t)
	l.own("bin/a", program("libcuda.so.1", "libsycl.so.8"))
	runtime := []Mount{{Source: filepath.Join(l.base, "lib64"), Target: "/lib64"}, {Source: filepath.Join(l.base, "usr"), Target: "/usr"}}
	e := New(digest.Of(nil), l.root, nil, runtime)
	report, err := e.Without([]string{"libcuda.so.1", "libsycl.so.8"}).CheckLoader(t.Context())
	if err != nil || !reflect.DeepEqual(report.Absent, []string{"libcuda.so.1", "libsycl.so.8"}) {
		t.Errorf("got %+v, %v", report, err)
	}
	var fault *LoaderError
	report, err = e.Without([]string{"libcuda.so.1", "libsycl.so"}).CheckLoader(t.Context())
	if !errors.As(err, &fault) || len(fault.Missing) != 1 || fault.Missing[0].Name != "libsycl.so.8" || len(report.Absent) != 1 {
		t.Errorf("got %+v, %v", report, err)
	}
}

// What one module of Python needs another brings, once that is imported: a library that
// lies anywhere else is brought by nobody.
func TestLibrariesOfModules(t *testing.T) {
	t.Parallel()
	const site = "lib/python3.12/site-packages/"
	l := newLab(t)
	l.own(site+"a/ext.so", fakeELF{needed: []string{"libtorch.so", "libplugin.so"}})
	l.own(site+"torch/lib/libtorch.so", fakeELF{})
	l.own("plugins/libplugin.so", fakeELF{})
	report, err := l.check()
	var fault *LoaderError
	if !errors.As(err, &fault) || len(fault.Missing) != 1 || fault.Missing[0].Name != "libplugin.so" {
		t.Errorf("got %v", err)
	}
	if want := []Library{{"libtorch.so", "/opt/stack/" + site + "torch/lib/libtorch.so"}}; !reflect.DeepEqual(report.Imported, want) {
		t.Errorf("got %+v", report)
	}
}

// A link of the environment to a file of the base system is no library of its own.
func TestLinkToTheBaseSystemIsNoDuplicate(t *testing.T) {
	t.Parallel()
	l := newLab(t)
	l.own("bin/a", program("libx.so"))
	l.own("lib/libx.so", fakeELF{soname: "libx.so"})
	l.system("usr/lib/libx.so", fakeELF{soname: "libx.so", needed: []string{"libc.so.6"}})
	symlink(t, "/usr/lib/libx.so", filepath.Join(l.root, "share/libx.so"))
	if _, err := l.check(); err != nil {
		t.Error(err)
	}
}

func TestLoaderFaults(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		build func(*lab)
		want  []string // fault lines; none: all resolves
	}{
		{"missing, with all who want it", func(l *lab) {
			l.own("bin/a", program("libsycl.so.8"))
			l.own("bin/b", program("libsycl.so.8"))
			l.own("bin/c", program("libsycl.so.8"))
		}, []string{"libsycl.so.8 is missing, wanted by /opt/stack/bin/a and 2 more"}},
		{"there, but nobody looks there", func(l *lab) {
			l.own("bin/a", program("libx.so"))
			l.own("plugins/libx.so", fakeELF{})
			symlink(l.t, "../plugins/libx.so", filepath.Join(l.root, "more/libx.so"))
		}, []string{"libx.so is missing, wanted by /opt/stack/bin/a (/opt/stack/plugins/libx.so is in no folder that is searched)"}},
		{"LD_LIBRARY_PATH of the stack", func(l *lab) {
			l.own("bin/a", program("libx.so"))
			l.own("plugins/libx.so", fakeELF{})
			l.variables["LD_LIBRARY_PATH"] = "/none:/opt/stack/plugins"
		}, nil},
		{"another machine's library is passed over", func(l *lab) {
			l.own("bin/a", program("libx.so"))
			l.own("lib/libx.so", fakeELF{machine: elf.EM_PPC})
			l.system("usr/lib/libx.so", fakeELF{})
		}, nil},
		{"RUNPATH is not for what a library needs", func(l *lab) {
			l.own("bin/a", fakeELF{interpreter: fakeInterpreter, runpath: "/opt/stack/deep", needed: []string{"libx.so"}})
			l.own("deep/libx.so", fakeELF{needed: []string{"liby.so"}})
			l.own("deep/liby.so", fakeELF{})
		}, []string{"liby.so is missing, wanted by /opt/stack/deep/libx.so (/opt/stack/deep/liby.so is in no folder that is searched)"}},
		{"RPATH is", func(l *lab) {
			l.own("bin/a", fakeELF{interpreter: fakeInterpreter, rpath: "/opt/stack/deep", needed: []string{"libx.so"}})
			l.own("deep/libx.so", fakeELF{needed: []string{"liby.so"}})
			l.own("deep/liby.so", fakeELF{})
		}, nil},
		{"RPATH beside RUNPATH has no say", func(l *lab) {
			l.own("bin/a", fakeELF{interpreter: fakeInterpreter, rpath: "/opt/stack/deep", runpath: "/none", needed: []string{"libx.so"}})
			l.own("deep/libx.so", fakeELF{})
		}, []string{"libx.so is missing, wanted by /opt/stack/bin/a (/opt/stack/deep/libx.so is in no folder that is searched)"}},
		{"RPATH of the program ends at a library with RUNPATH", func(l *lab) {
			l.own("bin/a", fakeELF{interpreter: fakeInterpreter, rpath: "/opt/stack/deep", needed: []string{"libx.so"}})
			l.own("deep/libx.so", fakeELF{runpath: "/none", needed: []string{"liby.so"}})
			l.own("deep/liby.so", fakeELF{})
		}, []string{"liby.so is missing, wanted by /opt/stack/deep/libx.so (/opt/stack/deep/liby.so is in no folder that is searched)"}},
		{"RPATH beside RUNPATH has no say for libraries either", func(l *lab) {
			l.own("bin/a", fakeELF{interpreter: fakeInterpreter, rpath: "/opt/stack/deep", runpath: "/opt/stack/lib", needed: []string{"libx.so"}})
			l.own("lib/libx.so", fakeELF{needed: []string{"liby.so"}})
			l.own("deep/liby.so", fakeELF{})
		}, []string{"liby.so is missing, wanted by /opt/stack/lib/libx.so (/opt/stack/deep/liby.so is in no folder that is searched)"}},
		{"what the program has loaded, its libraries need not find", func(l *lab) {
			l.own("bin/a", program("libx.so", "liby.so"))
			l.own("lib/libx.so", fakeELF{soname: "libx.so", needed: []string{"liby.so"}})
			l.own("lib/liby.so", fakeELF{soname: "liby.so"})
		}, nil},
		{"a plugin alone must find it", func(l *lab) {
			l.own("bin/a", program("liby.so"))
			l.own("lib/liby.so", fakeELF{soname: "liby.so"})
			l.own("plugins/libx.so", fakeELF{soname: "libx.so", needed: []string{"liby.so"}})
		}, []string{"liby.so is missing, wanted by /opt/stack/plugins/libx.so (/opt/stack/lib/liby.so is in no folder that is searched)"}},
		{"a relative folder is no resolution", func(l *lab) {
			l.own("bin/a", fakeELF{interpreter: fakeInterpreter, runpath: "opt/stack/lib:", needed: []string{"libx.so"}})
			l.own("lib/libx.so", fakeELF{})
		}, []string{"libx.so is missing, wanted by /opt/stack/bin/a (/opt/stack/lib/libx.so is in no folder that is searched)"}},
		{"by path", func(l *lab) {
			l.own("bin/a", fakeELF{interpreter: fakeInterpreter, needed: []string{"$ORIGIN/../lib/libx.so", "/opt/stack/lib/gone.so"}})
			l.own("lib/libx.so", fakeELF{})
		}, []string{"/opt/stack/lib/gone.so is missing, wanted by /opt/stack/bin/a"}},
		{"interpreter", func(l *lab) {
			l.own("bin/a", fakeELF{interpreter: "/lib/ld-musl-x86_64.so.1"})
		}, []string{"/lib/ld-musl-x86_64.so.1 is missing, wanted by /opt/stack/bin/a"}},
		{"two of one name", func(l *lab) {
			l.own("bin/a", program("libx.so"))
			l.own("lib/libx.so", fakeELF{soname: "libx.so"})
			l.own("lib64/libx.so", fakeELF{soname: "libx.so", runpath: "/other"})
		}, []string{"libx.so is there with different content: /opt/stack/lib/libx.so, /opt/stack/lib64/libx.so"}},
		{"two equal ones, a link, and one that nobody needs", func(l *lab) {
			l.own("bin/a", program("libx.so"))
			l.own("lib/libx.so", fakeELF{soname: "libx.so"})
			l.own("copy/libx.so", fakeELF{soname: "libx.so"})
			symlink(l.t, "../lib/libx.so", filepath.Join(l.root, "link/libx.so"))
			l.own("lib/_C.so", fakeELF{})
			l.own("lib64/_C.so", fakeELF{runpath: "/other"})
		}, nil},
		{"own before the base system's", func(l *lab) {
			l.own("bin/a", program("libx.so"))
			l.own("lib/libx.so", fakeELF{soname: "libx.so"})
			l.system("usr/lib/libx.so", fakeELF{soname: "libx.so", runpath: "/other"})
		}, nil},
		{"a link inside the base system, absolute", func(l *lab) {
			l.own("bin/a", program("libx.so"))
			symlink(l.t, "/usr/lib/x/libx.so.1", filepath.Join(l.base, "usr/lib/libx.so"))
			l.system("usr/lib/x/libx.so.1", fakeELF{})
		}, nil},
		{"a link that would only work on the host", func(l *lab) {
			l.own("bin/a", program("libx.so"))
			fakeELF{}.write(l.t, filepath.Join(l.base, "outside/libx.so"))
			symlink(l.t, filepath.Join(l.base, "outside/libx.so"), filepath.Join(l.root, "lib/libx.so"))
		}, []string{"libx.so is missing, wanted by /opt/stack/bin/a"}},
		{"ld.so.conf has no say, ld.so.cache has", func(l *lab) {
			l.own("bin/a", program("libx.so", "libz.so"))
			l.system("usr/local/libx.so", fakeELF{})
			l.system("usr/local/libz.so", fakeELF{})
			writeFile(l.t, filepath.Join(l.base, "etc/ld.so.conf"), "/usr/local\n", 0o644)
			writeFile(l.t, filepath.Join(l.base, "etc/ld.so.cache"), ldCache("libx.so", "/usr/local/libx.so"), 0o644)
		}, []string{"libz.so is missing, wanted by /opt/stack/bin/a"}},
		{"damaged and stripped files", func(l *lab) {
			writeFile(l.t, filepath.Join(l.root, "bin/cut"), "\x7fELF\x02\x01", 0o755)
			l.own("bin/stripped", fakeELF{noSections: true, needed: []string{"libx.so"}})
		}, []string{"/opt/stack/bin/cut: EOF", "/opt/stack/bin/stripped: no section headers: its needs cannot be read"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			l := newLab(t)
			test.build(l)
			_, err := l.check()
			var fault *LoaderError
			var got []string
			if errors.As(err, &fault) {
				got = fault.Faults()
			} else if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestLoaderKnowsImports(t *testing.T) {
	t.Parallel()
	const packages = "lib/python3.11/site-packages/"
	l := newLab(t)
	l.own(packages+"torch/lib/libtorch.so", fakeELF{})
	l.own(packages+"vllm/_C.so", fakeELF{needed: []string{"libtorch.so"}})
	got, err := l.check()
	if err != nil {
		t.Fatal(err)
	}
	if want := []Library{{"libtorch.so", "/opt/stack/" + packages + "torch/lib/libtorch.so"}}; !reflect.DeepEqual(got.Imported, want) {
		t.Errorf("got %+v, want %+v", got.Imported, want)
	}
	// What is no module imports nothing.
	l.own("bin/a", program("libtorch.so"))
	if _, err := l.check(); err == nil || !strings.Contains(err.Error(), "libtorch.so is missing, wanted by /opt/stack/bin/a") {
		t.Errorf("got %v", err)
	}
	// Two that differ: which one is there first decides.
	l = newLab(t)
	l.own(packages+"torch/lib/libtorch.so", fakeELF{})
	l.own(packages+"other/libtorch.so", fakeELF{soname: "libtorch.so"})
	l.own(packages+"vllm/_C.so", fakeELF{needed: []string{"libtorch.so"}})
	if _, err := l.check(); err == nil || !strings.Contains(err.Error(), "libtorch.so is there with different content") {
		t.Errorf("got %v", err)
	}
}

func TestLoaderErrorCountsWhatItLeavesOut(t *testing.T) {
	t.Parallel()
	l := newLab(t)
	l.own("bin/a", program("libx.so", "liby.so", "libz.so"))
	_, err := l.check()
	if err == nil || !strings.HasSuffix(err.Error(), "; and 2 more") || !strings.HasPrefix(err.Error(), "loader check: libx.so is missing") {
		t.Errorf("got %v", err)
	}
}
