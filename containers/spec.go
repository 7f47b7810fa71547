package containers

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"cairn/digest"
)

// LayerFormat names how a layer's entries become bytes. Two layers of one
// content, place, time, compression and format are equal to the byte, on any
// machine and with any number of processors. It promises:
//
//   - entries in the order of a depth-first walk, names of a folder sorted by
//     byte; every parent folder has an entry before what is in it;
//   - POSIX ustar headers; PAX records (POSIX.1-2001, "pax Interchange Format")
//     only for an entry that ustar cannot hold: a long or non-ASCII name, a file of
//     8 GiB or more;
//   - one modification time for all entries, no other time, no user or group
//     name, no extended attribute, no device;
//   - blocks of tar that are compressed each by itself, at most 1 MiB for gzip and
//     4 MiB for zstd. A block also ends before an entry whose file has a quarter of
//     that or more; and, once it has a quarter itself, before an entry the 32-bit
//     FNV-1a hash of whose path is a multiple of 4. So where blocks end depends on
//     what is near, and a changed file leaves those far from it as they were;
//   - gzip: one member (RFC 1952), time 0, OS 255; a block is compressed with the up
//     to 32 KiB of the block before it as dictionary (level 5 of klauspost/compress)
//     and ends in a sync flush but for the last;
//   - zstd: one frame (RFC 8878) with checksum for a block (SpeedDefault of
//     klauspost/compress).
//
// The bytes of gzip and zstd depend on the release of klauspost/compress in
// go.mod, those of the headers on Go's archive/tar. A test holds golden digests
// of each. When it fails after an upgrade, nothing is wrong with the code, and
// the digests must not just be renewed, for published images would not reproduce
// any more: either stay on the old release, or give this constant its next
// version, so that a lock made before says which cairn can make its bytes.
const LayerFormat = "cairn-layer-v1"

// Compression says how layers are compressed.
type Compression string

// The compressions of the OCI image specification (layer.md, "Media types").
const (
	Gzip Compression = "gzip" // every tool reads it
	Zstd Compression = "zstd" // faster to write and to unpack
)

// Spec says what an image holds. All of it shows in the image's digest, but
// for Name, which stands outside of the manifest.
type Spec struct {
	// Name is what the layout's index calls the image ("ember", "ember:cpu");
	// empty leaves it without a name. Its grammar is that of
	// org.opencontainers.image.ref.name (annotations.md).
	Name string
	// Base is an image to lay the layers upon: its layers come first, as they are, and
	// its variables stand where Config sets none of that name. Nil is none.
	Base *Image
	// BaseName is where Base was pulled from, for the image's annotations.
	BaseName string
	// Layers from the lowest up. Put first what changes least often: a registry
	// and a cache keep what is below a change.
	Layers []Layer
	Config Config
	// Compression of the layers; empty is Gzip.
	Compression Compression
	// LayerFormat is the format that the lock asks for; empty is the constant
	// LayerFormat, and any other than that is refused.
	LayerFormat string
	// SourceDateEpoch is the time of all files and of the image itself, in
	// seconds since 1970 (reproducible-builds.org, "SOURCE_DATE_EPOCH").
	SourceDateEpoch int64
	// Architecture is Go's name of the processor the image is for (config.md,
	// "architecture"); empty is amd64. The system is always linux.
	Architecture string
}

// Layer is what one origin gives to an image: a folder, listed files, or both.
type Layer struct {
	// Origin says where the content comes from, for people ("runtime", "stack").
	Origin string
	// Tree is a folder of this machine whose content appears at Mount; empty for
	// none. Its modes become 0755 for folders and for files that their owner may
	// execute, 0644 for other files; owners become 0:0; symbolic links keep their text.
	// Files that are one inode in Tree stay so only if Content is zero.
	Tree string
	// Mount is an absolute path of the image; required with Tree.
	Mount string
	// Content is the digest of Tree as the store knows it. If it is zero, the
	// files of Tree are read and hashed, to tell whether the layer is known.
	Content digest.Digest
	// Part selects of Tree what the layer has; nil is all of it. Folders come along
	// where something in them does.
	Part *Part
	// Files are entries of their own, beside Tree's. A path may not come from both.
	Files []File
}

// Part is a selection of a tree's files.
type Part struct {
	// Name tells selections of one tree apart: two of one name must select the same.
	Name string
	// Has tells of a path below the tree, "usr/bin/sh", whether it is selected. It is
	// called only for a layer that is not known yet.
	Has func(path string) (bool, error)
}

// File is one entry of a layer.
type File struct {
	// Path is absolute in the image, clean, and not "/".
	Path string
	// Mode holds the type (regular, fs.ModeDir or fs.ModeSymlink) and the
	// permissions with fs.ModeSticky. Set-user-id and set-group-id are refused.
	Mode fs.FileMode
	// Link is the text of a symbolic link.
	Link string
	// Source is a file of this machine that holds the content of a regular
	// file; if it is empty, Content is the content.
	Source  string
	Content []byte
	// UID and GID own the entry.
	UID, GID int
}

// Config is what a container made from the image starts with (config.md).
type Config struct {
	Entrypoint []string
	Cmd        []string
	Env        map[string]string
	Labels     map[string]string
	User       string // "uid[:gid]"; empty is 1000:1000
	WorkingDir string // empty is "/"
	StopSignal string // "SIGTERM"; empty leaves it to the runtime
	// Healthcheck is a command that succeeds while the container is well; nil
	// for none. OCI has no such field; docker and podman read it all the same.
	Healthcheck []string
}

// DefaultUser is the user of an image whose Config names none.
const DefaultUser = "1000:1000"

// refName is the grammar of annotations.md, "Pre-Defined Annotation Keys".
var refName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z0-9]+(?:(?:[-._:@+]|--)[A-Za-z0-9]+)*(?:/[A-Za-z0-9]+(?:(?:[-._:@+]|--)[A-Za-z0-9]+)*)*$`)
})

// normalise fills in what is left empty and refuses what no image can hold.
func (s Spec) normalise() (Spec, error) {
	if s.Name != "" && !refName().MatchString(s.Name) {
		return s, fmt.Errorf("image name %q: want letters and digits joined by one of - . _ : @ + /", s.Name)
	}
	switch s.Compression {
	case "":
		s.Compression = Gzip
	case Gzip, Zstd:
	default:
		return s, fmt.Errorf("image compression %q: want gzip or zstd", s.Compression)
	}
	if s.LayerFormat == "" {
		s.LayerFormat = LayerFormat
	}
	if s.LayerFormat != LayerFormat {
		return s, fmt.Errorf("layer format %q is not known: this cairn writes %s", s.LayerFormat, LayerFormat)
	}
	if s.SourceDateEpoch < 0 {
		return s, fmt.Errorf("source date epoch %d lies before 1970", s.SourceDateEpoch)
	}
	if s.Architecture == "" {
		s.Architecture = "amd64"
	}
	if s.Config.User == "" {
		s.Config.User = DefaultUser
	}
	if s.Config.WorkingDir == "" {
		s.Config.WorkingDir = "/"
	}
	if len(s.Layers) == 0 && s.Base == nil {
		return s, fmt.Errorf("image %q has no layers", s.Name)
	}
	for i, layer := range s.Layers {
		if err := layer.check(); err != nil {
			return s, fmt.Errorf("layer %d (%s): %w", i+1, layer.Origin, err)
		}
	}
	return s, nil
}

func (l Layer) check() error {
	if l.Tree == "" && len(l.Files) == 0 {
		return fmt.Errorf("is empty")
	}
	if l.Tree != "" && l.Mount != "/" {
		if err := checkPath(l.Mount); err != nil {
			return fmt.Errorf("mount: %w", err)
		}
	}
	for _, file := range l.Files {
		if err := file.check(); err != nil {
			return err
		}
	}
	return nil
}

func (f File) check() error {
	if err := checkPath(f.Path); err != nil {
		return err
	}
	kind, isLink := f.Mode.Type(), f.Mode.Type() == fs.ModeSymlink
	switch {
	case kind != 0 && kind != fs.ModeDir && !isLink:
		return fmt.Errorf("%s: a layer holds no %v", f.Path, kind)
	case f.Mode&(fs.ModeSetuid|fs.ModeSetgid) != 0:
		return fmt.Errorf("%s: set-user-id and set-group-id files are not put into images", f.Path)
	case isLink != (f.Link != ""):
		return fmt.Errorf("%s: a link text and the type symbolic link go together", f.Path)
	case f.UID < 0 || f.GID < 0:
		return fmt.Errorf("%s: owner %d:%d is negative", f.Path, f.UID, f.GID)
	}
	return nil
}

func checkPath(p string) error {
	if !path.IsAbs(p) || path.Clean(p) != p || p == "/" || strings.ContainsRune(p, 0) {
		return fmt.Errorf("path %q: want an absolute, clean path below /", p)
	}
	// layer.md, "Whiteouts": such a name would delete a file of a lower layer.
	for name := range strings.SplitSeq(p[1:], "/") {
		if strings.HasPrefix(name, whiteoutPrefix) {
			return fmt.Errorf("path %q: names that begin with %s are whiteouts in a layer", p, whiteoutPrefix)
		}
	}
	return nil
}

const whiteoutPrefix = ".wh."
