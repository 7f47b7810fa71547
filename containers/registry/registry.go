// Package registry holds the conversation with an OCI registry: blobs and
// manifests pushed and pulled by digest, artifacts that refer to an image, and
// patience with registries that are slow, busy or drop connections.
//
// It leaves to others: what the blobs mean (containers), what is signed and by
// whom (containers/signatures), and what a person is told (cmd/cairn). Credentials are
// docker's and podman's own, by go-containerregistry's keychain; they are in no error
// and no event. The rules are those of the OCI distribution specification v1.1 (spec.md).
package registry

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/google/go-containerregistry/pkg/authn"
	"github.com/google/go-containerregistry/pkg/name"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/remote"
	"github.com/google/go-containerregistry/pkg/v1/remote/transport"
)

// Options say how a registry is spoken to. The zero value is how a person expects it.
type Options struct {
	// Keychain finds credentials; nil is the user's own: docker's config.json with its
	// helpers, podman's auth.json.
	Keychain authn.Keychain
	Patience Patience
	// UserAgent is sent with every request; may be empty.
	UserAgent string
	// Events is told of every wait before another attempt; nil for nobody. It may be
	// called from several goroutines at once.
	Events func(Event)
	// PullOnly asks for no right to write.
	PullOnly bool
}

// Patience bounds how long a registry is waited for. Zero fields take the default.
type Patience struct {
	// Attempts is how often one request is made in all; the default is 6.
	Attempts int
	// FirstWait is the pause before the second attempt, and doubles up to LongestWait;
	// the defaults are 250 ms and 15 s. A registry that asks for a longer pause
	// (Retry-After, RFC 9110, section 10.2.3) is given up at once.
	FirstWait, LongestWait time.Duration
	// Connect bounds the making of a connection; the default is 10 s.
	Connect time.Duration
	// Stall is how long a connection may move no byte; the default is 60 s.
	Stall time.Duration
}

func (p Patience) filled() Patience {
	fill := func(d *time.Duration, value time.Duration) {
		if *d <= 0 {
			*d = value
		}
	}
	if p.Attempts <= 0 {
		p.Attempts = 6
	}
	fill(&p.FirstWait, 250*time.Millisecond)
	fill(&p.LongestWait, 15*time.Second)
	fill(&p.Connect, 10*time.Second)
	fill(&p.Stall, time.Minute)
	return p
}

// Event is a wait before another attempt.
type Event struct {
	What    string // "PUT https://ghcr.io/v2/me/ember/manifests/latest"
	Reason  string // "429 Too Many Requests", "connection reset by peer"
	Attempt int    // that failed, counted from 1
	Wait    time.Duration
}

// Repository is one repository of a registry. It is safe for concurrent use.
type Repository struct {
	name     name.Repository
	scheme   string
	client   *http.Client
	patience Patience
	events   func(Event)
}

// Open prepares the conversation with the repository of a reference
// ("ghcr.io/me/ember", with or without tag or digest): it learns how the registry
// wants to be asked, and logs in. A host of this machine (localhost, 127.0.0.1) may speak
// plain HTTP, and so may one of a private network, as docker and skopeo have it.
func Open(ctx context.Context, repository name.Repository, opts Options) (*Repository, error) {
	r := &Repository{name: repository, patience: opts.Patience.filled(), events: opts.Events}
	if r.events == nil {
		r.events = func(Event) {}
	}
	keychain := opts.Keychain
	if keychain == nil {
		keychain = authn.DefaultKeychain
	}
	credentials, err := authn.Resolve(ctx, keychain, repository)
	if err != nil {
		return nil, fmt.Errorf("credentials for %s: %w", repository.RegistryStr(), err)
	}
	scopes := []string{repository.Scope(transport.PushScope)}
	if opts.PullOnly {
		scopes = []string{repository.Scope(transport.PullScope)}
	}
	inner := &patient{inner: baseTransport(r.patience), patience: r.patience, events: r.events}
	authorised, err := transport.NewWithContext(ctx, repository.Registry, credentials, transport.NewUserAgent(inner, opts.UserAgent), scopes)
	if err != nil {
		return nil, failed("log in to "+repository.RegistryStr(), err)
	}
	r.client = &http.Client{Transport: authorised}
	r.scheme = "https"
	if repository.Registry.Scheme() == "http" {
		// Which of the two it speaks was found out by NewWithContext, whose transport
		// puts it right (schemeTransport).
		r.scheme = "http"
	}
	return r, nil
}

// baseTransport is a transport of its own, so that its limits are ours.
func baseTransport(p Patience) http.RoundTripper {
	base := remote.DefaultTransport.(*http.Transport).Clone()
	base.DialContext = dialer(p.Connect)
	base.TLSHandshakeTimeout = p.Connect
	base.ResponseHeaderTimeout = 0 // patient watches all of a request
	return base
}

// Name is the repository's full name: "ghcr.io/me/ember".
func (r *Repository) Name() string { return r.name.Name() }

// url is that of something of the repository: "manifests/latest".
func (r *Repository) url(path string) *url.URL {
	return &url.URL{Scheme: r.scheme, Host: r.name.RegistryStr(), Path: "/v2/" + r.name.RepositoryStr() + "/" + path}
}

// do sends a request that may be sent again; statuses are those that are no error.
func (r *Repository) do(req *http.Request, statuses ...int) (*http.Response, error) {
	resp, err := r.client.Do(req)
	if err != nil {
		return nil, failed(describe(req), err)
	}
	if err := transport.CheckError(resp, statuses...); err != nil {
		resp.Body.Close()
		return nil, failed(describe(req), err)
	}
	return resp, nil
}

// Has reports whether the repository holds a blob, by HEAD.
func (r *Repository) Has(ctx context.Context, h v1.Hash) (bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, r.url("blobs/"+h.String()).String(), nil)
	if err != nil {
		return false, err
	}
	resp, err := r.do(req, http.StatusOK, http.StatusNotFound)
	if err != nil {
		return false, err
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK, nil
}
