package apt

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestReadSources(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "sources.list.d"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"sources.list":                   "# a comment\ndeb http://near/debian stable main contrib # here too\ndeb-src http://near/debian stable main\n\ndeb [arch=amd64 signed-by=/k/a.gpg,/k/b.gpg] https://near/updates stable-updates main\ndebris x y\n",
		"sources.list.d/x.sources":       "# first\nTypes: deb deb-src\nURIs: http://near/a http://near/b\nSuites: one two\nComponents: main\n# within\n universe\nSigned-By: /k/c.gpg\n\nEnabled: no\nTypes: deb\nURIs: http://near/off\nSuites: x\n\nTypes: deb-src\nURIs: http://near/src\nSuites: x\n",
		"sources.list.d/inline.sources":  "Types: deb\nURIs: https://near/inline\nSuites: ./\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc\n",
		"sources.list.d/cd.list":         "deb cdrom:[Debian] stable main\ndeb ftp://near/old stable main\n",
		"sources.list.d/x.list.disabled": "deb http://near/disabled stable main\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := ReadSources(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		got[i].File = filepath.Base(got[i].File)
	}
	both := func(uri, suite string) Source {
		return Source{URI: uri, Suite: suite, Components: []string{"main", "universe"}, SignedBy: []string{"/k/c.gpg"}, File: "x.sources"}
	}
	want := []Source{
		{URI: "http://near/debian", Suite: "stable", Components: []string{"main", "contrib"}, File: "sources.list"},
		{URI: "https://near/updates", Suite: "stable-updates", Components: []string{"main"}, SignedBy: []string{"/k/a.gpg", "/k/b.gpg"}, File: "sources.list"},
		{URI: "https://near/inline", Suite: "./", File: "inline.sources"},
		both("http://near/a", "one"), both("http://near/a", "two"), both("http://near/b", "one"), both("http://near/b", "two"),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got, err := ReadSources(filepath.Join(dir, "none")); err != nil || got != nil {
		t.Errorf("no folder: %v, %v", got, err)
	}
}
