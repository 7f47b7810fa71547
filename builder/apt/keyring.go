package apt

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"cairn/builder/store"
	"cairn/digest"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/armor"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// KeyFolders are where machines keep the keys of archives.
var KeyFolders = []string{"/usr/share/keyrings", "/etc/apt/keyrings", "/etc/apt/trusted.gpg.d"}

// carried are keys for machines without keyrings, so that a toolchain needs no more
// than a network. They are not trusted for being here: a definition's fingerprint
// selects them.
//
//go:embed keys/*.gpg
var carried embed.FS

// keyring finds keys by fingerprint.
type keyring struct {
	explicit []string
	machine  []string
	store    *store.Store

	mu    sync.Mutex
	found map[string]*openpgp.Entity
}

func newKeyring(opts Options) *keyring {
	machine := slices.Clone(KeyFolders)
	for _, s := range opts.Machine {
		machine = append(machine, s.SignedBy...)
	}
	return &keyring{explicit: opts.Keyrings, machine: machine, store: opts.Store, found: map[string]*openpgp.Entity{}}
}

// key returns the key with a fingerprint: a primary key or one of its subkeys. What
// is found is kept in the store, so that a lock can be proved on another machine.
func (k *keyring) key(ctx context.Context, repository, fingerprint string) (*openpgp.Entity, error) {
	if fingerprint == "" {
		return nil, &KeyError{Repository: repository}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if e := k.found[fingerprint]; e != nil {
		return e, nil
	}
	var looked []string
	for _, name := range k.explicit {
		e, err := findIn(os.DirFS("/"), strings.TrimPrefix(name, "/"), fingerprint)
		if err != nil {
			return nil, fmt.Errorf("keyring %s: %w", name, err)
		}
		if e != nil {
			return k.keep(ctx, fingerprint, e)
		}
		looked = append(looked, name)
	}
	for _, name := range k.machine {
		if e, err := findIn(os.DirFS("/"), strings.TrimPrefix(name, "/"), fingerprint); err == nil && e != nil {
			return k.keep(ctx, fingerprint, e)
		}
		looked = append(looked, name)
	}
	if e, err := findIn(carried, "keys", fingerprint); err == nil && e != nil {
		return k.keep(ctx, fingerprint, e)
	}
	if e := k.kept(fingerprint); e != nil {
		k.found[fingerprint] = e
		return e, nil
	}
	return nil, &KeyError{Repository: repository, Fingerprint: fingerprint, Looked: append(looked, "what cairn carries", "the store")}
}

// findIn looks for a fingerprint in a file, or in all files of a folder; nil if it is
// not there. Only of a file that was named itself is it an error not to be a keyring.
func findIn(files fs.FS, name, fingerprint string) (*openpgp.Entity, error) {
	info, err := fs.Stat(files, name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		return findKey(content, fingerprint)
	}
	entries, err := fs.ReadDir(files, name)
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		if ext := filepath.Ext(entry.Name()); entry.IsDir() || ext != ".gpg" && ext != ".asc" && ext != ".pgp" {
			continue
		}
		if e, err := findIn(files, name+"/"+entry.Name(), fingerprint); err == nil && e != nil {
			return e, nil
		}
	}
	return nil, nil
}

const armorStart = "-----BEGIN PGP PUBLIC KEY BLOCK-----"

// findKey returns nil where a keyring does not have the key.
func findKey(content []byte, fingerprint string) (*openpgp.Entity, error) {
	if !mayHave(content, fingerprint) {
		return nil, nil
	}
	var entities openpgp.EntityList
	var err error
	if bytes.Contains(content, []byte(armorStart)) {
		entities, err = openpgp.ReadArmoredKeyRing(bytes.NewReader(content))
	} else {
		entities, err = openpgp.ReadKeyRing(bytes.NewReader(content))
	}
	if err != nil {
		return nil, err
	}
	for _, e := range entities {
		if hasFingerprint(e.PrimaryKey, fingerprint) {
			return e, nil
		}
		for _, sub := range e.Subkeys {
			if hasFingerprint(sub.PublicKey, fingerprint) {
				return e, nil
			}
		}
	}
	return nil, nil
}

// mayHave is false where no key of a keyring has the fingerprint. Reading a keyring proves
// the signatures of all its keys by each other; a machine has dozens, and most of what
// locking a stack took was that. What is no keyring may have anything: reading it says why.
func mayHave(content []byte, fingerprint string) bool {
	var raw io.Reader = bytes.NewReader(content)
	if bytes.Contains(content, []byte(armorStart)) {
		block, err := armor.Decode(raw)
		if err != nil {
			return true
		}
		raw = block.Body
	}
	packets, any := packet.NewReader(raw), false
	for {
		p, err := packets.Next()
		if errors.Is(err, io.EOF) {
			return !any
		}
		if err != nil {
			return true
		}
		if key, ok := p.(*packet.PublicKey); ok {
			any = true
			if hasFingerprint(key, fingerprint) {
				return true
			}
		}
	}
}

func hasFingerprint(key *packet.PublicKey, fingerprint string) bool {
	return strings.EqualFold(fmt.Sprintf("%X", key.Fingerprint), fingerprint)
}

// keptKey names the record of a key; its output is a tree with the key's file.
func keptKey(fingerprint string) digest.Digest {
	return digest.NewKey("cairn-apt-key-v1").String("fingerprint", strings.ToUpper(fingerprint)).Sum()
}

func (k *keyring) keep(ctx context.Context, fingerprint string, e *openpgp.Entity) (*openpgp.Entity, error) {
	k.found[fingerprint] = e
	if k.kept(fingerprint) != nil {
		return e, nil
	}
	var content bytes.Buffer
	if err := e.Serialize(&content); err != nil {
		return nil, fmt.Errorf("key %s: %w", fingerprint, err)
	}
	return e, remember(ctx, k.store, keptKey(fingerprint), "apt/key/"+fingerprint, content.Bytes())
}

func (k *keyring) kept(fingerprint string) *openpgp.Entity {
	content, ok := recall(k.store, keptKey(fingerprint))
	if !ok {
		return nil
	}
	e, err := findKey(content, fingerprint)
	if err != nil {
		return nil
	}
	return e
}

// remember keeps a small file under a key that is not its digest.
func remember(ctx context.Context, st *store.Store, key digest.Digest, name string, content []byte) (err error) {
	dir, remove, err := st.TempDir()
	if err != nil {
		return err
	}
	defer func() {
		if e := remove(); err == nil {
			err = e
		}
	}()
	if err := os.WriteFile(filepath.Join(dir, "content"), content, 0o644); err != nil {
		return fmt.Errorf("keep %s: %w", name, err)
	}
	tree, err := st.PutTree(ctx, dir)
	if err != nil {
		return err
	}
	return st.PutAction(key, store.Record{Key: key, Name: name, Kind: "apt", Output: tree, Finished: time.Now()})
}

// recall returns what remember kept.
func recall(st *store.Store, key digest.Digest) ([]byte, bool) {
	record, ok, err := st.Action(key)
	if err != nil || !ok {
		return nil, false
	}
	dir, ok := st.Tree(record.Output)
	if !ok {
		return nil, false
	}
	content, err := os.ReadFile(filepath.Join(dir, "content"))
	return content, err == nil
}

// one is a keyring of the keys of one entity that a fingerprint admits: the primary
// key's admits its subkeys, a subkey's only that subkey.
type one struct {
	entity      *openpgp.Entity
	fingerprint string
}

func (o one) KeysById(id uint64) []openpgp.Key {
	return o.admit(openpgp.EntityList{o.entity}.KeysById(id))
}

func (o one) KeysByIdUsage(id uint64, usage byte) []openpgp.Key {
	return o.admit(openpgp.EntityList{o.entity}.KeysByIdUsage(id, usage))
}

func (o one) DecryptionKeys() []openpgp.Key { return nil }

func (o one) admit(keys []openpgp.Key) []openpgp.Key {
	if hasFingerprint(o.entity.PrimaryKey, o.fingerprint) {
		return keys
	}
	var admitted []openpgp.Key
	for _, key := range keys {
		if hasFingerprint(key.PublicKey, o.fingerprint) {
			admitted = append(admitted, key)
		}
	}
	return admitted
}

// check verifies a detached signature at a time.
func (o one) check(signed []byte, signature io.Reader, at time.Time) error {
	config := &packet.Config{Time: func() time.Time { return at }}
	sig, _, err := openpgp.VerifyDetachedSignature(o, bytes.NewReader(signed), signature, config)
	if err != nil {
		return err
	}
	// MD5 and SHA-1 are no proof; apt refuses them too (apt-secure(8)).
	if sig.Hash.Size() < 32 {
		return fmt.Errorf("the signature is over %s", sig.Hash)
	}
	return nil
}
