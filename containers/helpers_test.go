package containers

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const epoch = 1700000000

// names that a tar may stumble over.
var (
	longName    = strings.Repeat("long-", 22) + "name"                                    // 114 bytes, splits nowhere
	deepName    = strings.Repeat("folder-of-thirty-characters-x/", 9) + "file-at-the-end" // more than 255
	splitName   = strings.Repeat("p", 90) + "/" + strings.Repeat("q", 90)                 // fits ustar's prefix
	unicodeName = "grüße/Файл-数据.txt"                                                     // not ASCII
	oddName     = "with space, \"quotes\" and -dash"                                      //
	longTarget  = "../" + strings.Repeat("t", 120)                                        // a long link text
)

// treeFiles is the content of the tree that most tests pack.
func treeFiles() map[string][]byte {
	return map[string][]byte{
		"bin/tool":         []byte("#!/bin/sh\necho tool\n"),
		"bin/tool-2":       []byte("second"),
		"bin-2":            []byte("sorts after bin/tool"),
		"share/empty":      nil,
		"share/big":        compressible(9<<20 + 12345), // several blocks of both compressions
		"share/noise":      noise(2 << 20),
		"lib/libx.so.1":    []byte("library"),
		longName:           []byte("long"),
		deepName:           []byte("deep"),
		splitName:          []byte("split"),
		unicodeName:        []byte("unicode"),
		oddName:            []byte("odd"),
		"share/block-1MiB": compressible(1 << 20),
	}
}

// makeTree writes the tree in an order and with modes and times that seed picks,
// none of which may show.
func makeTree(t testing.TB, dir string, seed uint64) {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 0))
	files := treeFiles()
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names {
		mode := []os.FileMode{0o600, 0o644, 0o666, 0o640}[random.IntN(4)]
		if name == "bin/tool" {
			mode = []os.FileMode{0o700, 0o755, 0o777, 0o754}[random.IntN(4)]
		}
		writeFile(t, filepath.Join(dir, name), files[name], mode)
	}
	for _, empty := range []string{"var/empty", "var/also-empty"} {
		if err := os.MkdirAll(filepath.Join(dir, empty), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"lib/libx.so": "libx.so.1", "lib64": "lib", "dangling": "/nowhere/at all", "far": longTarget,
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	when := time.Unix(1500000000+int64(random.IntN(1e8)), int64(random.IntN(1e9)))
	for _, name := range names {
		if err := os.Chtimes(filepath.Join(dir, name), when, when); err != nil {
			t.Fatal(err)
		}
	}
}

func writeFile(t testing.TB, path string, content []byte, mode os.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

// compressible returns n bytes of made-up text, the same in every run.
func compressible(n int) []byte {
	random := rand.New(rand.NewPCG(uint64(n), 1))
	words := strings.Fields("the kernel reads a tile of weights and adds what it finds to the sum of a row")
	var b bytes.Buffer
	for b.Len() < n {
		fmt.Fprintf(&b, "%s %d ", words[random.IntN(len(words))], random.IntN(100))
	}
	return b.Bytes()[:n]
}

func noise(n int) []byte {
	b := make([]byte, n)
	rand.NewChaCha8([32]byte{1}).Read(b)
	return b
}

// simpleSpec is an image of one layer over tree.
func simpleSpec(tree string) Spec {
	return Spec{
		Name:   "ember",
		Layers: []Layer{{Origin: "stack", Tree: tree, Mount: "/opt/stack"}},
		Config: Config{
			Entrypoint: []string{"/opt/stack/bin/tool"},
			Cmd:        []string{"--help"},
			Env:        map[string]string{"PATH": "/opt/stack/bin", "A": "<&>"},
			Labels:     map[string]string{"cairn.lock": "sha256:0", "a": "b"},
			WorkingDir: "/opt/stack",
		},
		SourceDateEpoch: epoch,
	}
}

func mustBuild(t testing.TB, spec Spec, dir string, opts Options) *Built {
	t.Helper()
	built, err := Build(context.Background(), spec, dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	return built
}

// mustVerify fails if the layout has a fault.
func mustVerify(t testing.TB, dir string) {
	t.Helper()
	faults, err := Verify(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults {
		t.Error(fault.Error())
	}
}

func mustOpen(t testing.TB, dir, name string) *Image {
	t.Helper()
	image, err := Open(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	return image
}

// layerPath is the blob of a layer of a freshly built image.
func layerPath(dir string, built *Built, i int) string {
	return filepath.Join(dir, blobsDir, built.Layers[i].Digest.Hex())
}

// native runs a program of the machine, or skips the test where there is none.
func native(t testing.TB, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed: nothing to compare with", name)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	// The last two keep skopeo's cache of blobs out of the machine's own.
	home := t.TempDir()
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TZ=UTC", "TAR_OPTIONS=", "HOME="+home,
		"XDG_DATA_HOME="+home, "_CONTAINERS_ROOTLESS_UID=1000")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s%s", name, args, err, out, stderr.Bytes())
	}
	return string(out)
}
