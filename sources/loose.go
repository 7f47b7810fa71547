package sources

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/klauspost/compress/zlib"
)

// loosePath is where a git directory keeps an object outside of packs
// (gitrepository-layout(5)).
func loosePath(objectsDir string, id plumbing.Hash) string {
	name := id.String()
	return filepath.Join(objectsDir, name[:2], name[2:])
}

func hasLoose(objectsDir string, id plumbing.Hash) bool {
	info, err := os.Stat(loosePath(objectsDir, id))
	return err == nil && info.Mode().IsRegular()
}

// looseIDs returns the ids of the objects outside of packs that begin with a byte.
func looseIDs(objectsDir string, first byte) ([]plumbing.Hash, error) {
	folder := fmt.Sprintf("%02x", first)
	entries, err := os.ReadDir(filepath.Join(objectsDir, folder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var ids []plumbing.Hash
	for _, entry := range entries {
		if name := folder + entry.Name(); plumbing.IsHash(name) {
			ids = append(ids, plumbing.NewHash(name))
		}
	}
	return ids, nil
}

// readLoose returns plumbing.ErrObjectNotFound when there is no such file.
func readLoose(objectsDir string, id plumbing.Hash) (plumbing.ObjectType, []byte, error) {
	path := loosePath(objectsDir, id)
	compressed, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil, plumbing.ErrObjectNotFound
	}
	if err != nil {
		return 0, nil, err
	}
	kind, content, err := decodeLoose(compressed)
	if err != nil {
		return 0, nil, fmt.Errorf("%s: %w", path, err)
	}
	return kind, content, nil
}

var errLoose = errors.New("malformed loose object")

func decodeLoose(compressed []byte) (plumbing.ObjectType, []byte, error) {
	return decodeLooseUpTo(compressed, maxObjectBytes)
}

func decodeLooseUpTo(compressed []byte, mostBytes int64) (plumbing.ObjectType, []byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return 0, nil, err
	}
	most := mostBytes + 32 // the header
	all, err := io.ReadAll(io.LimitReader(r, most+1))
	if err = errors.Join(err, r.Close()); err != nil {
		return 0, nil, err
	}
	if int64(len(all)) > most {
		return 0, nil, &ExcessError{What: fmt.Sprintf("a loose object is larger than the %d bytes that are read", mostBytes)}
	}
	head, content, found := bytes.Cut(all, []byte{0})
	word, length, spaced := bytes.Cut(head, []byte{' '})
	kind, err := plumbing.ParseObjectType(string(word))
	if !found || !spaced || err != nil || kind.IsDelta() {
		return 0, nil, errLoose
	}
	if size, err := strconv.Atoi(string(length)); err != nil || size != len(content) {
		return 0, nil, fmt.Errorf("%w: %d bytes, announced %q", errLoose, len(content), length)
	}
	return kind, content, nil
}

// looseWriters are compressors between two objects: a new one takes a megabyte.
var looseWriters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is one
	}
	return z
}}

func encodeLoose(kind plumbing.ObjectType, content []byte) ([]byte, error) {
	var compressed bytes.Buffer
	z := looseWriters.Get().(*zlib.Writer)
	defer looseWriters.Put(z)
	z.Reset(&compressed)
	_, err := fmt.Fprintf(z, "%s %d\x00", kind, len(content))
	if err == nil {
		_, err = z.Write(content)
	}
	if err == nil {
		err = z.Close()
	}
	return compressed.Bytes(), err
}

// writeLoose keeps an object under its id: written beside its place and renamed,
// so that a kill at any instant leaves it whole or not there.
func writeLoose(objectsDir string, id plumbing.Hash, kind plumbing.ObjectType, content []byte) (err error) {
	path := loosePath(objectsDir, id)
	if err := os.Mkdir(filepath.Dir(path), 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "tmp_obj_*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	compressed, err := encodeLoose(kind, content)
	if err == nil {
		_, err = tmp.Write(compressed)
	}
	if err = errors.Join(err, tmp.Chmod(0o444), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
