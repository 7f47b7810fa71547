package apt

import (
	"archive/tar"
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// unpackFormat names what unpacking makes of a .deb; it is part of every key.
const unpackFormat = "cairn-deb-v1"

const (
	maxEntries = 1 << 20
	// maxPathBytes is Linux's PATH_MAX.
	maxPathBytes = 4096
	// minUnpacked is allowed to any package, whatever Installed-Size says: that is an
	// estimate (policy 5.6.20), and some leave it out.
	minUnpacked = 256 << 20
	// maxUnpacked is allowed to none: the largest of oneAPI have a few GiB.
	maxUnpacked = 32 << 30
)

// merged are the folders that are links into usr in a merged system (Debian wiki,
// UsrMerge).
var merged = []string{"bin", "sbin", "lib", "lib32", "lib64", "libx32", "libo32"}

// omitted are folders whose content builds do not read: a fifth of a compiler's
// closure. Licences (usr/share/doc/*/copyright) stay.
var omitted = []string{"usr/share/man/", "usr/share/info/", "usr/share/locale/", "usr/share/lintian/", "usr/share/bug/", "usr/share/doc-base/", "usr/share/linda/"}

// unpacking is one .deb on its way into a folder.
type unpacking struct {
	name    string
	dir     string // gets "control" and "root/"
	root    *os.Root
	kinds   map[string]byte // 'd', 'f' or 'l' by path
	bytes   int64
	limit   int64
	entries int
}

// unpack writes a .deb of the store below target: "control", its stanza, and "root",
// its files on a merged system, without documentation.
func (a *Archive) unpack(ctx context.Context, p Package, target string) error {
	source, ok := a.opts.Store.File(p.SHA256)
	if !ok {
		return &UnavailableError{What: path.Base(p.Path), Offline: true}
	}
	file, err := os.Open(source)
	if err != nil {
		return fmt.Errorf("unpack %s: %w", p.Name, err)
	}
	defer file.Close()
	return unpackDeb(ctx, p.Name+" "+p.Version, bufio.NewReaderSize(file, 256<<10), target)
}

// unpackDeb writes a .deb's files below dir, which must not exist.
func unpackDeb(ctx context.Context, name string, from io.Reader, dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "root"), 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(filepath.Join(dir, "root"))
	if err != nil {
		return err
	}
	defer root.Close()
	u := &unpacking{name: name, dir: dir, root: root, kinds: map[string]byte{}, limit: minUnpacked}
	d := &deb{name: name, from: from, dataBytes: u.dataBytes}
	return d.read(u.control, func(h *tar.Header, content io.Reader) error {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		return u.entry(h, content)
	})
}

// dataBytes is what data.tar may unpack to: the files, those that are left out, and
// their headers, which Installed-Size counts as a KiB each.
func (u *unpacking) dataBytes() int64 { return 2*u.limit + 64<<20 }

// control keeps the package's own stanza and learns how large it will be.
func (u *unpacking) control(text []byte) error {
	var name, version string
	for f := range fields(string(text)) {
		switch f.name {
		case "Package":
			name = f.value
		case "Version":
			version = f.value
		case "Installed-Size":
			if kib, err := strconv.ParseInt(f.value, 10, 40); err == nil && kib > 0 {
				u.limit = min(u.limit+2*kib<<10, maxUnpacked)
			}
		}
	}
	if name+" "+version != u.name {
		return &FormatError{File: u.name, Reason: fmt.Sprintf("its control file is that of %s %s", name, version)}
	}
	return os.WriteFile(filepath.Join(u.dir, "control"), text, 0o644)
}

func (u *unpacking) refuse(h *tar.Header, reason string) error {
	return &HostileError{Package: u.name, Path: h.Name, Reason: reason}
}

// entry writes one entry of data.tar.
func (u *unpacking) entry(h *tar.Header, content io.Reader) error {
	if u.entries++; u.entries > maxEntries {
		return u.refuse(h, fmt.Sprintf("there are more than %d", maxEntries))
	}
	name, reason := cleanEntry(h.Name)
	if reason != "" {
		return u.refuse(h, reason)
	}
	if name == "." {
		return nil
	}
	if h.Typeflag == tar.TypeDir {
		if isOmitted(name + "/") {
			return nil
		}
		return u.folder(h, name)
	}
	if (h.Typeflag == tar.TypeReg || h.Typeflag == tar.TypeSymlink) && isOmitted(name) {
		return nil
	}
	if u.kinds[name] != 0 {
		return u.refuse(h, "it stands there twice")
	}
	if h.Typeflag == tar.TypeSymlink && isMerged(name) {
		return nil // the link that a merged base-files ships: cairn makes it itself
	}
	if err := u.folders(h, path.Dir(name)); err != nil {
		return err
	}
	switch h.Typeflag {
	case tar.TypeReg:
		return u.file(h, name, content)
	case tar.TypeSymlink:
		return u.link(h, name)
	case tar.TypeLink:
		return u.hardLink(h, name)
	}
	return u.refuse(h, "it is neither file, folder nor link")
}

// cleanEntry returns an entry's place on a merged system.
func cleanEntry(name string) (clean, reason string) {
	switch {
	case name == "" || strings.ContainsRune(name, 0):
		return "", "it has no name"
	case len(name) > maxPathBytes:
		return "", fmt.Sprintf("its path has %d bytes, more than %d", len(name), maxPathBytes)
	case path.IsAbs(name):
		return "", "its path is absolute"
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return "", "its path leads out"
		}
	}
	return mergeUsr(path.Clean(name)), ""
}

// mergeUsr moves a path of the top into usr.
func mergeUsr(name string) string {
	first, _, deeper := strings.Cut(name, "/")
	if deeper && isMerged(first) {
		return "usr/" + name
	}
	return name
}

func isMerged(name string) bool {
	for _, m := range merged {
		if name == m {
			return true
		}
	}
	return false
}

func isOmitted(name string) bool {
	for _, prefix := range omitted {
		if strings.HasPrefix(name, prefix) && name != prefix {
			return true
		}
	}
	rest, ok := strings.CutPrefix(name, "usr/share/doc/")
	return ok && strings.Contains(strings.TrimSuffix(rest, "/"), "/") && path.Base(rest) != "copyright"
}

func (u *unpacking) folder(h *tar.Header, name string) error {
	if isMerged(name) {
		name = "usr/" + name
	}
	return u.folders(h, name)
}

// folders makes a folder and those above it. A link in place of one would lead the
// entry astray.
func (u *unpacking) folders(h *tar.Header, name string) error {
	if name == "." || u.kinds[name] == 'd' {
		return nil
	}
	if u.kinds[name] != 0 {
		return u.refuse(h, "it lies below something that is no folder: "+name)
	}
	if err := u.folders(h, path.Dir(name)); err != nil {
		return err
	}
	u.kinds[name] = 'd'
	return u.root.Mkdir(name, 0o755)
}

// file writes a regular file. Of its mode only "executable" stays: what may run as
// somebody else has no place in a sandbox.
func (u *unpacking) file(h *tar.Header, name string, content io.Reader) error {
	mode := os.FileMode(0o644)
	if h.Mode&0o111 != 0 {
		mode = 0o755
	}
	if u.bytes += h.Size; h.Size < 0 || u.bytes > u.limit {
		return u.refuse(h, fmt.Sprintf("the package unpacks to more than %d MiB, which is far from its Installed-Size", u.limit>>20))
	}
	file, err := u.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return fmt.Errorf("unpack %s: %w", u.name, err)
	}
	u.kinds[name] = 'f'
	_, err = io.Copy(file, content)
	err = errors.Join(err, file.Close())
	var damaged *FormatError
	if errors.As(err, &damaged) {
		return &FormatError{File: u.name, Reason: h.Name + ": " + damaged.Reason}
	}
	if err != nil {
		return fmt.Errorf("unpack %s: %w", u.name, err) // the disk's
	}
	return nil
}

// link makes a symbolic link whose text stays below the root.
func (u *unpacking) link(h *tar.Header, name string) error {
	text := h.Linkname
	if text == "" || strings.ContainsRune(text, 0) {
		return u.refuse(h, "its target has no name")
	}
	if !path.IsAbs(text) {
		// On a merged system the link lies one deeper than the archive says, and its
		// ".." are those of where it lies; from the top they lead to the top.
		if out := path.Join(path.Dir(name), text); out == ".." || strings.HasPrefix(out, "../") {
			return u.refuse(h, "its target leads out: "+text)
		}
	}
	u.kinds[name] = 'l'
	if err := os.Symlink(text, filepath.Join(u.dir, "root", name)); err != nil {
		return fmt.Errorf("unpack %s: %w", u.name, err)
	}
	return nil
}

// hardLink makes a second name of a file of the same package.
func (u *unpacking) hardLink(h *tar.Header, name string) error {
	target, reason := cleanEntry(h.Linkname)
	if reason != "" {
		return u.refuse(h, "its target "+h.Linkname+": "+reason)
	}
	if isOmitted(name) {
		return nil
	}
	if u.kinds[target] != 'f' {
		return u.refuse(h, "it is a second name of "+h.Linkname+", which is no file before it")
	}
	u.kinds[name] = 'f'
	return u.root.Link(target, name)
}
