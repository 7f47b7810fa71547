package containers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"time"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"

	"cairn/builder/store"
	"cairn/digest"
)

// Options say how an image is made; nothing of them shows in it.
type Options struct {
	// Store keeps packed layers, so that an unchanged one is not compressed again.
	// Nil keeps nothing.
	Store *store.Store
	// Jobs is how many processors compress; zero means all.
	Jobs int
}

// Built is an image that Build has written.
type Built struct {
	Digest digest.Digest // of the manifest: what a registry calls the image
	Size   int64         // of manifest, config and layers, in bytes
	Layers []BuiltLayer  // from the lowest up
}

// BuiltLayer is one layer as written.
type BuiltLayer struct {
	Origin string
	Digest digest.Digest // of the compressed bytes
	DiffID digest.Digest // of the tar
	Size   int64         // compressed, in bytes
	Reused bool          // the store had it, or the base image
	// Kept is the store's tree that has the packed layer; zero where no store keeps it.
	Kept digest.Digest
}

// Annotations of cairn's own on a layer's descriptor and in an image's labels.
const (
	AnnotationOrigin      = "cairn.layer.origin"
	AnnotationLayerFormat = "cairn.layer.format"
)

// OriginImage is the origin of layers that came with a base image.
const OriginImage = "image"

const (
	// annotations.md, "Pre-Defined Annotation Keys".
	annotationBaseDigest = "org.opencontainers.image.base.digest"
	annotationBaseName   = "org.opencontainers.image.base.name"

	annotationRefName = "org.opencontainers.image.ref.name" // annotations.md
	healthInterval    = 30 * time.Second                    // docker's own default
)

// Build writes the image as an OCI layout into dir and returns what it wrote.
//
// A dir that is missing or empty appears whole, by a rename. A dir that is an
// OCI layout keeps its other images; one of the same name is replaced, and blobs
// that only the replaced one used are removed. Any other dir is left alone, and the
// error is a *NotLayoutError. Killed at any instant, dir holds what it held or the
// new image besides; what a killed Build leaves beside is swept by the next.
// Several Builds into one dir are safe.
func Build(ctx context.Context, spec Spec, dir string, opts Options) (*Built, error) {
	spec, err := spec.normalise()
	if err != nil {
		return nil, err
	}
	if opts.Jobs <= 0 {
		opts.Jobs = runtime.GOMAXPROCS(0)
	}
	l, err := beginLayout(dir)
	if err != nil {
		return nil, fmt.Errorf("image layout %s: %w", dir, err)
	}
	defer l.discard()
	built, err := build(ctx, spec, l, opts)
	if err != nil {
		return nil, fmt.Errorf("image %s: %w", spec.Name, err)
	}
	return built, nil
}

func build(ctx context.Context, spec Spec, l *newLayout, opts Options) (*Built, error) {
	packer := &packer{spec: spec, store: opts.Store, jobs: opts.Jobs, dir: l.stage}
	built := &Built{}
	config, manifest := spec.config(), v1.Manifest{SchemaVersion: 2, MediaType: types.OCIManifestSchema1}
	if spec.Base != nil {
		if err := addBase(spec, l, &config, &manifest, built); err != nil {
			return nil, fmt.Errorf("base: %w", err)
		}
	}
	for _, layer := range spec.Layers {
		made, err := packer.pack(ctx, layer)
		if err != nil {
			return nil, fmt.Errorf("layer %s: %w", layer.Origin, err)
		}
		if err := l.addFile(made.path, made.Digest); err != nil {
			return nil, fmt.Errorf("layer %s: %w", layer.Origin, err)
		}
		config.RootFS.DiffIDs = append(config.RootFS.DiffIDs, hashOf(made.DiffID))
		config.History = append(config.History, v1.History{
			Created: config.Created, CreatedBy: "cairn", Comment: layer.Origin,
		})
		manifest.Layers = append(manifest.Layers, v1.Descriptor{
			MediaType: spec.Compression.mediaType(), Size: made.Size, Digest: hashOf(made.Digest),
			Annotations: map[string]string{AnnotationOrigin: layer.Origin, AnnotationLayerFormat: spec.LayerFormat},
		})
		built.Size += made.Size
		built.Layers = append(built.Layers, BuiltLayer{
			Origin: layer.Origin, Digest: made.Digest, DiffID: made.DiffID, Size: made.Size, Reused: made.reused, Kept: made.kept,
		})
	}
	var err error
	if manifest.Config, err = l.addJSON(types.OCIConfigJSON, config); err != nil {
		return nil, err
	}
	named, err := l.addJSON(types.OCIManifestSchema1, manifest)
	if err != nil {
		return nil, err
	}
	built.Digest, built.Size = digestOf(named.Digest), built.Size+manifest.Config.Size+named.Size
	named.Platform = &v1.Platform{OS: config.OS, Architecture: config.Architecture}
	if spec.Name != "" {
		named.Annotations = map[string]string{annotationRefName: spec.Name}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return built, l.commit(named)
}

// addBase takes over the base's layers as they are, and what Spec leaves open of its
// configuration.
func addBase(spec Spec, l *newLayout, config *v1.ConfigFile, manifest *v1.Manifest, built *Built) error {
	base := spec.Base
	manifest.Annotations = map[string]string{annotationBaseDigest: base.Digest.String()}
	if spec.BaseName != "" {
		manifest.Annotations[annotationBaseName] = spec.BaseName
	}
	for i, d := range base.Manifest.Layers {
		file, err := openBlob(base.Dir, d)
		if err != nil {
			return err
		}
		if err := errors.Join(l.addFile(file.Name(), digestOf(d.Digest)), file.Close()); err != nil {
			return err
		}
		kind, ok := ociLayers[d.MediaType]
		if !ok {
			return fmt.Errorf("its layer %d is a %s, which no image may pass on", i+1, d.MediaType)
		}
		manifest.Layers = append(manifest.Layers, v1.Descriptor{
			MediaType: kind, Size: d.Size, Digest: d.Digest, Annotations: map[string]string{AnnotationOrigin: OriginImage},
		})
		built.Size += d.Size
		built.Layers = append(built.Layers, BuiltLayer{
			Origin: OriginImage, Digest: digestOf(d.Digest), DiffID: digestOf(base.Config.RootFS.DiffIDs[i]), Size: d.Size, Reused: true,
		})
	}
	config.RootFS.DiffIDs = slices.Clone(base.Config.RootFS.DiffIDs)
	config.History = slices.Clone(base.Config.History)
	config.Architecture, config.Variant = base.Config.Architecture, base.Config.Variant
	var env []string
	for _, variable := range base.Config.Config.Env {
		name, _, _ := strings.Cut(variable, "=")
		if _, ours := spec.Config.Env[name]; !ours {
			env = append(env, variable)
		}
	}
	config.Config.Env = append(env, config.Config.Env...)
	return nil
}

// ociLayers are the media types of layers that may be passed on, docker's own among
// them, whose bytes are the same (layer.md; moby's image manifest v2.2).
var ociLayers = map[types.MediaType]types.MediaType{
	types.OCILayer: types.OCILayer, types.OCILayerZStd: types.OCILayerZStd, types.OCIUncompressedLayer: types.OCIUncompressedLayer,
	types.DockerLayer: types.OCILayer, types.DockerUncompressedLayer: types.OCIUncompressedLayer,
}

// config is all of config.md but the layers.
func (s Spec) config() v1.ConfigFile {
	config := v1.ConfigFile{
		Architecture: s.Architecture,
		OS:           "linux",
		Created:      v1.Time{Time: time.Unix(s.SourceDateEpoch, 0).UTC()},
		RootFS:       v1.RootFS{Type: "layers"},
		Config: v1.Config{
			Entrypoint: s.Config.Entrypoint,
			Cmd:        s.Config.Cmd,
			Labels:     s.Config.Labels,
			User:       s.Config.User,
			WorkingDir: s.Config.WorkingDir,
			StopSignal: s.Config.StopSignal,
		},
	}
	for _, name := range slices.Sorted(maps.Keys(s.Config.Env)) {
		config.Config.Env = append(config.Config.Env, name+"="+s.Config.Env[name])
	}
	if len(s.Config.Healthcheck) > 0 {
		config.Config.Healthcheck = &v1.HealthConfig{
			Test: append([]string{"CMD"}, s.Config.Healthcheck...), Interval: healthInterval,
		}
	}
	return config
}

func (c Compression) mediaType() types.MediaType {
	if c == Zstd {
		return types.OCILayerZStd
	}
	return types.OCILayer
}

func hashOf(d digest.Digest) v1.Hash { return v1.Hash{Algorithm: "sha256", Hex: d.Hex()} }

// digestOf returns zero for a hash that is not sha256.
func digestOf(h v1.Hash) digest.Digest {
	d, err := digest.Parse(h.String())
	if err != nil {
		return digest.Digest{}
	}
	return d
}

// encode is compact JSON with keys in the order of the types, maps sorted, and
// without the escapes that JSON within HTML would need.
func encode(value any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(value)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
