package containers

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// writeTar writes entries as LayerFormat says, each with the time epoch. Before
// each entry, when all bytes of the one before it are written, it calls before.
func writeTar(ctx context.Context, w io.Writer, entries []entry, epoch int64, before func(entry) error) error {
	out, buffer := tar.NewWriter(w), make([]byte, copyBytes)
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := errors.Join(out.Flush(), before(e)); err != nil {
			return err
		}
		if err := out.WriteHeader(e.header(epoch)); err != nil {
			return fmt.Errorf("layer entry /%s: %w", e.path, err)
		}
		if e.hasBytes() {
			if err := e.copyTo(ctx, out, buffer); err != nil {
				return err
			}
		}
	}
	return out.Close()
}

func (e entry) hasBytes() bool { return e.mode.IsRegular() && !e.hard }

func (e entry) header(epoch int64) *tar.Header {
	header := &tar.Header{
		Typeflag: tar.TypeReg,
		Name:     e.path,
		Linkname: e.link,
		Mode:     int64(e.mode.Perm()),
		Uid:      e.uid,
		Gid:      e.gid,
		ModTime:  time.Unix(epoch, 0),
	}
	if e.mode&fs.ModeSticky != 0 {
		header.Mode |= 0o1000 // POSIX.1-2017, pax, "ustar Interchange Format": TSVTX
	}
	switch {
	case e.hard:
		header.Typeflag = tar.TypeLink
	case e.mode.IsDir():
		header.Typeflag, header.Name = tar.TypeDir, e.path+"/"
	case e.mode.Type() == fs.ModeSymlink:
		header.Typeflag = tar.TypeSymlink
	default:
		header.Size = e.size
	}
	return header
}

// copyTo writes exactly e.size bytes, by way of buffer; a file that changed its size
// meanwhile is an error.
func (e entry) copyTo(ctx context.Context, w io.Writer, buffer []byte) error {
	r, err := e.open()
	if err != nil {
		return err
	}
	defer r.Close()
	for left := e.size; left > 0; {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := io.ReadFull(r, buffer[:min(left, copyBytes)])
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return fmt.Errorf("%s became shorter while it was packed", e.source)
		} else if err != nil {
			return err
		}
		if _, err := w.Write(buffer[:n]); err != nil {
			return err
		}
		left -= int64(n)
	}
	if n, _ := r.Read(buffer[:1]); n > 0 {
		return fmt.Errorf("%s grew while it was packed", e.source)
	}
	return nil
}

// copyBytes is how much is copied between two looks at the context.
const copyBytes = 256 << 10

func (e entry) open() (io.ReadCloser, error) {
	if e.source == "" {
		return io.NopCloser(bytes.NewReader(e.content)), nil
	}
	return os.Open(e.source)
}
