package sources

import (
	"errors"
	"strings"
	"testing"
)

func TestParseMirror(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Mirror{
		"https://github.com/=file:///srv/mirror/":       {"https://github.com/", "file:///srv/mirror/"},
		"https://example.org/a?b=c=https://other.org/x": {"https://example.org/a?b=c", "https://other.org/x"},
		"https://example.org/=/srv/mirror":              {"https://example.org/", "/srv/mirror"},
		"https://example.org/=git@host:mirrors/":        {"https://example.org/", "git@host:mirrors/"},
		"https://example.org/=ssh://git@host/":          {"https://example.org/", "ssh://git@host/"},
	} {
		if got, err := ParseMirror(text); err != nil || got != want {
			t.Errorf("%s: got %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "=", "=file:///x", "https://example.org/", "https://example.org/=", "https://example.org/=relative/path"} {
		if got, err := ParseMirror(text); err == nil {
			t.Errorf("%q: got %+v", text, got)
		}
	}
	if _, err := ParseMirror("https://me:secret@example.org/"); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}

func TestLongestPrefixWins(t *testing.T) {
	t.Parallel()
	r := open(t, Options{Mirrors: []Mirror{
		{"https://github.com/", "https://a.example/"},
		{"https://github.com/team/engine.git", "https://c.example/whole.git"},
		{"https://github.com/team/", "https://b.example/sub/"},
	}})
	for from, want := range map[string]string{
		"https://github.com/x/y.git":         "https://a.example/x/y.git",
		"https://github.com/team/y.git":      "https://b.example/sub/y.git",
		"https://github.com/team/engine.git": "https://c.example/whole.git",
		"https://gitlab.com/team/engine.git": "https://gitlab.com/team/engine.git",
	} {
		if got, err := r.locate(from); err != nil || got.url != want || got.dir != "" {
			t.Errorf("%s: got %+v, %v", from, got, err)
		}
	}
	if _, err := r.locate("file://elsewhere/srv"); err == nil {
		t.Error("a folder of another host was taken")
	}
}

func TestRedact(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"https://me:s3cret@host/p":              "https://host/p",
		"Get \"https://token@host/p?x=1\": EOF": "Get \"https://host/p?x=1\": EOF",
		"https://a:b@h and ssh://git:pw@h2/x":   "https://h and ssh://h2/x",
		"https://host/p@v2":                     "https://host/p@v2",
		"git@host:team/engine.git":              "git@host:team/engine.git",
		"https://user:pass%40word@host":         "https://host",
		"https://user:p@ss@host/x":              "https://host/x",
		"no URL at all":                         "no URL at all",
		// A password that nobody has escaped.
		"https://me:p/w@example.org:1/x and http://a:b@c":                            "https://example.org:1/x and http://c",
		"https://me:1a/2@example.org":                                                "https://example.org",
		"parse \"http://me:ab/cd@proxy.example:1\": invalid port \":ab\" after host": "parse \"http://proxy.example:1\": invalid port \"…\" after host",
		"https://example.org:443/v2/x@sha256:00 a@b":                                 "https://example.org:443/v2/x@sha256:00 a@b",
		"http://[::1]:5000/x@y":                                                      "http://[::1]:5000/x@y",
		"a https://h/x?private_token=abc&b=1":                                        "a https://h/x?private_token=…&b=1",
		// What a server repeats of what it was told.
		`DENIED: Basic bWU6cGFzc3dvcmQ= is no good`:                `DENIED: Basic … is no good`,
		`{"detail":"bearer eyJhbGci.OiJI-UzI1_NiJ9"}`:              `{"detail":"bearer …"}`,
		"authorization: token ghp_abcdef":                          "authorization: token …",
		"Basic authentication, bearer token, basic-auth":           "Basic authentication, bearer token, basic-auth",
		"https://h/x?X-Amz-Signature=a&sig=b&se=1&key=c&author=me": "https://h/x?X-Amz-Signature=…&sig=…&se=1&key=…&author=me",
	} {
		if got := redact(text); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
	inner := errors.New("dial https://me:s3cret@host: refused")
	err := error(&redactedError{inner})
	if strings.Contains(err.Error(), "s3cret") || !errors.Is(err, inner) {
		t.Errorf("got %v", err)
	}
	if a, b := folderName("https://me:s3cret@host/team/engine.git"), folderName("https://host/team/engine.git"); a != b || strings.Contains(a, "s3cret") || !strings.HasPrefix(a, "engine-") {
		t.Errorf("got %s and %s", a, b)
	}
	for _, url := range []string{"https://host/", "https://host/..", "/", "git@h:../../x", "https://h/a/.git"} {
		if name := folderName(url); strings.ContainsAny(name, "/\\") || strings.HasPrefix(name, ".") {
			t.Errorf("%s: got %s", url, name)
		}
	}
}

func TestResolveURL(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ parent, url, want string }{
		// git's own t0060-path-utils.sh, test_submodule_relative_url.
		{"git@example.com:org/repo", "../submodule", "git@example.com:org/submodule"},
		{"https://h/a/b.git", "../c.git", "https://h/a/c.git"},
		{"https://h/a/b.git/", "../c.git", "https://h/a/c.git"},
		{"https://h/a/b.git", "./c", "https://h/a/b.git/c"},
		{"https://h/a/b.git", "../../x/c", "https://h/x/c"},
		{"https://h/a/b", "./.././../x/c", "https://h/x/c"},
		{"git@h:repo", "../other", "git@h:other"},
		{"/srv/a/b", "../c", "/srv/a/c"},
		{"https://h/a", "https://other/x", "https://other/x"},
		{"https://h/a", "git@h:x", "git@h:x"},
	} {
		if got, err := resolveURL(c.parent, c.url); err != nil || got != c.want {
			t.Errorf("%s from %s: got %s, %v; want %s", c.url, c.parent, got, err, c.want)
		}
	}
	for _, c := range [][2]string{{"https://h/a", "../../../x"}, {"repo", "../x"}} {
		if got, err := resolveURL(c[0], c[1]); err == nil {
			t.Errorf("%s from %s: got %s", c[1], c[0], got)
		}
	}
}

func TestMatch(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		glob, path string
		want       bool
	}{
		{"models/*.gguf", "models/a.gguf", true},
		{"models/*.gguf", "models/sub/a.gguf", false},
		{"models/*.gguf", "x/models/a.gguf", false},
		{"models/**/*.gguf", "models/a.gguf", true},
		{"models/**/*.gguf", "models/x/y/a.gguf", true},
		{"**/*.gguf", "a.gguf", true},
		{"**/*.gguf", "x/y/a.gguf", true},
		{"**/*.gguf", "x/y/a.ggu", false},
		{"models", "models/x/y", true},
		{"models/", "models/x", true},
		{"/models", "models/x", true},
		{"models", "models2/x", false},
		{"models/**", "models", true},
		{"models/**", "models/a/b", true},
		{"a/b", "a", false},
		{"**", "anything/at/all", true},
		{"a[", "a[", false},
		{"", "a", false},
		{"a?c", "abc", true},
		{"a/**/b/**/c", "a/x/b/c/d", true},
	} {
		if got := Match([]string{c.glob}, c.path); got != c.want {
			t.Errorf("%q on %q: got %v", c.glob, c.path, got)
		}
	}
	if Match(nil, "a") {
		t.Error("no glob matches")
	}
}
