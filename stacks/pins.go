package stacks

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"cairn/digest"

	"github.com/hashicorp/hcl/v2/hclsyntax"
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

var hexPattern = regexp.MustCompile(`^[0-9a-f]{7,}$`)

func aSHA256(s string) (string, string) {
	d, err := digest.Parse(s)
	if err != nil || d.IsZero() {
		return "Malformed sha256", "A sha256 is 64 lowercase hex digits, as `sha256sum FILE` prints them."
	}
	return "", ""
}

var fingerprintPattern = regexp.MustCompile(`^[0-9A-F]{40}$`)

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

var trainPattern = regexp.MustCompile(`^20[0-9]{2}\.[0-9]{1,2}$`)

func aTrain(s string) (string, string) {
	if !trainPattern.MatchString(s) {
		return "Unsupported oneAPI version", fmt.Sprintf("%s names no release train of oneAPI: write year and minor, such as \"2025.3\". Lock files keep the exact packages.", quote(s))
	}
	return "", ""
}

var pciPattern = regexp.MustCompile(`^[0-9a-f]{4}:[0-9a-f]{4}$`)

func aPCIID(s string) (string, string) {
	if !pciPattern.MatchString(s) {
		return "Malformed PCI id", "Write vendor and device as `lspci -n` prints them: \"8086:e223\"."
	}
	return "", ""
}

var userPattern = regexp.MustCompile(`^(0|[1-9][0-9]{0,8})(:(0|[1-9][0-9]{0,8}))?$`)

func aUser(s string) (string, string) {
	if !userPattern.MatchString(s) {
		return "Unsupported user", "Write numbers: \"uid\" or \"uid:gid\". Names depend on a file of the image."
	}
	return "", ""
}

func aConstraint(s string) (string, string) {
	if _, err := parseConstraints(s); err != nil {
		return "Malformed version constraint", err.Error()
	}
	return "", ""
}

// The kinds of what builds and suites are given.
var (
	isaKind            = oneText("ISA", anISA)
	optionsKind        = textMap("map of texts", anOption, refuseNative)
	buildVariablesKind = textMap("map of texts", aBuildVariable, refuseNative)
	variablesKind      = textMap("map of texts", aVariable, nil)
	suiteVariablesKind = modelMap("map of texts", aVariable)
	labelsKind         = textMap("map of texts", aLabel, nil)
	suiteCommandKind   = argvKind(true)
	suiteTextKind      = &kind{doc: "text", read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.text, _ = r.text(v.owner, e, true)
	}}
	buildCommandsKind = &kind{doc: "list of lists of texts", read: readCommands}
)

func argvKind(model bool) *kind {
	return &kind{doc: "list of texts", read: func(r *reader, v *value, e hclsyntax.Expression) {
		before := len(r.diags)
		v.items = r.texts(v.owner, e, model, anyText)
		if len(r.diags) == before && (len(v.items) == 0 || v.items[0].s == "") {
			r.at(v, "Empty command", "The first of the list is the program.")
		}
	}}
}

func readCommands(r *reader, v *value, e hclsyntax.Expression) {
	elements, ok := r.list(v.owner, e, "commands, each a list of texts")
	if !ok {
		return
	}
	for _, element := range elements {
		before := len(r.diags)
		argv := r.texts(v.owner, element, false, refuseNative)
		if len(r.diags) == before && (len(argv) == 0 || argv[0].s == "") {
			r.in(v.owner, element.Range(), "Empty command", "The first of the list is the program.")
		}
		v.argvs = append(v.argvs, argv)
	}
	if len(elements) == 0 {
		r.at(v, "Empty command", "A command build runs at least one command.")
	}
}

func textMap(doc string, key, check func(string) (summary, detail string)) *kind {
	return &kind{doc: doc, read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.pairs = r.pairsOf(v.owner, e, false, key, check)
	}}
}

func modelMap(doc string, key func(string) (summary, detail string)) *kind {
	return &kind{doc: doc, read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.pairs = r.pairsOf(v.owner, e, true, key, nil)
	}}
}

// pairsOf reads a map of strings, its keys and values held against rules.
func (r *reader) pairsOf(n *node, e hclsyntax.Expression, model bool, key, check func(string) (summary, detail string)) map[string]item {
	entries, ok := r.entries(n, e)
	if !ok {
		return nil
	}
	pairs := map[string]item{}
	for _, entry := range entries {
		if summary, detail := key(entry.key.s); summary != "" {
			r.in(n, entry.key.rng, summary, detail)
		}
		if isNull(entry.value) {
			if !r.inVariant {
				r.in(n, entry.value.Range(), "Unsuitable value", "null takes back what a stack sets, and only its variant can. Leave the entry out.")
			}
			pairs[entry.key.s] = item{rng: entry.value.Range(), null: true}
			continue
		}
		it, ok := r.text(n, entry.value, model)
		if !ok {
			continue
		}
		if check != nil {
			if summary, detail := check(it.s); summary != "" {
				r.in(n, it.rng, summary, detail)
			}
		}
		pairs[entry.key.s] = it
	}
	return pairs
}
