package registry

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/google/go-containerregistry/pkg/v1/remote/transport"
)

// Error is a request to a registry that did not succeed, after all attempts.
type Error struct {
	What string // "HEAD https://ghcr.io/v2/me/ember/blobs/sha256:…", without query or credentials
	// Status is the registry's last answer; 0 if it gave none.
	Status int
	// Attempts is how often it was asked where that is known to be more than once; else 0.
	Attempts int
	Err      error
}

func (e *Error) Error() string {
	text := e.What + ": " + e.reason()
	if e.Attempts > 1 {
		text += fmt.Sprintf(" (after %d attempts)", e.Attempts)
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// reason leaves out what Error says already, and every URL with a query: it may
// carry a signature that is as good as a password.
func (e *Error) reason() string {
	var answer *transport.Error
	if errors.As(e.Err, &answer) {
		status := fmt.Sprintf("%d %s", answer.StatusCode, http.StatusText(answer.StatusCode))
		for _, d := range answer.Errors {
			if d.Message != "" || d.Code != "" {
				status += strings.TrimRight(fmt.Sprintf(": %s: %s", d.Code, oneLine(d.Message)), ": ")
			}
		}
		return status
	}
	// A registry that may speak plain HTTP is asked in both ways at once: that it does
	// is no news.
	const plain = "server gave HTTP response to HTTPS client"
	if first, second, both := strings.Cut(e.Err.Error(), "; "); both && strings.Contains(first, plain) {
		_, why, _ := strings.Cut(second, ": ") // behind 'Get "URL"'
		return cmp.Or(why, second)
	}
	text := e.Err.Error()
	var request *url.Error
	if errors.As(e.Err, &request) {
		text = request.Err.Error()
	}
	// An answer that has no token is quoted whole on the lines below, with whatever else
	// its sender takes for one.
	first, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(first, ":")
}

// oneLine keeps what a registry says from filling the screen or moving the cursor.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	return strings.ToValidUTF8(s[:min(len(s), 300)], "")
}

// NotFound reports whether the registry answered that it has no such thing.
func NotFound(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status == http.StatusNotFound
}

// Denied reports whether the registry wants other credentials.
func Denied(err error) bool {
	var e *Error
	return errors.As(err, &e) && (e.Status == http.StatusUnauthorized || e.Status == http.StatusForbidden)
}

// Unreachable reports whether the registry gave no answer at all.
func Unreachable(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status == 0
}

// tiredError is a failure that may pass and did not in so many attempts.
type tiredError struct {
	attempts int
	err      error
}

func (e *tiredError) Error() string { return e.err.Error() }
func (e *tiredError) Unwrap() error { return e.err }

// failed wraps an error of a request once.
func failed(what string, err error) error {
	e := &Error{What: what, Err: err}
	var already *Error
	var answer *transport.Error
	var tired *tiredError
	if errors.As(err, &already) {
		*e = *already
	} else if errors.As(err, &answer) {
		e.Status = answer.StatusCode
	}
	if errors.As(err, &tired) {
		e.Attempts = tired.attempts
	}
	return e
}

func describe(req *http.Request) string {
	return req.Method + " " + place(req.URL)
}

// place is a URL as far as anybody may read it.
func place(u *url.URL) string {
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}

// Mismatch says that what a registry gave is not what was asked for.
type Mismatch struct {
	What string // "blob sha256:… of ghcr.io/me/ember"
	Is   string // "is sha256:…", "has 12 bytes, its descriptor says 14"
}

func (e *Mismatch) Error() string { return e.What + " " + e.Is }
