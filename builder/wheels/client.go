package wheels

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"cairn/builder/store"
)

// Mirror says that what starts with Prefix is asked for elsewhere.
type Mirror struct{ Prefix, URL string }

// Options are what a Client works with.
type Options struct {
	Store *store.Store
	// Indexes are those that definitions name; DefaultIndex need not be among them.
	Indexes []Index
	// Mirrors are the person's; the first whose prefix fits an index is used.
	Mirrors []Mirror
	// Machine is what this machine has in the place of the default index, as
	// MachineIndex finds it; empty for the public one.
	Machine string
	// Offline lets nothing but what the store has be used.
	Offline bool
	// Client makes the requests; nil is one of the package's own.
	Client *http.Client
	// Events is told what goes on, from one goroutine at a time; may be nil.
	Events func(Event)
}

// Event is one thing that happened while files come.
type Event struct {
	File        string // that came, or is tried again; of a page, its package
	Bytes       int64
	Done, Total int   // files
	Err         error // why it is tried again; nil where it came
}

// Client reads package indexes and brings files from them into the store. It is safe
// for concurrent use.
type Client struct {
	opts    Options
	indexes map[string]Index
	http    *http.Client
	pause   time.Duration // before the second try; doubles

	mu    sync.Mutex
	pages map[string]*page // by index and package
}

const (
	// tries bounds how often one address is asked.
	tries = 4
	// stall is how long a connection may give no byte.
	stall = 60 * time.Second
	// dialing bounds connecting: an index that drops packets must not hold up a lock.
	dialing = 10 * time.Second
	// connections is how many files come at once.
	connections = 6
)

// NewClient returns a client. Nothing is asked yet.
func NewClient(opts Options) *Client {
	c := &Client{opts: opts, indexes: map[string]Index{}, http: opts.Client, pause: 300 * time.Millisecond, pages: map[string]*page{}}
	c.indexes[DefaultIndex] = Index{Name: DefaultIndex, URL: DefaultIndexURL}
	for _, index := range opts.Indexes {
		c.indexes[index.Name] = index
	}
	if c.http == nil {
		transport := http.DefaultTransport.(*http.Transport).Clone()
		transport.DialContext = (&net.Dialer{Timeout: dialing}).DialContext
		transport.TLSHandshakeTimeout = dialing
		transport.ResponseHeaderTimeout = stall
		transport.MaxIdleConnsPerHost = connections
		c.http = &http.Client{Transport: transport}
	}
	var emitting sync.Mutex
	tell := opts.Events
	c.opts.Events = func(e Event) {
		if tell != nil {
			emitting.Lock()
			defer emitting.Unlock()
			tell(e)
		}
	}
	return c
}

// errOffline is what would have opened a connection.
var errOffline = errors.New("this is offline")

// address is where an index is asked on this machine. It may hold credentials, and
// stands in no message.
func (c *Client) address(index Index) string {
	public := strings.TrimRight(index.URL, "/")
	for _, m := range c.opts.Mirrors {
		if rest, ok := strings.CutPrefix(public+"/", m.Prefix); ok {
			return strings.TrimRight(strings.TrimRight(m.URL, "/")+"/"+rest, "/")
		}
	}
	if c.opts.Machine != "" && public == DefaultIndexURL {
		return strings.TrimRight(c.opts.Machine, "/")
	}
	return public
}

// bare takes the address out of an error of the http client: it may hold credentials.
func bare(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

// mayPass says whether the same request can come out otherwise.
func mayPass(err error) bool {
	var status statusError
	if errors.As(err, &status) {
		return status >= 500 || status == http.StatusTooManyRequests || status == http.StatusRequestTimeout
	}
	var name *net.DNSError
	return !errors.As(err, &name) && !errors.Is(err, errTooLong) && !errors.Is(err, errKeep)
}

// statusError is an answer that is not the file.
type statusError int

func (s statusError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("it answers %d %s", int(s), http.StatusText(int(s))))
}
