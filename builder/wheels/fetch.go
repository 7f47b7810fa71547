package wheels

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"cairn/digest"

	"github.com/sourcegraph/conc/pool"
)

// maxFile bounds a file whose size the lock does not know; torch has 3 GB.
const maxFile = 8 << 30

// Missing returns those that the store lacks.
func (c *Client) Missing(all []Distribution) []Distribution {
	var missing []Distribution
	for _, d := range all {
		if _, ok := c.opts.Store.File(d.SHA256); !ok {
			missing = append(missing, d)
		}
	}
	return missing
}

// Fetch brings into the store what it lacks of all, each file held against its digest
// while it is written. Errors are *MismatchError, *UnreachableError, *AbsentError.
func (c *Client) Fetch(ctx context.Context, all []Distribution) error {
	missing := c.Missing(all)
	var done atomic.Int64
	work := pool.New().WithMaxGoroutines(connections).WithContext(ctx).WithCancelOnError().WithFirstError()
	for _, d := range missing {
		work.Go(func(ctx context.Context) error {
			if err := c.fetch(ctx, d); err != nil {
				return err
			}
			c.opts.Events(Event{File: d.File, Bytes: d.SizeBytes, Done: int(done.Add(1)), Total: len(missing)})
			return nil
		})
	}
	return work.Wait()
}

func (c *Client) fetch(ctx context.Context, d Distribution) (err error) {
	links, err := c.links(ctx, d.Index, d.Name)
	if err != nil {
		return err
	}
	from, ok := links[d.File]
	if !ok {
		return &AbsentError{Index: d.Index, Package: d.Name, File: d.File}
	}
	if !from.sha256.IsZero() && from.sha256 != d.SHA256 {
		return &MismatchError{File: d.File, Index: d.Index, What: "sha256", Want: d.SHA256.String(), Have: from.sha256.String()}
	}
	dir, remove, err := c.opts.Store.TempDir()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	limit := d.SizeBytes
	if limit == 0 {
		limit = maxFile
	}
	temp := filepath.Join(dir, "file")
	sum, n, err := c.download(ctx, d, from.url, temp, limit)
	switch {
	case errors.Is(err, errTooLong):
		return &MismatchError{File: d.File, Index: d.Index, What: "size", Want: fmt.Sprint(limit), Have: "more"}
	case err != nil:
		return err
	case d.SizeBytes != 0 && n != d.SizeBytes:
		return &MismatchError{File: d.File, Index: d.Index, What: "size", Want: fmt.Sprint(d.SizeBytes), Have: fmt.Sprint(n)}
	case sum != d.SHA256:
		return &MismatchError{File: d.File, Index: d.Index, What: "sha256", Want: d.SHA256.String(), Have: sum.String()}
	}
	kept, err := c.opts.Store.PutFile(ctx, temp)
	if err == nil && kept != d.SHA256 {
		err = fmt.Errorf("%s changed on the way into the store", d.File)
	}
	return err
}

// learn brings a file of which the index tells no digest, and returns what it is. What
// came first is what later ones are held against.
func (c *Client) learn(ctx context.Context, d Distribution) (_ Distribution, err error) {
	links, err := c.links(ctx, d.Index, d.Name)
	if err != nil {
		return d, err
	}
	from, ok := links[d.File]
	if !ok {
		return d, &AbsentError{Index: d.Index, Package: d.Name, File: d.File}
	}
	dir, remove, err := c.opts.Store.TempDir()
	if err != nil {
		return d, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	temp := filepath.Join(dir, "file")
	if d.SHA256, d.SizeBytes, err = c.download(ctx, d, from.url, temp, maxFile); err != nil {
		return d, err
	}
	_, err = c.opts.Store.PutFile(ctx, temp)
	return d, err
}

func (c *Client) download(ctx context.Context, d Distribution, address, temp string, limit int64) (digest.Digest, int64, error) {
	file, err := os.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return digest.Digest{}, 0, err
	}
	to := &hashedFile{file: file, w: digest.NewWriter(file)}
	_, err = c.get(ctx, d.File, address, nil, to, limit)
	if err != nil && !errors.Is(err, errTooLong) && !errors.Is(err, errKeep) && context.Cause(ctx) == nil {
		err = &UnreachableError{Index: d.Index, Err: fmt.Errorf("%s: %w", d.File, err)}
	}
	return to.w.Digest(), to.w.Size(), errors.Join(err, file.Close())
}

// sink takes what comes; reset throws away what an earlier try brought.
type sink interface {
	io.Writer
	reset() error
}

type memory struct{ *bytes.Buffer }

func (m *memory) reset() error { m.Reset(); return nil }

type hashedFile struct {
	file *os.File
	w    *digest.Writer
}

func (h *hashedFile) Write(p []byte) (int, error) { return h.w.Write(p) }

func (h *hashedFile) reset() error {
	_, err := h.file.Seek(0, io.SeekStart)
	h.w = digest.NewWriter(h.file)
	return errors.Join(err, h.file.Truncate(0))
}

var (
	errTooLong = errors.New("longer than allowed")
	errKeep    = errors.New("cannot be kept")
)

// get brings what is at an address, at most limit bytes of it, trying again what may
// pass. name is what events call it; neither they nor the errors hold the address.
func (c *Client) get(ctx context.Context, name, address string, header http.Header, to sink, limit int64) (*http.Response, error) {
	if c.opts.Offline {
		return nil, errOffline
	}
	pause := c.pause
	for try := 1; ; try++ {
		response, err := c.once(ctx, address, header, to, limit)
		if cause := context.Cause(ctx); cause != nil {
			return nil, cause
		}
		if err == nil || !mayPass(err) || try == tries {
			return response, bare(err)
		}
		c.opts.Events(Event{File: name, Err: bare(err)})
		select {
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case <-time.After(pause):
		}
		pause *= 2
	}
}

func (c *Client) once(ctx context.Context, address string, header http.Header, to sink, limit int64) (*http.Response, error) {
	if err := to.reset(); err != nil {
		return nil, errors.Join(errKeep, err)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, errors.New("its address cannot be read")
	}
	for name, values := range header {
		request.Header[name] = values
	}
	request.Header.Set("User-Agent", "cairn")
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, statusError(response.StatusCode)
	}
	idle := time.AfterFunc(stall, func() { cancel(fmt.Errorf("no byte came for %s", stall)) })
	defer idle.Stop()
	buffer := make([]byte, 128<<10)
	for came := int64(0); ; {
		n, err := response.Body.Read(buffer)
		idle.Reset(stall)
		if came += int64(n); came > limit {
			return nil, errTooLong
		}
		if _, err := to.Write(buffer[:n]); err != nil {
			return nil, errors.Join(errKeep, err)
		}
		if errors.Is(err, io.EOF) {
			return response, nil
		}
		if err != nil {
			if cause := context.Cause(ctx); cause != nil {
				err = cause
			}
			return nil, err
		}
	}
}
