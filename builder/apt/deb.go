package apt

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// maxControl bounds control.tar, which holds scripts and lists; maxControlFile the one
// file of it that is read; maxMembers what passes for members that are passed over.
const (
	maxControl     = 64 << 20
	maxControlFile = 1 << 20
	maxMembers     = 64
)

// deb reads a .deb (deb(5)): an ar archive of debian-binary, control.tar and
// data.tar, in this order.
type deb struct {
	name string // "name version", for errors
	from io.Reader
	// dataBytes bounds data.tar, unpacked, padding and what is left out included; it is
	// asked for when control has been read.
	dataBytes func() int64
}

// bounded reads up to left bytes, and then says that there are more.
type bounded struct {
	from io.Reader
	left int64
}

var errBounded = errors.New("it unpacks to more than its Installed-Size allows")

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		// At the very end there may be just as much as is allowed.
		n, err := b.from.Read(p[:min(len(p), 1)])
		if n > 0 {
			return 0, errBounded
		}
		return 0, err
	}
	n, err := b.from.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// content is that of an entry: what is wrong with the archive says so, wherever the
// reading was.
type content struct {
	deb    *deb
	member string
	from   io.Reader
}

func (c *content) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = c.deb.bad("%s: %v", c.member, err)
	}
	return n, err
}

func (d *deb) bad(format string, args ...any) error {
	return &FormatError{File: d.name, Reason: fmt.Sprintf(format, args...)}
}

// member is the header of an ar member (ar(5)); its content follows.
func (d *deb) member() (name string, size int64, err error) {
	var header [60]byte
	if _, err := io.ReadFull(d.from, header[:]); err != nil {
		if errors.Is(err, io.EOF) {
			return "", 0, io.EOF
		}
		return "", 0, d.bad("it ends within the header of a member")
	}
	if string(header[58:]) != "`\n" {
		return "", 0, d.bad("a member's header is damaged")
	}
	size, err = strconv.ParseInt(strings.TrimSpace(string(header[48:58])), 10, 64)
	if err != nil || size < 0 {
		return "", 0, d.bad("a member's size is no number")
	}
	return strings.TrimSuffix(strings.TrimSpace(string(header[:16])), "/"), size, nil
}

// read gives control's paragraph to control and every entry of data.tar to data.
func (d *deb) read(control func(text []byte) error, data func(*tar.Header, io.Reader) error) error {
	var magic [8]byte
	if _, err := io.ReadFull(d.from, magic[:]); err != nil || string(magic[:]) != "!<arch>\n" {
		return d.bad("it is no ar archive")
	}
	order := []string{"debian-binary", "control.tar", "data.tar"}
	members := 0
	for next := 0; next < len(order); {
		if members++; members > maxMembers {
			return d.bad("it has more than %d members", maxMembers)
		}
		name, size, err := d.member()
		if errors.Is(err, io.EOF) {
			return d.bad("it has no %s", order[next])
		}
		if err != nil {
			return err
		}
		content := &io.LimitedReader{R: d.from, N: size}
		stem := strings.TrimSuffix(name, path.Ext(name))
		if name == "debian-binary" || strings.HasSuffix(name, ".tar") {
			stem = name
		}
		switch {
		case strings.HasPrefix(name, "_"):
			// deb(5): such members are to be passed over.
		case stem != order[next]:
			return d.bad("it has %q where %s is due", name, order[next])
		default:
			if err := d.part(next, name, content, control, data); err != nil {
				return err
			}
			next++
		}
		if err := d.skip(content, size); err != nil {
			return err
		}
	}
	return nil
}

// skip reads what is left of a member and its padding.
func (d *deb) skip(content *io.LimitedReader, size int64) error {
	if _, err := io.Copy(io.Discard, content); err != nil {
		return err
	}
	if content.N > 0 {
		return d.bad("it ends within a member: %d bytes are missing", content.N)
	}
	if size%2 == 1 {
		// Of the last member the padding may be absent.
		if _, err := io.CopyN(io.Discard, d.from, 1); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
	}
	return nil
}

func (d *deb) part(which int, name string, packed *io.LimitedReader, control func([]byte) error, data func(*tar.Header, io.Reader) error) error {
	if which == 0 {
		version, err := io.ReadAll(io.LimitReader(packed, 64))
		if err == nil && !bytes.HasPrefix(version, []byte("2.")) {
			err = d.bad("its format is %q, not 2.x", version)
		}
		return err
	}
	suffix := path.Ext(name)
	switch suffix {
	case ".tar":
		suffix = ""
	case ".gz", ".xz", ".zst":
	default:
		return d.bad("%s is compressed in a way that cairn does not read", name)
	}
	reader, err := decompressor(suffix, packed)
	if err != nil {
		return d.bad("%s: %v", name, err)
	}
	defer reader.Close()
	source := &bounded{from: reader, left: maxControl}
	if which == 2 {
		source.left = d.dataBytes()
	}
	entries := tar.NewReader(source)
	found := false
	for {
		header, err := entries.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return d.bad("%s: %v", name, err)
		}
		if which == 2 {
			if err := data(header, &content{d, name, entries}); err != nil {
				return err
			}
			continue
		}
		if path.Clean(header.Name) != "control" || header.Typeflag != tar.TypeReg {
			continue
		}
		text, err := io.ReadAll(io.LimitReader(entries, maxControlFile+1))
		if err == nil && len(text) > maxControlFile {
			err = fmt.Errorf("its control file has more than %d bytes", maxControlFile)
		}
		if err != nil {
			return d.bad("%s: %v", name, err)
		}
		found = true
		if err := control(text); err != nil {
			return err
		}
	}
	if which == 1 && !found {
		return d.bad("%s has no control file", name)
	}
	// The rest is padding; reading it checks the sums of the compression.
	if _, err := io.Copy(io.Discard, source); err != nil {
		return d.bad("%s: %v", name, err)
	}
	return nil
}
