package wheels

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"

	"cairn/digest"

	"golang.org/x/net/html"
)

// link is one file that an index offers.
type link struct {
	file   string
	url    string
	sha256 digest.Digest // zero where the index does not tell it
	size   int64         // 0 where the index does not tell it
}

// page is what an index says of a package, read once.
type page struct {
	once  sync.Once
	links map[string]link // by file name
	err   error
}

// maxPage bounds the page of a package; those of nightly indexes have some MB.
const maxPage = 64 << 20

// acceptable asks for the JSON of PEP 691 and takes the HTML of PEP 503.
const acceptable = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"

// Reach asks an index for a package. The error is an *UnreachableError where it gives
// no answer and an *AbsentError where it does not have the package.
func (c *Client) Reach(ctx context.Context, index, name string) error {
	_, err := c.links(ctx, index, name)
	return err
}

// links returns all files that an index offers of a package.
func (c *Client) links(ctx context.Context, index, name string) (map[string]link, error) {
	where, ok := c.indexes[index]
	if !ok {
		return nil, fmt.Errorf("there is no index %q", index)
	}
	key := index + "/" + Normalise(name)
	if where.Links {
		key = index
	}
	c.mu.Lock()
	p := c.pages[key]
	if p == nil {
		p = &page{}
		c.pages[key] = p
	}
	c.mu.Unlock()
	p.once.Do(func() { p.links, p.err = c.readPage(ctx, where, Normalise(name)) })
	if p.err != nil && context.Cause(ctx) != nil {
		c.mu.Lock()
		delete(c.pages, key) // a cancellation is no answer
		c.mu.Unlock()
		return nil, context.Cause(ctx)
	}
	return p.links, p.err
}

func (c *Client) readPage(ctx context.Context, index Index, name string) (map[string]link, error) {
	address := c.address(index)
	if !index.Links {
		address += "/" + name + "/"
	}
	var text bytes.Buffer
	response, err := c.get(ctx, name, address, http.Header{"Accept": {acceptable}}, &memory{&text}, maxPage)
	var status statusError
	switch {
	case errors.As(err, &status) && (status == http.StatusNotFound || status == http.StatusGone):
		return nil, &AbsentError{Index: index.Name, Package: name}
	case err != nil:
		return nil, &UnreachableError{Index: index.Name, Err: err}
	}
	kind, _, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	read := readHTML
	if strings.HasSuffix(kind, "json") {
		read = readJSON
	}
	found, err := read(text.Bytes(), response.Request.URL)
	if err != nil {
		return nil, &UnreachableError{Index: index.Name, Err: fmt.Errorf("its page of %s cannot be read: %w", name, err)}
	}
	links := map[string]link{}
	for _, l := range found {
		links[l.file] = l
	}
	return links, nil
}

// readJSON reads a project's page (PEP 691, "Project Detail").
func readJSON(text []byte, base *url.URL) ([]link, error) {
	var detail struct {
		Files []struct {
			Filename string
			URL      string
			Hashes   map[string]string
			Size     int64
		}
	}
	if err := json.Unmarshal(text, &detail); err != nil {
		return nil, err
	}
	var links []link
	for _, f := range detail.Files {
		address, err := resolve(base, f.URL)
		if err != nil {
			continue
		}
		sum, _ := digest.Parse(f.Hashes["sha256"]) // zero where there is none
		links = append(links, link{file: f.Filename, url: address.String(), sha256: sum, size: f.Size})
	}
	return links, nil
}

// readHTML reads a project's page or a page of links (PEP 503).
func readHTML(text []byte, base *url.URL) ([]link, error) {
	var links []link
	tokens := html.NewTokenizer(bytes.NewReader(text))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return links, nil // the text has ended
		case html.StartTagToken:
			token := tokens.Token()
			if token.Data != "a" {
				continue
			}
			for _, attribute := range token.Attr {
				if attribute.Key != "href" {
					continue
				}
				address, err := resolve(base, attribute.Val)
				if err != nil {
					continue
				}
				fragment, _ := strings.CutPrefix(address.Fragment, "sha256=")
				sum, _ := digest.Parse(fragment)
				address.Fragment = ""
				links = append(links, link{file: path.Base(address.Path), url: address.String(), sha256: sum})
			}
		}
	}
}

// resolve makes an address of a page absolute. Credentials go along to the same host
// and to no other.
func resolve(base *url.URL, to string) (*url.URL, error) {
	u, err := base.Parse(to)
	if err != nil {
		return nil, err
	}
	if u.Host == base.Host && u.Scheme == base.Scheme {
		u.User = base.User
	}
	return u, nil
}
