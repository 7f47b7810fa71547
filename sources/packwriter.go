package sources

import (
	"bufio"
	"bytes"
	"crypto/sha1"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/klauspost/compress/zlib"
)

// packWriter writes whole objects, no deltas, into a new pack of an objects folder:
// what is read soon and in full is better inflated once than rebuilt from deltas.
// add may be called from several goroutines.
type packWriter struct {
	dir string // the pack folder
	tmp *os.File

	mu      sync.Mutex
	out     *bufio.Writer
	sum     hash.Hash
	offset  int64
	entries []packedObject
}

type packedObject struct {
	id     plumbing.Hash
	crc    uint32
	offset int64
}

// newPackWriter is for a known number of objects: a pack says it first.
func newPackWriter(objectsDir string, count int) (*packWriter, error) {
	dir := filepath.Join(objectsDir, "pack")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	tmp, err := os.CreateTemp(dir, "tmp_pack_*")
	if err != nil {
		return nil, err
	}
	w := &packWriter{dir: dir, tmp: tmp, sum: sha1.New(), offset: 12}
	w.out = bufio.NewWriterSize(io.MultiWriter(tmp, w.sum), 256<<10)
	head := binary.BigEndian.AppendUint32([]byte("PACK\x00\x00\x00\x02"), uint32(count))
	_, err = w.out.Write(head)
	return w, err
}

// deflater compresses one object; made once and used again.
type deflater struct {
	buffer bytes.Buffer
	zlib   *zlib.Writer
}

var deflaters = sync.Pool{New: func() any {
	d := &deflater{}
	// The store is read more often than it is filled, from the page cache: fast beats small.
	z, err := zlib.NewWriterLevel(&d.buffer, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant
	}
	d.zlib = z
	return d
}}

func (w *packWriter) add(id plumbing.Hash, kind plumbing.ObjectType, content []byte) error {
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	d.buffer.Reset()
	d.buffer.Write(packHeader(kind, len(content)))
	d.zlib.Reset(&d.buffer)
	if _, err := d.zlib.Write(content); err != nil {
		return err
	}
	if err := d.zlib.Close(); err != nil {
		return err
	}
	crc := crc32.ChecksumIEEE(d.buffer.Bytes())
	w.mu.Lock()
	defer w.mu.Unlock()
	w.entries = append(w.entries, packedObject{id, crc, w.offset})
	w.offset += int64(d.buffer.Len())
	_, err := w.out.Write(d.buffer.Bytes())
	return err
}

func packHeader(kind plumbing.ObjectType, size int) []byte {
	first := byte(kind)<<4 | byte(size&15)
	size >>= 4
	var b []byte
	for size > 0 {
		b = append(b, first|0x80)
		first = byte(size & 0x7f)
		size >>= 7
	}
	return append(b, first)
}

// commit puts the pack and then its index under their names, each whole and on
// the disk before it is seen.
func (w *packWriter) commit() (err error) {
	defer func() {
		if err != nil {
			err = errors.Join(err, w.abort())
		}
	}()
	if err := w.out.Flush(); err != nil {
		return err
	}
	sum := w.sum.Sum(nil)
	if _, err := w.tmp.Write(sum); err != nil {
		return err
	}
	if err := errors.Join(w.tmp.Chmod(0o444), w.tmp.Sync()); err != nil {
		return err
	}
	name := filepath.Join(w.dir, fmt.Sprintf("pack-%x", sum))
	index, err := os.CreateTemp(w.dir, "tmp_idx_*")
	if err != nil {
		return err
	}
	_, err = index.Write(packIndexBytes(w.entries, sum))
	if err = errors.Join(err, index.Chmod(0o444), index.Sync(), index.Close()); err != nil {
		return errors.Join(err, os.Remove(index.Name()))
	}
	if err := errors.Join(w.tmp.Close(), os.Rename(w.tmp.Name(), name+".pack")); err != nil {
		return errors.Join(err, os.Remove(index.Name()))
	}
	if err := os.Rename(index.Name(), name+".idx"); err != nil {
		return err
	}
	return syncFolder(w.dir)
}

// abort removes what was written.
func (w *packWriter) abort() error {
	return errors.Join(ignore(w.tmp.Close(), os.ErrClosed), ignore(os.Remove(w.tmp.Name()), os.ErrNotExist))
}

func ignore(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// packIndexBytes makes a version 2 index (gitformat-pack(5), "pack-*.idx files").
func packIndexBytes(entries []packedObject, packSum []byte) []byte {
	slices.SortFunc(entries, func(a, b packedObject) int { return bytes.Compare(a.id[:], b.id[:]) })
	b := []byte{0xff, 't', 'O', 'c', 0, 0, 0, 2}
	at := 0
	for first := range 256 {
		for at < len(entries) && int(entries[at].id[0]) == first {
			at++
		}
		b = binary.BigEndian.AppendUint32(b, uint32(at))
	}
	for _, e := range entries {
		b = append(b, e.id[:]...)
	}
	for _, e := range entries {
		b = binary.BigEndian.AppendUint32(b, e.crc)
	}
	var large []byte
	for _, e := range entries {
		if e.offset < 1<<31 {
			b = binary.BigEndian.AppendUint32(b, uint32(e.offset))
			continue
		}
		b = binary.BigEndian.AppendUint32(b, 1<<31|uint32(len(large)/8))
		large = binary.BigEndian.AppendUint64(large, uint64(e.offset))
	}
	b = append(b, large...)
	b = append(b, packSum...)
	sum := sha1.Sum(b)
	return append(b, sum[:]...)
}
