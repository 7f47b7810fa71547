package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"cairn/containers"
	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/digest"
	"cairn/environments"
	"cairn/lockfiles"

	"github.com/google/go-containerregistry/pkg/name"
)

// imageProof proves a published image back to its lock. Each check is noted, so
// that all that is wrong is told at once.
type imageProof struct {
	session *session
	keys    []*signatures.PublicKey
	image   *published
	files   map[string][]byte // of the image: bills and dpkg's status; nil where the layers do not hold
	lock    *lockfiles.Lock
	view    *lockfiles.View
	stated  containers.Provenance
	checks  []check
}

func (v *imageProof) run(ctx context.Context, reference name.Reference) (err error) {
	if v.image, err = v.session.openPublished(ctx, reference); err != nil {
		return err
	}
	if err := v.layers(ctx); err != nil {
		return err
	}
	for _, a := range v.image.attached {
		if a.Fault != nil {
			v.note("attached", a.Fault, "")
		}
	}
	v.signature(ctx)
	proved := v.provenance(ctx)
	v.readLock()
	if v.view == nil {
		return nil
	}
	v.sources()
	v.packages()
	if proved {
		v.documents()
	}
	return nil
}

// layers pulls the image and reads every layer to its end.
func (v *imageProof) layers(ctx context.Context) (err error) {
	st, err := v.session.store()
	if err != nil {
		return err
	}
	dir, remove, err := st.TempDir()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	repository, err := v.session.registry(ctx, v.image.reference, true)
	if err != nil {
		return err
	}
	image, err := containers.Pull(ctx, repository, v.image.digest.String(), runtime.GOARCH, filepath.Join(dir, "image"))
	if err == nil {
		v.files, err = image.Contents(ctx, func(path string) bool {
			return path == containers.DpkgStatus || strings.HasPrefix(path, bills)
		})
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	// A fault names the layout's folder, which is gone by now: the blob counts.
	var fault *containers.Fault
	var mismatch *registry.Mismatch
	switch {
	case errors.As(err, &fault):
		err = fmt.Errorf("blob sha256:%s %s", filepath.Base(fault.Path), fault.What)
	case err != nil && !errors.As(err, &mismatch) && !registry.NotFound(err):
		return registryFault(ctx, err)
	}
	size := int64(0)
	for _, l := range v.image.manifest.Layers {
		size += l.Size
	}
	v.note("layers", err, "%s, %.1f MB: every blob and every unpacked layer is what the manifest says", plural(len(v.image.manifest.Layers), "layer", "layers"), float64(size)/1e6)
	return nil
}

// bills is where bills of materials lie in an image.
const bills = environments.Prefix + "/share/sbom/"

// statement looks for a signed statement of a predicate about the image, by a trusted
// key. What is found and does not count is told where nothing else does.
func (v *imageProof) statement(ctx context.Context, predicate string, about func(payload []byte) (digest.Digest, error)) ([]byte, *signatures.PublicKey, error) {
	var why error
	for _, a := range v.image.attached {
		if a.Type != signatures.BundleType || a.Fault != nil {
			continue
		}
		_, peeked, err := signatures.Peek(a.Content)
		if err != nil || !strings.Contains(string(peeked), predicate) {
			continue
		}
		kind, payload, by, err := signatures.Open(ctx, a.Content, v.keys)
		if err == nil && kind != signatures.StatementType {
			err = fmt.Errorf("is a signed %s", kind)
		}
		if err == nil {
			var image digest.Digest
			if image, err = about(payload); err == nil && image != v.image.digest {
				err = fmt.Errorf("is about %s", image)
			}
		}
		if err == nil {
			return payload, by, nil
		}
		why = fmt.Errorf("%s %w", a.Referrer, err)
	}
	if why == nil {
		why = errors.New("none is attached to the image")
	}
	return nil, nil, why
}

func (v *imageProof) signature(ctx context.Context) {
	_, by, err := v.statement(ctx, containers.SignaturePredicate, containers.ReadSignature)
	if err != nil {
		v.note("signature", err, "")
		return
	}
	v.note("signature", nil, "by %s", by.ID())
}

// provenance checks the signed statement's own links: to the image's layers.
func (v *imageProof) provenance(ctx context.Context) bool {
	payload, by, err := v.statement(ctx, containers.ProvenancePredicate, func(payload []byte) (digest.Digest, error) {
		p, err := containers.ReadProvenance(payload)
		return p.Image, err
	})
	if err == nil {
		v.stated, err = containers.ReadProvenance(payload)
	}
	if err == nil && v.stated.Lock.String() != v.image.label(labelLock) {
		err = fmt.Errorf("says lock %s, the image's label %s", v.stated.Lock, orNone(v.image.label(labelLock)))
	}
	if err == nil && v.stated.Stack != v.image.label(labelStack) {
		err = fmt.Errorf("says stack %s, the image's label %s", v.stated.Stack, orNone(v.image.label(labelStack)))
	}
	if err == nil {
		err = v.statedLayers()
	}
	if err != nil {
		v.note("provenance", err, "")
		return false
	}
	v.note("provenance", nil, "stack %s, %s, by %s", v.stated.Stack, plural(len(v.stated.Layers), "layer", "layers"), by.ID())
	return true
}

func (v *imageProof) statedLayers() error {
	if said, has := len(v.stated.Layers), len(v.image.manifest.Layers); said != has {
		return fmt.Errorf("says %d layers, the image has %d", said, has)
	}
	for i, l := range v.stated.Layers {
		if has := v.image.manifest.Layers[i].Digest.String(); has != l.Digest.String() {
			return fmt.Errorf("says layer %s is %s, the image has %s", l.Origin, l.Digest, has)
		}
	}
	return nil
}
