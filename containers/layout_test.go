package containers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"cairn/digest"

	v1 "github.com/google/go-containerregistry/pkg/v1"
)

// smallTree is one file with the given content.
func smallTree(t testing.TB, content string) string {
	t.Helper()
	tree := t.TempDir()
	writeFile(t, filepath.Join(tree, "bin/tool"), []byte(content), 0o755)
	return tree
}

func TestBuildTwiceGivesOneDigest(t *testing.T) {
	t.Parallel()
	for _, kind := range []Compression{Gzip, Zstd} {
		var built []*Built
		var indexes [][]byte
		for seed := range uint64(2) {
			tree, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
			makeTree(t, tree, seed)
			spec := simpleSpec(tree)
			spec.Compression = kind
			built = append(built, mustBuild(t, spec, out, Options{Jobs: int(seed) + 1}))
			mustVerify(t, out)
			index, err := os.ReadFile(filepath.Join(out, indexFile))
			if err != nil {
				t.Fatal(err)
			}
			indexes = append(indexes, index)
		}
		if built[0].Digest != built[1].Digest || !bytes.Equal(indexes[0], indexes[1]) {
			t.Errorf("%s: %v and %v", kind, built[0].Digest, built[1].Digest)
		}
	}
}

// The whole image is frozen as LayerFormat is: config and manifest must not move
// with an upgrade of go-containerregistry either.
func TestImageDigestIsFrozen(t *testing.T) {
	t.Parallel()
	spec := simpleSpec(smallTree(t, "golden"))
	spec.Layers = append(spec.Layers, Layer{Origin: "etc", Files: goldenFiles})
	spec.Config.Healthcheck, spec.Config.StopSignal = []string{"/bin/true"}, "SIGINT"
	out := filepath.Join(t.TempDir(), "out")
	built := mustBuild(t, spec, out, Options{})
	const want = "sha256:7fe374149fc04576ef4e603a36197a1b16b14f457f46fc170200e5d300e2a7d0"
	if built.Digest.String() != want {
		image := mustOpen(t, out, "ember")
		config, _ := encode(image.Config)
		t.Errorf("got %v, want %s\n%s", built.Digest, want, config)
	}
}

func TestConfigSaysWhatTheSpecSays(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out")
	built := mustBuild(t, simpleSpec(smallTree(t, "x")), out, Options{})
	image := mustOpen(t, out, "")
	if image.Name != "ember" || image.Digest != built.Digest {
		t.Errorf("opened %q %v", image.Name, image.Digest)
	}
	config, err := encode(image.Config)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"architecture":"amd64"`, `"os":"linux"`, `"created":"2023-11-14T22:13:20Z"`,
		`"Entrypoint":["/opt/stack/bin/tool"]`, `"Cmd":["--help"]`, `"User":"1000:1000"`, `"WorkingDir":"/opt/stack"`,
		`"Env":["A=<&>","PATH=/opt/stack/bin"]`, `"Labels":{"a":"b","cairn.lock":"sha256:0"}`,
	} {
		if !bytes.Contains(config, []byte(want)) {
			t.Errorf("the config lacks %s:\n%s", want, config)
		}
	}
	if size := built.Size; size != layoutBlobBytes(t, out) {
		t.Errorf("Size is %d, the blobs have %d bytes", size, layoutBlobBytes(t, out))
	}
}

func layoutBlobBytes(t *testing.T, dir string) (sum int64) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, blobsDir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		sum += info.Size()
	}
	return sum
}

func TestBuildLeavesForeignFoldersAlone(t *testing.T) {
	t.Parallel()
	out := t.TempDir()
	writeFile(t, filepath.Join(out, "thesis.tex"), []byte("years of work"), 0o644)
	_, err := Build(context.Background(), simpleSpec(smallTree(t, "x")), out, Options{})
	var refused *NotLayoutError
	if !errors.As(err, &refused) || refused.Dir != out {
		t.Errorf("got %v", err)
	}
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
	file := filepath.Join(out, "thesis.tex")
	if _, err := Build(context.Background(), simpleSpec(smallTree(t, "x")), file, Options{}); err == nil {
		t.Error("a file was taken for a folder")
	}
}

func TestBuildIntoALayout(t *testing.T) {
	t.Parallel()
	out := t.TempDir() // empty: allowed
	spec := simpleSpec(smallTree(t, "one"))
	first := mustBuild(t, spec, out, Options{})
	cpu := simpleSpec(smallTree(t, "two"))
	cpu.Name = "ember:cpu"
	cpu.Layers = append(cpu.Layers, spec.Layers[0])
	cpu.Layers[1].Origin, cpu.Layers[1].Mount = "other", "/opt/other"
	other := mustBuild(t, cpu, out, Options{})
	if got := mustOpen(t, out, "ember"); got.Digest != first.Digest {
		t.Errorf("ember is %v after another image came", got.Digest)
	}

	spec.Layers[0].Tree = smallTree(t, "three")
	second := mustBuild(t, spec, out, Options{})
	mustVerify(t, out)
	if got := mustOpen(t, out, "ember"); got.Digest != second.Digest {
		t.Errorf("ember is %v, want the new one", got.Digest)
	}
	if got := mustOpen(t, out, "ember:cpu"); got.Digest != other.Digest {
		t.Errorf("ember:cpu is %v", got.Digest)
	}
	if _, err := os.Stat(layerPath(out, first, 0)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the replaced image's layer is still there: %v", err)
	}
	if _, err := Open(out, ""); err == nil || !strings.Contains(err.Error(), `"ember", "ember:cpu"`) {
		t.Errorf("two images, no name: got %v", err)
	}
	// 2 manifests, 2 configs, 1 + 2 layers.
	entries, err := os.ReadDir(filepath.Join(out, blobsDir))
	if err != nil || len(entries) != 7 {
		t.Errorf("%d blobs, %v", len(entries), err)
	}
}

func TestBuildHealsATamperedLayout(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out")
	spec := simpleSpec(smallTree(t, "x"))
	built := mustBuild(t, spec, out, Options{})
	tamper(t, layerPath(out, built, 0), func(b []byte) []byte { b[20] ^= 1; return b })
	if again := mustBuild(t, spec, out, Options{}); again.Digest != built.Digest {
		t.Errorf("got %v, want %v", again.Digest, built.Digest)
	}
	mustVerify(t, out)
}

func TestBuildIntoALinkedFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "real"), 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink("real", link); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, simpleSpec(smallTree(t, "x")), link, Options{})
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != fs.ModeSymlink {
		t.Errorf("the link became %v, %v", info, err)
	}
	mustVerify(t, link)
}

func TestFailedAndCancelledBuildsLeaveNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	spec := simpleSpec(smallTree(t, "x"))
	spec.Layers = append(spec.Layers, Layer{Origin: "bad", Files: []File{{Path: "/f", Source: dir}}})
	if _, err := Build(context.Background(), spec, out, Options{}); err == nil || !strings.Contains(err.Error(), "layer bad") {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Build(ctx, simpleSpec(smallTree(t, "x")), out, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestBuildsIntoOneLayoutAtOnce(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out")
	var wait sync.WaitGroup
	for i := range 8 {
		spec := simpleSpec(smallTree(t, fmt.Sprint("content ", i)))
		spec.Name = fmt.Sprint("image", i)
		wait.Go(func() {
			if _, err := Build(context.Background(), spec, out, Options{Jobs: 1}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	mustVerify(t, out)
	for i := range 8 {
		mustOpen(t, out, fmt.Sprint("image", i))
	}
}

// killedVariable makes the test binary a process that builds without end into
// the folder that it names.
const killedVariable = "CAIRN_TEST_BUILD_INTO"

func TestMain(m *testing.M) {
	if out := os.Getenv(killedVariable); out != "" {
		buildForever(out)
	}
	os.Exit(m.Run())
}

// buildForever says on standard output that it begins.
func buildForever(out string) {
	fmt.Println()
	for i := 0; ; i++ {
		spec := Spec{Name: "ember", Layers: []Layer{{Origin: "stack", Files: []File{
			{Path: "/file", Mode: 0o644, Content: fmt.Appendf(nil, "%d", i%3)}, {Path: "/noise", Mode: 0o644, Content: noise(100000)},
		}}}}
		if _, err := Build(context.Background(), spec, out, Options{}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func TestKilledBuildLeavesAWholeLayout(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	for i := range 12 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), killedVariable+"="+out)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		began, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err == nil {
			_, err = began.Read(make([]byte, 1))
		}
		if err != nil {
			t.Fatal(err)
		}
		// The instant is what the test is about: early ones hit the first rename.
		time.Sleep(time.Duration(5+i*13) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		if stderr.Len() > 0 {
			t.Fatalf("the build failed before it was killed: %s", stderr.Bytes())
		}
		if _, err := os.Stat(out); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		mustVerify(t, out)
		mustOpen(t, out, "ember")
	}
	mustBuild(t, simpleSpec(smallTree(t, "after")), out, Options{})
	mustVerify(t, out)
	for _, place := range []string{dir, out} {
		if left, err := filepath.Glob(filepath.Join(place, ".*")); err != nil || len(left) > 0 {
			t.Errorf("not swept: %v, %v", left, err)
		}
	}
}

func TestSpecsThatAreRefused(t *testing.T) {
	t.Parallel()
	for want, change := range map[string]func(*Spec){
		`image name "a b"`:                 func(s *Spec) { s.Name = "a b" },
		`image name "a//b"`:                func(s *Spec) { s.Name = "a//b" },
		`compression "lzma"`:               func(s *Spec) { s.Compression = "lzma" },
		`format "cairn-layer-v9"`:          func(s *Spec) { s.LayerFormat = "cairn-layer-v9" },
		"before 1970":                      func(s *Spec) { s.SourceDateEpoch = -1 },
		"has no layers":                    func(s *Spec) { s.Layers = nil },
		"layer 1 (stack): mount":           func(s *Spec) { s.Layers[0].Mount = "opt" },
		"this cairn writes " + LayerFormat: func(s *Spec) { s.LayerFormat = "v0" },
	} {
		spec := simpleSpec(t.TempDir())
		change(&spec)
		if _, err := Build(context.Background(), spec, filepath.Join(t.TempDir(), "out"), Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestSkopeoReadsTheImage(t *testing.T) {
	t.Parallel()
	for _, kind := range []Compression{Gzip, Zstd} {
		tree, dir := t.TempDir(), t.TempDir()
		makeTree(t, tree, 6)
		out := filepath.Join(dir, "out")
		spec := simpleSpec(tree)
		spec.Name, spec.Compression = "ember:cpu", kind
		built := mustBuild(t, spec, out, Options{})
		var seen struct {
			Digest       string
			Architecture string
			Layers       []string
			Env          []string
		}
		text := native(t, "skopeo", "inspect", "oci:"+out+":ember:cpu")
		if err := json.Unmarshal([]byte(text), &seen); err != nil {
			t.Fatal(err)
		}
		if seen.Digest != built.Digest.String() || len(seen.Layers) != 1 || seen.Layers[0] != built.Layers[0].Digest.String() || len(seen.Env) != 2 {
			t.Errorf("skopeo sees %+v", seen)
		}
		// A copy hashes everything on the way.
		copied := filepath.Join(dir, "copied")
		native(t, "skopeo", "copy", "--quiet", "oci:"+out+":ember:cpu", "oci:"+copied+":ember:cpu")
		mustVerify(t, copied)
		if image := mustOpen(t, copied, "ember:cpu"); image.Digest != built.Digest {
			t.Errorf("skopeo's copy is %v", image.Digest)
		}
	}
}

// An image takes the place of the one of its name; without a name, of itself alone.
func TestWhatAnImageReplaces(t *testing.T) {
	t.Parallel()
	image := func(name, content string) v1.Descriptor {
		d := v1.Descriptor{Digest: hashOf(digest.Of([]byte(content)))}
		if name != "" {
			d.Annotations = map[string]string{annotationRefName: name}
		}
		return d
	}
	for _, c := range []struct {
		new, old v1.Descriptor
		want     bool
	}{
		{image("a", "1"), image("a", "2"), true}, {image("a", "1"), image("b", "1"), false}, {image("a", "1"), image("", "1"), false},
		{image("", "1"), image("", "1"), true}, {image("", "1"), image("", "2"), false}, {image("", "1"), image("a", "1"), false},
	} {
		if got := replaces(c.new, c.old); got != c.want {
			t.Errorf("%v in the place of %v: %t", c.new, c.old, got)
		}
	}
}
