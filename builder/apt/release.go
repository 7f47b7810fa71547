package apt

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"time"

	"cairn/digest"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/armor"
	"github.com/ProtonMail/go-crypto/openpgp/clearsign"
	pgperrors "github.com/ProtonMail/go-crypto/openpgp/errors"
)

// indexed is one file that a release names.
type indexed struct {
	size   int64
	sha256 digest.Digest
}

// release is a proved InRelease file.
type release struct {
	url           string
	suite         string
	codename      string
	date          time.Time
	validUntil    time.Time // zero where it has none
	byHash        bool
	allApart      bool // packages for all architectures have indexes of their own
	architectures []string
	files         map[string]indexed // by path below the release's folder
}

const (
	beginMessage   = "-----BEGIN PGP SIGNED MESSAGE-----"
	beginSignature = "-----BEGIN PGP SIGNATURE-----"
)

// errExpired says that a signature or its key were not valid at a time.
var errExpired = errors.New("not valid")

// proveRelease checks a release's signature and reads it. content is an InRelease
// file, or a Release file with its armored signature after it (the form in which
// cairn keeps the two). at is the time for which the key must have been valid.
func proveRelease(address string, content []byte, key *openpgp.Entity, fingerprint string, at time.Time) (*release, error) {
	bad := func(reason string) error {
		return &SignatureError{URL: address, Fingerprint: fingerprint, Reason: reason}
	}
	keys := one{entity: key, fingerprint: fingerprint}
	var text, signed []byte
	var signature io.Reader
	if bytes.HasPrefix(content, []byte(beginMessage)) {
		block, rest := clearsign.Decode(content)
		if block == nil {
			return nil, bad("it is no clear-signed message")
		}
		if len(bytes.TrimSpace(rest)) > 0 {
			return nil, bad("there is text after the signed message")
		}
		text, signed, signature = block.Plaintext, block.Bytes, block.ArmoredSignature.Body
	} else {
		i := bytes.Index(content, []byte("\n"+beginSignature))
		if i < 0 {
			return nil, bad("it has no signature")
		}
		block, err := armor.Decode(bytes.NewReader(content[i+1:]))
		if err != nil {
			return nil, bad(err.Error())
		}
		text, signed, signature = content[:i+1], content[:i+1], block.Body
	}
	if err := keys.check(signed, signature, at); err != nil {
		if errors.Is(err, pgperrors.ErrSignatureExpired) || errors.Is(err, pgperrors.ErrKeyExpired) {
			err = fmt.Errorf("%w at %s: %w", errExpired, at.UTC().Format(time.RFC3339), err)
		}
		return nil, &SignatureError{URL: address, Fingerprint: fingerprint, Reason: err.Error(), err: err}
	}
	return parseRelease(address, string(text))
}

// parseRelease reads the signed text.
func parseRelease(address, text string) (*release, error) {
	r := &release{url: address, files: map[string]indexed{}}
	bad := func(format string, args ...any) error {
		return &FormatError{File: address, Reason: fmt.Sprintf(format, args...)}
	}
	seen := map[string]bool{}
	allInNative := false
	for f := range fields(text) {
		if f.name == "" || seen[f.name] {
			return nil, bad("field %q is no field or stands twice", f.name+f.value)
		}
		seen[f.name] = true
		var err error
		switch f.name {
		case "Suite":
			r.suite = f.value
		case "Codename":
			r.codename = f.value
		case "Architectures":
			r.architectures = strings.Fields(f.value)
		case "Acquire-By-Hash":
			r.byHash = f.value == "yes"
		case "No-Support-for-Architecture-all":
			allInNative = strings.Contains(f.value, "Packages")
		case "Date":
			r.date, err = parseDate(f.value)
		case "Valid-Until":
			r.validUntil, err = parseDate(f.value)
		case "SHA256":
			err = r.parseFiles(f.value)
		}
		if err != nil {
			return nil, bad("%s: %v", f.name, err)
		}
	}
	for _, arch := range r.architectures {
		r.allApart = r.allApart || arch == "all" && !allInNative
	}
	if r.date.IsZero() || len(r.files) == 0 {
		return nil, bad("no Date, or no SHA256 list")
	}
	return r, nil
}

func parseDate(text string) (time.Time, error) {
	for _, layout := range []string{time.RFC1123, time.RFC1123Z, "Mon, _2 Jan 2006 15:04:05 MST"} {
		if date, err := time.Parse(layout, text); err == nil {
			return date, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no date", text)
}

func (r *release) parseFiles(list string) error {
	for line := range strings.SplitSeq(list, "\n") {
		parts := strings.Fields(line)
		if len(parts) == 0 {
			continue
		}
		if len(parts) != 3 || !isLocal(parts[2]) {
			return fmt.Errorf("line %q", line)
		}
		sum, err := digest.Parse(parts[0])
		if err != nil {
			return err
		}
		size, err := strconv.ParseInt(parts[1], 10, 64)
		if err != nil || size < 0 {
			return fmt.Errorf("line %q", line)
		}
		r.files[parts[2]] = indexed{size: size, sha256: sum}
	}
	return nil
}

// isOf says whether the release is the suite's: a key signs many suites, and one
// must not pass for another. A codename is shared by a suite and its updates (Suite:
// noble-updates, Codename: noble).
func (r *release) isOf(suite string) bool {
	return isFlat(suite) || r.suite == suite || r.codename == suite && !strings.HasPrefix(r.suite, suite+"-")
}

// isFlat says that a suite is the folder of a flat repository (sources.list(5)).
func isFlat(suite string) bool { return strings.HasSuffix(suite, "/") }

// slack is how far ahead a server's clock may be (Acquire::Max-FutureTime).
const slack = 10 * time.Minute

// checkDates holds a release against a time. For a snapshot that is its date: what
// the service served then was signed before and had not expired, and a release
// signed later is another one. So a machine's mirror whose current release is older
// than the snapshot has the very release of the snapshot.
func (r *release) checkDates(at time.Time, snapshot bool) error {
	late := at
	if !snapshot {
		late = at.Add(slack)
	}
	if r.date.After(late) {
		return &DateError{URL: r.url, Field: "Date", Value: r.date, At: at, Snapshot: snapshot}
	}
	if !r.validUntil.IsZero() && r.validUntil.Before(at) {
		return &DateError{URL: r.url, Field: "Valid-Until", Value: r.validUntil, At: at, Snapshot: snapshot}
	}
	return nil
}

// compressions are how an index may be compressed, in the order in which one is
// chosen: gzip before xz because an index of 9 MB unpacks in a fifth of the time that
// the 2 MB more take to arrive, even on a slow line.
var compressions = []string{".zst", ".gz", ".xz", ""}

// indexes are the names below the release's folder of the Packages files that a
// definition's components need, without compression.
func (r *release) indexes(suite string, components []string, architecture string) ([]string, error) {
	if isFlat(suite) {
		return []string{"Packages"}, nil
	}
	var names []string
	for _, component := range components {
		found := false
		for _, arch := range []string{architecture, "all"} {
			if arch == "all" && !r.allApart {
				continue
			}
			name := path.Join(component, "binary-"+arch, "Packages")
			if len(r.variants(name)) > 0 {
				names, found = append(names, name), true
			}
		}
		if !found {
			return nil, &FormatError{File: r.url, Reason: fmt.Sprintf("it has no packages of component %q for %s", component, architecture)}
		}
	}
	return names, nil
}

// variants are the names of an index as the release has it compressed, best first.
func (r *release) variants(name string) []string {
	var all []string
	for _, suffix := range compressions {
		if _, ok := r.files[name+suffix]; ok {
			all = append(all, name+suffix)
		}
	}
	return all
}
