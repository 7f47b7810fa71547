package apt

import (
	"archive/tar"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
)

func TestHostileDebs(t *testing.T) {
	t.Parallel()
	link, dir := byte(tar.TypeSymlink), byte(tar.TypeDir)
	for name, test := range map[string]struct {
		files []entry
		want  string
	}{
		"absolute path":              {[]entry{{name: "/etc/passwd"}}, "absolute"},
		"out":                        {[]entry{{name: "./../etc/passwd"}}, "leads out"},
		"out, hidden":                {[]entry{{name: "usr/../../etc/passwd"}}, "leads out"},
		"through a link":             {[]entry{{name: "./usr/lib/x", kind: link, link: "/tmp"}, {name: "./usr/lib/x/evil", content: "x"}}, "below something that is no folder"},
		"folder through a link":      {[]entry{{name: "./usr/lib/x", kind: link, link: ".."}, {name: "./usr/lib/x/", kind: dir}}, "below something that is no folder"},
		"over a link":                {[]entry{{name: "./etc/x", kind: link, link: "passwd"}, {name: "./etc/x", content: "x"}}, "twice"},
		"link out":                   {[]entry{{name: "./usr/bin/x", kind: link, link: "../../../etc/passwd"}}, "target leads out"},
		"link to above the root":     {[]entry{{name: "./usr/bin/x", kind: link, link: "../../.."}}, "target leads out"},
		"hard link out":              {[]entry{{name: "./x", kind: tar.TypeLink, link: "../x"}}, "leads out"},
		"hard link to the host":      {[]entry{{name: "./x", kind: tar.TypeLink, link: "/etc/shadow"}}, "absolute"},
		"hard link to nothing":       {[]entry{{name: "./x", kind: tar.TypeLink, link: "./y"}}, "no file before it"},
		"hard link to a link":        {[]entry{{name: "./y", kind: link, link: "/etc/shadow"}, {name: "./x", kind: tar.TypeLink, link: "./y"}}, "no file before it"},
		"device":                     {[]entry{{name: "./dev/sda", kind: tar.TypeBlock}}, "neither file, folder nor link"},
		"terminal":                   {[]entry{{name: "./dev/tty", kind: tar.TypeChar}}, "neither file, folder nor link"},
		"pipe":                       {[]entry{{name: "./run/pipe", kind: tar.TypeFifo}}, "neither file, folder nor link"},
		"file and folder":            {[]entry{{name: "./x", content: "x"}, {name: "./x/y", content: "y"}}, "below something that is no folder"},
		"two that merging makes one": {[]entry{{name: "./lib/x", content: "1"}, {name: "./usr/lib/x", content: "2"}}, "twice"},
		"a path of a megabyte":       {[]entry{{name: "./" + strings.Repeat("x/", 1<<18) + "y"}}, "more than 4096"},
		"a target of a megabyte":     {[]entry{{name: "./x", kind: tar.TypeLink, link: strings.Repeat("x/", 1<<18)}}, "more than 4096"},
		"usr as a link":              {[]entry{{name: "./usr", kind: link, link: "/tmp"}}, "twice"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newArchive(t, testDeb{name: "tools", version: "1", compression: ".gz", files: append([]entry{{name: "./usr/share/ok", content: "ok"}}, test.files...)})
			c, lock := locked(t, a, Options{})
			_, err := c.Closure(t.Context(), lock)
			var hostile *HostileError
			if !errors.As(err, &hostile) || !strings.Contains(err.Error(), test.want) || hostile.Package != "tools 1" {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestDamagedDebs(t *testing.T) {
	t.Parallel()
	good := testDeb{name: "tools", version: "1", compression: ".gz", files: []entry{{name: "./usr/share/ok", content: strings.Repeat("ok ", 1000)}}}
	content := good.pack(t)
	if err := unpackDeb(t.Context(), "tools 1", bytes.NewReader(content), filepath.Join(t.TempDir(), "x")); err != nil {
		t.Fatal(err)
	}
	// Every shorter file is an error, and so is every other byte of the frame.
	for _, n := range []int{0, 7, 8, 30, 68, 72, 100, 140, 200, len(content) / 2, len(content) - 20, len(content) - 2} {
		err := unpackDeb(t.Context(), "tools 1", bytes.NewReader(content[:n]), filepath.Join(t.TempDir(), "x"))
		var format *FormatError
		if !errors.As(err, &format) {
			t.Errorf("%d of %d bytes: %v", n, len(content), err)
		}
	}
	plain := good
	plain.compression = ""
	unpacked := plain.pack(t)
	for what, change := range map[string]func() []byte{
		"the end of an uncompressed tar": func() []byte { return unpacked[:len(unpacked)-512] },
		"members that are to be passed over": func() []byte {
			frame := len("!<arch>\n")
			return slices.Concat(content[:frame], bytes.Repeat([]byte("_x              0           0     0     100644  0         `\n"), maxMembers), content[frame:])
		},
		"control of another": func() []byte {
			d := good
			d.control = "Package: tools\nVersion: 2\n"
			return d.pack(t)
		},
		"unknown compression": func() []byte { return bytes.Replace(content, []byte("data.tar.gz"), []byte("data.tar.Z "), 1) },
		"other order":         func() []byte { return bytes.Replace(content, []byte("control.tar.gz"), []byte("cantrol.tar.gz"), 1) },
		"bad checksum": func() []byte {
			b := slices.Clone(content)
			b[len(b)-6] ^= 1
			return b
		},
		"format 3": func() []byte { return bytes.Replace(content, []byte("2.0\n"), []byte("3.0\n"), 1) },
	} {
		err := unpackDeb(t.Context(), "tools 1", bytes.NewReader(change()), filepath.Join(t.TempDir(), "x"))
		var format *FormatError
		if !errors.As(err, &format) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// Whoever may execute a file, everybody may then.
func TestOneExecutableBitIsEnough(t *testing.T) {
	t.Parallel()
	d := testDeb{name: "tools", version: "1", files: []entry{{name: "./usr/bin/x", mode: 0o654}, {name: "./usr/bin/y", mode: 0o644}}}
	dir := filepath.Join(t.TempDir(), "x")
	if err := unpackDeb(t.Context(), "tools 1", bytes.NewReader(d.pack(t)), dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{"x": 0o755, "y": 0o644} {
		if info, err := os.Stat(filepath.Join(dir, "root/usr/bin", name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: got %v, %v", name, info.Mode(), err)
		}
	}
}

func TestBombIsStoppedByInstalledSize(t *testing.T) {
	t.Parallel()
	old := strings.Repeat("\x00", 64<<20)
	d := testDeb{name: "tools", version: "1", compression: ".zst", fields: "Installed-Size: 4\n"}
	for i := range 5 {
		d.files = append(d.files, entry{name: "./usr/share/zero" + string(rune('0'+i)), content: old})
	}
	content := d.pack(t)
	if len(content) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(content))
	}
	err := unpackDeb(t.Context(), "tools 1", bytes.NewReader(content), filepath.Join(t.TempDir(), "x"))
	var hostile *HostileError
	if !errors.As(err, &hostile) || !strings.Contains(err.Error(), "Installed-Size") {
		t.Errorf("got %v", err)
	}
}

// What is left out is bounded as well, and so is what follows the last entry.
func TestBombInWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	d := testDeb{name: "tools", version: "1", compression: ".zst"}
	for i := range 10 {
		d.files = append(d.files, entry{name: "./usr/share/man/zero" + string(rune('0'+i)), content: strings.Repeat("\x00", 64<<20)})
	}
	err := unpackDeb(t.Context(), "tools 1", bytes.NewReader(d.pack(t)), filepath.Join(t.TempDir(), "x"))
	var format *FormatError
	if !errors.As(err, &format) || !strings.Contains(err.Error(), "Installed-Size") {
		t.Errorf("got %v", err)
	}
}

func TestFilesOfTwoPackages(t *testing.T) {
	t.Parallel()
	one := func(content string) []entry { return []entry{{name: "./usr/bin/x", content: content}} }
	link := []entry{{name: "./usr/share/x", kind: tar.TypeSymlink, link: "/tmp"}}
	for name, test := range map[string]struct {
		a, b             []entry
		fieldsA, fieldsB string
		want             string // content of usr/bin/x; empty is a conflict
	}{
		"equal":                       {a: one("same"), b: one("same"), want: "same"},
		"different":                   {a: one("1"), b: one("2")},
		"the second replaces":         {a: one("1"), b: one("2"), fieldsB: "Replaces: a (<< 2)\n", want: "2"},
		"the first replaces":          {a: one("1"), b: one("2"), fieldsA: "Replaces: b\n", want: "1"},
		"it replaces another one's":   {a: one("1"), b: one("2"), fieldsB: "Replaces: a (<< 1)\n"},
		"folder below another's link": {a: link, b: []entry{{name: "./usr/share/x/evil", content: "x"}}},
		"folder below a winning link": {a: link, b: []entry{{name: "./usr/share/x/evil", content: "x"}}, fieldsA: "Replaces: b\n"},
		"link over another's folder":  {a: []entry{{name: "./usr/share/x/y", content: "x"}}, b: link},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			archive := newArchive(t,
				testDeb{name: "a", version: "1", fields: test.fieldsA, files: test.a}, testDeb{name: "b", version: "1", fields: test.fieldsB, files: test.b},
				testDeb{name: "tools", version: "1", fields: "Depends: a, b\n"})
			c, lock := locked(t, archive, Options{})
			closure, err := c.Closure(t.Context(), lock)
			var conflict *FileConflictError
			if test.want == "" {
				if !errors.As(err, &conflict) || !strings.HasPrefix(conflict.Path, "/usr/") || conflict.First != "a 1" || conflict.Second != "b 1" {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := describe(filepath.Join(closure.Root(), "usr/bin/x")); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// What the disk has no room for is no fault of the package's.
func TestFullDiskIsNoDamage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	u := &unpacking{name: "tools 1", dir: dir, root: root, kinds: map[string]byte{}, limit: 10}
	err = u.file(&tar.Header{Name: "x", Size: 1}, "x", iotest.ErrReader(syscall.ENOSPC))
	var format *FormatError
	if !errors.Is(err, syscall.ENOSPC) || errors.As(err, &format) {
		t.Errorf("got %v", err)
	}
}

// FuzzUnpack: whatever a .deb says, nothing appears outside its folder.
func FuzzUnpack(f *testing.F) {
	seed := testDeb{name: "tools", version: "1", files: []entry{
		{name: "./bin/", kind: tar.TypeDir}, {name: "./bin/x", content: "x", mode: 0o755}, {name: "./bin/y", kind: tar.TypeSymlink, link: "x"}, {name: "./bin/z", kind: tar.TypeLink, link: "./bin/x"},
	}}
	f.Add(seed.pack(f))
	seed.compression = ".zst"
	f.Add(seed.pack(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		_ = unpackDeb(t.Context(), "tools 1", bytes.NewReader(data), filepath.Join(dir, "in"))
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) > 1 {
			t.Errorf("%v, %v", entries, err)
		}
	})
}
