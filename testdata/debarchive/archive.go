package debarchive

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/armor"
	"github.com/ProtonMail/go-crypto/openpgp/clearsign"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// Archive is a repository with the suite "stable" and the component "main".
type Archive struct {
	Key *openpgp.Entity
	// Files is its content, by path below its top.
	Files map[string][]byte
}

// Release says how an archive's release differs from a plain one.
type Release struct {
	Suite, Codename string // Suite is "stable" when empty
	Date            time.Time
	ValidUntil      time.Time // none when zero
	Key             *openpgp.Entity
	ByHash          bool
	Fields          string
	Apart           bool     // Release and Release.gpg in place of InRelease
	Compressions    []string // of the index; plain, gzip and xz when nil
}

// At configures signatures and keys made at a time.
func At(date time.Time) *packet.Config {
	return &packet.Config{Time: func() time.Time { return date }, Algorithm: packet.PubKeyAlgoEdDSA, DefaultHash: crypto.SHA256}
}

// NewKey makes a signing key, valid since 2020.
func NewKey(name string) (*openpgp.Entity, error) {
	return openpgp.NewEntity(name, "", name+"@example.org", At(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)))
}

// Fingerprint is a key's, as definitions write it.
func Fingerprint(key *openpgp.Entity) string {
	return strings.ToUpper(hex.EncodeToString(key.PrimaryKey.Fingerprint))
}

// index is where the component's index lies, below the suite's folder.
const index = "main/binary-amd64/"

// Publish replaces the archive's index and release; old pool files stay. The release
// needs a Date.
func (a *Archive) Publish(r Release, debs ...Deb) error {
	var stanzas strings.Builder
	for _, d := range debs {
		content, err := d.Pack()
		if err != nil {
			return err
		}
		a.Files[d.Path()] = content
		fmt.Fprintf(&stanzas, "%sFilename: %s\nSize: %d\nSHA256: %s\n\n", d.Stanza(), d.Path(), len(content), sha256Hex(content))
	}
	if r.Compressions == nil {
		r.Compressions = []string{"", ".gz", ".xz"}
	}
	list := ""
	for _, suffix := range append([]string{""}, r.Compressions...) {
		content, err := Compress(suffix, []byte(stanzas.String()))
		if err != nil {
			return err
		}
		name := index + "Packages" + suffix
		if suffix != "" || slices.Contains(r.Compressions, "") {
			a.Files["dists/stable/"+name] = content
			if r.ByHash {
				a.Files["dists/stable/"+index+"by-hash/SHA256/"+sha256Hex(content)] = slices.Clone(content)
			}
		}
		line := fmt.Sprintf(" %s %d %s\n", sha256Hex(content), len(content), name)
		if !strings.Contains(list, line) {
			list += line
		}
	}
	return a.Sign(r, list)
}

// Sign writes the release over a list of files.
func (a *Archive) Sign(r Release, list string) error {
	if r.Suite == "" {
		r.Suite = "stable"
	}
	if r.Key == nil {
		r.Key = a.Key
	}
	text := fmt.Sprintf("Origin: test\nSuite: %s\nCodename: %s\nDate: %s\nArchitectures: all amd64\nComponents: main\n", r.Suite, r.Codename, r.Date.UTC().Format(time.RFC1123))
	if !r.ValidUntil.IsZero() {
		text += "Valid-Until: " + r.ValidUntil.UTC().Format(time.RFC1123) + "\n"
	}
	if r.ByHash {
		text += "Acquire-By-Hash: yes\n"
	}
	text += r.Fields + "SHA256:\n" + list
	for _, name := range []string{"InRelease", "Release", "Release.gpg"} {
		delete(a.Files, "dists/stable/"+name)
	}
	var out bytes.Buffer
	if r.Apart {
		w, err := armor.Encode(&out, openpgp.SignatureType, nil)
		if err != nil {
			return err
		}
		err = openpgp.DetachSign(w, r.Key, strings.NewReader(text), At(r.Date))
		a.Files["dists/stable/Release"] = []byte(text)
		err = errors.Join(err, w.Close())
		a.Files["dists/stable/Release.gpg"] = append(out.Bytes(), '\n')
		return err
	}
	w, err := clearsign.Encode(&out, r.Key.PrivateKey, At(r.Date))
	if err != nil {
		return err
	}
	_, err = w.Write([]byte(text))
	err = errors.Join(err, w.Close())
	a.Files["dists/stable/InRelease"] = append(out.Bytes(), '\n')
	return err
}

// Write puts the archive's files below dir, in place of what was there, and its public
// key into dir.gpg.
func (a *Archive) Write(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for name, content := range a.Files {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, content, 0o644)); err != nil {
			return err
		}
	}
	var key bytes.Buffer
	if err := a.Key.Serialize(&key); err != nil {
		return err
	}
	return os.WriteFile(dir+".gpg", key.Bytes(), 0o644)
}

func sha256Hex(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
