package containers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/sys/unix"

	"cairn/digest"
)

// maxJSONBytes bounds manifests, configs and indexes that are read whole; the
// distribution specification lets registries refuse manifests over 4 MiB.
const maxJSONBytes = 4 << 20

// Fault is one thing in a layout that is not what it should be.
type Fault struct {
	Dir  string `json:"dir"`
	Path string `json:"path"` // below Dir; a blob or one of the layout's own files
	What string `json:"what"` // "is sha256:…, …", "is missing"
}

func (f *Fault) Error() string {
	return filepath.Join(f.Dir, f.Path) + " " + f.What
}

// Image is one image of a layout on disk, its manifest and config checked
// against their digests. The layers are checked as they are read.
type Image struct {
	Dir      string
	Name     string // in the layout's index; may be empty
	Digest   digest.Digest
	Manifest v1.Manifest
	Config   v1.ConfigFile
}

// Open reads the image called name in the layout dir. An empty name means the
// only image there is. A layout that is not whole gives a *Fault.
func Open(dir, name string) (*Image, error) {
	if exists, err := isLayout(dir); err != nil {
		return nil, err
	} else if !exists {
		return nil, &NotLayoutError{dir}
	}
	index, err := readIndex(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	var found []v1.Descriptor
	for _, m := range index.Manifests {
		own := m.Annotations[annotationRefName]
		names = append(names, fmt.Sprintf("%q", own))
		if name == "" || own == name {
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%s holds %d images for the name %q; it has %s",
			dir, len(found), name, strings.Join(names, ", "))
	}
	return openImage(dir, found[0])
}

func openImage(dir string, d v1.Descriptor) (*Image, error) {
	if !d.MediaType.IsImage() {
		return nil, &Fault{dir, indexFile, fmt.Sprintf("names a %s where an image manifest is wanted", d.MediaType)}
	}
	image := &Image{Dir: dir, Name: d.Annotations[annotationRefName], Digest: digestOf(d.Digest)}
	if err := readJSON(dir, d, &image.Manifest); err != nil {
		return nil, err
	}
	if err := readJSON(dir, image.Manifest.Config, &image.Config); err != nil {
		return nil, err
	}
	if layers, ids := len(image.Manifest.Layers), len(image.Config.RootFS.DiffIDs); layers != ids {
		return nil, &Fault{dir, blobPath("", d.Digest), fmt.Sprintf("has %d layers, its config %d", layers, ids)}
	}
	return image, nil
}

// Layer opens the tar of layer i, counted from 0 for the lowest. A read that
// reaches the end returns a *Fault in place of io.EOF if the tar is not the one
// that the config names.
func (m *Image) Layer(i int) (io.ReadCloser, error) {
	d := m.Manifest.Layers[i]
	file, err := openBlob(m.Dir, d)
	if err != nil {
		return nil, err
	}
	plain, err := decompress(file, d.MediaType)
	if err != nil {
		file.Close()
		return nil, &Fault{m.Dir, blobPath("", d.Digest), "cannot be unpacked: " + err.Error()}
	}
	return &layerReader{
		plain: plain, file: file, sum: digest.NewWriter(nil), want: digestOf(m.Config.RootFS.DiffIDs[i]),
		fault: Fault{Dir: m.Dir, Path: blobPath("", d.Digest)},
	}, nil
}

// layerReader hashes what is read.
type layerReader struct {
	plain io.ReadCloser
	file  io.Closer
	sum   *digest.Writer
	want  digest.Digest
	fault Fault
}

func (r *layerReader) Read(p []byte) (int, error) {
	n, err := r.plain.Read(p)
	r.sum.Write(p[:n])
	switch {
	case err == io.EOF && r.sum.Digest() != r.want:
		r.fault.What = fmt.Sprintf("unpacks to %v, the config says %v", r.sum.Digest(), r.want)
		return n, &r.fault
	case err != nil && err != io.EOF:
		r.fault.What = "cannot be unpacked: " + err.Error()
		return n, &r.fault
	}
	return n, err
}

func (r *layerReader) Close() error { return errors.Join(r.plain.Close(), r.file.Close()) }

// decompress reads what layer.md's media types and docker's mean.
func decompress(r io.Reader, kind types.MediaType) (io.ReadCloser, error) {
	switch kind {
	case types.OCILayer, types.DockerLayer:
		return gzip.NewReader(r)
	case types.OCILayerZStd:
		// A decoder of its own goroutines would outlive a reader that is not closed.
		d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	case types.OCIUncompressedLayer, types.DockerUncompressedLayer:
		return io.NopCloser(r), nil
	}
	return nil, fmt.Errorf("layers of type %s are not known", kind)
}

func readIndex(dir string) (v1.IndexManifest, error) {
	var index v1.IndexManifest
	content, err := readSmall(dir, indexFile)
	if err != nil {
		return index, err
	}
	if err := json.Unmarshal(content, &index); err != nil {
		return index, &Fault{dir, indexFile, "is no image index: " + err.Error()}
	}
	return index, nil
}

// readJSON reads a blob whole, checks its digest, then takes it apart.
func readJSON(dir string, d v1.Descriptor, into any) error {
	file, err := openBlob(dir, d)
	if err != nil {
		return err
	}
	defer file.Close()
	if d.Size > maxJSONBytes {
		return &Fault{dir, blobPath("", d.Digest), fmt.Sprintf("has %d bytes, more than the %d that are read", d.Size, maxJSONBytes)}
	}
	var content bytes.Buffer
	if _, err := content.ReadFrom(file); err != nil {
		return err
	}
	if found := digest.Of(content.Bytes()); hashOf(found) != d.Digest {
		return &Fault{dir, blobPath("", d.Digest), fmt.Sprintf("is %v", found)}
	}
	if err := json.Unmarshal(content.Bytes(), into); err != nil {
		return &Fault{dir, blobPath("", d.Digest), fmt.Sprintf("is no %s: %v", d.MediaType, err)}
	}
	return nil
}

// openBlob opens a blob of the size that its descriptor says.
func openBlob(dir string, d v1.Descriptor) (*os.File, error) {
	if digestOf(d.Digest).IsZero() {
		return nil, &Fault{dir, indexFile, fmt.Sprintf("leads to %q: only sha256 is known", d.Digest)}
	}
	file, size, err := openRegular(dir, blobPath("", d.Digest))
	if err != nil {
		return nil, err
	}
	if size != d.Size {
		file.Close()
		return nil, &Fault{dir, blobPath("", d.Digest), fmt.Sprintf("has %d bytes, its descriptor says %d", size, d.Size)}
	}
	return file, nil
}

// openRegular opens a file of a layout, and gives its size. A layout may come from
// elsewhere: opening a pipe would wait for ever, reading a device never end.
func openRegular(dir, name string) (*os.File, int64, error) {
	file, err := os.OpenFile(filepath.Join(dir, name), os.O_RDONLY|unix.O_NONBLOCK, 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil, 0, &Fault{dir, name, "is missing"}
	}
	if err != nil {
		return nil, 0, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &Fault{dir, name, "is no regular file"}
	}
	if err != nil {
		file.Close()
		return nil, 0, err
	}
	return file, info.Size(), nil
}

// readSmall reads one of a layout's own files whole.
func readSmall(dir, name string) ([]byte, error) {
	file, size, err := openRegular(dir, name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if size > maxJSONBytes {
		return nil, &Fault{dir, name, fmt.Sprintf("has %d bytes, more than the %d that are read", size, maxJSONBytes)}
	}
	return io.ReadAll(io.LimitReader(file, maxJSONBytes))
}

// blobPath is safe with any hash that openBlob lets through: hex digits only.
func blobPath(dir string, h v1.Hash) string { return filepath.Join(dir, blobsDir, h.Hex) }

// reachable returns all blobs that an index leads to. Images whose manifest is
// missing end there, as does anything that is neither index nor image.
func reachable(dir string, index v1.IndexManifest) (map[v1.Hash]bool, error) {
	found := map[v1.Hash]bool{}
	todo := index.Manifests
	for len(todo) > 0 {
		d := todo[0]
		todo = todo[1:]
		if found[d.Digest] {
			continue
		}
		found[d.Digest] = true
		var inner struct {
			Config    *v1.Descriptor  `json:"config"`
			Layers    []v1.Descriptor `json:"layers"`
			Manifests []v1.Descriptor `json:"manifests"`
		}
		var fault *Fault
		if err := readJSON(dir, d, &inner); errors.As(err, &fault) {
			continue
		} else if err != nil {
			return nil, err
		}
		todo = append(todo, inner.Manifests...)
		for _, layer := range inner.Layers {
			found[layer.Digest] = true
		}
		if inner.Config != nil {
			found[inner.Config.Digest] = true
		}
	}
	return found, nil
}
