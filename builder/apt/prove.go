package apt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"cairn/digest"
	"cairn/stacks"
)

// Prove checks a lock again from the store alone, whatever became of its mirror: the
// signatures of its releases, the indexes that they name, and in these every
// package; then that the definition still resolves to the same packages, and that
// each .deb has its digest. A *ProofError says what is missing or differs.
func (a *Archive) Prove(ctx context.Context, def *stacks.Toolchain, l Locked) error {
	locked := map[string]digest.Digest{}
	for _, r := range l.Releases {
		locked[r.URL] = r.SHA256
	}
	var all []*candidate
	for i, repository := range def.Distro.Apt {
		found, err := a.proveRepository(ctx, repository, i, locked)
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	if err := provePackages(all, l.Packages); err != nil {
		return err
	}
	chosen, err := choose(def, a.opts.Architecture, all)
	if err != nil {
		return err
	}
	for i := range max(len(chosen), len(l.Packages)) {
		switch {
		case i >= len(chosen) || i < len(l.Packages) && l.Packages[i].Name < chosen[i].Name:
			return &ProofError{What: l.Packages[i].Name, Reason: "it is locked, and the definition does not need it"}
		case i >= len(l.Packages) || l.Packages[i].Name > chosen[i].Name:
			return &ProofError{What: chosen[i].Name, Reason: "the definition needs it, and it is not locked"}
		case l.Packages[i] != chosen[i]:
			return &ProofError{What: chosen[i].Name, Reason: fmt.Sprintf("version %s is locked, and %s is chosen from the locked indexes", l.Packages[i].Version, chosen[i].Version)}
		}
	}
	return a.proveFiles(ctx, l)
}

// proveRepository reads the locked release and its indexes from the store.
func (a *Archive) proveRepository(ctx context.Context, repository stacks.AptRepository, number int, locked map[string]digest.Digest) ([]*candidate, error) {
	address := join(repository.URL, folder(repository), "InRelease")
	want, ok := locked[address]
	if !ok {
		address = join(repository.URL, folder(repository), "Release")
		if want, ok = locked[address]; !ok {
			return nil, &ProofError{What: join(repository.URL, folder(repository)), Reason: "the lock has no release of it"}
		}
	}
	key, err := a.keys.key(ctx, repository.Name, repository.Fingerprint)
	if err != nil {
		return nil, err
	}
	content, err := a.stored(want)
	if err != nil {
		return nil, &ProofError{What: address, Reason: err.Error(), Absent: errors.Is(err, fs.ErrNotExist)}
	}
	// The lock pins the bytes: whether they are still current does not matter, so the
	// key must have been valid when they were signed.
	unsigned, err := parseRelease(address, unsignedText(content))
	if err != nil {
		return nil, err
	}
	at := unsigned.date
	if date, ok := snapshotDate(repository.URL); ok {
		at = date
	}
	r, err := proveRelease(address, content, key, repository.Fingerprint, at)
	if err != nil {
		return nil, err
	}
	if !r.isOf(repository.Suite) {
		return nil, &ProofError{What: address, Reason: fmt.Sprintf("it is the release of suite %q", r.suite)}
	}
	names, err := r.indexes(repository.Suite, repository.Components, a.opts.Architecture)
	if err != nil {
		return nil, err
	}
	var all []*candidate
	for _, name := range names {
		text, err := a.anyStoredIndex(r, name)
		if err != nil {
			return nil, err
		}
		found, err := parsePackages(join(repository.URL, folder(repository), name), text, a.opts.Architecture, number)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func (a *Archive) anyStoredIndex(r *release, name string) (string, error) {
	for _, variant := range r.variants(name) {
		if text, ok, err := a.storedIndex(r, name, variant); ok || err != nil {
			return text, err
		}
	}
	return "", &ProofError{What: name + " of " + r.url, Reason: "the store does not have it, whole", Absent: true}
}

// stored reads a small file of the store and holds it against its name.
func (a *Archive) stored(want digest.Digest) ([]byte, error) {
	path, ok := a.opts.Store.File(want)
	if !ok {
		return nil, &absentError{want}
	}
	sink := &memory{}
	if err := copyLocal(path, sink, maxRelease); err != nil {
		return nil, err
	}
	if got := digest.Of(sink.bytes); got != want {
		return nil, fmt.Errorf("the store has %s in place of %s", got, want)
	}
	return sink.bytes, nil
}

// absentError is fs.ErrNotExist for a digest.
type absentError struct{ want digest.Digest }

func (e *absentError) Error() string { return fmt.Sprintf("the store does not have %s", e.want) }
func (e *absentError) Unwrap() error { return fs.ErrNotExist }

// unsignedText is the text of a release before its signature was checked: good for
// the time for which the key must have been valid, and for nothing else.
func unsignedText(content []byte) string {
	text := string(content)
	if strings.HasPrefix(text, beginMessage) {
		_, text, _ = strings.Cut(text, "\n\n")
	}
	text, _, _ = strings.Cut(text, beginSignature)
	return text
}

// provePackages finds every locked package in the indexes.
func provePackages(all []*candidate, packages []Package) error {
	known := map[Package]bool{}
	for _, c := range all {
		known[c.Package] = true
	}
	for _, p := range packages {
		if !known[p] {
			return &ProofError{What: p.Name + " " + p.Version, Reason: "no index of the locked releases has it with this path, size and digest"}
		}
	}
	return nil
}

// proveFiles hashes the .debs.
func (a *Archive) proveFiles(ctx context.Context, l Locked) error {
	for _, p := range l.Packages {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		path, ok := a.opts.Store.File(p.SHA256)
		if !ok {
			return &ProofError{What: p.Name + " " + p.Version, Reason: "the store does not have its .deb", Absent: true}
		}
		sum := &hashing{}
		if err := copyLocal(path, sink(sum), p.SizeBytes); err != nil || sum.writer().Digest() != p.SHA256 || sum.size() != p.SizeBytes {
			return &ProofError{What: p.Name + " " + p.Version, Reason: "its .deb in the store is damaged: " + path}
		}
	}
	return nil
}

// hashing is a sink that keeps nothing.
type hashing struct{ w *digest.Writer }

func (h *hashing) writer() *digest.Writer {
	if h.w == nil {
		h.w = digest.NewWriter(nil)
	}
	return h.w
}

func (h *hashing) Write(p []byte) (int, error) { return h.writer().Write(p) }
func (h *hashing) reset() error                { h.w = nil; return nil }
func (h *hashing) size() int64                 { return h.writer().Size() }
