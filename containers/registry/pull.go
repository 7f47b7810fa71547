package registry

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"net/http"

	v1 "github.com/google/go-containerregistry/pkg/v1"
)

// Blob opens a blob for reading. A connection that breaks is gone on with where it
// broke. The read that reaches the end returns a *Mismatch in place of io.EOF if the
// bytes are not those of the descriptor; only then are they proved.
func (r *Repository) Blob(ctx context.Context, d v1.Descriptor) (io.ReadCloser, error) {
	if d.Digest.Algorithm != "sha256" {
		return nil, &Mismatch{"blob " + d.Digest.String(), "has a digest that is not sha256"}
	}
	b := &pull{ctx: ctx, repository: r, want: d, sum: sha256.New()}
	return b, b.open()
}

// pull is a blob on its way.
type pull struct {
	ctx        context.Context // of the reading: an io.Reader has no other place for it
	repository *Repository
	want       v1.Descriptor
	body       io.ReadCloser
	read       int64
	sum        hash.Hash
	broken     int // how often the connection broke without a byte in between
}

// open asks for what is not read yet.
func (b *pull) open() error {
	req, err := http.NewRequestWithContext(b.ctx, http.MethodGet, b.repository.url("blobs/"+b.want.Digest.String()).String(), nil)
	if err != nil {
		return err
	}
	if b.read > 0 {
		req.Header.Set("Range", fmt.Sprintf("bytes=%d-%d", b.read, b.want.Size-1))
	}
	resp, err := b.repository.do(req, http.StatusOK, http.StatusPartialContent)
	if err != nil {
		return err
	}
	b.body = resp.Body
	if b.read > 0 && resp.StatusCode == http.StatusOK { // it knows no ranges: pass over what is read
		_, err = io.CopyN(io.Discard, resp.Body, b.read)
	}
	return err
}

func (b *pull) Read(p []byte) (int, error) {
	for {
		n, err := b.body.Read(p)
		b.sum.Write(p[:n])
		if b.read += int64(n); n > 0 {
			b.broken = 0
		}
		switch {
		case b.read > b.want.Size:
			return n, b.mismatch(fmt.Sprintf("has more than the %d bytes that its descriptor says", b.want.Size))
		case err == io.EOF && b.read == b.want.Size:
			if is := hex.EncodeToString(b.sum.Sum(nil)); is != b.want.Digest.Hex {
				return n, b.mismatch("is sha256:" + is)
			}
			return n, io.EOF
		case err == nil:
			return n, nil
		}
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if again := b.again(err); again != nil {
			return n, again
		}
		if n > 0 {
			return n, nil
		}
	}
}

// again goes on after a break, or says that it is enough.
func (b *pull) again(err error) error {
	what := fmt.Sprintf("pull blob %s of %s", b.want.Digest, b.repository.Name())
	for {
		b.broken++
		if passingError(err) == "" || b.ctx.Err() != nil {
			return failed(what, err)
		}
		if b.broken >= b.repository.patience.Attempts {
			if b.read > 0 && b.read < b.want.Size && err == io.ErrUnexpectedEOF {
				return b.mismatch(fmt.Sprintf("ends after %d bytes, its descriptor says %d", b.read, b.want.Size))
			}
			return failed(what, &tiredError{attempts: b.broken, err: err})
		}
		wait := b.repository.patience.wait(b.broken)
		b.repository.events(Event{What: what, Reason: reasonOf(err), Attempt: b.broken, Wait: wait})
		if err := pause(b.ctx, wait); err != nil {
			return err
		}
		b.body.Close()
		if err = b.open(); err == nil {
			return nil
		}
	}
}

func (b *pull) mismatch(is string) error {
	return &Mismatch{fmt.Sprintf("blob %s of %s", b.want.Digest, b.repository.Name()), is}
}

func (b *pull) Close() error {
	if b.body == nil {
		return nil
	}
	return b.body.Close()
}

// Read returns a small blob whole, proved.
func (r *Repository) Read(ctx context.Context, d v1.Descriptor, limit int64) ([]byte, error) {
	if d.Size > limit {
		return nil, &Mismatch{fmt.Sprintf("blob %s of %s", d.Digest, r.Name()), fmt.Sprintf("has %d bytes, more than the %d that are read", d.Size, limit)}
	}
	body, err := r.Blob(ctx, d)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}
