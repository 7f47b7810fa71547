package sources

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing/transport/client"
	githttp "github.com/go-git/go-git/v5/plumbing/transport/http"
)

// What a git server may say before a pack, whose own size is bounded by the disk alone:
// go-git holds all of it in memory.
const (
	// maxRefusalBytes is read of an answer that is an error; the rest tells nothing more.
	maxRefusalBytes = 64 << 10
	// maxAdvertisedBytes bounds the list of refs: a million of them have 70 MB.
	maxAdvertisedBytes = 128 << 20
)

// boundHTTP makes go-git ask http and https servers through boundedTransport.
var boundHTTP = sync.OnceFunc(func() {
	bounded := githttp.NewClient(&http.Client{Transport: boundedTransport{http.DefaultTransport, maxAdvertisedBytes}})
	client.InstallProtocol("http", bounded)
	client.InstallProtocol("https", bounded)
})

// boundedTransport bounds what is read of answers that have to be small.
type boundedTransport struct {
	inner           http.RoundTripper
	advertisedBytes int64 // of a list of refs
}

// RoundTrip implements http.RoundTripper.
func (t boundedTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := t.inner.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	switch {
	case response.StatusCode >= http.StatusMultipleChoices:
		response.Body = body{io.LimitReader(response.Body, maxRefusalBytes), response.Body}
	case strings.HasSuffix(request.URL.Path, "/info/refs"):
		response.Body = body{&refsReader{response.Body, t.advertisedBytes, t.advertisedBytes, request.URL.Redacted()}, response.Body}
	}
	return response, nil
}

type body struct {
	io.Reader
	io.Closer
}

// refsReader ends a list of refs that is too long with an *ExcessError.
type refsReader struct {
	inner      io.Reader
	left, most int64
	from       string
}

func (r *refsReader) Read(p []byte) (int, error) {
	n, err := r.inner.Read(p[:min(int64(len(p)), r.left+1)])
	if r.left -= int64(n); r.left < 0 {
		return 0, &ExcessError{redact(strings.TrimSuffix(r.from, "/info/refs?service=git-upload-pack")), fmt.Sprintf("it lists refs in more than %d MiB", r.most>>20)}
	}
	return n, err
}
