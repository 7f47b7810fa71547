package registry

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// errStalled is the cause of a request that moved no byte for too long.
var errStalled = errors.New("no byte moved")

func dialer(connect time.Duration) func(ctx context.Context, network, address string) (net.Conn, error) {
	return (&net.Dialer{Timeout: connect, KeepAlive: 30 * time.Second}).DialContext
}

// maxRefusalBytes is read of an answer that is an error; transport.CheckError takes more
// than 64 KiB for a broken connection.
const maxRefusalBytes = 32 << 10

// patient sends a request again when its failure may pass and its body, if any,
// can be had again.
type patient struct {
	inner    http.RoundTripper
	patience Patience
	events   func(Event)
}

// onceOnly marks the context of a request whose caller sends it again itself, so that
// attempts do not multiply.
type onceOnly struct{}

func (p *patient) RoundTrip(req *http.Request) (*http.Response, error) {
	repeatable := (req.Body == nil || req.Body == http.NoBody || req.GetBody != nil) && req.Context().Value(onceOnly{}) == nil
	for attempt := 1; ; attempt++ {
		resp, err := p.once(req)
		reason, asked := passing(resp, err)
		if reason == "" || !repeatable || req.Context().Err() != nil {
			return resp, err
		}
		wait := p.patience.wait(attempt)
		if asked > wait {
			wait = asked
		}
		if attempt == p.patience.Attempts || wait > p.patience.LongestWait {
			// The last answer stands, with what the registry said.
			if err == nil {
				return resp, nil
			}
			return nil, &tiredError{attempts: attempt, err: err}
		}
		if resp != nil {
			_, _ = io.CopyN(io.Discard, resp.Body, 64<<10) // so that the connection can be used again
			resp.Body.Close()
		}
		p.events(Event{What: describe(req), Reason: reason, Attempt: attempt, Wait: wait})
		if err := pause(req.Context(), wait); err != nil {
			return nil, err
		}
		if req.GetBody != nil {
			if req.Body, err = req.GetBody(); err != nil {
				return nil, err
			}
		}
	}
}

// once sends the request and watches that bytes move, both ways.
func (p *patient) once(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(req.Context())
	watch := &watchdog{limit: p.patience.Stall, cancel: cancel}
	watch.timer = time.AfterFunc(watch.limit, watch.bite)
	watched := req.Clone(ctx)
	if req.Body != nil && req.Body != http.NoBody {
		watched.Body = &watchedBody{ReadCloser: req.Body, watch: watch}
	}
	resp, err := p.inner.RoundTrip(watched)
	if err != nil {
		watch.stop()
		if cause := context.Cause(ctx); cause != nil && req.Context().Err() == nil {
			err = cause
		}
		cancel(nil)
		return nil, err
	}
	body := &watchedBody{ReadCloser: resp.Body, watch: watch, ctx: ctx, last: true}
	resp.Body = body
	if resp.StatusCode >= http.StatusBadRequest {
		// What a registry says of an error is short and comes at once, or is not read.
		body.still = true
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(body, maxRefusalBytes), body}
	}
	return resp, nil
}

func (p Patience) wait(attempt int) time.Duration {
	wait := p.FirstWait
	for range attempt - 1 {
		wait = min(2*wait, p.LongestWait)
	}
	// Up to a fifth less, so that many clients do not come back at one time.
	return wait - time.Duration(rand.Int64N(int64(wait)/5+1))
}

// passing says why a failure may pass; empty if it may not, or if there is none.
// asked is how long the registry wants to be left alone.
func passing(resp *http.Response, err error) (reason string, asked time.Duration) {
	if err != nil {
		return passingError(err), 0
	}
	switch resp.StatusCode {
	case http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusInternalServerError,
		http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return resp.Status, retryAfter(resp.Header.Get("Retry-After"))
	}
	return "", 0
}

// passingError does not look for a context's deadline: time-outs of the network say
// that they are one. Who has a context asks it.
func passingError(err error) string {
	var timeout net.Error
	switch {
	case errors.Is(err, errStalled):
		return err.Error()
	case errors.Is(err, context.Canceled):
		return ""
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed):
		return "the connection was closed"
	}
	for _, passes := range []error{syscall.ECONNRESET, syscall.EPIPE, syscall.ECONNREFUSED, syscall.ECONNABORTED, syscall.ETIMEDOUT} {
		if errors.Is(err, passes) {
			return passes.Error()
		}
	}
	if errors.As(err, &timeout) && timeout.Timeout() {
		return "timed out"
	}
	// net/http keeps the types of its HTTP/2 errors to itself.
	if text := err.Error(); strings.Contains(text, "http2: ") || strings.Contains(text, "stream error: ") {
		return "the connection was lost"
	}
	return ""
}

// retryAfter reads both forms of RFC 9110, section 10.2.3.
func retryAfter(value string) time.Duration {
	if seconds, err := strconv.Atoi(value); err == nil && seconds >= 0 {
		return time.Duration(min(seconds, 1<<20)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(time.Until(at), 0)
	}
	return 0
}

func pause(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// watchdog cancels a request that moves no byte.
type watchdog struct {
	limit  time.Duration
	cancel context.CancelCauseFunc
	mu     sync.Mutex
	timer  *time.Timer
	done   bool
}

func (w *watchdog) bite() {
	w.cancel(fmt.Errorf("%w for %s", errStalled, w.limit))
}

func (w *watchdog) pat() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.done {
		w.timer.Reset(w.limit)
	}
}

func (w *watchdog) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.done = true
	w.timer.Stop()
}

// watchedBody tells the watchdog of every read.
type watchedBody struct {
	io.ReadCloser
	watch *watchdog
	ctx   context.Context // of a response: has the cause of its end
	last  bool            // nothing follows: the watch ends with this body
	still bool            // bytes that come are no reason to wait for more
}

func (b *watchedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if n > 0 && !b.still {
		b.watch.pat()
	}
	if err != nil && err != io.EOF && b.ctx != nil {
		if cause := context.Cause(b.ctx); errors.Is(cause, errStalled) {
			if err = cause; b.still {
				err = io.EOF // the status says enough
			}
		}
	}
	return n, err
}

func (b *watchedBody) Close() error {
	err := b.ReadCloser.Close()
	if b.last {
		b.watch.stop()
		b.watch.cancel(nil)
	}
	return err
}
