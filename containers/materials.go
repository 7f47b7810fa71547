package containers

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"cairn/digest"
)

// Bill says what an image was made of: what SPDX and CycloneDX are written from.
// Both are pure functions of it: equal bills give equal bytes.
type Bill struct {
	Name    string // the stack: "ember", "ember@cpu"
	Version string // what it is called besides; the lock's digest if empty
	// Lock is that of the stack; zero for a bill of a part of it, which Identity names
	// then: same identity, same document.
	Lock, Identity digest.Digest
	Tool           string // cairn's version
	// SourceDateEpoch is when the documents say they were made, in seconds since 1970.
	SourceDateEpoch int64
	Materials       []Material
}

// Material is one thing that came from elsewhere.
type Material struct {
	Name    string
	Version string // a release, or a commit
	// Git is where a source's repository is, with Commit; for other things URL is
	// where they were loaded from. All may be empty.
	Git, Commit, URL string
	// SHA256 is that of the file that was loaded; zero for a git source.
	SHA256 digest.Digest
	// PackageURL is its name among package managers ("pkg:deb/debian/libc6@2.36"); empty for none.
	PackageURL string
	// Licence is an SPDX licence expression as its maker declares it; empty means
	// that nobody looked.
	Licence string
	// Library is false for a program's source.
	Library bool
	Patches []PatchMaterial
}

// PatchMaterial is one patch that a source was changed with, in the order in
// which they were applied.
type PatchMaterial struct {
	Name          string
	SHA256        digest.Digest // of the file as it is kept
	DecodedSHA256 digest.Digest // of the diff in it
	// Origin is stacks.Patch's: unofficial, backport or cherry_pick; empty is unofficial.
	Origin         string
	UpstreamStatus string
	Resolves       []string // names of issues
	Reason         string
	URL            string // where the file can be had; may be empty
}

func (b Bill) version() string {
	if b.Version == "" {
		return b.identity().Short()
	}
	return b.Version
}

func (b Bill) identity() digest.Digest {
	if b.Lock.IsZero() {
		return b.Identity
	}
	return b.Lock
}

// uuid is made from the lock and a purpose (RFC 9562, section 5.8, version 8), so
// that it is the same for the same bill.
func (b Bill) uuid(purpose string) string {
	key := digest.NewKey("cairn-bill-v1").String("purpose", purpose).Digest("lock", b.identity()).String("name", b.Name).Sum()
	id := key[:16]
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	text := hex.EncodeToString(id)
	return strings.Join([]string{text[:8], text[8:12], text[12:16], text[16:20], text[20:]}, "-")
}

func (b Bill) created() string {
	return time.Unix(b.SourceDateEpoch, 0).UTC().Format("2006-01-02T15:04:05Z")
}

// sorted returns the materials by name, then version; patches keep their order.
func (b Bill) sorted() []Material {
	materials := slices.Clone(b.Materials)
	slices.SortStableFunc(materials, func(x, y Material) int {
		return strings.Compare(x.Name+"\x00"+x.Version, y.Name+"\x00"+y.Version)
	})
	return materials
}

// origin is what a material may be loaded from, in SPDX's words (clause 7.7).
func (m Material) origin() string {
	switch {
	case m.Git != "" && m.Commit != "":
		return "git+" + m.Git + "@" + m.Commit
	case m.URL != "":
		return m.URL
	}
	return noAssertion
}

// noAssertion is SPDX's word for what nobody looked into.
const noAssertion = "NOASSERTION"

// orNoAssertion is for fields that SPDX wants filled.
func orNoAssertion(s string) string {
	if s == "" {
		return noAssertion
	}
	return s
}

// document is JSON for people and for tools: indented, with a newline at its end.
func document(value any) ([]byte, error) {
	compact, err := encode(value)
	if err != nil {
		return nil, fmt.Errorf("bill of materials: %w", err)
	}
	pretty, err := json.MarshalIndent(json.RawMessage(compact), "", "  ")
	return append(pretty, '\n'), err
}
