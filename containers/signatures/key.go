// Package signatures holds the keys that say who vouches for something, and
// documents signed by them: DSSE envelopes (secure-systems-lab/dsse, protocol.md) in sigstore's
// bundle format, which cosign reads too.
//
// It leaves to others: what a document says (containers), where keys lie and which
// are trusted (cmd/cairn). Signing without a key of one's own ("keyless") needs an identity
// provider, a certificate authority and a transparency log on the network, and is
// not done here.
package signatures

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"
	"github.com/secure-systems-lab/go-securesystemslib/encrypted"
	"github.com/secure-systems-lab/go-securesystemslib/signerverifier"
)

// PEM types of key files. The two encrypted ones are cosign's.
const (
	pemPrivate      = "PRIVATE KEY"
	pemPublic       = "PUBLIC KEY"
	pemEncrypted    = "ENCRYPTED SIGSTORE PRIVATE KEY"
	pemEncryptedOld = "ENCRYPTED COSIGN PRIVATE KEY"
)

// ErrPassword says that a key is encrypted and its password is missing or another.
var ErrPassword = errors.New("the key is encrypted, and its password is missing or wrong")

// Key can sign. It is safe for concurrent use. It has no String: nothing of it is
// to be printed but its Public.
type Key struct {
	signer dsse.SignerVerifier
	public *PublicKey
}

// PublicKey can check what its Key signed. It is safe for concurrent use.
type PublicKey struct {
	verifier dsse.Verifier
	id       [sha256.Size]byte
	der      []byte
}

// NewKey makes an ECDSA key on P-256, as cosign does, and returns it as the content
// of a file. An empty password leaves it unencrypted: the file's mode is all that guards it.
func NewKey(password []byte) (private []byte, key *Key, err error) {
	secret, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, nil, err
	}
	der, err := x509.MarshalPKCS8PrivateKey(secret)
	if err != nil {
		return nil, nil, err
	}
	block := &pem.Block{Type: pemPrivate, Bytes: der}
	if len(password) > 0 {
		sealed, err := encrypted.Encrypt(der, password)
		if err != nil {
			return nil, nil, err
		}
		block = &pem.Block{Type: pemEncrypted, Bytes: sealed}
	}
	key, err = keyOf(der)
	return pem.EncodeToMemory(block), key, err
}

// ParseKey reads a private key: PKCS #8 in PEM (ECDSA on P-256 or P-384, or Ed25519),
// or one that cosign encrypted, with its password.
func ParseKey(content, password []byte) (*Key, error) {
	block, _ := pem.Decode(content)
	if block == nil {
		return nil, errors.New("is no key in PEM form")
	}
	switch block.Type {
	case pemPrivate:
		return keyOf(block.Bytes)
	case pemEncrypted, pemEncryptedOld:
		der, err := encrypted.Decrypt(block.Bytes, password)
		if err != nil {
			return nil, ErrPassword
		}
		return keyOf(der)
	case pemPublic:
		return nil, errors.New("is a public key: signing needs the private one")
	}
	return nil, fmt.Errorf("is a %q: want PKCS #8 (%q) or a key of cosign", block.Type, pemPrivate)
}

func keyOf(der []byte) (*Key, error) {
	secret, err := x509.ParsePKCS8PrivateKey(der)
	if err != nil {
		return nil, errors.New("is no PKCS #8 private key")
	}
	holder, ok := secret.(crypto.Signer)
	if !ok {
		return nil, fmt.Errorf("is a key that cannot sign: %T", secret)
	}
	public, err := publicOf(holder.Public())
	if err != nil {
		return nil, err
	}
	// The library derives the public half, and knows P-256 keys in PKCS #8.
	signer, err := signerOf(pem.EncodeToMemory(&pem.Block{Type: pemPrivate, Bytes: der}))
	if err != nil {
		return nil, err
	}
	return &Key{signer: signer, public: public}, nil
}

// ParsePublicKey reads a public key (PKIX in PEM), as cosign.pub is.
func ParsePublicKey(content []byte) (*PublicKey, error) {
	block, _ := pem.Decode(content)
	if block == nil || block.Type != pemPublic {
		return nil, fmt.Errorf("is no public key in PEM form (%q)", pemPublic)
	}
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("is no public key: %w", err)
	}
	return publicOf(key)
}

func publicOf(key crypto.PublicKey) (*PublicKey, error) {
	switch k := key.(type) {
	case *ecdsa.PublicKey:
		if k.Curve != elliptic.P256() && k.Curve != elliptic.P384() {
			return nil, fmt.Errorf("is an ECDSA key on %s: want P-256 or P-384", k.Curve.Params().Name)
		}
	case ed25519.PublicKey:
	default:
		return nil, fmt.Errorf("is a key of a kind that is not used here (%T): want ECDSA or Ed25519", key)
	}
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return nil, err
	}
	p := &PublicKey{der: der, id: sha256.Sum256(der)}
	p.verifier, err = signerOf(p.PEM())
	return p, err
}

func signerOf(content []byte) (dsse.SignerVerifier, error) {
	key, err := signerverifier.LoadKey(content)
	if err != nil {
		return nil, err
	}
	if key.KeyType == signerverifier.ED25519KeyType {
		return signerverifier.NewED25519SignerVerifierFromSSLibKey(key)
	}
	return signerverifier.NewECDSASignerVerifierFromSSLibKey(key)
}

// Public is what checks the key's signatures.
func (k *Key) Public() *PublicKey { return k.public }

// PEM is the content of a public key's file.
func (p *PublicKey) PEM() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: pemPublic, Bytes: p.der})
}

// ID names the key: base64 of the SHA-256 of its PKIX form, as sigstore's bundles hint at it.
func (p *PublicKey) ID() string { return base64.StdEncoding.EncodeToString(p.id[:]) }
