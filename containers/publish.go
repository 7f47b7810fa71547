package containers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/types"

	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/digest"
)

// Media types of what goes with an image, as its referrers.
const (
	LockType      = "application/vnd.cairn.lock.v1+hcl"
	SPDXType      = "application/spdx+json"
	CycloneDXType = "application/vnd.cyclonedx+json"
)

// Annotations by which sigstore's tools tell bundles apart (cosign's bundle
// specification, "OCI").
const (
	annotationContent   = "dev.sigstore.bundle.content"
	annotationPredicate = "dev.sigstore.bundle.predicateType"
)

// maxDocumentBytes bounds documents that are read whole.
const maxDocumentBytes = 32 << 20

// Publication is an image and all that is said about it.
type Publication struct {
	Image *Image
	// Tag is set last, when all else is there; empty sets none.
	Tag        string
	Documents  []Document // Digest is filled in
	Provenance Provenance // Image and Documents are filled in
	// Key signs; nil leaves image and provenance unsigned.
	Key *signatures.Key
}

// Published is what Publish did.
type Published struct {
	Digest    digest.Digest
	Moved     registry.Moved
	Referrers []Referrer
}

// Referrer is one thing that refers to an image.
type Referrer struct {
	Kind   string        `json:"kind"` // its artifact type, or of a bundle its predicate type
	Digest digest.Digest `json:"digest"`
}

// Publish pushes an image, then what refers to it, then the tag: a tag never stands for
// an image without its documents. What the registry has is not sent, and what a
// broken publication left there counts.
func Publish(ctx context.Context, repository *registry.Repository, p Publication, done func(origin string, d v1.Descriptor, moved bool)) (*Published, error) {
	out := &Published{Digest: p.Image.Digest}
	subject, moved, err := Push(ctx, repository, p.Image, done)
	out.Moved.Add(moved)
	if err != nil {
		return out, err
	}
	push := func(kind string, a registry.Artifact) error {
		d, moved, err := repository.PushArtifact(ctx, "", a, &subject)
		out.Moved.Add(moved)
		if err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
		out.Referrers = append(out.Referrers, Referrer{kind, digestOf(d.Digest)})
		return nil
	}
	p.Provenance.Image, p.Provenance.Documents = p.Image.Digest, nil
	for _, d := range p.Documents {
		d.Digest = digest.Of(d.Content)
		p.Provenance.Documents = append(p.Provenance.Documents, Document{Name: d.Name, MediaType: d.MediaType, Digest: d.Digest})
		if err := push(d.MediaType, oneDocument(d.MediaType, d.Content)); err != nil {
			return out, err
		}
	}
	provenance, err := p.Provenance.Statement()
	if err != nil {
		return out, err
	}
	if p.Key == nil {
		err = push(ProvenancePredicate, oneDocument(signatures.StatementType, provenance))
	} else {
		err = p.sign(ctx, repository, subject, provenance, out, push)
	}
	if err != nil || p.Tag == "" {
		return out, err
	}
	manifest, _, err := repository.Manifest(ctx, subject.Digest.String())
	if err != nil {
		return out, err
	}
	_, tagged, err := repository.PushManifest(ctx, p.Tag, subject.MediaType, manifest)
	if tagged {
		out.Moved.Manifests++
	}
	return out, err
}

// sign pushes the signed statements, unless the same, signed by the same key, are there.
func (p Publication) sign(ctx context.Context, repository *registry.Repository, subject v1.Descriptor, provenance []byte, out *Published, push func(string, registry.Artifact) error) error {
	signature, err := SignatureStatement(p.Image.Digest)
	if err != nil {
		return err
	}
	found, err := Attached(ctx, repository, subject.Digest)
	if err != nil {
		return err
	}
	for _, s := range []struct {
		predicate string
		content   []byte
	}{{ProvenancePredicate, provenance}, {SignaturePredicate, signature}} {
		if there := signedAlready(ctx, found, s.content, p.Key.Public()); there != nil {
			out.Moved.Present++
			out.Referrers = append(out.Referrers, Referrer{s.predicate, there.Referrer})
			continue
		}
		bundle, err := p.Key.Sign(ctx, signatures.StatementType, s.content)
		if err != nil {
			return err
		}
		a := oneDocument(signatures.BundleType, bundle)
		a.Annotations = map[string]string{annotationContent: "dsse-envelope", annotationPredicate: s.predicate}
		if err := push(s.predicate, a); err != nil {
			return err
		}
	}
	return nil
}

func signedAlready(ctx context.Context, found []Attachment, content []byte, key *signatures.PublicKey) *Attachment {
	for i, a := range found {
		if a.Type != signatures.BundleType || a.Fault != nil {
			continue
		}
		_, payload, _, err := signatures.Open(ctx, a.Content, []*signatures.PublicKey{key})
		if err == nil && bytes.Equal(payload, content) {
			return &found[i]
		}
	}
	return nil
}

// oneDocument is an artifact of one document.
func oneDocument(kind string, content []byte) registry.Artifact {
	return registry.Artifact{Type: kind, Blobs: []registry.ArtifactBlob{{MediaType: types.MediaType(kind), Content: content}}}
}

// Attachment is a document that refers to an image, as a registry has it.
type Attachment struct {
	Type     string        // of the artifact, as its manifest says
	Referrer digest.Digest // of that manifest
	Content  []byte        // proved against the manifest; nil with a Fault
	// Fault says what is wrong with it: a *registry.Mismatch.
	Fault error
}

// Attached returns what refers to an image, each document with its bytes. What is
// not what its digest says comes with a Fault; the error is about asking. Artifacts
// that are not of one document are passed over.
func Attached(ctx context.Context, repository *registry.Repository, image v1.Hash) ([]Attachment, error) {
	list, err := repository.Referrers(ctx, image)
	if err != nil {
		return nil, err
	}
	var all []Attachment
	for _, d := range list {
		a := Attachment{Type: d.ArtifactType, Referrer: digestOf(d.Digest)}
		m, err := readArtifact(ctx, repository, d)
		if err == nil && m.Subject != nil && m.Subject.Digest == image && len(m.Layers) == 1 {
			a.Type = m.ArtifactType
			a.Content, err = repository.Read(ctx, m.Layers[0], maxDocumentBytes)
		} else if err == nil {
			continue
		}
		var mismatch *registry.Mismatch
		if err != nil && !errors.As(err, &mismatch) && !registry.NotFound(err) {
			return nil, err
		}
		a.Fault = err
		all = append(all, a)
	}
	return all, nil
}

func readArtifact(ctx context.Context, repository *registry.Repository, d v1.Descriptor) (m v1.Manifest, err error) {
	content, _, err := repository.Manifest(ctx, d.Digest.String())
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(content, &m); err != nil {
		return m, &registry.Mismatch{What: fmt.Sprintf("manifest %s of %s", d.Digest, repository.Name()), Is: "is no artifact: " + err.Error()}
	}
	return m, nil
}
