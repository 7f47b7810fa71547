package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"cairn/digest"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv("CAIRN_TEST_WRITER"); dir != "" {
		writeForEver(dir)
	}
	if dir := os.Getenv("CAIRN_TEST_HOLDER"); dir != "" {
		holdUntilEnd(dir, os.Getenv("CAIRN_TEST_TREE"))
	}
	if dir := os.Getenv("CAIRN_TEST_COLLECTOR"); dir != "" {
		collectForEver(dir)
	}
	if dir := os.Getenv("CAIRN_TEST_USER"); dir != "" {
		go func() { // ends with the test, however that ends
			_, _ = io.Copy(io.Discard, os.Stdin)
			os.Exit(0)
		}()
		useForEver(dir)
	}
	os.Exit(m.Run())
}

func open(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "store"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if err := RemoveAll(s.Dir()); err != nil {
			t.Error(err)
		}
	})
	return s
}

// plant writes a tree: "name" files, "name*" executable ones, "name/" folders,
// "name>" links.
func plant(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name[:len(name)-1])
		var err error
		switch last := name[len(name)-1]; last {
		case '/':
			err = os.MkdirAll(path, 0o755)
		case '>':
			err = errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.Symlink(content, path))
		default:
			mode := fs.FileMode(0o644)
			if last == '*' {
				mode = 0o755
			} else {
				path = filepath.Join(dir, name)
			}
			err = errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), mode))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var sample = map[string]string{
	"a/b": "1", "a-b": "2", "a.b": "3", "bin/tool*": "#!", "empty/": "", "link>": "a/b", "dangling>": "/nowhere", "a/ü": "",
}

func TestHashTreeIsAsSpecified(t *testing.T) {
	t.Parallel()
	content := func(s string) string { d := sha256.Sum256([]byte(s)); return string(d[:]) }
	entry := func(kind, path, rest string) string {
		return kind + "\x00\x00\x00\x00\x00\x00\x00" + string(rune(len(path))) + path + rest
	}
	text := func(s string) string { return "\x00\x00\x00\x00\x00\x00\x00" + string(rune(len(s))) + s }
	// "-" < "." < "/" in bytes.
	want := sha256.Sum256([]byte("cairn-tree-v1\n" +
		entry("d", "a", "") + entry("f", "a-b", content("2")) + entry("f", "a.b", content("3")) +
		entry("f", "a/b", content("1")) + entry("f", "a/ü", content("")) +
		entry("d", "bin", "") + entry("x", "bin/tool", content("#!")) +
		entry("l", "dangling", text("/nowhere")) + entry("d", "empty", "") + entry("l", "link", text("a/b"))))
	got, err := HashTree(t.Context(), plant(t, sample))
	if err != nil || got != digest.Digest(want) {
		t.Errorf("got %v, %v; want %s", got, err, hex.EncodeToString(want[:]))
	}
}

func TestHashTreeSeesWhatCountsAndNothingElse(t *testing.T) {
	t.Parallel()
	base, err := HashTree(t.Context(), plant(t, sample))
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		same   bool
		change func(dir string) error
	}{
		"nothing":    {true, func(string) error { return nil }},
		"times":      {true, func(dir string) error { return os.Chtimes(dir+"/a/b", time.Unix(1, 0), time.Unix(2, 0)) }},
		"group bits": {true, func(dir string) error { return os.Chmod(dir+"/a/b", 0o600) }},
		"for others": {true, func(dir string) error { return os.Chmod(dir+"/a/b", 0o655) }},
		"content":    {false, func(dir string) error { return os.WriteFile(dir+"/a/b", []byte("2"), 0o644) }},
		"executable": {false, func(dir string) error { return os.Chmod(dir+"/a/b", 0o744) }},
		"renamed":    {false, func(dir string) error { return os.Rename(dir+"/a/b", dir+"/a/c") }},
		"moved":      {false, func(dir string) error { return os.Rename(dir+"/a/b", dir+"/b") }},
		"empty dir":  {false, func(dir string) error { return os.Remove(dir + "/empty") }},
		"link":       {false, func(dir string) error { return errors.Join(os.Remove(dir+"/link"), os.Symlink("a-b", dir+"/link")) }},
		"link→file": {false, func(dir string) error {
			return errors.Join(os.Remove(dir+"/link"), os.WriteFile(dir+"/link", []byte("a/b"), 0o644))
		}},
	} {
		dir := plant(t, sample)
		if err := tc.change(dir); err != nil {
			t.Fatal(err)
		}
		if got, err := HashTree(t.Context(), dir); err != nil || (got == base) != tc.same {
			t.Errorf("%s: got %v, %v; base %v", name, got, err, base)
		}
	}
	dir := plant(t, sample)
	if err := syscall.Mkfifo(dir+"/pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	var bad *EntryError
	if _, err := HashTree(t.Context(), dir); !errors.As(err, &bad) || bad.Path != dir+"/pipe" {
		t.Errorf("a pipe: got %v", err)
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	s := open(t)
	src := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(src, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	a, errA := s.PutFile(t.Context(), src)
	b, errB := s.PutBytes(t.Context(), []byte("abc"))
	if err := errors.Join(errA, errB); err != nil || a != b || a != digest.Of([]byte("abc")) {
		t.Fatalf("got %v, %v, %v", a, b, err)
	}
	path, ok := s.File(a)
	got, err := os.ReadFile(path)
	if !ok || err != nil || string(got) != "abc" {
		t.Errorf("got %q, %v, %v", got, ok, err)
	}
	if _, ok := s.File(digest.Of([]byte("other"))); ok {
		t.Error("a file that was never put is there")
	}
}

func TestActions(t *testing.T) {
	t.Parallel()
	s := open(t)
	out, err := s.PutTree(t.Context(), plant(t, sample))
	if err != nil {
		t.Fatal(err)
	}
	key := digest.Of([]byte("key"))
	if _, ok, err := s.Action(key); ok || err != nil {
		t.Fatalf("got %v, %v", ok, err)
	}
	const name = "qwen@cpu/llama.cmake" // the slash is not a folder
	if err := s.PutAction(key, Record{Name: name, Output: out, Inputs: []Input{{"isa", "x86-64-v3"}}}); err != nil {
		t.Fatal(err)
	}
	if r, ok, err := s.Action(key); !ok || err != nil || r.Output != out || r.Key != key || r.Inputs[0].Value != "x86-64-v3" {
		t.Errorf("got %+v, %v, %v", r, ok, err)
	}
	if r, ok, err := s.Last(name); !ok || err != nil || r.Key != key {
		t.Errorf("got %+v, %v, %v", r, ok, err)
	}
	path, _ := s.Tree(out)
	if err := RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := s.Action(key); ok || err != nil {
		t.Errorf("without output: got %v, %v", ok, err)
	}
	if _, ok, err := s.Last(name); !ok || err != nil {
		t.Errorf("without output: got %v, %v", ok, err)
	}
}

func TestRoots(t *testing.T) {
	t.Parallel()
	s := open(t)
	x, y, z := digest.Of([]byte("x")), digest.Of([]byte("y")), digest.Of([]byte("z"))
	one, two := digest.Of([]byte("1")), digest.Of([]byte("2"))
	lock, moved := digest.Of([]byte("lock")), digest.Of([]byte("moved"))
	for _, err := range []error{
		s.SetRoot("pin/a", Root{Digests: []digest.Digest{x}}), s.RemoveRoot("pin/a"), s.RemoveRoot("pin/a"),
		s.KeepRoot("lock/a", Root{Digests: []digest.Digest{x}, Generation: one}),
		s.KeepRoot("lock/a", Root{Digests: []digest.Digest{y, x}, Generation: one}), // more of the same
		s.KeepRoot("lock/b", Root{Digests: []digest.Digest{x}, Generation: one}),
		s.KeepRoot("lock/b", Root{Digests: []digest.Digest{z}, Generation: two}), // something else
		s.KeepRoot("lock/b", Root{Digests: []digest.Digest{z}, Generation: two, Lock: "/moved"}),
		s.KeepRoot("lock/c", Root{Digests: []digest.Digest{x}, Of: lock}),
		s.KeepRoot("lock/c", Root{Digests: []digest.Digest{y}, Of: lock, Generation: one}), // what came of it
		s.KeepRoot("lock/c", Root{Digests: []digest.Digest{z}, Of: lock}),                  // by who does not know that
		s.KeepRoot("lock/d", Root{Digests: []digest.Digest{x}, Of: lock, Generation: one}),
		s.KeepRoot("lock/d", Root{Digests: []digest.Digest{y}, Of: moved}), // another lock
		s.KeepRoot("lock/d", Root{Digests: []digest.Digest{z}, Of: moved, Generation: two}),
		os.WriteFile(filepath.Join(s.Dir(), "roots", "lock%2Fold.json"), []byte("[\""+x.String()+"\"]\n"), 0o644),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	roots, err := s.Roots()
	if err != nil || len(roots) != 5 || len(roots["lock/a"].Digests) != 2 || len(roots["lock/b"].Digests) != 1 || roots["lock/b"].Digests[0] != z || roots["lock/b"].Lock != "/moved" || roots["lock/old"].Digests[0] != x {
		t.Errorf("got %v, %v", roots, err)
	}
	if c, d := roots["lock/c"], roots["lock/d"]; len(c.Digests) != 3 || c.Generation != one || len(d.Digests) != 2 || slices.Contains(d.Digests, x) || d.Generation != two {
		t.Errorf("got %v and %v", c, d)
	}
}

func TestVerifyFindsEachFault(t *testing.T) {
	t.Parallel()
	s := open(t)
	tree, err := s.PutTree(t.Context(), plant(t, sample))
	if err != nil {
		t.Fatal(err)
	}
	file, err := s.PutBytes(t.Context(), []byte("abc"))
	if err != nil {
		t.Fatal(err)
	}
	lost, key := digest.Of([]byte("lost")), digest.Of([]byte("key"))
	if err := s.PutAction(key, Record{Name: "a", Output: lost}); err != nil {
		t.Fatal(err)
	}
	treePath, _ := s.Tree(tree)
	filePath, _ := s.File(file)
	for _, path := range []string{treePath + "/a/b", filePath} {
		if err := errors.Join(os.Chmod(path, 0o644), os.WriteFile(path, []byte("x"), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	changed, err := HashTree(t.Context(), treePath)
	if err != nil {
		t.Fatal(err)
	}
	// A record under a name that is not its own answers no question, and is a fault.
	other := digest.Of([]byte("other"))
	text, err := os.ReadFile(s.actionPath(key))
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.ReplaceAll(text, []byte(lost.String()), []byte(tree.String()))
	if err := os.WriteFile(s.actionPath(other), text, 0o444); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := s.Action(other); ok || err != nil {
		t.Errorf("the record of another key: got %v, %v", ok, err)
	}
	want := map[Fault]bool{
		{"actions/" + other.Hex() + ".json", "the record of " + other.String(), "the record of " + key.String()}: true,
		{"trees/" + tree.Hex(), tree.String(), changed.String()}:                                                 true,
		{"files/" + file.Hex(), file.String(), digest.Of([]byte("x")).String()}:                                  true,
		{"actions/" + key.Hex() + ".json", "output " + lost.String(), "no such tree"}:                            true,
	}
	if err := s.Verify(t.Context(), func(f Fault) {
		if !want[f] {
			t.Errorf("not expected: %+v", f)
		}
		delete(want, f)
	}); err != nil {
		t.Fatal(err)
	}
	for f := range want {
		t.Errorf("not found: %+v", f)
	}
}

func TestLentStoreHasAllButWhatIsWithheld(t *testing.T) {
	t.Parallel()
	st := open(t)
	var records []Record
	for _, name := range []string{"toolchain", "build"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		tree, err := st.PutTree(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		key := digest.Of([]byte(name))
		records = append(records, Record{Key: key, Name: "s/" + name, Kind: name, Output: tree, Finished: time.Unix(int64(len(records)), 0)})
		if err := st.PutAction(key, records[len(records)-1]); err != nil {
			t.Fatal(err)
		}
	}
	file, err := st.PutBytes(t.Context(), []byte("file"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := st.Lend(dir, func(r Record) bool { return r.Kind != "build" }); err != nil {
		t.Fatal(err)
	}
	other, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, false} {
		if _, ok, err := other.Action(records[i].Key); err != nil || ok != want {
			t.Errorf("%s: lent %v, %v", records[i].Name, ok, err)
		}
		if _, ok := other.Tree(records[i].Output); ok != want {
			t.Errorf("the tree of %s: lent %v", records[i].Name, ok)
		}
	}
	if _, ok := other.File(file); !ok {
		t.Error("the file is not lent")
	}
	// What the other store makes, this one does not have.
	made, err := other.PutBytes(t.Context(), []byte("made there"))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := st.File(made); ok {
		t.Error("a file of the other store is in the lender's")
	}
	if err := RemoveAll(dir); err != nil {
		t.Error(err)
	}
	if _, ok := st.File(file); !ok {
		t.Error("removing the other store removed a lent file")
	}
	found, err := st.Records("", "s/")
	if err != nil || len(found) != 2 || found[0].Name != "s/build" {
		t.Errorf("records, the newest first: %+v, %v", found, err)
	}
	if found, err := st.Records(records[0].Key.Hex()[:8], ""); err != nil || len(found) != 1 {
		t.Errorf("records by key: %+v, %v", found, err)
	}
}
