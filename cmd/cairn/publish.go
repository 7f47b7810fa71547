package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cairn/builder/store"
	"cairn/containers"
	"cairn/containers/signatures"
	"cairn/digest"
	"cairn/environments"
	"cairn/internal/atomicfile"

	"github.com/google/go-containerregistry/pkg/name"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/spf13/cobra"
)

func newPublishCommand(s *session) *cobra.Command {
	var opts publishOptions
	c := &cobra.Command{
		Use:     "publish STACK REF",
		GroupID: groupJob,
		Short:   "Push a stack's image to a registry, signed, with what it is made of",
		Long: `Push a stack's image to a registry, and with it, as referrers of the image: its lock,
its bills of materials (SPDX, CycloneDX), the provenance (in-toto, SLSA) and a
signature. The tag is set last. Only what the registry lacks is sent; after a
failure the same command goes on. Credentials are those of "docker login".

Packages whose licence keeps them from being passed on are refused, or with --strip
left out of the image.`,
		Example: "  cairn key new cairn.key\n  cairn publish ember ghcr.io/me/ember:2026.11 --key cairn.key\n  cairn inspect ghcr.io/me/ember:2026.11 --verify --key cairn.key.pub",
		Args:    exactArgs("the name of a STACK", "the REF to push to"),
		RunE: func(c *cobra.Command, args []string) error {
			return runPublish(c.Context(), s, opts, args[0], args[1])
		},
	}
	c.Flags().StringVar(&opts.key, "key", "", "sign with the private key in `FILE` (default: signing_key of config.hcl)")
	c.Flags().BoolVar(&opts.unsigned, "unsigned", false, "publish without a signature")
	c.Flags().BoolVar(&opts.strip, "strip", false, "leave out packages whose licence keeps them from being passed on")
	c.Flags().StringVar(&opts.compose, "compose", "", "also write a compose.yaml that runs the published image to `FILE`")
	return c
}

type publishOptions struct {
	key             string
	unsigned, strip bool
	compose         string
}

func runPublish(ctx context.Context, s *session, opts publishOptions, ref, to string) error {
	reference, err := parseReference(to)
	if err != nil {
		return err
	}
	tag, ok := reference.(name.Tag)
	if !ok {
		return usageError{message: fmt.Sprintf("%s names a digest: what is published gets its own", to), hint: "write a tag: " + reference.Context().Name() + ":TAG"}
	}
	key, err := s.signingKey(opts)
	if err != nil {
		return err
	}
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	withheld, err := w.withhold(opts.strip)
	if err != nil {
		return err
	}
	environment, err := w.ready(ctx)
	if err != nil {
		return err
	}
	return w.publish(ctx, environment, withheld, tag, key, opts)
}

// signingKey is nil only where a person said so.
func (s *session) signingKey(opts publishOptions) (*signatures.Key, error) {
	if opts.unsigned {
		if opts.key != "" {
			return nil, usageError{message: "--key and --unsigned exclude each other"}
		}
		return nil, nil
	}
	key, err := s.readKey(opts.key)
	if err != nil || key != nil {
		return key, err
	}
	return nil, usageError{message: "publishing wants a key to sign with", hint: `run "cairn key new FILE" once and give --key FILE, or say --unsigned`}
}

func (w *workshop) publish(ctx context.Context, environment *environments.Environment, withheld *withheld, tag name.Tag, key *signatures.Key, opts publishOptions) (err error) {
	start := time.Now()
	dir, remove, err := w.store.TempDir()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	layout := filepath.Join(dir, "image")
	spec, err := w.imageSpec(ctx, environment, withheld)
	if err != nil {
		return err
	}
	built, err := containers.Build(ctx, spec, layout, containers.Options{Store: w.store})
	if err != nil {
		return interrupted(ctx, err)
	}
	image, err := containers.Open(layout, spec.Name)
	if err != nil {
		return err
	}
	publication := containers.Publication{Image: image, Tag: tag.TagStr(), Key: key}
	if publication.Documents, err = w.documents(withheld); err != nil {
		return err
	}
	publication.Provenance = w.provenance(built, spec, withheld, key)
	repository, err := w.session.registry(ctx, tag, false)
	if err != nil {
		return err
	}
	w.session.stage("image", fmt.Sprintf("%s · %s, %s", built.Digest, plural(len(built.Layers), "layer", "layers"), megabytes(built.Size)), time.Since(start))
	start = time.Now()
	published, err := containers.Publish(ctx, repository, publication, w.session.layerSent)
	if err != nil {
		err = registryFault(ctx, err)
		if _, hint := classify(err); hint != "" {
			return err
		}
		return hinted(err, "run the same command again: what has arrived is not sent twice")
	}
	if err := w.keepPublished(tag, built); err != nil {
		return err
	}
	if opts.compose != "" {
		content, err := w.composeFile(tag.Context().Name() + "@" + built.Digest.String())
		if err != nil {
			return err
		}
		if err := atomicfile.Write(opts.compose, content, 0o644); err != nil {
			return err
		}
	}
	return w.answerPublish(tag, published, withheld, key, time.Since(start))
}

// keepPublished makes the packed layers a root of the store, so that the image can be
// pushed elsewhere without packing it again.
func (w *workshop) keepPublished(tag name.Tag, built *containers.Built) error {
	var kept []digest.Digest
	for _, layer := range built.Layers {
		if !layer.Kept.IsZero() {
			kept = append(kept, layer.Kept)
		}
	}
	return errors.Join(w.keep(), w.store.SetRoot("published/"+tag.Name(), store.Root{Digests: kept}))
}

// layerSent says what became of one layer.
func (s *session) layerSent(origin string, d v1.Descriptor, moved bool) {
	state := "there already"
	if moved {
		state = "sent, " + megabytes(d.Size)
	}
	s.stage("", fmt.Sprintf("%-16s %s  %s", origin, d.Digest.String()[:19], state), 0)
}

// documents are what goes with the image besides statements about it.
func (w *workshop) documents(withheld *withheld) ([]containers.Document, error) {
	bill := w.bill()
	bill.Materials = slices.DeleteFunc(bill.Materials, func(m containers.Material) bool { return slices.Contains(withheld.stripped, m.Name) && m.Library })
	spdx, err := containers.SPDX(bill)
	if err != nil {
		return nil, err
	}
	cyclone, err := containers.CycloneDX(bill)
	if err != nil {
		return nil, err
	}
	return []containers.Document{
		{Name: documentLock, MediaType: containers.LockType, Content: w.lock.Bytes()},
		{Name: "spdx", MediaType: containers.SPDXType, Content: spdx},
		{Name: "cyclonedx", MediaType: containers.CycloneDXType, Content: cyclone},
	}, nil
}

const documentLock = "lock"

func (w *workshop) provenance(built *containers.Built, spec containers.Spec, withheld *withheld, key *signatures.Key) containers.Provenance {
	p := containers.Provenance{
		Stack: w.stack.Ref(), Lock: w.lock.Digest(), Version: version, Impure: w.impure(), Stripped: withheld.stripped,
		LayerFormat: spec.LayerFormat, SourceDateEpoch: spec.SourceDateEpoch,
		Materials: w.bill().Materials, Layers: built.Layers, Builder: "urn:cairn:builder:unsigned",
	}
	if key != nil {
		p.Builder = "urn:cairn:builder:" + key.Public().ID()
	}
	for _, name := range sortedKeys(w.request.Toolchains) {
		t := w.request.Toolchains[name]
		p.Toolchains = append(p.Toolchains, containers.Toolchain{Name: name, Impure: t.Impure(), ID: t.ID()})
	}
	return p
}

func (w *workshop) answerPublish(tag name.Tag, published *containers.Published, withheld *withheld, key *signatures.Key, took time.Duration) error {
	s, moved := w.session, published.Moved
	if s.json {
		answer := map[string]any{
			"stack": w.stack.Ref(), "reference": tag.Name(), "digest": published.Digest, "moved": moved,
			"referrers": published.Referrers, "stripped": append([]string{}, withheld.stripped...),
		}
		if key != nil {
			answer["key"] = key.Public().ID()
		}
		return s.printJSON(answer)
	}
	s.stage("moved", fmt.Sprintf("%s, %s; %d there already; %s", plural(moved.Blobs, "blob", "blobs"), megabytes(moved.Bytes), moved.Present, plural(moved.Manifests, "manifest", "manifests")), took)
	if len(withheld.stripped) > 0 {
		s.stage("stripped", strings.Join(withheld.stripped, ", "), 0)
	}
	signed := "unsigned"
	if key != nil {
		signed = "by " + key.Public().ID()
	}
	s.stage("signed", signed, 0)
	s.stage("published", tag.Name()+"@"+published.Digest.String(), 0)
	return nil
}
