package environments

import (
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/digest"
)

// hostRuntime is the host's base system as far as it exists.
func hostRuntime() (mounts []Mount) {
	for _, dir := range []string{"/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache"} {
		if _, err := os.Stat(dir); err == nil {
			mounts = append(mounts, Mount{Source: dir, Target: dir, ReadOnly: true})
		}
	}
	return mounts
}

// The real loader, asked to list instead of to run, must find the same files.
func TestCheckLoaderAgainstTheRealLoader(t *testing.T) {
	t.Parallel()
	cc, err := exec.LookPath("cc")
	if err != nil {
		t.Skip("no C compiler here: the real loader cannot be asked")
	}
	root := t.TempDir()
	if root, err = filepath.EvalSymlinks(root); err != nil {
		t.Fatal(err)
	}
	compile := func(output, source string, args ...string) {
		t.Helper()
		path := filepath.Join(root, output)
		writeFile(t, path+".c", source, 0o644)
		command := exec.Command(cc, append([]string{"-o", path, path + ".c"}, args...)...)
		if out, err := command.CombinedOutput(); err != nil {
			t.Skipf("the C compiler cannot build the oracle's programs: %v\n%s", err, out)
		}
		if err := os.Remove(path + ".c"); err != nil {
			t.Fatal(err)
		}
	}
	in := func(dir string) string { return filepath.Join(root, dir) }
	compile("deep/libdeep.so", "int deep(void){return 1;}", "-shared", "-Wl,-soname,libdeep.so")
	compile("lib/libmid.so.1", "int deep(void);int mid(void){return deep();}", "-shared", "-Wl,-soname,libmid.so.1", in("deep/libdeep.so"))
	compile("lib/libvar.so", "int var(void){return 2;}", "-shared", "-Wl,-soname,libvar.so")
	main := "int mid(void);int main(void){return mid();}"
	libs := []string{in("lib/libmid.so.1"), "-Wl,-rpath-link," + in("deep")}
	compile("bin/rpath", main, append(libs, "-Wl,--disable-new-dtags,-rpath,$ORIGIN/../lib:$ORIGIN/../deep")...)
	compile("bin/runpath", main, append(libs, "-Wl,--enable-new-dtags,-rpath,$ORIGIN/../lib:$ORIGIN/../deep")...)
	compile("bin/variable", "int var(void);int main(void){return var();}", in("lib/libvar.so"), "-lm", "-Wl,--no-as-needed")
	compile("bin/direct", "int deep(void);"+main, append(libs, in("deep/libdeep.so"), "-Wl,--no-as-needed,--enable-new-dtags,-rpath,${ORIGIN}/../lib:${ORIGIN}/../deep")...)

	for _, libraryPath := range []string{"", "/opt/stack/lib", "/opt/stack/lib:/opt/stack/deep"} {
		env := New(digest.Of(nil), root, map[string]string{"LD_LIBRARY_PATH": libraryPath}, hostRuntime())
		view, err := NewView(env.mounts())
		if err != nil {
			t.Fatal(err)
		}
		for _, program := range []string{"rpath", "runpath", "variable", "direct"} {
			l := newLoader(view, libraryPath)
			host, inside, ok := view.Find(Prefix + "/bin/" + program)
			if !ok {
				t.Fatal("the program is not in the root")
			}
			o, err := l.read(host, inside)
			if err != nil {
				t.Fatal(err)
			}
			p, err := l.start(o)
			if err != nil {
				t.Fatal(err)
			}
			got := maps.Clone(p.libraries)
			for _, m := range p.missing {
				got[m.name] = "not found"
			}
			list := exec.Command(host) // as ldd(1) does: the loader lists and does not start it
			list.Env = []string{"LD_TRACE_LOADED_OBJECTS=1", "LD_LIBRARY_PATH=" + strings.ReplaceAll(libraryPath, Prefix, root)}
			out, err := list.Output()
			var exit *exec.ExitError
			if err != nil && !errors.As(err, &exit) {
				t.Skip(err)
			}
			want := map[string]string{}
			for line := range strings.Lines(string(out)) { // "libx.so => /a/libx.so (0x…)" or "libx.so => not found"
				name, file, ok := strings.Cut(strings.TrimSpace(line), " => ")
				if !ok || strings.HasPrefix(name, "/") {
					continue // the vdso and the loader itself
				}
				file, _, _ = strings.Cut(file, " (")
				if real, err := filepath.EvalSymlinks(file); err == nil {
					file = real
				}
				want[name] = strings.Replace(file, root, Prefix, 1)
			}
			if len(want) < 2 || !slices.Contains(slices.Collect(maps.Keys(want)), "libc.so.6") {
				t.Fatalf("the loader lists too little: %s", out)
			}
			for name, file := range got { // ours names files of the composed root
				if host, _, ok := view.Find(file); ok && !strings.HasPrefix(file, Prefix) {
					if real, err := filepath.EvalSymlinks(host); err == nil {
						got[name] = real
					}
				}
			}
			if !maps.Equal(got, want) {
				t.Errorf("%s with LD_LIBRARY_PATH=%q: got %v, the loader says %v", program, libraryPath, got, want)
			}
		}
	}
}
