package apt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"sync"
	"time"
)

const (
	// tries bounds how often one address is asked. Progress made by an earlier try is
	// kept where the server knows ranges.
	tries = 4
	// stall is how long a connection may give no byte.
	stall = 60 * time.Second
	// dialing bounds connecting: a snapshot host that drops packets must not hold up
	// a mirror that answers.
	dialing = 10 * time.Second
)

// errNotFound is an address's answer that it does not have the file.
var errNotFound = errors.New("not found")

// errOffline is what would have opened a connection.
var errOffline = errors.New("offline")

// transport reads addresses: http, https and file.
type transport struct {
	client  *http.Client
	offline bool
	mirrors []Mirror
	machine []Source
	pause   time.Duration // before the second try; doubles

	mu   sync.Mutex
	dead map[string]error // by host: it could not be connected to
	emit func(Event)
}

func newTransport(opts Options) *transport {
	t := &transport{client: opts.Client, offline: opts.Offline, mirrors: opts.Mirrors, machine: opts.Machine, pause: 300 * time.Millisecond, dead: map[string]error{}}
	if t.client == nil {
		base := http.DefaultTransport.(*http.Transport).Clone()
		base.DialContext = (&net.Dialer{Timeout: dialing}).DialContext
		base.TLSHandshakeTimeout = dialing
		base.ResponseHeaderTimeout = stall
		base.MaxIdleConnsPerHost = 8
		t.client = &http.Client{Transport: base}
	}
	var emitting sync.Mutex
	t.emit = func(e Event) {
		if opts.Events != nil {
			emitting.Lock()
			defer emitting.Unlock()
			opts.Events(e)
		}
	}
	return t
}

// bases are the addresses of a repository, in the order in which they are asked:
// the person's mirrors, then, for pool files, the machine's, then the definition's.
// A release is asked for at the definition's own address before the machine's, which
// may be newer than a snapshot.
func (t *transport) bases(public string, release bool) []string {
	public = strings.TrimRight(public, "/")
	var bases, machine []string
	for _, m := range t.mirrors {
		if rest, ok := strings.CutPrefix(public+"/", m.Prefix); ok {
			bases = append(bases, strings.TrimRight(strings.TrimRight(m.URL, "/")+"/"+rest, "/"))
		}
	}
	name := archiveName(public)
	for _, s := range t.machine {
		if base := strings.TrimRight(s.URI, "/"); name != "" && archiveName(base) == name {
			machine = append(machine, base)
		}
	}
	if release {
		bases = append(append(bases, public), machine...)
	} else {
		bases = append(append(bases, machine...), public)
	}
	var unique []string
	seen := map[string]bool{}
	for _, base := range bases {
		if !seen[base] {
			seen[base] = true
			unique = append(unique, base)
		}
	}
	return unique
}

// archiveName is the last part of a repository's path that is no date: "debian" of
// ".../archive/debian/20260507T000000Z" and of ".../debian".
func archiveName(base string) string {
	u, err := url.Parse(base)
	if err != nil {
		return ""
	}
	dir := strings.TrimRight(u.Path, "/")
	if _, ok := snapshotDate(base); ok {
		dir = path.Dir(dir)
	}
	if name := path.Base(dir); name != "." && name != "/" {
		return name
	}
	return ""
}

// snapshotDate reads the date that ends a snapshot service's address.
func snapshotDate(base string) (time.Time, bool) {
	date, err := time.Parse("20060102T150405Z", path.Base(strings.TrimRight(base, "/")))
	return date, err == nil
}

// redacted is an address without a password.
func redacted(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "(no address)"
	}
	u.RawQuery = ""
	return u.Redacted()
}

// read returns the whole file at address, at most limit bytes of it.
func (t *transport) read(ctx context.Context, address string, limit int64, fresh bool) ([]byte, error) {
	sink := &memory{}
	if err := t.copy(ctx, address, sink, limit, fresh); err != nil {
		return nil, err
	}
	return sink.bytes, nil
}

// sink takes a download; reset throws away what came so far.
type sink interface {
	io.Writer
	reset() error
	size() int64
}

type memory struct{ bytes []byte }

func (m *memory) Write(p []byte) (int, error) { m.bytes = append(m.bytes, p...); return len(p), nil }
func (m *memory) reset() error                { m.bytes = m.bytes[:0]; return nil }
func (m *memory) size() int64                 { return int64(len(m.bytes)) }

// errTooLong says that more came than a signed index, or sense, allows.
var errTooLong = errors.New("longer than allowed")

// copy brings the file at address into the sink. It tries again what may pass, from
// where it stopped. fresh asks caches on the way not to answer.
func (t *transport) copy(ctx context.Context, address string, to sink, limit int64, fresh bool) error {
	u, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("read %s: no address", redacted(address))
	}
	if u.Scheme == "file" {
		return copyLocal(u.Path, to, limit)
	}
	if t.offline {
		return errOffline
	}
	pause := t.pause
	for try := 1; ; try++ {
		if err := t.deadHost(u.Host); err != nil {
			return err
		}
		err := t.once(ctx, u, to, limit, fresh)
		if err == nil || context.Cause(ctx) != nil {
			return errors.Join(err, context.Cause(ctx))
		}
		again := mayPass(err)
		if again && connects(err) && try > 1 {
			t.mu.Lock()
			t.dead[u.Host] = err
			t.mu.Unlock()
			again = false
		}
		if !again || try == tries {
			return err
		}
		t.emit(Event{Kind: Retried, Name: redacted(address), Err: err})
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(pause):
		}
		pause *= 2
	}
}

func (t *transport) deadHost(host string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.dead[host]
}

// connects says that an error is about reaching the host at all.
func connects(err error) bool {
	var op *net.OpError
	var dns *net.DNSError
	return errors.As(err, &dns) || errors.As(err, &op) && op.Op == "dial"
}

// mayPass says whether the same request can come out otherwise.
func mayPass(err error) bool {
	var status statusError
	if errors.As(err, &status) {
		return status >= 500 || status == http.StatusTooManyRequests || status == http.StatusRequestTimeout
	}
	return !errors.Is(err, errNotFound) && !errors.Is(err, errTooLong) && !errors.Is(err, errSink)
}

// statusError is an answer that is neither the file nor its absence.
type statusError int

func (s statusError) Error() string {
	return fmt.Sprintf("the server answers %d %s", int(s), http.StatusText(int(s)))
}

// errSink is a failure to keep what came.
var errSink = errors.New("cannot be kept")

// once makes one request, for what the sink does not have yet.
func (t *transport) once(ctx context.Context, u *url.URL, to sink, limit int64, fresh bool) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return fmt.Errorf("no address: %s", u.Redacted())
	}
	request.Header.Set("User-Agent", "cairn")
	if fresh {
		request.Header.Set("Cache-Control", "no-cache")
	}
	from := to.size()
	if from > 0 {
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-", from))
	}
	response, err := t.client.Do(request)
	if err != nil {
		var wrapped *url.Error
		if errors.As(err, &wrapped) {
			err = wrapped.Err // whose text does not repeat the address
		}
		return err
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusOK:
		if err := to.reset(); err != nil {
			return errors.Join(errSink, err)
		}
	case http.StatusPartialContent:
		if !strings.HasPrefix(response.Header.Get("Content-Range"), fmt.Sprintf("bytes %d-", from)) {
			return errors.Join(to.reset(), errors.New("the server sent another range than was asked for"))
		}
	case http.StatusRequestedRangeNotSatisfiable:
		return errors.Join(to.reset(), errors.New("the file is shorter than it was"))
	case http.StatusNotFound, http.StatusGone:
		return errNotFound
	default:
		return statusError(response.StatusCode)
	}
	return t.drain(response, to, limit, cancel)
}

// drain copies a body, watching that it flows and that it ends where it should.
func (t *transport) drain(response *http.Response, to sink, limit int64, cancel context.CancelCauseFunc) error {
	idle := time.AfterFunc(stall, func() { cancel(fmt.Errorf("no byte came for %s", stall)) })
	defer idle.Stop()
	buffer := make([]byte, 128<<10)
	for {
		n, err := response.Body.Read(buffer)
		idle.Reset(stall)
		if to.size()+int64(n) > limit {
			return errTooLong
		}
		if _, err := to.Write(buffer[:n]); err != nil {
			return errors.Join(errSink, err)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func copyLocal(name string, to sink, limit int64) error {
	file, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return errNotFound
	}
	if err != nil {
		return err
	}
	defer file.Close()
	if err := to.reset(); err != nil {
		return err
	}
	n, err := io.Copy(to, io.LimitReader(file, limit+1))
	if err == nil && n > limit {
		return errTooLong
	}
	return err
}
