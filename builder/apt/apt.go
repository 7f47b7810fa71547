// Package apt makes toolchains from apt archives, without root and without
// maintainer scripts: it proves packages by the fingerprint of a signing key,
// solves their dependencies, keeps every byte of the proof in the store, and puts
// the unpacked packages together to the root that builds see.
//
// The chain is: fingerprint → key → InRelease → Packages by SHA256 → .deb by SHA256
// and size (Debian wiki, DebianRepository/Format; apt-secure(8)). What to build, and
// where locks are written, is the caller's matter.
package apt

import (
	"fmt"
	"net/http"
	"runtime"
	"time"

	"cairn/builder/store"
	"cairn/digest"
)

// Locked is a toolchain as a lock has it: all that Fetch, Prove and Closure need
// besides the definition.
type Locked struct {
	Name     string // of the toolchain
	Releases []Release
	Packages []Package
	// Variables are set in every build; see Archive.Variables. They are no part of
	// the closure's identity: builds have them in their own.
	Variables map[string]string
}

// Release is a signed index of a repository. Its fields are those of
// lockfiles.Release, so that one converts to the other.
type Release struct {
	URL    string // of the InRelease file, or of the Release file where there is none
	SHA256 digest.Digest
}

// Package is one .deb. Its fields are those of lockfiles.Package, so that one
// converts to the other.
type Package struct {
	Name      string
	Version   string
	Path      string // below the repository's top
	SizeBytes int64
	SHA256    digest.Digest
}

// Mirror redirects addresses: one that begins with Prefix is asked at URL first.
// URL may be http, https or file.
type Mirror struct{ Prefix, URL string }

// Options say what an Archive works with.
type Options struct {
	// Store keeps everything that was proved; required.
	Store *store.Store
	// Architecture is Debian's name for it; this machine's when empty.
	Architecture string
	// Keyrings are files, or folders of them, with OpenPGP public keys, armored or
	// not. They are asked before KeyFolders and the keys that cairn carries; where a
	// key comes from does not matter, its fingerprint decides.
	Keyrings []string
	// Mirrors are the person's redirections.
	Mirrors []Mirror
	// Machine is what /etc/apt names (see ReadSources). An entry is tried for every
	// repository whose archive has the same name, "debian" or "debian-security".
	Machine []Source
	// Offline never opens a connection: what is not in the store, in a file mirror or
	// on a keyring is an *UnavailableError.
	Offline bool
	// Client makes the requests; nil is one with bounded connection times.
	Client *http.Client
	// Now is the time that Date and Valid-Until of undated repositories are held
	// against; zero is the clock's.
	Now time.Time
	// Events is told of progress, from one goroutine at a time; may be nil.
	Events func(Event)
}

// EventKind tells events apart.
type EventKind string

// The kinds of event.
const (
	IndexRead    EventKind = "index"    // a release or an index was proved
	Downloaded   EventKind = "download" // a .deb is in the store
	Unpacked     EventKind = "unpack"   // a .deb's tree is in the store
	Composed     EventKind = "compose"  // the root is in the store
	Retried      EventKind = "retry"    // Name is tried again, Err says why
	MirrorMissed EventKind = "missed"   // an address did not have Name, the next one is asked
)

// Event is one thing that happened.
type Event struct {
	Kind EventKind
	Name string // of a package, or the address of an index without its host's credentials
	// Done and Total count packages, or are 0 of 0.
	Done, Total int
	// Bytes is how much was downloaded for Name; 0 where nothing was.
	Bytes int64
	// Mirror says of a download that a mirror of the person or of the machine had it,
	// and not the definition's own address.
	Mirror bool
	Err    error
}

// Archive resolves, fetches and unpacks. It is safe for concurrent use.
type Archive struct {
	opts  Options
	keys  *keyring
	fetch *transport
}

// Open checks the options; it reads and connects to nothing yet.
func Open(opts Options) (*Archive, error) {
	if opts.Store == nil {
		return nil, fmt.Errorf("apt: no store")
	}
	if opts.Architecture == "" {
		opts.Architecture = Architecture(runtime.GOARCH)
	}
	if opts.Now.IsZero() {
		opts.Now = time.Now()
	}
	return &Archive{opts: opts, keys: newKeyring(opts), fetch: newTransport(opts)}, nil
}

// Architecture returns Debian's name of a Go architecture (dpkg-architecture(1)).
func Architecture(goarch string) string {
	switch goarch {
	case "386":
		return "i386"
	case "arm":
		return "armhf"
	case "ppc64le":
		return "ppc64el"
	case "mipsle":
		return "mipsel"
	case "mips64le":
		return "mips64el"
	}
	return goarch
}
