package registry

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"

	v1 "github.com/google/go-containerregistry/pkg/v1"
)

// tagsPerPage is how many names are asked for at once; registries may give fewer.
const tagsPerPage = 1000

// maxTagsBytes bounds one page of names.
const maxTagsBytes = 16 << 20

// maxTags bounds all pages: one that links to itself has no last.
const maxTags = 1_000_000

// Tags calls f for every tag of the repository (spec.md, "Listing Tags"). A
// repository that does not exist yet has none.
func (r *Repository) Tags(ctx context.Context, f func(tag string) error) error {
	next := r.url("tags/list")
	next.RawQuery = "n=" + strconv.Itoa(tagsPerPage)
	for had := 0; next != nil; {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, next.String(), nil)
		if err != nil {
			return err
		}
		resp, err := r.do(req, http.StatusOK, http.StatusNotFound)
		if err != nil {
			return err
		}
		var page struct {
			Tags []string `json:"tags"`
		}
		if resp.StatusCode == http.StatusOK {
			err = json.NewDecoder(io.LimitReader(resp.Body, maxTagsBytes)).Decode(&page)
		}
		resp.Body.Close()
		if err != nil {
			return failed(describe(req), fmt.Errorf("read tags: %w", err))
		}
		if had += len(page.Tags); had > maxTags {
			return failed(describe(req), fmt.Errorf("it lists more than %d tags", maxTags))
		}
		for _, tag := range page.Tags {
			if err := f(tag); err != nil {
				return err
			}
		}
		next = nextPage(resp, len(page.Tags))
	}
	return nil
}

// nextPage follows the link to more (RFC 5988); nil at the end.
func nextPage(resp *http.Response, had int) *url.URL {
	link := resp.Header.Get("Link")
	from, rest, ok := strings.Cut(strings.TrimPrefix(link, "<"), ">")
	if !ok || had == 0 || !strings.Contains(rest, `rel="next"`) {
		return nil
	}
	next, err := resp.Request.URL.Parse(from)
	if err != nil || next.Host != resp.Request.URL.Host {
		return nil
	}
	return next
}

// Delete removes what a tag or digest stands for; nothing is no error. With a digest
// most registries take all its tags along (spec.md, "Deleting Manifests"), and many
// allow it only where they were told to.
func (r *Repository) Delete(ctx context.Context, reference string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, r.url("manifests/"+reference).String(), nil)
	if err != nil {
		return err
	}
	resp, err := r.do(req, http.StatusAccepted, http.StatusOK, http.StatusNotFound)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// FileBlob makes a blob of a file that stays as it is until it is pushed.
func FileBlob(path string) (Blob, error) {
	file, err := os.Open(path)
	if err != nil {
		return Blob{}, err
	}
	defer file.Close()
	h, size, err := v1.SHA256(file)
	return Blob{Hash: h, Size: size, Open: func(offset int64) (io.ReadCloser, error) {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		if _, err := file.Seek(offset, io.SeekStart); err != nil {
			file.Close()
			return nil, err
		}
		return file, nil
	}}, err
}
