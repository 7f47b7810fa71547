package registry

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/remote/transport"
)

// Blob is bytes to be pushed.
type Blob struct {
	Hash v1.Hash
	Size int64
	// Open returns the bytes from offset on. It is called again after a failure.
	Open func(offset int64) (io.ReadCloser, error)
}

// PushBlob makes the repository hold the blob and reports whether bytes were sent for
// it. A connection that breaks is gone on with from the last byte that the registry
// kept, where it tells (spec.md, "Pushing a blob in chunks"), else from the start.
func (r *Repository) PushBlob(ctx context.Context, b Blob) (moved bool, err error) {
	has, err := r.Has(ctx, b.Hash)
	if err != nil || has {
		return false, err
	}
	what := fmt.Sprintf("push blob %s to %s", b.Hash, r.Name())
	u := upload{repository: r, blob: b}
	for attempt := 1; ; attempt++ {
		err := u.goOn(ctx)
		if err == nil {
			return true, nil
		}
		if !u.passes(err) || ctx.Err() != nil {
			return true, failed(what, err)
		}
		if attempt == r.patience.Attempts {
			return true, failed(what, &tiredError{attempts: attempt, err: err})
		}
		if err := r.waitAfter(ctx, what, err, attempt); err != nil {
			return true, err
		}
		// The last answer may have been lost on its way.
		if has, err := r.Has(ctx, b.Hash); err != nil || has {
			return true, err
		}
	}
}

// waitAfter tells of an attempt that failed and waits for the next one's time.
func (r *Repository) waitAfter(ctx context.Context, what string, err error, attempt int) error {
	wait := r.patience.wait(attempt)
	r.events(Event{What: what, Reason: reasonOf(err), Attempt: attempt, Wait: wait})
	return pause(ctx, wait)
}

// upload is one blob on its way.
type upload struct {
	repository *Repository
	blob       Blob
	location   *url.URL // of the upload session; nil before the first and after one is lost
	broken     bool     // a request of this session failed: ask what arrived
}

// passes reports whether another attempt makes sense: the failure may pass, or it is
// about the session, and a new one can be had.
func (u *upload) passes(err error) bool {
	var answer *transport.Error
	if errors.As(err, &answer) {
		for _, d := range answer.Errors {
			if d.Code == transport.DigestInvalidErrorCode {
				return false // the bytes are not what they are said to be
			}
		}
		switch answer.StatusCode {
		case http.StatusNotFound, http.StatusRequestedRangeNotSatisfiable, http.StatusBadRequest:
			u.location = nil
			return true
		case http.StatusTooManyRequests, http.StatusRequestTimeout:
			return true
		}
		return answer.StatusCode >= 500
	}
	return passingError(err) != ""
}

// goOn sends what is missing and closes the upload.
func (u *upload) goOn(ctx context.Context) error {
	offset, err := u.begin(ctx)
	if err != nil {
		return err
	}
	u.broken = true
	if offset < u.blob.Size || u.blob.Size == 0 {
		if err := u.patch(ctx, offset); err != nil {
			return err
		}
	}
	done := *u.location
	query := done.Query()
	query.Set("digest", u.blob.Hash.String())
	done.RawQuery = query.Encode()
	resp, err := u.send(ctx, http.MethodPut, &done, nil, nil, http.StatusCreated)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// begin opens a session, or asks the one that broke how much it kept.
func (u *upload) begin(ctx context.Context) (offset int64, err error) {
	if u.location != nil && u.broken {
		if offset, ok := u.kept(ctx); ok {
			return offset, nil
		}
	}
	resp, err := u.send(ctx, http.MethodPost, u.repository.url("blobs/uploads/"), nil, nil, http.StatusAccepted)
	if err != nil {
		return 0, err
	}
	u.broken = false
	return 0, u.follow(resp)
}

// kept asks for the session's progress. Registries that cannot say, or that lost it,
// are started over with.
func (u *upload) kept(ctx context.Context) (offset int64, ok bool) {
	resp, err := u.send(ctx, http.MethodGet, u.location, nil, nil, http.StatusNoContent)
	if err != nil {
		return 0, false
	}
	var first, last int64
	text := resp.Header.Get("Range")
	if err := u.follow(resp); err != nil {
		return 0, false
	}
	if _, err := fmt.Sscanf(text, "%d-%d", &first, &last); err != nil || first != 0 || last >= u.blob.Size {
		return 0, false
	}
	// "0-0" is one byte by the letter, and none by what registries mean: start over.
	if last == 0 {
		return 0, false
	}
	return last + 1, true
}

// patch streams the bytes from offset on, as docker does; only what follows a break
// carries a range.
func (u *upload) patch(ctx context.Context, offset int64) error {
	body, err := u.blob.Open(offset)
	if err != nil {
		return err
	}
	defer body.Close()
	header := http.Header{"Content-Type": {"application/octet-stream"}}
	if offset > 0 {
		header.Set("Content-Range", fmt.Sprintf("%d-%d", offset, u.blob.Size-1))
	}
	resp, err := u.send(ctx, http.MethodPatch, u.location, &sized{body, u.blob.Size - offset}, header,
		http.StatusAccepted, http.StatusNoContent, http.StatusCreated)
	if err != nil {
		return err
	}
	return u.follow(resp)
}

// sized is a body of known length that cannot be had again.
type sized struct {
	io.Reader
	bytes int64
}

func (u *upload) send(ctx context.Context, method string, to *url.URL, body *sized, header http.Header, statuses ...int) (*http.Response, error) {
	var reader io.Reader
	if body != nil {
		reader = io.NopCloser(body)
	}
	req, err := http.NewRequestWithContext(context.WithValue(ctx, onceOnly{}, true), method, to.String(), reader)
	if err != nil {
		return nil, err
	}
	if body != nil {
		if req.ContentLength = body.bytes; body.bytes == 0 {
			req.Body = http.NoBody
		}
	}
	for name, values := range header {
		req.Header[name] = values
	}
	return u.repository.do(req, statuses...)
}

// follow takes the session's next address, which may be relative.
func (u *upload) follow(resp *http.Response) error {
	defer resp.Body.Close()
	text := resp.Header.Get("Location")
	if text == "" {
		if u.location != nil {
			return nil
		}
		return fmt.Errorf("the registry opened an upload and did not say where")
	}
	next, err := resp.Request.URL.Parse(text)
	if err != nil {
		return fmt.Errorf("the registry's upload address: %w", err)
	}
	u.location = next
	return nil
}

func reasonOf(err error) string {
	if reason := passingError(err); reason != "" {
		return reason
	}
	e := &Error{Err: err}
	var known *Error
	if errors.As(err, &known) {
		e = known
	}
	return e.reason()
}
