package containers

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"golang.org/x/sys/unix"

	"cairn/digest"
)

// Names within a layout (image-layout.md).
const (
	layoutFile    = "oci-layout"
	indexFile     = "index.json"
	blobsDir      = "blobs/sha256"
	layoutVersion = `{"imageLayoutVersion":"1.0.0"}`
)

// NotLayoutError says that a folder has content and is not an OCI layout, so
// that nothing was written to it.
type NotLayoutError struct{ Dir string }

func (e *NotLayoutError) Error() string {
	return e.Dir + " has content and is not an OCI image layout"
}

// newLayout is a layout in the making: a whole one, in a folder beside its final
// place or, if there is a layout already, within it.
type newLayout struct {
	dir    string // the final place, absolute
	stage  string
	unlock func()
}

func beginLayout(dir string) (*newLayout, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	exists, err := isLayout(dir)
	if err != nil {
		return nil, err
	}
	parent := filepath.Dir(dir)
	if exists {
		parent = dir
	} else if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, err
	}
	l := &newLayout{dir: dir}
	if l.stage, l.unlock, err = makeStage(parent, "."+filepath.Base(dir)+".cairn-"); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Join(l.stage, blobsDir), 0o777); err != nil {
		l.discard()
		return nil, err
	}
	return l, nil
}

// isLayout reports false for a folder that is missing or empty.
func isLayout(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil || len(entries) == 0 {
		return false, err
	}
	for _, name := range []string{layoutFile, indexFile} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || !info.Mode().IsRegular() {
			return false, &NotLayoutError{dir}
		}
	}
	return true, nil
}

// discard removes what is left of the stage: all of it, if commit did not come.
func (l *newLayout) discard() {
	os.RemoveAll(l.stage) // what cannot be removed now is swept by the next Build
	l.unlock()
}

func (l *newLayout) blob(d digest.Digest) string { return filepath.Join(l.stage, blobsDir, d.Hex()) }

// addFile adds a file of known digest. What lies in the stage is moved.
func (l *newLayout) addFile(path string, d digest.Digest) error {
	if filepath.Dir(path) == l.stage {
		if err := errors.Join(os.Chmod(path, blobMode), syncFile(path)); err != nil {
			return err
		}
		return os.Rename(path, l.blob(d))
	}
	err := linkOrCopy(path, l.blob(d))
	if errors.Is(err, fs.ErrExist) { // two layers of one content
		return nil
	}
	return err
}

func (l *newLayout) addJSON(kind types.MediaType, value any) (v1.Descriptor, error) {
	content, err := encode(value)
	if err != nil {
		return v1.Descriptor{}, err
	}
	d := digest.Of(content)
	return v1.Descriptor{MediaType: kind, Size: int64(len(content)), Digest: hashOf(d)},
		writeSynced(l.blob(d), content, blobMode)
}

// commit gives the layout its final name, with image in its index.
func (l *newLayout) commit(image v1.Descriptor) error {
	index := v1.IndexManifest{SchemaVersion: 2, MediaType: types.OCIImageIndex, Manifests: []v1.Descriptor{image}}
	content, err := encode(index)
	if err != nil {
		return err
	}
	err = errors.Join(
		writeSynced(filepath.Join(l.stage, indexFile), content, 0o644),
		writeSynced(filepath.Join(l.stage, layoutFile), []byte(layoutVersion), 0o644),
		syncFile(filepath.Join(l.stage, blobsDir)), syncFile(l.stage))
	if err != nil {
		return err
	}
	exists, err := isLayout(l.dir)
	if err == nil && !exists {
		// rename(2) takes the place of an empty folder, and of nothing else; os.Rename
		// takes that of none.
		err = unix.Rename(l.stage, l.dir)
		if err == nil {
			return syncFile(filepath.Dir(l.dir))
		}
		if errors.Is(err, unix.ENOTEMPTY) || errors.Is(err, unix.EEXIST) { // another Build was faster
			exists, err = isLayout(l.dir)
		}
	}
	if err != nil || !exists {
		return err
	}
	return l.merge(image)
}

// merge moves the blobs in first, then replaces the index in one step, then
// removes what the replaced image alone needed.
func (l *newLayout) merge(image v1.Descriptor) (err error) {
	unlock, err := lockDir(l.dir, unix.LOCK_EX)
	if err != nil {
		return err
	}
	defer unlock()
	old, err := readIndex(l.dir)
	if err != nil {
		return err
	}
	blobs, err := os.ReadDir(filepath.Join(l.stage, blobsDir))
	if err != nil {
		return err
	}
	target := filepath.Join(l.dir, blobsDir)
	if err := os.MkdirAll(target, 0o777); err != nil {
		return err
	}
	for _, blob := range blobs {
		if err := os.Rename(filepath.Join(l.stage, blobsDir, blob.Name()), filepath.Join(target, blob.Name())); err != nil {
			return err
		}
	}
	index := old
	index.Manifests = append(slices.DeleteFunc(slices.Clone(old.Manifests), func(m v1.Descriptor) bool {
		return replaces(image, m)
	}), image)
	slices.SortStableFunc(index.Manifests, func(a, b v1.Descriptor) int {
		return strings.Compare(a.Annotations[annotationRefName], b.Annotations[annotationRefName])
	})
	content, err := encode(index)
	if err != nil {
		return err
	}
	staged := filepath.Join(l.stage, indexFile)
	err = errors.Join(writeSynced(staged, content, 0o644), syncFile(target))
	if err == nil {
		err = os.Rename(staged, filepath.Join(l.dir, indexFile))
	}
	if err != nil {
		return err
	}
	return errors.Join(syncFile(l.dir), removeUnused(l.dir, old, index))
}

// replaces reports whether old has no place beside image: it has the same name,
// or is the same image without one.
func replaces(image, old v1.Descriptor) bool {
	name := image.Annotations[annotationRefName]
	return old.Annotations[annotationRefName] == name && (name != "" || old.Digest == image.Digest)
}

// removeUnused removes blobs that the old index reached and the new does not.
// Blobs that neither knows are not ours and stay.
func removeUnused(dir string, old, now v1.IndexManifest) error {
	before, err := reachable(dir, old)
	if err != nil {
		return fmt.Errorf("blobs that are no longer used: %w", err)
	}
	after, err := reachable(dir, now)
	if err != nil {
		return fmt.Errorf("blobs still used: %w", err)
	}
	for d := range before {
		if after[d] {
			continue
		}
		if err := os.Remove(blobPath(dir, d)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
