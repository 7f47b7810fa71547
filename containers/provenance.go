package containers

import (
	"encoding/json"
	"fmt"
	"strings"

	"cairn/digest"
)

// Types of in-toto statements (in-toto attestation framework, v1; slsa.dev, provenance
// v1; cosign's signature statement, which its verify looks for).
const (
	statementType           = "https://in-toto.io/Statement/v1"
	ProvenancePredicate     = "https://slsa.dev/provenance/v1"
	SignaturePredicate      = "https://sigstore.dev/cosign/sign/v1"
	buildType               = "urn:cairn:image:v1"
	digestSHA256, digestGit = "sha256", "gitCommit"
)

// Provenance says how an image came to be: from which lock, of what, and what was
// written beside it.
type Provenance struct {
	Image   digest.Digest
	Stack   string
	Lock    digest.Digest
	Builder string // a URI that names who built it
	Version string // cairn's
	// Impure says that programs of the building machine took part, which Toolchains name.
	Impure          bool
	Stripped        []string // packages that were left out
	LayerFormat     string
	SourceDateEpoch int64
	Materials       []Material
	Toolchains      []Toolchain
	Layers          []BuiltLayer
	Documents       []Document // Content does not count, Digest does
}

// Toolchain is what a build ran with: the identity of its closure, or the
// fingerprint of a machine's programs.
type Toolchain struct {
	Name   string
	Impure bool
	ID     digest.Digest
}

// Document is something that goes with an image.
type Document struct {
	Name      string // "lock"
	MediaType string
	Digest    digest.Digest
	Content   []byte
}

// Statement is the provenance as an in-toto statement with SLSA's predicate; equal
// provenances give equal bytes.
func (p Provenance) Statement() ([]byte, error) {
	s := statement[slsaPredicate]{Type: statementType, Subject: subjectOf(p.Image), PredicateType: ProvenancePredicate}
	b := &s.Predicate.BuildDefinition
	b.BuildType = buildType
	b.External = slsaExternal{Stack: p.Stack, Lock: p.Lock.String(), Stripped: p.Stripped}
	b.Internal = slsaInternal{LayerFormat: p.LayerFormat, SourceDateEpoch: p.SourceDateEpoch, Impure: p.Impure}
	for _, t := range p.Toolchains {
		d := slsaResource{Name: "toolchain " + t.Name, Digest: map[string]string{"cairnToolchain": t.ID.Hex()}}
		if t.Impure {
			d.Annotations = map[string]string{"impure": "true"}
		}
		b.Dependencies = append(b.Dependencies, d)
	}
	for _, m := range p.Materials {
		b.Dependencies = append(b.Dependencies, m.resources()...)
	}
	r := &s.Predicate.RunDetails
	r.Builder = slsaBuilder{ID: p.Builder, Version: map[string]string{"cairn": p.Version}}
	for _, d := range p.Documents {
		r.Byproducts = append(r.Byproducts, slsaResource{Name: d.Name, MediaType: d.MediaType, Digest: map[string]string{digestSHA256: d.Digest.Hex()}})
	}
	for _, l := range p.Layers {
		r.Byproducts = append(r.Byproducts, slsaResource{
			Name: layerPrefix + l.Origin, Digest: map[string]string{digestSHA256: l.Digest.Hex()},
			Annotations: map[string]string{"diff_id": l.DiffID.String()},
		})
	}
	return encode(s)
}

const layerPrefix = "layer "

// resources are a material and its patches.
func (m Material) resources() []slsaResource {
	r := slsaResource{Name: m.Name, URI: m.PackageURL, Location: m.URL, Digest: map[string]string{}}
	if m.Git != "" {
		r.URI = "git+" + m.Git + "@" + m.Commit
	}
	if m.Commit != "" {
		r.Digest[digestGit] = m.Commit
	}
	if !m.SHA256.IsZero() {
		r.Digest[digestSHA256] = m.SHA256.Hex()
	}
	all := []slsaResource{r}
	for _, patch := range m.Patches {
		all = append(all, slsaResource{
			Name: m.Name + " patch " + patch.Name, URI: patch.URL, Digest: map[string]string{digestSHA256: patch.SHA256.Hex()},
		})
	}
	return all
}

// ReadProvenance takes a statement apart again, as far as it is compared: image, stack,
// lock, what was stripped, builder, documents and layers.
func ReadProvenance(content []byte) (Provenance, error) {
	var p Provenance
	var s statement[slsaPredicate]
	if err := json.Unmarshal(content, &s); err != nil {
		return p, fmt.Errorf("is no in-toto statement: %w", err)
	}
	if s.Type != statementType || s.PredicateType != ProvenancePredicate || s.Predicate.BuildDefinition.BuildType != buildType {
		return p, fmt.Errorf("is a statement about %q, build type %q: want SLSA provenance of cairn", s.PredicateType, s.Predicate.BuildDefinition.BuildType)
	}
	var err error
	if p.Image, err = s.image(); err != nil {
		return p, err
	}
	external := s.Predicate.BuildDefinition.External
	p.Stack, p.Stripped, p.Builder = external.Stack, external.Stripped, s.Predicate.RunDetails.Builder.ID
	p.Impure, p.LayerFormat = s.Predicate.BuildDefinition.Internal.Impure, s.Predicate.BuildDefinition.Internal.LayerFormat
	p.Version = s.Predicate.RunDetails.Builder.Version["cairn"]
	if p.Lock, err = digest.Parse(external.Lock); err != nil {
		return p, fmt.Errorf("names lock %q: %w", external.Lock, err)
	}
	for _, b := range s.Predicate.RunDetails.Byproducts {
		d, err := digest.Parse("sha256:" + b.Digest[digestSHA256])
		if err != nil {
			return p, fmt.Errorf("%s: %w", b.Name, err)
		}
		origin, isLayer := strings.CutPrefix(b.Name, layerPrefix)
		if !isLayer {
			p.Documents = append(p.Documents, Document{Name: b.Name, MediaType: b.MediaType, Digest: d})
			continue
		}
		diff, err := digest.Parse(b.Annotations["diff_id"])
		if err != nil {
			return p, fmt.Errorf("%s: diff id: %w", b.Name, err)
		}
		p.Layers = append(p.Layers, BuiltLayer{Origin: origin, Digest: d, DiffID: diff})
	}
	return p, nil
}

// SignatureStatement says no more than that somebody vouches for an image.
func SignatureStatement(image digest.Digest) ([]byte, error) {
	return encode(statement[struct{}]{Type: statementType, Subject: subjectOf(image), PredicateType: SignaturePredicate})
}

// ReadSignature returns the image that a signature statement is about.
func ReadSignature(content []byte) (digest.Digest, error) {
	var s statement[json.RawMessage]
	if err := json.Unmarshal(content, &s); err != nil {
		return digest.Digest{}, fmt.Errorf("is no in-toto statement: %w", err)
	}
	if s.Type != statementType || s.PredicateType != SignaturePredicate {
		return digest.Digest{}, fmt.Errorf("is a statement about %q: want %s", s.PredicateType, SignaturePredicate)
	}
	return s.image()
}

// statement is in-toto's (spec/v1/statement.md).
type statement[P any] struct {
	Type          string            `json:"_type"`
	Subject       []statementObject `json:"subject"`
	PredicateType string            `json:"predicateType"`
	Predicate     P                 `json:"predicate"`
}

type statementObject struct {
	Name   string            `json:"name,omitempty"`
	Digest map[string]string `json:"digest"`
}

func subjectOf(image digest.Digest) []statementObject {
	return []statementObject{{Digest: map[string]string{digestSHA256: image.Hex()}}}
}

func (s statement[P]) image() (digest.Digest, error) {
	if len(s.Subject) != 1 {
		return digest.Digest{}, fmt.Errorf("is about %d things: want one image", len(s.Subject))
	}
	return digest.Parse("sha256:" + s.Subject[0].Digest[digestSHA256])
}

// The fields of SLSA's provenance v1 that are filled.
type slsaPredicate struct {
	BuildDefinition slsaBuildDefinition `json:"buildDefinition"`
	RunDetails      slsaRunDetails      `json:"runDetails"`
}

type slsaBuildDefinition struct {
	BuildType    string         `json:"buildType"`
	External     slsaExternal   `json:"externalParameters"`
	Internal     slsaInternal   `json:"internalParameters"`
	Dependencies []slsaResource `json:"resolvedDependencies,omitempty"`
}

type slsaExternal struct {
	Stack    string   `json:"stack"`
	Lock     string   `json:"lock"`
	Stripped []string `json:"stripped,omitempty"`
}

type slsaInternal struct {
	LayerFormat     string `json:"layerFormat"`
	SourceDateEpoch int64  `json:"sourceDateEpoch"`
	Impure          bool   `json:"impure,omitempty"`
}

type slsaRunDetails struct {
	Builder    slsaBuilder    `json:"builder"`
	Byproducts []slsaResource `json:"byproducts,omitempty"`
}

type slsaBuilder struct {
	ID      string            `json:"id"`
	Version map[string]string `json:"version,omitempty"`
}

// slsaResource is in-toto's resource descriptor.
type slsaResource struct {
	Name        string            `json:"name,omitempty"`
	URI         string            `json:"uri,omitempty"`
	Digest      map[string]string `json:"digest,omitempty"`
	Location    string            `json:"downloadLocation,omitempty"`
	MediaType   string            `json:"mediaType,omitempty"`
	Annotations map[string]string `json:"annotations,omitempty"`
}
