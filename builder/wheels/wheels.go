// Package wheels holds Python packages: it has uv resolve requirements, brings the
// files of a lock from package indexes by digest, installs wheels without pip, and
// unpacks source distributions.
//
// It runs nothing of a package. Wheels are compiled and built by builder, in the
// sandbox; how an environment is put together belongs to environments.
package wheels

import (
	"fmt"
	"strings"

	"cairn/digest"
	"cairn/internal/lazyregexp"
)

// DefaultIndex is the name of the index that packages are from unless a definition
// pins them to another, and DefaultIndexURL its public address, as pip(1) and uv have it;
// what a machine uses in its place is the machine's configuration's to say.
const (
	DefaultIndex    = "pypi"
	DefaultIndexURL = "https://pypi.org/simple"
)

// Distribution is one file that an index offers: a wheel or a source distribution
// (PyPA specifications, "Package Distribution Metadata").
type Distribution struct {
	Name    string // normalised (PEP 503)
	Version string // as the file's name has it
	File    string // its name: "markupsafe-3.0.3-cp312-cp312-manylinux_2_28_x86_64.whl"
	SHA256  digest.Digest
	// SizeBytes is 0 where the index does not tell it.
	SizeBytes int64
	Index     string // the name of the index
}

// IsWheel tells a wheel from a source distribution.
func (d Distribution) IsWheel() bool { return strings.HasSuffix(d.File, ".whl") }

// Index is a package index that a definition names.
type Index struct {
	Name string
	URL  string // public; mirrors are the machine's matter
	// Links says that URL is one page of links to files, as pip's --find-links takes
	// it, and no simple repository (PEP 503).
	Links bool
}

// sameVersion reports whether two versions are one when "-" in one stands for "_"
// in the other, as in file names.
func sameVersion(a, b string) bool {
	return strings.EqualFold(strings.ReplaceAll(a, "_", "-"), strings.ReplaceAll(b, "_", "-"))
}

var separators = lazyregexp.New(`[-_.]+`)

// Normalise returns the name under which an index keeps a package (PEP 503,
// "Normalized Names").
func Normalise(name string) string {
	return strings.ToLower(separators.ReplaceAllString(name, "-"))
}

// wheelName is a wheel's file name in its parts (Binary distribution format, "File
// name convention").
type wheelName struct {
	Distribution, Version, Build string
	Python, ABI, Platform        string // compressed tag sets, "py2.py3"
}

func parseWheelName(file string) (wheelName, error) {
	stem, ok := strings.CutSuffix(file, ".whl")
	parts := strings.Split(stem, "-")
	if !ok || len(parts) != 5 && len(parts) != 6 || strings.ContainsAny(file, "/\\\x00") {
		return wheelName{}, fmt.Errorf("%q is no name of a wheel", file)
	}
	for _, part := range parts {
		if part == "" {
			return wheelName{}, fmt.Errorf("%q is no name of a wheel: a part of it is empty", file)
		}
	}
	n := wheelName{Distribution: parts[0], Version: parts[1]}
	if len(parts) == 6 {
		n.Build = parts[2]
	}
	tags := parts[len(parts)-3:]
	n.Python, n.ABI, n.Platform = tags[0], tags[1], tags[2]
	return n, nil
}

// RequirementName returns the normalised name of the package that a requirement is
// about (PEP 508).
func RequirementName(requirement string) string {
	end := strings.IndexFunc(requirement, func(r rune) bool { return strings.ContainsRune(" [<>=!~;@(", r) })
	if end < 0 {
		end = len(requirement)
	}
	return Normalise(requirement[:end])
}
