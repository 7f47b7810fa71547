package patches

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"crypto/sha1"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// workbench is a repository for git, and the same objects in memory for this package.
type workbench struct {
	dir     string
	objects *memory.Storage
	written map[string]bool
}

// openWorkbench makes one, in memory where it can: a case takes a third of the time then.
func openWorkbench(t *testing.T) *workbench {
	t.Helper()
	dir := t.TempDir()
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		if shared, err := os.MkdirTemp("/dev/shm", "cairn-differential-"); err == nil {
			dir = shared
		}
	}
	w := &workbench{dir: dir, objects: memory.NewStorage(), written: map[string]bool{}}
	for _, folder := range []string{"git/objects", "git/refs", "work"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for file, text := range map[string]string{"HEAD": "ref: refs/heads/main\n", "config": "[core]\nrepositoryformatversion = 0\nbare = false\n"} {
		if err := os.WriteFile(filepath.Join(dir, "git", file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// close removes it: a test opens many.
func (w *workbench) close() { os.RemoveAll(w.dir) }

// write stores a tree and its blobs, for git as loose objects and for this package
// in memory.
func (w *workbench) write(t *testing.T, tree randomTree) string {
	t.Helper()
	put := func(kind plumbing.ObjectType, id string, body []byte) {
		if w.written[id] {
			return
		}
		w.written[id] = true
		o := w.objects.NewEncodedObject()
		o.SetType(kind)
		writer, err := o.Writer()
		if err != nil {
			t.Fatal(err)
		}
		_, err = writer.Write(body)
		if err = errors.Join(err, writer.Close()); err != nil {
			t.Fatal(err)
		}
		if got, err := w.objects.SetEncodedObject(o); err != nil || got.String() != id {
			t.Fatalf("object %s is %s: %v", id, got, err)
		}
		var packed bytes.Buffer
		z, _ := zlib.NewWriterLevel(&packed, zlib.BestSpeed)
		fmt.Fprintf(z, "%s %d\x00", kind, len(body))
		_, err = z.Write(body)
		if err = errors.Join(err, z.Close()); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(w.dir, "git/objects", id[:2], id[2:])
		err = os.MkdirAll(filepath.Dir(path), 0o755)
		if err = errors.Join(err, os.WriteFile(path, packed.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range tree {
		if e.mode != "160000" {
			put(plumbing.BlobObject, e.blob(), e.data)
		}
	}
	return treeObjects(tree, func(id string, body []byte) { put(plumbing.TreeObject, id, body) })
}

func (w *workbench) git(index string, args ...string) *exec.Cmd {
	work := filepath.Join(w.dir, "work")
	return gitCommand(work, args, "GIT_DIR="+filepath.Join(w.dir, "git"), "GIT_WORK_TREE="+work, "GIT_INDEX_FILE="+index)
}

// diff has git make all diffs of one kind in one process.
func (w *workbench) diff(t *testing.T, options []string, group []*trial) {
	t.Helper()
	var pairs bytes.Buffer
	for _, tr := range group {
		fmt.Fprintf(&pairs, "%s %s\n", tr.from, tr.to)
	}
	cmd := w.git("", append([]string{"diff-tree", "--stdin", "-r", "-p"}, options...)...)
	cmd.Stdin = &pairs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git diff-tree %q: %v", options, err)
	}
	for _, tr := range group {
		head := tr.from + " " + tr.to + "\n"
		if !bytes.HasPrefix(out, []byte(head)) {
			t.Fatalf("git diff-tree %q: no header of seed %d at %.90q", options, tr.seed, out)
		}
		out = out[len(head):]
		end := len(out)
		// The next header is a line of two ids.
		for at := 0; at < len(out); {
			if len(out) > at+81 && out[at+40] == ' ' && out[at+81] == '\n' && isHex(out[at:at+40]) && isHex(out[at+41:at+81]) {
				end = at
				break
			}
			next := bytes.IndexByte(out[at:], '\n')
			if next < 0 {
				break
			}
			at += next + 1
		}
		tr.patch, out = bytes.Clone(out[:end]), out[end:]
	}
}

func isHex(b []byte) bool {
	for _, c := range b {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// gitApply runs git on the case and returns the tree, "" if it refuses.
func (w *workbench) gitApply(tr *trial, worker int) (tree, says string, err error) {
	index := filepath.Join(w.dir, fmt.Sprintf("index-%d", worker))
	if err := os.WriteFile(index, indexOf(tr.target), 0o644); err != nil {
		return "", "", err
	}
	cmd := w.git(index, append([]string{"apply", "--cached"}, append(slices.Clone(tr.args), "-")...)...)
	cmd.Stdin = bytes.NewReader(tr.patch)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	if err := cmd.Run(); err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) && !exit.Exited() {
			// git 2.39 itself aborts at some patches (BUG: caller miscounted postlen;
			// assertion patch->is_new <= 0).
			return "", "", errors.Join(errGitBroken, os.Remove(index+".lock"))
		}
		if !errors.As(err, &exit) || exit.ExitCode() != 1 && exit.ExitCode() != 128 {
			return "", "", fmt.Errorf("git apply: %w: %s", err, &complaints)
		}
		return "", complaints.String(), nil
	}
	after, err := readIndex(index)
	if err != nil {
		return "", "", err
	}
	tree = treeObjects(after, func(string, []byte) {})
	if tr.seed%32 == 0 {
		// The id is computed here to save a process; now and then git is asked.
		out, err := w.git(index, "write-tree", "--missing-ok").Output()
		if got := strings.TrimSpace(string(out)); err != nil || got != tree {
			return "", "", fmt.Errorf("git write-tree says %s, this test %s: %v", got, tree, err)
		}
	}
	return tree, complaints.String(), nil
}

// indexOf writes a tree as a git index (gitformat-index(5), version 2).
func indexOf(t randomTree) []byte {
	var b bytes.Buffer
	b.WriteString("DIRC")
	paths := t.paths()
	_ = binary.Write(&b, binary.BigEndian, []uint32{2, uint32(len(paths))})
	for _, path := range paths {
		start := b.Len()
		e := t[path]
		mode, _ := strconv.ParseUint(e.mode, 8, 32)
		_ = binary.Write(&b, binary.BigEndian, [10]uint32{6: uint32(mode)})
		id, _ := hex.DecodeString(e.blob())
		b.Write(id)
		_ = binary.Write(&b, binary.BigEndian, uint16(min(len(path), 0xfff)))
		b.WriteString(path)
		b.Write(make([]byte, 8-(b.Len()-start)%8))
	}
	sum := sha1.Sum(b.Bytes())
	b.Write(sum[:])
	return b.Bytes()
}

// readIndex reads what git wrote; blobs are known by id only.
func readIndex(file string) (randomTree, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	r := bufio.NewReader(bytes.NewReader(data))
	var head [12]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	if v := binary.BigEndian.Uint32(head[4:]); v != 2 {
		return nil, fmt.Errorf("index version %d", v)
	}
	t := randomTree{}
	for range binary.BigEndian.Uint32(head[8:]) {
		var fixed [62]byte
		if _, err := io.ReadFull(r, fixed[:]); err != nil {
			return nil, err
		}
		name := make([]byte, binary.BigEndian.Uint16(fixed[60:])&0xfff)
		if _, err := io.ReadFull(r, name); err != nil {
			return nil, err
		}
		if _, err := r.Discard(8 - (62+len(name))%8); err != nil {
			return nil, err
		}
		mode := fmt.Sprintf("%o", binary.BigEndian.Uint32(fixed[24:]))
		t[string(name)] = entry{mode: mode, id: hex.EncodeToString(fixed[40:60])}
	}
	return t, nil
}
