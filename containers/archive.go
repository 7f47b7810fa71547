package containers

import (
	"archive/tar"
	"context"
	"fmt"
	"io"
	"regexp"
	"sync"
	"time"

	v1 "github.com/google/go-containerregistry/pkg/v1"
)

// dockerTag is the part of a docker reference that "docker save" needs: a
// repository and a tag (distribution/reference, grammar).
var dockerTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[0-9]+(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)+)?:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$`)
})

// SaveDocker writes the image in the format of "docker save" (moby's
// image/spec/v1.2.md), to be read by "docker load", "podman load" or skopeo's
// docker-archive: the config, each layer as a plain tar, manifest.json. tag is
// what the image is called when it is loaded ("ember:latest"); empty for no name.
// The bytes depend on the image and the tag alone.
func SaveDocker(ctx context.Context, image *Image, tag string, w io.Writer) error {
	if tag != "" && !dockerTag().MatchString(tag) {
		return fmt.Errorf("docker archive: %q is no repository:tag", tag)
	}
	if err := saveDocker(ctx, image, tag, w); err != nil {
		return fmt.Errorf("docker archive of %s: %w", image.Digest, err)
	}
	return nil
}

func saveDocker(ctx context.Context, image *Image, tag string, w io.Writer) error {
	out := tar.NewWriter(w)
	d := dockerManifest{Config: image.Manifest.Config.Digest.Hex + ".json", RepoTags: []string{}}
	if tag != "" {
		d.RepoTags = append(d.RepoTags, tag)
	}
	config, err := openBlob(image.Dir, image.Manifest.Config)
	if err != nil {
		return err
	}
	defer config.Close()
	if err := saveMember(ctx, out, d.Config, image.Manifest.Config.Size, config); err != nil {
		return err
	}
	written := map[v1.Hash]bool{}
	for i, id := range image.Config.RootFS.DiffIDs {
		name := id.Hex + ".tar"
		d.Layers = append(d.Layers, name)
		if written[id] {
			continue
		}
		written[id] = true
		if err := saveLayer(ctx, out, image, i, name); err != nil {
			return err
		}
	}
	content, err := encode([]dockerManifest{d})
	if err != nil {
		return err
	}
	if err := saveHeader(out, "manifest.json", int64(len(content))); err != nil {
		return err
	}
	if _, err := out.Write(content); err != nil {
		return err
	}
	return out.Close()
}

// dockerManifest is one element of the archive's manifest.json.
type dockerManifest struct {
	Config   string
	RepoTags []string
	Layers   []string
}

// saveLayer unpacks twice, for a tar wants the size first and the layer need not
// fit into memory.
func saveLayer(ctx context.Context, out *tar.Writer, image *Image, i int, name string) error {
	var size counter
	for _, counting := range []bool{true, false} {
		r, err := image.Layer(i)
		if err != nil {
			return err
		}
		if counting {
			err = copyWith(ctx, &size, r)
		} else {
			err = saveMember(ctx, out, name, int64(size), r)
		}
		r.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// counter counts what is written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func saveMember(ctx context.Context, out *tar.Writer, name string, size int64, r io.Reader) error {
	if err := saveHeader(out, name, size); err != nil {
		return err
	}
	return copyWith(ctx, out, r)
}

func saveHeader(out *tar.Writer, name string, size int64) error {
	return out.WriteHeader(&tar.Header{
		Typeflag: tar.TypeReg, Name: name, Size: size, Mode: 0o644, ModTime: time.Unix(0, 0), Format: tar.FormatUSTAR,
	})
}
