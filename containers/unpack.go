package containers

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path"
	"strings"
)

// A layer that unpacks to more than maxExpansion times its size is no layer: gzip itself
// gets no further than 1032, and what a compiler makes no further than 20. Small layers
// may unpack to smallLayer.
const (
	maxExpansion = 128
	smallLayer   = 1 << 30
)

// Unpack lays the image's layers over each other in the new folder dir, as a
// container runtime does (layer.md, "Applying Changesets"), but for owners: all is the
// caller's own. Modes keep read and execute for whom the layer gives them, and nothing of
// the layers leaves dir, whatever their links say. Devices are left out, and so are the
// bits that make a program run as somebody else.
func Unpack(ctx context.Context, image *Image, dir string) error {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for i := range image.Manifest.Layers {
		if err := unpackLayer(ctx, image, i, root); err != nil {
			return fmt.Errorf("unpack layer %s: %w", image.origin(i), err)
		}
	}
	return nil
}

func unpackLayer(ctx context.Context, image *Image, i int, root *os.Root) error {
	r, err := image.Layer(i)
	if err != nil {
		return err
	}
	defer r.Close()
	left := int64(smallLayer) // what the layer may still unpack to
	if size := image.Manifest.Layers[i].Size; size > smallLayer/maxExpansion {
		left = min(size, math.MaxInt64/maxExpansion) * maxExpansion
	}
	own := map[string]bool{} // what this layer put there: its whiteouts are about lower ones
	in := tar.NewReader(r)
	for {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			return copyWith(ctx, io.Discard, r) // to the end, where the diff id is proved
		}
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		// Of a sparse file the size is what it unpacks to, whatever the tar holds of it.
		if left -= header.Size; left < 0 {
			return fmt.Errorf("/%s: the layer unpacks to more than %d times its %d bytes: that is no layer", header.Name, maxExpansion, image.Manifest.Layers[i].Size)
		}
		name := strings.TrimPrefix(path.Join("/", header.Name), "/")
		if name == "" {
			continue
		}
		if base := path.Base(name); strings.HasPrefix(base, whiteoutPrefix) {
			err = whiteOut(root, name, own)
		} else {
			own[name] = true
			err = unpackEntry(root, name, header, in)
		}
		if err != nil {
			return fmt.Errorf("/%s: %w", name, err)
		}
	}
}

// whiteOut removes what lower layers have under a name, or with an opaque whiteout all
// that they have in a folder.
func whiteOut(root *os.Root, name string, own map[string]bool) error {
	dir, base := path.Split(name)
	if base != whiteoutPrefix+whiteoutPrefix+".opq" {
		return root.RemoveAll(path.Join(dir, strings.TrimPrefix(base, whiteoutPrefix)))
	}
	folder, err := root.Open(path.Clean(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer folder.Close()
	names, err := folder.Readdirnames(-1)
	for _, n := range names {
		if p := path.Join(dir, n); !own[p] {
			err = errors.Join(err, root.RemoveAll(p))
		}
	}
	return err
}

func unpackEntry(root *os.Root, name string, header *tar.Header, content io.Reader) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	// As owner one can read all, enter folders, and take it away again.
	mode := fs.FileMode(header.Mode).Perm() | 0o600
	old, err := root.Lstat(name)
	if err == nil && !(old.IsDir() && header.Typeflag == tar.TypeDir) {
		if err := root.RemoveAll(name); err != nil {
			return err
		}
	}
	switch header.Typeflag {
	case tar.TypeDir:
		if err := root.Mkdir(name, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		return root.Chmod(name, mode|0o700)
	case tar.TypeSymlink:
		return root.Symlink(header.Linkname, name)
	case tar.TypeLink:
		return root.Link(strings.TrimPrefix(path.Join("/", header.Linkname), "/"), name)
	case tar.TypeReg:
		file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err != nil {
			return err
		}
		_, err = io.Copy(file, content)
		return errors.Join(err, file.Chmod(mode), file.Close())
	}
	return nil
}
