package main

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"time"

	"cairn/containers"
	"cairn/containers/signatures"
	"cairn/digest"

	"github.com/google/go-containerregistry/pkg/name"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/spf13/cobra"
)

func newInspectCommand(s *session) *cobra.Command {
	var opts inspectOptions
	c := &cobra.Command{
		Use:     "inspect REF",
		GroupID: groupJob,
		Short:   "Say what a published image is, and prove it back to its lock",
		Long: `Say what a published image is, of what stack, and what is attached to it. With
--verify the image is pulled, every blob and every unpacked layer is hashed, and it is
proved back to its lock: the signature and the provenance by a trusted key, the lock by
the image's own label, sources, patches and packages by what the lock says. With
--rebuild it is also built here from the same lock, to the same digest.

Exit 4 means that something is not what it should be; all of it is listed.`,
		Example: "  cairn inspect ghcr.io/me/ember:2026.11\n  cairn inspect ghcr.io/me/ember:2026.11 --verify --key builder.pub",
		Args:    exactArgs("the REF of an image"),
		RunE:    func(c *cobra.Command, args []string) error { return runInspect(c.Context(), s, opts, args[0]) },
	}
	c.Flags().BoolVar(&opts.verify, "verify", false, "prove the image back to its lock")
	c.Flags().StringArrayVar(&opts.keys, "key", nil, "trust the public key in `FILE`; may be repeated (default: trusted_keys of config.hcl)")
	c.Flags().BoolVar(&opts.rebuild, "rebuild", false, "also build the image from the workspace's lock, and compare digests")
	return c
}

type inspectOptions struct {
	verify, rebuild bool
	keys            []string
}

func runInspect(ctx context.Context, s *session, opts inspectOptions, ref string) error {
	reference, err := parseReference(ref)
	if err != nil {
		return err
	}
	if !opts.verify && (opts.rebuild || len(opts.keys) > 0) {
		return usageError{message: "--key and --rebuild go with --verify"}
	}
	if opts.verify {
		return s.verifyPublished(ctx, opts, reference)
	}
	p, err := s.openPublished(ctx, reference)
	if err != nil && !strings.Contains(ref, "/") {
		return hinted(err, "%q names no registry, which means Docker's: write HOST/NAME:TAG", ref)
	}
	if err != nil {
		return err
	}
	return s.printPublished(p)
}

// published is an image of a registry, with what is attached to it; nothing is proved
// but manifests against their digests.
type published struct {
	reference name.Reference
	digest    digest.Digest
	manifest  v1.Manifest
	config    v1.ConfigFile
	attached  []containers.Attachment
}

func (s *session) openPublished(ctx context.Context, reference name.Reference) (*published, error) {
	repository, err := s.registry(ctx, reference, true)
	if err != nil {
		return nil, err
	}
	p := &published{reference: reference}
	content, d, err := containers.Manifest(ctx, repository, reference.Identifier(), runtime.GOARCH)
	if err != nil {
		return nil, registryFault(ctx, err)
	}
	if p.digest, err = digest.Parse(d.Digest.String()); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(content, &p.manifest); err != nil {
		return nil, &statusError{status: exitLock, err: fmt.Errorf("manifest %s of %s is no image manifest: %w", d.Digest, reference.Context().Name(), err)}
	}
	config, err := repository.Read(ctx, p.manifest.Config, maxConfigBytes)
	if err != nil {
		return nil, registryFault(ctx, err)
	}
	if err := json.Unmarshal(config, &p.config); err != nil {
		return nil, &statusError{status: exitLock, err: fmt.Errorf("config %s of %s is none: %w", p.manifest.Config.Digest, reference.Context().Name(), err)}
	}
	p.attached, err = containers.Attached(ctx, repository, d.Digest)
	return p, registryFault(ctx, err)
}

const maxConfigBytes = 4 << 20

// label is one of the image's labels; empty if it has none of that name.
func (p *published) label(name string) string { return p.config.Config.Labels[name] }

func (s *session) printPublished(p *published) error {
	if s.json {
		type layer struct {
			Origin string `json:"origin"`
			Digest string `json:"digest"`
			Size   int64  `json:"size_bytes"`
		}
		type attached struct {
			Kind     string        `json:"kind"`
			Referrer digest.Digest `json:"referrer"`
		}
		layers, list := []layer{}, []attached{}
		for _, l := range p.manifest.Layers {
			layers = append(layers, layer{l.Annotations[containers.AnnotationOrigin], l.Digest.String(), l.Size})
		}
		for _, a := range p.attached {
			list = append(list, attached{describeAttachment(a), a.Referrer})
		}
		return s.printJSON(map[string]any{
			"reference": p.reference.Name(), "digest": p.digest, "stack": p.label(labelStack), "lock": p.label(labelLock),
			"labels": p.config.Config.Labels, "layers": layers, "attached": list, "verified": false,
		})
	}
	s.stage("image", p.reference.Context().Name()+"@"+p.digest.String(), 0)
	s.stage("stack", orNone(p.label(labelStack)), 0)
	s.stage("lock", orNone(p.label(labelLock)), 0)
	if p.label(labelImpure) != "" {
		s.stage("impure", "programs of the building machine took part", 0)
	}
	for i, l := range p.manifest.Layers {
		title := ""
		if i == 0 {
			title = "layers"
		}
		s.stage(title, fmt.Sprintf("%-16s %s  %s", orNone(l.Annotations[containers.AnnotationOrigin]), l.Digest.String()[:19], megabytes(l.Size)), 0)
	}
	for i, a := range p.attached {
		title := ""
		if i == 0 {
			title = "attached"
		}
		s.stage(title, describeAttachment(a), 0)
	}
	s.stage("proved", fmt.Sprintf("nothing yet: run %q", s.command("inspect", p.reference.String(), "--verify")), 0)
	return nil
}

// describeAttachment names what an attachment is said to be.
func describeAttachment(a containers.Attachment) string {
	switch a.Type {
	case containers.LockType:
		return "lock"
	case containers.SPDXType:
		return "bill of materials (SPDX)"
	case containers.CycloneDXType:
		return "bill of materials (CycloneDX)"
	}
	text := a.Type
	kind, payload, err := "", a.Content, error(nil)
	if a.Type == signatures.BundleType {
		if kind, payload, err = signatures.Peek(a.Content); err != nil {
			return a.Type
		}
		text = "signed " + kind
	}
	var s struct {
		PredicateType string `json:"predicateType"`
	}
	if json.Unmarshal(payload, &s) == nil {
		switch s.PredicateType {
		case containers.SignaturePredicate:
			return "signature"
		case containers.ProvenancePredicate:
			if a.Type == signatures.BundleType {
				return "provenance (SLSA), signed"
			}
			return "provenance (SLSA), unsigned"
		}
	}
	return text
}

// verifyPublished pulls an image, checks all there is to check, and lists it.
func (s *session) verifyPublished(ctx context.Context, opts inspectOptions, reference name.Reference) (err error) {
	keys, err := s.readTrusted(opts.keys)
	if err != nil {
		return err
	}
	if len(keys) == 0 {
		return usageError{message: "verifying wants a public key to trust", hint: "give --key FILE, or name trusted_keys in config.hcl"}
	}
	start := time.Now()
	v := &imageProof{session: s, keys: keys}
	if err := v.run(ctx, reference); err != nil {
		return err
	}
	if opts.rebuild {
		if err := v.rebuild(ctx); err != nil {
			return err
		}
	}
	return v.answer(time.Since(start))
}

func (v *imageProof) answer(took time.Duration) error {
	s, faults := v.session, 0
	for _, c := range v.checks {
		if !c.OK {
			faults++
		}
	}
	if s.json {
		if err := s.printJSON(map[string]any{
			"reference": v.image.reference.Name(), "digest": v.image.digest, "verified": faults == 0, "checks": v.checks,
		}); err != nil {
			return err
		}
	} else {
		s.stage("image", v.image.reference.Context().Name()+"@"+v.image.digest.String(), 0)
		for _, c := range v.checks {
			mark := "✔"
			if !c.OK {
				mark = "✘"
			}
			s.stage(c.What, mark+" "+c.Text, 0)
		}
	}
	if faults > 0 {
		return &shown{status: exitLock, line: fmt.Sprintf("%s does not prove back to its lock: %s", v.image.reference, plural(faults, "fault", "faults"))}
	}
	s.stage("proved", "back to lock "+v.image.label(labelLock)[:19], took)
	return nil
}

// check is one thing that was looked at.
type check struct {
	What string `json:"what"`
	OK   bool   `json:"ok"`
	Text string `json:"text"`
}

func (v *imageProof) note(what string, err error, format string, args ...any) {
	c := check{What: what, OK: err == nil, Text: fmt.Sprintf(format, args...)}
	if err != nil {
		c.Text = err.Error()
	}
	v.checks = append(v.checks, c)
}
