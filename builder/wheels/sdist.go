package wheels

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// UnpackSdist writes the content of the source distribution at archive, whose name is
// file, into the empty folder dir, without the one folder that all of it is in (Source
// distribution format, "Source distribution archive features"). Links lead to what is
// inside, or it is a *HostileError.
func UnpackSdist(ctx context.Context, archive, file, dir string) error {
	if !strings.HasSuffix(file, ".tar.gz") {
		return &HostileError{File: file, Reason: "is no .tar.gz, as source distributions are (PEP 625)"}
	}
	in, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	packed, err := gzip.NewReader(bufio.NewReader(in))
	if err != nil {
		return &HostileError{File: file, Reason: "is not compressed by gzip: " + err.Error()}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	s := &sdist{file: file, root: root, left: max(smallArchive, info.Size()*maxExpansion)}
	reader := tar.NewReader(packed)
	for entries := 0; ; entries++ {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		header, err := reader.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return &HostileError{File: file, Reason: "cannot be read: " + err.Error()}
		}
		if entries == maxEntries {
			return &HostileError{File: file, Reason: fmt.Sprintf("has more than %d entries", maxEntries)}
		}
		if err := s.unpack(header, reader); err != nil {
			return err
		}
	}
	if s.top == "" {
		return &HostileError{File: file, Reason: "is empty"}
	}
	return nil
}

// sdist is one source distribution on its way into a folder.
type sdist struct {
	file string
	root *os.Root
	top  string // the folder that all is in
	left int64  // bytes that may still come
}

func (s *sdist) hostile(entry, reason string) error {
	return &HostileError{File: s.file, Entry: entry, Reason: reason}
}

func (s *sdist) unpack(header *tar.Header, content io.Reader) error {
	if header.Typeflag == tar.TypeXGlobalHeader {
		return nil
	}
	name := path.Clean(header.Name)
	top, rest, _ := strings.Cut(name, "/")
	if s.top == "" {
		s.top = top
	}
	switch {
	case strings.ContainsAny(header.Name, "\\\x00\r\n") || !filepath.IsLocal(name) || top == ".":
		return s.hostile(header.Name, "would leave the folder that it is unpacked in")
	case top != s.top:
		return s.hostile(header.Name, "is not in the folder of the others")
	case rest == "":
		if header.Typeflag != tar.TypeDir {
			return s.hostile(header.Name, "is in no folder")
		}
		return nil
	}
	var err error
	if header.Typeflag == tar.TypeDir {
		err = s.root.MkdirAll(rest, 0o755)
	} else if err = s.root.MkdirAll(path.Dir(rest), 0o755); err == nil {
		switch header.Typeflag {
		case tar.TypeReg:
			return s.write(header, rest, content)
		case tar.TypeSymlink:
			if to := path.Join(path.Dir(rest), header.Linkname); path.IsAbs(header.Linkname) || !filepath.IsLocal(to) {
				return s.hostile(header.Name, "links to "+header.Linkname+", outside")
			}
			err = s.root.Symlink(header.Linkname, rest)
		case tar.TypeLink:
			err = s.root.Link(strings.TrimPrefix(path.Clean(header.Linkname), s.top+"/"), rest)
		default:
			return s.hostile(header.Name, "is neither file, folder nor link")
		}
	}
	if err != nil {
		return s.hostile(header.Name, "cannot be unpacked: "+err.Error())
	}
	return nil
}

func (s *sdist) write(header *tar.Header, name string, content io.Reader) error {
	if s.left -= header.Size; s.left < 0 {
		return s.hostile(header.Name, "makes it larger than a package is")
	}
	mode := fs.FileMode(0o644)
	if header.FileInfo().Mode()&0o100 != 0 {
		mode = 0o755
	}
	out, err := s.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return s.hostile(header.Name, "is there twice")
	}
	if err != nil {
		return s.hostile(header.Name, "cannot be unpacked: "+err.Error())
	}
	_, err = io.Copy(out, content)
	err = errors.Join(err, out.Close())
	if err == nil || errors.As(err, new(*fs.PathError)) { // the disk's
		return err
	}
	return s.hostile(header.Name, "cannot be read: "+err.Error())
}
