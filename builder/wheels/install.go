package wheels

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"cairn/digest"
)

// Target is where wheels are installed: the layout of a virtual environment.
type Target struct {
	Root   string // the folder that will be seen at Prefix
	Prefix string // "/opt/stack"
	Python string // "3.12"
}

// SitePackages is where a target's modules are, below its root.
func (t Target) SitePackages() string { return "lib/python" + t.Python + "/site-packages" }

// Interpreter is the program that installed scripts start with.
func (t Target) Interpreter() string { return t.Prefix + "/bin/python3" }

// Installed is a wheel whose files stand in a target. Finish makes its RECORD.
type Installed struct {
	Name, Version string // as METADATA has them
	target        Target
	info          string // its .dist-info folder, below the root
	record        record // by path below the root
}

// maxEntries bounds the files of one archive: torch has about 15,000.
const maxEntries = 200_000

// maxExpansion bounds what an archive may become in all, against its own size;
// deflate itself gets no further than 1032 to 1. Small archives may become 16 MiB.
const (
	maxExpansion  = 128
	smallArchive  = 16 << 20
	maxMetadata   = 16 << 20 // of a file that is read into memory
	ownerReadable = 0o644
)

// Install unpacks the wheel at archive, whose name is file, into a target (Binary
// distribution format, "Installing a wheel"). Every file must be in the wheel's RECORD
// with its digest, and nothing else may be there; nothing is overwritten and nothing
// leaves the root. What it refuses is a *HostileError; the root is then to be thrown
// away. Modes and contents depend on the wheel alone.
func Install(ctx context.Context, archive, file string, to Target) (*Installed, error) {
	name, err := parseWheelName(file)
	if err != nil {
		return nil, err
	}
	z, err := zip.OpenReader(archive)
	if err != nil {
		return nil, &HostileError{File: file, Reason: "is no zip archive: " + err.Error()}
	}
	defer z.Close()
	w := &unpacking{file: file, name: name, to: to, zip: &z.Reader, done: map[string]bool{}}
	if err := w.open(archive); err != nil {
		return nil, err
	}
	for _, entry := range w.entries {
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		if err := w.unpack(entry); err != nil {
			return nil, err
		}
	}
	if err := w.entryPoints(); err != nil {
		return nil, err
	}
	if err := w.write(w.below(w.info+"/INSTALLER"), []byte("cairn\n"), ownerReadable); err != nil {
		return nil, err
	}
	return &Installed{Name: w.metadata.name, Version: w.metadata.version, target: to, info: w.below(w.info), record: w.out}, nil
}

// unpacking is one wheel on its way into a target.
type unpacking struct {
	file     string
	name     wheelName
	to       Target
	zip      *zip.Reader
	entries  []*zip.File        // files, in the order of the archive
	info     string             // the .dist-info folder, in the archive
	data     string             // the .data folder, there or not
	claims   map[string]claimed // the wheel's RECORD, by path in the archive
	metadata struct{ name, version string }
	points   []entryPoint
	done     map[string]bool // paths below the root
	out      record
}

func (w *unpacking) hostile(entry, format string, args ...any) error {
	return &HostileError{File: w.file, Entry: entry, Reason: fmt.Sprintf(format, args...)}
}

// open looks at the archive as a whole.
func (w *unpacking) open(archive string) error {
	info, err := os.Stat(archive)
	if err != nil {
		return err
	}
	if len(w.zip.File) > maxEntries {
		return w.hostile("", "has %d entries", len(w.zip.File))
	}
	var packed, unpacked uint64
	files := map[string]*zip.File{}
	for _, entry := range w.zip.File {
		if strings.HasSuffix(entry.Name, "/") && entry.UncompressedSize64 == 0 {
			continue // a folder; those that hold files are made
		}
		if err := w.checkName(entry); err != nil {
			return err
		}
		if files[entry.Name] != nil {
			return w.hostile(entry.Name, "is there twice")
		}
		files[entry.Name] = entry
		packed += entry.CompressedSize64
		unpacked += entry.UncompressedSize64
		w.entries = append(w.entries, entry)
	}
	size := uint64(info.Size())
	if packed > size || unpacked > max(smallArchive, size*maxExpansion) {
		return w.hostile("", "would become %d bytes from %d: that is no package", unpacked, size)
	}
	return w.readInfo(files)
}

// checkName refuses what would not stay a file below its folder.
func (w *unpacking) checkName(entry *zip.File) error {
	name := entry.Name
	switch {
	case strings.ContainsAny(name, "\\\x00\r\n"):
		return w.hostile(name, "has a backslash or a control character in its name")
	case !filepath.IsLocal(name) || path.Clean(name) != name:
		return w.hostile(name, "would leave the folder that it is unpacked in")
	}
	if mode := entry.Mode(); mode&fs.ModeType != 0 {
		return w.hostile(name, "is a %s: wheels hold files", kindOf(mode))
	}
	return nil
}

func kindOf(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeSymlink != 0:
		return "symbolic link"
	case mode.IsDir():
		return "folder with content"
	}
	return "special file"
}

// destination maps a path of the archive to one below the root, and says whether it
// is a script.
func (w *unpacking) destination(name string) (to string, script bool, err error) {
	rest, ok := strings.CutPrefix(name, w.data+"/")
	if !ok {
		return w.below(name), false, nil
	}
	key, rest, ok := strings.Cut(rest, "/")
	if !ok {
		return "", false, w.hostile(name, "is in none of the folders of a .data folder")
	}
	switch key {
	case "purelib", "platlib":
		return w.below(rest), false, nil
	case "scripts":
		if strings.Contains(rest, "/") {
			return "", false, w.hostile(name, "is a script in a folder")
		}
		return "bin/" + rest, true, nil
	case "headers":
		return "include/site/python" + w.to.Python + "/" + w.name.Distribution + "/" + rest, false, nil
	case "data":
		return rest, false, nil
	}
	return "", false, w.hostile(name, "is in none of the folders of a .data folder")
}

func (w *unpacking) below(name string) string { return w.to.SitePackages() + "/" + name }

// unpack writes one file and holds it against RECORD.
func (w *unpacking) unpack(entry *zip.File) error {
	if w.isRecord(entry.Name) {
		return nil // written anew, and signatures of it with it
	}
	claim, ok := w.claims[entry.Name]
	if !ok {
		return w.hostile(entry.Name, "is not in RECORD")
	}
	to, script, err := w.destination(entry.Name)
	if err != nil {
		return err
	}
	mode := fs.FileMode(ownerReadable)
	if script || entry.Mode()&0o111 != 0 {
		mode = 0o755
	}
	if script {
		return w.unpackScript(entry, claim, to, mode)
	}
	out, err := w.create(to, mode)
	if err != nil {
		return err
	}
	sum, n, err := w.copy(entry, claim, out)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	w.out[to] = recorded{sum, n}
	return nil
}

// copy writes an entry's content, which must be what RECORD claims, and returns its
// sha256.
func (w *unpacking) copy(entry *zip.File, claim claimed, out io.Writer) (digest.Digest, int64, error) {
	in, err := entry.Open()
	if err != nil {
		return digest.Digest{}, 0, w.hostile(entry.Name, "cannot be read: %v", err)
	}
	defer in.Close()
	sum := digest.NewWriter(out)
	check := claim.hash()
	n, err := io.Copy(io.MultiWriter(sum, check), io.LimitReader(in, int64(entry.UncompressedSize64)+1))
	var disk *fs.PathError
	if errors.As(err, &disk) {
		return digest.Digest{}, 0, err
	}
	if err != nil || n != int64(entry.UncompressedSize64) {
		return digest.Digest{}, 0, w.hostile(entry.Name, "cannot be read: its data does not fit its header")
	}
	if claim.size >= 0 && claim.size != n || string(check.Sum(nil)) != string(claim.sum) {
		return digest.Digest{}, 0, w.hostile(entry.Name, "is not what RECORD says")
	}
	return sum.Digest(), n, nil
}

// create makes a new file and the folders above it. What is there is never replaced.
func (w *unpacking) create(name string, mode fs.FileMode) (*os.File, error) {
	if w.done[name] {
		return nil, w.hostile(name, "would be installed twice")
	}
	w.done[name] = true
	full := filepath.Join(w.to.Root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		return nil, w.hostile(name, "cannot be installed: %v", errors.Unwrap(err))
	}
	out, err := os.OpenFile(full, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return nil, w.hostile(name, "would be installed over another file")
	}
	if err != nil {
		return nil, err
	}
	return out, out.Chmod(mode) // the umask has no say
}

// write makes a file of the installer's own and records it.
func (w *unpacking) write(name string, content []byte, mode fs.FileMode) error {
	if w.done[name] {
		return nil // the wheel brought one: pip leaves it too
	}
	out, err := w.create(name, mode)
	if err != nil {
		return err
	}
	_, err = out.Write(content)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	w.out[name] = recorded{digest.Of(content), int64(len(content))}
	return nil
}
