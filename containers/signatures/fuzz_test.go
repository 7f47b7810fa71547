package signatures

import (
	"crypto/ed25519"
	"testing"
)

// FuzzOpen: what opens says what was signed, whatever was changed around it.
func FuzzOpen(f *testing.F) {
	// The same in every process that tries.
	key, err := ParseKey(pkcs8(f, ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))), nil)
	if err != nil {
		f.Fatal(err)
	}
	const said = "what is vouched for"
	signed, err := key.Sign(f.Context(), StatementType, []byte(said))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(signed)
	f.Add([]byte(`{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","dsseEnvelope":{"payload":"","payloadType":"x","signatures":[{"sig":""}]}}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		kind, payload, by, err := Open(t.Context(), content, []*PublicKey{key.Public()})
		if err == nil && (kind != StatementType || string(payload) != said || by == nil) {
			t.Errorf("%q of %s opened", payload, kind)
		}
	})
}
