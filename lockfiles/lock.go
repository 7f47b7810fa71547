package lockfiles

import (
	"cairn/digest"
)

// Suffix ends the name of every lock file: STACK.lock.hcl.
const Suffix = ".lock.hcl"

// LayerFormat names the encoding of image layers that locks written by this
// cairn promise: the same tree gives the same bytes for as long as the name
// stays. Package containers implements it; a new encoder is a new name.
const LayerFormat = "cairn-layer-v1"

// Lock is everything a stack resolved to. It is immutable once made.
type Lock struct {
	// Stack is the stack's name, without a variant.
	Stack string
	// LayerFormat is the encoder version of image layers; see the constant.
	LayerFormat string
	// Views holds the stack itself first and then its variants, sorted by name.
	Views []*View

	parsed digest.Digest // of the bytes that it was read from; zero if it was made
}

// View is the whole picture of one variant as locked.
type View struct {
	// Variant is empty for the stack itself.
	Variant string
	// Definition is the digest of the definition that this view was made from,
	// as stacks computes it.
	Definition digest.Digest
	// Attributes is that definition, flat, sorted by Path.
	Attributes []Attribute
	// Components and Toolchains are sorted by Name.
	Components []Component
	Toolchains []Toolchain
	// Python is nil for a stack without a python block, and in a lock that was made
	// before locks had it.
	Python *Python
}

// Attribute is one leaf of a definition.
type Attribute struct {
	Path string
	// Value is the canonical text as stacks prints it, or where that is long or
	// has line breaks, its length and sha256; see lockedValue.
	Value string
}

// Component is one component as locked.
type Component struct {
	Name string
	// Pin is what Source was resolved from.
	Pin    Pin
	Source Source
	// Patches is the declared series, in its order, with what was not applied.
	Patches []Patch
}

// Pin is what a source is resolved from. Exactly one of Git and Embedded is set.
type Pin struct {
	// Upstream is the label of the upstream or archive, for messages and folder names.
	Upstream string
	Git      string // public URL; mirrors are the machine's matter
	Embedded string // name of a history that the binary carries
	Revision digest.GitID
	// Exclude lists globs of paths whose blobs may be absent.
	Exclude    []string
	Submodules bool
}

// Source is what a pin resolved to.
type Source struct {
	Commit digest.GitID
	// Tree is the id of the whole tree, excluded paths included.
	Tree digest.GitID
	// Submodules is sorted by Path; submodules of submodules follow with their full path.
	Submodules []Submodule
}

// Submodule is one gitlink of a source, resolved.
type Submodule struct {
	Path   string // from the top of the outermost source
	URL    string // absolute, relative URLs resolved (git-submodule(1))
	Commit digest.GitID
	Tree   digest.GitID
}

// Patch is one patch of a series as locked.
type Patch struct {
	Name string
	// SHA256 is of the file as stored.
	SHA256 digest.Digest
	// Skipped says that the variant does not apply the patch: its file was proved
	// to exist, DecodedSHA256 and Tree are zero.
	Skipped       bool
	DecodedSHA256 digest.Digest
	// Tree is the component's tree after the patch.
	Tree digest.GitID
}

// PatchedTree returns the tree that builds see: that of the last applied patch,
// or the source's where none is applied.
func (c *Component) PatchedTree() digest.GitID {
	tree := c.Source.Tree
	for _, p := range c.Patches {
		if !p.Skipped {
			tree = p.Tree
		}
	}
	return tree
}

// Toolchain is one toolchain as locked.
type Toolchain struct {
	Name string
	Kind string // as stacks.ToolchainKind
	// Impure says that the machine's own programs are used; which, is the machine's
	// matter and no part of the lock.
	Impure bool
	// Pending says why the closure is not locked; empty when it is.
	Pending string
	// Releases are the InRelease files by which Packages are proved, sorted by URL.
	Releases []Release
	// Packages is the closure, sorted by Name, then Version.
	Packages []Package
	// BuildVariables are what the closure's own scripts set for builds, RunVariables
	// those that programs need; nil where there are none.
	BuildVariables, RunVariables map[string]string
}

// Release is a signed index of an apt repository (Debian wiki, RepositoryFormat).
type Release struct {
	URL    string // of the InRelease file
	SHA256 digest.Digest
}

// Package is one .deb of a toolchain's closure.
type Package struct {
	Name      string
	Version   string
	Path      string // below the repository's top
	SizeBytes int64
	SHA256    digest.Digest
}

// Component returns the component called name.
func (v *View) Component(name string) (*Component, bool) {
	for i := range v.Components {
		if v.Components[i].Name == name {
			return &v.Components[i], true
		}
	}
	return nil, false
}

// Toolchain returns the toolchain called name.
func (v *View) Toolchain(name string) (*Toolchain, bool) {
	for i := range v.Toolchains {
		if v.Toolchains[i].Name == name {
			return &v.Toolchains[i], true
		}
	}
	return nil, false
}

// View returns one variant as locked; "" is the stack itself.
func (l *Lock) View(variant string) (*View, bool) {
	for _, v := range l.Views {
		if v.Variant == variant {
			return v, true
		}
	}
	return nil, false
}

// Digest returns the sha256 of Bytes.
func (l *Lock) Digest() digest.Digest {
	if !l.parsed.IsZero() { // reading proved that these are its Bytes
		return l.parsed
	}
	return digest.Of(l.Bytes())
}
