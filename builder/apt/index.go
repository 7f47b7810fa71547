package apt

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"cairn/digest"
	"cairn/stacks"

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
