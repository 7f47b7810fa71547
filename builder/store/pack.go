package store

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"cairn/digest"
)

// PackTree writes a tree as a tar archive: entries in the order of HashTree, with
// nothing in it that HashTree does not count, so that one tree is one archive
// (POSIX.1-2017, pax; times are 1970, owners 0).
func (s *Store) PackTree(ctx context.Context, d digest.Digest, w io.Writer) error {
	dir, ok := s.Tree(d)
	if !ok {
		return fmt.Errorf("pack tree %s: it is not in the store", d)
	}
	entries, err := scan(dir)
	if err != nil {
		return fmt.Errorf("pack tree %s: %w", d, err)
	}
	out := tar.NewWriter(w)
	for _, e := range entries {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		if err := packEntry(out, dir, e); err != nil {
			return fmt.Errorf("pack tree %s: %s: %w", d, e.path, err)
		}
	}
	return out.Close()
}

func packEntry(out *tar.Writer, dir string, e *entry) error {
	header := &tar.Header{Typeflag: tar.TypeReg, Name: e.path, Mode: 0o644, ModTime: time.Unix(0, 0)}
	switch e.kind {
	case 'd':
		header.Typeflag, header.Name, header.Mode = tar.TypeDir, e.path+"/", 0o755
	case 'l':
		header.Typeflag, header.Linkname, header.Mode = tar.TypeSymlink, e.text, 0o777
	case 'x':
		header.Mode, header.Size = 0o755, e.size
	default:
		header.Size = e.size
	}
	if err := out.WriteHeader(header); err != nil || header.Typeflag != tar.TypeReg {
		return err
	}
	file, err := os.Open(filepath.Join(dir, e.path))
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(out, file)
	return err
}

// PackedError says what is wrong with an archive that is to be a tree.
type PackedError struct {
	Tree   digest.Digest // that it is to be
	Path   string        // of the entry at fault; empty if it is about the whole
	Reason string
}

func (e *PackedError) Error() string {
	if e.Path != "" {
		return fmt.Sprintf("the archive of tree %s: %q %s", e.Tree, e.Path, e.Reason)
	}
	return fmt.Sprintf("the archive of tree %s %s", e.Tree, e.Reason)
}

// UnpackTree reads what PackTree wrote and keeps it, if it is the wanted tree and
// unpacks to no more than limit bytes. Everything else about it is a *PackedError,
// and nothing of it is kept. It reads r to its end.
func (s *Store) UnpackTree(ctx context.Context, r io.Reader, want digest.Digest, limit int64) (err error) {
	temp, remove, err := s.TempDir()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	dir := filepath.Join(temp, "tree")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	u := unpacking{want: want, dir: dir, left: limit, folders: map[string]bool{".": true}}
	if err := u.all(ctx, r); err != nil {
		return err
	}
	entries, err := scan(dir)
	if err != nil {
		return err
	}
	err = forFiles(ctx, entries, func(e *entry) (err error) {
		name := filepath.Join(dir, e.path)
		if e.sum, err = hashFile(name); err != nil {
			return err
		}
		return os.Chmod(name, modeOf(e.kind))
	})
	if err != nil {
		return err
	}
	if got := sum(entries); got != want {
		return &PackedError{Tree: want, Reason: "holds tree " + got.String()}
	}
	_, err = s.keepTree(dir, entries)
	return err
}

// unpacking writes entries into an empty folder. Every folder of a path was made by
// the archive itself before, so that no link is ever followed.
type unpacking struct {
	want    digest.Digest
	dir     string
	left    int64
	folders map[string]bool
}

func (u *unpacking) all(ctx context.Context, r io.Reader) error {
	in := tar.NewReader(r)
	for {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		header, err := in.Next()
		if err == io.EOF {
			// What follows the end is read, so that whoever hashes r sees all of it.
			n, err := io.Copy(io.Discard, io.LimitReader(r, 1<<20))
			if err == nil && n == 1<<20 {
				err = u.fault("", "goes on after its end")
			}
			return err
		}
		if err != nil {
			return u.broken("", err)
		}
		if err := u.entry(in, header); err != nil {
			return err
		}
	}
}

func (u *unpacking) fault(path, reason string) error {
	return &PackedError{Tree: u.want, Path: path, Reason: reason}
}

// broken tells a fault of the archive from one of what it is read from.
func (u *unpacking) broken(path string, err error) error {
	if errors.Is(err, tar.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF) {
		return u.fault(path, "is damaged: "+err.Error())
	}
	return err
}

func (u *unpacking) entry(in io.Reader, header *tar.Header) error {
	name := strings.TrimSuffix(header.Name, "/")
	if name == "" || name != path.Clean(name) || !filepath.IsLocal(name) {
		return u.fault(header.Name, "is no path within a tree")
	}
	if !u.folders[path.Dir(name)] {
		return u.fault(header.Name, "is in no folder of the archive")
	}
	to := filepath.Join(u.dir, filepath.FromSlash(name))
	var err error
	switch header.Typeflag {
	case tar.TypeDir:
		u.folders[name] = true
		err = os.Mkdir(to, 0o755)
	case tar.TypeSymlink:
		err = os.Symlink(header.Linkname, to)
	case tar.TypeReg:
		if u.left -= header.Size; u.left < 0 {
			return u.fault(header.Name, "is beyond the size that was announced")
		}
		mode := os.FileMode(0o644)
		if header.Mode&0o100 != 0 {
			mode = 0o755
		}
		var file *os.File
		if file, err = os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode); err != nil {
			break
		}
		_, copyErr := io.Copy(file, in)
		if err := errors.Join(file.Chmod(mode), file.Close()); copyErr == nil && err != nil {
			return err
		}
		if copyErr != nil {
			return u.broken(header.Name, copyErr)
		}
	default:
		return u.fault(header.Name, "is neither file, folder nor link")
	}
	if errors.Is(err, os.ErrExist) {
		return u.fault(header.Name, "is there twice")
	}
	return err
}
