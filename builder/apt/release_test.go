package apt

import (
	"bytes"
	"crypto"
	"errors"
	"strings"
	"testing"

	"cairn/testdata/debarchive"

	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// Clocks differ by minutes, archives' too.
func TestClockOfAnArchiveMayBeAhead(t *testing.T) {
	t.Parallel()
	a := newArchive(t)
	a.publish(releaseOptions{date: today.Add(slack)}, simple()...)
	if _, err := a.client(Options{}).Resolve(t.Context(), a.toolchain("tools")); err != nil {
		t.Error(err)
	}
}

// What openpgp lets pass is refused too, where the hash is short.
func TestSignaturesOverShortHashesAreRefused(t *testing.T) {
	t.Parallel()
	key := newKey(t, "archive")
	text := []byte("Suite: stable\n")
	for hash, want := range map[crypto.Hash]string{crypto.SHA224: "the signature is over SHA-224", crypto.SHA256: ""} {
		signature := &packet.Signature{
			Version: 4, SigType: packet.SigTypeBinary, PubKeyAlgo: key.PrimaryKey.PubKeyAlgo, Hash: hash,
			CreationTime: today, IssuerKeyId: &key.PrimaryKey.KeyId,
		}
		sum := hash.New()
		sum.Write(text)
		var out bytes.Buffer
		if err := errors.Join(signature.Sign(sum, key.PrivateKey, &packet.Config{DefaultHash: hash}), signature.Serialize(&out)); err != nil {
			t.Fatal(err)
		}
		err := one{entity: key, fingerprint: fingerprint(key)}.check(text, &out, today)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%v: got %v, want %q", hash, err, want)
		}
	}
}

// An index unpacks to what the release says of it plain, and to no more.
func TestIndexThatUnpacksToMore(t *testing.T) {
	t.Parallel()
	packed, err := debarchive.Compress(".gz", []byte("Package: x\n"))
	if err != nil {
		t.Fatal(err)
	}
	for size, want := range map[int64]string{11: "", 10: "Packages.gz unpacks to more than 10 bytes"} {
		r := &release{url: "InRelease", files: map[string]indexed{"Packages": {size: size}}}
		text, err := unpackIndex(r, "Packages", "Packages.gz", packed)
		if want == "" && (err != nil || text != "Package: x\n") || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%d bytes: got %q, %v, want %q", size, text, err, want)
		}
	}
}
