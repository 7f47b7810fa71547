package apt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
	"time"

	"cairn/digest"
	"cairn/stacks"

	"github.com/ProtonMail/go-crypto/openpgp"
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
	key, keyless := a.keys.key(ctx, r.Name, r.Fingerprint)
	if r.Fingerprint == "" {
		return nil, keyless
	}
	unavailable := &UnavailableError{What: "the release of " + redacted(join(r.URL, folder(r))), Offline: a.opts.Offline, Moved: true}
	var fault error
	for _, base := range a.fetch.bases(r.URL, true) {
		f, content, err := a.releaseAt(ctx, r, base, fresh)
		if err == nil && keyless != nil {
			return nil, keyless // told only now: of what cannot be reached that is what counts
		}
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
	if a.opts.Offline && keyless == nil {
		if f := a.recallRelease(r, key); f != nil {
			return f, nil
		}
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
	if errors.Is(err, errExpired) && !snapshot {
		// What is ahead by the archive's clock, its signature is too.
		if ahead, e := proveRelease(address, content, key, f.repository.Fingerprint, at.Add(slack)); e == nil {
			r, err = ahead, nil
		}
	}
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
