package containers

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"cairn/digest"
)

// packOne packs a layer without a store and returns what came out with its bytes.
func packOne(t testing.TB, l Layer, kind Compression, jobs int) (packed, []byte) {
	t.Helper()
	spec, err := Spec{Layers: []Layer{l}, Compression: kind, SourceDateEpoch: epoch}.normalise()
	if err != nil {
		t.Fatal(err)
	}
	p := &packer{spec: spec, jobs: jobs, dir: t.TempDir()}
	made, err := p.pack(context.Background(), l)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(made.path)
	if err != nil {
		t.Fatal(err)
	}
	if digest.Of(content) != made.Digest || int64(len(content)) != made.Size {
		t.Errorf("the layer's digest or size is not that of its bytes")
	}
	return made, content
}

func unpacked(t testing.TB, content []byte, kind Compression) []byte {
	t.Helper()
	r, err := decompress(bytes.NewReader(content), kind.mediaType())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// The golden digests of LayerFormat; its comment says what it means when they
// move. The first is of the tar, before any compression.
func TestLayerFormatIsFrozen(t *testing.T) {
	t.Parallel()
	tree := t.TempDir()
	makeTree(t, tree, 1)
	layer := Layer{Origin: "stack", Tree: tree, Mount: "/opt/stack", Files: goldenFiles}
	want := map[Compression][2]string{
		Gzip: {"18b68c95cbae019b92bd2a225fcd06eb958d2bc5d0e25aef0174952cdb867708", "d5eb2f2c5a3028b848f5b42fa0022ce1aa12c1352c93b03af462a69160204599"},
		Zstd: {"18b68c95cbae019b92bd2a225fcd06eb958d2bc5d0e25aef0174952cdb867708", "59846204d66596375022af44a490f6cc037890d697634aad3d164ed6fa07dc07"},
	}
	for kind, digests := range want {
		made, _ := packOne(t, layer, kind, 2)
		if got := made.DiffID.Hex(); got != digests[0] {
			t.Errorf("tar: got %s, want %s", got, digests[0])
		}
		if got := made.Digest.Hex(); got != digests[1] {
			t.Errorf("%s: got %s, want %s", kind, got, digests[1])
		}
	}
}

var goldenFiles = []File{
	{Path: "/tmp", Mode: fs.ModeDir | fs.ModeSticky | 0o777},
	{Path: "/etc/passwd", Mode: 0o644, Content: []byte("root:x:0:0\n")},
	{Path: "/home/user", Mode: fs.ModeDir | 0o750, UID: 1000, GID: 1000},
	{Path: "/home/user/big-id", Mode: 0o600, UID: 3000000, GID: 5}, // beyond ustar's field
	{Path: "/lib64", Mode: fs.ModeSymlink, Link: "usr/lib64"},
}

func TestLayerIgnoresTimesModesOrderAndProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, kind := range []Compression{Gzip, Zstd} {
		var first packed
		for seed, umask := range []int{0o022, 0o077, 0o002, 0o027} {
			old := syscall.Umask(umask)
			tree := filepath.Join(t.TempDir(), fmt.Sprint("tree", seed))
			makeTree(t, tree, uint64(seed))
			runtime.GOMAXPROCS(1 + seed%2)
			made, _ := packOne(t, Layer{Tree: tree, Mount: "/opt/stack"}, kind, 1+3*(seed%2))
			syscall.Umask(old)
			if seed == 0 {
				first = made
			}
			if made.Digest != first.Digest || made.DiffID != first.DiffID {
				t.Errorf("%s, seed %d, umask %03o: got %v, first was %v", kind, seed, umask, made.Digest, first.Digest)
			}
		}
	}
}

func TestLayerShowsWhatCounts(t *testing.T) {
	t.Parallel()
	tree := t.TempDir()
	writeFile(t, filepath.Join(tree, "file"), []byte("x"), 0o644)
	layer := Layer{Tree: tree, Mount: "/opt/stack"}
	seen := map[digest.Digest]string{}
	note := func(what string, l Layer) {
		made, _ := packOne(t, l, Gzip, 1)
		if other, twice := seen[made.Digest]; twice {
			t.Errorf("%s gives the layer of %s", what, other)
		}
		seen[made.Digest] = what
	}
	note("the tree", layer)
	note("another mount", Layer{Tree: tree, Mount: "/opt/other"})
	note("a file besides", Layer{Tree: tree, Mount: "/opt/stack", Files: goldenFiles[:1]})
	if err := os.Chmod(filepath.Join(tree, "file"), 0o755); err != nil {
		t.Fatal(err)
	}
	note("an executable file", layer)
	writeFile(t, filepath.Join(tree, "file"), []byte("y"), 0o755)
	note("other content", layer)
}

func TestGNUTarListsWhatWasPut(t *testing.T) {
	t.Parallel()
	tree := t.TempDir()
	makeTree(t, tree, 3)
	made, _ := packOne(t, Layer{Tree: tree, Mount: "/opt/stack", Files: goldenFiles}, Gzip, 2)
	listing := native(t, "tar", "--numeric-owner", "--full-time", "--quoting-style=literal", "-tvzf", made.path)
	lines := strings.Split(strings.TrimSuffix(listing, "\n"), "\n")

	// What the listing must be, told from the file system alone.
	want := []string{
		"drwxr-xr-x 0/0 0 etc/", "-rw-r--r-- 0/0 11 etc/passwd", "drwxr-xr-x 0/0 0 home/",
		"drwxr-x--- 1000/1000 0 home/user/", "-rw------- 3000000/5 0 home/user/big-id",
		"lrwxrwxrwx 0/0 0 lib64 -> usr/lib64", "drwxr-xr-x 0/0 0 opt/", "drwxrwxrwt 0/0 0 tmp/",
	}
	err := filepath.WalkDir(tree, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name := "opt/stack" + strings.TrimPrefix(file, tree)
		line := fmt.Sprintf("-rw-r--r-- 0/0 %d %s", info.Size(), name)
		switch {
		case d.IsDir():
			line = fmt.Sprintf("drwxr-xr-x 0/0 0 %s/", name)
		case d.Type() == fs.ModeSymlink:
			target, _ := os.Readlink(file)
			line = fmt.Sprintf("lrwxrwxrwx 0/0 0 %s -> %s", name, target)
		case strings.HasSuffix(name, "bin/tool"):
			line = fmt.Sprintf("-rwxr-xr-x 0/0 %d %s", info.Size(), name)
		}
		want = append(want, line)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range lines {
		fields := strings.Fields(line)
		if len(fields) < 6 || fields[3] != "2023-11-14" || fields[4] != "22:13:20" {
			t.Fatalf("time of %q is not that of the epoch", line)
		}
		_, name, _ := strings.Cut(line, "22:13:20 ")
		got = append(got, strings.Join(append(fields[:3:3], name), " "))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestGNUTarUnpacksTheTree(t *testing.T) {
	t.Parallel()
	for _, kind := range []Compression{Gzip, Zstd} {
		tree, out := t.TempDir(), t.TempDir()
		makeTree(t, tree, 4)
		made, _ := packOne(t, Layer{Tree: tree, Mount: "/opt/stack"}, kind, 2)
		native(t, string(kind), "-t", "--", made.path+"."+suffix(t, kind, made.path))
		native(t, "tar", "--use-compress-program="+string(kind), "-C", out, "-xf", made.path)
		native(t, "diff", "-r", "--no-dereference", tree, filepath.Join(out, "opt/stack"))
	}
}

// suffix gives the blob a name that gzip and zstd accept.
func suffix(t *testing.T, kind Compression, path string) string {
	t.Helper()
	name := map[Compression]string{Gzip: "gz", Zstd: "zst"}[kind]
	if err := os.Link(path, path+"."+name); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestHardLinksStayOne(t *testing.T) {
	t.Parallel()
	tree, out := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(tree, "b"), []byte("shared bytes"), 0o644)
	for _, name := range []string{"c", "a"} {
		if err := os.Link(filepath.Join(tree, "b"), filepath.Join(tree, name)); err != nil {
			t.Fatal(err)
		}
	}
	layer := Layer{Tree: tree, Mount: "/opt/stack"}
	made, _ := packOne(t, layer, Gzip, 1)
	native(t, "tar", "-C", out, "-xzf", made.path)
	var inodes []uint64
	for _, name := range []string{"a", "b", "c"} {
		info, err := os.Stat(filepath.Join(out, "opt/stack", name))
		if err != nil {
			t.Fatal(err)
		}
		inodes = append(inodes, info.Sys().(*syscall.Stat_t).Ino)
	}
	if len(slices.Compact(inodes)) != 1 {
		t.Errorf("the names are of different inodes: %v", inodes)
	}
	// A tree that the store names by content says nothing of links, so neither may
	// its layer.
	layer.Content = digest.Of([]byte("as the store says"))
	flat, _ := packOne(t, layer, Gzip, 1)
	copied := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		writeFile(t, filepath.Join(copied, name), []byte("shared bytes"), 0o644)
	}
	layer.Tree = copied
	if same, _ := packOne(t, layer, Gzip, 1); same.Digest != flat.Digest || flat.Digest == made.Digest {
		t.Errorf("links of a store tree show in its layer")
	}
}

func TestTenThousandFiles(t *testing.T) {
	t.Parallel()
	tree := t.TempDir()
	for i := range 100 {
		dir := filepath.Join(tree, fmt.Sprintf("d%02d", i))
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		for j := range 100 {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("f%02d", j)), []byte{byte(i), byte(j)}, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	made, _ := packOne(t, Layer{Tree: tree, Mount: "/opt/stack"}, Gzip, 2)
	names := strings.Fields(native(t, "tar", "-tzf", made.path))
	if len(names) != 10000+100+2 {
		t.Errorf("tar lists %d entries", len(names))
	}
	if !slices.IsSorted(names) { // no name here sorts before a slash
		t.Error("the entries are not in order")
	}
}

func TestEntriesThatNoLayerHolds(t *testing.T) {
	t.Parallel()
	fifo := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(fifo, "pipe"), 0o644); err != nil {
		t.Fatal(err)
	}
	whiteout := t.TempDir()
	writeFile(t, filepath.Join(whiteout, ".wh.lib"), nil, 0o644)
	plain := t.TempDir()
	writeFile(t, filepath.Join(plain, "file"), nil, 0o644)
	at := func(paths ...string) (files []File) {
		for _, p := range paths {
			files = append(files, File{Path: p, Mode: 0o644})
		}
		return files
	}
	for name, c := range map[string]struct {
		layer Layer
		want  string
	}{
		"nothing":       {Layer{}, "is empty"},
		"fifo":          {Layer{Tree: fifo, Mount: "/x"}, "a layer holds no p"},
		"whiteout":      {Layer{Tree: whiteout, Mount: "/x"}, "whiteouts"},
		"white file":    {Layer{Files: at("/a/.wh..wh..opq")}, "whiteouts"},
		"relative":      {Layer{Files: at("etc/passwd")}, "absolute, clean path"},
		"dots":          {Layer{Files: at("/etc/../../passwd")}, "absolute, clean path"},
		"no mount":      {Layer{Tree: plain}, "mount: path"},
		"twice":         {Layer{Tree: plain, Mount: "/x", Files: at("/x/file")}, "/x/file comes twice"},
		"below a file":  {Layer{Tree: plain, Mount: "/x", Files: at("/x/file/below")}, "/x/file/below lies below /x/file"},
		"set-user-id":   {Layer{Files: []File{{Path: "/su", Mode: fs.ModeSetuid | 0o755}}}, "set-user-id"},
		"device":        {Layer{Files: []File{{Path: "/null", Mode: fs.ModeDevice | 0o666}}}, "a layer holds no"},
		"link no text":  {Layer{Files: []File{{Path: "/l", Mode: fs.ModeSymlink}}}, "go together"},
		"missing tree":  {Layer{Tree: filepath.Join(plain, "none"), Mount: "/x"}, "no such file"},
		"missing file":  {Layer{Files: []File{{Path: "/f", Source: filepath.Join(plain, "none")}}}, "no such file"},
		"not a file":    {Layer{Files: []File{{Path: "/f", Source: plain}}}, "not a regular file"},
		"negative user": {Layer{Files: []File{{Path: "/f", UID: -1}}}, "negative"},
	} {
		_, err := Build(context.Background(), Spec{Layers: []Layer{c.layer}}, filepath.Join(t.TempDir(), "out"), Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func TestPathsSortAsAWalkMeetsThem(t *testing.T) {
	t.Parallel()
	tree := t.TempDir()
	makeTree(t, tree, 5)
	entries, err := Layer{Tree: tree, Mount: "/opt/stack"}.entries()
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, e := range entries {
		got = append(got, e.path)
	}
	want = append(want, "opt")
	err = filepath.WalkDir(tree, func(file string, _ fs.DirEntry, err error) error {
		want = append(want, "opt/stack"+strings.TrimPrefix(file, tree))
		return err
	})
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q, %v", got, want, err)
	}
}

func TestFileThatChangesWhileItIsPacked(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	writeFile(t, file, []byte("12345"), 0o644)
	for size, want := range map[int64]string{4: "grew", 6: "shorter"} {
		err := entry{source: file, size: size}.copyTo(context.Background(), io.Discard, make([]byte, 1<<10))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}
