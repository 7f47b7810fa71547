package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"cairn/containers"
	"cairn/digest"
	"cairn/lockfiles"
)

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
