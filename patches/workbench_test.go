package patches

import (
	"bufio"
	"bytes"
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
)

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
