package environments

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzObject: a damaged object is an error that names it.
func FuzzObject(f *testing.F) {
	for _, object := range []fakeELF{
		{soname: "libx.so.1", needed: []string{"libc.so.6", "libm.so.6"}, runpath: "$ORIGIN:/opt/stack/lib"},
		{interpreter: "/lib64/ld-linux-x86-64.so.2", needed: []string{"libx.so.1"}, rpath: "/x"},
		{noSections: true},
	} {
		path := filepath.Join(f.TempDir(), "object")
		object.write(f, path)
		content, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "object")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		o, err := readObject(path, "/opt/stack/lib/x")
		if (o == nil) == (err == nil) {
			t.Errorf("got %v, %v", o, err)
		}
		if err != nil && !errors.Is(err, errNotLoadable) && !strings.HasPrefix(err.Error(), "/opt/stack/lib/x: ") {
			t.Errorf("it is not named: %v", err)
		}
	})
}
