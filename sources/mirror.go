package sources

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Mirror redirects URLs that begin with Prefix: the rest is appended to Target,
// which is a URL (https, http, ssh, git, file) or an absolute path.
type Mirror struct{ Prefix, Target string }

var targetStart = regexp.MustCompile(`=(?:(?:https?|ssh|git|file)://|/|[^/=\s]+@[^/:=\s]+:)`)

// ParseMirror reads PREFIX=TARGET. The first "=" that a target can follow parts them.
func ParseMirror(s string) (Mirror, error) {
	at := targetStart.FindStringIndex(s)
	if at == nil || at[0] == 0 {
		return Mirror{}, fmt.Errorf("mirror %q: want PREFIX=TARGET, such as https://github.com/=file:///srv/mirror/", redact(s))
	}
	return Mirror{Prefix: s[:at[0]], Target: s[at[0]+1:]}, nil
}

// NoMirrorError says that a mirror on disk has no repository for a URL.
type NoMirrorError struct {
	Repository string   // the public URL, without credentials
	Tried      []string // folders
}

func (e *NoMirrorError) Error() string {
	return fmt.Sprintf("the mirror of %s has no git repository: tried %s", e.Repository, strings.Join(e.Tried, ", "))
}

// location is where a repository is to be had: a URL, or a git directory on disk.
type location struct {
	url string // may hold credentials
	dir string // empty for the network
}

// name is what messages call it.
func (l location) name() string {
	if l.dir != "" {
		return l.dir
	}
	return redact(l.url)
}

// locate applies the mirrors to a URL; the longest prefix wins.
func (r *Repositories) locate(rawURL string) (location, error) {
	target := rawURL
	best := -1
	for _, m := range r.options.Mirrors {
		if rest, ok := strings.CutPrefix(rawURL, m.Prefix); ok && len(m.Prefix) > best {
			best = len(m.Prefix)
			target = m.Target + rest
		}
	}
	dir, local, err := localPath(target)
	if err != nil || !local {
		return location{url: target}, err
	}
	var tried []string
	for _, candidate := range []string{dir, strings.TrimSuffix(dir, ".git"), dir + ".git"} {
		if slices.Contains(tried, candidate) {
			continue
		}
		tried = append(tried, candidate)
		for _, gitDir := range []string{candidate, filepath.Join(candidate, ".git")} {
			found, err := gitDirectory(gitDir)
			if err != nil {
				return location{}, err
			}
			if found != "" {
				return location{url: target, dir: found}, nil
			}
		}
	}
	return location{}, &NoMirrorError{Repository: redact(rawURL), Tried: tried}
}

// localPath returns the path of a file URL or of a path.
func localPath(target string) (dir string, local bool, err error) {
	if filepath.IsAbs(target) {
		return filepath.Clean(target), true, nil
	}
	if !strings.HasPrefix(target, "file:") {
		return "", false, nil
	}
	u, err := url.Parse(target)
	if err != nil || u.Path == "" || u.Host != "" && u.Host != "localhost" {
		return "", false, fmt.Errorf("%q is not the URL of a folder here: want file:///PATH", redact(target))
	}
	return filepath.Clean(u.Path), true, nil
}

// gitDirectory returns the folder whose objects path holds: itself when it is a git
// directory, another one when it is a "gitdir:" file or a linked work tree's
// (gitrepository-layout(5)), "" when it is neither.
func gitDirectory(path string) (string, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if !info.IsDir() {
		content, err := os.ReadFile(path)
		text, ok := strings.CutPrefix(string(content), "gitdir: ")
		if err != nil || !ok {
			return "", err
		}
		path = join(filepath.Dir(path), strings.TrimRight(text, "\n"))
	}
	if common, err := os.ReadFile(filepath.Join(path, "commondir")); err == nil {
		path = join(path, strings.TrimRight(string(common), "\n"))
	}
	for _, part := range []string{"HEAD", "objects"} {
		if _, err := os.Stat(filepath.Join(path, part)); err != nil {
			return "", nil
		}
	}
	return path, nil
}

func join(base, name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(base, name)
}

// userinfo is what stands before the "@" of a URL's host, also where somebody has taken
// the URL for a path and cleaned it. odd is one whose password nobody has escaped: a slash
// in it ends the host, and what net/url takes for the port it quotes. secretQuery is the
// value of a parameter that is called like a secret.
var (
	odd         = regexp.MustCompile(`([A-Za-z][A-Za-z0-9+.-]*:/{1,2})[^/\s"'?#@:\[\]]*:[0-9]*[^0-9/\s"'@?#][^\s"']*@`)
	oddPort     = regexp.MustCompile(`(invalid port )"[^"]*"`)
	userinfo    = regexp.MustCompile(`([A-Za-z][A-Za-z0-9+.-]*:/{1,2})[^/\s"'?#]*@`)
	secretQuery = regexp.MustCompile(`(?i)([?&][a-z0-9_.-]*(?:token|passw|secret|signature|credential|api_?key|access_?key|jwt)[a-z0-9_-]*=|[?&](?:sig|key|pwd|pass|auth|authorization)=)[^&\s"'#]+`)
)

// authorization is what follows the scheme in an Authorization header (RFC 9110, section
// 11.4): servers and proxies repeat it when they refuse. A plain word is none: "basic
// authentication".
var (
	authorization = regexp.MustCompile(`(?i)(authorization:\s*[a-z]+\s+|\b(?:basic|bearer|negotiate)\s+)([a-z0-9._~+/-]{6,}=*)`)
	plainWord     = regexp.MustCompile(`^[A-Za-z]?[a-z]{0,20}(-[a-z]+)?[.]?$`)
)

// Redact removes user names, passwords and tokens from all URLs in a text, and
// credentials in the form that HTTP gives them.
func Redact(text string) string { return redact(text) }

func redact(text string) string {
	text = authorization.ReplaceAllStringFunc(text, func(found string) string {
		m := authorization.FindStringSubmatch(found)
		if plainWord.MatchString(m[2]) {
			return found
		}
		return m[1] + "…"
	})
	text = oddPort.ReplaceAllString(odd.ReplaceAllString(text, "$1"), `$1"…"`)
	return secretQuery.ReplaceAllString(userinfo.ReplaceAllString(text, "$1"), "$1…")
}

// redactedError is an error of a library whose message may quote a URL, or all that a
// server said.
type redactedError struct{ err error }

// longestQuote is how many bytes of it are shown: enough for a path and a reason.
const longestQuote = 500

func (e *redactedError) Error() string {
	// A server's words move no cursor.
	words := strings.FieldsFunc(e.err.Error(), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
	text := redact(strings.Join(words, " "))
	if len(text) <= longestQuote {
		return text
	}
	return strings.ToValidUTF8(text[:longestQuote], "") + "…"
}

func (e *redactedError) Unwrap() error { return e.err }
