package patches

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"path"
	"slices"
	"strings"
)

// extensions says which encoding an extension promises; "" is a plain patch.
var extensions = map[string]string{
	".gz": "gzip", ".zst": "zstd", ".xz": "xz", ".bz2": "bzip2", ".b64": "base64", ".base64": "base64",
	".patch": "", ".diff": "", ".mbox": "", ".eml": "", ".txt": "",
}

// namedEncodings reads the extensions of name from the right: x.patch.gz.b64 is
// base64 around gzip. known is false if not even the last one means anything.
func namedEncodings(name string) (claims []string, known bool) {
	claims = []string{}
	base := path.Base(strings.ReplaceAll(name, "\\", "/"))
	for {
		ext := path.Ext(base)
		kind, ok := extensions[strings.ToLower(ext)]
		if !ok {
			return claims, known
		}
		known = true
		if kind == "" {
			return claims, known
		}
		claims = append(claims, kind)
		base = strings.TrimSuffix(base, ext)
	}
}

// checkName holds what was found against what the name promised; the name itself is
// for the caller to add.
func checkName(claims []string, u *unwrapped) *DecodeError {
	found := u.encoding()
	if slices.Equal(claims, found) {
		return nil
	}
	hint := "the content decodes; rename the file to what it is"
	if len(claims) > len(found) {
		hint = "it may have been unpacked on the way and kept its old name"
	}
	return &DecodeError{Layer: "name", Announced: -1,
		Message: fmt.Sprintf("the name says %s, the content is %s", describe(claims), describe(found)), Hint: hint}
}

// describe says a chain from the inside: "gzip in base64".
func describe(encodings []string) string {
	if len(encodings) == 0 {
		return "a plain patch"
	}
	inward := slices.Clone(encodings)
	slices.Reverse(inward)
	return strings.Join(inward, " in ")
}

// magics are how the binary encodings begin.
var magics = []struct {
	encoding string
	prefix   string
}{
	{"gzip", "\x1f\x8b"},
	{"zstd", "\x28\xb5\x2f\xfd"},
	{"xz", "\xfd7zXZ\x00"},
	{"bzip2", "BZh"},
}

// tellEncoding names the encoding that content is in, "" for text. claim is what
// the file's name says at this depth: it only decides what content leaves open,
// namely whether something that looks like nothing known is meant to be base64.
func tellEncoding(content []byte, claim string) string {
	if kind := tellBinary(content); kind != "" {
		return kind
	}
	if startsLikePatch(content) {
		return ""
	}
	if claim == "base64" && len(content) > 0 {
		return claim
	}
	// Without the name's word it has to be base64 all over and of something known.
	if len(content) < 16 || !inAlphabet(content) {
		return ""
	}
	head := make([]byte, 0, 256)
	for _, c := range content[:min(len(content), cap(head))] {
		if c != '\n' && c != '\r' {
			head = append(head, c)
		}
	}
	plain, _ := base64.RawStdEncoding.DecodeString(string(head[:len(head)/4*4]))
	if startsLikePatch(plain) || tellEncoding(plain, "") != "" {
		return "base64"
	}
	return ""
}

func tellBinary(content []byte) string {
	for _, m := range magics {
		if !bytes.HasPrefix(content, []byte(m.prefix)) {
			continue
		}
		if m.encoding != "bzip2" || isBzip2(content) {
			return m.encoding
		}
	}
	return ""
}

// isBzip2 asks for the block magic too: "BZh" alone could begin a sentence.
func isBzip2(content []byte) bool {
	if len(content) < 4 || content[3] < '1' || content[3] > '9' {
		return false
	}
	rest := content[4:min(len(content), 10)]
	const block, end = "\x31\x41\x59\x26\x53\x59", "\x17\x72\x45\x38\x50\x90"
	return strings.HasPrefix(block, string(rest)) || strings.HasPrefix(end, string(rest))
}

// startsLikePatch looks for the first line that a diff or a mail may begin with.
func startsLikePatch(content []byte) bool {
	for _, p := range []string{"diff ", "--- ", "+++ ", "Index: ", "From ", "From: ", "Subject: ", "commit ", "@@ ", "@@\n", "Date: "} {
		if bytes.HasPrefix(content, []byte(p)) {
			return true
		}
	}
	return false
}

func inAlphabet(content []byte) bool {
	for _, c := range content {
		if !isBase64[c] && c != '=' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}
