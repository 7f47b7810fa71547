package registry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/remote/transport"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// MaxManifestBytes is the largest manifest that is pushed or read: what the
// specification wants registries to take at least (spec.md, "Pushing manifests").
const MaxManifestBytes = 4 << 20

// acceptedManifests is what is asked for: all that a manifest may be.
var acceptedManifests = strings.Join([]string{
	string(types.OCIManifestSchema1), string(types.OCIImageIndex),
	string(types.DockerManifestSchema2), string(types.DockerManifestList),
}, ", ")

// HasManifest returns what a tag or digest stands for; false if for nothing.
func (r *Repository) HasManifest(ctx context.Context, reference string) (v1.Hash, bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, r.url("manifests/"+reference).String(), nil)
	if err != nil {
		return v1.Hash{}, false, err
	}
	req.Header.Set("Accept", acceptedManifests)
	resp, err := r.do(req, http.StatusOK, http.StatusNotFound)
	if err != nil {
		return v1.Hash{}, false, err
	}
	resp.Body.Close()
	if resp.StatusCode == http.StatusNotFound {
		return v1.Hash{}, false, nil
	}
	h, err := v1.NewHash(resp.Header.Get("Docker-Content-Digest"))
	if err != nil {
		// The header is optional. Who asks by digest knows the answer.
		h, err = v1.NewHash(reference)
	}
	return h, err == nil, nil
}

// PushManifest puts a manifest under a tag or its digest and reports whether it was
// sent: one that is there under that name already is not.
func (r *Repository) PushManifest(ctx context.Context, reference string, kind types.MediaType, content []byte) (d v1.Descriptor, moved bool, err error) {
	h, size, err := v1.SHA256(bytes.NewReader(content))
	if err != nil {
		return d, false, err
	}
	d = v1.Descriptor{MediaType: kind, Size: size, Digest: h}
	if reference == "" {
		reference = h.String()
	}
	there, known, err := r.HasManifest(ctx, reference)
	if err != nil || known && there == h {
		return d, false, err
	}
	return d, true, r.putManifest(ctx, reference, kind, content)
}

// putManifest asks again when the registry does not know a blob that it was given before:
// of two that upload one blob at a time, the second makes some registries forget it for
// the moment in which they write down once more that they have it.
func (r *Repository) putManifest(ctx context.Context, reference string, kind types.MediaType, content []byte) error {
	for attempt := 1; ; attempt++ {
		err := r.putManifestOnce(ctx, reference, kind, content)
		if attempt == r.patience.Attempts || !blobUnknown(err) {
			return err
		}
		if err := r.waitAfter(ctx, fmt.Sprintf("push manifest %s to %s", reference, r.Name()), err, attempt); err != nil {
			return err
		}
	}
}

// blobUnknown reports whether a registry refused a manifest for a blob that it does not
// have (spec.md, "Error Codes", code-1).
func blobUnknown(err error) bool {
	var answer *transport.Error
	return errors.As(err, &answer) && slices.ContainsFunc(answer.Errors, func(d transport.Diagnostic) bool {
		return d.Code == transport.ManifestBlobUnknownErrorCode
	})
}

func (r *Repository) putManifestOnce(ctx context.Context, reference string, kind types.MediaType, content []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, r.url("manifests/"+reference).String(), bytes.NewReader(content))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", string(kind))
	resp, err := r.do(req, http.StatusCreated, http.StatusOK, http.StatusAccepted)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Manifest returns the bytes that a tag or digest stands for. If reference is a
// digest and the bytes are others, the error is a *Mismatch.
func (r *Repository) Manifest(ctx context.Context, reference string) ([]byte, v1.Descriptor, error) {
	var d v1.Descriptor
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url("manifests/"+reference).String(), nil)
	if err != nil {
		return nil, d, err
	}
	req.Header.Set("Accept", acceptedManifests)
	resp, err := r.do(req, http.StatusOK)
	if err != nil {
		return nil, d, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(io.LimitReader(resp.Body, MaxManifestBytes+1))
	if err != nil {
		return nil, d, failed(describe(req), err)
	}
	what := fmt.Sprintf("manifest %s of %s", reference, r.Name())
	if len(content) > MaxManifestBytes {
		return nil, d, &Mismatch{what, fmt.Sprintf("has more than the %d bytes that are read", MaxManifestBytes)}
	}
	h, size, err := v1.SHA256(bytes.NewReader(content))
	if err != nil {
		return nil, d, err
	}
	if want, err := v1.NewHash(reference); err == nil && want != h {
		return nil, d, &Mismatch{what, "is " + h.String()}
	}
	kind := types.MediaType(strings.TrimSpace(strings.Split(resp.Header.Get("Content-Type"), ";")[0]))
	return content, v1.Descriptor{MediaType: kind, Size: size, Digest: h}, nil
}
