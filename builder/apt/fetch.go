package apt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"cairn/digest"

	"github.com/sourcegraph/conc/pool"
)

// connections is how many .debs come at once; archives ask for few.
const connections = 4

// Fetch brings every .deb of a lock that the store lacks, several at once. What is
// there is not asked for again. Errors: *MismatchError, *UnavailableError.
func (a *Archive) Fetch(ctx context.Context, l Locked) error {
	bases := packageBases(l)
	var missing []Package
	for _, p := range l.Packages {
		if _, ok := a.opts.Store.File(p.SHA256); !ok {
			missing = append(missing, p)
		}
	}
	var done atomic.Int64
	work := pool.New().WithMaxGoroutines(connections).WithContext(ctx).WithCancelOnError().WithFirstError()
	for _, p := range missing {
		work.Go(func(ctx context.Context) error {
			mirror, err := a.fetchPackage(ctx, bases, p)
			if err != nil {
				return err
			}
			a.fetch.emit(Event{Kind: Downloaded, Name: p.Name, Bytes: p.SizeBytes, Mirror: mirror, Done: int(done.Add(1)), Total: len(missing)})
			return nil
		})
	}
	return work.Wait()
}

// packageBases are the repositories' addresses, as the releases of a lock tell them:
// what is above "dists", or for a flat repository the release's folder and that above.
func packageBases(l Locked) []string {
	var bases []string
	add := func(base string) {
		if !slices.Contains(bases, base) {
			bases = append(bases, base)
		}
	}
	for _, r := range l.Releases {
		if i := strings.Index(r.URL, "/dists/"); i >= 0 {
			add(r.URL[:i])
			continue
		}
		folder := r.URL[:strings.LastIndex(r.URL, "/")]
		add(folder)
		if i := strings.LastIndex(folder, "/"); i > strings.Index(folder, "://")+2 {
			add(folder[:i])
		}
	}
	return bases
}

// fetchPackage asks every address for a path until one has the file with the locked
// digest. Of several faults a file that differs counts more than one that is absent.
// mirror says that it was not the definition's own.
func (a *Archive) fetchPackage(ctx context.Context, bases []string, p Package) (mirror bool, err error) {
	dir, remove, err := a.opts.Store.TempDir()
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	unavailable := &UnavailableError{What: path.Base(p.Path), Offline: a.opts.Offline, Moved: true}
	var fault error
	tried := map[string]bool{}
	for _, public := range bases {
		for _, base := range a.fetch.bases(public, false) {
			address := join(base, p.Path)
			if tried[address] {
				continue
			}
			tried[address] = true
			err := a.fetchFrom(ctx, address, filepath.Join(dir, "deb"), p)
			if err == nil {
				return base != strings.TrimRight(public, "/"), nil
			}
			if context.Cause(ctx) != nil {
				return false, context.Cause(ctx)
			}
			if errors.Is(err, errSink) {
				return false, fmt.Errorf("fetch %s: %w", path.Base(p.Path), err)
			}
			var mismatch *MismatchError
			if errors.As(err, &mismatch) && fault == nil {
				fault = err
			}
			unavailable.Tried = append(unavailable.Tried, Attempt{URL: redacted(address), Err: err})
			unavailable.Moved = unavailable.Moved && errors.Is(err, errNotFound)
			a.fetch.emit(Event{Kind: MirrorMissed, Name: redacted(address), Err: err})
		}
	}
	if fault != nil {
		return false, fault
	}
	return false, unavailable
}

// fetchFrom brings one file and keeps it if it is the one.
func (a *Archive) fetchFrom(ctx context.Context, address, temp string, p Package) (err error) {
	file, err := os.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return errors.Join(errSink, err)
	}
	to := &hashedFile{file: file, w: digest.NewWriter(file)}
	err = a.fetch.copy(ctx, address, to, p.SizeBytes, false)
	if errors.Is(err, errTooLong) {
		err = &MismatchError{URL: redacted(address), What: "size", Want: fmt.Sprint(p.SizeBytes), Got: "more"}
	}
	if err == nil {
		err = compare(redacted(address), indexed{size: p.SizeBytes, sha256: p.SHA256}, to.size(), to.w.Digest())
	}
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	kept, err := a.opts.Store.PutFile(ctx, temp)
	if err != nil {
		return errors.Join(errSink, err)
	}
	if kept != p.SHA256 {
		return errors.Join(errSink, fmt.Errorf("%s changed on the way into the store", temp))
	}
	return nil
}

// hashedFile is a sink that hashes what it writes.
type hashedFile struct {
	file *os.File
	w    *digest.Writer
}

func (h *hashedFile) Write(p []byte) (int, error) { return h.w.Write(p) }
func (h *hashedFile) size() int64                 { return h.w.Size() }

func (h *hashedFile) reset() error {
	if h.w.Size() == 0 {
		return nil
	}
	_, err := h.file.Seek(0, io.SeekStart)
	h.w = digest.NewWriter(h.file)
	return errors.Join(err, h.file.Truncate(0))
}
