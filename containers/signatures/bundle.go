package signatures

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"
)

// BundleType is the media type of a signed document (sigstore/protobuf-specs,
// sigstore_bundle.proto, v0.3).
const BundleType = "application/vnd.dev.sigstore.bundle.v0.3+json"

// StatementType is the payload type of in-toto statements (in-toto attestation
// framework, "Envelope layer").
const StatementType = "application/vnd.in-toto+json"

// maxBundleBytes bounds what is taken apart.
const maxBundleBytes = 32 << 20

// bundle is as much of sigstore's as a key needs: no certificate, no log entry.
type bundle struct {
	MediaType string        `json:"mediaType"`
	Material  material      `json:"verificationMaterial"`
	Envelope  dsse.Envelope `json:"dsseEnvelope"`
}

type material struct {
	PublicKey publicKeyHint `json:"publicKey"`
}

type publicKeyHint struct {
	Hint string `json:"hint"`
}

// UntrustedError says that a document is not signed by any key that is trusted.
type UntrustedError struct {
	Hint string // the ID that the document names its key by; anybody can write it there
}

func (e *UntrustedError) Error() string {
	if e.Hint == "" {
		return "is not signed by a trusted key"
	}
	return fmt.Sprintf("is not signed by a trusted key (it names key %s)", e.Hint)
}

// Sign returns payload in a signed bundle. With ECDSA two bundles of one payload
// differ; both hold.
func (k *Key) Sign(ctx context.Context, payloadType string, payload []byte) ([]byte, error) {
	// Without a key id in the envelope: sigstore's hint names the key.
	signer, err := dsse.NewEnvelopeSigner(anonymous{k.signer})
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	envelope, err := signer.SignPayload(ctx, payloadType, payload)
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	return json.Marshal(bundle{MediaType: BundleType, Material: material{publicKeyHint{k.public.ID()}}, Envelope: *envelope})
}

// anonymous signs without naming the key.
type anonymous struct{ dsse.SignerVerifier }

func (anonymous) KeyID() (string, error) { return "", nil }

// Open checks a bundle's signature by the keys that are trusted and returns what it
// carries, and by whom it was signed. Whatever is wrong with the signature is an
// *UntrustedError; what is no bundle is another error.
func Open(ctx context.Context, content []byte, trusted []*PublicKey) (payloadType string, payload []byte, by *PublicKey, err error) {
	b, err := parse(content)
	if err != nil {
		return "", nil, nil, err
	}
	for _, key := range trusted {
		verifier, err := dsse.NewEnvelopeVerifier(key.verifier)
		if err != nil {
			return "", nil, nil, err
		}
		if _, payload, err := verifier.VerifyAndDecode(ctx, &b.Envelope); err == nil {
			return b.Envelope.PayloadType, payload, key, nil
		}
	}
	return "", nil, nil, &UntrustedError{Hint: b.Material.PublicKey.Hint}
}

// Peek returns what a bundle carries without checking its signature: to say what was
// found, never to act upon.
func Peek(content []byte) (payloadType string, payload []byte, err error) {
	b, err := parse(content)
	if err != nil {
		return "", nil, err
	}
	payload, err = b.Envelope.DecodeB64Payload()
	return b.Envelope.PayloadType, payload, err
}

func parse(content []byte) (*bundle, error) {
	if len(content) > maxBundleBytes {
		return nil, fmt.Errorf("has %d bytes, more than the %d that are read", len(content), maxBundleBytes)
	}
	var b bundle
	// Other tools put more into a bundle; what is not known here is not needed.
	if err := json.NewDecoder(bytes.NewReader(content)).Decode(&b); err != nil {
		return nil, fmt.Errorf("is no bundle: %w", err)
	}
	if b.MediaType != BundleType {
		return nil, fmt.Errorf("is a bundle of type %q: want %s", b.MediaType, BundleType)
	}
	if len(b.Envelope.Signatures) != 1 {
		return nil, errors.New("is no bundle of one signature")
	}
	return &b, nil
}
