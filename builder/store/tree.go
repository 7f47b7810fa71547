package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"cairn/digest"

	"github.com/sourcegraph/conc/pool"
)

// HashTree returns the digest of a folder, "cairn-tree-v1": the sha256 of
//
//	"cairn-tree-v1\n"
//	for every entry below the folder, the folder itself not among them, in the
//	order of the bytes of their slash-separated paths relative to it:
//	    the kind, 1 byte: 'd' folder, 'f' file, 'x' executable file, 'l' symbolic link
//	    the length of the path, 8 bytes, big endian, and the path
//	    for 'f' and 'x', the sha256 of the content, 32 bytes
//	    for 'l', the length of the link's text, 8 bytes, big endian, and the text
//
// A file is executable if its owner may execute it. Owners, times, other mode
// bits, extended attributes and hard links do not count; empty folders do. Sockets,
// pipes and devices are an *EntryError. Links are never followed.
func HashTree(ctx context.Context, dir string) (digest.Digest, error) {
	entries, err := scan(dir)
	if err != nil {
		return digest.Digest{}, err
	}
	err = forFiles(ctx, entries, func(e *entry) (err error) {
		e.sum, err = hashFile(filepath.Join(dir, e.path))
		return err
	})
	if err != nil {
		return digest.Digest{}, fmt.Errorf("hash %s: %w", dir, err)
	}
	return sum(entries), nil
}

// EntryError says which entry of a tree cannot be kept.
type EntryError struct{ Path, Reason string }

func (e *EntryError) Error() string { return fmt.Sprintf("%s %s", e.Path, e.Reason) }

// entry is one line of a tree.
type entry struct {
	kind byte
	path string // relative, slash-separated
	text string // of a link
	sum  digest.Digest
	size int64
}

// scan lists dir in the order of the specification, without contents.
func scan(dir string) ([]*entry, error) {
	if info, err := os.Lstat(dir); err != nil {
		return nil, fmt.Errorf("read tree: %w", err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("read tree: %w", &EntryError{Path: dir, Reason: "is not a folder"})
	}
	var entries []*entry
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		e := &entry{path: filepath.ToSlash(strings.TrimPrefix(name[len(dir):], "/"))}
		entries = append(entries, e)
		switch {
		case d.IsDir():
			e.kind = 'd'
		case d.Type()&fs.ModeSymlink != 0:
			e.kind = 'l'
			e.text, err = os.Readlink(name)
			return err
		case d.Type().IsRegular():
			info, err := d.Info()
			if err != nil {
				return err
			}
			e.kind, e.size = 'f', info.Size()
			if info.Mode()&0o100 != 0 {
				e.kind = 'x'
			}
		default:
			return &EntryError{Path: name, Reason: "is neither file, folder nor link"}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read tree: %w", err)
	}
	// WalkDir goes into "a" before it visits "a-b"; the bytes of the paths do not.
	slices.SortFunc(entries, func(a, b *entry) int { return strings.Compare(a.path, b.path) })
	return entries, nil
}

func sum(entries []*entry) digest.Digest {
	h := sha256.New()
	io.WriteString(h, "cairn-tree-v1\n")
	var line []byte
	for _, e := range entries {
		line = append(line[:0], e.kind)
		line = binary.BigEndian.AppendUint64(line, uint64(len(e.path)))
		line = append(line, e.path...)
		switch e.kind {
		case 'f', 'x':
			line = append(line, e.sum[:]...)
		case 'l':
			line = binary.BigEndian.AppendUint64(line, uint64(len(e.text)))
			line = append(line, e.text...)
		}
		h.Write(line)
	}
	return digest.Digest(h.Sum(nil))
}

// forFiles calls f for every file, several at once.
func forFiles(ctx context.Context, entries []*entry, f func(*entry) error) error {
	work := pool.New().WithMaxGoroutines(max(4, runtime.GOMAXPROCS(0))).WithContext(ctx).WithCancelOnError().WithFirstError()
	// A goroutine for each of thousands of small files would cost more than they do.
	var batch []*entry
	var bytes int64
	flush := func() {
		if len(batch) == 0 {
			return
		}
		files := batch
		batch, bytes = nil, 0
		work.Go(func(ctx context.Context) error {
			for _, e := range files {
				if err := context.Cause(ctx); err != nil {
					return err
				}
				if err := f(e); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for _, e := range entries {
		if e.kind != 'f' && e.kind != 'x' {
			continue
		}
		batch, bytes = append(batch, e), bytes+e.size
		if len(batch) >= 64 || bytes >= 4<<20 {
			flush()
		}
	}
	flush()
	return work.Wait()
}

func hashFile(name string) (digest.Digest, error) {
	file, err := os.Open(name)
	if err != nil {
		return digest.Digest{}, err
	}
	defer file.Close()
	w := digest.NewWriter(nil)
	if _, err := io.Copy(w, file); err != nil {
		return digest.Digest{}, err
	}
	return w.Digest(), nil
}

// folders returns the entries that are folders, outermost first.
func folders(entries []*entry) []*entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e *entry) bool { return e.kind != 'd' })
}
