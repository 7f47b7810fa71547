package sources

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// carryMagic begins what WriteObjects writes.
const carryMagic = "cairn-git-objects-v1\n"

// maxCarried bounds one object: git's own limit for what is kept in memory whole is
// of this order (core.bigFileThreshold), and no source file comes near.
const maxCarried = 2 << 30

// Folder returns the folder below Options.Dir in which the objects of a URL are kept.
func Folder(url string) string { return folderName(url) }

// WriteObjects writes all objects of a git directory as
//
//	"cairn-git-objects-v1\n", their number, 8 bytes, big endian, and
//	for every object, in the order of their ids:
//	    its kind, 1 byte (gitformat-pack(5), "Object types")
//	    its size, 8 bytes, big endian, and its content
//
// so that the same objects are the same bytes, however git packed them.
func WriteObjects(ctx context.Context, gitDir string, w io.Writer) (err error) {
	db, err := openDatabase(filepath.Join(gitDir, "objects"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	var ids []plumbing.Hash
	if err := db.each(func(id plumbing.Hash) error { ids = append(ids, id); return ctx.Err() }); err != nil {
		return err
	}
	slices.SortFunc(ids, func(a, b plumbing.Hash) int { return bytes.Compare(a[:], b[:]) })
	ids = slices.Compact(ids)
	out := bufio.NewWriterSize(w, 256<<10)
	if _, err := out.Write(binary.BigEndian.AppendUint64([]byte(carryMagic), uint64(len(ids)))); err != nil {
		return err
	}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		kind, content, err := verified(db, gitDir, id)
		if err != nil {
			return err
		}
		if _, err := out.Write(binary.BigEndian.AppendUint64([]byte{byte(kind)}, uint64(len(content)))); err != nil {
			return err
		}
		if _, err := out.Write(content); err != nil {
			return err
		}
	}
	return out.Flush()
}

// ReadObjects makes dir, which must not exist, a bare repository of the objects that
// WriteObjects wrote. It has no refs; as a mirror's folder it serves by ids.
func ReadObjects(ctx context.Context, r io.Reader, dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return err
	}
	if err := initRepository(dir); err != nil {
		return err
	}
	in := bufio.NewReaderSize(r, 256<<10)
	head := make([]byte, len(carryMagic)+8)
	if _, err := io.ReadFull(in, head); err != nil || string(head[:len(carryMagic)]) != carryMagic {
		return errors.Join(errors.New("these are no git objects as cairn carries them"), err)
	}
	count := binary.BigEndian.Uint64(head[len(carryMagic):])
	if count > 1<<31 {
		return fmt.Errorf("%d git objects are more than any repository has", count)
	}
	out, err := newPackWriter(filepath.Join(dir, "objects"), int(count))
	if err != nil {
		return err
	}
	for range count {
		if err := carryObject(ctx, in, out); err != nil {
			return errors.Join(err, out.abort())
		}
	}
	if _, err := in.ReadByte(); err != io.EOF {
		return errors.Join(errors.New("the git objects go on after their end"), out.abort())
	}
	return out.commit()
}

func carryObject(ctx context.Context, in io.Reader, out *packWriter) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var head [9]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return fmt.Errorf("the git objects end early: %w", err)
	}
	kind, size := plumbing.ObjectType(head[0]), binary.BigEndian.Uint64(head[1:])
	if !slices.Contains([]plumbing.ObjectType{plumbing.CommitObject, plumbing.TreeObject, plumbing.BlobObject, plumbing.TagObject}, kind) || size > maxCarried {
		return fmt.Errorf("a git object of kind %d and %d bytes cannot be", head[0], size)
	}
	// Grown as it comes: a size that lies costs no memory.
	var content bytes.Buffer
	if n, err := io.CopyN(&content, in, int64(size)); err != nil {
		return fmt.Errorf("a git object ends after %d of %d bytes: %w", n, size, err)
	}
	return out.add(plumbing.ComputeHash(kind, content.Bytes()), kind, content.Bytes())
}
