package registry

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// emptyType and emptyConfig are the config of an artifact that has none (OCI image
// specification v1.1, manifest.md, "Guidance for an Empty Descriptor").
const emptyType types.MediaType = "application/vnd.oci.empty.v1+json"

var emptyConfig = []byte("{}")

// Artifact is something that is said about a manifest, or stands by itself: a
// document or a few.
type Artifact struct {
	Type        string
	Annotations map[string]string
	Blobs       []ArtifactBlob
	// Others are blobs that the repository holds already; they follow Blobs.
	Others []v1.Descriptor
}

// ArtifactBlob is one document of an artifact.
type ArtifactBlob struct {
	MediaType   types.MediaType
	Content     []byte
	Annotations map[string]string
}

// Moved counts what a push sent, and what the registry had already.
type Moved struct {
	Blobs     int   `json:"blobs"`
	Bytes     int64 `json:"bytes"` // of the blobs sent
	Manifests int   `json:"manifests"`
	Present   int   `json:"present"` // blobs that were there
}

// Add adds other's counts.
func (m *Moved) Add(other Moved) {
	m.Blobs += other.Blobs
	m.Bytes += other.Bytes
	m.Manifests += other.Manifests
	m.Present += other.Present
}

// Count adds one blob.
func (m *Moved) Count(moved bool, size int64) {
	if !moved {
		m.Present++
		return
	}
	m.Blobs++
	m.Bytes += size
}

// Bytes makes a blob of content.
func Bytes(content []byte) Blob {
	h, size, _ := v1.SHA256(bytes.NewReader(content)) // reading memory does not fail
	return Blob{Hash: h, Size: size, Open: func(offset int64) (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(content[offset:])), nil
	}}
}

// PushArtifact pushes an artifact under a tag, or by its digest if tag is empty.
// With a subject it becomes one of the subject's referrers: by the registry's own
// list, or where it keeps none by the tag that stands for it (spec.md, "Referrers Tag Schema").
func (r *Repository) PushArtifact(ctx context.Context, tag string, a Artifact, subject *v1.Descriptor) (v1.Descriptor, Moved, error) {
	var moved Moved
	// An image manifest as manifest.md, "Guidelines for Artifact Usage", has it.
	manifest := v1.Manifest{
		SchemaVersion: 2, MediaType: types.OCIManifestSchema1, ArtifactType: a.Type,
		Layers: []v1.Descriptor{}, Subject: plain(subject), Annotations: a.Annotations,
	}
	push := func(kind types.MediaType, content []byte, annotations map[string]string) (v1.Descriptor, error) {
		b := Bytes(content)
		sent, err := r.PushBlob(ctx, b)
		moved.Count(sent, b.Size)
		return v1.Descriptor{MediaType: kind, Size: b.Size, Digest: b.Hash, Annotations: annotations}, err
	}
	var err error
	if manifest.Config, err = push(emptyType, emptyConfig, nil); err != nil {
		return v1.Descriptor{}, moved, err
	}
	for _, blob := range a.Blobs {
		d, err := push(blob.MediaType, blob.Content, blob.Annotations)
		if err != nil {
			return v1.Descriptor{}, moved, err
		}
		manifest.Layers = append(manifest.Layers, d)
	}
	manifest.Layers = append(manifest.Layers, a.Others...)
	content, err := json.Marshal(manifest)
	if err != nil {
		return v1.Descriptor{}, moved, err
	}
	d, sent, err := r.PushManifest(ctx, tag, types.OCIManifestSchema1, content)
	if sent {
		moved.Manifests++
	}
	if err != nil || subject == nil {
		return d, moved, err
	}
	d.ArtifactType, d.Annotations = a.Type, a.Annotations
	listed, err := r.list(ctx, subject.Digest, d)
	if listed {
		moved.Manifests++
	}
	return d, moved, err
}

// plain is a descriptor as a subject: what it is called elsewhere does not belong there.
func plain(d *v1.Descriptor) *v1.Descriptor {
	if d == nil {
		return nil
	}
	return &v1.Descriptor{MediaType: d.MediaType, Size: d.Size, Digest: d.Digest}
}

// list makes sure that a subject's referrers have d, and reports whether the
// fallback tag had to be written.
func (r *Repository) list(ctx context.Context, subject v1.Hash, d v1.Descriptor) (bool, error) {
	index, own, err := r.referrers(ctx, subject)
	if err != nil || own || slices.ContainsFunc(index.Manifests, func(m v1.Descriptor) bool { return m.Digest == d.Digest }) {
		return false, err
	}
	index.SchemaVersion, index.MediaType = 2, types.OCIImageIndex
	index.Manifests = append(index.Manifests, d)
	content, err := json.Marshal(index)
	if err != nil {
		return false, err
	}
	return true, r.putManifest(ctx, fallbackTag(subject), types.OCIImageIndex, content)
}

func fallbackTag(subject v1.Hash) string { return strings.Replace(subject.String(), ":", "-", 1) }

// Referrers lists what refers to a manifest, in no order that means anything. What
// kind of artifact each is, only its own manifest says for sure.
func (r *Repository) Referrers(ctx context.Context, subject v1.Hash) ([]v1.Descriptor, error) {
	index, _, err := r.referrers(ctx, subject)
	return index.Manifests, err
}

// referrers reports whether the list is the registry's own.
func (r *Repository) referrers(ctx context.Context, subject v1.Hash) (index v1.IndexManifest, own bool, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url("referrers/"+subject.String()).String(), nil)
	if err != nil {
		return index, false, err
	}
	req.Header.Set("Accept", string(types.OCIImageIndex))
	resp, err := r.do(req, http.StatusOK, http.StatusNotFound, http.StatusBadRequest, http.StatusMethodNotAllowed, http.StatusNotAcceptable)
	if err != nil {
		return index, false, err
	}
	defer resp.Body.Close()
	own = resp.StatusCode == http.StatusOK && strings.HasPrefix(resp.Header.Get("Content-Type"), string(types.OCIImageIndex))
	var content []byte
	if own {
		if content, err = io.ReadAll(io.LimitReader(resp.Body, MaxManifestBytes+1)); err != nil {
			return index, own, failed(describe(req), err)
		}
		if len(content) > MaxManifestBytes {
			return index, own, &Mismatch{fmt.Sprintf("list of what refers to %s in %s", subject, r.Name()), fmt.Sprintf("has more than the %d bytes that are read", MaxManifestBytes)}
		}
	} else if content, _, err = r.Manifest(ctx, fallbackTag(subject)); NotFound(err) {
		return index, false, nil
	} else if err != nil {
		return index, false, err
	}
	if err := json.Unmarshal(content, &index); err != nil {
		return index, own, &Mismatch{fmt.Sprintf("list of what refers to %s in %s", subject, r.Name()), "is no image index: " + err.Error()}
	}
	return index, own, nil
}
