package artifact

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"debug/elf"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func arOf(date string, members ...string) []byte {
	b := []byte("!<arch>\n")
	for i := 0; i < len(members); i += 2 {
		b = fmt.Appendf(b, "%-16s%-12s%-6d%-6d%-8o%-10d`\n%s", members[i]+"/", date, 0, 0, 0o644, len(members[i+1]), members[i+1])
		if len(members[i+1])%2 == 1 {
			b = append(b, '\n')
		}
	}
	return b
}

func gzipOf(at int64, level int, content []byte) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, level)
	if err != nil {
		panic(err)
	}
	w.ModTime = time.Unix(at, 0)
	_, err = w.Write(content)
	if err := errors.Join(err, w.Close()); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func zipOf(at int64, members ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		in, err := w.CreateHeader(&zip.FileHeader{Name: members[i], Method: zip.Deflate, Modified: time.Unix(at, 0)})
		if err == nil {
			_, err = in.Write([]byte(members[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func tarOf(at int64, uid int, members ...string) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		err := w.WriteHeader(&tar.Header{Name: members[i], Mode: 0o644, Uid: uid, Size: int64(len(members[i+1])), ModTime: time.Unix(at, 0), Format: tar.FormatUSTAR})
		if err == nil {
			_, err = w.Write([]byte(members[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func pycOf(magic, flags, at, size, code string) []byte {
	return []byte(magic + flags + at + size + code)
}

func TestClasses(t *testing.T) {
	t.Parallel()
	const day = 86400
	zeros := strings.Repeat("0", 4)
	for _, tc := range []struct {
		name string
		a, b []byte
		want string
	}{
		{"x", []byte("same"), []byte("same"), "identical"},
		{"notes.txt", []byte("one\ntwo\nthree\n"), []byte("one\ntwo\nfour\n"), "diverges (line 3)"},
		{"data.bin", []byte("ab\x00d"), []byte("ab\x00e"), "diverges (byte 4)"},
		{"short", []byte("abc"), []byte("abcd"), "diverges (line 1)"},

		{"l.a", arOf("0", "x.o", "one", "y.o", "two"), arOf("99", "x.o", "one", "y.o", "two"), "identical after normalising times and owners of ar members"},
		{"l.a", arOf("0", "x.o", "one", "y.o", "two"), arOf("0", "x.o", "one", "y.o", "tow"), "diverges (y.o: line 1)"},
		{"l.a", arOf("0", "x.o", "one", "y.o", "two"), arOf("0", "y.o", "two", "x.o", "one"), "diverges (order of members)"},
		{"l.a", arOf("0", "x.o", "one", "y.o", "two"), arOf("0", "x.o", "one", "z.o", "two"), "diverges (y.o only in the first, z.o only in the second)"},
		{"l.a", arOf("0", "x.o", "one"), arOf("0", "x.o", "one")[:70], "diverges (line 3)"}, // damaged: bytes decide

		{"m.gz", gzipOf(1, 6, []byte("text")), gzipOf(2, 6, []byte("text")), "identical after normalising time in the gzip header"},
		{"m.gz", gzipOf(1, 1, bytes.Repeat([]byte("text of some length "), 99)), gzipOf(1, 9, bytes.Repeat([]byte("text of some length "), 99)), "identical after normalising compression"},
		{"m.gz", gzipOf(1, 6, []byte("a\nb\n")), gzipOf(2, 6, []byte("a\nc\n")), "diverges (line 2)"},

		{"w.whl", zipOf(day, "a.py", "1", "b.py", "2"), zipOf(2*day, "a.py", "1", "b.py", "2"), "identical after normalising times of zip members"},
		{"w.whl", zipOf(day, "a.py", "1", "b.py", "2"), zipOf(day, "a.py", "1", "b.py", "3"), "diverges (b.py: line 1)"},
		{"w.whl", zipOf(day, "l.a", string(arOf("0", "x.o", "one"))), zipOf(day, "l.a", string(arOf("1", "x.o", "one"))), "identical after normalising times and owners of ar members"},

		{"t.tar", tarOf(1, 0, "a", "1"), tarOf(2, 1000, "a", "1"), "identical after normalising owners of tar members, times of tar members"},
		{"t.tar.gz", gzipOf(0, 6, tarOf(1, 0, "a", "1")), gzipOf(0, 6, tarOf(1, 0, "a", "2")), "diverges (a: line 1)"},

		{"m.pyc", pycOf("magi", "\x00\x00\x00\x00", "1111", "size", "code"), pycOf("magi", "\x00\x00\x00\x00", "2222", "size", "code"), "identical after normalising time in the pyc header"},
		{"m.pyc", pycOf("magi", "\x00\x00\x00\x00", "1111", "size", "code"), pycOf("magi", "\x00\x00\x00\x00", "1111", "size", "edoc"), "diverges (code)"},
		{"m.pyc", pycOf("magi", "\x01\x00\x00\x00", "hash", "hash", "code"), pycOf("magi", "\x01\x00\x00\x00", "hash", "hush", "code"), "diverges (source)"},
		{"m.pyc", pycOf("magi", zeros, zeros, zeros, "code"), pycOf("magj", zeros, zeros, zeros, "code"), "diverges (made by another Python)"},
	} {
		got := compared(tc.name, tc.a, tc.b)
		if got.String() != tc.want {
			t.Errorf("%s: got %s, want %s", tc.name, got, tc.want)
		}
	}
}

// This test's own program is an ELF file on every machine that runs it.
func TestELFSections(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	file, err := elf.NewFile(bytes.NewReader(program))
	if err != nil {
		t.Skip(err)
	}
	for _, tc := range []struct{ sections, want string }{
		{".text", "diverges (.text)"},
		{".rodata .text", "diverges (.text, .rodata)"},
		{".note.go.buildid", "identical after normalising Go build ID"},
		{".note.go.buildid .text", "diverges (.text)"},
	} {
		other := slices.Clone(program)
		for name := range strings.FieldsSeq(tc.sections) {
			s := file.Section(name)
			if s == nil {
				t.Skip("no section ", name)
			}
			other[s.Offset+s.FileSize-1] ^= 1
		}
		if got := compared("p", program, other); got.String() != tc.want {
			t.Errorf("%s: got %s, want %s", tc.sections, got, tc.want)
		}
	}
	if got := compared("p", program, program[:len(program)/2]); got.Class != Diverges {
		t.Errorf("a file cut short: got %s", got)
	}
}

// The sections named are those whose dumps by objcopy(1) differ.
func TestSectionsAgainstObjcopy(t *testing.T) {
	t.Parallel()
	for _, program := range []string{"gcc", "objcopy"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	dir := t.TempDir()
	run := func(argv ...string) {
		t.Helper()
		cmd := exec.Command(argv[0], argv[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%q: %v\n%s", argv, err, out)
		}
	}
	const source = "const char text[] = TEXT;\nint table = 7;\nint f(int x) { return x + 1; }\n"
	if err := os.WriteFile(filepath.Join(dir, "f.c"), []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	var contents [2][]byte
	for i, text := range []string{`"one"`, `"two"`} {
		object := fmt.Sprintf("f%d.o", i)
		run("gcc", "-O1", "-c", "-DTEXT="+text, "f.c", "-o", object)
		var err error
		if contents[i], err = os.ReadFile(filepath.Join(dir, object)); err != nil {
			t.Fatal(err)
		}
	}
	file, err := elf.NewFile(bytes.NewReader(contents[0]))
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, s := range file.Sections {
		if s.Type != elf.SHT_PROGBITS || s.Size == 0 {
			continue
		}
		var dumps [2][]byte
		for i := range dumps {
			run("objcopy", "--dump-section", s.Name+"=dump", fmt.Sprintf("f%d.o", i))
			if dumps[i], err = os.ReadFile(filepath.Join(dir, "dump")); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(dumps[0], dumps[1]) {
			want = append(want, s.Name)
		}
	}
	got := compared("f.o", contents[0], contents[1])
	if !slices.Equal(got.Differs, want) || len(want) == 0 {
		t.Errorf("got %v, objcopy says %v", got.Differs, want)
	}
}

func TestFolders(t *testing.T) {
	t.Parallel()
	a, b := t.TempDir(), t.TempDir()
	for dir, files := range map[string]map[string]string{
		a: {"bin/p*": "x", "lib/l": ">l.1", "lib/same": ">l.1", "only": "1", "f": "1", "mode*": "m"},
		b: {"bin/p*": "x", "lib/l": ">l.2", "lib/same": ">l.1", "new": "1", "f": "2", "mode": "m"},
	} {
		for name, content := range files {
			plain, executable := strings.CutSuffix(name, "*")
			path := filepath.Join(dir, plain)
			err := os.MkdirAll(filepath.Dir(path), 0o755)
			if to, link := strings.CutPrefix(content, ">"); link {
				err = errors.Join(err, os.Symlink(to, path))
			} else {
				err = errors.Join(err, os.WriteFile(path, []byte(content), map[bool]os.FileMode{true: 0o755, false: 0o644}[executable]))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	files, err := Folders(t.Context(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range files {
		lines = append(lines, f.Path+" "+f.String())
	}
	want := []string{
		"bin/p identical", "f diverges (line 1)", "lib/l diverges (link to l.1 in the first, to l.2 in the second)", "lib/same identical",
		"mode diverges (executable file in the first, file in the second)", "new diverges (only in the second)", "only diverges (only in the first)",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	if n := Count(files); n[Identical] != 2 || n[Diverges] != 5 {
		t.Errorf("got %v", n)
	}
}

// Whatever stands behind a mark, comparing it ends without a panic, and two
// contents that are not equal are never called identical.
func FuzzBytes(f *testing.F) {
	f.Add("l.a", arOf("0", "x.o", "one"), arOf("1", "x.o", "one"))
	f.Add("m.gz", gzipOf(1, 6, []byte("text")), gzipOf(2, 6, []byte("texu")))
	f.Add("w.whl", zipOf(0, "a", "1"), zipOf(1, "a", "1"))
	f.Add("t.tar", tarOf(0, 0, "a", "1"), tarOf(1, 0, "a", "1"))
	f.Add("m.pyc", pycOf("magi", "0000", "0000", "0000", ""), pycOf("magi", "0001", "0000", "0000", ""))
	f.Fuzz(func(t *testing.T, name string, a, b []byte) {
		got := compared(name, a, b)
		if (got.Class == Identical) != bytes.Equal(a, b) {
			t.Errorf("%q and %q are called %s", a, b, got)
		}
		if back := compared(name, b, a); back.Class != got.Class {
			t.Errorf("%s one way, %s the other", got, back)
		}
	})
}

// compared compares two contents of a file; the name's ending tells formats without a mark
// of their own.
func compared(name string, a, b []byte) File {
	var f finding
	f.content(name, a, b)
	return f.file(name)
}
