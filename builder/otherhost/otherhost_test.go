package otherhost

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"cairn/builder/sandbox"
)

func TestMain(m *testing.M) {
	sandbox.Main()
	Main()
	if len(os.Args) > 1 && os.Args[1] == "look" {
		look()
	}
	os.Exit(m.Run())
}

// look prints what a program sees of its place.
func look() {
	host, _ := os.Hostname()
	file := filepath.Join(os.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	info, _ := os.Stat(file)
	fmt.Println(os.Geteuid(), host, runtime.NumCPU(), info.Mode().Perm(), os.Getenv("HOME"), os.Getenv("TZ"), os.Getenv("LC_ALL"), os.Getenv("XDG_CACHE_HOME") == "")
	fmt.Println(sandbox.Check())
	os.Exit(0)
}

func TestEverythingOfAPlaceIsSeenThere(t *testing.T) {
	if err := sandbox.Check(); err != nil {
		t.Skip(err)
	}
	t.Setenv("XDG_CACHE_HOME", "/somewhere")
	dir := t.TempDir()
	place := Other(dir)
	var out bytes.Buffer
	cmd, err := Command(place, &out, &out, "look")
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	// A sandbox in a place works: its last word is nil.
	want := fmt.Sprintf("%d elsewhere 1 %s %s Pacific/Kiritimati tr_TR.UTF-8 true\n<nil>\n", place.UserID, os.FileMode(0o666&^place.Umask), dir)
	if got := out.String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	here := Here()
	if here.UserID == place.UserID || here.Umask == place.Umask || here.Hostname == place.Hostname || here.Home == place.Home || runtime.NumCPU() > 1 && here.CPUs == place.CPUs {
		t.Errorf("here is %+v, the other place %+v", here, place)
	}
}

func TestAPlaceWithoutCPUsIsRefused(t *testing.T) {
	if err := sandbox.Check(); err != nil {
		t.Skip(err)
	}
	place := Other(t.TempDir())
	place.CPUs = 0
	var out bytes.Buffer
	cmd, err := Command(place, &out, &out, "look")
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Run(); err == nil || !strings.Contains(out.String(), "a place needs a CPU") {
		t.Errorf("got %v, %s", err, out.String())
	}
}
