package containers

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxFileBytes bounds files that Contents reads whole.
const maxFileBytes = 32 << 20

// maxContentBytes bounds all of them together, of one layer.
const maxContentBytes = 256 << 20

// Contents reads every layer of the image to its end, which proves them against the
// config's diff ids, and returns the regular files that want names, by their absolute
// path, as they are in the finished image: upper layers replace and delete
// (layer.md, "Applying Changesets"). Links are not followed. What is not what the image
// says is a *Fault.
func (m *Image) Contents(ctx context.Context, want func(path string) bool) (map[string][]byte, error) {
	found := map[string][]byte{}
	for i := range m.Manifest.Layers {
		if err := m.addContents(ctx, i, want, found); err != nil {
			var fault *Fault
			if errors.As(err, &fault) || ctx.Err() != nil {
				return nil, err
			}
			return nil, &Fault{m.Dir, blobPath("", m.Manifest.Layers[i].Digest), "is no layer: " + err.Error()}
		}
	}
	return found, nil
}

func (m *Image) addContents(ctx context.Context, i int, want func(path string) bool, found map[string][]byte) error {
	r, err := m.Layer(i)
	if err != nil {
		return err
	}
	defer r.Close()
	own, read := map[string][]byte{}, int64(0)
	in := tar.NewReader(r)
	for {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		name := path.Join("/", header.Name)
		if dir, base := path.Split(name); strings.HasPrefix(base, whiteoutPrefix) {
			gone := path.Join(dir, strings.TrimPrefix(base, whiteoutPrefix))
			if base == whiteoutPrefix+whiteoutPrefix+".opq" {
				gone = path.Clean(dir)
			}
			forget(found, gone)
			continue
		}
		if header.Typeflag == tar.TypeDir {
			delete(found, name)
			continue
		}
		forget(found, name)
		delete(own, name)
		if header.Typeflag != tar.TypeReg || !want(name) {
			continue
		}
		if header.Size > maxFileBytes {
			return fmt.Errorf("%s has %d bytes, more than the %d that are read", name, header.Size, maxFileBytes)
		}
		if read += header.Size; read > maxContentBytes {
			return fmt.Errorf("up to %s what is looked for has more than the %d bytes that are read", name, maxContentBytes)
		}
		if own[name], err = io.ReadAll(in); err != nil {
			return err
		}
	}
	for name, content := range own {
		found[name] = content
	}
	// The padding after tar's end belongs to the diff id.
	return copyWith(ctx, io.Discard, r)
}

// forget takes out a path and what lies below it.
func forget(found map[string][]byte, gone string) {
	for known := range found {
		if known == gone || strings.HasPrefix(known, strings.TrimSuffix(gone, "/")+"/") {
			delete(found, known)
		}
	}
}
