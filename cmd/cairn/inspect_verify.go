package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
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

// readLock finds the lock that the image names and reads it.
func (v *imageProof) readLock() {
	want := v.image.label(labelLock)
	if want == "" {
		v.note("lock", fmt.Errorf("the image has no label %s: cairn did not make it", labelLock), "")
		return
	}
	var err error = fmt.Errorf("%s is not attached to the image", want)
	for _, a := range v.image.attached {
		if a.Type != containers.LockType || a.Fault != nil {
			continue
		}
		if is := digest.Of(a.Content); is.String() != want {
			err = fmt.Errorf("the attached one is %s, the image's label says %s", is, want)
			continue
		}
		lock, diags := lockfiles.Parse("attached.lock.hcl", a.Content)
		if diags.HasErrors() {
			err = fmt.Errorf("the attached one is no lock: %s", diags.Error())
			continue
		}
		stack, variant, _ := strings.Cut(v.image.label(labelStack), "@")
		view, ok := lock.View(variant)
		if lock.Stack != stack || !ok {
			err = fmt.Errorf("it is of stack %s, the image's label says %s", lock.Stack, v.image.label(labelStack))
			continue
		}
		v.lock, v.view, err = lock, view, nil
		break
	}
	v.note("lock", err, "%s, as the image's label says", want)
}

// sources holds the image's labels against the lock: commits, patched trees, patches.
func (v *imageProof) sources() {
	for i := range v.view.Components {
		c := &v.view.Components[i]
		var patches []string
		for _, p := range c.Patches {
			if !p.Skipped {
				patches = append(patches, p.Name+"="+p.SHA256.String())
			}
		}
		var err error
		for _, pair := range []struct{ label, want string }{
			{labelSource + c.Name, c.Source.Commit.String()},
			{labelTree + c.Name, c.PatchedTree().String()},
			{labelPatches + c.Name, strings.Join(patches, " ")},
		} {
			if has := v.image.label(pair.label); err == nil && has != pair.want {
				err = fmt.Errorf("%s: the image's label %s says %q, the lock %q", c.Name, pair.label, has, pair.want)
			}
		}
		if err == nil && v.files != nil {
			err = v.billNames(c)
		}
		v.note("source", err, "%s@%s, %s, tree %s", c.Name, c.Source.Commit.Short(), plural(len(patches), "patch", "patches"), c.PatchedTree().Short())
	}
}

// billNames checks that the bill inside the image has the component's patches.
func (v *imageProof) billNames(c *lockfiles.Component) error {
	name := bills + c.Name + ".cdx.json"
	content, ok := v.files[name]
	if !ok {
		return fmt.Errorf("%s: the image has no %s", c.Name, name)
	}
	for _, p := range c.Patches {
		if !p.Skipped && !strings.Contains(string(content), p.SHA256.Hex()) {
			return fmt.Errorf("%s: %s in the image does not name patch %s, %s", c.Name, name, p.Name, p.SHA256)
		}
	}
	return nil
}

// packages holds what dpkg calls installed in the image against the lock's run-time
// closure.
func (v *imageProof) packages() {
	entry := runtimeEntryOf(v.view)
	status, there := v.files[containers.DpkgStatus]
	if entry == nil || v.files == nil || v.image.manifest.Annotations["org.opencontainers.image.base.digest"] != "" {
		return // the host's own files, or another image's
	}
	if !there {
		v.note("packages", fmt.Errorf("the image has no %s", containers.DpkgStatus), "")
		return
	}
	installed, err := containers.ReadDpkgStatus(status)
	if err != nil {
		v.note("packages", err, "")
		return
	}
	stripped := strings.Fields(v.image.label(labelStripped))
	wanted := map[string]string{}
	for _, p := range entry.Packages {
		if !slices.Contains(stripped, p.Name) {
			wanted[p.Name] = p.Version
		}
	}
	var faults []string
	for _, p := range installed {
		if want, ok := wanted[p.Name]; !ok {
			faults = append(faults, fmt.Sprintf("%s %s is not in the lock", p.Name, p.Version))
		} else if want != p.Version {
			faults = append(faults, fmt.Sprintf("%s is %s, the lock says %s", p.Name, p.Version, want))
		}
		delete(wanted, p.Name)
	}
	for _, name := range sortedKeys(wanted) {
		faults = append(faults, name+" "+wanted[name]+" is missing")
	}
	if len(faults) > 0 {
		err = errors.New(strings.Join(faults, "; "))
	}
	note := ""
	if len(stripped) > 0 {
		note = fmt.Sprintf(", %d stripped", len(stripped))
	}
	v.note("packages", err, "%s of toolchain %s%s, as the lock has them", plural(len(installed), "package", "packages"), entry.Name, note)
}

// documents holds what is attached against the digests in the provenance.
func (v *imageProof) documents() {
	for _, d := range v.stated.Documents {
		found := slices.ContainsFunc(v.image.attached, func(a containers.Attachment) bool {
			return a.Fault == nil && a.Type == d.MediaType && digest.Of(a.Content) == d.Digest
		})
		var err error
		if !found {
			err = fmt.Errorf("%s: none that is attached is %s, as the provenance says", d.Name, d.Digest)
		}
		v.note("document", err, "%s %s", d.Name, d.Digest.String()[:19])
	}
}

// rebuild makes the image again from the workspace's lock.
func (v *imageProof) rebuild(ctx context.Context) (err error) {
	ref := v.image.label(labelStack)
	w, err := v.session.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	if is := w.lock.Digest().String(); is != v.image.label(labelLock) {
		v.note("rebuilt", fmt.Errorf("the workspace's lock of %s is %s, the image's is %s", ref, is, v.image.label(labelLock)), "")
		return nil
	}
	withheld, err := w.withhold(v.image.label(labelStripped) != "")
	if err != nil {
		return err
	}
	environment, err := w.ready(ctx)
	if err != nil {
		return err
	}
	spec, err := w.imageSpec(ctx, environment, withheld)
	if err != nil {
		return err
	}
	dir, remove, err := w.store.TempDir()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	built, err := containers.Build(ctx, spec, filepath.Join(dir, "image"), containers.Options{Store: w.store})
	if err != nil {
		return interrupted(ctx, err)
	}
	if built.Digest != v.image.digest {
		err = fmt.Errorf("here the same lock makes %s", built.Digest)
	}
	v.note("rebuilt", err, "here, to the same digest")
	return nil
}
