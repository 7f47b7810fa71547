package stacks

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"cairn/digest"
	"cairn/internal/lazyregexp"
)

// The kinds of what is pinned and where it comes from.
var (
	commitKind      = oneText("commit", aCommit)
	sha256Kind      = oneText("sha256", aSHA256)
	fingerprintKind = oneText("fingerprint", aFingerprint)
	gitURLKind      = oneText("URL", func(s string) (string, string) { return aURL(s, "https", "http", "ssh", "git", "file") })
	webURLKind      = oneText("URL", func(s string) (string, string) { return aURL(s, "https", "http", "file") })
	trainKind       = oneText("release train", aTrain)
	pciKind         = oneText("PCI id", aPCIID)
	userKind        = oneText("uid[:gid]", aUser)
	imageKind       = oneText("image by digest", anImage)
	constraintKind  = oneText("version constraint", aConstraint)
)

func aCommit(s string) (string, string) {
	_, err := digest.ParseGitID(s)
	switch {
	case err == nil && strings.Trim(s, "0") == "":
		return "Mutable pin", "The null id names no commit."
	case err == nil:
		return "", ""
	case hexPattern.MatchString(s) && len(s) < 40:
		return "Mutable pin", fmt.Sprintf("%s is an abbreviated commit, which may come to name two. Write all 40 hex digits; `git rev-parse %s` prints them.", quote(s), s)
	case hexPattern.MatchString(strings.ToLower(s)) && len(s) == 40:
		return "Mutable pin", "Write the commit in lowercase."
	}
	return "Mutable pin", fmt.Sprintf("%s is a branch, a tag or another name that may move. Write the commit, 40 hex digits; `git ls-remote URL` prints what names stand for.", quote(s))
}

var hexPattern = lazyregexp.New(`^[0-9a-f]{7,}$`)

func aSHA256(s string) (string, string) {
	d, err := digest.Parse(s)
	if err != nil || d.IsZero() {
		return "Malformed sha256", "A sha256 is 64 lowercase hex digits, as `sha256sum FILE` prints them."
	}
	return "", ""
}

var fingerprintPattern = lazyregexp.New(`^[0-9A-F]{40}$`)

func aFingerprint(s string) (string, string) {
	if !fingerprintPattern.MatchString(s) {
		return "Malformed fingerprint", "The fingerprint of an OpenPGP key is 40 uppercase hex digits without blanks, as `gpg --show-keys FILE` prints them."
	}
	return "", ""
}

// aURL refuses URLs with credentials: definitions are shared.
func aURL(s string, schemes ...string) (string, string) {
	u, err := url.Parse(s)
	if err != nil || !slices.Contains(schemes, u.Scheme) || (u.Host == "") != (u.Scheme == "file") || u.Path == "" && u.Scheme == "file" || strings.ContainsAny(s, " \t\r\n") {
		return "Malformed URL", fmt.Sprintf("A full URL is wanted, with %s before it.", oneOf(withColon(schemes)))
	}
	if _, secret := u.User.Password(); secret || u.User != nil && u.Scheme != "ssh" {
		return "Credentials in a URL", "Definitions are shared and locked: keep names and passwords out of them, in git's own configuration."
	}
	if u.RawQuery != "" || u.Fragment != "" {
		return "Malformed URL", "A query or fragment has no place here: the commit is pinned by revision."
	}
	return "", ""
}

func withColon(schemes []string) []string {
	var list []string
	for _, s := range schemes {
		list = append(list, s+"://")
	}
	return list
}

var trainPattern = lazyregexp.New(`^20[0-9]{2}\.[0-9]{1,2}$`)

func aTrain(s string) (string, string) {
	if !trainPattern.MatchString(s) {
		return "Unsupported oneAPI version", fmt.Sprintf("%s names no release train of oneAPI: write year and minor, such as \"2025.3\". Lock files keep the exact packages.", quote(s))
	}
	return "", ""
}

var pciPattern = lazyregexp.New(`^[0-9a-f]{4}:[0-9a-f]{4}$`)

func aPCIID(s string) (string, string) {
	if !pciPattern.MatchString(s) {
		return "Malformed PCI id", "Write vendor and device as `lspci -n` prints them: \"8086:e223\"."
	}
	return "", ""
}

var userPattern = lazyregexp.New(`^(0|[1-9][0-9]{0,8})(:(0|[1-9][0-9]{0,8}))?$`)

func aUser(s string) (string, string) {
	if !userPattern.MatchString(s) {
		return "Unsupported user", "Write numbers: \"uid\" or \"uid:gid\". Names depend on a file of the image."
	}
	return "", ""
}

// imagePattern is distribution/reference's grammar of a name with an optional tag and
// a required digest, without its upper bound on length.
var imagePattern = lazyregexp.New(`^[A-Za-z0-9.-]+(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?@sha256:[0-9a-f]{64}$`)

func anImage(s string) (string, string) {
	if !imagePattern.MatchString(s) {
		return "Mutable pin", fmt.Sprintf("%s is no image by digest. A tag may move: write \"NAME@sha256:…\", as `skopeo inspect docker://NAME` prints the digest.", quote(s))
	}
	return "", ""
}

func aConstraint(s string) (string, string) {
	if _, err := parseConstraints(s); err != nil {
		return "Malformed version constraint", err.Error()
	}
	return "", ""
}
