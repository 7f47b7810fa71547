// Package debarchive makes signed apt archives of packages that tests invent, whole or
// with a fault.
package debarchive

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// Entry is one entry of a package's data.tar.
type Entry struct {
	Name, Content, Link string
	Kind                byte  // tar.TypeReg when 0
	Mode                int64 // 0644 when 0
}

// Deb is a package.
type Deb struct {
	Name, Version string
	Fields        string // more lines of the stanza, "Depends: x\n"
	Files         []Entry
	Compression   string // of data.tar: ".gz", ".xz", ".zst" or ""
	Control       string // in place of the stanza, inside the .deb
}

// Stanza is the package's entry in an index, without what the archive adds.
func (d Deb) Stanza() string {
	text := fmt.Sprintf("Package: %s\nVersion: %s\n", d.Name, d.Version)
	if !strings.Contains(d.Fields, "Architecture:") {
		text += "Architecture: amd64\n"
	}
	return text + d.Fields + "Description: made by a test\n and nothing else\n"
}

// Path is where archives keep the package.
func (d Deb) Path() string {
	file := fmt.Sprintf("%s_%s_amd64.deb", d.Name, strings.ReplaceAll(d.Version, ":", "%3a"))
	return path.Join("pool", "main", d.Name[:1], d.Name, file)
}

// Pack writes the .deb, member by member (deb(5)).
func (d Deb) Pack() ([]byte, error) {
	control := d.Control
	if control == "" {
		control = d.Stanza()
	}
	head, err := Tarball([]Entry{{Name: "./", Kind: tar.TypeDir}, {Name: "./control", Content: control}})
	if err != nil {
		return nil, err
	}
	data, err := Tarball(d.Files)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("!<arch>\n")
	member := func(name, suffix string, content []byte) error {
		content, err := Compress(suffix, content)
		fmt.Fprintf(&out, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", name+suffix, 0, 0, 0, "100644", len(content))
		out.Write(content)
		if len(content)%2 == 1 {
			out.WriteByte('\n')
		}
		return err
	}
	err = errors.Join(member("debian-binary", "", []byte("2.0\n")), member("control.tar", ".gz", head), member("data.tar", d.Compression, data))
	return out.Bytes(), err
}

// Tarball writes entries as GNU tar does.
func Tarball(entries []Entry) ([]byte, error) {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, e := range entries {
		if e.Kind == 0 {
			e.Kind = tar.TypeReg
		}
		if e.Mode == 0 {
			e.Mode = 0o644
		}
		err := w.WriteHeader(&tar.Header{Name: e.Name, Linkname: e.Link, Typeflag: e.Kind, Mode: e.Mode, Size: int64(len(e.Content)), Format: tar.FormatGNU})
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(w, e.Content); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), w.Close()
}

// Compress compresses by a file's suffix: ".gz", ".xz", ".zst" or "".
func Compress(suffix string, content []byte) ([]byte, error) {
	var out bytes.Buffer
	var w io.WriteCloser
	var err error
	switch suffix {
	case ".gz":
		w = gzip.NewWriter(&out)
	case ".xz":
		w, err = xz.NewWriter(&out)
	case ".zst":
		w, err = zstd.NewWriter(&out)
	default:
		return content, nil
	}
	if err != nil {
		return nil, err
	}
	_, err = w.Write(content)
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}
