package signatures

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"
)

func newKey(t *testing.T, password string) (*Key, []byte) {
	t.Helper()
	private, key, err := NewKey([]byte(password))
	if err != nil {
		t.Fatal(err)
	}
	return key, private
}

func pkcs8(t testing.TB, key any) []byte {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
}

func TestSignedDocumentOpensWithItsKeyOnly(t *testing.T) {
	_, edwards, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	curve384, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	_, p256 := newKey(t, "")
	other, _ := newKey(t, "")
	for name, file := range map[string][]byte{"P-256": p256, "P-384": pkcs8(t, curve384), "Ed25519": pkcs8(t, edwards)} {
		key, err := ParseKey(file, nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		signed, err := key.Sign(context.Background(), StatementType, []byte("what is vouched for"))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		public, err := ParsePublicKey(key.Public().PEM())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		kind, payload, by, err := Open(context.Background(), signed, []*PublicKey{other.Public(), public})
		if err != nil || kind != StatementType || string(payload) != "what is vouched for" || by != public {
			t.Errorf("%s: got %q %q %v %v", name, kind, payload, by, err)
		}
		var untrusted *UntrustedError
		if _, _, _, err := Open(context.Background(), signed, []*PublicKey{other.Public()}); !errors.As(err, &untrusted) || untrusted.Hint != public.ID() {
			t.Errorf("%s: another key opens it: %v", name, err)
		}
	}
}

// Every byte of payload, payload type and signature counts.
func TestChangedDocumentDoesNotOpen(t *testing.T) {
	key, _ := newKey(t, "")
	trusted := []*PublicKey{key.Public()}
	signed, err := key.Sign(context.Background(), StatementType, []byte("digest 1"))
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*bundle){
		"payload":      func(b *bundle) { b.Envelope.Payload = base64.StdEncoding.EncodeToString([]byte("digest 2")) },
		"payload type": func(b *bundle) { b.Envelope.PayloadType = "text/plain" },
		"signature":    func(b *bundle) { b.Envelope.Signatures[0].Sig = base64.StdEncoding.EncodeToString([]byte("no")) },
		"none":         func(b *bundle) { b.Envelope.Signatures = nil },
		"two": func(b *bundle) {
			b.Envelope.Signatures = []dsse.Signature{{Sig: "AAAA"}, b.Envelope.Signatures[0]}
		},
		"media type": func(b *bundle) { b.MediaType = "application/json" },
	} {
		var b bundle
		if err := json.Unmarshal(signed, &b); err != nil {
			t.Fatal(err)
		}
		change(&b)
		changed, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		if _, payload, _, err := Open(context.Background(), changed, trusted); err == nil {
			t.Errorf("%s changed, and it opens as %q", name, payload)
		}
	}
}

func TestKeyFiles(t *testing.T) {
	_, sealed := newKey(t, "secret")
	if !bytes.Contains(sealed, []byte(pemEncrypted)) {
		t.Errorf("a key with a password is written as %.40q", sealed)
	}
	if _, err := ParseKey(sealed, []byte("secret")); err != nil {
		t.Errorf("right password: %v", err)
	}
	for _, password := range []string{"", "wrong"} {
		if _, err := ParseKey(sealed, []byte(password)); !errors.Is(err, ErrPassword) {
			t.Errorf("password %q: %v", password, err)
		}
	}
	// Older cosigns call theirs so.
	if _, err := ParseKey(bytes.ReplaceAll(sealed, []byte(pemEncrypted), []byte(pemEncryptedOld)), []byte("secret")); err != nil {
		t.Errorf("an old key of cosign: %v", err)
	}
	key, private := newKey(t, "")
	if _, err := ParsePublicKey(private); err == nil || strings.Contains(err.Error(), string(private[40:60])) {
		t.Errorf("a private key read as a public one: %v", err)
	}
	if _, err := ParseKey(key.Public().PEM(), nil); err == nil || !strings.Contains(err.Error(), "public") {
		t.Errorf("a public key read as a private one: %v", err)
	}
	weak, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ParseKey(pkcs8(t, weak), nil); err == nil || !strings.Contains(err.Error(), "ECDSA or Ed25519") {
		t.Errorf("an RSA key: %v", err)
	}
}

// The signature is checked by openssl, over bytes put together here by DSSE's rule.
func TestOpensslChecksTheSignature(t *testing.T) {
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		t.Skip("no openssl here")
	}
	key, _ := newKey(t, "")
	signed, err := key.Sign(context.Background(), StatementType, []byte("hello world"))
	if err != nil {
		t.Fatal(err)
	}
	var b bundle
	if err := json.Unmarshal(signed, &b); err != nil {
		t.Fatal(err)
	}
	signature, err := base64.StdEncoding.DecodeString(b.Envelope.Signatures[0].Sig)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, content := range map[string][]byte{
		"key.pub": key.Public().PEM(), "sig": signature,
		// protocol.md: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body
		"signed": []byte("DSSEv1 28 application/vnd.in-toto+json 11 hello world"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := exec.Command(openssl, "dgst", "-sha256", "-verify", "key.pub", "-signature", "sig", "signed")
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("openssl: %v: %s", err, out)
	}
}
