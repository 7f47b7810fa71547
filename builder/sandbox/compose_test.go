package sandbox

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// base plants a folder that serves as a whole root: the host's /usr is mounted
// into it where it has an empty one.
func base(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, folder := range []string{"usr", "etc/conf.d", "opt", "var/lib"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range map[string]string{"etc/passwd": "me:x:1000:1000::/:/bin/sh\n", "etc/conf.d/a": "a\n", "var/lib/b": "b\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range hostRoot() {
		if m.Link != "" {
			if err := os.Symlink(m.Link, filepath.Join(dir, m.Target)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func withRoot(t *testing.T, readOnly bool, more ...Mount) (func(*Command), string) {
	dir := base(t)
	return func(c *Command) {
		c.Mounts = append([]Mount{{Source: dir, Target: "/", ReadOnly: readOnly}, {Source: "/usr", Target: "/usr", ReadOnly: true}}, more...)
	}, dir
}

func TestRootFromAFolder(t *testing.T) {
	t.Parallel()
	inner := t.TempDir()
	if err := os.WriteFile(filepath.Join(inner, "x"), []byte("inner"), 0o644); err != nil {
		t.Fatal(err)
	}
	change, dir := withRoot(t, true,
		Mount{Source: inner, Target: "/opt/stack", ReadOnly: true},                // /opt is there, stack is not
		Mount{Source: inner, Target: "/etc/conf.d/deep/er", ReadOnly: true},       // two folders are not there
		Mount{Source: inner, Target: "/var/lib"},                                  // covers what the root has, writable
		Mount{Source: filepath.Join(inner, "x"), Target: "/etc/single/file"},      // a file
		Mount{Target: "/etc/link", Link: "conf.d/a"},                              // a link
		Mount{Source: filepath.Join(inner, "x"), Target: "/etc/conf.d/deep/file"}) // beside a mount
	r := runShell(t, `cat /opt/stack/x /etc/conf.d/deep/er/x /var/lib/x /etc/single/file /etc/conf.d/deep/file; echo
		cat /etc/link /etc/conf.d/a /etc/passwd; ls -A /var/lib /etc/conf.d; echo y >/var/lib/y && echo wrote
		for f in /etc/conf.d/a /opt/stack/x /etc/new /opt/stack/new; do echo z 2>/dev/null >$f && echo wrote $f; done; cat /etc/hosts | head -1`, change)
	want := strings.Repeat("inner", 5) + "\na\na\nme:x:1000:1000::/:/bin/sh\n/etc/conf.d:\na\ndeep\n\n/var/lib:\nx\nwrote\n127.0.0.1 localhost cairn"
	if r.out != want {
		t.Errorf("got\n%s\nwant\n%s\n%s", r.out, want, r.err)
	}
	if got, err := os.ReadFile(filepath.Join(inner, "y")); err != nil || string(got) != "y\n" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := os.Lstat(filepath.Join(dir, "opt/stack")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a read-only root was written to: %v", err)
	}
}

func TestWritableRootFolderIsWritten(t *testing.T) {
	t.Parallel()
	change, dir := withRoot(t, false)
	r := runShell(t, `echo new >/etc/new; ls /etc; echo x >/top 2>/dev/null || echo top is fixed`, change)
	if r.out != "conf.d\nnew\npasswd\ntop is fixed" {
		t.Errorf("got %q %s", r.out, r.err)
	}
	if _, err := os.Stat(filepath.Join(dir, "etc/new")); err != nil {
		t.Error(err)
	}
}

func TestMountsThatCannotBe(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, m := range map[string]Mount{
		"no source":       {Source: filepath.Join(dir, "nothing"), Target: "/x"},
		"relative":        {Source: "dir", Target: "/x"},
		"relative target": {Source: dir, Target: "x"},
		"unclean target":  {Source: dir, Target: "/x/../y"},
		"twice":           {Source: dir, Target: "/usr"},
		"link and source": {Source: dir, Target: "/x", Link: "y"},
	} {
		_, err := Run(t.Context(), Command{Argv: []string{"true"}, Mounts: append(hostRoot(), m)})
		var bad *MountError
		if !errors.As(err, &bad) || bad.Mount.Target != m.Target {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestReadOnlyHoldsBelowAndOnOldKernels(t *testing.T) {
	t.Parallel()
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil || !strings.Contains(string(mounts), " /dev/shm ") {
		t.Skip("this machine has no mount below a mount to show it with")
	}
	for _, old := range []bool{false, true} {
		c := Command{Argv: []string{"sh", "-c", `touch /data/x && echo wrote; touch /data/shm/x && echo wrote below; (echo x >/data/null) 2>&1 | grep -q denied && echo no devices; true
			grep -c ' /usr ro,nosuid,nodev' /proc/self/mountinfo; echo x >/dev/null && echo null`},
			Mounts: append(hostRoot(), Mount{Source: "/dev", Target: "/data", ReadOnly: true})}
		s, err := newSpec(c)
		if err != nil {
			t.Fatal(err)
		}
		s.OldKernel = old
		var out strings.Builder
		c.Stdout = &out
		if _, err := run(t.Context(), c, s); err != nil || out.String() != "no devices\n1\nnull\n" {
			t.Errorf("old kernel %v: got %q, %v", old, out.String(), err)
		}
	}
}
