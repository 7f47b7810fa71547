package apt

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
	"time"

	"cairn/digest"
	"cairn/stacks"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

const (
	// maxRelease and maxIndex bound what is read before a digest is known, and what
	// an index may unpack to: Debian's largest has 46 MB.
	maxRelease = 16 << 20
	maxIndex   = 1 << 30
	// replacements is how often a release is fetched again because its indexes do not
	// fit it.
	replacements = 3
)

// fetched is a release, with where it came from.
type fetched struct {
	*release   // nil until it is proved
	repository stacks.AptRepository
	url        string // by the definition: what a lock says
	base       string // the address of the repository that it was read at
	digest     digest.Digest
}

// folder is where a repository's release lies, below its address.
func folder(r stacks.AptRepository) string {
	if isFlat(r.Suite) {
		return strings.Trim(r.Suite, "/")
	}
	return "dists/" + r.Suite
}

// join is the address of a path below base; what is special in addresses ("%" in
// "tool_1%3a2.deb") is escaped.
func join(base string, parts ...string) string {
	below := url.URL{Path: path.Join(parts...)}
	return strings.TrimRight(base, "/") + "/" + strings.TrimPrefix(below.EscapedPath(), "./")
}

// reference is the time that a repository's releases are held against.
func (a *Archive) reference(r stacks.AptRepository) (at time.Time, snapshot bool) {
	if date, ok := snapshotDate(r.URL); ok {
		return date, true
	}
	return a.opts.Now, false
}

// release fetches and proves a repository's release. Of several faults the first is
// told, where every address that answers has one.
func (a *Archive) release(ctx context.Context, r stacks.AptRepository, fresh bool) (*fetched, error) {
	key, err := a.keys.key(ctx, r.Name, r.Fingerprint)
	if err != nil {
		return nil, err
	}
	unavailable := &UnavailableError{What: "the release of " + redacted(join(r.URL, folder(r))), Offline: a.opts.Offline, Moved: true}
	var fault error
	for _, base := range a.fetch.bases(r.URL, true) {
		f, content, err := a.releaseAt(ctx, r, base, fresh)
		if err == nil {
			err = a.proved(f, redacted(join(base, folder(r), path.Base(f.url))), content, key)
		}
		if err == nil {
			return f, a.keepRelease(ctx, f, content)
		}
		if context.Cause(ctx) != nil {
			return nil, context.Cause(ctx)
		}
		unavailable.Tried = append(unavailable.Tried, Attempt{URL: redacted(base), Err: err})
		unavailable.Moved = unavailable.Moved && errors.Is(err, errNotFound)
		if fault == nil && isFault(err) {
			fault = err
		}
		a.fetch.emit(Event{Kind: MirrorMissed, Name: redacted(join(base, folder(r))), Err: err})
	}
	if f := a.recallRelease(r, key); f != nil && a.opts.Offline {
		return f, nil
	}
	if fault != nil {
		return nil, fault
	}
	return nil, unavailable
}

// isFault tells a release that came and is bad from one that did not come.
func isFault(err error) bool {
	var signature *SignatureError
	var date *DateError
	var format *FormatError
	return errors.As(err, &signature) || errors.As(err, &date) || errors.As(err, &format)
}

// releaseAt reads a release at one address, unproved.
func (a *Archive) releaseAt(ctx context.Context, r stacks.AptRepository, base string, fresh bool) (*fetched, []byte, error) {
	read := func(name string) ([]byte, error) {
		return a.fetch.read(ctx, join(base, folder(r), name), maxRelease, fresh)
	}
	f := &fetched{repository: r, base: base, url: join(r.URL, folder(r), "InRelease")}
	content, err := read("InRelease")
	if errors.Is(err, errNotFound) {
		var signature []byte
		if content, err = read("Release"); err == nil {
			signature, err = read("Release.gpg")
		}
		if err == nil && !bytes.HasPrefix(signature, []byte(beginSignature)) {
			err = &SignatureError{URL: redacted(join(base, folder(r), "Release.gpg")), Fingerprint: r.Fingerprint, Reason: "it is no armored signature"}
		}
		f.url = join(r.URL, folder(r), "Release")
		if len(content) > 0 && content[len(content)-1] != '\n' {
			content = append(content, '\n')
		}
		content = append(content, signature...)
	}
	f.digest = digest.Of(content)
	return f, content, err
}

// proved checks signature, suite and dates of what was read at an address.
func (a *Archive) proved(f *fetched, address string, content []byte, key *openpgp.Entity) error {
	at, snapshot := a.reference(f.repository)
	r, err := proveRelease(address, content, key, f.repository.Fingerprint, at)
	if errors.Is(err, errExpired) {
		// Signed after that time, or long before it? The release's own date tells more.
		if own, e := parseRelease(address, unsignedText(content)); e == nil {
			if own, e = proveRelease(address, content, key, f.repository.Fingerprint, own.date); e == nil {
				if e = own.checkDates(at, snapshot); e != nil {
					return e
				}
			}
		}
	}
	if err != nil {
		return err
	}
	if !r.isOf(f.repository.Suite) {
		return &FormatError{File: address, Reason: fmt.Sprintf("it is the release of suite %q (%s), not of %q", r.suite, r.codename, f.repository.Suite)}
	}
	if err := r.checkDates(at, snapshot); err != nil {
		return err
	}
	f.release = r
	return nil
}

// lastRelease names the record of the newest release that was read for an address.
func lastRelease(r stacks.AptRepository) digest.Digest {
	return digest.NewKey("cairn-apt-release-v1").String("url", join(r.URL, folder(r))).Sum()
}

func (a *Archive) keepRelease(ctx context.Context, f *fetched, content []byte) error {
	a.fetch.emit(Event{Kind: IndexRead, Name: redacted(f.url), Bytes: int64(len(content))})
	if _, err := a.opts.Store.PutBytes(ctx, content); err != nil {
		return err
	}
	if kept, ok := recall(a.opts.Store, lastRelease(f.repository)); ok && bytes.Equal(kept, content) {
		return nil
	}
	name := "apt/release/" + url.PathEscape(archiveName(f.repository.URL)+"/"+f.repository.Suite)
	return remember(ctx, a.opts.Store, lastRelease(f.repository), name, content)
}

// recallRelease proves the release that was read last, for work offline.
func (a *Archive) recallRelease(r stacks.AptRepository, key *openpgp.Entity) *fetched {
	content, ok := recall(a.opts.Store, lastRelease(r))
	if !ok {
		return nil
	}
	f := &fetched{repository: r, base: r.URL, digest: digest.Of(content), url: join(r.URL, folder(r), "InRelease")}
	if !bytes.HasPrefix(content, []byte(beginMessage)) {
		f.url = join(r.URL, folder(r), "Release")
	}
	if a.proved(f, f.url, content, key) != nil {
		return nil
	}
	return f
}

// packages reads all indexes of a repository. An index that does not fit its release
// may just be in replacement: the release is fetched again, and only where it is the
// same does the index lie.
func (a *Archive) packages(ctx context.Context, r stacks.AptRepository, number int) (*fetched, []*candidate, error) {
	f, err := a.release(ctx, r, false)
	if err != nil {
		return nil, nil, err
	}
	for try := 1; ; try++ {
		all, err := a.indexes(ctx, f, number, try > 1)
		if err == nil {
			return f, all, nil
		}
		var mismatch *MismatchError
		var missing *UnavailableError
		if context.Cause(ctx) != nil || !errors.As(err, &mismatch) && (!errors.As(err, &missing) || !missing.Moved) {
			return nil, nil, err
		}
		a.fetch.emit(Event{Kind: Retried, Name: redacted(f.url), Err: err})
		again, e := a.release(ctx, r, true)
		if e != nil {
			return nil, nil, e
		}
		same := again.digest == f.digest
		f = again
		if same && try > 1 {
			if mismatch != nil {
				mismatch.Index = true
			}
			return nil, nil, err
		}
		if try > replacements {
			return nil, nil, &ReplacedError{URL: redacted(f.url), Tries: try}
		}
	}
}

func (a *Archive) indexes(ctx context.Context, f *fetched, number int, fresh bool) ([]*candidate, error) {
	names, err := f.indexes(f.repository.Suite, f.repository.Components, a.opts.Architecture)
	if err != nil {
		return nil, err
	}
	var all []*candidate
	for _, name := range names {
		content, err := a.index(ctx, f, name, fresh)
		if err != nil {
			return nil, err
		}
		found, err := parsePackages(redacted(join(f.repository.URL, folder(f.repository), name)), content, a.opts.Architecture, number)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// index returns a Packages file, unpacked. It is kept in the store as it came.
func (a *Archive) index(ctx context.Context, f *fetched, name string, fresh bool) (string, error) {
	for _, variant := range f.variants(name) {
		if content, ok, err := a.storedIndex(f.release, name, variant); ok || err != nil {
			return content, err
		}
	}
	variants := f.variants(name)
	if len(variants) == 0 {
		return "", &FormatError{File: f.url, Reason: "it does not name " + name}
	}
	variant := variants[0]
	want := f.files[variant]
	unavailable := &UnavailableError{What: redacted(join(f.repository.URL, folder(f.repository), variant)), Offline: a.opts.Offline, Moved: true}
	var fault error
	for _, address := range a.indexAddresses(f, variant, want) {
		content, err := a.fetch.read(ctx, address, want.size, fresh)
		if err == nil {
			err = compare(redacted(address), want, int64(len(content)), digest.Of(content))
		} else if errors.Is(err, errTooLong) {
			err = &MismatchError{URL: redacted(address), What: "size", Want: fmt.Sprint(want.size), Got: "more"}
		}
		if err == nil {
			if _, err := a.opts.Store.PutBytes(ctx, content); err != nil {
				return "", err
			}
			a.fetch.emit(Event{Kind: IndexRead, Name: redacted(join(f.repository.URL, folder(f.repository), variant)), Bytes: want.size})
			return unpackIndex(f.release, name, variant, content)
		}
		if context.Cause(ctx) != nil {
			return "", context.Cause(ctx)
		}
		unavailable.Tried = append(unavailable.Tried, Attempt{URL: redacted(address), Err: err})
		var mismatch *MismatchError
		if errors.As(err, &mismatch) && fault == nil {
			fault = err
		}
		unavailable.Moved = unavailable.Moved && errors.Is(err, errNotFound)
	}
	if fault != nil {
		return "", fault
	}
	return "", unavailable
}

// indexAddresses asks where the release came from first, by digest where the archive
// offers that: such a file is never replaced (Debian wiki, "By-Hash").
func (a *Archive) indexAddresses(f *fetched, variant string, want indexed) []string {
	bases := []string{f.base}
	for _, base := range a.fetch.bases(f.repository.URL, false) {
		if base != f.base {
			bases = append(bases, base)
		}
	}
	var addresses []string
	for _, base := range bases {
		if f.byHash {
			addresses = append(addresses, join(base, folder(f.repository), path.Dir(variant), "by-hash/SHA256", want.sha256.Hex()))
		}
		addresses = append(addresses, join(base, folder(f.repository), variant))
	}
	return addresses
}

func compare(address string, want indexed, size int64, sum digest.Digest) error {
	if size != want.size {
		return &MismatchError{URL: address, What: "size", Want: fmt.Sprint(want.size), Got: fmt.Sprint(size)}
	}
	if sum != want.sha256 {
		return &MismatchError{URL: address, What: "SHA256", Want: want.sha256.Hex(), Got: sum.Hex()}
	}
	return nil
}

// storedIndex reads a variant of an index from the store; ok is false if it is not
// there or not whole.
func (a *Archive) storedIndex(r *release, name, variant string) (content string, ok bool, err error) {
	want := r.files[variant]
	stored, ok := a.opts.Store.File(want.sha256)
	if !ok {
		return "", false, nil
	}
	sink := &memory{}
	if err := copyLocal(stored, sink, want.size); err != nil || digest.Of(sink.bytes) != want.sha256 {
		return "", false, nil
	}
	content, err = unpackIndex(r, name, variant, sink.bytes)
	return content, err == nil, err
}

// unpackIndex decompresses an index and, where the release also names it plain,
// holds it against that.
func unpackIndex(r *release, name, variant string, content []byte) (string, error) {
	plain, known := r.files[name]
	limit := int64(maxIndex)
	if known {
		limit = min(limit, plain.size)
	}
	reader, err := decompressor(path.Ext(variant), bytes.NewReader(content))
	var text strings.Builder
	if err == nil {
		defer reader.Close()
		text.Grow(int(min(plain.size, maxIndex)))
		_, err = io.Copy(&text, io.LimitReader(reader, limit+1))
	}
	if err != nil {
		return "", &FormatError{File: r.url, Reason: variant + ": " + err.Error()}
	}
	if int64(text.Len()) > limit {
		return "", &FormatError{File: r.url, Reason: fmt.Sprintf("%s unpacks to more than %d bytes", variant, limit)}
	}
	return text.String(), nil
}

// decompressor opens what a file's suffix says: .gz, .xz, .zst or plain.
func decompressor(suffix string, from io.Reader) (io.ReadCloser, error) {
	switch suffix {
	case ".gz":
		return gzip.NewReader(from)
	case ".xz":
		reader, err := xz.ReaderConfig{DictCap: maxDictionary, SingleStream: false}.NewReader(from)
		if err != nil {
			return nil, err
		}
		return io.NopCloser(reader), nil
	case ".zst":
		reader, err := zstd.NewReader(from, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxDictionary))
		if err != nil {
			return nil, err
		}
		return reader.IOReadCloser(), nil
	}
	return io.NopCloser(from), nil
}

// maxDictionary bounds the memory of one decompression; dpkg-deb -z9 uses 64 MiB.
const maxDictionary = 128 << 20
